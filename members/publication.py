"""What happens when a review ends well."""

from django.core.exceptions import PermissionDenied


def publish_agreed(workflow_state, user=None):
    """Publishes what was agreed to, in the name of `user`, the last to agree.

    Wagtail's own action asks whether this one member may publish; here the consent of several is the
    permission (WAGTAIL_FINISH_WORKFLOW_ACTION). The page's row is locked by then (ConsentTask.on_action).
    Raises PermissionDenied where nobody agreed: Wagtail also ends a workflow that has no active task left.
    """
    last = workflow_state.current_task_state
    if last is None or last.status != last.STATUS_APPROVED:
        raise PermissionDenied
    workflow_state.content_object.get_latest_revision().publish(user=user, skip_permission_checks=True)
