"""The day a text was written, for "last month": as the document says, else by the dated events it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from tidewaiter.claims import periods
from tidewaiter.claims.lexicon import load_yaml
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.tokens import fold
from tidewaiter.documents.document import Document
from tidewaiter.period import Point

#: How `Document.published_from` begins where a day was inferred.
INFERRED = "inferred"
_YEARLESS = frozenset({"month", "day"})


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a known month: each group of words must have one in the sentence."""

    year: int
    month: int
    words: tuple[tuple[str, ...], ...]


@cache
def events() -> tuple[Event, ...]:
    """The dated events that can place a text in its year."""
    table: list[dict[str, Any]] = load_yaml("events.yml")["events"]
    found = []
    for row in table:
        year, month = str(row["date"]).split("-")[:2]
        words = tuple(tuple(fold(word) for word in group) for group in row["words"])
        found.append(Event(int(year), int(month), words))
    return tuple(found)


def anchor(document: Document, reading: Reading) -> Anchor:
    """What relative expressions of a document hang on; without a year where nothing settles it."""
    if document.published is not None and 1800 <= document.published.year <= 2200:
        day = document.published
        return Anchor(day=day, year=day.year, month=day.month)
    year = _year_by_events(reading)
    if year is None:
        return Anchor()
    return Anchor(year=year, month=_latest_month(reading.sentences))


def is_guessed(document: Document) -> bool:
    """Whether nobody wrote the day of a text down: it was inferred from what the text tells of, or can at best be."""
    return document.published is None or (document.published_from or "").startswith(INFERRED)


def _year_by_events(reading: Reading) -> int | None:
    """The one year that every event recognised in the text agrees on, no earlier than any year it names as past."""
    grammar = periods.grammar(reading.language)
    votes: set[int] = set()
    named: list[int] = []
    for sentence in reading.sentences:
        months = {
            grammar.month(t.parts["m"])
            for t in sentence.times
            if t.form in _YEARLESS and not t.names_year and "m" in t.parts
        }
        named += [int(t.parts["y"]) for t in sentence.times if "y" in t.parts and t.form != "decade"]
        if not months:
            continue
        text = fold(reading.text[sentence.start : sentence.end])
        votes |= {
            e.year for e in events() if e.month in months and all(any(w in text for w in group) for group in e.words)
        }
    if len(votes) != 1:
        return None
    year = votes.pop()
    return None if any(y > year for y in named) else year


def _latest_month(sentences: Iterable[Sentence]) -> int | None:
    """The month of the latest day named, as news names the day it reports on."""
    grammar = periods.grammar("en")
    found = [
        month
        for sentence in sentences
        for t in sentence.times
        if t.form == "day" and not t.names_year
        for month in [grammar.month(t.parts["m"])]
        if month
    ]
    return max(found, default=None)


def data_end(reading: Reading, anchor: Anchor) -> Point | None:
    """The last month of this year that the text says its data cover ("the first four months of this year")."""
    if anchor.year is None:
        return None
    ranges: list[Point] = []
    months: list[Point] = []
    for sentence in reading.sentences:
        trade = bool(sentence.figures) or any(c.kind in {"flow_noun", "flow_verb"} for c in sentence.cues)
        for time in sentence.times:
            period = periods.resolve(time, anchor, language=reading.language)
            if period is None or period.end.year != anchor.year or not period.end.month or period.end.day:
                continue
            if anchor.month is not None and period.end.month > anchor.month:
                continue
            if time.form in {"first_months", "months", "quarter", "quarters", "half"}:
                ranges.append(period.end)
            elif reading.words(max(sentence.start, time.start - 6), time.start)[-1:] == ["since"]:
                continue
            elif time.form in {"month", "month_range_last", "rel_month"} and trade and sentence.figures:
                months.append(period.end)
    return max(ranges, default=None) or max(months, default=None)
