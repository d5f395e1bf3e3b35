"""Large text, narrow screens, wide spacing: nothing is cut, nothing scrolls sideways (WCAG 1.4.4, 1.4.10, 1.4.12)."""

import pytest

from tests.browser.example_pages import PAGES

pytestmark = pytest.mark.browser

TEXT_TWICE_AS_LARGE = "html { font-size: 200% !important; }"
#: WCAG 2.2, success criterion 1.4.12.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""

#: What somebody does to the page → width and height of the window in CSS pixels, style of the reader's own.
#: 400 % of zoom in a window of 1280 × 1024 is a window of 320 × 256.
READINGS = {
    "320 px, zoom 400 %": (320, 256, ""),
    "texte 200 %": (1280, 900, TEXT_TWICE_AS_LARGE),
    "texte 200 %, téléphone": (360, 640, TEXT_TWICE_AS_LARGE),
    "espacement": (1280, 900, TEXT_SPACING),
    "espacement, téléphone": (360, 640, TEXT_SPACING),
}

# Both answers are lists of str. Text for screen readers only, and what axe calls decoration, are not looked at.
FAULTS = """
() => {
    const faults = [], root = document.documentElement, room = root.clientWidth;
    if (root.scrollWidth > room) faults.push(`page : ${root.scrollWidth} px dans ${room}`);
    const isHidden = element => element.closest(".visually-hidden, .skip-link, svg, [hidden]")
        || !element.checkVisibility({visibilityProperty: true});
    const told = element =>
        `${element.tagName.toLowerCase()}.${element.className} « ${element.textContent.trim().slice(0, 40)} »`;
    const ownTexts = element => [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim());
    const boxOf = text => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return range.getBoundingClientRect();
    };
    for (const element of document.body.querySelectorAll("*")) {
        if (isHidden(element) || !element.textContent.trim()) continue;
        const style = getComputedStyle(element);
        const isCut = (overflow, content, shown) => !["visible"].includes(overflow) && content > shown + 1;
        if (isCut(style.overflowX, element.scrollWidth, element.clientWidth)
            || (["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1))
            faults.push(`coupé : ${told(element)}`);
        if (ownTexts(element).map(boxOf).some(box => box.right > room + 1 || box.left < -1))
            faults.push(`hors de l’écran : ${told(element)}`);
    }
    return faults;
}
"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_and_nothing_scrolls_sideways(open_example, name):
    page = open_example(bypass_csp=True)
    page.goto(PAGES[name])
    style = page.add_style_tag(content="/* the reader's own style */")
    faults = []
    for reading, (width, height, rules) in READINGS.items():
        page.set_viewport_size({"width": width, "height": height})
        style.evaluate("(element, rules) => { element.textContent = rules; }", rules)
        faults += [f"{reading} : {fault}" for fault in page.evaluate(FAULTS)]
    assert faults == []


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("main { inline-size: 140vw; }", "page"),
        ("html { overflow-x: clip; } h1 { position: relative; inset-inline-start: 90vw; }", "hors de l’écran"),
        ("h1 { block-size: 0.5em; overflow: hidden; }", "coupé"),
    ],
)
def test_a_fault_would_be_seen(open_example, rule, fault):
    page = open_example(bypass_csp=True)
    page.goto(PAGES["page simple"])
    page.add_style_tag(content=rule)
    assert [found for found in page.evaluate(FAULTS) if found.startswith(fault)]
