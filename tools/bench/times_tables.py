"""What is said of times: whole pages, the same queries with Wagtail's own engine, the index, one publication."""

from tools.audit.report import Table
from tools.bench.answers_tables import decimal
from tools.bench.limits import MOST_INDEXING, MOST_MEDIAN, MOST_SECONDS, MOST_WORST
from tools.bench.measures import median, quantile
from tools.bench.prose import EVERYWHERE


def milliseconds(seconds):
    """« 39 ms » (str)."""
    return f"{seconds * 1000:.0f}\xa0ms"


def thousands(number):
    """« 20 000 » (str)."""
    return f"{number:,}".replace(",", "\u202f")


def pages_table(speeds):
    """The whole page of results, from `speeds` (dict: database → {number of contents: what « speed » gives})."""
    largest = max(number for sizes in speeds.values() for number in sizes)
    table = Table(
        "La page de résultats",
        "`/recherche/?q=…` entière, avec facettes et extraits, réglages de production. À "
        f"{thousands(largest)} contenus, médiane des questions jugées d’au plus {MOST_MEDIAN}\xa0ms, et mot présent "
        f"partout (« {EVERYWHERE} ») d’au plus {MOST_WORST}\xa0ms.",
        [
            "base",
            "contenus",
            "médiane",
            "dont calcul du site",
            "19 questions sur 20",
            "la plus lente",
            "mot présent partout",
            "croissance",
        ],
    )
    for database, sizes in speeds.items():
        smallest = median(sizes[min(sizes)]["pages"].values())
        for number, said in sizes.items():
            times = said["pages"].values()
            middle, slowest = median(times), max(said["pages"], key=said["pages"].get)
            growth = f"× {decimal(middle / smallest, 1)}" if number != min(sizes) else ""
            shown = [middle, said["computing"], quantile(times, 0.95), max(times), said["worst"]]
            table.rows.append([database, thousands(number), *map(milliseconds, shown), growth])
            table.remarks.append(f"la plus lente sur {database}, à {thousands(number)}\xa0: {slowest}")
            if number == largest and middle * 1000 > MOST_MEDIAN:
                table.faults.append(f"{database}\xa0: médiane de {milliseconds(middle)}")
            if number == largest and said["worst"] * 1000 > MOST_WORST:
                table.faults.append(f"{database}\xa0: {milliseconds(said['worst'])} pour « {EVERYWHERE} »")
    return table


def stock_table(ours, stock, number):
    """The same ordinary queries, from two dicts (database → {query: seconds or None}): our page, Wagtail's query."""
    table = Table(
        "Les mêmes questions, au moteur de Wagtail",
        f"À {thousands(number)} contenus. Chez nous, la page entière\xa0; chez Wagtail, la seule requête\xa0: douze "
        f"réponses et leur nombre, sans page, facettes ni extraits, arrêtée à {MOST_SECONDS}\xa0s. Attendu\xa0: une "
        "médiane plus courte.",
        ["question", *(column for base in ours for column in (f"notre page, {base}", f"Wagtail, {base}", "rapport"))],
    )
    table.rows = [
        [text, *(cell for base in ours for cell in _compared(ours[base][text], stock[base][text]))]
        for text in next(iter(ours.values()))
    ]
    for base in ours:
        mine, other = (median(said or MOST_SECONDS for said in times[base].values()) for times in (ours, stock))
        told = f"{base}\xa0: médiane de {milliseconds(mine)}, et de {milliseconds(other)} chez Wagtail"
        (table.remarks if mine < other else table.faults).append(told)
    return table


def _compared(mine, other):
    """Our seconds, Wagtail's (None beyond the limit) and their ratio, as they are written (list of str)."""
    if other is None:
        return [milliseconds(mine), f"> {MOST_SECONDS}\xa0s", f"> × {decimal(MOST_SECONDS / mine, 1)}"]
    return [milliseconds(mine), milliseconds(other), f"× {decimal(other / mine, 1)}"]


def indexing_table(seconds):
    """How long `manage.py update_index` takes, from {(Engine, number of contents): seconds}."""
    largest = max(number for _engine, number in seconds)
    table = Table(
        "Tout indexer",
        f"`manage.py update_index`, démarrage compris. Chez nous, en moins de {MOST_INDEXING // 60} minutes à "
        f"{thousands(largest)} contenus.",
        ["moteur", "contenus", "durée"],
    )
    for (engine, number), duration in seconds.items():
        table.rows.append([engine, thousands(number), f"{decimal(duration, 1)}\xa0s"])
        if engine.is_ours and number == largest and duration > MOST_INDEXING:
            table.faults.append(f"{engine.database}\xa0: {decimal(duration, 0)}\xa0s")
    return table


def publication_table(publications):
    """One publication, from `publications` (dict: database → {number of contents: what « publication » gives})."""
    table = Table(
        "Publier une page",
        "Une révision enregistrée puis publiée n’indexe qu’elle.",
        ["base", "contenus", "durée", "pages indexées", "fois", "croissance"],
    )
    for database, sizes in publications.items():
        for number, said in sizes.items():
            indexed = {tuple(call) for calls in said["indexed"] for call in calls}
            times = max(len(calls) for calls in said["indexed"])
            growth = said["seconds"] / sizes[min(sizes)]["seconds"]
            said_growth = f"× {decimal(growth, 1)}" if number != min(sizes) else ""
            row = [database, thousands(number), milliseconds(said["seconds"]), len(indexed), times, said_growth]
            table.rows.append(row)
            if {key for _model, key in indexed} != {said["key"]}:
                table.faults.append(f"{database}, {thousands(number)}\xa0: {sorted(indexed)}")
    return table
