"""The whole corpus and all the strings against a site that is served: what `make audit` tells."""

from collections import Counter
from email import message_from_bytes
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from wagtail.models import Site

from contributions.models import Contribution
from core.models import SiteSettings
from members.models import Member
from tests.factories import PASSWORD
from tests.hostile import filling, showing, stopping
from tests.hostile.corpus import CORPUS
from tests.hostile.doors import People
from tests.hostile.fields import public_forms
from tests.hostile.judge import faults_of_mail
from tests.hostile.strings import EVERY, STRINGS
from tests.hostile.trial import tried
from tests.hostile.visitor import served

MODERATOR = "sacha"
#: What answers the same to everybody, whether or not a mail leaves.
SILENT = "/admin/password_reset/"
#: What is stored is shown for one string in so many of each form, another one each time: all of them are.
SHOWN_ONE_IN = 4


def people_of(address):
    """A stranger and a moderator (People) of the example served at `address` (str)."""
    return People(served(address), served(address).sign_in(MODERATOR, PASSWORD))


def files(people, temporary, one_in=1):
    """What became of each file of the corpus (list of dict), sent by every door; `temporary` (Path) is the server's.

    Of one in so many, for a quick look.
    """
    return [
        {
            "family": family,
            "name": _shown(file.name),
            "said": file.said,
            "doors": [[one.door, one.took, one.said] for one in trial.outcomes],
            "seconds": trial.seconds,
            "faults": trial.faults,
        }
        for family, corpus in CORPUS.items()
        for file in corpus[::one_in]
        for trial in [tried(file, people, temporary)]
    ]


def _shown(name):
    """A name (bytes) as a table may hold it (str)."""
    text = name.decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)[:60]


def strings(people, address, one_in=1):
    """What became of every string in every public field (dict): `forms`, `shown`, `letters`, `limits`, `faults`.

    Of one in so many, for a quick look.
    """
    _write_to_somebody()
    forms, faults, shown, rows = public_forms(people.stranger), [], 0, []
    every = [string for _family, string in EVERY[::one_in]]
    for number, form in enumerate(forms):
        cache.clear()  # what counts those who come too often
        filled = filling.fill(
            form, every, people.stranger, written=range(number % SHOWN_ONE_IN, len(every), SHOWN_ONE_IN)
        )
        rows.append([filled.name, list(form.fields), filled.asked, len(filled.stored), len(filled.faults)])
        faults += filled.faults
        for code, string in zip(filled.stored, filled.strings, strict=True):
            for contribution in filling.contributions([code]):
                faults += showing.told_of(contribution, string, people)
                shown += 1
    for filled in filling.replies(people.code, every, people.stranger):
        rows.append([f"{filled.name} (avec un code)", list(filled.form.fields), filled.asked, 0, len(filled.faults)])
        faults += filled.faults
    cache.clear()
    led = filling.sign_in_led(people.stranger, MODERATOR, PASSWORD, STRINGS["adresses"][::one_in])
    faults += led.faults + showing.told_in_lists(people)
    letters = [message_from_bytes(path.read_bytes()) for path in _letters()]
    faults += [fault for letter in letters for fault in faults_of_mail(letter)]
    limits = _limits([form for form in forms if form.method == "post"], served(address, "2001:db8:ffff::1"))
    faults += [f"{path} : {said}" for path, said in limits if not said.startswith("arrêté")]
    return {
        "strings": Counter(family for family, _string in EVERY[::one_in]),
        "forms": rows,
        "shown": shown,
        "left": Contribution.objects.count(),
        "letters": len(letters),
        "limits": limits,
        "faults": faults,
    }


def _limits(forms, visitor):
    cache.clear()
    silent = [form for form in forms if form.path == SILENT]
    said = stopping.stopped([form for form in forms if form.path != SILENT], visitor)
    member = Member.objects.get(username=MODERATOR)
    return said + [stopping.stopped_silently(form, visitor, member, lambda: len(_letters())) for form in silent]


def _write_to_somebody():
    """Names somebody to whom `/contact/` writes: what is mailed has headers."""
    chosen = SiteSettings.for_site(Site.objects.get())
    chosen.contact_recipients = [("recipient", {"label": "La technique", "address": "technique@example.org"})]
    chosen.save()


def _letters():
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    return sorted(Path(folder).glob("*")) if folder and Path(folder).is_dir() else []
