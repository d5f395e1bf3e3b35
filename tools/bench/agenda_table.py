"""What is said of the agenda: each of its addresses in a site of a few events, then in one of thousands."""

from tools.audit.report import Table
from tools.bench.agenda_sites import ALONE, ARCHIVE, CALENDAR, FEW, MANY, MONTH, NARROWED, PAGES, SIZE, TIMES, UPCOMING
from tools.bench.answers_tables import decimal
from tools.bench.limits import MOST_GROWTH, MOST_QUERIES
from tools.bench.measures import median
from tools.bench.times_tables import milliseconds, thousands

NAMES = {
    UPCOMING: "ce qui vient",
    NARROWED: "un thème dans une région",
    MONTH: "le mois",
    ARCHIVE: "les archives",
    CALENDAR: "un agenda suivi (.ics)",
}


def agenda_table(agendas, few, many):
    """The times and queries of `agendas` (dict: database → what agenda_sites.in_turn gives).

    The site of `few` events and that of `many` have the example besides.
    """
    table = Table(
        "L’agenda",
        f"Réponses entières, réglages de production, dans un site de {thousands(few)} rendez-vous puis de "
        f"{thousands(many)}, d’une quarantaine de dates chacun, en plus de ceux de l’exemple\xa0; médiane de {TIMES} "
        "demandes posées tour à tour à chaque site. Un agenda suivi (.ics) se compare à celui des mêmes rendez-vous "
        "dans un site qui n’a qu’eux. « Après une publication »\xa0: la première demande, qui relit ce que proposent "
        f"les filtres. Attendu\xa0: au plus {MOST_QUERIES} requêtes, autant dans chaque site, et au plus "
        f"{decimal(MOST_GROWTH, 1)} fois la durée.",
        [
            "base",
            "demande",
            "rendez-vous",
            "dates",
            "requêtes",
            "durée",
            "dont calcul du site",
            "croissance",
            "après une publication",
        ],
    )
    for database, sites in agendas.items():
        for asked in (*PAGES, CALENDAR):
            first = ALONE if asked == CALENDAR else FEW
            for site in [site for site in (FEW, ALONE, MANY) if asked in sites[site]]:
                table.rows.append(_row(database, asked, sites, site, first))
            table.faults += [f"{database}, {NAMES[asked]}\xa0: {said}" for said in _faults(asked, sites, first)]
        table.remarks.append(_compared(database, sites))
    return table


def _row(database, asked, sites, site, first):
    usual, after = sites[site][asked]
    size, sent = sites[site][SIZE], usual[0]["sent"]
    number = f"{thousands(size['events'])}, dont {sent} suivis" if asked == CALENDAR else thousands(size["events"])
    growth = _seconds(sites, MANY, asked) / _seconds(sites, first, asked)
    return [
        database,
        NAMES[asked],
        number,
        thousands(size["dates"]),
        _queries(usual),
        milliseconds(_seconds(sites, site, asked)),
        milliseconds(median(said["computing"] for said in usual)),
        f"× {decimal(growth, 1)}" if site == MANY else "",
        f"{milliseconds(median(said['seconds'] for said in after))}, {_queries(after)} requêtes",
    ]


def _faults(asked, sites, first):
    """What is not held (iterator of str) of one address, from the site `first` to that of thousands."""
    before, after = (_seconds(sites, site, asked) for site in (first, MANY))
    if after > MOST_GROWTH * before:
        growth = decimal(after / before, 2)
        yield f"× {growth}, de {milliseconds(before)} à {milliseconds(after)}"
    few, many = (_queries(sites[site][asked][0]) for site in (FEW, MANY))
    if many > MOST_QUERIES:
        yield f"{many} requêtes"
    if few != many:
        yield f"{few} requêtes, puis {many}"


def _compared(database, sites):
    """The calendar beside that of the site of a few events, which holds fewer of them (str)."""
    few, many = (sites[site][CALENDAR][0][0]["sent"] for site in (FEW, MANY))
    times = _seconds(sites, MANY, CALENDAR) / _seconds(sites, FEW, CALENDAR)
    return (
        f"{database}\xa0: l’agenda suivi de {many} rendez-vous prend {decimal(times, 1)} fois la durée de celui de "
        f"{few} dans le petit site, et {decimal(times * few / many, 1)} fois par rendez-vous envoyé"
    )


def _seconds(sites, site, asked):
    return median(said["seconds"] for said in sites[site][asked][0])


def _queries(answers):
    return max(said["queries"] for said in answers)
