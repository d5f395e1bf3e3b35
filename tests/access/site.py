"""A site that has one of everything; what is not public holds one word, what was sent another."""

from fnmatch import fnmatchcase

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site, Task, Workflow
from wagtail.users.models import UserProfile

from agenda.models import CalendarImport
from contributions.models import Attachment, Contribution, Message
from core.models import SiteDocument, SiteSettings
from initiatives.models import InitiativeKind
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from tests.factories import (
    make_appeal,
    make_article,
    make_event,
    make_image,
    make_initiative,
    make_media,
    make_member,
    make_place,
    make_resource,
    make_theme,
)

#: Nobody but those who may read a draft, a private page, what was sent, should see it anywhere.
SECRET = "Zibeline"
#: What is asked for, and what it stands beside.
ASKED = "argentée"
HIDDEN = f"{SECRET} {ASKED}."
CAPTIONS = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{HIDDEN}\n"
#: Nobody but moderators should see what was sent.
SENT = "Hermeline"
#: Who walks: nobody, then one of each group.
READER, WRITER, MODERATOR, ADMINISTRATOR = "lecture", "rédaction", "modération", "administration"
GROUPS = {WRITER: REDACTION, MODERATOR: MODERATION, ADMINISTRATOR: ADMINISTRATION}


class FullSite:
    """One of everything (attributes), members to walk it (`people`: dict), and what stands for each argument."""

    def __init__(self):
        self.other = make_member("autre")
        self.people = {
            who: make_member(f"membre-{number}", group) for number, (who, group) in enumerate(GROUPS.items())
        }
        # What Wagtail writes when somebody first looks.
        SiteSettings.for_site(Site.objects.get())
        for member in self.people.values():
            UserProfile.get_for_user(member)
        self.theme, self.place = make_theme(), make_place()
        self.kind = InitiativeKind.objects.create(title="Que personne n’a choisie")
        self._write_pages()
        self._fill_library()
        self._send()

    def _write_pages(self):
        self.article, self.event = make_article(), make_event()
        initiative = make_initiative(place=make_place("Metz"), themes=[self.theme])
        self.published = [initiative, self.article, make_appeal(), self.event, make_resource()]
        self.draft = make_article(f"Brouillon {SECRET}", publish=False, owner=self.other, summary=HIDDEN)
        self.state = self.draft.get_workflow().start(self.draft, self.other)
        self.private = make_article(f"Privé {SECRET}", summary=HIDDEN)
        self.private_event = make_event(f"Rencontre {SECRET}", summary=HIDDEN)
        for page in (self.private, self.private_event):
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        self.withdrawn = make_article(f"Retiré {SECRET}", summary=HIDDEN)
        self.withdrawn.unpublish()
        self.changed = make_article("Texte publié")
        self.changed.summary = HIDDEN
        self.changed.save_revision(user=self.other)

    def _fill_library(self):
        closed = Collection.get_first_root_node().add_child(name="Fermée")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        self.collection = closed
        self.private_image = make_image(f"Image {SECRET}", name="ferme.png", collection=closed, description=HIDDEN)
        self.private_media = make_media("ferme.mp4", "video", collection=closed, transcript=HIDDEN)
        self.private_media.captions.save("ferme.vtt", ContentFile(CAPTIONS.encode(), name="ferme.vtt"))
        self._show_what_is_closed()
        self.image = make_image(uploaded_by_user=self.other)
        self.media = make_media(uploaded_by_user=self.other)
        text = ContentFile(b"Venez.", name="tract.txt")
        self.document = SiteDocument.objects.create(title="Tract", file=text, uploaded_by_user=self.other)
        text = ContentFile(HIDDEN.encode(), name="ferme.txt")
        self.private_document = SiteDocument.objects.create(title=f"Fermé {SECRET}", file=text, collection=closed)

    def _send(self):
        self.contribution = Contribution.objects.create(
            kind="temoignage", answers={"text": f"{SENT} {ASKED}"}, consent="publish", licence="by-sa", code_hash="0"
        )
        self.attachment = Attachment.objects.create(
            contribution=self.contribution, label=f"{SENT}.txt", kind="txt", size=8, digest="0"
        )
        self.attachment.path.write_text(SENT)
        Message.objects.create(contribution=self.contribution, text=SENT)
        self.imported = CalendarImport.objects.create(owner=self.other, name=SECRET)
        self.group, self.task, self.workflow = Group.objects.last(), Task.objects.get(), Workflow.objects.get()
        self.redirect = Redirect.objects.create(old_path="/ancien", redirect_link="/")

    def _show_what_is_closed(self):
        """A published content that shows all that is in the private collection, as an editor may have left it."""
        self.showing = make_article("Qui montre tout", image=self.private_image)
        picture = {"image": self.private_image, "alternative": "Un mur", "caption": ""}
        self.showing.body = [
            ("picture", picture),
            ("gallery", {"title": "", "pictures": [picture, picture]}),
            ("video", {"media": self.private_media, "title": "", "description": ""}),
        ]
        self.showing.save_revision().publish(skip_permission_checks=True)

    def private_addresses(self):
        """The addresses (list of str) of the files of the private collection: what was brought, what is made of it."""
        media = self.private_media
        made = [self.private_image.get_rendition(spec).url for spec in ("max-165x165", "width-480|format-webp")]
        return [self.private_image.file.url, *made, media.file.url, media.thumbnail.url, media.captions.url]

    #: What `pk` is, by the name of the address.
    _KEYS = (
        ("*:pages:*", "draft"),
        ("*:documents:*", "document"),
        ("*:images:*", "image"),
        ("wagtailsnippet*_core_theme:*", "theme"),
        ("wagtailsnippet*_core_place:*", "place"),
        ("wagtailsnippet*_initiativekind:*", "kind"),
        ("wagtaildocs*", "document"),
        ("masking", "image"),
        ("wagtailimages*", "image"),
        ("wagtailadmin_collections:*", "collection"),
        ("wagtailusers_users:*", "other"),
        ("contributions_file", "attachment"),
        ("contributions_*", "contribution"),
        ("agenda_import_choice", "imported"),
        ("content-calendar", "event"),
        ("wagtailadmin_workflows:*task*", "task"),
        ("wagtailadmin_workflows:*", "workflow"),
        ("wagtailusers_groups:*", "group"),
        ("social-card", "article"),
    )

    def values_for(self, name):
        """What stands for each argument of the address called `name` (dict), a page being one's that is no reader's."""
        keys = [key for pattern, key in self._KEYS if fnmatchcase(name, pattern)]
        return self._arguments | {"pk": getattr(self, keys[0]).pk if keys else 1}

    @property
    def _arguments(self):
        draft, revision = self.draft.pk, self.draft.latest_revision_id
        return {
            **dict.fromkeys(("page_id", "parent_page_id", "page_pk", "page_to_move_id", "object_id"), draft),
            **dict.fromkeys(("content_type_app_name", "app_name", "app_label"), "articles"),
            **dict.fromkeys(("content_type_model_name", "model_name"), "articlepage"),
            **dict.fromkeys(("document_id", "doc_id"), self.document.pk),
            **dict.fromkeys(("uploaded_file_id", "session_id", "restriction_id", "page_view_restriction_id"), 1),
            "destination_id": self.draft.get_parent().pk,
            "revision_id": revision,
            "task_id": self.state.current_task_state.task_id,
            "task_state_id": self.state.current_task_state_id,
            "workflow_state_id": self.state.pk,
            "workflow_pk": self.state.workflow_id,
            "image_id": self.image.pk,
            "media_id": self.media.pk,
            "media_type": "audio",
            "collection_id": self.collection.pk,
            "redirect_id": self.redirect.pk,
            "instance_pk": self.contribution.pk,
            "filter_spec": "width-20",
            "action_name": "agree",
            "action": "delete",
            "number": 1,
            "kind": "temoignage",
            "slug": self.theme.slug,
            "uidb64": "MQ",
            "token": "set-password",
        }

    #: Routes whose arguments have no name, or that answer for many things: what is asked of each.
    def several(self, name):
        """The paths (list of str) asked of an address, where one is not enough; None elsewhere."""
        draft = self.draft.pk
        return {
            "wagtailadmin_pages:add": [f"/admin/pages/add/articles/articlepage/{self.draft.get_parent().pk}/"],
            "wagtailadmin_pages:preview_on_add": [
                f"/admin/pages/add/articles/articlepage/{self.draft.get_parent().pk}/preview/"
            ],
            "wagtailadmin_pages:add_subpage": [f"/admin/pages/{self.draft.get_parent().pk}/add_subpage/"],
            "wagtailadmin_pages:revisions_compare": [f"/admin/pages/{draft}/revisions/compare/earliest...latest/"],
            "wagtailsettings:edit": ["/admin/settings/core/sitesettings/1/"],
            "wagtailsettings:preview_on_edit": ["/admin/settings/core/sitesettings/1/preview/"],
            "wagtailadmin_workflows:add_task": ["/admin/workflows/tasks/add/members/consenttask/"],
            "document": [self.document.url],
            "wagtaildocs_serve": [self.document.url],
            "media/<path:name>": [self.image.file.url],
            "private-file": self.private_addresses(),
            "wagtail_serve": ["/", *(page.url for page in self.published)],
        }.get(name)
