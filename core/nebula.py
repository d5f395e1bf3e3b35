"""The drawing that stands in for a photo: one small SVG for each slug, always the same. Pure."""

from functools import lru_cache
from hashlib import shake_128

from core.sky import chart_sky

#: Faint stars of one drawing: a list shows twelve, and travels in ten thousand bytes.
MOST_FAINT = 24


@lru_cache(maxsize=2000)
def draw_nebula(seed, width=640, height=400, section=""):
    """An inline SVG (str, at most 4 KB) drawn from `seed` (str) alone; `section` only tints it.

    `width` and `height` are its view box; it fills whatever box the page gives it. It carries no
    text, no style attribute and no script, and is hidden from screen readers.
    """
    sky = chart_sky(seed, width, height, section)
    name = "n" + shake_128(f"{section}/{seed}/{width}x{height}".encode()).hexdigest(4)
    parts = [
        f'<svg class="nebula" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">',
        _gradients(sky, name),
        f'<path fill="url(#{name}g)" d="M0 0h{width}v{height}H0z"/>',
        *(_cloud(cloud, name) for cloud in sky.clouds),
        _dust(sky),
        _constellation(sky.constellation),
        "</svg>",
    ]
    return "".join(parts)


def _gradients(sky, name):
    """The night of the ground, and one glow for each family of clouds."""
    top, bottom = sky.ground
    ground = (
        f'<linearGradient id="{name}g" x2="{sky.slope:.1f}" y2="1">'
        f'<stop stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/></linearGradient>'
    )
    glows = (
        f'<radialGradient id="{name}{number}">{"".join(_stop(*stop) for stop in glow.stops())}</radialGradient>'
        for number, glow in enumerate(sky.glows)
    )
    return f"<defs>{ground}{''.join(glows)}</defs>"


def _stop(offset, colour, opacity):
    where = f'offset="{offset:g}" '.replace('"0.', '".') if offset else ""
    return f'<stop {where}stop-color="{colour}" stop-opacity="{round(opacity, 2):g}"/>'


def _cloud(cloud, name):
    """Soft enough for eight units to be seen by nobody, and round numbers compress well."""
    x, y, rx, ry = (8 * round(number / 8) for number in (cloud.x, cloud.y, cloud.rx, cloud.ry))
    turn = 5 * round(cloud.turn / 5)
    return (
        f'<ellipse rx="{rx}" ry="{ry}" fill="url(#{name}{cloud.glow})" transform="translate({x},{y})rotate({turn})"/>'
    )


def _dust(sky):
    """Two paths of dots: zero-length strokes with round ends."""
    faint, clear = _dots(sky.faint[:MOST_FAINT]), _dots(sky.clear)
    return (
        '<g stroke="#fff" stroke-linecap="round">'
        f'<path stroke-width="1.3" stroke-opacity=".6" d="{faint}"/>'
        f'<path stroke-width="2.4" stroke-opacity=".8" d="{clear}"/></g>'
    )


def _dots(points):
    """A path (str) from each point to the next on its right: small even numbers, which compress well."""
    moves, here = [], (0, 0)
    for x, y in sorted((2 * round(x / 2), 2 * round(y / 2)) for x, y in points):
        moves.append(f"m{x - here[0]} {y - here[1]}z".replace(" -", "-"))
        here = x, y
    return "".join(moves)


def _constellation(stars):
    """Bright stars with a halo, joined by a faint line: the dots of one path for each size, drawn twice."""
    line = "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y, _size in stars)
    drawn = []
    for radius in sorted({round(size) for _x, _y, size in stars}):
        dots = "".join(f"M{x:.0f} {y:.0f}z" for x, y, size in stars if round(size) == radius)
        drawn.append(f'<path stroke-width="{radius * 4.4:g}" stroke-opacity=".15" d="{dots}"/>')
        drawn.append(f'<path stroke-width="{radius * 2}" d="{dots}"/>')
    return (
        f'<path fill="none" stroke="#fff" stroke-opacity=".34" d="{line}"/>'
        f'<g stroke="#fffaf0" stroke-linecap="round">{"".join(drawn)}</g>'
    )
