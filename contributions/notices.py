"""Mails to whoever left an address: that there is news, never of what."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


def say_there_is_news(contribution):
    """Writes to the sender of a Contribution, once what is being done is done. A mail that fails undoes nothing."""
    if contribution.email:
        transaction.on_commit(lambda: _send(contribution.pk, contribution.email), robust=True)


def _send(key, address):
    context = {"address": f"{settings.SITE_URL}{reverse('follow-up')}", "site": settings.WAGTAIL_SITE_NAME}
    text = render_to_string("contributions/mail/news.txt", context)
    subject = _("Du nouveau pour votre envoi")
    try:
        EmailMessage(subject, text, to=[address], headers={"Auto-Submitted": "auto-generated"}).send()
    except OSError:
        logger.exception("The news of contribution %s could not be mailed", key)
