"""Pages that are kept: the same to all readers, nothing asked of the database, never older than what is there."""

import re
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from core.models import SiteSettings, Theme
from core.page_cache.changes import tell
from home.models import HomePage
from tests.core.page_cache.reader import Reader
from tests.factories import (
    make_appeal,
    make_article,
    make_event,
    make_image,
    make_initiative,
    make_member,
    make_resource,
    make_theme,
)

pytestmark = pytest.mark.django_db

#: What anybody may read, with the parameters that each reads.
KEPT = [
    "/",
    "/initiatives/",
    "/reflexions/",
    "/reflexions/?theme=logement",
    "/reflexions/travailler-autrement/",
    "/appels/",
    "/agenda/",
    "/agenda/?du=2026-11-22",
    "/agenda/archives/",
    "/ressources/",
    "/recherche/",
    "/recherche/?q=travailler",
    "/recherche.json?q=tra",
    "/themes/logement/",
    "/flux.xml",
    "/flux/reflexions.xml?theme=logement",
    "/flux/agenda.xml",
    "/agenda.ics",
    "/agenda.json",
    "/sitemap.xml",
    "/robots.txt",
    "/contribuer/",
    "/vie-privee/",
    "/mentions-legales/",
    "/accessibilite/",
]
#: What is somebody's own, or is to be asked each time.
NOT_KEPT = [
    "/contact/",
    "/contribuer/texte/",
    "/contribuer/suivi/",
    "/sante.json",
    "/nulle-part/",
    "/recherche/?q=introuvablement",
    "/admin/login/",
]


@pytest.fixture(autouse=True)
def contents(reader):
    make_article("Travailler autrement", themes=[make_theme()], image=make_image())
    organiser = make_initiative("Un collectif")
    make_event("Rencontre", start_date=timezone.localdate(), themes=[make_theme()], organiser=organiser)
    make_resource("Un livre")


@pytest.mark.parametrize("address", KEPT)
def test_a_page_that_was_read_asks_nothing_of_the_database(reader, address):
    first = reader.get(address)
    with CaptureQueriesContext(connection) as asked:
        again = reader.get(address)
    # The generation alone, which is asked here at each request.
    assert len(asked) == 1 and reader.made == 1
    assert again["text"] == first["text"] and again["status"] == 200
    assert again["headers"]["Cache-Control"].startswith("public")
    assert "Set-Cookie" not in again["headers"] and "Content-Security-Policy" in again["headers"]


@pytest.mark.parametrize("address", KEPT)
def test_what_a_page_does_not_read_changes_nothing(reader, address):
    """Whoever shares an address adds to it what other sites follow people by."""
    query = urlsplit(address).query
    first = reader.text(address)
    followed = reader.text(f"{address}{'&' if query else '?'}utm_source=ailleurs")
    assert followed == first and reader.made == 1


@pytest.mark.parametrize("address", NOT_KEPT)
def test_what_is_somebody_s_own_is_made_each_time(reader, address):
    for _time in range(2):
        answer = reader.get(address)
        assert answer["status"] in {200, 404} and "public" not in answer["headers"].get("Cache-Control", "")
    assert reader.made == 2


@pytest.mark.parametrize(
    "address",
    [
        "/reflexions/?tri=titre",
        "/recherche/?q=travailler&tri=recent",
        "/agenda/?lieu=en-ligne",
        "/agenda.ics?theme=logement",
    ],
)
def test_what_it_reads_makes_another_page(reader, address):
    bare = reader.text(urlsplit(address).path)
    asked = reader.text(address)
    assert reader.made == 2 and asked != bare


def test_who_has_signed_in_has_a_page_of_their_own(reader):
    reader.text("/")
    browser = Client()
    browser.force_login(make_member("ana"))
    cookie = f"sessionid={browser.cookies['sessionid'].value}"
    own = reader.get("/", HTTP_COOKIE=cookie)
    assert "wagtail-userbar" in own["text"] and "public" not in own["headers"].get("Cache-Control", "")
    assert "wagtail-userbar" not in reader.text("/")


def _publish():
    make_article("Une nouveauté")


def _article():
    return HomePage.objects.get().get_descendants().get(slug="travailler-autrement").specific


def _rename():
    page = _article()
    page.title = "Un autre titre"
    page.save_revision().publish()


def _schedule():
    page = make_article("Demain", publish=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")


def _private():
    PageViewRestriction.objects.create(page=_article(), restriction_type=PageViewRestriction.LOGIN)


def _rename_settings():
    settings = SiteSettings.for_site(Site.objects.get())
    settings.tagline = "Une autre phrase"
    settings.save()


def _replace_image():
    image = _article().image
    image.credit = "Une autre photographe"
    image.save()


def _organised():
    """Makes private the section that an organiser is moved to."""
    organiser = HomePage.objects.get().get_descendants().get(title="Un collectif").specific
    section = make_article("À part")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    organiser.move(section, pos="last-child")


#: What is done → where it is read, what is there before, what is there after.
CHANGES = {
    "published": (_publish, "/", None, "Une nouveauté"),
    "published again": (_rename, "/reflexions/travailler-autrement/", None, "Un autre titre"),
    "published again, in a list": (_rename, "/reflexions/", None, "Un autre titre"),
    "published again, in a feed": (_rename, "/flux.xml", None, "Un autre titre"),
    "published as it was scheduled": (_schedule, "/reflexions/", None, "Demain"),
    "unpublished": (lambda: _article().unpublish(), "/reflexions/", "Travailler autrement", None),
    "deleted": (lambda: _article().delete(), "/reflexions/", "Travailler autrement", None),
    "made private": (_private, "/reflexions/", "Travailler autrement", None),
    "a theme": (lambda: Theme.objects.update(title="Habiter"), "/themes/logement/", "Logement", "Habiter"),
    "settings": (_rename_settings, "/", None, "Une autre phrase"),
    "an image": (_replace_image, "/reflexions/travailler-autrement/", None, "Une autre photographe"),
    "a theme, in the agenda": (lambda: Theme.objects.update(title="Habiter"), "/agenda/", "Logement", "Habiter"),
    "who organises moved to what is private": (_organised, "/agenda/", "Un collectif", None),
    "found by the search": (_publish, "/recherche/?q=nouveaute", None, "nouveauté"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_read_at_once(reader, change, django_capture_on_commit_callbacks):
    do, address, before, after = CHANGES[change]
    was = reader.get(address)["text"]
    assert (before is None or before in was) and (after is None or after not in was)
    connection.run_on_commit = []  # what the test itself has prepared
    with django_capture_on_commit_callbacks(execute=True):
        do()
    now = reader.text(address)
    assert (after is None or after in now) and (before is None or before not in now)


@pytest.mark.parametrize(("withdraw", "status"), [(_private, 302), (lambda: _article().unpublish(), 404)])
def test_what_is_withdrawn_is_not_there_any_more(reader, withdraw, status, django_capture_on_commit_callbacks):
    """Nor in a front server, where what is said now takes the place of the page."""
    address = "/reflexions/travailler-autrement/"
    assert reader.get(address)["status"] == 200
    connection.run_on_commit = []
    with django_capture_on_commit_callbacks(execute=True):
        withdraw()
    for _time in range(2):
        answer = reader.get(address)
        assert answer["status"] == status
        assert "X-Accel-Expires" in answer["headers"] and "Set-Cookie" not in answer["headers"]


def test_an_event_that_is_over_says_so_without_anybody(reader):
    now = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Paris"))
    with time_machine.travel(now, tick=False) as clock:
        make_event("Veillée", start_date=now.date(), start_time=time(13), end_time=time(15))
        tell()
        before = reader.text("/agenda/")
        assert "Veillée" in before
        clock.move_to(now + timedelta(hours=2, minutes=59))
        reader.text("/agenda/")
        clock.move_to(now + timedelta(hours=3, seconds=1))
        assert "Veillée" not in reader.text("/agenda/")


def test_what_is_open_first_turns_at_midnight_without_anybody(reader):
    evening = datetime(2026, 11, 22, 22, tzinfo=ZoneInfo("Europe/Paris"))
    with time_machine.travel(evening, tick=False) as clock:
        make_appeal("Jusqu’à ce soir", deadline=evening.date())
        make_appeal("Jusqu’à Noël", deadline=date(2026, 12, 25))
        tell()
        assert _titles(reader.text("/appels/")) == ["Jusqu’à ce soir", "Jusqu’à Noël"]
        clock.shift(timedelta(hours=3))
        assert _titles(reader.text("/appels/")) == ["Jusqu’à Noël", "Jusqu’à ce soir"]


def _titles(html):
    return re.findall(r"Jusqu’à (?:ce soir|Noël)(?=\s*</a>)", html)


def test_where_the_site_is_was_not_remembered_since_another_process_changed_it(reader):
    reader.text("/")
    # As Wagtail remembers it for an hour, in each process, whatever another one does.
    cache.set(SITE_ROOT_PATHS_CACHE_KEY, [], version=SITE_ROOT_PATHS_CACHE_VERSION)
    tell()
    assert 'href="/reflexions/"' in reader.text("/")


def test_what_a_script_wrote_past_the_site_is_read_after_ten_minutes(reader):
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Paris")), tick=False) as clock:
        tell()
        assert "Une autre phrase" not in reader.text("/")
        SiteSettings.objects.update(tagline="Une autre phrase")
        clock.shift(timedelta(minutes=9))
        assert "Une autre phrase" not in reader.text("/")
        clock.shift(timedelta(minutes=2))
        assert "Une autre phrase" in reader.text("/")


def test_what_surrounds_pages_is_read_once_for_all_of_them(reader):
    """The site, its settings, its menu."""
    address = "/mentions-legales/"
    alone = Reader().queries(address)
    reader.text("/")
    assert reader.queries(address) <= alone - 3
