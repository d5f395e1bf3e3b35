"""What somebody typed in a public form is not lost because the site cannot write it: the error page gives it back."""

import re
from dataclasses import dataclass

from django.http import UnreadablePostError

#: What a program filled, not a person.
_OF_PROGRAMS = {"csrfmiddlewaretoken", "formulaire", "preuve", "recu", "site_web"}
#: A choice among those of the form, as it is posted.
_CHOICE = re.compile(r"[a-z0-9-]*")


@dataclass(frozen=True)
class Typed:
    """`fields` (list of pairs) to be sent again to `address`; `words` (str) as a person may copy them."""

    address: str
    fields: list
    words: str
    had_files: bool


def gives_back(view):
    """A public view whose POST carries what somebody took time to write."""
    view.gives_back = True
    return view


def typed(request):
    """What a POST brought to a view that `gives_back` (Typed), None for the others, whose words are not public forms'.

    Nothing is asked of the database: it may be what is away.
    """
    view = getattr(request.resolver_match, "func", None)
    if not getattr(view, "gives_back", False):
        return None
    try:
        posted, files = request.POST, request.FILES
    except (UnreadablePostError, OSError):
        return None
    fields = [(name, value) for name, values in posted.lists() for value in values]
    words = [value for name, value in fields if name not in _OF_PROGRAMS and not _CHOICE.fullmatch(value)]
    return Typed(request.get_full_path(), fields, "\n\n".join(words), bool(files))
