"""What is different once a copy of the site is restored, on the same database and on the other one."""

from collections import Counter
from contextlib import contextmanager

from tests.core.backup.contents import differences
from tests.core.backup.sites import Site
from tools.audit.report import Table, counted
from tools.bench.scratch import lent


def measure(folder, servers):
    """Copies a small site that has something of everything from each of `servers` (of tools.bench.scratch) to each, and
    the copy of a copy back: a Table. `folder` is a Path.
    """
    table = Table(
        "Copies de sauvegarde",
        "Ce que `restore` rend est ce que `backup` a copié, ligne à ligne et fichier à fichier, d’une base à l’autre.",
        ["de", "à", "pages", "versions", "comptes", "envois", "lignes", "fichiers", "différences"],
    )
    for source in servers:
        with own_site(source, folder / f"plein-{source.name}") as full:
            full.managed("migrate", "-v0")
            done = full.run("-m", "tests.core.backup.population")
            if done.returncode:
                raise RuntimeError(done.stderr[-3000:])
            full.managed("backup", full.copies)
            before = full.contents()
            for target in servers:
                with own_site(target, folder / f"{source.name}-{target.name}") as given:
                    given.managed("restore", full.copies)
                    found = differences(before, given.contents())
                table.rows.append([source.name, target.name, *figures_of(before), sum(found.values())])
                table.faults += [
                    f"{source.name} → {target.name}, {label} : {counted(number, 'différence')}"
                    for label, number in found.items()
                ]
    return table


@contextmanager
def own_site(server, folder):
    """A Site in `folder` (Path, made here), over an empty database of `server`, as long as it is used."""
    folder.mkdir()
    with lent(server, folder.name.lower()) as url:
        yield Site(folder, url)


def figures_of(contents):
    """How many pages, versions, accounts, contributions, rows in all, files (list of int) are in `contents` (dict)."""
    counts = Counter({label: len(rows) for label, rows in contents.items()})
    files, rows = counts.pop("files"), counts.total()
    named = ("wagtailcore.page", "wagtailcore.revision", "members.member", "contributions.contribution")
    return [*(counts[label] for label in named), rows, files]
