"""A photo of somebody, and how to see whether they are still in it."""

from io import BytesIO

from PIL import Image, ImageDraw


def portrait(mode="RGB", size=(240, 180)):
    """A photo with a face (red) in its middle, which a mask of FACE covers; blue elsewhere."""
    image = Image.new("RGB", size, (20, 40, 200))
    across, down = size
    ImageDraw.Draw(image).ellipse((across * 0.3, down * 0.3, across * 0.7, down * 0.7), fill=(230, 30, 30))
    return image.convert(mode)


def written(image, image_format, **options):
    output = BytesIO()
    image.save(output, image_format, **options)
    return output.getvalue()


def reds(content):
    """How many points of an image file (bytes) are of the face's colour, all frames together."""
    with Image.open(BytesIO(content)) as image:
        found = 0
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            for count, (red, green, blue) in image.convert("RGB").getcolors(1 << 20):
                found += count if red > 150 and green < 110 and blue < 110 else 0
    return found
