"""One file of the corpus, sent by every door that it may go through, and what became of it."""

import re
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from contributions.models import Attachment, Contribution
from core.files.doors import RECORDED
from core.files.polyglots import refuse_polyglots
from core.files.types import HEAD, TYPES, Family, FileRefused, type_of
from core.models import SiteImage, SiteMedia
from tests.contributions.files import unpacked
from tests.hostile.corpus import CANARIES, EITHER, NOTHING, TAKEN
from tests.hostile.doors import MEMBERS, PUBLIC, Outcome, left_in_temporary_folders, new_rows, outcome, present
from tests.hostile.visitor import Sent

#: Of one door, with ffmpeg's look at a recording and all that is asked before.
MOST_SECONDS = 15
ACCEPTED = "accepté par la modération"
#: What a name on the disk may have.
_PLAIN_NAME = re.compile(r"[\w.-]+")
_EXTENSIONS = {extension for kind in TYPES.values() for extension in kind.extensions}


@dataclass
class Trial:
    """What a HostileFile was answered: an Outcome by door, `seconds` of the slowest; `faults` (list of str)."""

    file: object
    outcomes: list = field(default_factory=list)
    seconds: float = 0
    faults: list = field(default_factory=list)

    @property
    def answers(self):
        """How many doors took it, and how many refused it (pair of int)."""
        took = sum(one.took for one in self.outcomes)
        return took, len(self.outcomes) - took


def tried(file, people, temporary, turn=None):
    """The Trial of a HostileFile sent by People; `temporary` (Path) is where their server's process writes.

    By every door, or where there is a `turn` (int) by one of those of strangers and one of those of members.
    """
    trial, sent = Trial(file), Sent(file.name, file.make())
    inside = [(door, family) for door in MEMBERS for family in file.families if family in door.families]
    for door in _chosen(PUBLIC, turn):
        _through(trial, door, partial(door.send, people, sent), file.strangers, people, temporary)
    if any(one.took for one in trial.outcomes):
        _accepted(trial, people, sent)
    for door, family in _chosen(inside, turn):
        _through(trial, door, partial(door.send, people, sent, family), file.members, people, temporary)
    return trial


def _chosen(doors, turn):
    return doors if turn is None or not doors else [doors[turn % len(doors)]]


def _through(trial, door, send, expected, people, temporary):
    assert people.code  # it is there before anything is counted
    before, disk, start = present(), on_disk(), time.monotonic()
    contributions = set(Contribution.objects.values_list("pk", flat=True))
    result = outcome(door, send(), before)
    seconds = time.monotonic() - start
    trial.seconds = max(trial.seconds, seconds)
    if seconds > MOST_SECONDS:
        result.faults.append(f"{seconds:.0f} secondes")
    if expected == NOTHING and result.status < 500:
        result.faults.clear()
    may_differ = (
        expected in {EITHER, NOTHING} or (door.is_narrow and expected == TAKEN) or (door.is_wide and result.took)
    )
    if not may_differ and result.took != (expected == TAKEN):
        result.faults.append(f"{'accepté' if result.took else 'refusé'} au lieu de {expected} ({result.said})")
    for row in new_rows(before):
        result.faults += faults_of(row)
    _forget(before, contributions)
    result.faults += [f"resté sur le disque : {path}" for path in sorted(on_disk() - disk)]
    result.faults += left_in_temporary_folders(temporary)
    _note(trial, result)


def _accepted(trial, people, sent):
    """What a stranger sent, once a moderator has agreed: in the library, and clean there."""
    before, disk = present(), on_disk()
    contributions = set(Contribution.objects.values_list("pk", flat=True))
    PUBLIC[0].send(people, sent)
    contribution = Contribution.objects.exclude(pk__in=contributions).first()
    if contribution is None:
        return
    address = reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])
    answer = people.member.post(address, [("geste", "accepter"), ("accepter-text", "")], multipart=False)
    rows = [row for row in new_rows(before) if not isinstance(row, Attachment)]
    result = Outcome(ACCEPTED, answer.status, bool(rows))
    if answer.status != 302 or not rows:
        result.faults.append(f"réponse {answer.status}, {len(rows)} fichier en médiathèque")
    for row in rows:
        result.faults += faults_of(row)
    _forget(before, contributions)
    result.faults += [f"resté sur le disque : {path}" for path in sorted(on_disk() - disk)]
    _note(trial, result)


def _note(trial, result):
    trial.outcomes.append(result)
    trial.faults += [f"{trial.file.said}, {result.door} : {fault}" for fault in result.faults]


def faults_of(row):
    """What is wrong (list of str) in the stored files of a row."""
    if isinstance(row, Attachment):
        kept_as_sent = row.type.family == Family.DOCUMENT  # cleaned once they are accepted
        return [] if kept_as_sent else _faults_at(row.path, row.type.extensions[0])
    paths = [Path(row.file.path)]
    if isinstance(row, SiteImage):
        paths.append(Path(row.get_rendition("width-20").file.path))
    if isinstance(row, SiteMedia) and row.thumbnail:
        paths.append(Path(row.thumbnail.path))
    return [fault for path in paths for fault in [*_faults_at(path, path.suffix[1:]), *_faults_of_name(path)]]


def _faults_of_name(path):
    inside = path.resolve().is_relative_to(Path(settings.MEDIA_ROOT).resolve())
    if not inside or not _PLAIN_NAME.fullmatch(path.name) or path.suffix[1:] not in _EXTENSIONS:
        yield f"enregistré sous « {path} »"


def _faults_at(path, extension):
    content = path.read_bytes()
    whole = content + _unpacked(content)
    for said in CANARIES:
        if any(said.encode(code) in whole for code in ("utf-8", "utf-16-le", "utf-16-be")):
            yield f"« {said} » est dans le fichier enregistré"
    kind = type_of(content[:HEAD])
    try:
        refuse_polyglots(path, kind)
    except FileRefused:
        yield "enregistré, il est deux choses à la fois"
    families = RECORDED if kind.family in RECORDED else {kind.family}
    allowed = {one for other in TYPES.values() if other.family in families for one in other.extensions}
    if extension not in allowed:
        yield f"c’est un {kind.label}, enregistré en .{extension}"


def _unpacked(content):
    if not content.startswith((b"PK", b"%PDF-")):
        return b""
    try:
        return unpacked(content)
    except Exception:  # what is kept although nobody can read it whole (zipfile, qpdf): its bytes alone are looked at
        return b""


def on_disk():
    """The files (set of Path) of the library and of the quarantine, arrivals apart."""
    folders = (Path(settings.QUARANTINE_ROOT), Path(settings.MEDIA_ROOT))
    arrivals = Path(settings.FILE_UPLOAD_TEMP_DIR)
    return {path for folder in folders for path in folder.rglob("*") if path.is_file() and path.parent != arrivals}


def _forget(before, contributions):
    """Deletes what came, rows and files."""
    new = Contribution.objects.exclude(pk__in=contributions)
    for contribution in new.exclude(page=None):
        contribution.page.specific.delete()
    for row in new_rows(before):
        if isinstance(row, Attachment):
            row.path.unlink(missing_ok=True)
            row.delete()
            continue
        if isinstance(row, SiteImage):
            for rendition in row.renditions.all():
                rendition.file.storage.delete(rendition.file.name)
        for name in row.cleaned_fields:
            if getattr(row, name):
                row.file.storage.delete(getattr(row, name).name)
        row.delete()
    new.delete()
