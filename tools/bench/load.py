"""Readers who ask for one page again and again, as fast as it comes: what wrk counts of them."""

import re
import shutil
import subprocess  # noqa: S404
from dataclasses import dataclass

#: Seconds of one measure, and of the one before it that nobody reads.
SECONDS, WARM_UP = 6, 2
#: What browsers say that they accept.
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}
_UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}
_LATENCY = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s|m)\s*$", re.MULTILINE)
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_BAD = re.compile(
    r"Non-2xx or 3xx responses: (\d+)|Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)"
)


@dataclass(frozen=True)
class Load:
    """Requests `a_second`, milliseconds of the one in the middle (`p50`) and of the slowest hundredth (`p99`)."""

    a_second: float
    p50: float
    p99: float
    errors: int


def is_there():
    """Whether wrk is on this machine (bool)."""
    return shutil.which("wrk") is not None


def asked(address, clients, headers=BROWSER, seconds=SECONDS, script=None):
    """The Load that `clients` (int), each with a connection that stays open, put on `address` (str).

    A `script` (Path, Lua) says which of its pages they ask for.
    """
    _wrk(address, clients, headers, WARM_UP, script)
    return read(_wrk(address, clients, headers, seconds, script))


def read(text):
    """What wrk prints (str), understood. Raises ValueError where it says nothing of requests."""
    rate = _RATE.search(text)
    if rate is None:
        raise ValueError(text)
    latency = {percent: float(number) * _UNITS[unit] for percent, number, unit in _LATENCY.findall(text)}
    if not {"50", "99"} <= latency.keys():
        raise ValueError(text)
    errors = sum(int(number) for found in _BAD.findall(text) for number in found if number)
    return Load(float(rate[1]), latency["50"], latency["99"], errors)


def _wrk(address, clients, headers, seconds, script):
    said = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    said += ["-s", str(script)] if script else []
    threads = min(2, clients)
    command = ["wrk", "--latency", f"-t{threads}", f"-c{clients}", f"-d{seconds}s", *said, address]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
