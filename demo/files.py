"""The two documents and the sound of the example, made byte by byte: nothing is downloaded. Pure."""

import math
import sys
import textwrap
import wave
import zipfile
from array import array
from io import BytesIO
from xml.sax.saxutils import escape

_A5 = (420, 595)  # points
_PDF_LINE = 58  # characters of 10.5-point Helvetica that fit between the margins
_PDF_LINES = 30


def pdf_booklet(title, pages):
    """A PDF (bytes) in A5: a title page, then one or more pages for each list of paragraphs in `pages`."""
    streams = [_pdf_page([(24, 400, line, "F2") for line in textwrap.wrap(title, 26)], leading=30)]
    for paragraphs in pages:
        lines = []
        for paragraph in paragraphs:
            lines += [*textwrap.wrap(paragraph, _PDF_LINE, break_on_hyphens=False), ""]
        for first in range(0, len(lines), _PDF_LINES):
            chunk = lines[first : first + _PDF_LINES]
            streams.append(_pdf_page([(10.5, 535, line, "F1") for line in chunk], leading=16))
    return _pdf_file(title, streams)


def _pdf_page(lines, leading):
    drawn = [
        f"BT /{font} {size} Tf 45 {top - position * leading} Td ({_pdf_text(line)}) Tj ET"
        for position, (size, top, line, font) in enumerate(lines)
    ]
    return "\n".join(drawn).encode("cp1252", "replace")


def _pdf_text(text):
    text = text.replace("\u202f", "\u00a0")
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(title, streams):
    """ISO 32000-1, 7.5: header, numbered objects, cross-reference table, trailer."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr) /ViewerPreferences << /DisplayDocTitle true >> >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        b"<< /Title <feff" + title.encode("utf-16-be").hex().encode() + b"> >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_A5[0]} {_A5[1]}] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    output, offsets = BytesIO(), []
    output.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    for number, content in enumerate(objects, start=1):
        offsets.append(output.tell())
        output.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = output.tell()
    output.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    output.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    output.write(b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1))
    output.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return output.getvalue()


def odt_document(title, pages):
    """An OpenDocument text (bytes): `title`, then every paragraph of every page (OpenDocument 1.3, part 3)."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(f"<text:p>{escape(paragraph)}</text:p>" for paragraphs in pages for paragraph in paragraphs)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'office:version="1.3"><office:body><office:text><text:h text:outline-level="1">{escape(title)}</text:h>'
        f"{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, compress_type=zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return output.getvalue()


#: Notes of the chord, in hertz, and when each enters, in seconds.
_CHORD = [(220.0, 0.0), (277.18, 0.9), (329.63, 1.8), (415.3, 2.7), (493.88, 3.6)]
CHORD_SECONDS = 9
_RATE = 8_000


def wav_chord():
    """A soft chord that opens note after note, as a WAV (bytes; mono, 16 bits)."""
    samples = array("h")
    notes = [(2 * math.pi * pitch, entry) for pitch, entry in _CHORD]
    for position in range(CHORD_SECONDS * _RATE):
        moment = position / _RATE
        level = 0.0
        for turn, entry in notes:
            age = moment - entry
            if age > 0:
                level += min(1.0, age / 0.7) * math.sin(turn * age)
        samples.append(int(5200 * level * math.exp(-moment / 7) * min(1.0, (CHORD_SECONDS - moment) / 3)))
    if sys.byteorder == "big":
        samples.byteswap()
    output = BytesIO()
    with wave.open(output, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(_RATE)
        sound.writeframes(samples.tobytes())
    return output.getvalue()
