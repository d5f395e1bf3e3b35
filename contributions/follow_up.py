"""What somebody may still do with what they sent, once they have given their code."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contributions.fields import LineField, TextField
from contributions.forms import LONGEST_NOTE
from contributions.models import Act, Contribution, Message


class FollowUpForm(forms.Form):
    code = LineField(
        label=_("Votre code"),
        max_length=200,
        help_text=_("Six mots, dans l’ordre. Les accents et les majuscules ne comptent pas."),
        error_messages={"required": _("Écrivez les six mots de votre code.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
    )


class ReplyForm(forms.Form):
    text = TextField(
        label=_("Votre message"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Écrivez quelque chose.")},
    )


@transaction.atomic
def answer(contribution, text):
    """Adds what its sender says (str) to a Contribution, and says whether it could (bool): it may not be open any more.

    The same words twice in a row are said once.
    """
    locked = _open(contribution)
    if locked is None:
        return False
    last = locked.messages.order_by("-sent_at", "-pk").first()
    if last and last.is_from_sender and last.text == text:
        return True
    Message.objects.create(contribution=locked, is_from_sender=True, text=text)
    Act.objects.create(contribution=locked, verb=Act.Verb.ANSWERED)
    if locked.state in {Contribution.State.QUESTION, Contribution.State.READING}:
        locked.state = Contribution.State.ANSWERED
    locked.changed_at = timezone.now()
    locked.save(update_fields=["state", "changed_at"])
    return True


@transaction.atomic
def withdraw(contribution):
    """Deletes a Contribution that is open, and all that was said of it; says whether nothing is left (bool)."""
    locked = _open(contribution)
    if locked:
        locked.delete()
    return locked is not None or not Contribution.objects.filter(pk=contribution.pk).exists()


def _open(contribution):
    """The same, as it is now, that nobody else changes meanwhile; None where it is decided, or gone."""
    locked = Contribution.objects.held(contribution.pk)
    return None if locked is None or locked.is_decided else locked
