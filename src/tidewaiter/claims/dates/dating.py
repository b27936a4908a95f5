"""The day a text was written, for "last month": as the document says, else by what it tells of.

Five things place an undated text: the day on which somebody said what it reports, events of a known month, the months
since January of the latest year it names, a year that is over where its news is of the first months of another, and
the year before that its news is held against ("the same period of 2022").
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tidewaiter.claims import periods
from tidewaiter.claims.dates.since import is_since
from tidewaiter.claims.periods import Anchor, Expression
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import load_yaml, words
from tidewaiter.claims.words.tokens import fold
from tidewaiter.documents.document import Document
from tidewaiter.documents.infer import dateline_day
from tidewaiter.period import Period, Point

#: How `Document.published_from` begins where a day was inferred.
INFERRED = "inferred"
#: Months of a year in which data of the year before are news, and the months that these then end in.
_EARLY, _LATE = 3, 10
_YEARLESS = frozenset({"month", "day"})
_RUNS = frozenset({"first_months", "months"})
#: Months after the last one told in which the figures of a year so far are still news.
_NEWS = 2
_DECEMBER = 12
#: A line of names and a month: a place, a paper, a writer; nothing that a sentence has.
_MONTH_LINE = re.compile(
    r"[^0-9。，,；;：:!?！？%]{0,24}?[（(【\[|｜·/ \u3000]*"
    r"((?:19|20)\d\d) ?[年년] ?(\d{1,2}) ?[月월]号?號?호?[）)】\]]?"
)
#: "路透北京2018年2月 - …": an agency's place and month.
_MONTH_SENT = re.compile(
    r"[^0-9。，,；;：:!?！？%]{2,14}((?:19|20)\d\d) ?[年년] ?(\d{1,2}) ?[月월](?:电|電|讯|訊)? ?(?:--|[-–—])"
)
_MONTHS = {name: number for number, name in enumerate(month_name) if name}
#: "Research Department, March 2023", "Briefing note – June 2024".
_MONTH_NOTE = re.compile(rf"(?:[^.?!:;\d]{{0,80}}[,|·–—/-] ?)?({'|'.join(_MONTHS)}) ((?:19|20)\d\d)")
#: How far down such a line may stand.
_HEAD, _LINES = 1000, 6
_RELEASED = words("release")
#: Characters between a date and who said something on it.
_BESIDE = 32
#: Where a sentence has one of these, the times in it may be of what was before.
_LOOKING_BACK = words("looking_back")
#: The year that those of the pandemic are held against, whichever of them it is.
_BEFORE_PANDEMIC = 2019


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
    named = _years_named(reading)
    said = _day_said(reading, named)
    if said is not None:
        return Anchor(day=said, year=said.year, month=said.month)
    headed = _month_headed(document.text)
    if headed is not None:
        return Anchor(year=headed.year, month=headed.month)
    sent = dateline_day(document.body.text)
    latest = sent[0] if sent else _latest_month(reading)
    told = _year_so_far(named)
    if told is not None:
        month = told.month + 1 if latest is None else latest
        # Figures of ten months are news in November or December: another day told is of another year, or no news.
        return Anchor(year=told.year, month=month) if told.month <= month <= told.month + _NEWS else Anchor()
    if latest is not None and latest <= _EARLY and (over := _year_over(reading, named)):
        return Anchor(year=over + 1, month=latest)
    if (latest is None or latest > _EARLY) and (before := _year_before(reading, named)):
        # Who tells of "December" and of no later day than in August looks back on a year, and wrote nobody knows when.
        later = latest is not None and _names_month_after(reading, latest)
        return Anchor(year=before + 1, month=None if later else latest)
    year = _year_by_events(reading)
    return Anchor() if year is None else Anchor(year=year, month=latest)


def _month_headed(text: str) -> Point | None:
    """The month that a line above the text is set off with and that tells no more: "边贸周记  2018年9月"."""
    titled = False
    for line in text[:_HEAD].split("\n")[:_LINES]:
        found = _MONTH_LINE.fullmatch(line.strip()) or _MONTH_SENT.match(line)
        if found is not None and 1 <= int(found[2]) <= _DECEMBER:
            return Point(int(found[1]), int(found[2]))
        # "Briefing note – June 2024", below a title.
        noted = _MONTH_NOTE.fullmatch(line.strip()) if titled else None
        if noted is not None:
            return Point(int(noted[2]), _MONTHS[noted[1]])
        titled = titled or bool(line.strip())
    return None


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


@dataclass(frozen=True, slots=True)
class _Named:
    """A time that a text names with its year in figures, and the sentence it stands in."""

    sentence: Sentence
    time: Expression
    period: Period


def _years_named(reading: Reading) -> list[_Named]:
    """The times that a text names with their year in figures, in order."""
    found = []
    for sentence in reading.sentences:
        for time in sentence.times:
            if "y" in time.parts and time.form != "decade":
                period = periods.resolve(time, Anchor(), language=reading.language)
                if period is not None:
                    found.append(_Named(sentence, time, period))
    return found


def _last_year(named: Iterable[_Named]) -> int | None:
    return max((each.period.end.year for each in named), default=None)


def _day_said(reading: Reading, named: Sequence[_Named]) -> date | None:
    """The latest whole date beside a word for saying, if no later year is named: "the ministry said on 3 May 2023"."""
    days = (each for each in named if each.time.form == "day")
    said = max((each.period.last_day for each in days if _is_said(reading, each.sentence, each.time)), default=None)
    return said if said is not None and _last_year(named) == said.year else None


def _is_said(reading: Reading, sentence: Sentence, time: Expression) -> bool:
    if any(c.start - time.end <= _BESIDE and time.start - c.end <= _BESIDE for c in sentence.cues_of("speech")):
        return True
    return bool(_RELEASED & set(reading.words(max(sentence.start, time.start - _BESIDE), time.start)))


def _year_over(reading: Reading, named: Sequence[_Named]) -> int | None:
    """The latest year that a text names, if it tells of it as a whole and speaks of "last year"; else None."""
    last = _last_year(named)
    grammar = periods.grammar(reading.language)
    said = {
        grammar.relative.get(t.parts["r"], t.parts["r"]) for s in reading.sentences for t in s.times if "r" in t.parts
    }
    whole = any(each.time.form == "year" and each.period.end.year == last for each in named)
    return last if whole and "last" in said else None


def _year_before(reading: Reading, named: Sequence[_Named]) -> int | None:
    """The year that a text holds its news against ("the same period of 2022"), if it names none later than the next.

    Not where it looks back on what was before something ("the same months of 2019, before the pandemic").
    """
    held = {
        int(time.parts["y"])
        for sentence in reading.sentences
        for time in sentence.times
        if time.form == "base_month_year" and "y" in time.parts and sentence.words.isdisjoint(_LOOKING_BACK)
    }
    year = max(held, default=None)
    if year is None or year == _BEFORE_PANDEMIC:
        return None
    return year if (_last_year(named) or year) <= year + 1 else None


def _year_so_far(named: Sequence[_Named]) -> Point | None:
    """The last of the months since January that a text tells of the latest year it names; None where there are none.

    "In the first ten months of 2023" is told in 2023; "in 2023" may be told in any later year.
    """
    runs = (each.period for each in named if each.time.form in _RUNS)
    last = max((period.end for period in runs if period.start == Point(period.end.year, 1)), default=None)
    if last is None or last.year != _last_year(named) or not 1 < last.month < _DECEMBER:
        return None
    return last


def _latest_month(reading: Reading) -> int | None:
    """The month of the latest day named, as news names the day it reports on."""
    grammar = periods.grammar(reading.language)
    found = [
        month
        for sentence in reading.sentences
        for t in sentence.times
        if t.form == "day" and not t.names_year and "m" in t.parts
        for month in [grammar.month(t.parts["m"])]
        if month
    ]
    return max(found, default=None)


def _names_month_after(reading: Reading, month: int) -> bool:
    """Whether a text tells a figure of a later month, without saying of which year."""
    grammar = periods.grammar(reading.language)
    return any(
        t.form == "month" and not t.names_year and (grammar.month(t.parts["m"]) or 0) > month
        for sentence in reading.sentences if sentence.figures for t in sentence.times
    )  # fmt: skip


def data_end(reading: Reading, anchor: Anchor) -> Point | None:
    """The last month of this year that the text says its data cover ("the first four months of this year")."""
    if anchor.year is None:
        return None
    ranges: list[Point] = []
    months: list[Point] = []
    before: list[Point] = []
    for sentence in reading.sentences:
        trade = bool(sentence.figures) or any(c.kind in {"flow_noun", "flow_verb"} for c in sentence.cues)
        for time in sentence.times:
            period = periods.resolve(time, anchor, language=reading.language)
            if period is None or not period.end.month or period.end.day:
                continue
            if period.end.year == anchor.year - 1 and period.end.month >= _LATE and trade and sentence.figures:
                before.append(period.end)
            if period.end.year != anchor.year:
                continue
            if anchor.month is not None and period.end.month > anchor.month:
                continue
            if time.form in {"first_months", "months", "quarter", "quarters", "half"}:
                ranges.append(period.end)
            elif is_since(reading, sentence, time):
                continue
            elif time.form in {"month", "month_range_last", "rel_month"} and trade:
                # "Thailand's exports to Laos, May 2023" heads the figures of May.
                heads = sentence.kind in {"title", "heading"} and time.names_year
                months += [period.end] if sentence.figures or heads else []
                over = anchor.day is None or period.last_day < anchor.day
                if sentence.figures and over and any(c.kind in {"flow_noun", "flow_verb"} for c in sentence.cues):
                    # "In July it imported …", in a text that also tells of "the first four months".
                    ranges.append(period.end)
    found = max(ranges, default=None) or max(months, default=None)
    if found is None and anchor.month is not None and anchor.month <= _EARLY:
        # Written in January, on data that end in December.
        return max(before, default=None)
    return found
