"""What is not public is nowhere: not in the search, a feed, a calendar, a picture, a list, an error (TRAPS 16)."""

from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.management import call_command

from tests.access.site import ASKED, SECRET, SENT
from tests.factories import make_member

#: Where one may ask for a word; lists that have no such question answer everything, or nothing.
ASKING = [
    "/recherche/?q={}",
    "/recherche/?q={}&type=reflexions",
    "/recherche/?q={}&type=agenda",
    "/recherche.xml?q={}",
    "/recherche.json?q={}",
    "/reflexions/?q={}",
    "/agenda/?q={}",
    "/flux.xml?q={}",
    "/flux/reflexions.xml?q={}",
    "/flux/agenda.xml?q={}",
    "/agenda.ics?q={}",
    "/agenda.json?q={}",
    "/agenda/archives/?q={}",
    "/agenda/imprimer/?q={}",
    "/nulle-part/?q={}",
    "/reflexions/{}/",
    "/themes/{}/",
]
WORDS = [ASKED, "brouillon", "prive", "rencontre", "retire", "ferme", "zibelin", "hermelin"]


@pytest.mark.parametrize("address", ASKING)
def test_what_is_not_public_is_not_found(client, site, address):
    call_command("update_index", verbosity=0)
    for word in WORDS:
        answer = client.get(address.format(quote(word)))
        assert answer.status_code in {200, 404}, (word, answer.status_code)
        content = answer.content.decode()
        assert SECRET not in content, word
        assert SENT not in content, word


#: Of what is not public, each address that a published one has.
ADDRESSES = {
    "page": lambda page: page.url,
    "calendar": lambda page: f"/agenda/{page.pk}.ics",
    "picture to share": lambda page: f"/apercu/{page.pk}.png",
    "feed of its agenda": lambda page: f"/flux/agenda.xml?par={page.pk}",
    "its agenda": lambda page: f"/agenda.ics?par={page.pk}",
}


@pytest.mark.parametrize("page", ["draft", "withdrawn", "private", "private_event"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_of_what_is_not_public_says_it(client, site, page, address):
    answer = client.get(ADDRESSES[address](getattr(site, page)))
    if address in {"page", "calendar", "picture to share"}:
        assert answer.status_code in {302, 404}
    assert SECRET not in answer.content.decode(errors="replace")


def test_what_is_written_for_later_is_not_shown_yet(client, site):
    answer = client.get(site.changed.url)
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()


def test_a_document_of_a_private_collection_is_for_those_who_are_signed_in(client, site):
    answer = client.get(site.private_document.url)
    assert answer.status_code == 302
    client.force_login(site.people["rédaction"])
    assert SECRET.encode() in b"".join(client.get(site.private_document.url).streaming_content)


def test_files_of_a_private_collection_are_for_those_who_are_signed_in(client, site):
    for address in site.private_addresses():
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert address.startswith("/prive/")
        assert client.get(f"/media{address}").status_code == 404
        assert client.get(f"/media/{address.split('/', 3)[3]}").status_code == 404
    client.force_login(site.people["rédaction"])
    for address in site.private_addresses():
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer["Cache-Control"] == "private, no-store"
        assert b"".join(answer.streaming_content)


def test_files_of_a_private_collection_are_not_where_files_are_served(site, settings):
    names = [path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert names and [name for name in names if name.startswith("ferme")] == ["ferme.txt"]


#: Where a content that shows what is private is shown too, itself or by its card.
SHOWN = ["/", "/reflexions/", "/recherche/?q=montre", "/flux.xml", "/flux/reflexions.xml", "/flux/sons.xml"]


@pytest.mark.parametrize("address", [*SHOWN, "page"])
def test_what_shows_a_private_image_does_not_show_it_to_whom_may_not_see_it(client, site, address):
    call_command("update_index", verbosity=0)
    answer = client.get(site.showing.url if address == "page" else address)
    content = answer.content.decode()
    assert answer.status_code == 200
    assert "/prive/" not in content and SECRET not in content and "ferme" not in content
    assert "sessionid" not in answer.cookies


def test_whoever_may_see_it_does(client, site):
    client.force_login(site.people["rédaction"])
    content = client.get(site.showing.url).content.decode()
    assert content.count("<picture>") == 4
    assert site.private_media.url in content


def test_a_card_to_share_shows_no_private_image(client, site):
    client.get(f"/apercu/{site.showing.pk}.png")
    folder = site.private_image.file.storage.path(f"apercus/{site.showing.pk}")
    assert [path.name.split("-")[0] for path in Path(folder).iterdir()] == ["0"]


def test_nothing_of_the_quarantine_is_where_files_are_served(site, settings):
    assert site.attachment.path.exists()
    assert settings.MEDIA_ROOT not in site.attachment.path.parents
    served = [path.read_bytes() for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert served and not any(SENT.encode() in content for content in served)


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/{0}/edit/", "/admin/pages/{0}/view_draft/"])
def test_somebody_of_no_group_sees_nothing_of_the_admin(client, site, address):
    client.force_login(make_member("passante", group=None))
    answer = client.get(address.format(site.draft.pk), follow=True)
    assert SECRET not in answer.content.decode()
