"""What is left of the disks that the site writes to; the errors of one that is full, or of a store that is away."""

import errno
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import Error, connection

#: What a full disk, a full quota and a disk that the system has made read-only say.
_NO_MORE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
#: The same, by databases: SQLite (result codes), PostgreSQL (Appendix A: disk_full, read_only_sql_transaction).
_SQLITE_NO_MORE = ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN")
_POSTGRESQL_NO_MORE = {"53100", "25006"}


class StoreAway(OSError):
    """The store where the files of the site are (core.s3) does not answer, or refuses."""


def has_room():
    """Whether every disk that the site writes to has more free than FILES_DISK_FLOOR_MB (bool)."""
    return all(settings.FILE_LIMITS.has_room(_existing(folder)) for folder in _folders())


def is_about_writing(error):
    """Whether an exception says that nothing can be written, while pages may still be read (bool)."""
    if isinstance(error, OSError):
        return isinstance(error, StoreAway) or error.errno in _NO_MORE
    if not isinstance(error, Error):
        return False
    cause = error.__cause__
    name, code = getattr(cause, "sqlite_errorname", ""), getattr(cause, "pgcode", "")
    return name.startswith(_SQLITE_NO_MORE) or code in _POSTGRESQL_NO_MORE


def _folders():
    yield from (Path(settings.QUARANTINE_ROOT), Path(tempfile.gettempdir()))
    if not default_storage.is_elsewhere:
        yield Path(settings.MEDIA_ROOT)
    if connection.vendor == "sqlite":
        yield Path(connection.settings_dict["NAME"]).parent


def _existing(folder):
    """`folder`, or the nearest one above it that is there."""
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())
