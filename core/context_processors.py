"""What every public page shows around its content."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject, cached_property
from wagtail.models import Site

from core.first_level import first_level
from core.models import SiteSettings, site_name

#: The last part of the address of the page that says how to contribute.
CONTRIBUTE_SLUG = "contribuer"


class Frame:
    """The head and foot of a page; each part is asked for once, and only where a template shows it."""

    def __init__(self, request):
        self.request = request
        self._trails = {}

    @property
    def is_for_a_member(self):
        """Whether whoever asks may have signed in (bool), known without opening a session: a page that opens one is
        nobody else's, and is not kept (core.page_cache)."""
        return settings.SESSION_COOKIE_NAME in self.request.COOKIES

    @cached_property
    def site(self):
        return Site.find_for_request(self.request)

    @cached_property
    def settings(self):
        return SiteSettings.of(self.request)

    @cached_property
    def name(self):
        return site_name(self.site)

    @property
    def first_level(self):
        return first_level(self.request)

    def trail(self, page):
        """The pages between the home page and `page` (list); asks the database, once, only under the second level."""
        if not page.path or page.depth <= 3:
            return []
        if page.depth == 4:
            return [known for known in self.first_level if page.path.startswith(known.path)]
        if page.pk not in self._trails:
            self._trails[page.pk] = list(page.get_ancestors().filter(depth__gte=3, live=True))
        return self._trails[page.pk]

    @property
    def menu(self):
        return [page for page in self.first_level if page.show_in_menus]

    @cached_property
    def contribute(self):
        """The page that says how to contribute (Page, or None on a site that has none)."""
        return next((page for page in self.first_level if page.slug == CONTRIBUTE_SLUG), None)

    @property
    def simple_pages(self):
        """About, charter, credits: what the foot links to; how to contribute has its own places."""
        return [page for page in self.first_level if not page.show_in_menus and page.slug != CONTRIBUTE_SLUG]

    @cached_property
    def social_links(self):
        return [block.value for block in self.settings.social_links]


def navigation(request):
    """`frame`: what surrounds the page; `menu`: the pages of the first level that are in menus, in their order."""
    frame = Frame(request)
    return {"frame": frame, "menu": SimpleLazyObject(lambda: frame.menu)}
