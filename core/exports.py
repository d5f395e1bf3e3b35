"""Tables that members take away: what others wrote in a cell stays words.

A cell that begins with one of a few signs is a formula for Calc and Excel, and may fetch an address with what its
neighbours hold. OWASP, « CSV Injection »: an apostrophe before them makes it text. Wagtail does so in XLSX alone.
"""

import re

from wagtail.admin.views.mixins import SpreadsheetExportMixin

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: XML 1.0, 2.2: what a sheet in XLSX cannot hold; openpyxl fails on it.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_written = SpreadsheetExportMixin.preprocess_field_value


def harmless_cell(value):
    """`value`, as a table may hold it: text (str) that a program would compute has an apostrophe before it.

    >>> harmless_cell('=HYPERLINK("https://exemple.org")'), harmless_cell("Le mur"), harmless_cell(-3)
    ('\\'=HYPERLINK("https://exemple.org")', 'Le mur', -3)
    """
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_SIGNS) else value


def _preprocess(self, field, value, export_format):
    """Wagtail's own SpreadsheetExportMixin.preprocess_field_value, as each format can hold it; nothing obeys it."""
    written = _written(self, field, value, export_format)
    if export_format == self.FORMAT_CSV:
        return harmless_cell(written)
    return _NOT_IN_XML.sub("", written) if isinstance(written, str) else written


SpreadsheetExportMixin.preprocess_field_value = _preprocess
