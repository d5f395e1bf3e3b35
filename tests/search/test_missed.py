"""What is searched and not found is counted: words only, shown to members once it was searched on three days."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from search.missed import DAYS_KEPT, MOST_A_DAY, missed
from search.models import MissedSearch
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db

NOON = time(12, tzinfo=ZoneInfo("Europe/Paris"))


def search(client, words, days_ago=0, **parameters):
    # At noon: counted in hours, a day of summer begins in the evening before.
    with time_machine.travel(datetime.combine(timezone.localdate() - timedelta(days=days_ago), NOON)):
        return client.get("/recherche/", {"q": words, **parameters})


def shown():
    return [search["words"] for search in missed()]


def test_three_distinct_days_are_needed(client):
    for _again in range(5):
        search(client, "Xylophone  collectif")
    search(client, "xylophone collectif", days_ago=1)
    assert shown() == []
    search(client, "xylophone collectif", days_ago=2)
    assert list(missed().values("words", "days", "times", "last")) == [
        {"words": "xylophone collectif", "days": 3, "times": 7, "last": timezone.localdate()},
    ]


def test_spellings_of_the_same_words_are_counted_together(client):
    for days_ago, words in enumerate(["xylophonistes engagées", "XYLOPHONISTE engagé·e", "xylophoniste engagé"]):
        search(client, words, days_ago=days_ago)
    assert [search["days"] for search in missed()] == [3]


def test_it_is_forgotten_after_ninety_days(client):
    for days_ago in range(DAYS_KEPT + 1, DAYS_KEPT + 4):
        search(client, "xylophone", days_ago=days_ago)
    assert shown() == []
    call_command("purge_searches", verbosity=0)
    assert not MissedSearch.objects.exists()


@pytest.mark.parametrize("words", ["06 12 34 56 78", "jeanne@example.org", "https://example.org", "", "   ", "x" * 200])
def test_what_could_name_somebody_or_says_nothing_is_not_kept(client, words):
    search(client, words)
    assert not MissedSearch.objects.exists()


def test_what_is_found_or_filtered_or_corrected_is_not_counted(client):
    make_article("Les lanternistes")
    search(client, "lanternistes")
    search(client, "lanternistes", type="event")
    search(client, "lanternites")
    assert not MissedSearch.objects.exists()


def test_a_robot_cannot_fill_the_table(client):
    MissedSearch.objects.bulk_create(
        MissedSearch(stems=f"mot {number}", day=timezone.localdate()) for number in range(MOST_A_DAY)
    )
    search(client, "xylophone")
    assert MissedSearch.objects.count() == MOST_A_DAY


def test_members_read_them_on_their_home_screen_and_in_a_report(client):
    for days_ago in range(3):
        search(client, "xylophone", days_ago=days_ago)
    report = "/admin/recherches-sans-resultat/"
    assert client.get(report).status_code == 302
    client.force_login(make_member("camille"))
    for address in ("/admin/", report):
        assert "xylophone" in client.get(address).content.decode()
