"""Passkeys in a real browser, whose authenticator is a virtual one (Chrome DevTools Protocol, WebAuthn).

Browsers take them on https alone, and on http://localhost, where the site of these tests is.
"""

from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PASSWORD
from tests.browser.test_access import enter_password, looked_at_here, picture, seen

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1280)
MINE = "/admin/account/acces/"
SAID = "[data-passkey-said]"


class Device:
    """An authenticator that is plugged into a page, and answers at once."""

    def __init__(self, page, **options):
        self.tools = page.context.new_cdp_session(page)
        self.tools.send("WebAuthn.enable", {"enableUI": False})
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        } | options
        answer = self.tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.identifier = answer["authenticatorId"]

    def keys(self):
        return self._send("getCredentials")["credentials"]

    def take(self, key):
        self._send("addCredential", credential=key)

    def verify(self, verifies):
        self._send("setUserVerified", isUserVerified=verifies)

    def unplug(self):
        self._send("removeVirtualAuthenticator")

    def _send(self, verb, **arguments):
        return self.tools.send(f"WebAuthn.{verb}", {"authenticatorId": self.identifier, **arguments})


def pictures(page, name):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            picture(page, f"{name}-{width}-{scheme}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
    page.emulate_media(color_scheme="light")


def ask_for_key(page, name):
    """Types the name of a new key and the password; the next screen asks the browser."""
    page.goto("/admin/login/second-facteur/cle/")
    page.fill("#id_name", name)
    page.fill("#id_password", PASSWORD)
    page.click("main form button[type=submit]")


def add(page, name="Clé de Brahim"):
    ask_for_key(page, name)
    page.get_by_role("button", name="Créer la clé").click()


def leave(page):
    page.wait_for_load_state("networkidle")  # what is under way would bring the cookie back
    page.context.clear_cookies()


def hurry(page):
    """The browser waits for a second, instead of five minutes."""

    def shorten(route):
        answer = route.fetch()
        body = answer.text()
        assert not route.request.post_data or "timeout&quot;: 300000" in body
        route.fulfill(response=answer, body=body.replace("timeout&quot;: 300000", "timeout&quot;: 1000"))

    page.route("**/second-facteur/cle/", shorten)


@pytest.fixture
def keeper(open_page, manage):
    """The page of brahim, who is signed in and has no second factor; nor has he once the test is over."""
    page = open_page()
    enter_password(page)
    page.wait_for_url("**/admin/")
    yield page
    manage("forget_second_factor", "brahim")


def test_it_works(keeper):
    page, device = keeper, Device(keeper)
    page.goto(MINE)
    pictures(page, "none")
    page.get_by_role("link", name="Ajouter une clé d’accès").click()
    expect(page.locator("#id_name")).to_have_value("Clé de Brahim")
    pictures(page, "add")
    assert looked_at_here(page, "main") == []
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Créer la clé")).to_be_visible()
    pictures(page, "create")
    assert looked_at_here(page, "main") == []
    page.get_by_role("button", name="Créer la clé").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Vos codes de secours")
    assert len(page.locator(".recovery-codes code").all()) == 10
    page.goto(MINE)
    expect(page.locator("body")).to_contain_text("Clé de Brahim")

    leave(page)
    enter_password(page)
    expect(page.locator("h1")).to_have_text("Votre second facteur")
    assert looked_at_here(page, "main") == []
    pictures(page, "second")
    page.get_by_role("button", name="Présenter ma clé d’accès").click()
    page.wait_for_url("**/admin/")

    leave(page)
    page.goto("/admin/login/?next=/admin/account/acces/")
    pictures(page, "login")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    page.wait_for_url("**" + MINE)
    assert device.keys()[0]["signCount"] >= 2
    page.get_by_text("Renommer ou retirer").click()
    pictures(page, "mine")
    assert looked_at_here(page, ".access") == []
    page.fill("[id^=key-name-]", "Ordinateur du bureau")
    page.get_by_role("button", name="Renommer").click()
    expect(page.locator(".access-list")).to_contain_text("Ordinateur du bureau")
    page.get_by_text("Renommer ou retirer").click()
    page.fill("[id^=key-password-]", PASSWORD)
    page.get_by_role("button", name="Retirer cette clé").click()
    expect(page.locator("body")).to_contain_text("votre mot de passe suffit de nouveau")

    leave(page)
    page.goto("/admin/login/")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.locator(".messages .error")).to_contain_text("n’ouvre rien ici")
    assert seen(page, ".messages > ul")


def test_a_device_that_makes_sure_of_nobody_serves_after_the_password_alone(keeper):
    page = keeper
    Device(page, hasUserVerification=False, isUserVerified=False)
    add(page)
    expect(page.locator("h1")).to_have_text("Vos codes de secours")
    leave(page)
    page.goto("/admin/login/")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.locator(SAID)).to_contain_text("Rien n’a été fait")
    page.get_by_role("link", name="Entrer plutôt avec un mot de passe").click()
    enter_password(page)
    page.get_by_role("button", name="Présenter ma clé d’accès").click()
    page.wait_for_url("**/admin/")


def test_whom_the_device_does_not_recognise_does_not_come_in(keeper):
    page, device = keeper, Device(keeper)
    add(page)
    expect(page.locator("h1")).to_have_text("Vos codes de secours")
    leave(page)
    device.verify(False)
    page.goto("/admin/login/")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.locator(SAID)).to_contain_text("la demande a été fermée")
    expect(page.get_by_role("button", name="Présenter ma clé d’accès")).to_be_focused()
    pictures(page, "alone-cancelled")
    assert looked_at_here(page, "main") == []
    device.verify(True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def test_another_device_is_refused(keeper, open_page):
    Device(keeper)
    add(keeper)
    expect(keeper.locator("h1")).to_have_text("Vos codes de secours")
    other = open_page()
    Device(other)
    enter_password(other)
    other.get_by_role("button", name="Présenter ma clé d’accès").click()
    expect(other.locator(SAID)).to_contain_text("aucune clé de cet appareil ne convient")
    other.goto("/admin/")
    assert "/admin/login/" in other.url


def test_a_device_has_one_key_of_a_member(keeper):
    Device(keeper)
    add(keeper)
    expect(keeper.locator("h1")).to_have_text("Vos codes de secours")
    add(keeper, "La même")
    expect(keeper.locator(SAID)).to_contain_text("a déjà une clé")
    keeper.goto(MINE)
    expect(keeper.locator("body")).not_to_contain_text("La même")


def test_a_copy_whose_counter_is_behind_is_refused_and_told(keeper, open_page):
    page, device = keeper, Device(keeper)
    add(page)
    expect(page.locator("h1")).to_have_text("Vos codes de secours")
    stolen = device.keys()[0]
    for _time in range(2):
        leave(page)
        enter_password(page)
        page.get_by_role("button", name="Présenter ma clé d’accès").click()
        page.wait_for_url("**/admin/")
    thief = open_page()
    Device(thief).take(stolen | {"isResidentCredential": True})
    enter_password(thief)
    thief.get_by_role("button", name="Présenter ma clé d’accès").click()
    expect(thief.locator(".messages .error")).to_contain_text("comme si elle avait été copiée")
    pictures(thief, "copied")


class NotFollowed(HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def test_an_answer_that_is_sent_ten_times_at_once_opens_once(keeper, server):
    """The row of the session tells the copies apart."""
    page = keeper
    Device(page)
    add(page)
    expect(page.locator("h1")).to_have_text("Vos codes de secours")
    leave(page)
    page.goto("/admin/login/")
    caught = []

    def keep(route):
        if "credential=" in (route.request.post_data or ""):
            caught.append(route.request.post_data)
            return route.fulfill(status=200, content_type="text/html; charset=utf-8", body="<h1>Gardé</h1>")
        return route.continue_()

    page.route("**/admin/login/cle/", keep)
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.locator("h1")).to_have_text("Gardé")
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())

    def send(_number):
        request = Request(f"{server}/admin/login/cle/", caught[0].encode(), {"Cookie": cookies})  # noqa: S310
        try:
            return build_opener(NotFollowed).open(request).status
        except HTTPError as answer:
            return answer.code

    with ThreadPoolExecutor(10) as crowd:
        answers = sorted(crowd.map(send, range(10)))
    assert answers == [200] * 9 + [302]


# --- What goes wrong, in words ----------------------------------------------------------------------


def test_without_any_device_one_is_told_what_to_plug(keeper):
    Device(keeper).unplug()
    hurry(keeper)
    ask_for_key(keeper, "Aucune")
    keeper.get_by_role("button", name="Créer la clé").click()
    expect(keeper.locator(SAID)).to_contain_text("branchez une clé de sécurité")


def test_who_does_not_answer_is_told_that_time_went_by(keeper):
    Device(keeper, automaticPresenceSimulation=False)
    hurry(keeper)
    ask_for_key(keeper, "Trop tard")
    keeper.get_by_role("button", name="Créer la clé").click()
    expect(keeper.locator(SAID)).to_contain_text("Répondez-lui")
    expect(keeper.locator(SAID)).to_contain_text("le temps a passé")


def test_a_browser_that_knows_no_keys_says_so(open_page):
    page = open_page()
    page.add_init_script("delete window.PublicKeyCredential")
    page.goto("/admin/login/")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.locator(SAID)).to_contain_text("ne connaît pas les clés d’accès")
    expect(page.get_by_role("button", name="Présenter ma clé d’accès")).to_be_hidden()
    pictures(page, "unsupported")


def test_at_another_address_one_is_sent_to_the_right_one(open_page, server):
    page = open_page(base_url=server.replace("localhost", "127.0.0.1"))
    Device(page)
    page.goto("/admin/login/")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.locator(SAID)).to_contain_text(f"ne servent qu’à l’adresse {server}")


def test_without_javascript_the_screens_lead_to_codes(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/admin/login/")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.locator("main")).to_contain_text("demande JavaScript")
    expect(page.get_by_role("button", name="Présenter ma clé d’accès")).to_be_hidden()
    picture(page, "without-script")
    enter_password(page, "ana")
    page.goto("/admin/login/second-facteur/cle/")
    page.get_by_role("link", name="Mettez plutôt en place les codes d’une application").click()
    expect(page.locator("h1")).to_have_text("Votre second facteur")
