"""The themes: slug → (name, presentation)."""

THEMES = {
    "folie-et-psychiatrie": (
        "Folie et psychiatrie",
        """Ce que l’on fait de la folie, et ce qu’elle fait de nous. Des lieux qui ont ouvert leurs portes, des personnes qui ont repris la parole, des soins qui n’enferment pas.""",
    ),
    "travail-social": (
        "Travail social",
        """Éduquer, accompagner, accueillir : des métiers que l’on ne veut ni abandonner ni laisser devenir du contrôle.""",
    ),
    "logement-et-rue": (
        "Logement et rue",
        """Dormir, poser ses affaires, fermer sa porte. Des accueils sans condition et des manières d’habiter à plusieurs.""",
    ),
    "enfance-et-familles": (
        "Enfance et familles",
        """Élever un enfant n’est pas une affaire privée. Des collectifs d’adultes et d’enfants s’en mêlent, au pied des immeubles et ailleurs.""",
    ),
    "entraide": (
        "Entraide et autogestion",
        """Se passer de spécialistes, ou les remettre à leur place : des groupes où celles et ceux qui vivent la chose décident de la suite.""",
    ),
    "paroles": (
        "Paroles des personnes concernées",
        """Ce que disent celles et ceux que l’on nomme « usager·es », quand personne ne tient le micro à leur place.""",
    ),
    "conditions-de-travail": (
        "Conditions de travail",
        """Salaires, plannings, postes supprimés, perte de sens : ce que l’on fait subir aux métiers du lien, et comment ils se défendent.""",
    ),
    "marchandisation": (
        "Marchandisation",
        """Appels d’offres, tarification à l’acte, investisseurs à impact : quand le soin et le social deviennent un marché.""",
    ),
    "creation": (
        "Création et culture",
        """Théâtre, radio, jardin, peinture, fête : ce qui ne se mesure pas et qui pourtant tient debout des lieux entiers.""",
    ),
    "penser-sa-pratique": (
        "Penser sa pratique",
        """Balint, ateliers, lectures à voix haute, chroniques : des endroits où l’on apprend les un·es des autres, sans évaluation au bout.""",
    ),
}
