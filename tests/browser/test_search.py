"""The search in a browser: suggestions as one types, facets without a reload."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.once]


@pytest.fixture
def search(open_example):
    page = open_example()
    page.faults = []
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.goto("/recherche/")
    yield page
    assert page.faults == []


def options(page):
    return page.get_by_role("listbox", name="Propositions").get_by_role("option")


def test_suggestions_are_read_and_chosen_with_the_keyboard(search):
    field = search.locator("#filter-q")
    field.press_sequentially("praxis")
    expect(options(search).first).to_contain_text("L’atelier des praxis sociales")
    expect(search.locator(".field-words [role=status]")).to_have_text(re.compile("proposition"))
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "suggestion-0")
    field.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", "suggestion-0")
    field.press("ArrowDown")
    field.press("Enter")
    expect(search).to_have_url(re.compile("/initiatives/"))


def test_escape_closes_the_suggestions_and_keeps_the_words(search):
    field = search.locator("#filter-q")
    field.press_sequentially("travail")
    expect(options(search).first).to_be_visible()
    field.press("Escape")
    expect(options(search)).to_have_count(0)
    expect(field).to_have_value("travail")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_suggestion_is_chosen_with_a_finger(search):
    search.locator("#filter-q").press_sequentially("travail soc")
    options(search).filter(has_text="Travail social").first.click()
    expect(search).to_have_url(re.compile("/themes/travail-social/"))


def test_enter_searches_the_words_as_they_are(search):
    search.locator("#filter-q").press_sequentially("praxis")
    expect(options(search).first).to_be_visible()
    search.locator("#filter-q").press("Enter")
    expect(search).to_have_url(re.compile(r"\?q=praxis$"))
    expect(search.locator(".results mark").first).to_have_text("praxis")


def test_facets_narrow_without_a_reload_and_keep_the_focus(search):
    search.goto("/recherche/?q=soin")
    before = search.locator("#resultats").inner_text()
    box = search.get_by_role("checkbox", name=re.compile("^Initiative"))
    box.check()
    expect(search).to_have_url(re.compile("type=initiative"))
    expect(search.locator("#resultats")).not_to_have_text(before)
    expect(search.locator("#type-initiative")).to_be_focused()
    expect(search.locator("#type-initiative")).to_be_checked()
    search.get_by_role("link", name=re.compile("Retirer le filtre Sorte")).click()
    expect(search.locator("#resultats")).to_have_text(before)
