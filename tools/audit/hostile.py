"""A site that is served to be attacked: where it writes, what it weighs, and the attack, in a process of its own."""

import json
import subprocess  # noqa: S404
import sys
from contextlib import contextmanager
from pathlib import Path

from tools.example import ROOT


@contextmanager
def attacked(site):
    """Serves a built Example with its temporary files, its mails and what it counts in its folder.

    Gives a function (what: str, one in how many → what tests.hostile found, most memory of a process in megabytes).
    """
    folder, usual = site.folder / "hostile", site.environment
    for name in ("tmp", "mail", "cache"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    site.environment = usual | {
        "TMPDIR": str(folder / "tmp"),
        "EMAIL_URL": f"filemail:///{folder / 'mail'}",
        "CACHE_URL": f"filecache://{folder / 'cache'}",
    }
    try:
        with site.served() as address:
            yield lambda what, one_in: _attack(site, address, folder, what, one_in)
    finally:
        site.environment = usual


def _attack(site, address, folder, what, one_in):
    # The attack writes elsewhere than what it looks at.
    environment = site.environment | {"TMPDIR": str(folder)}
    command = [sys.executable, "-m", "tests.hostile", what, address, str(folder / "tmp")]
    command.append(f"--one-in={one_in}")
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)  # noqa: S603
    return json.loads(done.stdout), most_memory(address)


def most_memory(address):
    """The most memory (int, megabytes) that one process of the server at `address` (str) has ever had (Linux)."""
    bind, most = address.partition("://")[2].encode(), 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command, status = (process / "cmdline").read_bytes(), (process / "status").read_text()
        except OSError:  # it has just ended
            continue
        if b"deploy/serve.py" in command and bind in command:
            peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
            most = max(most, int(peak.split()[1]) // 1000)
    return most
