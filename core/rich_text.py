"""What differs from Wagtail's rich text: its links for readers, its field for writers."""

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from core.privacy import without_restriction


class ReadablePageLinkHandler(PageLinkHandler):
    """As Wagtail's; a link to a draft or to a private page leads nowhere: its address would say its title."""

    @classmethod
    def get_many(cls, attrs_list):
        keys = [attrs.get("id") for attrs in attrs_list]
        readable = without_restriction(Page.objects.live().filter(id__in=keys))
        pages = {str(page.pk): page for page in readable}
        return [pages.get(str(key)) for key in keys]


class RichTextArea(DraftailRichTextArea):
    """As Wagtail's, but its placeholder is in our own styles: Draftail writes another <style> for each field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.options["placeholder"] = ""
