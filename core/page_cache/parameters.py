"""Which parameters of its address an answer is made from: said by the forms that read them."""

from django.http import QueryDict


def note_read(parameters, names):
    """Notes that the answer to come is made from those `names` (iterable of str) of its `parameters` (QueryDict)."""
    if isinstance(parameters, QueryDict):
        parameters.names_read = getattr(parameters, "names_read", frozenset()) | frozenset(names)


def names_read(request, response):
    """The names (frozenset of str) that an answer was made from, or None where nobody said: any may count.

    Pages read none but by a form.
    """
    is_page = "page" in (getattr(response, "context_data", None) or {})
    return getattr(request.GET, "names_read", frozenset() if is_page else None)
