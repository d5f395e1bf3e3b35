"""Values of a database as JSON and back, the same whichever engine they come from or go to."""

import base64
import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db import models
from django.db.models.expressions import Col

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Kind:
    """How a value that JSON does not know is written and read; `field` knows what a database takes."""

    write: callable
    read: callable
    field: models.Field


#: By what Field.get_internal_type says; all others are texts, numbers, true or false, as JSON has them.
KINDS = {
    "DateTimeField": Kind(datetime.isoformat, datetime.fromisoformat, models.DateTimeField()),
    "DateField": Kind(date.isoformat, date.fromisoformat, models.DateField()),
    "TimeField": Kind(time.isoformat, time.fromisoformat, models.TimeField()),
    "DurationField": Kind(
        lambda value: value // _MICROSECOND, lambda value: value * _MICROSECOND, models.DurationField()
    ),
    "DecimalField": Kind(str, Decimal, models.DecimalField(max_digits=40, decimal_places=20)),
    "UUIDField": Kind(str, uuid.UUID, models.UUIDField()),
    "BinaryField": Kind(lambda value: base64.b64encode(value).decode(), base64.b64decode, models.BinaryField()),
}
JSON = "JSONField"
#: The character NUL as JSON writes it: its backslash is not itself written, as one of a pair.
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def writer_of(kind, connection):
    """The function that makes JSON of a value of a column, as the driver of `connection` gives it.

    `kind` (str) is its internal type. What fields do with values (StreamField parses them) is left aside: what is
    stored is what is copied.
    """
    field = KINDS[kind].field if kind in KINDS else getattr(models, kind, models.TextField)()
    column = Col("", field)
    converters = connection.ops.get_db_converters(column)
    if kind in KINDS:
        converters = [*converters, *field.get_db_converters(connection)]
    write = KINDS[kind].write if kind in KINDS else None

    def written(value):
        for converter in converters:
            value = converter(value, column, connection)
        return write(value) if write and value is not None else value

    return written


def reader_of(kind, connection):
    """The function that makes of such JSON what the driver of `connection` takes. Raises ValueError, TypeError."""
    if kind in KINDS:
        known = KINDS[kind]
        return lambda value: None if value is None else known.field.get_db_prep_value(known.read(value), connection)
    if connection.vendor != "postgresql":
        return lambda value: value
    # PostgreSQL has no place for NUL (TRAPS 6), which SQLite keeps and nobody can read.
    if kind == JSON:
        return lambda value: _NUL.sub(r"\1", value) if isinstance(value, str) else value
    return lambda value: value.replace("\0", "") if isinstance(value, str) else value
