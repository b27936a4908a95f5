"""Releases: which day a file belongs to, and how long a row stood before a later release replaced it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tidewaiter.errors import UsageError
from tidewaiter.ledger.schema import CELL
from tidewaiter.period import Period

#: UN Comtrade's bulk files carry their day: COMTRADE-FINAL-CA3282024H5[2025-03-05].gz
_DAY_IN_NAME = re.compile(r"\[(\d{4}-\d{2}-\d{2})\]")
#: CEPII's carry their month: BACI_HS17_Y2020_V202301.csv
_MONTH_IN_NAME = re.compile(r"_V(\d{4})(0[1-9]|1[0-2])(?!\d)")
#: UN Comtrade's site names a download by month, day, year and time: TradeData_2_20_2025_10_30_9.csv
_DOWNLOADED = re.compile(r"TradeData_(\d{1,2})_(\d{1,2})_(\d{4})_\d{1,2}_\d{1,2}_\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a release, and how it is known; `published` False where it is the file's own and no publisher's."""

    day: date
    how: str
    published: bool = True


def day_of(path: Path, *, last_day: date, explicit: date | None, today: date) -> Day:
    """The day a file's contents were known: as given, as its name says, else when the file was written.

    Nobody can have published a month before it ended. A file whose own date lies before the end of what it holds (as a
    copied or unpacked one may) was first known to us today. UsageError for a given day that cannot be.
    """
    if explicit is not None:
        if explicit < last_day:
            raise UsageError(
                f"{path.name} holds {last_day:%Y-%m}: it was not published on {explicit}",
                cure=f"give a day from {last_day} on",
            )
        return Day(explicit, "as given")
    with suppress(ValueError):
        if named := _DAY_IN_NAME.search(path.name):
            return Day(date.fromisoformat(named[1]), "by its name")
        if (got := _DOWNLOADED.search(path.name)) and last_day <= (
            day := date(int(got[3]), int(got[1]), int(got[2]))
        ) <= today:
            return Day(day, "by its name")
    month = _MONTH_IN_NAME.search(path.name)
    if month and last_day <= (day := Period.month(int(month[1]), int(month[2])).last_day) <= today:
        return Day(day, "by its name")
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    if last_day <= written <= today:
        how = "when the file was written; if it was published on another day, say --release DAY"
        return Day(written, how, published=False)
    how = "today, since the file says no day that can be; say --release DAY if you know it"
    return Day(today, how, published=False)


def cell(alias: str) -> str:
    """SQL that names the cell of a row by two hashes; rows of one cell say the same thing (see `schema.CELL`)."""
    columns = [f"{alias}.{name}" for name in CELL]
    columns.append(f"CASE WHEN {alias}.hs IS NULL THEN {alias}.product END")
    columns.append(f"CASE WHEN {alias}.currency IS NULL THEN {alias}.unit END")
    forwards, backwards = ", ".join(columns), ", ".join(reversed(columns))
    return f"hash({forwards}) AS cell, hash('other', {backwards}) AS cell_again"


def statement(alias: str) -> str:
    """SQL that names a row within its release likewise: two rows of one release must not say it twice."""
    parts = ", ".join(f"{alias}.{name}" for name in ("released_on", "regime", "mode", "partner2", "place", "url"))
    return f"hash({alias}.cell, {parts}) AS stated, hash({alias}.cell_again, {parts}) AS stated_again"
