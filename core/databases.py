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
        "PRAGMA cache_size=-8000;"
    ),
}

#: A PostgreSQL that is gone without a word (libpq, §34.1.2): seconds to connect, then to find out that nobody is there,
#: where the system's own answers are minutes and hours.
_POSTGRESQL_OPTIONS = {
    "connect_timeout": 5,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,  # milliseconds
}


def opened_for_many(database, *, in_development=False):
    """A copy of one of Django's DATABASES (dict) with what the site needs; makes the folder of an SQLite file.

    Connections are kept: with WAL, a new one on a full disk cannot even read (TRAPS 8). But `runserver` has a thread
    for each request, and PostgreSQL a hundred connections, which threads that are gone do not give back.
    """
    is_sqlite = database["ENGINE"] == "django.db.backends.sqlite3"
    age = 0 if in_development and not is_sqlite else None
    database = {**database, "CONN_MAX_AGE": age, "CONN_HEALTH_CHECKS": True}
    if database["ENGINE"] == "django.db.backends.postgresql":
        return {**database, "OPTIONS": _POSTGRESQL_OPTIONS | database.get("OPTIONS", {})}
    if not is_sqlite:
        return database
    if database["NAME"] != ":memory:":
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    return {**database, "OPTIONS": _SQLITE_OPTIONS}
