"""What is written to tables that readers are shown, and shown to none of them: a draft that was never published."""

from contextlib import contextmanager
from contextvars import ContextVar

_is_unseen = ContextVar("what is written now is shown to no reader", default=False)


@contextmanager
def unseen(is_so):
    """While it lasts, what is written changes nothing for readers, if `is_so` (bool): the generation stays as it is."""
    former = _is_unseen.set(is_so or _is_unseen.get())
    try:
        yield
    finally:
        _is_unseen.reset(former)


def was_never_shown(page):
    """Whether what is known of `page` (Page) says that no reader ever saw it (bool): a draft."""
    return not page.live and not page.first_published_at


def nobody_sees():
    """Whether what is written now is shown to no reader (bool)."""
    return _is_unseen.get()
