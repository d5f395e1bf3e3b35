"""The process killed at moments drawn at random, while people publish, upload, accept, mask: what was lost."""

import secrets

from tests.kills.measuring import killed_at_random, killed_while_served, prepare
from tools.audit.report import Table

#: Of each scenario, then of the server; LEAST in all.
KILLS, SERVER_KILLS, LEAST = 4, 6, 60


def measure(site, seed=None):
    """Kills on `site` (tools.example.Example), which nobody else uses and which is filled with what is tried. A Table.

    It may be empty: its tables are made. `seed` (str, drawn by default) says when; the same one does the same again.
    """
    seed = seed or secrets.token_hex(4)
    prepare(site)
    outcomes = [*killed_at_random(site, KILLS, seed), killed_while_served(site, SERVER_KILLS, seed)]
    total = sum(one["kills"] for one in outcomes)
    lost = [fault for one in outcomes for fault in one["lost"]]
    table = Table(
        "Arrêts brutaux",
        f"{total} arrêts (SIGKILL) à des instants tirés au hasard ({LEAST} au moins)\u202f: rien de perdu.",
        ["geste", "instants", "arrêts", "comme avant", "comme après", "perdu", "orphelins trouvés", "gestes refaits"],
        faults=lost,
        remarks=[
            f"Graine du tirage\u00a0: `{seed}`. Après chaque arrêt le site redémarre\u202f; deux heures plus tard, "
            "les commandes de chaque jour et `check_media --fix`\u202f; puis on refait ce qui n’était pas fait.",
            "Instants\u00a0: ce que le geste fait et qui lui survit (base, fichiers, programmes, courriels).",
        ],
    )
    names = ("title", "moments", "kills", "before", "after", "lost", "orphans", "done_again")
    for one in outcomes:
        row = one | {"lost": len(one["lost"]), "moments": one["moments"] or "—"}
        table.rows.append([row[name] for name in names])
    sums = [sum(row[column] for row in table.rows) for column in range(2, len(names))]
    table.rows.append(["**en tout**", "", *sums])
    if total < LEAST:
        table.faults.append(f"{total} arrêts seulement, au lieu de {LEAST}")
    return table
