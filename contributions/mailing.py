"""Mails leave once what they say is written and whoever wrote is answered; one that fails is said on the desk.

What is to leave is written with the rest, in one transaction; a site that is stopped before it has left finds it again.
"""

import logging
from functools import partial
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contributions.letters import NoAddress, letter_of
from contributions.models import Mail
from members.after_answer import after_answer

logger = logging.getLogger(__name__)

#: What each error is called on a desk: the first that fits.
_CAUSES = (
    (SMTPAuthenticationError, gettext_lazy("le serveur de courriel refuse notre mot de passe")),
    (SMTPRecipientsRefused, gettext_lazy("le serveur de courriel refuse cette adresse")),
    (SMTPSenderRefused, gettext_lazy("le serveur de courriel refuse notre propre adresse")),
    (SMTPException, gettext_lazy("le serveur de courriel a refusé")),
    (TimeoutError, gettext_lazy("le serveur de courriel n’a pas répondu à temps")),
    (OSError, gettext_lazy("le serveur de courriel ne répond pas")),
)


def post(contribution, purpose, *, recipient="", is_held=False):
    """Mails about a Contribution, after the commit, unless it `is_held`: then `release` does."""
    state = Mail.State.HELD if is_held else Mail.State.WAITING
    said = {"recipient": recipient, "state": state, "failure": "", "tried_at": timezone.now()}
    mail, _created = Mail.objects.update_or_create(contribution=contribution, purpose=purpose, defaults=said)
    if not is_held:
        _send_later(mail)


def release(contribution):
    """Mails what was held about a Contribution."""
    _claim(contribution.mails.filter(state=Mail.State.HELD))


def post_again(contribution):
    """Mails again what did not leave, and says whether there was any (bool): two clicks mail once.

    Whoever asks waits for the mail server, to read what became of it.
    """
    return _claim(contribution.mails.unsent(), at_once=True)


def cause_of(error):
    """Why a mail did not leave (str, French), without a word of what the error quotes: it may hold an address."""
    said = next((cause for kind, cause in _CAUSES if isinstance(error, kind)), _("ce courriel ne peut pas être écrit"))
    code = getattr(error, "smtp_code", "")
    return f"{said} ({' '.join(str(part) for part in (type(error).__name__, code) if part)})"


def _claim(mails, *, at_once=False):
    claimed = False
    for mail in mails:
        if mails.filter(pk=mail.pk).update(state=Mail.State.WAITING, failure="", tried_at=timezone.now()):
            _send_later(mail, at_once=at_once)
            claimed = True
    return claimed


def _send_later(mail, *, at_once=False):
    work = partial(_send, mail.pk)
    transaction.on_commit(work, robust=True) if at_once else after_answer(work)


def _send(key):
    mail = Mail.objects.select_related("contribution").filter(pk=key).first()
    if mail is None:  # taken back meanwhile
        return
    state, failure = Mail.State.SENT, ""
    try:
        letter_of(mail).send()
    except NoAddress as error:
        state, failure = Mail.State.FAILED, str(error)
    except (OSError, ValueError) as error:
        state, failure = Mail.State.FAILED, cause_of(error)
        logger.error("A mail about contribution %s did not leave: %s", mail.contribution_id, failure)
    Mail.objects.filter(pk=key).update(state=state, failure=failure, tried_at=timezone.now())
