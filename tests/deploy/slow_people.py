"""People who send their request without end: they begin at once, and others' tests go on while they are waited for."""

import socket
import threading
import time

from tests.deploy.installed import NAME

_POST = f"POST /contact/ HTTP/1.1\r\nHost: {NAME}\r\n".encode()
#: Seconds after which nobody believes that they will be cut.
LONGEST = 60


class SlowPeople:
    """Those who come to a `site` (Installed). `seconds` is how long each was let in (dict), once `over` is called."""

    def __init__(self, site):
        self.seconds = {}
        by_tls = site.visitor().connected
        self._threads = [
            threading.Thread(target=self._send, args=arguments, daemon=True)
            for arguments in (
                ("headers", by_tls, _POST, b"X-Slow: yes\r\n"),
                ("body", by_tls, _POST + b"Content-Length: 1000\r\n\r\ntext=", b""),
                (
                    "headers, unencrypted",
                    lambda: socket.create_connection(("127.0.0.1", site.plain)),
                    b"GET / HTTP/1.1\r\n",
                    b"X-Slow: yes\r\n",
                ),
                ("nothing", lambda: socket.create_connection(("127.0.0.1", site.secure)), b"", b""),
            )
        ]
        for thread in self._threads:
            thread.start()

    def over(self):
        """Waits for the last of them."""
        for thread in self._threads:
            thread.join()
        return self.seconds

    def _send(self, name, connect, request, drop):
        """Sends a `request`, then a `drop` (bytes) each second, until nginx closes."""
        began = time.monotonic()
        with connect() as connection:
            connection.settimeout(1)
            connection.sendall(request)
            while time.monotonic() < began + LONGEST:
                try:
                    if not connection.recv(4096):
                        break
                except TimeoutError:
                    try:
                        connection.sendall(drop)
                    except OSError:
                        break
                except OSError:
                    break
        self.seconds[name] = time.monotonic() - began
