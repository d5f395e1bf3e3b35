"""A member covers faces in a photo: by mouse, by finger, by keyboard, without script; everybody can read the screen."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.axe import looked_at
from tests.browser.conftest import PASSWORD
from tests.browser.test_import import WAGTAIL
from tests.core.portraits import portrait, reds, written

pytestmark = [pytest.mark.browser, pytest.mark.once]

ROW = {"left": 25, "top": 25, "width": 50, "height": 50}


def open_masking(page, tmp_path):
    """Brings a photo in the library, then opens its screen from its form; gives the address of the form (str)."""
    photo = tmp_path / "reunion.jpg"
    photo.write_bytes(written(portrait(size=(800, 600)), "JPEG"))
    page.goto("/admin/images/add/")
    page.fill("#id_title", "Une réunion")
    page.set_input_files("#id_file", str(photo))
    page.locator("main form[enctype] button[type=submit]").first.click()
    page.wait_for_url(re.compile(r"/admin/images/(\?.*)?$"))
    page.get_by_role("link", name="Une réunion").first.click()
    page.get_by_role("link", name="Masquer des visages").click()
    expect(page.get_by_role("heading", name="Masquer des visages")).to_be_visible()
    return page.url.removesuffix("masquer/")


def apply(page, form_address):
    page.get_by_role("button", name="Regarder avant d’appliquer").click()
    expect(page.get_by_text("Cela ne se défait pas")).to_be_visible()
    page.get_by_role("button", name="Appliquer pour toujours").click()
    page.wait_for_url(form_address)
    expect(page.get_by_text("C’est masqué, partout sur le site.")).to_be_visible()


def assert_face_is_gone(page):
    address = page.locator("[for=id_file] a, .w-field__input a, a[href*=original_images]").first.get_attribute("href")
    content = page.request.get(address).body()
    with Image.open(BytesIO(content)) as image:
        assert image.size == (800, 600)
    assert reds(content) == 0


def corner(page, left, top):
    """Where a point of the photo is on the screen; `left` and `top` are in percent."""
    box = page.locator(".masking-photo img").bounding_box()
    return box["x"] + box["width"] * left / 100, box["y"] + box["height"] * top / 100


def values(page, number=0):
    return {name: float(page.locator(f"#id_masque-{number}-{name}").input_value()) for name in ROW}


def test_by_mouse(sign_in, tmp_path):
    page = sign_in("ana")
    form = open_masking(page, tmp_path)
    expect(page.locator(".masking-row")).to_have_count(0)
    page.get_by_label("rectangle").check()
    page.mouse.move(*corner(page, 10, 10))
    page.mouse.down()
    page.mouse.move(*corner(page, 30, 30), steps=4)
    page.mouse.move(*corner(page, 60, 60), steps=4)
    page.mouse.up()
    assert values(page) == pytest.approx({"left": 10, "top": 10, "width": 50, "height": 50}, abs=0.6)
    page.mouse.move(*corner(page, 30, 30))
    page.mouse.down()
    page.mouse.move(*corner(page, 45, 45), steps=4)
    page.mouse.up()
    assert values(page) == pytest.approx(ROW, abs=0.6)
    page.mouse.move(*corner(page, 75, 75))
    page.mouse.down()
    page.mouse.move(*corner(page, 80, 80), steps=4)
    page.mouse.up()
    assert values(page) == pytest.approx(ROW | {"width": 55, "height": 55}, abs=0.6)
    page.mouse.click(*corner(page, 95, 5))  # draws nothing
    expect(page.locator(".masking-row")).to_have_count(1)
    apply(page, form)
    assert_face_is_gone(page)


def test_by_finger(open_page, tmp_path):
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto("/admin/login/")
    page.fill("#id_username", "ana")
    page.fill("#id_password", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    form = open_masking(page, tmp_path)
    page.locator(".masking-photo").scroll_into_view_if_needed()
    touch = page.context.new_cdp_session(page)
    points = [corner(page, share, share) for share in (20, 40, 60, 82)]
    for kind, (x, y) in zip(["touchStart", "touchMove", "touchMove", "touchMove"], points, strict=True):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    drawn = {"left": 20, "top": 20, "width": 62, "height": 62}
    assert values(page) == pytest.approx(drawn, abs=1)
    apply(page, form)
    assert_face_is_gone(page)


def test_by_keyboard(sign_in, tmp_path):
    page = sign_in("ana")
    form = open_masking(page, tmp_path)
    page.get_by_role("button", name="Ajouter un masque").focus()
    page.keyboard.press("Enter")
    mask = page.get_by_role("button", name=re.compile("^Masque 1 sur 1, ovale"))
    expect(mask).to_be_focused()
    expect(mask).to_have_accessible_description(re.compile("les flèches déplacent le masque"))
    for key, times in [("ArrowLeft", 18), ("ArrowUp", 18), ("Shift+ArrowRight", 36), ("Shift+ArrowDown", 36)]:
        for _time in range(times):
            page.keyboard.press(key)
    assert values(page) == {"left": 22, "top": 22, "width": 56, "height": 56}
    expect(page.get_by_role("status").filter(has_text="large de 56")).to_be_visible()
    page.get_by_role("button", name="Ajouter un masque").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Masque 2 sur 2"))).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator(".masking-row")).to_have_count(1)
    expect(mask).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Masque enlevé.")).to_be_visible()
    page.get_by_role("button", name="Regarder avant d’appliquer").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Changer les masques").focus()
    page.keyboard.press("Enter")
    assert values(page) == {"left": 22, "top": 22, "width": 56, "height": 56}
    apply(page, form)
    assert_face_is_gone(page)


def test_without_script(open_page, sign_in, tmp_path):
    state = sign_in("ana").context.storage_state()
    scripted = sign_in("ana")
    form = open_masking(scripted, tmp_path)
    page = open_page(java_script_enabled=False, storage_state=state)
    page.goto(f"{form}masquer/")
    expect(page.get_by_role("button", name="Ajouter un masque")).to_be_hidden()
    for name, value in ROW.items():
        page.fill(f"#id_masque-0-{name}", str(value))
    page.fill("#id_masque-1-left", "3")
    page.get_by_role("button", name="Regarder avant d’appliquer").click()
    expect(page.locator("#id_masque-1-width")).to_have_accessible_description("Complétez cette ligne, ou videz-la.")
    page.fill("#id_masque-1-left", "")
    apply(page, form)
    assert_face_is_gone(page)


@pytest.mark.parametrize("step", ["draw", "review"])
def test_axe_finds_nothing(sign_in, tmp_path, step):
    page = sign_in("ana")
    form = open_masking(page, tmp_path)
    if step == "draw":
        for scheme, width, violations, doubts in looked_at(page, f"{form}masquer/", WAGTAIL):
            assert (violations, doubts) == ([], []), f"{scheme}, {width} px"
        return
    # What was drawn is posted: the screen is looked at where it is.
    page.goto(f"{form}masquer/")
    page.get_by_role("button", name="Ajouter un masque").click()
    page.get_by_role("button", name="Regarder avant d’appliquer").click()
    expect(page.get_by_text("Cela ne se défait pas")).to_be_visible()
    page.goto = lambda *args, **options: None
    for scheme, width, violations, doubts in looked_at(page, page.url, WAGTAIL):
        assert (violations, doubts) == ([], []), f"{scheme}, {width} px"
