"""The site that is walked, in the folders of one test."""

import pytest
from django.core.cache import cache

from tests.access.site import FullSite


@pytest.fixture
def site(db, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.QUARANTINE_ROOT = tmp_path / "quarantine"
    settings.FILE_UPLOAD_TEMP_DIR = settings.QUARANTINE_ROOT / "arrivals"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir(parents=True)
    cache.clear()
    return FullSite()
