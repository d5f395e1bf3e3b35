"""Hostile files by every door of a site that is served, and how each was answered."""

from collections import Counter

from tools.audit.hostile import attacked
from tools.audit.report import Table, counted

#: Megabytes of one process: an image of thirty million points while it is written again.
MOST_MEMORY = 700


def measure(site, one_in=1):
    """Sends the corpus (tests/hostile/corpus) by every door of a built Example (Table).

    `one_in` (int) takes one in so many, for a quick look.
    """
    with attacked(site) as attack:
        files, memory = attack("files", one_in)
    doors = Counter(door for file in files for door, _took, _said in file["doors"])
    table = Table(
        "Fichiers hostiles",
        f"{counted(len(files), 'fichier')} par {counted(len(doors), 'porte')}, {sum(doors.values())} envois. "
        "Chacun est refusé avec une phrase ou nettoyé\u202f; jamais une erreur\u202f; rien de ce qu’ils disent de qui "
        "les a faits n’est enregistré\u202f; rien ne reste d’un refus, ni dans les dossiers temporaires.",
        ["fichier", "ce que c’est", "portes", "accepté, nettoyé", "refusé", "ce qui est dit"],
    )
    for family in dict.fromkeys(file["family"] for file in files):
        ours = [file for file in files if file["family"] == family]
        took = sum(_took(file) for file in ours)
        sent = sum(len(file["doors"]) for file in ours)
        table.rows.append([f"**{family}**", counted(len(ours), "fichier"), sent, took, sent - took, ""])
        for file in ours:
            said = next((words for _door, took, words in file["doors"] if not took and words), "")
            sent = len(file["doors"])
            name = f"`{file['name']}`" if file["name"] else "(vide)"
            table.rows.append([name, file["said"], sent, _took(file), sent - _took(file), said[:160]])
    table.faults = [fault for file in files for fault in file["faults"]]
    if memory > MOST_MEMORY:
        table.faults.append(f"{memory} Mo de mémoire")
    slowest = max(files, key=lambda file: file["seconds"])
    table.remarks = [
        f"portes\u00a0: {', '.join(f'{door} ({number})' for door, number in doors.items())}",
        f"le plus long\u00a0: {slowest['seconds']:.1f} s ({slowest['said']})\u202f; mémoire d’un processus\u00a0: "
        f"{memory} Mo au plus",
    ]
    return table


def _took(file):
    return sum(took for _door, took, _said in file["doors"])
