"""What is measured in the site's own process: python -m tools.bench.readers.inside <task>; the figures, in JSON.

« cold »: pages that nobody has read since something changed. « writing »: what members wait for. « searching »: what
readers who search wait for. « together »: twenty members save at once.
"""

import json
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from urllib.parse import urlsplit

import django

django.setup()
warnings.filterwarnings("ignore", message="No directory at")  # files of the design are a front server's

from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_tasks.signals import task_finished  # noqa: E402
from wagtail.models import Page  # noqa: E402

from articles.models import ArticleIndexPage, ArticlePage  # noqa: E402
from contributions.gestures import accept  # noqa: E402
from core.lists import PAGE_SIZE  # noqa: E402
from core.page_cache.changes import tell  # noqa: E402
from core.page_cache.front import PageCache  # noqa: E402
from members.groups import MODERATION  # noqa: E402
from members.models import Member  # noqa: E402
from tests.contributions.conftest import make_contribution  # noqa: E402
from tests.kills.editor import editing, filled, posted, somebody  # noqa: E402
from tools.bench.agenda_pages import counted_queries  # noqa: E402
from tools.bench.engines import our_page  # noqa: E402
from tools.bench.judged import judged_queries  # noqa: E402
from tools.bench.loading import MODELS  # noqa: E402
from tools.bench.measures import median  # noqa: E402
from tools.bench.prose import EVERYWHERE  # noqa: E402

#: Times each page is asked, of which the median is kept; publications, and drafts saved.
TIMES, WRITTEN = 15, 9
#: A page that shows no list.
BESIDE = "/charte/"
#: Members who save at once, and drafts that each saves.
MEMBERS, DRAFTS = 20, 5


def addresses():
    """What is asked (dict: name → address)."""
    today = timezone.localdate()
    asked = {"accueil": "/"}
    for kind, (model, parent) in MODELS.items():
        listing, contents = parent.objects.get().url, model.objects.published()
        asked[f"liste, {kind}"] = listing
        if kind != "event":
            asked[f"dernière page, {kind}"] = f"{listing}?page={-(-contents.count() // PAGE_SIZE)}"
        asked[f"contenu, {kind}"] = contents.filter(slug__startswith="banc-").order_by("pk").first().url
    return asked | {
        "mois": f"/agenda/{today:%Y/%m}/",
        "archives": "/agenda/archives/",
        "agenda.ics": "/agenda.ics",
        "flux": "/flux.xml",
        "recherche": "/recherche/?q=logement",
        "introuvable": "/nulle-part/",
    }


class Reader:
    """Somebody without a session; no page is kept for the next (a byte is too little), what surrounds pages is."""

    def __init__(self):
        tell()
        self._cache = PageCache(WSGIHandler(), 1)

    def everything_changes(self):
        """What readers share is read again by the next."""
        tell()
        self._cache.watch.look_now()

    def get_unready(self, address):
        """As `get`, of a page that shows what no other has shown: its cards are to be written, its neighbours found."""
        kept = self._cache._known._values
        for name in [name for name in kept if name == "neighbours" or name[0] == "cards"]:
            del kept[name]
        return self.get(address)

    def get(self, address):
        """Seconds of computing (float), queries and bytes (int) of one page. Raises AssertionError for an error."""
        said, parts = {}, urlsplit(address)
        environ = RequestFactory().get(parts.path).environ
        environ |= {"QUERY_STRING": parts.query, "HTTP_HOST": "127.0.0.1", "wsgi.input": BytesIO()}
        environ["HTTP_X_FORWARDED_PROTO"] = "https"
        with counted_queries() as queries:
            start = time.process_time()
            body = self._cache(environ, lambda status, headers, error=None: said.update(status=status[:3]))
            size = len(b"".join(body))
            seconds = time.process_time() - start
        if said["status"] not in {"200", "404"}:
            raise AssertionError(f"{address}: {said['status']}")
        return seconds, len(queries), size


def cold():
    """Of each page (dict), milliseconds of computing: after others of its list, which showed nothing that it shows;
    where they did (« ready »); as the first of all. And the queries of the first of its list, after another page.
    """
    reader, measured = Reader(), {}
    for name, address in addresses().items():
        reader.get(address)
        reader.everything_changes()
        first = reader.get(address)
        ready = [reader.get(address) for _time in range(TIMES)]
        answers = [reader.get_unready(address) for _time in range(TIMES)]
        reader.everything_changes()
        reader.get(BESIDE)
        _seconds, queries, _size = reader.get(address)
        measured[name] = {
            "ms": 1000 * median(seconds for seconds, *_said in answers),
            "ready": 1000 * median(seconds for seconds, *_said in ready),
            "first": 1000 * first[0],
            "queries": queries,
            "address": address,
        }
    return measured


def writing():
    """Milliseconds (dict) of a draft that is saved and of a publication, by the editor's own address.

    « aside » is the publication without what workers do of it, where there are any: pictures, index, references.
    """
    setup_test_environment()  # a Client tells its forms
    browser = somebody("banc", MODERATION)
    page = ArticlePage.objects.filter(slug__startswith="banc-").order_by("-pk").first()
    said = {"draft": [], "published": [], "aside": []}
    for button, seconds in (({}, said["draft"]), ({"action-publish": "1"}, said["published"])):
        for time_ in range(WRITTEN):
            data = filled(browser, editing(page), text=f"Texte {time_}") | button
            with _timed_tasks() as tasks:
                start = time.perf_counter()
                posted(browser, editing(page), data)
                seconds.append(time.perf_counter() - start)
            if button:
                said["aside"].append(seconds[-1] - sum(tasks))
    said["accepted"] = [_acceptance() for _time in range(WRITTEN)]
    return {name: 1000 * median(seconds) for name, seconds in said.items()}


@contextmanager
def _timed_tasks():
    """The seconds (list of float) of each task that is done meanwhile: here, by whoever asks for it."""
    seconds = []

    def count(sender, task_result, **kwargs):
        seconds.append((task_result.finished_at - task_result.started_at).total_seconds())

    task_finished.connect(count)
    try:
        yield seconds
    finally:
        task_finished.disconnect(count)


def _acceptance():
    """Seconds (float) of a contribution that a moderator accepts; its draft is deleted."""
    held = make_contribution(answers={"title": "Un lieu", "summary": "Un lieu où l’on passe."})
    member = Member.objects.filter(is_superuser=True).first()
    start = time.perf_counter()
    page = accept(held, member)
    seconds = time.perf_counter() - start
    Page.objects.get(pk=page.pk).delete()
    held.delete()
    return seconds


def searching():
    """Milliseconds (dict) of a page of results: judged queries, the word that is everywhere, after a publication."""
    setup_test_environment()
    texts = [judged.text for judged in judged_queries()]
    for text in texts[:5]:
        our_page(text)
    pages = sorted(median(our_page(text) for _time in range(3)) for text in texts)
    everywhere = median(our_page(EVERYWHERE) for _time in range(5))
    page, after = ArticlePage.objects.filter(slug__startswith="banc-").order_by("-pk").first(), []
    for _time in range(5):
        page.save_revision().publish()
        after.append(our_page(texts[0]))
    said = {"median": median(pages), "most": pages[len(pages) * 19 // 20], "worst": pages[-1]}
    said |= {"everywhere": everywhere, "after": median(after)}
    return {name: 1000 * seconds for name, seconds in said.items()}


def together():
    """What became of the drafts that MEMBERS save at the same time (dict): how many are kept, which errors."""
    setup_test_environment()
    parent, screens = ArticleIndexPage.objects.get(), []
    for number in range(MEMBERS):
        page = ArticlePage(title=f"Ensemble {number}", slug=f"ensemble-{time.time_ns()}", summary="…", live=False)
        parent.add_child(instance=page)
        browser = somebody(f"banc{number}", MODERATION)
        screens.append((page, browser, filled(browser, editing(page), text="Un brouillon")))
    seconds, errors = [], []

    def save(screen):
        page, browser, data = screen
        for draft in range(DRAFTS):
            start = time.perf_counter()
            answer = browser.post(editing(page), data | {"title": f"Version {draft}"})
            seconds.append(time.perf_counter() - start)
            errors.extend([] if answer.status_code == 302 else [f"{answer.status_code}"])
        connections.close_all()

    with ThreadPoolExecutor(MEMBERS) as members:
        list(members.map(save, screens))
    kept = sum(page.revisions.count() for page, *_rest in screens)
    for page, *_rest in screens:
        Page.objects.get(pk=page.pk).delete()
    return {"asked": len(seconds), "kept": kept, "errors": errors, "ms": 1000 * median(seconds)}


TASKS = {"cold": cold, "writing": writing, "searching": searching, "together": together}


if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]]()))
