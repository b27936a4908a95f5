"""The files that a report rests on: whose, of which day, and the hash that tells them from any other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from tidewaiter.briefing.report.content import Column, Report, Section, Table, Term, Text, When, Words
from tidewaiter.provenance import RowRef


def sources_section(rows: Iterable[RowRef]) -> Section:
    """A section with a line a file; without blocks where there is none."""
    files: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows:
        files[row.source, row.file, row.sha256].add(row.release)
    columns = tuple(Column((Words(words),)) for words in ("Source", "Release", "File", "Hash (SHA)"))
    lines = tuple(
        ((Term(source),), _days(releases), (Term(file),), (Term(sha256),))
        for (source, file, sha256), releases in sorted(files.items())
    )
    table = Table("files", (Words("Files that the numbers were read in"),), columns, lines)
    return Section("sources", "Sources", (table,) if lines else ())


def with_sources(report: Report, *, more: Iterable[RowRef] = ()) -> Report:
    """The report with a last section on the files that its facts, and whatever else it cites, were read in."""
    rows = [row for fact in report.shown().values() for row in fact.rows]
    section = sources_section([*rows, *more])
    return replace(report, sections=(*report.sections, section)) if section.blocks else report


def _days(releases: Collection[str]) -> Text:
    """The day of a release; of many in one file the first and the last."""
    days = sorted(releases)
    return (_day(days[0]),) if len(days) == 1 else (_day(days[0]), Words(" to "), _day(days[-1]))


def _day(release: str) -> When | Term:
    whole = len(release) == len("2022-06-10") and release[4] == release[7] == "-"
    return When(release) if whole else Term(release)
