"""A cache elsewhere (a CDN, Varnish) is asked to forget a page and the lists that lead to it: PURGE, by its address.

Wagtail's own application asks before the transaction is committed, when the old page may still be fetched, and its
backend waits without end: its receivers are not registered. Ours ask after the commit, apart from whoever publishes,
and again once every process of the site knows of the change.
"""

import logging
import time
from http.client import HTTPException
from itertools import chain
from threading import Thread
from types import SimpleNamespace
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.contrib.frontend_cache.backends import BaseBackend
from wagtail.contrib.frontend_cache.utils import get_backends
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, pre_page_move

from core.front_cache.kept_files import AGAIN_AFTER

logger = logging.getLogger(__name__)

#: Seconds that one purge may take.
PATIENCE = 5


class PurgeBackend(BaseBackend):
    """Asks the server at LOCATION (an address) to forget a page, whose host it is told."""

    def __init__(self, params):
        super().__init__(params)
        self._location = urlsplit(params["LOCATION"])

    def purge(self, url):
        asked = urlsplit(url)
        place = asked._replace(scheme=self._location.scheme, netloc=self._location.netloc).geturl()
        request = Request(place, headers={"Host": asked.netloc}, method="PURGE")  # noqa: S310 -- who runs the site chose it
        try:
            urlopen(request, timeout=PATIENCE).close()  # noqa: S310 -- as above
        except (OSError, HTTPException) as error:
            logger.error("The cache in front of the site was not purged (%s)", type(error).__name__)


@receiver([page_published, page_unpublished])
def forget_page(sender, instance, **kwargs):
    forget(instance.get_ancestors(inclusive=True))


@receiver(page_slug_changed)
def forget_its_former_address(sender, instance_before, **kwargs):
    forget([instance_before])


@receiver(pre_page_move)
def forget_where_it_was(sender, instance, parent_page_after, **kwargs):
    forget(_around(instance), parent_page_after.get_ancestors(inclusive=True))


@receiver(post_save, sender=PageViewRestriction)
def forget_what_is_private(sender, instance, **kwargs):
    forget(_around(instance.page))


def _around(page):
    return chain(page.get_ancestors(), page.get_descendants(inclusive=True))


def forget(*pages):
    """Has the addresses that these `pages` (iterables of Page) have now purged, once what is done is committed."""
    backends = get_backends().values()
    if not backends:
        return
    shared = SimpleNamespace()  # where Wagtail keeps what is the same for all of them
    urls = sorted({page.get_full_url(shared) for page in chain(*pages)} - {None})
    transaction.on_commit(lambda: Thread(target=_purge, args=(backends, urls)).start())


def _purge(backends, urls):
    for wait in (0, AGAIN_AFTER):
        time.sleep(wait)
        for backend in backends:
            backend.purge_batch(urls)
