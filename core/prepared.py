"""Queries that are built, and written in SQL, once for a process: only what they are asked changes.

Django builds a query then writes it each time that it is asked: half of what a content page costs.
"""

from copy import copy
from datetime import UTC, date, datetime, timedelta

from django.db import connections

#: Keys that a query is prepared for: where there are fewer, the last is asked several times.
_NUMBERS = (4, 12, 24, 48, 96)
#: What no query holds, of each type of what it is asked: one for each number (function).
_STAND_INS = {
    str: lambda number: f"\ue000{number}",
    int: lambda number: -2_000_000_000 - number,
    date: lambda number: date(2, 1, 1) + timedelta(number),
    datetime: lambda number: datetime(2, 1, 1, tzinfo=UTC) + timedelta(number),
}


class Prepared:
    """The query of `build` (function: values → QuerySet), called with values of these `types`.

    They are str, int, date or datetime (aware). What else `build` looks at is looked at once: neither the present, nor
    a language, nor a setting. Raises ValueError the first time if a value is not a parameter of the SQL: a limit, or
    what Python compares.
    """

    def __init__(self, build, *types):
        self._build, self._types = build, types
        self._written = None

    def __call__(self, *values):
        """What is found (list)."""
        if self._written is None:
            self._written = self._write()
        queryset, compiler, sql, parameters, places = self._written
        queryset, compiler, parameters = queryset.all(), copy(compiler), list(parameters)
        compiler.connection = connections[queryset.db]
        for place, number in places:
            parameters[place] = _adapted(values[number], compiler.connection)
        compiler.as_sql = lambda *_args, **_options: (sql, parameters)
        queryset.query.get_compiler = lambda *_args, **_options: compiler
        return list(queryset)

    def _write(self):
        stand_ins = [_STAND_INS[kind](number) for number, kind in enumerate(self._types)]
        queryset = self._build(*stand_ins)
        compiler = queryset.query.get_compiler(queryset.db)
        sql, parameters = compiler.as_sql()
        numbers = {_adapted(value, compiler.connection): number for number, value in enumerate(stand_ins)}
        known = [isinstance(value, tuple(_STAND_INS)) and value in numbers for value in parameters]
        places = [(place, numbers[parameters[place]]) for place, is_asked in enumerate(known) if is_asked]
        if missing := set(numbers.values()) - {number for _place, number in places}:
            raise ValueError(f"not parameters of the query: {sorted(missing)}")
        return queryset, compiler, sql, parameters, places


class PreparedByKeys:
    """As Prepared; `build` (function: list of int → QuerySet) is called with keys (collection of int), however many."""

    def __init__(self, build):
        self._build, self._by_number = build, {}

    def __call__(self, keys):
        """What is found (list); no query without a key."""
        keys = list(keys)
        number = next((number for number in _NUMBERS if number >= len(keys)), None)
        if not keys or number is None:
            return list(self._build(keys)) if keys else []
        prepared = self._by_number.get(number)
        if prepared is None:
            prepared = self._by_number[number] = Prepared(lambda *keys: self._build(keys), *[int] * number)
        return prepared(*keys, *keys[-1:] * (number - len(keys)))


def _adapted(value, connection):
    """A `value` as Django gives it to the database."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
