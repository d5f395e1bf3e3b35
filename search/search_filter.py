"""SearchFilter: what an address asks of every kind of content together, and the answers."""

from collections import Counter

from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.filter_form import UNREADABLE_YEAR
from core.list_filters import Asked, SectionFilter
from core.models import ContentPage, Theme
from core.ordering import RECENT, Order
from core.place_search import suggested_names
from search.answers import answers_to, best_first, last_published_first, oldest_first
from search.catalogue import current_catalogue
from search.facets import narrow
from search.place_facet import KnownPlaces
from search.query import MOST_CHARACTERS
from search.search_facets import by_kind, by_side, by_theme, by_time, by_year
from search.search_form import SearchForm
from search.sections import content_types

BEST = Order("pertinence", gettext_lazy("Meilleure réponse"), best_first)
LAST = Order(RECENT.name, RECENT.label, last_published_first)
OLDEST = Order("ancien", gettext_lazy("Année, de la plus ancienne"), oldest_first)
#: Places whose names, and those of what contains them, are offered to somebody who types one.
MOST_PLACE_NAMES = 40
#: Of the answers, what a feed may choose its entries from.
MOST_FED = 1000


def by_section():
    """The filter that keeps one kind of content (SectionFilter)."""
    return SectionFilter("type", gettext_lazy("Sorte"), content_types())


class SearchFilter:
    """What `parameters` (QueryDict) ask of `/recherche/` and its feed; templates read it like a ContentFilter.

    A value that cannot be read narrows nothing; for a place and a year, which are typed, `errors` says so.
    """

    common = ("q", "theme", "lieu", "annee")

    def __init__(self, parameters, home_country, *, for_feed=False):
        self._read = SearchForm(parameters).cleaned_data
        self._for_feed = for_feed
        self._home_country = home_country
        self.contents = ContentPage.objects.published()

    # --- What is asked --------------------------------------------------------------------------

    @cached_property
    def answers(self):
        """What answers to the words (search.answers.Answers), before any facet."""
        return answers_to(self._read["q"], self._catalogue)

    @cached_property
    def _catalogue(self):
        return current_catalogue()

    @property
    def words(self):
        return self._read["q"][:MOST_CHARACTERS] if self.answers.query else ""

    @property
    def page_number(self):
        return self._read.get("page") or 1

    @property
    def orders(self):
        return (BEST, LAST, OLDEST) if self.answers.scores else (LAST, OLDEST)

    @property
    def usual_order(self):
        return self.orders[0]

    @property
    def order(self):
        return next((order for order in self.orders if order.name == self._read["tri"]), self.usual_order)

    @property
    def facets(self):
        """The facets (list of search.facets.Facet), counted."""
        return self._narrowed[0]

    @property
    def useful_facets(self):
        return [facet for facet in self.facets if facet.is_useful or facet.name in self.errors]

    @property
    def rows(self):
        """What the facets leave of the answers (list of search.catalogue.Row)."""
        return self._narrowed[1]

    @cached_property
    def errors(self):
        """What could not be read of what somebody typed (dict: parameter → French sentence)."""
        errors = {}
        if self._unknown_places:
            errors["lieu"] = _("Lieu inconnu. Essayez une ville, une région ou un pays.")
        if self._unknown_years:
            errors["annee"] = UNREADABLE_YEAR
        return errors

    @property
    def typed(self):
        """What to show in the fields that are typed (dict: parameter → str): what is understood is a facet's."""
        return {
            "q": self._read["q"][:MOST_CHARACTERS],
            "lieu": "".join(self._unknown_places[-1:])[:120],
            "annee": "".join(self._unknown_years[-1:])[:20],
        }

    @cached_property
    def active(self):
        """What the address asks and the list obeys, in words (list of core.filters.Asked)."""
        asked = [Asked("q", _("Mots"), self.words, self.address(q=None))] if self.words else []
        for facet in self.facets:
            for option in facet.options:
                if option.is_chosen:
                    others = [value for value in facet.chosen if value != option.value]
                    asked.append(Asked(facet.name, facet.label, option.label, self.address(**{facet.name: others})))
        return asked

    @property
    def is_active(self):
        return bool(self.words or any(facet.chosen for facet in self.facets))

    # --- What it does ---------------------------------------------------------------------------

    def apply(self, contents):
        """Those of `contents` (ContentQuerySet) that the address asks, the last thousand published."""
        return contents.filter(pk__in=last_published_first(self.answers, self.rows)[:MOST_FED])

    def results(self):
        """The keys of what to show (list of int), in the order asked: what a Paginator takes."""
        return self.order.arrange(self.answers, self.rows)

    def count_everything(self):
        """How many there are without any filter (int, or None where nobody asked for everything: it is slow)."""
        return None if self.is_active else len(self.rows)

    def address(self, **changes):
        """The query string (str: empty, or with its « ? ») of the same list with `changes`; None removes a parameter.

        Only what was understood is in it, in one order: it is the canonical one, without the page.
        """
        values = {
            "q": self.words,
            **{facet.name: facet.chosen for facet in self.facets},
            "tri": self.order.name if self.order != self.usual_order else "",
        }
        values.update(changes)
        if values.get("page") == 1:
            del values["page"]
        query = urlencode({name: value for name, value in values.items() if value}, doseq=True)
        return f"?{query}" if query else ""

    # --- What the form offers -------------------------------------------------------------------

    @property
    def place_names(self):
        """What to offer to somebody who types a place (list of str)."""
        times = Counter(row.place for row in self.answers.rows if row.place)
        known = self._places.by_key
        used = [known[key] for key, _times in times.most_common(MOST_PLACE_NAMES) if key in known]
        return suggested_names(used)

    @cached_property
    def looser(self):
        """The same words without quotation marks, exclusions nor names (str), if they have answers; else empty."""
        looser = self.answers.query.looser
        is_looser = looser and looser != " ".join(self.words.split())
        return looser if is_looser and answers_to(looser, self._catalogue).rows else ""

    @property
    def themes(self):
        """The themes of everything that is published (QuerySet of Theme), for who found nothing."""
        return Theme.objects.filter(contents__in=self.contents.order_by().values("pk")).distinct()

    @cached_property
    def _narrowed(self):
        makers = {
            "type": by_kind,
            "theme": lambda: by_theme(self._catalogue.themes),
            "lieu": lambda: self._places.facet(),
            "annee": by_year,
            "ou": lambda: by_side(self._places.by_key, self._home_country),
            "quand": by_time,
        }
        # A feed offers nothing: it needs to know of what is chosen only.
        facets = [make() for name, make in makers.items() if self._read[name] or not self._for_feed]
        for facet in facets:
            if facet.name != "lieu":  # places are recognised by their names, too
                facet.chosen = [value for value in self._read[facet.name] if facet.accepts(value)]
        return facets, narrow(self.answers.rows, facets)

    @cached_property
    def _places(self):
        return KnownPlaces(self._catalogue.places, self.answers.rows, self._read["lieu"])

    @property
    def _unknown_places(self):
        return self._places.unknown if self._read["lieu"] else []

    @property
    def _unknown_years(self):
        years = next((facet.chosen for facet in self.facets if facet.name == "annee"), ())
        return [text for text in self._read["annee"] if text not in years]
