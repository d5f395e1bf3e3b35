"""A contribution arrives: written once, whatever the number of clicks, and its code given to whoever sent it."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction

from contributions.codes import code_hash, code_of
from contributions.models import Act, Attachment, Contribution
from contributions.notices import hand_over_message

#: What people choose beside what they write, then all that they send.
_CHOSEN = ("signed_by", "signature", "email", "consent", "licence")
_SENT = ("kind", "answers", *_CHOSEN)


class DifferentText(Exception):
    """The same form came twice and does not say the same: two things to send, and one form."""


@dataclass(frozen=True)
class Sent:
    contribution: Contribution
    code: str


def receive(kind, form, opened, files=(), *, is_proved=False):
    """Writes what a valid `form` (PublicForm) of a Kind says, with `files` (of Attachment); gives what was Sent.

    `opened` (OpenForm) makes it one contribution: sent again, it gives the same one and the same code. What is not
    `is_proved` (contributions.proof) waits to be checked. Raises DifferentText where something else was sent with it.
    """
    code = code_of(settings.SECRET_KEY, opened.seed)
    said = form.cleaned_data
    contribution = Contribution(
        kind=kind.slug,
        code_hash=code_hash(code),
        answers=form.answers,
        is_doubtful=bool(said["site_web"]) or opened.is_hasty or not is_proved,
        **{name: said[name] for name in _CHOSEN if name in said},
    )
    try:
        with transaction.atomic():
            contribution.save()
            Act.objects.create(contribution=contribution, verb=Act.Verb.RECEIVED)
            Attachment.objects.waiting().among(files).update(contribution=contribution)
            hand_over_message(contribution, form.chosen)
    except IntegrityError:
        known = Contribution.objects.filter(code_hash=contribution.code_hash).first()
        if known is None:  # it was not that
            raise
        is_other = any(getattr(known, name) != getattr(contribution, name) for name in _SENT)
        if is_other or {one.digest for one in files} != set(known.files.values_list("digest", flat=True)):
            raise DifferentText from None
        Attachment.objects.waiting().among(files).delete()
        contribution = known
    return Sent(contribution, code)
