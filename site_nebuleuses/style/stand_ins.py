"""What stands in for the rows of a site on the style page: places, themes, a filter, the head and foot of a page."""

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.text import slugify

from agenda.models import AgendaPage
from appeals.models import AppealIndexPage
from articles.models import ArticleIndexPage
from core.context_processors import CONTRIBUTE_SLUG, Frame
from core.filters import ContentFilter
from core.models import Place, SiteDocument, SiteSettings, Theme
from core.place_search import UsedPlace
from home.models import StandardPage
from initiatives.models import InitiativeIndexPage, InitiativePage
from resources.models import ResourceIndexPage

#: Where every link to a stand-in leads.
ADDRESS = "/style/"

GRENOBLE = Place(code="fr-38185", name="Grenoble", department="Isère", region="Auvergne-Rhône-Alpes", country="FR")
TRIESTE = Place(code="it-trieste", name="Trieste", country="IT", country_name="Italie")

THEMES = [
    Theme(title=title, slug=slugify(title))
    for title in ("Folie et psychiatrie", "Logement et rue", "Protection de l’enfance", "Travail social")
]

# A collection is named: asking for the default one is a query, and this module is read before there is a database.
BOOKLET = SiteDocument(
    pk=1, title="Livret de la coordination", file="documents/livret.pdf", file_size=1_240_000, collection_id=1
)


def stand_in(model, key, title, summary="", **fields):
    """A page of `model` as a list would give it, without a row; `key` (int) is its own among the stand-ins."""
    page = model(pk=key, title=title, slug=fields.pop("slug", slugify(title)), **fields)
    page.specific_class = model
    page.get_url = page.get_full_url = lambda **_context: ADDRESS
    if hasattr(model, "describe_kind"):
        page.summary = summary
        page.kind_label, page.when_label = str(page.describe_kind()), str(page.describe_when())
    return page


class SampleFrame(Frame):
    """The head and foot of a site that has every section, without a query."""

    name = "Nébuleuses"

    @cached_property
    def settings(self):
        return SiteSettings(
            tagline="Alternatives, réflexions et luttes dans le travail social et le soin",
            footer="Un collectif sans chef·fe ni salarié·e. Ses textes se copient, en disant d’où ils viennent.",
            social_links=[("link", {"label": "Mastodon", "url": "https://example.org/@nebuleuses"})],
        )

    @cached_property
    def first_level(self):
        return [
            stand_in(InitiativeIndexPage, 101, "Initiatives", show_in_menus=True),
            stand_in(ArticleIndexPage, 102, "Réflexions", show_in_menus=True),
            stand_in(AppealIndexPage, 103, "Appels", show_in_menus=True),
            stand_in(AgendaPage, 104, "Agenda", show_in_menus=True),
            stand_in(ResourceIndexPage, 105, "Ressources", show_in_menus=True),
            stand_in(StandardPage, 106, "Qui nous sommes"),
            stand_in(StandardPage, 107, "Contribuer", slug=CONTRIBUTE_SLUG),
        ]

    def trail(self, page):
        return self.first_level[:2]


class SampleFilter(ContentFilter):
    """The filter of the initiatives, over what a small site would have stored: it asks the database nothing."""

    themes = THEMES
    _used_places = [
        UsedPlace(number, place.name, place.department, place.region, place.country_name, place.country)
        for number, place in enumerate((GRENOBLE, TRIESTE))
    ]
    _combinations = [
        ("Lieu de vie", "co_managed", "edge", 24),
        ("Groupe d’entraide", "self_managed", "outside", 11),
        ("Service public transformé", "professionals", "inside", 7),
    ]

    def __init__(self, query="", **options):
        options = {"filters": InitiativeIndexPage.filters, "orders": InitiativeIndexPage.orders} | options
        super().__init__(QueryDict(query), InitiativePage.objects.none(), **options)

    @cached_property
    def place(self):
        return next((place for place in (GRENOBLE, TRIESTE) if place.code == self._read.get("lieu")), None)
