"""What any reader may see, said as a condition of the query itself."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction


def without_restriction(pages):
    """Those of `pages` (PageQuerySet) that are neither private nor under a private page.

    Wagtail's `public()` says the same after asking for the restrictions in a query of its own.
    """
    path_below = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions_above = PageViewRestriction.objects.annotate(path_below=path_below).filter(
        path_below__startswith=F("page__path")
    )
    return pages.exclude(Exists(restrictions_above))
