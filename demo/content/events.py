"""Rendezvous of the agenda, laid around the day of the load."""

from datetime import date, time

EVENTS = [
    {
        "slug": "debat-saint-etienne",
        "title": "Le travail social dans la crise : débat public",
        "summary": """Parents, enseignant·es, animateur·trices, éducateur·trices : une matinée pour parler ensemble de la solitude des familles et de ce que peut un quartier.""",
        "place": "fr-42218",
        "image": "maisons",
        "themes": ["travail-social", "enfance-et-familles"],
        "published": 108,
        "author": "camille",
        "organiser": "travail-social-dans-la-crise",
        "fields": {
            "kind": "debate",
            "start_date": date(2011, 4, 23),
            "start_time": time(9, 30),
            "venue": "Espace social Valbenoîte – Centre Deux",
            "address": "15 rue Teinturier, Saint-Étienne",
        },
        "body": [
            (
                "text",
                """
Le groupe stéphanois se réunissait depuis près de deux ans quand il a voulu ouvrir ses discussions. Trois questions étaient posées à la salle : partir des compétences des gens, résister aux lois de contrôle, faire un pas de côté par rapport à sa fonction. Le livre de Laurent Ott, <a href="page:travailler-avec-les-familles">Travailler avec les familles</a>, servait de point de départ.
""",
            ),
            (
                "note",
                {
                    "title": "Une date à confirmer",
                    "text": """L’annonce que nous avons retrouvée dit « samedi 23 avril », sans l’année. Le calendrier et les lois dont elle parle nous font pencher pour 2011. Si vous y étiez, détrompez-nous.""",
                },
            ),
        ],
    },
    {
        "slug": "projection-la-moindre-des-choses",
        "title": "« La Moindre des choses », projection et soupe",
        "summary": """Le film de Nicolas Philibert dans une salle de quartier, puis une discussion sans expert·e et un grand faitout.""",
        "place": "fr-35238",
        "image": "scene",
        "themes": ["folie-et-psychiatrie", "creation"],
        "published": 61,
        "author": "camille",
        "fields": {
            "kind": "screening",
            "start_date": ("mardi", -5),
            "start_time": time(20),
            "end_time": time(22, 45),
            "venue": "Maison de quartier",
            "organiser_name": "un groupe d’infirmier·ères en colère",
            "price": "open",
            "price_details": "au chapeau, pour la caisse de grève",
            "step_free": "yes",
            "accessibility": "Film sous-titré en français pour les personnes sourdes. Boucle magnétique.",
        },
        "body": [
            (
                "text",
                """
Nous étions quatre-vingts et il n’y avait que soixante bols. Après le film, long silence, puis une femme a dit : « Le monsieur au standard, c’était mon oncle », et la discussion a pris une autre tournure.

Prochaine séance au printemps ; nous cherchons un lieu où l’on puisse rester après minuit.
""",
            ),
        ],
        "related": ["la-moindre-des-choses"],
    },
    {
        "slug": "atelier-asiles",
        "title": "Lire « Asiles » ensemble : premier chapitre",
        "summary": """Deux heures de lecture à voix haute et à plusieurs. Il n’est pas nécessaire d’avoir le livre, ni d’avoir fait des études.""",
        "place": "fr-44109",
        "image": "table",
        "themes": ["penser-sa-pratique", "folie-et-psychiatrie"],
        "published": 46,
        "author": "camille",
        "fields": {
            "kind": "workshop",
            "start_date": ("jeudi", -2),
            "start_time": time(18, 30),
            "end_time": time(20, 30),
            "venue": "Bibliothèque associative",
            "organiser_name": "l’atelier de lecture de Nantes",
            "contact": "lecture-nantes@example.org",
            "price": "free",
            "step_free": "partly",
            "accessibility": "Une marche à l’entrée, nous avons une rampe : prévenez-nous. Canapé au calme.",
        },
        "body": [
            (
                "text",
                """On lit chacun·e un paragraphe, on s’arrête quand quelqu’un dit « stop ». Apportez une phrase de votre règlement intérieur, des gâteaux si vous en avez.""",
            ),
        ],
        "related": ["asiles", "lire-asiles-ensemble"],
    },
    {
        "slug": "cafe-des-oreilles",
        "title": "Le café des oreilles",
        "summary": """Une table, deux chaises libres, quelqu’un qui écoute. Tous les après-midi de permanence, sans rendez-vous et sans dossier.""",
        "place": "fr-69123",
        "image": "voix",
        "themes": ["paroles", "entraide"],
        "published": 13,
        "author": "sacha",
        "fields": {
            "kind": "meeting",
            "start_date": 0,
            "start_time": time(14),
            "end_time": time(18),
            "venue": "Café associatif de la Croix-Rousse",
            "organiser_name": "un collectif de bénévoles du quartier",
            "contact": "oreilles@example.org",
            "price": "free",
            "step_free": "yes",
            "accessibility": "Une heure calme, sans musique, de 14 h à 15 h. Métro à deux minutes.",
        },
        "body": [
            (
                "text",
                """
Nous ne sommes ni psychologues ni travailleur·euses sociaux·ales, ou pas ce jour-là. On s’assoit, on raconte, on se tait, on repart. Celles et ceux qui écoutent aujourd’hui sont souvent venu·es parler le mois dernier.

Vous pouvez aussi venir pour apprendre à écouter : on commence par servir les cafés.
""",
            ),
        ],
    },
    {
        "slug": "assemblee-grenoble",
        "title": "Assemblée du social et du soin",
        "summary": """Salarié·es, stagiaires, personnes accompagnées, retraité·es : préparer ensemble « Une heure pour se parler », et tout ce qui viendra après.""",
        "place": "fr-38185",
        "image": "cortege",
        "themes": ["conditions-de-travail", "travail-social"],
        "published": 12,
        "author": "sacha",
        "fields": {
            "kind": "assembly",
            "start_date": 1,
            "start_time": time(18, 30),
            "venue": "Bourse du travail",
            "organiser_name": "l’assemblée iséroise",
            "price": "free",
            "step_free": "yes",
            "accessibility": "Garde d’enfants sur place, repas végétarien à prix libre.",
        },
        "body": [
            (
                "text",
                """
Ordre du jour, avec sa ligne vide :

<ol><li>Nouvelles des services, deux minutes chacun·e.</li><li>L’heure de grève : qui fait quoi, où, avec qui.</li><li>La caisse de solidarité.</li><li>…</li></ol>
""",
            ),
            ("content_link", {"content": "une-heure-pour-se-parler", "reason": "L’appel dont nous parlerons."}),
        ],
        "related": ["une-heure-pour-se-parler"],
    },
    {
        "slug": "journee-de-plantation",
        "title": "Journée de plantation au jardin partagé",
        "summary": """Toute la journée, on plante des arbres fruitiers avec le foyer d’à côté, l’école et qui passe. Bottes conseillées.""",
        "place": "fr-69266",
        "image": "potager",
        "themes": ["entraide", "enfance-et-familles"],
        "published": 20,
        "author": "alix",
        "fields": {
            "kind": "other",
            "start_date": ("samedi", 1),
            "venue": "Jardin de la rue des Lilas",
            "organiser_name": "les jardinier·ères du foyer",
            "price": "free",
            "step_free": "partly",
            "accessibility": "Allée stabilisée jusqu’à la cabane ; le fond du terrain est en herbe. Toilettes sèches.",
        },
        "body": [
            (
                "text",
                """
Douze pommiers, trois cognassiers et une haie. Les habitant·es du foyer ont choisi les variétés, les enfants ont peint les étiquettes. On mange ensemble à midi, chacun·e apporte un plat ou rien.
""",
            ),
        ],
        "related": ["un-potager-collectif"],
    },
    {
        "slug": "manifestation-paris",
        "title": "Marche du social et du soin",
        "summary": """Contre les fermetures de places et les appels d’offres, pour des salaires et du temps. Cortège commun des foyers, des hôpitaux et des associations de quartier.""",
        "place": "fr-75056",
        "image": "cortege",
        "themes": ["conditions-de-travail", "marchandisation"],
        "published": 17,
        "author": "sacha",
        "fields": {
            "kind": "march",
            "start_date": ("mardi", 2),
            "start_time": time(13, 30),
            "venue": "Place de la République",
            "organiser_name": "plusieurs collectifs et syndicats",
            "price": "free",
            "step_free": "yes",
            "accessibility": "Un carré de tête à pas lent, avec des chaises pliantes. Départ à 14 h.",
        },
        "body": [
            (
                "text",
                """
Fabrication de banderoles la veille, dans plusieurs villes. Prenez de l’eau, de quoi écrire, le numéro d’un·e avocat·e sur l’avant-bras, et quelqu’un que vous n’avez encore jamais réussi à faire venir.
""",
            ),
        ],
        "related": ["coordination-nationale-2018"],
    },
    {
        "slug": "voix-en-ligne",
        "title": "Entendre des voix : soirée de présentation en ligne",
        "summary": """Trois personnes qui animent des groupes racontent comment cela se passe, et répondent à vos questions, micro ouvert ou par écrit.""",
        "image": "oiseaux",
        "themes": ["paroles", "folie-et-psychiatrie"],
        "published": 19,
        "author": "camille",
        "organiser": "entendeurs-de-voix",
        "fields": {
            "kind": "meeting",
            "start_date": ("jeudi", 2),
            "start_time": time(19),
            "end_time": time(20, 30),
            "online_url": "https://visio.example.org/voix",
            "contact": "voix@example.org",
            "price": "free",
            "accessibility": "Transcription en direct. On peut garder sa caméra éteinte et un pseudonyme.",
        },
        "body": [
            (
                "text",
                """
La soirée s’adresse aux personnes qui entendent des voix, à leurs proches, et aux professionnel·les qui voudraient cesser d’avoir peur du sujet. Aucun enregistrement ne sera fait.
""",
            ),
        ],
    },
    {
        "slug": "balint-seance-d-accueil",
        "title": "Groupe Balint : séance d’accueil",
        "summary": """Découvrir le dispositif en l’essayant une fois, avant de s’engager pour l’année. Douze places.""",
        "image": "chaises",
        "themes": ["penser-sa-pratique"],
        "published": 24,
        "author": "alix",
        "organiser": "groupe-balint-alters",
        "fields": {
            "kind": "balint",
            "start_date": ("lundi", 3),
            "start_time": time(20),
            "end_time": time(21, 45),
            "online_url": "https://visio.example.org/balint",
            "contact": "balint@example.org",
            "price": "paid",
            "price_details": "10 € ; gratuit pour les personnes sans emploi et les stagiaires",
            "registration_url": "https://inscriptions.example.org/balint",
        },
        "body": [
            (
                "text",
                """Venez avec une situation, ou seulement avec votre attention. La séance se tient à distance parce que les inscrit·es viennent de partout ; le groupe, lui, se réunit en présence.""",
            ),
        ],
        "related": ["a-quoi-sert-un-balint"],
    },
    {
        "slug": "projection-titicut-follies",
        "title": "« Titicut Follies », projection-débat",
        "summary": """Voir à plusieurs un film longtemps interdit, et prendre le temps d’en parler. Séance reportée.""",
        "place": "fr-59350",
        "image": "fenetres",
        "themes": ["folie-et-psychiatrie"],
        "published": 38,
        "author": "sacha",
        "fields": {
            "kind": "screening",
            "start_date": ("mercredi", 1),
            "start_time": time(20, 15),
            "venue": "Cinéma associatif",
            "organiser_name": "le ciné-club des soignant·es",
            "price": "paid",
            "price_details": "5 €",
            "state": "postponed",
            "state_reason": "La copie n’est pas arrivée. La nouvelle date sera annoncée ici dès qu’elle sera fixée.",
            "step_free": "yes",
        },
        "body": [
            (
                "text",
                """
Le film contient des scènes d’humiliation et d’alimentation forcée. Une personne se tiendra dans le hall toute la soirée, pour qui aurait besoin de sortir et de parler.
""",
            ),
        ],
        "related": ["titicut-follies"],
    },
    {
        "slug": "formation-lire-un-budget",
        "title": "Lire le budget de son établissement",
        "summary": """Une soirée pour apprendre à lire un compte administratif et poser les bonnes questions en conseil de la vie sociale.""",
        "place": "fr-31555",
        "image": "nuit",
        "themes": ["marchandisation", "conditions-de-travail"],
        "published": 41,
        "author": "alix",
        "fields": {
            "kind": "training",
            "start_date": ("jeudi", 1),
            "start_time": time(18),
            "end_time": time(21),
            "venue": "Université populaire",
            "organiser_name": "des délégué·es du personnel et des familles",
            "price": "open",
            "state": "cancelled",
            "state_reason": "L’intervenante est malade, et nous préférons attendre qu’elle aille mieux plutôt que la remplacer.",
            "step_free": "no",
            "accessibility": "Salle au premier étage sans ascenseur. La prochaine fois sera en rez-de-chaussée.",
        },
        "body": [
            (
                "text",
                """Les personnes inscrites ont été prévenues par courriel. En attendant, <a href="page:lire-un-budget-sans-s-endormir">ce mode d’emploi</a> explique le calendrier du vote.""",
            ),
        ],
        "related": ["lire-un-budget-sans-s-endormir"],
    },
    {
        "slug": "theatre-forum-bruxelles",
        "title": "Théâtre-forum : « Revenez avec le bon papier »",
        "summary": """Une scène de guichet, rejouée jusqu’à ce que quelqu’un trouve une issue. Le public remplace les personnages l’un après l’autre.""",
        "place": "gn-2800866",
        "image": "scene",
        "themes": ["creation", "paroles", "logement-et-rue"],
        "published": 22,
        "author": "alix",
        "fields": {
            "kind": "workshop",
            "start_date": ("samedi", 3),
            "start_time": time(14),
            "end_time": time(17, 30),
            "venue": "Maison de quartier des Marolles",
            "organiser_name": "une troupe d’habitant·es et de travailleur·euses sociaux·ales",
            "price": "open",
            "step_free": "yes",
            "accessibility": "Interprétation en langue des signes de Belgique francophone. Espace calme à côté de la salle.",
        },
        "body": [
            (
                "text",
                """
Le théâtre-forum vient d’Augusto Boal et du Brésil des années 1970. La règle est simple : on joue une injustice qui finit mal, puis on recommence, et qui veut crie « stop », monte et essaie autre chose. Personne n’a de réplique à savoir.

La scène a été écrite avec des personnes qui ont attendu leur domiciliation pendant des mois. Elles joueront leur propre rôle, ou celui de la guichetière.
""",
            ),
        ],
    },
    {
        "slug": "rencontres-d-hiver",
        "title": "Rencontres d’hiver des lieux qui tiennent",
        "summary": """Trois jours à Marseille pour que se rencontrent des lieux de vie, des groupes d’entraide et des équipes en lutte. Ateliers, repas, nuit blanche et sieste.""",
        "place": "fr-13055",
        "image": "mer",
        "themes": ["entraide", "travail-social", "folie-et-psychiatrie"],
        "published": 30,
        "author": "sacha",
        "fields": {
            "kind": "meeting",
            "start_date": ("vendredi", 7),
            "end_date": ("dimanche", 7),
            "venue": "Une friche du troisième arrondissement",
            "organiser_name": "une quinzaine de lieux et de groupes",
            "contact": "rencontres@example.org",
            "price": "open",
            "price_details": "repas entre 3 et 8 €",
            "registration_url": "https://inscriptions.example.org/rencontres",
            "step_free": "yes",
            "accessibility": "Dortoirs et chambres chez l’habitant·e. Garde d’enfants les trois jours. Salle sans lumière vive.",
        },
        "body": [
            ("heading", "Ce qui est prévu"),
            (
                "text",
                """
<ul><li><b>Vendredi</b> : accueil, cartographie des lieux présents sur un grand drap, dîner.</li><li><b>Samedi</b> : ateliers au choix :<ul><li>argent, dettes et salaires,</li><li>les nuits,</li><li>vivre avec des voix,</li><li>fermer un lieu sans se déchirer ;</li></ul></li><li><b>Dimanche</b> : assemblée, rangement, promesses.</li></ul>
""",
            ),
            ("heading", "Et ce qui ne l’est pas"),
            (
                "text",
                """Deux créneaux sur six restent vides jusqu’au matin même. On y mettra ce qui manque, ou rien.""",
            ),
        ],
        "related": ["aller-voir"],
    },
    {
        "slug": "bal-de-la-caisse",
        "title": "Bal de la caisse de grève",
        "summary": """Cumbia, musette et rebetiko pour remplir la caisse. On danse à deux, à douze, ou assis·e.""",
        "place": "fr-31555",
        "image": "nuit",
        "themes": ["conditions-de-travail", "creation"],
        "published": 9,
        "author": "alix",
        "fields": {
            "kind": "party",
            "start_date": ("samedi", 5),
            "start_time": time(20),
            "end_time": time(2),
            "venue": "Salle des fêtes",
            "organiser_name": "l’intersyndicale et la fanfare du quartier",
            "price": "open",
            "price_details": "à partir de 3 €, tout va à la caisse",
            "step_free": "yes",
            "accessibility": "Bouchons d’oreilles à l’entrée. Coin calme avec canapés.",
        },
        "body": [
            (
                "text",
                """Apéritif dès l’ouverture, initiation aux danses pendant une heure, concert, puis ce que la fanfare voudra. Personne n’est refusé faute d’argent.""",
            ),
        ],
    },
    {
        "slug": "tenir-une-assemblee-lausanne",
        "title": "S’exercer à tenir une assemblée",
        "summary": """Une journée de pratique : donner la parole, entendre une objection, décider sans voter. On apprend en jouant des assemblées qui tournent mal.""",
        "place": "gn-2659994",
        "image": "chaises",
        "themes": ["entraide", "conditions-de-travail"],
        "published": 6,
        "author": "sacha",
        "fields": {
            "kind": "training",
            "start_date": ("samedi", 10),
            "start_time": time(9, 30),
            "end_time": time(17),
            "venue": "Maison de quartier",
            "organiser_name": "un groupe de travailleur·euses sociaux·ales vaudois·es",
            "contact": "assemblees@example.org",
            "price": "open",
            "step_free": "yes",
        },
        "body": [
            (
                "text",
                """
Le matin, quatre rôles à essayer. L’après-midi, une vraie décision à prendre : comment dépenser les 200 francs de la cagnotte commune.
""",
            ),
            (
                "document",
                {
                    "document": "tenir-une-assemblee",
                    "title": "Le livret qui servira de support",
                    "description": "Format de poche, à imprimer recto verso.",
                },
            ),
        ],
        "related": ["tenir-une-assemblee"],
    },
    {
        "slug": "soiree-geel",
        "title": "Accueillir chez soi : une soirée autour de Geel",
        "summary": """Peut-on ouvrir une chambre à quelqu’un qui va mal ? Lecture de récits de familles, et témoignages d’accueillant·es d’aujourd’hui.""",
        "place": "gn-2660646",
        "image": "chemin",
        "themes": ["folie-et-psychiatrie", "logement-et-rue"],
        "published": 4,
        "author": "camille",
        "fields": {
            "kind": "debate",
            "start_date": ("mercredi", 13),
            "start_time": time(19),
            "venue": "Librairie associative",
            "organiser_name": "des proches et des accueillant·es",
            "price": "free",
            "step_free": "partly",
        },
        "body": [
            (
                "text",
                """La soirée commence par une lecture à trois voix et se poursuit autour d’une table. Nous parlerons d’argent, de fatigue et de petits-déjeuners.""",
            ),
        ],
        "related": ["geel"],
    },
    {
        "slug": "groupe-balint-du-jeudi",
        "title": "Groupe Balint du jeudi soir",
        "summary": """Une situation de travail racontée sans notes, et ce qu’elle fait à celles et ceux qui l’écoutent. Groupe fermé à douze ; on s’inscrit pour l’année.""",
        "place": "fr-42218",
        "image": "chaises",
        "themes": ["penser-sa-pratique", "travail-social"],
        "published": 70,
        "author": "sacha",
        "organiser": "travail-social-dans-la-crise",
        "fields": {
            "kind": "balint",
            "start_date": ("jeudi", -10),
            "start_time": time(18, 30),
            "end_time": time(20),
            "repeats": "weekly",
            "interval": 2,
            "months_off": (8,),
            "repeats_until": ("jeudi", 36),
            "exceptions": [
                ("moved", {"day": ("jeudi", 2), "to_day": ("vendredi", 2), "note": "La salle est prise le jeudi."}),
                ("cancelled", {"day": ("jeudi", 4), "note": "L’animatrice est en formation."}),
                ("noted", {"day": ("jeudi", 6), "note": "Avec un bol de soupe, apportez du pain."}),
            ],
            "venue": "Maison des associations, salle 3",
            "price": "open",
            "step_free": "yes",
        },
        "body": [
            (
                "text",
                """On y vient avec son métier, quel qu’il soit, et une histoire qui ne passe pas. Personne ne donne de conseil : le groupe associe, s’étonne, remarque ce qui manque au récit.""",
            ),
        ],
        "related": ["a-quoi-sert-un-balint"],
    },
    {
        "slug": "seminaire-lire-ensemble",
        "title": "Lire ensemble ce qui nous gouverne",
        "summary": """Un séminaire de quatre matinées, à dates irrégulières : un texte de loi, un rapport, un référentiel, lus à voix haute et discutés.""",
        "place": "fr-69123",
        "image": "table",
        "themes": ["travail-social"],
        "published": 33,
        "author": "camille",
        "fields": {
            "kind": "workshop",
            "start_date": ("samedi", 2),
            "start_time": time(9, 30),
            "end_time": time(12, 30),
            "added_dates": [
                (
                    "date",
                    {"day": ("samedi", 7), "hour": time(9, 30), "end_hour": time(12, 30), "label": "le référentiel"},
                ),
                ("date", {"day": ("samedi", 11), "hour": time(9, 30), "end_hour": time(12, 30), "label": "le rapport"}),
                ("date", {"day": ("dimanche", 18), "hour": time(14), "end_hour": time(17), "label": "la loi"}),
            ],
            "venue": "Bibliothèque de quartier",
            "organiser_name": "un groupe de formateur·trices",
            "price": "free",
        },
        "body": [
            ("text", """Les textes sont distribués sur place. On peut ne venir qu’une fois."""),
        ],
    },
    {
        "slug": "atelier-recherche-montreal",
        "title": "Atelier de recherche : soigner sans contrainte, Québec et Europe",
        "summary": """Deux heures entre équipes d’ici et de Montréal, en salle et à distance, sur les pratiques qui se passent d’isolement.""",
        "place": "gn-6077243",
        "image": "mer",
        "themes": ["folie-et-psychiatrie"],
        "published": 20,
        "author": "alix",
        "fields": {
            "kind": "workshop",
            "start_date": ("mercredi", 4),
            "start_time": time(9),
            "end_time": time(11),
            "venue": "Pavillon des sciences sociales",
            "online_url": "https://example.org/atelier-montreal",
            "organiser_name": "une équipe de recherche de Montréal",
            "price": "free",
        },
        "body": [
            (
                "text",
                """L’horaire est celui de Montréal. Les communications durent dix minutes, la discussion le reste.""",
            ),
        ],
    },
]
