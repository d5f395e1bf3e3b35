"""ContentFilter: what an address asks of a list, and the only reader of its parameters."""

from array import array

from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from core.filter_form import ContentFilterForm
from core.list_filters import Asked, Select
from core.models.content import ContentPage
from core.models.theme import Theme
from core.ordering import BY_TITLE, RECENT
from core.place_search import recognised_place, suggested_names, used_places

#: What every list of contents may be asked, by the names of the address.
COMMON = ("theme", "lieu", "annee")


class ContentFilter:
    """What `parameters` (QueryDict) ask of `contents` (ContentQuerySet: what the list holds before any filter).

    A value that cannot be read is ignored, never an error page; for a place and a year, which are typed, `errors`
    says so. `filters` (core.list_filters) and `orders` (core.ordering, the usual one first) are the list's own,
    `common` what it accepts of the parameters that all lists share. `apply` needs no page: feeds call it too.

    What does not depend on the address grows with the contents; `recall` (core.page_cache.known.recall_of, or None) is
    where readers share it.
    """

    form_class = ContentFilterForm

    def __init__(self, parameters, contents, *, common=COMMON, filters=(), orders=(RECENT, BY_TITLE), recall=None):
        self._contents = contents
        self._recall = recall
        self.common = common
        self._filters = filters
        self._orders = orders
        self._form = self.form_class(parameters, common, [own.name for own in filters])
        self._form.is_valid()
        self._read = self._form.cleaned_data

    @property
    def contents(self):
        """What the list holds before any filter (ContentQuerySet)."""
        return self._contents

    @property
    def _every(self):
        """`contents` in no order, for what reads them all: asked by type, nothing else of the tree is looked at."""
        contents = self.contents.order_by()
        return contents if contents.model is ContentPage else contents.of_kinds([contents.model])

    # --- What is asked --------------------------------------------------------------------------

    @property
    def page_number(self):
        return self._read.get("page") or 1

    @property
    def year(self):
        return self._read.get("annee")

    @cached_property
    def theme(self):
        slug = self._read.get("theme")
        offered = self.themes if slug else []
        found = next((theme for theme in offered if theme.slug == slug), None)
        return found or (Theme.objects.filter(slug=slug).first() if slug else None)

    @cached_property
    def place(self):
        text = self._read.get("lieu")
        return recognised_place(text, self._used_places) if text else None

    @cached_property
    def chosen(self):
        """The option chosen in each of the list's own filters (dict: parameter → core.list_filters.Option)."""
        found = {}
        for own in self._filters:
            value = self._read.get(own.name)
            option = value and next((option for option in self._options[own.name] if option.value == value), None)
            if option:
                found[own.name] = option
        return found

    @property
    def orders(self):
        return self._orders

    @property
    def order(self):
        """How the list is read (core.ordering.Order): as usual, unless another is asked; None if there is but one."""
        return next((order for order in self.orders if order.name == self._read.get("tri")), self.usual_order)

    @property
    def usual_order(self):
        return self.orders[0] if self.orders else None

    @cached_property
    def errors(self):
        """What could not be read of what somebody typed (dict: parameter → French sentence)."""
        errors = {name: messages[0] for name, messages in self._form.errors.items() if name == "annee"}
        if self._read.get("lieu") and not self.place:
            errors["lieu"] = _("Lieu inconnu. Essayez une ville, une région ou un pays.")
        return errors

    @property
    def typed(self):
        """What to show in the fields that are typed (dict: parameter → str): as it was, or as it was understood."""
        typed = dict(self._form.typed)
        if self.place:
            typed["lieu"] = str(self.place)
        return typed

    @cached_property
    def active(self):
        """What the address asks and the list obeys, in words (list of Asked); empty for the whole list."""
        said = [(own.name, own.label, self.chosen[own.name].label) for own in self._filters if own.name in self.chosen]
        said += [("theme", _("Thème"), self.theme), ("lieu", _("Lieu"), self.place), ("annee", _("Année"), self.year)]
        return [
            Asked(name, str(label), str(value), self.address(**{name: None})) for name, label, value in said if value
        ]

    @property
    def is_active(self):
        return bool(self.active)

    @property
    def is_whole(self):
        """Whether nothing is asked, nor typed, page aside (bool): its form is then the same for everybody."""
        return not (self.address() or any(self.typed.values()))

    # --- What it does ---------------------------------------------------------------------------

    def apply(self, contents):
        """`contents` (ContentQuerySet) narrowed to what the address asks; neither its order nor its page."""
        contents = self.apply_to_kind(contents)
        if self.place:
            contents = contents.located_in(self.place)
        if self.year:
            contents = contents.of_year(self.year)
        return contents

    def apply_to_kind(self, contents):
        """As `apply`, but for when and where: those belong to each date of the agenda, not to its content."""
        if self.theme:
            contents = contents.about([self.theme])
        for option in self.chosen.values():
            contents = option.narrow(contents)
        return contents

    def results(self):
        """The keys of what to show, in the order asked: what a Paginator takes."""
        return self._all_keys if self._recall and not self.is_active else self.order.arrange(self.apply(self.contents))

    @property
    def _all_keys(self):
        """The keys of the whole list in the order asked: its last page costs what its first does."""
        return self._recalled(self.order.name, lambda: array("q", self.order.arrange(self._every)))

    def count_everything(self):
        """How many there are without the filter (int): no query more, where the form has asked what is stored."""
        if self._fields:
            return sum(times for *_values, times in self._combinations)
        return self._recalled("number", self._every.count)

    def address(self, **changes):
        """The query string (str: empty, or with its « ? ») of the same list with `changes`; None removes a parameter.

        Only what was understood is in it, in one order: it is the canonical one, without the page.
        """
        values = {
            **{own.name: self.chosen[own.name].value for own in self._filters if own.name in self.chosen},
            "theme": self.theme and self.theme.slug,
            "lieu": self.place and self.place.code,
            "annee": self.year,
            "tri": self.order != self.usual_order and self.order.name,
        }
        values.update(changes)
        if values.get("page") == 1:
            del values["page"]
        query = urlencode({name: value for name, value in values.items() if value})
        return f"?{query}" if query else ""

    # --- What the form offers -------------------------------------------------------------------

    @property
    def located(self):
        """What has the places that the list is about (QuerySet of Located)."""
        return self._every

    @cached_property
    def themes(self):
        """The themes of the contents of the list (list of Theme), if it may be asked for one."""
        if "theme" not in self.common:
            return []
        return self._recalled("themes", lambda: list(self._every.carried_themes()))

    @property
    def theme_select(self):
        """The choice of a theme (Select), or None where there is none."""
        options = [(theme.slug, theme.title, theme == self.theme) for theme in self.themes]
        return Select("theme", _("Thème"), options) if options else None

    @property
    def place_names(self):
        """What to offer to somebody who types a place (list of str)."""
        return suggested_names(self._used_places)

    @cached_property
    def selects(self):
        """The list's own filters (list of Select), without the options that nothing published has."""
        selects = []
        for own in self._filters:
            chosen = self.chosen.get(own.name)
            offered = [option for option in self._options[own.name] if option.is_used or option == chosen]
            if offered:
                options = [(option.value, option.label, option == chosen) for option in offered]
                selects.append(Select(own.name, own.label, options))
        return selects

    @cached_property
    def _used_places(self):
        return self._recalled("places", lambda: used_places(self.located))

    @cached_property
    def _options(self):
        """The options of each of the list's own filters (dict: parameter → list of Option)."""
        columns = zip(*self._combinations, strict=True)
        stored = dict(zip(self._fields, map(set, columns), strict=False))
        model = self.contents.model
        return {own.name: own.options(model, stored.get(own.field, set())) for own in self._filters}

    @property
    def _fields(self):
        return [own.field for own in self._filters if own.field]

    @cached_property
    def _combinations(self):
        """What is stored in the fields of the filters, and how many times (list of tuples). One query for all."""
        if not self._fields:
            return []
        return self._recalled("combinations", lambda: list(self._every.combinations(self._fields)))

    def _recalled(self, key, read):
        return self._recall(key, read) if self._recall else read()
