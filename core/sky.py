"""What a nebula is made of, before any painter: numbers drawn from a slug, always the same. Pure."""

from dataclasses import dataclass
from hashlib import shake_128
from math import cos, sin

#: The hue (degrees) that each section gives to its drawings; tokens.css has the same family of colours.
SECTION_HUES = {"initiative": 168, "article": 272, "appeal": 10, "event": 40, "resource": 214}

_FAINT_STARS = 50
_CLEAR_STARS = 14


@dataclass(frozen=True)
class Glow:
    """The colours of one family of clouds, from their heart outwards."""

    hue: int
    saturation: int
    light: int
    opacity: float

    def stops(self):
        """(offset, CSS colour, opacity) of a radial gradient, from the centre to the rim."""
        heart, body = (f"hsl({self.hue},{self.saturation}%,{light}%)" for light in (self.light + 14, self.light))
        return [
            (0, heart, self.opacity),
            (0.35, body, self.opacity * 0.5),
            (0.7, body, self.opacity * 0.13),
            (1, body, 0),
        ]


@dataclass(frozen=True)
class Cloud:
    """An ellipse turned by `turn` degrees around its centre, filled with one of the glows of its sky."""

    x: float
    y: float
    rx: float
    ry: float
    turn: int
    glow: int


@dataclass(frozen=True)
class Sky:
    """One drawing: lengths are in units of its own box, `width` × `height`.

    The ground is a linear gradient between two CSS colours, from the top left corner towards (`slope`, 1)
    in units of the box. `faint` and `clear` are points, `constellation` is a line of (x, y, radius).
    """

    width: int
    height: int
    ground: tuple
    slope: float
    glows: list
    clouds: list
    faint: list
    clear: list
    constellation: list


def chart_sky(seed, width=640, height=400, section=""):
    """The Sky drawn from `seed` (str) alone; `section` only tints it."""
    chance = _numbers(seed)
    hue = SECTION_HUES.get(section, int(next(chance) * 360))
    arm = _arm(chance, width, height)
    ground, glows = _colours(chance, hue)
    slope = next(chance)
    clouds = list(_clouds(chance, arm, height))
    faint, clear = _dust(chance, arm, width, height)
    return Sky(width, height, ground, slope, glows, clouds, faint, clear, _constellation(chance, arm, width, height))


def _numbers(seed):
    """An endless, reproducible stream of floats in [0, 1[ (Python's own generators may change with versions)."""
    block = 0
    while True:
        digest = shake_128(f"{seed}#{block}".encode()).digest(512)
        yield from (int.from_bytes(digest[at : at + 2]) / 65536 for at in range(0, 512, 2))
        block += 1


def _arm(chance, width, height):
    """The curved line (list of points) along which clouds and stars gather."""
    tilt = (next(chance) - 0.5) * 1.1
    bend = (0.25 + next(chance) * 0.5) * (1 if next(chance) > 0.5 else -1)
    middle = width * (0.4 + next(chance) * 0.2), height * (0.4 + next(chance) * 0.2)
    points = []
    for step in range(9):
        along = step / 4 - 1
        across = bend * (1 - along * along) - bend / 2
        x, y = along * width * 0.46, across * height * 0.75
        points.append((middle[0] + x * cos(tilt) - y * sin(tilt), middle[1] + x * sin(tilt) * 0.7 + y * cos(tilt)))
    return points


def _colours(chance, hue):
    """The night of the ground (two CSS colours), and one glow for each family of clouds."""
    night = 226 + int(next(chance) * 16)
    # The second hue lies towards the night by the shorter way, through rose for the warm ones: never a muddy green.
    way = (night - hue + 540) % 360 - 180
    second = (hue + (1 if way > 0 else -1) * (26 + next(chance) * 44)) % 360
    ground = f"hsl({night},48%,10%)", f"hsl({int(night - way * 0.2) % 360},46%,17%)"
    return ground, [Glow(hue, 72, 56, 0.62), Glow(int(second), 62, 52, 0.5), Glow(night, 70, 58, 0.4)]


def _clouds(chance, arm, height):
    """Soft ellipses along the arm: wide and cold at its ends, dense and warm in its middle."""
    for order, position in enumerate((0, 8, 1, 7, 3, 5, 4, 4, 6, 2)):
        x, y = arm[position]
        x += (next(chance) - 0.5) * height * 0.3
        y += (next(chance) - 0.5) * height * 0.3
        size = height * (0.62 - order * 0.035 + next(chance) * 0.2)
        squeeze = 0.45 + next(chance) * 0.35
        turn = int(next(chance) * 90) - 45
        yield Cloud(x, y, size, size * squeeze, turn, glow=2 if order < 2 else 1 if order % 2 else 0)


def _dust(chance, arm, width, height):
    """Small stars, half anywhere, half near the arm (two lists of points: the faint and the clear)."""
    faint, clear = [], []
    for number in range(_FAINT_STARS + _CLEAR_STARS):
        x, y = next(chance) * width, next(chance) * height
        if number % 2:
            near = arm[int(next(chance) * len(arm))]
            x, y = near[0] + (x - width / 2) * 0.34, near[1] + (y - height / 2) * 0.5
        if 0 < x < width and 0 < y < height:
            (faint if number < _FAINT_STARS else clear).append((x, y))
    return faint, clear


def _constellation(chance, arm, width, height):
    """Seven or eight bright stars along the arm, to be joined by a line."""
    stars = []
    for x, y in arm[: 7 + int(next(chance) * 2)]:
        x += (next(chance) - 0.5) * width * 0.09
        y += (next(chance) - 0.5) * height * 0.34
        stars.append((min(max(x, width * 0.05), width * 0.95), min(max(y, height * 0.1), height * 0.9)))
    return [(x, y, 1.8 + next(chance) * 1.9) for x, y in stars]
