"""How gunicorn runs the site: docs/exploitation.md, « Le serveur d’application ».

Its own words go through the site's formatter: it writes the address of whoever sends an invalid request (TRAPS 10).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from core.logs import anonymous_logging  # noqa: E402

wsgi_app = "site_nebuleuses.wsgi"
workers = 2
threads = 4
timeout = 60
max_requests = 2000
max_requests_jitter = 200
accesslog = None

logconfig_dict = anonymous_logging("WARNING") | {
    "loggers": {"gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False}}
}
