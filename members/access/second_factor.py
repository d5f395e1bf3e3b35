"""Who must have a second factor, who has one, and whether what they typed is right."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction

from members.groups import ADMINISTRATION
from members.models import Passkey, Phone, RecoveryCodes


def is_required(member):
    """Whether settings.SECOND_FACTOR_REQUIRED (names of groups) leaves `member` nothing to do without one (bool)."""
    required = settings.SECOND_FACTOR_REQUIRED
    if not required:
        return False
    if member.is_superuser and ADMINISTRATION in required:
        return True
    return member.groups.filter(name__in=required).exists()


def has_one(member):
    """Whether something is asked of `member` after the password (bool): codes on paper alone are no factor."""
    return has_phone(member) or has_passkey(member)


def has_phone(member):
    return Phone.objects.filter(user=member, confirmed=True).exists()


def has_passkey(member):
    return Passkey.objects.filter(member=member).exists()


def check_code(member, typed):
    """Whether `typed` (str) is a code of `member`'s telephone, or one of those kept on paper (bool); good once.

    Rows are locked: of two requests that come with the same code, one is right.
    """
    code = "".join(typed.split())
    with transaction.atomic():
        model = Phone if code.isdecimal() and len(code) == 6 else RecoveryCodes
        devices = model.objects.select_for_update().filter(user=member, confirmed=True)
        return any(device.verify_token(code) for device in devices)


def phone_to_confirm(member):
    """The Phone that `member` is setting up; it opens nothing before `confirm`."""
    unconfirmed = Phone.objects.filter(user=member, confirmed=False).order_by("pk").first()
    return unconfirmed or Phone.objects.create(user=member, confirmed=False, name="téléphone")


def confirm(member, code):
    """Whether `code` (str) proves that the new telephone is set up (bool); it is `member`'s from then on."""
    with transaction.atomic():
        phone = Phone.objects.select_for_update().filter(user=member, confirmed=False).order_by("pk").first()
        if phone is None or not phone.verify_token("".join(code.split())):
            return False
        Phone.objects.filter(user=member).exclude(pk=phone.pk).delete()
        phone.confirmed = True
        phone.save(update_fields=["confirmed"])
        return True


def first_codes(member):
    """Ten recovery codes (list of str) with the first factor of any kind; none where `member` was given some before."""
    with transaction.atomic():
        get_user_model().objects.select_for_update().filter(pk=member.pk).first()
        return [] if RecoveryCodes.objects.filter(user=member).exists() else RecoveryCodes.renew(member)


def remove_phone(member):
    """Codes of a telephone open `member`'s account no more; gives whether there was something to remove (bool)."""
    return _removed(member, Phone.objects.filter(user=member))


def remove_passkey(member, passkey):
    """The same, of one Passkey of `member`'s."""
    return _removed(member, Passkey.objects.filter(member=member, pk=passkey.pk))


def remove(member):
    """The same, of all that there is: the password alone opens the account."""
    return _removed(member, Phone.objects.filter(user=member), Passkey.objects.filter(member=member))


def _removed(member, *factors):
    """Codes on paper go with the last factor."""
    with transaction.atomic():
        number = sum(rows.delete()[0] for rows in factors)
        if not has_one(member):
            number += RecoveryCodes.objects.filter(user=member).delete()[0]
        return number > 0


def codes_left(member):
    """How many recovery codes (int) are still good."""
    return sum(device.token_set.count() for device in RecoveryCodes.objects.filter(user=member))
