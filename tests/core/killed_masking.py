"""A masking that is killed at each of several instants, over a database and a library of its own; says what is left.

Run as a script: each masking is a process that is killed (SIGKILL) where its instant says; then the site « starts
again », and the daily command passes, two hours later.
"""

import json
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

import django

#: When, and what is done to the process that masks: (module, name, whether the call is made before it dies).
INSTANTS = {
    "before the photo is painted": ("photos", "cleaned", False),
    "before its file is announced": ("applying", "will_be_erased", False),
    "once its file is announced": ("applying", "will_be_erased", True),
    "while its file is written": ("FileSystemStorage", "_save", "half"),
    "once it is written": ("FileSystemStorage", "_save", True),
    "before the transaction": ("applying", "_replace", False),
    "once the row is written": ("SiteImage", "save", True),
    "before the renditions go": ("applying", "forget_pictures", False),
    "before the commit": ("applying", "log", False),
    "after the commit": ("gone_files", "_matching", False),
    "once a file is erased": ("FileSystemStorage", "delete", True),
    "once its row is": ("FileToErase", "delete", True),
    "while pictures are made again": ("applying", "make_illustrations", False),
}


def main():
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- needs the settings

    call_command("setup_site", "-v0")
    json.dump({instant: outcome(*where) for instant, where in INSTANTS.items()}, sys.stdout)


def outcome(module, name, is_made):
    """What is left (dict) of a photo whose masking dies there."""
    from django.conf import settings  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from core import gone_files  # noqa: PLC0415
    from core.models import FileToErase, SiteImage, SiteRendition  # noqa: PLC0415
    from tests.core.portraits import portrait, reds, written  # noqa: PLC0415
    from tests.factories import make_article, make_image  # noqa: PLC0415

    SiteImage.objects.all().delete()
    root = Path(settings.MEDIA_ROOT)
    image = make_image(content=written(portrait(), "JPEG"), name="reunion.jpg")
    make_article(image=image)
    image.get_rendition("width-100")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    was_killed = dies(image, module, name, is_made)

    gone_files.erase_at_start()
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


def dies(image, module, name, is_made):
    """Masks `image` in a process that is killed there; gives whether it was (bool)."""
    from django.core.files.storage import FileSystemStorage  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from core import gone_files, photos  # noqa: PLC0415
    from core.masking import applying  # noqa: PLC0415
    from core.masking.masks import Mask, Outline, Style  # noqa: PLC0415
    from core.models import FileToErase, SiteImage  # noqa: PLC0415

    connection.close()
    child = os.fork()
    if not child:
        owner = {
            "photos": photos,
            "applying": applying,
            "gone_files": gone_files,
            "FileSystemStorage": FileSystemStorage,
            "FileToErase": FileToErase,
            "SiteImage": SiteImage,
        }[module]
        called = getattr(owner, name)

        def killed(*args, **options):
            if is_made == "half":
                path = Path(args[0].path(args[1]))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(args[2].read()[:500])
            elif is_made:
                called(*args, **options)
            os.kill(os.getpid(), signal.SIGKILL)

        if name == "make_illustrations":
            killed.enqueue = killed
        setattr(owner, name, killed)
        try:
            applying.apply_masks(
                SiteImage.objects.get(pk=image.pk), [Mask(Outline.ELLIPSE, 0.25, 0.25, 0.5, 0.5)], Style.FILLED, None
            )
        finally:
            os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


if __name__ == "__main__":
    main()
