"""Files as people's devices make them: small, true, and saying more than they should."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from tests.core.test_photos import photo

SECRET = "SECRET"
RECORDINGS = Path(__file__).parent / "recordings"
_IMAGES = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "heic": "HEIF", "avif": "AVIF", "gif": "GIF"}
_RECORDED = {key: f"voice.{key}" for key in ("mp3", "ogg", "m4a", "wav", "flac")} | {
    key: f"clip.{key}" for key in ("mp4", "webm", "mov")
}
EXTENSIONS = {"jpeg": "jpg"}
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def content_of(kind):
    """A file (bytes) of a type (key of the table), with SECRET in what it says of itself; the same each time."""
    if kind in _IMAGES:
        return photo(_IMAGES[kind])
    if kind in _RECORDED:
        return (RECORDINGS / _RECORDED[kind]).read_bytes()
    return {"pdf": pdf, "odt": odt, "docx": docx, "txt": lambda: "Venez à midi.".encode(), "rtf": rtf}[kind]()


def upload_of(kind, name=None):
    return SimpleUploadedFile(name or f"fichier.{EXTENSIONS.get(kind, kind)}", content_of(kind))


def pdf(*, active=False, password="", remark="", photo_inside=None):
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = SECRET
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = [SECRET]
    if active:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    page = document.pages[0]
    if remark:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, RC=remark, T=SECRET)
        page.Annots = pikepdf.Array([note])
    if photo_inside:
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=_picture_of(document, photo_inside)))
    output = BytesIO()
    document.save(output, encryption=pikepdf.Encryption(owner=password, user=password) if password else None)
    return output.getvalue()


def package(parts):
    """A zip (bytes) of parts (dict: name → str or bytes)."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


def docx(**more):
    run = f'<w:ins w:author="{SECRET}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Venez à midi.</w:t></w:r></w:ins>'
    return package(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p>{run}</w:p></w:body></w:document>',
            "docProps/core.xml": f"<coreProperties><creator>{SECRET}</creator></coreProperties>",
            "docProps/app.xml": f"<Properties><Company>{SECRET}</Company></Properties>",
            "word/media/image1.jpeg": photo("JPEG"),
        }
        | more
    )


def odt(**more):
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    text = f'<office:text><text:p xmlns:text="{office}text:1.0">Venez à midi.</text:p></office:text>'
    who = f"<dc:creator>{SECRET}</dc:creator>"
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{office}office:1.0"><office:body>{who}{text}'
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta>{who}</office:document-meta>",
            "Thumbnails/thumbnail.png": photo("PNG"),
        }
        | more
    )


def rtf(content="Venez à midi."):
    return ("{\\rtf1\\ansi{\\info{\\author SECRET}} " + content + "}").encode("ascii", "replace")


def flat_png(width, height):
    """An image (bytes) of one colour: few bytes, many points."""
    output = BytesIO()
    Image.new("1", (width, height)).save(output, "PNG")
    return output.getvalue()


def long_gif(frames):
    output = BytesIO()
    pictures = [Image.new("P", (4, 4), number % 256) for number in range(frames)]
    pictures[0].save(output, "GIF", save_all=True, append_images=pictures[1:], duration=20, optimize=False)
    return output.getvalue()


def png_with(data):
    """An image (bytes) with `data` in a part of its own, at its beginning."""
    output, info = BytesIO(), PngImagePlugin.PngInfo()
    info.add(b"prVt", data)
    Image.new("RGB", (40, 30)).save(output, "PNG", pnginfo=info)
    return output.getvalue()


def unpacked(content):
    """All that a document says (bytes): a zip or a PDF without its compression."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    output = BytesIO()
    with pikepdf.open(BytesIO(content)) as document:
        document.save(output, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    return output.getvalue()


def _picture_of(document, jpeg):
    """A photo (bytes) inside a PDF, as programs put it there: byte for byte."""
    return pikepdf.Stream(
        document,
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=60,
        Height=40,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )


def photo_with_archive_as_profile():
    """A JPEG whose colour profile is an archive: written again as it is, it would be both."""
    output = BytesIO()
    profile = bytes(70_000) + package({"evil.txt": "<script>"}) + bytes(70_000)
    Image.new("RGB", (40, 30)).save(output, "JPEG", icc_profile=profile)
    return output.getvalue()
