"""The words of French: their place in the text, their stems, in a time that no text can stretch."""

import time
import unicodedata

import pytest

from core.french import fold, plain_words, readable, stem, stems, terms, tokens, whole

ADVERSARIAL = {
    "doublets without end": "aa·e" * 25_000,
    "dots": "aa." * 33_000,
    "one letter": "a" * 100_000,
    "one accented letter": "é" * 100_000,
    "brackets": "(" * 100_000,
    "brackets after letters": "aa(e" * 25_000,
    "elisions": "l'" * 50_000,
    "initials": "A." * 50_000,
    "marks over a letter": "a" + "\u0327\u0301" * 50_000,
    "line ends": "é" + "\n" * 100_000,
    "spaces and line ends": "é" + " \n" * 50_000,
    "cut doublets": "é·\n" * 33_000,
    "capitals": "aaE" * 33_000,
    "hyphens": "aa-e-s" * 16_000,
    "soft hyphens": "a\u00ad" * 50_000,
    "unseen": "\u200b" * 100_000,
    "apostrophes": "aa'e" * 25_000,
}


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_a_hundred_thousand_characters_take_less_than_a_second(text):
    started = time.process_time()
    stems(text)
    terms(text)
    assert time.process_time() - started < 2  # a second each


def test_tokens_of_some_stems_are_the_same_ones():
    text = "Les éducateur·trice·s d’une recherche-action ; la recherche des éducatrices, l’action des autres."
    some = {"recherch", "action", "educateur"}
    assert list(tokens(text, among=some)) == [token for token in tokens(text) if token.stem in some]
    assert list(tokens(text, among={"recherch"})) == [token for token in tokens(text) if token.stem == "recherch"]
    assert list(tokens(text, among={"potager"})) == []


def test_tokens_say_where_they_are():
    text = "L’accueil des salarié·e·s"
    assert [(text[token.start : token.end], token.base) for token in tokens(text)] == [
        ("accueil", "accueil"),
        ("des", "des"),
        ("salarié·e·s", "salarié"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("salarié·e·s", "salariées"),
        ("étudiant·e·x·s", "étudiantes"),
        ("étudiant_e_s", "étudiants"),
        ("auteurices", "autrices"),
        ("C.H.U.", "CHU"),
        ("entr’aide", "entraide"),
        ("prud’hommes", "prudhommes"),
        ("aujourd'hui", "aujourd’hui"),
        (unicodedata.normalize("NFD", "éducatrice"), "educateur"),
        ("oﬃciel", "officielle"),
        ("tra\u00advail", "travaux"),
        ("salarié·\n  e·s", "salariés"),
        ("salarié\n·e·s", "salariés"),
    ],
)
def test_one_word_in_two_spellings(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CHR", "CHRS"),
        ("formation", "formateur"),
        ("département", "départ"),
        ("usage", "usager"),
        ("parler", "parlement"),
    ],
)
def test_two_words_are_two(one, other):
    assert stem(one) != stem(other)


def test_what_is_asked_leaves_out_stop_words_unless_there_is_nothing_else():
    assert terms("l’accueil de la rue, de la rue") == [("accueil",), ("rue",)]
    assert terms("toutes et tous") == [("tout",)]
    assert terms("et de la") == [("et",), ("de",), ("la",)]
    assert terms("cogestion") == [("cogestion", "co gestion")]
    assert terms("co-gestion") == [("co gestion", "cogestion")]
    assert terms("") == []


def test_other_scripts_are_words_that_every_database_reads():
    assert stems("قانون").isascii()
    assert stems("قانون") != stems("عمل")


def test_what_is_read_keeps_its_letters():
    assert readable("L’e\u0301te\u0301 de l’eﬀort\u200b") == "L’été de l’effort"
    assert whole("un·e\nautre") == "un·e\nautre"
    assert plain_words("Les éducateur·trice·s d’été") == ["les", "educateur", "ete"]
    assert fold("L’Œuvre à Saint-Étienne") == "l oeuvre a saint etienne"
