"""A report as Markdown, for reuse: every number a link to its entry at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.briefing.markup import printable, web_address
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Number,
    Paragraph,
    Report,
    Source,
    Table,
    Text,
)
from tidewaiter.briefing.report.origin import exact, how, label, rows_by_file

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
    for fact in report.shown().values():
        yield ""
        yield from _origin(fact, report)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))


def _inline(text: Text) -> str:
    pieces = []
    for run in text:
        words = _keep_spaces(run.text)
        if isinstance(run, Number):
            words = f"[{words}](#{run.fact.id})"
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


def _origin(fact: Fact, report: Report) -> Iterator[str]:
    head = f"{_plain(label(fact.subject))}: **{_plain(exact(fact))}**"
    yield f'<a id="{fact.id}"></a>{head} — {how(fact)}'
    yield ""
    for ident in fact.operands:
        each = report.facts[ident]
        yield f"- [{_plain(label(each.subject))}: {_plain(exact(each))}](#{ident})"
    for row, lines in rows_by_file(fact.rows):
        yield f"- {_plain(f'{row.source} {row.release}, {row.file}')}, lines {lines} (SHA-256 {row.sha256[:16]}…)"
    if fact.repeat:
        yield f"- `{fact.repeat}`"


def markdown_text(report: Report) -> str:
    """The report as one string."""
    return "\n".join(markdown(report)) + "\n"
