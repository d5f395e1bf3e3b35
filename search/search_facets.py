"""What the answers of the search may be narrowed by: kind, theme, year, here or elsewhere, then or now."""

import re
from functools import cache
from operator import attrgetter

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _

from search.facets import Facet
from search.sections import content_types

#: Years offered at once; the others are typed.
MOST_YEARS = 12
#: The longest period that is counted year by year.
LONGEST_PERIOD = 400

_period = attrgetter("first_year", "last_year")
_YEAR = re.compile("[12][0-9]{3}")

HERE, ELSEWHERE = "ici", "ailleurs"
NOW, BEFORE = "aujourdhui", "hier"


def by_kind():
    kinds = content_types()
    types = ContentType.objects.get_for_models(*kinds)
    sections = {types[kind].pk: (kind.section,) for kind in kinds}
    options = [(kind.section, str(kind.section_label), 0) for kind in kinds]
    return _among(options, "type", _("Sorte"), attrgetter("content_type"), lambda key: sections.get(key, ()))


def by_theme(themes):
    """The facet of `themes` (list of (slug, title)), in their order."""
    options = [(slug, title, 0) for slug, title in themes]
    return _among(options, "theme", _("Thème"), attrgetter("themes"), lambda slugs: slugs)


def by_year():
    """Each year of a period counts; one that goes on has every year until this one."""
    this_year = timezone.localdate().year

    @cache
    def years(first, last):
        return tuple(str(year) for year in range(first, min(last or this_year, first + LONGEST_PERIOD) + 1))

    def of(period):
        return years(*period) if period[0] else ()

    facet = Facet("annee", _("Année"), _period, of, lambda counts: recent(counts, facet.chosen), _YEAR.fullmatch)

    def recent(counts, chosen):
        offered = set(sorted(counts, reverse=True)[:MOST_YEARS]).union(chosen)
        return [(year, year, 0) for year in sorted(offered, reverse=True)]

    return facet


def by_side(places, home_country):
    """Here or elsewhere, for rows whose place is one of `places` (dict: key → search.place_facet.KnownPlace)."""
    options = [(HERE, _("d’ici"), 0), (ELSEWHERE, _("d’ailleurs"), 0)]

    def side(key):
        place = places.get(key)
        return (HERE if place.country == home_country else ELSEWHERE,) if place else ()

    return _among(options, "ou", _("Ici ou ailleurs"), attrgetter("place"), side)


def by_time():
    """What goes on or is of this year, and what was over before."""
    year = timezone.localdate().year
    options = [
        (NOW, _("aujourd’hui : en cours, ou de %(year)d") % {"year": year}, 0),
        (BEFORE, _("hier : jusqu’en %(year)d") % {"year": year - 1}, 0),
    ]

    def time(last_year):
        return (BEFORE if last_year and last_year < year else NOW,)

    return _among(options, "quand", _("Hier ou aujourd’hui"), attrgetter("last_year"), time)


def _among(options, name, label, trait, values_of):
    """A Facet whose `options` (list of (value, label, level)) are known beforehand."""
    values = {value for value, _label, _level in options}
    return Facet(name, label, trait, values_of, lambda counts: options, values.__contains__)
