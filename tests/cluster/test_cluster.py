"""Nodes are killed under load: readers do not see it, what was promised is there, sessions go on."""

import json
import random
import time
from types import SimpleNamespace

import pytest

from tests.cluster.publishing import Publication
from tests.cluster.reading import Reader, SignedIn
from tests.cluster.writing import Author, Stranger, lost, written
from tools.outages.people import Visitor
from tools.waiting import within

#: The cluster is on a copy of the suite’s database, which is made for tests that ask it.
pytestmark = pytest.mark.django_db

READERS = 6
#: Of requests, what may be an error.
BOUND = 0.001
#: Below, a thousandth would mean nothing.
LEAST = 3_000
#: Seconds in which what is published is seen everywhere.
SEEN = 1.0
#: Seconds of load around each thing that dies; longer than nginx leaves alone a node that failed.
BETWEEN = 2.5
_PARENT = "from articles.models import ArticleIndexPage as I; said = I.objects.get().pk"
_PAGE = "from articles.models import ArticlePage as A; said = A.objects.get(slug={!r}).pk"
_PICTURES = """
from tests.factories import make_article, make_image, png
for number in range(6):
    make_article(f"Une photo, {number}", image=make_image(content=png(1600, 1000)))
"""
_TASKS = """
import json
from django.db.models import Count
from django_tasks_db.models import DBTaskResult
said = json.dumps(dict(DBTaskResult.objects.values_list("status").annotate(Count("pk"))))
"""
_MINUTES_AGO = """
from datetime import timedelta
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
DBTaskResult.objects.filter(status="RUNNING").update(started_at=timezone.now() - timedelta(minutes=16))
"""


def tasks(cluster):
    """How many tasks there are in each state (dict)."""
    return json.loads(cluster.writes(_TASKS))


def member(cluster, name):
    """Somebody (Visitor) who came in through nginx."""
    visitor = Visitor(cluster.address)
    assert visitor.sign_in(name).headers["location"] == "/admin/"
    return visitor


def kill_and_start_again(part):
    part.kill()
    time.sleep(BETWEEN)
    part.start()
    part.wait(60)
    time.sleep(BETWEEN)


def kill_in_the_middle_of_a_task(cluster):
    """The worker of tasks dies while it does one; another takes its place."""

    def is_at_work():
        cluster.tasks.freeze()
        if tasks(cluster).get("RUNNING"):
            return True
        cluster.tasks.thaw()
        return False

    cluster.writes(_PICTURES)
    assert within(30, is_at_work, every=0.05)
    cluster.tasks.kill()
    cluster.tasks.start()


@pytest.fixture(scope="module")
def outcome(cluster):
    """What everybody got and was promised, while each part of the cluster died in its turn."""
    staying = SignedIn(member(cluster, "sacha"))
    author = Author(member(cluster, "camille"), cluster.writes(_PARENT))
    stranger, readers = Stranger(cluster.address), [Reader(cluster.address) for _reader in range(READERS)]
    people = [*readers, staying, author, stranger]
    for one in people:
        one.start()
    time.sleep(BETWEEN)
    for node in cluster.nodes:
        kill_and_start_again(node)
    cluster.nodes[0].kill_worker()
    kill_in_the_middle_of_a_task(cluster)
    within(60, lambda: sum(reader.asked for reader in readers) > LEAST)
    for one in people:
        one.stop()
    found = SimpleNamespace(readers=readers, staying=staying, author=author, stranger=stranger)
    found.asked = sum(reader.asked for reader in readers)
    found.errors = [error for reader in readers for error in reader.errors]
    print(
        f"\n{found.asked} pages, {len(found.errors)} errors, slowest {max(one.slowest for one in readers):.2f} s; "
        f"{staying.asked} screens, {author.promised} saves and {len(stranger.promised)} texts promised"
    )
    return found


def test_of_a_thousand_readers_not_one_sees_a_node_die(outcome):
    assert outcome.asked >= LEAST
    assert len(outcome.errors) < BOUND * outcome.asked, outcome.errors


def test_who_is_signed_in_stays_so(outcome):
    assert outcome.staying.asked > 30
    assert outcome.staying.errors == []


def test_what_was_promised_is_written(cluster, outcome):
    """What was on its way when a node died was promised to nobody, and may be there or not: who sent it reads so."""
    drafts, texts = written(cluster)
    assert outcome.author.promised > 10 and len(outcome.stranger.promised) > 10
    assert lost(outcome.author, drafts) == []
    assert set(outcome.stranger.promised) <= set(texts)
    assert len(texts) == len(set(texts)), "something came twice"
    assert outcome.author.errors == [] and outcome.stranger.errors == []


def test_the_tasks_are_done_in_the_end(cluster, outcome):
    """That of the worker that was killed too: the sweep gives it to the next, a quarter of an hour later."""
    left = {"RUNNING": 1}  # what the dead worker was doing; the one that came after does all the others
    assert within(60, lambda: tasks(cluster) | {"SUCCESSFUL": 0} == left | {"SUCCESSFUL": 0})
    cluster.writes(_MINUTES_AGO)
    cluster.writes("from core.background.sweeping import sweep; said = sweep().again")
    assert within(30, lambda: tasks(cluster).keys() == {"SUCCESSFUL"})


def test_what_one_node_publishes_is_seen_by_both_and_through_nginx_within_a_second(cluster):
    page = cluster.writes(_PAGE.format("un-texte-0"))
    one, two = cluster.nodes
    places = {"the first": (one.address, 1), "the second": (two.address, 1), "nginx": (cluster.address, 3)}
    for number, node in enumerate(cluster.nodes * 3):
        visitor = Visitor(node.address)
        visitor.sign_in("sacha")
        publication = Publication(visitor, f"/admin/pages/{page}/edit/", "un-texte-0")
        time.sleep(random.random())  # whatever the moment of the second
        after = publication.seen_after(f"Un autre titre, {number}", places, 1.3 * SEEN)
        print({name: [round(seconds, 2) for seconds in seen] for name, seen in after.items()})
        assert max(seconds for seen in after.values() for seconds in seen) < SEEN, after


def test_wrong_passwords_are_counted_by_both_nodes_together(cluster):
    said = ""
    for number in range(6):
        said = Visitor(cluster.nodes[number % 2].address).sign_in("camille", "faux").text
    assert "Trop d’essais" in said


def test_a_picture_that_one_machine_has_made_is_given_by_each(cluster):
    page = Visitor(cluster.address).get("/reflexions/un-texte-1/").text
    source = page.partition('srcset="')[2].partition('"')[0].split()[0]
    pictures = {Visitor(place).get(source).content for place in (cluster.address, *(n.address for n in cluster.nodes))}
    assert source.startswith("/media/") and len(pictures) == 1 and pictures.pop()[4:12] == b"ftypavif"
