"""What a load says of a file that was read and yet may surprise: parts alone, amounts left out, an end that is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger import part
from tidewaiter.sources import press
from tidewaiter.sources.fields import FLOWS

if TYPE_CHECKING:
    import duckdb

    from tidewaiter.ledger.releases import Day
    from tidewaiter.sources.stage import Staged

#: How many codes that are on no list are named.
_SHOWN = 5
#: Flows that lie inside another one, and that one: questions ask for the whole.
_INSIDE = {
    "re-export": "export",
    "domestic-export": "export",
    "re-import": "import",
    "foreign-import": "import",
}


def remarks(connection: duckdb.DuckDBPyConnection, staged: Staged, known: Day) -> Iterator[str]:
    """Each in a sentence; none of an ordinary file."""
    yield from _parts_alone(connection, staged, known)
    empty = _without_value(connection, staged)
    if empty:
        named = "1 row has" if empty == 1 else f"{empty:,} rows have"
        yield f"{named} no value (empty, NaN or the like): not known, which is not zero"
    yield from odd_codes(staged)
    if _unended(staged.reading.path, staged.reading.container.kind, packed=staged.reading.container.packed):
        yield "the last line does not end: if the file was cut off there, its last amount is too short; get it again"


def odd_codes(staged: Staged) -> Iterator[str]:
    """A sentence on codes that the HS does not have, and where the first rows are that have them; none without."""
    if not staged.unlisted:
        return
    shown = ", ".join(f"{code} ({staged.reading.place(record)})" for code, record in staged.unlisted[:_SHOWN])
    rest = len(staged.unlisted) - _SHOWN
    more = f" and {rest:,} more" if rest > 0 else ""
    yield f"on no list of the HS, and kept as published: {shown}{more}"


def _parts_alone(connection: duckdb.DuckDBPyConnection, staged: Staged, known: Day) -> Iterator[str]:
    rows = part.rows(staged, known.day, fields=frozenset({"flow"}))
    flows = {flow for (flow,) in connection.execute(f"SELECT DISTINCT r.flow AS flow FROM ({rows}) AS r").fetchall()}
    for flow in FLOWS:
        whole = _INSIDE.get(flow)
        if flow in flows and whole is not None and whole not in flows:
            yield f"it has {flow}s and no {whole}s: only --flow {flow} asks for them, {whole} does not count them"


def _without_value(connection: duckdb.DuckDBPyConnection, staged: Staged) -> int:
    if staged.reading.card.id == press.SOURCE:
        return 0  # a figure is a value or a quantity
    rows = staged.select(fields=frozenset({"value"}))
    found = connection.execute(f"SELECT count(*) AS n FROM ({rows}) AS r WHERE r.value IS NULL").fetchone()
    return int(found[0]) if found else 0


def _unended(path: Path, kind: str, *, packed: bool) -> bool:
    """Whether a text ends within a line: editors may leave the end out, and so does a download that was cut off."""
    if kind != "csv" or packed or path.suffix.lower() not in (".csv", ".txt", ".tsv", ".dat"):
        return False
    with path.open("rb") as stream:
        if not stream.seek(0, os.SEEK_END):
            return False
        stream.seek(-1, os.SEEK_END)
        return stream.read() not in (b"\n", b"\r", b"\x00")
