"""The pages of what goes wrong: a sky and a sentence, which ask nothing of the database."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from core.nebula import draw_nebula


def error_page(status, template=None, seed=None, request=None, headers=None, **context):
    """`<status>.html` (or `template`) over its own nebula, as a response.

    Every status has its sky, or the one of `seed` (str). With a `request` the template receives what surrounds every
    page, which may query; without one, nothing of the request is read.
    """
    context["sky"] = mark_safe(draw_nebula(seed or str(status), 1600, 700))  # noqa: S308 (numbers only, no text)
    html = render_to_string(template or f"{status}.html", context, request)
    return HttpResponse(html, status=status, headers=headers)
