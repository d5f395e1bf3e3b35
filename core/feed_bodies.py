"""The bodies of many contents as HTML for feed readers: whole addresses, no player, few queries."""

import mimetypes
import re
from urllib.parse import urljoin

from django.utils.feedgenerator import Enclosure
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import expand_db_html

from core.models import ContentPage, SiteDocument, prefetch_renditions
from core.page_cache.known import is_shared
from core.privacy import nothing_is_private
from core.reading import contents_linked_in, pictures_of

#: What replaces the template of a block in a feed, for `core.reading.render_body`.
FEED_TEMPLATES = {
    "gallery": "feeds/pictures.html",
    "audio": "feeds/media.html",
    "player": "feeds/player.html",
    "document": "feeds/document.html",
}

_TAG = re.compile(r"<[^>]+>")
_ADDRESS = re.compile(r'\b(href|src|cite)="([^"]*)"')
_MARGINS = re.compile(r"\s*\n\s*")
_SEPARATOR = "\x1e"


def joined_for(model, prefix=""):
    """What contents of `model` must `select_related` (list of str) to come with their branch and its document."""
    names = [prefix + field.name for field in model._meta.fields if field.related_model is SiteDocument]
    if model is ContentPage:
        for child in ContentPage._meta.related_objects:
            if child.parent_link:
                names += [child.name, *joined_for(child.related_model, f"{child.name}__")]
    return names


def in_its_branch(content):
    """`content` (ContentPage) with the fields of its branch; without a query once `joined_for` was asked."""
    branch = content.specific_class
    return content if isinstance(content, branch) else getattr(content, branch._meta.model_name)


def bodies_of(contents, pages):
    """The bodies (list of StreamValue) of `contents` (list of ContentPage), each kind of chosen object fetched once.

    In a feed a picture looks like a gallery of one and a video like a sound: they are read as such, in one query.
    `pages` are the same contents in their branches: their other texts are made ready at the same cost.
    """
    streams = [[_simplified(block) for block in content.body.raw_data] for content in contents]
    fields = [(page, field) for page in pages for field in page._meta.local_fields if _is_text(field)]
    streams, texts = _with_addresses([streams, [_stored(page, field) for page, field in fields]])
    _set_texts(fields, texts)
    bodies = ContentPage.body.field.stream_block.bulk_to_python(streams)
    prefetch_renditions([content.image for content in contents] + [i for body in bodies for i in pictures_of(body)])
    return bodies


def readable_in(bodies, request):
    """Keys (set) of the contents named by the link blocks of `bodies` that any reader may see."""
    named = [content for body in bodies for content in contents_linked_in(body) if content and content.live]
    if is_shared(request) and nothing_is_private(request):
        return {content.pk for content in named}
    return ContentPage.objects.readable_among(named)


def with_whole_addresses(html, base):
    """`html` (str) with the addresses of its links and images made absolute, and without the margins of templates.

    `base` is the whole address of the page: a call to a note leads there.
    """
    html = _MARGINS.sub("\n", html.strip())
    return _TAG.sub(lambda tag: _ADDRESS.sub(lambda found: _whole(found, base), tag.group()), html)


def enclosures_of(body, base):
    """The sounds and videos of a body (list of Enclosure: RFC 4287 §4.2.7.2) that are neither lost nor private."""
    media = [block.value["media"] for block in body if block.block_type == "audio" and block.value["media"]]
    return [enclosure for one in media if not one.is_private and (enclosure := _enclosure(one, base))]


def _is_text(field):
    return isinstance(field, RichTextField | StreamField)


def _stored(page, field):
    value = getattr(page, field.name)
    return list(value.raw_data) if isinstance(field, StreamField) else value


def _set_texts(fields, texts):
    """Gives each (page, field) of `fields` its text; the streams of one field are read together."""
    told = {}
    for (page, field), text in zip(fields, texts, strict=True):
        told.setdefault(field, []).append((page, text))
    for field, pairs in told.items():
        pages, values = zip(*pairs, strict=True)
        if isinstance(field, StreamField):
            values = field.stream_block.bulk_to_python(values)
        for page, value in zip(pages, values, strict=True):
            setattr(page, field.name, value)


def _simplified(block):
    if block["type"] == "picture":
        return {"type": "gallery", "value": {"pictures": [{"type": "item", "value": block["value"], "id": None}]}}
    if block["type"] == "video":
        return {**block, "type": "audio"}
    if block["type"] == "player":
        return {**block, "value": {**block["value"], "poster": None}}
    return block


def _with_addresses(streams):
    """`streams` (JSON) with the links of all their texts expanded at once: two queries, not two for each text."""
    texts = list(dict.fromkeys(_texts_with_links(streams)))
    if not texts:
        return streams
    joined = _SEPARATOR.join(text.replace(_SEPARATOR, " ") for text in texts)
    expanded = dict(zip(texts, expand_db_html(joined).split(_SEPARATOR), strict=True))
    return _replaced(streams, expanded)


def _texts_with_links(value):
    if isinstance(value, str):
        if "linktype=" in value:
            yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts_with_links(part)


def _replaced(value, expanded):
    if isinstance(value, str):
        return expanded.get(value, value)
    if isinstance(value, list):
        return [_replaced(part, expanded) for part in value]
    if isinstance(value, dict):
        return {name: _replaced(part, expanded) for name, part in value.items()}
    return value


def _whole(found, base):
    name, address = found.groups()
    try:
        return f'{name}="{urljoin(base, address)}"'
    except ValueError:  # what somebody typed is no address
        return found.group()


def _enclosure(media, base):
    try:
        size = media.file.size
    except OSError:
        return None
    kind = mimetypes.guess_type(media.file.name)[0] or "application/octet-stream"
    return Enclosure(url=urljoin(base, media.url), length=str(size), mime_type=kind)
