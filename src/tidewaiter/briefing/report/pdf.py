"""A report as a tagged PDF with bookmarks and contents, set by Typst from a template that takes only data."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from tidewaiter.briefing import chart
from tidewaiter.briefing.markup import printable, web_address
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Entry,
    Number,
    Paragraph,
    Pointer,
    Report,
    Run,
    Source,
    Table,
    Text,
    plain,
)
from tidewaiter.errors import UsageError


def pdf(report: Report) -> bytes:
    """The file's bytes. UsageError where the extra that sets PDFs is not installed."""
    try:
        import typst
    except ImportError:
        cure = "pip install 'tidewaiter[pdf]', or write html and print it"
        raise UsageError("PDFs need the pdf extra, which is not installed", cure=cure) from None
    template = resources.files("tidewaiter.briefing").joinpath("templates/report.typ").read_bytes()
    content = json.dumps(_report(report), ensure_ascii=False)
    made: bytes = typst.compile(template, sys_inputs={"report": content})
    return made


def _report(report: Report) -> dict[str, Any]:
    return {
        "title": printable(report.title),
        "subtitle": _text(report.subtitle),
        "sections": [
            {"id": section.id, "title": printable(section.title), "blocks": [_block(block) for block in section.blocks]}
            for section in report.sections
        ],
        "entries": [_entry(entry) for entry in report.short_entries()],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "title": printable(entry.title), "lines": [_text(line) for line in entry.lines]}


def _text(text: Text) -> list[dict[str, Any]]:
    return [_run(run) for run in text]


def _run(run: Run) -> dict[str, Any]:
    words = printable(run.text)
    if isinstance(run, Number):
        return {"kind": "number", "text": words, "fact": run.fact.id}
    if isinstance(run, Pointer):
        return {"kind": "entry", "text": words, "entry": run.entry}
    if isinstance(run, Source):
        return {"kind": "source", "text": words, "url": web_address(run.url)}
    return {"kind": "words", "text": words}


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "note": block.note, "text": _text(block.text)}
    if isinstance(block, Bullets):
        return {"kind": "list", "items": [_text(item) for item in block.items]}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "caption": _text(block.caption),
            "columns": [{"heading": _text(column.heading), "numeric": column.numeric} for column in block.columns],
            "rows": [[_text(cell) for cell in row] for row in block.rows],
        }
    # The page's style gives a chart its colours; a file of its own needs them written in.
    style = f"<style>{chart.PRINT_STYLE}</style>"
    head, _, rest = block.svg().partition(">")
    return {
        "kind": "picture",
        "caption": _text(block.caption),
        "alt": plain(block.caption),
        "svg": f"{head}>{style}{rest}",
    }
