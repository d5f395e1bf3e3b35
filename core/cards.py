"""The cards of contents, as lists show them: written once, for all readers of a generation (core.page_cache.known)."""

from functools import cache
from itertools import chain
from typing import NamedTuple

from django.template.loader import get_template
from django.utils.safestring import mark_safe
from wagtail.models import Site

from core.models.media import prefetch_renditions
from core.page_cache.known import is_shared, known
from core.prepared import PreparedByKeys

#: Cards that a process keeps, of four thousand bytes or so with a drawing.
MOST_KEPT = 3_000


class Look(NamedTuple):
    """How a card is shown: the `level` of its title, `in_section` if its list holds one kind of content only.

    `use` is that of its picture (core.illustrations.USES).
    """

    level: int = 3
    in_section: bool = False
    use: str = "card"


class Cards:
    """The cards that readers of a site (Site) share: bytes of HTML, by the key of a content and a Look."""

    def __init__(self):
        self._kept = {}

    def find(self, key, look):
        """A card that is ready (safe str), or None."""
        kept = self._kept.get((key, look))
        return kept and mark_safe(kept.decode())  # noqa: S308 -- a template wrote it

    def write(self, request, content, look):
        """The card (safe str) of a `content` (ContentPage, as `with_image_and_place` reads it), for the next too."""
        said = {"request": request, "content": content, **look._asdict()}
        card = get_template("components/card.html").render(said)
        if not _lacks_its_picture(content, card):
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[content.pk, look] = card.encode()
        return card


def cards_of(request):
    """The Cards that whoever asks shares with other readers of the site; new ones, if nothing is shared."""
    if not is_shared(request):
        return Cards()
    site = Site.find_for_request(request)
    return known(request, ("cards", site and site.pk), Cards)


def read_cards(request, model, lists, pictures=()):
    """The cards (dict: name → list of safe str) of `lists` (dict: name → keys, an iterable of int, and Look).

    They come in the order of the keys, without what readers may not see. Those that are not ready are read together, as
    contents of a `model` (class), and their renditions with those of other `pictures` of the page (iterable of
    SiteImage or None): two queries.
    """
    cards = cards_of(request)
    asked = {name: [(key, look) for key in keys] for name, (keys, look) in lists.items()}
    ready = {card: cards.find(*card) for card in chain.from_iterable(asked.values())}
    missing = [card for card, html in ready.items() if html is None]
    read = {content.pk: content for content in _contents_for_cards(model)({key for key, _look in missing})}
    prefetch_renditions([*pictures, *(content.image for content in read.values())])
    ready |= {(key, look): cards.write(request, read[key], look) for key, look in missing if key in read}
    return {name: [ready[card] for card in shown if ready[card]] for name, shown in asked.items()}


@cache
def _contents_for_cards(model):
    return PreparedByKeys(lambda keys: model.objects.published().with_image_and_place().order_by().filter(pk__in=keys))


def _lacks_its_picture(content, card):
    """Whether its image could not be made just now (bool): the next may have it."""
    return content.image is not None and not content.image.is_private and "<picture" not in card
