"""The drawing that stands in for a photo: one small SVG for each slug, always the same. Pure."""

from hashlib import shake_128
from math import cos, sin

#: The hue (degrees) that each section gives to its drawings; tokens.css has the same family of colours.
SECTION_HUES = {"initiative": 168, "article": 272, "appeal": 10, "event": 40, "resource": 214}

_FAINT_STARS = 50
_CLEAR_STARS = 14


def draw_nebula(seed, width=640, height=400, section=""):
    """An inline SVG (str, at most 4 KB) drawn from `seed` (str) alone; `section` only tints it.

    `width` and `height` are its view box; it fills whatever box the page gives it. It carries no
    text, no style attribute and no script, and is hidden from screen readers.
    """
    chance = _numbers(seed)
    hue = SECTION_HUES.get(section, int(next(chance) * 360))
    name = "n" + shake_128(f"{section}/{seed}/{width}x{height}".encode()).hexdigest(4)
    arm = _arm(chance, width, height)
    parts = [
        f'<svg class="nebula" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">',
        _gradients(chance, name, hue),
        f'<path fill="url(#{name}g)" d="M0 0h{width}v{height}H0z"/>',
        *_clouds(chance, name, arm, height),
        _dust(chance, arm, width, height),
        _constellation(chance, arm, width, height),
        "</svg>",
    ]
    return "".join(parts)


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


def _gradients(chance, name, hue):
    """The night of the ground, and one glow for each family of clouds."""
    night = 226 + int(next(chance) * 16)
    # The second hue lies towards the night by the shorter way, through rose for the warm ones: never a muddy green.
    way = (night - hue + 540) % 360 - 180
    second = (hue + (1 if way > 0 else -1) * (26 + next(chance) * 44)) % 360
    glows = [
        (hue, 72, 56, 0.62),
        (int(second), 62, 52, 0.5),
        (night, 70, 58, 0.4),
    ]
    ground = (
        f'<linearGradient id="{name}g" x2="{next(chance):.1f}" y2="1">'
        f'<stop stop-color="hsl({night},48%,10%)"/>'
        f'<stop offset="1" stop-color="hsl({int(night - way * 0.2) % 360},46%,17%)"/></linearGradient>'
    )
    return (
        "<defs>"
        + ground
        + "".join(
            f'<radialGradient id="{name}{number}">'
            f'<stop stop-color="hsl({h},{s}%,{light + 14}%)" stop-opacity="{opacity}"/>'
            f'<stop offset=".35" stop-color="hsl({h},{s}%,{light}%)" stop-opacity="{opacity * 0.5:.2f}"/>'
            f'<stop offset=".7" stop-color="hsl({h},{s}%,{light}%)" stop-opacity="{opacity * 0.13:.2f}"/>'
            f'<stop offset="1" stop-color="hsl({h},{s}%,{light}%)" stop-opacity="0"/></radialGradient>'
            for number, (h, s, light, opacity) in enumerate(glows)
        )
        + "</defs>"
    )


def _clouds(chance, name, arm, height):
    """Soft ellipses along the arm: wide and cold at its ends, dense and warm in its middle."""
    for order, position in enumerate((0, 8, 1, 7, 3, 5, 4, 4, 6, 2)):
        x, y = arm[position]
        x += (next(chance) - 0.5) * height * 0.3
        y += (next(chance) - 0.5) * height * 0.3
        size = height * (0.62 - order * 0.035 + next(chance) * 0.2)
        squeeze = 0.45 + next(chance) * 0.35
        turn = int(next(chance) * 90) - 45
        glow = 2 if order < 2 else 1 if order % 2 else 0
        yield (
            f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{size:.0f}" ry="{size * squeeze:.0f}" '
            f'fill="url(#{name}{glow})" transform="rotate({turn},{x:.0f},{y:.0f})"/>'
        )


def _dust(chance, arm, width, height):
    """Small stars, half anywhere, half near the arm: two paths of dots (zero-length strokes with round ends)."""
    faint, clear = [], []
    for number in range(_FAINT_STARS + _CLEAR_STARS):
        x, y = next(chance) * width, next(chance) * height
        if number % 2:
            near = arm[int(next(chance) * len(arm))]
            x, y = near[0] + (x - width / 2) * 0.34, near[1] + (y - height / 2) * 0.5
        if 0 < x < width and 0 < y < height:
            (faint if number < _FAINT_STARS else clear).append(f"M{x:.0f} {y:.0f}h0")
    return (
        '<g stroke="#fff" stroke-linecap="round">'
        f'<path stroke-width="1.3" stroke-opacity=".6" d="{"".join(faint)}"/>'
        f'<path stroke-width="2.4" stroke-opacity=".8" d="{"".join(clear)}"/></g>'
    )


def _constellation(chance, arm, width, height):
    """Six or seven bright stars along the arm, joined by a faint line."""
    stars = []
    for x, y in arm[: 7 + int(next(chance) * 2)]:
        x += (next(chance) - 0.5) * width * 0.09
        y += (next(chance) - 0.5) * height * 0.34
        stars.append((min(max(x, width * 0.05), width * 0.95), min(max(y, height * 0.1), height * 0.9)))
    line = "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in stars)
    joined = f'<path fill="none" stroke="#fff" stroke-opacity=".34" d="{line}"/>'
    drawn = []
    for x, y in stars:
        size = 1.8 + next(chance) * 1.9
        drawn.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" stroke-width="{size * 2.4:.1f}"/>')
    return f'{joined}<g fill="#fffaf0" stroke="#fff" stroke-opacity=".15">{"".join(drawn)}</g>'
