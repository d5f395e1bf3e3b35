"""Sounds and videos, through ffmpeg (Debian's package): is it one, is it whole, and a copy that says nothing else.

Where the machine has no ffmpeg they are taken by their container alone, and moderators are told.
"""

import json
import shutil
import subprocess  # noqa: S404
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from core.files.types import TYPES, Family, FileRefused, not_accepted

#: The readers (demuxers) that are tried: ffprobe alone would call a page named .jpg an image.
READERS = "mp3,ogg,mov,wav,flac,matroska"
#: How each type is written again: the first container that takes what it holds.
_WRITERS = {"mp3": ["mp3"], "ogg": ["ogg"], "wav": ["wav"], "flac": ["flac"]} | {
    "m4a": ["mp4", "mov"],
    "mp4": ["mp4", "mov"],
    "mov": ["mov"],
    "webm": ["webm", "matroska"],
}
#: Those that do not say how long they last: ffprobe guesses.
_GUESSED = {"mp3", "wav"}
_READER_OF = {"mp3": "mp3", "ogg": "ogg", "wav": "wav", "flac": "flac", "webm": "matroska"}
_TAGS = "format_tags:stream_tags:chapter_tags"
#: Seconds: to look at a file, and to copy one of the largest on a slow disk.
_LOOK, _COPY = 20, 180
#: Of its duration, what may be missing at the end of a whole file.
_MISSING = 0.05


@dataclass(frozen=True)
class Recording:
    """What ffprobe says: the reader that knows it, its seconds (float, 0 where it does not say), what it has.

    `tags` are the names (frozenset of str) of what it says of itself.
    """

    reader: str
    seconds: float
    has_sound: bool
    has_video: bool
    tags: frozenset = frozenset()


def can_look():
    """Whether this machine has ffmpeg (bool)."""
    return shutil.which("ffprobe") is not None and shutil.which("ffmpeg") is not None


def looked_at(path):
    """The Recording at `path` (Path). Raises FileRefused where it is none, or cannot be read."""
    command = ["ffprobe", "-v", "error", *_safely(path), "-show_chapters", "-show_entries"]
    command += ["format=format_name,duration:stream=codec_type:stream_disposition=attached_pic:" + _TAGS, "-of", "json"]
    done = _run(command, _LOOK)
    if done.returncode:
        raise damaged()
    said = json.loads(done.stdout)
    # A picture of the cover is no video.
    kinds = {
        stream.get("codec_type")
        for stream in said.get("streams", [])
        if not stream.get("disposition", {}).get("attached_pic")
    }
    seconds = said.get("format", {}).get("duration", "0")
    seconds = float(seconds) if seconds.replace(".", "", 1).isdecimal() else 0.0
    holders = [said.get("format", {}), *said.get("streams", []), *said.get("chapters", [])]
    tags = frozenset(name for holder in holders for name in holder.get("tags", {}))
    return Recording(said["format"]["format_name"], seconds, "audio" in kinds, "video" in kinds, tags)


def frame_of(path, seconds):
    """A picture (bytes, JPEG) of the video at `path` (Path), near `seconds` (float). Raises FileRefused without one."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-ss", f"{seconds:.2f}", *_safely(path), "-map", "0:V"]
    done = _run([*command, "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3", "-f", "image2pipe", "pipe:1"], _LOOK)
    if done.returncode or not done.stdout:
        raise damaged()
    return done.stdout


def type_of_recording(kind, recording):
    """The FileType of a Recording that looked like `kind` (FileType). Raises FileRefused where they do not agree."""
    names = recording.reader.split(",")
    if _READER_OF.get(kind.key, "mov") not in names or not (recording.has_sound or recording.has_video):
        raise not_accepted()
    if kind.family == Family.SOUND and recording.has_video:
        if kind.key != "m4a":
            raise not_accepted()
        return TYPES["mp4"]
    if kind.key == "mp4" and not recording.has_video:
        return TYPES["m4a"]
    return kind


def copy_without_metadata(path, target, kind, recording):
    """Writes in `target` (Path) the sound and the pictures at `path`, nothing of where, when and by whom.

    The streams that telephones add (places, movements) go too. Raises FileRefused where it is not whole.
    """
    command = ["ffmpeg", "-nostdin", "-v", "error", "-xerror", *_safely(path), "-progress", "pipe:1"]
    command += ["-map", "0:V?"] if kind.family == Family.VIDEO else []
    command += ["-map", "0:a?", "-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-c", "copy"]
    # A video that begins before it has all come.
    command += ["-movflags", "+faststart"] if kind.key in {"mp4", "m4a", "mov"} else []
    for writer in _WRITERS[kind.key]:
        done = _run([*command, "-y", "-f", writer, str(target)], _COPY)
        if not _is_refused_by_container(done):
            break
    else:
        said = _(
            "Ce son ou cette vidéo est codé d’une manière que le site ne sait pas lire. Exportez-le en MP4 ou en MP3."
        )
        raise FileRefused(said, code="codec")
    missing = 0 if kind.key in _GUESSED else recording.seconds * (1 - _MISSING) - 1 - _written(done.stdout)
    if done.returncode or b"ended prematurely" in done.stderr or missing > 0:
        raise damaged()


def _is_refused_by_container(done):
    """Whether a copy failed for what it holds, not for what is missing (bool)."""
    signs = (b"not currently supported in container", b"Could not write header", b"Only VP8 or VP9")
    return done.returncode != 0 and any(sign in done.stderr for sign in signs)


def damaged():
    said = _(
        "Ce son ou cette vidéo est abîmé, ou incomplet. Vérifiez qu’on peut l’écouter jusqu’au bout, et renvoyez-le."
    )
    return FileRefused(said, code="damaged_recording")


def _safely(path):
    """The options that keep ffmpeg to one local file, read by the readers that are tried."""
    return ["-protocol_whitelist", "file", "-format_whitelist", READERS, "-i", f"file:{path}"]


def _run(command, seconds):
    """What a command did (CompletedProcess). Raises FileRefused after so many seconds."""
    try:
        return subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise damaged() from error


def _written(progress):
    """Seconds (float) that were written, from what `-progress` says (bytes)."""
    times = [line.partition(b"=")[2] for line in progress.splitlines() if line.startswith(b"out_time_us=")]
    return int(times[-1]) / 1_000_000 if times and times[-1].strip().isdigit() else 0.0
