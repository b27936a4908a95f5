"""The files that a report rests on: whose, of which day, and the hash that tells them from any other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from tidewaiter.briefing.report import books
from tidewaiter.briefing.report.content import (
    Column,
    Paragraph,
    Report,
    Section,
    Table,
    Term,
    Text,
    When,
    Words,
    text,
)
from tidewaiter.provenance import RowRef


def sources_section(rows: Iterable[RowRef], undated: Collection[str] = ()) -> Section:
    """A section with a line a file; without blocks where there is none.

    `undated` are files (SHA-256) of which nobody said when they were published.
    """
    files: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows:
        files[row.source, row.file, row.sha256].add(row.release)
    columns = tuple(Column((Term(words),)) for words in ("Source", "Release", "File", "SHA-256"))
    lines = tuple(
        ((Term(books.name(source)),), _days(releases, sha256 in undated), (Term(file),), (Term(sha256),))
        for (source, file, sha256), releases in sorted(files.items())
    )
    table = Table("files", (Words("Files that the numbers were read in"),), columns, lines)
    note = Paragraph(text("* The day of the file: when it was published is not known."), note=True)
    notes = [note] if any(sha256 in undated for _, _, sha256 in files) else []
    return Section("sources", "Sources", (table, *notes) if lines else ())


def with_sources(report: Report, *, more: Iterable[RowRef] = (), undated: Collection[str] = ()) -> Report:
    """The report with a last section on the files that its facts, and whatever else it cites, were read in."""
    rows = [row for fact in report.shown().values() for row in fact.rows]
    section = sources_section([*rows, *more], undated)
    return replace(report, sections=(*report.sections, section)) if section.blocks else report


def _days(releases: Collection[str], undated: bool) -> Text:
    """The day of a release, with a star where it is the file's own; of many in one file the first and the last."""
    days = sorted(releases)
    mark = (Words(" *"),) if undated else ()
    return (_day(days[0]), *mark) if len(days) == 1 else (_day(days[0]), Words(" to "), _day(days[-1]), *mark)


def _day(release: str) -> When | Term:
    whole = len(release) == len("2022-06-10") and release[4] == release[7] == "-"
    return When(release) if whole else Term(release)
