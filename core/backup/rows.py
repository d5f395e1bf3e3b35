"""Tables as lines of JSON, one list of values each, and back: a few rows in memory, no signal, no field of a model."""

import gzip
import json

from django.db import DataError, IntegrityError

from core.backup.archive import BadArchive
from core.backup.snapshot import rows_of
from core.backup.values import reader_of, writer_of

#: Values and characters of one INSERT: SQLite takes 999 of the ones, and a text may be a megabyte.
_MOST_VALUES, _MOST_CHARACTERS = 900, 4_000_000
#: A longer line is not one of ours: PostgreSQL takes texts of a gigabyte, nobody writes ten megabytes.
_LONGEST_LINE = 256 * 1024 * 1024


def write_table(opened, table, path):
    """Writes at `path` (Path) the rows of `table` (Table) that the snapshot `opened` sees.

    Gives how many (int) and the names of the files they need (set of str).
    """
    columns = [name for name, _kind in table.columns]
    writers = [writer_of(kind, opened) for _name, kind in table.columns]
    for name in table.emptied:
        writers[columns.index(name)] = lambda value: None
    named = [columns.index(name) for name in table.files]
    count, needed = 0, set()
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as file:
        for row in rows_of(opened, table):
            count += 1
            file.write(json.dumps([write(value) for write, value in zip(writers, row, strict=True)]) + "\n")
            needed.update(row[place] for place in named if row[place])
    return count, needed


def load_table(connection, archive, said):
    """Adds to its table, which is empty, the rows of what a manifest has `said` of it (dict).

    Raises BadArchive: a line cannot be read, is refused by this database, or is missing.
    """
    readers = [reader_of(kind, connection) for _name, kind in said["columns"]]
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name, _kind in said["columns"])
    into = f"INSERT INTO {quote(said['name'])} ({names}) VALUES "  # noqa: S608
    holders = f"({', '.join(['%s'] * len(readers))})"
    count = 0
    with connection.cursor() as cursor:
        try:
            for rows in _batches(_lines(archive, said), len(readers)):
                values = [[read(value) for read, value in zip(readers, row, strict=True)] for row in rows]
                cursor.execute(into + ", ".join([holders] * len(rows)), [value for row in values for value in row])
                count += len(rows)
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise BadArchive(f"une ligne de {said['name']} est illisible, après la {count}e") from error
        except (DataError, IntegrityError) as error:
            raise BadArchive(
                f"cette base refuse une ligne de {said['name']}, après la {count}e\u00a0: {error}"
            ) from error
    if count != said["rows"]:
        raise BadArchive(f"{said['name']} a {count} lignes au lieu de {said['rows']}")


def _lines(archive, said):
    with archive.open(file_of(said["name"])) as packed, gzip.open(packed, "rt", encoding="utf-8") as file:
        while line := file.readline(_LONGEST_LINE):
            yield line


def _batches(lines, width):
    """What the lines say (lists of list), by as many as one statement takes."""
    batch, characters = [], 0
    for line in lines:
        batch.append(json.loads(line))
        characters += len(line)
        if (len(batch) + 1) * width > _MOST_VALUES or characters > _MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def file_of(name):
    """Where the archive keeps the rows of the table called `name` (str)."""
    return f"database/{name}.jsonl.gz"


def give_keys_from(connection, said):
    """The database gives no key again that it, or the archive, has given in the table that a manifest has `said`."""
    quote = connection.ops.quote_name
    name, last = said["name"], said["last_key"] or 0
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [last, name])
            if last and not cursor.rowcount:
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, last])
            return
        for sequence in connection.introspection.get_sequences(cursor, name):
            # Never backwards: what moves a sequence is not undone with the transaction.
            cursor.execute(
                f"SELECT setval(%s::regclass, most) FROM (SELECT greatest(max({quote(sequence['column'])}), %s,"  # noqa: S608
                f" (SELECT CASE WHEN is_called THEN last_value END FROM {quote(sequence['name'])})) AS most"
                f" FROM {quote(name)}) AS keys WHERE most > 0",
                [quote(sequence["name"]), last],
            )
