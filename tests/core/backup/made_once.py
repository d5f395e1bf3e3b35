"""A full site and a new one, made once for all the tests that need whole sites: tests/conftest.py takes them in."""

import pytest

from tests.core.backup.sites import site


@pytest.fixture(scope="session")
def blank(tmp_path_factory):
    """A site (Site) whose tables are there and empty; nobody writes in it."""
    with site(tmp_path_factory.mktemp("blank"), "blank") as made:
        made.managed("migrate", "-v0")
        yield made


@pytest.fixture(scope="session")
def full(blank, tmp_path_factory):
    """A site (Site) with something of everything, and one copy of it; nobody writes in it."""
    with site(tmp_path_factory.mktemp("full") / "site", "full", like=blank) as made:
        done = made.run("-m", "tests.core.backup.population")
        assert done.returncode == 0, done.stderr[-3000:]
        made.managed("backup", made.copies)
        yield made


@pytest.fixture(scope="session")
def all_of_it(full):
    """What the full site holds."""
    return full.contents()
