"""The pages of a PDF, within limits. pypdf is pure Python: what a hostile file raises, or takes, stays in our hands."""

import io
import logging
import re

from pypdf import PdfReader, apply_configuration

from .proportion import SECONDS_PER_PAGE, OutOfProportion, Watched

PAGES = 300
#: Bytes read at once from the file, and bytes that one stream unpacks to.
BYTES_AT_ONCE = 20_000_000
UNPACKED_BYTES = 2_000_000
#: Words of the language that draws one page: 100,000 take a third of a second.
TOKENS = 150_000
#: pypdf keeps what it meets, photos too, until it is told to forget: after so many pages.
FORGET_EVERY = 10

_LIMITS = {
    "maximum_declared_stream_length": BYTES_AT_ONCE,
    "zlib_maximum_output_length": UNPACKED_BYTES,
    "lzw_maximum_output_length": UNPACKED_BYTES,
    "run_length_maximum_output_length": UNPACKED_BYTES,
    "array_based_stream_maximum_output_length": UNPACKED_BYTES,
    "stream_decoding_work_maximum_length": 3 * UNPACKED_BYTES,
    "stream_parsing_work_maximum_count": TOKENS,
    "jbig2dec_binary": None,  # pypdf would start this program
}
_PAGE_NUMBER = re.compile(r"\W*\d{1,3}\W*(?:/\W*\d{1,3}\W*)?")

# Of a damaged file it writes thousands of lines, with pieces of the text in them.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_pages(file, clock):
    """The text of each page of `file` (iterator of str), lines as they are drawn; nothing when it is encrypted.

    A page that cannot be read, or that is beyond the limits, is left out. Raises OutOfProportion when `clock` (Clock)
    says so, and whatever pypdf raises on what is not a PDF.
    """
    with apply_configuration(**_LIMITS):
        reader = PdfReader(io.BufferedReader(Watched(file, clock, BYTES_AT_ONCE)))
        if reader.is_encrypted:
            return
        for number, page in enumerate(reader.pages[:PAGES]):
            clock.check()
            if text := _page_text(page, clock):
                clock.earn(SECONDS_PER_PAGE)
                yield text
            if number % FORGET_EVERY == FORGET_EVERY - 1:
                reader.resolved_objects.clear()


def _page_text(page, clock):
    try:
        text = page.extract_text(visitor_operand_before=lambda *operation: clock.check())
    except OutOfProportion:
        raise
    except Exception:  # one bad page does not take the others with it
        return ""
    lines = text.strip().split("\n")
    if _PAGE_NUMBER.fullmatch(lines[-1]):
        del lines[-1]
    if lines and _PAGE_NUMBER.fullmatch(lines[0]):
        del lines[0]
    # What is drawn is seen: no hyphen of a page is a soft one, whatever its font calls it.
    return "\n".join(lines).translate({0xAD: "-", 0x2010: "-", 0x2011: "-"})
