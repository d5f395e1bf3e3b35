"""A small site, made by this version: its archive, and what is true of it."""

import json
import shutil

from tests.core.backup.sites import site
from tests.databases import SQLITE


class CannotMake(Exception):
    """A process of the small site failed: what it said."""


def make(folder, version):
    """Makes the site in `folder` (Path): gives its archive (Path, named after `version`, str) and its facts (dict).

    Everybody in it is invented (tests.core.backup.population). Raises CannotMake.
    """
    with site(folder / "site", on=SQLITE) as small:
        _done(small.manage("migrate", "-v0"))
        _done(small.run("-m", "tests.core.backup.population"))
        _done(small.manage("backup", small.copies))
        archive = folder / f"{version}.tar"
        shutil.copy(small.newest_copy(), archive)
        return archive, facts_of(small)


def facts_of(site):
    """What is true of a Site (dict). Raises CannotMake."""
    return json.loads(_done(site.run("-m", "tools.release.facts")))


def facts_given_back(archive, folder, *, on=SQLITE, settings=None):
    """What is true (dict) of the site that is made in `folder` (Path) of `archive` (Path) and brought to today.

    It is on the database `on` (tests.databases; None: the suite's), under other `settings` (dict of variables) if need
    be. Raises CannotMake.
    """
    with site(folder, on=on) as new:
        new.environment |= settings or {}
        _done(new.manage("restore", archive))
        _done(new.manage("migrate", "--check"))
        return facts_of(new)


def _done(process):
    """What a process said (str). Raises CannotMake."""
    if process.returncode:
        raise CannotMake(process.stderr[-3000:])
    return process.stdout
