"""Tables that members take away: what others wrote in a cell stays words.

A cell that begins with one of a few signs is a formula for Calc and Excel, and may fetch an address with what its
neighbours hold. OWASP, « CSV Injection »: an apostrophe before them makes it text. Wagtail does so in XLSX alone.
"""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_written = SpreadsheetExportMixin.preprocess_field_value


def harmless_cell(value):
    """`value`, as a table may hold it: text (str) that a program would compute has an apostrophe before it.

    >>> harmless_cell('=HYPERLINK("https://exemple.org")'), harmless_cell("Le mur"), harmless_cell(-3)
    ('\\'=HYPERLINK("https://exemple.org")', 'Le mur', -3)
    """
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_SIGNS) else value


def _preprocess(self, field, value, export_format):
    """Wagtail's own SpreadsheetExportMixin.preprocess_field_value, harmless where it is written in CSV."""
    written = _written(self, field, value, export_format)
    return harmless_cell(written) if export_format == self.FORMAT_CSV else written


SpreadsheetExportMixin.preprocess_field_value = _preprocess
