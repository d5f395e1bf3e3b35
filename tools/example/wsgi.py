"""The site behind the least front server that will do: it serves media files and says that it was asked in HTTPS."""

from django.conf import settings
from whitenoise import WhiteNoise

from site_nebuleuses.wsgi import application as site

MONTH = 30 * 24 * 3600  # seconds, as in the configuration of nginx that docs/exploitation.md gives


def asked_in_https(environ, start_response):
    environ["HTTP_X_FORWARDED_PROTO"] = "https"
    return site(environ, start_response)


# Renditions are made while it runs: each file is looked for when it is asked.
application = WhiteNoise(
    asked_in_https, root=settings.MEDIA_ROOT, prefix=settings.MEDIA_URL, autorefresh=True, max_age=MONTH
)
