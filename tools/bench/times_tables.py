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
    databases = list(ours)
    table = Table(
        "Les mêmes questions, au moteur de Wagtail",
        f"À {thousands(number)} contenus. Chez nous, la page entière\xa0; chez Wagtail, la seule requête\xa0: douze "
        f"réponses et leur nombre, sans page, facettes ni extraits, arrêtée à {MOST_SECONDS}\xa0s. Attendu\xa0: plus "
        "vite pour toutes les questions.",
        [
            "question",
            *(column for base in databases for column in (f"notre page, {base}", f"Wagtail, {base}", "rapport")),
        ],
    )
    for text in ours[databases[0]]:
        row = [text]
        for database in databases:
            mine, other = ours[database][text], stock[database][text]
            row += [milliseconds(mine), milliseconds(other) if other else f"> {MOST_SECONDS}\xa0s"]
            row.append(f"{'' if other else '> '}× {decimal((other or MOST_SECONDS) / mine, 1)}")
            if other and other < mine:
                table.faults.append(f"{text}, {database}\xa0: la requête de Wagtail est plus courte que notre page")
        table.rows.append(row)
    return table


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
