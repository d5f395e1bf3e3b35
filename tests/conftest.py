"""What every test gets: media files in a temporary folder, a browser where there is one."""

import pytest
from django.core.cache import cache
from django.test import override_settings

from home.sections import open_site
from tests.chromium import find_chromium
from tests.core.backup.made_once import all_of_it, blank, full  # noqa: F401 -- fixtures
from tests.factories import close_site

NO_CHROMIUM = "aucun Chromium trouvé"


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
    quarantine = tmp_path_factory.mktemp("quarantine")
    arrivals = quarantine / "arrivals"
    arrivals.mkdir()
    with override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        PRIVATE_ROOT=tmp_path_factory.mktemp("private"),
        QUARANTINE_ROOT=quarantine,
        FILE_UPLOAD_TEMP_DIR=arrivals,
    ):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The skeleton of the site is in the database of every test: making it takes a second, and hundreds need it."""
    with django_db_blocker.unblock():
        open_site("testserver")


@pytest.fixture
def bare_site(db):
    """The database as migrations leave it, before `open_site`."""
    close_site()


@pytest.fixture(autouse=True)
def empty_cache():
    """What is cached outlives the rollback of a test, and the keys it was kept under come again."""
    cache.clear()
