"""The site with a keyboard: a way past the menu, a place that shows, in the order of the text, and a way out."""

import pytest

from tests.browser.example_pages import PAGES, named

pytestmark = pytest.mark.browser

WALKED = named(
    [
        "accueil",
        "initiatives",
        "agenda",
        "formulaire avec erreurs",
        "recherche, résultats",
        "initiative terminée, galerie",
        "article long",
        "article, son",
        "appel, document",
        "rendez-vous",
        "404",
    ]
)

# `stops` are what a keyboard reaches, in the order of the document; `look` is what shows that one has the focus, on it
# or on what is around it (a card, a field).
TOOLS = """
() => {
    const stops = [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, "
        + "audio[controls], video[controls], [tabindex]:not([tabindex='-1'])"
    )].filter(stop => stop.checkVisibility({visibilityProperty: true}) && !stop.disabled);
    const look = stop => {
        const looks = [];
        for (let element = stop; element && looks.length < 4; element = element.parentElement) {
            const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
            const hasOutline = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
            looks.push(hasOutline ? outlineWidth + outlineStyle : boxShadow);
        }
        return looks.join();
    };
    const told = stop =>
        `${stop.tagName.toLowerCase()} « ${(stop.textContent.trim() || stop.name || "").slice(0, 50)} »`;
    const unfocused = stops.map(look);
    const isOnScreen = stop => [...stop.getClientRects()].some(
        box => box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth);
    window.expectedStops = () => stops.map(told);
    window.presentStop = () => {
        const stop = document.activeElement;
        if (!stop || stop === document.body) return null;
        const number = stops.indexOf(stop);
        return {number, name: told(stop), shows: look(stop) !== unfocused[number], isOnScreen: isOnScreen(stop)};
    };
}
"""
#: Sounds and videos have several controls inside one element.
STOPS_INSIDE_A_PLAYER = 12
#: Of the browser's own field for a day: its day, its month, its year, its calendar.
STOPS_INSIDE_A_DAY = 4


def walk(page):
    """Presses Tab from the top to the end: each stop once (list of dict), and the names expected (list of str)."""
    page.evaluate(TOOLS)
    expected = page.evaluate("expectedStops()")
    inside = STOPS_INSIDE_A_PLAYER * page.locator("audio, video").count()
    inside += STOPS_INSIDE_A_DAY * page.locator("input[type=date]").count()
    stops, most = [], len(expected) + inside + 2
    for _press in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate("presentStop()")
        if stop is None or (stops and stop["number"] == 0):
            return stops, expected
        if not stops or stops[-1]["name"] != stop["name"] or stops[-1]["number"] != stop["number"]:
            stops.append(stop)
    pytest.fail(f"no way out after {most} presses: {stops[-1]['name']}")


@pytest.mark.parametrize("name", WALKED)
def test_tab_goes_through_the_page_in_order_and_shows_where_it_is(open_example, name):
    page = open_example(reduced_motion="reduce")
    page.goto(WALKED[name])
    stops, expected = walk(page)
    assert [stop["name"] for stop in stops] == expected
    assert [stop["name"] for stop in stops if not stop["shows"]] == []
    assert [stop["name"] for stop in stops if not stop["isOnScreen"]] == []


@pytest.mark.parametrize("name", ["accueil", "initiatives", "article long", "404"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_stop_leads_past_the_menu(open_example, name, width):
    page = open_example(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(PAGES[name])
    page.keyboard.press("Tab")
    skip_link = page.locator(":focus")
    assert skip_link.inner_text() == "Aller au contenu"
    box = skip_link.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["width"] > 40 and box["height"] >= 24
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
