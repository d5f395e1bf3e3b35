"""What `make audit` says of its figures; the figures themselves need Node, Java and a browser."""

from collections import Counter
from datetime import date

import pytest

from tools.audit import __main__ as audit
from tools.audit.first_view import View, faults_of
from tools.audit.lighthouse import mark
from tools.audit.report import Table, document, with_sections

SITE = "http://127.0.0.1:8000"


def test_what_is_missing_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name, **options: None)
    monkeypatch.setattr("sys.argv", ["audit", "nu", "axe"])
    with pytest.raises(SystemExit) as stop:
        audit.main()
    for name in ("Node.js", "npm", "Java", "Chromium"):
        assert name in str(stop.value)


def test_a_light_view_has_no_fault():
    asked = [f"{SITE}/{number}" for number in range(13)]
    view = View(asked, Counter(Document=20_000, Font=80_000, Image=90_000), early=[40_000, 20_000])
    assert (view.requests, view.total, view.code) == (11, 130_000, 20_000)
    assert list(faults_of(view, SITE)) == []


@pytest.mark.parametrize(
    ("asked", "weights", "fault"),
    [
        ([f"{SITE}/{number}" for number in range(13)], {}, "13 requêtes"),
        ([], {"Document": 30_000, "Script": 10_100}, "40,1 ko de HTML"),
        ([], {"Image": 150_100}, "150,1 ko en tout"),
        (["https://fonts.example.org/a.woff2"], {}, "tiers"),
        (["http://127.0.0.1:8001/"], {}, "tiers"),
    ],
)
def test_a_heavy_view_is_told(asked, weights, fault):
    assert [told for told in faults_of(View(asked, Counter(weights)), SITE) if fault in told]


def test_speed_is_a_median_and_the_rest_the_worst():
    runs = [
        {"categories": {"performance": {"score": speed}, "seo": {"score": seo}}}
        for speed, seo in [(0.9, 1), (0.99, 0.92), (0.97, 1)]
    ]
    assert (mark("performance", runs), mark("seo", runs)) == (97, 92)


def test_what_is_measured_apart_takes_the_place_of_its_section():
    first, last = Table("Un", "Rien.", ["n"], [[1]]), Table("Deux", "Rien.", ["n"], [[2]])
    text = document([first, last], {}, date(2026, 11, 21))
    again, new = Table("Un", "Rien.", ["n"], [[7]]), Table("Trois", "Rien.", ["n"], [[3]])
    text = with_sections(text, [again, new], date(2026, 11, 22))
    assert [part.split("\n")[0] for part in text.split("\n## ")[1:]] == ["Un", "Deux", "Trois"]
    assert "| 7 |" in text and "| 1 |" not in text and text.count("mesuré à part, le 22/11/2026") == 2


def test_a_measure_that_fails_is_a_fault_among_others(capsys):
    table = audit.told("axe", lambda: 1 / 0)
    assert table.faults == ["ZeroDivisionError\xa0: division by zero"]


def test_the_document_says_what_is_met_and_what_is_not():
    met = Table("Bien", "Aucune erreur.", ["pages"], [[3]])
    missed = Table("Moins bien", "Rien.", ["page"], [["a|b"]], faults=["trop\nlourd", "trop lent"])
    text = document([met, missed], {"Chromium": "156"}, date(2026, 11, 21))
    for words in ("21/11/2026", "Chromium 156", "**Tenu.**", "2\xa0écarts", "a\\|b", "- trop lourd"):
        assert words in text
