"""What other apps show beside a content: they register here, and no content knows them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Companion:
    """`shown` (ContentPage, request → dict) joins the context of a content page for which `exists` holds.

    `exists` is a condition (Exists, on OuterRef("pk")) that the query of the page asks in passing: most contents have
    no companion, and cost no query more.
    """

    name: str
    exists: Callable
    shown: Callable


_companions = []


def register_companion(companion):
    _companions.append(companion)


def with_companions(contents):
    """`contents` (ContentQuerySet), each knowing which companions it has."""
    return contents.annotate(**{_flag(companion): companion.exists() for companion in _companions})


def companions_of(content, request):
    """All that is shown beside `content` (dict); one that was not read `with_companions` is asked for all of them."""
    shown = {}
    for companion in _companions:
        if getattr(content, _flag(companion), True):
            shown |= companion.shown(content, request)
    return shown


def _flag(companion):
    return f"has_{companion.name}"
