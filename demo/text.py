"""From prose as it is written in `demo/content` to the rich text that Wagtail stores. Pure."""

import re

#: Only the plain blanks: a non-breaking space is typography and stays.
_BLANKS = re.compile(r"[ \n]+")
_REFERENCE = re.compile(r'<a href="(page|document):([\w-]+)">')


def one_line(text):
    """`text` with the line breaks of the source file made into spaces (str → str)."""
    return _BLANKS.sub(" ", text).strip(" \n")


def paragraphs(text):
    """HTML (str) of `text`: an empty line begins a new paragraph; what starts with a tag of block stays as it is.

    >>> paragraphs("Un.\\n\\nDeux.")
    '<p>Un.</p><p>Deux.</p>'
    """
    pieces = [one_line(piece) for piece in re.split(r"\n\s*\n", text)]
    return "".join(piece if piece.startswith(("<ul", "<ol", "<hr")) else f"<p>{piece}</p>" for piece in pieces if piece)


def references(html):
    """What `html` points to (set of (str, str)): `<a href="page:trieste">` gives ("page", "trieste")."""
    return set(_REFERENCE.findall(html))


def with_links(html, key_of):
    """`html` with each such link made one of Wagtail's; `key_of(linktype, name)` gives the primary key."""
    return _REFERENCE.sub(lambda match: f'<a linktype="{match[1]}" id="{key_of(match[1], match[2])}">', html)
