"""Resources: what to read, watch, listen to or use, and why."""

RESOURCES = [
    {
        "slug": "la-moindre-des-choses",
        "title": "La Moindre des choses",
        "summary": """Un été à La Borde : pensionnaires et soignant·es répètent une pièce dans le parc. Un film où l’on ne sait pas qui est quoi, et où cela n’a aucune importance.""",
        "image": "scene",
        "themes": ["folie-et-psychiatrie", "creation"],
        "published": 128,
        "author": "camille",
        "fields": {"kind": "film", "creators": "Nicolas Philibert", "year": 1997},
        "why": """
Parce que c’est le film que l’on peut montrer à tout le monde, et d’abord à celles et ceux qui ont peur. Philibert n’explique pas La Borde, il attend. On répète, on s’ennuie, on rit, on met le couvert, et le film avance sans prononcer un diagnostic.

Nous l’avons projeté plusieurs fois en salle de pause. La discussion ne commence jamais par la folie : elle commence par les plannings, et par la question de savoir quand, pour la dernière fois, on a eu le temps d’attendre.
""",
        "related": ["sur-l-adamant"],
    },
    {
        "slug": "sur-l-adamant",
        "title": "Sur l’Adamant",
        "summary": """Une péniche de bois amarrée à Paris sert de centre de jour. On y dessine, on y compte la caisse du bar, on y parle de soi avec une précision redoutable.""",
        "image": "mer",
        "themes": ["folie-et-psychiatrie", "creation", "paroles"],
        "published": 74,
        "author": "sacha",
        "fields": {"kind": "film", "creators": "Nicolas Philibert", "year": 2023},
        "why": """
Un quart de siècle après La Borde, le même cinéaste filme un lieu de la psychiatrie publique qui tient bon au bord de la Seine. L’Ours d’or reçu à Berlin en 2023 a fait connaître l’Adamant ; il faudrait que cela ne serve pas d’alibi à tout ce qui ferme ailleurs.

À voir pour les visages, pour la chanson du début, et pour cette réunion où l’on accueille les nouveaux et les nouvelles sans leur demander pourquoi ils et elles sont là.
""",
    },
    {
        "slug": "asiles",
        "title": "Asiles. Études sur la condition sociale des malades mentaux",
        "summary": """Un sociologue passe des mois dans un hôpital psychiatrique américain et décrit, vu d’en bas, ce que l’institution fait aux gens. Soixante ans après, on y reconnaît son propre établissement.""",
        "image": "fenetres",
        "themes": ["folie-et-psychiatrie", "penser-sa-pratique"],
        "published": 104,
        "author": "camille",
        "fields": {"kind": "book", "creators": "Erving Goffman", "year": 1968, "publisher": "Éditions de Minuit"},
        "why": """
Goffman y forge l’idée d’institution totale, mais le plus utile est ailleurs, dans les détails : le tiroir que l’on n’a pas, le briquet que l’on doit demander, la chaise préférée, les mille ruses par lesquelles chacun·e sauve un morceau de soi.

Lisez-le à plusieurs, un chapitre par mois, en notant dans la marge le nom de votre service. <a href="page:lire-asiles-ensemble">Notre compte rendu d’atelier</a> peut servir de point de départ.
""",
    },
    {
        "slug": "l-institution-en-negation",
        "title": "L’Institution en négation",
        "summary": """Le livre de l’équipe de Gorizia, avant Trieste : des assemblées retranscrites, des doutes, des disputes, et un hôpital que l’on défait de l’intérieur.""",
        "themes": ["folie-et-psychiatrie", "penser-sa-pratique"],
        "published": 80,
        "author": "camille",
        "fields": {
            "kind": "book",
            "creators": "sous la direction de Franco Basaglia",
            "year": 1970,
            "publisher": "Seuil",
        },
        "why": """
On connaît Basaglia par ses formules. Ce livre-ci, paru en Italie en 1968 et traduit deux ans plus tard, montre le travail : des malades et des infirmier·ères qui parlent pour la première fois dans la même pièce, des médecins qui ne savent pas toujours quoi faire du pouvoir qu’ils abandonnent.

On y apprend qu’ouvrir une porte est une décision technique, politique et quotidienne, à reprendre chaque matin.
""",
        "related": ["loi-180"],
    },
    {
        "slug": "titicut-follies",
        "title": "Titicut Follies",
        "summary": """Massachusetts, 1966 : la vie quotidienne d’un hôpital-prison, filmée sans commentaire. La justice américaine en a interdit la projection au public pendant plus de vingt ans.""",
        "image": "fenetres",
        "themes": ["folie-et-psychiatrie"],
        "published": 60,
        "author": "sacha",
        "fields": {
            "kind": "film",
            "creators": "Frederick Wiseman",
            "year": 1967,
            "link": "https://www.zipporah.com/",
        },
        "why": """
Un film très dur, à ne pas regarder seul·e. Nous le recommandons pour ce qu’il apprend du regard : rien n’y est exceptionnel, personne ne se croit cruel, chacun fait son service. L’interdiction prétendait protéger la dignité des détenus filmés ; elle a surtout protégé l’établissement.

Prévoyez un temps après, et dites à l’avance ce que l’on va voir : nudité imposée, alimentation forcée, humiliations.
""",
    },
    {
        "slug": "travailler-avec-les-familles",
        "title": "Travailler avec les familles",
        "summary": """Et si l’éducation d’un enfant était l’affaire de tout un quartier ? Un livre d’éducateur et d’enseignant, écrit depuis le pied des immeubles.""",
        "image": "maisons",
        "themes": ["enfance-et-familles", "travail-social"],
        "published": 112,
        "author": "camille",
        "fields": {"kind": "book", "creators": "Laurent Ott", "publisher": "érès"},
        "why": """
Laurent Ott renverse une habitude du métier : on ne « soutient » pas des parents défaillants, on prend sa part d’une responsabilité collective. Avec l’association Intermèdes et la Maison Robinson, dans l’Essonne, il a mené ce qu’il décrit, des ateliers de rue et des goûters ouverts à qui passe.

C’est le livre qui avait réuni <a href="page:travail-social-dans-la-crise">le groupe de Saint-Étienne</a>. Il se lit vite et rend impatient·e.
""",
    },
    {
        "slug": "le-medecin-son-malade",
        "title": "Le Médecin, son malade et la maladie",
        "summary": """Des généralistes de Londres se réunissent chaque semaine pour parler d’un·e patient·e qui les met mal à l’aise. De là sont nés les groupes Balint.""",
        "image": "chaises",
        "themes": ["penser-sa-pratique"],
        "published": 126,
        "author": "alix",
        "fields": {"kind": "book", "creators": "Michael Balint", "year": 1957},
        "why": """
L’édition anglaise date de 1957, la traduction française a suivi quelques années après. Il y est question de médecins, mais remplacez le mot par « éducatrice » ou « conseiller » et presque tout tient.

On y trouve l’idée fameuse que le remède le plus employé est le médecin lui-même, et qu’aucun manuel n’en donne la dose ni les effets secondaires. Les récits de cas ont vieilli, surtout quand il s’agit de femmes ; c’est une bonne raison d’en discuter.
""",
    },
    {
        "slug": "graine-de-crapule",
        "title": "Graine de crapule",
        "summary": """Des conseils, souvent d’une phrase, à l’éducateur qui voudrait « cultiver » les enfants dont personne ne veut. Tendres, drôles, et plus radicaux qu’ils n’en ont l’air.""",
        "themes": ["enfance-et-familles", "travail-social"],
        "published": 58,
        "author": "camille",
        "fields": {"kind": "book", "creators": "Fernand Deligny", "year": 1945},
        "why": """
Deligny a tout essayé, sauf de redresser quiconque. Ces aphorismes, écrits à la sortie de la guerre, tiennent dans une poche de veste et résistent mal à la mise en grille, ce qui est bon signe.

À laisser traîner en salle d’équipe, ouvert à n’importe quelle page.
""",
    },
    {
        "slug": "les-heures-heureuses",
        "title": "Les Heures heureuses",
        "summary": """Des bobines retrouvées à l’hôpital de Saint-Alban, en Lozère, racontent comment des malades, des religieuses, des paysan·nes et des psychiatres ont réinventé un asile.""",
        "image": "foret",
        "themes": ["folie-et-psychiatrie", "creation"],
        "published": 47,
        "author": "sacha",
        "fields": {"kind": "film", "creators": "Martine Deyres", "year": 2019},
        "why": """
Pendant l’Occupation, la faim a tué des dizaines de milliers de personnes dans les asiles français. À Saint-Alban, presque tout le monde a survécu : les malades sont sorti·es travailler dans les fermes, des résistant·es se sont caché·es parmi eux, et l’on a continué, après, à ne plus se croire séparé·es.

Les images d’archives sont d’une beauté rare : fêtes, kermesses, ateliers, tournées par l’hôpital lui-même.
""",
    },
    {
        "slug": "family-life",
        "title": "Family Life",
        "summary": """Une jeune femme n’arrive pas à être ce que ses parents attendent ; la psychiatrie se charge de le lui faire entendre. Une fiction, et l’un des grands films sur la violence douce.""",
        "themes": ["folie-et-psychiatrie", "enfance-et-familles"],
        "published": 40,
        "author": "alix",
        "fields": {"kind": "film", "creators": "Ken Loach", "year": 1971},
        "why": """
Ken Loach ne fabrique pas de monstres : les parents aiment leur fille, les médecins sont polis. C’est ce qui rend l’engrenage si difficile à regarder. Une courte parenthèse, au milieu, montre un service où l’on parle en groupe ; elle se referme sur décision administrative.

Utile en formation, à condition de laisser le silence durer à la fin.
""",
    },
    {
        "slug": "brochure-faire-lien",
        "title": "Faire lien et prendre soin, la brochure",
        "summary": """Sept projets belges racontés pour donner des idées : ce que l’on peut tenter quand la pauvreté et la souffrance psychique vont ensemble.""",
        "image": "fils",
        "themes": ["paroles", "logement-et-rue"],
        "published": 94,
        "author": "alix",
        "fields": {
            "kind": "booklet",
            "creators": "CRéSaM et Cera",
            "link": "https://www.cresam.be/",
        },
        "why": """
Les publications de recherche-action se ressemblent souvent : de belles photos, des freins et des leviers. Celle-ci part de sept tentatives très différentes, du théâtre au logement, accompagnées pendant deux ans : assez pour que l’on se demande ce que l’on pourrait faire, ici, avec les voisin·es que l’on a.

Nous en parlons plus longuement sur <a href="page:faire-lien-et-prendre-soin">la page de la recherche-action</a>.
""",
    },
    {
        "slug": "tenir-une-assemblee",
        "title": "Tenir une assemblée",
        "summary": """Un livret de poche, à photocopier : préparer la salle, se répartir les tâches, traiter une objection, ranger les chaises.""",
        "image": "chaises",
        "themes": ["entraide", "conditions-de-travail"],
        "published": 67,
        "author": "sacha",
        "fields": {"kind": "booklet", "creators": "Nébuleuses"},
        "document": "tenir-une-assemblee",
        "why": """
Personne ne nous a appris à nous réunir. Nos écoles enseignent l’entretien individuel, nos employeurs la réunion d’équipe avec un·e chef·fe au bout de la table. Quand arrive le moment de décider à quarante, tout le monde se tourne vers la personne qui parle le plus fort.

Ce livret est fait pour être corrigé. Dites-nous ce qui a marché chez vous, nous l’ajouterons.
""",
    },
    {
        "slug": "cercle-en-une-heure",
        "title": "Un cercle de parole en une heure",
        "summary": """Une trame d’animation, minute par minute, pour les équipes qui n’ont ni analyse de la pratique ni salle. Fichier modifiable.""",
        "image": "voix",
        "themes": ["penser-sa-pratique", "entraide"],
        "published": 29,
        "author": "camille",
        "fields": {"kind": "tool", "creators": "Nébuleuses"},
        "document": "cercle-en-une-heure",
        "why": """
Nous l’avons essayée dans un foyer, un hôpital de jour et un bar. Une heure suffit à condition que tout le monde arrive à l’heure et que personne ne soit payé pour noter.

Elle doit beaucoup aux <a href="page:a-quoi-sert-un-balint">groupes Balint</a> et aux groupes d’<a href="page:entendeurs-de-voix">entendeur·euses de voix</a>, sans être ni l’un ni l’autre.
""",
    },
    {
        "slug": "psycom",
        "title": "Psycom, pour s’y retrouver",
        "summary": """Des brochures claires et gratuites sur les troubles, les médicaments, les droits et les recours, écrites avec des personnes concernées.""",
        "themes": ["folie-et-psychiatrie", "paroles"],
        "published": 25,
        "author": "alix",
        "fields": {"kind": "link", "creators": "Psycom", "link": "https://www.psycom.org/"},
        "why": """
Organisme public, donc prudent : on n’y trouvera pas de critique de l’institution. Mais quand quelqu’un vous demande, un vendredi soir, quels sont ses droits en hospitalisation sans consentement, c’est là qu’il faut aller.

Les pages sur les effets indésirables des neuroleptiques sont précises et lisibles.
""",
    },
    {
        "slug": "vst",
        "title": "VST – Vie sociale et traitements",
        "summary": """La revue des Ceméa sur le travail social et la psychiatrie. On y lit des équipes autant que des auteur·rices, et l’on y écrit sans galons.""",
        "image": "chemin",
        "themes": ["travail-social", "penser-sa-pratique"],
        "published": 18,
        "author": "camille",
        "fields": {"kind": "review", "creators": "Ceméa", "publisher": "érès"},
        "why": """
Née dans le sillage de la formation des infirmier·ères psychiatriques, la revue a gardé de l’éducation populaire une confiance : celle ou celui qui fait peut écrire. Les numéros thématiques vieillissent bien.

Beaucoup de centres de documentation d’écoles la reçoivent ; demandez à consulter les anciens numéros.
""",
    },
    {
        "slug": "les-pieds-sur-terre",
        "title": "Les Pieds sur terre",
        "summary": """Chaque jour ou presque, une histoire vraie dite par qui l’a vécue, sans expert·e ni commentaire. Parmi des milliers d’épisodes, beaucoup passent par l’aide sociale, l’hôpital ou la rue.""",
        "image": "oiseaux",
        "themes": ["paroles"],
        "published": 11,
        "author": "sacha",
        "fields": {
            "kind": "podcast",
            "creators": "Sonia Kronlund, France Culture",
            "year": 2002,
            "link": "https://www.radiofrance.fr/franceculture/podcasts/les-pieds-sur-terre",
        },
        "why": """
Une demi-heure, une voix, et pas de conclusion. Nous nous en servons pour ouvrir des réunions : on écoute ensemble dix minutes, puis chacun·e dit à quelle phrase il ou elle s’est arrêté·e.

C’est aussi une leçon de métier. Ne pas interrompre, ne pas résumer, garder l’hésitation : ce que la radio fait là, bien des entretiens sociaux ne savent plus le faire.
""",
    },
]
