"""What changes in how an account is opened is written in its journal, and its member hears of it by mail.

Whoever took an account over cannot change it in silence. The mail says what, never from where, nor any code.
"""

import logging
from functools import partial

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.mail import send_mail
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import log

from members.after_answer import after_answer

logger = logging.getLogger(__name__)

PHONE_SET, PASSKEY_ADDED = "members.second_factor_set", "members.passkey_added"
FACTOR_REMOVED, PASSKEY_REMOVED = "members.second_factor_removed", "members.passkey_removed"
PHONE_REMOVED, PASSKEY_COPIED = "members.phone_removed", "members.passkey_copied"
CODES_RENEWED = "members.recovery_codes_renewed"
PASSWORD_CHANGED, ADDRESS_CHANGED = "members.password_changed", "members.address_changed"

#: What happened → how the journal files it, how it says it, and how the mail says it.
CHANGES = {
    PHONE_SET: (
        gettext_lazy("Second facteur"),
        gettext_lazy("Met en place les codes d’un téléphone"),
        gettext_lazy("les codes d’un téléphone y sont demandés, ou acceptés, après le mot de passe."),
    ),
    PASSKEY_ADDED: (
        gettext_lazy("Clé d’accès"),
        gettext_lazy("Ajoute une clé d’accès"),
        gettext_lazy("une clé d’accès y a été ajoutée."),
    ),
    FACTOR_REMOVED: (
        gettext_lazy("Second facteur"),
        gettext_lazy("Retire le second facteur"),
        gettext_lazy("son second facteur a été retiré. Le mot de passe suffit pour entrer."),
    ),
    PHONE_REMOVED: (
        gettext_lazy("Second facteur"),
        gettext_lazy("Retire les codes d’un téléphone"),
        gettext_lazy("les codes d’un téléphone ne l’ouvrent plus."),
    ),
    PASSKEY_REMOVED: (
        gettext_lazy("Clé d’accès"),
        gettext_lazy("Retire une clé d’accès"),
        gettext_lazy("une clé d’accès en a été retirée."),
    ),
    PASSKEY_COPIED: (
        gettext_lazy("Clé d’accès"),
        gettext_lazy("Une clé d’accès dont le compteur recule est refusée"),
        gettext_lazy(
            "une clé d’accès y a été refusée, parce que son compteur recule, comme si elle avait été copiée. "
            "Retirez-la, et ajoutez-en une autre."
        ),
    ),
    CODES_RENEWED: (
        gettext_lazy("Codes de secours"),
        gettext_lazy("Renouvelle ses codes"),
        gettext_lazy("de nouveaux codes de secours ont été donnés. Ceux d’avant ne valent plus rien."),
    ),
    PASSWORD_CHANGED: (
        gettext_lazy("Mot de passe"),
        gettext_lazy("Change de mot de passe"),
        gettext_lazy("son mot de passe a changé."),
    ),
    ADDRESS_CHANGED: (
        gettext_lazy("Adresse"),
        gettext_lazy("Change d’adresse de courriel"),
        gettext_lazy("son adresse de courriel a changé. Ce courriel part à l’ancienne et à la nouvelle."),
    ),
}


def tell(member, action, by=None, addresses=None):
    """Writes `action` (key of CHANGES) in the journal, as done by `by`, and mails `member` once it is committed.

    `addresses` (set of str): where to write, if not to their own.
    """
    log(member, action, user=by)
    addresses = {member.email} if addresses is None else addresses
    after_answer(partial(_mail, action, member.pk, sorted(filter(None, addresses))))


def _mail(action, key, addresses):
    """Each address gets its own message; one that fails stops no other, nor what was done."""
    context = {
        "change": CHANGES[action][2],
        "password_url": get_admin_base_url() + reverse("wagtailadmin_password_reset"),
        "access_url": get_admin_base_url() + reverse("access_mine"),
    }
    message = render_to_string("members/mail/account_changed.txt", context)
    for address in addresses:
        try:
            send_mail(_("Nébuleuses\u00a0: votre compte a changé"), message, [address])
        except OSError as error:  # its words may hold the address
            logger.error("Member %s was not told of %s by mail: %s", key, action, type(error).__name__)
