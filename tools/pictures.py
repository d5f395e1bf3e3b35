"""Takes again the pictures of the members' guide, on a running site that holds the example.

    DEMO_PASSWORD=secret make run       (in one terminal, on an empty database)
    .venv/bin/python -m tools.pictures http://127.0.0.1:8000 secret

Needs the development environment (make test) and a Chromium.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.conftest import find_chromium

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
#: Colours kept in a picture: screens have few, and the repository is cloned by everybody.
COLOURS = 128


def main(address, password):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for take in (write, review):
            take(browser, address, password)
        browser.close()


def write(browser, address, password):
    """What somebody sees who writes: the home screen, the form of an article, the blocks."""
    page = sign_in(browser, address, "camille", password)
    keep(page, "membre-accueil")
    page.locator(".write-buttons").get_by_role("link", name="Article", exact=True).click()
    page.wait_for_selector("#id_title")
    keep(page, "membre-article")
    page.locator("[data-contentpath='body'] button.c-sf-add-button").first.click()
    page.get_by_role("option", name="Citation").wait_for()
    page.wait_for_timeout(500)
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


def sign_in(browser, address, username, password):
    page = browser.new_context(base_url=address, locale="fr-FR", viewport={"width": 1180, "height": 760}).new_page()
    page.goto("/admin/login/")
    page.fill("#id_username", username)
    page.fill("#id_password", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def keep(page, name):
    """The visible part of the page as docs/images/<name>.png, in few colours."""
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
