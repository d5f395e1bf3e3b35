"""The agenda of a few events beside that of thousands: each site in its own process, all asked in turn.

What else the machine does in the meantime weighs on all of them.
"""

import json
from contextlib import ExitStack, contextmanager

#: A few events; those that a calendar follows, and nothing else; thousands, and the followed ones among them.
FEW, ALONE, MANY = "few", "alone", "many"
#: What is asked of a site: its size, something published, and the addresses that are measured.
SIZE, PUBLISH = "size", "publish"
UPCOMING, NARROWED, MONTH, ARCHIVE, CALENDAR = "upcoming", "narrowed", "month", "archive", "calendar"
PAGES = (UPCOMING, NARROWED, MONTH, ARCHIVE)
#: Times each address is asked; one time in so many, by the first reader after a publication too.
TIMES, AFTER_PUBLICATION = 30, 5


def measure_agenda(databases, few, many):
    """What `in_turn` gives of a site of `few` events, of one of `many`, and of one of those that are followed."""
    made = {FEW: (few,), ALONE: (many, "followed"), MANY: (many,)}
    with ExitStack() as stack:
        for site, arguments in made.items():
            name = f"agenda_{site}"
            stack.enter_context(databases.copied("example", name))
            databases.run(name, "ours", "-m", "tools.bench.inside", "load-events", *map(str, arguments))
            databases.server.tidy(name)
        return in_turn({site: stack.enter_context(_asked(databases, f"agenda_{site}")) for site in made})


def in_turn(sites, times=TIMES):
    """What `sites` (dict: FEW, ALONE, MANY → function that answers a question) say (dict: site → dict).

    Of each, its SIZE and, by what was asked, a pair of lists of answers: to a reader among others, and to the first
    one after a publication.
    """
    said = {site: {SIZE: ask(SIZE)} for site, ask in sites.items()}
    questions = [(asked, site) for asked in (*PAGES, CALENDAR) for site in sites if asked == CALENDAR or site != ALONE]
    for time in range(times):
        if time % AFTER_PUBLICATION == 0:
            for asked, site in questions:
                sites[site](PUBLISH)
                said[site].setdefault(asked, ([], []))[1].append(sites[site](asked))
            # What the last publication put aside is read again, by somebody who is not measured.
            for asked, site in questions:
                sites[site](asked)
        for asked, site in questions:
            said[site][asked][0].append(sites[site](asked))
    return said


@contextmanager
def _asked(databases, name):
    """The site on the database `name`, for as long as it is asked (function: question → answer)."""
    with databases.started(name, "ours", "-m", "tools.bench.inside", "agenda") as process:

        def ask(question):
            print(question, file=process.stdin, flush=True)
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"the site on {name} stopped")
            return json.loads(line)

        yield ask
