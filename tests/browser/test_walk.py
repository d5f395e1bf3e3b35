"""The life of a page, walked as members do: write, agree, object, schedule, compare."""

import re
from datetime import datetime, timedelta

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.editor import Editor

pytestmark = pytest.mark.browser


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "couloir.jpg"
    Image.effect_mandelbrot((900, 600), (-2, -1.2, 1, 1.2), 40).convert("RGB").save(path)
    return path


def write_article(page, title, photo=None):
    editor = Editor(page).start("Article")
    editor.fill(
        title=title,
        summary="Deux veilleuses racontent ce qui se dit quand plus personne n’écoute.",
        signature="deux veilleuses de nuit",
    )
    editor.write(editor.block("Texte"), "La nuit, les portes parlent.", "Le jour aussi, mais on ne les entend pas.")
    quotation = editor.block("Citation")
    quotation.locator("textarea").first.fill("On ne nous demandait plus de nos nouvelles.")
    quotation.locator("input[type=text]").first.fill("une veilleuse")
    if photo:
        picture = editor.block("Image")
        editor.upload_image(picture, photo)
        picture.locator("input[type=text]").first.fill("Un couloir éclairé par une veilleuse.")
    return editor


def submit(editor):
    """Sends the page to review; gives the address (str) of its editor."""
    address = editor.save().page.url
    editor.more("Soumettre à Relecture collective")
    return address


def act_on_home(page, title, action):
    """From the member's home: the row of the page that waits, and its menu."""
    page.goto("/admin/")
    row = page.locator("#awaiting-review-content tr, #awaiting-review tr").filter(has_text=title).first
    row.get_by_role("button", name="Actions").click()
    row.page.get_by_role("button", name=action, exact=True).last.click()


def test_an_article_is_written_agreed_to_by_two_and_published(sign_in, open_page, photo):
    title = "Ce que la nuit apprend"
    ana = sign_in("ana")
    editor = write_article(ana, title, photo)
    submit(editor)

    brahim = sign_in("brahim")
    act_on_home(brahim, title, "Être d’accord")
    expect(brahim.locator("body")).not_to_contain_text("En attente de votre vérification")

    ana.goto("/admin/")
    ana.get_by_role("link", name=title).first.click()
    expect(ana.get_by_text("1 accord sur 2 (Brahim)").first).to_be_visible()

    chloe = sign_in("chloe")
    act_on_home(chloe, title, "Être d’accord")

    reader = open_page(java_script_enabled=False)
    for address in ("/reflexions/", "/", "/recherche/?q=veilleuses"):
        reader.goto(address)
        expect(reader.get_by_role("link", name=title).first).to_be_visible()
    assert title in reader.request.get("/flux.xml").text()
    reader.goto("/reflexions/")
    reader.get_by_role("link", name=title).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.get_by_text("On ne nous demandait plus de nos nouvelles.")).to_be_visible()
    expect(reader.get_by_alt_text("Un couloir éclairé par une veilleuse.")).to_be_visible()
    assert reader.context.cookies() == []


def test_an_objection_sends_the_page_back_with_its_reason(sign_in):
    title = "Un texte qui fâche"
    ana = sign_in("ana")
    address = submit(write_article(ana, title))

    brahim = sign_in("brahim")
    act_on_home(brahim, title, "Objecter, avec une raison")
    brahim.locator(".modal textarea, [role=dialog] textarea").last.fill("On reconnaît quelqu’un.")
    send = brahim.locator(".modal button[type=submit], [role=dialog] button[type=submit]").last
    with brahim.expect_response(lambda answer: "/workflow/action/" in answer.url and answer.request.method == "POST"):
        send.click()
    brahim.wait_for_load_state("networkidle")

    ana.goto(re.sub(r"edit/.*", "history/", address))
    expect(ana.get_by_text("On reconnaît quelqu’un.").first).to_be_visible()
    ana.goto("/reflexions/")
    expect(ana.get_by_role("link", name=title)).to_have_count(0)


def test_a_scheduled_page_waits_for_its_hour(sign_in, open_page):
    title = "Pour plus tard"
    chloe = sign_in("chloe")
    editor = write_article(chloe, title).save()
    chloe.get_by_role("button", name="Afficher/masquer le statut").click()
    chloe.locator("[data-a11y-dialog-show='schedule-publishing-dialog']").first.click()
    later = (datetime.now() + timedelta(days=3)).strftime("%Y-%m-%d %H:%M")
    chloe.fill("#id_go_live_at", later)
    dialog = chloe.get_by_role("dialog").filter(has_text="Définir la programmation")
    editor.leave_calendar(dialog.get_by_role("heading").last)
    with chloe.expect_navigation():
        dialog.get_by_role("button", name="Enregistrer la programmation").click()
    editor.more("Programmer pour publication")
    reader = open_page()
    reader.goto("/reflexions/")
    expect(reader.get_by_role("link", name=title)).to_have_count(0)


def test_two_revisions_are_compared(sign_in):
    ana = sign_in("ana")
    editor = write_article(ana, "Reprise").save()
    editor.fill(summary="Un tout autre résumé.")
    editor.save()
    ana.goto(re.sub(r"edit/.*", "revisions/compare/earliest...latest/", ana.url))
    expect(ana.get_by_text("Un tout autre résumé.").first).to_be_visible()
