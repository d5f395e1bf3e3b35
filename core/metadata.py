"""What the head of a public page says of it to machines: its one address, how to quote it, what it is about.

Everything comes from what the view has already asked: the metadata of a page costs no query.
"""

from html import unescape

from django.templatetags.static import static
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from core.machine_addresses import root_url
from core.models import ContentPage
from core.structured_data import as_json, breadcrumb, node


class Metadata:
    """The metadata of the page that a template `context` is about.

    A Wagtail page has them, and a filtered list (`filter` in the context); an error page has no canonical address,
    and says nothing.
    """

    def __init__(self, context):
        self.context = context
        self.frame, self.request = context["frame"], context["request"]
        page = context.get("page")
        self.page = page if page is not None and page.pk and page.path else None
        self.theme = context.get("theme")
        self.filter = context.get("filter")

    @cached_property
    def root(self):
        """Scheme, host and port of the site (str, without a final slash)."""
        return root_url(self.request)

    @cached_property
    def canonical(self):
        """The one address of what is shown (str): without unknown parameters, order or sort; empty for an error."""
        if self.filter is not None:
            query = self.filter.address(tri=None, page=self.page_number)
            return f"{self.root}{escape_uri_path(self.request.path)}{query}"
        return (self.page.get_full_url(self.request) or "") if self.page else ""

    @property
    def page_number(self):
        contents = self.context.get("contents")
        return contents.number if contents else 1

    @property
    def is_indexable(self):
        """False for a filtered list, and for the pages of a search: one list has thousands of them."""
        if self.filter is None:
            return True
        return not self.filter.is_active and (self.page_number == 1 or bool(self.page or self.theme))

    @property
    def title(self):
        if self.page:
            return self.page.seo_title or self.page.title
        return self.theme.title if self.theme else _("Recherche")

    @property
    def description(self):
        """One or two sentences (str, one line; may be empty): what editors wrote for it, else how the page begins."""
        candidates = (
            getattr(self.page, "search_description", ""),
            getattr(self.page, "summary", ""),
            unescape(strip_tags(getattr(self.page, "introduction", "") or "")),
            getattr(self.theme, "description", ""),
            self.frame.settings.tagline,
        )
        return next((" ".join(text.split()) for text in candidates if text and text.strip()), "")

    @property
    def is_content(self):
        return isinstance(self.page, ContentPage)

    @cached_property
    def image(self):
        """The whole address (str) of the social card of this page, or of the home page where there is no page."""
        key = self.page.pk if self.page else getattr(self.frame.site, "root_page_id", None)
        return self.root + reverse("social-card", args=[key]) if key else ""

    # --- schema.org -----------------------------------------------------------------------------

    @property
    def publisher(self):
        """The node of the collective that publishes the site (dict); the home page says more of the same `@id`."""
        return node("Organization", name=self.frame.name, url=f"{self.root}/") | {"@id": f"{self.root}/#collectif"}

    @property
    def publisher_in_full(self):
        return self.publisher | node(
            "Organization",
            logo=f"{self.root}{static('img/favicon.svg')}",
            description=self.frame.settings.tagline,
            sameAs=[link["url"] for link in self.frame.social_links],
        )

    @property
    def website(self):
        """The node of the site, with how to search in it (dict)."""
        target = node("EntryPoint", urlTemplate=f"{self.root}{reverse('search')}?q={{search_term_string}}")
        action = node("SearchAction", target=target) | {"query-input": "required name=search_term_string"}
        return node("WebSite", name=self.frame.name, url=f"{self.root}/", inLanguage="fr", potentialAction=action) | {
            "publisher": {"@id": self.publisher["@id"]}
        }

    @property
    def trail(self):
        """The way to this page (list of (name, whole address)), home first; empty for home and for the search."""
        home = (_("Accueil"), f"{self.root}/")
        if self.theme:
            return [home, (self.theme.title, f"{self.root}{self.theme.get_absolute_url()}")]
        if not self.page or self.page.pk == getattr(self.frame.site, "root_page_id", None):
            return []
        pages = [*self.frame.trail(self.page), self.page]
        return [home, *((page.title, page.get_full_url(self.request)) for page in pages)]

    @property
    def json_ld(self):
        """The nodes of schema.org as the text of a script element (safe str); empty where nothing is known."""
        describe = getattr(self.page, "structured_data", None)
        nodes = describe(self.context) if describe else []
        if trail := self.trail:
            nodes = [*nodes, breadcrumb(trail)]
        return as_json(nodes) if nodes else ""
