"""What the files of a ledger hold, from the tables of `calendar`: looked up once, and for many countries together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tidewaiter.sources.sql import literal, literals

if TYPE_CHECKING:
    from tidewaiter.ledger.engines.engine import Cursor

#: Digits that all countries share; a finer line is one country's own.
_SUBHEADING = 6
#: From so many reporters on, what is asked of them is asked by chapter …
_FEW_REPORTERS = 2
#: … unless they are asked about in more chapters than this.
_FEW_CHAPTERS = 2
#: The partners of so many reporters are counted together; of more it is hardly asked about all.
_TOGETHER = 12

#: By file and chapter, the reporters with whom a partner is seen.
Seen = Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Month:
    """What one file shows of a reporter's month (or year): `levels` are the lengths of code it has there."""

    file: str
    source: str
    release: str
    released_on: date
    edition: str | None
    one_query: bool
    cut_off: bool
    levels: frozenset[int]


class Codes(NamedTuple):
    """The codes of a file: all, in order those finer than a subheading, and between which periods a heading is seen."""

    every: frozenset[str]
    finer: Sequence[str]
    spans: Mapping[str, tuple[str, str]]


class Holdings:
    """The tables of `calendar`, over a connection that has them as views."""

    def __init__(self, connection: Cursor) -> None:
        self._connection = connection
        self._months: dict[str, dict[str, dict[str, list[Month]]]] = {}
        self._seen: dict[str, Seen] = {}
        self._expected: set[str] = set()
        self._by_reporter: dict[str, dict[tuple[str, str], int]] = {}
        self._by_chapter: dict[str, dict[tuple[str, str], int]] = {}
        self.codes = cache(self._read_codes)
        self._everybody = cache(self._count_everybody)

    def expect(self, lanes: Iterable[tuple[str, str]]) -> None:
        """Look up together what will be asked of the books of some reporters about some partners."""
        asked = set(lanes)
        self._read_months(reporter for reporter, _ in asked)
        heard = [(reporter, partner) for reporter, partner in asked if self._months[reporter]]
        reporters = {reporter for reporter, _ in heard}
        if len(reporters) <= _TOGETHER:
            self._expected |= reporters
        self._read_lanes(partner for _, partner in heard)

    def months(self, reporter: str, flow: str) -> Mapping[str, Sequence[Month]]:
        """What the files show of a reporter's flow, by month or year."""
        self._read_months([reporter])
        return self._months[reporter].get(flow, {})

    def seen(self, partner: str) -> Seen:
        """Where a partner is seen."""
        self._read_lanes([partner])
        return self._seen[partner]

    def trade(self, reporter: str, partner: str) -> bool:
        """Whether any file has a row of a reporter with a partner."""
        return any(reporter in reporters for reporters in self.seen(partner).values())

    def everybody(self, file: str, chapter: str) -> int:
        """How many partners a file has in a chapter."""
        return self._everybody(file).get(chapter, 0)

    def partners(self, reporter: str, file: str, chapter: str) -> int:
        """With how many partners a reporter is seen in a file's chapter.

        One reporter is asked about in many chapters, many reporters in one: each is read whole; else by reporter.
        """
        known = reporter in self._by_reporter or reporter in self._expected or len(self._by_reporter) < _FEW_REPORTERS
        if not known and (chapter in self._by_chapter or len(self._by_chapter) < _FEW_CHAPTERS):
            return self._of_chapter(chapter).get((file, reporter), 0)
        return self._of_reporter(reporter).get((file, chapter), 0)

    def _of_reporter(self, reporter: str) -> Mapping[tuple[str, str], int]:
        """With how many partners a reporter is seen, by file and chapter; of all that were expected at once."""
        if reporter not in self._by_reporter:
            wanted = (self._expected | {reporter}) - self._by_reporter.keys()
            found: dict[str, dict[tuple[str, str], int]] = {each: {} for each in wanted}
            for each, file, chapter, partners in self._connection.execute(
                "SELECT p.reporter AS reporter, p.file_sha256 AS file_sha256, p.chapter AS chapter, "
                f"p.partners AS partners FROM partners AS p WHERE p.reporter IN ({literals(sorted(wanted))})"
            ).fetchall():
                found[each][file, chapter] = partners
            self._by_reporter |= found
        return self._by_reporter[reporter]

    def _of_chapter(self, chapter: str) -> Mapping[tuple[str, str], int]:
        """With how many partners each reporter is seen in a chapter, by file."""
        if chapter not in self._by_chapter:
            rows = self._connection.execute(
                "SELECT p.file_sha256 AS file_sha256, p.reporter AS reporter, p.partners AS partners "
                f"FROM partners AS p WHERE p.chapter = {literal(chapter)} AND p.reporter IS NOT NULL"
            ).fetchall()
            self._by_chapter[chapter] = {(file, reporter): partners for file, reporter, partners in rows}
        return self._by_chapter[chapter]

    def _count_everybody(self, file: str) -> dict[str, int]:
        """How many partners a file has, by chapter."""
        rows = self._connection.execute(
            "SELECT p.chapter AS chapter, p.partners AS partners FROM partners AS p "
            f"WHERE p.reporter IS NULL AND p.file_sha256 = {literal(file)}"
        ).fetchall()
        return dict(rows)

    def _read_lanes(self, partners: Iterable[str]) -> None:
        wanted = set(partners) - self._seen.keys()
        if not wanted:
            return
        found: dict[str, dict[tuple[str, str], frozenset[str]]] = {partner: {} for partner in wanted}
        for partner, file, chapter, reporters in self._connection.execute(
            "SELECT l.partner AS partner, l.file_sha256 AS file_sha256, l.chapter AS chapter, "
            f"list(l.reporter) AS reporters FROM lanes AS l WHERE l.partner IN ({literals(sorted(wanted))}) "
            "GROUP BY l.partner, l.file_sha256, l.chapter"
        ).fetchall():
            found[partner][file, chapter] = frozenset(reporters)
        self._seen |= found

    def _read_months(self, reporters: Iterable[str]) -> None:
        wanted = set(reporters) - self._months.keys()
        if not wanted:
            return
        found: dict[str, dict[str, dict[str, list[Month]]]] = {reporter: {} for reporter in wanted}
        for (
            reporter,
            flow,
            period,
            file,
            source,
            release,
            day,
            edition,
            one_query,
            cut_off,
            levels,
        ) in self._connection.execute(
            "SELECT m.reporter AS reporter, m.flow AS flow, m.period AS period, "
            "m.file_sha256 AS file_sha256, m.source AS source, m.release AS release, m.released_on AS released_on, "
            "max(m.edition) AS edition, bool_or(m.one_query) AS one_query, bool_or(m.cut_off) AS cut_off, "
            "list(DISTINCT m.level) AS levels "
            f"FROM months AS m WHERE m.reporter IN ({literals(sorted(wanted))}) "
            "GROUP BY m.reporter, m.flow, m.period, m.file_sha256, m.source, m.release, m.released_on"
        ).fetchall():
            of_flow = found[reporter].setdefault(flow, defaultdict(list))
            month = Month(file, source, release, day, edition, one_query, cut_off, frozenset(levels))
            of_flow[period].append(month)
        self._months |= found

    def _read_codes(self, file: str, freq: str) -> Codes:
        """A file's codes of months (M) or years (A)."""
        headings = self._connection.execute(
            "SELECT left(c.hs, 4) AS heading, min(c.first_period) AS first_period, max(c.last_period) AS last_period, "
            f"list(c.hs) AS codes FROM codes AS c WHERE c.file_sha256 = {literal(file)} AND c.freq = {literal(freq)} "
            "GROUP BY left(c.hs, 4)"
        ).fetchall()
        every = [code for *_, codes in headings for code in codes]
        return Codes(
            frozenset(every),
            sorted(code for code in every if len(code) > _SUBHEADING),
            {heading: (first, last) for heading, first, last, _ in headings},
        )
