"""Takes again every picture of the members' guide and of the README, on a running site that holds the example.

    DEMO_PASSWORD=secret make run       (in one terminal, on an empty database)
    .venv/bin/python -m tools.pictures http://127.0.0.1:8000 secret

Needs the development environment (make test) and a Chromium. Screens of members are PNG in few colours; pages of
readers, which have photos, are WebP. Says which pictures are heavier than HEAVIEST.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.chromium import find_chromium

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
#: Bytes of a picture, at most, and pixels across: the repository is cloned by everybody.
HEAVIEST, WIDEST = 120_000, 1000
#: Colours kept in a screen of members, which has few.
COLOURS = 128
QUALITY = 80
DESKTOP = {"width": 1100, "height": 860}
#: Where the thirteen blocks of a text are seen together.
TALL = {"width": 1180, "height": 1000}
PHONE = {"width": 390, "height": 780}
#: A4 less the margins of print.css, then those margins, in CSS pixels (96 to the inch).
SHEET, MARGINS = {"width": 673, "height": 986}, (60, 68)
PAPER = "#faf6ee"
LONG_ARTICLE = "/reflexions/ce-que-compter-veut-dire/"

#: name → (address, viewport): what the top of a page looks like.
TOPS = {
    "accueil": ("/", DESKTOP),
    "article": (LONG_ARTICLE, DESKTOP),
    "initiative": ("/initiatives/la-borde/", DESKTOP),
    "filtres": ("/initiatives/?theme=folie-et-psychiatrie", DESKTOP),
    "telephone": ("/initiatives/?theme=folie-et-psychiatrie", PHONE),
}
#: name → (address, selector) of each part, put one under the other.
PARTS = {
    "etapes": [("/initiatives/la-borde/", ".part:has(.timeline)")],
    "actions": [("/appels/aller-voir/", ".part:has(.calls)")],
    "texte": [(LONG_ARTICLE, f".prose .{part}") for part in ("quotation", "note", "questions", "footnotes")],
    "fichiers": [
        ("/reflexions/le-cheval-bleu/", ".prose .picture >> nth=0"),
        ("/reflexions/le-cheval-bleu/", ".prose .gallery"),
        ("/reflexions/la-nuit-les-portes/", ".prose .media"),
        ("/appels/aller-voir/", ".prose .document"),
    ],
    "cartes": [("/", ".home-section .cards >> nth=0")],
}
#: name → (address, selector) of a part that has its own margins.
BANDS = {"a-lire": (LONG_ARTICLE, ".band:has(#a-lire)")}


def main(address, password):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for take in (read, print_out, share):
            take(browser, address)
        for take in (write, review, compose):
            take(browser, address, password)
        browser.close()


def read(browser, address):
    """What readers see of a page: its top, or some of its parts."""
    for name, (path, viewport) in TOPS.items():
        keep_photo(shot(visit(browser, address, path, viewport)), name)
    for name, parts in PARTS.items():
        keep_photo(stacked([part_of(browser, address, *part) for part in parts]), name)
    for name, band in BANDS.items():
        keep_photo(part_of(browser, address, *band), name)


def print_out(browser, address):
    """The first sheet of a printed article: the print style on a viewport of A4, within its margins."""
    page = visit(browser, address, LONG_ARTICLE, SHEET)
    page.emulate_media(media="print")
    page.wait_for_timeout(300)
    text = shot(page)
    across, down = MARGINS
    sheet = Image.new("RGB", (text.width + 2 * across, text.height + 2 * down), "white")
    sheet.paste(text, MARGINS)
    framed = Image.new("RGB", (sheet.width + 2, sheet.height + 2), "#999")
    framed.paste(sheet, (1, 1))
    keep_photo(framed, "impression")


def share(browser, address):
    """The social card of an article, as other sites show it."""
    page = visit(browser, address, LONG_ARTICLE, DESKTOP)
    card = page.locator("meta[property='og:image']").get_attribute("content")
    picture = Image.open(BytesIO(page.request.get(f"{address}/{card.split('/', 3)[3]}").body()))
    keep_photo(picture.convert("RGB").resize((800, 420), Image.Resampling.LANCZOS), "carte-partagee")


def write(browser, address, password):
    """What somebody sees who writes: the home screen, the form of an article, the blocks."""
    page = sign_in(browser, address, "camille", password)
    keep(page, "membre-accueil")
    page.locator(".write-buttons").get_by_role("link", name="Article", exact=True).click()
    page.wait_for_selector("#id_title")
    keep(page, "membre-article")
    unfold(page, "body", "Citation")
    keep(page, "membre-blocs")


def review(browser, address, password):
    """What somebody sees who is asked to agree: the row on the home screen, its gestures, the state in the editor."""
    page = sign_in(browser, address, "alix", password)
    row = page.locator("tr").filter(has_text="Pair-aidante").first
    row.get_by_role("button", name="Actions").click()
    page.get_by_role("button", name="Objecter").last.wait_for()
    page.wait_for_timeout(400)
    keep(page, "membre-relecture")
    row.get_by_role("link", name="Pair-aidante").first.click()
    page.get_by_role("button", name="Afficher/masquer le statut").click()
    page.wait_for_timeout(700)
    keep(page, "membre-accords")


def compose(browser, address, password):
    """The sections that the front page can be made of, in its editor."""
    page = sign_in(browser, address, "camille", password)
    page.goto("/admin/pages/1/")
    page.goto(f"{page.url}edit/")
    page.wait_for_selector("#id_title")
    unfold(page, "sections", "Quelques mots")
    keep(page, "membre-composition")


def unfold(page, field, block):
    """Opens the list of what can be added to `field`, on a screen where all of it shows at once."""
    page.set_viewport_size(TALL)
    add = page.locator(f"[data-contentpath='{field}'] button.c-sf-add-button").first
    add.evaluate("button => { button.style.scrollMarginTop = '11rem'; button.scrollIntoView({behavior: 'instant'}); }")
    add.click()
    page.get_by_role("option", name=block).wait_for()
    page.get_by_role("listbox").last.evaluate("list => { list.style.maxHeight = 'none'; }")
    page.wait_for_timeout(500)


def sign_in(browser, address, username, password):
    page = browser.new_context(base_url=address, locale="fr-FR", viewport={"width": 1180, "height": 760}).new_page()
    page.goto("/admin/login/")
    page.fill("#id_username", username)
    page.fill("#id_password", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def visit(browser, address, path, viewport):
    """A page of the site as a reader has it, with every picture there, those below the fold too."""
    page = browser.new_context(base_url=address, locale="fr-FR", viewport=viewport).new_page()
    page.goto(path)
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.evaluate("Promise.all([...document.images].map(image => image.decode()))")
    return page


def part_of(browser, address, path, selector):
    page = visit(browser, address, path, DESKTOP)
    return Image.open(BytesIO(page.locator(selector).first.screenshot())).convert("RGB")


def stacked(pictures, gap=24):
    """Pictures one under the other, on the paper of the site."""
    width = max(picture.width for picture in pictures) + 2 * gap
    whole = Image.new("RGB", (width, sum(picture.height + gap for picture in pictures) + gap), PAPER)
    top = gap
    for picture in pictures:
        whole.paste(picture, (gap, top))
        top += picture.height + gap
    return whole


def shot(page):
    """The visible part of the page (Image)."""
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def keep(page, name):
    """The visible part of the page as docs/images/<name>.png, in few colours."""
    picture = fitted(shot(page)).quantize(COLOURS, dither=Image.Dither.NONE)
    save(picture, f"{name}.png", optimize=True)


def keep_photo(picture, name):
    """`picture` as docs/images/<name>.webp."""
    save(fitted(picture), f"{name}.webp", quality=QUALITY, method=6)


def fitted(picture):
    """`picture`, no wider than WIDEST."""
    height = round(picture.height * WIDEST / picture.width)
    return picture.resize((WIDEST, height), Image.Resampling.LANCZOS) if picture.width > WIDEST else picture


def save(picture, name, **options):
    picture.save(FOLDER / name, **options)
    weight = (FOLDER / name).stat().st_size
    print(name, weight, "trop lourde" if weight > HEAVIEST else "")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
