"""Queries that are built, and written in SQL, once for a process: only what they are asked changes.

Django builds a query then writes it each time that it is asked, which may cost as much as the page that it is for.
"""

from copy import copy
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import Any, NamedTuple

from django.db import connections

#: Keys that a query is prepared for: where there are fewer, the last is asked several times.
_NUMBERS = (4, 12, 24, 48, 96)
#: What no query holds, of each type of what it is asked: one for each number (function). Small integers hold theirs.
_STAND_INS = {
    str: lambda number: f"\ue000{number}",
    int: lambda number: -30_000 + number,
    date: lambda number: date(2, 1, 1) + timedelta(number),
    datetime: lambda number: datetime(2, 1, 1, tzinfo=UTC) + timedelta(number),
}
_TYPES = tuple(_STAND_INS)
#: What a query is written for twice, to know what changes: numbers of the first stand-ins.
_ONCE, _AGAIN = 0, 1_000


class Prepared:
    """The query of `build` (function: values → QuerySet), called with values of these `types`.

    They are str, int, date or datetime (aware), never None, and given to the database as they are. `build` depends on
    nothing else that changes: neither the present, nor a language, nor a setting. The first call raises ValueError if a
    value is not simply a parameter of the SQL: a limit, a part of a word, what Python compares.
    """

    def __init__(self, build, *types):
        self._build, self._types = build, types
        self._written, self._lock = None, Lock()

    def __call__(self, *values):
        """What is found (list)."""
        written = self._written or self._write()
        queryset, compiler = written.queryset.all(), copy(written.compiler)
        compiler.connection = connections[queryset.db]
        asked = [_adapted(value, compiler.connection) for value in values]
        places, parameters = written.places, list(written.parameters)
        for number, value in zip(range(len(self._types)), asked, strict=True):
            for place in places[number]:
                parameters[place] = value
        compiler.as_sql = lambda *_args, **_options: (written.sql, parameters)
        queryset.query.get_compiler = lambda *_args, **_options: compiler
        return list(queryset)

    def _write(self):
        with self._lock:
            if self._written is None:
                once, again = self._written_for(_ONCE), self._written_for(_AGAIN)
                if again.rest != once.rest or not all(once.places):
                    raise ValueError("what is asked is not all parameters of the query")
                self._written = once
            return self._written

    def _written_for(self, first):
        stand_ins = [_STAND_INS[kind](number) for number, kind in enumerate(self._types, first)]
        queryset = self._build(*stand_ins)
        compiler = queryset.query.get_compiler(queryset.db)
        sql, parameters = compiler.as_sql()
        numbers = {_adapted(value, compiler.connection): number for number, value in enumerate(stand_ins)}
        # The connection is that of a thread, and goes away with it.
        compiler.connection = None
        places = [[] for _type in self._types]
        for place, value in enumerate(parameters):
            if isinstance(value, _TYPES) and value in numbers:
                places[numbers[value]].append(place)
        return _Written(queryset, compiler, sql, parameters, places)


class _Written(NamedTuple):
    """A query as Django writes it; `places` (list of lists of int) are those of each value among its `parameters`."""

    queryset: Any
    compiler: Any
    sql: str
    parameters: tuple
    places: list

    @property
    def rest(self):
        """All that does not depend on what is asked."""
        asked = {place for places in self.places for place in places}
        return self.sql, self.places, [None if place in asked else one for place, one in enumerate(self.parameters)]


class PreparedByKeys:
    """As Prepared; `build` (function: list of int → QuerySet) is called with keys (collection of int), however many."""

    def __init__(self, build):
        self._build, self._by_number = build, {}

    def __call__(self, keys):
        """What is found (list); no query without a key."""
        keys = list(keys)
        if not keys:
            return []
        number = next((number for number in _NUMBERS if number >= len(keys)), None)
        if number is None:
            return list(self._build(keys))
        prepared = self._by_number.setdefault(number, Prepared(lambda *keys: self._build(keys), *[int] * number))
        return prepared(*keys, *keys[-1:] * (number - len(keys)))


def _adapted(value, connection):
    """A `value` as Django gives it to the database."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
