"""What every test gets: media files in a temporary folder, a browser where there is one."""

import pytest
from django.core.cache import cache

from home.sections import open_site
from tests.chromium import find_chromium
from tests.core.backup.made_once import all_of_it, blank, full  # noqa: F401 -- fixtures
from tests.factories import close_site
from tests.folders import own_folders
from tests.lasting import undone_at_the_end

NO_CHROMIUM = "aucun Chromium trouvé"


def pytest_make_parametrize_id(val):
    """A file is not a name: what makes one writes another at each run, and both processes must name tests alike."""
    return "file" if isinstance(val, bytes) and len(val) > 60 else None


def pytest_collection_modifyitems(items):
    if find_chromium():
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_terminal_summary(terminalreporter):
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if NO_CHROMIUM in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"navigateur : tests sautés, {NO_CHROMIUM} ({len(skipped)})")


@pytest.fixture(scope="session")
def chromium_path():
    """The path of a Chromium (str); the test is skipped where there is none."""
    return find_chromium() or pytest.skip(NO_CHROMIUM)


@pytest.fixture(scope="session", autouse=True)
def temporary_media(tmp_path_factory):
    """No test leaves a file in the folder of the real site."""
    with own_folders(tmp_path_factory.mktemp("files")):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The skeleton of the site is in the database of every test: making it takes a second, and hundreds need it."""
    with django_db_blocker.unblock():
        open_site("testserver")


@pytest.fixture(scope="module")
def lasting(django_db_setup, django_db_blocker):
    """A context (function) for what every test of a module is shown, where making it for each takes too long.

    Not where a test commits (`transaction=True`).
    """
    with undone_at_the_end(django_db_blocker) as writing:
        yield writing


@pytest.fixture
def bare_site(db):
    """The database as migrations leave it, before `open_site`."""
    close_site()


@pytest.fixture(autouse=True)
def empty_cache():
    """What is cached outlives the rollback of a test, and the keys it was kept under come again."""
    cache.clear()
