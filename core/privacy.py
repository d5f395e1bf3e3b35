"""What any reader may see, said as a condition of the query itself."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from core.page_cache.known import known


class MayBePrivate:
    """Comes before Page: whether it is private, or under a page that is, is asked in one query at most."""

    #: Set by core.routing on a site where nothing is private: nobody asks.
    is_surely_public = False

    def get_view_restrictions(self):
        if self.is_surely_public:
            return PageViewRestriction.objects.none()
        if self.alias_of_id:
            return super().get_view_restrictions()
        # The addresses of its ancestors in the tree are in its own.
        above = [self.path[:length] for length in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)


def nothing_is_private(request):
    """Whether no page of the site is private (bool): one query, or none where readers share the answer."""
    return not known(request, "something is private", PageViewRestriction.objects.exists)


def without_restriction(pages):
    """Those of `pages` (PageQuerySet) that are neither private nor under a private page.

    Wagtail's `public()` says the same after asking for the restrictions in a query of its own.
    """
    return _outside(pages, PageViewRestriction, "page", "path")


def in_public_collections(files):
    """Those of `files` (QuerySet of documents, images or media) that are in no private collection, nor under one."""
    return _outside(files, CollectionViewRestriction, "collection", "collection__path")


def may_see(request, collection_key):
    """Whether whoever asks (HttpRequest) may see what the collection of this key (int) holds; False if there is none.

    Each collection is asked about once for a request; somebody who is not signed in is known without a session.
    """
    answers = request.__dict__.setdefault("_collections_seen", {})
    if collection_key not in answers:
        collection = Collection.objects.filter(pk=collection_key).first()
        answers[collection_key] = collection is not None and all(
            restriction.accept_request(request) for restriction in collection.get_view_restrictions()
        )
    return answers[collection_key]


def _outside(rows, restrictions, restricted, path):
    path_below = ExpressionWrapper(OuterRef(path), output_field=CharField())
    above = restrictions.objects.annotate(path_below=path_below).filter(path_below__startswith=F(f"{restricted}__path"))
    return rows.exclude(Exists(above))
