"""Pictures as pages show them: a few uses, each in two sizes and two formats, made before the first reader comes."""

from dataclasses import dataclass
from functools import wraps

from django.utils.safestring import mark_safe
from wagtail.images.models import Picture, SourceImageIOError
from willow.plugins.pillow import PillowImage

#: The first that a browser knows is the one it takes.
FORMATS = ("avif", "webp")


@dataclass(frozen=True)
class Use:
    """`filters`: Wagtail's, small then large; `sizes`: how wide the page shows it (HTML `sizes`)."""

    filters: tuple[str, str]
    sizes: str

    @property
    def specs(self):
        return [f"{filter_}|format-{name}" for name in FORMATS for filter_ in self.filters]


USES = {
    "card": Use(("fill-360x225", "fill-720x450"), "(min-width: 68rem) 23rem, (min-width: 36rem) 44vw, 7rem"),
    "lead": Use(("fill-360x225", "fill-720x450"), "(min-width: 68rem) 23rem, (min-width: 36rem) 44vw, 92vw"),
    "featured": Use(("fill-720x450", "fill-1080x675"), "(min-width: 64rem) 38rem, 92vw"),
    "content": Use(("fill-720x450", "fill-1080x675"), "(min-width: 64rem) 30rem, 92vw"),
    "cover": Use(("max-480x600", "max-800x1000"), "(min-width: 64rem) 26rem, 92vw"),
    "picture": Use(("width-480", "width-960"), "(min-width: 40rem) 36rem, 92vw"),
    "gallery": Use(("max-480x480", "max-960x960"), "(min-width: 40rem) 18rem, 92vw"),
}


def illustrate(image, use, *, alt="", eager=False):
    """The `<picture>` (safe str) of an image for one of USES; empty where its file cannot be read.

    An `eager` one is the picture of the first screen; the others load as the reader comes near.
    """
    try:
        renditions = image.get_renditions(*USES[use].specs)
    except SourceImageIOError:
        return ""
    loading = {"fetchpriority": "high"} if eager else {"loading": "lazy", "decoding": "async"}
    html = Picture(renditions, {"alt": alt, "sizes": USES[use].sizes, **loading}).__html__()
    return mark_safe(html)  # noqa: S308 -- Wagtail escapes the attributes


_save_as_avif = PillowImage.save_as_avif


@wraps(_save_as_avif)
def save_as_avif(image, file, **options):
    """Willow's own, at the encoder's speed 9, which no setting reaches: 0.1 s where the default takes 1.6."""
    image.image.encoderinfo = {"speed": 9}
    return _save_as_avif(image, file, **options)


PillowImage.save_as_avif = save_as_avif
