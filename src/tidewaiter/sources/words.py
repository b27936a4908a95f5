"""The words of a staged file: each distinct one fetched once, and tables of what they stand for beside the rows.

Words are kept as small numbers, since sorting and writing a name costs many times what a number does: a field of words
gets a type that lists them all in order (DuckDB's ENUM), so that sorting the numbers sorts the words. What is the same
in every row is no column at all, but written down once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tidewaiter.sources.sql import literal
from tidewaiter.sources.uniform import Word

if TYPE_CHECKING:
    import duckdb

#: The types of what words stand for, where that is no word itself.
_KINDS = {"year": "SMALLINT", "month": "UTINYINT", "level": "UTINYINT", "counted": "BOOLEAN"}


class Words:
    """The words in the table `rows`, which is named `s` in SQL; `joins` puts the tables made here beside it.

    `same` are columns that say the same in all rows, and what: nobody has to look.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, rows: str, name: str, same: Mapping[str, Word]) -> None:
        self.joins: list[str] = []
        self._same = same
        self._connection = connection
        self._rows = rows
        self._name = name
        self._words: dict[str, set[str]] = {}
        self._kept: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        self._columns: list[tuple[str, str, str]] = []

    def distinct(self, *columns: str) -> list[tuple[Any, ...]]:
        """The distinct words of some columns, with the first record that has them; rows that lack one are left out."""
        if any(self._same.get(column, "") is None for column in columns):
            return []
        varying = tuple(column for column in columns if column not in self._same)
        found = []
        for *words, record in self._found(varying):
            said = iter(words)
            found.append((*(self._same[each] if each in self._same else next(said) for each in columns), record))
        return found

    def _found(self, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
        """The same of columns that vary; of none, the first record."""
        if columns not in self._kept:
            keys = "".join(f"{column}, " for column in columns)
            given = "".join(f" AND {column} IS NOT NULL" for column in columns)
            grouped = f" GROUP BY {', '.join(columns)}" if columns else ""
            self._kept[columns] = self._connection.execute(
                f"SELECT {keys}min(record) AS first_record FROM {self._rows} "
                f"WHERE lacking IS NULL{given}{grouped} ORDER BY first_record"
            ).fetchall()
        return self._kept[columns]

    def stands_in_all(self, column: str) -> bool:
        """Whether every row that says enough has something in a column."""
        if column in self._same:
            return self._same[column] is not None
        found = self._connection.execute(
            f"SELECT 1 AS found FROM {self._rows} WHERE lacking IS NULL AND {column} IS NULL LIMIT 1"
        ).fetchone()
        return found is None

    def add(self, field: str, words: Iterable[str]) -> None:
        """Say which words a field may have besides those of the tables."""
        self._words.setdefault(field, set()).update(words)

    def word(self, field: str, text: str) -> str:
        """SQL of a word in the type of its field."""
        self.add(field, [text])
        return f"CAST({literal(text)} AS {self._type(field)})"

    def join(
        self, column: str, alias: str, known: Mapping[str, tuple[object, ...]], fields: Mapping[str, str]
    ) -> dict[str, str]:
        """Put a table of a column's words and what they stand for beside the rows; SQL of each that comes of it.

        `fields` names what each item of `known` is, and the field of a flow that it goes into ("" for none). What is
        the same for all rows is given as such. The words go over as lists: thousands of literals would take longer to
        parse than the rows to join.
        """
        items = {each: [found[place] for found in known.values()] for place, each in enumerate(fields)}
        same = {each: values[0] for each, values in items.items() if len(set(values)) == 1}
        if same and not self.stands_in_all(column):
            same = {}
        shown = {each: _value(same[each]) if each in same else f"{alias}.{each}" for each in fields}
        if len(same) < len(fields):
            self._make(alias, {"word": list(known)} | {each: items[each] for each in fields if each not in same})
            self.joins.append(f"LEFT JOIN {self._name}_{alias} AS {alias} ON {alias}.word = s.{column}")
        for each, field in fields.items():
            if field and each not in _KINDS:
                self.add(field, (value for value in items[each] if isinstance(value, str)))
                if each not in same:
                    self._columns.append((f"{self._name}_{alias}", each, field))
        return shown

    def narrow(self) -> dict[str, str]:
        """Make the types of fields of words, after all is looked up; texts and numbers have none."""
        types = {field: self._type(field) for field, words in self._words.items() if words}
        for field, kind in types.items():
            make_type(self._connection, kind, self._words[field])
        for table, column, field in self._columns:
            if field in types:
                self._connection.execute(f"ALTER TABLE {table} ALTER {column} TYPE {types[field]}")
        return types

    def _type(self, field: str) -> str:
        return f"{self._name}_{field}"

    def _make(self, alias: str, columns: Mapping[str, list[Any]]) -> None:
        table = f"{self._name}_{alias}"
        kinds = ", ".join(f"{each} {_KINDS.get(each, 'VARCHAR')}" for each in columns)
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({kinds})")
        lists = ", ".join("unnest(?)" for _ in columns)
        self._connection.execute(f"INSERT INTO {table} SELECT {lists}", list(columns.values()))


def make_type(connection: duckdb.DuckDBPyConnection, name: str, words: Iterable[str]) -> None:
    """Make a type of some words, in their order."""
    connection.execute("CREATE OR REPLACE TEMP TABLE words AS SELECT unnest(?) AS word", [sorted(words)])
    connection.execute(f"CREATE OR REPLACE TYPE {name} AS ENUM (SELECT word FROM words ORDER BY word)")


def _value(value: object) -> str:
    return literal(value) if isinstance(value, str) else "NULL" if value is None else str(value)
