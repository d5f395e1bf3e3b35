"""Killed at any moment, the site starts again: what was done is done, what was not is not, and nothing is lost."""

import re
from pathlib import Path

import pytest

from tests.databases import own_database
from tests.kills.aftermath import COMMANDS
from tests.kills.instants import INSTANTS
from tests.kills.measuring import killed_at_instants, killed_at_random, killed_while_served, prepare
from tests.kills.scenarios import scenarios
from tools.example import ROOT, Example

pytestmark = pytest.mark.xdist_group("kills")

#: `make audit` kills more often, and at other moments (tools/audit/kills.py).
KILLS, SEED = 2, "tests"
TITLES = [one.title for one in scenarios()]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """An Example of which only the tables are made."""
    folder = tmp_path_factory.mktemp("kills")
    with own_database(folder, "kills") as url:
        made = Example(folder, url)
        prepare(made)
        yield made


@pytest.fixture(scope="module")
def outcomes(site):
    """What became of each scenario (dict by title)."""
    return {one["title"]: one for one in killed_at_random(site, KILLS, SEED)}


@pytest.mark.parametrize("title", TITLES)
def test_whoever_is_killed_has_done_all_of_it_or_nothing_and_may_do_it_again(outcomes, title):
    outcome = outcomes[title]
    assert outcome["lost"] == []
    assert outcome["kills"] == KILLS == outcome["before"] + outcome["after"]


def test_moments_are_before_and_after_what_counts(outcomes):
    for side in ("before", "after", "orphans", "done_again"):
        assert sum(outcome[side] for outcome in outcomes.values()), side


def test_a_server_that_is_killed_while_it_receives_a_file_starts_again(site):
    outcome = killed_while_served(site, 3, SEED)
    assert outcome["lost"] == [] and outcome["kills"] == 3


def test_the_commands_that_run_are_those_of_the_documentation():
    document = Path(ROOT, "docs", "exploitation.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `manage\.py (\w+)[^`]*` \|.*\| (.+) \|$", document, re.MULTILINE)
    timed = {name for name, pace in rows if re.match("chaque jour|chaque matin|toutes les", pace)}
    assert timed == set(COMMANDS)


# --- A photo that is masked -------------------------------------------------------------------


@pytest.fixture(scope="module")
def masked(site, tmp_path_factory):
    """On the same database; the only files of its folder are those of the photo."""
    return killed_at_instants(Example(tmp_path_factory.mktemp("masked"), site.environment["DATABASE_URL"]))


@pytest.mark.parametrize("instant", INSTANTS)
def test_killed_at_any_instant_the_old_photo_is_whole_or_nothing_is_left_of_it(masked, instant):
    end = masked[instant]
    assert end["was_killed"]
    assert end["is_whole"], "a file of the library, or of its renditions, is missing or cut"
    assert end["lost"] == [], "a file that nothing knows stays"
    assert end["to_erase"] == 0
    if end["is_masked"]:
        assert end["unmasked_files"] == []
    else:
        assert end["is_as_before"]


def test_instants_are_before_and_after_the_commit(masked):
    assert {end["is_masked"] for end in masked.values()} == {True, False}
