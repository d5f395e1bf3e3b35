"""Shapes that cover a part of an image, and their painting: Pillow in, Pillow out.

Nothing of what is under a filled shape is left. Under a pixelated one, sixteen rounded colours are: that hides a
face from whoever passes, less surely from a program that has photos of those it looks for (McPherson, Shokri,
Shmatikov, « Defeating Image Obfuscation with Deep Learning », arXiv:1609.00408: people are recognised through
mosaics that nobody can read).
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, ImageDraw, ImageStat

#: Blocks along each side of a pixelated shape, at the most.
MOST_BLOCKS = 4
#: And no block is smaller, in points: a mask the size of an eye would otherwise show it.
SMALLEST_BLOCK = 16
#: Colours of blocks are rounded to multiples of this, of 256.
COLOUR_STEP = 32

#: Modes in which Pillow draws and averages as one expects.
_PAINTED_MODES = {"L", "RGB", "RGBA", "CMYK"}
_BLACK = {"L": 0, "RGB": (0, 0, 0), "RGBA": (0, 0, 0, 255), "CMYK": (0, 0, 0, 255)}


class Outline(StrEnum):
    ELLIPSE = "ellipse"
    RECTANGLE = "rectangle"


class Style(StrEnum):
    FILLED = "filled"
    PIXELATED = "pixelated"


@dataclass(frozen=True)
class Mask:
    """A shape on an image as it is shown: its box in shares (0 to 1) of the image's width and height."""

    outline: Outline
    left: float
    top: float
    width: float
    height: float

    def box(self, size):
        """Its box (left, top, right, bottom) in points of an image of `size`, right and bottom excluded, never empty.

        Rounded outwards: a point that it touches is covered.
        """
        across, down = size
        left, top = min(math.floor(self.left * across), across - 1), min(math.floor(self.top * down), down - 1)
        right, bottom = math.ceil((self.left + self.width) * across), math.ceil((self.top + self.height) * down)
        return max(left, 0), max(top, 0), min(max(right, left + 1), across), min(max(bottom, top + 1), down)

    def stencil(self, size):
        """What it covers within its box (Image of mode "1", white where covered): no half-covered edge."""
        left, top, right, bottom = self.box(size)
        across, down = right - left, bottom - top
        stencil = Image.new("1", (across, down), self.outline == Outline.RECTANGLE)
        if self.outline == Outline.ELLIPSE:
            # Row by row: Pillow's own ellipse leaves out points of the edge, and all of the smallest.
            pen = ImageDraw.Draw(stencil)
            for row in range(down):
                half = _half_width(row, down) * across / 2
                pen.line((math.floor(across / 2 - half), row, math.ceil(across / 2 + half) - 1, row), fill=1)
        return stencil


def _half_width(row, rows):
    """Half of the width (0 to 1) of an ellipse, where it is the widest within `row` of its `rows`."""
    away = max(0, abs(row + 0.5 - rows / 2) - 0.5) / (rows / 2)
    return math.sqrt(1 - away * away)


def painted(image, masks, style):
    """A copy of `image` (any mode) where each of `masks` is filled with black, or pixelated; opaque either way.

    Where its mode has a palette, a colour that means « transparent » or sixteen bits, the copy has another mode.
    """
    image = _in_painted_mode(image)
    for mask in masks:
        box = mask.box(image.size)
        if style == Style.PIXELATED:
            image.paste(_blocks(image.crop(box)), box, mask.stencil(image.size))
        else:
            image.paste(_BLACK[image.mode], box, mask.stencil(image.size))
    return image


def _in_painted_mode(image):
    if image.mode.startswith("I") or image.mode == "F":
        # Sixteen bits of grey: Pillow's own conversion would cut all that is over 255.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    is_transparent = "transparency" in image.info or image.mode in {"LA", "La", "PA", "RGBa"}
    mode = "RGBA" if is_transparent else {"P": "RGB", "1": "L"}.get(image.mode, image.mode)
    copy = image.convert(mode if mode in _PAINTED_MODES else "RGB") if mode != image.mode else image.copy()
    if copy.mode not in _PAINTED_MODES:
        copy = copy.convert("RGB")
    # A colour that meant « transparent » would open holes in what is painted with it.
    copy.info = {}
    return copy


def _blocks(part):
    """`part` (Image) in at most MOST_BLOCKS × MOST_BLOCKS blocks, each of the rounded mean of what it replaces."""
    edges = [_edges(length) for length in part.size]
    for left, right in zip(edges[0], edges[0][1:], strict=False):
        for top, bottom in zip(edges[1], edges[1][1:], strict=False):
            block = left, top, right, bottom
            colour = [_rounded(mean) for mean in ImageStat.Stat(part.crop(block)).mean]
            if part.mode == "RGBA":
                colour[3] = 255
            part.paste(tuple(colour) if len(colour) > 1 else colour[0], block)
    return part


def _edges(length):
    blocks = max(1, min(MOST_BLOCKS, length // SMALLEST_BLOCK))
    return [round(length * number / blocks) for number in range(blocks + 1)]


def _rounded(mean):
    return min(255, int(mean / COLOUR_STEP + 0.5) * COLOUR_STEP)
