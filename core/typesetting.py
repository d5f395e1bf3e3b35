"""Setting a few words in the site's own faces on a picture: which glyphs there are, where lines break."""

import re
import unicodedata
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from django.contrib.staticfiles.finders import find
from PIL import ImageFont

#: The files of each face, in the order in which a character is looked for in them.
TITLE = ("fonts/nebuleuses-titre.woff2", "fonts/nebuleuses-titre-etendu.woff2")
TEXT = ("fonts/nebuleuses-texte.woff2", "fonts/nebuleuses-texte-etendu.woff2")

#: The faces have no narrow space, and Pillow leaves none of its own.
_SPACES = str.maketrans({"\u202f": "\xa0", "\t": " ", "\n": " "})
#: In no face (the last private character of Unicode): its glyph is the box of what is missing.
_MISSING = "\U0010fffd"


@cache
def faces_digest():
    """What changes when a face does (str)."""
    return sha256(b"".join(Path(find(file)).read_bytes() for file in TITLE + TEXT)).hexdigest()


class Face:
    """A face (`TITLE` or `TEXT`) at one size, in pixels, and one weight (400 to 700)."""

    def __init__(self, files, size, weight):
        self.size = size
        paths = [find(file) for file in files]
        self.fonts = [ImageFont.truetype(path, size) for path in paths]
        for font in self.fonts:
            font.set_variation_by_axes([weight])
        self._glyphs = [ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC) for path in paths]
        self._known = {}
        self._missing = [bytes(font.getmask(_MISSING)) for font in self._glyphs]

    def printable(self, text):
        """`text` (str) without what the face cannot draw (emoji, other scripts), its spaces single."""
        text = unicodedata.normalize("NFC", text.translate(_SPACES))
        kept = "".join(character for character in text if self._font_of(character) is not None)
        return re.sub(" +", " ", kept).strip()

    def length(self, text):
        """The width (float, pixels) of `text`."""
        return sum(self.fonts[number].getlength(run) for number, run in self._runs(text))

    def write(self, pen, x, baseline, text, colour):
        """Draws `text` on `pen` (ImageDraw) from the point where its baseline starts."""
        for number, run in self._runs(text):
            pen.text((x, baseline), run, fill=colour, font=self.fonts[number], anchor="ls")
            x += self.fonts[number].getlength(run)

    def _runs(self, text):
        """`text` in stretches of one file: pairs (number of the file, str)."""
        return [(number or 0, "".join(run)) for number, run in groupby(text, self._font_of)]

    def _font_of(self, character):
        """The number of the file that has `character`, or None."""
        if character not in self._known:
            self._known[character] = self._look_for(character)
        return self._known[character]

    def _look_for(self, character):
        if unicodedata.category(character) in {"Cc", "Cf"}:
            return None
        glyphs = (bytes(font.getmask(character)) for font in self._glyphs)
        found = (number for number, glyph in enumerate(glyphs) if glyph != self._missing[number])
        return next(found, None)


def set_in(text, width, faces):
    """`text` in the first of `faces` that holds it (pairs of Face and most lines, largest first).

    Returns (face, list of str). Lines are of `width` pixels at most, break at plain spaces only, so that French
    signs stay with their word, and are about as long as each other. In the last face, what does not fit is cut
    and ends with « … ».
    """
    for face, most_lines in faces:
        words = face.printable(text)
        lines = _broken(words, face, width)
        if len(lines) <= most_lines and all(face.length(line) <= width for line in lines):
            return face, _balanced(words, face, width, len(lines))
    lines = _broken(_chopped(words, face, width), face, width)
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], _shortened(" ".join(lines[most_lines - 1 :]), face, width)]
    return face, lines


def _broken(text, face, width):
    """Lines filled one after the other; a word wider than `width` has a line of its own."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face.length(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _balanced(text, face, width, count):
    """The same number of lines, in the narrowest column that holds them."""
    narrow, wide = width / count * 0.8, width
    while wide - narrow > 4:
        middle = (narrow + wide) / 2
        broken = _broken(text, face, middle)
        if len(broken) <= count and all(face.length(line) <= middle for line in broken):
            wide = middle
        else:
            narrow = middle
    return _broken(text, face, wide)


def _chopped(text, face, width):
    """`text` whose words wider than `width` are cut where they overflow."""
    words = []
    for word in text.split(" "):
        while face.length(word) > width:
            held = next(size for size in range(len(word), 0, -1) if face.length(word[:size]) <= width)
            words.append(word[:held])
            word = word[held:]
        words.append(word)
    return " ".join(words)


def _shortened(line, face, width):
    """The beginning of `line` that holds in `width` with its « … »."""
    while face.length(f"{line}…") > width:
        line = line[:-1].rstrip(" \xa0,;:.–-")
    return f"{line}…"
