"""What is mailed about a contribution. Headers are written by Django's EmailMessage, and by nothing else."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from contributions.models import Mail
from contributions.recipients import recipient_of
from core.models import site_name


class NoAddress(Exception):
    """Nobody to write to any more; its text is a French cause."""


def automatic_letter(subject, text, address, **options):
    """An EmailMessage to one `address` (str) alone. RFC 3834 §5: a program wrote it, no program should answer."""
    return EmailMessage(subject, text, to=[address], headers={"Auto-Submitted": "auto-generated"}, **options)


def letter_of(mail):
    """The EmailMessage of a Mail. Raises NoAddress, and ValueError for what no header may hold (BadHeaderError)."""
    return _LETTERS[mail.purpose](mail)


def _news(mail):
    """That there is news, never of what."""
    if not mail.contribution.email:
        raise NoAddress(_("il n’y a plus d’adresse"))
    context = {"address": f"{settings.SITE_URL}{reverse('follow-up')}", "site": settings.WAGTAIL_SITE_NAME}
    text = render_to_string("contributions/mail/news.txt", context)
    return automatic_letter(_("Du nouveau pour votre envoi"), text, mail.contribution.email)


def _message(mail):
    """What somebody wrote from `/contact/`, whole, to the one they chose."""
    contribution, recipient = mail.contribution, recipient_of(mail.recipient)
    if recipient is None:
        raise NoAddress(_("ce destinataire n’est plus dans les réglages du site"))
    desk = reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])
    name = site_name(recipient.site)
    context = {"contribution": contribution, "address": f"{settings.SITE_URL}{desk}", "site": name}
    return automatic_letter(
        f"[{name}] {contribution.answers.get('subject', '')}",
        render_to_string("contributions/mail/message.txt", context),
        recipient.address,
        reply_to=[contribution.email] if contribution.email else None,
    )


_LETTERS = {Mail.Purpose.NEWS: _news, Mail.Purpose.MESSAGE: _message}
