"""What is deleted is gone from the file of the database too (TRAPS 11)."""

from django.db import connection


def erase_for_good():
    """On SQLite, writes full-text indexes again and empties the journal; elsewhere nothing is to be done.

    `PRAGMA secure_delete` writes over rows, but words stay in the segments of FTS5 until these are merged, and in the
    write-ahead log until it is emptied. Inside a transaction it does nothing: nothing is deleted yet.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'")
        for (name,) in cursor.fetchall():
            table = connection.ops.quote_name(name)
            cursor.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.fetchall()
