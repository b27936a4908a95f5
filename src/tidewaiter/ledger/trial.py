"""A file read as if it were loaded, and what came of it; nothing is kept."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tidewaiter.ledger import engine
from tidewaiter.ledger.remarks import odd_codes
from tidewaiter.sources.card import Card
from tidewaiter.sources.read import read
from tidewaiter.sources.stage import stage
from tidewaiter.sources.typed import IGNORED

_SHOWN = ("reporter", "partner", "flow", "period", "hs", "value", "currency", "quantity", "unit", "net_weight_kg")


@dataclass(frozen=True, slots=True)
class Trial:
    """What a card makes of a file: each heading with what it says, the rows, and the first of them as it is kept."""

    card: Card
    headings: tuple[tuple[str, str], ...]
    rows_read: int
    usable: int
    ignored: int
    refused: tuple[tuple[str, int, str], ...]
    first: dict[str, Any]
    periods: tuple[str, str]
    remarks: tuple[str, ...] = ()


def trial(path: Path, card: Card, *, direction: str | None = None, edition: str | None = None) -> Trial:
    """Read a file by a card; SourceError at its first mistake, as a load would raise it."""
    today: date = datetime.now(UTC).date()
    with tempfile.TemporaryDirectory(prefix="tidewaiter-") as folder:
        work = Path(folder)
        connection = engine.connect(temp_directory=work / "spill")
        reading = read(path, connection=connection, work=work, card=card, direction=direction, edition=edition)
        staged = stage(reading, connection=connection, table="rows", today=today)
        columns = ", ".join(f'f."{name}"' for name in _SHOWN)
        rows = staged.select()
        first = connection.execute(f"SELECT {columns} FROM ({rows}) AS f ORDER BY f.line LIMIT 1").fetchone()
        span = connection.execute(
            f"SELECT min(f.period) AS first, max(f.period) AS last, count(*) AS n FROM ({rows}) AS f"
        ).fetchone()
        connection.close()
    assert first is not None
    assert span is not None
    return Trial(
        card=card,
        headings=tuple((each.heading.text, _says(each.heading)) for each in reading.sources),
        rows_read=staged.rows_read,
        usable=span[2],
        ignored=sum(each.rows for each in staged.refused if each.reason in IGNORED),
        refused=tuple(
            (each.reason, each.rows, reading.place(each.first_record))
            for each in staged.refused
            if each.reason not in IGNORED
        ),
        first=dict(zip(_SHOWN, first, strict=True)),
        periods=(span[0], span[1]),
        remarks=tuple(odd_codes(staged)),
    )


def _says(heading: Any) -> str:
    if heading.says is None:
        return f"ignored: {heading.ignored}"
    times = f" × {heading.times:,}" if heading.times != 1 else ""
    return f"{heading.says}{times}"
