"""An initiative says who, where, since when; its cards say it too."""

from datetime import date

import pytest

from core.models import ContentPage
from initiatives.models import InitiativeKind, InitiativePage
from tests.cards import titles_of
from tests.factories import make_initiative, make_place

pytestmark = pytest.mark.django_db
Status = InitiativePage.Status


@pytest.mark.parametrize(
    ("fields", "said", "years"),
    [
        ({"starts": "1975", "ends": "1982"}, "1975 – 1982", (1975, 1982)),
        ({"starts": "vers 1975", "status": Status.ALIVE}, "depuis 1975 environ", (1975, None)),
        ({"starts": "vers 1975"}, "vers 1975", (1975, None)),
        ({"starts": "années 1970", "status": Status.ENDED}, "années 1970", (1970, 1979)),
        ({"ends": "1982"}, "jusqu’à 1982", (1982, 1982)),
        ({}, "", (None, None)),
        ({"starts": "2015", "status": Status.ENDED}, "2015", (2015, 2015)),
    ],
)
def test_its_period_in_words_and_in_years(fields, said, years):
    page = make_initiative(**fields)
    assert page.when_label == said
    assert (page.first_year, page.last_year) == years


def test_lists_put_those_of_which_nobody_knows_between_the_living_and_the_ended(client):
    make_initiative("Vivante", status=Status.ALIVE)
    make_initiative("Sans nouvelles", status=Status.UNKNOWN)
    make_initiative("Finie, on ne sait quand", status=Status.ENDED)
    titles = titles_of(client.get("/initiatives/"))
    assert titles == ["Vivante", "Sans nouvelles", "Finie, on ne sait quand"]


def test_lists_put_the_living_first_then_the_last_ended(client):
    make_initiative("Ancienne", starts="1960", ends="1970")
    make_initiative("Vivante", starts="1990")
    make_initiative("Récente", starts="1980", ends="2020")
    titles = titles_of(client.get("/initiatives/"))
    assert titles == ["Vivante", "Récente", "Ancienne"]


@pytest.mark.parametrize(
    ("fields", "is_over"),
    [({"starts": "1975"}, False), ({"starts": "1975", "ends": "1982"}, True), ({"status": Status.ENDED}, True)],
)
def test_yesterday_is_what_has_ended(fields, is_over):
    page = make_initiative(**fields)
    assert page.is_over is is_over
    assert InitiativePage.objects.of_yesterday().filter(pk=page.pk).exists() is is_over


@pytest.mark.parametrize(("country", "said"), [("FR", "d’ici"), ("IT", "d’ailleurs"), (None, None)])
def test_here_or_elsewhere_follows_from_the_place(client, country, said):
    page = make_initiative(place=make_place("Quelque part", country=country) if country else None)
    html = client.get(page.url).content.decode()
    for words in ("Une initiative d’ici", "Une initiative d’ailleurs"):
        assert (words in html) is bool(said and words.endswith(said))
    assert ContentPage.objects.elsewhere("FR").filter(pk=page.pk).exists() is (country == "IT")


def test_a_kind_that_changes_its_name_changes_it_on_cards():
    kind = InitiativeKind.objects.create(title="Lieu à vivre")
    page = make_initiative(kind=kind)
    kind.title = "Lieu de vie collectif"
    kind.save()
    assert ContentPage.objects.get(pk=page.pk).kind_label == "Lieu de vie collectif"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"starts": "1982", "ends": "1975"}, "ends"), ({"starts": "1975", "ends": "1982"}, None)],
)
def test_what_forbids_publication(fields, wrong):
    errors = make_initiative(publish=False, **fields).publication_errors()
    assert set(errors) == ({wrong} if wrong else set())


def test_when_it_was_verified_is_said(client):
    page = make_initiative(status=Status.ALIVE, verified_on=date(2026, 5, 1))
    html = client.get(page.url).content.decode().replace("\xa0", " ")
    assert "1er mai 2026" in html


def test_a_circle_of_parts_is_refused():
    whole = make_initiative("Le tout")
    part = make_initiative("La partie", part_of=whole)
    whole.part_of = part
    assert set(whole.publication_errors()) == {"part_of"}
    assert part.publication_errors() == {}
