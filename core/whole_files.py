"""Files are stored whole or not at all, on a disk that fills up meanwhile."""

import os
from contextlib import contextmanager, suppress
from threading import local

from django.core.files.storage import FileSystemStorage
from django.db import DatabaseError

from core.disk import is_about_writing

#: Under which name this thread is storing a file.
_now = local()


class WholeFileStorage(FileSystemStorage):
    """Django's own leaves the first half of a file where the disk is full, under a name that no row will know."""

    def get_available_name(self, name, max_length=None):
        _now.name = super().get_available_name(name, max_length)
        return _now.name

    def _save(self, name, content):
        """Raises OSError as Django's own; nothing is left then."""
        _now.name = name
        try:
            return super()._save(name, content)
        except OSError as error:
            if is_about_writing(error):
                with suppress(OSError):
                    os.unlink(self.path(_now.name))
            raise


@contextmanager
def kept_with_row(files):
    """Those of `files` (iterable of FieldFile) that are stored within go, where the row that names them is not written.

    A process that is killed there leaves them to `check_media`.
    """
    files = [one for one in files if one and not one._committed]
    try:
        yield
    except (DatabaseError, OSError):
        for one in files:
            if one._committed:
                with suppress(OSError):
                    one.storage.delete(one.name)
        raise
