"""Two nodes behind nginx, on a copy of the suite's database with something to read."""

import pytest

from tests.databases import POSTGRESQL, copy_of_the_suite, engine
from tools.cluster import Cluster
from tools.cluster.services import missing
from tools.outages.typist import typist

#: What stands for the example, which takes minutes to load.
CONTENTS = """
from members.groups import MODERATION, REDACTION
from tests.factories import make_article, make_event, make_image, make_initiative, make_member
make_member("camille", REDACTION)
make_member("sacha", MODERATION)
for number in range(6):
    make_article(f"Un texte, {number}", image=make_image(description="Un mur"))
    make_initiative(f"Un lieu, {number}")
    make_event(f"Une rencontre, {number}")
"""


def pytest_collection_modifyitems(items):
    for item in items:
        if "cluster" in getattr(item, "fixturenames", ()):
            # With those of tests/deploy, which count seconds too: one group is one process, one after the other.
            item.add_marker(pytest.mark.xdist_group("deploy"))


@pytest.fixture(scope="session")
def cluster(tmp_path_factory, django_db_setup, django_db_blocker):
    """The Cluster, running; `writes` (function) runs a program on its site, as a machine beside the nodes."""
    if engine() != POSTGRESQL:
        pytest.skip("plusieurs machines, c’est sur PostgreSQL : la suite y passe aussi")
    if absent := missing():
        pytest.skip(" ; ".join(absent))
    folder = tmp_path_factory.mktemp("cluster")
    with django_db_blocker.unblock(), copy_of_the_suite(folder, "cluster") as url:
        made = Cluster(folder, url)
        with made.running(), typist(made.environment) as made.writes:
            made.writes(CONTENTS)
            yield made
