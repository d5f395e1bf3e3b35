"""What Django says of its own answers: that one may be kept for others, and from which parameters it was made."""

from contextlib import suppress
from functools import partial

from django.core.exceptions import DisallowedHost
from django.utils.cache import cc_delim_re
from wagtail.models import Site

from core.page_cache.environ import KEEPING
from core.page_cache.parameters import names_read

#: What shared caches are told, where the page says nothing else; browsers always ask whether it is still the same.
PUBLIC = "public, max-age=0, s-maxage=1, stale-if-error=86400"
_NEVER = ("private", "no-store", "no-cache")


class KeptAnswersMiddleware:
    """Tells the page cache in front of Django (core.page_cache.front) that an answer may be kept.

    That is a page of nobody in particular: it reads no session, sets no cookie, and says nothing to the contrary.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        keeping = request.META.get(KEEPING)
        if keeping is not None:
            _tell_its_site(request, keeping.known)
        response = self.get_response(request)
        if keeping is not None and _may_be_kept(response):
            keeping.allow(names_read(request, response))
            response.headers.setdefault("Cache-Control", PUBLIC)
        return response


def _tell_its_site(request, known):
    """Spares `Site.find_for_request` its query, where somebody has asked for the same host before."""
    with suppress(DisallowedHost):  # others say so
        request._wagtail_site = known.get(("site", request.get_host()), partial(Site.find_for_request, request))


def _may_be_kept(response):
    said = response.get("Cache-Control", "")
    varies = {name.lower() for name in cc_delim_re.split(response.get("Vary", "")) if name}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and varies <= {"accept-encoding"}
        and not any(word in said for word in _NEVER)
    )
