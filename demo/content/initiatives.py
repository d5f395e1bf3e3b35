"""Initiatives: who does otherwise, where, since when."""

INITIATIVES = [
    {
        "slug": "groupe-balint-alters",
        "title": "Le groupe Balint d’Alters",
        "summary": """Des praticien·nes du social y apportent une situation qui les tient éveillé·es. Personne ne corrige, personne n’interprète : on élabore, un·e par un·e.""",
        "kind": "Groupe Balint",
        "image": "chaises",
        "themes": ["penser-sa-pratique", "travail-social"],
        "published": 131,
        "author": "camille",
        "fields": {"run_by": "professionals", "standing": "outside", "status": "alive", "verified_on": -48},
        "body": [
            (
                "text",
                """
Alters est une association qui veut rendre aux pratiques sociales leur place au milieu des crises du moment, qu’elles soient exercées par métier, par conviction ou bénévolement. Elle propose plusieurs lieux pour cela ; le groupe Balint est celui où l’on vient avec une rencontre difficile.

Le principe se dit en peu de mots. Quelqu’un raconte, sans notes, une situation de travail qui l’occupe. Les autres écoutent puis disent ce que le récit fait naître : une image, une gêne, une question. La personne qui a parlé n’a pas à se justifier. Elle repart rarement avec une solution, souvent avec une place un peu différente dans l’histoire.
""",
            ),
            ("heading", "Deux choses que l’on s’interdit"),
            (
                "text",
                """
<ul><li>L’interprétation sauvage : on ne devine pas à haute voix l’inconscient de l’absent·e, ni celui du voisin ou de la voisine de chaise.</li><li>L’étiquette : aucun diagnostic psychiatrique ne vient résumer la personne accompagnée. Son désir singulier compte davantage que sa catégorie.</li></ul>

Il en découle une manière d’accompagner qui ne cherche pas à normaliser, et qui regarde aussi le logement, l’argent, la langue, le quartier, tout ce que l’entretien individuel laisse volontiers au vestiaire.
""",
            ),
            (
                "content_link",
                {"content": "a-quoi-sert-un-balint", "reason": "D’où vient cette méthode, et ce qu’elle n’est pas."},
            ),
        ],
        "contacts": [
            {
                "label": "Rejoindre le groupe",
                "email": "balint@example.org",
            }
        ],
        "partners": [],
        "related": ["atelier-des-praxis-sociales", "le-medecin-son-malade"],
    },
    {
        "slug": "atelier-des-praxis-sociales",
        "title": "L’atelier des praxis sociales",
        "summary": """Se former les un·es par les autres, à partir de la culture de son métier. Un atelier d’Alters où éducateur·trices et assistant·es sociaux·ales interrogent les théories qui les gouvernent.""",
        "kind": "Atelier",
        "image": "fils",
        "themes": ["penser-sa-pratique", "travail-social"],
        "published": 118,
        "fields": {"run_by": "professionals", "standing": "outside", "status": "alive", "verified_on": -48},
        "body": [
            (
                "text",
                """
D’où nous viennent les mots avec lesquels nous pensons notre travail ? L’atelier part de cette question, et de l’agacement qui va avec : dans beaucoup d’équipes, une lecture psychanalytique fait autorité sur des métiers qui ont pourtant leur propre savoir. Ici, ce savoir est la matière première.

L’atelier parle d’<i>auto-éco-formation</i>. Le terme est un peu rugueux, l’idée est simple : on se forme soi-même, avec les autres et avec le milieu où l’on agit. Personne n’enseigne. On raconte, on compare, on met ses hypothèses à l’épreuve du travail, puis l’on revient dire ce qu’elles ont donné.
""",
            ),
            ("heading", "Pour qui"),
            (
                "text",
                """
Pour les adhérent·es de l’association, salarié·es, retraité·es, indépendant·es, au chômage, et aussi pour qui n’a pas de métier du social mais s’occupe de ce qui arrive dans sa rue. L’invention sociale n’est pas réservée aux diplômé·es : une cage d’escalier suffit pour commencer.

Alters voudrait enfin servir de caisse de résonance : recueillir ce qui s’invente ailleurs, le faire circuler, mettre en lien celles et ceux qui cherchent. C’est exactement ce que nous essayons de faire sur ce site, et c’est pourquoi cette fiche fut l’une des premières.
""",
            ),
            (
                "questions",
                {
                    "title": "Trois questions pour démarrer un atelier",
                    "questions": [
                        "Quel geste de notre métier n’apparaît dans aucun écrit ?",
                        "Quelle théorie appliquons-nous sans l’avoir jamais choisie ?",
                        "De qui avons-nous appris ce que nous savons faire de mieux ?",
                    ],
                },
            ),
        ],
        "contacts": [{"label": "L’atelier", "email": "praxis@example.org"}],
        "related": ["travail-social-dans-la-crise"],
    },
    {
        "slug": "travail-social-dans-la-crise",
        "title": "Le travail social dans la crise",
        "summary": """À Saint-Étienne, des travailleur·euses sociaux·ales et des membres d’associations se sont mis·es à se parler par-dessus les murs de leurs services, pour retrouver le sens de ce qu’ils et elles font.""",
        "kind": "Collectif",
        "place": "fr-42218",
        "image": "maisons",
        "themes": ["travail-social", "conditions-de-travail"],
        "published": 109,
        "fields": {"run_by": "professionals", "standing": "edge", "status": "unknown", "verified_on": -62},
        "body": [
            (
                "text",
                """
Au départ, un constat fait dans plusieurs maisons à la fois : les personnes sont moins soutenues qu’avant, et parfois mises en difficulté par les dispositifs censés les aider. Les droits se ferment, les aides rétrécissent, les tâches se découpent en morceaux si petits qu’aucune ne répond plus à la demande. Et chacun·e reste dans ses murs, sans savoir ce que fait l’association d’en face.

Le groupe s’est formé contre cela. Des salarié·es d’institutions, des bénévoles, des militant·es s’y rencontrent pour dire leur inquiétude devant un système qui traite l’aide comme une marchandise, puis, très vite, pour chercher autre chose : se connaître, confronter les tentatives, se former ensemble, habitant·es et élu·es compris.
""",
            ),
            (
                "quotation",
                {
                    "quotation": """Il faut aujourd’hui travailler dans une perspective de développement social… Les travailleurs sociaux trouvent le plus d’utilité et de pertinence à soutenir les initiatives sociales, citoyennes et solidaires.""",
                    "author": "Laurent Ott",
                    "source": "phrase que le groupe avait mise en tête de son invitation",
                },
            ),
            (
                "questions",
                {
                    "title": "Ce que le groupe voulait mettre en débat",
                    "questions": [
                        "Comment lutter contre la pauvreté en partant de ce que savent faire les gens, plutôt que de la charité ou du contrôle ?",
                        "Comment tenir ensemble face à des lois de plus en plus sécuritaires dans tous les services d’aide ?",
                        "Que peut-on mettre en mouvement quand on fait un pas de côté par rapport à sa fonction ?",
                    ],
                },
            ),
            (
                "text",
                """
Son débat public a réuni parents, enseignant·es, animateur·trices et éducateur·trices autour de la <a href="page:travailler-avec-les-familles">démarche de Laurent Ott</a> : considérer l’éducation des enfants comme une responsabilité collective, et la solitude des familles comme l’affaire de tout un quartier. Nous ne savons pas ce que le groupe est devenu. Si vous en étiez, racontez-nous.
""",
            ),
        ],
        "steps": [
            (
                "Les premiers mois",
                "Quelques salarié·es de services différents décident de se rencontrer hors de leurs institutions.",
            ),
            (
                "Deux ans plus tard, ou presque",
                "Le groupe lance un chantier ouvert à toute la ville : partager les initiatives qui vont vers plus de justice.",
            ),
            ("Un samedi 23 avril", "Débat public à l’espace social Valbenoîte – Centre Deux."),
        ],
        "contacts": [
            {
                "label": "Retrouver la trace du groupe",
                "email": "saint-etienne@example.org",
                "details": "Boîte relevée par Nébuleuses : nous faisons suivre.",
            }
        ],
        "partners": [("Espace social Valbenoîte – Centre Deux", "")],
        "related": ["travailler-avec-les-familles", "ce-que-compter-veut-dire"],
    },
    {
        "slug": "faire-lien-et-prendre-soin",
        "title": "Faire lien et prendre soin",
        "summary": """En Belgique, une recherche-action a soutenu pendant deux ans sept projets qui s’adressent à des personnes à la fois pauvres et en souffrance psychique. Avec elles, et entre secteurs qui se parlaient peu.""",
        "kind": "Recherche-action",
        "place": "country-be",
        "image": "nuit",
        "themes": ["paroles", "logement-et-rue", "folie-et-psychiatrie"],
        "published": 96,
        "author": "alix",
        "fields": {
            "run_by": "professionals",
            "standing": "edge",
            "status": "ended",
            "starts": "2015",
            "ends": "vers 2018",
            "verified_on": -30,
            "website": "https://www.cresam.be/",
        },
        "body": [
            (
                "text",
                """
Qui reçoit une personne sans logement qui va mal ? Le service social l’envoie vers la psychiatrie, la psychiatrie attend que le logement soit réglé. Entre les deux, la personne marche. C’est dans cet intervalle qu’a voulu travailler la recherche-action lancée en 2015 par le CRéSaM, centre de référence en santé mentale, et Cera, une coopérative.

Elle a commencé par une enquête : où sont les gens, que demandent-ils, qui fait déjà quelque chose ? Un appel à projets a suivi en 2016. Sept équipes ont été retenues et accompagnées durant deux ans, avec de l’argent mais surtout avec du temps pour se voir, se visiter, se poser des questions gênantes.
""",
            ),
            ("heading", "Deux exigences"),
            (
                "text",
                """
<ul><li><b>Traverser les secteurs.</b> Santé, logement, culture, aide alimentaire : aucun projet ne pouvait tenir dans un seul ministère.</li><li><b>Faire avec.</b> Les personnes concernées devaient prendre part à ce qui se décide :<ul><li>dans l’écriture du projet,</li><li>dans sa vie de tous les jours,</li><li>et quand il s’agit d’en parler au-dehors.</li></ul></li></ul>

Le but n’était pas d’ajouter un dispositif. Il était de retisser : des liens entre des gens, entre des services, entre des gens et des services qui s’étaient quittés fâchés.
""",
            ),
            (
                "gallery",
                {
                    "title": "Quatre projets, quatre lumières",
                    "pictures": [
                        {
                            "image": "scene",
                            "alternative": "Dessin : quatre silhouettes se tiennent sur une scène de théâtre.",
                            "caption": "Un atelier d’expression théâtrale",
                        },
                        {
                            "image": "table",
                            "alternative": "Dessin : une grande table mise, vue d’en haut.",
                            "caption": "Un accueil bas seuil pour personnes sans abri",
                        },
                        {
                            "image": "maisons",
                            "alternative": "Dessin : des maisons colorées serrées les unes contre les autres.",
                            "caption": "Un service logement",
                        },
                        {
                            "image": "potager",
                            "alternative": "Dessin : les sillons d’un potager sous un soleil rouge.",
                            "caption": "Un potager collectif",
                        },
                    ],
                },
            ),
            (
                "text",
                """
Une brochure raconte l’aventure, projet par projet : elle cherche à donner des idées plutôt qu’une méthode. Des ateliers de transmission permettent de rencontrer celles et ceux qui ont porté ces projets.
""",
            ),
            ("content_link", {"content": "brochure-faire-lien", "reason": "La publication issue de ces deux années."}),
        ],
        "steps": [
            ("2015", "Le CRéSaM et Cera s’associent ; travail exploratoire."),
            ("2016", "Appel à projets ; sept équipes sont retenues."),
            ("Deux années durant", "Accompagnement des sept projets, rencontres entre équipes."),
            ("Ensuite", "Publication d’une brochure et ateliers de transmission."),
        ],
        "contacts": [
            {"label": "CRéSaM", "url": "https://www.cresam.be/", "details": "Centre de référence en santé mentale"}
        ],
        "partners": [("CRéSaM", "https://www.cresam.be/"), ("Cera", "https://www.cera.coop/")],
        "related": ["aller-voir"],
    },
    {
        "slug": "un-potager-collectif",
        "title": "Un potager collectif pour reprendre pied",
        "summary": """L’un des sept projets de « Faire lien et prendre soin » : une terre que l’on cultive à plusieurs, où l’on vient sans motif et d’où l’on repart avec des poireaux.""",
        "kind": "Atelier",
        "place": "country-be",
        "image": "potager",
        "themes": ["entraide", "logement-et-rue"],
        "published": 90,
        "author": "alix",
        "fields": {"run_by": "co_managed", "standing": "edge", "status": "unknown", "starts": "2016"},
        "part_of": "faire-lien-et-prendre-soin",
        "body": [
            (
                "text",
                """
On connaît la critique : le jardin comme occupation, la bêche comme thérapie au rabais. Elle tombe juste chaque fois que les légumes sont décidés d’avance et que quelqu’un, au bord du carré, remplit une grille.

Un potager vraiment collectif part d’un autre endroit. La terre a besoin de bras en mars et de patience en août, quel que soit votre dossier. Celui qui ne parle à personne peut arroser à côté de quelqu’un d’autre. Celle qui n’ouvre plus son courrier sait très bien quand il faut repiquer. Au bout d’une saison, on ne sait plus trop qui accompagnait qui.

La recherche-action demandait que les personnes concernées prennent part aux décisions. Un jardin s’y prête mieux qu’une salle de réunion : les plans, les outils, le partage des récoltes se discutent sur place, debout, devant ce qui pousse.
""",
            ),
            (
                "note",
                {
                    "title": "Ce que nous ne savons pas",
                    "text": """Nous avons rencontré ce projet par une liste, pas encore par les pieds. Si vous y avez jardiné, écrivez-nous : cette fiche attend votre récit.""",
                },
            ),
            (
                "text",
                """
Ce que nous retenons pour ailleurs tient en trois points :

<ol><li>un lieu où l’on peut venir sans avoir à dire pourquoi ;</li><li>une tâche réelle, dont l’échec et la réussite se voient ;</li><li>quelque chose à emporter, et donc à donner.</li></ol>
""",
            ),
        ],
        "related": ["la-cuisine-comme-methode"],
    },
    {
        "slug": "un-atelier-de-theatre",
        "title": "Un atelier d’expression théâtrale",
        "summary": """Monter sur scène quand on ne vous regarde plus que de travers : un atelier soutenu par « Faire lien et prendre soin », où l’on joue avant de s’expliquer.""",
        "kind": "Atelier",
        "place": "country-be",
        "image": "scene",
        "themes": ["creation", "paroles"],
        "published": 88,
        "author": "alix",
        "fields": {"run_by": "co_managed", "standing": "edge", "status": "unknown", "starts": "2016"},
        "part_of": "faire-lien-et-prendre-soin",
        "body": [
            (
                "text",
                """
Quand on vit dehors ou d’hospitalisation en hospitalisation, on raconte sa vie sans arrêt, toujours dans le même ordre, toujours à quelqu’un qui note. Le théâtre rend une chose précieuse : le droit de raconter autrement, de mentir, d’exagérer, de faire rire.

Un tel atelier peut rassembler des personnes qui connaissent la rue, la psychiatrie ou les deux, et d’autres qui ne connaissent ni l’une ni l’autre. Nul besoin d’un entretien d’entrée. On commence par le corps, parce que la parole vient mieux après : marcher ensemble, s’arrêter ensemble, passer un objet qui n’existe pas.
""",
            ),
            (
                "picture",
                {
                    "image": "mains",
                    "alternative": "Dessin : huit empreintes de mains, claires et sombres, sur un mur ocre.",
                    "caption": "Commencer par les mains, les mots viendront.",
                },
            ),
            (
                "text",
                """
Nous n’avons pas vu celui-ci jouer. D’autres, ailleurs, nous ont appris que ce qui se répète devient peu à peu une forme, que le groupe décide ou non de montrer. Montrer n’est pas le but, mais cela change la salle : des travailleur·euses sociaux·ales découvrent dans un fauteuil ce qu’ils et elles n’entendaient pas derrière un bureau.

La difficulté est celle de tous ces projets. Un groupe met un an à se faire confiance ; un financement dure rarement davantage.
""",
            ),
        ],
        "related": ["theatre-forum-bruxelles"],
    },
    {
        "slug": "un-accueil-bas-seuil",
        "title": "Un accueil bas seuil, ou la porte sans condition",
        "summary": """Un lieu où l’on entre comme on est, avec son chien, ses sacs et sa colère. « Faire lien et prendre soin » en a soutenu un.""",
        "kind": "Lieu d’accueil",
        "place": "country-be",
        "image": "table",
        "themes": ["logement-et-rue", "travail-social"],
        "published": 85,
        "author": "alix",
        "fields": {"run_by": "professionals", "standing": "inside", "status": "unknown", "starts": "2016"},
        "part_of": "faire-lien-et-prendre-soin",
        "body": [
            (
                "text",
                """
« Bas seuil » : l’expression vient du vocabulaire des professionnel·les et dit assez bien la chose. Plus la marche est haute – un rendez-vous, une pièce d’identité, une promesse d’abstinence, un projet –, moins entrent celles et ceux qui en auraient besoin. On l’abaisse donc, jusqu’à ce qu’il reste une porte, quelqu’un derrière et du café.

Le reste demande un grand savoir-faire. Il faut accepter de ne pas savoir le nom des gens pendant des semaines. Il faut tenir un cadre sans brandir le règlement. Il faut que l’équipe ait, elle aussi, un endroit où déposer ce qu’elle entend.
""",
            ),
            ("heading", "Des règles, peu, et discutées"),
            (
                "text",
                """
Celles-ci sont affichées dans un accueil de jour que plusieurs d’entre nous connaissent bien :

<ul><li>On ne frappe personne.</li><li>On ne pose pas de question à qui n’a pas envie de répondre.</li><li>Les règles se revoient à voix haute :<ul><li>par toutes les personnes présentes ce jour-là,</li><li>et pas seulement après un incident.</li></ul></li></ul>

Rien de cela n’est spectaculaire. Un matin, quelqu’un demande s’il reste de la soupe ; trois mois plus tard, la même personne demande s’il existe un médecin qui ne juge pas. Entre les deux, il s’est passé ce que les rapports d’activité ne savent pas écrire.
""",
            ),
        ],
        "contacts": [{"label": "Parler de cette fiche", "email": "collectif@example.org"}],
    },
    {
        "slug": "trieste",
        "title": "Trieste, la ville qui a fermé son asile",
        "summary": """En 1971, Franco Basaglia prend la direction de l’hôpital psychiatrique de Trieste et commence à l’ouvrir. Sept ans plus tard, une loi italienne met fin aux asiles.""",
        "kind": "Service public ouvert",
        "place": "gn-3165185",
        "image": "fenetres",
        "themes": ["folie-et-psychiatrie", "paroles"],
        "published": 77,
        "author": "camille",
        "fields": {
            "run_by": "professionals",
            "standing": "inside",
            "status": "alive",
            "starts": "1971",
            "verified_on": -75,
        },
        "body": [
            (
                "text",
                """
Basaglia arrive de Gorizia, où il a déjà appris qu’un asile humanisé reste un asile. À Trieste, le grand hôpital de San Giovanni enferme plus d’un millier de personnes dans un parc sur la colline. Avec une équipe très jeune, venue de partout, il décide de ne pas réformer : il s’agit de rendre l’hôpital inutile.

On ouvre les portes, on enlève les blouses et les grilles. On tient chaque jour une assemblée à laquelle tout le monde peut venir. On rend aux gens leurs vêtements, leur argent, leur nom, un travail payé. Les artistes s’installent dans les pavillons vides. Un <a href="page:le-cheval-bleu">grand cheval bleu</a> sort un jour dans la ville, et l’on ne pourra plus faire comme s’il n’était pas sorti.
""",
            ),
            ("heading", "Après les murs"),
            (
                "text",
                """
Le 13 mai 1978, le Parlement italien vote la loi 180 : plus d’hôpital psychiatrique nouveau, et le soin volontaire pour règle. À Trieste, l’asile est déjà presque vide. Le remplacent des centres de santé mentale de quartier ouverts jour et nuit, quelques lits seulement, des appartements, des coopératives, et une idée tenace : on soigne mal quelqu’un qui n’a pas de droits.

Rien n’est jamais acquis. Le modèle triestin a été menacé plus d’une fois par des coupes et des nominations politiques. Mais le parc de San Giovanni est resté ouvert ; on y a planté des milliers de roses, et l’on y croise des étudiant·es, des promeneur·euses, des fous et des folles. Comme partout, somme toute.
""",
            ),
            ("content_link", {"content": "loi-180", "reason": "Les phrases de la loi, traduites et commentées."}),
            (
                "quotation",
                {
                    "quotation": "La liberté est thérapeutique.",
                    "source": "phrase peinte sur un mur de l’ancien hôpital de San Giovanni",
                },
            ),
        ],
        "steps": [
            ("1971", "Franco Basaglia devient directeur de l’hôpital de San Giovanni."),
            ("1972", "Des patient·es fondent une coopérative de travail."),
            ("1973", "Marco Cavallo, le cheval bleu, sort de l’hôpital en cortège."),
            ("13 mai 1978", "L’Italie vote la loi 180."),
            ("1980", "Mort de Franco Basaglia. Le travail continue."),
        ],
        "related": ["l-institution-en-negation", "la-borde"],
    },
    {
        "slug": "cooperative-lavoratori-uniti",
        "title": "La coopérative des travailleurs unis",
        "summary": """À Trieste, celles et ceux qui balayaient l’asile contre quelques cigarettes ont demandé un salaire. Ils et elles ont fondé une coopérative, bien avant que le mot « social » ne s’y ajoute.""",
        "kind": "Coopérative",
        "place": "gn-3165185",
        "image": "mains",
        "themes": ["entraide", "conditions-de-travail", "folie-et-psychiatrie"],
        "published": 70,
        "fields": {"run_by": "co_managed", "standing": "edge", "status": "unknown", "starts": "1972"},
        "part_of": "trieste",
        "body": [
            (
                "text",
                """
Dans les asiles, les malades travaillaient. On appelait cela l’ergothérapie : laver les couloirs, porter le linge, servir la soupe, pour un peu de tabac. L’hôpital y trouvait son compte, et le mot « soin » couvrait le tout.

En 1972, à Trieste, le mot tombe. Des patient·es forment une coopérative et signent un contrat pour faire le même travail, au tarif. Le ménage reste le ménage, mais il y a désormais une paie, des assemblées d’associé·es, des conflits de travail comme ailleurs. Avec l’argent viennent le choix d’une chemise, une chambre en ville, la possibilité de ne pas y aller un matin.
""",
            ),
            ("heading", "Ce que le contrat déplace"),
            (
                "text",
                """
On demande souvent si le travail soigne. La question des fondateur·trices était autre : de quel droit le soin dispenserait-il de payer ? En devenant associé·e, on cesse d’être « placé·e ». On peut se tromper, démissionner, être élu·e.

L’Italie a reconnu les coopératives sociales par une loi de 1991. Il en existe aujourd’hui des milliers, des plus combatives aux plus dociles. Certaines sont devenues des sous-traitantes bon marché des services publics ; l’histoire triestine sert alors de reproche autant que de modèle.
""",
            ),
            (
                "questions",
                {
                    "title": "À discuter dans votre établissement",
                    "questions": [
                        "Qui, chez nous, travaille sans contrat au nom du soin ou de l’insertion ?",
                        "Que changerait une assemblée où ces personnes auraient une voix ?",
                    ],
                },
            ),
        ],
        "steps": [
            ("1972", "Fondation de la coopérative dans l’hôpital de San Giovanni."),
            ("1991", "La loi italienne reconnaît les coopératives sociales."),
        ],
    },
    {
        "slug": "la-borde",
        "title": "La Borde, soigner l’hôpital",
        "summary": """Dans un château du Loir-et-Cher, patient·es et soignant·es font tourner ensemble la cuisine, le jardin, le théâtre et le standard. Depuis 1953, on y soigne d’abord le milieu où l’on vit.""",
        "kind": "Lieu de vie",
        "place": "fr-41067",
        "image": "foret",
        "themes": ["folie-et-psychiatrie", "creation"],
        "published": 64,
        "author": "sacha",
        "fields": {
            "run_by": "co_managed",
            "standing": "inside",
            "status": "alive",
            "starts": "1953",
            "verified_on": -64,
        },
        "body": [
            (
                "text",
                """
Le psychiatre Jean Oury fonde la clinique en 1953. Il vient de Saint-Alban, en Lozère, où François Tosquelles et d’autres ont compris, pendant la guerre, qu’un hôpital peut rendre malade et qu’il faut donc le soigner lui aussi. Félix Guattari le rejoint deux ans plus tard. On nommera cela la psychothérapie institutionnelle, un grand mot pour une attention minuscule : qui ouvre la porte, qui épluche, qui a remarqué que quelqu’un n’est pas descendu ce matin ?

À La Borde, rien ne dit au premier regard qui est payé et qui ne l’est pas. Les tâches tournent, au long d’une grille qui se discute sans fin. Le médecin peut faire la vaisselle. Un patient tient la caisse du bar. Un Club, association dont les pensionnaires sont membres, gère de l’argent, des ateliers, un journal, des sorties.
""",
            ),
            ("heading", "La fête de l’été"),
            (
                "text",
                """
Chaque 15 août, ou presque, une pièce se joue dans le parc. Elle se prépare pendant des mois, avec qui veut. C’est cette attente que Nicolas Philibert a filmée dans <a href="page:la-moindre-des-choses">La Moindre des choses</a> : des gens cherchent une réplique, un chapeau, le courage d’entrer, et le film ne dit jamais qui est quoi.

Il serait trop simple d’en faire un paradis. La clinique est privée, conventionnée, soumise aux mêmes normes que les autres ; elle se bat contre des protocoles qui voudraient interdire aux malades l’accès à la cuisine. Tenir une place vide dans le planning, laisser traîner un atelier qui ne sert à rien : voilà ce qu’il faut désormais défendre, document par document.
""",
            ),
        ],
        "steps": [
            ("1953", "Jean Oury ouvre la clinique au château de La Borde, à Cour-Cheverny."),
            ("1955", "Félix Guattari rejoint l’équipe."),
            ("Été 1995", "Nicolas Philibert y tourne « La Moindre des choses »."),
            ("2014", "Mort de Jean Oury."),
        ],
        "related": ["la-moindre-des-choses"],
    },
    {
        "slug": "saint-alban",
        "title": "Saint-Alban, l’hôpital pendant la guerre",
        "summary": """Dans les montagnes de Lozère, au plus noir de l’Occupation, des malades, des religieuses, des réfugié·es et des médecins résistant·es ont cessé de se croire séparé·es. Presque tout y a commencé.""",
        "kind": "Service public ouvert",
        "place": "fr-48132",
        "image": "potager",
        "themes": ["folie-et-psychiatrie", "creation", "entraide"],
        "published": 57,
        "author": "sacha",
        "fields": {
            "run_by": "co_managed",
            "standing": "inside",
            "status": "ended",
            "starts": "1940",
            "ends": "années 1960",
            "verified_on": -57,
        },
        "body": [
            (
                "text",
                """
Au début de 1940, un psychiatre catalan sort d’un camp où la France enfermait les réfugié·es de la guerre d’Espagne. François Tosquelles est attendu à l’hôpital de Saint-Alban, un vieux château où manquent le chauffage et les médecins. Il arrive avec quelques livres et une idée apprise sur le front d’Aragon : on peut soigner avec des paysan·nes, des curés et des prostituées, pourvu que l’on s’organise.

La faim décime alors les asiles français. À Saint-Alban, on sort. Les malades vont aider aux champs et reviennent avec des pommes de terre, troquent leur tricot contre du beurre. Le poète Paul Éluard s’y cache quelque temps, comme d’autres clandestin·es, et y écrit. Lucien Bonnafé, médecin et résistant, dirige l’établissement. Personne ne sait plus très bien qui est à l’abri chez qui.
""",
            ),
            (
                "quotation",
                {
                    "quotation": "Sans la reconnaissance de la valeur humaine de la folie, c’est l’homme même qui disparaît.",
                    "author": "François Tosquelles",
                },
            ),
            ("heading", "Un club, un journal, un cinéma"),
            (
                "text",
                """
La guerre finie, on continue. Un club géré par les malades fait tourner un bar, une bibliothèque, un théâtre et un journal ; l’argent circule, on vote, on se trompe dans les comptes. Les murs extérieurs tombent, en partie démontés par celles et ceux qu’ils retenaient.

L’expérience s’est défaite lentement, au fil des départs et des réformes. Mais Jean Oury y fut interne avant de fonder <a href="page:la-borde">La Borde</a>, et Frantz Fanon y passa avant Blida. Le mot de « psychothérapie institutionnelle » est né à son propos. Un film, <a href="page:les-heures-heureuses">Les Heures heureuses</a>, rend à ces années leur gaieté.
""",
            ),
        ],
        "steps": [
            ("1940", "Arrivée de François Tosquelles."),
            ("1943", "Lucien Bonnafé dirige l’hôpital ; Paul Éluard y trouve refuge l’hiver suivant."),
            ("Après 1945", "Le club, le journal et les ateliers se développent."),
            ("Années 1960", "Tosquelles s’en va ; une époque s’achève."),
        ],
        "related": ["la-borde", "les-heures-heureuses"],
    },
    {
        "slug": "geel",
        "title": "Geel, la folie en famille",
        "summary": """Depuis le Moyen Âge, les habitant·es d’une petite ville de Campine logent chez eux, chez elles, des personnes que l’on dit folles. On n’y parle ni de patient·es ni de cas : on parle de pensionnaires.""",
        "kind": "Lieu de vie",
        "place": "gn-2797779",
        "image": "chemin",
        "themes": ["folie-et-psychiatrie", "logement-et-rue", "entraide"],
        "published": 52,
        "author": "camille",
        "fields": {"run_by": "other", "standing": "edge", "status": "alive", "verified_on": -52},
        "body": [
            (
                "text",
                """
La légende dit qu’une princesse d’Irlande, Dymphne, fut tuée là par son père devenu fou. On vint prier la sainte pour les insensé·es ; l’église se remplit ; on prit l’habitude de loger les pèlerin·es chez l’habitant, et l’habitude est restée quand la foi s’en est allée.

À la fin des années 1930, la ville hébergeait plus de trois mille cinq cents pensionnaires. Ils et elles sont bien moins nombreux·ses aujourd’hui, mais des familles continuent d’ouvrir une chambre, parfois de mère en fille, avec l’appui d’un hôpital public qui reste en retrait.
""",
            ),
            (
                "picture",
                {
                    "image": "maisons",
                    "alternative": "Dessin : trois rangées de maisons de toutes les couleurs, fenêtres allumées.",
                    "caption": "Venir à pied, rester quarante ans.",
                },
            ),
            ("heading", "Ce que les familles savent"),
            (
                "text",
                """
La famille d’accueil n’est pas formée à la psychiatrie, et ne connaît pas toujours le diagnostic. Elle connaît la personne : elle sait qu’il ne faut pas déplacer sa tasse, qu’elle chante quand l’orage vient, qu’elle préfère les bêtes aux gens. Elle n’essaie pas de guérir. Elle fait une place, et toute la ville fait comme elle : au café, à la fanfare, à la messe, on s’est habitué depuis sept siècles à voir quelqu’un parler seul.

Des visiteur·euses sont venu·es de toute l’Europe, au XIXe siècle, regarder cette « colonie » avec admiration ou avec effroi. La question qu’ils et elles rapportaient chez eux n’a pas vieilli : et si l’hospitalité était une compétence ordinaire, que l’on désapprend ?
""",
            ),
        ],
        "steps": [
            ("Moyen Âge", "Pèlerinage à sainte Dymphne ; les habitant·es logent les insensé·es."),
            ("XIXe siècle", "L’État belge prend la colonie sous sa responsabilité."),
            ("Fin des années 1930", "Plus de trois mille cinq cents pensionnaires dans les familles."),
            ("2023", "L’Unesco inscrit l’accueil familial de Geel à son registre de bonnes pratiques de sauvegarde."),
        ],
    },
    {
        "slug": "soteria",
        "title": "Soteria, une maison plutôt qu’un hôpital",
        "summary": """De 1971 à 1983, en Californie, de jeunes adultes en pleine crise psychotique ont été accueilli·es dans une maison ordinaire, avec peu ou pas de médicaments et quelqu’un à leurs côtés.""",
        "kind": "Lieu de vie",
        "place": "gn-5392171",
        "image": "mer",
        "themes": ["folie-et-psychiatrie"],
        "published": 44,
        "author": "camille",
        "fields": {
            "run_by": "other",
            "standing": "outside",
            "status": "ended",
            "starts": "1971",
            "ends": "1983",
            "verified_on": -44,
        },
        "body": [
            (
                "text",
                """
Le psychiatre Loren Mosher dirigeait alors la recherche sur la schizophrénie à l’Institut national de la santé mentale des États-Unis. Il avait vu, à Londres, les maisons ouvertes autour de Ronald Laing, et voulait savoir : que devient une première crise si on la traverse accompagné·e, dans un lieu calme, sans la faire taire d’emblée ?

La maison se trouvait à San José. Six ou sept personnes y vivaient, avec des accompagnant·es choisi·es pour leur patience plutôt que pour leurs titres. On cuisinait, on jardinait, on restait assis·e par terre à côté de quelqu’un qui avait peur, des heures durant. <i>Être avec</i>, disait l’équipe, et non <i>faire à</i>.
""",
            ),
            ("heading", "Ce que l’on a mesuré"),
            (
                "text",
                """
L’expérience était aussi une recherche. À deux ans, les habitant·es de Soteria s’en tiraient au moins aussi bien que les personnes hospitalisées, en ayant reçu beaucoup moins de neuroleptiques. Ces résultats ont été discutés, puis oubliés ; l’argent a cessé de venir et la maison a fermé en 1983.

L’idée a voyagé. Luc Ciompi a ouvert une Soteria à Berne en 1984, qui existe encore, et d’autres maisons s’en réclament en Europe. Mosher, lui, a démissionné avec éclat de l’Association américaine de psychiatrie en 1998, lui reprochant sa trop grande amitié pour l’industrie pharmaceutique.
""",
            ),
            (
                "note",
                {
                    "title": "Attention",
                    "text": """Arrêter seul·e et d’un coup un traitement est dangereux. Ce que montre Soteria, c’est ce que permet une présence continue ; elle ne se remplace pas par une décision solitaire.""",
                },
            ),
        ],
        "steps": [
            ("1971", "Ouverture de la maison à San José."),
            ("1983", "Fermeture, faute de financement."),
            ("1984", "Une maison Soteria ouvre à Berne, en Suisse."),
        ],
        "related": ["entendeurs-de-voix"],
    },
    {
        "slug": "groupes-d-entraide-mutuelle",
        "title": "Les groupes d’entraide mutuelle",
        "summary": """Des centaines de lieux, en France, où des personnes passées par la psychiatrie se retrouvent entre elles, sans soin ni prescription. Une association, un local, une bouilloire et des décisions à prendre.""",
        "kind": "Entraide",
        "place": "country-fr",
        "image": "voix",
        "themes": ["entraide", "paroles", "folie-et-psychiatrie"],
        "published": 33,
        "author": "sacha",
        "fields": {
            "run_by": "self_managed",
            "standing": "outside",
            "status": "alive",
            "starts": "2005",
            "verified_on": -33,
            "website": "https://www.cnigem.fr/",
        },
        "body": [
            (
                "text",
                """
Les GEM sont nés avec la loi du 11 février 2005, portés par des associations d’usager·es et de familles qui en avaient assez que l’après-hôpital se résume à un appartement vide et à une piqûre par mois. Leur statut est singulier : ni service de soin, ni établissement médico-social. Une association d’adhérent·es, une subvention, et la liberté d’en faire ce que l’on veut, ou presque.

On y vient sans ordonnance et sans rendre de comptes. On boit un café, on prépare un voyage, on monte une chorale, on se dispute sur la clé du local. Le dimanche compte beaucoup, parce que tout le reste est fermé.
""",
            ),
            ("heading", "Qui tient la maison ?"),
            (
                "text",
                """
Voilà la question vivante de chaque groupe. Il y a le plus souvent un ou deux postes d’animation, et une association « marraine ». Selon les lieux, l’animateur·trice est employé·e par les adhérent·es, ou glisse doucement vers le rôle d’éducateur·trice. Quelques repères, entendus de GEM en GEM :

<ul><li>les adhérent·es recrutent, et peuvent ne pas renouveler un contrat ;</li><li>le compte en banque est au nom du groupe ;</li><li>il y a des heures sans salarié·e :<ul><li>au moins un soir,</li><li>au moins un dimanche sur deux ;</li></ul></li><li>le règlement s’écrit à la main et se réécrit souvent.</li></ul>

La subvention oblige à compter les présences. Certains groupes comptent ; d’autres ont voté que la feuille resterait dans le tiroir jusqu’au 31 décembre.
""",
            ),
        ],
        "steps": [("2005", "La loi du 11 février 2005 permet de financer les premiers groupes.")],
        "contacts": [
            {
                "label": "Collectif national inter-GEM",
                "url": "https://www.cnigem.fr/",
                "details": "Pour trouver un groupe près de chez vous",
            }
        ],
        "related": ["entendeurs-de-voix", "psycom"],
    },
    {
        "slug": "entendeurs-de-voix",
        "title": "Entendre des voix, et s’entendre",
        "summary": """Né aux Pays-Bas à la fin des années 1980, un mouvement mondial de personnes qui entendent des voix. Dans leurs groupes, on demande ce que disent les voix plutôt que de les faire taire.""",
        "kind": "Groupe de parole",
        "place": "gn-2751283",
        "image": "oiseaux",
        "themes": ["paroles", "entraide", "folie-et-psychiatrie"],
        "published": 21,
        "author": "camille",
        "fields": {
            "run_by": "self_managed",
            "standing": "outside",
            "status": "alive",
            "starts": "1987",
            "verified_on": -21,
            "website": "https://revfrance.org/",
        },
        "body": [
            (
                "text",
                """
Tout commence par une dispute. À Maastricht, Patsy Hage tient tête à son psychiatre, Marius Romme : vous croyez bien en un Dieu que personne n’a vu, pourquoi mes voix ne seraient-elles pas réelles ? Il se laisse convaincre qu’elles le sont pour elle, et que cela change tout. Avec la chercheuse Sandra Escher, il invite à la télévision néerlandaise celles et ceux qui en entendent à se faire connaître. Des centaines de personnes appellent. Beaucoup n’ont jamais vu un psychiatre et vivent très bien avec.

De là est né un mouvement, Intervoice, présent sur tous les continents, et des groupes locaux où l’on parle entre pair·es. En France, le Réseau français sur l’entente de voix les relie.
""",
            ),
            ("heading", "Comment se passe un groupe"),
            (
                "text",
                """
<ol><li>On dit comment ça va, avec ou sans voix.</li><li>Quelqu’un apporte une question : une voix nouvelle, une nuit difficile, une ruse qui a marché.</li><li>Les autres racontent ce qu’ils et elles font. Toutes les explications ont droit de cité, médicales, spirituelles, politiques.</li><li>On ne conseille pas d’arrêter ou de prendre un traitement.</li></ol>

Ce qui surprend le plus les professionnel·les qui y viennent, c’est le rire. On imite les voix, on les met en boîte, on leur donne rendez-vous à dix-huit heures pour avoir la paix le reste du jour. Ce que la clinique appelait symptôme devient une relation, avec ses torts partagés.
""",
            ),
            (
                "content_link",
                {"content": "voix-en-ligne", "reason": "Une soirée de présentation, ouverte et à distance."},
            ),
        ],
        "steps": [
            ("1987", "Appel à la télévision néerlandaise, puis premier congrès d’entendeur·euses de voix."),
            ("Années 1990", "Des groupes se forment en Angleterre et ailleurs."),
            ("Années 2010", "Le réseau français se constitue."),
        ],
        "contacts": [{"label": "Réseau français sur l’entente de voix", "url": "https://revfrance.org/"}],
    },
    {
        "slug": "la-colifata",
        "title": "La Colifata, la radio derrière les grilles",
        "summary": """À Buenos Aires, depuis 1991, des personnes hospitalisées et d’autres qui ne le sont plus font de la radio dans le jardin de l’hôpital Borda.""",
        "kind": "Outil",
        "place": "gn-3435910",
        "image": "voix",
        "themes": ["creation", "paroles"],
        "life": "draft",
        "author": "camille",
        "fields": {"run_by": "co_managed", "standing": "edge", "status": "alive", "starts": "1991"},
        "remark": """Très belle matière ! Est-ce que quelqu’un de la radio a relu ? On pourrait aussi lier la fiche des entendeur·euses de voix.""",
        "body": [
            (
                "text",
                """
Le samedi, on installe une table, un micro et des chaises dans la cour. L’idée est d’un étudiant en psychologie, Alfredo Olivera : enregistrer ce qui se dit à l’hôpital et le porter dehors, sur les ondes de stations amies, puis rapporter dedans ce que la ville répond.

<b>À compléter :</b> comment se décide le programme, qui monte, ce que la radio a changé pour celles et ceux qui sont sorti·es. Trouver des extraits avec l’accord des voix qu’on y entend.
""",
            ),
        ],
    },
]
