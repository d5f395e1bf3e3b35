"""Addresses of pages that nobody types."""

from itertools import count


def free_slug(parent, *names):
    """The first of `names` (str each) that no child of `parent` (Page) has, else the last one with a number (str)."""
    children = parent.get_children()
    for name in names:
        if not children.filter(slug=name).exists():
            return name
    taken = set(children.filter(slug__startswith=f"{names[-1]}-").values_list("slug", flat=True))
    numbered = (f"{names[-1]}-{number}" for number in count(2))
    return next(name for name in numbered if name not in taken)
