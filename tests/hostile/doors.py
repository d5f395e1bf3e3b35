"""Every door through which a file comes in, as one table, and what became of what was sent there."""

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection

from contributions.models import Attachment
from contributions.safeguards import sign_form
from core.files.types import Family
from core.models import SiteDocument, SiteImage, SiteMedia
from tests.hostile.visitor import Sent

#: Where a page says what is wrong: of the public site, then of Wagtail's.
_SAID = re.compile(
    r'<(?:ul|p)[^>]*class="field-error"[^>]*>(.*?)</(?:ul|p)>|<div[^>]*class="w-field__errors"[^>]*>(.*?)</div>'
    r'|<p[^>]*class="error-message"[^>]*>(.*?)</p>|<ul[^>]*class="errorlist[^"]*"[^>]*>(.*?)</ul>'
    r'|<div class="messages">\s*<ul>(.*?)</ul>',
    re.DOTALL,
)
_TAGS = re.compile(r"<svg.*?</svg>|<[^>]+>", re.DOTALL)
#: What an English message would have, and a French one never.
_ENGLISH = re.compile(r"\b(the|this|file|is not|invalid|valid|upload|error|please|submitted)\b", re.IGNORECASE)
_MODELS = {
    Family.IMAGE: SiteImage,
    Family.DOCUMENT: SiteDocument,
    Family.SOUND: SiteMedia,
    Family.VIDEO: SiteMedia,
}
_SORTS = {Family.SOUND: "audio", Family.VIDEO: "video"}
MODELS = (Attachment, SiteImage, SiteDocument, SiteMedia)


@dataclass(frozen=True)
class Door:
    """`name` (French); `families` (of Family) that it takes from members, empty where strangers come; `send` sends."""

    name: str
    send: object
    families: tuple = ()
    #: It refuses more than others of its kind, and need not take what they take.
    is_narrow: bool = False
    #: It lets in what others refuse for its weight alone.
    is_wide: bool = False


@dataclass
class Outcome:
    """What a door answered: its status (0 without HTTP), whether it `took` the file, the sentence (str) where not."""

    door: str
    status: int
    took: bool
    said: str = ""
    faults: list = field(default_factory=list)


class People:
    """Who sends: a `stranger` and a `member` (Visitor), who moderates; what they have at hand before a file is sent."""

    def __init__(self, stranger, member):
        self.stranger, self.member = stranger, member
        self.root = str(Collection.get_first_root_node().pk)

    @cached_property
    def code(self):
        """The code (str) of something that was sent, and waits for an answer."""
        self.stranger.get("/contribuer/texte/")
        answer = self.stranger.post("/contribuer/texte/", [*_TEXT, ("formulaire", sign_form())])
        return unescape(re.search(r'class="code"[^>]*>([^<]+)<', answer.text)[1])


_TEXT = [
    ("text", "Nous avons rendu les clés."),
    ("signed_by", "nobody"),
    ("consent", "publish"),
    ("licence", "by-sa"),
]


def _with_a_form(people, file):
    fields = [*_TEXT, ("formulaire", sign_form())]
    return people.stranger.post("/contribuer/texte/", fields, [("attachments", file)])


def _ahead(people, file):
    fields = [("formulaire", sign_form())]
    return people.stranger.post(reverse("receive-file"), fields, [("attachments", file)])


def _with_a_code(people, file):
    fields = [("code", people.code), ("geste", "joindre")]
    return people.stranger.post(reverse("follow-up"), fields, [("attachments", file)])


def _library(route, prefix="", name="file", *, ajax=False):
    """Sends to a form of the library."""

    def send(people, file, family):
        arguments = [_SORTS[family]] if route.startswith("wagtailmedia") else []
        fields = {"title": "Un essai", "collection": people.root, "captions_language": "fr", "duration": "1"}
        return people.member.post(
            reverse(route, args=arguments),
            [(prefix + key, value) for key, value in fields.items()],
            [((prefix + name), file)],
            ajax=ajax,
        )

    return send


def _poster(people, file, family):
    """The picture of a video, with a video that is one."""
    from_test = Sent(b"film.mp4", _video())
    fields = {"title": "Un film", "collection": people.root, "captions_language": "fr", "duration": "1"}
    address = reverse("wagtailmedia:add", args=["video"])
    return people.member.post(address, list(fields.items()), [("file", from_test), ("thumbnail", file)])


def _video():
    return (Path(__file__).parents[1] / "contributions" / "recordings" / "clip.mp4").read_bytes()


def _saved(people, file, family):
    """No screen at all: an import, a console. None where the name is not text."""
    model, options = _MODELS[family], {}
    if model is SiteMedia:
        options = {"type": _SORTS[family], "duration": 1}
    name = file.name.decode("utf-8", "replace") or "sans-nom"
    try:
        model.objects.create(title="Un essai", file=ContentFile(file.content, name=name), **options)
    except ValidationError as error:
        return " ".join(error.messages)
    except Exception as error:  # Pillow's and Willow's own, where they read the size of what is assigned
        return type(error).__name__
    return ""


_IMAGE, _DOCUMENT, _RECORDED = (Family.IMAGE,), (Family.DOCUMENT,), (Family.SOUND, Family.VIDEO)
PUBLIC = [
    Door("formulaire public", _with_a_form),
    Door("fichier en avance", _ahead),
    Door("ajout avec le code", _with_a_code),
]
MEMBERS = [
    Door("images", _library("wagtailimages:add"), _IMAGE),
    Door("plusieurs images", _library("wagtailimages:add_multiple", name="files[]", ajax=True), _IMAGE),
    Door("sélecteur d’images", _library("wagtailimages_chooser:create", "image-chooser-upload-", ajax=True), _IMAGE),
    Door("affiche d’une vidéo", _poster, _IMAGE, is_narrow=True),
    Door("documents", _library("wagtaildocs:add"), _DOCUMENT),
    Door("plusieurs documents", _library("wagtaildocs:add_multiple", name="files[]", ajax=True), _DOCUMENT),
    Door(
        "sélecteur de documents",
        _library("wagtaildocs_chooser:create", "document-chooser-upload-", ajax=True),
        _DOCUMENT,
    ),
    Door("sons et vidéos", _library("wagtailmedia:add"), _RECORDED),
    Door(
        "sélecteur de sons et vidéos",
        _library("wagtailmedia:chooser_upload", "media-chooser-upload-", ajax=True),
        _RECORDED,
    ),
    Door("save()", _saved, tuple(Family), is_wide=True),
]


def present():
    """The rows of files that there are (dict: model → set of keys)."""
    return {model: set(model.objects.values_list("pk", flat=True)) for model in MODELS}


def new_rows(before):
    """The rows (list) that were not there `before`."""
    return [row for model in MODELS for row in model.objects.exclude(pk__in=before[model])]


def outcome(door, sent, before):
    """The Outcome of what a door answered: an Answer, or what `save` said (str)."""
    took = bool(new_rows(before))
    if isinstance(sent, str):
        return Outcome(door.name, 0, took, sent)
    result = Outcome(door.name, sent.status, took, "" if took else sentence(sent))
    if sent.status >= 500:
        result.faults.append(f"réponse {sent.status}")
    if not took and not result.faults and not is_french(result.said):
        result.faults.append(f"refus sans phrase française (« {result.said} », {sent.status})")
    return result


def sentence(answer):
    """What an Answer says is wrong (str), "" where it says nothing."""
    text = answer.text
    if "json" in answer.kind:
        said = json.loads(text)
        text = said.get("html") or said.get("error_message") or said.get("error") or str(said)
    found = " ".join("".join(groups) for groups in _SAID.findall(text))
    if not found and "json" in answer.kind and "<form" not in text:
        found = text
    return " ".join(unescape(_TAGS.sub(" ", found)).split())


def is_french(said):
    """Whether `said` (str) is a French sentence (bool)."""
    return bool(re.search(r"[\w)»][.?!»]?$", said)) and " " in said and not _ENGLISH.search(said)


def left_in_temporary_folders(folder):
    """What is among the arrivals, and in the temporary `folder` (Path) of the process (list of str)."""
    places = (Path(settings.FILE_UPLOAD_TEMP_DIR), folder)
    return [f"resté dans {place.name} : {path.name}" for place in places for path in place.iterdir()]
