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
def kept_with_row(instance, *names):
    """What is stored within in the fields `names` of `instance`, brought or made, goes if its row is not written.

    A process that is killed there leaves them to `check_media`.
    """
    files = {name: getattr(instance, name) for name in names}
    new = [name for name, file in files.items() if not (file and file._committed)]
    try:
        yield
    except Exception:
        for file in (getattr(instance, name) for name in new):
            if file and file._committed:
                with suppress(OSError, DatabaseError):
                    _delete_unnamed(instance, file)
        raise


def _delete_unnamed(instance, file):
    """What failed may have been after the row was written. Raises OSError; DatabaseError: it cannot be asked."""
    named = type(instance)._base_manager.filter(**{file.field.name: file.name})
    if not named.exists():
        file.storage.delete(file.name)
