"""Every page type is routable, renders, and asks the database little, however many pages there are."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from appeals.models import AppealTown
from core.models import HostedRecording, RelatedContent, SiteDocument, SiteImage
from home.models import StandardPage
from initiatives.models import InitiativePage
from tests.factories import (
    make_appeal,
    make_article,
    make_event,
    make_image,
    make_initiative,
    make_media,
    make_member,
    make_place,
    make_resource,
    make_theme,
)

pytestmark = pytest.mark.django_db

CONTENT_BUDGET = 12
LIST_BUDGET = 15
#: Of Wagtail's own panel and ours together, for each review that waits.
REVIEW_BUDGET = 20


def rich_fields(number):
    """Everything that a content can show, so that a forgotten prefetch costs a query."""
    images = list(SiteImage.objects.all()[:4]) or [make_image(f"Image {n}") for n in range(4)]
    pictures = [{"image": image, "is_decorative": True} for image in images[1:]]
    return {
        "themes": [make_theme("Logement"), make_theme("Enfance")],
        "place": make_place(f"Ville {number}"),
        "image": images[0],
        "body": [
            ("heading", {"text": "Une partie", "level": "h2"}),
            ("text", "<p>" + "mot " * 900 + "[1]</p>"),
            ("picture", {"image": images[1], "is_decorative": True}),
            ("gallery", {"title": "", "pictures": pictures}),
            ("quotation", {"quotation": "Oui."}),
            ("footnotes", {"notes": ["<p>Note.</p>"]}),
        ],
    }


def make_initiatives(number):
    page = make_initiative(f"Initiative {number}", publish=False, starts="1975", **rich_fields(number))
    page.steps = [("step", {"when": "1975", "text": "Début"}), ("step", {"when": "1980", "text": "Suite"})]
    page.contacts = [("contact", {"label": "Accueil", "email": "accueil@example.org"})]
    page.partners = [("partner", {"name": "Une coopérative"})]
    page.save_revision().publish()
    make_initiative(f"Projet {number}", part_of=page)
    return page


def make_appeals(number):
    calls = [
        (
            "call",
            {"title": f"Action {n}", "place": make_place(f"V{n}"), "dates": [{"start_date": date(2026, 12, 1 + n)}]},
        )
        for n in range(5)
    ]
    page = make_appeal(
        f"Appel {number}", publish=False, calls=calls, adopted_on=date(2026, 9, 22), **rich_fields(number)
    )
    page.towns = [AppealTown(place=make_place(f"T{n}")) for n in range(3)]
    page.save_revision().publish()
    return page


def make_articles(number):
    return make_article(f"Article {number}", **rich_fields(number))


def make_events(number):
    start = timezone.localdate() + timedelta(days=number)
    fields = rich_fields(number)
    return make_event(f"Débat {number}", start_date=start, organiser_name="le collectif", **fields)


def make_resources(number):
    return make_resource(f"Livre {number}", creators="Des auteur·rices", year=2020, **rich_fields(number))


KINDS = {
    "initiatives": make_initiatives,
    "reflexions": make_articles,
    "appels": make_appeals,
    "agenda": make_events,
    "ressources": make_resources,
}


def queries(client, address):
    """How many queries a second reader of `address` costs: the first one makes the renditions."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return len(captured), "\n".join(query["sql"][:160] for query in captured)


@pytest.mark.parametrize("section", KINDS)
def test_a_content_page_stays_within_its_budget(client, section):
    pages = [KINDS[section](number) for number in range(3)]
    RelatedContent.objects.create(page_id=pages[0].pk, content_id=pages[1].pk)
    RelatedContent.objects.create(page_id=pages[2].pk, content_id=pages[0].pk)
    count, said = queries(client, pages[0].url)
    assert count <= CONTENT_BUDGET, said


@pytest.mark.parametrize("section", KINDS)
def test_a_list_of_twelve_stays_within_its_budget(client, section):
    for number in range(14):
        KINDS[section](number)
    count, said = queries(client, f"/{section}/")
    assert count <= LIST_BUDGET, said


@pytest.mark.parametrize(
    "address", ["/", "/recherche/", "/recherche/?q=partie", "/themes/logement/", "/flux.xml", "/agenda/archives/"]
)
def test_mixed_lists_stay_within_their_budget(client, address):
    for number in range(3):
        for make in KINDS.values():
            make(number)
    count, said = queries(client, address)
    assert count <= LIST_BUDGET, said


def make_heard(number):
    """An article that holds all that a feed carries: images, a sound, a video, a document, links of each kind."""
    media = [make_media(name, kind) for name, kind in (("nuit.mp3", "audio"), ("theatre.mp4", "video"))]
    document = SiteDocument.objects.create(title="Livret", file=ContentFile(b"1", name="livret.txt"))
    other = make_resource(f"Livre {number}")
    fields = rich_fields(number)
    links = f'<p><a linktype="page" id="{other.pk}">là</a> <a linktype="document" id="{document.pk}">et là</a></p>'
    fields["body"] += [
        ("text", links),
        ("audio", {"media": media[0]}),
        ("video", {"media": media[1]}),
        ("document", {"document": document}),
        ("content_link", {"content": other, "reason": ""}),
    ]
    return make_article(f"Entendu {number}", **fields)


def test_recordings_from_elsewhere_cost_a_feed_one_query(client):
    make_heard(0)
    queries(client, "/flux.xml")
    few, _said = queries(client, "/flux.xml")
    for number in range(1, 4):
        address = f"https://vimeo.com/{number}"
        HostedRecording.objects.create(address=address, title="Un film")
        poster = SiteImage.objects.first()
        make_article(f"Vu {number}", body=[("player", {"address": address, "poster": poster})])
    many, said = queries(client, "/flux.xml")
    assert many <= few + 1, said


@pytest.mark.parametrize(
    "address",
    [
        "/flux.xml",
        "/flux/reflexions.xml?theme=logement",
        f"/recherche.xml?annee={date.today().year}",
        "/flux/sons.xml",
    ],
)
def test_a_feed_of_whole_texts_stays_within_its_budget_however_many_they_are(client, address):
    make_heard(0)
    PageViewRestriction.objects.create(page=make_article("Privé"), restriction_type=PageViewRestriction.LOGIN)
    queries(client, address)
    few, _said = queries(client, address)
    for number in range(1, 6):
        make_heard(number)
    many, said = queries(client, address)
    assert many <= few, said
    assert many <= LIST_BUDGET, said


def test_the_cost_of_a_list_does_not_grow_with_the_number_of_pages(client):
    for number in range(12):
        make_articles(number)
    before, _said = queries(client, "/reflexions/")
    for number in range(12, 40):
        make_articles(number)
    after, said = queries(client, "/reflexions/")
    assert after <= before, said


def test_a_simple_page_stays_within_its_budget(client):
    make_article()
    count, said = queries(client, StandardPage.objects.first().url)
    assert count <= CONTENT_BUDGET, said


def test_an_initiative_and_its_projects_link_both_ways(client):
    whole = make_initiatives(1)
    part = InitiativePage.objects.get(part_of=whole)
    assert part.url in client.get(whole.url).content.decode()
    assert whole.url in client.get(part.url).content.decode()


def test_the_members_home_screen_costs_a_bounded_price_for_each_review(client):
    """One page of the editor's own panels: what matters is that thirty reviews do not cost thirty times one."""
    ana, brahim = make_member("ana"), make_member("brahim")
    client.force_login(brahim)

    def cost(number):
        for index in range(number):
            page = make_article(f"Brouillon {number}-{index}", publish=False, owner=ana)
            page.get_workflow().start(page, ana)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("wagtailadmin_home")).status_code == 200
        return len(captured)

    few, many = cost(2), cost(8)
    assert (many - few) / 8 <= REVIEW_BUDGET
