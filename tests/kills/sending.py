"""Scenarios of what strangers send, and of what moderators do with it."""

from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry, WorkflowState

from contributions.models import Attachment, Contribution
from core.models import ContentPage
from members.groups import MODERATION
from tests.contributions.conftest import CHOICES, carried, code_in, proved
from tests.contributions.files import upload_of
from tests.factories import upload
from tests.kills.editor import posted, somebody
from tests.kills.scenario import Scenario, said_in

KINDS = ("jpeg", "mp3", "pdf")
FORM, CODE = "/contribuer/texte/", "/contribuer/suivi/"


class Send(Scenario):
    title = "envoyer un texte avec photo, son et document"
    may_be_done_again = True

    def fill(self, thing):
        cache.clear()  # what counts senders: all of them are on this machine
        opened = carried(Client().get(FORM).content.decode())
        thing.data = CHOICES | {"text": thing.words["new"], "formulaire": opened, "preuve": proved(opened)}
        thing.data |= {"email": "ana@example.org"}

    def do(self, thing):
        files = [upload_of(kind) for kind in KINDS]
        response = Client().post(FORM, thing.data | {"attachments": files})
        assert response.status_code == 200, response.status_code
        return code_in(response)

    def state(self, thing):
        found = Contribution.objects.filter(answers__text=thing.words["new"])
        return {
            "received": found.count(),
            "files": sorted(file.kind for one in found for file in one.files.all()),
            "whole": all(file.path.stat().st_size == file.size for one in found for file in one.files.all()),
            "acts": [act.verb for one in found for act in one.acts.all()],
        }


class SendAhead(Scenario):
    title = "joindre un fichier avant d’envoyer"

    def fill(self, thing):
        cache.clear()
        thing.opened = carried(Client().get(FORM).content.decode())

    def do(self, thing):
        file = upload(thing.words["new"].encode() * 5000, f"{thing.words['new']}.txt", "text/plain")
        response = Client().post("/contribuer/fichiers/", {"formulaire": thing.opened, "attachments": file})
        assert response.status_code == 200, response.content.decode()

    def state(self, thing):
        files = Attachment.objects.filter(label=f"{thing.words['new']}.txt")
        return {"files": files.count(), "whole": all(one.path.stat().st_size == one.size for one in files)}


class _Decided(Send):
    """What a moderator, or whoever sent it, does with a text that came with its files."""

    def fill(self, thing):
        super().fill(thing)
        thing.code = Send.do(self, thing)
        thing.contribution = Contribution.objects.get(answers__text=thing.words["new"])
        Contribution.objects.filter(pk=thing.contribution.pk).update(is_doubtful=False)
        thing.browser = somebody("chloe", MODERATION)

    def gesture(self, thing, name, **words):
        address = reverse("contributions_contribution_modeladmin_inspect", args=[thing.contribution.pk])
        seen = thing.contribution.changed_at.isoformat()
        words = {f"{name}-{key}": value for key, value in words.items()}
        return posted(thing.browser, address, {"geste": name, "vu": seen} | words)

    def state(self, thing):
        one = Contribution.objects.filter(pk=thing.contribution.pk).first()
        pages = [
            page for page in ContentPage.objects.order_by("-pk")[:5] if thing.words["new"] in str(page.specific.body)
        ]
        files = list(one.files.order_by("pk")) if one else []
        kept = [file.in_library for file in files if file.left_at]
        return {
            "state": one and one.state,
            "acts": [act.verb for act in one.acts.order_by("pk")] if one else [],
            "waiting": [file.path.is_file() for file in files if not file.left_at],
            "kept": [(item._meta.model_name, item.file.storage.exists(item.file.name)) for item in kept if item],
            "page": [
                (
                    page.live,
                    one is not None and one.page_id == page.pk,
                    bool(page.image_id),
                    [block.block_type for block in page.specific.body],
                    said_in(thing, str(page.latest_revision and page.latest_revision.content)),
                    WorkflowState.objects.for_instance(page).count(),
                    PageLogEntry.objects.filter(page=page.pk).count(),
                )
                for page in pages
            ],
        }


class Accept(_Decided):
    title = "accepter un envoi avec photo, son et document"

    def do(self, thing):
        self.gesture(thing, "accepter", text="", submit="on")


class Decline(_Decided):
    title = "refuser un envoi"

    def do(self, thing):
        self.gesture(thing, "refuser", text="Ce n’est pas pour nous.")


class TakeBack(_Decided):
    title = "retirer ce qui était accepté"
    may_forget = True

    def fill(self, thing):
        super().fill(thing)
        Accept().do(thing)
        files = Attachment.objects.filter(contribution=thing.contribution)
        thing.library = [(type(one.in_library), one.in_library.pk) for one in files]
        thing.names = [one.name for one in files]

    def do(self, thing):
        response = Client().post(CODE, {"code": thing.code, "geste": "retirer"})
        assert response.status_code == 200 or not Contribution.objects.filter(pk=thing.contribution.pk).exists()

    def state(self, thing):
        left = [model.objects.filter(pk=key).exists() for model, key in thing.library]
        quarantine = [(settings.QUARANTINE_ROOT / name).exists() for name in thing.names]
        return super().state(thing) | {"library": left, "quarantine": quarantine}


SCENARIOS = [Send, SendAhead, Accept, Decline, TakeBack]
