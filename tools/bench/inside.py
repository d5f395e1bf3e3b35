"""What runs in the site's own process, with one database and one engine: python -m tools.bench.inside <task> <file>.

The figures go to the file, in JSON. « load » and « load-events » take a number instead, « agenda » answers questions.
"""

import json
import sys
import time
import warnings
from functools import partial
from pathlib import Path

import django
from django.db import connection

django.setup()
warnings.filterwarnings("ignore", message="No directory at")  # no file of the design is collected, none is asked for

from articles.models import ArticlePage  # noqa: E402
from core.models import ContentPage  # noqa: E402
from search.answers import answers_to  # noqa: E402
from search.catalogue import current_catalogue  # noqa: E402
from tools.bench import engines  # noqa: E402
from tools.bench.agenda_pages import answer_questions  # noqa: E402
from tools.bench.asked import asked_queries  # noqa: E402
from tools.bench.events_loading import load_events  # noqa: E402
from tools.bench.judged import judged_queries  # noqa: E402
from tools.bench.limits import MOST_SECONDS, ORDINARY, TIMES  # noqa: E402
from tools.bench.loading import load  # noqa: E402
from tools.bench.measures import median  # noqa: E402
from tools.bench.prose import EVERYWHERE  # noqa: E402
from tools.bench.publication import counted_indexing  # noqa: E402


def relevance(answers):
    """The first answers to each judged query, and the queries that were an error (lists of str)."""
    found, errors = {}, []
    for judged in judged_queries():
        answered = engines.within(MOST_SECONDS, answers, judged.text)
        errors += [judged.text] if answered is None else []
        found[judged.text] = answered or []
    return {"found": found, "errors": errors}


def parity():
    """For each query: everything that answers, by its address, and what the search understood."""
    slugs, catalogue = dict(ContentPage.objects.values_list("pk", "slug")), current_catalogue()
    said = {}
    for text in asked_queries():
        answers = answers_to(text, catalogue)
        found = sorted(slugs[row.pk] for row in answers.rows)
        said[text] = {"found": found, "read": answers.read, "proposed": answers.proposed, "lacks": answers.lacks}
    return said


def speed():
    """Seconds of the whole page for each judged query, and for the word that is everywhere; on the clock of the wall.

    « computing » is the mean of what the site's own process computes, SQLite included: other work on the machine does
    not lengthen it.
    """
    texts = [judged.text for judged in judged_queries()]
    for text in texts[:5]:
        engines.our_page(text)
    start = time.process_time()
    rounds = [{text: engines.our_page(text) for text in texts} for _time in range(TIMES)]
    computing = (time.process_time() - start) / (TIMES * len(texts))
    pages = {text: median(times[text] for times in rounds) for text in texts}
    worst = median(engines.our_page(EVERYWHERE) for _time in range(TIMES + 2))
    ordinary = {text: _usual(engines.our_page, text) for text in ORDINARY}
    return {"pages": pages, "computing": computing, "worst": worst, "ordinary": ordinary}


def stock_speed():
    """Seconds of Wagtail's own search for a few ordinary queries; None beyond the limit."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX IF EXISTS search_title_body_gin")  # ours: Wagtail's migrations have none
    return {"ordinary": {text: _usual(engines.stock_query, text) for text in ORDINARY}}


def _usual(measure, text):
    """The median of several times; what is long is done once."""
    first = engines.within(MOST_SECONDS, measure, text)
    if first is None or first > 1:
        return first
    return median([first, *(measure(text) for _time in range(TIMES - 1))])


def publication():
    """Seconds of a publication, and what it put in the index (list of [model, key] each time)."""
    seconds, indexed = [], []
    page = ArticlePage.objects.live().order_by("pk").last()
    for time_ in range(TIMES + 2):
        page.title = f"{page.title.partition(' (')[0]} ({time_})"
        start = time.perf_counter()
        with counted_indexing() as calls:
            page.save_revision().publish()
        seconds.append(time.perf_counter() - start)
        indexed.append(calls)
    return {"seconds": median(seconds), "indexed": indexed, "key": page.pk}


def size():
    """How many contents are published, and the mean number of words of their texts."""
    return {"contents": ContentPage.objects.published().count()}


TASKS = {
    "relevance": partial(relevance, engines.our_answers),
    "stock-relevance": partial(relevance, engines.stock_answers),
    "parity": parity,
    "speed": speed,
    "stock-speed": stock_speed,
    "publication": publication,
    "size": size,
}


def main():
    task, *arguments = sys.argv[1:]
    if task == "load":
        load(int(arguments[0]))
    elif task == "load-events":
        load_events(int(arguments[0]), only_followed="followed" in arguments)
    elif task == "agenda":
        answer_questions()
    else:
        Path(arguments[0]).write_text(json.dumps(TASKS[task]()), encoding="utf-8")


if __name__ == "__main__":
    main()
