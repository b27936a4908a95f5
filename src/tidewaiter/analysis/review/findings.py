"""What stands out on a line: goods that began, came back, stopped, surged or fell, and the year against its years.

A finding is only made of figures that are known whole: a month nobody published is no stop, and an unpublished year no
beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.line import Line, zero_run
from tidewaiter.analysis.review.track import comparable, is_zero

#: Kinds of findings, in the order in which a reader wants them.
KINDS = (
    "began",
    "resumed",
    "record",
    "more_than_sum",
    "surged",
    "ceased",
    "fell",
    "few_months",
    "held_up",
    "fell_more",
    "more_than_each",
    "more_than_year",
)
#: From what change on the same months a year earlier, in percent, a rise is called a surge and a drop a fall.
SURGE = Decimal(25)
FALL = Decimal(-25)
#: A part of a year within this share of a whole one is about as much as it.
LIKE = Decimal("0.05")
#: Among so many earlier years a first place says something.
RANKED = 3
#: So many months without any trade, all of them published, are a stop.
SILENT = 6
#: A year whose trade came in at most so many months came in "only" those.
FEW = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands out; `facts` are the figures it is made of, by the part they play.

    `since` is the first year that is known to lie on the quiet side of it, `years` how many years it looks back on.
    """

    kind: str
    line: Line
    facts: Mapping[str, Fact]
    since: int | None = None
    years: int = 0

    @property
    def weight(self) -> Decimal:
        """How much trade it is about: the larger of the figures that it compares."""
        return max((fact.value for fact in self.facts.values() if fact.unit not in _NO_AMOUNT), default=Decimal(0))


_NO_AMOUNT = ("percent", "times", "place", "years")


def findings(line: Line, *, whole: Line | None = None, threshold: Decimal) -> Iterator[Finding]:
    """What stands out on a line, above a threshold in the line's currency; `whole` is all goods of the same flow."""
    started = list(_starts(line))
    # What began, or came back, exceeds the same months of the years before as a matter of course.
    moved = () if started else _moves(line)
    for finding in (*started, *_stops(line), *moved, *_months(line), *_against(line, whole)):
        if finding.weight >= threshold:
            yield finding


def _starts(line: Line) -> Iterator[Finding]:
    """Goods that come in this year and did not last year, for the first time or again."""
    now, last_year = line.now, line.track.window.year - 1
    if now is None or not now.value:
        return
    quiet = zero_run(line, last_year)
    if not quiet:
        return
    since = last_year - quiet + 1
    earlier = [year for year, fact in line.years.items() if year < since and fact.value]
    if earlier:
        last = max(earlier)
        yield Finding("resumed", line, {"now": now, "last": line.years[last]}, since, quiet)
    else:
        yield Finding("began", line, {"now": now}, since, quiet)


def _stops(line: Line) -> Iterator[Finding]:
    """Goods that have not come in for a while, or not since last year."""
    silence = line.silence
    if silence is not None and silence[1] >= SILENT:
        last, months = silence
        facts = {"last": last}
        year = line.years.get(int(last.subject.period[:4]))
        if year is not None and comparable(year):
            facts["before"] = year
        yield Finding("ceased", line, facts, years=months)
        return
    if silence is None and is_zero(line.now) and line.now is not None:
        before = line.before if line.before is not None and line.before.value else line.year
        if before is not None and before.value and before.id != line.now.id:
            yield Finding("ceased", line, {"now": line.now, "before": before})


def _months(line: Line) -> Iterator[Finding]:
    """A full year whose trade came in a few months."""
    months = line.months_of(line.last_full)
    if line.year is not None and comparable(line.year) and 0 < len(months) <= FEW:
        parts = {f"month{number}": month for number, month in enumerate(months)}
        yield Finding("few_months", line, {"year": line.year, **parts})


def _moves(line: Line) -> Iterator[Finding]:
    now, rank = line.now, line.rank
    if now is None or not comparable(now) or not now.value:
        return
    if rank is not None and rank.value == 1 and len(line.same_months) >= RANKED:
        best = max(line.same_months, key=lambda fact: fact.value)
        if best.value < now.value and best.value:
            facts = {"now": now, "best": best, "rank": rank}
            among = line.among()
            if among is not None:
                facts["among"] = among
            if line.change is not None:
                facts["change"] = line.change
            yield Finding("record", line, facts, years=len(line.same_months))
            return
    change, before = line.change, line.before
    if change is None or before is None:
        return
    if change.value >= SURGE:
        yield Finding("surged", line, {"now": now, "before": before, "change": change})
    elif change.value <= FALL:
        yield Finding("fell", line, {"now": now, "before": before, "change": change})


def _against(line: Line, whole: Line | None) -> Iterator[Finding]:
    """The last full year against the whole trade's, and the year so far against the last full year."""
    yield from _whole_years(line)
    yield from _all_years_together(line)
    if whole is None or whole is line:
        return
    mine, all_goods = line.year_change, whole.year_change
    if mine is None or all_goods is None or line.year is None or line.year_before is None or all_goods.value >= 0:
        return
    facts = {"change": mine, "whole": all_goods, "now": line.year, "before": line.year_before}
    if mine.value > all_goods.value:
        yield Finding("held_up", line, facts)
    elif mine.value < all_goods.value and line.year.value:
        yield Finding("fell_more", line, facts)


def _whole_years(line: Line) -> Iterator[Finding]:
    """The year so far against whole years: more than each of them, or than the last one; about as much as one."""
    now, year, multiple = line.now, line.year, line.of_last_year
    if now is None or year is None or multiple is None:
        return
    years = (year, *line.years_before)
    near = next((each for each in years if each.value and abs(now.value / each.value - 1) <= LIKE), None)
    like = {} if near is None else {"like": near}
    best = max(years, key=lambda fact: fact.value)
    if len(years) >= RANKED and now.value > best.value > 0:
        count = line.track.facts.made("count", line.track.subject(now.subject.period), "years", years)
        assert count is not None
        yield Finding("more_than_each", line, {"now": now, "best": best, "count": count})
    elif multiple.value >= 1 - LIKE or like:
        yield Finding("more_than_year", line, {"now": now, "year": year, "times": multiple, **like})


def _all_years_together(line: Line) -> Iterator[Finding]:
    """The last full year, or the year so far, against all the years before added up."""
    year, before = line.year, line.years_before
    told = [(line.now, (year, *before))] if year is not None and not line.track.window.whole_year else []
    for now, years in ((year, before), *told):
        if now is None or not comparable(now) or len(years) < RANKED or not all(map(comparable, years)):
            continue
        total = line.together([fact for fact in years if fact is not None])
        if total.value and now.value > total.value and now.unit == total.unit:
            yield Finding("more_than_sum", line, {"now": now, "sum": total})
            return
