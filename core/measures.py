"""What ffmpeg knows of a sound or a video that nobody has to type: how long it lasts, how large it is, a picture."""

from io import BytesIO
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from PIL import Image

from core import photos
from core.files import recordings
from core.files.types import FileRefused

#: Of its duration, where the picture of a video is taken: after the black, before the end.
_FRAME_AT = 0.1


class Measured(models.Model):
    """Measures a new file once it is stored; without ffmpeg, or where it does not understand, what was typed stays.

    Whoever stores it calls `measure`, and saves the row then: a process that is killed leaves no row without them.
    """

    class Meta:
        abstract = True

    def measure(self):
        """Fills what is known of its stored file; a poster is stored, its row is not. It may take seconds."""
        if not recordings.can_look():
            return
        try:
            with self.file.storage.local(self.file.name) as path:
                self._measure(path)
        except FileRefused:
            return

    def _measure(self, path):
        """Raises FileRefused."""
        recording = recordings.looked_at(path)
        self.duration = recording.seconds or self.duration
        if self.type == "video" and recording.has_video:
            self._illustrate(path, recording)

    def _illustrate(self, path, recording):
        """Its size, and a picture of it where it has no poster."""
        try:
            frame = recordings.frame_of(path, recording.seconds * _FRAME_AT)
            with Image.open(BytesIO(frame)) as picture:
                self.width, self.height = picture.size
            if not self.thumbnail:
                poster = photos.cleaned(ContentFile(frame, name=f"{PurePath(self.file.name).stem}.jpg"))
                self.thumbnail.save(poster.name, poster, save=False)
        except (FileRefused, ValidationError):
            return
