"""What a whole module of tests is shown, made once for all of them."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def undone_at_the_end(blocker):
    """Gives a context in which what is written is there for every test that follows; nothing of it remains afterwards.

    `blocker` is pytest-django's. Each test is a transaction within this one, and undone by itself.
    """
    everything = transaction.atomic()
    everything._from_testcase = True  # as those of Django's TestCase: what must be outermost is let in

    @contextmanager
    def writing():
        with blocker.unblock():
            yield
            connection.run_on_commit.clear()  # of what is never committed, nothing waits

    with blocker.unblock():
        everything.__enter__()
    try:
        yield writing
    finally:
        with blocker.unblock():
            transaction.set_rollback(True)
            everything.__exit__(None, None, None)
