"""The expressions of time in a sentence, resolved as far as the sentence and the context allow."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from tidewaiter.claims import periods
from tidewaiter.claims.dates import fiscal_years
from tidewaiter.claims.dates.months_told import after_month_told, before_level, before_ranked, in_year_told
from tidewaiter.claims.english.measures.held_up import is_held_up, labelled, owner
from tidewaiter.claims.english.times import joined_times
from tidewaiter.claims.english.times.ago_times import of_subject, then_so
from tidewaiter.claims.english.times.glosses import LATER, gloss
from tidewaiter.claims.english.times.time_roles import role
from tidewaiter.claims.english.times.told_days import is_covered, names_data
from tidewaiter.claims.periods import AGO_FORMS, Anchor
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, When, clause_at
from tidewaiter.period import Period, Point

_YEARS = frozenset({"year"})
#: Characters between a figure and its own time (" in ").
_NEXT = 4
_THAT_YEAR = ["that", "year"]
#: "In 2019, the comparable figure was …": characters in which it is said.
_COMPARABLE, _NAMING = frozenset({"comparable", "corresponding", "equivalent"}), 48
_IN_THAT_OF = ["in", "that", "of"]
_SINCE, _THIS_YEAR = " since ", 11
_WHOLE = frozenset({"entire", "full", "whole"})
#: What stands before a country that another trades with, and characters that "from the " takes.
_TRADED_WITH, _TO_THERE = frozenset({"from", "to", "with"}), 10
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def whens(reading: Reading, sentence: Sentence, found: list[Clause], context: Context) -> list[When]:
    """The expressions of a sentence with their roles, resolved as far as the sentence and the context allow."""
    placed: list[When] = []
    if not sentence.times:
        return placed
    fiscal = fiscal_years.of_sentence(context.anchor, _keepers(reading, sentence, context))
    current = context.period or (context.hint if context.hint_block == sentence.block else None)
    meant = context.mentioned
    anchor = context.anchor.speaking_of(current)
    anchor.fiscal_start, anchor.fiscal_by_first, anchor.fiscal_country = fiscal
    sources = [cue for cue in sentence.cues_of("source") if cue.sense == "official_statistics"]
    for expression in sentence.times:
        when = When(expression, role(reading, sentence, expression), clause_at(found, expression.start))
        when.by = reading.words(max(sentence.start, expression.start - 4), expression.start)[-1:] == ["by"]
        when.by = when.by or reading.words(expression.start, expression.start + 7)[:1] == ["within"]
        when.of_data = bool(sources) and when.start > sources[0].end and is_covered(reading, sentence, expression)
        when.of_data = when.of_data or names_data(reading, sentence, expression)
        placed.append(when)
    for figure in sentence.figures:
        own = owner(reading, sentence, figure) or labelled(reading, sentence, figure)
        for when in placed if own is not None else ():
            when.owns = figure if when.expression is own else when.owns
    for when in placed:
        if when.role == "when":
            then = then_so(reading, sentence, when.expression) or of_subject(reading, sentence, when.expression)
            when.owns = then or when.owns
    # Absolute ones first: "in May … the previous four months" hang on them in order of reading.
    for when in placed:
        if when.form in AGO_FORMS or when.form in periods.RATE_FORMS:
            continue
        told = next((w.period for w in reversed(placed) if w.end <= when.start and w.period is not None), None)
        later = when.form == LATER and told is not None
        # "From a low of $1.9 million in 2021 … two years later": later than what was held up.
        near = anchor.speaking_of(told) if later else anchor
        when.period = _resolved(reading, sentence, when, near, placed, context)
        if when.form == "first_months" and not when.expression.names_year and context.lost:
            # "In the first eleven months", told of a fiscal year that nobody knows the months of.
            when.period = None
        if when.form == "other_part" and when.period is None:
            # "In the first", of nothing that the text has told the parts of.
            when.role = "report"
        if when.period is None and (when.expression.is_the_month or "adj" in when.expression.parts):
            # "In the month", "the six-month trade", of a text that has named none.
            when.role = "report"
        that = when.form == "rel_month" and reading.words(when.start, when.end) == ["that", "month"]
        if meant is not None and ((that and when.period is None) or _opens_with_that(reading, sentence, when)):
            # "That month, …": the one that was named last, be it what the news was held against.
            when.period = meant
        if reading.words(when.start, when.end) == _THAT_YEAR:
            when.period = _that_year(placed, when) or context.mentioned_year or when.period
        if when.form == "month" and when.role == "when" and not when.expression.names_year:
            when.period = _past(when.period, context)
        if sentence.kind == "row" and when.form == "month" and when.period is not None and context.period is not None:
            # The months of a table are of the year that its title gives.
            when.period = Period.month(context.period.end.year, when.period.end.month)
        if when.period is None or when.role != "when" or when.form in periods.DAY_FORMS:
            continue
        before = [f for f in sentence.figures if f.end <= when.start]
        if before and when.start - before[-1].end <= _NEXT and is_held_up(reading, sentence, before[-1]):
            # "Down from €2.8 million in July, while imports in the same period …": of the other month.
            continue
        if when.clause.kind == "relative" and not any(when.clause.holds(f.start) for f in sentence.figures):
            # "Peru, which stopped publishing in early 2022, sent 12 tonnes in October": not of that year.
            continue
        anchor.current = when.period
    joined_times.since_until(placed)
    gloss(reading, placed, anchor)
    joined_times.to_date(reading, placed)
    joined_times.the_previous(placed)
    joined_times.the_same_of_year(reading, sentence, placed, context)
    joined_times.a_year_earlier(reading, sentence, placed, context)
    return placed


def _that_year(placed: list[When], that: When) -> Period | None:
    """ "Sealed its border in January 2020, and trade fell to $539 million that year": the last one named before."""
    years = [w.year for w in placed if w.end <= that.start and w.role in {"when", "base"} and w.year is not None]
    return Period.year(years[-1]) if years else None


def _keepers(reading: Reading, sentence: Sentence, context: Context) -> list[str]:
    """The countries of a sentence whose fiscal years it may mean: "exports to the US rose in FY24" is not of theirs."""
    text_has = context.anchor.fiscal_country is not None
    return [c.alpha3 for c in sentence.countries if c.alpha3 and not (text_has and _is_far(reading, sentence, c.start))]


def _is_far(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Whether a country stands behind "to", "from" or "with" ("from the")."""
    return not _TRADED_WITH.isdisjoint(reading.words(max(sentence.start, start - _TO_THERE), start)[-2:])


def _opens_with_that(reading: Reading, sentence: Sentence, when: When) -> bool:
    if when.form != "rel_month":
        return False
    words = reading.words(sentence.start, when.end)
    return words in (["that", "month"], ["in", "that", "month"], ["during", "that", "month"])


def _resolved(
    reading: Reading, sentence: Sentence, when: When, anchor: Anchor, placed: list[When], context: Context
) -> Period | None:  # fmt: skip
    period = periods.resolve(when.expression, anchor, language=reading.language)
    if period is None:
        return _same_months(reading, when, anchor, context) or _up_to_weekday(reading, when, anchor)
    if (
        when.form == "same_period"
        and anchor.year
        and reading.words(when.end, when.end + _THIS_YEAR)[:2] == ["this", "year"]
    ):
        # "From $9 million in January-July 2020 to $12 million in the same period this year".
        period = period.back_years(period.end.year - anchor.year)
    period = in_year_told(when, period, placed, years=_YEARS)
    if when.form == "same_period" and period.is_month and _names_none(reading, when):
        # "In May alone … during the period": of the months that the text is on.
        run = context.topic if context.topic is not None and not context.topic.is_month else context.run
        period = run if run is not None and run.covers(period) else period
    counted = when.expression.parts.get("n")
    if when.form == "same_period" and period.is_month and counted:
        # "China delivered 900 tons over the same two months", told of one and then of the other.
        months, run = periods.grammar(reading.language).number(counted), context.run
        period = run if run is not None and run.covers(period) and len(run.months()) == months else period
    alike = when.form == "year" and (
        bool(_COMPARABLE & set(reading.words(when.end, min(when.end + _NAMING, sentence.end))))
        or reading.words(when.start - len("in that of "), when.start) == _IN_THAT_OF
    )
    if (when.form == "same_period" or alike) and period.is_year and context.period is not None:
        # "In 2019 it came to $2.5 billion over the same months", "the comparable figure was".
        years, told = context.period.end.year - period.end.year, context.period
        period = told.back_years(years) if years > 0 and told.start is not None and not told.covers_year else period
    if "from" not in sentence.words or not _told_from(reading, sentence, when):
        # "From $2 million in March 2020 to $5 million in April" may be of either year, mostly of the news.
        period = after_month_told(when, period, placed, sentence, context)
    else:
        period = before_level(reading, when, period, placed, sentence, context)
    if when.role == "report" and reading.words(when.start - len(_SINCE), when.start)[-1:] == ["since"]:
        period = before_ranked(when, period, placed, context)
    if when.role == "as_of" and when.form in periods.DAY_FORMS:
        return Period(None, period.end)
    if when.role == "ahead":
        # "By December", of what is planned or possible: the one to come.
        past = anchor.day is not None and period.last_day < anchor.day
        return Period.month(period.end.year + 1, period.end.month) if past and period.is_month else period
    if when.role == "until" and period.is_month:
        if (begun := _begun(context, period)) is not None:
            return begun
        return Period(Point(period.end.year, 1), period.end) if period.end.month > 1 else period
    if when.role == "until" and when.form in periods.DAY_FORMS:
        return Period(None, period.end)
    if when.role == "since" and _opens_this_year(reading, when, period, anchor):
        assert anchor.data_end is not None
        return Period(Point(period.end.year, 1), Point(anchor.data_end.year, anchor.data_end.month))
    if when.role == "since" and period.end.month and anchor.data_end is not None:
        start = Point(period.end.year, period.end.month)
        return (
            Period(start, anchor.data_end)
            if (start.year, start.month) <= (anchor.data_end.year, anchor.data_end.month)
            else None
        )
    return period


def _told_from(reading: Reading, sentence: Sentence, when: When) -> bool:
    """Whether "from" stands before a time; that of "$51 million from 153,000 tonnes" holds nothing against another."""
    sold = {
        one.end for one, other in pairwise(sentence.figures)
        if one.kind == "money" and other.kind == "quantity" and reading.words(one.end, other.begins) == ["from"]
    }  # fmt: skip
    places = [place for word, place in reading.placed(sentence.start, when.start) if word == "from"]
    return any(not any(0 < place - end <= 1 for end in sold) for place in places)


def _begun(context: Context, until: Period) -> Period | None:
    """ "It has delivered a million since March. … Deliveries through October": from when the text told that on."""
    told, end = context.period, context.anchor.data_end
    if told is None or told.start is None or told.end != end or told.start.year != until.end.year:
        return None
    return Period(told.start, until.end) if 1 < told.start.month < until.end.month else None


def _same_months(reading: Reading, when: When, anchor: Anchor, context: Context) -> Period | None:
    """ "In 2019 the same eight months": those that the text is on, of the year that the sentence names.

    "The mentioned four months", "the four-month trade": those last told of that are as many.
    """
    counted, year, told = when.expression.parts.get("n"), anchor.current, context.period
    pointing = when.form == "same_period" and not {"adj", "unit"}.isdisjoint(when.expression.parts)
    run = context.run if pointing and counted else None
    if run is not None and counted and run.whole_months:
        as_many = len(run.months()) == periods.grammar(reading.language).number(counted)
        return run if as_many else None
    if when.form != "same_period" or not counted or year is None or not year.is_year or told is None:
        return None
    years = told.end.year - year.end.year
    as_many = told.whole_months and len(told.months()) == periods.grammar(reading.language).number(counted)
    return told.back_years(years) if as_many and years > 0 else None


def _up_to_weekday(reading: Reading, when: When, anchor: Anchor) -> Period | None:
    """ "As of Monday": up to the last one, of a text whose day is known."""
    said = reading.words(when.start, when.end)
    told = when.role == "as_of" and reading.words(when.start - len("as of on "), when.start)[-2:] == ["as", "of"]
    if not told or anchor.day is None or len(said) != 1 or said[0] not in _WEEKDAYS:
        return None
    day = anchor.day - timedelta((anchor.day.weekday() - _WEEKDAYS.index(said[0])) % 7)
    return Period(None, Point(day.year, day.month, day.day))


def _past(period: Period | None, context: Context) -> Period | None:
    """ "January was the worst month", told in January of the year before: a month that has not ended is none of it."""
    day, year = context.anchor.day, context.topic
    if period is None or day is None or period.last_day < day or year is None or not year.is_year:
        return period
    return period.back_years(1) if year.covers(period.back_years(1)) else period


def _names_none(reading: Reading, when: When) -> bool:
    """ "The period", "that period": which is the one that the text has told of."""
    named = [word for word in reading.words(when.start, when.end) if word not in _WHOLE]
    return named[:1] in (["the"], ["that"], ["this"]) and named[1:] == ["period"]


def _opens_this_year(reading: Reading, when: When, period: Period, anchor: Anchor) -> bool:
    """ "Since early 2014", "since the start of 2014", in a text whose data end that year."""
    end = anchor.data_end
    if end is None or not end.month or not period.is_year or period.end.year != end.year:
        return False
    return reading.words(when.start - len("since "), when.start)[-1:] != ["since"]
