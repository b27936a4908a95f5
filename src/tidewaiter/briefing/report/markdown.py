"""A report as Markdown, for reuse: every number a link to its entry at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidewaiter.briefing.markup import printable, web_address
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Entry,
    Number,
    Paragraph,
    Pointer,
    Report,
    Source,
    Table,
    Text,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#$])")


def markdown(report: Report) -> Iterator[str]:
    """The report line by line."""
    yield f"# {_plain(report.title)}"
    yield ""
    yield _inline(report.subtitle)
    for section in report.sections:
        yield ""
        yield f"## {_plain(section.title)}"
        for block in section.blocks:
            yield ""
            yield from _block(block)
    yield ""
    yield "## Where each number comes from"
    for entry in report.entries():
        yield ""
        yield from _entry(entry)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))


def _inline(text: Text) -> str:
    pieces = []
    for run in text:
        words = _keep_spaces(run.text)
        if isinstance(run, Number):
            words = f"[{words}](#{run.fact.id})"
        elif isinstance(run, Pointer):
            words = f"[{words}](#{run.entry})"
        elif isinstance(run, Source) and (address := web_address(run.url)) is not None:
            words = f"[{words}](<{address}>)"
        pieces.append(words)
    return "".join(pieces)


def _keep_spaces(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s", " ", printable(text)))


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _inline(block.text)
    elif isinstance(block, Bullets):
        yield from (f"- {_inline(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield f"**{_inline(block.caption)}**"
        yield ""
        yield _row(column.heading for column in block.columns)
        yield "|" + "|".join("---:" if column.numeric else "---" for column in block.columns) + "|"
        yield from (_row(row) for row in block.rows)
    else:
        yield f"*{_inline(block.caption)}*"
        yield ""
        yield f"|month|{block.unit}|"
        yield "|---|---:|"
        for period, fact in block.points:
            value = "not known" if fact is None else _inline((Number(fact),))
            yield f"|{period}|{value}|"


def _row(cells: object) -> str:
    assert hasattr(cells, "__iter__")
    return "|" + "|".join(_inline(cell) or "–" for cell in cells) + "|"


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<a id="{entry.id}"></a>**{_plain(entry.title)}**'
    yield ""
    yield from (f"- {_inline(line)}" for line in entry.lines)


def markdown_text(report: Report) -> str:
    """The report as one string."""
    return "\n".join(markdown(report)) + "\n"
