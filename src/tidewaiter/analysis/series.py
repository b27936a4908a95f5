"""A flow over time: one reporter's book about one partner, one flow, some codes, month by month or year by year.

Nothing is added that overlaps: one source, the release that stood on the day asked for, one level of the nomenclature
in a period, one currency, months or years. A period that the source has published and that holds no row is zero; a
period outside its coverage is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tidewaiter.analysis import assembly, printed
from tidewaiter.analysis.assembly import STRETCHES
from tidewaiter.analysis.cells import TOTAL, outermost
from tidewaiter.analysis.known import check_codes, check_source
from tidewaiter.analysis.shelf import Lane, Shelf
from tidewaiter.analysis.timeline import Point, Series
from tidewaiter.errors import UsageError
from tidewaiter.ledger.schema import FLOWS
from tidewaiter.period import Period
from tidewaiter.reference import goods
from tidewaiter.reference.areas import check_party

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

__all__ = ["Point", "Series", "series"]

_CODE = re.compile(r"\d{2,12}\Z")
_CURE = "write digits such as 30 or 300220, TOTAL, or the name of goods such as masks (tidewaiter goods lists them)"


def series(
    ledger: Ledger,
    *,
    reporter: str,
    partner: str,
    flow: str,
    hs: str | Sequence[str],
    start: str,
    end: str,
    freq: str = "M",
    as_of: date | None = None,
    source: str | None = None,
    currency: str = "USD",
    unit: str | None = None,
) -> Series:
    """The series of `hs` (a code prefix, several of them, TOTAL, or an id of goods) from `start` to `end`, inclusive.

    `flow` is as the reporter saw it: North Korea's imports from China are `reporter="CHN", flow="export"`. Without a
    `source` the one that covers most of the time is taken, never two; what newspapers printed is shown where no customs
    book knows anything, or only parts where they know wholes. `freq` is M, A, or O for the other stretches that a book
    has, such as fiscal years. Codes of six digits and more are followed over editions of the HS: the notes say so, and
    where a group of codes is wider. `unit` is the quantity wanted where the book has several. UsageError for a country,
    flow, code, source or period that does not exist.
    """
    for code in (reporter, partner):
        check_party(code)
    if flow not in FLOWS:
        raise UsageError(f"no such flow: {flow!r}", cure=f"one of {', '.join(FLOWS)}")
    if source is not None:
        check_source(ledger, source)
    shelf = Shelf(ledger)
    lane = Lane(reporter, partner, flow)
    wanted = _stretches(shelf, lane, start, end, source) if freq == STRETCHES else _periods(start, end, freq)
    empty = tuple(Point(period, currency=currency) for period in wanted)
    asked = Series(reporter, partner, flow, _codes(hs), freq, as_of, currency, empty)
    check_codes(ledger, asked.hs)
    booked = booked_series(shelf, asked, source=source, unit=unit, joined=True)
    shown = printed.series_of(shelf.printed(reporter, partner), asked, source)
    if booked is not None:
        return booked if shown is None else _wholer(booked, shown)
    corrected = assembly.corrections(shelf, asked)
    nothing = [
        "no customs book in the ledger covers this",
        *_elsewhere(shelf, lane, asked),
        *assembly.by_hand(corrected),
    ]
    return shown or replace(asked, notes=tuple(nothing), corrections=corrected)


def _wholer(booked: Series, shown: Series) -> Series:
    """What a book has, or what newspapers printed where they know more periods whole: a whole beats a part of it."""
    whole = {point.period for point in booked.points if point.whole}
    printed_whole = [point.period for point in shown.points if point.value is not None]
    told = [period for period in printed_whole if period not in whole]
    if not told:
        return booked
    if len(printed_whole) > len(whole):
        other = f"the book {booked.source} has a part of this: ask for it with --source {booked.source}"
        return replace(shown, notes=(printed.NOTE, other))
    other = f"newspapers printed figures of {_named(told)}: ask for them with --source {shown.source}"
    return replace(booked, notes=(*booked.notes, other))


def _named(periods: Sequence[str]) -> str:
    """A few periods, and that there are more."""
    return ", ".join(periods[:3]) + (" and more" if len(periods) > 3 else "")


def booked_series(
    shelf: Shelf, asked: Series, *, source: str | None = None, unit: str | None = None, joined: bool = False
) -> Series | None:
    """What the best customs book says of an empty series; None where no book knows anything of it.

    `joined`: codes are followed over editions, to a wider group where they were split; else they stay as they are.
    """
    sources = [source] if source is not None else assembly.sources(shelf, asked)
    asked_of = {one: assembly.in_editions(shelf, asked, one) if joined else asked for one in sources}
    return best(assembly.answer(shelf, asked_of[one], one, unit) for one in sources)


def best(answers: Iterable[Series]) -> Series | None:
    """The answer of the book that covers most of the time; None where none knows anything."""
    known = [answer for answer in answers if any(point.covered or point.rows for point in answer.points)]
    return max(known, key=_merit, default=None)


def _merit(answer: Series) -> tuple[int, int, date, str]:
    covered = sum(point.covered for point in answer.points)
    filled = sum(point.rows > 0 for point in answer.points)
    return covered, filled, answer.released_on or date.min, answer.source or ""


def _codes(hs: str | Sequence[str]) -> tuple[str, ...]:
    codes = [hs] if isinstance(hs, str) else list(hs)
    if len(codes) == 1 and codes[0] != goods.TOTAL and codes[0] in goods.goods():
        return (codes[0],)
    clean = [code.strip().upper().replace(".", "") for code in codes]
    for code in clean:
        if code != TOTAL and _CODE.match(code) is None:
            from tidewaiter.reference.search import did_you_mean, goods_like

            meant = None if code[:1].isdigit() else did_you_mean(goods_like(code))
            raise UsageError(f"no such HS code: {code!r}", cure=meant or _CURE)
    if not clean:
        raise UsageError("no HS code given", cure=_CURE)
    return outermost(clean)


def _published(shelf: Shelf, lane: Lane, start: str, end: str, source: str | None) -> Iterator[tuple[str, str]]:
    """The stretches inside a time that are neither month nor calendar year: which source has published which."""
    months = _periods(start, end, "M")
    for name, periods in sorted(shelf.periods(lane).items()):
        for period in sorted(periods):
            first, slash, last = period.partition("/")
            if source in (None, name) and slash and months[0] <= first and last <= months[-1]:
                yield name, period


def _stretches(shelf: Shelf, lane: Lane, start: str, end: str, source: str | None) -> tuple[str, ...]:
    """The other stretches that books of a flow have; UsageError where there are none."""
    found = {period for _, period in _published(shelf, lane, start, end, source)}
    if not found:
        raise UsageError(
            f"no book of {lane.reporter} has fiscal years or other stretches from {start} to {end}",
            cure="ask for months (M) or years (A)",
        )
    return tuple(sorted(found))


def _elsewhere(shelf: Shelf, lane: Lane, asked: Series) -> Iterator[str]:
    """That a book has the flow by stretches of its own, where it was asked for by months or years."""
    if asked.freq == STRETCHES:
        return
    found = list(_published(shelf, lane, asked.periods[0], asked.periods[-1], None))
    for name in dict.fromkeys(source for source, _ in found):
        periods = [period for source, period in found if source == name]
        yield f"{name} has stretches of its own, {periods[0]} to {periods[-1]}: ask for freq O"


def _periods(start: str, end: str, freq: str) -> tuple[str, ...]:
    if freq not in ("M", "A"):
        raise UsageError(f"no such frequency: {freq!r}", cure="M for months, A for years, O for other stretches")
    months = list(Period.parse(f"{start}/{end}").months())
    if not months:
        raise UsageError(f"not a run of months or years: {start} to {end}", cure="write 2019-01 or 2019")
    return tuple(months) if freq == "M" else tuple(dict.fromkeys(month[:4] for month in months))
