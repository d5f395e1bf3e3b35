"""One installation for all of these tests, then served by the site and by nginx as it says."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.databases import POSTGRESQL, engine, own_database
from tests.deploy.installed import Installed
from tests.deploy.slow_people import SlowPeople
from tools.outages.database import behind_a_line

#: Each test that withdraws a page has its own.
CONTENTS = """
from tests.factories import make_article, make_event, make_media, make_member
make_member("camille")
for title in ("Un papier", "Un carnet", "Un livret", "Un cahier"):
    make_article(title)
make_event("Rencontre")
make_media()
"""


def pytest_collection_modifyitems(items):
    for item in items:
        if "installed" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("deploy"))


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """The Installed, of which nothing has started yet."""
    if os.geteuid() or not shutil.which("nginx"):
        pytest.skip("nginx n’est pas là (apt install nginx-light), ou ce n’est pas root qui essaie")
    # Short, for the path of a socket is bounded; and open to nginx's own account, as pytest's folders are not.
    root = Path(tempfile.mkdtemp(prefix="nebuleuses-"))
    root.chmod(0o755)
    try:
        with database(tmp_path_factory.mktemp("database")) as (url, line):
            site = Installed(root, url)
            site.line = line
            site.first_install()
            yield site
            site.stop_all()
    finally:
        shutil.rmtree(root)


@contextmanager
def database(folder):
    """The address of a PostgreSQL, and the line to it that may be cut, if the suite runs on one; or None and None."""
    if engine() != POSTGRESQL:
        yield None, None
        return
    with own_database(folder, "deploy") as url:
        site = SimpleNamespace(environment={"DATABASE_URL": url})
        with behind_a_line(site) as line:
            yield site.environment["DATABASE_URL"], line


@pytest.fixture(scope="session")
def front(installed):
    """The same (Installed), served, with something to read; `writes` (function) runs a program on it."""
    with installed.typist() as installed.writes:
        installed.writes(CONTENTS)
        installed.start_nginx()
        installed.slow_people = SlowPeople(installed)
        installed.start_site()
        yield installed


@pytest.fixture
def reader(front):
    """Somebody without a session (Visitor)."""
    return front.visitor()
