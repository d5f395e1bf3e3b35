"""The disk full, for real: a file system of a few megabytes, with everything that the site writes on it."""

import re

import pytest

from tests.factories import png
from tools.outages import deployed
from tools.outages.disk import NoSmallDisk, small_disk
from tools.outages.people import PAGES, Visitor
from tools.outages.writing import WORDS, half_written, send_text, sends

#: Nobody may write where the site is not full for itself, only for the disk.
NO_FLOOR = {"FILES_DISK_FLOOR_MB": "0"}
FORGET_PICTURES = "from core.models import SiteRendition; SiteRendition.objects.all().delete()"


@pytest.fixture
def disk(small, db, tmp_path):
    """A site (Deployment) on a small disk (SmallDisk)."""
    try:
        with small_disk(tmp_path / "disk", 60) as disk, deployed(small, tmp_path / "site", disk.folder) as site:
            yield site, disk
    except NoSmallDisk as error:
        pytest.skip(f"aucun petit disque ne peut être monté : {error}")


def test_a_full_disk_takes_nothing_from_readers_and_says_so_to_writers(disk):
    site, disk = disk
    site.asked(FORGET_PICTURES)
    with site.served(**NO_FLOOR) as address:
        member, reader = Visitor(address, "192.0.2.2"), Visitor(address)
        member.sign_in()
        assert member.get("/admin/").status == 200  # noted as in use, today
        disk.fill()

        assert {path: reader.get(path).status for path in PAGES} == dict.fromkeys(PAGES, 200)
        assert '"disque": "presque plein"' in reader.get("/sante.json").text
        assert [member.get(path).status for path in ("/admin/", "/admin/images/")] == [200, 200]
        before = half_written(site)
        for name, send in sends(site).items():
            answer = send(Visitor(address))
            assert answer.status in {422, 503}, name
            assert re.search("rien enregistrer|plus de place", answer.text), name
            assert "Traceback" not in answer.text and "OperationalError" not in answer.text
        given_back = send_text(Visitor(address))
        if site.is_sqlite:
            assert given_back.status == 503 and WORDS in given_back.text and "Envoyer à nouveau" in given_back.text
        image = member.fill("/admin/images/add/", [("file", "mur.png", png(900, 900))], title="Un mur")
        assert image.status == 503 and "rien enregistrer" in image.text
        disk.free()
        assert half_written(site) == before == []

        assert send_text(reader).status == 200
        image = member.fill("/admin/images/add/", [("file", "mur.png", png(900, 900))], title="Un mur")
        assert image.status == 302
    assert half_written(site) == []


def test_what_was_given_back_is_sent_with_one_button(disk):
    site, disk = disk
    if not site.is_sqlite:
        pytest.skip("la base n’est pas sur ce disque")
    with site.served(**NO_FLOOR) as address:
        reader = Visitor(address)
        reader.get("/contribuer/texte/")
        disk.fill()
        given = send_text(reader)
        assert given.status == 503
        disk.free()
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', given.text))
        action = re.search(r'<form class="sky-given" method="post" action="([^"]+)"', given.text)[1]
        sent = reader.post(action, fields)
        assert sent.status == 200 and 'class="code"' in sent.text
        again = reader.post(action, fields)
        assert (
            re.search(r'class="code"[^>]*>[^<]+<', again.text)[0]
            == re.search(r'class="code"[^>]*>[^<]+<', sent.text)[0]
        )
    asked = "from contributions.models import Contribution as C; print(C.objects.get().answers['text'])"
    assert site.asked(asked) == WORDS
