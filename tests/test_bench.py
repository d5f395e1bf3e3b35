"""What `make bench` counts, generates and says; the figures themselves take an hour and two databases."""

import os
import subprocess
import sys
from datetime import date
from itertools import islice

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from agenda.models import CalendarEntry, EventPage, Occurrence
from agenda.rewriting import rewrite
from core.models import ContentPage
from demo.pages import KINDS
from tools.audit.report import Table
from tools.bench import answers_tables, times_tables
from tools.bench.agenda_pages import addresses, ask, publish_something, size
from tools.bench.agenda_sites import ALONE, CALENDAR, FEW, MANY, MONTH, PAGES, PUBLISH, SIZE, in_turn
from tools.bench.agenda_table import agenda_table
from tools.bench.asked import ASKED, asked_queries
from tools.bench.contents import BLOCK, IN_TITLE, generate
from tools.bench.documents import document, with_section
from tools.bench.engines import our_answers, our_page
from tools.bench.events import BLOCK as BLOCK_OF_EVENTS
from tools.bench.events import FOLLOWED, RHYTHMS, generate_events, generate_organisers
from tools.bench.events_loading import load_events
from tools.bench.judged import judged_queries
from tools.bench.limits import Engine
from tools.bench.load import Load, read
from tools.bench.loading import MODELS, load
from tools.bench.measures import first_is_best, median, ndcg, quantile
from tools.bench.people import PEOPLE, spellings
from tools.bench.prose import EVERYWHERE
from tools.bench.readers.tables import cold_table, hot_table, search_table
from tools.bench.subjects import SORTS, SUBJECTS
from tools.example import ROOT

LOADED = 30


# --- Measures ---------------------------------------------------------------------------------


def test_the_best_order_is_worth_one_and_no_answer_nothing():
    judged = {"a": 3, "b": 2, "c": 1}
    assert ndcg(["a", "b", "c"], judged) == 1
    assert ndcg([], judged) == ndcg(["x", "y"], judged) == 0


def test_what_comes_late_is_worth_less():
    judged = {"a": 3, "b": 1}
    assert 1 > ndcg(["b", "a"], judged) > ndcg(["x", "b", "a"], judged) > ndcg(["x", "y", "b"], judged) > 0
    assert ndcg(["x"] * 10 + ["a"], judged) == 0, "nobody looks at the eleventh answer"


def test_ndcg_is_that_of_the_article():
    # 7 and 1, in the wrong order: (1 + 7 / log2(3)) / (7 + 1 / log2(3))
    assert ndcg(["b", "a"], {"a": 3, "b": 1}) == pytest.approx(5.41651 / 7.63093, abs=1e-5)


def test_the_first_answer_is_compared_with_the_best_there_is():
    assert first_is_best(["a"], {"a": 2, "b": 1})
    assert not first_is_best(["b", "a"], {"a": 2, "b": 1})
    assert not first_is_best([], {"a": 2})


def test_the_middle_of_several():
    assert median([3, 1, 2]) == 2
    assert median([4, 1, 2, 3]) == 2.5
    assert quantile(range(1, 101), 0.95) == 95
    assert quantile([7], 0.95) == 7


# --- Contents and queries ---------------------------------------------------------------------


def test_the_same_contents_come_each_time():
    assert list(generate(40)) == list(generate(40))
    assert next(islice(generate(2000), 7, None)) == list(generate(8))[7]


def test_each_subject_is_in_some_titles_and_nothing_is_everywhere_but_one_word():
    contents = list(generate(BLOCK))
    titled = {key for content in contents for key, worth in content.about.items() if worth == IN_TITLE}
    assert titled == {subject.key for subject in SUBJECTS}
    assert all(EVERYWHERE in content.paragraphs[-1] for content in contents)
    assert {content.kind for content in contents} == MODELS.keys()
    lengths = [sum(len(paragraph.split()) for paragraph in content.paragraphs) for content in contents]
    assert min(lengths) < 150 and max(lengths) > 1500


def test_people_come_in_all_spellings():
    written = set(spellings("éducateur"))
    assert {"éducateurs", "éducatrices", "éducateur·rices", "éducateur-rice-s", "éducateur(rice)s"} <= written
    assert all(spellings(name) for name in PEOPLE)


def test_queries_are_judged_by_pages_that_exist():
    published = {
        content["slug"]
        for _model, _index, contents, _kind in KINDS
        for content in contents
        if content.get("life", "published") == "published"
    }
    judged = judged_queries()
    assert len(judged) >= 60 and len({query.text for query in judged}) == len(judged)
    assert {query.sort for query in judged} == set(SORTS)
    for query in judged:
        assert query.grades and set(query.grades.values()) <= {1, 2, 3}, query.text
        unknown = {slug for slug in query.grades if not slug.startswith("banc-")} - published
        assert not unknown, query.text


def test_both_databases_are_asked_the_same_three_hundred():
    asked = asked_queries(200)
    assert len(asked) == len(set(asked)) == ASKED
    assert asked == asked_queries(200)


# --- The load ---------------------------------------------------------------------------------


@pytest.fixture
def loaded(db):
    load(LOADED)
    call_command("update_index", verbosity=0)


def test_what_is_loaded_is_found_by_its_title(loaded, client):
    for content in islice(generate(LOADED), 12):
        assert content.slug in our_answers(content.title), content.title
    assert len(our_answers(EVERYWHERE)) == 10
    assert our_page(EVERYWHERE) > 0
    page = client.get("/recherche/", {"q": EVERYWHERE}).content.decode()
    assert "<mark>" in page and "facet" in page, "what is timed has excerpts and facets"


def test_what_is_loaded_is_as_if_it_had_been_written(loaded, client):
    assert ContentPage.objects.published().count() == LOADED
    assert not any(Page.find_problems())
    for model, _parent in MODELS.values():
        page = model.objects.live().first()
        before = (page.kind_label, page.when_label, page.first_year, page.last_year, page.reading_minutes)
        assert client.get(page.url).status_code == 200
        page.save()
        assert before == (page.kind_label, page.when_label, page.first_year, page.last_year, page.reading_minutes)


def test_a_page_may_be_added_after_the_load(loaded):
    model, parent = MODELS["article"]
    parent.objects.get().add_child(instance=model(title="La suivante", summary="Après les autres."))
    assert not any(Page.find_problems())


# --- What is said -----------------------------------------------------------------------------

OURS, STOCK = Engine("ours", "SQLite"), Engine("stock", "SQLite")


def test_a_stock_engine_that_answers_better_is_told():
    best = {query.text: sorted(query.grades, key=query.grades.get, reverse=True) for query in judged_queries()}
    nothing = dict.fromkeys(best, ())
    found = {OURS: {"found": nothing, "errors": []}, STOCK: {"found": best, "errors": []}}
    assert all(table.faults for table in answers_tables.relevance_tables(found, 100))
    found = {OURS: {"found": best, "errors": []}, STOCK: {"found": nothing, "errors": ["x"]}}
    in_all, by_sort = answers_tables.relevance_tables(found, 100)
    assert not in_all.faults and not by_sort.faults and not by_sort.remarks
    assert "| Nébuleuses, SQLite | 1,000 | 100\xa0% | 0 | 0 |" in in_all.text()


def test_a_content_found_on_one_database_alone_is_told():
    said = {"found": ["a", "b"], "read": "", "proposed": "", "lacks": False}
    assert not answers_tables.parity_table({"SQLite": {"x": said}, "PostgreSQL": {"x": said}}, 9).faults
    table = answers_tables.parity_table({"SQLite": {"x": said}, "PostgreSQL": {"x": said | {"found": ["a"]}}}, 9)
    assert table.faults == ["x\xa0: 1 sur SQLite seul (b)"]


def test_a_slow_page_is_told_at_the_larger_size_only():
    fast = {"pages": {"a": 0.03, "b": 0.04}, "computing": 0.02, "worst": 0.1}
    slow = {"pages": {"a": 0.09, "b": 0.1}, "computing": 0.05, "worst": 0.6}
    assert not times_tables.pages_table({"SQLite": {2000: slow, 20000: fast}}).faults
    assert len(times_tables.pages_table({"SQLite": {2000: fast, 20000: slow}}).faults) == 2


def test_what_was_stopped_is_said_to_be_longer():
    table = times_tables.stock_table({"SQLite": {"a": 0.1, "b": 0.1}}, {"SQLite": {"a": None, "b": 0.05}}, 20000)
    assert table.rows[0] == ["a", "100\xa0ms", "> 30\xa0s", "> × 300,0"]
    assert table.rows[1] == ["b", "100\xa0ms", "50\xa0ms", "× 0,5"]
    assert not table.faults
    assert times_tables.stock_table({"SQLite": {"a": 0.1}}, {"SQLite": {"a": 0.05}}, 20000).faults


def test_a_publication_that_indexes_another_page_is_told():
    alone = {"seconds": 0.05, "indexed": [[["ArticlePage", 7], ["ArticlePage", 7]]], "key": 7}
    others = alone | {"indexed": [[["ArticlePage", 7], ["EventPage", 8]]]}
    assert not times_tables.publication_table({"SQLite": {2000: alone}}).faults
    assert times_tables.publication_table({"SQLite": {2000: others}}).faults


def test_a_long_indexing_is_told_of_ours_only():
    assert times_tables.indexing_table({(OURS, 20000): 200.0, (STOCK, 20000): 20.0}).faults
    assert not times_tables.indexing_table({(OURS, 20000): 100.0, (STOCK, 20000): 400.0}).faults


# --- The agenda -------------------------------------------------------------------------------

TODAY = date(2026, 11, 21)


def test_the_same_events_come_each_time():
    assert list(generate_events(30, TODAY)) == list(generate_events(30, TODAY))
    assert next(islice(generate_events(900, TODAY), 7, None)) == list(generate_events(8, TODAY))[7]
    assert len(list(generate_organisers(100))) == 5


def test_events_are_of_all_rhythms():
    events = list(generate_events(BLOCK_OF_EVENTS, TODAY))
    repeated = [event for event in events if event.said.get("repeats")]
    assert len(repeated) == sum(RHYTHMS[name] for name in ("weekly", "fortnightly", "monthly", "course"))
    assert sum("added_dates" in event.said for event in events) == RHYTHMS["seminar"]
    assert sum("end_date" in event.said for event in events) == RHYTHMS["long"]
    changed = {block["type"] for event in generate_events(200, TODAY) for block in event.said.get("exceptions", [])}
    assert changed == {"cancelled", "moved", "noted", "pause"}
    assert {event.said.get("state") for event in generate_events(400, TODAY)} == {None, "cancelled", "postponed"}


def test_what_a_calendar_follows_has_a_date_to_come():
    events = list(generate_events(60, TODAY, followed=20))
    followed = [event for event in events if FOLLOWED in event.themes]
    assert len(followed) == 20 and all(event.last_day > TODAY for event in followed)


@pytest.fixture
def agenda(db):
    load_events(BLOCK_OF_EVENTS)


def test_dates_are_loaded_as_a_publication_writes_them(agenda):
    assert EventPage.objects.live().count() == BLOCK_OF_EVENTS
    assert 30 < Occurrence.objects.count() / BLOCK_OF_EVENTS < 50
    assert not any(Page.find_problems())
    before = set(Occurrence.objects.values_list("pk", flat=True))
    versions = set(CalendarEntry.objects.values_list("uid", "sequence", "changed_at"))
    for page in EventPage.objects.all():
        assert page.publication_errors().keys() <= {"place"}, "tests have no gazetteer"
        rewrite(page)
    assert before == set(Occurrence.objects.values_list("pk", flat=True))
    assert versions == set(CalendarEntry.objects.values_list("uid", "sequence", "changed_at"))


def test_each_address_of_the_agenda_is_asked(agenda):
    followed = Page.objects.filter(contentpage__themes__slug=FOLLOWED).count()
    for name, address in addresses(timezone.localdate()).items():
        said = ask(address)
        assert said["seconds"] > 0 and said["computing"] > 0 and said["queries"] > 0
        assert said["sent"] == (followed if name == CALENDAR else 0)
    assert size() == {"events": BLOCK_OF_EVENTS, "dates": Occurrence.objects.count()}
    assert publish_something() == 1


def test_what_is_followed_is_loaded_alone(db):
    load_events(BLOCK_OF_EVENTS, only_followed=True)
    today = timezone.localdate()
    to_come = sum(event.last_day > today for event in generate_events(BLOCK_OF_EVENTS, today))
    assert 0 < EventPage.objects.count() == to_come < BLOCK_OF_EVENTS


def test_sites_are_asked_in_turn():
    asked = []

    def site(name):
        return lambda question: asked.append((name, question)) or {"queries": 1}

    said = in_turn({name: site(name) for name in (FEW, ALONE, MANY)}, times=6)
    assert [len(answers) for answers in said[MANY][MONTH]] == [6, 2], "two readers come after a publication"
    assert said[ALONE].keys() == {SIZE, CALENDAR}, "only a calendar is compared with it"
    months = [name for name, question in asked if question == MONTH]
    assert months[:6] == [FEW, MANY] * 3
    assert sum(question == PUBLISH for _name, question in asked) == 2 * (2 * len(PAGES) + 3)


def agendas(seconds=0.06, queries=11, sent=500):
    """What three sites would say, the large one in as many `seconds` and `queries`."""

    def answers(seconds, queries=11, sent=0):
        one = {"seconds": seconds, "computing": 0.02, "queries": queries, "sent": sent}
        return [one] * 3, [one | {"queries": queries + 3}]

    few = {SIZE: {"events": 119, "dates": 4300}, CALENDAR: answers(0.02, sent=100)}
    alone = {SIZE: {"events": 519, "dates": 23000}, CALENDAR: answers(0.05, sent=500)}
    many = {SIZE: {"events": 5019, "dates": 203000}, CALENDAR: answers(0.06, sent=sent)}
    few |= {asked: answers(0.05) for asked in PAGES}
    many |= {asked: answers(0.05) for asked in PAGES} | {MONTH: answers(seconds, queries)}
    return {"SQLite": {FEW: few, ALONE: alone, MANY: many}}


def test_an_agenda_that_grows_slower_is_told():
    table = agenda_table(agendas(), 100, 5000)
    assert not table.faults and len(table.rows) == 2 * len(PAGES) + 3
    assert "| SQLite | le mois | 5\u202f019 | 203\u202f000 | 11 | 60\xa0ms | 20\xa0ms | × 1,2 |" in table.text()
    assert table.remarks == [
        "SQLite\xa0: l’agenda suivi de 500 rendez-vous prend 3,0 fois la durée de celui de 100 dans le petit site, "
        "et 0,6 fois par rendez-vous envoyé"
    ]
    table = agenda_table(agendas(seconds=0.08), 100, 5000)
    assert table.faults == ["SQLite, le mois\xa0: × 1,60, de 50\xa0ms à 80\xa0ms"]
    table = agenda_table(agendas(queries=13), 100, 5000)
    assert table.faults == ["SQLite, le mois\xa0: 13 requêtes", "SQLite, le mois\xa0: 11 requêtes, puis 13"]


def test_one_section_is_written_again_and_the_others_left():
    held, missed = Table("Parité", "Pareil.", []), Table("L’agenda", "Vite.", [], faults=["lent"])
    written = document([held], "21/11/2026")
    assert "L’agenda" not in written.partition("## ")[2]
    added = with_section(written, missed)
    assert added == document([held, missed], "21/11/2026")
    assert added.endswith("- Parité\xa0: tenu\n- L’agenda\xa0: non tenu (lent)\n")
    last = Table("Publier", "Une.", [])
    text = with_section(document([held, missed, last], "21/11/2026"), Table("L’agenda", "Vite.", []))
    assert text == document([held, Table("L’agenda", "Vite.", []), last], "21/11/2026")


# --- Readers by the thousand ------------------------------------------------------------------

WRK = """Running 6s test @ http://127.0.0.1:49841
  Latency Distribution
     50%  326.55us
     75%  486.51ms
     99%    1.04s\x20
  129 requests in 6.07s, 1.55MB read
{faults}Requests/sec:     21.27
"""


@pytest.mark.parametrize(
    ("faults", "errors"),
    [
        ("", 0),
        ("  Non-2xx or 3xx responses: 12\n", 12),
        ("  Socket errors: connect 1, read 2, write 0, timeout 4\n  Non-2xx or 3xx responses: 3\n", 10),
    ],
)
def test_what_wrk_says_is_understood(faults, errors):
    assert read(WRK.format(faults=faults)) == Load(21.27, pytest.approx(0.32655), pytest.approx(1040), errors)


def test_a_load_that_did_not_take_place_is_an_error():
    with pytest.raises(ValueError, match="unable to connect"):
        read("unable to connect to 127.0.0.1:1 Connection refused")


def test_growth_queries_and_errors_are_faults():
    page = {"ms": 10, "ready": 5, "first": 20, "queries": 4, "address": "/"}
    found = {"SQLite": {1000: {"accueil": page, "flux": page}, 100_000: {"accueil": page | {"ms": 14}, "flux": page}}}
    found["SQLite"][100_000]["flux"] = page | {"queries": 6}
    assert cold_table(found).faults == ["SQLite, accueil\u00a0: × 1,40", "SQLite, flux\u00a0: 6 requêtes"]


def test_the_hot_page_is_judged_beside_nginx():
    front, own = Load(1000, 1, 2, 0), Load(390, 1, 2, 0)
    behind = Load(850, 1, 2, 0)
    assert hot_table({"SQLite": {8: [(front, own, behind)]}}).faults == ["SQLite\u00a0: 0,39 de nginx"]
    good = (front, Load(410, 1, 2, 0), behind)
    assert not hot_table({"SQLite": {8: [good], 32: [(front, own, own)]}}).faults
    busy = (Load(100, 1, 2, 0), Load(39, 1, 2, 0), Load(85, 1, 2, 0))
    assert not hot_table({"SQLite": {8: [good, busy, good]}}).faults
    assert hot_table({"SQLite": {8: [(*good[:2], own)]}}).faults == ["SQLite, derrière\u00a0: 0,39"]


def test_a_slow_search_is_a_fault():
    said = {"median": 151, "most": 200, "worst": 300, "everywhere": 900, "after": 1001}
    faults = search_table({"SQLite": {1000: said}}).faults
    assert faults == ["SQLite, 1\u202f000\u00a0: médiane de 151\u00a0ms", "SQLite, 1\u202f000\u00a0: 1001\u00a0ms"]


def test_the_peer_is_a_site_of_its_own(tmp_path):
    """Wagtail's template and tutorial, filled as ours is: each of its pages answers."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tools.bench.peer.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'peer.sqlite3'}",
        "MEDIA_ROOT": str(tmp_path),
        "SECRET_KEY": "peer",
    }
    subprocess.run([sys.executable, "-m", "tools.bench.peer.filling", "30"], cwd=ROOT, env=environment, check=True)
    asked = """
import django; django.setup()
from django.test import Client
for path in ("/", "/article/", "/article/?page=1", "/article/banc-00001/", "/nowhere/"):
    print(Client(SERVER_NAME="127.0.0.1").get(path).status_code)
"""
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["200", "200", "200", "200", "404"]
