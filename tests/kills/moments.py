"""The moments of a gesture, one before and one after each thing that it does and that outlives it; death at one.

What is counted: each statement and each commit of the database, each file of the site that is opened for writing,
renamed, removed or made, each piece of it that is written, each program that is started, each mail.
"""

import functools
import json
import os
import signal
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.mail import EmailMessage
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from contributions.files.uploading import QuarantineUploadHandler

#: What Python says of the files it touches (sys.addaudithook), whose arguments name them.
_ON_FILES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.link"}
#: Of the names of moments around a statement.
STATEMENT = "sql"
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def die():
    """This process is killed, here and now: nothing of it runs any more, no `finally`, no lock given back."""
    os.kill(os.getpid(), signal.SIGKILL)


def dies_when_called(owner, name, times=1, first=None):
    """This process is killed when `owner.name` is called for the `times`th time, after `first(*arguments)` if given."""
    original, calls = getattr(owner, name), []

    @functools.wraps(original)
    def counted(*arguments, **options):
        calls.append(1)
        if len(calls) < times:
            return original(*arguments, **options)
        if first:
            first(original, *arguments, **options)
        return die()

    setattr(owner, name, counted)
    return counted


def in_child(act):
    """Runs `act()` in a process of its own, as it is now; gives whether it was killed (bool), and what it printed.

    Raises RuntimeError where it ended otherwise.
    """
    connection.close()
    with tempfile.TemporaryFile("w+") as said:
        child = os.fork()
        if not child:
            status = 1
            try:
                act(said)
                said.flush()
                status = 0
            except BaseException:
                sys.excepthook(*sys.exc_info())
                sys.stderr.flush()
            finally:
                os._exit(status)
        _pid, status = os.waitpid(child, 0)
        said.seek(0)
        was_killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if not was_killed and status:
            raise RuntimeError(f"The gesture itself failed ({status}).")
        return was_killed, said.read()


def moments_of(gesture):
    """The names (list of str) of the moments of an uninterrupted `gesture()`, done in a process of its own."""

    def act(said):
        moments = _Moments()
        with moments.watched():
            gesture()
        json.dump(moments.names, said)

    return json.loads(in_child(act)[1])


def killed_at(gesture, number):
    """Whether a process that does `gesture()` was killed at its moment `number` (from 1), or its last (bool).

    It may have fewer than another that did the same: it remembers some of what it is to ask.
    """

    def act(said):
        with _Moments(number).watched():
            gesture()
        die()

    return in_child(act)[0]


class _Moments:
    def __init__(self, fatal=None):
        self.names, self._fatal, self._is_counting = [], fatal, False
        roots = (settings.MEDIA_ROOT, settings.PRIVATE_ROOT, settings.QUARANTINE_ROOT)
        self._folders = tuple(map(str, roots))

    def watched(self):
        """A context in which moments are counted; it is for a process that ends with it."""
        sys.addaudithook(self._on_event)
        for owner, name in (
            (BaseDatabaseWrapper, "_commit"),
            (EmailMessage, "send"),
            (QuarantineUploadHandler, "receive_data_chunk"),
            (TemporaryFileUploadHandler, "receive_data_chunk"),
        ):
            setattr(owner, name, self._around(getattr(owner, name), name.strip("_")))
        File.chunks = self._between(File.chunks)
        self._is_counting = True
        return connection.execute_wrapper(self._on_statement)

    def _pass(self, name):
        if not self._is_counting:
            return
        self.names.append(name)
        if len(self.names) == self._fatal:
            die()

    def _on_event(self, event, arguments):
        if event == "subprocess.Popen":
            self._pass(f"starts {Path(str(arguments[0])).name}")
        elif event in _ON_FILES and any(str(one).startswith(self._folders) for one in arguments[:2]):
            if event != "open" or arguments[2] & _WRITES:
                self._pass(f"{event} {Path(str(arguments[0])).parent.name}/")

    def _on_statement(self, execute, sql, *arguments):
        name = f"{STATEMENT} {' '.join(sql.split()[:4])[:60]}"
        self._pass(f"before {name}")
        result = execute(sql, *arguments)
        self._pass(f"after {name}")
        return result

    def _around(self, original, name):
        @functools.wraps(original)
        def watched(*arguments, **options):
            self._pass(f"before {name}")
            result = original(*arguments, **options)
            self._pass(f"after {name}")
            return result

        return watched

    def _between(self, original):
        @functools.wraps(original)
        def watched(*arguments, **options):
            for chunk in original(*arguments, **options):
                yield chunk
                self._pass("a piece is written")

        return watched
