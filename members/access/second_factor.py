"""Who must have a second factor, who has one, and whether what they typed is right."""

from django.conf import settings
from django.db import transaction

from members.groups import ADMINISTRATION
from members.models import Phone, RecoveryCodes


def is_required(member):
    """Whether settings.SECOND_FACTOR_REQUIRED (names of groups) leaves `member` nothing to do without one (bool)."""
    required = settings.SECOND_FACTOR_REQUIRED
    if not required:
        return False
    if member.is_superuser and ADMINISTRATION in required:
        return True
    return member.groups.filter(name__in=required).exists()


def has_one(member):
    return Phone.objects.filter(user=member, confirmed=True).exists()


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
    """Ten recovery codes (list of str) where `code` (str) proves that the new telephone is set up; or None."""
    with transaction.atomic():
        phone = Phone.objects.select_for_update().filter(user=member, confirmed=False).order_by("pk").first()
        if phone is None or not phone.verify_token("".join(code.split())):
            return None
        Phone.objects.filter(user=member).exclude(pk=phone.pk).delete()
        phone.confirmed = True
        phone.save(update_fields=["confirmed"])
        return RecoveryCodes.renew(member)


def remove(member):
    """`member` comes in by password alone again; gives whether there was something to remove (bool)."""
    with transaction.atomic():
        removed = Phone.objects.filter(user=member).delete()[0]
        return bool(RecoveryCodes.objects.filter(user=member).delete()[0] or removed)


def codes_left(member):
    """How many recovery codes (int) are still good."""
    return sum(device.token_set.count() for device in RecoveryCodes.objects.filter(user=member))
