"""Corrections: what you have decided about single rows of the books, declared in YAML beside the ledger.

```
corrections:
  - id: tuna-2019-05
    reason: the office's yearbook has this delivery under the Republic of the Congo
    row: {source: comtrade, reporter: PRT, partner: COD, flow: export, period: 2019-05, hs: "160414", value: 40068}
    set: {partner: COG}
```

The rows in the ledger stay as they were published. A correction is laid over them when they are asked for, and every
answer that rests on it says so. `row` names one row that stands today, with its value as published. Once the publisher
has mended it, it is not found any more, and nothing can be asked until the correction is taken out: it must not go on
correcting what is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tidewaiter.errors import LedgerError
from tidewaiter.ledger.schema import COLUMNS, FLOWS, column_list
from tidewaiter.sources.fields import Field
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.engines.engine import Cursor, Engine

NAME = "corrections.yml"
#: By what a row is named; the first seven are always needed.
NEEDED = ("source", "reporter", "partner", "flow", "period", "hs", "value")
KEYS = (*NEEDED, "currency", "edition", "regime", "mode", "partner2", "place", "quantity", "file", "line")
#: What of a row can be set.
SETTABLE = ("partner", "flow", "value", "currency", "quantity", "unit", "net_weight_kg")
_NUMBERS = ("value", "quantity", "net_weight_kg", "line")
_LARGEST = 1_000_000
#: What the table of corrected rows has beside their columns.
_ADDED = (
    Field("correction", "VARCHAR", "id and reason"),
    Field("flow_before", "VARCHAR", "the flow as published"),
    Field("dropped", "BOOLEAN", "whether the row is left out"),
)


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision: which row, what is set in it or that it is dropped, and why."""

    id: str
    reason: str
    row: Mapping[str, str | Decimal]
    set: Mapping[str, str | Decimal]
    drop: bool = False


def read(folder: Path) -> tuple[Correction, ...]:
    """The corrections declared beside a ledger; none where there is no such file. LedgerError for a malformed one."""
    path = folder / NAME
    try:
        if path.stat().st_size > _LARGEST:
            raise LedgerError("is too large to be a list of corrections", path=path)
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"cannot be read: {error}", path=path) from None
    import yaml

    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise LedgerError(f"is not YAML: {' '.join(str(error).split())}", path=path) from None
    entries = found.get("corrections") if isinstance(found, dict) else None
    if not isinstance(entries, list):
        raise LedgerError("has no list of corrections", path=path, cure="write “corrections:” and a list below it")
    listed = tuple(_correction(entry, path, f"entry {number}") for number, entry in enumerate(entries, start=1))
    names = [each.id for each in listed]
    for name in names:
        if names.count(name) > 1:
            raise LedgerError("two corrections have this id", path=path, place=name)
    return listed


def stamp(folder: Path) -> tuple[int, int] | None:
    """What tells one state of the file from another; None where there is none."""
    try:
        found = (folder / NAME).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _correction(entry: Any, path: Path, place: str) -> Correction:
    if not isinstance(entry, dict):
        raise LedgerError("is not a correction", path=path, place=place, cure="write id, reason, row, and set or drop")
    place = str(entry.get("id") or place)

    def wrong(what: str, cure: str) -> LedgerError:
        return LedgerError(what, path=path, place=place, cure=cure)

    for key in ("id", "reason", "row"):
        if not entry.get(key):
            raise wrong(f"has no {key}", f"write {key}: …")
    unknown = sorted(set(map(str, entry)) - {"id", "reason", "row", "set", "drop"})
    if unknown:
        raise wrong(f"unknown key {unknown[0]!r}", "known are id, reason, row, set, drop")
    if (entry.get("drop") is True) == bool(entry.get("set")):
        raise wrong("neither sets anything nor drops the row, or both", "write either set: {…} or drop: true")
    row = _values(entry["row"], KEYS, wrong)
    for key in NEEDED:
        if key not in row:
            raise wrong(f"its row has no {key}", f"a row is named by {', '.join(NEEDED)}")
    new = _values(entry.get("set") or {}, SETTABLE, wrong)
    _check(new, wrong)
    return Correction(str(entry["id"]), " ".join(str(entry["reason"]).split()), row, new, entry.get("drop") is True)


def _values(given: Any, known: Sequence[str], wrong: Any) -> dict[str, str | Decimal]:
    if not isinstance(given, dict):
        raise wrong("is not written as {key: value}", f"known keys are {', '.join(known)}")
    found: dict[str, str | Decimal] = {}
    for key, value in given.items():
        if key not in known:
            raise wrong(f"unknown key {key!r}", f"known are {', '.join(known)}")
        if key in _NUMBERS:
            try:
                found[key] = Decimal(str(value))
            except InvalidOperation:
                raise wrong(
                    f"{key} is no number: {value!r}", "write digits, with a point before the decimals"
                ) from None
        else:
            # YAML reads 2019-05-01 as a day and 030389 without quotes as a number: neither is what was written.
            if not isinstance(value, str) and not (key == "period" and isinstance(value, int)):
                kind = "a day" if isinstance(value, date) else f"{value!r}"
                raise wrong(f"{key} is read as {kind}", f"put quotes around it: {key}: “…”")
            found[key] = str(value)
    return found


def _check(new: Mapping[str, str | Decimal], wrong: Any) -> None:
    from tidewaiter.reference import countries, units  # a ledger without corrections opens sooner without them

    if "partner" in new and all(country.alpha3 != new["partner"] for country in countries.all_countries()):
        raise wrong(f"no such country: {new['partner']!r}", "write an ISO 3166 alpha-3 code such as PRK")
    if "flow" in new and new["flow"] not in FLOWS:
        raise wrong(f"no such flow: {new['flow']!r}", f"one of {', '.join(FLOWS)}")
    if "unit" in new and new["unit"] not in units.unit_ids():
        raise wrong(f"no such unit: {new['unit']!r}", "docs/units.md lists them")


def lay(engine: Engine, rows: str, listed: Sequence[Correction], folder: Path) -> str:
    """SQL of the rows with the corrections laid over them, and a column `correction` that says which and why.

    The row as published stays, not counted any more; beside it stands the row as corrected, unless it is dropped.
    `rows` is a SELECT of the flow columns. LedgerError where a correction does not find its row, or finds several.
    """
    selects = []
    for each in listed:
        wanted = " AND ".join(f"r.{key} = {_literal(value)}" for key, value in each.row.items())
        where = f"FROM ({rows}) AS r WHERE r.superseded_on IS NULL AND {wanted}"
        _one(engine.cursor(), f"SELECT count(*) AS n {where}", each, folder)
        columns = ", ".join(_column(column, each) for column in COLUMNS)
        why = literal(f"{each.id}: {each.reason}")
        selects.append(
            f"SELECT {columns}, {why} AS correction, r.flow AS flow_before, {str(each.drop).upper()} AS dropped {where}"
        )
    engine.keep("corrected", " UNION ALL ".join(selects), (*COLUMNS, *_ADDED))
    published = ", ".join(
        'CASE WHEN c.correction IS NULL THEN r.counted ELSE FALSE END AS "counted"'
        if column.name == "counted"
        else f'r."{column.name}" AS "{column.name}"'
        for column in COLUMNS
    )
    return (
        f"SELECT {published}, c.correction AS correction FROM ({rows}) AS r "
        "LEFT JOIN corrected AS c ON c.file_sha256 = r.file_sha256 AND c.line = r.line AND c.period = r.period "
        "AND c.flow_before = r.flow "
        f"UNION ALL SELECT {column_list(alias='c')}, c.correction AS correction FROM corrected AS c WHERE NOT c.dropped"
    )


def _column(column: Field, each: Correction) -> str:
    if column.name in each.set:
        return f'CAST({_literal(each.set[column.name])} AS {column.type}) AS "{column.name}"'
    return f'r."{column.name}" AS "{column.name}"'


def _one(cursor: Cursor, count: str, each: Correction, folder: Path) -> None:
    found = cursor.execute(count).fetchone()
    number = 0 if found is None else int(found[0])
    if number == 1:
        return
    if number == 0:
        raise LedgerError(
            "no row stands as this correction says: the publisher has mended it, or it is not loaded",
            path=folder / NAME,
            place=each.id,
            cure="look at the row with tidewaiter series, then take the correction out or write it anew",
        )
    raise LedgerError(
        f"{number} rows stand as this correction says",
        path=folder / NAME,
        place=each.id,
        cure="name the one by regime, mode, partner2, place, file or line",
    )


def _literal(value: str | Decimal) -> str:
    return literal(value) if isinstance(value, str) else f"{value:f}"
