"""What somebody wrote is not lost because the site cannot write it down: the error page gives it back."""

import re
from dataclasses import dataclass

from django.urls import Resolver404, resolve

#: What a program filled, not a person.
_OF_PROGRAMS = {"csrfmiddlewaretoken", "formulaire", "preuve", "recu", "site_web"}
#: Screens of the editor, where one writes for hours: their form is gone when one comes back to it (`no-store`).
_EDITORS = {"wagtailadmin_pages:add", "wagtailadmin_pages:edit"}
#: A choice among those of the form, as it is posted, or what the editor's script writes (JSON).
_CHOICE = re.compile(r"[a-z0-9-]*|[\[{].*", re.DOTALL)


@dataclass(frozen=True)
class Typed:
    """`fields` (list of pairs) to be sent again to `address`; `words` (str) as a person may copy them."""

    address: str
    fields: list
    words: str
    had_files: bool

    @property
    def is_once(self):
        """Whether the same form sent twice is one thing (bool)."""
        return any(name == "formulaire" for name, _value in self.fields)


def gives_back(view):
    """A public view whose POST carries what somebody took time to write."""
    view.gives_back = True
    return view


def typed(request):
    """What a POST brought to a view that `gives_back`, or to the editor (Typed); None for others, as that of passwords.

    Nothing is asked of the database: it may be what is away.
    """
    match = request.resolver_match or _resolved(request)
    if match is None or not (getattr(match.func, "gives_back", False) or match.view_name in _EDITORS):
        return None
    try:
        posted, files = request.POST, request.FILES
    except Exception:  # whatever is wrong with it, there is a page that answers
        return None
    fields = [(name, value) for name, values in posted.lists() for value in values]
    words = [value for name, value in fields if name not in _OF_PROGRAMS and not _CHOICE.fullmatch(value)]
    return Typed(request.get_full_path(), fields, "\n\n".join(words), bool(files))


def _resolved(request):
    """Where a request was going (ResolverMatch or None) that a middleware did not let through."""
    try:
        return resolve(request.path_info)
    except Resolver404:
        return None
