"""`/contact/`: somebody writes to the collective. What is sent there is kept on the desk, whether mail works or not."""

from functools import partial

from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from contributions.contact_form import MessageForm
from contributions.kinds import MESSAGE
from contributions.recipients import recipients_of
from contributions.views import fill
from core.giving_back import gives_back


@gives_back
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request):
    """The form of a message; once sent, the code that opens its answer. Open even where `/contribuer/` is closed."""
    return fill(request, MESSAGE, partial(MessageForm, recipients=recipients_of(request)))
