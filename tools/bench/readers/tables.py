"""What is said of pages, of those who write them, and of the machine: the tables of docs/bench.md."""

from tools.audit.report import Table, counted, kilobytes
from tools.bench.answers_tables import decimal
from tools.bench.measures import median
from tools.bench.readers.beside import CLIENTS
from tools.bench.times_tables import thousands

#: What a hot page is worth beside nginx with the same bytes, alone and behind nginx, at HOT_CLIENTS.
LEAST_OF_NGINX, LEAST_BEHIND, HOT_CLIENTS = 0.40, 0.85, 8
#: Queries of a page that nobody has read yet, by the first words of its name.
MOST_QUERIES = {
    "accueil": 8,
    "liste": 8,
    "dernière": 8,
    "contenu": 8,
    "mois": 8,
    "archives": 8,
    "agenda.ics": 8,
    "flux": 5,
    "recherche": 9,
    "introuvable": 4,
}
#: How much longer a page may take with a hundred times as many contents; the search has bounds of its own.
MOST_GROWTH, SEARCH = 1.3, "recherche"
#: Times as many pages as the peer, of those that nobody has read, and of those that somebody has.
LEAST_TIMES, LEAST_HOT_TIMES = 4, 300
#: Milliseconds of a search: in the middle of the judged queries, and of the slowest.
MOST_SEARCH, MOST_WORST_SEARCH = 150, 1000
#: Milliseconds of a publication, megabytes of a worker, bytes of a page on the wire, seconds of « make run ».
MOST_PUBLISHING, MOST_MEMORY, MOST_BYTES, MOST_STARTING = 150, 250, 10_000, 3


def hot_table(found):
    """Pages that somebody has read: `found` (dict: database → what `served.hot` gives)."""
    table = Table(
        "La page que quelqu’un a déjà lue",
        "L’accueil, en brotli, demandé sans cesse\u00a0: deux processus de granian, puis nginx devant eux comme "
        "deploy/ le règle, à côté d’un nginx qui sert les mêmes octets depuis le disque, chacun à son tour, plusieurs "
        "fois\u202f: la part est celle du milieu des parts de chaque tour. Attendu à "
        f"{HOT_CLIENTS} lecteurs\u00a0: au moins {decimal(LEAST_OF_NGINX, 2)} de nginx, et {decimal(LEAST_BEHIND, 2)} "
        "derrière nginx.",
        ["base", "lecteurs", "nginx", "le site", "part", "médiane", "une sur cent", "derrière nginx", "part"],
    )
    for database, by_clients in found.items():
        for clients, turns in by_clients.items():
            _front, own, behind = loads = [_middle(asked) for asked in zip(*turns, strict=True)]
            shares = [median(turn[server].a_second / turn[0].a_second for turn in turns) for server in (1, 2)]
            rates = [f"{thousands(round(load.a_second))}/s" for load in loads]
            times = [f"{decimal(time, 2)}\u00a0ms" for time in (own.p50, own.p99)]
            shown = [decimal(share, 2) for share in shares]
            table.rows.append([database, clients, *rates[:2], shown[0], *times, rates[2], shown[1]])
            if errors := sum(load.errors for turn in turns for load in turn[1:]):
                table.faults.append(f"{database}\u00a0: {counted(errors, 'erreur')}")
            if clients == HOT_CLIENTS:
                table.faults += [f"{database}\u00a0: {shown[0]} de nginx"] if shares[0] < LEAST_OF_NGINX else []
                table.faults += [f"{database}, derrière\u00a0: {shown[1]}"] if shares[1] < LEAST_BEHIND else []
    return table


def _middle(loads):
    """The Load in the middle of several (iterable)."""
    loads = sorted(loads, key=lambda one: one.a_second)
    return loads[len(loads) // 2]


def cold_table(found):
    """Pages that nobody has read: `found` (dict: database → {number of contents: what `inside.cold` gives})."""
    numbers = sorted(next(iter(found.values())))
    table = Table(
        "La page que personne n’a lue",
        "Millisecondes de calcul (SQLite compris, PostgreSQL non) d’une page faite à neuf, une fois que d’autres de sa "
        "liste ont été lues, qui ne montrent rien de ce qu’elle montre\u202f; «\u00a0cartes prêtes\u00a0»\u00a0: si "
        "elles le montrent\u202f; «\u00a0après un changement\u00a0»\u00a0: la première de toutes, qui relit ce que les "
        "lecteurs partagent. Les requêtes "
        "sont celles de la première de sa liste, quand une autre page du site a été lue. Attendu\u00a0: au plus "
        f"{decimal(MOST_GROWTH, 1)} fois la durée de "
        f"{thousands(numbers[0])} à {thousands(numbers[-1])} contenus, recherche à part.",
        [
            "base",
            "page",
            "requêtes",
            *(f"{thousands(number)} contenus" for number in numbers),
            "croissance",
            f"cartes prêtes, {thousands(numbers[-1])}",
            f"après un changement, {thousands(numbers[-1])}",
        ],
    )
    for database, by_number in found.items():
        first, last = by_number[numbers[0]], by_number[numbers[-1]]
        for name in first:
            queries = max(by_number[number][name]["queries"] for number in numbers)
            growth = last[name]["ms"] / first[name]["ms"]
            times = [f"{decimal(by_number[number][name]['ms'], 1)}\u00a0ms" for number in numbers]
            others = [f"{decimal(last[name][state], 1)}\u00a0ms" for state in ("ready", "first")]
            table.rows.append([database, name, queries, *times, f"× {decimal(growth, 2)}", *others])
            most = MOST_QUERIES[name.partition(",")[0].partition(" ")[0]]
            table.faults += [f"{database}, {name}\u00a0: {queries} requêtes"] if queries > most else []
            if growth > MOST_GROWTH and name != SEARCH:
                table.faults.append(f"{database}, {name}\u00a0: × {decimal(growth, 2)}")
    return table


def beside_table(found, hot):
    """`found` (dict: database → what `beside.beside` gives), and the same `hot` as hot_table."""
    table = Table(
        "Le site à côté d’un site de Wagtail",
        f"Pages faites à neuf pour {CLIENTS} lecteurs, l’un après l’autre\u00a0: ici, et dans un site fait selon le "
        "gabarit et le tutoriel de Wagtail, avec les mêmes contenus, sans dessins, ni liens vers des contenus proches, "
        "ni données pour les machines\u202f; son accueil montre vingt contenus, les derniers de chaque liste. Ici, "
        "aucune page n’est gardée\u202f; le cadre, l’ordre des listes, les cartes que d’autres pages ont montrées et "
        "les contenus de chaque thème le sont. "
        f"Attendu\u00a0: {LEAST_TIMES} fois plus de pages\u202f; et une page déjà lue, "
        f"{LEAST_HOT_TIMES} fois plus que la plus rapide des siennes.",
        ["base", "page", "le site", "Wagtail", "rapport"],
    )
    for database, by_page in found.items():
        for what, (own, peer) in by_page.items():
            times = own.a_second / peer.a_second
            rates = [f"{decimal(load.a_second, 0)}/s" for load in (own, peer)]
            table.rows.append([database, what, *rates, f"× {decimal(times, 1)}"])
            if own.errors or peer.errors:
                table.faults.append(f"{database}, {what}\u00a0: {own.errors + peer.errors} erreurs")
            if times < LEAST_TIMES:
                table.faults.append(f"{database}, {what}\u00a0: × {decimal(times, 1)}")
        best = max(peer.a_second for _own, peer in by_page.values())
        times = _middle(turn[1] for turn in hot[database][HOT_CLIENTS]).a_second / best
        table.rows.append([database, "accueil déjà lu", "", "", f"× {thousands(round(times))}"])
        if times < LEAST_HOT_TIMES:
            table.faults.append(f"{database}, déjà lu\u00a0: × {round(times)}")
    return table


def writing_table(found):
    """`found` (dict: database → {number: what `inside.writing` gives, and « indexing », seconds})."""
    table = Table(
        "Écrire",
        "De l’envoi de l’éditeur à sa réponse, tâches comprises\u202f; puis sans celles que font les exécuteurs, là "
        "où il y en a (images, index, références). Une contribution acceptée devient un brouillon. Attendu\u00a0: une "
        f"publication d’au plus {MOST_PUBLISHING}\u00a0ms, sans ces tâches. Tout indexer\u00a0: `manage.py "
        "update_index`, quand ce site du banc a été fait.",
        ["base", "contenus", "un brouillon", "une publication", "sans les tâches", "une contribution", "tout indexer"],
    )
    for database, by_number in found.items():
        for number, said in by_number.items():
            times = [f"{said[name]:.0f}\u00a0ms" for name in ("draft", "published", "aside", "accepted")]
            table.rows.append([database, thousands(number), *times, f"{said['indexing']:.0f}\u00a0s"])
            if said["aside"] > MOST_PUBLISHING:
                table.faults.append(f"{database}, {thousands(number)}\u00a0: {said['aside']:.0f}\u00a0ms")
    return table


def search_table(found):
    """`found` (dict: database → {number: what `inside.searching` gives})."""
    table = Table(
        "Chercher",
        "La page de résultats entière, avec facettes et extraits, des questions jugées\u202f; le mot que tous les "
        "contenus portent\u202f; la première recherche après une publication. Attendu au plus grand nombre\u00a0: "
        f"une médiane d’au plus {MOST_SEARCH}\u00a0ms, et {MOST_WORST_SEARCH}\u00a0ms pour la plus lente.",
        ["base", "contenus", "médiane", "19 sur 20", "la plus lente", "mot partout", "après une publication"],
    )
    for database, by_number in found.items():
        for number, said in by_number.items():
            names = ("median", "most", "worst", "everywhere", "after")
            table.rows.append([database, thousands(number), *(f"{said[name]:.0f}\u00a0ms" for name in names)])
            if said["median"] > MOST_SEARCH:
                table.faults.append(f"{database}, {thousands(number)}\u00a0: médiane de {said['median']:.0f}\u00a0ms")
            slowest = max(said[name] for name in names[2:])
            if slowest > MOST_WORST_SEARCH:
                table.faults.append(f"{database}, {thousands(number)}\u00a0: {slowest:.0f}\u00a0ms")
    return table


def together_table(found):
    """`found` (dict: database → what `inside.together` gives, and the Load of who reads meanwhile)."""
    table = Table(
        "Vingt membres enregistrent pendant que cinquante personnes lisent",
        "Attendu\u00a0: tout est gardé, aucune erreur, ni « locked ».",
        ["base", "brouillons envoyés", "gardés", "erreurs", "médiane", "pages lues", "erreurs de lecture"],
    )
    for database, (written, read) in found.items():
        errors = written["errors"]
        middle = f"{written['ms']:.0f}\u00a0ms"
        rate = f"{thousands(round(read.a_second))}/s"
        row = [database, written["asked"], written["kept"], len(errors), middle, rate, read.errors]
        table.rows.append(row)
        if errors or read.errors or written["kept"] != written["asked"]:
            table.faults.append(f"{database}\u00a0: {errors[:3] or 'brouillons perdus, ou erreurs de lecture'}")
    return table


def machine_table(memory, sizes, weights, starting):
    """`memory` (dict: database → list of megabytes), `sizes` (database → {number: bytes}), what `served.weights` gives,
    and seconds: of granian's first page, of « make run » the second time.
    """
    table = Table(
        "La machine",
        f"Attendu\u00a0: {MOST_MEMORY}\u00a0Mo par processus, {kilobytes(MOST_BYTES)}\u00a0ko par page, aucun cookie, "
        f"{MOST_STARTING}\u00a0s pour relancer `make run`.",
        ["quoi", "mesuré"],
    )
    for database, megabytes in memory.items():
        table.rows.append([f"mémoire de chaque processus, 10 000 contenus, {database}", f"{max(megabytes)}\u00a0Mo"])
        if max(megabytes) > MOST_MEMORY:
            table.faults.append(f"{database}\u00a0: {max(megabytes)}\u00a0Mo")
    for database, by_number in sizes.items():
        for number, size in by_number.items():
            shown = f"{thousands(round(size / 1_000_000))}\u00a0Mo"
            table.rows.append([f"base et index, {thousands(number)} contenus, {database}", shown])
    for path, (size, cookie) in weights.items():
        table.rows.append([f"`{path}` sur le fil", f"{kilobytes(size)}\u00a0ko"])
        if size > MOST_BYTES or cookie:
            table.faults.append(f"{path}\u00a0: {kilobytes(size)}\u00a0ko{', un cookie' if cookie else ''}")
    served_in, run_in = starting
    table.rows += [
        ["premier démarrage de granian, jusqu’à une page", f"{decimal(served_in, 1)}\u00a0s"],
        ["`make run`, la seconde fois, jusqu’à une page", f"{decimal(run_in, 1)}\u00a0s"],
    ]
    if run_in > MOST_STARTING:
        table.faults.append(f"make run\u00a0: {decimal(run_in, 1)}\u00a0s")
    return table
