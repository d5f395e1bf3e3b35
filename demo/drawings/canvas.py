"""Paper, ink and pen: what every drawing shares. Coordinates are those of a sheet of 1600 × 1000."""

import math
import random

from PIL import Image, ImageChops, ImageDraw

SIZE = (1600, 1000)
_SCALE = 2  # drawn twice as large, then reduced: smooth edges

INK = "#141a3a"
NIGHT = "#1e2756"
DUSK = "#3b3f7a"
PAPER = "#f6efe1"
SAND = "#ead9b8"
VERMILION = "#d9512c"
OCHRE = "#e8a838"
GOLD = "#f6cf6b"
TEAL = "#2c7f78"
MOSS = "#5c7a3a"
PLUM = "#7a3562"
ROSE = "#e39a9a"
SKY = "#a9cdd6"


class Sheet:
    """A sheet to draw on; `chance` is its own source of chance, always the same for the same seed."""

    def __init__(self, seed, ground=PAPER):
        self.chance = random.Random(seed)  # noqa: S311 -- drawings, not secrets
        self.picture = Image.new("RGB", (SIZE[0] * _SCALE, SIZE[1] * _SCALE), ground)
        self.pen = ImageDraw.Draw(self.picture)

    def polygon(self, points, fill):
        self.pen.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill)

    def box(self, x, y, width, height, fill, radius=0):
        corners = (x * _SCALE, y * _SCALE, (x + width) * _SCALE, (y + height) * _SCALE)
        self.pen.rounded_rectangle(corners, radius * _SCALE, fill)

    def disc(self, x, y, radius, fill):
        self.pen.circle((x * _SCALE, y * _SCALE), radius * _SCALE, fill)

    def ring(self, x, y, radius, color, width):
        self.pen.circle((x * _SCALE, y * _SCALE), radius * _SCALE, None, color, round(width * _SCALE))

    def arc(self, x, y, radius, start, end, color, width):
        corners = [(x - radius) * _SCALE, (y - radius) * _SCALE, (x + radius) * _SCALE, (y + radius) * _SCALE]
        self.pen.arc(corners, start, end, color, round(width * _SCALE))

    def line(self, points, color, width):
        """A stroke with round ends and joints."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self.pen.line(scaled, color, round(width * _SCALE), joint="curve")
        for x, y in (scaled[0], scaled[-1]):
            self.pen.circle((x, y), width * _SCALE / 2, color)

    def curve(self, start, bend, other_bend, end, color, width):
        """A cubic Bézier curve."""
        self.line(list(bezier(start, bend, other_bend, end)), color, width)

    def fade(self, top, bottom):
        """Covers the sheet with one colour passing into another from top to bottom."""
        mask = Image.linear_gradient("L").resize(self.picture.size)
        solid = Image.new("RGB", self.picture.size, bottom)
        self.picture.paste(Image.composite(solid, Image.new("RGB", self.picture.size, top), mask))

    def glow(self, x, y, radius, color, strength=1.0):
        """A light that dies away from its centre."""
        size = round(2 * radius * _SCALE)
        mask = Image.radial_gradient("L").resize((size, size))
        mask = mask.point(
            [max(0, round((255 - 2 * min(127, v)) * strength - (0 if v < 127 else 255))) for v in range(256)]
        )
        self.picture.paste(color, (round((x - radius) * _SCALE), round((y - radius) * _SCALE)), mask)

    def finished(self, grain=14):
        """The drawing at its size, with the grain of paper (Image)."""
        width, height = SIZE
        noise = Image.frombytes("L", (width // 2, height // 2), self.chance.randbytes(width * height // 4))
        noise = noise.resize(SIZE, Image.Resampling.BILINEAR).point(
            [255 - grain + v * grain // 255 for v in range(256)]
        )
        return ImageChops.multiply(self.picture.reduce(_SCALE), Image.merge("RGB", [noise] * 3))


def bezier(start, bend, other_bend, end, steps=24):
    """Points (iterator of (x, y)) along a cubic Bézier curve."""
    for step in range(steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield tuple(a * p + b * q + c * r + d * s for p, q, r, s in zip(start, bend, other_bend, end, strict=True))


def polar(x, y, radius, degrees):
    angle = math.radians(degrees)
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def hills(sheet, level, height, color, waves=3):
    """A line of hills from edge to edge, filled down to the bottom."""
    phases = [(sheet.chance.uniform(0, 7), sheet.chance.uniform(0.6, 2.4) * (wave + 1) / 1600) for wave in range(waves)]
    points = [(0, 1000)]
    for x in range(0, 1601, 8):
        rise = sum(math.sin(phase + x * pace * 3.2) / (wave + 1) for wave, (phase, pace) in enumerate(phases))
        points.append((x, level - height * rise))
    sheet.polygon([*points, (1600, 1000)], color)
    return points[1:]
