"""Files as they arrive: streamed to the disk of the quarantine, within limits that are said before it is full."""

import fcntl
import hashlib
import logging

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils import timezone
from django.utils.translation import gettext as _

from core.files.arrivals import arrivals
from core.files.limits import megabytes
from members.senders import DAY, sender_key

logger = logging.getLogger(__name__)

#: The only field of a form whose files are received.
FIELD = "attachments"
#: Bytes between two looks at the disk.
_LOOK = 16_000_000


class QuarantineUploadHandler(FileUploadHandler):
    """Receives the files of one request, one more than are taken at most: who reads them then sees that they are many.

    `refused` says those that were not received (list of (name, French sentence)).
    """

    def __init__(self, request):
        super().__init__(request)
        self.refused = []
        self._limits = settings.FILE_LIMITS
        self._most = self._limits.most + 1
        self._spent = f"limit:bytes:{timezone.localdate()}:{sender_key(request)}"

    def new_file(self, field_name, file_name, *args, **options):
        super().new_file(field_name, file_name, *args, **options)
        if field_name != FIELD:
            raise SkipFile
        self._digest, self._size = hashlib.sha256(), 0
        if self._most <= 0:
            raise SkipFile  # who receives them says so once (contributions.files.received)
        self._check_room()
        self._most -= 1
        # What the parser closes, and so deletes, where something goes wrong.
        # Its name may be of any length and hold anything: it is read later, never given to the disk.
        try:
            self.file = TemporaryUploadedFile("file", self.content_type, 0, self.charset, self.content_type_extra)
            fcntl.flock(self.file.file, fcntl.LOCK_EX)
        except OSError:
            self._refuse(no_room())

    def receive_data_chunk(self, raw_data, start):
        self._size += len(raw_data)
        if self._size > self._limits.heavy:
            self._refuse(too_heavy(self._limits.heavy))
        if self._size // _LOOK != (self._size - len(raw_data)) // _LOOK:
            self._check_room()
        try:
            self.file.write(raw_data)
        except OSError:
            self._refuse(no_room())
        self._digest.update(raw_data)

    def file_complete(self, file_size):
        file = self.file
        del self.file  # whole: what comes after does not take it along
        file.seek(0)
        file.size, file.said_name, file.digest = file_size, self.file_name, self._digest.hexdigest()
        cache.add(self._spent, 0, DAY)
        try:
            cache.incr(self._spent, file_size)
        except ValueError:  # it has just expired
            cache.set(self._spent, file_size, DAY)
        return file

    def upload_interrupted(self):
        if hasattr(self, "file"):
            self.file.close()

    def _check_room(self):
        """Raises SkipFile where the disk, or what one sender may give in a day, is nearly full."""
        if not self._limits.has_room(arrivals()):
            self._refuse(no_room())
        if cache.get(self._spent, 0) + self._size > self._limits.of_a_day:
            self._refuse(_("Beaucoup de fichiers viennent de la même connexion. Envoyez le texte, et le reste demain."))

    def _refuse(self, said):
        logger.warning("A file was refused before its end")
        self.refused.append((self.file_name, said))
        raise SkipFile


def too_heavy(most):
    """The sentence (str) for a file of more than `most` bytes."""
    return _("Ce fichier est trop lourd\u00a0: %(size)s au plus. Envoyez-en une version réduite.") % {
        "size": megabytes(most)
    }


def no_room():
    """The sentence (str) for a disk that is nearly full."""
    return _("Le site n’a plus de place pour des fichiers. Envoyez le texte\u00a0: il arrivera, et le reste plus tard.")
