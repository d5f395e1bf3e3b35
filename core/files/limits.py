"""How much one may send, and what is asked of the disk: each figure is a variable of the environment."""

import shutil
from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class FileLimits:
    """`most` files go with one thing that is sent; the others are bytes.

    `light` is for an image or a document, `heavy` for a sound or a video; `of_a_day` for all that one sender gives in
    a day; under `floor` bytes of free disk, files are not taken any more, and texts still are.
    """

    most: int
    light: int
    heavy: int
    of_a_day: int
    floor: int

    @property
    def in_words(self):
        """What people are told (dict of str): how many, and how large."""
        return {"most": self.most, "light": megabytes(self.light), "heavy": megabytes(self.heavy)}

    def has_room(self, folder):
        """Whether the disk of `folder` (Path) has more free bytes than the floor (bool)."""
        return shutil.disk_usage(folder).free > self.floor


def megabytes(size):
    """A size in bytes, as one says it: « 25 Mo » (str)."""
    return f"{size // MEGABYTE}\u00a0Mo"


def file_limits(env):
    """The FileLimits that an environ.Env says."""
    return FileLimits(
        most=env.int("FILES_MOST", 10),
        light=env.int("FILES_LIGHT_MB", 25) * MEGABYTE,
        heavy=env.int("FILES_HEAVY_MB", 500) * MEGABYTE,
        of_a_day=env.int("FILES_DAY_MB", 1000) * MEGABYTE,
        floor=env.int("FILES_DISK_FLOOR_MB", 2000) * MEGABYTE,
    )
