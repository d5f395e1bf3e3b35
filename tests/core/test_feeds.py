"""Atom feeds: whole and per section, valid and public."""

import datetime
import re
from datetime import timedelta
from html import unescape
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from articles.models import ArticleIndexPage
from core.models import SiteDocument, Theme
from tests.factories import (
    make_appeal,
    make_article,
    make_event,
    make_image,
    make_initiative,
    make_media,
    make_place,
    make_resource,
    make_theme,
)

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def make_document(number):
    return SiteDocument.objects.create(title=f"Livret {number}", file=ContentFile(b"1", name=f"livret-{number}.txt"))


def entries(client, address):
    response = client.get(address)
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)  # noqa: S314 -- our own feed
    return feed, feed.findall(f"{ATOM}entry")


def test_what_is_published_is_in_the_feed_with_its_full_address(client):
    article = make_article("Faire lien", summary="Un résumé.", themes=[make_theme("Logement")])
    feed, [entry] = entries(client, "/flux.xml")
    assert feed.findtext(f"{ATOM}title") == Site.objects.get().site_name
    assert entry.findtext(f"{ATOM}title") == "Faire lien"
    assert entry.findtext(f"{ATOM}summary") == "Un résumé."
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{article.url}"
    assert entry.find(f"{ATOM}category").get("term") == "Logement"


def test_a_section_has_its_own_feed(client):
    make_article("Faire lien")
    make_resource("Un livre")
    _feed, [entry] = entries(client, "/flux/ressources.xml")
    assert entry.findtext(f"{ATOM}title") == "Un livre"


def test_an_entry_keeps_its_identity_when_its_page_moves(client):
    article = make_article("Faire lien")
    _feed, [before] = entries(client, "/flux.xml")
    article.slug = "autre-adresse"
    article.save_revision().publish()
    _feed, [after] = entries(client, "/flux.xml")
    assert before.findtext(f"{ATOM}id") == after.findtext(f"{ATOM}id")


def test_the_feed_of_an_empty_site_is_a_feed(client):
    make_article(publish=False)
    _feed, found = entries(client, "/flux.xml")
    assert found == []


def test_a_pasted_control_character_breaks_no_feed(client):
    make_article("Titre\x0bcollé", summary="Une\x02 phrase.")
    _feed, [entry] = entries(client, "/flux.xml")
    assert entry.findtext(f"{ATOM}title") == "Titre collé"


def test_a_feed_says_who_publishes(client):
    """RFC 4287 §4.1.1: a feed has an author unless each of its entries has one."""
    make_article("Faire lien")
    feed, _entries = entries(client, "/flux.xml")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Nébuleuses"


def whole_text(entry):
    content = entry.find(f"{ATOM}content")
    assert content.get("type") == "html"
    return content.text


def test_an_entry_carries_its_whole_text_with_whole_addresses(client):
    other = make_resource("Un livre")
    image = make_image()
    article = make_article(
        "Faire lien",
        place=make_place("Nancy"),
        body=[
            ("text", f'<p>Voir <a linktype="page" id="{other.pk}">ce livre</a> [1].</p>'),
            ("picture", {"image": image, "alternative": "Un mur", "caption": "Le mur"}),
            ("content_link", {"content": other, "reason": "La même question."}),
            ("footnotes", {"notes": ["<p>Du 2 janvier.</p>"]}),
        ],
    )
    _feed, found = entries(client, "/flux/reflexions.xml")
    html = whole_text(found[0])
    address = f"http://testserver{article.url}"
    assert html.index("Deux phrases sur") < html.index("Voir")
    assert "Nancy" in html
    assert html.count(f'href="http://testserver{other.url}"') == 2
    assert f'href="{address}#note-1"' in html
    assert 'src="http://testserver/media/images/' in html
    assert 'alt="Un mur"' in html
    assert "srcset" not in html


@pytest.mark.parametrize("hide", ["draft", "private"])
def test_a_feed_names_no_page_that_readers_may_not_see(client, hide):
    secret = make_resource("Le secret", publish=hide == "private")
    if hide == "private":
        PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    make_article(
        body=[
            ("text", f'<p><a linktype="page" id="{secret.pk}">ici</a></p>'),
            ("content_link", {"content": secret, "reason": "Le secret, en deux mots."}),
        ]
    )
    _feed, [entry] = entries(client, "/flux.xml")
    assert "ici" in whole_text(entry)
    assert "secret" not in ElementTree.tostring(entry, "unicode")


def test_sounds_and_videos_are_enclosures_and_links_without_a_player(client):
    sound = make_media("nuit.mp3", transcript="On entend la pluie.")
    video = make_media("theatre.mp4", "video")
    make_article(
        body=[
            ("audio", {"media": sound, "title": "Paroles de nuit", "description": ""}),
            ("video", {"media": video, "title": "", "description": ""}),
        ]
    )
    _feed, [entry] = entries(client, "/flux.xml")
    enclosures = [link.attrib for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
    sizes = [("audio/mpeg", str(sound.file.size)), ("video/mp4", str(video.file.size))]
    assert [(link["type"], link["length"]) for link in enclosures] == sizes
    assert enclosures[0]["href"] == f"http://testserver{sound.url}"
    html = whole_text(entry)
    assert f'<a href="http://testserver{sound.url}">Paroles de nuit</a>' in html
    assert "On entend la pluie." in html
    assert "<audio" not in html
    assert "<video" not in html


def test_a_sound_whose_file_is_lost_is_no_enclosure(client):
    sound = make_media("nuit.mp3")
    make_article(body=[("audio", {"media": sound, "title": "Nuit", "description": ""})])
    sound.file.storage.delete(sound.file.name)
    _feed, [entry] = entries(client, "/flux.xml")
    assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]


def test_an_article_is_by_who_signs_it(client):
    make_article("Signé", signature="Les veilleur·euses")
    make_resource("Un livre")
    _feed, found = entries(client, "/flux.xml")
    authors = {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}author/{ATOM}name") for entry in found}
    assert authors == {"Signé": "Les veilleur·euses", "Un livre": None}


@pytest.mark.parametrize(
    ("address", "titles", "said"),
    [
        ("/flux/reflexions.xml?theme=logement", {"A"}, "Nébuleuses – Réflexions\xa0: Logement"),
        ("/flux/reflexions.xml?theme=inconnu&annee=abc&page=9", {"A", "B"}, "Nébuleuses – Réflexions"),
        ("/recherche.xml?theme=logement", {"A", "C"}, "Nébuleuses – Recherche\xa0: Logement"),
        ("/recherche.xml?type=resource&theme=logement", {"C"}, "Nébuleuses – Recherche\xa0: Ressource, Logement"),
        ("/recherche.xml?q=lanterne", {"B"}, "Nébuleuses – Recherche\xa0: lanterne"),
        ("/recherche.xml", {"A", "B", "C"}, "Nébuleuses – Recherche"),
    ],
)
def test_a_feed_follows_exactly_the_list_that_is_shown(client, address, titles, said):
    theme = make_theme("Logement")
    make_article("A", themes=[theme])
    make_article("B", summary="Une lanterne.")
    make_resource("C", themes=[theme])
    feed, found = entries(client, address)
    assert {entry.findtext(f"{ATOM}title") for entry in found} == titles
    assert feed.findtext(f"{ATOM}title") == said


def test_a_filtered_feed_says_its_address_and_its_page(client):
    make_article(themes=[make_theme("Logement")])
    feed, _entries = entries(client, "/flux/reflexions.xml?page=2&theme=logement&x=1")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == feed.findtext(f"{ATOM}id") == "http://testserver/flux/reflexions.xml?theme=logement"
    assert links["alternate"] == "http://testserver/reflexions/?theme=logement"


def test_the_feed_of_the_agenda_follows_the_dates_to_come(client):
    make_event("Hier", start_date=timezone.localdate() - timedelta(days=9))
    make_event("Demain", start_date=timezone.localdate() + timedelta(days=1))
    _feed, [entry] = entries(client, "/flux/agenda.xml")
    assert entry.findtext(f"{ATOM}title") == "Demain"


@pytest.mark.parametrize("address", ["/flux.xml", "/flux/agenda.xml", "/recherche.xml?q=rien"])
def test_what_rfc_4287_requires_is_there(client, address):
    """RFC 4287 §4.1.1 and §4.1.2: id, title, updated, and an author for all."""
    make_event("Débat", start_date=timezone.localdate() + timedelta(days=1), themes=[make_theme()])
    feed, found = entries(client, address)
    for element in [feed, *found]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
    assert feed.find(f"{ATOM}author") is not None


def test_a_reader_who_has_the_feed_is_not_sent_it_again(client):
    article = make_article()
    first = client.get("/flux.xml")
    assert client.get("/flux.xml", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get("/flux.xml", headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    article.title = "Un autre titre"
    article.save_revision().publish()
    assert client.get("/flux.xml", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_an_empty_feed_does_not_change_with_each_request(client):
    make_article(publish=False)
    assert client.get("/flux.xml")["ETag"] == client.get("/flux.xml")["ETag"]


def test_control_characters_anywhere_break_no_feed(client):
    make_theme("Loge\x01ment", slug="logement")
    make_article(
        body=[("text", "<p>co\x0bllé\ufffe</p>"), ("quotation", {"quotation": "Oui\x02.", "author": "", "source": ""})],
        themes=[Theme.objects.get(slug="logement")],
        signature="Nous\x03",
    )
    _feed, [entry] = entries(client, "/flux.xml")
    assert "collé" in whole_text(entry)
    assert entry.find(f"{ATOM}category").get("term") == "Logement"


def test_markup_in_a_title_stays_words(client):
    make_article("<b>Gras</b> & co", summary="1 < 2 <script>alert(1)</script>")
    _feed, [entry] = entries(client, "/flux.xml")
    assert entry.findtext(f"{ATOM}title") == "<b>Gras</b> & co"
    assert "<script>" not in entry.findtext(f"{ATOM}summary")
    assert "<script>" not in whole_text(entry)


def test_a_feed_is_only_read(client):
    make_article()
    assert client.post("/flux.xml").status_code == 405


def test_a_list_that_is_private_has_no_feed(client):
    make_article()
    page = ArticleIndexPage.objects.get()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/flux/reflexions.xml").status_code == 404


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("/", "/flux.xml"),
        ("/reflexions/", "/flux/reflexions.xml"),
        ("/reflexions/?theme=logement&page=2", "/flux/reflexions.xml?theme=logement"),
        ("/agenda/", "/flux/agenda.xml"),
        ("/themes/logement/", "/recherche.xml?theme=logement"),
        ("/recherche/?q=mots", "/recherche.xml?q=mots"),
    ],
)
def test_a_page_names_the_feed_of_what_it_shows(client, address, feed):
    make_article(themes=[make_theme("Logement")])
    links = re.findall(r"<link[^>]+atom\+xml[^>]+>", client.get(address).content.decode())
    assert any(f'href="{feed}"' in unescape(link) for link in links), links


def test_a_resource_says_why_and_where_to_find_it(client):
    other = make_article("Faire lien")
    why = f'<p>Lisez <a linktype="page" id="{other.pk}">ceci</a> !</p>'
    make_resource("Un livre", why=why, link="https://editions.example/livre", creators="Des auteur·rices")
    _feed, [entry] = entries(client, "/flux/ressources.xml")
    html = whole_text(entry)
    assert "<h2>Pourquoi nous la recommandons</h2>" in html
    assert f'<a href="http://testserver{other.url}">ceci</a>\xa0!' in html
    assert '<a href="https://editions.example/livre">' in html
    assert "Des auteur·rices" in html


def test_an_appeal_says_what_came_of_it_and_what_it_calls_to(client):
    nancy = make_place("Nancy")
    date = {"start_date": datetime.date(2018, 11, 8), "precision": "day"}
    call = {"title": "Occuper la place", "dates": [date], "place": nancy, "venue": "Devant la mairie", "text": ""}
    make_appeal(calls=[("call", call)], outcome="<p>Une victoire.</p>")
    _feed, [entry] = entries(client, "/flux.xml")
    html = whole_text(entry)
    assert html.index("Une victoire.") < html.index("Ce à quoi nous appelons")
    assert "<h3>Occuper la place</h3>" in html
    assert "<li>jeudi 8\xa0novembre\xa02018</li>" in html
    assert "Nancy, Devant la mairie" in html


def test_an_initiative_tells_its_steps_and_an_event_its_place(client):
    make_initiative(steps=[("step", {"when": "1975", "text": "On ouvre la maison."})])
    make_event("Débat", place=make_place("Nancy"), venue="La Fabrique", address="3 rue Haute")
    _feed, found = entries(client, "/flux.xml")
    texts = {entry.findtext(f"{ATOM}title"): " ".join(whole_text(entry).split()) for entry in found}
    assert "<li>1975\xa0: On ouvre la maison.</li>" in unescape(texts["La Maison commune"])
    assert "La Fabrique, 3 rue Haute, Nancy" in texts["Débat"]


def test_the_first_reader_of_a_feed_makes_no_picture(client, django_capture_on_commit_callbacks):
    image = make_image()
    pictures = [{"image": image, "is_decorative": True}] * 2
    body = [("picture", {"image": image, "is_decorative": True}), ("gallery", {"title": "", "pictures": pictures})]
    with django_capture_on_commit_callbacks(execute=True):
        for make in (make_article, make_resource):
            make(image=image, body=body)
    made = sorted(image.renditions.values_list("filter_spec", "focal_point_key"))
    entries(client, "/flux.xml")
    assert sorted(image.renditions.values_list("filter_spec", "focal_point_key")) == made
    assert made


def test_what_branches_tell_costs_the_same_however_many_they_are(client):
    def make_all(number):
        link = f'<p><a linktype="page" id="{make_article(f"Autre {number}").pk}">là</a></p>'
        make_resource(f"Livre {number}", why=link, document=make_document(number))
        call = {"title": "Agir", "dates": [], "place": make_place(f"Ville {number}"), "venue": "", "text": link}
        make_appeal(f"Appel {number}", outcome=link, calls=[("call", call)], booklet=make_document(number))
        make_initiative(f"Maison {number}", steps=[("step", {"when": "1975", "text": "Début"})])
        make_event(f"Débat {number}", place=make_place(f"Bourg {number}"))

    def count(address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    addresses = ["/flux.xml", "/flux/appels.xml", "/flux/ressources.xml"]
    make_all(0)
    few = [count(address) for address in addresses]
    for number in range(1, 4):
        make_all(number)
    assert [count(address) for address in addresses] == few
    assert max(few) <= 15
