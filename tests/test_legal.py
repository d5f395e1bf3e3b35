"""The legal notice says what the administration typed and nothing else; the statement says what the grid holds."""

import re
from pathlib import Path

import pytest
from wagtail.models import Site

from core.models import SiteSettings
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from site_nebuleuses.accessibility.criteria import THEMES
from site_nebuleuses.accessibility.grid import as_markdown, grid
from site_nebuleuses.accessibility.results import MET, NOT_MET, NOT_THERE, RESULTS
from tests.factories import make_member

ROOT = Path(__file__).resolve().parents[1]
#: RGAA 4.1: how many criteria each of the thirteen themes has.
COUNTS = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]
FACTS = {
    "publisher": "Association Les Lucioles",
    "publisher_details": "3 rue du Puits\n01 02 03 04 05",
    "publication_director": "Ana Garnier",
    "host_name": "Hébergeur Libre",
    "host_details": "5 place du Serveur\n09 08 07 06 05",
}


def settle(**facts):
    site_settings = SiteSettings.for_site(Site.objects.get())
    for name, value in facts.items():
        setattr(site_settings, name, value)
    site_settings.save()


def shown(client, address="/mentions-legales/"):
    answer = client.get(address)
    assert answer.status_code == 200 and not answer.cookies
    return answer.content.decode()


@pytest.mark.django_db
def test_it_says_what_was_typed(client):
    settle(**FACTS, licence_words="Partagez.")
    html = shown(client)
    for words in ("Association Les Lucioles", "3 rue du Puits", "Ana Garnier", "Hébergeur Libre", "Partagez."):
        assert words in html
    assert "Ce qui manque encore" not in html and "anonymes" not in html


@pytest.mark.django_db
def test_what_nobody_typed_has_no_heading_and_is_said_to_be_missing(client):
    html = shown(client)
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", html) == [
        "Ce qui manque encore",
        "Nous joindre, signaler quelque chose",
        "À lire aussi",
    ]
    assert "le nom de l’hébergeur" in html


@pytest.mark.django_db
def test_who_publishes_anonymously_names_the_host_alone(client):
    settle(is_anonymous=True, host_name="Hébergeur Libre", host_details="5 place du Serveur")
    html = shown(client)
    assert "restent anonymes" in html and "Hébergeur Libre" in html and "Ce qui manque encore" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("group", [REDACTION, MODERATION, ADMINISTRATION])
def test_what_is_missing_is_said_on_the_home_screen_to_who_can_do_something(client, group):
    client.force_login(make_member("ana", group))
    html = client.get("/admin/").content.decode()
    assert ("Il manque" in html) == (group != REDACTION)
    assert ("Les écrire" in html) == (group == ADMINISTRATION)
    settle(**FACTS)
    assert "Il manque" not in client.get("/admin/").content.decode()


@pytest.mark.django_db
def test_every_page_leads_to_them_and_the_map_of_the_site_too(client):
    foot, sitemap = client.get("/").content.decode(), client.get("/sitemap.xml").content.decode()
    for address in ("/contact/", "/vie-privee/", "/mentions-legales/", "/accessibilite/"):
        assert f'href="{address}"' in foot
        assert f"{address}</loc>" in sitemap
    assert "partiellement conforme" in foot


# --- Accessibility ------------------------------------------------------------------------------


def test_the_grid_has_the_criteria_of_the_rgaa():
    assert [len(criteria) for criteria in THEMES.values()] == COUNTS and sum(COUNTS) == 106
    assert list(RESULTS) == [one.number for one in grid().criteria]
    assert {verdict for verdict, _how, _remark in RESULTS.values()} <= {MET, NOT_MET, NOT_THERE}
    assert all(how for _verdict, how, _remark in RESULTS.values())
    assert all(remark for verdict, _how, remark in RESULTS.values() if verdict == NOT_MET)


def test_the_tests_that_it_names_exist():
    for _verdict, how, _remark in RESULTS.values():
        for path in re.findall(r"tests/[\w/.]+", how):
            assert (ROOT / path).exists(), path


def test_the_document_is_the_grid():
    """`python -m site_nebuleuses.accessibility` writes it."""
    assert (ROOT / "docs" / "accessibilite.md").read_text() == as_markdown(grid())


@pytest.mark.django_db
def test_the_statement_counts_what_the_grid_holds(client, monkeypatch):
    found = grid()
    html = shown(client, "/accessibilite/").replace("\xa0", " ").replace("\u202f", " ")
    assert f"{found.rate} % des critères" in html and f"{len(found.not_met)} non conformes" in html
    assert all(f"{one.number} " in html for one in found.not_met)
    assert "Défenseur des droits" in html and "lecteur d’écran" in html
    monkeypatch.setitem(RESULTS, "1.1", (NOT_MET, "", "rien n’a de nom"))
    assert "rien n’a de nom" in shown(client, "/accessibilite/")


def test_the_state_follows_the_rate(monkeypatch):
    for number in RESULTS:
        monkeypatch.setitem(RESULTS, number, (MET, "", ""))
    assert (grid().state, grid().rate) == ("totalement", 100)
    for number in list(RESULTS)[:53]:
        monkeypatch.setitem(RESULTS, number, (NOT_MET, "", ""))
    assert (grid().state, grid().rate) == ("partiellement", 50)
    monkeypatch.setitem(RESULTS, "13.12", (NOT_MET, "", ""))
    assert grid().state == "non"
