"""Which parameters of its address an answer is made from: said by the forms that read them."""

from functools import wraps

from django.http import QueryDict


def note_read(parameters, names):
    """Notes that the answer to come is made from those `names` (iterable of str) of its `parameters` (QueryDict)."""
    if isinstance(parameters, QueryDict):
        parameters.names_read = getattr(parameters, "names_read", frozenset()) | frozenset(names)


def reads_no_parameter(view):
    """A `view` (function) that is told so: what others add to its address makes no other answer, but by a form."""

    @wraps(view)
    def told(request, *arguments, **named):
        note_read(request.GET, ())
        return view(request, *arguments, **named)

    return told


def names_read(request, response):
    """The names (frozenset of str) that an answer was made from, or None where nobody said: any may count.

    Pages read none but by a form.
    """
    is_page = "page" in (getattr(response, "context_data", None) or {})
    return getattr(request.GET, "names_read", frozenset() if is_page else None)
