"""A line to a service that may be cut, or go dead: what is at its end accepts, and never answers."""

import socket
from contextlib import suppress
from threading import Lock, Thread

from tools.example import free_port


class Relay:
    """Passes what comes to 127.0.0.1:`port` on to `place` (host and port), until `cut` or `hang`; `mend` repairs it.

    Without a place it hangs from the start.
    """

    def __init__(self, place=None):
        self.place, self.port, self.is_hanging = place, free_port(), place is None
        self._lock, self._open, self._listening = Lock(), [], None
        self.mend(is_hanging=self.is_hanging)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.cut()

    def cut(self):
        """Nobody listens any more, and those who were connected are cut off."""
        listening, self._listening = self._listening, None
        if listening:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
        self._drop()

    def hang(self):
        """Connections are accepted, and what they say is read by nobody."""
        self.is_hanging = True
        self._drop()

    def mend(self, *, is_hanging=False):
        self.is_hanging = is_hanging
        if self._listening is None:
            self._listening = socket.create_server(("127.0.0.1", self.port), backlog=64)
            Thread(target=self._accept, args=(self._listening,), daemon=True).start()
        self._drop()

    def _drop(self):
        with self._lock:
            dropped, self._open = self._open, []
        for one in dropped:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self, listening):
        while True:
            try:
                near, _address = listening.accept()
            except OSError:
                return
            with self._lock:
                self._open.append(near)
            if self.is_hanging:
                continue
            try:
                far = socket.create_connection(self.place, timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self._lock:
                self._open.append(far)
            for source, target in ((near, far), (far, near)):
                Thread(target=_pass_on, args=(source, target), daemon=True).start()


def _pass_on(source, target):
    with suppress(OSError):
        while received := source.recv(65536):
            target.sendall(received)
    for one in (source, target):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
