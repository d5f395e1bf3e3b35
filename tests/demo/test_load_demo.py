"""The example is a test of the whole site: it loads, every page of it can be read, and it is loaded once."""

import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, Revision

from agenda.models import EventPage, Occurrence
from appeals.models import AppealPage
from articles.models import ArticlePage
from core.models import ContentPage, RelatedContent, SiteDocument, SiteImage, SiteMedia, SiteSettings, Theme
from demo.accounts import create_accounts
from home.models import HomePage, StandardPage
from initiatives.models import InitiativeKind, InitiativePage
from members.models import Agreement, ConsentState, Member
from resources.models import ResourcePage

pytestmark = pytest.mark.xdist_group("demo")
PASSWORD = "un-mot-de-passe-d-exemple"
COUNTED = [Page, Revision, RelatedContent, Occurrence, SiteImage, SiteDocument, SiteMedia]
COUNTED += [Theme, InitiativeKind, Member, Agreement]


@pytest.fixture(scope="module")
def loaded(lasting, temporary_media):
    """What the command said (str), with the example in the database for as long as this module runs."""
    outbox_before = len(getattr(mail, "outbox", []))
    said = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEMO_PASSWORD", PASSWORD)
        with lasting():
            call_command("load_demo", force=True, stdout=said)
        assert len(mail.outbox) == outbox_before, "a mail has left about an invented page"
        yield said.getvalue()


@pytest.fixture
def example(loaded, db):
    return loaded


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


# --- It loads ---------------------------------------------------------------------------------


def test_it_loads(example):
    assert InitiativePage.objects.live().count() >= 12
    assert ArticlePage.objects.live().count() >= 8
    assert AppealPage.objects.live().count() == 4
    assert EventPage.objects.live().count() >= 15
    assert ResourcePage.objects.live().count() >= 12
    assert Theme.objects.count() == 10
    assert "L’exemple est chargé" in example


def test_it_says_the_accounts_and_the_counts(example):
    for username in ("camille", "sacha", "alix"):
        assert f"{username} (" in example
    assert f"{EventPage.objects.count()} rendez-vous" in example
    assert PASSWORD in example


def test_every_live_page_answers(example, client):
    home = HomePage.objects.get()
    pages = Page.objects.descendant_of(home, inclusive=True).live()
    assert pages.count() > 60
    faults = [(page.url, status) for page in pages if (status := client.get(page.url).status_code) != 200]
    assert not faults


def test_every_file_can_be_downloaded(example, client):
    for document in SiteDocument.objects.all():
        assert client.get(document.url).status_code == 200
    booklet = SiteDocument.objects.filter(file__endswith=".pdf").first().file.read()
    assert booklet.startswith(b"%PDF-") and booklet.rstrip().endswith(b"%%EOF")
    assert SiteMedia.objects.get().file.read(4) == b"RIFF"


def test_every_content_passes_the_checks_of_the_editor(example):
    for page in ContentPage.objects.specific():
        page = page.get_latest_revision_as_object()
        page.full_clean()
        assert page.publication_errors() == {}, page.title
        page.body.stream_block.clean(page.body)
    for page in StandardPage.objects.all():
        page.body.stream_block.clean(page.body)


def test_the_front_page_and_the_settings_are_written(example):
    home = HomePage.objects.get()
    assert home.featured and home.featured.live
    assert "la vôtre" in home.introduction
    settings = SiteSettings.objects.get()
    assert settings.tagline and settings.footer and len(settings.social_links) == 1
    for page in StandardPage.objects.all():
        assert "Dites ici qui vous êtes" not in str(page.body)
        assert len(page.body) > 2


# --- It looks lived in ------------------------------------------------------------------------


def test_the_agenda_has_a_past_a_present_and_a_future(example):
    today = timezone.localdate()
    days = set(EventPage.objects.live().values_list("start_date", flat=True))
    assert today in days and min(days) < today < max(days)
    assert set(EventPage.objects.live().values_list("state", flat=True)) == {"confirmed", "cancelled", "postponed"}
    for event in EventPage.objects.live():
        times = Occurrence.objects.filter(content=event).count()
        assert times == len(event.known_dates) and (times > 1) == event.is_repeated, event.title
    assert {"weekly", ""} == set(EventPage.objects.live().values_list("repeats", flat=True))


def test_the_appeal_of_2018_is_whole(example):
    appeal = AppealPage.objects.get(slug="coordination-nationale-2018")
    assert (len(appeal.calls), appeal.towns.count(), appeal.people_count) == (5, 11, 60)
    said = [str(date) for call in appeal.calls_to_action for date in call["dates"]]
    assert "mardi 9\xa0octobre\xa02018" in said
    assert "à partir du 10\xa0octobre\xa02018" in said
    assert "du 8 au 9\xa0novembre\xa02018" in said
    assert "décembre\xa02018" in said
    assert appeal.outcome and appeal.is_closed
    assert Occurrence.objects.filter(content=appeal).count() == 3


def test_one_appeal_has_a_deadline_ahead(example):
    assert AppealPage.objects.live().open().filter(deadline__gt=timezone.localdate()).count() == 1


def test_contents_were_published_over_several_months(example):
    months = {page.first_published_at.strftime("%Y-%m") for page in ContentPage.objects.live()}
    assert len(months) >= 4
    for page in ContentPage.objects.live():
        assert page.latest_revision_id == page.live_revision_id
        assert page.latest_revision.created_at == page.first_published_at == page.last_published_at


def test_the_page_in_review_has_exactly_one_agreement(example):
    state = ConsentState.objects.get(status=ConsentState.STATUS_IN_PROGRESS)
    assert not state.page.live
    assert [agreement.member.username for agreement in state.current_agreements()] == ["sacha"]
    assert state.progress().missing == 1
    assert state.accepts_agreement_of(Member.objects.get(username="alix"))


def test_one_draft_is_under_way_and_one_page_is_scheduled(example):
    scheduled = Page.objects.get(live=False, go_live_at__gt=timezone.now())
    assert scheduled.approved_schedule
    draft = Page.objects.get(slug="la-colifata")
    assert not draft.live and draft.wagtail_admin_comments.count() == 1


def test_a_recherche_action_shows_its_parts(example):
    whole = InitiativePage.objects.get(slug="faire-lien-et-prendre-soin")
    assert whole.parts.count() == 3


# --- It is loaded once ------------------------------------------------------------------------


def test_loading_twice_changes_nothing(example):
    before = counts()
    said = StringIO()
    call_command("load_demo", force=True, stdout=said)
    assert counts() == before
    assert said.getvalue().count("mot de passe inchangé") == 3


def test_what_members_have_changed_is_kept(example):
    page = ArticlePage.objects.get(slug="partial-et-partisan")
    page.title, page.slug = "Toujours partisan", "toujours-partisan"
    page.save_revision().publish()
    image = SiteImage.objects.first()
    image.title = "Une autre image"
    image.save()
    SiteSettings.objects.update(tagline="Notre accroche")
    before = counts()
    call_command("load_demo", force=True, stdout=StringIO())
    assert counts() == before
    page.refresh_from_db()
    assert page.title == "Toujours partisan"
    assert SiteSettings.objects.get().tagline == "Notre accroche"


def test_what_members_have_deleted_stays_deleted(example):
    ResourcePage.objects.get(slug="vst").delete()
    before = counts()
    call_command("load_demo", force=True, stdout=StringIO())
    assert counts() == before
    assert not ResourcePage.objects.filter(slug="vst").exists()


# --- Its accounts -----------------------------------------------------------------------------


def test_demo_password_is_honoured_and_one_account_is_in_each_group(example):
    groups = {}
    for username in ("camille", "sacha", "alix"):
        member = Member.objects.get(username=username)
        assert member.check_password(PASSWORD)
        assert member.display_name and member.email.endswith("@example.org") and not member.is_superuser
        groups[username] = [group.name for group in member.groups.all()]
    assert groups == {"camille": ["Rédaction"], "sacha": ["Modération"], "alix": ["Administration"]}


def test_without_demo_password_each_account_draws_its_own(example, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    for member in Member.objects.all():
        member.username += "-d-avant"
        member.save()
    accounts = create_accounts()
    assert len({account.password for account in accounts.values()}) == 3
    assert all(account.member.check_password(account.password) for account in accounts.values())


def test_it_refuses_where_debug_is_off(db, settings):
    settings.DEBUG = False
    before = counts()
    with pytest.raises(CommandError, match=re.escape("--force")):
        call_command("load_demo")
    assert counts() == before
