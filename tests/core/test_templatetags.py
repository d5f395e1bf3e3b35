"""Small words of the templates: French spaces, hours of a date."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString, mark_safe

from core.models import ScheduledDate
from core.templatetags.nebuleuses import bare_address, french, hours


def date(start, end=None, all_day=False, zone="Europe/Paris"):
    def aware(text):
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))

    return ScheduledDate(aware(start), end and aware(end), all_day)


@pytest.mark.parametrize(
    ("occurrence", "said"),
    [
        (date("2026-11-21T19:00"), "19 h"),
        (date("2026-11-21T19:00", "2026-11-21T21:30"), "19 h – 21 h 30"),
        (date("2026-11-21T20:00", "2026-11-22T02:00"), "20 h – 2 h"),
        (date("2026-11-21T00:00", "2026-11-22T00:00", all_day=True), "toute la journée"),
        (date("2026-11-21T00:00", "2026-11-24T00:00", all_day=True), "jusqu’au 23 novembre"),
        (date("2026-12-30T00:00", "2027-01-02T00:00", all_day=True), "jusqu’au 1er janvier 2027"),
        (date("2026-11-21T18:30", zone="America/Toronto"), "18 h 30 (heure de Montréal)"),
    ],
)
def test_hours_are_said_as_people_say_them(occurrence, said):
    assert hours(occurrence).replace("\xa0", " ") == said


def test_french_spaces_do_not_break_and_tags_stay_whole():
    assert french("« Tenir » : oui ?") == "«\xa0Tenir\xa0»\xa0: oui\xa0?"
    assert french('<a title="a : b">Qui ?</a>') == '<a title="a : b">Qui\xa0?</a>'


def test_french_never_makes_unsafe_text_safe():
    assert not isinstance(french("<b> !"), SafeString)
    assert french(mark_safe("a&nbsp;!")) == "a&nbsp;!"


def test_address_is_said_without_its_protocol():
    assert bare_address("https://www.exemple.org/") == "exemple.org"
    assert bare_address("Une revue, n° 3") == "Une revue, n° 3"


@pytest.mark.django_db
def test_only_links_to_the_site_bear_an_address_for_paper(rf):
    inside = '<a class="x" href="/themes/soin/">Soin</a> <a href="#note-1">1</a> <a href="//x.example/">Loin</a>'
    template = Template("{% load nebuleuses %}{% printable %}" + inside + "{{ typed }}{% endprintable %}")
    html = template.render(Context({"request": rf.get("/"), "typed": '<a href="/x/">'}))
    assert 'href="/themes/soin/" data-address="http://testserver/themes/soin/"' in html
    assert html.count("data-address") == 1
