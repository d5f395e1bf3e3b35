"""Scenarios of the editor: pages written, published, reviewed, scheduled, withdrawn."""

import datetime
from collections import Counter

import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision, WorkflowState
from wagtail.search.models import IndexEntry

from agenda.models import AgendaPage, CalendarEntry, EventPage, Occurrence
from core.models import ContentPage
from members.groups import MODERATION, REDACTION
from search.models import ContentText
from tests.factories import make_article, make_event, make_image
from tests.kills.editor import adding, editing, filled, posted, somebody
from tests.kills.scenario import Scenario, said_in

PUBLISH = {"action-publish": "1"}
#: An event takes place somewhere.
ONLINE = {"online_url": "https://exemple.org/salon"}


class PageScenario(Scenario):
    def state(self, thing):
        page = ContentPage.objects.filter(slug=thing.slug).first()
        found = [
            name
            for name, word in thing.words.items()
            if f'/{thing.slug}/"' in Client().get("/recherche/", {"q": word}).content.decode()
        ]
        if page is None:
            return {"there": False, "found": found}
        page = page.specific
        shown = Client().get(page.get_url())
        versions = Revision.objects.for_instance(page).order_by("pk")
        entries = CalendarEntry.objects.filter(content=page, is_withdrawn=False)
        text = ContentText.objects.filter(pk=page.pk).values_list("text", flat=True).first()
        return {
            "there": True,
            "live": page.live,
            "row says": said_in(thing, f"{page.title} {page.body}"),
            "answers": shown.status_code,
            "shows": said_in(thing, shown.content.decode()) if shown.status_code == 200 else [],
            "found": sorted(found),
            "index": (IndexEntry.objects.filter(object_id=page.pk).count() > 0, said_in(thing, f"{page.title} {text}")),
            "published": page.live_revision and said_in(thing, str(page.live_revision.content)),
            "draft": page.latest_revision and said_in(thing, str(page.latest_revision.content)),
            "versions": [said_in(thing, str(version.content)) for version in versions],
            "waits": page.has_unpublished_changes,
            "scheduled": versions.exclude(approved_go_live_at=None).count(),
            "dates": Occurrence.objects.filter(content=page).count(),
            "calendar": [said_in(thing, entry.text) for entry in entries],
            "story": Counter(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)),
            "review": list(WorkflowState.objects.for_instance(page).order_by("pk").values_list("status", flat=True)),
            "first published": page.first_published_at is not None,
        }

    def acknowledged(self, thing):
        page = ContentPage.objects.filter(slug=thing.slug).first()
        versions = Revision.objects.for_instance(page) if page else Revision.objects.none()
        return {(version.pk, str(version.content)) for version in versions}


class _Typed(PageScenario):
    """What is posted from a screen of the editor."""

    button = PUBLISH

    def fill(self, thing):
        thing.browser = somebody("chloe", MODERATION)
        thing.address, said = self.open(thing)
        thing.data = filled(thing.browser, thing.address, **said) | self.button

    def open(self, thing):
        """The address of the screen, and what is typed there (dict); what it is about is made."""
        raise NotImplementedError

    def do(self, thing):
        posted(thing.browser, thing.address, thing.data)


class Create(_Typed):
    title = "écrire et publier une page d’un coup"

    def open(self, thing):
        said = {"title": thing.words["new"], "slug": thing.slug, "summary": "Une date.", "start_date": "2027-01-05"}
        return adding(EventPage, AgendaPage.objects.get()), said | ONLINE | {"text": thing.words["new"]}


class PublishDraft(_Typed):
    title = "publier un brouillon illustré"

    def open(self, thing):
        image = make_image(description="Un mur.")
        page = make_article(thing.words["old"], publish=False, slug=thing.slug, image=image)
        return editing(page), {"title": thing.words["new"], "text": thing.words["new"]}


class PublishVersion(_Typed):
    title = "publier une nouvelle version"

    def open(self, thing):
        page = make_event(thing.words["old"], slug=thing.slug, start_date=datetime.date(2027, 1, 5), **ONLINE)
        said = {"title": thing.words["new"], "text": thing.words["new"], "repeats": "weekly"}
        return editing(page), said | {"repeats_until": "2027-02-01"}


class SaveDraft(_Typed):
    title = "enregistrer un brouillon"
    button = {}

    def open(self, thing):
        page = make_event(thing.words["old"], slug=thing.slug, **ONLINE)
        return editing(page), {"title": thing.words["new"], "text": thing.words["new"]}


class Schedule(_Typed):
    title = "programmer une publication"

    def open(self, thing):
        page = make_article(thing.words["old"], slug=thing.slug)
        tomorrow = timezone.localtime() + datetime.timedelta(days=1)
        return editing(page), {"title": thing.words["new"], "go_live_at": f"{tomorrow:%Y-%m-%d %H:%M}"}


class PublishScheduled(PageScenario):
    title = "publier ce qui était programmé"
    is_done_by_commands = True

    def fill(self, thing):
        page = make_event(thing.words["old"], slug=thing.slug, **ONLINE)
        page.title = thing.words["new"]
        page.go_live_at = timezone.now() + datetime.timedelta(minutes=30)
        page.save_revision().publish()

    def do(self, thing):
        with time_machine.travel(timezone.now() + datetime.timedelta(hours=1)):
            call_command("publish_scheduled", verbosity=0)


class Unpublish(PageScenario):
    title = "dépublier une page"

    def fill(self, thing):
        thing.browser = somebody("chloe", MODERATION)
        thing.page = make_event(thing.words["old"], slug=thing.slug, **ONLINE)

    def do(self, thing):
        posted(thing.browser, reverse("wagtailadmin_pages:unpublish", args=[thing.page.pk]), {})


class Submit(_Typed):
    title = "envoyer un brouillon en relecture"
    button = {"action-submit": "1"}

    def open(self, thing):
        thing.browser = somebody("ana", REDACTION)
        page = make_article(thing.words["old"], publish=False, slug=thing.slug, owner=thing.browser.member)
        return editing(page), {"title": thing.words["new"], "text": thing.words["new"]}


class Agree(PageScenario):
    title = "publier par le dernier accord de la relecture"
    may_be_done_again = True

    def fill(self, thing):
        author, first, thing.browser = (somebody(name, REDACTION) for name in ("ana", "brahim", "dalia"))
        page = make_event(thing.words["old"], publish=False, slug=thing.slug, owner=author.member, **ONLINE)
        page.get_workflow().start(page, author.member)
        state = page.current_workflow_task_state
        thing.address = reverse(
            "wagtailadmin_pages:workflow_action", args=[page.pk, f"agree-{state.text_digest}", state.pk]
        )
        posted(first, thing.address, {})

    def do(self, thing):
        posted(thing.browser, thing.address, {})


SCENARIOS = [
    Create,
    PublishDraft,
    PublishVersion,
    SaveDraft,
    Schedule,
    PublishScheduled,
    Unpublish,
    Submit,
    Agree,
]
