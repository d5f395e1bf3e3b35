"""A masking that dies at each of several chosen instants, and what is left of the photo.

Moments drawn at random (tests.kills.running) pass the narrowest of them by: these are where one thing is half done.
"""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils import timezone

from core import gone_files, photos
from core.masking import applying
from core.masking.masks import Mask, Outline, Style
from core.models import FileToErase, SiteImage, SiteRendition
from tests.core.portraits import portrait, reds, written
from tests.factories import make_article, make_image
from tests.kills.aftermath import start_again
from tests.kills.moments import dies_when_called, in_child


def _made(original, *arguments, **options):
    original(*arguments, **options)


def _half_written(original, storage, name, content):
    path = Path(storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.read()[:500])


#: When, and what is done in the process that masks: (owner, name, what is done there before it dies).
INSTANTS = {
    "before the photo is painted": (photos, "cleaned", None),
    "before its file is announced": (applying, "will_be_erased", None),
    "once its file is announced": (applying, "will_be_erased", _made),
    "while its file is written": (FileSystemStorage, "_save", _half_written),
    "once it is written": (FileSystemStorage, "_save", _made),
    "before the transaction": (applying, "_replace", None),
    "once the row is written": (SiteImage, "save", _made),
    "before the renditions go": (applying, "forget_pictures", None),
    "before the commit": (applying, "log", None),
    "after the commit": (gone_files, "_matching", None),
    "once a file is erased": (FileSystemStorage, "delete", _made),
    "once its row is": (FileToErase, "delete", _made),
    "while pictures are made again": (applying, "make_illustrations", None),
}


def outcomes():
    """What is left of the photo (dict) at each of INSTANTS (dict by name), once what runs daily has passed."""
    return {instant: _outcome(*where) for instant, where in INSTANTS.items()}


def _outcome(owner, name, first):
    SiteImage.objects.all().delete()
    root = Path(settings.MEDIA_ROOT)
    image = make_image(content=written(portrait(), "JPEG"), name="reunion.jpg")
    make_article(image=image)
    image.get_rendition("width-100")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def mask(said):
        killer = dies_when_called(owner, name, first=first)
        if name == "make_illustrations":
            killer.enqueue = killer
        mask = Mask(Outline.ELLIPSE, 0.25, 0.25, 0.5, 0.5)
        applying.apply_masks(SiteImage.objects.get(pk=image.pk), [mask], Style.FILLED, None)

    was_killed, _said = in_child(mask)
    start_again()
    later = timezone.now() + timedelta(hours=2)
    gone_files.erase_due(later)
    gone_files.sweep_renditions(later)

    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    known = {root / name for name in SiteRendition.objects.values_list("file", flat=True)}
    image.refresh_from_db()
    known.add(root / image.file.name)
    return {
        "was_killed": was_killed,
        "is_masked": "masque-" in image.file.name,
        "is_whole": known <= set(after) and all(after[path] for path in known),
        "is_as_before": before == after,
        "lost": [str(path) for path in set(after) - known],
        "to_erase": FileToErase.objects.count(),
        "unmasked_files": [str(path) for path, content in after.items() if reds(content)],
    }
