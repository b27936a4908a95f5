"""Files of exchange rates: the European Central Bank's two kinds, and a plain one of a user's own.

All say how many units of a currency one unit of the base costs: `Date,USD,JPY,…` with a column for each currency;
SDMX-CSV with `CURRENCY, CURRENCY_DENOM, TIME_PERIOD, OBS_VALUE`; or `currency,period,rate`, with `base` or without.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from tidewaiter.errors import SourceError, UsageError
from tidewaiter.period import Period
from tidewaiter.reference.units import currencies
from tidewaiter.sources import archive
from tidewaiter.sources.card import plain
from tidewaiter.sources.container import Container, examine

_ECB = "EUR"
_NOTHING = ("", "n/a", "na", "nan", "-")
#: The European Central Bank's letter for a mean, beside those for ends of periods.
_MEAN = "A"


@dataclass(frozen=True, slots=True)
class Rates:
    """What a file holds: currency to period to rate."""

    base: str
    rates: dict[str, dict[str, Decimal]]


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    currency: str
    base: str | None
    period: str
    rate: str


def read(path: Path, *, work: Path, base: str | None = None) -> Rates:
    """Read a file of rates; SourceError naming the line of what cannot be, UsageError where no base is said."""
    container = examine(archive.unpacked(path, work=work))
    if container.kind != "csv":
        raise SourceError("not a table of rates", path=path, cure="give a CSV file")
    if base is not None:
        _currency(base.upper(), path, "--base")
    said: set[str] = set()
    found: dict[str, dict[str, Decimal]] = {}
    for entry in _entries(container, path):
        currency = _currency(entry.currency, path, f"line {entry.line}")
        if entry.base:
            said.add(_currency(entry.base, path, f"line {entry.line}"))
        value = _rate(entry, path)
        before = found.setdefault(currency, {}).setdefault(_period(entry, path), value)
        if before != value:
            raise SourceError(
                f"two rates of {currency} for {entry.period}", path=path, place=f"line {entry.line}", cure="keep one"
            )
    if not found:
        raise SourceError("no rate in it", path=path, cure="download it again")
    if base is not None:
        said.add(base.upper())
    if len(said) != 1:
        bases = " and ".join(sorted(said)) or "none"
        raise UsageError(f"the base of the rates: {bases}", path=path, cure="say one: --base EUR")
    return Rates(said.pop(), found)


def _entries(container: Container, path: Path) -> Iterator[_Entry]:
    headings = [plain(heading) for heading in container.headings]
    at = {heading: number for number, heading in enumerate(headings) if heading}
    if {"currency", "timeperiod", "obsvalue"} <= set(at):
        yield from _sdmx(container, at, path)
    elif headings[:1] == ["date"] and len(at) > 1 and all(len(heading) == 3 for heading in list(at)[1:]):
        for line, row in _rows(container, path):
            for name, number in at.items():
                if name != "date" and row[number].strip().casefold() not in _NOTHING:
                    yield _Entry(line, name.upper(), _ECB, row[0].strip(), row[number])
    elif {"currency", "rate"} <= set(at) and (when := at.get("period", at.get("date"))) is not None:
        for line, row in _rows(container, path):
            base = row[at["base"]].strip().upper() if "base" in at else None
            yield _Entry(line, row[at["currency"]].strip().upper(), base, row[when].strip(), row[at["rate"]])
    else:
        raise SourceError(
            f"no table of rates has these headings: {', '.join(map(repr, container.headings[:6]))}",
            path=path,
            place="line 1",
            cure="currency,period,rate, or as the European Central Bank gives it out",
        )


def _sdmx(container: Container, at: dict[str, int], path: Path) -> Iterator[_Entry]:
    for line, row in _rows(container, path):
        if "exrsuffix" in at and row[at["exrsuffix"]].strip() not in ("", _MEAN):
            continue
        if row[at["obsvalue"]].strip().casefold() in _NOTHING:
            continue
        base = row[at["currencydenom"]].strip().upper() if "currencydenom" in at else None
        currency = row[at["currency"]].strip().upper()
        yield _Entry(line, currency, base, row[at["timeperiod"]].strip(), row[at["obsvalue"]])


def _rows(container: Container, path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    with container.open_text() as stream:
        rows = csv.reader(stream, delimiter=container.delimiter)
        next((row for row in rows if row), None)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) < len(container.headings):
                what = f"{len(row)} columns under {len(container.headings)} headings"
                raise SourceError(what, path=path, place=f"line {rows.line_num}", cure="get the file again")
            yield rows.line_num, row


def _currency(code: str, path: Path, place: str) -> str:
    if code not in currencies():
        raise SourceError(f"no such currency: {code!r}", path=path, place=place, cure="write ISO 4217: USD")
    return code


def _rate(entry: _Entry, path: Path) -> Decimal:
    try:
        value = Decimal(entry.rate.strip())
    except InvalidOperation:
        value = Decimal(-1)
    if not value.is_finite() or value <= 0:
        raise SourceError(f"no rate: {entry.rate!r}", path=path, place=f"line {entry.line}", cure="check the row")
    return value


def _period(entry: _Entry, path: Path) -> str:
    try:
        found = Period.parse(entry.period)
    except UsageError as error:
        raise SourceError(error.message, path=path, place=f"line {entry.line}", cure=error.cure) from error
    if found.start != found.end:
        raise SourceError(
            f"not a day, month or year: {entry.period!r}", path=path, place=f"line {entry.line}", cure="write 2022-05"
        )
    return str(found)
