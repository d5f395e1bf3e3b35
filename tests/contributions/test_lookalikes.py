"""What the site has already is shown before: same title, same address, same place, however they are written."""

from datetime import date

import pytest

from contributions.links import canonical_link
from contributions.lookalikes import contributions_like, pages_like
from contributions.models import Contribution
from contributions.signing import Consent
from core.french import stems
from tests.factories import make_article, make_event, make_initiative, make_place, make_resource

ADDRESSES = [
    ("https://exemple.org/a-lire/", "http://www.exemple.org/a-lire"),
    ("https://exemple.org/a-lire", "EXEMPLE.org/a-lire?utm_source=lettre&fbclid=x#haut"),
    ("https://exemple.org/?b=2&a=1", "https://exemple.org/?a=1&b=2"),
    ("https://exemple.org/caf%C3%A9", "https://exemple.org/café"),
    ("https://exemple.org:443/", "exemple.org"),
]
DIFFERENT = [
    ("https://exemple.org/a-lire", "https://exemple.org/a-lire-aussi"),
    ("https://exemple.org/?v=1", "https://exemple.org/?v=2"),
    ("https://exemple.org/", "https://autre.exemple.org/"),
    ("https://exemple.org/", "https://exemple.org:8443/"),
]


@pytest.mark.parametrize(("one", "other"), ADDRESSES)
def test_a_page_has_many_addresses(one, other):
    assert canonical_link(one) == canonical_link(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_pages_have_two(one, other):
    assert canonical_link(one) != canonical_link(other)


@pytest.mark.parametrize("nonsense", ["", "https://", "https://[", "https://exemple.org:port/", "//"])
def test_what_is_no_address_is_none(nonsense):
    assert canonical_link(nonsense) == ""


def sent(kind="initiative", **answers):
    number = Contribution.objects.count()
    return Contribution.objects.create(kind=kind, answers=answers, consent=Consent.PUBLISH, code_hash=str(number))


def titles_like(contribution):
    return [page.title for page in pages_like(contribution)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "written", ["L’ÉCOLE  des usager·e·s", "L'ecole des usager.e.s", "l’école des\u00a0usager-e-s"]
)
def test_a_title_is_the_same_in_every_spelling(written):
    make_article("L’École des usager·e·s", publish=False)
    make_article("L’École des usager·e·s de Lyon")
    assert titles_like(sent("texte", title=written)) == ["L’École des usager·e·s"]


@pytest.mark.django_db
def test_an_address_is_the_same_however_it_was_copied():
    make_resource("Un lien", link="https://www.exemple.org/a-lire/?utm_source=lettre")
    make_resource("Un autre", link="https://exemple.org/a-lire-aussi")
    make_initiative("Un site", website="http://exemple.org/a-lire#haut")
    make_article("Une source", source_url="https://exemple.org/a-lire")
    found = titles_like(sent("lien", link="https://exemple.org/a-lire"))
    assert sorted(found) == ["Un lien", "Un site", "Une source"]


@pytest.mark.django_db
def test_in_one_place_the_nearest_titles_come_first():
    lyon = make_place("Lyon")
    for number in range(3):
        make_initiative(f"Autre chose {number}", place=lyon)
    make_initiative("Maison commune de Lyon", place=lyon)
    assert titles_like(sent(title="La maison commune", place="lyon"))[0] == "Maison commune de Lyon"
    for number in range(3):
        make_initiative(f"Encore autre chose {number}", place=lyon)
    assert titles_like(sent(title="La maison commune", place="lyon")) == ["Maison commune de Lyon"]


@pytest.mark.django_db
def test_what_takes_place_the_same_day_in_the_same_town():
    nancy = make_place("Nancy")
    make_event("Projection", place=nancy, start_date=date(2026, 12, 5))
    make_event("La veille", place=nancy, start_date=date(2026, 12, 4))
    assert titles_like(sent("evenement", title="Un film", day="2026-12-05", town="nancy")) == ["Projection"]


@pytest.mark.django_db
def test_the_page_that_was_made_of_it_is_not_like_it():
    made = make_initiative("La Maison commune", publish=False)
    contribution = sent(title="La Maison commune")
    contribution.page_id = made.pk
    assert titles_like(contribution) == []


@pytest.mark.django_db
def test_others_have_sent_the_same():
    link = sent("lien", link="http://www.exemple.org/a/")
    title = sent(title="L’Étoile")
    place = sent(title="Maison commune de Lyon", place="LYON")
    sent(title="Maison commune de Nancy", place="Nancy")
    sent("texte", text="Rien à voir")
    Contribution.objects.filter(pk=sent(title="L’Étoile").pk).update(state=Contribution.State.SPAM)
    assert contributions_like(sent("revolte", text="Lisez", link="https://exemple.org/a")) == [link]
    assert contributions_like(sent(title="l'etoile")) == [title]
    assert contributions_like(sent(title="La maison commune", place="Lyon")) == [place]
    assert contributions_like(sent("texte", text="Tout autre chose")) == []


@pytest.mark.django_db
@pytest.mark.parametrize("title", ["1984", "null", "true", "1e309", '{"titre": [1]}', '"guillemets"', "[[["])
def test_a_title_that_could_be_data_is_a_title(title):
    """SQLite reads « 1984 » in JSON as a number: one such title closed the screens of all the others."""
    other, one = sent(title=title), sent(title=title)
    assert contributions_like(one) == ([other] if stems(title) else [])
    assert contributions_like(sent(title="La Maison commune")) == []


@pytest.mark.django_db
def test_little_is_asked_for_it(django_assert_max_num_queries):
    lyon = make_place("Lyon")
    for number in range(8):
        make_initiative("La Maison commune", place=lyon, website=f"https://exemple.org/{number}")
    contribution = sent(title="La Maison commune", place="Lyon", link="https://exemple.org/1")
    with django_assert_max_num_queries(10):
        assert len(pages_like(contribution)) == 5
    with django_assert_max_num_queries(2):
        contributions_like(contribution)
