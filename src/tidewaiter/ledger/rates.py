"""Tables of exchange rates that a user has put beside the flows, each under a name, dated and never changed.

Figures stay in the currency of their book. Only a question that names a table gets them in another one, and each
converted figure says by which rate of which day or month of which table.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tidewaiter.errors import LedgerError, UsageError
from tidewaiter.ledger import rate_files
from tidewaiter.ledger.folder import opened
from tidewaiter.ledger.manifest import sync
from tidewaiter.provenance import sha256_file

FOLDER = "rates"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
#: A month's mean of daily rates needs most of its working days.
_DAYS = 15
_MONTHS = 12
_PLACES = Decimal("0.000000001")


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency costs in another; `basis` says which entry of the table, or the mean of which."""

    value: Decimal
    basis: str


@dataclass(frozen=True, slots=True)
class RateTable:
    """A table: how many units of each currency one unit of `base` costs, by day, month or year."""

    name: str
    base: str
    loaded_on: date
    file: str
    sha256: str
    rates: Mapping[str, Mapping[str, Decimal]] = field(repr=False)

    def rate(self, currency: str, to: str, period: str) -> Rate | None:
        """The rate of a month or year; None where the table does not have it for both currencies."""
        if currency == to:
            return Rate(Decimal(1), "the same currency")
        ours, theirs = self._per_base(currency, period), self._per_base(to, period)
        if ours is None or theirs is None:
            return None
        bases = dict.fromkeys(basis for _, basis in (ours, theirs) if basis)
        return Rate((theirs[0] / ours[0]).quantize(_PLACES), " and ".join(bases))

    def _per_base(self, currency: str, period: str) -> tuple[Decimal, str] | None:
        if currency == self.base:
            return Decimal(1), ""
        entries = self.rates.get(currency, {})
        if period in entries:
            return entries[period], period
        below = [value for each, value in entries.items() if each.startswith(f"{period}-")]
        days = [value for each, value in entries.items() if each.startswith(f"{period}-") and len(each) == 10]
        if len(period) == 7:
            enough, kind = len(days) >= _DAYS, f"mean of {len(days)} days of {period}"
            return (_mean(days), kind) if enough else None
        months = [value for each, value in entries.items() if each.startswith(f"{period}-") and len(each) == 7]
        if len(months) == _MONTHS:
            return _mean(months), f"mean of the months of {period}"
        if below and len(days) >= _DAYS * _MONTHS:
            return _mean(days), f"mean of {len(days)} days of {period}"
        return None


def load(folder: Path, path: Path, *, name: str, base: str | None = None) -> RateTable:
    """Put a table beside the flows; the same bytes under the same name change nothing.

    `base` is the currency whose unit the rates are given for, where the file does not say it. SourceError where the
    file is no table of rates, UsageError where the name holds other rates, LedgerError where the folder cannot be
    written.
    """
    if _NAME.match(name) is None:
        raise UsageError(f"no name for a table: {name!r}", cure="small letters, digits, - and _")
    with tempfile.TemporaryDirectory(prefix="tidewaiter-") as work:
        found = rate_files.read(path, work=Path(work), base=base)
    sha256 = sha256_file(path)
    with opened(folder):
        before = _record(folder / FOLDER / f"{name}.json")
        if before is not None and (before["sha256"], before["base"]) != (sha256, found.base):
            raise UsageError(
                f"the table {name!r} holds other rates, from {before['file']} of {before['loaded_on']}",
                cure="choose another name: figures that were converted by it name it",
            )
        if before is None:
            _write(folder / FOLDER, name, path, found.base, sha256)
    return table(folder, name)


def tables(folder: Path) -> list[RateTable]:
    """Every table beside the flows, by name."""
    return [table(folder, path.stem) for path in sorted((folder / FOLDER).glob("*.json"))]


def table(folder: Path | None, name: str) -> RateTable:
    """A table by its name; UsageError where there is none, LedgerError where it was changed."""
    record = None if folder is None or _NAME.match(name) is None else _record(folder / FOLDER / f"{name}.json")
    if folder is None or record is None:
        raise UsageError(f"no table of rates {name!r}", cure="tidewaiter rates load FILE --name NAME")
    path = folder / FOLDER / record["kept"]
    if not path.is_file() or sha256_file(path) != record["sha256"]:
        raise LedgerError("the table of rates is gone or was changed", path=path, cure="load it under another name")
    with tempfile.TemporaryDirectory(prefix="tidewaiter-") as work:
        found = rate_files.read(path, work=Path(work), base=record["base"])
    loaded_on = date.fromisoformat(record["loaded_on"])
    return RateTable(name, found.base, loaded_on, record["file"], record["sha256"], found.rates)


def _record(path: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {key: found[key] for key in ("base", "loaded_on", "file", "kept", "sha256")}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LedgerError("the record of a table of rates is damaged", path=path, cure="take it away") from error


def _write(folder: Path, name: str, path: Path, base: str, sha256: str) -> None:
    """The file as it came, then the record that makes it count."""
    folder.mkdir(exist_ok=True)
    kept = f"{name}-{sha256[:12]}{path.suffix[:8]}"
    record = {
        "base": base,
        "loaded_on": datetime.now(UTC).date().isoformat(),
        "file": path.name,
        "kept": kept,
        "sha256": sha256,
    }
    for target, body in ((kept, path.read_bytes()), (f"{name}.json", json.dumps(record, indent=1).encode())):
        coming = folder / f".{target}"
        coming.write_bytes(body)
        sync(coming)
        os.replace(coming, folder / target)
    sync(folder)


def _mean(values: list[Decimal]) -> Decimal:
    return (sum(values, Decimal(0)) / len(values)).quantize(_PLACES)
