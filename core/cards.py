"""The cards of contents, as lists show them: written once, for all readers of a generation (core.page_cache.known)."""

from itertools import chain
from typing import NamedTuple

from django.template.loader import get_template

from core.models.media import prefetch_renditions
from core.page_cache.known import known

#: Cards that a process keeps: about ten megabytes.
MOST_KEPT = 5_000


class Look(NamedTuple):
    """How a card is shown: the `level` of its title, `in_section` if its list holds one kind of content only.

    `use` is that of its picture (core.illustrations.USES).
    """

    level: int = 3
    in_section: bool = False
    use: str = "card"


def card_of(request, content, look):
    """The card (safe str) of a `content` (ContentPage, as `with_image_and_place` reads it), for who asks for a page."""
    return _kept(request).get((content.pk, look)) or _written(request, content, look)


def read_cards(request, contents, lists, pictures=()):
    """The cards (dict: name → list of safe str) of `lists` (dict: name → keys, an iterable of int, and Look).

    They come in the order of the keys. Those that are not ready are read together from what `contents` (function →
    ContentQuerySet) gives, and their renditions with those of other `pictures` of the page (iterable of SiteImage or
    None): two queries.
    """
    kept = _kept(request)
    asked = {name: [(key, look) for key in keys] for name, (keys, look) in lists.items()}
    ready = {card: kept.get(card) for card in chain.from_iterable(asked.values())}
    missing = [card for card, html in ready.items() if html is None]
    read = contents().with_image_and_place().in_bulk({key for key, _look in missing}) if missing else {}
    prefetch_renditions([*pictures, *(content.image for content in read.values())])
    ready |= {(key, look): _written(request, read[key], look) for key, look in missing if key in read}
    return {name: [ready[card] for card in cards if ready[card]] for name, cards in asked.items()}


def _kept(request):
    """The cards that are ready (dict: (key, Look) → safe str), which whoever writes one completes."""
    return known(request, "cards", dict)


def _written(request, content, look):
    said = {"request": request, "content": content, **look._asdict()}
    card = get_template("components/card.html").render(said)
    kept = _kept(request)
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[content.pk, look] = card
    return card
