"""docs/bench.md: the whole of it, or one of its sections measured again."""

import os
import platform
from datetime import date

from tools.audit.report import SECTION, replaced
from tools.bench.answers_tables import decimal


def provenance(servers, load):
    """When, with which versions of the databases and under which load, before and after, it was measured (str)."""
    versions = ", ".join(f"{server.name} {server.version()}" for server in servers)
    before, after = (decimal(figure, 1) for figure in load)
    machine = f"Python {platform.python_version()}, {versions}, {os.cpu_count()} processeurs"
    return f"{date.today():%d/%m/%Y}, {machine}, charge de {before} au début et de {after} à la fin"


def document(tables, measured):
    """The text of docs/bench.md (str) from every table and their `provenance`."""
    opening = (
        "# Les dernières mesures de la recherche et de l’agenda\n\n"
        "Écrit par `make bench`\u202f; ne pas modifier à la main. Les contenus, leurs sujets et les questions sont\n"
        "dans `tools/bench/`\xa0: ce que vaut chaque contenu vient du sujet que le générateur lui a donné, ou\n"
        "d’une lecture de l’exemple, jamais de ce que la recherche en fait.\n\n"
        f"Le {measured}\xa0: les\n"
        "durées se comparent entre elles."
    )
    closing = "## En bref\n\n" + "\n".join(map(_verdict, tables))
    return "\n\n".join([opening, *(table.text() for table in tables), closing]) + "\n"


def with_section(text, table):
    """The `text` of docs/bench.md (str) with the section and the verdict of one `table` in place of its former ones."""
    opening, *sections, closing = text.rstrip("\n").split(SECTION)
    title, verdicts = closing.split("\n\n")
    said = table.text().removeprefix("## ")
    sections = replaced(sections, f"{table.title}\n", said)
    verdicts = replaced(verdicts.split("\n"), f"- {table.title}\xa0:", _verdict(table))
    return SECTION.join([opening, *sections, f"{title}\n\n" + "\n".join(verdicts)]) + "\n"


def _verdict(table):
    return f"- {table.title}\xa0: {f'non tenu ({table.faults[0]})' if table.faults else 'tenu'}"
