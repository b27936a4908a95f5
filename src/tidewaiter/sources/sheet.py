"""Spreadsheets: the one sheet of a file as a text in columns, without the titles above its headings.

Numbers keep their digits, days become ISO 8601. Formulas count by what they were saved with.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tidewaiter.errors import SourceError

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
#: A sheet has a million rows at most; what unpacks to more is none.
_LARGEST = 2 << 30


def is_sheet(path: Path) -> bool:
    """Whether a file is a spreadsheet, of the old kind or the new."""
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
    except OSError:
        return False
    if start != _ZIP:
        return start == _OLD
    return zipfile.is_zipfile(path) and "[Content_Types].xml" in zipfile.ZipFile(path).namelist()


def as_text(path: Path, *, work: Path) -> Path:
    """The rows of a spreadsheet as a CSV file in `work`; any other file is given as it is.

    SourceError where it has no sheet with rows or several, cannot be read, or what reads it is not installed.
    """
    if not is_sheet(path):
        return path
    if zipfile.is_zipfile(path) and sum(each.file_size for each in zipfile.ZipFile(path).infolist()) > _LARGEST:
        raise SourceError("a spreadsheet that unpacks without end", path=path, cure="save the sheet as CSV in UTF-8")
    filled = [(name, rows) for name, rows in _sheets(path) if any(any(row) for row in rows)]
    if len(filled) != 1:
        names = ", ".join(repr(name) for name, _ in filled[:4]) or "no rows"
        raise SourceError(
            f"{len(filled)} sheets with rows ({names})", path=path, cure="save the one that holds the trade as CSV"
        )
    ((_, rows),) = filled
    while rows and sum(bool(cell) for cell in rows[0]) < 2:
        rows.pop(0)
    target = work / f"{path.stem[:40]}-sheet-{len(list(work.iterdir()))}.csv"
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        width = max((at + 1 for row in rows[:1] for at, cell in enumerate(row) if cell), default=0)
        writer.writerows(row if any(row[width:]) else row[:width] for row in rows if any(row))
    return target


def _sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    try:
        import python_calamine
    except ImportError as error:
        raise SourceError(
            "what reads spreadsheets is not installed",
            path=path,
            cure="pip install 'tidewaiter[sheets]', or save the sheet as CSV in UTF-8",
        ) from error
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            yield name, [_texts(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    except Exception as error:  # of the kinds that the reader and what it rests on may raise
        what = " ".join(str(error).split())[:160]
        raise SourceError(
            f"the spreadsheet cannot be read: {what}", path=path, cure="save it as CSV in UTF-8"
        ) from error


def _texts(row: Sequence[Any]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{Decimal(repr(cell)):f}"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
