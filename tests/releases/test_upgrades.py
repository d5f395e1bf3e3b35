"""What every released version made comes to today's site with nothing lost: pages, counts, texts, drafts, files.

Nothing is released before the first file is here: until then, and always, the same is done with a site of today that a
later version takes, by migrations that lose nothing and by migrations that lose.
"""

import json
import sys

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from core.backup.archive import BadArchive, checked
from core.backup.schema import choose_squashed
from tests.core.backup.sites import ROOT, site
from tests.releases.later import later_version, migration, squashed
from tools.release.candidate import facts_given_back, facts_of
from tools.release.losses import losses
from tools.release.versions import CHANGELOG, KEPT, VERSION_FILE, migrations, rank, released, version_in

pytestmark = pytest.mark.xdist_group("backup")

VERSIONS = sorted((path.stem for path in KEPT.glob("*.json")), key=rank)
#: What a later version changed on purpose: version → sentences of tools.release.losses, each with its reason beside it.
ADMITTED = {}

COPY = """
def change(apps):
    assert apps.get_model("articles", "ArticlePage").objects.exclude(signed="").exists()
    for one in apps.get_model("wagtailcore", "Revision").objects.filter(content__has_key="signature"):
        one.content["signed"] = one.content["signature"]
        one.save()
"""
RENAMED = 'migrations.RenameField("articlepage", "{}", "{}"),'
NOTHING = "def change(apps):\n    pass"


def said_of(version):
    return json.loads((KEPT / f"{version}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_version_comes_to_today_with_nothing_lost(version, tmp_path):
    after = facts_given_back(KEPT / f"{version}.tar", tmp_path / "new", on=None)
    assert losses(said_of(version), after) == sorted(ADMITTED.get(version, []))


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_released_version_migrates_is_never_edited(version):
    now = migrations()
    assert {path: now.get(path) for path in said_of(version)["migrations"]} == said_of(version)["migrations"]


def test_no_version_is_released_without_its_dump():
    known = released(CHANGELOG.read_text(encoding="utf-8"))
    assert known == sorted(known, key=rank, reverse=True)
    assert version_in(VERSION_FILE.read_text(encoding="utf-8")) == (known[0] if known else "0")
    assert VERSIONS == sorted(known, key=rank)
    for version in known:
        assert checked(KEPT / f"{version}.tar")["versions"]["nebuleuses"] == version


@pytest.fixture(scope="module")
def before(full):
    """What is true of the full site, as a release says it."""
    return facts_of(full)


#: Models of which a dump has no row → why.
EMPTY = {
    "members.opensession": "sessions are not copied",
    "wagtailadmin.admin": "no row: it carries a permission",
    "wagtailcore.groupapprovaltask": "members.ConsentTask is what reviews",
    "wagtailcore.groupapprovaltask_groups": "as above",
    "wagtailcore.uploadedfile": "a file between two screens of an upload by several",
    "wagtailcore.workflowcontenttype": "pages alone are reviewed",
    "wagtaildocs.document": "core.SiteDocument is in its place",
    "wagtailembeds.embed": "Wagtail's embeds have no finder",
    "wagtailimages.image": "core.SiteImage is in its place",
    "wagtailmedia.media": "core.SiteMedia is in its place",
}


def test_a_dump_holds_something_of_every_model(before):
    """A model that comes is filled in tests/core/backup/plenty.py, or said here."""
    assert {label for label, number in before["counts"].items() if not number} == set(EMPTY)


def test_a_page_answers_is_found_and_opens(before):
    public = [page for page in before["pages"].values() if "found" in page]
    assert len(public) >= 10
    assert all(page["answers"] == 200 and page["found"] and page["opens"] == 200 for page in public)
    kinds = {page["kind"] for page in public}
    assert len(kinds) == 5
    drafts = [draft for drafts in before["drafts"].values() for draft in drafts]
    assert len(drafts) > 20 and all(draft["opens"] == 200 for draft in drafts)


def test_a_later_version_that_moves_everything_and_loses_nothing(full, before, tmp_path):
    """The archive is given back to its own tables; then migrations that it had not change them, and back."""
    there = migration(COPY, before=RENAMED.format("signature", "signed"))
    back = migration(NOTHING, depends_on="0002_there", before=RENAMED.format("signed", "signature"))
    settings = later_version(tmp_path, {"0002_there": there, "0003_back": back})
    after = facts_given_back(full.newest_copy(), tmp_path / "new", on=None, settings=settings)
    assert losses(before, after) == []


LOSING = """
def change(apps):
    Article, Revision = apps.get_model("articles", "ArticlePage"), apps.get_model("wagtailcore", "Revision")
    Article.objects.filter(slug="tout-article").update(signature="")
    event = apps.get_model("wagtailcore", "Page").objects.get(slug="tout-rendez-vous")
    event.live = False
    event.save()
    trunk = apps.get_model("core", "ContentPage").objects.get(slug="tout-appel")
    blocks = [{**block, "type": "prose" if block["type"] == "text" else block["type"]} for block in trunk.body.raw_data]
    apps.get_model("core", "ContentPage").objects.filter(pk=trunk.pk).update(body=json.dumps(blocks))
    draft = Revision.objects.filter(object_id=str(Article.objects.get(slug="en-relecture").pk)).last()
    draft.content["signed"] = draft.content.pop("signature")
    draft.save()
    book = apps.get_model("wagtailcore", "Page").objects.get(slug="un-livre")
    Revision.objects.filter(object_id=str(book.pk)).delete()
    apps.get_model("contributions", "Message").objects.filter(text__startswith="Merci").delete()
    apps.get_model("core", "SiteImage").objects.update(credit="")
"""


def test_what_a_later_version_loses_is_said(full, before, tmp_path):
    """On a copy of the site itself, as `manage.py migrate` does it where the site is installed."""
    with site(tmp_path / "site", "loses", like=full) as there:
        there.environment |= later_version(tmp_path, {"0002_losing": migration(LOSING)})
        there.managed("migrate", "-v0")
        next(there.media.glob("documents/notes*")).unlink()
        there.managed("update_index", "-v0")
        lost = losses(before, facts_of(there))
    pages, signature, end = "/accueil/", "Signature\u00a0: l’été, « là » 🌌", "\u00a0: l’été, « là » 🌌"
    assert f"{pages}reflexions/tout-article/: lost « {signature} »" in lost
    assert f"{pages}agenda/tout-rendez-vous/: answers was 200, is 404" in lost
    assert f"{pages}appels/tout-appel/: lost « <p>Texte{end}, <b>gras</b>.</p> »" in lost
    assert f"{pages}reflexions/en-relecture/, version 1: lost « un collectif »" in lost
    assert f"{pages}ressources/un-livre/: 1 versions were kept, 0 are" in lost
    assert "contributions.message: 2 rows, then 1" in lost
    assert "contributions.message: lost « Merci\u202f! Où est-ce\u00a0? »" in lost
    assert "core.siteimage: lost « Zoë »" in lost
    assert [line for line in lost if line.startswith("documents/notes") and "not there" in line]


INITIAL = (ROOT / "articles" / "migrations" / "0001_initial.py").read_text(encoding="utf-8")


def test_an_archive_names_what_a_later_version_has_squashed(full, tmp_path):
    """Its first migration is gone, and another stands for it."""
    later = {"0001_whole": squashed(["0001_initial"], INITIAL)}
    with site(tmp_path / "new") as new:
        new.environment |= later_version(tmp_path, later, without=["0001_initial"])
        new.managed("restore", full.newest_copy())
        assert len(new.contents()["articles.articlepage"]) == len(full.contents()["articles.articlepage"])


@pytest.fixture
def partly_squashed(db, tmp_path, monkeypatch, settings):
    """The migrations (MigrationLoader) of a version where two are squashed, of which an archive has one."""
    more = migration(NOTHING)
    later = {"0001_both": squashed(["0001_initial", "0002_more"], INITIAL), "0002_more": more}

    def loader(*without):
        later_version(tmp_path, later, without=without)
        monkeypatch.syspath_prepend(tmp_path)
        for name in [name for name in sys.modules if name.startswith("articles_later")]:
            monkeypatch.delitem(sys.modules, name)
        settings.MIGRATION_MODULES = {"articles": "articles_later"}
        return MigrationLoader(connection, load=False)

    return loader


def test_an_archive_of_before_a_squash_has_the_first_of_its_migrations(partly_squashed):
    loader = partly_squashed()
    choose_squashed(loader, {("articles", "0001_initial")})
    nodes = {name for app, name in loader.graph.nodes if app == "articles"}
    assert nodes == {"0001_initial", "0002_more"}


def test_an_archive_whose_migrations_are_gone_asks_for_a_version_between(partly_squashed):
    loader = partly_squashed("0001_initial")
    with pytest.raises(BadArchive, match="trop ancienne"):
        choose_squashed(loader, {("articles", "0001_initial")})
