"""What stands when something is down: the example, as a volunteer runs it, loses cache, disk, database or mail."""

import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tools.audit.report import Table, counted
from tools.outages import deployed
from tools.outages.canaries import CANARIES, found_in, walk
from tools.outages.database import behind_a_line, held
from tools.outages.disk import NoSmallDisk, small_disk
from tools.outages.mail_server import refusing_mail_server
from tools.outages.people import PAGES, Visitor, hidden_fields
from tools.outages.relay import Relay
from tools.outages.writing import WORDS, half_written

#: Megabytes of the disk that is filled: the example and its database, and a little.
_DISK = 80
#: Seconds after which a reader has left.
_LONGEST = 12


@contextmanager
def _nothing(site):
    with site.served() as address:
        yield address, lambda: None


@contextmanager
def _cache_refused(site):
    with site.served(CACHE_URL="rediscache://127.0.0.1:1") as address:
        yield address, lambda: None


@contextmanager
def _cache_silent(site):
    with Relay() as silent, site.served(CACHE_URL=f"rediscache://127.0.0.1:{silent.port}") as address:
        yield address, lambda: None


@contextmanager
def _mail_refused(site):
    with site.served(EMAIL_URL="smtp://127.0.0.1:1") as address:
        yield address, lambda: None


@contextmanager
def _mail_silent(site):
    with Relay() as silent, site.served(EMAIL_URL=f"smtp://127.0.0.1:{silent.port}") as address:
        yield address, lambda: None


@contextmanager
def _database_away(site):
    with ExitStack() as stack:
        if site.is_sqlite:
            address = stack.enter_context(site.served())
            yield address, lambda: stack.enter_context(held(site))
        else:
            line = stack.enter_context(behind_a_line(site))
            address = stack.enter_context(site.served())
            yield address, line.cut


#: What is down → how (given a Deployment: the address, and what takes it away), whether readers' pages go on, and
#: whether what is sent arrives.
OUTAGES = {
    "rien": (_nothing, True, True),
    "cache, qui refuse": (_cache_refused, True, True),
    "cache, qui ne répond jamais": (_cache_silent, True, True),
    "courriel, qui refuse": (_mail_refused, True, True),
    "courriel, qui ne répond jamais": (_mail_silent, True, True),
    "base de données": (_database_away, None, False),
}


def measure(site):
    """Each outage of a built Example (`site`), which nobody serves meanwhile (Table)."""
    table = Table(
        "Ce qui tient quand quelque chose manque",
        f"Les pages de lecture continuent ({len(PAGES)} demandées), sauf sans PostgreSQL, où celles qui ont été lues "
        "se lisent encore et où une phrase le dit des autres\u202f; ce qui ne peut pas être enregistré est rendu à qui "
        "l’a écrit\u202f; rien n’est écrit à moitié\u202f; le journal ne répète rien de ce que des gens ont tapé.",
        ["ce qui manque", "pages lues", "la plus lente", "un texte envoyé", "un membre entre", "écrit à moitié"],
    )
    folder = Path(tempfile.mkdtemp(prefix="outages-"))
    try:
        for number, (name, outage) in enumerate(OUTAGES.items()):
            with deployed(site, folder / str(number)) as copy:
                copy.environment["PAGE_CACHE_MEGABYTES"] = "64"
                _measure_one(table, name, copy, *outage)
        _measure_full_disk(table, site, folder)
        _measure_journal(table, site, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return table


def _measure_one(table, name, site, outage, goes_on, arrives):
    with outage(site) as (address, take_away):
        reader = Visitor(address)
        form = reader.get("/contribuer/texte/").text
        kept = {path for path in PAGES if "etag" in reader.get(path).headers}
        take_away()
        if goes_on is None:
            goes_on = site.is_sqlite  # one writes at a time, and all read
        _note(table, name, site, reader, form, goes_on=set(PAGES) if goes_on else kept, arrives=arrives)
    _note_half(table, name, site)


def _measure_full_disk(table, example, folder):
    name = "place sur le disque"
    try:
        with small_disk(folder / "disk", _DISK) as disk, deployed(example, folder / "full", disk.folder) as site:
            with site.served(FILES_DISK_FLOOR_MB="0") as address:
                reader = Visitor(address)
                form = reader.get("/contribuer/texte/").text
                disk.fill()
                _note(table, name, site, reader, form, goes_on=set(PAGES), arrives=not site.is_sqlite)
            disk.free()
            _note_half(table, name, site)
    except NoSmallDisk as error:
        table.remarks.append(f"{name} : pas mesuré, cette machine ne monte pas de petit disque ({error}).")


def _note(table, name, site, reader, form, *, goes_on, arrives):
    """A row of what readers and writers get; the last cell is for `_note_half`.

    The pages that `goes_on` (set of str) names are read as before; others may say that they cannot be.
    """
    answers = {path: reader.get(path) for path in PAGES}
    read = sum(answer.status == 200 for answer in answers.values())
    slowest = max(answer.seconds for answer in answers.values())
    said = {"text": WORDS, "signed_by": "nobody", "consent": "publish", "licence": "by-sa"}
    sent = reader.post("/contribuer/texte/", hidden_fields(form) | said)
    is_given_back = WORDS in sent.text and "Envoyer à nouveau" in sent.text
    told = "reçu" if 'class="code"' in sent.text else "rendu, avec une phrase" if is_given_back else str(sent.status)
    came_in = Visitor(reader.address, "192.0.2.2").sign_in()
    entered = {302: "oui", 503: "non, avec une phrase"}.get(came_in.status, str(came_in.status))
    table.rows.append([name, f"{read} sur {len(PAGES)}", f"{slowest:.1f} s".replace(".", ","), told, entered, ""])
    unread = [
        path for path, answer in answers.items() if answer.status != 200 and (path in goes_on or answer.status != 503)
    ]
    table.faults += [f"{name} : {path} répond {answers[path].status}" for path in unread]
    if slowest > _LONGEST:
        table.faults.append(f"{name} : une page en {slowest:.0f} s")
    if told != ("reçu" if arrives else "rendu, avec une phrase"):
        table.faults.append(f"{name} : le texte envoyé est « {told} »")
    if came_in.status not in ({302} if arrives else {302, 503}):
        table.faults.append(f"{name} : l’entrée répond {came_in.status}")


def _note_half(table, name, site):
    half = half_written(site)
    table.rows[-1][-1] = len(half)
    table.faults += [f"{name} : écrit à moitié, {one}" for one in half]


def _measure_journal(table, example, folder):
    """Reads what is written of a hostile walk, on routes that fail, with mail that is refused."""
    with deployed(example, folder / "journal") as site, refusing_mail_server() as port:
        refused = CANARIES["mail refused"]
        site.asked(
            f"from members.models import Member as M; M.objects.filter(username='alix').update(email={refused!r})"
        )
        faulty = {"DJANGO_SETTINGS_MODULE": "tools.outages.faulty_settings"}
        with site.served(EMAIL_URL=f"smtp://127.0.0.1:{port}", **faulty) as address:
            answers, garbage = walk(address)
        journal = site.journal.read_text(errors="replace")
    found = found_in(journal)
    asked, lines = counted(len(answers) + len(garbage), "demande"), counted(len(journal.splitlines()), "ligne")
    planted = counted(len(CANARIES), "mot")
    table.remarks.append(
        f"Journal d’une promenade hostile ({asked}, {lines}) : {planted} semés, {len(found)} retrouvés."
    )
    table.faults += [f"journal : {name}" for name in found]
