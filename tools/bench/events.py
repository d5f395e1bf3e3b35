"""What fills an agenda: events of all rhythms, the same for the same number and day, around that day. Pure.

In each twenty events, some come back every week, every fortnight or every month without an end, some are a course or
a seminar, some take place once, one of those for several days: forty dates each, in the middle of all.
"""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from uuid import NAMESPACE_URL, uuid5

from agenda.horizon import MONTHS_AHEAD
from agenda.recurrence import MONTHLY_WEEKDAY, WEEKLY, Rule
from demo.content.themes import THEMES
from tools.bench.contents import SEED, Content
from tools.bench.prose import sentence, towns, words

#: Days behind `today` where the first dates are, and ahead of it where the last ones are.
BEHIND, AHEAD = 365, MONTHS_AHEAD * 30
#: How many of each rhythm in a block of twenty; what is said of each is a function below.
RHYTHMS = {"weekly": 5, "fortnightly": 3, "monthly": 4, "course": 2, "seminar": 2, "once": 3, "long": 1}
BLOCK = sum(RHYTHMS.values())
#: Events for one organiser; the numbers of organisers, far from those of events.
EVENTS_OF_ONE, FIRST_ORGANISER = 20, 50_000
#: The theme of those that a calendar follows: nothing else has it.
FOLLOWED = "suivi"

_KINDS = ["debate", "workshop", "balint", "march", "assembly", "screening", "training", "meeting", "other"]
_HOURS = [
    (time(9, 30), time(12)),
    (time(14), time(16, 30)),
    (time(18), time(20)),
    (time(18, 30), None),
    (time(20), time(22, 30)),
]
_NIGHT = (time(21), time(1))
_WHY = ["Grève des transports.", "La salle est prise.", "Faute de monde.", "Avec un repas partagé."]


@dataclass
class Event(Content):
    """`said` are fields of EventPage (dict), `organiser` the number of a Content or None, `last_day` a date."""

    said: dict = field(default_factory=dict)
    organiser: int | None = None
    last_day: date = None


def generate_events(number, today, followed=0):
    """The first `number` events (iterator of Event) around `today` (date).

    The first `followed` of those that have a date after `today` have the theme FOLLOWED.
    """
    left = followed
    for index in range(number):
        if index % BLOCK == 0:
            deck = [rhythm for rhythm, times in RHYTHMS.items() for _time in range(times)]
            _random("rhythms", index).shuffle(deck)
        event = _event(index, deck[index % BLOCK], today, _random("event", index))
        if left and event.last_day > today:
            event.themes.append(FOLLOWED)
            left -= 1
        yield event


def generate_organisers(number):
    """The initiatives (iterator of Content) that organise the first `number` events."""
    for index in range(-(-number // EVENTS_OF_ONE)):
        random = _random("organiser", index)
        title = f"Le {words().choose(random)} de {towns().choose(random).name}"
        yield _content(FIRST_ORGANISER + index, "initiative", title, random)


def _random(*seed):
    return Random(" ".join(map(str, (SEED, *seed))))  # noqa: S311 -- no secret


def _content(number, kind, title, random, branch=Content, **fields):
    return branch(
        number=number,
        kind=kind,
        title=title,
        summary=f"Un rendez-vous à propos de « {words().choose(random)} ».",
        paragraphs=[sentence(random) for _time in range(3)],
        town=towns().choose(random).code if random.random() < 0.85 else "",
        themes=random.sample(list(THEMES), random.choice([0, 1, 1, 2])),
        signature="un collectif",
        year=2026,
        **fields,
    )


def _event(number, rhythm, today, random):
    title = f"{words().choose(random).capitalize()} et {words().choose(random)}"
    said, last_day = _SAID[rhythm](random, today)
    said |= {"kind": "party" if said["start_time"] == _NIGHT[0] else random.choice(_KINDS)}
    if random.random() < 0.03:
        said |= {"state": random.choice(["cancelled", "postponed"]), "state_reason": random.choice(_WHY)}
    organiser = number // EVENTS_OF_ONE + FIRST_ORGANISER if random.random() < 0.6 else None
    event = _content(number, "event", title, random, Event, said=said, organiser=organiser, last_day=last_day)
    return event if event.town else _online(event)


def _online(event):
    event.said |= {"online_url": f"https://visio.example.org/{event.slug}"}
    return event


# --- Rhythms: (random, today) → (fields of EventPage, last day) ----------------------------------


def _hours(random):
    """One in twenty is a night, which ends on another day."""
    hour, end_hour = _NIGHT if random.random() < 0.05 else random.choice(_HOURS)
    return {"start_time": hour, "end_time": end_hour}


def _some_day(random, today, first=-BEHIND, last=AHEAD):
    return today + timedelta(days=random.randint(first, last))


def _endless(frequency, interval=1):
    """What goes on without an end, from some day of the past year on."""

    def said(random, today):
        start, last_day = _some_day(random, today, last=0), today + timedelta(days=AHEAD)
        days = list(Rule(frequency, interval).days(start, last_day))
        fields = {"start_date": start, "repeats": frequency, "interval": interval, **_hours(random)}
        if random.random() < 0.2:
            fields["months_off"] = (8,)
        return fields | {"exceptions": _exceptions(random, days, today)}, last_day

    return said


def _course(random, today):
    start = _some_day(random, today, last=AHEAD - 90)
    fields = {"start_date": start, "repeats": WEEKLY, "repeats_times": 12, **_hours(random)}
    return fields, start + timedelta(weeks=11)


def _seminar(random, today):
    start = _some_day(random, today, last=AHEAD - 240)
    days = sorted(start + timedelta(days=random.randint(10, 240)) for _time in range(9))
    added = [
        ("date", {"day": day.isoformat(), "hour": "18:30:00", "label": f"Séance {number}"})
        for number, day in enumerate(days, 2)
    ]
    return {"start_date": start, "added_dates": _blocks(added), **_hours(random)}, days[-1]


def _once(random, today):
    start = _some_day(random, today)
    return {"start_date": start, **_hours(random)}, start


def _long(random, today):
    start = _some_day(random, today, last=AHEAD - 30)
    end = start + timedelta(days=random.choice([1, 1, 2, 4, 10, 60]))
    return {"start_date": start, "end_date": end, "start_time": None}, end


_SAID = {
    "weekly": _endless(WEEKLY),
    "fortnightly": _endless(WEEKLY, 2),
    "monthly": _endless(MONTHLY_WEEKDAY),
    "course": _course,
    "seminar": _seminar,
    "once": _once,
    "long": _long,
}


def _exceptions(random, days, today):
    """What is said of some of the `days` (list of date), half the time: cancelled, moved, annotated, a pause."""
    if random.random() < 0.5:
        return _blocks([])
    cancelled, moved, noted = random.sample(days, 3)
    said = [
        ("cancelled", {"day": cancelled.isoformat(), "note": random.choice(_WHY)}),
        ("moved", {"day": moved.isoformat(), "to_day": (moved + timedelta(days=1)).isoformat()}),
        ("noted", {"day": noted.isoformat(), "note": random.choice(_WHY)}),
    ]
    if random.random() < 0.4:
        first = _some_day(random, today, first=0, last=300)
        said.append(
            ("pause", {"first": first.isoformat(), "last": (first + timedelta(days=14)).isoformat(), "name": ""})
        )
    return _blocks(said)


def _blocks(said):
    """What a StreamField stores (list of dicts) of `said` (list of pairs: name of a block, value)."""
    return [
        {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, f"{index} {value}"))}
        for index, (kind, value) in enumerate(said)
    ]
