"""A report as a record for machines: texts with their facts, tables, points, and every fact with its rows."""

from __future__ import annotations

from typing import Any

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Number,
    Paragraph,
    Pointer,
    Report,
    Table,
    Text,
    plain,
)


def record(report: Report) -> dict[str, Any]:
    """One object; numbers are exact (`Decimal`)."""
    return {
        "title": report.title,
        "subtitle": plain(report.subtitle),
        "sections": [
            {"id": section.id, "title": section.title, "blocks": [_block(block) for block in section.blocks]}
            for section in report.sections
        ],
        "entries": {
            entry.id: {"title": entry.title, "lines": [plain(line) for line in entry.lines]} for entry in report.cited
        },
        "facts": {ident: _fact(fact) for ident, fact in report.shown().items()},
    }


def _text(text: Text) -> dict[str, Any]:
    found: dict[str, Any] = {"text": plain(text), "facts": [run.fact.id for run in text if isinstance(run, Number)]}
    entries = [run.entry for run in text if isinstance(run, Pointer)]
    return {**found, "entries": entries} if entries else found


def _cell(text: Text) -> dict[str, Any] | None:
    return _text(text) if text else None


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", **_text(block.text)}
    if isinstance(block, Bullets):
        return {"kind": "list", "items": [_text(item) for item in block.items]}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "id": block.id,
            "caption": plain(block.caption),
            "columns": [plain(column.heading) for column in block.columns],
            "rows": [[_cell(cell) for cell in row] for row in block.rows],
        }
    points = [
        {"period": period, "value": None if fact is None else fact.value, "fact": None if fact is None else fact.id}
        for period, fact in block.points
    ]
    return {"kind": "chart", "id": block.id, "caption": plain(block.caption), "unit": block.unit, "points": points}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "goods": fact.subject.goods,
        "from": fact.subject.exporter,
        "to": fact.subject.importer,
        "period": fact.subject.period,
        "against": fact.subject.against,
        "of": fact.subject.of,
        "value": fact.value,
        "unit": fact.unit,
        "how": fact.how,
        "operands": list(fact.operands),
        "scope": fact.scope,
        "source": fact.source,
        "repeat": fact.repeat,
        "below": fact.below,
        "rows": [row._asdict() for row in fact.rows],
    }
