"""The admin side of collective review: what the editor says, and the member's own drafts."""

from django.contrib import messages
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from members.models import ConsentState


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


@hooks.register("before_edit_page")
def say_where_the_review_stands(request, page):
    state = page.current_workflow_task_state
    if request.method == "GET" and isinstance(state, ConsentState):
        messages.info(request, str(state.progress()))


@hooks.register("after_edit_page")
def say_why_an_agreement_did_not_count(request, page):
    if not request.POST.get("workflow-action-name", "").startswith("agree-"):
        return
    state = page.current_workflow_task_state
    if isinstance(state, ConsentState) and not state.current_agreements().filter(member=request.user).exists():
        messages.warning(
            request,
            _now(
                "Le texte a changé entre-temps : votre accord n’a pas été compté. Relisez-le, puis donnez votre accord."
            ),
        )


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
    states = ConsentState.objects.filter(
        status=ConsentState.STATUS_IN_PROGRESS, workflow_state__requested_by=user
    ).values_list("workflow_state__object_id", flat=True)
    return [int(pk) for pk in states]


@hooks.register("construct_homepage_panels")
def show_my_drafts(request, panels):
    panels.append(MyDraftsPanel())
