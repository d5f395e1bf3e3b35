"""Photos of a telephone, from whoever sends them to the page that shows them, with and without script."""

from io import BytesIO
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.axe import REVIEWED, looked_at
from tests.browser.editor import Editor
from tests.browser.test_walk import act_on_home
from tests.contributions.files import content_of
from tests.core.test_photos import GPS_IFD, SECRET, exif

pytestmark = pytest.mark.browser

FOLLOW_UP = "/contribuer/suivi/"


def photos(folder):
    """Two photos as telephones make them, with where and by whom (list of str): a JPEG and a HEIC."""
    paths = [folder / "IMG_2041.jpg", folder / "IMG_2042.heic"]
    for path, image_format in zip(paths, ("JPEG", "HEIF"), strict=True):
        picture = Image.effect_mandelbrot((1200, 900), (-2, -1.2, 1, 1.2), 40).convert("RGB")
        picture.save(path, image_format, exif=exif())
    return [str(path) for path in paths]


def follow(page, code):
    page.goto(FOLLOW_UP)
    page.get_by_label("Votre code").fill(code)
    page.get_by_role("button", name="Voir où il en est").click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_testimony_and_its_photos_are_sent_asked_about_reviewed_and_published(
    open_page, sign_in, server, script, tmp_path
):
    title = "Une nuit aux urgences" if script else "Un matin au guichet"
    sender = open_page(java_script_enabled=script, viewport={"width": 360, "height": 740})
    sender.goto("/contribuer/temoignage/")
    sender.set_input_files("input[type=file]", photos(tmp_path))
    if script:
        expect(sender.get_by_text("bien arrivé", exact=True)).to_have_count(2)
    # A mistake costs nothing that is there already.
    sender.get_by_role("button", name="Envoyer").click()
    expect(sender.get_by_role("alert")).to_contain_text("tout le reste est gardé")
    expect(sender.locator("input[name=recu]:checked")).to_have_count(2)
    sender.get_by_label("Ce que vous avez vu, vécu, pensé").fill(f"{title}.\n\nPuis on m’a dit de rentrer.")
    sender.get_by_label("Vous pouvez le publier").check()
    sender.get_by_label("Seulement ici").check()
    sender.get_by_role("button", name="Envoyer").click()
    expect(sender.get_by_role("heading", name="C’est bien arrivé, merci")).to_be_visible()
    code = sender.locator(".code").inner_text()

    chloe = sign_in("chloe")
    chloe.goto("/admin/contributions/contribution/?pile=tout")
    chloe.get_by_role("link", name=title).last.click()
    images = chloe.locator(".desk-files img")
    expect(images).to_have_count(2)
    for number in range(2):
        images.nth(number).scroll_into_view_if_needed()
        expect(images.nth(number)).to_have_js_property("complete", True)
        content = chloe.request.get(images.nth(number).get_attribute("src")).body()
        assert_says_nothing(content)
    chloe.locator("#demander summary").click()
    chloe.get_by_label("Votre question").fill("Les photos sont-elles de vous ?")
    chloe.get_by_role("button", name="Poser une question").click()
    expect(chloe.get_by_text("C’est fait.")).to_be_visible()

    follow(sender, code)
    expect(sender.get_by_text("Les photos sont-elles de vous ?")).to_be_visible()
    sender.get_by_label("Votre message").fill("Oui.")
    sender.get_by_role("button", name="Envoyer", exact=True).click()
    expect(sender.get_by_text("Oui.", exact=True)).to_be_visible()

    chloe.goto("/admin/contributions/contribution/?pile=tout")
    chloe.get_by_role("link", name=title).last.click()
    chloe.locator("#accepter summary").click()
    for number, shown in ((1, "Un mur couvert de spirales."), (2, "Le même mur, le soir.")):
        chloe.get_by_label(f"IMG_204{number}.jpg »").fill(shown)
    chloe.get_by_role("button", name="Accepter et faire le brouillon").click()
    expect(chloe.get_by_text("Le brouillon est prêt")).to_be_visible()
    chloe.fill("#id_title", title)
    Editor(chloe).save()

    for username in ("ana", "brahim"):
        reviewer = sign_in(username)
        act_on_home(reviewer, title, "Être d’accord")
        expect(reviewer.locator("body")).not_to_contain_text("En attente de votre vérification")
    follow(sender, code)
    sender.get_by_role("link", name="Voir la page publiée").click()
    expect(sender.get_by_role("heading", level=1)).to_have_text(title)
    expect(sender.get_by_text("Puis on m’a dit de rentrer.")).to_be_visible()
    shown = sender.locator("main img")
    assert shown.count() >= 2 and shown.first.get_attribute("alt") == "Un mur couvert de spirales."
    for number in range(shown.count()):
        with urlopen(server + shown.nth(number).get_attribute("src")) as answer:  # noqa: S310
            assert_says_nothing(answer.read())


def assert_says_nothing(content):
    assert SECRET.encode() not in content
    with Image.open(BytesIO(content)) as image:
        assert not dict(image.getexif()) and not image.getexif().get_ifd(GPS_IFD)


def test_a_file_that_is_refused_says_so_beside_the_others_and_may_be_taken_out(open_page, tmp_path):
    page = open_page()
    page.goto("/contribuer/photos/")
    trap = tmp_path / "piege.gif"
    trap.write_bytes(content_of("gif") + b"<script>alert(1)</script>")
    page.set_input_files("input[type=file]", [str(trap), *photos(tmp_path)])
    expect(page.get_by_text("Ce fichier contient deux choses à la fois")).to_be_visible()
    expect(page.get_by_text("bien arrivé", exact=True)).to_have_count(2)
    page.get_by_role("button", name="Retirer IMG_2042.heic").click()
    page.get_by_label("Qui est reconnaissable").fill("Personne.")
    page.get_by_label("Vous pouvez le publier").check()
    page.get_by_label("Seulement ici").check()
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", name="C’est bien arrivé, merci")).to_be_visible()
    follow(page, page.locator(".code").inner_text())
    expect(page.locator(".received li")).to_have_count(1)


def test_a_file_that_did_not_arrive_is_sent_again(open_page, tmp_path):
    page = open_page()
    page.goto("/contribuer/texte/")
    page.route("**/contribuer/fichiers/", lambda route: route.abort())
    page.set_input_files("input[type=file]", photos(tmp_path)[0])
    expect(page.get_by_text("ce fichier n’est pas arrivé")).to_be_visible()
    page.unroute("**/contribuer/fichiers/")
    page.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_text("bien arrivé", exact=True)).to_be_visible()


def test_a_draft_that_is_kept_survives_a_file(open_page, tmp_path):
    page = open_page()
    page.goto("/contribuer/texte/")
    page.get_by_label("Garder ce que j’écris dans ce navigateur").check()
    page.get_by_label("Votre texte").fill("Nous avons rendu les clés.")
    page.set_input_files("input[type=file]", photos(tmp_path)[0])
    page.get_by_label("Titre").fill("Les clés")
    page.reload()
    expect(page.get_by_label("Titre")).to_have_value("Les clés")
    expect(page.get_by_label("Garder ce que j’écris dans ce navigateur")).to_be_checked()


def test_what_is_dropped_is_sent_too(open_page):
    page = open_page()
    page.goto("/contribuer/photos/")
    transfer = page.evaluate_handle(
        """(bytes) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], "mur.png", { type: "image/png" }));
            return data;
        }""",
        list(content_of("png")),
    )
    page.dispatch_event(".files", "drop", {"dataTransfer": transfer})
    expect(page.get_by_text("bien arrivé", exact=True)).to_be_visible()


def test_axe_finds_nothing_in_a_form_with_files(open_page):
    for scheme, width, violations, doubts in looked_at(open_page(), "/contribuer/photos/", REVIEWED):
        assert (violations, doubts) == ([], []), f"{scheme}, {width} px"
