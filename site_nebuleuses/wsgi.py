"""The WSGI callable that production servers load."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_nebuleuses.settings")

application = get_wsgi_application()

# Needs the settings: what a process that was killed was receiving, moving, or erasing.
from core.files.arrivals import sweep_arrivals  # noqa: E402
from core.gone_files import erase_at_start  # noqa: E402
from core.private_collections import settle_at_start  # noqa: E402

sweep_arrivals()
settle_at_start()
erase_at_start()
