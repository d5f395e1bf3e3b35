"""No worker runs: what was published is read all the same, each picture made once for all who come together."""

from concurrent.futures import ThreadPoolExecutor

from tools.outages.people import Visitor

PUBLISHED = """
from tests.factories import make_article, make_image, png
make_article("Un texte neuf", image=make_image(content=png(1600, 1000)))
"""
LATER = """
from datetime import timedelta
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=6))
"""
FILES = """
from pathlib import Path
from django.conf import settings
from core.models import SiteRendition
rows = sorted(SiteRendition.objects.values_list("file", flat=True))
root = Path(settings.MEDIA_ROOT)
print(len(rows), rows == sorted(str(path.relative_to(root)) for path in root.glob("images/*")))
"""
ADDRESSES = ("/", "/reflexions/", "/reflexions/un-texte-neuf/")


def test_readers_who_come_together_find_the_pictures_that_nobody_has_made(site):
    with site.served(workers=2, TASKS="database") as address:
        site.asked(PUBLISHED, TASKS="database")
        with ThreadPoolExecutor(12) as readers:
            answers = list(readers.map(lambda path: Visitor(address).get(path), ADDRESSES * 4))
        assert {answer.status for answer in answers} == {200}
        assert all("<picture" in answer.text for answer in answers)
        number, is_whole = site.asked(FILES).split()
        # Two sizes of a card and one more of the page, in two formats; and no file that no row knows.
        assert int(number) >= 6 and is_whole == "True"

        assert '"taches": "ok"' in Visitor(address).get("/sante.json").text
        site.asked(LATER)
        assert '"taches": "en attente"' in Visitor(address).get("/sante.json").text
