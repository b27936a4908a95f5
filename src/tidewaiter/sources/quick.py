"""The quick way to read a plain file: numbers are typed as they are parsed, where no letter of the file forbids it.

DuckDB reads `1_000` as a number, and what a spreadsheet has rounded to `1.5E+6`. Both have a sign in them that no plain
file has. So a file without these signs may be parsed straight into its types: whatever is no number there breaks the
reading off, and the file is read the strict way, which says what is wrong and where.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tidewaiter.sources import typed
from tidewaiter.sources.read import Reading, relation

_CHUNK = 1 << 20
_SIGNS = (b"_", b"+")


def quick(reading: Reading) -> Reading | None:
    """The same reading with its numbers typed while they are parsed; None where the file is not plain enough."""
    container = reading.container
    if container.kind != "csv" or container.packed or not _is_plain(container.path):
        return None
    kinds = {
        each.column: kind for each in reading.sources if (kind := typed.kind_of(each.heading, reading.card)) is not None
    }
    sources = tuple(replace(each, text=False, exact=True) if each.column in kinds else each for each in reading.sources)
    rows = relation(container, len(sources), headed=reading.headed, kinds=kinds)
    again = typed.typed(sources, reading.card, relation=rows, flow_given=reading.flow is not None)
    return replace(reading, relation=rows, sources=sources, typed=again)


def _is_plain(path: Path) -> bool:
    """Whether none of the signs stands below the first line."""
    with path.open("rb") as stream:
        stream.readline(_CHUNK)
        return not any(sign in piece for piece in iter(lambda: stream.read(_CHUNK), b"") for sign in _SIGNS)
