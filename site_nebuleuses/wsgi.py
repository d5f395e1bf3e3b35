"""The WSGI callable that production servers load."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_nebuleuses.settings")

application = get_wsgi_application()

from core.finishing import Finishing  # noqa: E402 -- needs the settings
from core.logs import keep_people_out_of_errors  # noqa: E402
from core.page_cache.front import PageCache  # noqa: E402
from site_nebuleuses.starting import start  # noqa: E402

if not settings.DEBUG:
    keep_people_out_of_errors()
start()
application = Finishing(application)
if settings.PAGE_CACHE_BYTES:
    application = PageCache(application, settings.PAGE_CACHE_BYTES)
# What was loaded stays: nobody waits while it is looked through again (a quarter of a second, each time).
gc.collect()
gc.freeze()
