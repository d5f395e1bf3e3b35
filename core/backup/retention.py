"""Which copies are kept when a new one has been made, and which may go."""

import re
from datetime import UTC, datetime, timedelta

_NAME = re.compile(r"nebuleuses-(\d{8}T\d{6})Z\.tar")
_TIME = "%Y%m%dT%H%M%S"
#: What was made this recently is all kept: a copy of before a mistake is worth more than one of after.
_RECENT = timedelta(days=2)


def name_of(moment):
    """How a copy made at `moment` (aware datetime) is called (str)."""
    return f"nebuleuses-{moment.astimezone(UTC):{_TIME}}Z.tar"


def moment_of(name):
    """When the copy called `name` (str) was made (aware datetime); None if this is no name of a copy."""
    match = _NAME.fullmatch(name)
    try:
        return match and datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None


def copies(folder):
    """The copies in `folder` (Path), newest first (list of Path)."""
    found = [path for path in folder.iterdir() if moment_of(path.name) and path.is_file()]
    return sorted(found, key=lambda path: path.name, reverse=True)


def kept(moments, *, days, weeks, months):
    """Those of `moments` (aware datetimes) whose copies are kept (set), counted back from the newest one.

    That is: all of the last two days, and the last one of each of so many `days`, `weeks` and `months` (int) that
    have one.
    """
    newest_first = sorted(moments, reverse=True)
    chosen = {moment for moment in newest_first if newest_first[0] - moment <= _RECENT}
    for number, period in ((days, "%Y-%m-%d"), (weeks, "%G-%V"), (months, "%Y-%m")):
        last_of = {}
        for moment in newest_first:
            last_of.setdefault(moment.strftime(period), moment)
        chosen.update(list(last_of.values())[:number])
    return chosen
