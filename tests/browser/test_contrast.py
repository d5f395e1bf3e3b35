"""Words over a drawing: axe-core cannot tell their contrast, pixels can (WCAG 1.4.3)."""

from io import BytesIO

import pytest
from PIL import Image

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280)
ENOUGH = 4.5
#: Stars are brighter than their sky and smaller than a letter: this part of the pixels is left out.
STARS = 0.005

WORDS = """
selector => [...document.querySelectorAll(selector)].map(element => {
    const box = element.getBoundingClientRect();
    return {
        box: [box.left, box.top + scrollY, box.right, box.bottom + scrollY].map(Math.round),
        colour: getComputedStyle(element).color.match(/\\d+/g).slice(0, 3).map(Number),
    };
})
"""
WITHOUT_WORDS = "* { color: transparent !important; text-decoration: none !important; caret-color: transparent; }"


@pytest.mark.parametrize(
    ("address", "selector"),
    [
        ("/", ".hero-words p, .site-tagline"),
        ("/nulle-part/", ".sky :is(h1, p, label)"),
        ("/une-page-supprimee/", ".sky :is(h1, p, label)"),
    ],
)
def test_words_over_a_drawing_can_be_read(open_example, address, selector):
    page = open_example(bypass_csp=True)
    page.goto(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        words = page.evaluate(WORDS, selector)
        assert words
        style = page.add_style_tag(content=WITHOUT_WORDS)
        ground = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
        style.evaluate("style => style.remove()")
        for word in words:
            assert contrast(ground.crop(word["box"]), word["colour"]) >= ENOUGH, (width, word)


def contrast(ground, colour):
    """The least ratio (float) of `colour` (RGB) against the pixels of `ground` (Image), stars left out."""
    ratios = sorted((ratio(pixel, colour), count) for count, pixel in ground.getcolors(ground.width * ground.height))
    left_out = STARS * ground.width * ground.height
    for value, count in ratios:
        left_out -= count
        if left_out <= 0:
            return value
    return ratios[-1][0]


def ratio(first, second):
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    """Relative luminance (float) of sRGB bytes (WCAG 2.2, definitions)."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
