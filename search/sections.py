"""The kinds of content that exist, without knowing them by name."""

from functools import cache

from core.models import ContentPage


@cache
def content_types():
    """The concrete page types built on the trunk (tuple of classes), in the order of their labels."""
    return tuple(sorted(_branches(ContentPage), key=lambda model: str(model.section_label)))


def _branches(model):
    for branch in model.__subclasses__():
        if not branch._meta.abstract:
            yield branch
        yield from _branches(branch)
