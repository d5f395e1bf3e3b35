"""Sending something in a browser, with and without script: what one writes stays, and comes back with six words."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import REVIEWED, looked_at

pytestmark = pytest.mark.browser

FORM, FOLLOW_UP, CONTACT = "/contribuer/temoignage/", "/contribuer/suivi/", "/contact/"
#: Milliseconds that nobody takes less than (contributions.safeguards.FASTEST).
HASTE = 4_100
STORY = "J’ai attendu six heures.\n\nPuis on m’a dit de rentrer."


def write(page, story=STORY):
    page.goto(FORM)
    page.get_by_label("Ce que vous avez vu, vécu, pensé").fill(story)
    page.get_by_label("Vous pouvez le publier").check()
    page.get_by_label("Seulement ici").check()


def sent_code(page):
    """The code (str) that is said once the form is sent."""
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", name="C’est bien arrivé, merci")).to_be_visible()
    return page.locator(".code").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_it_is_sent_answered_accepted_and_followed(open_page, sign_in, script):
    page = open_page(java_script_enabled=script)
    page.goto(FORM)
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("alert")).to_contain_text("tout le reste est gardé")
    write(page, f"{STORY} ({script})")
    code = sent_code(page)

    desk = sign_in("chloe")
    desk.goto("/admin/contributions/contribution/?pile=tout")
    desk.get_by_role("link", name="J’ai attendu six heures.").last.click()
    desk.locator("#demander summary").click()
    desk.get_by_label("Votre question").fill("Dans quelle ville ?")
    desk.get_by_role("button", name="Poser une question").click()
    expect(desk.get_by_text("C’est fait.")).to_be_visible()

    page.goto(FOLLOW_UP)
    page.get_by_label("Votre code").fill(code.upper())
    page.get_by_role("button", name="Voir où il en est").click()
    expect(page.get_by_text("Dans quelle ville ?")).to_be_visible()
    page.get_by_label("Votre message").fill("À Nancy.")
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.get_by_text("À Nancy.")).to_be_visible()

    desk.goto("/admin/contributions/contribution/?pile=tout")
    desk.get_by_role("link", name="J’ai attendu six heures.").last.click()
    expect(desk.get_by_text("À Nancy.")).to_be_visible()
    desk.locator("#accepter summary").click()
    desk.get_by_role("button", name="Accepter et faire le brouillon").click()
    expect(desk.get_by_text("Le brouillon est prêt")).to_be_visible()
    expect(desk.locator("#id_title")).to_have_value("J’ai attendu six heures. Puis on m’a dit…")

    page.goto(FOLLOW_UP)
    page.get_by_label("Votre code").fill(code)
    page.get_by_role("button", name="Voir où il en est").click()
    expect(page.get_by_text("accepté")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_what_a_browser_has_computed_does_not_wait_apart(open_page, sign_in, script):
    page = open_page(java_script_enabled=script)
    page.goto(FORM)
    expect(page.locator("noscript p").filter(visible=True)).to_have_count(0 if script else 1)
    # What was computed stays with a form that comes back to be corrected.
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("alert")).to_be_visible()
    title = f"Ce qui est {'prouvé' if script else 'sans preuve'}."
    page.get_by_label("Ce que vous avez vu, vécu, pensé").fill(title)
    page.get_by_label("Vous pouvez le publier").check()
    page.get_by_label("Seulement ici").check()
    page.wait_for_timeout(HASTE)
    sent_code(page)
    expect(page.get_by_role("button", name="Imprimer")).to_have_count(int(script))
    desk = sign_in("chloe")
    for pile, holds in (("", script), ("?pile=doute", not script)):
        desk.goto(f"/admin/contributions/contribution/{pile}")
        expect(desk.get_by_role("link", name=title)).to_have_count(int(holds))


def test_a_form_that_is_sent_too_soon_waits_for_its_proof_and_no_longer(open_page):
    page = open_page()
    page.add_init_script("window.Worker = class extends EventTarget { postMessage() {} }")
    page.clock.install()
    write(page)
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("status").filter(has_text="Un instant…")).to_be_visible()
    page.clock.fast_forward(9_000)
    expect(page.get_by_role("heading", name="C’est bien arrivé, merci")).to_be_visible()


@pytest.mark.parametrize("missing", ["Worker", "crypto"])
def test_a_browser_that_cannot_compute_sends_all_the_same(open_page, missing):
    page = open_page()
    page.add_init_script(f"Object.defineProperty(window, '{missing}', {{value: undefined}})")
    write(page)
    sent_code(page)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_message_is_written_and_answered(open_page, sign_in, script):
    page = open_page(java_script_enabled=script)
    page.goto(CONTACT)
    page.get_by_label("Objet").fill(f"Une page à retirer ({script})")
    page.get_by_role("button", name="Envoyer").click()
    page.get_by_role("link", name="À qui écrivez-vous").click()
    expect(page.get_by_label("Objet")).to_have_value(f"Une page à retirer ({script})")
    page.get_by_label("La modération").check()
    page.get_by_label("Votre message").fill("Elle parle de moi.")
    code = sent_code(page)

    desk = sign_in("chloe")
    desk.goto("/admin/contributions/contribution/?pile=tout&sorte=message")
    desk.get_by_role("link", name=f"Une page à retirer ({script})").last.click()
    desk.locator("#traiter summary").click()
    desk.get_by_label("Un mot pour la personne").fill("C’est retiré.")
    desk.get_by_role("button", name="C’est traité").click()
    expect(desk.get_by_text("C’est fait.")).to_be_visible()

    page.get_by_role("link", name="Suivre un envoi").click()
    page.get_by_label("Votre code").fill(code)
    page.get_by_label("Votre code").press("Enter")
    expect(page.get_by_text("C’est retiré.")).to_be_visible()


def test_one_takes_it_back(open_page):
    page = open_page()
    write(page)
    code = sent_code(page)
    page.get_by_role("link", name="Suivre un envoi").click()
    page.get_by_label("Votre code").fill(code)
    page.get_by_label("Votre code").press("Enter")
    page.get_by_role("button", name="Retirer mon envoi").click()
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.get_by_role("heading", name="C’est effacé")).to_be_visible()


def test_the_code_is_printed_on_one_sheet_with_where_to_type_it(open_page):
    page = open_page()
    write(page)
    code = sent_code(page)
    expect(page.get_by_role("button", name="Imprimer")).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    said = [line for line in page.inner_text("body").split("\n") if line.strip()]
    assert said[0].endswith("le code d’un envoi") and said[1] == code and said[-1].endswith(FOLLOW_UP)
    assert len(said) == 4
    for size in ("A4", "A5"):
        assert len(PdfReader(BytesIO(page.pdf(format=size, prefer_css_page_size=False))).pages) == 1


def test_a_draft_is_kept_for_whoever_asks_and_until_it_is_sent(open_page):
    page = open_page()
    write(page)
    page.reload()
    expect(page.get_by_label("Ce que vous avez vu, vécu, pensé")).to_have_value("")
    page.get_by_label("Garder ce que j’écris dans ce navigateur").check()
    write_again = page.get_by_label("Ce que vous avez vu, vécu, pensé")
    write_again.fill(STORY)
    page.get_by_label("un pseudonyme").check()
    page.reload()
    expect(write_again).to_have_value(STORY)
    expect(page.get_by_label("un pseudonyme")).to_be_checked()
    page.get_by_label("Signature").fill("Lou")
    page.get_by_label("Vous pouvez le publier").check()
    page.get_by_label("Seulement ici").check()
    sent_code(page)
    page.goto(FORM)
    expect(write_again).to_have_value("")
    assert page.evaluate("localStorage.length") == 0


def test_what_is_left_to_write_is_said_near_the_end(open_page):
    page = open_page()
    page.goto(FORM)
    story = page.get_by_label("Ce que vous avez vu, vécu, pensé")
    story.fill("a" * 100)
    expect(page.get_by_text("Il reste")).to_have_count(0)
    story.fill("a" * 59_000)
    expect(page.get_by_text("Il reste 1")).to_be_visible()


@pytest.mark.parametrize("address", ["/contribuer/", FORM, "/contribuer/evenement/", FOLLOW_UP, CONTACT])
def test_axe_finds_nothing(open_page, address):
    for scheme, width, violations, doubts in looked_at(open_page(), address, REVIEWED):
        assert (violations, doubts) == ([], []), f"{address}, {scheme}, {width} px"


def test_axe_finds_nothing_in_a_form_to_correct(open_page):
    page = open_page()
    page.goto(FORM)
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("link", name="Qu’en faisons-nous ?").click()
    expect(page.locator("#id_consent")).to_be_focused()
