"""Addresses of pages that nobody types."""

from itertools import count

from core.slugs import is_slug_free


def free_slug(parent, *names):
    """The first of `names` (str each) that no child of `parent` (Page) has, else the last one with a number (str)."""
    for name in names:
        if is_slug_free(name, parent):
            return name
    taken = set(parent.get_children().filter(slug__startswith=f"{names[-1]}-").values_list("slug", flat=True))
    numbered = (f"{names[-1]}-{number}" for number in count(2))
    return next(name for name in numbered if name not in taken)
