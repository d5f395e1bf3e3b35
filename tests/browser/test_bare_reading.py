"""Without script, without style, in a text browser: everything reads, every form works."""

import re
import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from tests.browser.example_pages import LISTS, MEASURED, PAGES, named

pytestmark = pytest.mark.browser

KINDS = [*MEASURED, "initiatives", "agenda", "initiative", "appel, document", "rendez-vous", "ressource", "404"]


def chosen(page, name):
    """The field `name` of the page's filter (Locator), unfolded if it has to be."""
    field = page.locator(f"main form [name={name}]")
    folded = "main form details:not([open]) > summary, main details:has(form):not([open]) > summary"
    for fold in page.locator(folded).all():
        if not field.is_visible():
            fold.click()
    return field


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_filtered_and_its_filter_removed_without_script(open_example, name):
    page = open_example(java_script_enabled=False)
    page.goto(PAGES[name])
    field = "annee" if name == "thème" else "theme"
    if name == "recherche, résultats":
        box = page.locator("main [name=theme]").first
        if not box.is_visible():
            page.locator("main summary").first.click()
        box.check()
    elif field == "theme":
        options = chosen(page, field).locator("option[value]:not([value=''])")
        chosen(page, field).select_option(options.first.get_attribute("value"))
    else:
        chosen(page, field).fill("2026")
    page.locator("main form").get_by_role("button").first.click()
    page.wait_for_url(re.compile(rf"[?&]{field}=[^&]"))
    chips = page.get_by_role("list", name="Filtres actifs").get_by_role("link")
    before = chips.count()
    chips.last.click()
    page.wait_for_url(re.compile(rf"^(?!.*[?&]{field}=[^&])"))
    expect(chips).to_have_count(before - 1)


def test_results_are_found_and_their_pages_turned_without_script(open_example):
    page = open_example(java_script_enabled=False)
    page.goto("/recherche/")
    page.get_by_role("searchbox").last.fill("de")
    page.get_by_role("searchbox").last.press("Enter")
    page.wait_for_url(re.compile("q=de"))
    first = page.locator("main article a").first.get_attribute("href")
    page.get_by_role("link", name="Suivante").click()
    page.wait_for_url(re.compile("q=de.*page=2"))
    assert page.locator("main article a").first.get_attribute("href") != first


@pytest.mark.parametrize("name", KINDS)
def test_nothing_waits_for_a_script(open_example, name):
    """What is in the page is shown, but for what <details> folds, what only screen readers say and paper bears."""
    page = open_example(java_script_enabled=False)
    page.goto(PAGES[name])
    hidden = page.evaluate(
        """() => [...document.querySelectorAll("main *")]
            .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
                && !element.closest("details, datalist, option, script, svg, noscript, .printed-address")
                && !element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
            .map(element => element.outerHTML.slice(0, 120))"""
    )
    assert hidden == []


@pytest.mark.parametrize("name", KINDS)
def test_it_reads_without_style(open_example, name):
    page = open_example(java_script_enabled=False)
    page.route(re.compile(r"\.css"), lambda route: route.abort())
    page.goto(PAGES[name])
    told = page.evaluate(
        """() => ({
            headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({tagName}) => Number(tagName[1])),
            parts: [...document.querySelectorAll("body > :is(header, main, footer)")].map(({tagName}) => tagName),
            top: document.querySelector("h1").getBoundingClientRect().top,
            empty: [...document.querySelectorAll("a, button, summary")]
                .filter(link => !link.textContent.trim() && !link.ariaLabel
                    && !link.querySelector("img[alt]:not([alt=''])"))
                .map(link => link.outerHTML.slice(0, 120)),
        })"""
    )
    assert told["headings"].count(1) == 1
    assert told["headings"][0] == 1
    assert all(level <= before + 1 for before, level in zip(told["headings"], told["headings"][1:], strict=False))
    assert told["parts"] == ["HEADER", "MAIN", "FOOTER"][: len(told["parts"])]
    assert told["empty"] == []
    assert told["top"] < 2 * page.viewport_size["height"], "a drawing without dimensions pushes the text away"


@pytest.mark.parametrize(("name", "address"), named(KINDS).items())
def test_it_reads_in_a_text_browser(example, name, address):
    if not shutil.which("lynx"):
        pytest.skip("no lynx on this machine")
    command = ["lynx", "-dump", "-width=80", "-display_charset=utf-8", "-assume_charset=utf-8", f"{example}{address}"]
    text = subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")
    body, _mark, references = text.partition("\n\nReferences\n")
    assert "Aller au contenu" in body[:400]
    assert len(body.split()) > 40
    assert re.findall(r"\[[\w.-]+\.(?:webp|avif|jpe?g|png|svg)\]|\[(?:INLINE|LINK|BUTTON|image)\]", body) == []
