"""What nginx keeps on this machine goes with each change: it would show it again whenever the site does not answer.

While the site answers, nginx asks it at each second whether a page still holds. But a page that was withdrawn, and
that nobody asked for since, would come back with the first outage, and so would what other pages said of it.
"""

import logging
import os
import re
from threading import Lock, Timer

from django.conf import settings

logger = logging.getLogger(__name__)

#: Seconds after which every process knows of a change (page_cache.watch): what one answered meanwhile goes too.
AGAIN_AFTER = 1
#: A page, as nginx names it; what it is still writing has a longer name.
_PAGE = re.compile("[0-9a-f]{32}")
_lock = Lock()
_again = None


def forget_kept_files():
    """Empties settings.FRONT_CACHE_FOLDER, now and in a second; does nothing where there is none."""
    global _again  # noqa: PLW0603 -- one for the process
    if settings.FRONT_CACHE_FOLDER is None:
        return
    empty(settings.FRONT_CACHE_FOLDER)
    with _lock:
        if _again:
            _again.cancel()
        _again = Timer(AGAIN_AFTER, empty, [settings.FRONT_CACHE_FOLDER])
        _again.start()


def empty(folder):
    """Removes the pages that nginx keeps in a `folder` (Path). What cannot be removed is written down, and stays."""
    try:
        with os.scandir(folder) as entries:
            pages = [entry.path for entry in entries if _PAGE.fullmatch(entry.name)]
        for page in pages:
            _remove(page)
    except OSError as error:
        logger.error("What nginx keeps could not be removed (%s)", type(error).__name__)


def _remove(page):
    try:
        os.unlink(page)
    except FileNotFoundError:
        pass  # nginx, or another process, did it
