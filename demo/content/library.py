"""Pictures, documents and sound of the example."""

#: Name (see demo/drawings) → (title, description for those who cannot see it).
DRAWINGS = {
    "nuit": (
        "Nuit sur les collines",
        """Un ciel d’encre, des étoiles reliées par des traits fins, trois fenêtres allumées dans les collines.""",
    ),
    "mer": (
        "Le petit bateau",
        """Une barque rouge à voile sur une mer faite d’écailles bleues, au soleil couchant.""",
    ),
    "voix": (
        "Cinq voix",
        """Cinq points lumineux d’où partent des ondes de couleurs qui se croisent.""",
    ),
    "oiseaux": (
        "La nuée",
        """Des centaines d’oiseaux forment une longue vague dans un ciel rose.""",
    ),
    "scene": (
        "Quatre sur la scène",
        """Entre deux rideaux rouges, quatre silhouettes de couleurs se tiennent par les bras sous un projecteur.""",
    ),
    "maisons": (
        "Le quartier",
        """Trois rangées de maisons de toutes les couleurs, serrées les unes contre les autres.""",
    ),
    "mains": (
        "Huit mains",
        """Des empreintes de mains claires et sombres sur un mur ocre, comme dans une grotte.""",
    ),
    "potager": (
        "Le potager",
        """Des sillons plantés de pousses vertes filent vers l’horizon sous un soleil rouge.""",
    ),
    "chaises": (
        "Treize chaises",
        """Un cercle de chaises vu d’en haut ; des fils clairs vont de l’une à l’autre.""",
    ),
    "fenetres": (
        "Une fenêtre ouverte",
        """Une façade de nuit, beaucoup de fenêtres fermées ; une seule a ses volets grands ouverts et un bouquet.""",
    ),
    "cortege": (
        "Le cortège",
        """Une foule de dos, serrée, qui porte des banderoles sous des rayons de soleil.""",
    ),
    "fils": (
        "Nœuds et fils",
        """Des dizaines de fils de couleurs traversent la page et se nouent en cinq endroits.""",
    ),
    "foret": (
        "La forêt, le soir",
        """Des troncs de bouleaux sur fond bleu nuit ; la lune, orange, derrière eux.""",
    ),
    "cheval": (
        "Le cheval bleu",
        """Un grand cheval bleu de papier mâché, monté sur des roues, une fleur sur le ventre.""",
    ),
    "table": (
        "La grande table",
        """Une nappe rouge à carreaux, huit assiettes, du pain et des bols de café, vus d’en haut.""",
    ),
    "chemin": (
        "Le chemin",
        """Des collines vertes l’une derrière l’autre ; un chemin de points dorés monte vers un soleil rouge.""",
    ),
}

#: Name → (title, format, pages: lists of paragraphs).
DOCUMENTS = {
    "tenir-une-assemblee": (
        "Tenir une assemblée",
        "pdf",
        [
            [
                """Ce livret tient dans une poche. Nous l’avons écrit après une dizaine d’assemblées ratées et deux ou trois réussies. Photocopiez-le, rayez ce qui ne vous convient pas.""",
                """AVANT. Choisir une salle où l’on peut bouger les chaises. Annoncer l’heure de fin et s’y tenir. Prévoir de quoi manger, quelqu’un pour les enfants, et une personne qui accueille à la porte.""",
                """Écrire l’ordre du jour au mur, en grand, avec une ligne vide. La ligne vide est pour ce que personne n’avait prévu ; c’est souvent par elle que la réunion commence vraiment.""",
            ],
            [
                """PENDANT. Se répartir quatre tâches, et les échanger la fois d’après : donner la parole, garder l’heure, écrire, et veiller sur celles et ceux qui ne parlent pas.""",
                """Un tour où chacun·e dit son humeur en une phrase vaut mieux qu’un tour de table où l’on décline son poste.""",
                """Quand une proposition est claire, demander d’abord les questions, puis les objections. Une objection n’est pas un caprice : c’est un défaut que quelqu’un voit avant les autres.""",
            ],
            [
                """APRÈS. Relire les décisions à voix haute avant de se quitter : qui fait quoi, pour quand. Envoyer le compte rendu sous trois jours, même incomplet.""",
                """Garder le premier quart d’heure de la réunion suivante pour dire ce qui n’a pas été fait, sans chercher de coupable.""",
                """Ranger les chaises ensemble. Beaucoup de choses se décident à ce moment-là.""",
            ],
        ],
    ),
    "appel-de-septembre": (
        "L’appel de septembre 2018, à afficher",
        "pdf",
        [
            [
                """Les 22 et 23 septembre 2018, soixante personnes venues de onze villes ont tenu une coordination nationale du social et du médico-social.""",
                """Elles appellent à se retrouver contre la mise en concurrence, à former des cortèges le 9 octobre, à poursuivre par des assemblées et la grève à partir du 10, à converger vers Nantes les 8 et 9 novembre, puis à manifester en décembre devant les départements.""",
                """Cette feuille résume leur appel avec nos mots. Imprimez-la, affichez-la en salle de pause, ajoutez-y l’heure et le lieu de votre assemblée.""",
            ],
        ],
    ),
    "cercle-en-une-heure": (
        "Un cercle de parole en une heure : trame à modifier",
        "odt",
        [
            [
                """Dix minutes – S’installer. Les chaises en rond, les téléphones au fond du sac. Rappeler que l’on peut ne rien dire et que rien ne sort d’ici.""",
                """Dix minutes – Chacun·e dit d’où il ou elle arrive, sans dire sa fonction.""",
                """Vingt-cinq minutes – Une personne raconte une scène de travail ou de vie qui l’occupe encore. Les autres écoutent sans conseiller, puis disent ce que la scène leur fait.""",
                """Dix minutes – La personne qui a raconté reprend la parole la dernière.""",
                """Cinq minutes – Un mot chacun·e. Fixer la prochaine date avant de se lever.""",
            ],
        ],
    ),
}

SOUND = {
    "title": "Indicatif de nuit",
    "credit": "son fabriqué pour l’exemple",
    "transcript": """Aucune parole. Une note grave, tenue, presque un souffle ; quatre autres la rejoignent l’une après l’autre et forment un accord doux qui s’éteint lentement, en neuf secondes.""",
}

#: Name → what its host would say of it, and the drawing that stands for its poster: nothing is fetched.
FILMS = {
    "peertube": {
        "address": "https://framatube.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        "title": "Qu’est-ce que PeerTube ?",
        "author": "Framasoft",
        "drawing": "oiseaux",
    },
}
