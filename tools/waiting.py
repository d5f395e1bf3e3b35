"""Waiting for what other processes do: what is started here answers some time later."""

import socket
import time
from urllib.request import urlopen


def within(seconds, holds, every=0.1):
    """Whether `holds` (function → anything) says yes in so many seconds (bool), asked `every` so many."""
    until = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < until:
        time.sleep(every)
    return bool(held)


def listens(port):
    """Whether somebody accepts connections at 127.0.0.1:`port` (bool)."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def answers(address, seconds=10):
    """Whether what is at `address` (str) answers without an error in so many seconds (bool)."""
    try:
        urlopen(address, timeout=seconds).close()  # noqa: S310
    except OSError:
        return False
    return True
