"""TRAPS 2, 4, 6: a document is found by its text, and no file costs more than its text is worth."""

import logging
import struct
import subprocess
import time
import tracemalloc
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader, PdfWriter

from core.document_text import CHARACTERS, document_text, proportion

SENTENCE = "L’œuvre des salarié·e·s naît çà et là, dès Noël : « où vont-ils ? »"
DOCX = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body></w:document>'
)
NOTES = '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:{1}>{2}</w:{1}></w:{0}>'
PPTX = '<p:sld xmlns:p="urn:p" xmlns:a="urn:a">{}</p:sld>'
XLSX = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{}</t></si></sst>'
OPEN_DOCUMENT = (
    '<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:a" xmlns:draw="urn:d" '
    'xmlns:svg="urn:s" xmlns:number="urn:n" xmlns:presentation="urn:p" xmlns:dc="urn:c">'
    "<office:automatic-styles><number:text>€</number:text></office:automatic-styles>"
    "<office:body>{}</office:body></office:document-content>"
)


def text_of(content, extension):
    return document_text(ContentFile(content), extension)


# --- Files made here --------------------------------------------------------------------------


def zipped(compression=ZIP_DEFLATED, **parts):
    """A zip of `parts`, whose names have « __ » for a slash and « _ » for a dot."""
    output = BytesIO()
    with ZipFile(output, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return output.getvalue()


def docx(body, **parts):
    return zipped(word__document_xml=DOCX.format(body), **parts)


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body):
    return zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml=OPEN_DOCUMENT.format(body))


def stream(content, entries=b""):
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def packed(content, entries=b""):
    return stream(zlib.compress(content, 9), b"/Filter/FlateDecode" + entries)


def pdf_of(*objects):
    """A PDF file of `objects` (bytes), numbered from 1; the first is its catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + table + end


def pdf_drawing(*pages, resources=b"", objects=()):
    """A PDF whose pages are drawn by the streams `pages`; `objects` are numbered from 4."""
    first = 4 + len(objects)
    kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(len(pages)))
    leaves = []
    for index, page in enumerate(pages):
        leaves.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%s>>>>"
            % (first + 2 * index + 1, resources)
        )
        leaves.append(page)
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
        b"/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl]>>>>",
        *objects,
        *leaves,
    )


def drawn(text):
    """What draws the lines of `text` (str, in Windows-1252) on a page."""
    lines = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").split(b"\n")
    return b"BT /F 12 Tf 14 TL 50 800 Td %s ET" % b" ".join(b"(%s) Tj T*" % line for line in lines)


def pdf(*pages):
    """A PDF whose pages have the lines of `pages` (str)."""
    return pdf_drawing(*(packed(drawn(page)) for page in pages))


def locked_pdf(password):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(SENTENCE))))
    writer.encrypt(password, "secret", algorithm="RC4-128")
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def locked_zip():
    """A zip that says that it takes a password."""
    content = bytearray(docx(paragraph(SENTENCE)))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


FILES = [
    ("pdf", pdf(SENTENCE)),
    ("docx", docx(paragraph(SENTENCE))),
    ("odt", odt(f"<office:text><text:p>{SENTENCE}</text:p></office:text>")),
    ("odp", odt(f"<office:presentation><draw:page><text:p>{SENTENCE}</text:p></draw:page></office:presentation>")),
    ("ods", odt(f"<table:table><table:table-cell><text:p>{SENTENCE}</text:p></table:table-cell></table:table>")),
    ("pptx", zipped(ppt__slides__slide1_xml=PPTX.format(f"<a:p><a:r><a:t>{SENTENCE}</a:t></a:r></a:p>"))),
    ("xlsx", zipped(xl__sharedStrings_xml=XLSX.format(SENTENCE))),
    ("txt", SENTENCE.encode()),
    ("csv", SENTENCE.encode()),
]
KINDS = [kind for kind, content in FILES]


# --- What is found ----------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "content"), FILES, ids=KINDS)
def test_the_text_is_found_with_its_accents_and_inclusive_words(kind, content):
    assert text_of(content, kind) == SENTENCE


@pytest.mark.parametrize("extension", ["docx", ".docx", "DOCX"])
def test_the_extension_is_known_however_it_is_written(extension):
    assert text_of(docx(paragraph("Bonjour")), extension) == "Bonjour"


@pytest.mark.parametrize("extension", ["", "jpg", "epub", "doc"])
def test_other_kinds_have_no_text(extension):
    assert text_of(b"Bonjour", extension) == ""


@pytest.mark.parametrize("make", [BytesIO, ContentFile, lambda content: SimpleUploadedFile("a", content)])
@pytest.mark.parametrize(("kind", "content"), FILES, ids=KINDS)
def test_the_file_is_left_open_and_where_it_was(kind, content, make):
    file = make(content)
    file.seek(7)
    assert document_text(file, kind) == SENTENCE
    assert file.tell() == 7
    assert file.read() == content[7:]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_plain_text_is_read_in_the_encodings_of_its_time(encoding):
    assert text_of(SENTENCE.encode(encoding), "txt") == SENTENCE


def test_a_word_document_has_headings_lists_tables_and_notes():
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Un ti</w:t></w:r>'
        "<w:r><w:t>tre</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>auto</w:t><w:noBreakHyphen/><w:t>gestion</w:t><w:br/><w:t>vers</w:t><w:tab/><w:t>la</w:t>"
        "<w:softHyphen/></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('case 1')}</w:tc><w:tc>{paragraph('case 2')}</w:tc></w:tr></w:tbl>"
    )
    notes = NOTES.format("footnotes", "footnote", paragraph("Une note"))
    header = NOTES.format("hdr", "p", "<w:r><w:t>Le collectif</w:t></w:r>")
    content = docx(body, word__footnotes_xml=notes, word__header1_xml=header)
    assert text_of(content, "docx") == "Un titre\nauto-gestion\nvers la\ncase 1\ncase 2\nUne note\nLe collectif"


def test_a_word_document_shows_neither_what_was_deleted_nor_anything_twice():
    box = f"<w:txbxContent>{paragraph('encadré')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Le texte</w:t></w:r><w:del><w:r><w:delText>effacé</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>déplacé</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        "<w:r><w:t> suit</w:t></w:r></w:p>"
    )
    remarks = NOTES.format("comments", "comment", paragraph("entre nous"))
    assert text_of(docx(body, word__comments_xml=remarks), "docx") == "Le texte suit\nencadré"


def test_an_open_document_has_headings_lists_tables_and_notes_but_not_its_making():
    body = (
        "<office:text><text:tracked-changes><text:p>effacé</text:p></text:tracked-changes>"
        "<text:h>Un titre</text:h>"
        "<text:list><text:list-item><text:p>un<text:s/>point<text:line-break/>puis<text:tab/>deux</text:p>"
        "</text:list-item></text:list>"
        "<text:p>Une <text:span>phrase</text:span><text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Une note</text:p></text:note-body></text:note>"
        "<office:annotation><dc:creator>Ana</dc:creator><text:p>entre nous</text:p></office:annotation>"
        "<draw:frame><svg:title>Photo</svg:title><svg:desc>Un mur</svg:desc></draw:frame> finie.</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>case 1</text:p></table:table-cell>"
        "<table:table-cell><text:p>case 2</text:p></table:table-cell></table:table-row></table:table></office:text>"
    )
    assert text_of(odt(body), "odt") == "Un titre\nun point\npuis deux\nUne phrase finie.\nUne note\ncase 1\ncase 2"


def test_slides_come_in_their_order():
    slides = {f"ppt__slides__slide{n}_xml": PPTX.format(f"<a:p><a:t>vue {n}</a:t></a:p>") for n in (10, 2, 1)}
    assert text_of(zipped(**slides), "pptx") == "vue 1\nvue 2\nvue 10"


def test_the_pages_of_a_pdf_follow_one_another_without_their_numbers():
    content = pdf("Nancy, ville\n- 1 -", "2 / 3\nouverte.\nUn titre", "3")
    assert text_of(content, "pdf") == "Nancy, ville ouverte.\nUn titre"


def test_ligatures_stay_as_they_are():
    assert text_of(pdf("l’of\x01ce"), "pdf") == "l’ofﬁce"


@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_what_cannot_be_stored_or_shown_is_not_kept(kind):
    noisy = "con\0seil\x07 d’en\x1bfants"
    content = noisy.encode() if kind == "txt" else pdf(noisy)
    assert text_of(content, kind) == "conseil d’enfants"


def test_half_characters_are_not_kept():
    """Python reads them, and no database stores them."""
    content = pdf("A ici").replace(b"/Differences[1/fi/fl]", b"/Differences[65/uniD800]")
    assert text_of(content, "pdf") == "ici"


def test_invisible_characters_do_not_cut_words():
    assert text_of("auto\xadges\u200btion \u202etéserp \ufeffici\ue000".encode(), "txt") == "autogestion téserp ici"


def test_lines_are_trimmed_and_empty_ones_left_out():
    assert text_of(b"  Un   titre \r\n\r\n\t \r\nUne\tphrase\x0cFin\n", "txt") == "Un titre\nUne phrase\nFin"


# --- Words that the end of a line cuts --------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        # A cut word is one word.
        ("les travail-\nleurs", "les travailleurs"),
        ("les travail\xad\nleurs", "les travailleurs"),
        ("une alterna-\ntive", "une alternative"),
        ("la direc-\ntrice", "la directrice"),
        ("cet-\nte heu-\nreu-\nse premi-\nère", "cette heureuse première"),
        ("une per-\nsonne", "une personne"),
        ("tou-\ntes les vil-\nles", "toutes les villes"),
        # The second gender of a word keeps its hyphen.
        ("les salarié-\ne-s", "les salarié-e-s"),
        ("les salarié-\nes", "les salarié-es"),
        ("les salarié-e-\ns", "les salarié-e-s"),
        ("un-\ne ami-\ne", "un-e ami-e"),
        ("les citoyen-\nnes", "les citoyen-nes"),
        ("les citoyen-\nne-s", "les citoyen-ne-s"),
        ("les professionnel-\nles", "les professionnel-les"),
        ("les militant-\ntes", "les militant-tes"),
        ("tou-\nte-s", "tou-te-s"),
        ("le ou la lecteur-\nrice", "le ou la lecteur-rice"),
        ("des directeur-\ntrices", "des directeur-trices"),
        ("des travailleur-\neuses", "des travailleur-euses"),
        ("des travailleur-\neuse-s", "des travailleur-euse-s"),
        ("des infirmier-\nères", "des infirmier-ères"),
        ("des sportif-\nves", "des sportif-ves"),
        ("nombreux-\nses", "nombreux-ses"),
        ("les salarié·\ne·s", "les salarié·e·s"),
        # Where both could be, a text that has the whole word tells.
        ("les ancien-\nnes\nD’anciennes amies", "les anciennes\nD’anciennes amies"),
        ("les salarié-\nes\nDes salariées", "les salarié-es\nDes salariées"),
        # A compound keeps its hyphen when it is known, or elsewhere in the text.
        ("le rendez-\nvous", "le rendez-vous"),
        ("c’est-\nà-dire", "c’est-à-dire"),
        ("c’est-à-\ndire", "c’est-à-dire"),
        ("pense-\nt-elle", "pense-t-elle"),
        ("le socio-\nculturel\nUn lieu socio-culturel", "le socio-culturel\nUn lieu socio-culturel"),
        ("les socio-\nculturels\nUn lieu socio-culturel", "les socio-culturels\nUn lieu socio-culturel"),
        ("de Saint-\nDenis", "de Saint-Denis"),
        ("en 2020-\n2021", "en 2020-2021"),
        # No hyphen at all.
        ("il dit -\nenfin", "il dit - enfin"),
        ("la parole\ndes gens\n», dit Zoé", "la parole des gens », dit Zoé"),
        ("Un titre\nUne phrase\n- un point", "Un titre\nUne phrase\n- un point"),
    ],
)
def test_words_cut_by_the_end_of_a_line_are_whole(lines, text):
    assert text_of(pdf(lines), "pdf") == text


def test_a_word_is_whole_from_one_page_to_the_next():
    assert text_of(pdf("les travail-\n12", "leurs du soin"), "pdf") == "les travailleurs du soin"


# --- Bad files --------------------------------------------------------------------------------

BAD = {
    "empty": b"",
    "spaces": b" \n ",
    "program": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8,
    "page": b"<!doctype html><p>Bonjour</p>",
    "header alone": b"%PDF-1.7\n",
    "zip alone": b"PK\x05\x06" + bytes(18),
    "locked pdf": locked_pdf("secret"),
    "pdf not to be copied": locked_pdf(""),
    "locked zip": locked_zip(),
    "locked office file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000),
    "not XML": zipped(word__document_xml="<w:p><w:t>", content_xml=b"\x00\xff\xfe"),
    "endless pages": pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>"),
}


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "pptx", "xlsx"])
@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_file_that_cannot_be_read_has_no_text(content, kind):
    assert text_of(content, kind) == ""


@pytest.mark.parametrize("content", [content for kind, content in FILES[:7]] + [BAD["program"], BAD["locked pdf"]])
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_with_the_extension_of_another_has_no_text_or_its_own(content, kind):
    assert text_of(content, kind) in {"", SENTENCE}


@pytest.mark.parametrize(("kind", "content"), FILES[:7], ids=KINDS[:7])
def test_a_damaged_file_never_stops_an_upload(kind, content):
    """Cut at any place, or with any byte spoiled, it has some text or none."""
    for place in range(0, len(content), 5):
        assert isinstance(text_of(content[:place], kind), str)
        spoiled = bytearray(content)
        spoiled[place] ^= 0xFF
        text_of(bytes(spoiled), kind).encode()


def test_a_page_that_cannot_be_read_does_not_take_the_others_with_it():
    content = pdf_drawing(packed(drawn("Avant")), stream(b"\x00", b"/Filter/LZWDecode"), packed(drawn("Après")))
    assert text_of(content, "pdf") == "Avant\nAprès"


def test_bad_files_say_nothing_in_the_logs(caplog):
    caplog.set_level(logging.WARNING)
    text_of(pdf(SENTENCE)[:-200], "pdf")
    text_of(docx(paragraph(SENTENCE))[:-20], "docx")
    assert caplog.records == []


def test_no_program_is_started(monkeypatch):
    started = []
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **kwargs: started.append(args))
    assert text_of(pdf_drawing(stream(b"\x97JB2", b"/Filter/JBIG2Decode")), "pdf") == ""
    assert started == []


# --- Files out of proportion ------------------------------------------------------------------


def many(text, size):
    return text * (size // len(text))


def nested_forms():
    """A PDF of eleven drawings, each of which shows the next ten times."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>"
    forms = [packed(b"/X Do " * 10, form % (b"/XObject<</X %d 0 R>>" % (5 + index))) for index in range(10)]
    forms.append(packed(drawn("Bonjour"), form % b"/Font<</F 3 0 R>>"))
    return pdf_drawing(packed(b"/X Do " * 10), resources=b"/XObject<</X 4 0 R>>", objects=forms)


def repeated_form():
    """A PDF whose page shows a long drawing many times."""
    form = packed(drawn("a") * 5_000, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>")
    return pdf_drawing(packed(b"/X Do " * 4_000), resources=b"/XObject<</X 4 0 R>>", objects=[form])


def twice_packed():
    return zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)


def many_entries(number):
    """A zip whose list has an empty entry `number` times."""
    content = docx(paragraph("Bonjour"), a="")
    begin, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entries = content[begin:end] + content[content.rindex(b"PK\x01\x02") : end] * number
    return content[:begin] + entries + content[end : end + 12] + struct.pack("<LLH", len(entries), begin, 0)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "lol">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
)
BOMBS = {
    "text": ("docx", lambda: docx(f"<w:p><w:t>{'a' * 100_000_000}</w:t></w:p>")),
    "paragraphs": ("docx", lambda: docx(many(paragraph("a"), 30_000_000))),
    "size": (
        "docx",
        lambda: zipped(ZIP_STORED, word__document_xml=DOCX.format(paragraph("Bonjour") + " " * 25_000_000)),
    ),
    "ratio": ("docx", lambda: docx(f"<w:p><w:t>{'a' * 19_000_000}</w:t></w:p>")),
    "content": ("odt", lambda: odt(many("<text:p>a</text:p>", 30_000_000))),
    "notes": ("docx", lambda: docx(paragraph("a"), word__footnotes_xml="a" * 30_000_000)),
    "entities": ("docx", lambda: zipped(word__document_xml=ENTITIES + DOCX.format(paragraph("&j;")))),
    "outside": ("odt", lambda: zipped(content_xml='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>')),
    "depth": (
        "docx",
        lambda: zipped(ZIP_STORED, word__document_xml="<a>" * 100_000 + paragraph("a") + "</a>" * 100_000),
    ),
    "tiny elements": ("docx", lambda: zipped(ZIP_STORED, word__document_xml="<w>" + "<a/>" * 4_000_000)),
    "LZMA": ("docx", lambda: zipped(ZIP_LZMA, word__document_xml=DOCX.format(paragraph("a")))),
    "entries": ("docx", lambda: many_entries(5_100)),
    "list of entries": ("docx", lambda: many_entries(300_000)),
    "spaces": ("pdf", lambda: pdf_drawing(packed(b" " * 100_000_000))),
    "operations": ("pdf", lambda: pdf_drawing(packed(b"BT /F 12 Tf (a) Tj ET " * 400_000))),
    "twice packed": ("pdf", lambda: pdf_drawing(stream(twice_packed(), b"/Filter[/FlateDecode/FlateDecode]"))),
    "pages": ("pdf", lambda: pdf_drawing(*[packed(b"0 0 m 5 5 l S " * 8_000)] * 50)),
    "forms": ("pdf", nested_forms),
    "form": ("pdf", repeated_form),
    "brackets": ("pdf", lambda: pdf_drawing(packed(b"[" * 1_900_000))),
}


@pytest.mark.parametrize(("kind", "make"), BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_costs_little_time_and_memory(kind, make):
    content = ContentFile(make())
    start = time.thread_time()
    text = document_text(content, kind)
    assert time.thread_time() - start < 2
    assert len(text) <= CHARACTERS

    content.seek(0)
    tracemalloc.start()
    document_text(content, kind)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


@pytest.mark.parametrize(
    "name",
    [
        "entries",
        "list of entries",
        "depth",
        "text",
        "ratio",
        "size",
        "content",
        "entities",
        "outside",
        "LZMA",
        "spaces",
        "operations",
    ],
)
def test_what_is_out_of_proportion_is_not_read(name):
    kind, make = BOMBS[name]
    assert text_of(make(), kind) == ""


def test_a_page_drawn_by_too_much_does_not_take_the_others_with_it(monkeypatch):
    monkeypatch.setattr(proportion, "SECONDS", 10)  # what is beyond here is its number of operations
    content = pdf_drawing(packed(b"0 0 m 5 5 l S " * 140_000), packed(drawn("Après")))
    assert text_of(content, "pdf") == "Après"


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("txt", lambda words: "\n".join(words).encode()),
        ("docx", lambda words: docx("".join(map(paragraph, words)))),
        ("odt", lambda words: odt("".join(f"<text:p>{word}</text:p>" for word in words))),
        ("pdf", lambda words: pdf(*("\n".join(words[start : start + 2_000]) for start in range(0, 40_000, 2_000)))),
    ],
)
def test_a_long_text_is_cut_at_the_limit(kind, make):
    words = [f"Mot{number:06}" for number in range(40_000)]
    text = text_of(make(words), kind)
    assert CHARACTERS - 10 <= len(text) <= CHARACTERS
    assert text == "\n".join(words)[: len(text)]
