"""What somebody may still do with what they sent, once they have given their code."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry

from contributions.fields import LineField, TextField
from contributions.files.fields import FilesField, WithFiles
from contributions.files.library import take_back
from contributions.forms import LONGEST_NOTE
from contributions.models import Act, Attachment, Contribution, Message
from core.erasure import erase_for_good
from core.models import ContentPage


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


class AddFilesForm(WithFiles, forms.Form):
    attachments = FilesField(label=_("Ajouter des fichiers"), is_needed=True)


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
    _note_news(locked, Act.Verb.ANSWERED)
    return True


@transaction.atomic
def add_files(contribution, files):
    """Adds `files` (list of Attachment, of no contribution yet) to a Contribution; says whether it could (bool).

    One that is there already is not added twice.
    """
    locked = _open(contribution)
    if locked is None:
        Attachment.objects.waiting().among(files).delete()
        return False
    known = set(locked.files.values_list("digest", flat=True))
    new = [one for one in files if one.digest not in known]
    Attachment.objects.waiting().among(one for one in files if one not in new).delete()
    if new:
        Attachment.objects.waiting().among(new).update(contribution=locked)
        _note_news(locked, Act.Verb.FILES)
    return True


@transaction.atomic
def withdraw(contribution):
    """Deletes a Contribution that is not published, and all that came of it; says whether nothing is left (bool).

    Accepted, it takes its draft with it, and its files in the library.
    """
    locked = Contribution.objects.held(contribution.pk)
    if locked is None:
        return True
    locked.page = ContentPage.objects.select_for_update(of=("self",)).filter(pk=locked.page_id).first()
    if not locked.may_be_withdrawn:
        return False
    if locked.page is not None:
        key = locked.page.pk
        locked.page.specific.delete()
        # Wagtail's story of a page outlives it, with its title.
        PageLogEntry.objects.filter(page=key).delete()
    take_back(locked.files.all())
    locked.delete()
    transaction.on_commit(erase_for_good, robust=True)
    return True


def _note_news(locked, verb):
    """Says that its sender did something: moderators see it as waiting for them again."""
    Act.objects.create(contribution=locked, verb=verb)
    if locked.state in {Contribution.State.QUESTION, Contribution.State.REPLIED, Contribution.State.READING}:
        locked.state = Contribution.State.ANSWERED
    if locked.is_open:  # what is unwanted is not kept for longer because somebody adds to it
        locked.changed_at = timezone.now()
    locked.save(update_fields=["state", "changed_at"])


def _open(contribution):
    """The same, as it is now, that nobody else changes meanwhile; None where it is decided, or gone."""
    locked = Contribution.objects.held(contribution.pk)
    return None if locked is None or locked.is_decided else locked
