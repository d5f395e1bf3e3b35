"""nginx on a machine of its own, whose folder the site does not empty: what it is told is enough."""

import time

import pytest

from tests.deploy.changes import SOON, WITHDRAWN, last_seen

#: Whoever writes has the settings of .env too.
EMPTIES = "from django.conf import settings; settings.FRONT_CACHE_FOLDER = {!r}"


@pytest.fixture(scope="module")
def elsewhere(front):
    """The site (Installed), which empties no folder."""
    front.stop("site")
    front.start_site(FRONT_CACHE_FOLDER="")
    front.writes(EMPTIES.format(None))
    yield front
    front.writes(EMPTIES.format(str(front.kept_in)))
    front.stop("site")
    front.start_site()


def test_it_keeps_no_page_beyond_the_second_when_it_was_known_to_hold(elsewhere):
    for number in range(3):
        committed, old = last_seen(elsewhere, f"Un autre titre, {number}", readers=1)
        assert old < int(committed) + 1.05


def test_nor_for_long_when_many_read(elsewhere):
    """Others see the former page while one has it made again."""
    committed, old = last_seen(elsewhere, "Encore un titre", readers=3)
    assert old - committed < SOON


def test_it_forgets_a_page_once_it_was_told_that_it_went_away(elsewhere):
    reader, path = elsewhere.visitor(), "/reflexions/un-papier/"
    assert reader.get(path).status == 200
    elsewhere.writes(WITHDRAWN.format("un-papier"))
    time.sleep(SOON)
    assert reader.get(path).status == 404
    elsewhere.stop("site")
    try:
        assert reader.get(path).status == 404
    finally:
        elsewhere.start_site(FRONT_CACHE_FOLDER="")
