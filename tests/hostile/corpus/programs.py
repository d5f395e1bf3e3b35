"""What has no place anywhere, or is not what it says."""

import gzip
import io
import tarfile

from tests.contributions import files
from tests.core.test_photos import photo
from tests.hostile.corpus.table import DOCUMENTS, EVERYWHERE, TAKEN, family

_SCRIPT = b"#!/bin/sh\ncurl http://127.0.0.1/x | sh\n"
_LINK = b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00F" + bytes(99)


def tar():
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../etc/cron.d/x"), io.BytesIO())
    return output.getvalue()


FILES = [
    *family(
        EVERYWHERE,
        ("vide.jpg", "fichier vide nommé .jpg", lambda: b""),
        ("vide.pdf", "fichier vide nommé .pdf", lambda: b""),
        ("vide.mp3", "fichier vide nommé .mp3", lambda: b""),
        ("octet.jpg", "un seul octet", lambda: b"\xff"),
        ("elf.pdf", "programme de Linux nommé .pdf", lambda: b"\x7fELF\x02\x01\x01" + bytes(4000)),
        ("elf.mp4", "programme de Linux nommé .mp4", lambda: b"\x7fELF\x02\x01\x01" + bytes(4000)),
        ("exe.jpg", "programme de Windows nommé .jpg", lambda: b"MZ" + bytes(4000)),
        ("photo.exe", "photo nommée .exe", lambda: photo("JPEG")),
        ("installe.sh", "script", lambda: _SCRIPT),
        ("script.txt", "script nommé .txt", lambda: _SCRIPT),
        ("page.html", "page web", lambda: b"<!doctype html><script>zqx()</script>"),
        ("page.txt", "page web nommée .txt", lambda: b"<html><script>zqx()</script></html>"),
        ("page.php", "PHP", lambda: b"<?php system($_GET['c']); ?>"),
        ("raccourci.lnk", "raccourci de Windows", lambda: _LINK),
        ("tout.zip", "ZIP", lambda: files.package({"a.txt": "a"})),
        ("tout.tar", "TAR aux chemins « .. »", tar),
        ("tout.gz", "GZIP de 50 Mo de zéros", lambda: gzip.compress(bytes(50_000_000))),
        ("tout.txt", "le même, nommé .txt", lambda: gzip.compress(bytes(50_000_000))),
        ("nul.txt", "texte avec des octets nuls", lambda: b"Bonjour\x00\x01\x02"),
        ("utf16.txt", "texte en UTF-16", lambda: "Venez à midi.".encode("utf-16")),
    ),
    *family(
        DOCUMENTS,
        ("texte.txt", "texte qui parle de balises", lambda: b"Un texte.\n" * 60 + b"<script>zqx()</script>"),
        ("windows.txt", "texte de Windows (cp1252)", lambda: "Où ça\xa0? À l’hôpital.".encode("cp1252")),
        ("lettre.txt", "un seul octet, qui est une lettre", lambda: b"a"),
        ("invalide.txt", "texte qui n’est dans aucun codage", lambda: b"Venez \xff\xfe\xed\xa0\x80 midi"),
        strangers=TAKEN,
        members=TAKEN,
    ),
]
