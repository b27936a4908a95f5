"""Coverage: which parts of a book are on the table, so that nothing and unknown never look alike.

A missing row means zero trade only where the publisher would have printed it and the file would have brought it. So
four things must be shown by rows that are there:

1. The reporter published that month: the release has some row of that reporter, flow and month.
2. The codes were asked for: each subheading under the code in question, in the edition of that month, is in the file,
   for whomever, and its heading is seen there both before and after (or in) that month. Half of chapter 03 does not
   cover chapter 03, and a code that has gone covers nothing.
3. The partner was asked for: the file has rows of that reporter with that partner in the same chapter; or the reporter
   has rows with at least `SEVERAL` partners there, in a file that has at least `MANY` and the partner among them.
4. The file is not a selection. A publisher's answer to one query holds every combination of what it lists. A table of
   unknown making is trusted where it is broad (at least `MANY` partners in the chapter, `SEVERAL` of them the
   reporter's); a narrow one may have been picked by hand. Nor may the file have been cut off at the publisher's limit.

What fails 1, or has none of the codes, is not covered. A file that has whole headings under the code in question and
passes the rest is a selection: a missing row is no trade in those. What else fails is covered in part: rows found
there are a lower bound, and a missing one says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tidewaiter.errors import UsageError
from tidewaiter.reference import editions

if TYPE_CHECKING:
    from tidewaiter.ledger.holdings import Holdings, Month

#: yes: a missing row is zero trade. selection: it is, for those of the codes that the file holds; of the others nothing
#: is known. partial: what is there is a lower bound. no: not published, or not loaded.
STATES = ("yes", "selection", "partial", "no")

#: A pull of so many partners is a pull of all of them: the API takes long lists, people do not write them.
MANY = 100
#: Digits that all countries share; a finer line is one country's own.
_SUBHEADING = 6
#: Chapters that each country fills as it likes.
_SPECIAL = ("98", "99")
#: A reporter seen with so many partners in a chapter was not asked about a few chosen ones.
SEVERAL = 10


@dataclass(frozen=True, slots=True)
class Covered:
    """Whether a source's book is on the table for a question, and why, in a sentence.

    `held` are the codes of a selection, or of a part that is known to be no more than these; `edition` is that of the
    HS which the book used in the period.
    """

    state: str
    why: str
    source: str | None = None
    release: str | None = None
    held: frozenset[str] = frozenset()
    edition: str | None = None

    def __bool__(self) -> bool:
        return self.state == "yes"


class Coverage:
    """Answers from what the files of a ledger hold; each set of codes is kept once."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._doubts = cache(self._doubt)
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def of(
        self,
        *,
        reporter: str,
        partner: str,
        flow: str,
        hs: str,
        period: str,
        source: str | None,
        as_of: date | None,
        release: date | None = None,
    ) -> Covered:
        """See `Ledger.covers`; with `release` only by what was released on that day."""
        published = [
            month
            for month in self._holdings.months(reporter, flow).get(period, ())
            if (source is None or month.source == source)
            and (as_of is None or month.released_on <= as_of)
            and (release is None or month.released_on == release)
        ]
        by_source: dict[str, list[Month]] = defaultdict(list)
        for month in published:
            by_source[month.source].append(month)
        answers = [self._answer(months, reporter, partner, hs, period) for months in by_source.values()]
        if not answers:
            whose = source or "the ledger"
            return Covered("no", f"{whose} holds no {flow} rows of {reporter} for {period}", source)
        return min(answers, key=lambda answer: STATES.index(answer.state))

    def _answer(self, months: list[Month], reporter: str, partner: str, hs: str, period: str) -> Covered:
        """What the files of one source show together; a code is covered if one of them covers it."""
        newest = max(months, key=lambda month: month.released_on)
        edition = newest.edition or editions.edition_for(int(period[:4]))
        if not _exists(hs, edition):
            return Covered(
                "no", f"{hs} is no code of {edition}, which {reporter} used in {period}", newest.source, newest.release
            )
        if any(self._has_whole(month, reporter, partner, hs, period) for month in months):
            return _whole(newest, reporter, partner, hs, period)
        wanted = _wanted(hs, edition)
        held: set[str] = set()
        sure: set[str] = set()
        doubted: list[tuple[set[str], str]] = []
        for month in months:
            found = self._held(month, hs, wanted, period)
            held |= found
            if found:
                doubt = self._doubts(month.file, month.one_query, month.cut_off, reporter, partner, hs[:2])
                if doubt is None:
                    sure |= found
                else:
                    doubted.append((found, doubt))
        # A doubtful file beside a sure one that has all of its codes takes nothing away.
        doubts = [doubt for found, doubt in doubted if not found <= sure]
        source, release = newest.source, newest.release
        if not held and hs == "TOTAL":
            return Covered("partial", f"{source} holds some codes and no total for {period}", source, release)
        if not held:
            return Covered("no", f"{source} holds {reporter} for {period}, but nothing under {hs}", source, release)
        if sure >= wanted:
            return _whole(newest, reporter, partner, hs, period)
        if doubts:
            return Covered("partial", f"{source} for {period}: {doubts[0]}", source, release)
        if not held & wanted:
            why = f"{source} for {period}: which lines under {hs} were asked for is not known"
            return Covered("partial", why, source, release)
        why = f"{source} holds {len(held)} of the {len(wanted)} codes under {hs} for {period}"
        state = "selection" if _has_whole_heading(sure, wanted) else "partial"
        return Covered(state, why, source, release, self._kept(frozenset(sure)), edition)

    def _kept(self, codes: frozenset[str]) -> frozenset[str]:
        """The same set of codes, held once for all months that have it."""
        return self._sets.setdefault(codes, codes)

    def _has_whole(self, month: Month, reporter: str, partner: str, hs: str, period: str) -> bool:
        """Whether a file has the very code for the month, and would have the partner's row: most have, at a glance."""
        codes, _, spans = self._holdings.codes(month.file, _freq(period))
        if hs not in codes or _level(hs) not in month.levels:
            return False
        if not month.one_query and not _within(spans, hs, period):
            return False
        return self._doubts(month.file, month.one_query, month.cut_off, reporter, partner, hs[:2]) is None

    def _held(self, month: Month, hs: str, wanted: frozenset[str], period: str) -> set[str]:
        """Which of the wanted codes a file has for the month; a code of its own counts for all that lies under it."""
        codes, finer, spans = self._holdings.codes(month.file, _freq(period))
        if month.one_query:
            spans = {}
        if hs in codes and _level(hs) in month.levels and _within(spans, hs, period):
            return set(wanted)
        if hs == "TOTAL":
            return set()
        found = {code for code in wanted if code in codes and _within(spans, code, period)}
        # Finer national lines show that something under the code was asked for, not that all of it was.
        width = max(len(hs), _SUBHEADING)
        lines = (code for code in editions.beginning(finer, hs) if len(code) > width and _within(spans, code, period))
        return found or {f"{code}…" for code in lines}

    def _doubt(
        self, file: str, one_query: bool, cut_off: bool, reporter: str, partner: str, chapter: str
    ) -> str | None:
        """Why a file may lack rows of this reporter with this partner; None where it would have them."""
        if cut_off:
            return "the file ends exactly at the publisher's limit and may be cut off"
        if one_query:
            asked = any(file == each for each, _ in self._holdings.seen(partner))
            return None if asked else f"the file has no row with {partner}: it may not have been asked for"
        mine = self._holdings.partners(reporter, file, chapter)
        reporters = self._holdings.seen(partner).get((file, chapter), frozenset())
        among = reporter in reporters
        # Whoever is seen with so many is not seen in a file of fewer.
        if (among or (mine >= SEVERAL and reporters)) and (
            mine >= MANY or self._holdings.everybody(file, chapter) >= MANY
        ):
            if mine >= SEVERAL:
                return None
            return f"the file has few partners of {reporter} and may be a selection"
        if among:
            everybody = self._holdings.everybody(file, chapter)
            return f"the file has {'one partner' if everybody == 1 else f'{everybody} partners'} and may be a selection"
        return f"the file has no row of {reporter} with {partner} there: it may not have been asked for"


def _whole(month: Month, reporter: str, partner: str, hs: str, period: str) -> Covered:
    why = f"{month.source} holds {hs} of {reporter} with {partner} for {period}"
    return Covered("yes", why, month.source, month.release)


@lru_cache(maxsize=65536)
def _exists(hs: str, edition: str) -> bool:
    """Whether an edition has a code; an old code's missing rows say nothing after it has gone."""
    if hs == "TOTAL" or hs[:2] in _SPECIAL:
        return True
    try:
        return editions.exists(hs, edition)
    except UsageError:
        return True


@lru_cache(maxsize=65536)
def _wanted(hs: str, edition: str) -> frozenset[str]:
    """The subheadings under a code; the code itself where it is finer, or the edition's list is not held."""
    if hs == "TOTAL" or len(hs) >= 6:
        return frozenset({hs})
    try:
        return editions.subheadings(hs, edition) or frozenset({hs})
    except UsageError:
        return frozenset({hs})


def _has_whole_heading(held: set[str], wanted: frozenset[str]) -> bool:
    """Whether all of some heading is there: a line or two of one were picked, and no row of theirs says little."""
    lacking = {code[:4] for code in wanted - held}
    return any(code[:4] not in lacking for code in held & wanted)


def _freq(period: str) -> str:
    return "M" if len(period) == len("2022-05") else "A"


def _level(hs: str) -> int:
    return 0 if hs == "TOTAL" else len(hs)


def _within(spans: Mapping[str, tuple[str, str]], code: str, period: str) -> bool:
    first, last = spans.get(code[:4], (period, period))
    return first <= period <= last
