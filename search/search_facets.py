"""What the answers of the search may be narrowed by: kind, theme, year, here or elsewhere, then or now."""

import re
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _

from core.french import fold
from core.models import ContentPage, Theme
from search.answers import MOST_KEYS
from search.facets import Facet
from search.sections import content_types

#: Years offered at once; the others are typed.
MOST_YEARS = 12
#: The longest period that is counted year by year.
LONGEST_PERIOD = 400

_YEAR = re.compile("[12][0-9]{3}")

HERE, ELSEWHERE = "ici", "ailleurs"
NOW, BEFORE = "aujourdhui", "hier"


def by_kind():
    kinds = content_types()
    types = ContentType.objects.get_for_models(*kinds)
    sections = {types[kind].pk: (kind.section,) for kind in kinds}
    options = [(kind.section, str(kind.section_label), 0) for kind in kinds]
    return _among(options, "type", _("Sorte"), lambda row: sections.get(row.content_type, ()))


def by_theme(rows):
    """The facet of the themes of `rows` (list of search.answers.Row). Two queries."""
    known = {key: (slug, title) for key, slug, title in Theme.objects.values_list("pk", "slug", "title")}
    links = ContentPage.themes.through.objects.values_list("contentpage_id", "theme_id")
    if len(rows) <= MOST_KEYS:
        links = links.filter(contentpage_id__in=[row.pk for row in rows])
    themes = {}
    for content, theme in links.iterator():
        themes[content] = (*themes.get(content, ()), known[theme][0])
    options = [(slug, title, 0) for slug, title in sorted(known.values(), key=lambda theme: fold(theme[1]))]
    return _among(options, "theme", _("Thème"), lambda row: themes.get(row.pk, ()))


def by_year():
    """Each year of a period counts; one that goes on has every year until this one."""
    this_year = timezone.localdate().year

    @cache
    def years(first, last):
        return tuple(str(year) for year in range(first, min(last or this_year, first + LONGEST_PERIOD) + 1))

    def of(row):
        return years(row.first_year, row.last_year) if row.first_year else ()

    facet = Facet("annee", _("Année"), of, lambda counts: recent(counts, facet.chosen), _YEAR.fullmatch)

    def recent(counts, chosen):
        offered = set(sorted(counts, reverse=True)[:MOST_YEARS]).union(chosen)
        return [(year, year, 0) for year in sorted(offered, reverse=True)]

    return facet


def by_side(places, home_country):
    """Here or elsewhere, for rows whose place is one of `places` (dict: key → search.place_facet.KnownPlace)."""
    options = [(HERE, _("d’ici"), 0), (ELSEWHERE, _("d’ailleurs"), 0)]

    def side(row):
        place = places.get(row.place)
        return (HERE if place.country == home_country else ELSEWHERE,) if place else ()

    return _among(options, "ou", _("Ici ou ailleurs"), side)


def by_time():
    """What goes on or is of this year, and what was over before."""
    year = timezone.localdate().year
    options = [
        (NOW, _("aujourd’hui : en cours, ou de %(year)d") % {"year": year}, 0),
        (BEFORE, _("hier : jusqu’en %(year)d") % {"year": year - 1}, 0),
    ]

    def time(row):
        return (BEFORE if row.last_year and row.last_year < year else NOW,)

    return _among(options, "quand", _("Hier ou aujourd’hui"), time)


def _among(options, name, label, values_of):
    """A Facet whose `options` (list of (value, label, level)) are known beforehand."""
    values = {value for value, _label, _level in options}
    return Facet(name, label, values_of, lambda counts: options, values.__contains__)
