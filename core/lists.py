"""What the template of a filtered list receives."""

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from core.cards import Look, read_cards

#: Cards on one page of a list.
PAGE_SIZE = 12


def cards_context(request, content_filter, counted, feed, *, in_section=False):
    """As list_context: its `contents` are cards; `in_section`, of one kind only."""
    context = list_context(content_filter, counted, feed)
    shown, look = context["contents"], Look(level=2, in_section=in_section)
    lists = {"contents": (shown.object_list, look)}
    shown.object_list = read_cards(request, content_filter.contents.model, lists)["contents"]
    return context


def list_context(content_filter, counted, feed, paginator_class=Paginator):
    """The context of a list (dict), the same for a page of contents, the agenda, a theme and the search.

    `counted` says a number in the words of the list (a lazy plural of « number »); `feed` is the address of the
    feed of exactly what is shown (str).
    """
    paginator = paginator_class(content_filter.results(), PAGE_SIZE)
    if not content_filter.is_active:
        paginator.count = content_filter.count_everything()
    contents = paginator.get_page(content_filter.page_number)
    number = contents.paginator.count
    found = counted % {"number": number} if number else _("Aucun résultat")
    everything = content_filter.count_everything() if content_filter.is_active else None
    if everything is not None:
        found = _("%(found)s sur %(everything)s") % {"found": found, "everything": everything}
    return {"filter": content_filter, "contents": contents, "found": found, "feed": feed}


def feed_address(name, content_filter, **changes):
    """The address (str) of the feed called `name`, asked what `content_filter` is; a feed has an order of its own."""
    return reverse(name) + content_filter.address(tri=None, **changes)
