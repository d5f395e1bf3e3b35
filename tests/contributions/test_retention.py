"""What is kept, for how long, and what is left after."""

from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from contributions.models import Contribution, Message
from tests.contributions.conftest import code_in, send
from tests.factories import make_article

pytestmark = pytest.mark.django_db

SENT = "2026-11-01 12:00"


def make_sent(client, **fields):
    """Something sent on a day (pair of Contribution, code), then in the state of `fields`."""
    with time_machine.travel(SENT, tick=False) as present:
        code = code_in(send(client, signed_by="name", signature="Ana B.", email="ana@example.org"))
        contribution = Contribution.objects.latest("pk")
        Message.objects.create(contribution=contribution, is_from_sender=True, text="Encore un mot.")
        present.shift(60)
        Contribution.objects.filter(pk=contribution.pk).update(**fields)
    return contribution, code


def is_whole(contribution):
    contribution.refresh_from_db()
    return bool(contribution.answers and contribution.email and contribution.messages.exists())


@pytest.mark.parametrize(
    ("state", "day", "kept"),
    [
        ("received", "2027-11-01", True),
        ("question", "2027-11-01", True),
        ("declined", "2026-12-31 11:59", True),
        ("declined", "2026-12-31 12:01", False),
        ("accepted", "2026-12-31 11:59", True),
        ("accepted", "2026-12-31 12:01", False),
    ],
)
def test_what_is_declined_or_has_no_page_is_erased_after_sixty_days(client, state, day, kept):
    contribution, code = make_sent(client, state=state)
    with time_machine.travel(day, tick=False):
        call_command("purge_contributions", verbosity=0)
        assert is_whole(contribution) == kept
        html = client.post("/contribuer/suivi/", {"code": code}).content.decode()
    assert ("rendu les clés" in html) == kept
    said = " ".join(map(str, Contribution.objects.values_list().get()))
    assert ("Ana" in said) == kept


def test_what_is_published_is_erased_and_leads_to_its_page(client):
    page = make_article(publish=False)
    contribution, code = make_sent(client, state="accepted", page=page)
    call_command("purge_contributions", verbosity=0)
    assert is_whole(contribution)
    page.save_revision().publish()
    call_command("purge_contributions", verbosity=0)
    assert not is_whole(contribution)
    assert f'href="{page.url}"' in client.post("/contribuer/suivi/", {"code": code}).content.decode()


@pytest.mark.parametrize(("day", "number"), [("2026-11-08 11:59", 1), ("2026-11-08 12:01", 0)])
def test_what_is_unwanted_is_deleted_after_seven_days(client, day, number):
    make_sent(client, state="spam")
    with time_machine.travel(day, tick=False):
        call_command("purge_contributions", verbosity=0)
    assert Contribution.objects.count() == number


def test_a_dry_run_says_and_erases_nothing(client):
    contribution, _code = make_sent(client, state="declined")
    said = StringIO()
    with time_machine.travel("2027-03-01", tick=False):
        call_command("purge_contributions", dry_run=True, stdout=said)
        assert "à effacer : 1 ;" in said.getvalue() and is_whole(contribution)
        said = StringIO()
        call_command("purge_contributions", stdout=said)
        call_command("purge_contributions", stdout=said)
    assert said.getvalue() == (
        "Envois effacés : 1 ; supprimés : 0 ; fichiers perdus : 0.\n"
        "Envois effacés : 0 ; supprimés : 0 ; fichiers perdus : 0.\n"
    )


@pytest.mark.parametrize(("day", "kept"), [("2027-10-30", True), ("2027-11-03", False)])
def test_what_is_accepted_and_never_published_is_erased_after_a_year(client, day, kept):
    contribution, _code = make_sent(client, state="accepted", page=make_article(publish=False), reason="Merci Ana")
    with time_machine.travel(day, tick=False):
        call_command("purge_contributions", verbosity=0)
    assert is_whole(contribution) == bool(contribution.reason) == kept
