"""The site's own settings, but for where static files are: collected beside the media, or as they are written."""

from site_nebuleuses.settings import *  # noqa: F403

_COLLECTED = MEDIA_ROOT.parent / "static"  # noqa: F405 -- Example.served makes it when it collects

if _COLLECTED.is_dir():
    STATIC_ROOT = _COLLECTED
else:
    STORAGES = {
        **STORAGES,  # noqa: F405
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
