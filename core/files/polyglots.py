"""Files that are two things at once: harmless as what they say, something else for whoever opens them otherwise."""

import re
import zipfile

from django.utils.translation import gettext_lazy as _

from core.files.types import FileRefused

#: What programs look for at either end of a file.
_ENDS = 66_000
_WEB = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?php)[\s>/]", re.IGNORECASE)
_PROGRAM = (b"MZ", b"\x7fELF", b"#!")


def refuse_polyglots(path, kind):
    """Raises FileRefused where the file at `path` (Path), a FileType `kind`, is also a page, an archive or a PDF."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_ENDS)
        file.seek(max(0, size - _ENDS))
        tail = file.read()
    if kind.key == "txt":
        # A text may speak of pages; a page says so at once.
        head, tail = head[:512], b""
    if kind.key == "pdf":
        # Its remarks are written in XHTML: what counts is what comes before it, and after.
        head, tail = head.partition(b"%PDF-")[0], tail.rpartition(b"%%EOF")[2]
    is_double = (
        (kind.key != "txt" and head.startswith(_PROGRAM))
        or (not kind.is_package and (_WEB.search(head) or _WEB.search(tail) or zipfile.is_zipfile(path)))
        or (kind.key != "pdf" and b"%PDF-" in head[:1024])
    )
    if is_double:
        said = _(
            "Ce fichier contient deux choses à la fois (une page web, une archive ou un programme). "
            "Enregistrez-le à nouveau depuis l’application qui l’a fait, puis recommencez."
        )
        raise FileRefused(said, code="polyglot")
