"""Words as small numbers while the rows of a year's files are brought together: see `sources.words`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger.schema import COLUMNS
from tidewaiter.sources.sql import identifier, literal
from tidewaiter.sources.words import make_type

if TYPE_CHECKING:
    import duckdb

#: Columns of texts, which repeat too little.
_TEXTS = ("product", "good", "url")
_WORDS = tuple(each.name for each in COLUMNS if each.type == "VARCHAR" and each.name not in _TEXTS)
#: So few rows are sorted as quickly as their words are gathered.
_FEW = 20_000


def types(connection: duckdb.DuckDBPyConnection, paths: Sequence[Path], *, rows: int) -> dict[str, str]:
    """A type for each column of words, made of all that the files have in it; none for a few rows."""
    if rows < _FEW:
        return {}
    files = ", ".join(literal(str(path)) for path in paths)
    lists = ", ".join(
        f"list(DISTINCT r.{identifier(name)}) FILTER (r.{identifier(name)} IS NOT NULL) AS {identifier(name)}"
        for name in _WORDS
    )
    found = connection.execute(f"SELECT {lists} FROM read_parquet([{files}]) AS r").fetchone()
    assert found is not None
    made = {}
    for name, words in zip(_WORDS, found, strict=True):
        if words:
            made[name] = f"words_of_{name}"
            make_type(connection, made[name], words)
    return made


def select(path: Path, types: Mapping[str, str]) -> str:
    """SQL of a file's rows with its words as numbers."""
    items = ", ".join(
        f"CAST(h.{identifier(each.name)} AS {types.get(each.name, each.type)}) AS {identifier(each.name)}"
        for each in COLUMNS
    )
    return f"SELECT {items} FROM read_parquet({literal(str(path))}) AS h"
