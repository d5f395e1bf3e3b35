"""Five rendezvous as a collective has them, wherever a reader meets them: a list, a month, paper, a page, khal."""

import subprocess
import sys
from collections import defaultdict
from datetime import date, time
from itertools import chain
from pathlib import Path

import pytest
import time_machine

from tests.factories import make_appeal, make_event, make_initiative, make_place

pytestmark = pytest.mark.django_db

#: Where a demonstration takes place on one day.
TOWNS = "Angers Besançon Bordeaux Brest Dijon Grenoble Lille Marseille Nantes Rouen Toulouse".split()
KHAL = Path(sys.executable).with_name("khal")
KHAL_SETTINGS = """
[calendars]
[[agenda]]
path = {folder}/agenda
type = calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Paris
default_timezone = Europe/Paris
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-21 10:00:00+01:00", tick=False):
        yield


@pytest.fixture
def house():
    """The initiative that holds a Balint group, among all that comes."""
    house = make_initiative("La Maison commune")
    make_event(
        "Groupe Balint",
        kind="balint",
        start_date=date(2026, 11, 12),
        start_time=time(18, 30),
        end_time=time(20),
        repeats="weekly",
        interval=2,
        months_off=(8,),
        place=make_place("Nancy"),
        organiser=house,
        exceptions=[
            ("moved", {"day": date(2026, 11, 26), "to_day": date(2026, 11, 27), "note": "La salle est prise."}),
            ("cancelled", {"day": date(2026, 12, 10), "note": "Grève des transports."}),
        ],
    )
    day = {"start_date": date(2026, 12, 1), "start_time": time(14)}
    calls = [
        ("call", {"title": f"Manifestation à {town}", "place": make_place(town), "dates": [day]}) for town in TOWNS
    ]
    make_appeal("Le travail social dans la rue", calls=calls)
    make_event("Coordination", start_date=date(2026, 11, 28), end_date=date(2026, 11, 29), place=make_place("Lyon"))
    make_event("Débat", start_date=date(2026, 12, 3), start_time=time(20), place=make_place("Paris"))
    montreal = make_place("Montréal", country="CA", region="Québec")
    abroad = {"start_date": date(2026, 12, 4), "start_time": time(18, 30), "end_time": time(20), "place": montreal}
    make_event("Atelier de recherche", **abroad)
    return house


def khal(folder, calendar, *days):
    """What khal lists on `days` (first and last, ISO) of a calendar (bytes): lines of « day hour – hour title »."""
    settings, file = folder / "khal.conf", folder / "agenda.ics"
    settings.write_text(KHAL_SETTINGS.format(folder=folder))
    (folder / "agenda").mkdir()
    file.write_bytes(calendar)

    def run(*arguments):
        command = [KHAL, "-c", settings, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603

    imported = run("import", "--batch", "-a", "agenda", file)
    form = "{start-date-long} {start-time}{to-style}{end-time} {title}"
    listed = run("list", "--day-format", "", "--format", form, *days)
    assert not imported.stderr and not listed.stderr
    return listed.stdout.splitlines()


def test_khal_lists_what_the_agenda_shows(client, house, tmp_path):
    """Montréal's half past six in the evening is half past midnight for whoever reads in Paris."""
    assert khal(tmp_path, client.get("/agenda.ics").content, "2026-11-20", "2027-01-01") == [
        "2026-11-27 18:30-20:00 Groupe Balint",
        *["2026-11-28 - Coordination"] * 2,
        *[f"2026-12-01 14:00-15:00 Manifestation à {town}" for town in TOWNS],
        "2026-12-03 20:00-21:00 Débat",
        "2026-12-05 00:30-02:00 Atelier de recherche",
        "2026-12-10 18:30-20:00 Annulé\xa0: Groupe Balint",
        "2026-12-24 18:30-20:00 Groupe Balint",
    ]


def test_khal_follows_one_collective_alone(client, house, tmp_path):
    found = khal(tmp_path, client.get("/agenda.ics?par=la-maison-commune").content, "2027-07-01", "2027-10-01")
    days = ["2027-07-08", "2027-07-22", "2027-09-02", "2027-09-16", "2027-09-30"]
    assert found == [f"{day} 18:30-20:00 Groupe Balint" for day in days]


def test_the_agenda_lists_them_by_day(client, house):
    screens = [client.get(f"/agenda/?page={number}").context["groups"] for number in (1, 2)]
    found = defaultdict(list)
    for day, dates in chain(*screens):
        found[day] += [one.title for one in dates]
    assert list(found.items())[:6] == [
        (date(2026, 11, 27), ["Groupe Balint"]),
        (date(2026, 11, 28), ["Coordination"]),
        (date(2026, 12, 1), [f"Manifestation à {town}" for town in TOWNS]),
        (date(2026, 12, 3), ["Débat"]),
        (date(2026, 12, 4), ["Atelier de recherche"]),
        (date(2026, 12, 10), ["Groupe Balint"]),
    ]


def test_a_month_shows_each_on_its_days(client, house):
    weeks = (
        client.get("/agenda/2026/11/").context["table"].weeks + client.get("/agenda/2026/12/").context["table"].weeks
    )
    shown = {
        day.day: ([one.title for one in day.dates], day.others) for week in weeks for day in week.days if day.dates
    }
    assert shown == {
        date(2026, 11, 12): (["Groupe Balint"], 0),
        date(2026, 11, 27): (["Groupe Balint"], 0),
        date(2026, 11, 28): (["Coordination"], 0),
        date(2026, 11, 29): (["Coordination"], 0),
        date(2026, 12, 1): ([f"Manifestation à {town}" for town in TOWNS[:5]], 6),
        date(2026, 12, 3): (["Débat"], 0),
        date(2026, 12, 4): (["Atelier de recherche"], 0),
        date(2026, 12, 10): (["Groupe Balint"], 0),
        date(2026, 12, 24): (["Groupe Balint"], 0),
    }


#: What is said of each, beside its title, wherever one meets it.
SAID = [
    "Au lieu du jeudi 26 novembre 2026",
    "La salle est prise.",
    "Grève des transports.",
    "heure de Montréal",
]


@pytest.mark.parametrize("addresses", [["/agenda/", "/agenda/?page=2"], ["/agenda/imprimer/?au=2026-12-31"]])
def test_what_is_particular_to_a_date_is_said_with_it(client, house, addresses):
    html = "".join(client.get(address).content.decode() for address in addresses).replace("\xa0", " ")
    assert [said for said in [*SAID, *(f"Manifestation à {town}" for town in TOWNS)] if said not in html] == []


def test_the_page_of_the_initiative_shows_its_next_dates(client, house):
    html = client.get(house.url).content.decode().replace("\xa0", " ")
    assert [said for said in SAID[:3] if said not in html] == []
    assert html.count('datetime="2026-12-24') == 1 and "Coordination" not in html


def test_the_page_of_the_appeal_shows_its_eleven_towns(client, house):
    html = client.get("/appels/le-travail-social-dans-la-rue/").content.decode()
    assert [town for town in TOWNS if town not in html] == []
