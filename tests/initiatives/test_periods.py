"""Approximate years, as members write them."""

import pytest

from initiatives.periods import UnreadablePeriod, read_period, say_since


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1975", (1975, 1975)),
        ("vers 1975", (1975, 1975)),
        ("Vers\xa01975", (1975, 1975)),
        ("environ 1975", (1975, 1975)),
        ("1975 ?", (1975, 1975)),
        ("début 1975", (1975, 1975)),
        ("autour de 1975", (1975, 1975)),
        ("années 1970", (1970, 1979)),
        ("Années 1970", (1970, 1979)),
        ("les années 1970", (1970, 1979)),
        ("fin des années 1970", (1970, 1979)),
        ("annees 1970", (1970, 1979)),
        ("1974-1976", (1974, 1976)),
        ("1974–1976", (1974, 1976)),
        ("entre 1974 et 1976", (1974, 1976)),
        ("1974 ou 1975", (1974, 1975)),
        ("  2015  ", (2015, 2015)),
    ],
)
def test_years_that_people_write(text, years):
    assert read_period(text) == years


@pytest.mark.parametrize("text", ["", "autrefois", "75", "années 1975", "12/03/1975", "1976-1974", "30 000", "0999"])
def test_what_cannot_be_sorted_is_refused_in_french(text):
    with pytest.raises(UnreadablePeriod, match="Écrivez une année"):
        read_period(text)


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("1975", "depuis 1975"),
        ("vers 1975", "depuis 1975 environ"),
        ("années 1980", "depuis les années 1980"),
        ("les années 1980", "depuis les années 1980"),
        ("fin des années 1970", "fin des années 1970"),
        ("avant 1975", "avant 1975"),
        ("entre 1974 et 1976", "entre 1974 et 1976"),
    ],
)
def test_a_start_is_said_as_french_says_it(start, said):
    assert say_since(start) == said
