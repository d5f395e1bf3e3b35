"""From a body to what is read: anchors, footnotes, reading time."""

import pytest

from core.blocks import BodyBlock
from core.reading import link_note_calls, reading_minutes, render_body


def body(*blocks):
    block = BodyBlock()
    return block.to_python([{"type": kind, "value": value} for kind, value in blocks])


def heading(text, level="h2"):
    return ("heading", {"text": text, "level": level})


def test_each_heading_has_an_anchor_of_its_own():
    rendered = render_body(body(heading("Et après ?"), heading("Et après ?", "h3"), heading("!!!")), {})
    assert [(h.anchor, h.level) for h in rendered.headings] == [("et-apres", 2), ("et-apres-2", 3), ("partie", 2)]
    for anchor in ("et-apres", "et-apres-2", "partie"):
        assert f'id="{anchor}"' in rendered.html


def test_a_call_leads_to_its_note_and_the_note_leads_back():
    rendered = render_body(
        body(("text", "<p>La loi [1], encore [1].</p>"), ("footnotes", {"notes": ["<p>Du 2 janvier 2002.</p>"]})), {}
    )
    assert rendered.html.count('href="#note-1"') == 2
    assert rendered.html.count('id="appel-1"') == 1
    assert 'id="note-1"' in rendered.html
    assert 'href="#appel-1"' in rendered.html


@pytest.mark.parametrize("text", ["<p>[2]</p>", "<p>[0]</p>", '<p><a href="/x[1]">x</a></p>', "<p>[a]</p>"])
def test_what_calls_no_note_is_left_as_written(text):
    assert link_note_calls(text, 1, set()) == text


def test_without_notes_brackets_stay_brackets():
    assert "[1]" in render_body(body(("text", "<p>Un tableau [1]</p>")), {}).html


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_reading_time_counts_words(words, minutes):
    assert reading_minutes(body(("text", f"<p>{'mot ' * words}</p>"))) == minutes


def test_what_was_typed_is_escaped():
    html = render_body(body(heading("<script>alert(1)</script>"), ("quotation", {"quotation": "<b>x</b>"})), {}).html
    assert "<script>" not in html
    assert "<b>x</b>" not in html


def test_a_heading_takes_no_anchor_of_the_page_around_it():
    assert render_body(body(heading("Contacts")), {}).headings[0].anchor == "contacts-2"


def test_a_note_that_nothing_calls_has_no_way_back():
    html = render_body(body(("text", "<p>Rien.</p>"), ("footnotes", {"notes": ["<p>Seule.</p>"]})), {}).html
    assert "Seule." in html
    assert "#appel-1" not in html
