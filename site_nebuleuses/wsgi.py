"""The WSGI callable that production servers load."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_nebuleuses.settings")

application = get_wsgi_application()

from site_nebuleuses.starting import start  # noqa: E402 -- needs the settings

start()
