"""How each database is opened: for many readers and writers at once, and for a disk that fills up."""

from pathlib import Path

#: WAL alone loses writes; WAL + IMMEDIATE + a timeout loses none (TRAPS 7).
#: synchronous=NORMAL: after a power cut the last seconds may be missing, the file is never broken.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        "PRAGMA synchronous=NORMAL;"
        "PRAGMA foreign_keys=ON;"
        "PRAGMA secure_delete=ON;"
        "PRAGMA cache_size=-16000;"
    ),
}


def opened_for_many(database):
    """A copy of one of Django's DATABASES (dict) with what the site needs; makes the folder of an SQLite file."""
    # Kept connections: with WAL, a new connection on a full disk cannot even read (TRAPS 8).
    database = {**database, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    if database["ENGINE"] != "django.db.backends.sqlite3":
        return database
    if database["NAME"] != ":memory:":
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    return {**database, "OPTIONS": _SQLITE_OPTIONS}
