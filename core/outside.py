"""Asking another machine, seldom and with bounds: HTTPS, a public address, one answer, so many bytes and seconds.

Called when an editor saves a page; never while a page is shown.
"""

import ipaddress
import socket
import ssl
from http.client import HTTPException, HTTPSConnection
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

#: Seconds for a whole answer, the search for the address included.
PATIENCE = 5
_HEADERS = {"User-Agent": "Nebuleuses (oEmbed)", "Accept-Encoding": "identity"}


class NoAnswer(Exception):  # noqa: N818 -- what happened, as its callers say it
    """Nothing that can be used came back: nobody, too late, too much, elsewhere."""


def fetched(address, most, kinds, seconds=PATIENCE):
    """What is at `address` (str, HTTPS): `most` bytes at most, of one of the media types `kinds`.

    A redirection is no answer: who is asked was chosen. Raises NoAnswer.
    """
    connection, answers = connection_to(urlsplit(address).netloc, seconds), SimpleQueue()
    # In a thread, for no timeout of a socket bounds the search for a name, nor an answer that drips.
    Thread(target=_ask, args=(connection, address, most, kinds, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty as error:
        _cut(connection)
        raise NoAnswer from error
    if isinstance(answer, Exception):
        raise NoAnswer from answer
    return answer


def connection_to(host, seconds):
    return PublicConnection(host, timeout=seconds, context=ssl.create_default_context())


class PublicConnection(HTTPSConnection):
    """Goes to public addresses only, those it has looked at itself: a name that leads inside leads nowhere."""

    def __init__(self, host, *, timeout, context):
        super().__init__(host, timeout=timeout, context=context)
        self._tls = context

    def connect(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        places = [place[4] for place in found]
        if not places or not all(is_public(place[0]) for place in places):
            raise NoAnswer
        self.sock = socket.create_connection(places[0][:2], self.timeout)
        self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host)


def is_public(address):
    """Whether an IP address (str) is one of the whole Internet (bool): neither this machine nor its network."""
    place = ipaddress.ip_address(address)
    place = getattr(place, "ipv4_mapped", None) or place
    return place.is_global and not place.is_multicast


def _ask(connection, address, most, kinds, answers):
    parts = urlsplit(address)
    try:
        connection.request("GET", f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path, headers=_HEADERS)
        response = connection.getresponse()
        kind = response.headers.get_content_type()
        content = response.read(most + 1) if response.status == 200 and kind in kinds else b""
        answers.put(content if 0 < len(content) <= most else NoAnswer(f"{response.status} {kind} {len(content)}"))
    except (NoAnswer, OSError, HTTPException, ValueError) as error:
        answers.put(error)
    finally:
        connection.close()


def _cut(connection):
    """Ends what still drips, and the thread that reads it."""
    try:
        if connection.sock:
            connection.sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
