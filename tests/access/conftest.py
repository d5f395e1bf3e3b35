"""The site that is walked, in folders of its own; what a test changes of it is undone after it."""

import pytest

from tests.access.site import FullSite
from tests.folders import own_folders


@pytest.fixture(scope="module")
def full_site(lasting, tmp_path_factory):
    with own_folders(tmp_path_factory.mktemp("access")):
        with lasting():
            made = FullSite()
        yield made


@pytest.fixture
def site(full_site, db):
    return full_site
