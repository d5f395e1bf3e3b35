"""What a site has when every page is filled to the last field, and what few people ever use."""

from datetime import date, timedelta

from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Comment,
    CommentReply,
    GroupSitePermission,
    PageSubscription,
    PageViewRestriction,
    Site,
)
from wagtail.users.models import UserProfile

from agenda.models import AgendaPage, CalendarImport, EventPage, ImportedEvent
from appeals.models import AppealIndexPage, AppealPage, AppealTown
from articles.models import ArticleIndexPage, ArticlePage
from contributions.models import Digest, Duty, Presence
from core.gone_files import will_be_erased
from core.models import HostedRecording, RelatedContent, SiteMedia, SiteSettings
from home.models import HomePage, StandardPage
from initiatives.models import InitiativeIndexPage, InitiativePage
from members.models import Agreement, Phone, RecoveryCodes
from resources.models import ResourceIndexPage, ResourcePage
from tests.core.backup.filling import ADDRESS, DAY, Filling
from tests.factories import RECORDINGS, png

#: What grows where.
KINDS = [
    (InitiativeIndexPage, InitiativePage),
    (ArticleIndexPage, ArticlePage),
    (AppealIndexPage, AppealPage),
    (AgendaPage, EventPage),
    (ResourceIndexPage, ResourcePage),
    (HomePage, StandardPage),
]


def add_plenty(known, writer, agreeing, review, contribution):
    """Pages of every kind with every field and every block, then rows of the models that nothing above has made.

    `known`: see Filling, with the `group`; `writer` and `agreeing` (Members); `review` (a page under review);
    `contribution` (Contribution).
    """
    HostedRecording.objects.create(
        address=ADDRESS, title="Une assemblée", author="Un collectif", poster=ContentFile(png(), name="film.png")
    )
    video = SiteMedia(title="Le quai", type="video", credit="Zoë", transcript="On n’entend que l’eau.")
    video.file.save("quai.mp4", ContentFile((RECORDINGS / "clip.mp4").read_bytes()), save=False)
    video.captions.save("quai.vtt", ContentFile(b"WEBVTT\n\n00:00.000 --> 00:01.000\nL\xe2\x80\x99eau.\n"), save=False)
    video.save()
    filling = Filling(**known, video=video)
    made = [_add_page(filling, parent, model, writer) for parent, model in KINDS]
    contents, appeal = made[:-1], made[2]
    for content in contents:
        content.themes = [known["theme"]]
        content.related_contents = [RelatedContent(content=known["page"])]
        if content == appeal:
            content.towns = [AppealTown(place=known["place"])]
        content.save_revision(user=writer).publish(skip_permission_checks=True)
    _fill_home(filling, writer)
    _add_of_members(known["group"], writer, agreeing, review, contribution)
    _add_of_the_collective(filling, writer, agreeing, contribution, made[3])


def _add_page(filling, parent, model, writer):
    page = model(title=f"Tout\u00a0: {model._meta.verbose_name}", owner=writer, live=False, **filling.fields(model))
    page.search_description, page.seo_title, page.show_in_menus = "Pour les moteurs", "Ailleurs", True
    parent.objects.get().add_child(instance=page)
    page.save_revision(user=writer).publish(skip_permission_checks=True)
    return page


def _fill_home(filling, writer):
    home = HomePage.objects.get()
    for name, value in filling.fields(HomePage).items():
        setattr(home, name, value)
    home.save_revision(user=writer).publish(skip_permission_checks=True)
    settings = SiteSettings.for_site(Site.objects.get())
    for name, value in filling.fields(SiteSettings).items():
        if name != "site":
            setattr(settings, name, value)
    settings.save()


def _add_of_members(group, writer, agreeing, review, contribution):
    writer.user_permissions.add(Permission.objects.get(codename="access_admin"))
    writer.display_name = "Ana d’ailleurs"
    writer.save()
    profile = UserProfile.get_for_user(writer)
    profile.preferred_language, profile.current_time_zone = "fr", "Europe/Paris"
    profile.save()
    Phone.objects.create(user=agreeing, name="téléphone", confirmed=True)
    RecoveryCodes.renew(agreeing)
    state = review.current_workflow_task_state.specific
    Agreement.objects.create(state=state, member=agreeing, digest=state.text_digest, comment="D’accord.")
    PageSubscription.objects.create(user=writer, page=review, comment_notifications=True)
    CommentReply.objects.create(comment=Comment.objects.get(), user=writer, text="C’est fait, merci.")
    Duty.objects.create(week=date(2026, 12, 7), member=agreeing)
    Presence.objects.create(contribution=contribution, member=agreeing)
    FormState.objects.update_or_create_by_instance(
        review, user=writer, defaults={"data": "title=Pas+encore", "last_updated_at": timezone.now()}
    )
    log(writer, "wagtail.edit", user=agreeing)
    limited = review.get_parent().add_child(instance=ArticlePage(title="Pour un groupe", summary="Rien.", owner=writer))
    limited.save_revision(user=writer).publish(skip_permission_checks=True)
    PageViewRestriction.objects.create(page=limited, restriction_type="groups").groups.add(group)
    shelf = Collection.get_first_root_node().add_child(name="Pour un groupe")
    CollectionViewRestriction.objects.create(collection=shelf, restriction_type="groups").groups.add(group)
    GroupSitePermission.objects.create(
        group=group, site=Site.objects.get(), permission=Permission.objects.get(codename="change_sitesettings")
    )


def _add_of_the_collective(filling, writer, agreeing, contribution, event):
    Digest.objects.create(day=DAY)
    proposals = [{"uid": "assemblee@example.org", "title": "Assemblée, l’été", "start": "2026-12-05T18:30:00"}]
    CalendarImport.objects.create(
        owner=writer, name="agenda.ics", said=["Un rendez-vous sans titre."], proposals=proposals
    )
    ImportedEvent.objects.create(
        uid="assemblee@example.org", digest="d" * 64, when="w" * 64, fingerprints={"title": "f"}, page=event
    )
    will_be_erased(["original_images/ancienne.png"], after=timedelta(days=400))
    filling.known["image"].tags.add("banderole", "rue")
    contribution.messages.create(author=agreeing, text="Merci\u202f! Où est-ce\u00a0?", sent_at=timezone.now())
