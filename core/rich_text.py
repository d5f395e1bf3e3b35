"""Links of the text to other pages, without their address where the reader may not go."""

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
