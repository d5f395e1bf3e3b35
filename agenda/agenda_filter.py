"""AgendaFilter: what an address asks of dates, whose place and day are their own rather than their content's."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.search.backends import get_search_backend

from agenda.agenda_form import AgendaFilterForm
from agenda.dated_models import dated_kinds
from agenda.horizon import horizon
from agenda.known import organisers, read_known
from agenda.models.calendar_entry import CalendarEntry
from agenda.models.event import EventPage
from agenda.models.occurrence import Cards, Occurrence
from core.calendar import say_date
from core.filters import ContentFilter
from core.french import plain_words
from core.keys import Keys
from core.list_filters import Asked, FieldFilter, Select, address_value
from core.models import ContentPage

FILTERS = (FieldFilter("sorte", _("Sorte"), "kind_label"),)
#: Which dates a list holds before any filter.
UPCOMING, PAST, ALL = "upcoming", "past", "all"
#: What each list may be asked, by the names of the address.
ASKED_OF_UPCOMING = ("theme", "lieu", "du", "au", "par")
ASKED_OF_PAST = ("q", "theme", "lieu", "annee", "par")
ASKED_OF_MONTH = ("theme", "lieu", "par")
#: The value of `?lieu=` for what one may take part in from anywhere.
ONLINE = "en-ligne"
#: Dates that are counted and paged; farther, one looks by month or by period.
MOST_COUNTED = 1000


class AgendaFilter(ContentFilter):
    """As ContentFilter, for the dates of any dated contents: those to come, those that are past, or all of them.

    What the filter offers is read from the entries that the dates belong to: there are far fewer of them.
    """

    form_class = AgendaFilterForm

    def __init__(self, parameters, span=UPCOMING, common=ASKED_OF_UPCOMING, recall=None):
        self._span = span
        super().__init__(parameters, None, filters=FILTERS, orders=(), common=common, recall=recall)

    @property
    def contents(self):
        return ContentPage.objects.published().filter(pk__in=self._entries.order_by().values("content"))

    @cached_property
    def _entries(self):
        entries = CalendarEntry.objects.of_public().offered()
        return entries if self.span == ALL else entries.unfinished() if self.span == UPCOMING else entries.begun()

    @cached_property
    def _dates(self):
        dates = Occurrence.objects.of_published()
        return dates.in_order() if self.span == ALL else dates.upcoming() if self.span == UPCOMING else dates.past()

    @property
    def _counted(self):
        return self._dates.order_by()[:MOST_COUNTED]

    @property
    def span(self):
        """UPCOMING, PAST or ALL: who asks for days that have passed is shown them."""
        looks_back = self._span == UPCOMING and self.first_day and self.first_day < timezone.localdate()
        return ALL if looks_back else self._span

    # --- What is asked --------------------------------------------------------------------------

    @property
    def first_day(self):
        return self._read.get("du")

    @property
    def last_day(self):
        """The last day asked (date or None); one before the first is not understood."""
        last = self._read.get("au")
        return None if last and self.first_day and last < self.first_day else last

    @property
    def words(self):
        """What is searched (str); signs without a word are nothing."""
        words = self._read.get("q", "")
        return words if plain_words(words) else ""

    @property
    def is_online(self):
        return address_value(self._read.get("lieu", "")) == ONLINE

    @cached_property
    def place(self):
        return None if self.is_online else super().place

    @cached_property
    def organiser(self):
        """The content that organises (ContentPage), or None."""
        slug = self._read.get("par")
        offered = (one for one in self._known.organisers if one.slug == slug)
        return (next(offered, None) or organisers().filter(slug=slug).first()) if slug else None

    @property
    def is_understood(self):
        """Whether everything it names exists: who follows what is gone is not sent everything else instead."""
        found = {"sorte": self.chosen, "theme": self.theme, "lieu": self.place or self.is_online, "par": self.organiser}
        return all(found[name] for name in found if self._form.data.get(name))

    @property
    def narrows_days(self):
        """Whether it keeps some dates of a series and not others."""
        return bool(self.first_day or self.last_day or self.year)

    @cached_property
    def errors(self):
        errors = {name: said for name, said in super().errors.items() if not (name == "lieu" and self.is_online)}
        errors |= {name: said[0] for name, said in self._form.errors.items() if name in {"du", "au"}}
        if self._read.get("au") and not self.last_day:
            errors["au"] = _("Ce jour est avant le premier.")
        return errors

    @cached_property
    def active(self):
        own = [
            ("q", _("Mots"), self.words),
            ("lieu", _("Lieu"), self.is_online and _("en ligne")),
            ("par", _("Par"), self.organiser and self.organiser.title),
            ("du", _("À partir du"), self.first_day and say_date(self.first_day)),
            ("au", _("Jusqu’au"), self.last_day and say_date(self.last_day)),
        ]
        said = [
            Asked(name, str(label), str(value), self.address(**{name: None})) for name, label, value in own if value
        ]
        return super().active + said

    def address(self, **changes):
        own = {
            "q": self.words,
            "par": self.organiser and self.organiser.slug,
            "du": self.first_day and self.first_day.isoformat(),
            "au": self.last_day and self.last_day.isoformat(),
        }
        if self.is_online:
            own["lieu"] = ONLINE
        return super().address(**(own | changes))

    # --- What it does ---------------------------------------------------------------------------

    def dates(self):
        """The dates that the address asks (OccurrenceQuerySet), in their order."""
        return self._narrow_days(self._located(self._narrow(self._dates)))

    def entries(self):
        """The entries (CalendarEntryQuerySet) of what the address asks, whatever the days."""
        entries = self._narrow(self._entries)
        # One date of a series may be elsewhere than the others.
        return entries.filter(pk__in=self._located(self._dates).order_by().values("entry")) if self.place else entries

    def _narrow(self, rows):
        """`rows` (of Occurrence or CalendarEntry) narrowed to what the address asks, but for the place and the days."""
        if self._narrows_contents:
            rows = rows.filter(content__in=self._narrow_contents(ContentPage.objects.all()).values("pk"))
        if self.is_online:
            rows = rows.filter(content__in=EventPage.objects.exclude(online_url="").values("contentpage_ptr"))
        return rows

    def _located(self, dates):
        return dates.located_in(self.place) if self.place else dates

    def _narrow_days(self, dates):
        dates = dates.between(self.first_day, self.last_day)
        return dates.of_year(self.year) if self.year else dates

    @property
    def _narrows_contents(self):
        return bool(self.theme or self.chosen or self.organiser or self.words)

    def _narrow_contents(self, contents):
        contents = self.apply_to_kind(contents)
        if self.organiser:
            contents = contents.filter(pk__in=EventPage.objects.filter(organiser=self.organiser).values("pk"))
        if self.words:
            contents = contents.filter(pk__in=Keys(get_search_backend().search(self.words, ContentPage).scores))
        return contents

    def apply(self, contents):
        return contents.filter(pk__in=self.dates().order_by().values("content"))

    def results(self):
        return Cards(self.dates(), None if self.span == PAST else self.first_day or timezone.localdate())

    def count_everything(self):
        """How many there are without the filter (int, MOST_COUNTED at most); as it is known, beside a narrowed list."""
        return self._known.number if self.is_active else self._counted.count()

    def has_dates_around(self, month):
        """Whether there may be dates before a Month, and after it (pair of bool): an agenda is not walked for ever."""
        begins_at = self._known.begins_at
        return bool(begins_at and timezone.localdate(begins_at) < month.first), month.next.first < horizon()

    # --- What the form offers -------------------------------------------------------------------

    @cached_property
    def _known(self):
        return self._recalled(self.span, lambda: read_known(self._entries, self._counted))

    @property
    def themes(self):
        return self._known.themes

    @property
    def _used_places(self):
        return self._known.places

    @cached_property
    def _combinations(self):
        known, asked = self._known.kinds, self._read.get("sorte")
        # What is asked may be of another day: nothing of it comes, and that is the answer.
        if asked and asked not in map(address_value, known):
            known = known + [kind for kind in dated_kinds() if address_value(kind) == asked]
        return [(kind, 1) for kind in known]

    @cached_property
    def selects(self):
        known = self._known.organisers
        if self.organiser and self.organiser not in known:
            known = [*known, self.organiser]
        options = [(one.slug, one.title, one == self.organiser) for one in known]
        return super().selects + ([Select("par", _("Organisé par"), options)] if options else [])

    @property
    def place_names(self):
        return [str(_("En ligne")), *super().place_names]
