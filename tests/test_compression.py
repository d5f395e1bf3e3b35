"""Text travels compressed: half of our readers' time on a poor connection."""

import gzip

import pytest
from django.core.files.base import ContentFile

from core.models import SiteDocument
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/initiatives/", "/recherche/", "/flux.xml"])
def test_a_page_is_compressed_for_whom_accepts_it(client, path):
    response = client.get(path, headers={"accept-encoding": "gzip, br"})
    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert "Nébuleuses" in gzip.decompress(response.content).decode()


def test_a_page_is_left_alone_for_whom_does_not(client):
    response = client.get("/", headers={"accept-encoding": "identity"})
    assert "Content-Encoding" not in response
    assert "Nébuleuses" in response.content.decode()


def test_a_picture_and_a_download_are_not_compressed_again(client):
    accepting = {"accept-encoding": "gzip"}
    article = make_article()
    document = SiteDocument.objects.create(title="Livret", file=ContentFile(b"x" * 5000, name="livret.txt"))
    for path in (f"/apercu/{article.pk}.png", document.url):
        response = client.get(path, headers=accepting)
        assert response.status_code == 200
        assert response.get("Content-Encoding") != "gzip" and response["Content-Length"]
