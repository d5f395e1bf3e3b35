"""A process that stops finishes first what is done once an answer has left: a mail under way leaves.

Granian waits for the answers alone: whatever a thread did after the last byte was cut there.
"""

from multiprocessing.util import Finalize
from threading import Condition

#: Seconds that a process waits before it stops, less than its server gives it (deploy/serve.py).
PATIENCE = 25


class Finishing:
    """`application` (WSGI callable), whose answers are closed before the process stops, within PATIENCE."""

    def __init__(self, application):
        self.application = application
        self._closing, self._changed = 0, Condition()
        # Unlike those of atexit, these are called at the end of a server's child process, too.
        Finalize(None, self.wait, exitpriority=0)

    def __call__(self, environ, start_response):
        return _Answer(self.application(environ, start_response), self)

    def wait(self):
        """Returns once no answer is being closed, or after PATIENCE."""
        with self._changed:
            self._changed.wait_for(lambda: not self._closing, PATIENCE)

    def close(self, answer):
        """Closes an answer (iterable of bytes); whatever that raises is raised."""
        with self._changed:
            self._closing += 1
        try:
            answer.close()
        finally:
            with self._changed:
                self._closing -= 1
                self._changed.notify_all()


class _Answer:
    def __init__(self, answer, finishing):
        self.answer, self.finishing = answer, finishing

    def __iter__(self):
        return iter(self.answer)

    def close(self):
        self.finishing.close(self.answer)
