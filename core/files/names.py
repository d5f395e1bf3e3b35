"""How a file is called once it is stored, whatever its sender called it. Pure."""

import os
import re

_SPOKEN = re.compile(r"[^\W_]")


def visible_stem(name):
    """What comes before the extension of `name` (str); « fichier » where nothing of it would be left on a disk.

    A name that begins with a dot is hidden, and front servers give it to nobody.

    >>> visible_stem("IMG_1.jpg"), visible_stem(".jpg"), visible_stem("\\U0001f308.jpg"), visible_stem("..a.png")
    ('IMG_1', 'jpg', 'fichier', 'a')
    """
    stem = os.path.splitext(os.path.basename(name or ""))[0].strip(". ")
    return stem if _SPOKEN.search(stem) else "fichier"
