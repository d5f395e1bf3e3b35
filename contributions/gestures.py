"""What moderators do with a contribution. Each gesture is whole or nothing, in the log, and done once."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Page

from agenda.slugs import free_slug
from contributions.files.library import keep, shelved, show
from contributions.mailing import post_again, release
from contributions.models import Act, Contribution, Message
from contributions.notices import say_there_is_news

States = Contribution.State
_GONE = gettext_lazy("Cet envoi vient d’être retiré par la personne qui l’avait fait.")
_LONGEST_SLUG = 200


class TooLate(Exception):
    """Somebody has just done something else; its text is a French sentence."""


class NotAgreed(Exception):
    """Its sender does not want that; its text is a French sentence."""


class Nowhere(Exception):
    """The site has no page under which this kind may be written; its text is a French sentence."""


@transaction.atomic
def take(contribution, member):
    """`member` reads it: others see so."""
    held = _held(contribution)
    was = held.state
    _write(held, member, Act.Verb.TAKEN, state=_read(held), taken_by=member)
    if held.state != was:
        say_there_is_news(held)


@transaction.atomic
def hand_over(contribution, member, to):
    """`member` asks another one (`to`) to see to it."""
    _write(_held(contribution), member, Act.Verb.HANDED, to=to, taken_by=to)


@transaction.atomic
def ask(contribution, member, text):
    """Asks its sender something (str), or answers a message; they read it with their code."""
    held = _held(contribution)
    Message.objects.create(contribution=held, author=member, text=text)
    is_answer = held.of_kind.is_message
    verb, state = (Act.Verb.REPLIED, States.REPLIED) if is_answer else (Act.Verb.ASKED, States.QUESTION)
    _write(held, member, verb, state=state, taken_by=held.taken_by or member)
    say_there_is_news(held)


@transaction.atomic
def decline(contribution, member, reason):
    """Refuses it, with the `reason` (str) that its sender will read."""
    held = _held(contribution)
    _write(held, member, Act.Verb.DECLINED, state=States.DECLINED, reason=reason)
    say_there_is_news(held)


@transaction.atomic
def close(contribution, member, note=""):
    """Says that a message is seen to; with a `note` (str), its sender is told that there is something to read."""
    held = _held(contribution)
    _write(held, member, Act.Verb.CLOSED, state=States.CLOSED, reason=note)
    if note:
        say_there_is_news(held)


@transaction.atomic
def mail_again(contribution, member):
    """Mails again what did not leave about it, however it has ended. Raises TooLate where there is nothing to mail."""
    held = Contribution.objects.held(contribution.pk)
    if held is None:
        raise TooLate(_GONE)
    if not post_again(held):
        raise TooLate(_("Il n’y a rien à renvoyer : le courriel est parti, ou part en ce moment."))
    Act.objects.create(contribution=held, member=member, verb=Act.Verb.REMAILED)


@transaction.atomic
def put_aside(contribution, member):
    """Says that it is unwanted: nobody is told, and it is deleted some days later."""
    _write(_held(contribution), member, Act.Verb.SPAM, state=States.SPAM)


@transaction.atomic
def restore(contribution, member):
    """Puts back on the desk what was said to be unwanted, or doubtful."""
    held = Contribution.objects.held(contribution.pk)
    if held is None:
        raise TooLate(_GONE)
    if held.state != States.SPAM and not held.is_doubtful:
        raise TooLate(_("C’est déjà sur le bureau."))
    state = States.RECEIVED if held.state == States.SPAM else held.state
    _write(held, member, Act.Verb.RESTORED, state=state, is_doubtful=False)
    release(held)


def accept(contribution, member, *, note="", submit=True, descriptions=None, people=""):
    """Makes the draft (ContentPage) of a contribution, in its place of the site, in the name of `member`; gives it.

    Its files go to the library, images with what they show (`descriptions`, dict: key of the Attachment → str) and
    what is known of the `people` (core.models.People, or "") whom one recognises there. `note` (str) is added for its
    sender. With `submit`, it goes to collective review, where there is one, unless its sender has asked to see it
    before. Raises TooLate, NotAgreed, Nowhere.
    """
    with shelved(contribution) as copies:
        return _accept(contribution, member, copies, note, submit, descriptions or {}, people)


@transaction.atomic
def _accept(contribution, member, copies, note, submit, descriptions, people):
    held = _held(contribution)
    if not held.may_be_published:
        raise NotAgreed(_("La personne a demandé que ce ne soit pas publié."))
    page = held.of_kind.draft_of(held)
    parent = _parent_of(page)
    show(page, keep(copies, held, page.title, member, descriptions, people))
    page.owner, page.live = member, False
    page.slug = free_slug(parent, slugify(page.title, allow_unicode=True)[:_LONGEST_SLUG] or held.kind)
    parent.add_child(instance=page)
    # As in the editor, a draft may lack what is asked at publication only.
    page.save_revision(user=member, log_action=True, clean=False)
    data = {"contribution": held.pk, "consent": held.consent, "licence": held.licence}
    log(page, "contributions.accept", user=member, data=data)
    workflow = page.get_workflow()
    if submit and held.may_go_to_review and workflow:
        workflow.start(page, member)
    _write(held, member, Act.Verb.ACCEPTED, state=States.ACCEPTED, reason=note, page=page)
    say_there_is_news(held)
    return page


def _held(contribution):
    """The same, as it is now and as it was seen, that nobody else changes meanwhile. Raises TooLate."""
    held = Contribution.objects.held(contribution.pk)
    if held is None:
        raise TooLate(_GONE)
    if not held.is_open:
        raise TooLate(
            _("Trop tard\u00a0: cet envoi est déjà «\u00a0%(state)s\u00a0».") % {"state": held.get_state_display()}
        )
    if held.changed_at != contribution.changed_at:
        raise TooLate(_("Quelque chose a changé depuis que vous avez ouvert cet écran : relisez, puis recommencez."))
    return held


def _read(held):
    return States.READING if held.state == States.RECEIVED else held.state


def _write(held, member, verb, *, to=None, **changes):
    for name, value in changes.items():
        setattr(held, name, value)
    held.changed_at = timezone.now()
    held.save()
    Act.objects.create(contribution=held, member=member, verb=verb, to=to)


def _parent_of(page):
    """The first page of the site (in its order) under which `page` may be written. Raises Nowhere."""
    types = page.allowed_parent_page_models()
    parent = Page.objects.type(*types).live().order_by("path").first()
    if parent is None:
        raise Nowhere(_("Le site n’a pas de rubrique pour ce genre de page."))
    return Page.objects.select_for_update().get(pk=parent.pk).specific
