"""Subjects that name people, whom each content writes in a spelling of its own and queries in another."""

from tools.bench.subjects.subject import ACCENTS, EXACT, GENDER, MEANING, NUMBER, ORDER, TYPO, Subject

SUBJECTS = [
    Subject(
        "greve-educateurs",
        ("la grève des {éducateur}", "la grève des {éducateur} de rue"),
        {"grève des éducatrices": GENDER, "educateur·rices greve": GENDER, "grève des éducateurs": EXACT},
        near="la gravité des fautes d’éducation",
    ),
    Subject(
        "nuit-veilleurs",
        ("le travail de nuit des {veilleur}", "les {veilleur} de nuit des foyers"),
        {"veilleuses de nuit": GENDER, "nuit veilleur": ORDER},
        near="la veille numérique des nuits blanches",
    ),
    Subject(
        "epuisement-soignants",
        ("l’épuisement des {soignant}", "l’épuisement professionnel des {soignant}"),
        {"épuisement soignante": GENDER, "burn-out à l’hôpital": MEANING},
        near="les soins du visage et l’épuisement des sols",
    ),
    Subject(
        "parole-usagers",
        ("la parole des {usager} de la psychiatrie", "la parole des {usager} en psychiatrie"),
        {"paroles d’usagères en psychiatrie": GENDER, "usager.e.s psychiatrie parole": GENDER},
        near="les usages du magnétophone en psychiatrie",
    ),
    Subject(
        "etudiants-travail-social",
        ("la précarité des {étudiant} en travail social", "les {étudiant} précaires du travail social"),
        {"étudiantes en travail social précarité": GENDER, "precarite etudiants travail social": ACCENTS},
        near="une étude sur le travail social précoce",
    ),
    Subject(
        "syndicats-associatif",
        ("la syndicalisation des {salarié} de l’associatif", "les {salarié} de l’associatif qui se syndiquent"),
        {"salariée de l’associatif": GENDER, "salarie-e-s associatif": GENDER},
        near="le salaire à vie, une idée associée",
    ),
    Subject(
        "formateurs",
        ("le métier des {formateur} d’éducation populaire", "les {formateur} de l’éducation populaire"),
        {"formatrice éducation populaire": GENDER, "formateurs education populaire": ACCENTS},
        near="la formation continue et les formulaires",
    ),
    Subject(
        "logement-refugies",
        ("le logement des {réfugié}", "le logement des {réfugié} après l’asile"),
        {"logement réfugiée": GENDER, "refugies logements": NUMBER, "logement des réfugiéEs": GENDER},
        near="le refuge des loges de montagne",
    ),
    Subject(
        "mineurs-isoles",
        (
            "l’accueil des mineurs isolés",
            "l’accueil des mineur·es isolé·es",
            "l’accueil des mineures isolées",
            "l’accueil des mineur.e.s isolé.e.s",
            "l’accueil des mineur-e-s isolé-e-s",
        ),
        {"accueil des mineures isolées": GENDER, "mineurs isolés accueil": ORDER, "accueil mineur isolé": NUMBER},
        near="l’isolation des murs et l’accueil des chantiers miniers",
    ),
    Subject(
        "cuisiniers-foyer",
        ("les {cuisinier} de foyer", "les {cuisinier} d’un foyer"),
        {"cuisinières de foyer": GENDER, "cuisinier(ère)s foyers": GENDER},
        near="la cuisine du four et le poêle",
    ),
    Subject(
        "autogestion-habitants",
        ("l’autogestion par les {habitant}", "l’auto-gestion d’un immeuble par ses {habitant}"),
        {"auto-gestion habitantes": ACCENTS, "autogestion habitant·e·s": GENDER},
        near="l’habitude des autos en gestion",
    ),
    Subject(
        "travailleurs-esat",
        ("les {travailleur} d’ESAT et leurs droits", "les droits des {travailleur} en ESAT"),
        {"travailleuses ESAT droits": GENDER, "droit des travailleureuses d’esat": GENDER},
    ),
    Subject(
        "avocats-permanence",
        ("les permanences des {avocat} bénévoles", "la permanence des {avocat} bénévoles"),
        {"avocates bénévoles": GENDER, "permanence d’avocat": NUMBER},
        near="l’avocatier permanent d’une serre bénévole",
    ),
    Subject(
        "mediateurs-rue",
        ("les {médiateur} de rue", "le métier des {médiateur} de rue"),
        {"médiatrice de rue": GENDER, "mediateurs de rue": ACCENTS},
        near="la médiathèque de la rue des Lilas",
    ),
    Subject(
        "entraide-voisins",
        ("l’entraide entre {voisin}", "l’entraide des {voisin} d’un immeuble"),
        {"entraide entre voisines": GENDER, "voisin.es entraide": GENDER},
        near="le voisinage des usines",
    ),
    Subject(
        "sante-detenus",
        ("la santé des {détenu}", "la santé des {détenu} âgés d’une prison"),
        {"santé des détenues": GENDER, "detenu.e.s sante": GENDER, "soigner en prison": MEANING},
        near="la détention provisoire d’un fichier de santé",
    ),
    Subject(
        "vote-etrangers",
        ("le droit de vote des {étranger}", "le vote des {étranger} aux municipales"),
        {"droit de vote des étrangères": GENDER, "vote etranger": NUMBER},
        near="l’étrangeté d’un droit dévot",
    ),
    Subject(
        "chomeurs",
        ("la permanence des {chômeur}", "les {chômeur} de la permanence du jeudi"),
        {"permanence chômeuses": GENDER, "chomeurs permanances": TYPO},
    ),
    Subject(
        "repit-aidants",
        ("le répit des {aidant}", "des semaines de répit pour les {aidant}"),
        {"repit aidante": GENDER, "répit pour les aidants": EXACT},
        near="l’aide à la lecture du récit",
    ),
    Subject(
        "animateurs-centre",
        ("les {animateur} de centre social", "les {animateur} d’un centre social"),
        {"animatrices de centre social": GENDER, "animateur centres sociaux": NUMBER},
        near="l’animation japonaise au centre de la ville",
    ),
    Subject(
        "agents-entretien",
        ("la lutte des {agent} d’entretien", "les {agent} d’entretien en lutte"),
        {"agentes d’entretien": GENDER, "lutte agents entretien": EXACT},
        near="l’agence des entretiens d’embauche",
    ),
    Subject(
        "infirmiers-scolaires",
        ("les {infirmier} scolaires", "la solitude des {infirmier} scolaires"),
        {"infirmière scolaire": GENDER, "infirmier-ère-s scolaires": GENDER},
        near="l’infirmité d’une scolarité",
    ),
    Subject(
        "conseillers-insertion",
        ("les {conseiller} d’insertion", "le métier des {conseiller} d’insertion"),
        {"conseillères insertion": GENDER, "conseiller d'insertion": ACCENTS},
        near="le conseil municipal et ses insertions publicitaires",
    ),
    Subject(
        "retraites-engages",
        ("les {retraité} qui s’engagent au quartier", "l’engagement des {retraité} dans le quartier"),
        {"retraitées engagement quartier": GENDER, "retraite.e.s quartier": GENDER},
    ),
    Subject(
        "usagers-conseil-vie-sociale",
        ("les {usager} au conseil de la vie sociale", "la place des {usager} au conseil de la vie sociale"),
        {"usagères conseil de la vie sociale": GENDER, "conseils de vie sociale usager": NUMBER},
    ),
]
