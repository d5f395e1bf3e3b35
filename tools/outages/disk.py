"""A disk that is really full: a small file system of its own, in memory, which needs the right to mount."""

import os
import subprocess  # noqa: S404
from contextlib import contextmanager


class NoSmallDisk(Exception):  # noqa: N818 -- what happened, as its callers say it
    """This machine does not let us mount one."""


class SmallDisk:
    """A disk mounted on `folder` (Path)."""

    def __init__(self, folder):
        self.folder, self._ballast = folder, folder / "ballast"

    def fill(self):
        """Not one byte more can be written."""
        file = os.open(self._ballast, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        size = 65536
        while size:
            try:
                os.write(file, b"\0" * size)
            except OSError:
                size //= 2
        os.close(file)

    def free(self):
        self._ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(folder, megabytes):
    """A SmallDisk on `folder` (Path), gone at the end. Raises NoSmallDisk."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    done = subprocess.run(mount, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise NoSmallDisk(done.stderr.strip())
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)  # noqa: S603, S607
