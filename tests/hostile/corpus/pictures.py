"""Images: what telephones write in them, what bursts, what is broken, what is two things."""

import struct
import zlib
from functools import partial
from io import BytesIO

from PIL import Image

from tests.contributions import files
from tests.contributions.files import content_of
from tests.core.test_photos import SECRET, exif, photo
from tests.hostile.corpus.table import EITHER, IMAGES, REFUSED, TAKEN, family

_COMMENT, _IPTC = 0xFE, 0xED


def with_segment(marker, content):
    """A JPEG (bytes) with a segment of its own right after its beginning."""
    jpeg = photo("JPEG")
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + jpeg[2:]


def iptc():
    """Caption and city as photo agencies write them (IPTC-IIM 4.2 in Photoshop's resources)."""
    said = SECRET.encode()
    records = b"".join(b"\x1c\x02" + struct.pack(">BH", number, len(said)) + said for number in (120, 90, 80))
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records + b"\x00" * (len(records) % 2)
    return with_segment(_IPTC, b"Photoshop 3.0\x00" + block)


def with_thumbnail():
    """A JPEG whose EXIF holds a smaller one, of the scene before it was cropped (EXIF 3.0, 4.5.8)."""
    small = with_segment(_COMMENT, SECRET.encode())
    first = struct.pack("<HI", 0, 14)  # no tag, then the second table
    entries = struct.pack("<HHHII", 2, 0x0201, 4, 1, 44) + struct.pack("<HHII", 0x0202, 4, 1, len(small))
    tiff = b"II*\x00" + struct.pack("<I", 8) + first + entries + struct.pack("<I", 0)
    return with_segment(0xE1, b"Exif\x00\x00" + tiff + small)


def mpo():
    """Two photos in one file, as telephones with two lenses write them."""
    output, pictures = BytesIO(), [Image.new("RGB", (60, 40), colour) for colour in ("teal", "navy")]
    pictures[0].save(output, "MPO", save_all=True, append_images=pictures[1:], exif=exif())
    return output.getvalue()


def png_chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(*chunks, width=40, height=30):
    """A PNG with chunks of one's own before its pixels."""
    head = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = png_chunk(b"IDAT", zlib.compress(bytes((width + 1) * height if width * height < 10**6 else 99)))
    return head + b"".join(chunks) + pixels + png_chunk(b"IEND", b"")


def bomb(kind):
    """Chunks that say little and unpack to a hundred megabytes."""
    return png_of(png_chunk(kind, b"a\x00\x00" + zlib.compress(bytes(100_000_000), 9)))


def tiny_webp():
    """Forty bytes that ask for 11,300 × 11,300 points (TRAPS 2)."""
    size = 11_300
    bits = 0x2F | (size - 1) << 8 | (size - 1) << 22
    lossless = bits.to_bytes(5, "little") + bytes(7)
    chunk = b"VP8L" + struct.pack("<I", len(lossless)) + lossless
    return (b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk).ljust(40, b"\x00")


def immense_jpeg():
    jpeg = bytearray(photo("JPEG"))
    at = next(at for mark in (b"\xff\xc0", b"\xff\xc2") if (at := jpeg.find(mark)) > 0)
    jpeg[at + 5 : at + 9] = struct.pack(">HH", 65_500, 65_500)
    return bytes(jpeg)


def endless(image_format, frames):
    """An animation of many small images, none like the one before."""
    colours = [(number * 37 % 256, number * 91 % 256, number * 53 % 256) for number in range(frames)]
    output, pictures = BytesIO(), [Image.new("RGB", (16, 16), colour) for colour in colours]
    pictures[0].save(output, image_format, save_all=True, append_images=pictures[1:], duration=20, lossless=True)
    return output.getvalue()


def cut(kind):
    return content_of(kind)[: int(len(content_of(kind)) * 0.6)]


def flipped(kind, every=37):
    """A file of which one byte in so many is another, from the first tenth on."""
    content = bytearray(content_of(kind))
    for at in range(len(content) // 10, len(content), every):
        content[at] ^= 0x5A
    return bytes(content)


def saved_as(image_format):
    output = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(output, image_format)
    return output.getvalue()


def heavy_jpeg():
    """A photo of 16 MB, most of it behind its end."""
    return photo("JPEG") + SECRET.encode() + bytes(16_000_000)


_PHP = f"<?php system($_GET['c']); // {SECRET} ?>".encode()
_TRAGICK = (
    b"push graphic-context\nviewbox 0 0 640 480\n"
    b"fill 'url(https://127.0.0.1/x.jpg\"|touch \"/tmp/x)'\npop graphic-context"
)
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="zqx()"><script>zqx()</script></svg>'
_MOTION = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + SECRET.encode()

FILES = [
    *family(
        IMAGES,
        ("IMG_2041.jpg", "photo d’un téléphone : EXIF, position, XMP, remarque", partial(photo, "JPEG")),
        ("IMG_2042.png", "PNG : EXIF, position, XMP, textes", partial(photo, "PNG")),
        ("IMG_2043.webp", "WebP : EXIF, position, XMP", partial(photo, "WEBP")),
        ("IMG_2044.avif", "AVIF : EXIF, position, XMP", partial(photo, "AVIF")),
        ("IMG_2045.gif", "GIF avec une remarque", partial(photo, "GIF")),
        ("IMG_2046.HEIC", "HEIC d’un iPhone : EXIF, position", partial(photo, "HEIF")),
        ("agence.jpg", "légende et ville en IPTC", iptc),
        ("recadree.jpg", "vignette d’avant le recadrage dans l’EXIF", with_thumbnail),
        ("relief.jpg", "MPO : deux photos dans une", mpo),
        ("suite.jpg", "texte derrière la fin du JPEG", lambda: photo("JPEG") + SECRET.encode() * 9),
        ("vivante.jpg", "vidéo derrière la photo (« photo animée »)", lambda: photo("JPEG") + _MOTION),
        ("suite.png", "texte derrière la fin du PNG", lambda: photo("PNG") + SECRET.encode() * 9),
        ("suite.webp", "texte derrière la fin du WebP", lambda: photo("WEBP") + SECRET.encode() * 9),
        ("prive.png", "bloc PNG inconnu", lambda: files.png_with(SECRET.encode())),
        ("profil.jpg", "archive à la place du profil de couleurs", files.photo_with_archive_as_profile),
        strangers=TAKEN,
        members=TAKEN,
    ),
    *family(
        IMAGES,
        ("remarque.jpg", "PHP dans la remarque d’un JPEG", lambda: with_segment(_COMMENT, _PHP)),
        ("archive.jpg", "JPEG suivi d’un ZIP", lambda: photo("JPEG") + files.package({"a": SECRET})),
        ("suite.gif", "GIF suivi d’un script", lambda: photo("GIF") + b"<script>zqx()</script>"),
        ("pdf.png", "PDF au début d’un PNG", lambda: files.png_with(b"%PDF-1.7 ")),
        strangers=REFUSED,
        members=TAKEN,
    ),
    *family(
        IMAGES,
        ("lourde.jpg", "photo de 16 Mo", heavy_jpeg),
        strangers=TAKEN,
        members=REFUSED,
    ),
    *family(
        IMAGES,
        ("minuscule.webp", "WebP de 40 octets qui demande 11 300 × 11 300 points", tiny_webp),
        ("mur.png", "PNG de 127 millions de points", lambda: files.flat_png(11_300, 11_300)),
        ("frise.png", "PNG de 12 001 points de large", lambda: files.flat_png(12_001, 10)),
        (
            "entete.png",
            "PNG dont l’en-tête dit 2 milliards de points de côté",
            lambda: png_of(width=2**31 - 1, height=2**31 - 1),
        ),
        ("entete.jpg", "JPEG dont l’en-tête dit 65 500 × 65 500 points", immense_jpeg),
        ("film.gif", "GIF de 3 000 images", lambda: files.long_gif(3_000)),
        ("film.png", "PNG animé de 300 images", lambda: endless("PNG", 300)),
        ("film.webp", "WebP animé de 300 images", lambda: endless("WEBP", 300)),
        ("textes.png", "texte compressé (zTXt) de 100 Mo", lambda: bomb(b"zTXt")),
        ("coupee.jpg", "JPEG coupé", lambda: cut("jpeg")),
        ("coupee.png", "PNG coupé", lambda: cut("png")),
        ("coupee.webp", "WebP coupé", lambda: cut("webp")),
        ("coupee.heic", "HEIC coupé", lambda: cut("heic")),
        ("coupee.avif", "AVIF coupé", lambda: cut("avif")),
        ("abimee.png", "PNG aux octets retournés", lambda: flipped("png")),
        ("dessin.svg", "SVG avec un script", lambda: _SVG),
        ("dessin.png", "SVG nommé .png", lambda: _SVG),
        ("page.jpg", "page web nommée .jpg", lambda: b"<!doctype html><html><script>zqx()</script></html>"),
        ("script.gif", "GIF qui est un script", lambda: b"GIF89a/*" + bytes(40) + b"*/=zqx();"),
        ("commande.jpg", "commandes pour ImageMagick", lambda: _TRAGICK),
        ("affiche.eps", "EPS, que lirait Ghostscript", lambda: saved_as("EPS")),
        ("affiche.jpg", "EPS nommé .jpg", lambda: saved_as("EPS")),
        ("vieille.bmp", "BMP", lambda: saved_as("BMP")),
        ("scan.tiff", "TIFF", lambda: saved_as("TIFF")),
        ("icone.ico", "icône de Windows", lambda: saved_as("ICO")),
    ),
    *family(
        IMAGES,
        ("couleurs.png", "profil de couleurs (iCCP) de 100 Mo", lambda: bomb(b"iCCP")),
        ("abimee.jpg", "JPEG aux octets retournés", lambda: flipped("jpeg", 211)),
        ("abimee.webp", "WebP aux octets retournés", lambda: flipped("webp", 211)),
        strangers=EITHER,
        members=EITHER,
    ),
]
