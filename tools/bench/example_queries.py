"""What readers would ask of the example, with what each of its pages is worth to them: judged by reading the pages.

The words are those of the example and of the texts that the project started from: the announcement of Nébuleuses,
Alters, « Le travail social dans la crise », « Faire lien et prendre soin », the coordination of 2018.
"""

from tools.bench.subjects.subject import ACCENTS, EXACT, GENDER, MEANING, NAME, NUMBER, ORDER, PHRASE, TYPO


def _asked(text, sort, best="", good="", little=""):
    """(query, sort, grades): the ends of the addresses of pages worth 3, 2 and 1, between spaces."""
    graded = {3: best, 2: good, 1: little}
    return text, sort, {slug: grade for grade, slugs in graded.items() for slug in slugs.split()}


_ASSEMBLY = "tenir-une-assemblee tenir-une-assemblee-lausanne"
_ASYLUMS = "asiles lire-asiles-ensemble atelier-asiles"
_BALINT = "groupe-balint-alters a-quoi-sert-un-balint balint-seance-d-accueil"
_BUDGET = "lire-un-budget-sans-s-endormir"
_COORDINATION = "coordination-nationale-2018"
_CRISIS = "travail-social-dans-la-crise debat-saint-etienne"
_FOLLIES = "titicut-follies projection-titicut-follies"
_GROUPS = "groupes-d-entraide-mutuelle"
_LINK = "faire-lien-et-prendre-soin brochure-faire-lien"
_PARTS = "un-potager-collectif un-atelier-de-theatre un-accueil-bas-seuil"
_THINGS = "la-moindre-des-choses"
_UNITED = "cooperative-lavoratori-uniti"
_VOICES = "entendeurs-de-voix voix-en-ligne"

QUERIES = [
    # The announcement
    _asked("partial et partisan", EXACT, "partial-et-partisan"),
    _asked("envoyez des textes, des photos, des sons", MEANING, "envoyez-nous"),
    _asked("ce qui vous révolte", EXACT, "envoyez-nous"),
    # Alters
    _asked("groupes balint", NUMBER, _BALINT, "le-medecin-son-malade", "cercle-en-une-heure"),
    _asked("Balint d'Alters", ACCENTS, "groupe-balint-alters"),
    _asked("atelier praxis sociale", NUMBER, "atelier-des-praxis-sociales", "", "groupe-balint-alters"),
    _asked("éducatrices et assistantes sociales praxis", GENDER, "atelier-des-praxis-sociales"),
    _asked("balynt", TYPO, _BALINT, "le-medecin-son-malade", "cercle-en-une-heure"),
    # Le travail social dans la crise
    _asked("travail social crise", EXACT, _CRISIS),
    _asked("travailleuses sociales saint etienne", GENDER, "travail-social-dans-la-crise", "debat-saint-etienne"),
    _asked("St Etienne travail social", ACCENTS, _CRISIS),
    _asked("débats publics", NUMBER, "debat-saint-etienne", "", "travail-social-dans-la-crise"),
    _asked("laurent ott", NAME, "travailler-avec-les-familles", "", _CRISIS),
    _asked("travailler avec la famille", NUMBER, "travailler-avec-les-familles"),
    # Faire lien et prendre soin
    _asked("faire du lien et prendre soin", EXACT, _LINK, "", _PARTS),
    _asked("recherches-actions belges", NUMBER, "faire-lien-et-prendre-soin", "brochure-faire-lien"),
    _asked(
        "potagers collectifs", NUMBER, "un-potager-collectif", "", "journee-de-plantation faire-lien-et-prendre-soin"
    ),
    _asked("ateliers d'expression théâtrale", ACCENTS, "un-atelier-de-theatre", "theatre-forum-bruxelles", _LINK),
    _asked("accueil bas-seuil", ACCENTS, "un-accueil-bas-seuil", "", "faire-lien-et-prendre-soin"),
    _asked("pauvreté et souffrances psychiques", NUMBER, _LINK),
    # The coordination of 2018
    _asked("coordination nationale social et medico-social", ACCENTS, _COORDINATION),
    _asked("coordination de salariées en lutte", GENDER, _COORDINATION),
    _asked("salarié.e.s du médico-social réuni.e.s", GENDER, _COORDINATION),
    _asked('"coordination nationale"', PHRASE, _COORDINATION),
    # Places, people and works
    _asked("trieste", NAME, "trieste", f"{_UNITED} le-cheval-bleu", "loi-180 l-institution-en-negation"),
    _asked("basaglia", NAME, "trieste l-institution-en-negation", "", f"loi-180 {_UNITED} le-cheval-bleu"),
    _asked("la borde", NAME, "la-borde", _THINGS, f"projection-{_THINGS} sur-l-adamant saint-alban"),
    _asked("hopital saint alban", ACCENTS, "saint-alban les-heures-heureuses", "", "la-borde"),
    _asked("geel familles", NUMBER, "geel soiree-geel"),
    _asked("films nicolas philibert", NUMBER, f"{_THINGS} sur-l-adamant", f"projection-{_THINGS}", "la-borde"),
    _asked("asile goffman", NUMBER, _ASYLUMS, "", "ce-que-compter-veut-dire"),
    _asked('"cheval bleu"', PHRASE, "le-cheval-bleu", "", "trieste"),
    _asked("titicut folies", TYPO, _FOLLIES),
    _asked("deligny graines de crapule", NUMBER, "graine-de-crapule"),
    _asked("manifestation à Paris", MEANING, "manifestation-paris", "", _COORDINATION),
    _asked("soteria", NAME, "soteria"),
    # Groups, work, struggles
    _asked("entendeuses de voix", GENDER, _VOICES, "", "cercle-en-une-heure"),
    _asked("entendre des voix", EXACT, _VOICES),
    _asked("groupe d’entraide mutuelle", NUMBER, _GROUPS),
    _asked("GEM", MEANING, _GROUPS),
    _asked("coopérative de travailleuses", GENDER, _UNITED),
    _asked("caisses de grève", NUMBER, "bal-de-la-caisse", "", f"projection-{_THINGS} assemblee-grenoble"),
    _asked("assemblées du soin et du social", ORDER, "assemblee-grenoble", "", "manifestation-paris"),
    _asked("tenir des assemblées", NUMBER, _ASSEMBLY),
    _asked("comment animer une réunion", MEANING, _ASSEMBLY, "cercle-en-une-heure", "une-heure-pour-se-parler"),
    _asked('"cercle de parole"', PHRASE, "cercle-en-une-heure", "", "aller-voir"),
    _asked("analyse des pratiques", NUMBER, "", "cercle-en-une-heure groupe-balint-alters a-quoi-sert-un-balint"),
    _asked("budget de la sécurité sociale", EXACT, _BUDGET),
    _asked("lire le budget d’un établissement", EXACT, "formation-lire-un-budget", _BUDGET),
    _asked("indicateurs chiffrés et tableaux de bord", MEANING, "ce-que-compter-veut-dire"),
    _asked("loi italienne fermeture des asiles", MEANING, "loi-180 trieste"),
    _asked("sortir de l’hopital psychiatrique", MEANING, "trieste le-cheval-bleu", f"{_UNITED} soteria geel"),
    _asked("accueillants familiaux", MEANING, "soiree-geel geel"),
    _asked("jardins partagés", NUMBER, "journee-de-plantation", "un-potager-collectif"),
    _asked("théatre forum guichet", ACCENTS, "theatre-forum-bruxelles"),
    _asked("psychose sans médicament", MEANING, "soteria", "", "psycom"),
]

#: What pages of the example are worth to the queries of a subject (its key).
ALSO = {
    "nuit-veilleurs": {"la-nuit-les-portes": 3},
    "lois-securitaires": {"travail-social-dans-la-crise": 1},
    "concurrence-associations": {"coordination-nationale-2018": 2, "ce-que-compter-veut-dire": 1},
    "greve-educateurs": {"coordination-nationale-2018": 1},
    "sans-abri": {"un-accueil-bas-seuil": 1},
    "cogestion": {"la-borde": 1},
    "soins-contrainte": {"loi-180": 2},
    "appels-projets": {"faire-lien-et-prendre-soin": 1},
}
