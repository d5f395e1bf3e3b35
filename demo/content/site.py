"""Accounts, settings, front page and simple pages."""

#: Username → (displayed name, group).
ACCOUNTS = {
    "camille": ("Camille", "Rédaction"),
    "sacha": ("Sacha", "Modération"),
    "alix": ("Alix", "Administration"),
}

SETTINGS = {
    "tagline": "Alternatives, réflexions et luttes autour du travail social et de la santé",
    "public_email": "collectif@example.org",
    "publisher": "Le collectif Nébuleuses, association de fait (exemple)",
    "publisher_details": "12 rue de l’Exemple, 54000 Nancy",
    "publication_director": "Camille Exemple",
    "host_name": "Un hébergeur associatif (exemple)",
    "host_details": "1 place du Serveur, 57000 Metz",
    "licence_words": "Sauf mention contraire, nos textes se copient et se partagent librement, sans les vendre et en nous citant (CC BY-NC-SA 4.0).",
    "footer": """Nébuleuses, un collectif sans salarié·e ni publicité. Sauf mention contraire, nos textes se copient et se partagent librement : citez-nous, ne les vendez pas.""",
}

#: Who one may write to: what is chosen, where it arrives.
RECIPIENTS = [
    ("La modération : un texte, un envoi, une page à retirer", "moderation@example.org"),
    ("L’agenda : une date à corriger, une annulation", "agenda@example.org"),
    ("La technique : quelque chose ne marche pas", "technique@example.org"),
]

SOCIAL_LINKS = [("Mastodon", "https://mastodon.example.org/@nebuleuses")]

FEATURED = "faire-lien-et-prendre-soin"

HOME_INTRODUCTION = """Ailleurs et tout près, des gens soignent, éduquent, accueillent et s’entraident autrement. Nous rassemblons ces expériences, les idées qui les nourrissent et les luttes qui les défendent. <a href="page:envoyez-nous">Envoyez‑nous la vôtre.</a>"""

#: Address → (one sentence, body).
SIMPLE_PAGES = {
    "contribuer": (
        "Un lieu, un texte, un son, une date, un livre, ce qui vous révolte : presque tout ce que vous lisez ici a commencé par quelqu’un qui l’a envoyé.",
        [
            ("heading", "Ce que vous pouvez nous envoyer"),
            (
                "text",
                """
<ul><li><b>Une initiative</b> : un nom et une ville suffisent. Nous écrirons la fiche avec vous, ou avec celles et ceux qui la font vivre.</li><li><b>Un texte</b>, fini ou non : une réflexion, un témoignage, un compte rendu, une traduction.</li><li><b>Un rendez-vous</b> : débat, atelier, assemblée, manifestation, projection.</li><li><b>Un livre, un film, un podcast, un outil</b>, et deux phrases pour dire pourquoi.</li></ul>
""",
            ),
            ("heading", "Si parler vous met en danger"),
            (
                "text",
                """
Écrivez de chez vous, jamais depuis le service, et sans vous nommer si vous préférez. Dites-nous seulement ce qu’il ne faut surtout pas publier. Nous changeons les lieux, les prénoms, les détails qui vous feraient reconnaître, et nous vous relisons la version finale.
""",
            ),
            ("heading", "Ce que nous en faisons"),
            (
                "text",
                """
Quelqu’un vous répond, en général sous quinze jours : nous sommes bénévoles. Le texte est ensuite relu par deux membres du collectif, selon <a href="page:envoyez-nous">notre appel à contributions</a>. Rien ne paraît sans votre dernier mot.
""",
            ),
        ],
    ),
    "a-propos": (
        """Un collectif de personnes qui travaillent, ont travaillé ou sont passées par le social et le soin, et qui n’en prennent pas leur parti.""",
        [
            (
                "text",
                """
Nous sommes éducateur·trices, soignant·es, assistant·es de service social, ancien·nes patient·es, parents, bénévoles, au chômage, en formation. Certain·es d’entre nous ont un badge, d’autres un dossier, plusieurs ont les deux. Ce qui nous réunit, c’est la colère devant ce que deviennent nos institutions, et la certitude qu’il se passe aussi, partout, des choses qui valent la peine d’être racontées.

On nous répète qu’il n’y a pas d’autre manière de faire. C’est faux, et nous avons des adresses. Des équipes ont rendu les clés. Des groupes se passent de professionnel·les, d’autres les ont invité·es à s’asseoir sur les mêmes chaises que tout le monde. Des villes entières ont fermé leur asile. Ces expériences restent pourtant connues de quelques réseaux, et chacun·e, dans son service, se croit seul·e à étouffer.
""",
            ),
            ("heading", "Ce que nous faisons"),
            (
                "text",
                """
<ul><li>Nous tenons un répertoire d’<b>initiatives</b>, d’ici et d’ailleurs, d’hier et d’aujourd’hui :<ul><li>dans les institutions, à leur lisière ou au-dehors ;</li><li>portées par des professionnel·les, autogérées, ou menées ensemble.</li></ul></li><li>Nous publions des <b>textes</b> : réflexions, témoignages, comptes rendus, traductions.</li><li>Nous relayons des <b>appels</b> et un <b>agenda</b>, pour que les luttes se voient et se rejoignent.</li><li>Nous partageons des <b>livres, des films, des outils</b>, en disant pourquoi.</li></ul>
""",
            ),
            ("heading", "Partial et partisan"),
            (
                "text",
                """
Nous ne prétendons pas à la neutralité. Nous choisissons ce que nous publions, nous disons d’où nous parlons et nous préférons un récit honnête, avec ses ratés, à une vitrine. Nous ne recevons pas d’argent des structures dont nous parlons.

Pour nous écrire : <a href="mailto:collectif@example.org">collectif@example.org</a>. Pour nous envoyer quelque chose : <a href="page:envoyez-nous">notre appel à contributions</a> dit comment.
""",
            ),
            ("content_link", {"content": "partial-et-partisan", "reason": "Le texte par lequel tout a commencé."}),
        ],
    ),
    "charte": (
        "Ce que nous publions, ce que nous refusons, et comment nous en décidons à plusieurs.",
        [
            ("heading", "Comment un texte paraît"),
            (
                "text",
                """
Une personne écrit ou met en forme. Deux autres membres lisent et donnent leur accord. Une seule objection, pourvu qu’elle dise sa raison, renvoie le texte à la discussion. Personne ne publie seul·e, personne n’a de droit de veto silencieux.

<ol><li>Le brouillon est ouvert à tout le collectif ; les remarques se font dans la marge.</li><li>Quand l’auteur·rice le souhaite, il part en relecture.</li><li>Deux accords, aucune objection : il paraît.</li><li>S’il change ensuite, les accords se redonnent.</li></ol>
""",
            ),
            ("heading", "Ce à quoi nous tenons"),
            (
                "text",
                """
<ul><li>Nous ne publions le nom de personne sans son accord, et nous conseillons le pseudonyme à qui risque sa place.</li><li>Nous changeons ce qui permettrait de reconnaître un·e enfant, un·e patient·e, un·e collègue.</li><li>Nous n’écrivons pas « les usagers pensent que » à leur place.</li><li>Nous relisons les fiches d’initiatives avec celles et ceux qui les font vivre, chaque fois que c’est possible, et nous datons cette vérification.</li><li>Nous corrigeons nos erreurs et nous le disons.</li></ul>
""",
            ),
            ("heading", "Ce que nous refusons"),
            (
                "text",
                """
Les annonces commerciales, les offres d’emploi, la communication institutionnelle, les propos racistes, sexistes, validistes ou homophobes, et les textes qui parlent des personnes comme de dossiers.
""",
            ),
            (
                "note",
                {
                    "title": "Une page vous met en cause ?",
                    "text": """Écrivez à <a href="mailto:collectif@example.org">collectif@example.org</a>. Nous la retirons le temps d’en parler ensemble, et nous vous répondons sous quinze jours.""",
                },
            ),
        ],
    ),
    "credits": (
        "D’où viennent les lieux, les images, les vidéos.",
        [
            (
                "note",
                {
                    "title": "Ceci est un exemple",
                    "text": """Les pages que vous lisez ont été écrites pour montrer le site en fonctionnement. Les faits historiques et les ouvrages sont réels ; les rendez-vous à venir, les adresses en example.org et plusieurs textes sont inventés. Complétez cette page avant d’ouvrir un vrai site.""",
                },
            ),
            ("heading", "Les vidéos d’ailleurs"),
            (
                "text",
                """
Une vidéo gardée sur un autre site ne se charge qu’après un clic, sur un bouton qui dit où il mène. En voici une, qui explique pourquoi nous préférons PeerTube quand nous avons le choix.
""",
            ),
            ("player", {"address": "peertube", "description": "Deux minutes, avec des sous-titres."}),
            ("heading", "D’où viennent les images et les lieux"),
            (
                "text",
                """
Les dessins ont été tracés par le programme lui-même et n’appartiennent à personne. Le répertoire de lieux vient de GeoNames (CC BY 4.0) et d’Etalab (Licence Ouverte 2.0).
""",
            ),
        ],
    ),
}
