"""What `make bench` counts, generates and says; the figures themselves take an hour and two databases."""

from itertools import islice

import pytest
from django.core.management import call_command
from wagtail.models import Page

from core.models import ContentPage
from demo.pages import KINDS
from tools.bench import answers_tables, times_tables
from tools.bench.asked import ASKED, asked_queries
from tools.bench.contents import BLOCK, IN_TITLE, generate
from tools.bench.engines import our_answers, our_page
from tools.bench.judged import judged_queries
from tools.bench.limits import Engine
from tools.bench.loading import MODELS, load
from tools.bench.measures import first_is_best, median, ndcg, quantile
from tools.bench.people import PEOPLE, spellings
from tools.bench.prose import EVERYWHERE
from tools.bench.subjects import SORTS, SUBJECTS

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
