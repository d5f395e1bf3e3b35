"""What lists show, as their reader sees it."""

import html
import re

_TITLE = re.compile(r'class="(?:card|occurrence|result)-title">\s*<a[^>]*>(.*?)</a>', re.DOTALL)


def titles_of(shown):
    """The titles (list of str) of cards (iterable of str), or of all that a page lists (an answer), in order."""
    text = shown.content.decode() if hasattr(shown, "content") else "".join(shown)
    return [html.unescape(re.sub("<[^>]*>", "", title)) for title in _TITLE.findall(text)]
