"""The views that questions are put to, written once in SQL that other engines also read.

`flows` has every row of every release. `book_as_of` keeps what may be put side by side on a day: the release that
stood then, no world or group partner, no row that repeats another of its release. Rows of different `flow`, `freq` or
`level` still overlap by nature (DX lies in X, months in years, 300490 in 30): a question names one flow and one freq, and
takes `topmost` for codes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tidewaiter.ledger.engine import literal
from tidewaiter.ledger.schema import COLUMNS, WORLD, column_list

_VALUE_USD = "CASE WHEN f.currency = 'USD' THEN f.value END AS value_usd"


def flows_view(relations: Iterable[str]) -> str:
    """The SELECT of every row of the given relations, with `value_usd` added."""
    parts = " UNION ALL ".join(f"SELECT {column_list()} FROM {relation}" for relation in relations)
    return f"SELECT {column_list(COLUMNS, alias='f')}, {_VALUE_USD} FROM ({parts}) AS f"


def live(as_of: date | None = None, *, alias: str = "f") -> str:
    """The condition that a row stood on a day (None: today): one range predicate on any engine."""
    if as_of is None:
        return f"{alias}.superseded_on IS NULL"
    day = f"DATE {literal(as_of.isoformat())}"
    return f"{alias}.released_on <= {day} AND ({alias}.superseded_on IS NULL OR {alias}.superseded_on > {day})"


def book_as_of(as_of: date | None = None) -> str:
    """The SELECT of the rows that may be summed, as they stood on a day; over the view `flows`."""
    return (
        f"SELECT {column_list(COLUMNS, alias='f')}, f.value_usd AS value_usd FROM flows AS f "
        f"WHERE f.counted AND f.partner <> {literal(WORLD)} AND {live(as_of)}"
    )


def world_as_of(as_of: date | None = None) -> str:
    """The SELECT of what reporters booked with the world as a whole, as it stood on a day; over the view `flows`."""
    return (
        f"SELECT {column_list(COLUMNS, alias='f')}, f.value_usd AS value_usd FROM flows AS f "
        f"WHERE f.counted AND f.partner = {literal(WORLD)} AND {live(as_of)}"
    )
