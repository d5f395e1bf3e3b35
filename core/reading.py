"""From a body to what a reader gets: HTML with anchors and footnote links, table of contents, reading time."""

import json
import math
import re
from dataclasses import dataclass, field
from types import MappingProxyType

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

#: Silent reading of French prose, words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047, rounded down).
WORDS_A_MINUTE = 200
#: A table of contents helps from this length on.
LONG_READING_MINUTES = 4

#: Anchors of the page around the text, that no heading may take.
RESERVED_ANCHORS = set(
    "a-lire actions adoption contacts contenu en-bref etapes notes origine partenaires parties pourquoi pratique "
    "sommaire suites".split()
)

_NOTE_CALL = re.compile(r"\s?\[(\d{1,3})\]")
_TAG = re.compile(r"(<[^>]+>)")
#: A link of a rich text written in JSON, and the key that it names.
_LINK = re.compile(r"<a ([^>]*)>")
_LINKED_KEY = re.compile(r'\bid=\\"(\d+)')


@dataclass
class Heading:
    text: str
    anchor: str
    level: int


@dataclass
class RenderedBody:
    """`html` is safe; `headings` lists the anchors in it, in order."""

    html: SafeString
    headings: list[Heading] = field(default_factory=list)


def reading_minutes(body):
    """Whole minutes (int; 0 without text) to read a StreamValue silently."""
    text = " ".join(str(part) for part in body.stream_block.get_searchable_content(body))
    return math.ceil(len(strip_tags(text).split()) / WORDS_A_MINUTE)


def render_body(body, context, templates=MappingProxyType({})):
    """A StreamValue rendered block by block (RenderedBody), each heading with an anchor of its own.

    « [2] » in the text becomes a link to the second note of the footnotes block, if there is one.
    `templates` (block type → template) replaces those of the blocks, for another place than the page.
    """
    headings, pieces = [], []
    called = set()
    notes = next((block.value["notes"] for block in body if block.block_type == "footnotes"), ())
    context = {name: context[name] for name in ("request", "page", "self", "readable") if name in context}
    for block in body:
        block_context = dict(context)
        if block.block_type == "footnotes":
            block_context["called"] = called  # filled by the blocks above
        if block.block_type == "heading":
            text, level = block.value["text"], int(block.value["level"].removeprefix("h"))
            heading = Heading(text, _free_anchor(text, headings), level)
            headings.append(heading)
            block_context["anchor"] = heading.anchor
        if block.block_type in templates:
            html = render_to_string(templates[block.block_type], block_context | {"self": block.value})
        else:
            html = block.render(block_context)
        if notes and block.block_type != "footnotes":
            html = link_note_calls(html, len(notes), called)
        pieces.append(html)
    return RenderedBody(mark_safe("\n".join(pieces)), headings)  # noqa: S308 -- pieces come from templates


def pictures_of(body):
    """The images (iterator of SiteImage) that the blocks of a StreamValue show."""
    return (image for image, _use in illustrations_of(body))


def illustrations_of(body):
    """The same images with their use (iterator of pairs)."""
    for block in body:
        if block.block_type in ("picture", "gallery"):
            pictures = [block.value] if block.block_type == "picture" else block.value["pictures"]
            yield from ((picture["image"], block.block_type) for picture in pictures if picture["image"])
        elif block.block_type == "player" and block.value["poster"]:
            yield block.value["poster"], "picture"


def contents_linked_in(body):
    """The contents (iterator of ContentPage, None for a deleted one) that the link blocks of a StreamValue name."""
    yield from (block.value["content"] for block in body if block.block_type == "content_link")


def documents_in(body):
    """The keys (set of int) of the documents that a StreamValue offers: in blocks of their own, and in links."""
    blocks = list(body.raw_data)
    keys = {block["value"].get("document") for block in blocks if block["type"] == "document"} - {None}
    links = (tag for tag in _LINK.findall(json.dumps(blocks)) if "linktype" in tag and "document" in tag)
    return keys | {int(key) for tag in links for key in _LINKED_KEY.findall(tag)}


def link_note_calls(html, count, called):
    """`html` with each « [n] », 1 ≤ n ≤ `count`, made a link to note n; text inside tags is left alone.

    `called` (set of int) remembers across blocks which notes have their way back already.
    """

    def link(match):
        number = int(match.group(1))
        if not 1 <= number <= count:
            return match.group(0)
        way_back = "" if number in called else f' id="appel-{number}"'
        called.add(number)
        label = _("Note %(number)d") % {"number": number}
        return f'<sup class="note-call"{way_back}><a href="#note-{number}" aria-label="{label}">{number}</a></sup>'

    parts = _TAG.split(html)
    return "".join(part if part.startswith("<") else _NOTE_CALL.sub(link, part) for part in parts)


def _free_anchor(text, headings):
    """An anchor for a heading that no earlier heading has taken."""
    taken = {heading.anchor for heading in headings} | RESERVED_ANCHORS
    base = slugify(text) or "partie"
    anchor, number = base, 2
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    return anchor
