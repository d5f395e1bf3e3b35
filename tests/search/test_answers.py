"""What answers to words: all of them, else corrected, else most of them; phrases, exclusions, names."""

import time

import pytest

from tests.cards import titles_of
from tests.factories import make_article, make_place, make_resource, make_theme

pytestmark = pytest.mark.django_db


def answered(client, words, **parameters):
    response = client.get("/recherche/", {"q": words, **parameters})
    assert response.status_code == 200
    return response


def asked(client, words, **parameters):
    return answered(client, words, **parameters).context


def found(client, words, **parameters):
    return titles_of(answered(client, words, **parameters))


def body(*paragraphs):
    return [("text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))]


@pytest.fixture
def contents():
    make_article(
        "Carnet de bord", summary="Un foyer.", body=body("La lutte des éducatrices du foyer."), signature="Ana Ruiz"
    )
    make_article("Bord de mer", summary="Un carnet de voyage.", body=body("Rien de plus."), signature="Zoé Ortega-Ruiz")
    make_resource("Le foyer", summary="Un livre.", creators="Frantz Étienne")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("carnet", {"Carnet de bord", "Bord de mer"}),
        ("carnet lutte", {"Carnet de bord"}),
        ('"carnet de bord"', {"Carnet de bord"}),
        ("« carnet de bord »", {"Carnet de bord"}),
        ('"bord de carnet"', set()),
        ("carnet -lutte", {"Bord de mer"}),
        ("carnet -luttes", {"Bord de mer"}),
        ('carnet -"carnet de voyage"', {"Carnet de bord"}),
        ("-carnet", {"Le foyer"}),
        ("auteur:ruiz", {"Carnet de bord", "Bord de mer"}),
        ("auteur:ana foyer", {"Carnet de bord"}),
        ('autrice:"Ana Ruiz"', {"Carnet de bord"}),
        ("auteur:etienne", {"Le foyer"}),
        ("auteur:personne", set()),
        ("foyer auteur:ruiz -lutte", set()),
        ("foyer - lutte", {"Carnet de bord"}),
        ("auteur: ", set()),
    ],
)
def test_what_is_typed_is_understood(client, contents, words, titles):
    assert set(found(client, words)) == titles


def test_most_of_the_words_are_better_than_nothing_and_it_is_said(client, contents):
    context = asked(client, "carnet lutte xylophone")
    assert [content.title for content in context["contents"]] == ["Carnet de bord"]
    assert context["filter"].answers.lacks
    assert "Aucune page n’a tous ces mots" in client.get("/recherche/?q=carnet+lutte+xylophone").content.decode()


@pytest.mark.parametrize("typed", ["éduactrices", "educatrice", "educatrces", "éducatricess", "aducatrices"])
def test_one_typing_error_is_corrected(client, contents, typed):
    assert found(client, typed) == ["Carnet de bord"]


def test_a_correction_says_what_it_answers_to(client, contents):
    answers = asked(client, "carnet de bordd")["filter"].answers
    assert (answers.read, answers.lacks) == ("carnet de bord", False)
    page = client.get("/recherche/?q=carnet+de+bordd").content.decode()
    assert "Rien pour «&nbsp;carnet de bordd&nbsp;»" in page


def test_drafts_teach_no_words(client):
    make_article("Un xylophoniste", publish=False)
    assert asked(client, "xilophoniste")["filter"].answers.read == ""


def test_another_spelling_is_proposed_where_little_is_found(client, contents):
    make_article("Une lute de bois")
    make_article("La lutte A")
    for number in range(3):
        make_article(f"Le potager {number}")
    assert found(client, "lute") == ["Une lute de bois"]


def test_a_whole_title_comes_before_a_longer_one_and_words_in_a_row_before_words_apart(client):
    make_article("Faire lien et prendre soin, la suite")
    make_article("Faire lien et prendre soin")
    make_article("Autre", summary="Prendre du temps, faire du soin, un lien.")
    assert found(client, "faire lien prendre soin")[0] == "Faire lien et prendre soin"
    assert found(client, "faire lien prendre soin")[-1] == "Autre"


def test_the_last_published_wins_a_tie(client):
    for title in ("Potager neuf", "Potager dix"):
        make_article(title, summary="Le même.")
    assert found(client, "potager") == ["Potager dix", "Potager neuf"]


def test_the_order_of_dates_can_be_asked(client):
    make_article("Potager, potager", summary="Un potager.")
    make_article("Autre", summary="Un potager.")
    assert found(client, "potager") == ["Potager, potager", "Autre"]
    assert found(client, "potager", tri="recent") == ["Autre", "Potager, potager"]


HOSTILE = [
    "",
    "   ",
    "\u00a0\u202f",
    "a" * 10_000,
    "mot " * 5_000,
    "\0",
    "pota\0ger",
    '"',
    '"""',
    "«",
    "'",
    "’",
    "NEAR(",
    "NEAR(a b, 3)",
    "a AND",
    "OR NOT",
    "*",
    "potager*",
    "potager ʼ",
    'potager "ʼ"',
    ",".join(f"mot{number}" for number in range(60)),
    "^potager",
    "title:potager",
    "{title} : x",
    ":",
    "-",
    "--",
    '-"',
    "auteur:",
    'auteur:"',
    "%",
    "100%",
    "_",
    "\\",
    "\\'",
    "a\\",
    "a & b | !c <-> d",
    "<script>alert(1)</script>",
    "🎉",
    "🎉🎉 potager",
    "قانون العمل",
    "\u202eregatop",
    "e\u0301" * 3_000,
    "(" * 500,
    "é·\n" * 100,
    ";DROP TABLE core_contentpage;--",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_gets_a_page(client, contents, typed):
    for address in ("/recherche/", "/recherche.xml", "/recherche.json"):
        assert client.get(address, {"q": typed}).status_code == 200


def test_a_query_is_cut_and_not_refused(client, contents):
    assert found(client, "carnet " * 11 + "lutte " + "xylophone " * 9) == ["Carnet de bord"]


def test_commas_do_not_make_more_words(client, contents, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        client.get("/recherche/", {"q": ",".join(f"mot{number}" for number in range(60))})


def test_a_word_repeated_without_end_costs_no_more(client):
    make_article("Un refrain", body=body("la " * 20_000))
    started = time.perf_counter()
    assert found(client, '"la"') == ["Un refrain"]
    assert time.perf_counter() - started < 3


def test_words_that_nobody_may_read_correct_nothing(client, contents):
    hidden = make_article("Kowalska")
    hidden.unpublish()
    page = client.get("/recherche/", {"q": "carnett -kovalska"}).content.decode()
    assert "kowalska" not in page.lower()


def test_no_phrase_goes_from_a_field_to_the_next(client):
    make_article("Maison des femmes", summary="En lutte pour la santé, pour tous")
    assert found(client, '"femmes en lutte"') == []
    assert found(client, '"tous en lutte"') == []


def test_a_place_or_a_theme_mistyped_is_corrected(client):
    make_article("Un lieu", place=make_place("Grenoble"), themes=[make_theme("Psychiatrie")])
    assert found(client, "Grenobel") == ["Un lieu"]
    assert found(client, "psichiatrie") == ["Un lieu"]


@pytest.mark.parametrize("text", ["Γλωσσολογικάκαιψυχολογικά", "働" * 20, "ж" * 64])
def test_words_of_other_scripts_are_indexed(client, text):
    make_article("Un texte", summary=f"Il dit {text}.")
    assert found(client, text) == ["Un texte"]
    assert found(client, "texte") == ["Un texte"]


@pytest.mark.parametrize(
    ("typed", "looser"),
    [
        ('"foyer lutte"', "foyer lutte"),
        ("carnet -bord", "carnet"),
        ("lutte auteur:personne", "lutte"),
        ("« foyer lutte » -mer", "foyer lutte"),
        ("xylophone", ""),
        ('"xylophone"', ""),
    ],
)
def test_a_looser_query_is_offered_where_it_has_answers(client, contents, typed, looser):
    assert asked(client, typed)["filter"].looser == looser
    page = client.get("/recherche/", {"q": typed}).content.decode()
    assert ("Chercher plus largement" in page) == bool(looser)
