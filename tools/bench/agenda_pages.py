"""What is asked of the agenda, in the site's own process: how long each address takes, how many queries it makes.

python -m tools.bench.inside agenda     (a question a line: what tools.bench.agenda_sites asks; answers in JSON)
"""

import gzip
import json
import re
import sys
import time
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agenda.models import AgendaPage, CalendarEntry, EventPage, Occurrence
from tools.bench.agenda_sites import ARCHIVE, CALENDAR, MONTH, NARROWED, PUBLISH, SIZE, UPCOMING
from tools.bench.events import FOLLOWED

#: What a list is narrowed to: a theme of one event in seven, a region of one in eight.
THEME, REGION = "travail-social", "fr-reg-84"
#: One of each event in a calendar, whatever the number of its entries.
_URL = re.compile(rb"^URL[^\r]*", re.MULTILINE)


def addresses(today):
    """What is measured (dict: name → address) on the day `today` (date)."""
    agenda = AgendaPage.objects.get().url
    return {
        UPCOMING: agenda,
        NARROWED: f"{agenda}?theme={THEME}&lieu={REGION}",
        MONTH: f"{agenda}{today:%Y/%m}/",
        ARCHIVE: f"{agenda}archives/",
        CALENDAR: f"{reverse('agenda-calendar')}?theme={FOLLOWED}",
    }


def answer_questions():
    """Answers each line of the input until it ends."""
    asked = addresses(timezone.localdate())
    others = {SIZE: size, PUBLISH: publish_something}
    for line in sys.stdin:
        name = line.strip()
        print(json.dumps(others[name]() if name in others else ask(asked[name])), flush=True)


def size():
    """How many events and dates there are, the example's included (dict)."""
    return {"events": EventPage.objects.live().count(), "dates": Occurrence.objects.count()}


def publish_something():
    """What a publication does to the agenda, whatever it publishes: one entry has changed (int: how many)."""
    one = CalendarEntry.objects.order_by("pk").values("pk")[:1]
    return CalendarEntry.objects.filter(pk__in=one).update(changed_at=timezone.now())


def ask(address):
    """Asks for `address` (str) as a browser does (dict). Raises AssertionError unless it is there.

    « computing » is what the site's own process computes, SQLite included; « sent » how many events are in a calendar.
    """
    client = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip"})
    with counted_queries() as queries:
        start, computing = time.perf_counter(), time.process_time()
        response = client.get(address, secure=True)
        seconds, computing = time.perf_counter() - start, time.process_time() - computing
    if response.status_code != 200:
        raise AssertionError(f"{address} answered {response.status_code}")
    return {"seconds": seconds, "computing": computing, "queries": len(queries), "sent": _events_in(response)}


def _events_in(response):
    if not response["Content-Type"].startswith("text/calendar"):
        return 0
    body = gzip.decompress(response.content) if response.get("Content-Encoding") == "gzip" else response.content
    return len(set(_URL.findall(body)))


@contextmanager
def counted_queries():
    """A list that receives each statement asked of the database meanwhile."""
    asked = []

    def count(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield asked
