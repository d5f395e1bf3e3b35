#!/usr/bin/env python3
"""Serves the site with granian: docs/exploitation.md, « Le serveur d’application ».

    deploy/serve.py unix:/run/nebuleuses/site.sock
    deploy/serve.py 127.0.0.1:8000 --workers 2

What it writes goes through the site's formatter: an error may quote what somebody typed (TRAPS 10).
"""

import argparse
import sys
from pathlib import Path

from granian import Granian
from granian.constants import HTTPModes, Interfaces

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.logs import anonymous_logging  # noqa: E402

#: Requests that a worker answers at once; each keeps its connection to the database.
THREADS = 4
#: Seconds without a request before a thread goes away with its connection: granian's longest.
IDLE = 600
#: Seconds given to the requests under way when the site stops.
GRACE = 30
#: Seconds given to a new worker, which loads the site, before the one that it replaces goes.
SETTLING = 15
#: Megabytes past which a worker makes way for a new one, once its requests are answered.
MOST_MEMORY = 400


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("where", help="unix:<path of a socket>, or <address>:<port>")
    parser.add_argument("--workers", type=int, default=2, help="processes: as many as there are processors")
    parser.add_argument("--application", default="site_nebuleuses.wsgi:application", help="the WSGI callable")
    options = parser.parse_args()
    Granian(
        options.application,
        **listening(options.where),
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE,
        http=HTTPModes.http1,
        websockets=False,
        log_dictconfig=logging_of_granian(),
        respawn_failed_workers=True,
        respawn_interval=SETTLING,
        workers_max_rss=MOST_MEMORY,
        workers_kill_timeout=GRACE,
        working_dir=ROOT,
    ).serve()


def listening(where):
    """Granian's own words (dict) for `where` (str): a socket that the group may write to, or an address and a port."""
    if where.startswith("unix:"):
        return {"uds": Path(where.removeprefix("unix:")), "uds_permissions": 0o660}
    address, _colon, port = where.rpartition(":")
    return {"address": address.strip("[]"), "port": int(port)}


def logging_of_granian():
    """What Granian takes as logging (dict); it names no one who asks, having no access log."""
    logging = anonymous_logging("WARNING")
    logging["loggers"]["_granian"] = {"handlers": ["console"], "level": "INFO", "propagate": False}
    return logging


if __name__ == "__main__":
    main()
