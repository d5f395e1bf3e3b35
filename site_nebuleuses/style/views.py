"""`/style/`: the page that shows the site to those who make it, and that tests look at."""

import re

from django.conf import settings
from django.shortcuts import render
from django.urls import path
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from core.models import SiteImage, prefetch_renditions
from site_nebuleuses.style.catalogue import make_catalogue
from site_nebuleuses.style.stand_ins import ADDRESS, SampleFrame

TOKENS = settings.BASE_DIR / "static" / "css" / "tokens.css"
SHOWN_IMAGES = 5


def style_addresses(debug):
    """The route of the page (list of one), or none where `debug` (bool) is false: readers have no use for it."""
    return [path(ADDRESS.strip("/") + "/", style, name="style")] if debug else []


@require_safe
def style(request):
    """Every component in every state, from stand-ins, with the first images of the site if it has some."""
    frame = SampleFrame(request)
    images = list(SiteImage.objects.order_by("pk")[:SHOWN_IMAGES])
    prefetch_renditions(images)
    surroundings = {"frame": frame, "menu": frame.menu}
    sections = [
        (title, slugify(title), [_drawn(specimen, title, surroundings, request) for specimen in specimens])
        for title, specimens in make_catalogue(images, design_tokens(), request)
    ]
    return render(request, "style/style.html", surroundings | {"sections": sections})


def _drawn(specimen, title, surroundings, request):
    return specimen.drawn(slugify(f"{title} {specimen.name}"), surroundings, request)


def design_tokens():
    """The names of the tokens of tokens.css (dict: « colours », « sizes » → list of str), in its order."""
    declared = dict(re.findall(r"--([\w-]+): ([^;]+);", TOKENS.read_text(encoding="utf-8")))
    return {
        "colours": [name for name, value in declared.items() if value.startswith("#")],
        "sizes": [name for name in declared if name.startswith("size-")],
    }
