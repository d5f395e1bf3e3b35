"""The WSGI callable that production servers load."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_nebuleuses.settings")

application = get_wsgi_application()

# Needs the settings: what a process that was killed was receiving, or erasing.
from core.files.arrivals import sweep_arrivals  # noqa: E402
from core.gone_files import erase_at_start  # noqa: E402
from core.logs import keep_people_out_of_errors  # noqa: E402

if not settings.DEBUG:
    keep_people_out_of_errors()
sweep_arrivals()
erase_at_start()
