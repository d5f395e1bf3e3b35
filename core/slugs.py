"""Whether an address is free, asked by the address.

Wagtail asks it of the children of a page: with 20,000 of them, SQLite reads them all, three or four times for one
publication, in the hundred milliseconds that the rest of it takes.
"""

from wagtail.models import Page


def is_slug_free(slug, parent_page, page=None):
    """Whether no child of `parent_page` (Page, or None: the root) but `page` has this slug (bool). One query."""
    if parent_page is None:
        return True
    below = (parent_page.depth + 1, parent_page.path)
    alike = Page.objects.filter(slug=slug).order_by().values_list("pk", "depth", "path")
    return all(
        (depth, path[: len(parent_page.path)]) != below or (page is not None and key == page.pk)
        for key, depth, path in alike
    )


def ask_by_slug():
    """Has Wagtail's forms and models ask `is_slug_free`."""
    Page._slug_is_available = staticmethod(is_slug_free)
