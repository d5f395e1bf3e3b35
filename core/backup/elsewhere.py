"""A folder of the site in a store elsewhere (core.s3), where nothing is renamed: what is aside is copied, then deleted.

.restauration/<folder>/new/…    what comes
.restauration/<folder>/ready    all of it has come, and what is in place is to go
.restauration/<folder>/placing  what was in place is gone; what is in `new` goes there
"""

from io import BytesIO

from django.core.files.storage import default_storage

from core.site_storage import PRIVATE, STAGING


class FolderElsewhere:
    """`folder` (str) of an archive, media or private files, with the methods of core.backup.folders.FolderOnDisk."""

    def __init__(self, folder):
        self.folder = folder
        self.aside = f"{STAGING}/{folder}"
        self._new, self._ready, self._placing = (f"{self.aside}/{name}" for name in ("new", "ready", "placing"))

    def names(self):
        is_private = self.folder == PRIVATE
        for name in default_storage.names(PRIVATE if is_private else ""):
            if name.startswith(f"{PRIVATE}/") == is_private:
                yield name.removeprefix(f"{PRIVATE}/") if is_private else name

    def local(self, name):
        return default_storage.local(self._named(name))

    def put_aside(self, archive, folder):
        for name in archive.names(folder):
            with archive.open(f"{folder}/{name}") as file:
                default_storage.put(f"{self._new}/{name}", file)
        default_storage.put(self._ready, BytesIO(b""))

    def has_something_aside(self):
        return any(True for _name in default_storage.names(self.aside))

    def forget(self):
        for name in list(default_storage.names(self.aside)):
            default_storage.erase(name)

    def take_its_place(self):
        if default_storage.exists(self._ready):
            for name in list(self.names()):
                default_storage.erase(self._named(name))
            default_storage.put(self._placing, BytesIO(b""))
            default_storage.erase(self._ready)
        if default_storage.exists(self._placing):
            for aside in list(default_storage.names(self._new)):
                default_storage.share(aside, self._named(aside.removeprefix(f"{self._new}/")))
                default_storage.erase(aside)
            default_storage.erase(self._placing)

    def _named(self, name):
        """What the storage calls the file that is `name` (str) from this folder."""
        return f"{PRIVATE}/{name}" if self.folder == PRIVATE else name
