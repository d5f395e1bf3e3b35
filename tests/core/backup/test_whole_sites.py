"""What is given back is what there was, row by row and file by file, on whichever database."""

import pytest

from tests.core.backup.contents import differences
from tests.core.backup.sites import site
from tests.databases import POSTGRESQL, SQLITE, engine

pytestmark = pytest.mark.xdist_group("backup")

needs_postgresql = pytest.mark.skipif(
    engine() != POSTGRESQL, reason="d’une base à l’autre : avec DATABASE_URL=postgres://…"
)


def test_everything_comes_back_in_a_new_site(full, all_of_it, tmp_path):
    with site(tmp_path / "new") as new:
        said = new.managed("restore", full.copies)
        assert differences(all_of_it, new.contents()) == {}
        assert f"{len(all_of_it['wagtailcore.page'])} pages" in said
        assert f"{len(all_of_it['wagtailcore.revision'])} versions de pages" in said
        assert "3 comptes" in said and "2 envois" in said


@needs_postgresql
def test_everything_goes_to_the_other_database_and_back(full, all_of_it, tmp_path):
    with site(tmp_path / "there", on=SQLITE) as there, site(tmp_path / "back", on=POSTGRESQL) as back:
        there.managed("restore", full.copies)
        assert differences(all_of_it, there.contents()) == {}
        there.managed("backup", there.copies)
        back.managed("restore", there.copies)
        assert differences(all_of_it, back.contents()) == {}


def test_the_living_example_comes_back(blank, tmp_path):
    """From the suite's database to SQLite: fifty thousand places, review, drafts, media."""
    with site(tmp_path / "example", "example", like=blank) as example, site(tmp_path / "new", on=SQLITE) as new:
        example.managed("load_demo", "--force", "-v0")
        example.managed("update_index", "-v0")
        example.managed("backup", example.copies)
        new.managed("restore", example.copies)
        before = example.contents()
        assert len(before["core.place"]) > 50_000
        assert differences(before, new.contents()) == {}
