"""A small site of one's own, served as a volunteer does, whose ground is taken away."""

import pytest

from tests.databases import copy_of_the_suite
from tools.outages import Deployment, deployed

#: What stands for the example, which takes minutes to load: members, a page with a picture, somebody to write to.
CONTENTS = """
from wagtail.models import Site
from core.models import SiteSettings
from members.groups import MODERATION, REDACTION
from tests.factories import make_article, make_event, make_image, make_member
for name, group in (("camille", REDACTION), ("sacha", MODERATION)):
    member = make_member(name, group)
    member.set_password("un mot de passe assez long")
    member.save()
make_article("Un travail à soi", image=make_image())
make_event("Rencontre")
settings = SiteSettings.for_site(Site.objects.get())
settings.contact_recipients = [("recipient", {"label": "La modération", "address": "nous@example.org"})]
settings.save()
"""


@pytest.fixture(scope="session")
def small(tmp_path_factory, django_db_setup, django_db_blocker):
    """The site (Deployment, as a built Example) of which each test has a copy."""
    folder = tmp_path_factory.mktemp("small")
    with django_db_blocker.unblock(), copy_of_the_suite(folder, "small") as url:
        site = Deployment(folder, url)
        (folder / "media").mkdir()
        site.asked(CONTENTS)
        yield site


@pytest.fixture
def site(small, db, tmp_path):
    """A copy (Deployment) that a test may break."""
    with deployed(small, tmp_path / "site") as copy:
        yield copy
