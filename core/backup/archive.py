"""One archive: a tar of ordinary files, then the manifest that says what they are, then what proves the manifest.

    database/<table>.jsonl.gz   media/…   prive/…   quarantine/…   manifest.json   manifest.sha256

Media are compressed already: the tar is not. What is last is written last: a copy that was cut has no manifest.
"""

import hashlib
import io
import json
import os
import re
import shutil
import stat
import tarfile
from contextlib import contextmanager
from pathlib import PurePosixPath

from core.site_storage import PRIVATE

MANIFEST, PROOF = "manifest.json", "manifest.sha256"
FORMAT = 1
FOLDERS = ("database", "media", PRIVATE, "quarantine")
_LONGEST_MANIFEST = 512 * 1024 * 1024
_CHUNK = 1024 * 1024
#: What no name of ours has: characters of control, the backslash of other systems.
_STRANGE = re.compile(r"[\x00-\x1f\x7f\\]")


class BadArchive(Exception):
    """What is wrong with an archive, in French."""


class Vanished(Exception):
    """A file that was to be copied is gone, or shorter than it said."""


class Writer:
    """Writes an archive in `file` (binary, seekable); `files` says what is in it (dict: name → size and sha256)."""

    def __init__(self, file):
        self._file = file
        self._tar = tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115
        self.files = {}

    def add(self, name, path):
        """Copies the file at `path` (Path) as `name` (str). Raises Vanished, and the archive is as before."""
        start = self._tar.offset
        try:
            with path.open("rb") as file:
                status = _status(file)
                header = tarfile.TarInfo(name)
                header.size, header.mtime, header.mode = status.st_size, int(status.st_mtime), 0o600
                source = _Hashed(file, status.st_size)
                self._tar.addfile(header, source)
        except (FileNotFoundError, Vanished) as error:
            self._file.seek(start)
            self._file.truncate()
            self._tar.offset = start
            raise Vanished(name) from error
        self.files[name] = {"size": status.st_size, "sha256": source.digest.hexdigest()}

    def close(self, manifest):
        """Ends the archive by `manifest` (dict), to which the files are added."""
        text = json.dumps({"format": FORMAT, **manifest, "files": self.files}, indent=1).encode()
        for name, content in ((MANIFEST, text), (PROOF, hashlib.sha256(text).hexdigest().encode())):
            header = tarfile.TarInfo(name)
            header.size, header.mode = len(content), 0o600
            self._tar.addfile(header, io.BytesIO(content))
        self._tar.close()


class _Hashed:
    """A file read once, `size` bytes of it and no less; `digest` is what was read. Raises Vanished."""

    def __init__(self, file, size):
        self.file, self.left, self.digest = file, size, hashlib.sha256()

    def read(self, size):
        wanted = min(size, self.left)
        content = self.file.read(wanted)
        if len(content) < wanted:
            raise Vanished
        self.left -= len(content)
        self.digest.update(content)
        return content


def _status(file):
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        raise Vanished
    return status


def checked(path):
    """The manifest (dict) of the archive at `path` (Path), once every byte of it has been read and found right.

    Raises BadArchive: cut, damaged, or made to write elsewhere; OSError.
    """
    found, contents = {}, {}
    try:
        with tarfile.open(path, "r:") as tar:
            for member in tar:
                name = _allowed(member, found)
                if name in (MANIFEST, PROOF):
                    contents[name] = _read(tar, member)
                    found[name] = None
                else:
                    found[name] = {"size": member.size, "sha256": _digest(tar.extractfile(member))}
    except (tarfile.TarError, EOFError, UnicodeError, ValueError, OverflowError) as error:
        raise BadArchive(f"elle est coupée ou abîmée ({error})") from error
    return _manifest(contents, {name: said for name, said in found.items() if said})


def _manifest(contents, found):
    if set(contents) != {MANIFEST, PROOF}:
        raise BadArchive("elle est coupée\u00a0: sa fin manque")
    if hashlib.sha256(contents[MANIFEST]).hexdigest().encode() != contents[PROOF].strip():
        raise BadArchive("son inventaire est abîmé")
    try:
        manifest = json.loads(contents[MANIFEST])
        listed = manifest["files"]
        if manifest["format"] != FORMAT:
            raise BadArchive(f"elle a été faite par une autre version du site (format {manifest['format']})")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadArchive("son inventaire est illisible") from error
    wrong = sorted(name for name in {*listed, *found} if listed.get(name) != found.get(name))
    if wrong:
        raise BadArchive(f"{len(wrong)} fichiers ne sont pas ceux de son inventaire, dont {wrong[0]}")
    return manifest


def _allowed(member, known):
    """The name (str) of a TarInfo: an ordinary file, in one of our folders, said once."""
    name, parts = member.name, PurePosixPath(member.name).parts
    is_plain = member.type in (tarfile.REGTYPE, tarfile.AREGTYPE) and not member.issparse()
    is_ours = name in (MANIFEST, PROOF) or (len(parts) > 1 and parts[0] in FOLDERS)
    is_straight = str(PurePosixPath(name)) == name and ".." not in parts and not _STRANGE.search(name)
    if not (is_plain and is_ours and is_straight) or name in known:
        raise BadArchive(f"elle contient ce qu’aucune sauvegarde ne contient\u00a0: {name[:80]!r}")
    if parts[0] == "database" and (len(parts) != 2 or not name.endswith(".jsonl.gz")):
        raise BadArchive(f"elle contient ce qu’aucune sauvegarde ne contient\u00a0: {name[:80]!r}")
    return name


def _read(tar, member):
    if member.size > _LONGEST_MANIFEST:
        raise BadArchive("son inventaire est trop long")
    return tar.extractfile(member).read()


def _digest(file):
    digest = hashlib.sha256()
    while content := file.read(_CHUNK):
        digest.update(content)
    return digest.hexdigest()


class Reader:
    """An archive that has been `checked`, to take things out of."""

    def __init__(self, tar, manifest):
        self._tar, self.manifest = tar, manifest
        # By itself, tarfile would look for each name among all.
        self._members = {member.name: member for member in tar}

    def open(self, name):
        """The file (binary) of that `name` (str)."""
        return self._tar.extractfile(self._members[name])

    def names(self, folder):
        """The files of one of FOLDERS (list of str, without it)."""
        return [name.removeprefix(f"{folder}/") for name in self.manifest["files"] if name.startswith(f"{folder}/")]

    def extract(self, name, target):
        """Writes the file `name` (str) at `target` (Path, which is not there), as it was when it was checked."""
        target.parent.mkdir(parents=True, exist_ok=True)
        with self.open(name) as source, target.open("xb") as copy:
            shutil.copyfileobj(source, copy, _CHUNK)


@contextmanager
def opened(path):
    """The Reader of the archive at `path` (Path). Raises BadArchive, OSError."""
    manifest = checked(path)
    with tarfile.open(path, "r:") as tar:
        yield Reader(tar, manifest)
