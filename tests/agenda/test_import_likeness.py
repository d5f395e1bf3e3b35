"""Two announcements of the same rendezvous are recognised, and two rendezvous that only look alike are not."""

from datetime import date, time

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.importing.comparison import Status, compared
from agenda.importing.likeness import near_places, similar_titles
from core.models import Place
from tests.agenda.calendars import proposal
from tests.factories import make_appeal, make_event, make_place

pytestmark = pytest.mark.django_db

#: Two titles, and whether they say the same.
TITLES = [
    ("Débat public", "Débat public", True),
    ("Débat public", "DÉBAT PUBLIC !", True),
    ("Débat", "Débat public", True),
    ("Grand débat public sur la psychiatrie", "Débat public : la psychiatrie en crise", True),
    ("Fête de quartier", "Fête de quartier de la Guillotière, avec la fanfare des Canuts", True),
    ("Rencontre des éducateur·rices", "Rencontre des éducatrices et éducateurs", True),
    ("Projection : « Quelle folie »", "Ciné-débat Quelle folie", False),
    ("L’appel des appels, assemblée", "Assemblée de l’Appel des appels", True),
    ("Réunion mensuelle", "Réunion du collectif", False),
    ("Débat public", "Atelier d’écriture", False),
    ("Assemblée générale", "AG de la coordination", False),
    ("Atelier cuisine", "Atelier couture", False),
    ("Café psy", "Café associatif", False),
    ("", "", False),
    ("!!!", "???", False),
    ("Rendez-vous sans titre", "Rendez-vous sans titre", True),
]


@pytest.mark.parametrize(("one", "other", "similar"), TITLES)
def test_titles_are_similar_when_most_of_their_words_are_the_same(one, other, similar):
    assert similar_titles(one, other) is similar
    assert similar_titles(other, one) is similar


PLACES = {
    "Lyon": {"latitude": 45.76, "longitude": 4.84, "department": "Rhône", "region": "Auvergne-Rhône-Alpes"},
    "Villeurbanne": {"latitude": 45.77, "longitude": 4.88, "department": "Rhône", "region": "Auvergne-Rhône-Alpes"},
    "Grenoble": {"latitude": 45.19, "longitude": 5.73, "department": "Isère", "region": "Auvergne-Rhône-Alpes"},
    "Rhône": {"kind": "department", "department": "Rhône", "region": "Auvergne-Rhône-Alpes"},
    "Auvergne-Rhône-Alpes": {"kind": "region", "region": "Auvergne-Rhône-Alpes"},
    "France": {"kind": "country"},
    "Belgique": {"kind": "country", "country": "BE"},
}


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Lyon", "Lyon", True),
        ("Lyon", None, True),
        ("Lyon", "Villeurbanne", True),
        ("Lyon", "Grenoble", False),
        ("Lyon", "Rhône", True),
        ("Grenoble", "Rhône", False),
        ("Grenoble", "Auvergne-Rhône-Alpes", True),
        ("Lyon", "France", True),
        ("Lyon", "Belgique", False),
        ("Rhône", "Auvergne-Rhône-Alpes", True),
    ],
)
def test_places_are_near_when_one_contains_the_other_or_is_next_to_it(one, other, near):
    values = {"country": "FR", "latitude": 45.0, "longitude": 4.0}
    places = {
        name: Place(pk=number, name=name, **values | fields)
        for number, (name, fields) in enumerate(PLACES.items(), start=1)
    }
    one, other = places[one], places.get(other)
    assert near_places(one, other) is near
    assert near_places(other, one) is near


def status_beside(existing, publish=True, **incoming):
    lines = incoming.pop("lines", ())
    page = make_event(publish=publish, **{"start_date": date(2027, 1, 5), "start_time": time(18)} | existing)
    with time_machine.travel("2026-12-01", tick=False):
        [found] = compared([proposal(*lines, **incoming)])
    return found.status, found.page and found.page.pk == page.pk


#: What the site has, what comes (a debate on 5 January at 18 h 30), whether it is probably the same.
BESIDE = [
    ("the same hour", {}, {}, True),
    ("two hours later", {"start_time": time(20, 30)}, {}, True),
    ("three hours later", {"start_time": time(21, 31)}, {}, False),
    ("the whole day", {"start_time": None}, {}, True),
    ("the next day", {"start_date": date(2027, 1, 6)}, {}, False),
    ("another title", {"title": "Atelier d’écriture"}, {}, False),
    ("one of its repetitions", {"start_date": date(2026, 12, 8), "repeats": "weekly"}, {}, True),
    ("between its repetitions", {"start_date": date(2026, 12, 9), "repeats": "weekly"}, {}, False),
    (
        "one of its added dates",
        {"start_date": date(2026, 12, 9), "added_dates": [("date", {"day": date(2027, 1, 5), "hour": time(18)})]},
        {},
        True,
    ),
    ("one date of what comes", {"start_date": date(2027, 1, 12)}, {"lines": ["RRULE:FREQ=WEEKLY;COUNT=3"]}, True),
]


@pytest.mark.parametrize("publish", [True, False], ids=["published", "draft"])
@pytest.mark.parametrize(
    ("existing", "incoming", "alike"), [case[1:] for case in BESIDE], ids=[case[0] for case in BESIDE]
)
def test_what_is_announced_already_is_probably_a_duplicate(existing, incoming, alike, publish):
    expected = (Status.LIKELY, True) if alike else (Status.NEW, None)
    with time_machine.travel("2026-12-01", tick=False):
        existing = {"title": "Grand débat public", **existing}
        assert status_beside(existing, publish, title="Débat public", **incoming) == expected


@pytest.mark.parametrize(("town", "alike"), [("Lyon", True), ("Villeurbanne", True), ("Grenoble", False)])
def test_the_same_title_the_same_evening_elsewhere_is_another_rendezvous(town, alike):
    places = {name: make_place(name, **PLACES[name]) for name in ("Lyon", "Villeurbanne", "Grenoble")}
    status, _page = status_beside({"place": places["Lyon"], "title": "Débat public"}, lines=[f"LOCATION:{town}"])
    assert (status is Status.LIKELY) is alike


def test_the_date_of_an_appeal_counts_too():
    dates = [{"start_date": date(2027, 1, 5)}]
    with time_machine.travel("2026-12-01", tick=False):
        appeal = make_appeal("Tenir", calls=[("call", {"title": "Grève et débat public", "dates": dates})])
        [found] = compared([proposal(title="Débat public")])
    assert (found.status, found.page.pk) == (Status.LIKELY, appeal.pk)


def queries_beside(number):
    """What is asked (list of SQL) where the site has `number` debates, as many drafts, and as many other things."""
    for one in range(number):
        make_event(f"Grand débat public {one}", start_date=date(2027, 1, 5), repeats="weekly", publish=bool(one % 2))
        make_event(f"Atelier couture {one}", start_date=date(2027, 1, 5), publish=bool(one % 2))
    with CaptureQueriesContext(connection) as queries:
        [found] = compared([proposal(title="Grand débat public")])
    assert found.status is (Status.LIKELY if number else Status.NEW)
    with CaptureQueriesContext(connection) as more:
        assert not found.page or (found.page.pk, found.page.title, found.page.live)
    assert not more.captured_queries
    return [query["sql"] for query in queries]


def test_however_much_the_agenda_holds_as_much_is_asked_and_no_text_is_read():
    with time_machine.travel("2026-12-01", tick=False):
        few, many = queries_beside(2), queries_beside(6)
    assert len(few) == len(many)
    assert not [sql for sql in many if '"body"' in sql]
