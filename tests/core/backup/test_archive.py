"""An archive is believed only when every byte of it is what its manifest says, and nothing in it goes elsewhere."""

import io
import tarfile

import pytest

from core.backup.archive import BadArchive, Vanished, Writer, checked, opened


@pytest.fixture
def written(tmp_path):
    """An archive (Path) of two files."""
    return make(tmp_path / "good.tar", {"media/a.txt": b"a" * 5000, "media/deep/b é.txt": b""})


def make(path, files):
    with path.open("w+b") as file:
        archive = Writer(file)
        for name, content in files.items():
            source = path.with_name("source")
            source.write_bytes(content)
            archive.add(name, source)
        archive.close({"missing": []})
    return path


def test_what_was_put_in_comes_out(written, tmp_path):
    with opened(written) as archive:
        assert archive.names("media") == ["a.txt", "deep/b é.txt"]
        archive.extract("media/a.txt", tmp_path / "out" / "a.txt")
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"a" * 5000


def test_a_file_that_is_gone_leaves_no_trace(tmp_path):
    path, source = tmp_path / "archive.tar", tmp_path / "source"
    source.write_bytes(b"a" * 5000)
    with path.open("w+b") as file:
        archive = Writer(file)
        archive.add("media/a", source)
        with pytest.raises(Vanished):
            archive.add("media/b", tmp_path / "nowhere")
        archive.add("media/c", source)
        archive.close({})
    assert list(checked(path)["files"]) == ["media/a", "media/c"]


def test_a_file_that_shrinks_meanwhile_leaves_no_trace(tmp_path, monkeypatch):
    path, source = tmp_path / "archive.tar", tmp_path / "source"
    source.write_bytes(b"a" * 5_000_000)
    with path.open("w+b") as file:
        archive = Writer(file)
        original = tarfile.TarFile.addfile

        def cut(tar, header, *arguments):
            source.write_bytes(b"a" * 100)
            return original(tar, header, *arguments)

        monkeypatch.setattr(tarfile.TarFile, "addfile", cut)
        with pytest.raises(Vanished):
            archive.add("media/b", source)
        monkeypatch.undo()
        archive.add("media/c", source)
        archive.close({})
    assert list(checked(path)["files"]) == ["media/c"]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_cut_archive_is_refused(written, share):
    content = written.read_bytes()
    # A tar ends by blanks, which say nothing.
    useful = content.rstrip(b"\0")
    written.write_bytes(useful[: int(len(useful) * share)])
    with pytest.raises(BadArchive):
        checked(written)


def test_any_damaged_byte_is_seen(written):
    content = written.read_bytes()
    places = [content.index(b"aaaa") + 10, content.index(b'"sha256"') + 14, content.index(b'"missing"') + 2]
    for place in places:
        written.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with pytest.raises(BadArchive):
            checked(written)


def plain(name, content=b"x"):
    header = tarfile.TarInfo(name)
    header.size = len(content)
    return header, io.BytesIO(content)


def special(name, kind, target=""):
    header = tarfile.TarInfo(name)
    header.type, header.linkname = kind, target
    return header, None


HOSTILE = {
    "up": plain("media/../../../etc/cron.d/x"),
    "absolute": plain("/etc/cron.d/x"),
    "elsewhere": plain("static/x"),
    "dotted": plain("./media/x"),
    "doubled slash": plain("media//x"),
    "a folder's own name": plain("media"),
    "backslash": plain("media/..\\x"),
    "line": plain("media/a\nb"),
    "database below": plain("database/a/b.jsonl.gz"),
    "database other": plain("database/a.sqlite3"),
    "symbolic link": special("media/x", tarfile.SYMTYPE, "/etc/passwd"),
    "hard link": special("media/x", tarfile.LNKTYPE, "media/a.txt"),
    "folder": special("media/x", tarfile.DIRTYPE),
    "device": special("media/x", tarfile.CHRTYPE),
    "pipe": special("media/x", tarfile.FIFOTYPE),
    "sparse": special("media/x", tarfile.GNUTYPE_SPARSE),
    "not in the manifest": plain("media/more.txt"),
    "twice": plain("media/a.txt"),
}


@pytest.mark.parametrize("added", HOSTILE.values(), ids=HOSTILE)
def test_an_archive_that_holds_something_else_is_refused(written, added):
    with tarfile.open(written, "a") as tar:
        tar.addfile(*added)
    with pytest.raises(BadArchive):
        checked(written)


def test_an_entry_longer_than_the_archive_is_refused(written):
    header = tarfile.TarInfo("media/huge")
    header.size = 10**15
    content = written.read_bytes()
    written.write_bytes(header.tobuf() + content)
    with pytest.raises(BadArchive):
        checked(written)


@pytest.mark.parametrize("content", [b"", b"not a tar", b"\0" * 20_000, b"\x1f\x8b" + b"x" * 500])
def test_what_is_no_archive_is_refused(tmp_path, content):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(BadArchive):
        checked(tmp_path / "file")
