"""Sounds and videos: what ffmpeg would read elsewhere, what never ends, what says where and by whom it was made."""

import struct
import subprocess
import tempfile
from functools import cache, partial
from pathlib import Path

from core.files.types import Family
from tests.contributions.files import SECRET, content_of
from tests.core.test_photos import photo
from tests.hostile.corpus.table import EITHER, RECORDINGS, TAKEN, family

_PLAYLIST = b"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
_CONCAT = b"ffconcat version 1.0\nfile '/etc/passwd'\nduration 5\n"
_SDP = b"v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n"


@cache
def made(extension, *options):
    """A recording (bytes) that ffmpeg writes with `options` (str) from a silence, or from the test's own video."""
    source = ["-f", "lavfi", "-t", "1", "-i", "anullsrc=r=8000:cl=mono"]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "couverture.jpg").write_bytes(photo("JPEG"))
        (Path(folder) / "note.txt").write_text(SECRET)
        command = ["ffmpeg", "-nostdin", "-v", "error", *source, *options, f"a.{extension}"]
        subprocess.run(command, cwd=folder, check=True, timeout=30)
        return (Path(folder) / f"a.{extension}").read_bytes()


_TAGS = ("-metadata", f"title={SECRET}", "-metadata", f"artist={SECRET}", "-metadata", f"comment={SECRET}")


def patched(content, mark, offset, value):
    """`content` with bytes written at `offset` from the first `mark`."""
    at = content.index(mark) + offset
    return content[:at] + value + content[at + len(value) :]


def giant_duration():
    """An MP4 that says that it lasts centuries (mvhd, ISO 14496-12, 8.2.2)."""
    return patched(content_of("mp4"), b"mvhd", 20, b"\x7f\xff\xff\xff")


def external_track():
    """An MP4 whose data are said to be in another file (dref, 8.7.2)."""
    url = content_of("mp4").index(b"dref") + 12
    return patched(content_of("mp4"), b"dref", url - content_of("mp4").index(b"dref") + 8, b"\x00\x00\x00\x00")


def many_tracks():
    """An MP4 whose index says that it has four billion samples (stsz, 8.7.3)."""
    return patched(content_of("mp4"), b"stsz", 12, b"\xff\xff\xff\xff")


def avi_with_playlist():
    """An AVI whose subtitles are a playlist that ffmpeg would follow (CVE-2017-9993)."""
    subtitles = b"GAB2\x00\x02\x00\x10\x00\x00\x00" + b"XBIN\x1a\x20" + b"#EXTM3U\nfile:///etc/passwd\n"
    chunk = b"LIST" + struct.pack("<I", len(subtitles) + 4) + b"movi" + subtitles
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"AVI " + chunk


def _talking(*kinds):
    return [(f"voix.{kind}", f"{kind.upper()} qui dit où et par qui", partial(content_of, kind)) for kind in kinds]


FILES = [
    *family(
        (Family.SOUND,),
        *_talking("mp3", "ogg", "m4a", "wav", "flac"),
        (
            "couverture.mp3",
            "MP3 : noms, remarque, image avec sa position",
            lambda: made(
                "mp3", "-i", "couverture.jpg", "-map", "0", "-map", "1", "-c:v", "copy", *_TAGS, "-id3v2_version", "3"
            ),
        ),
        strangers=TAKEN,
        members=TAKEN,
    ),
    *family(
        (Family.VIDEO,),
        *_talking("mp4", "webm", "mov"),
        strangers=TAKEN,
        members=TAKEN,
    ),
    *family(
        RECORDINGS,
        ("duree.mp4", "MP4 qui dit durer des siècles", giant_duration),
        ("liste.mp4", "liste de lecture qui lit /etc/passwd", lambda: _PLAYLIST),
        ("liste.m3u8", "la même, à son nom", lambda: _PLAYLIST),
        ("liste.mp3", "la même derrière un en-tête de MP3", lambda: b"ID3\x04\x00\x00\x00\x00\x00\x00" + _PLAYLIST),
        ("suite.mp4", "script ffconcat qui lit /etc/passwd", lambda: _CONCAT),
        ("session.mp4", "session SDP qui ouvre un port", lambda: _SDP),
        ("sous-titres.avi", "AVI dont les sous-titres sont une liste de lecture", avi_with_playlist),
        (
            "page.mp3",
            "page web derrière un en-tête de MP3",
            lambda: b"ID3\x04\x00\x00\x00\x00\x00\x00<html><script>zqx()</script>",
        ),
        (
            "texte.mp3",
            "texte derrière un en-tête de MP3",
            lambda: b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"Bonjour " * 200,
        ),
        ("coupe.mp4", "MP4 coupé", lambda: content_of("mp4")[:3000]),
        ("coupe.mov", "MOV coupé", lambda: content_of("mov")[:3000]),
        ("coupe.webm", "WebM coupé", lambda: content_of("webm")[:2500]),
        ("coupe.wav", "WAV coupé", lambda: content_of("wav")[:5000]),
        ("moov.mp4", "MP4 sans index", lambda: content_of("mp4").replace(b"moov", b"mooq")),
        ("zeros.mp4", "en-tête de MP4 et des zéros", lambda: b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + bytes(9000)),
        ("zeros.ogg", "en-tête d’Ogg et des zéros", lambda: b"OggS" + bytes(9000)),
    ),
    *family(
        RECORDINGS,
        ("ailleurs.mp4", "MP4 dont les données sont dans un autre fichier", external_track),
        ("pistes.mp4", "MP4 à quatre milliards d’images", many_tracks),
        (
            "note.mkv",
            "Matroska avec un fichier à l’intérieur",
            lambda: made("mkv", "-attach", "note.txt", "-metadata:s:t", "mimetype=text/plain", *_TAGS),
        ),
        strangers=EITHER,
        members=EITHER,
    ),
]
