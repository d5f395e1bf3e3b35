"""The processes of this machine, as /proc tells them: proc(5)."""

from pathlib import Path

#: Python's own child, beside those that a server starts.
_OF_PYTHON = "resource_tracker"


def workers_of(pid):
    """The processes that a server's first one, `pid` (int), started and that live (list of int), the oldest first.

    One that ends meanwhile is left out. Raises OSError where `pid` itself has ended.
    """
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    commands = {int(child): _command(child) for child in children}
    return [child for child, command in commands.items() if command and _OF_PYTHON not in command]


def _command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
