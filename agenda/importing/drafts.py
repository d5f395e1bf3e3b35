"""Drafts of what a member chooses among what a file brings: they go through review as any other."""

import logging
from dataclasses import dataclass

from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agenda.importing.comparison import Status, changed_fields, compared
from agenda.importing.proposals import Proposal, fill
from agenda.models import AgendaPage, EventPage, ImportedEvent
from agenda.models.imported_event import fingerprint
from agenda.slugs import free_slug

logger = logging.getLogger(__name__)

#: With a day and what tells namesakes of one day apart, less than the 255 of a page.
_LONGEST_SLUG = 200


class Refused(Exception):
    """What cannot be done with one event; its text is a French sentence."""


class MadeMeanwhile(Exception):
    """Somebody else has just made it, or the same person who clicks twice."""


@dataclass(frozen=True)
class Outcome:
    """What became of a Proposal: its `page` (EventPage), made or only revised (`is_new`), or why not (`failed`).

    Neither where it was made meanwhile.
    """

    proposal: Proposal
    page: EventPage | None = None
    is_new: bool = False
    failed: str = ""


def make_drafts(proposals, agenda, user=None):
    """A draft of each of `proposals` (list of Proposal) under `agenda` (AgendaPage), in the name of `user` (or nobody).

    One that came before and says otherwise gives its page another draft, where what members wrote since stays. What
    is already there is left out. Each is made whole or not at all; gives a list of Outcome, failures among them.
    """
    chosen = [one for one in compared(proposals) if one.can_come]
    return [_outcome(one, agenda, user) for one in chosen]


def _outcome(one, agenda, user):
    try:
        with transaction.atomic():
            if one.status is Status.CHANGED:
                return Outcome(one.proposal, _revise(one, user))
            return Outcome(one.proposal, _create(one, agenda, user), is_new=True)
    except (OperationalError, InterfaceError):
        raise  # the database itself is down: nothing of one event
    except MadeMeanwhile:
        return Outcome(one.proposal)
    except Refused as error:
        return Outcome(one.proposal, failed=str(error))
    except Exception:
        logger.exception("an imported event could not be made")
        return Outcome(one.proposal, failed=_("ce brouillon n’a pas pu être créé."))


def _create(one, agenda, user):
    # First of all, for nobody else makes it meanwhile: the UID is unique.
    imported = _remembered(one)
    page = EventPage(owner=user, live=False)
    fill(page, one.proposal.fields)
    parent = AgendaPage.objects.select_for_update().get(pk=agenda.pk)
    page.slug = _slug(parent, page)
    parent.add_child(instance=page)
    # As in the editor, a draft may lack what is asked at publication only.
    page.save_revision(user=user, log_action=True, clean=False)
    imported.page = page
    imported.save()
    return page


def _slug(parent, page):
    """The address (str) of a page: its title, and its day where a namesake has that already: « Réunion » has many."""
    title = slugify(page.title, allow_unicode=True)[:_LONGEST_SLUG] or "rendez-vous"
    return free_slug(parent, title, f"{title}-{page.start_date.isoformat()}")


def _remembered(one):
    """The ImportedEvent of what is about to be made. Raises MadeMeanwhile."""
    try:
        with transaction.atomic():
            if one.status is Status.REMOVED:
                imported = _locked(one.proposal)
            else:
                imported = ImportedEvent.objects.create(uid=one.proposal.uid)
    except IntegrityError as error:
        raise MadeMeanwhile from error
    if imported.page_id:
        raise MadeMeanwhile
    _remember(imported, one.proposal)
    return imported


def _revise(one, user):
    """Writes in the last draft of a page what the file says otherwise than last time, and nothing else."""
    imported = _locked(one.proposal)
    page = imported.page
    if page is None:
        raise Refused(_("sa page vient d’être supprimée."))
    if _is_closed(page, user):
        raise Refused(_("sa page est verrouillée, ou vous ne pouvez pas la modifier."))
    names = changed_fields(one.proposal, imported)
    if not names:
        raise MadeMeanwhile
    draft = page.get_latest_revision_as_object()
    fill(draft, {name: one.proposal.fields[name] for name in names})
    if not draft.live:
        draft.save()
    draft.save_revision(user=user, log_action=True, clean=False)
    _remember(imported, one.proposal)
    return draft


def _is_closed(page, user):
    """Whether `user` may not write in a page; in nobody's name, one that is locked, for anybody, is closed."""
    if user is None:
        return page.get_lock() is not None
    rights = page.permissions_for_user(user)
    return rights.page_locked() or not rights.can_edit()


def _locked(proposal):
    return ImportedEvent.objects.select_for_update(of=("self",)).select_related("page").get(uid=proposal.uid)


def _remember(imported, proposal):
    imported.digest, imported.when = proposal.digest, proposal.when
    imported.fingerprints = {name: fingerprint(value) for name, value in proposal.fields.items()}
    imported.save()
