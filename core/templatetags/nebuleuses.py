"""What templates cannot say by themselves: the address of a filter, dates in words, the trail to a page, drawings."""

import re
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from core.calendar import say_date, say_dates, say_day_of_month, say_month, say_time
from core.cards import Look, cards_of
from core.illustrations import illustrate
from core.machine_addresses import root_url
from core.models import ContentPage
from core.nebula import draw_nebula
from core.privacy import may_see
from core.qr_codes import qr_code
from core.time_zones import say_hour

register = template.Library()

_TAG = re.compile(r"(<[^>]*>)")
_INNER_LINK = re.compile(r'(<a\b[^>]*?\bhref="(/(?!/)[^"]*)")')
_BEFORE_SIGN = re.compile(r" (?=[;:!?»%€])")
_AFTER_SIGN = re.compile(r"(?<=«) ")
# A line may break after a dash even before a non-breaking space: the word joiner says no (« 18 h 30 – 20 h »).
_AFTER_DASH = re.compile(r"(?<=–)(?=\xa0)")

register.filter(qr_code)


@register.filter(is_safe=True)
def french(text):
    """`text` with the spaces that French puts before « ; : ! ? » made non-breaking; tags are left alone."""
    parts = _TAG.split(str(text))
    return "".join(part if part.startswith("<") else _bind(part) for part in parts)


def _bind(text):
    return _AFTER_DASH.sub("\u2060", _AFTER_SIGN.sub("\xa0", _BEFORE_SIGN.sub("\xa0", text)))


@register.filter
def section_name(content):
    """The section of a content (« initiative », « article »…): the name of its accent colour. No query."""
    return _type_of(content).section


@register.filter
def section_label(content):
    """What one content of this type is called: « Rendez-vous ». No query."""
    return _type_of(content).section_label


def _type_of(content):
    if isinstance(content, ContentPage) and type(content) is ContentPage:
        return content.specific_class or ContentPage
    return content if hasattr(content, "section") else ContentPage


@register.simple_tag
def nebula(content, width=640, height=400):
    """The drawing of a page that has no photo; any object with a slug has one."""
    section = section_name(content) if isinstance(content, ContentPage) else ""
    return mark_safe(draw_nebula(content.slug, width, height, section))  # noqa: S308 (numbers only, no text)


@register.simple_tag(takes_context=True)
def illustration(context, image, use, alt="", eager=False):
    """The `<picture>` of an image for one of core.illustrations.USES.

    Empty without an image that can be read, or for a reader who may not see its collection.
    """
    return illustrate(image, use, alt=alt, eager=eager) if is_for_reader(image, context) else ""


@register.simple_tag(takes_context=True)
def card(context, content, section="", use="card"):
    """The card of a content in a list of one `section`, if it says which (core.cards)."""
    request, look = context["request"], Look(in_section=bool(section), use=use)
    cards = cards_of(request)
    return cards.find(content.pk, look) or cards.write(request, content, look)


@register.simple_tag(takes_context=True)
def for_reader(context, item):
    """`item` (Sheltered or None) if the reader may see its collection, else None; no query unless it is private."""
    return item if is_for_reader(item, context) else None


def is_for_reader(item, context):
    """Whether who asks for a page (its context) may see an image, a sound or a video; outside of a page, if all may."""
    if not item or not item.is_private:
        return bool(item)
    request = context.get("request")
    return request is not None and may_see(request, item.private_to)


@register.simple_tag
def filter_address(content_filter, **changes):
    """The query string of a ContentFilter with `changes`, as ContentFilter.address."""
    return content_filter.address(**changes)


@register.filter
def total(contents):
    """How many there are on all pages of a Page of Django's Paginator (already known: no query)."""
    return contents.paginator.count


@register.filter
def numbers(contents):
    """The page numbers to show, with « … » where some are left out."""
    return contents.paginator.get_elided_page_range(contents.number, on_each_side=1, on_ends=1)


@register.filter
def day_in_words(day):
    """« 1er mai 2026 » for a date, or for a moment in the site's zone; empty without one."""
    return say_date(timezone.localtime(day) if isinstance(day, datetime) else day) if day else ""


@register.filter
def days_in_words(first, last):
    """« du 8 au 21 novembre 2026 »."""
    return say_dates(first, end_date=last)


@register.filter
def day_of_month(day):
    """« 1er », « 2 »."""
    return say_day_of_month(day)


@register.filter
def month_in_words(day):
    """« novembre 2026 »."""
    return say_month(day)


@register.filter
def time_in_words(moment):
    """« 18 h 30 »."""
    return say_time(moment)


@register.filter
def weekday_in_words(day):
    """« vendredi 1er mai 2026 »."""
    return say_dates(day)


@register.filter
def hours(date):
    """The hours of one date of the agenda, where it takes place: « 18 h 30 – 20 h », « toute la journée »,
    « jusqu’au 9 novembre », « 18 h 30 (heure de Montréal) »."""
    until = ""
    if date.last_day > date.day:
        until = _("jusqu’au %(day)s") % {"day": say_date(date.last_day).removesuffix(f"\xa0{date.day.year}")}
    if date.all_day:
        return until or _("toute la journée")
    start, end = date.starts, date.ends
    if until:
        said = f"{say_time(start)}, {until}"
    else:
        said = f"{say_time(start)}\xa0– {say_time(end)}" if end else say_time(start)
    if date.starts.utcoffset() == timezone.localtime(date.starts).utcoffset():
        return said
    return _("%(hours)s (%(zone)s)") % {"hours": said, "zone": say_hour(date.zone)}


@register.filter
def until(date):
    """When a date that goes on is over, where it takes place: « jusqu’au 9 novembre 2026 », « jusqu’à 2 h » for a night
    whose only day is behind."""
    if date.last_day == date.day and date.ends:
        return _("jusqu’à %(hour)s") % {"hour": say_time(date.ends)}
    return _("jusqu’au %(day)s") % {"day": say_date(date.last_day)}


@register.filter
def bare_address(url):
    """« https://www.exemple.org/ » → « exemple.org »: an address as one says it."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") if "://" in url else url


@register.simple_tag(takes_context=True)
def section_page(context, section):
    """The index page of a section, among the pages of the first level (Page or None). No query of its own."""
    for page in context["frame"].first_level:
        content_model = getattr(page.specific_class, "content_model", None)
        if content_model and content_model.section == section:
            return page
    return None


@register.filter
def inside(page, ancestor):
    """Whether `page` is `ancestor` or lies under it in the tree."""
    return bool(page and page.path and page.path.startswith(ancestor.path))


@register.filter
def nearest(page, frame):
    """What menus mark for `page`: the key of a page of the first level, and whether it is that very page; or None."""
    if not page:
        return None
    return next(((above.pk, above.pk == page.pk) for above in frame.first_level if inside(page, above)), None)


@register.simple_tag(takes_context=True)
def trail(context, page):
    """The pages between the home page and `page` (list)."""
    return context["frame"].trail(page)


@register.simple_block_tag(takes_context=True)
def printable(context, content):
    """What is inside, its links to this site bearing their whole address: paper has no « here » to start from."""
    root = root_url(context.get("request"))
    # The content is safe already, and an address of its own is repeated as it stands.
    return mark_safe(_INNER_LINK.sub(rf'\1 data-address="{root}\2"', content))  # noqa: S308
