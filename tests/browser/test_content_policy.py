"""Nothing that the site or its editor does is refused by their own content policy, which is enforced.

Whatever a browser refuses fails the test (tests/browser/conftest.py), here and wherever a page is opened.
"""

import re
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import PASSWORD, PATIENCE, openings
from tests.browser.editor import Editor, wait_until
from tests.browser.example_pages import PAGES
from tests.browser.visits import listen, visited
from tests.contributions.files import content_of
from tests.factories import png

pytestmark = [pytest.mark.browser, pytest.mark.once]


# --- Readers -----------------------------------------------------------------------------------


def test_public_pages_have_nothing_to_refuse_ask_nobody_else_and_leave_no_cookie(open_example, example):
    visits = [visited(open_example(), example, address) for address in PAGES.values()]
    assert [fault for visit in visits for fault in visit.faults] == []


def attempt(expression):
    """JavaScript (str) that says whether `expression` can be read, and is true."""
    return f"(() => {{ try {{ return {expression}; }} catch {{ return false; }} }})()"


#: What somebody might manage to write in a page → how the page would show that it was obeyed.
INJECTED = {
    "script": ("<script>window.obeyed = true</script>", "window.obeyed"),
    "handler": ("<img src='/nulle-part.png' onerror='window.obeyed = true'>", "window.obeyed"),
    "address": ("<a id='it' href='javascript:window.obeyed = true'>lire</a>", "window.obeyed"),
    "style": ("<p id='it' style='color: red'>lire</p>", "getComputedStyle(it).color === 'rgb(255, 0, 0)'"),
    "frame": (
        "<iframe src='/recherche/'></iframe>",
        attempt("frames[0].document.querySelector('h1')"),
    ),
    "picture": ("<img id='it' src='http://localhost:1/x.png'>", "it.complete && it.naturalWidth"),
    "base": ("<base href='https://example.org/'>", "document.baseURI.includes('example.org')"),
    "eval": ("", attempt("eval('true')")),
}


@pytest.mark.parametrize("injected", INJECTED)
@pytest.mark.parametrize("address", ["/", "/admin/login/"])
def test_what_would_be_written_in_a_page_is_not_obeyed(chromium, example, address, injected):
    markup, obeyed = INJECTED[injected]
    context = chromium.new_context(base_url=example)
    page = context.new_page()
    # As if the server had written it, so that it is read with the rest of the page.
    page.route(
        "**" + address,
        lambda route: route.fulfill(
            response=(answer := route.fetch()), body=answer.text().replace("</body>", f"{markup}</body>")
        ),
    )
    page.goto(address)
    if page.locator("a#it").count():
        page.locator("a#it").dispatch_event("click")
    page.wait_for_timeout(200)
    script = f"document.body.dataset.obeyed = Boolean({obeyed})"
    if injected == "eval":
        # Playwright's own evaluation is above the policy: a file of the site is not.
        page.route("**/js/probe.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
        page.evaluate("document.head.append(Object.assign(document.createElement('script'), {src: '/js/probe.js'}))")
        wait_until(page, "document.body.dataset.obeyed")
    else:
        page.evaluate(script)
    assert page.evaluate("document.body.dataset.obeyed") == "false"
    context.close()


# --- Members -----------------------------------------------------------------------------------


@pytest.fixture
def enter(chromium, developers_example):
    """A function that gives the browser page of a member of the example who is signed in, and what its console says."""
    with openings(chromium, developers_example) as open_one:

        def enter_one(username):
            page = open_one()
            said = listen(page)
            page.goto("/admin/login/")
            page.fill("#id_username", username)
            page.fill("#id_password", PASSWORD)
            page.click("button[type=submit]")
            page.wait_for_url("**/admin/")
            return page, said

        yield enter_one


#: Screens that the menu and the lists do not lead to by a plain link.
APART = ("/admin/pages/5/", "/admin/login/")
#: Not visited: they leave, or give a file.
LEFT_OUT = re.compile(r"logout|#|export=|\.(csv|xlsx)|/bulk/")


@pytest.mark.parametrize("username", ["camille", "alix"])
def test_every_screen_of_the_admin_that_a_link_leads_to_keeps_to_its_policy(enter, username):
    """One screen of each shape of address: what differs is the row, not the screen."""
    page, said = enter(username)
    waiting, shapes = ["/admin/", *APART], set()
    while waiting:
        address = waiting.pop(0)
        shape = re.sub(r"\d+", "N", address.split("?")[0])
        if shape in shapes or LEFT_OUT.search(address):
            continue
        shapes.add(shape)
        page.goto(address, wait_until="load")
        waiting += page.evaluate(
            "[...document.querySelectorAll('a[href^=\"/admin/\"]')].map(link => link.getAttribute('href'))"
        )
        inline = page.locator("script:not([src]):not([type*=json])").count()
        assert inline == len(re.findall("/media/(?:audio|video)/add/", page.url)), page.url
    assert said == []
    assert len(shapes) >= 30


def open_window(page, button):
    """Clicks on `button` (Locator), and again where it did not listen yet: a block that has just come starts later."""
    window = page.locator(".modal-dialog")
    for _attempt in range(3):
        button.click()
        with suppress(AssertionError):
            expect(window).to_be_visible(timeout=PATIENCE / 3)
            return
    expect(window).to_be_visible()


def close_window(page):
    page.locator(".modal-dialog").get_by_role("button", name="Fermer").click()
    expect(page.locator(".modal-dialog")).to_have_count(0)


def link_to_elsewhere(page, block):
    """Makes a link of all that was typed in a rich text."""
    page.keyboard.press("Control+A")
    block.locator("button[name=LINK]").click()
    dialog = page.locator(".modal-dialog")
    dialog.get_by_role("link", name="Lien externe").click()
    dialog.locator("input[name$=url]").fill("https://example.org/")
    dialog.get_by_role("button", name="Insérer un lien").click()
    expect(dialog).to_have_count(0)


TITLE = "Sous la politique"
#: A block that has something to choose → its button.
CHOOSERS = {
    "Document à télécharger": "Choisir un document",
    "Son": "Choisir un fichier audio",
    "Vidéo": "Choisir une vidéo",
    "Renvoi vers une page du site": "Choisissez une page",
}


def test_writing_choosing_previewing_and_reviewing_keep_to_the_policy(enter, tmp_path):
    photo = tmp_path / "mur.png"
    photo.write_bytes(png(400, 300))
    page, said = enter("alix")
    editor = Editor(page).start("Article")
    editor.fill(title=TITLE, summary="Ce que le navigateur laisse faire.", signature="le collectif")
    text = editor.block("Texte")
    expect(text.locator(".Draftail-block--empty")).to_be_visible()
    editor.write(text, "Un premier paragraphe")
    link_to_elsewhere(page, text)
    picture = editor.block("Image")
    editor.upload_image(picture, photo)
    picture.locator("input[type=text]").first.fill("Un mur peint.")
    editor.save()
    page.get_by_role("button", name="Afficher/masquer la prévisualisation").click()
    preview = page.frame_locator("iframe.w-preview__iframe").first
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(preview.get_by_alt_text("Un mur peint.")).to_be_visible()
    page.get_by_role("button", name="Activer/désactiver les vérifications").click()
    page.get_by_role("button", name="Afficher/masquer les commentaires").click()
    number = re.search(r"pages/(\d+)/", page.url)[1]
    editor.fill(summary="Un autre résumé.").save()
    for screen in ("history/", "revisions/compare/earliest...latest/", "view_draft/", "usage/", "copy/", "move/"):
        page.goto(f"/admin/pages/{number}/{screen}", wait_until="networkidle")
    page.goto(f"/admin/pages/{number}/edit/")
    page.get_by_role("button", name="Afficher/masquer le statut").click()
    page.locator("[data-a11y-dialog-show='schedule-publishing-dialog']").first.click()
    page.locator("#id_go_live_at").click()
    window = page.get_by_role("dialog").filter(has_text="Définir la programmation")
    editor.leave_calendar(window.get_by_role("heading").last)
    page.keyboard.press("Escape")
    editor.more("Soumettre à Relecture collective")
    page.goto(f"/admin/pages/{number}/edit/")
    page.goto(f"/admin/pages/{number}/delete/")
    assert said == []


def test_what_is_chosen_in_a_window_keeps_to_the_policy(enter):
    page, said = enter("camille")
    editor = Editor(page).start("Article")
    for label, button in CHOOSERS.items():
        open_window(page, editor.block(label).get_by_role("button", name=button).first)
        for tab in page.locator(".modal-dialog [role=tab]").all():
            tab.click()
        close_window(page)
    editor.start("Appel").choose_towns(["Nancy", "Lille"])
    editor.start("Rendez-vous").choose_place("nancy", "Nancy")
    editor.pick_date("start_date", "2027-04-24")
    assert said == []


#: What is given to the library: the screen → (its field, the name of the file, the kind of file).
GIVEN = {
    "/admin/images/multiple/add/": ("#fileupload", "mur.jpg", "jpeg"),
    "/admin/documents/multiple/add/": ("#fileupload", "tract.pdf", "pdf"),
}


def test_what_is_given_to_the_library_keeps_to_the_policy(enter):
    page, said = enter("alix")
    for screen, (field, name, kind) in GIVEN.items():
        page.goto(screen)
        page.set_input_files(field, {"name": name, "mimeType": "", "buffer": content_of(kind)})
        expect(page.locator("#upload-list input[name$=title]")).to_be_visible()
        page.locator("#upload-list button[type=submit]").click()
        expect(page.locator("#upload-list input[name$=title]")).to_have_count(0)
    page.goto("/admin/media/audio/add/")
    page.set_input_files("#id_file", {"name": "voix.mp3", "mimeType": "audio/mpeg", "buffer": content_of("mp3")})
    expect(page.locator("#id_title")).to_have_value("voix")
    page.locator("form[enctype] button[type=submit]").click()
    page.wait_for_url("**/admin/media/")
    page.goto("/admin/images/")
    page.locator("main a[href*='/admin/images/']").filter(has=page.locator("img")).first.click()
    page.wait_for_load_state("networkidle")
    assert said == []


def test_the_admin_of_the_site_keeps_to_its_policy(enter):
    """Gestures that open something: a privacy window, a workflow and its task, tags, a search, a menu."""
    page, said = enter("alix")
    page.goto("/admin/pages/5/edit/")
    page.get_by_role("button", name="Afficher/masquer le statut").click()
    page.locator("[data-a11y-dialog-show='set-privacy']").first.click()
    page.keyboard.press("Escape")
    page.goto("/admin/workflows/add/")
    page.locator("#id_workflow_tasks-ADD").click()
    page.get_by_role("button", name="Choisir une tâche").click()
    expect(page.locator(".modal-dialog")).to_be_visible()
    close_window(page)
    page.goto("/admin/reports/site-history/")
    page.goto("/admin/users/?q=camille")
    page.goto("/admin/settings/core/sitesettings/1/")
    page.goto("/admin/recherches-sans-resultat/")
    assert said == []


def test_a_member_who_reads_the_site_has_the_userbar(enter):
    page, said = enter("alix")
    page.goto("/reflexions/ce-que-compter-veut-dire/", wait_until="networkidle")
    page.locator("wagtail-userbar").get_by_role("button").first.click()
    expect(page.locator("wagtail-userbar").get_by_role("menuitem", name="Modifier cette page")).to_be_visible()
    assert said == []


def test_a_pdf_opens_in_the_browser_in_its_sandbox(open_example):
    """Chromium draws it: its own bar, dark, over a white sheet."""
    page = open_example()
    page.goto("/documents/1/exemple-appel-de-septembre.pdf")
    bar = sheet = None
    for _attempt in range(40):
        drawn = Image.open(BytesIO(page.screenshot())).convert("RGB")
        bar, sheet = drawn.getpixel((900, 28)), drawn.getpixel((790, 500))
        if max(bar) < 90 and sheet == (255, 255, 255):
            return
        page.wait_for_timeout(500)
    pytest.fail(f"{bar}, {sheet}")
