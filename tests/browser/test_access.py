"""A second factor set up and used without JavaScript, on a small screen; what one reads there is accessible."""

import base64
import os
import re
import time

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS
from tests.browser.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.once]

TELEPHONE = {"viewport": {"width": 360, "height": 740}}


def shows(secret, steps=0):
    """The six digits of a telephone that holds `secret` (str, base 32)."""
    totp = TOTP(base64.b32decode(secret.replace(" ", "")))
    totp.time = time.time() + 30 * steps
    return f"{totp.token():06d}"


def enter_password(page, username="brahim"):
    page.goto("/admin/login/")
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")


def seen(page, selector):
    """Whether what is there is not transparent (bool), which a browser calls visible."""
    return page.locator(selector).evaluate("element => getComputedStyle(element).opacity") == "1"


def picture(page, name):
    if os.environ.get("SHOTS"):
        page.screenshot(path=f"{os.environ['SHOTS']}/{name}.png", full_page=True)


def test_it_works_without_javascript(open_page):
    page = open_page(java_script_enabled=False, **TELEPHONE)
    enter_password(page)
    page.goto("/admin/login/second-facteur/")
    picture(page, "set_up-360")
    secret = page.locator(".entrance-secret").inner_text()
    assert page.locator(".entrance-code svg").count() == 1
    page.fill("#id_code", "000000")
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    expect(page.locator(".messages .error")).to_contain_text("bon code")
    assert seen(page, ".messages > ul"), "the style sheet of Wagtail hides it until a script runs"
    page.fill("#id_code", shows(secret, steps=-1))
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    expect(page.locator("h1")).to_have_text("Vos codes de secours")
    picture(page, "codes-360")
    paper = page.locator(".recovery-codes code").all_inner_texts()
    assert len(paper) == 10

    again = open_page(java_script_enabled=False, **TELEPHONE)
    enter_password(again)
    expect(again.locator("h1")).to_have_text("Votre code")
    picture(again, "code-360")
    again.fill("#id_code", shows(secret))
    again.click("main button[type=submit]")
    assert again.url.endswith("/admin/")

    third = open_page()
    enter_password(third)
    expect(third.locator("h1")).to_have_text("Votre code")
    picture(third, "code-1280")
    third.fill("#id_code", paper[0])
    third.click("main button[type=submit]")
    third.wait_for_url("**/admin/")
    third.goto("/admin/account/acces/")
    picture(third, "mine-1280")
    expect(third.locator("body")).to_contain_text("Il reste 9 codes de secours")
    third.set_viewport_size(TELEPHONE["viewport"])
    third.reload()
    picture(third, "mine-360")
    assert third.evaluate("document.documentElement.scrollWidth <= innerWidth")
    third.fill("#remove-password", PASSWORD)
    third.click("text=Retirer le second facteur")
    expect(third.locator("body")).to_contain_text("votre mot de passe suffit de nouveau")


def looked_at_here(page, selector):
    """What axe-core says against what is under `selector`, in the state in which it is (list of str)."""
    # A button that is between two colours has the contrast of neither.
    page.evaluate(
        "Promise.all(document.getAnimations().filter(one => isFinite(one.effect.getComputedTiming().endTime))"
        ".map(one => one.finished.catch(() => null)))"
    )
    page.evaluate(AXE.read_text(encoding="utf-8"))
    said = page.evaluate(
        "async ([selector, tags]) => (await axe.run(selector, {runOnly: tags, preload: false})).violations"
        ".flatMap(rule => rule.nodes.map(node => `${rule.id} : ${node.target} : ${node.failureSummary}`))",
        [selector, TAGS],
    )
    return [line for line in said if not line.startswith("region ")]


def test_axe_finds_nothing_in_what_is_ours(sign_in):
    page = sign_in("chloe")
    for address, selector in [
        ("/admin/login/second-facteur/", "main"),
        ("/admin/account/acces/", ".access"),
    ]:
        page.goto(address)
        assert looked_at_here(page, selector) == []
    page.goto("/admin/login/second-facteur/")
    page.fill("#id_code", shows(page.locator(".entrance-secret").inner_text()))
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    expect(page.locator("h1")).to_have_text("Vos codes de secours")
    assert looked_at_here(page, "main") == []
    page.goto("/admin/account/acces/")
    assert looked_at_here(page, ".access") == []
    picture(page, "chloe-1280")
    page.fill("#remove-password", PASSWORD)
    page.click("text=Retirer le second facteur")
    expect(page.locator("body")).to_contain_text("votre mot de passe suffit de nouveau")


def test_sessions_are_closed_from_the_screen(sign_in):
    here, there = sign_in("ana"), sign_in("ana")
    here.goto("/admin/account/")
    here.click("text=Voir et régler mes accès")
    expect(here.locator(".access-sessions li")).not_to_have_count(1)
    picture(here, "sessions-1280")
    here.click("text=Fermer toutes les autres")
    expect(here.locator(".access-sessions li")).to_have_count(1)
    there.goto("/admin/")
    assert re.search(r"/admin/login/", there.url)
