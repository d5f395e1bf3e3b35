"""`/flux/sons.xml`: the sounds of the site as a podcast (RSS 2.0, with the tags that Apple requires)."""

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urljoin
from uuid import NAMESPACE_OID, uuid5

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.http import HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe
from PIL import ImageDraw
from wagtail.models import ReferenceIndex, Site

from core.feeds import ContentFeed, Listed, PrintableXML, StillWhenEmpty
from core.models import ContentPage, SiteMedia, SiteSettings, site_name
from core.nebula_pixels import paint_nebula
from core.privacy import in_public_collections
from core.social_card import FOLDER, KEPT_BY_READERS, keep
from core.typesetting import TITLE, Face, faces_digest, set_in

#: Contents that are looked into, the newest first.
MOST_CONTENTS = 100
#: Those that podcast applications expect; others have the name that browsers give them.
_TYPES = {"mp3": "audio/mpeg", "m4a": "audio/x-m4a", "m4b": "audio/x-m4a", "aac": "audio/aac", "ogg": "audio/ogg"} | {
    "wav": "audio/wav",
    "flac": "audio/flac",
    "aiff": "audio/aiff",
}
#: One of Apple's list, which no translation may change.
_CATEGORY = "Society & Culture"
#: Apple asks for 1400 to 3000 pixels a side.
_SIDE, _MARGIN = 1400, 120
#: To be raised when the drawing changes.
_DRAWING = 1


class PodcastRSS(StillWhenEmpty, Rss201rev2Feed):
    def rss_attributes(self):
        spaces = {
            "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
            "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
        }
        return super().rss_attributes() | spaces

    def write(self, outfile, encoding):
        handler = PrintableXML(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("rss", self.rss_attributes())
        handler.startElement("channel", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        self.endChannelElement(handler)
        handler.endElement("rss")

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        picture = self.feed["picture"]
        handler.addQuickElement("itunes:author", self.feed["author_name"])
        handler.addQuickElement("itunes:image", None, {"href": picture})
        handler.addQuickElement("itunes:category", None, {"text": _CATEGORY})
        handler.addQuickElement("itunes:explicit", "false")
        handler.addQuickElement("itunes:type", "episodic")
        handler.startElement("image", {})
        for name, value in (("url", picture), ("title", self.feed["title"]), ("link", self.feed["link"])):
            handler.addQuickElement(name, value)
        handler.endElement("image")

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("itunes:author", item["by"])
        handler.addQuickElement("itunes:explicit", "false")
        if item["seconds"]:
            handler.addQuickElement("itunes:duration", str(item["seconds"]))
        if item["captions"]:
            handler.addQuickElement("podcast:transcript", None, item["captions"])


@dataclass(frozen=True)
class Episode:
    """A sound (SiteMedia), the content in which it was first heard, and what the block there says of it."""

    media: SiteMedia
    content: ContentPage
    title: str
    description: str


class SoundFeed(ContentFeed):
    """Every sound of a public collection that a public content plays, the newest first."""

    feed_type = PodcastRSS

    def listed(self, request):
        return Listed(contents_heard(), _("Sons"))

    language = settings.LANGUAGE_CODE

    def description(self, followed):
        tagline = SiteSettings.for_site(followed.site).tagline if followed.site else ""
        return tagline or str(self.subtitle(followed))

    def feed_extra_kwargs(self, followed):
        return {"picture": f"{followed.root}{reverse('podcast-picture')}"}

    def items(self, followed):
        episodes = episodes_of(list(followed.contents.recent()[:MOST_CONTENTS]))
        return [(episode, enclosure, followed) for episode in episodes if (enclosure := _enclosure(episode, followed))]

    def item_title(self, item):
        return item[0].title

    def item_description(self, item):
        return item[0].description

    def item_link(self, item):
        return item[0].content.get_full_url(item[2].request)

    def item_guid(self, item):
        media = item[0].media
        return f"urn:uuid:{uuid5(NAMESPACE_OID, f'{media.pk} {media.created_at.isoformat()}')}"

    def item_author_name(self, item):
        return None  # RSS wants an address of mail there

    def item_pubdate(self, item):
        return item[0].content.first_published_at

    def item_updateddate(self, item):
        return item[0].content.last_published_at

    def item_categories(self, item):
        return []

    def item_enclosures(self, item):
        return [item[1]]

    def item_extra_kwargs(self, item):
        episode, _enclosure, followed = item
        media = episode.media
        captions = {"url": urljoin(followed.root, media.captions.url), "type": "text/vtt"} if media.captions else {}
        captions = captions and {**captions, "language": media.captions_language, "rel": "captions"}
        by = media.credit or site_name(followed.site)
        return {"seconds": round(media.duration), "by": by, "captions": captions}


def contents_heard():
    """The public contents (ContentQuerySet) whose body names a sound; drafts may be named too: `episodes_of` looks."""
    named = ReferenceIndex.objects.filter(
        base_content_type=ReferenceIndex._get_base_content_type(ContentPage), model_path="body.audio.media"
    )
    keys = named.annotate(page=Cast("object_id", BigIntegerField())).values("page")
    return ContentPage.objects.published().filter(pk__in=keys)


def episodes_of(contents):
    """The sounds that `contents` (list, the newest first) play (list of Episode), each in the oldest that plays it."""
    blocks = [
        (content, block["value"])
        for content in contents
        for block in content.body.raw_data
        if block["type"] == "audio" and block["value"].get("media")
    ]
    sounds = SiteMedia.objects.filter(pk__in={value["media"] for _content, value in blocks}, type="audio")
    sounds = {media.pk: media for media in in_public_collections(sounds)}
    heard = {}
    for content, value in blocks:
        media = sounds.get(value["media"])
        if media:
            title, description = value.get("title") or media.title, value.get("description") or content.summary
            heard.pop(media.pk, None)  # in the order of its first publication
            heard[media.pk] = Episode(media, content, title, description)
    return list(heard.values())


def _enclosure(episode, followed):
    """The file of an Episode (Enclosure), None where it is lost."""
    media = episode.media
    try:
        size = media.file.size
    except OSError:
        return None
    kind = _TYPES.get(media.file_extension.lower(), "application/octet-stream")
    return Enclosure(urljoin(followed.root, media.url), str(size), kind)


def _picture_name(request):
    words = site_name(Site.find_for_request(request))
    return f"{FOLDER}/sons/{salted_hmac('core.podcast', repr((_DRAWING, faces_digest(), words))).hexdigest()[:24]}.jpg"


@require_safe
@condition(etag_func=lambda request: f'"{_picture_name(request)[-28:-4]}"')
def podcast_picture(request):
    """`/flux/sons.jpg`: the name of the site on a nebula; drawn once, then kept with the social cards."""
    name = _picture_name(request)
    try:
        with default_storage.open(name) as file:
            content = file.read()
    except OSError:
        content = draw_podcast(site_name(Site.find_for_request(request)))
        keep(name, content)
    response = HttpResponse(content, content_type="image/jpeg")
    response["Cache-Control"] = f"public, max-age={KEPT_BY_READERS}"
    return response


def draw_podcast(words):
    """A square picture (bytes, JPEG) with `words` (str) in its middle."""
    picture = paint_nebula("sons", _SIDE, _SIDE).point([round(level * 0.72) for level in range(256)] * 3)
    face, lines = set_in(words, _SIDE - 2 * _MARGIN, ((Face(TITLE, size, 600), 3) for size in (190, 150, 110, 80)))
    pen, leading = ImageDraw.Draw(picture), face.size * 1.1
    baseline = _SIDE / 2 + face.size * 0.35 - leading * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        face.write(pen, (_SIDE - face.length(line)) / 2, baseline + number * leading, line, "#fdfaf2")
    output = BytesIO()
    picture.save(output, "JPEG", quality=85, optimize=True)
    return output.getvalue()
