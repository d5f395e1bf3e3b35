"""Kills on the site that the environment names, whose tables are made; writes what became of it, in JSON.

    python -m tests.kills random <kills> <seed> [<title>…]      python -m tests.kills instants      … hours

The folder for temporary files (TMPDIR) is empty, and nobody else's.
"""

import json
import sys

import django


def main(what, kills="0", seed="", *titles):
    from django.core.management import call_command

    from contributions.models import Attachment
    from tests.kills import instants, running
    from tests.kills.aftermath import hours_later
    from tests.kills.scenarios import scenarios

    call_command("setup_site", "-v0")
    if what == "random":
        chosen = [one for one in scenarios() if not titles or one.title in titles]
        return running.run(chosen, int(kills), seed)
    if what == "instants":
        return instants.outcomes()
    orphans, faults = hours_later(is_checked_first=True)
    waiting = [one for one in Attachment.objects.waiting() if one.path.stat().st_size == one.size]
    return {"orphans": orphans, "faults": faults, "waiting": len(waiting)}


if __name__ == "__main__":
    django.setup()
    json.dump(main(*sys.argv[1:]), sys.stdout)
