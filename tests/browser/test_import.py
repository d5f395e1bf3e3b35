"""A member brings a calendar in: both screens are read by anybody, and answer to the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.agenda.calendars import calendar, vevent
from tests.browser.axe import Reviewed, looked_at

pytestmark = pytest.mark.browser

ADDRESS = "/admin/agenda/importer/"
FILE = calendar(
    vevent("DESCRIPTION:Venez nombreux·ses.", title="Débat public"),
    vevent("RRULE:FREQ=WEEKLY", "LOCATION:Nulle part", title="Groupe Balint"),
    vevent("STATUS:CANCELLED", title="Atelier d’écriture"),
    vevent(title="Perdu", start="demain"),
    vevent(title="Hier", start="20200105T183000", end=""),
    head=["X-WR-CALNAME:Agenda de la MJC"],
)
#: Doubts about what Wagtail paints, on all of its screens.
WAGTAIL = [
    Reviewed("color-contrast", ":not(.import, .import *)", "Ses menus sont ombrés, et passent l’un sur l’autre."),
    Reviewed("color-contrast", ".w-status", "Ses états sont peints avec une image."),
]


def bring(page):
    """Gives the file, as a hand does, and waits for what would come."""
    page.goto(ADDRESS)
    page.set_input_files("#id_file", {"name": "mjc.ics", "mimeType": "text/calendar", "buffer": FILE})
    page.get_by_role("button", name="Voir ce qui viendrait").click()
    expect(page.get_by_role("heading", name="Agenda de la MJC")).to_be_visible()
    return page


def assert_sound(page, address):
    for scheme, width, violations, doubts in looked_at(page, address, WAGTAIL):
        assert (violations, doubts) == ([], []), f"{address}, {scheme}, {width} px"


def test_axe_finds_nothing_where_a_file_is_given(sign_in):
    assert_sound(bring(sign_in("ana")), ADDRESS)


def test_axe_finds_nothing_where_one_chooses(sign_in):
    page = bring(sign_in("ana"))
    assert_sound(page, page.url)


def test_a_refused_file_says_why_beside_its_field(sign_in):
    page = sign_in("ana")
    page.goto(ADDRESS)
    page.set_input_files("#id_file", {"name": "a.ics", "mimeType": "text/calendar", "buffer": b"rien"})
    page.get_by_role("button", name="Voir ce qui viendrait").click()
    field = page.get_by_label("Fichier d’agenda (.ics)")
    expect(field).to_have_accessible_description(re.compile("ce n’est pas un fichier d’agenda"))


def test_one_chooses_with_the_keyboard_and_a_box_tells_its_status_and_what_to_know(sign_in):
    page = bring(sign_in("ana"))
    box = page.get_by_role("checkbox", name="Groupe Balint")
    expect(box).to_be_checked()
    expect(box).to_have_accessible_description("nouveau Aucune ville n’est reconnue dans le lieu\xa0: choisissez-la.")
    expect(page.get_by_role("checkbox", name="Atelier d’écriture")).not_to_be_checked()
    box.focus()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    page.get_by_role("button", name="Créer les brouillons choisis").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 brouillon créé.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Débat public")).to_have_count(0)
