"""One save at a time: the editor saves by itself while somebody writes, and the hand clicks when it likes."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.browser.editor import Editor, wait_until

pytestmark = pytest.mark.browser

ADD = "**/admin/pages/add/articles/articlepage/*/"
#: Where a page is created or saved, previews excepted.
SAVING = re.compile(r"/admin/pages/(add/articles/articlepage/\d+|\d+/edit)/(\?.*)?$")
SAVE = "footer button.action-save"

#: What the editor's scripts say to each other: changes are watched, a save is announced, or given up.
LISTEN = """
    addEventListener("w-unsaved:watch-edits", () => console.info("watching"));
    addEventListener("w-autosave:save", (event) => console.info(event.defaultPrevented ? "given up" : "announced"));
"""


class Writing:
    """A member before the form of a new article, and what the editor sends meanwhile."""

    def __init__(self, page):
        self.page = page
        #: « by hand » or « by itself » for each save, in order; addresses that were refused; what LISTEN heard.
        self.saves, self.refused, self.heard = [], [], []
        self.withheld = None
        page.on("request", self._note)
        page.on("response", lambda answer: self.refused.append(answer.url) if answer.status >= 400 else None)
        page.on("console", lambda message: self.heard.append(message.text))
        page.add_init_script(LISTEN)
        self.editor = Editor(page).start("Article")
        self.until(lambda: "watching" in self.heard)
        page.wait_for_timeout(500)  # the form is looked at twice, and what is typed in between is no change

    def _note(self, request):
        if request.method == "POST" and SAVING.search(request.url):
            self.saves.append(self._by(request))

    @staticmethod
    def _by(request):
        return "by itself" if "json" in request.headers.get("accept", "") else "by hand"

    def until(self, condition):
        """Waits for `condition` (callable), even when the browser is between two pages."""
        for _attempt in range(PATIENCE // 50):
            if condition():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError((self.saves, self.refused, self.heard))

    def name(self, title):
        """Types a title and leaves it: a page has no address before that."""
        self.page.fill("#id_title", title)
        self.page.locator("#id_title").blur()
        expect(self.page.locator("#id_slug")).not_to_have_value("")

    def withhold(self, who, reaches_the_server=True):
        """Keeps back the answer to the first save made « by hand » or « by itself », until `give_back`."""

        def keep(route):
            if self.withheld or route.request.method != "POST" or self._by(route.request) != who:
                route.fallback()
            else:
                self.withheld = (route, route.fetch(max_redirects=0) if reaches_the_server else None)

        self.page.route(ADD, keep)

    def until_withheld(self):
        self.until(lambda: self.withheld)

    def give_back(self):
        route, answer = self.withheld
        route.fulfill(response=answer)

    def click(self, button, times=1):
        """Clicks as fast as a hand can: before the first click has changed anything."""
        self.page.evaluate("window.isThePageBefore = true")
        button.evaluate("(button, times) => { for (let n = 0; n < times; n++) button.click(); }", times)

    def until_next_page(self):
        wait_until(self.page, "!window.isThePageBefore && document.readyState === 'complete'")

    def assert_saved_once(self, title, saves):
        """One page, nothing refused, and `saves` (list of « by hand », « by itself ») were sent."""
        pages = self.page.request.get("/admin/api/main/pages/", params={"title": title}).json()
        assert (pages["meta"]["total_count"], self.refused, self.saves) == (1, [], saves)
        assert "/add/" not in self.page.url, "the form came back"


@pytest.fixture
def writing(sign_in):
    return Writing(sign_in("ana"))


def test_a_click_while_the_editor_saves_waits_and_is_sent_once(writing):
    title = "Un clic impatient"
    writing.withhold("by itself")
    writing.name(title)
    writing.until_withheld()
    writing.editor.fill(summary="Tapé pendant que l’éditeur enregistrait.")
    writing.click(writing.page.locator(SAVE).first, times=2)
    writing.give_back()
    writing.until_next_page()
    expect(writing.page.locator("#id_title")).to_have_value(title)
    expect(writing.page.locator("#id_summary")).to_have_value("Tapé pendant que l’éditeur enregistrait.")
    writing.assert_saved_once(title, ["by itself", "by hand"])


def test_what_the_button_says_is_done_after_the_wait(sign_in):
    title = "Publié sans attendre"
    writing = Writing(sign_in("chloe"))
    writing.withhold("by itself")
    writing.name(title)
    writing.until_withheld()
    writing.editor.fill(summary="Deux phrases. Pas plus.", signature="une veilleuse")
    writing.page.locator("footer .w-dropdown__toggle").first.click()
    publish = writing.page.locator("[name=action-publish]")
    writing.click(publish)
    expect(publish).to_be_disabled()
    writing.give_back()
    writing.until_next_page()
    expect(writing.page.locator(".messages")).to_contain_text("publiée")
    writing.assert_saved_once(title, ["by itself", "by hand"])


def test_a_click_before_the_editor_has_sent_anything_is_the_only_save(writing):
    title = "Plus vif que l’éditeur"
    writing.page.locator("#page-edit-form").evaluate("form => { form.dataset.wAutosaveIntervalValue = 4000; }")
    writing.withhold("by hand")
    writing.name(title)
    writing.until(lambda: "announced" in writing.heard)
    writing.click(writing.page.locator(SAVE).first)
    writing.until_withheld()
    writing.page.wait_for_timeout(4000)  # the editor would have sent by now what it had announced
    writing.give_back()
    writing.until_next_page()
    writing.assert_saved_once(title, ["by hand"])


def test_nothing_is_saved_by_itself_between_a_click_and_the_next_page(writing):
    title = "Tapé trop tard"
    writing.withhold("by hand")
    writing.name(title)
    writing.page.locator("#id_summary").focus()
    writing.click(writing.page.locator(SAVE).first)
    writing.until_withheld()
    writing.page.keyboard.type("Encore un mot.")
    writing.until(lambda: "given up" in writing.heard)
    writing.give_back()
    writing.until_next_page()
    writing.assert_saved_once(title, ["by hand"])


def test_an_answer_that_never_comes_is_not_waited_for_long(writing):
    title = "Sans réponse"
    writing.page.clock.install()
    writing.withhold("by itself", reaches_the_server=False)
    writing.name(title)
    writing.until_withheld()
    writing.click(writing.page.locator(SAVE).first)
    writing.page.clock.fast_forward(10_000)
    writing.until_next_page()
    writing.assert_saved_once(title, ["by itself", "by hand"])
