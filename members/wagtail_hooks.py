"""The admin side of collective review: what the editor says, and the member's own drafts."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from members.access.telling import CHANGES
from members.models import ConsentState
from members.models.consent_task import GESTURE_FORMS, read_action


@hooks.register("register_log_actions")
def name_review_actions(actions):
    for action, label, sentence in [
        ("members.agree", _("Accord"), _("D’accord pour publier")),
        ("members.ask", _("Arbitrage demandé"), _("Demande à la modération de trancher")),
    ]:
        actions.register_action(action)(_with_comment(label, sentence))


def _with_comment(action_label, sentence):
    """A formatter whose message carries the member's own words."""

    class CommentFormatter(LogFormatter):
        label = action_label
        message = sentence

        def format_comment(self, log_entry):
            return log_entry.data.get("comment", "")

    return CommentFormatter


@hooks.register("register_log_actions")
def name_access_actions(actions):
    for action, (label, sentence, _mail) in CHANGES.items():
        actions.register_action(action, label, sentence)
    actions.register_action("members.sessions_closed", _("Sessions"), _("Ferme les sessions ouvertes"))


@hooks.register("register_user_listing_buttons")
def lead_to_access(user, request_user):
    """Who may change an account may close its sessions and take its second factor off."""
    if request_user.has_perm("members.change_member") and (request_user.is_superuser or not user.is_superuser):
        yield Button(_("Accès"), reverse("access_of_member", args=[user.pk]), icon_name="lock", priority=40)


@hooks.register("before_edit_page")
def say_where_the_review_stands(request, page):
    state = page.current_workflow_task_state
    if request.method != "GET" or not isinstance(state, ConsentState):
        return
    messages.info(request, str(state.progress()))
    missing = state.missing_before_publication()
    if missing:
        messages.warning(request, _now("Avant que cette page puisse paraître") + " – " + " ; ".join(missing))


@hooks.register("before_edit_page")
def act_on_the_review_without_saving(request, page):
    """A gesture of the review saves nothing: the screen may be older than the text that somebody writes."""
    action = request.POST.get("workflow-action-name", "")
    if "action-workflow-action" not in request.POST or read_action(action)[0] not in GESTURE_FORMS:
        return None
    state = page.current_workflow_task_state
    editor = redirect("wagtailadmin_pages:edit", page.pk)
    if not isinstance(state, ConsentState):
        messages.warning(request, _now("La relecture de cette page est finie : rien n’a été changé."))
        return editor
    try:
        address = page.current_workflow_task.on_action(state, request.user, action, comment=_comment(request))
    except PermissionDenied:
        messages.warning(
            request,
            _now("Rien n’a été compté : le texte a changé entre-temps, ou ce geste n’est plus possible. Relisez-le."),
        )
        return editor
    if address:
        messages.warning(request, _now("Rien n’a été compté : il manque quelque chose."))
        return redirect(address)
    state.refresh_from_db()
    is_published = state.status == ConsentState.STATUS_APPROVED
    messages.success(
        request, _now("Le collectif est d’accord : c’est publié.") if is_published else _now("C’est noté.")
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _comment(request):
    """The words that a gesture's form collected (str); empty for anything unreadable."""
    try:
        return str(json.loads(request.POST.get("workflow-action-extra-data") or "{}").get("comment", ""))
    except (ValueError, AttributeError):
        return ""


class MyDraftsPanel(Component):
    """The member's own pages that are not published yet, or not entirely."""

    name = "my_drafts"
    template_name = "members/home/my_drafts.html"
    order = 215

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        drafts = (
            Page.objects.filter(owner=user, has_unpublished_changes=True)
            .exclude(pk__in=_under_review_by(user))
            .select_related("content_type")
            .order_by("-latest_revision_created_at")[:10]
        )
        return {"drafts": list(drafts)}


def _under_review_by(user):
    """Keys of the pages that `user` sent to review (they have Wagtail's own panel)."""
    states = ConsentState.objects.under_way().filter(workflow_state__requested_by=user)
    return [int(pk) for pk in states.values_list("workflow_state__object_id", flat=True)]


@hooks.register("construct_homepage_panels")
def show_my_drafts(request, panels):
    panels.append(MyDraftsPanel())
