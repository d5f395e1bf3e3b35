"""Nothing of a private page is said to whoever may not read it, wherever another page names it."""

import pytest
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from initiatives.models import InitiativePage
from tests.factories import make_article, make_event, make_initiative, make_place

pytestmark = pytest.mark.django_db

SECRET = "La réunion dont on ne parle pas"


@pytest.fixture
def private():
    page = make_initiative(SECRET, summary=f"{SECRET}, en deux phrases.")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def linking(private):
    return make_article(body=[("content_link", {"content": private, "reason": ""})])


def organised(private):
    return make_event(organiser=private, place=make_place())


def linking_in_its_text(private):
    return make_article(body=[("text", f'<p><a linktype="page" id="{private.pk}">ici</a></p>')])


def part(private):
    return make_initiative("Une partie", part_of=private)


def related(private):
    page = make_article("Un texte", publish=False)
    page.related_contents.create(content=private)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("naming", [linking, organised, part, related])
def test_a_page_that_names_it_does_not_say_it(client, private, naming):
    html = client.get(naming(private).url).content.decode()
    assert SECRET not in html


@pytest.mark.parametrize("naming", [linking, organised, part, related])
def test_a_page_that_names_a_public_one_does(client, naming):
    html = client.get(naming(make_initiative(SECRET)).url).content.decode()
    assert SECRET in html


@pytest.mark.parametrize("naming", [linking, organised, part])
def test_a_public_one_is_named_on_a_site_that_has_private_pages(client, private, naming):
    html = client.get(naming(make_initiative("La maison commune")).url).content.decode()
    assert "La maison commune" in html


def test_its_whole_does_not_list_it_among_its_parts(client, private):
    whole = make_initiative("Le tout")
    InitiativePage.objects.filter(pk=private.pk).update(part_of=whole)
    assert SECRET not in client.get(whole.url).content.decode()


def test_the_foot_of_pages_does_not_name_it(client):
    make_article()
    page = StandardPage.objects.get(slug="charte")
    assert "Charte" in client.get("/").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Charte" not in client.get("/").content.decode()


@pytest.mark.parametrize("secret", ["private", "draft"])
def test_a_link_in_a_text_gives_no_address_away(client, secret):
    page = make_initiative(SECRET, publish=secret == "private")
    if secret == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    html = client.get(linking_in_its_text(page).url).content.decode()
    assert page.slug not in html
    assert "ici" in html


def test_a_link_in_a_text_leads_to_a_public_page(client):
    page = make_initiative("La maison commune")
    assert f'href="{page.url}"' in client.get(linking_in_its_text(page).url).content.decode()
