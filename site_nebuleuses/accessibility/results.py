"""What was found of each criterion of the RGAA 4.1 on the example site, how it was looked at, and what is to be known.

`MET`, `NOT_MET`, `NOT_THERE` (nothing of the kind on the site); then how: a tool, a test of this repository, a reading.
"""

from datetime import date

#: When this table was last gone through, whole.
LOOKED_AT_ON = date(2026, 11, 22)

MET, NOT_MET, NOT_THERE = "conforme", "non conforme", "non applicable"

AXE = "axe-core, sur chaque type de page, en clair et en sombre, à trois largeurs"
READ = "gabarits relus"
NU = "vérificateur HTML Nu, sur toutes les pages de l’exemple"
KEYS = "tests/browser/test_keyboard.py"
LAYOUT = "tests/browser/test_layout.py"
LISTS = "tests/browser/test_lists.py"
SEARCH = "tests/browser/test_search.py"
PLAYERS = "tests/browser/test_players.py"
BARE = "tests/browser/test_bare_reading.py"

NONE = "rien de tel sur le site"
WRITERS = "l’éditeur le demande avant la publication ; le reste dépend de qui écrit"

RESULTS = {
    "1.1": (MET, AXE, WRITERS),
    "1.2": (MET, AXE, "les dessins du ciel et les pictogrammes sont cachés aux lecteurs d’écran"),
    "1.3": (MET, "textes de l’exemple relus", WRITERS),
    "1.4": (NOT_THERE, READ, "les formulaires n’ont pas de CAPTCHA : l’ordinateur calcule, personne ne déchiffre"),
    "1.5": (NOT_THERE, READ, "de même"),
    "1.6": (NOT_THERE, "images de l’exemple relues", "aucune n’est complexe ; un schéma se décrirait dans le texte"),
    "1.7": (NOT_THERE, "images de l’exemple relues", ""),
    "1.8": (MET, READ, "le logo est un dessin suivi du nom écrit"),
    "1.9": (MET, READ, "figure et figcaption"),
    "2.1": (MET, PLAYERS, "le cadre d’un lecteur, après un clic, porte le titre de l’enregistrement"),
    "2.2": (MET, READ, ""),
    "3.1": (MET, READ, "chaque rubrique a sa couleur et son nom, chaque erreur son texte"),
    "3.2": (MET, "axe-core et tests/browser/test_contrast.py, qui mesure aussi les mots sur les dessins", ""),
    "3.3": (
        MET,
        "rapports calculés : bords des champs, au moins 3,07",
        "les signes et les boutons ont la couleur du texte",
    ),
    "4.1": (
        NOT_MET,
        "exemple relu",
        "le champ existe, l’exemple le remplit, mais rien n’oblige à le remplir avant de publier",
    ),
    "4.2": (MET, "textes de l’exemple relus", WRITERS),
    "4.3": (NOT_MET, READ, "le champ existe, mais rien n’oblige à le remplir avant de publier"),
    "4.4": (NOT_THERE, "exemple relu", "aucun sous-titre dans l’exemple"),
    "4.5": (NOT_MET, READ, "le site ne sait pas porter d’audiodescription"),
    "4.6": (NOT_THERE, READ, ""),
    "4.7": (MET, READ, "un titre visible précède chaque lecteur"),
    "4.8": (NOT_THERE, READ, NONE),
    "4.9": (NOT_THERE, READ, NONE),
    "4.10": (NOT_THERE, READ, "aucun son ne part seul"),
    "4.11": (
        MET,
        f"lecteurs du navigateur ; {PLAYERS}",
        "un lecteur d’ailleurs, après un clic, est celui de son hôte",
    ),
    "4.12": (NOT_THERE, READ, NONE),
    "4.13": (MET, "lecteurs du navigateur", "sans essai avec un lecteur d’écran"),
    "5.1": (NOT_THERE, READ, "le mois de l’agenda est le seul tableau, et il est simple"),
    "5.2": (NOT_THERE, READ, ""),
    "5.3": (NOT_THERE, READ, NONE),
    "5.4": (MET, READ, "le mois est le titre du tableau"),
    "5.5": (MET, READ, ""),
    "5.6": (MET, AXE, ""),
    "5.7": (MET, AXE, "scope sur les jours et sur les semaines"),
    "5.8": (NOT_THERE, READ, NONE),
    "6.1": (MET, READ, "le titre d’une carte est son lien ; un lien « Télécharger » nomme son fichier"),
    "6.2": (MET, AXE, ""),
    "7.1": (MET, f"{AXE} ; {SEARCH}", "sans essai avec un lecteur d’écran"),
    "7.2": (MET, BARE, "tout marche sans script"),
    "7.3": (MET, f"{KEYS} ; {SEARCH}", ""),
    "7.4": (MET, LISTS, "un choix dans un filtre change la liste sans quitter la page ni déplacer le curseur"),
    "7.5": (MET, f"{LISTS} ; lu dans le code", "sans essai avec un lecteur d’écran"),
    "8.1": (MET, NU, ""),
    "8.2": (MET, NU, ""),
    "8.3": (MET, AXE, ""),
    "8.4": (MET, READ, "français"),
    "8.5": (MET, AXE, ""),
    "8.6": (MET, READ, "titre de la page, puis nom du site"),
    "8.7": (NOT_MET, READ, "qui écrit ne peut pas dire qu’un titre ou un passage est dans une autre langue"),
    "8.8": (MET, READ, "celle des sous-titres, la seule dite"),
    "8.9": (MET, NU, ""),
    "8.10": (NOT_MET, READ, "on ne peut pas dire qu’un passage, en arabe par exemple, se lit de droite à gauche"),
    "9.1": (MET, f"{AXE} ; {NU}", "l’éditeur ne propose que deux niveaux d’intertitres"),
    "9.2": (MET, AXE, "header, nav, main, footer"),
    "9.3": (MET, READ, ""),
    "9.4": (MET, READ, "le bloc « Citation » ; une citation dans une phrase garde ses guillemets"),
    "10.1": (MET, f"{READ} ; la politique du site refuse tout style écrit dans une page", ""),
    "10.2": (MET, BARE, ""),
    "10.3": (MET, BARE, "et dans un navigateur en texte"),
    "10.4": (MET, LAYOUT, ""),
    "10.5": (MET, "feuilles de style relues", ""),
    "10.6": (MET, "axe-core (link-in-text-block)", "liens soulignés"),
    "10.7": (MET, KEYS, ""),
    "10.8": (MET, READ, ""),
    "10.9": (MET, READ, ""),
    "10.10": (MET, READ, ""),
    "10.11": (MET, LAYOUT, ""),
    "10.12": (MET, LAYOUT, "espacements du critère WCAG 1.4.12"),
    "10.13": (MET, SEARCH, "les suggestions de la recherche se ferment par Échap"),
    "10.14": (NOT_THERE, "feuilles de style relues", NONE),
    "11.1": (MET, AXE, ""),
    "11.2": (MET, READ, ""),
    "11.3": (MET, READ, ""),
    "11.4": (MET, READ, "au-dessus de son champ"),
    "11.5": (MET, READ, ""),
    "11.6": (MET, READ, ""),
    "11.7": (MET, READ, ""),
    "11.8": (NOT_THERE, READ, "les listes de choix sont courtes"),
    "11.9": (MET, READ, ""),
    "11.10": (MET, f"{LISTS} ; tests/browser/test_sending.py", "l’erreur est au-dessus du champ et lui est reliée"),
    "11.11": (MET, READ, "un lieu inconnu propose les plus proches, un courriel donne un exemple"),
    "11.12": (MET, "tests/contributions", "tout envoi peut être repris avec son code"),
    "11.13": (MET, READ, "courriel, mot de passe, code"),
    "12.1": (MET, READ, "menu et recherche"),
    "12.2": (MET, READ, "un seul gabarit"),
    "12.3": (NOT_THERE, READ, "il n’y en a pas"),
    "12.4": (NOT_THERE, READ, ""),
    "12.5": (MET, READ, "dans le menu de chaque page"),
    "12.6": (MET, f"{AXE} ; {KEYS}", ""),
    "12.7": (MET, KEYS, ""),
    "12.8": (MET, KEYS, ""),
    "12.9": (MET, KEYS, ""),
    "12.10": (NOT_THERE, READ, "aucun raccourci"),
    "12.11": (MET, SEARCH, ""),
    "13.1": (MET, READ, "un formulaire resté ouvert trop longtemps revient avec ce que l’on a écrit"),
    "13.2": (MET, READ, "aucune fenêtre nouvelle"),
    "13.3": (NOT_MET, "documents de l’exemple", "rien ne vérifie les PDF et les tracts que l’on dépose"),
    "13.4": (NOT_THERE, "documents de l’exemple", "aucune version de remplacement"),
    "13.5": (NOT_THERE, READ, NONE),
    "13.6": (NOT_THERE, READ, ""),
    "13.7": (MET, "feuilles de style relues", "rien ne clignote ; les vidéos dépendent de qui les fait"),
    "13.8": (NOT_THERE, "feuilles de style relues", "rien ne bouge seul"),
    "13.9": (MET, LAYOUT, ""),
    "13.10": (NOT_THERE, READ, "aucun geste complexe"),
    "13.11": (MET, READ, "boutons et liens du navigateur"),
    "13.12": (NOT_THERE, READ, NONE),
}
