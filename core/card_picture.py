"""The picture of a social card, 1200 × 630 (Open Graph's usual size): a few words over a photo or a nebula."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageColor, ImageDraw

from core.nebula_pixels import paint_nebula, soft_mask
from core.typesetting import TEXT, TITLE, Face, set_in

SIZE = WIDTH, HEIGHT = 1200, 630
#: A photo enlarged more than this is a blur: the nebula is better.
MOST_ENLARGED = 2.5
#: Bytes of a card over a photo: a busier one has fewer colours, and hides better that they do not melt.
HEAVIEST = 300_000
_PALETTES = ((256, Image.Dither.FLOYDSTEINBERG), (256, Image.Dither.NONE), (96, Image.Dither.NONE))

_NIGHT, _WORDS, _HALO = "#0c1128", "#f7f2e6", "#ffd98a"
#: The accents of tokens.css on its night.
_ACCENTS = {
    "initiative": "#63d3bd",
    "article": "#c8aaf7",
    "appeal": "#ff9d82",
    "event": "#f0c25c",
    "resource": "#8fbdf5",
}

_MARGIN = 72
_STRIP = 14  # the line of the section's colour, at the foot
_SMALL_SIZES = (31, 28, 25)
_SIGNATURE_BASELINE = HEIGHT - 62
_TITLE_BASELINE = HEIGHT - 146
#: (size, most lines): the longest title of Wagtail, 255 signs, holds in the last.
_TITLE_SIZES = ((92, 2), (80, 2), (70, 3), (60, 4), (52, 5), (46, 6))
_LEADING = 1.14
_KIND_GAP = 34

#: The light that is left of a picture (RGB) at its top, where the words begin and at its foot. Under the words,
#: white itself leaves them a contrast of 4.5 (WCAG 2.2, 1.4.3); nebulas are never so clear.
_PHOTO_LIGHT = (230, 230, 240), (92, 96, 140), (66, 70, 118)
_NEBULA_LIGHT = (255, 255, 255), (140, 140, 165), (110, 110, 140)
_DUSK = 210  # pixels, above the words

_MARK_LINES = [[(6, 27), (15, 13), (25, 20), (34, 7)], [(25, 20), (29, 33)]]
_MARK_STARS = [(6, 27, 2.4), (15, 13, 3.4), (25, 20, 2.6), (34, 7, 3), (29, 33, 2)]


@dataclass(frozen=True)
class CardWords:
    """What is written and what the nebula is drawn from; every field is a str and may be empty but `seed`."""

    title: str
    kind: str
    signature: str
    section: str
    seed: str


def draw_card(words, photo=None, focus=(0.5, 0.5)):
    """A PNG (bytes) with `words` (CardWords) over `photo` (an open Pillow image) or, without one, a nebula.

    `focus` is the point of the photo, in shares of its width and height, that stays in the picture.
    Raises whatever Pillow raises on a photo that it cannot read.
    """
    ground = _framed(photo, focus) if photo else paint_nebula(words.seed, *SIZE, words.section)
    image = _with_words(ground, words, _PHOTO_LIGHT if photo else _NEBULA_LIGHT)
    if not photo:
        return _png(image, compress_level=6)
    for palette in _PALETTES:
        card = _png(_in_few_colours(image, words, *palette), optimize=True)
        if len(card) <= HEAVIEST:
            break
    return card


def _png(image, **options):
    output = BytesIO()
    image.save(output, "PNG", **options)
    return output.getvalue()


def _in_few_colours(image, words, colours, dither):
    """`image` with a palette; the colours of the words keep their place in it."""
    drawn = [_WORDS, _HALO, _ACCENTS.get(words.section, _HALO)]
    palette = image.quantize(colours - len(drawn), Image.Quantize.FASTOCTREE).getpalette()
    sheet = Image.new("P", (1, 1))
    sheet.putpalette([*palette, *(band for colour in drawn for band in ImageColor.getrgb(colour))])
    return image.quantize(palette=sheet, dither=dither)


def _framed(photo, focus):
    """`photo` cut to the card's shape with `focus` as near its middle as its edges allow (RGB)."""
    photo.draft("RGB", SIZE)
    if photo.has_transparency_data:
        opaque = Image.new("RGBA", photo.size, _NIGHT)
        opaque.alpha_composite(photo.convert("RGBA"))
        photo = opaque
    photo = photo.convert("RGB")
    scale = max(WIDTH / photo.width, HEIGHT / photo.height)
    width, height = WIDTH / scale, HEIGHT / scale
    left = min(max(focus[0] * photo.width - width / 2, 0), photo.width - width)
    top = min(max(focus[1] * photo.height - height / 2, 0), photo.height - height)
    return photo.resize(SIZE, Image.Resampling.LANCZOS, box=(left, top, left + width, top + height))


def _with_words(image, words, light):
    """`image` with the words at its foot: kind, title, signature."""
    accent = _ACCENTS.get(words.section, _HALO)
    face, lines = set_in(words.title, WIDTH - 2 * _MARGIN, _faces(TITLE, _TITLE_SIZES))
    leading = face.size * _LEADING
    first_baseline = _TITLE_BASELINE - leading * (len(lines) - 1)
    kind_baseline = round(first_baseline - face.size * 0.72 - _KIND_GAP)

    image = ImageChops.multiply(image, _dusk(kind_baseline - 30, light))
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        face.write(pen, _MARGIN, first_baseline + number * leading, line, _WORDS)
    if words.kind:
        _write_small(pen, _MARGIN + 30, kind_baseline, words.kind)
        _stamp(image, (_MARGIN, kind_baseline - 20), (18, 18), accent, _dot)
    if words.signature:
        _write_small(pen, _MARGIN + 58, _SIGNATURE_BASELINE, words.signature)
        _stamp(image, (_MARGIN, _SIGNATURE_BASELINE - 33), (44, 44), _HALO, _mark)
    pen.rectangle((0, HEIGHT - _STRIP, WIDTH, HEIGHT), fill=accent)
    return image


def _faces(files, sizes):
    """The faces to try (size and most lines of each), made one by one."""
    return ((Face(files, size, 600), lines) for size, lines in sizes)


def _write_small(pen, x, baseline, text):
    face, lines = set_in(text, WIDTH - _MARGIN - x, _faces(TEXT, [(size, 1) for size in _SMALL_SIZES]))
    face.write(pen, x, baseline, lines[0], _WORDS)


def _dusk(words_top, light):
    """What is left of the light at each height of the card (RGB, to multiply with): it falls before the words begin."""
    above, under, below = light
    column = Image.new("RGB", (1, HEIGHT))
    for y in range(HEIGHT):
        if y < words_top:
            share = max(0, 1 - (words_top - y) / _DUSK)
            colour = _mixed(above, under, share * share * (3 - 2 * share))
        else:
            colour = _mixed(under, below, (y - words_top) / (HEIGHT - words_top))
        column.putpixel((0, y), colour)
    return column.resize(SIZE)


def _mixed(first, second, share):
    return tuple(round(low + (high - low) * share) for low, high in zip(first, second, strict=True))


def _stamp(image, corner, size, colour, draw):
    """Draws something small with smooth edges; `draw` takes a pen and how many times too large it draws."""
    image.paste(colour, (*corner, corner[0] + size[0], corner[1] + size[1]), soft_mask(size, 1, draw))


def _dot(pen, scale):
    pen.circle((9 * scale, 9 * scale), 9 * scale, fill=255)


def _mark(pen, scale):
    """The site's sign (templates/components/mark.html), in its box of 40, a little larger."""
    scale *= 1.1

    def placed(x, y):
        return x * scale, y * scale

    for line in _MARK_LINES:
        pen.line([placed(*point) for point in line], fill=128, width=round(1.2 * scale), joint="curve")
    for x, y, radius in _MARK_STARS:
        pen.circle(placed(x, y), radius * scale, fill=255)
