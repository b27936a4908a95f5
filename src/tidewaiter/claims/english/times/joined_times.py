"""Times of one sentence that tell one time together: "since March … as of April 5", "year to date … in June"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import When
from tidewaiter.claims.words.lexicon import words
from tidewaiter.period import Period, Point

#: Words before a time that opens its sentence ("For comparison, …").
_OPENING = 4
#: Forms of the year so far, and of its months; what tells of them, and the characters that it takes.
_YEAR_SO_FAR, _MONTHS = frozenset({"year_so_far", "ytd"}), frozenset({"month", "month_range_last"})
_DATA, _DATA_REACH = words("books_of_a_time"), 12
#: Forms of the same months of another year.
_SAME = frozenset({"same_period", "base_month_year"})
#: What a fiscal year is called that came before the one spoken of.
_BEFORE = frozenset({"last", "preceding", "previous", "prior"})


def to_date(reading: Reading, placed: list[When]) -> None:
    """ "Year-to-date exports stood at $5 million at the end of June", "for the year to date …, June data show"."""
    run = next((w for w in placed if w.form in _YEAR_SO_FAR and w.role in {"when", "until"}), None)
    for when in placed if run is not None else ():
        data = reading.words(when.end, when.end + _DATA_REACH)[:1]
        last = when.by or when.role == "until" or "end" in reading.words(when.start, when.end)[:2]
        last = last or bool(data and data[0] in _DATA)
        if run is None or not last or when.form not in _MONTHS or when.period is None:
            continue
        if when.period.end.month:
            run.period, run.role = Period(Point(when.period.end.year, 1), when.period.end), "when"
            when.role = "report"


def since_until(placed: list[When]) -> None:
    """ "Since February 2021 it has imported arms worth $1 billion through December 2022": from then till then.

    "As of April 5 it had exported 3 billion masks since March 1": till the day that the count was made.
    """
    since = next((w for w in placed if w.role == "since" and w.period is not None and w.period.start is not None), None)
    until = next((w for w in placed if w.role in {"until", "as_of"} and w.period is not None), None)
    if since is None or until is None or since.period is None or until.period is None:
        return
    if until.clause is not since.clause if until.role == "as_of" else since.start > until.start:
        return
    if since.period.start is not None and since.period.start.first_day < until.period.last_day:
        since.period = Period(since.period.start, until.period.end)
        since.role, until.role = "when", "report"


def the_same_of_year(reading: Reading, sentence: Sentence, placed: list[When], context: Context) -> None:
    """ "In the same period of 2020 it was $531 million, and in 2019 $2.5 billion": of the same months of that year."""
    for n, (when, other) in enumerate(pairwise(placed)):
        now = next((w.period for w in reversed(placed[:n]) if w.role == "when" and w.period), context.period)
        told = (when.period or now) if when.form in _SAME else None
        if told is None or told.covers_year or told.start is None or other.form != "year" or other.period is None:
            continue
        year = other.period.end.year
        if told.start.year == told.end.year > year and _goes_back(reading, sentence, when, other):
            other.period = told.back_years(told.end.year - year)


def _goes_back(reading: Reading, sentence: Sentence, when: When, year: When) -> bool:
    """Whether one more amount is told of a year, right behind one of the same months of another."""
    said = reading.words(when.end, year.start)
    if said[-1:] != ["in"] or "and" not in said:
        return False
    between = [f for f in sentence.figures if when.end <= f.start and f.end <= year.start]
    if said[-2:] == ["and", "in"]:
        # "…, and in 2016 the figure was $40 million" tells anew.
        behind = next((f for f in sentence.figures if year.end <= f.start), None)
        return len(between) == 1 and behind is not None and not reading.words(year.end, behind.begins)
    ahead = any(f.end <= when.start for f in sentence.figures)
    return ahead and len(between) == 1 and reading.words(when.end, between[0].begins) == ["and"]


def the_previous(placed: list[When]) -> None:
    """ "In the fiscal year that ended in June, … against … in the previous fiscal year": the one before that."""
    for when, other in pairwise([w for w in placed if w.form == "fiscal"]):
        known = when.period is not None and when.period.covers_year
        same = other.period is None or other.period == when.period
        if same and known and other.expression.parts.get("fr", "").lower() in _BEFORE:
            other.period = when.period.back_years(1) if when.period is not None else None


def a_year_earlier(reading: Reading, sentence: Sentence, placed: list[When], context: Context) -> None:
    """ "A year earlier, supplies in January-October amounted to …": of the year before the months told of so far."""
    if len(placed) != 2 or placed[0].form != "ago_years" or context.period is None:
        return
    when = placed[1]
    opening = reading.words(sentence.start, placed[0].start)
    told = when.role == "when" and not when.expression.names_year and when.period == context.period
    if told and len(opening) <= _OPENING and not any(f.start < when.start for f in sentence.figures):
        when.period, placed[0].role = context.period.back_years(1), "report"
