"""The same drawing as core.nebula, in pixels: what a social card lies on where the page has no photo. Pure."""

from itertools import pairwise
from math import cos, radians, sin

from PIL import Image, ImageColor, ImageDraw

from core.sky import chart_sky

#: Clouds are painted this many times smaller, then enlarged: they are soft, and it is four times faster.
_UNDERSAMPLING = 2
#: Dots and lines are drawn this many times larger, then reduced: their edges are smooth.
_OVERSAMPLING = 3
#: Half the side of Pillow's radial gradient, and its level in the middle of a side (its corners are white).
_GRADIENT_RADIUS, _RIM = 127, 179
#: The ground's gradient is laid from 0 to this position, so that no corner of the picture falls outside it.
_REACH = 1.25


def paint_nebula(seed, width, height, section=""):
    """The nebula of `seed` (str) as an RGB image of `width` × `height` pixels, filled and cut as on a page."""
    sky = chart_sky(seed, section=section)
    scale = max(width / sky.width, height / sky.height)
    image = _paint_clouds(sky, (width // _UNDERSAMPLING, height // _UNDERSAMPLING), scale / _UNDERSAMPLING)
    image = image.resize((width, height), Image.Resampling.BICUBIC)
    for colour, opacity, draw in _stars(sky, _placing(sky, image.size, scale), scale):
        image.paste(colour, mask=soft_mask(image.size, opacity, draw))
    return image


def _placing(sky, size, scale):
    """Where a point of the sky falls in a picture of `size` (a function of x and y)."""
    left, top = (size[0] - sky.width * scale) / 2, (size[1] - sky.height * scale) / 2
    return lambda x, y: (left + x * scale, top + y * scale)


def _paint_clouds(sky, size, scale):
    """The ground and its clouds, without a star (RGB)."""
    placed = _placing(sky, size, scale)
    image = _ground(sky, size, scale, placed(0, 0))
    gradients = [_gradient(glow) for glow in sky.glows]
    for cloud in sky.clouds:
        matrix = _turning(cloud, placed(cloud.x, cloud.y), scale)
        colour, opacity = (
            layer.transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR)
            for layer in gradients[cloud.glow]
        )
        image.paste(colour, mask=opacity)
    return image


def _ground(sky, size, scale, corner):
    """The linear gradient of the night; `corner` is where the sky's own top left corner falls."""
    whole = 255 / _REACH / (sky.slope**2 + 1)
    along_x, along_y = whole * sky.slope / (sky.width * scale), whole / (sky.height * scale)
    start = -corner[0] * along_x - corner[1] * along_y
    position = Image.linear_gradient("L").transform(
        size, Image.Transform.AFFINE, (0, 0, 128, along_x, along_y, start), Image.Resampling.BILINEAR
    )
    first, second = (Image.new("RGB", size, colour) for colour in sky.ground)
    return Image.composite(second, first, position.point([min(255, round(level * _REACH)) for level in range(256)]))


def _gradient(glow):
    """A glow in a square: its colours (RGB) and its opacity (L), which is nothing beyond the rim."""
    stops = [(offset, (*ImageColor.getrgb(colour), opacity * 255)) for offset, colour, opacity in glow.stops()]
    levels = [_between(stops, min(1, level / _RIM)) for level in range(256)]
    distance = Image.radial_gradient("L")
    red, green, blue, opacity = (distance.point([round(level[band]) for level in levels]) for band in range(4))
    return Image.merge("RGB", (red, green, blue)), opacity


def _between(stops, position):
    """The values (tuple of float) of a gradient at `position` in [0, 1]."""
    for (start, first), (end, second) in pairwise(stops):
        if position <= end:
            share = (position - start) / (end - start)
            return tuple(low + (high - low) * share for low, high in zip(first, second, strict=True))
    return stops[-1][1]


def _turning(cloud, centre, scale):
    """The affine matrix that finds in the round gradient each pixel of a cloud laid at `centre`."""
    across, down = _GRADIENT_RADIUS / (cloud.rx * scale), _GRADIENT_RADIUS / (cloud.ry * scale)
    cosine, sine = cos(radians(cloud.turn)), sin(radians(cloud.turn))
    a, b, d, e = cosine * across, sine * across, -sine * down, cosine * down
    x, y = centre
    return a, b, 128 - a * x - b * y, d, e, 128 - d * x - e * y


def _stars(sky, placed, scale):
    """Dust, line, stars and halos, from the back to the front: (colour, opacity, what draws it with a pen)."""
    stars = [(*placed(x, y), radius * scale) for x, y, radius in sky.constellation]
    yield "#fff", 0.6, _dots((*placed(x, y), 0.65 * scale) for x, y in sky.faint)
    yield "#fff", 0.8, _dots((*placed(x, y), 1.2 * scale) for x, y in sky.clear)
    yield "#fff", 0.34, _line(stars, scale)
    yield "#fffaf0", 1, _dots(stars)
    yield "#fff", 0.15, _dots((x, y, radius * 2.2) for x, y, radius in stars)


def _dots(points):
    def draw(pen, times):
        for x, y, radius in points:
            pen.circle((x * times, y * times), radius * times, fill=255)

    return draw


def _line(points, width):
    def draw(pen, times):
        pen.line([(x * times, y * times) for x, y, _radius in points], fill=255, width=round(width * times))

    return draw


def soft_mask(size, opacity, draw):
    """A mask (L, `size`) with smooth edges: `draw` is called with a pen and how many times too large to draw."""
    sheet = Image.new("L", tuple(side * _OVERSAMPLING for side in size))
    draw(ImageDraw.Draw(sheet), _OVERSAMPLING)
    return sheet.resize(size, Image.Resampling.BOX).point([round(level * opacity) for level in range(256)])
