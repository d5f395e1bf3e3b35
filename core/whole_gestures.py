"""What a member does to a page is one transaction: a process that is killed in the middle has done nothing.

Wagtail commits each step. A page written and published at once is first a row that anybody reads, then a version, then
its dates, then a line in its story; a scheduled one loses its hour before it is published; a withdrawn one is away
before its dates are. Killed in between, it stays so for good.
"""

from functools import partial, wraps

from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

#: Class → its methods. Saving in EditView, agreeing and objecting, moving and deleting are whole already.
GESTURES = {
    PublishPageRevisionAction: ["execute"],
    UnpublishPageAction: ["execute"],
    CopyPageAction: ["execute"],
    CreateView: ["save_action", "publish_action", "submit_action"],
    EditView: ["publish_action", "submit_action", "restart_workflow_action"],
}


def make_whole():
    """Has each of GESTURES done in one transaction; letters about comments leave after it, and hold no lock."""
    for owner, names in GESTURES.items():
        for name in names:
            setattr(owner, name, transaction.atomic(getattr(owner, name)))
    EditView.send_commenting_notifications = after_commit(EditView.send_commenting_notifications)


def after_commit(function):
    """The same, which is called once what is being done is written, and undoes nothing where it fails."""

    @wraps(function)
    def waiting(*arguments):
        transaction.on_commit(partial(function, *arguments), robust=True)

    return waiting
