"""Appeals: what coordinations, assemblies and collectives invite to do."""

from datetime import date, time

APPEALS = [
    {
        "slug": "coordination-nationale-2018",
        "title": "L’appel de la coordination nationale du social et du médico-social",
        "summary": """En septembre 2018, soixante salarié·es en lutte, venu·es de onze villes, décident de ne plus se battre chacun·e dans son coin. Cinq appels, de la rue au ministère.""",
        "image": "cortege",
        "themes": ["conditions-de-travail", "marchandisation", "travail-social"],
        "published": 121,
        "author": "sacha",
        "fields": {
            "kind": "mobilisation",
            "adopted_by": "la coordination nationale du secteur social et médico-social",
            "adopted_on": date(2018, 9, 22),
            "adopted_until": date(2018, 9, 23),
            "people_count": 60,
        },
        "towns": [
            "fr-49007",
            "fr-56007",
            "fr-60159",
            "fr-05061",
            "fr-38185",
            "fr-59350",
            "fr-75056",
            "fr-51454",
            "fr-76540",
            "fr-31555",
            "fr-54395",
        ],
        "booklet": "appel-de-septembre",
        "body": [
            (
                "text",
                """
Elles et ils travaillent en foyer, en rue, en psychiatrie, dans la protection de l’enfance ou l’insertion. Certain·es ont leur carte à un syndicat, d’autres n’en veulent pas. Le week-end des 22 et 23 septembre 2018, soixante personnes se retrouvent pour comparer ce qui leur arrive, et constatent que c’est partout la même chose : plus moyen d’exercer dignement, plus moyen d’accompagner vraiment.

Le diagnostic tient en une phrase : on a fait du social un marché. Les associations sont mises en concurrence entre elles, puis avec des entreprises pour qui la misère est un placement. En face, chacun·e résiste dans son établissement, souvent seul·e, et s’épuise.
""",
            ),
            (
                "quotation",
                {
                    "quotation": """Aujourd’hui, nous faisons le constat commun que nous ne pouvons plus pratiquer nos métiers dans des conditions dignes.""",
                    "author": "la coordination nationale",
                    "source": "appel des 22 et 23 septembre 2018",
                },
            ),
            (
                "text",
                """
La coordination ne rédige donc pas une motion de plus. Elle donne des dates, pour que les villes se voient les unes les autres : un cortège, des assemblées, un rendez-vous à Nantes, puis les départements et le ministère. Nous la reproduisons ici parce que ses raisons n’ont pas disparu.
""",
            ),
        ],
        "calls": [
            {
                "title": "Faire front contre la mise en concurrence",
                "form": "meeting",
                "venue": "dans les collectifs et dans les luttes en cours",
                "text": """Entre associations, structures et entreprises, la concurrence nourrit des profits sur le dos des personnes accompagnées. L’appel cite La Poste, BNP et Areva. Y répondre commence par se rencontrer et mettre en commun ce que chacun·e a essayé.""",
            },
            {
                "title": "Former dans chaque ville un cortège du social en lutte",
                "form": "march",
                "dates": [{"start_date": date(2018, 10, 9)}],
                "venue": "dans toutes les villes",
                "text": "Marcher ensemble, sous une même banderole, pour que l’unité du secteur se voie.",
            },
            {
                "title": "Réunir des assemblées générales et poursuivre la grève",
                "form": "strike",
                "dates": [{"start_date": date(2018, 10, 10), "precision": "from"}],
                "text": "Partager savoirs et expériences dès le lendemain du cortège, et ne pas laisser la grève retomber.",
            },
            {
                "title": "Se retrouver à Nantes, aux Assises de la prévention spécialisée",
                "form": "gathering",
                "place": "fr-44109",
                "dates": [
                    {"start_date": date(2018, 11, 8), "end_date": date(2018, 11, 9)},
                    {"start_date": date(2018, 11, 8), "start_time": time(19)},
                ],
                "venue": "Assises de la prévention spécialisée ; assemblée de la coordination le 8 au soir",
                "text": """Santé, psychiatrie, insertion, protection de l’enfance : tout le monde est visé. Rassemblement et actions le 8 novembre, assemblée de la coordination le soir même (l’heure indiquée ici est approximative).""",
            },
            {
                "title": "Manifester devant les conseils départementaux, puis monter au ministère",
                "form": "march",
                "dates": [{"start_date": date(2018, 12, 1), "precision": "month"}],
                "venue": "devant les conseils départementaux, puis devant le ministère",
                "text": "Des manifestations locales en décembre, suivies d’une montée nationale à Paris.",
            },
        ],
        "outcome": """
Il reste de ce week-end le texte de l’appel, des photos, des vidéos et un livret, « Travail social, défis et résistances ». La fédération SUD Santé Sociaux, qui prenait part à la dynamique, les a rassemblés sur une page.

Sur la suite, ville par ville, nous avons plus de souvenirs que de traces. <a href="page:envoyez-nous">Si vous y étiez, racontez-nous</a> : les cortèges du 9 octobre, les assemblées, Nantes, décembre, et ce qui s’est noué là et dure encore.
""",
        "related": ["tenir-une-assemblee", "ce-que-compter-veut-dire"],
    },
    {
        "slug": "envoyez-nous",
        "title": "Envoyez-nous ce qui vous fait tenir, et ce qui vous révolte",
        "summary": """Un texte, un son, une photo, un livre, une date ou seulement le nom d’un projet dont on vous a parlé : ce site se remplit par celles et ceux qui le lisent.""",
        "image": "mains",
        "themes": ["paroles", "entraide"],
        "published": 124,
        "author": "alix",
        "fields": {"kind": "contributions", "adopted_by": "le collectif Nébuleuses"},
        "body": [
            (
                "text",
                """
Beaucoup d’expériences ne sont connues que de trois équipes et d’une bande d’ami·es. Celles et ceux qui les mènent n’ont pas le temps d’en parler, ou pensent que ce n’est pas assez abouti. C’est justement ce que nous cherchons.

Il n’est pas nécessaire de savoir écrire, ni d’avoir fini, ni d’être d’accord avec nous. Envoyez ce que vous avez :
""",
            ),
            (
                "text",
                """
<ul><li>un récit, un témoignage, un coup de colère, signé ou non ;</li><li>un enregistrement, même pris au téléphone :<ul><li>un entretien,</li><li>une chanson,</li><li>le bruit d’un lieu que vous aimez ;</li></ul></li><li>des photos, des dessins, des affiches ;</li><li>un livre, un film, un podcast, avec deux lignes pour dire pourquoi ;</li><li>une date pour l’agenda ;</li><li>un simple nom : nous irons voir.</li></ul>
""",
            ),
            (
                "note",
                {
                    "title": "Si vous risquez quelque chose",
                    "text": """Écrivez depuis chez vous et non depuis votre travail, sans donner votre nom. Enlevez ce qui désigne un établissement ou une personne ; nous relirons avec ce souci, et rien ne paraîtra sans votre accord.""",
                },
            ),
            ("heading", "Ce que nous en ferons"),
            (
                "text",
                """
Deux d’entre nous liront votre envoi et vous répondront sous quinze jours. Nous proposerons peut-être des coupes, jamais un autre sens. Si nous ne publions pas, nous dirons pourquoi.
""",
            ),
            (
                "questions",
                {
                    "title": "Pour vous mettre en route",
                    "questions": [
                        "Quand avez-vous été fier·e, ces derniers mois, d’une chose faite à plusieurs ?",
                        "Qu’est-ce que l’on vous demande de faire et que vous ne ferez plus ?",
                        "Quel lieu voudriez-vous que votre petite sœur trouve, le jour où elle ira mal ?",
                    ],
                },
            ),
        ],
        "calls": [
            {
                "title": "Nous écrire, ou déposer un fichier",
                "form": "writing",
                "venue": "par courriel : collectif@example.org",
                "text": "Sans date limite. Les envois longs sont les bienvenus, les très courts aussi.",
            },
        ],
        "related": ["partial-et-partisan"],
    },
    {
        "slug": "aller-voir",
        "title": "Aller voir : nous payons le train",
        "summary": """Vous êtes trois ou quatre, vous aimeriez passer deux jours dans un lieu qui travaille autrement ? Proposez une visite : une petite caisse de solidarité couvre le voyage.""",
        "image": "chemin",
        "themes": ["entraide", "penser-sa-pratique"],
        "published": 27,
        "author": "sacha",
        "fields": {
            "kind": "projects",
            "adopted_by": "l’assemblée de Nébuleuses",
            "adopted_on": -33,
            "deadline": 24,
        },
        "body": [
            (
                "text",
                """
On apprend mal une pratique en la lisant. Il faut avoir bu le café d’un lieu, entendu une dispute, vu qui fait la vaisselle. Notre dernière assemblée a donc mis de côté une partie des dons reçus pour que des équipes, des groupes d’entraide ou des familles puissent se rendre visite.

La caisse est petite : de quoi payer les trajets de cinq ou six groupes, en deuxième classe, et de quoi contribuer au repas.
""",
            ),
            ("heading", "Qui peut demander"),
            (
                "text",
                """
<ol><li>Un groupe de deux à cinq personnes, dont la moitié au moins ne vient pas comme professionnel·le.</li><li>Un lieu d’accueil d’accord, avec une date possible dans les six mois.</li><li>Une question, une seule, que vous emportez avec vous.</li></ol>

Pas de dossier : une page, ou un message enregistré. Au retour, vous nous racontez ce que vous avez vu, sous la forme que vous voulez, et nous le publions avec l’accord de vos hôte·sses.
""",
            ),
            (
                "document",
                {
                    "document": "cercle-en-une-heure",
                    "title": "Pour préparer le voyage : un cercle de parole en une heure",
                    "description": "Une trame modifiable, utile pour choisir sa question à plusieurs.",
                },
            ),
            (
                "note",
                {
                    "title": "Comment nous choisirons",
                    "text": """À main levée, avec un·e invité·e tiré·e au sort parmi les lecteur·rices. Nous chercherons la variété des lieux plutôt que la qualité des dossiers. Les groupes non retenus recevront au moins des adresses.""",
                },
            ),
        ],
        "calls": [
            {
                "title": "Envoyer votre question et votre destination",
                "form": "writing",
                "dates": [{"start_date": 24}],
                "venue": "visites@example.org",
                "text": "Dernier jour pour proposer une visite. Réponse dans les trois semaines.",
            },
            {
                "title": "Venir au choix des visites",
                "form": "assembly",
                "place": "fr-69123",
                "dates": [{"start_date": ("samedi", 6), "start_time": time(14, 30)}],
                "venue": "à l’étage d’une librairie ; l’adresse sera donnée aux inscrit·es",
                "text": "Assemblée ouverte, avec lecture des propositions à voix haute.",
            },
        ],
        "related": ["faire-lien-et-prendre-soin", "trieste"],
    },
    {
        "slug": "une-heure-pour-se-parler",
        "title": "Une heure pour se parler",
        "summary": """Le même jour, dans tous les services qui le voudront, poser le téléphone et se réunir une heure, personnes accompagnées comprises. Sans autorisation et sans ordre du jour.""",
        "image": "chaises",
        "themes": ["conditions-de-travail", "paroles", "travail-social"],
        "published": 16,
        "author": "camille",
        "fields": {
            "kind": "mobilisation",
            "adopted_by": "une assemblée de salarié·es, de stagiaires et de personnes accompagnées",
            "adopted_on": -19,
            "people_count": 42,
        },
        "towns": ["fr-42218", "fr-69123", "fr-38185", "fr-44109"],
        "body": [
            (
                "text",
                """
Nous étions quarante-deux dans une salle trop petite. Au deuxième tour de parole, quelqu’un a dit : « Cela fait quatre ans que je viens dans votre service et c’est la première fois que je vous entends discuter entre vous. » Il y a eu un silence, puis cette proposition.

Le temps de se parler a disparu des plannings. Les réunions servent à transmettre des consignes, les transmissions se font sur écran, les personnes accompagnées n’y ont pas accès. Nous ne demandons pas que l’on nous rende ce temps. Nous le reprenons, une heure, tous et toutes en même temps.
""",
            ),
            (
                "quotation",
                {
                    "quotation": "On n’a pas besoin d’une grande salle, on a besoin que le bureau soit vide pendant une heure.",
                    "author": "une stagiaire",
                    "source": "dans l’assemblée d’où part cet appel",
                },
            ),
            ("heading", "Comment faire chez vous"),
            (
                "text",
                """
<ul><li>Prévenir la veille, par une affiche à l’accueil.</li><li>Garder une personne de veille, à tour de rôle, là où l’on ne peut pas fermer.</li><li>Inviter tout le monde :<ul><li>les personnes accompagnées et leurs proches,</li><li>l’équipe de ménage et la cuisine,</li><li>les intérimaires, les vacataires, la nuit.</li></ul></li><li>Ne rien remonter à la hiérarchie sans l’accord de toutes et tous.</li></ul>
""",
            ),
            (
                "content_link",
                {"content": "tenir-une-assemblee", "reason": "Le livret de poche, à photocopier avant le jour dit."},
            ),
        ],
        "calls": [
            {
                "title": "Arrêter le travail une heure et se réunir",
                "form": "strike",
                "dates": [{"start_date": ("jeudi", 3), "start_time": time(14)}],
                "venue": "dans tous les services",
                "text": "Une heure, à quatorze heures. Là où la grève est risquée, prenez-la sur la pause et dites-le.",
            },
            {
                "title": "Se raconter ce que cela a donné",
                "form": "assembly",
                "place": "fr-38185",
                "dates": [{"start_date": ("samedi", 3), "start_time": time(10)}],
                "venue": "maison des associations",
                "text": "Assemblée de retour, avec un repas partagé et une garde d’enfants.",
            },
            {
                "title": "Écrire ensemble ce que l’on a entendu",
                "form": "writing",
                "dates": [{"start_date": ("lundi", 8), "precision": "month"}],
                "text": "Un cahier par ville, puis un seul, que nous publierons ici.",
            },
        ],
        "related": ["travail-social-dans-la-crise", "coordination-nationale-2018"],
    },
]
