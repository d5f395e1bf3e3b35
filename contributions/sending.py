"""A contribution arrives: written once, whatever the number of clicks, and its code given to whoever sent it."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction

from contributions.codes import code_hash, code_of
from contributions.models import Act, Contribution

#: What people choose beside what they write, then all that they send.
_CHOSEN = ("signed_by", "signature", "email", "consent", "licence")
_SENT = ("kind", "answers", *_CHOSEN)


class DifferentText(Exception):
    """The same form came twice and does not say the same: two things to send, and one form."""


@dataclass(frozen=True)
class Sent:
    contribution: Contribution
    code: str


def receive(kind, form, opened):
    """Writes what a valid `form` (SendingForm) of a Kind says; gives what was Sent.

    `opened` (OpenForm) makes it one contribution: sent again, it gives the same one and the same code. Raises
    DifferentText where something else was sent with it.
    """
    code = code_of(settings.SECRET_KEY, opened.seed)
    said = form.cleaned_data
    contribution = Contribution(
        kind=kind.slug,
        code_hash=code_hash(code),
        answers=form.answers,
        is_doubtful=bool(said["site_web"]) or opened.is_hasty,
        **{name: said[name] for name in _CHOSEN},
    )
    try:
        with transaction.atomic():
            contribution.save()
            Act.objects.create(contribution=contribution, verb=Act.Verb.RECEIVED)
    except IntegrityError:
        known = Contribution.objects.get(code_hash=contribution.code_hash)
        if any(getattr(known, name) != getattr(contribution, name) for name in _SENT):
            raise DifferentText from None
        contribution = known
    return Sent(contribution, code)
