"""Gives the generated events their dates, as a publication writes them: python -m tools.bench.readers.loading."""

import sys

import django
from django.db import transaction

django.setup()

from agenda.models import EventPage  # noqa: E402
from agenda.rewriting import rewrite  # noqa: E402

_WIDTH = 40


def told(rows, number):
    """`rows` (iterable of `number` things), with a bar on the error output."""
    for place, row in enumerate(rows, 1):
        if place % 200 == 0 or place == number:
            done = _WIDTH * place // number
            print(f"\r  [{'#' * done}{'.' * (_WIDTH - done)}] {place}/{number}", end="", file=sys.stderr, flush=True)
        yield row
    print(file=sys.stderr)


@transaction.atomic
def main():
    events = EventPage.objects.filter(slug__startswith="banc-")
    for event in told(events.iterator(), events.count()):
        rewrite(event)


if __name__ == "__main__":
    main()
