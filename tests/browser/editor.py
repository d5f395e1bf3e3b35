"""The gestures of somebody who writes in the editor: each is what a hand does, none knows the server."""

import time

from playwright.sync_api import Error, expect

#: Seconds that a page is given to be what a gesture makes of it.
PATIENCE = 30


def wait_until(page, claim):
    """Waits for a claim (str, JavaScript) to be true, whatever page comes meanwhile; fails after PATIENCE.

    Playwright's own wait_for_function calls `eval` in the page, which our content policy refuses.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if page.evaluate(claim):
                return
        except Error:  # the page is leaving
            pass
        page.wait_for_timeout(100)
    raise AssertionError(claim)


class Editor:
    """The page editor, in a playwright Page."""

    def __init__(self, page):
        self.page = page

    def start(self, kind):
        """Opens the form of a new `kind` (« Article ») from the member's home screen."""
        self.page.goto("/admin/")
        self.page.locator(".write-buttons").get_by_role("link", name=kind, exact=True).click()
        expect(self.page.locator("#id_title")).to_be_visible()
        return self

    def fill(self, **fields):
        for name, value in fields.items():
            self.page.fill(f"#id_{name}", value)
        return self

    def choose(self, **fields):
        for name, label in fields.items():
            self.page.select_option(f"#id_{name}", label=label)
        return self

    def block(self, label=None, stream="body"):
        """Adds a block to a stream and gives it (Locator); `label` where the stream has several kinds."""
        panel = self.page.locator(f"[data-contentpath='{stream}']").first
        children = panel.locator("xpath=.//*[@data-streamfield-child][not(ancestor::*[@data-streamfield-child])]")
        before = children.count()
        panel.locator("button.c-sf-add-button").last.click()
        if label:
            self.page.get_by_role("option", name=label, exact=True).click()
        expect(children).to_have_count(before + 1)
        return panel.locator(f"[data-contentpath='{children.last.get_attribute('data-contentpath')}']")

    def write(self, block, *paragraphs):
        """Types paragraphs into a rich text block."""
        block.locator("[contenteditable=true]").click()
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(paragraph)

    def upload_image(self, block, path):
        """Sends a photo from the block's own chooser."""
        block.get_by_role("button", name="Choisir une image").click()
        self.page.get_by_role("tab", name="Transférer").click()
        self.page.set_input_files("#id_image-chooser-upload-file", str(path))
        expect(self.page.locator("#id_image-chooser-upload-title")).not_to_have_value("")
        self.page.locator("form[action*='chooser'] button[type=submit]").last.click()
        expect(block.locator("img")).to_be_visible()

    def pick_date(self, field, day):
        """Types a date (« 2027-04-24 ») and leaves the calendar that opens."""
        self.page.fill(f"#id_{field}", day)
        self.leave_calendar(self.page.locator(f"label[for=id_{field}]").first)
        return self

    def leave_calendar(self, outside):
        """Clicks beside the calendar that a date field has opened, until it is gone."""
        calendars = self.page.locator(".xdsoft_datetimepicker:visible")
        expect(calendars).not_to_have_count(0)
        while calendars.count():
            outside.dispatch_event("mousedown")
            self.page.wait_for_timeout(100)

    def choose_place(self, typed, name):
        """Finds a town by what people type of it."""
        self.page.get_by_role("button", name="Choisir un lieu").click()
        self._pick_place(typed, name)
        return self

    def choose_towns(self, names):
        """Finds several towns, one after the other, in the list of an appeal."""
        for number, name in enumerate(names):
            self.page.get_by_role("button", name="Ajouter\xa0: ville").click()
            dialog = self.page.locator(".modal-dialog").last
            dialog.locator("input[name=q]").fill(name)
            row = dialog.locator("tr").filter(has_text=name).filter(has_text="commune").first
            row.locator("input[type=checkbox]").check()
            dialog.get_by_role("button", name="Confirmer la sélection").click()
            expect(self.page.locator("input[name^='towns-'][name$='-place']")).to_have_count(number + 1)
        return self

    def _pick_place(self, typed, name):
        dialog = self.page.locator(".modal-dialog").last
        dialog.locator("input[name=q]").fill(typed)
        dialog.get_by_role("link", name=name).first.click()
        expect(self.page.locator(".modal-dialog")).to_have_count(0)

    def save(self):
        self.page.wait_for_timeout(400)  # Draftail hands over what was typed every 250 ms
        return self._send(self.page.get_by_role("button", name="Enregistrer le brouillon").first)

    def more(self, label):
        """One of the actions behind the arrow of the save button."""
        self.page.locator("footer .w-dropdown__toggle").first.click()
        return self._send(self.page.get_by_role("button", name=label))

    def _send(self, button):
        """Clicks, and waits for another page: autosave changes the address, which playwright calls a navigation."""
        self.page.evaluate("window.isThePageBefore = true")
        button.click()
        wait_until(self.page, "!window.isThePageBefore && document.readyState === 'complete'")
        return self
