"""The front page as editors compose it: never empty, each content once."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from core.models import SiteSettings
from home.models import HomePage
from tests.factories import (
    make_appeal,
    make_article,
    make_event,
    make_initiative,
    make_place,
    make_resource,
    make_theme,
)

pytestmark = pytest.mark.django_db


def titles(client):
    """Titles of the sections of the front page, in rows (list of lists of str)."""
    return [[str(section.title) for section in row] for row in client.get("/").context["rows"]]


def compose(*sections):
    home = HomePage.objects.get()
    home.sections = sections
    home.save_revision().publish()
    return home


def test_a_new_site_shows_the_usual_sections_and_nothing_empty(client):
    make_article()
    assert titles(client) == [["Réflexions"]]
    make_appeal()
    make_event(start_date=timezone.localdate())
    make_resource()
    assert titles(client) == [["Prochaines dates", "Appels en cours"], ["Réflexions"], ["À lire, à voir, à écouter"]]


def test_sections_come_in_the_order_and_under_the_title_that_editors_give(client):
    make_article()
    make_resource()
    compose(
        ("latest", {"kind": "resource", "title": "Sur nos étagères"}),
        ("words", {"title": "Nous cherchons", "text": "<p>Trois personnes.</p>", "button": ""}),
        ("latest", {"kind": "article", "title": ""}),
    )
    assert titles(client) == [["Sur nos étagères"], ["Nous cherchons"], ["Réflexions"]]
    assert "<p>Trois personnes.</p>" in client.get("/").content.decode()


def test_a_front_page_that_was_emptied_shows_the_usual_sections(client):
    make_article()
    compose()
    assert titles(client) == [["Réflexions"]]


def test_narrow_sections_go_two_by_two(client):
    make_event(start_date=timezone.localdate())
    make_initiative("Là-bas", place=make_place("Trieste", country="IT"))
    make_initiative("Ici")
    make_appeal()
    compose(("dates", {"title": ""}), ("elsewhere", {"title": ""}), ("appeals", {"title": ""}))
    assert titles(client) == [["Prochaines dates", "Ailleurs"], ["Appels en cours"]]


def test_what_was_chosen_by_hand_is_shown_in_its_order_and_not_again_below(client):
    first, second = make_article("Premier"), make_article("Second")
    make_initiative("À la une")
    compose(("latest", {"kind": "article", "title": ""}), ("selection", {"title": "", "contents": [first, second]}))
    assert titles(client) == [["Notre choix"]]
    [[choice]] = client.get("/").context["rows"]
    assert [content.title for content in choice.items] == ["Premier", "Second"]


@pytest.mark.parametrize("hide", [lambda page: page.unpublish(), lambda page: page.delete()])
def test_a_chosen_page_that_is_gone_leaves_no_hole(client, hide):
    gone, kept = make_article("Parti"), make_article("Resté")
    compose(("selection", {"title": "", "contents": [gone, kept]}))
    hide(gone)
    [[choice]] = client.get("/").context["rows"]
    assert [content.title for content in choice.items] == ["Resté"]


def test_a_theme_has_a_section_that_leads_to_its_page(client):
    theme = make_theme("Logement")
    make_initiative("À la une")
    make_article("Un toit", themes=[theme])
    compose(("theme", {"title": "", "theme": theme}))
    html = client.get("/").content.decode()
    assert "Un toit" in html and f'href="{theme.get_absolute_url()}"' in html


def test_there_is_a_way_to_contribute_on_every_screen(client):
    article = make_article()
    for address in ("/", "/reflexions/", article.url, "/recherche/", "/agenda/", "/nulle-part/"):
        assert client.get(address).content.decode().count('href="/contribuer/"') >= 2, address


def test_the_page_that_says_how_to_contribute_gives_the_public_address(client):
    assert "mailto:" not in client.get("/contribuer/").content.decode()
    settings = SiteSettings.for_site(Site.objects.get())
    settings.public_email = "collectif@example.org"
    settings.save()
    assert 'href="mailto:collectif@example.org"' in client.get("/contribuer/").content.decode()
    assert "mailto:" not in client.get("/charte/").content.decode()


def test_an_invitation_never_names_a_page_that_readers_may_not_see(client):
    page = make_article("Entre nous")
    words = {"title": "Venez", "text": "<p>Lisez.</p>", "page": page, "button": ""}
    compose(("words", words))
    assert page.url in client.get("/").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    html = client.get("/").content.decode()
    assert "Lisez." in html and "Entre nous" not in html


@pytest.mark.parametrize("hide", [lambda page: page.unpublish(), lambda page: page.delete()])
def test_what_was_put_forward_and_is_gone_gives_its_place_to_the_last_initiative(client, hide):
    last, gone = make_initiative("La dernière"), make_article("Partie")
    home = HomePage.objects.get()
    home.featured = gone
    home.save_revision().publish()
    assert client.get("/").context["featured"].title == "Partie"
    hide(gone)
    context = client.get("/").context
    assert context["featured"].pk == last.pk
    assert "Initiatives" not in str(titles(client)), "it is shown once"


@pytest.mark.parametrize("restricted", [False, True])
def test_what_was_put_forward_and_hidden_names_nobody(client, restricted):
    """In a private page as well as unpublished."""
    page, _last = make_article("Entre nous"), make_initiative("La dernière")
    home = HomePage.objects.get()
    home.featured = page
    home.save_revision().publish()
    if restricted:
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    else:
        page.unpublish()
    text = client.get("/").content.decode()
    assert "La dernière" in text
    assert "Entre nous" not in text


def shown(client):
    """Titles of the contents of each section (list of lists of str)."""
    rows = client.get("/").context["rows"]
    return [[content.title for content in section.items] for row in rows for section in row]


def test_each_of_two_sections_of_a_kind_goes_on_where_the_other_ends(client):
    for number in range(7):
        make_article(f"Texte {number}")
    compose(("latest", {"kind": "article", "title": ""}), ("latest", {"kind": "article", "title": "Et avant"}))
    assert shown(client) == [["Texte 6", "Texte 5", "Texte 4"], ["Texte 3", "Texte 2", "Texte 1"]]


def test_what_a_theme_shows_is_left_out_of_the_latest_above_it(client):
    theme = make_theme("Logement")
    for number in range(7):
        make_article(f"Texte {number}", themes=[theme] if number > 3 else [])
    compose(("latest", {"kind": "article", "title": ""}), ("theme", {"title": "", "theme": theme}))
    assert shown(client) == [["Texte 3", "Texte 2", "Texte 1"], ["Texte 6", "Texte 5", "Texte 4"]]
