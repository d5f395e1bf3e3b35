"""People whom the images of a page show and who were not asked: said to whoever writes it, reviews it or publishes it.

A sentence, not a refusal: they may know more than the library does.
"""

from django.contrib import messages
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.blocks import StreamValue

from core.models import People
from core.reading import pictures_of


def images_to_ask_about(page):
    """The images (list of SiteImage, without twice the same) of a page whose people were not asked."""
    body = getattr(page, "body", None)
    shown = [getattr(page, "image", None), *(pictures_of(body) if isinstance(body, StreamValue) else ())]
    return list(dict.fromkeys(image for image in shown if image and image.people == People.NOT_ASKED))


@hooks.register("after_publish_page")
def tell_whoever_publishes(request, page):
    _tell(request, page)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_whoever_submits(request, page):
    if "action-submit" in request.POST and request.accepts("text/html"):
        _tell(request, page.get_latest_revision_as_object())


@hooks.register("before_edit_page")
def tell_whoever_reviews(request, page):
    """On the screen where one agrees, of the text that one would agree to."""
    if request.method == "GET" and page.workflow_in_progress:
        _tell(request, page.get_latest_revision_as_object())


def _tell(request, page):
    images = images_to_ask_about(page)
    if images:
        said = _(
            "Sur des images de cette page, des personnes reconnaissables n’ont pas été interrogées\u00a0: "
            "demandez-leur, ou masquez-les (%(titles)s)."
        )
        messages.warning(request, said % {"titles": ", ".join(image.title for image in images)})
