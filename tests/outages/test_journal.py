"""What the processes write of a hostile walk names nobody, and says nothing of what anybody typed (DESIGN §6.10)."""

from collections import Counter

import pytest

from core.logs import AnonymousFormatter
from tools.outages.canaries import CANARIES, found_in, walk
from tools.outages.mail_server import refusing_mail_server


@pytest.fixture
def walked(site):
    """What became of a walk: answers, and the journal (str)."""
    faulty = {"DJANGO_SETTINGS_MODULE": "tools.outages.faulty_settings"}
    address = CANARIES["mail refused"]
    site.asked(f"from members.models import Member; Member.objects.filter(username='sacha').update(email={address!r})")
    with refusing_mail_server() as port, site.served(EMAIL_URL=f"smtp://127.0.0.1:{port}", **faulty) as address:
        answers, garbage = walk(address)
    return answers, garbage, site.journal.read_text(errors="replace")


def test_nothing_that_was_planted_is_in_the_journal(walked):
    answers, garbage, journal = walked
    statuses = Counter(status for _path, status in answers)
    assert not statuses[0], answers
    # The traps were sprung, and are told: by what happened, where, and on which route.
    assert {400, 403, 404, 422, 500} <= set(statuses)
    assert garbage.count("400") >= 5
    for told in (
        "WARNING django.request 404 GET",
        "ERROR django.request 500 GET panne/<str:how>/",
        "WARNING django.security.csrf 403 POST",
        "ERROR django.security.DisallowedHost 400",
        "SMTPRecipientsRefused",
        "IntegrityError",
        "Nobody caught it",
        "in _local",
    ):
        assert told in journal, told
    assert not found_in(journal)


def test_a_formatter_that_says_everything_would_be_caught():
    """What is planted is looked for as it would be written."""
    assert found_in(f"{CANARIES['form, name']} and {CANARIES['form, name']!a}".upper()) == ["form, name"]
    assert AnonymousFormatter(whole=True).whole
