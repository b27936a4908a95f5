"""A report's data as others take it: a Frictionless data package in a ZIP, or a workbook with a sheet a table."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.briefing.report import books
from tidewaiter.briefing.report.content import Number, Picture, Report, Table, Text, plain
from tidewaiter.errors import UsageError

#: What a facts table has: a line a number, and how to make it again.
_FACTS = ("id", "goods", "from", "to", "period", "against", "of", "value", "unit", "how", "operands", "scope", "source",
          "repeat", "below")  # fmt: skip
_ROWS = ("fact", "source", "release", "file", "sha256", "line", "url")
#: How long the name of a sheet may be.
_SHEET = 31
#: Days in an archive would make two of the same report differ.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def data_package(report: Report) -> bytes:
    """A ZIP of `datapackage.json` and CSV files: each table and chart, all facts, and the rows behind them."""
    tables = dict(_tables(report))
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": field, "type": _kind(field)} for field in rows[0]]},
        }
        for name, rows in tables.items()
    ]
    described = {
        "profile": "tabular-data-package",
        "name": _name(report.title),
        "title": report.title,
        "description": plain(report.subtitle),
        "sources": list(_sources(report)),
        "resources": resources,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        files = {"datapackage.json": json.dumps(described, ensure_ascii=False, indent=1) + "\n"}
        files |= {f"{name}.csv": _csv(rows) for name, rows in tables.items()}
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _sources(report: Report) -> Iterator[dict[str, str]]:
    """Whose books the numbers were read in, by name, with their publishers' addresses."""
    for source in sorted({row.source for fact in report.shown().values() for row in fact.rows}):
        address = books.address(source)
        yield {"title": books.name(source), **({"path": address} if address else {})}


def workbook(report: Report) -> bytes:
    """An XLSX with a sheet for each table, then all facts and their rows."""
    try:
        import xlsxwriter
    except ImportError:
        cure = "pip install 'tidewaiter[xlsx]', or write datapackage"
        raise UsageError("workbooks need the xlsx extra, which is not installed", cure=cure) from None
    stream = io.BytesIO()
    # A cell that begins with = is text: a customs file is no place for formulas.
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True})
    taken: set[str] = set()
    for name, rows in _tables(report):
        sheet = book.add_worksheet(_once(name, taken, longest=_SHEET))
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(line, column, value, bold if line == 0 else None)
    book.close()
    return stream.getvalue()


def _tables(report: Report) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    """Each table's name and rows, its headings first; numbers in full."""
    taken: set[str] = set()
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield _once(_name(block.id), taken), _rows(block)
            elif isinstance(block, Picture):
                points = [(period, None if fact is None else float(fact.value)) for period, fact in block.points]
                yield _once(_name(block.id), taken), [["period", block.unit], *points]
    facts = report.shown()
    yield "facts", [_FACTS, *(_fact(fact) for fact in facts.values())]
    behind = [(fact.id, row) for fact in facts.values() for row in fact.rows]
    rows = [(ident, row.source, row.release, row.file, row.sha256, row.line, row.url) for ident, row in behind]
    yield "rows", [_ROWS, *rows]


def _rows(table: Table) -> list[Sequence[Any]]:
    """A table's headings and rows: beside a column of numbers their units, and whether one is only a part."""
    headings: list[str] = []
    columns: list[Sequence[str | float | None]] = []
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        name = plain(column.heading)
        headings.append(name)
        columns.append([_value(cell) for cell in cells])
        facts = [_only(cell) for cell in cells]
        units = {fact.unit for fact in facts if fact is not None}
        if units:
            headings.append(f"{name}, unit")
            columns.append([None if fact is None else fact.unit for fact in facts])
        if any(fact is not None and fact.scope == "least" for fact in facts):
            headings.append(f"{name}, limit")
            columns.append(["at least" if fact is not None and fact.scope == "least" else None for fact in facts])
    return [_unique(headings), *zip(*columns, strict=True)]


def _only(cell: Text) -> Fact | None:
    """The fact of a cell that is one number."""
    return cell[0].fact if len(cell) == 1 and isinstance(cell[0], Number) else None


def _fact(fact: Fact) -> tuple[Any, ...]:
    """A line of the facts' table, in the order of its headings."""
    of = fact.subject
    named = (of.goods, of.exporter, of.importer, of.period, of.against, of.of)
    made = (float(fact.value), fact.unit, fact.how, " ".join(fact.operands), fact.scope, fact.source, fact.repeat)
    below = None if fact.below is None else float(fact.below)
    return (fact.id, *named, *made, below)


def _value(cell: Text) -> str | float | None:
    fact = _only(cell)
    return (plain(cell) or None) if fact is None else float(fact.value)


def _csv(rows: Sequence[Sequence[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow(
            ["" if value is None else f"{value:.15g}" if isinstance(value, float) else value for value in row]
        )
    return text.getvalue()


def _kind(field: str) -> str:
    return {"value": "number", "line": "integer"}.get(field, "any")


def _name(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _once(name: str, taken: set[str], *, longest: int | None = None) -> str:
    """A name, cut to a length, with a number behind it where it is taken."""
    found, number = name[:longest], 2
    while found in taken:
        ending = f"-{number}"
        found, number = name[: None if longest is None else longest - len(ending)] + ending, number + 1
    taken.add(found)
    return found


def _unique(headings: Sequence[str]) -> list[str]:
    taken: set[str] = set()
    return [_once(heading, taken) for heading in headings]
