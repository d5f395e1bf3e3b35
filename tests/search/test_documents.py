"""A document is found by its text, and leads to the page that offers it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from core.models import SiteDocument
from tests.factories import make_article, make_resource

pytestmark = pytest.mark.django_db(transaction=False)

PARAGRAPH = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>{}</w:t></w:r></w:p>'


def docx(*paragraphs):
    """A Word file (ContentFile) of these paragraphs."""
    body = "".join(PARAGRAPH.format(paragraph) for paragraph in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return ContentFile(output.getvalue(), name="livret.docx")


def make_document(*paragraphs, title="Livret", **fields):
    return SiteDocument.objects.create(title=title, file=docx(*paragraphs), **fields)


def results(client, **parameters):
    return list(client.get("/recherche/", parameters).context["contents"])


def offering(document):
    return [("document", {"document": document, "title": ""})]


def test_a_page_is_found_by_the_text_of_its_document(client):
    document = make_document("Un mot.", "Les lanternistes veillent.")
    make_article("Un appel", body=offering(document))
    [found] = results(client, q="lanterniste")
    assert found.title == "Un appel"
    assert found.excerpt == "Les <mark>lanternistes</mark> veillent."
    assert found.found_in == document
    assert "Dans le document «&nbsp;Livret&nbsp;»" in client.get("/recherche/?q=lanterniste").content.decode()


def test_a_resource_and_a_link_offer_documents_too(client):
    document = make_document("Les lanternistes veillent.")
    make_resource("Un livre", document=document)
    link = f'<p>Voir <a linktype="document" id="{document.pk}">le livret</a>.</p>'
    make_article("Un texte", body=[("text", link)])
    assert {found.title for found in results(client, q="lanternistes")} == {"Un livre", "Un texte"}


def test_a_new_version_of_the_file_is_found_instead(client, django_capture_on_commit_callbacks):
    document = make_document("Les lanternistes veillent.")
    make_article("Un appel", body=offering(document))
    with django_capture_on_commit_callbacks(execute=True):
        document.file = docx("Les allumeurs veillent.")
        document.save()
    assert not results(client, q="lanternistes")
    assert results(client, q="allumeur")


def test_a_deleted_document_is_no_longer_found(client, django_capture_on_commit_callbacks):
    document = make_document("Les lanternistes veillent.")
    make_article("Un appel", body=offering(document))
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not results(client, q="lanternistes")


def test_a_private_document_shows_nothing_of_itself(client):
    private = Collection.get_first_root_node().add_child(name="Privé")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = make_document("Les lanternistes veillent.", collection=private)
    make_article("Un appel", body=offering(document))
    assert not results(client, q="lanternistes")


def test_a_collection_made_private_afterwards_hides_its_documents(client, django_capture_on_commit_callbacks):
    collection = Collection.get_first_root_node().add_child(name="Bientôt privé")
    make_article("Un appel", body=offering(make_document("Les lanternistes veillent.", collection=collection)))
    assert results(client, q="lanternistes")
    with django_capture_on_commit_callbacks(execute=True):
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert not results(client, q="lanternistes")


def test_members_find_a_document_by_its_text():
    document = make_document("Les lanternistes veillent.")
    assert list(SiteDocument.objects.search("lanterniste")) == [document]
