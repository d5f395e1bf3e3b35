"""Codes that one can say on the telephone, and that nobody guesses."""

import math

import pytest

from contributions.codes import WORDS_OF_A_CODE, code_hash, code_of, words
from core.french import fold


def test_there_are_enough_words_and_none_is_taken_for_another():
    assert len(words()) >= 2048 and WORDS_OF_A_CODE * math.log2(len(words())) >= 66
    assert len({fold(word)[:4] for word in words()}) == len(words())


def test_a_form_gives_one_code_and_another_form_another():
    codes = {code_of("secret", f"form {number}") for number in range(200)}
    assert len(codes) == 200
    assert code_of("secret", "form 1") in codes and code_of("other", "form 1") not in codes
    assert {word for code in codes for word in code.split()} <= set(words())
    # 1,200 draws of 2,048 words: some 900 of them come out.
    assert len({word for code in codes for word in code.split()}) > 800


CODE = "abeille éléphant écureuil école éduquer écouter"


@pytest.mark.parametrize(
    "typed",
    [
        CODE.upper(),
        "abeille elephant ecureuil ecole eduquer ecouter",
        "  abeille, éléphant, écureuil,\nécole – éduquer\técouter. ",
        "abeille-éléphant-écureuil-école-éduquer-écouter",
        "e\u0301".join(CODE.split("é")),
    ],
)
def test_however_one_types_it_it_is_the_same_code(typed):
    assert code_hash(typed) == code_hash(CODE) != ""


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abeille",
        "éléphant abeille école",
        f"{CODE} encore",
        "six mots qui ne sont pas",
        "\x00" * 50,
        "a" * 100_000,
        "' OR 1=1 --",
    ],
)
def test_what_cannot_be_a_code_costs_nothing(typed, monkeypatch):
    monkeypatch.setattr("contributions.codes.hashlib.scrypt", None)
    assert code_hash(typed) == ""


def test_the_order_of_the_words_counts():
    assert code_hash(" ".join(reversed(CODE.split()))) not in {"", code_hash(CODE)}
