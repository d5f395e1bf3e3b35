"""A forgotten password: asked for by mail, chosen anew. Nothing here says whether an address is known."""

import logging
from functools import partial

from django.http import HttpResponseRedirect
from wagtail.admin.views.account import PasswordResetConfirmView, PasswordResetView

from members.access.attempts import Attempt

logger = logging.getLogger(__name__)


class AnsweredFirst(HttpResponseRedirect):
    """A redirection whose work (`then`, callable) is done once it has left: how long that takes tells nothing."""

    def __init__(self, address, then):
        super().__init__(address)
        self.then = then

    def close(self):
        try:
            self.then()
        except Exception:  # the answer has left: a journal is all that there is
            logger.exception("A mail for a forgotten password did not leave")
        finally:
            super().close()


class Ask(PasswordResetView):
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request}

    def form_valid(self, form):
        if not form.may_send():
            return HttpResponseRedirect(self.get_success_url())
        return AnsweredFirst(self.get_success_url(), partial(super().form_valid, form))


class Choose(PasswordResetConfirmView):
    """Wagtail's: a form on GET, one use. Whoever reads the mailbox is at home: mistakes made before are forgotten."""

    def form_valid(self, form):
        Attempt(self.request, self.user.get_username()).know_source()
        return super().form_valid(form)
