"""Where the site keeps its files, away from those of the real one."""

from contextlib import contextmanager

from django.test import override_settings


@contextmanager
def own_folders(folder):
    """While it lasts, the site keeps its files in `folder` (Path)."""
    media, private, quarantine = (folder / name for name in ("media", "private", "quarantine"))
    arrivals = quarantine / "arrivals"
    for one in (media, private, arrivals):
        one.mkdir(parents=True)
    with override_settings(
        MEDIA_ROOT=media, PRIVATE_ROOT=private, QUARANTINE_ROOT=quarantine, FILE_UPLOAD_TEMP_DIR=arrivals
    ):
        yield
