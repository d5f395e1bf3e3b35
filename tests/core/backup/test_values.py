"""Every kind of value goes to JSON and comes back the same, from and to the database of the suite."""

import json
import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.db import connection, models

from core.backup.tables import copied_tables
from core.backup.values import KINDS, reader_of, writer_of

VALUES = {
    "DateTimeField": datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC),
    "DateField": date(1789, 7, 14),
    "TimeField": time(23, 59, 59, 999999),
    "DurationField": timedelta(days=-3, microseconds=7),
    "DecimalField": Decimal("-12345.6789"),
    "UUIDField": uuid.UUID(int=7),
    "BinaryField": bytes(range(256)),
    "TextField": "é\u2028🌌\\u0041'\"%s",
    "BooleanField": True,
    "FloatField": 0.1 + 0.2,
    "BigIntegerField": -(2**62),
    "JSONField": '{"a": [1, "\\u00e9", null]}',
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", VALUES)
def test_a_value_comes_back(kind):
    field = KINDS[kind].field if kind in KINDS else getattr(models, kind)()
    field.set_attributes_from_name("value")
    write, read = writer_of(kind, connection), reader_of(kind, connection)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE kept (value {field.db_type(connection)})")
        cursor.execute("INSERT INTO kept VALUES (%s)", [read(write_directly(kind))])
        cursor.execute("SELECT value FROM kept")
        stored = write(cursor.fetchone()[0])
        cursor.execute("DROP TABLE kept")
    assert same(kind, json.loads(json.dumps(stored)), write_directly(kind))


def write_directly(kind):
    return KINDS[kind].write(VALUES[kind]) if kind in KINDS else VALUES[kind]


def same(kind, one, other):
    if kind in {"DecimalField", "DateTimeField"}:
        return KINDS[kind].read(one) == KINDS[kind].read(other)
    return json.loads(one) == json.loads(other) if kind == "JSONField" else one == other


@pytest.mark.parametrize("kind", [*KINDS, "TextField", "JSONField"])
def test_nothing_stays_nothing(kind):
    assert writer_of(kind, connection)(None) is None and reader_of(kind, connection)(None) is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite garde le caractère NUL")
@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("TextField", "a\0b", "ab"),
        ("JSONField", r'{"a": "x\u0000"}', '{"a": "x"}'),
        ("JSONField", r'["\\u0000"]', r'["\\u0000"]'),
        ("JSONField", r'["\\\u0000"]', r'["\\"]'),
    ],
)
def test_postgresql_does_without_the_character_that_it_refuses(kind, value, kept):
    assert reader_of(kind, connection)(value) == kept


def test_what_is_left_out_is_left_out_with_what_cannot_do_without():
    tables, left_out = copied_tables()
    assert {"django_session", "wagtailsearch_indexentry", "core_siterendition"} <= set(left_out)
    assert {"contributions_contribution", "wagtailcore_revision"} <= {table.name for table in tables}
    assert not {table.name for table in tables} & set(left_out)
