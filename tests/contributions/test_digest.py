"""The letter of the morning: to those on duty, when something waits, once a day, with nothing of what was sent."""

import logging
import smtplib
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contributions.models import Digest, Duty
from members.groups import MODERATION, REDACTION
from tests.contributions.conftest import make_contribution
from tests.factories import make_member

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def _a_wednesday():
    with time_machine.travel("2026-11-18 07:30", tick=False) as present:
        yield present


@pytest.fixture
def alix():
    """On duty this week; Sacha is not."""
    member = make_member("alix", MODERATION, display_name="Alix")
    Duty.objects.create(week=MONDAY, member=member)
    return member


def send(**options):
    """What the command prints (str)."""
    said = StringIO()
    call_command("send_digest", stdout=said, **options)
    return said.getvalue()


def written_to():
    return [message.to for message in mail.outbox]


def letter():
    message = mail.outbox[-1]
    return f"{message.subject}\n{message.body}".replace("\xa0", " ").replace("\u202f", " ")


def test_those_on_duty_read_what_waits(sacha, alix, settings):
    with time_machine.travel("2026-11-06 12:00", tick=False):
        make_contribution("temoignage", answers={"text": "Un secret"}, signature="Ana B.", email="ana@example.org")
    make_contribution("lien", answers={"link": "https://secret.example"}, taken_by=sacha)
    make_contribution("lien", answers={"link": "https://secret.example"}, state="answered")
    assert send() == "Lettres envoyées : 1.\n"
    assert written_to() == [["alix@example.org"]]
    said = letter()
    assert "Modération : 3 envois attendent" in said
    assert "3 envois attendent la modération, le plus ancien depuis 1 semaine :" in said
    assert "– Un témoignage : 1\n– Un lien : 2\n" in said
    assert f"Le bureau : {settings.SITE_URL}/admin/contributions/contribution/\n" in said
    assert "parce que vous êtes de permanence" in said
    assert not [word for word in ("ecret", "Ana", "ana@", "sacha") if word in said]
    assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("state", ["question", "accepted", "declined", "spam"])
def test_nothing_leaves_when_nothing_waits(alix, state):
    make_contribution(state=state)
    assert send() == "Rien n’attend : aucune lettre.\n"
    assert not mail.outbox and not Digest.objects.exists()


def test_what_is_to_be_checked_is_enough_and_counted_apart(alix):
    with time_machine.travel("2026-11-16 07:00", tick=False):
        make_contribution(is_doubtful=True)
    send()
    said = letter()
    assert "1 envoi attend\n" in said and "1 envoi est à vérifier" in said and "depuis 2 jours" in said
    assert "attend la modération" not in said


def test_when_nobody_is_on_duty_everybody_is_told_so(sacha):
    alix = make_member("alix", MODERATION)
    make_member("camille", REDACTION)
    Duty.objects.create(week=date(2026, 11, 23), member=alix)
    make_contribution()
    send()
    assert sorted(written_to()) == [["alix@example.org"], ["sacha@example.org"]]
    assert "Personne n’est de permanence" in letter() and "/admin/contributions/permanences/" in letter()


@pytest.mark.parametrize("fields", [{"email": ""}, {"is_active": False}, {"group": REDACTION}])
def test_somebody_on_duty_whom_no_mail_would_reach_leaves_it_to_everybody(sacha, fields):
    absent = make_member("alix", fields.pop("group", MODERATION))
    for name, value in fields.items():
        setattr(absent, name, value)
    absent.save()
    Duty.objects.create(week=MONDAY, member=absent)
    make_contribution()
    send()
    assert written_to() == [["sacha@example.org"]] and "toute la modération" in letter()


def test_it_leaves_once_a_day(alix, _a_wednesday):
    make_contribution()
    send()
    assert send() == "La lettre d’aujourd’hui est déjà partie.\n" and len(mail.outbox) == 1
    _a_wednesday.move_to("2026-11-18 22:30+00:00")  # 23:30 in Paris
    send()
    assert len(mail.outbox) == 1
    _a_wednesday.move_to("2026-11-18 23:30+00:00")  # the day after, there
    send()
    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-12-31 07:30", date(2026, 12, 28)),
        ("2027-01-02 07:30", date(2026, 12, 28)),
        ("2027-01-04 07:30", date(2027, 1, 4)),
        ("2027-03-28 07:30", date(2027, 3, 22)),
    ],
)
def test_the_week_is_the_same_across_the_new_year_and_the_change_of_hour(sacha, _a_wednesday, day, week):
    Duty.objects.create(week=week, member=make_member("alix", MODERATION))
    make_contribution()
    _a_wednesday.move_to(day)
    send()
    assert written_to() == [["alix@example.org"]]


class RefusingBackend(EmailBackend):
    """Refuses one address, as a server does; looks whether the day was written down before."""

    def send_messages(self, messages):
        assert Digest.objects.exists()
        if messages[0].to == ["alix@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"alix@example.org": (550, b"alix@example.org unknown")})
        return super().send_messages(messages)


def test_an_address_that_fails_stops_nobody_and_is_not_in_the_log(sacha, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    alix = make_member("alix", MODERATION)
    make_contribution()
    with pytest.raises(CommandError, match="La lettre n’est pas partie pour 1 personne"):
        send()
    assert written_to() == [["sacha@example.org"]]
    record = caplog.records[-1]
    said = logging.Formatter().format(record)
    assert f"member {alix.pk}" in said and "SMTPRecipientsRefused" in said and "@" not in said
    assert "déjà partie" in send()


def test_when_nobody_has_an_address_the_timer_fails_and_nothing_is_marked():
    make_contribution()
    with pytest.raises(CommandError, match="personne de la modération n’a d’adresse"):
        send()
    assert not Digest.objects.exists()


def test_a_dry_run_says_who_by_name_and_sends_nothing(sacha, alix):
    assert send(dry_run=True) == "Rien n’attend : personne ne recevrait de lettre.\n"
    make_contribution()
    assert send(dry_run=True) == "De permanence : Alix.\n"
    Duty.objects.all().delete()
    assert send(dry_run=True) == "Toute la modération : sacha, Alix.\n"
    assert not mail.outbox and not Digest.objects.exists()


def test_it_may_be_silent(alix):
    make_contribution()
    assert send(verbosity=0) == send(verbosity=0) == ""


def test_it_asks_as_little_for_a_hundred_things(alix):
    def queries():
        Digest.objects.all().delete()
        with CaptureQueriesContext(connection) as captured:
            send()
        return len(captured)

    make_contribution()
    alone = queries()
    for kind in ("lien", "texte", "appel"):
        make_contribution(kind)
    assert queries() == alone
