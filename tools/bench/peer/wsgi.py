"""The WSGI callable of `wagtail start`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.peer.settings")
application = get_wsgi_application()
