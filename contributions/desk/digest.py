"""The letter of the morning: to the moderators on duty, when something waits, with nothing of what was sent."""

import logging
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_admin_base_url

from contributions.desk.forms import moderators
from contributions.desk.screens import desk_address
from contributions.desk.waiting import Waiting
from contributions.letters import automatic_letter
from contributions.models import Digest, Duty

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Letter:
    """What `waits` (Waiting), to whom (list of Member); `is_to_all` where nobody on duty can be written to."""

    waits: Waiting
    to: list
    is_to_all: bool


def letter_of(day, waits):
    """The Letter of a `day` (date) on which something `waits` (Waiting)."""
    reached = moderators().exclude(email="")
    chosen = list(reached.filter(pk__in=Duty.objects.of_week(day).values("member")))
    return Letter(waits, chosen or list(reached), is_to_all=not chosen)


def mark(day):
    """Writes that the letter of that `day` (date) leaves, and says whether it had not yet (bool)."""
    return Digest.objects.get_or_create(day=day)[1]


def send(letter):
    """Mails a Letter to each, apart from the others; gives how many mails failed (int), which are in the log."""
    text = render_to_string("contributions/mail/digest.txt", _context(letter))
    number = letter.waits.number + letter.waits.doubtful
    said = ngettext("%(number)s envoi attend", "%(number)s envois attendent", number) % {"number": number}
    subject = _("Modération\u00a0: %(said)s") % {"said": said}
    return sum(not _sent(subject, text, member) for member in letter.to)


def _context(letter):
    addresses = {"desk": desk_address(), "rota": reverse("contributions_rota")}
    base = get_admin_base_url()
    return {"letter": letter, "waits": letter.waits} | {name: f"{base}{path}" for name, path in addresses.items()}


def _sent(subject, text, member):
    try:
        automatic_letter(subject, text, member.email).send()
    except (OSError, ValueError) as error:
        # Neither the message of the error nor its traceback: a server answers with the address that it refuses.
        logger.error("The letter of the morning could not be mailed to member %s: %s", member.pk, type(error).__name__)
        return False
    return True
