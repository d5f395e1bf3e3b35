"""From a text that somebody typed, or that another program sent, to what a page holds. Pure."""

from django.utils.html import escape

LONGEST_SUMMARY = 320


def summary_of(text):
    """Its first paragraph as one line (str), cut between two words at LONGEST_SUMMARY characters."""
    summary = " ".join(text.partition("\n\n")[0].split())
    if len(summary) <= LONGEST_SUMMARY:
        return summary
    kept = summary[: LONGEST_SUMMARY - 1]
    return f"{kept.rpartition(' ')[0] or kept}…"


def paragraphs_of(text):
    """Its paragraphs as HTML (list of str): what an empty line parts."""
    return [f"<p>{lines_of(paragraph)}</p>" for paragraph in text.split("\n\n") if paragraph.strip()]


def lines_of(text):
    """Its lines as HTML (str), one under the other."""
    return "<br/>".join(map(escape, text.strip().split("\n")))


def link_to(address):
    """An `address` (str) as HTML (str) that one reads and follows."""
    return f'<a href="{escape(address)}">{escape(address)}</a>'
