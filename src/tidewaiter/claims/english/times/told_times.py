"""Times that the words around a figure set for it, whatever else stands in its sentence."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.times.asked_time import AskedTime
from tidewaiter.claims.english.times.between import used_to_be
from tidewaiter.claims.english.times.bracketed_years import same_months
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS
from tidewaiter.claims.reading.scene import BEHIND, IN_ITS_CLAUSE, OWNED, SINCE_THEN, Timed, When
from tidewaiter.claims.words.lexicon import words
from tidewaiter.period import Period

_AGAIN = frozenset({"a", "an", "down", "or", "up"})
_WHICH_WAS = (["which", "was"], ["which", "were"], ["that", "was"], ["that", "were"])
_BEING = frozenset({"had", "was", "were"})
_PAID_FOR = (["for"], ["worth"], [",", "worth"], ["("])
#: Words between a time and what was when it was, and between a figure and the brackets that repeat it.
_WHEN_GAP, _GAP = 18, 5
#: "When compared with last year's": what says no time.
_BESIDE = (["compared"], ["measured"], ["set"], ["weighed"])
#: … and between a time and the amount that a clause about it tells.
_CLAUSE_GAP = 12
#: Between an amount and the one that it is held against.
_AGAINST = words("holding_against") | {"from"}
_AMOUNTS = frozenset({"count", "money", "quantity"})
#: "Have since grown" and "grown since", and how near they stand to the change.
_HAVE_SINCE = frozenset({("has", "since"), ("have", "since")})
_SINCE_ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"], ["then"])
_SINCE_REACH, _SINCE_GAP = 40, 4
#: Between an amount and its own time ("$1 million in January").
_WITHIN = (["in"], ["during"], ["for"])


def owned(asked: AskedTime) -> Timed | None:
    """ "April's 560,000 tonnes": the time that has the figure for its own."""
    own = next((w for w in asked.scene.whens if w.owns is asked.figure), None)
    if own is None:
        return None
    if same := same_months(asked.reading, asked.scene, own, asked.context):
        return Timed(same, OWNED, own)
    return asked.timed(own, [w for w in asked.scene.whens if w is not own], OWNED)


def behind_base(asked: AskedTime) -> Timed | None:
    """ "Less than in August, with 35,117 tonnes", "from April, which saw 98 million", "from April ($98 million)"."""
    figure, whens = asked.figure, asked.scene.whens
    if figure.kind not in _AMOUNTS:
        return None
    bases = [w for w in whens if w.role == "base" and w.end <= figure.start and w.form not in RATE_FORMS]
    if not bases or any(bases[-1].end <= w.start < figure.start for w in whens):
        # "17 percent more than a year earlier, with March contributing $37 million".
        return None
    between = asked.reading.words(bases[-1].end, figure.start)
    following = next((w for w in whens if w.start >= figure.end), None)
    if "(" in between[:2] and following and asked.reading.words(figure.end, following.start) in _WITHIN:
        # "Less than in the same period of last year ($1 million in January–June 2023)".
        return None
    clause = {"when", "which"} & set(between[:2])
    reach = _CLAUSE_GAP if clause else _GAP
    if len(between) > reach or not (clause or {"with", "("} & set(between[:2])) or {")", ","} & set(between[1:]):
        return None
    if "(" in between[:2] and _leads_another(asked, bases[-1]):
        # "Twice those of April (12,000 tonnes against 6,000)": what the bracket opens with is of now.
        now = [w for w in whens if w.role == "when" and w.end <= bases[-1].start]
        return asked.timed(now[-1], whens, "what a bracket holds against another") if now else None
    return asked.timed(bases[-1], whens, "the time it is held against")


def _leads_another(asked: AskedTime, base: When) -> bool:
    """Whether a figure is held against the next of its kind: "(12,000 tonnes against 6,000)".

    Not where that one is of another time: "than in 2022 (7,000 tonnes, up from 5,000 in 2021)".
    """
    end = asked.figure.end
    following = next((f for f in asked.sentence.figures if f.start >= end and f.kind == asked.figure.kind), None)
    said = asked.reading.words(end, asked.sentence.end if following is None else following.begins)
    if ")" in said:
        # The last of "(4 tonnes against 8)" is no figure.
        said = said[: said.index(")")]
    if len(said) > _GAP or _AGAINST.isdisjoint(said):
        return False
    behind = next((w for w in asked.scene.whens if w.start >= end), None)
    return behind is None or behind.period == base.period or ")" in asked.reading.words(end, behind.start)


def in_when_clause(asked: AskedTime) -> Timed | None:
    """ "Three months through July, when shipments reached 1.1 million tonnes", "since March ($412 million)"."""
    figure = asked.figure
    before = [w for w in asked.scene.whens if w.end <= figure.start and w.period is not None and w.role != "void"]
    when = before[-1] if before else None
    if when is None or when.period is None or when.form in AGO_FORMS:
        return None
    between = asked.reading.words(when.end, figure.start)
    said = between[1:] if between[:1] == [","] else between
    since = said == ["("] and asked.reading.words(when.start - len(" since "), when.start)[-1:] == ["since"]
    if not (since or said[:1] == ["when"]) or len(said) > _WHEN_GAP or ";" in said or said[1:2] in _BESIDE:
        return None
    earlier = [f for f in asked.sentence.figures if when.end <= f.start < figure.start]
    # "…, when it was paid $6.8 billion for 34 billion cubic metres": both are of then.
    told = bool(earlier) and asked.reading.words(earlier[-1].end, figure.begins) not in _PAID_FOR
    again = "," in said and bool(_AGAIN & set(said[said.index(",") + 1 :][:1])) and asked.relative
    if (told or "," in said) and not (told and again):
        # "…, when shipments reached 1.1 million tonnes, up 7.5 percent": the change is of then as well.
        return None
    period = when.period
    if when.role == "since" and period.start is not None:
        # Of then, and not of all the time since.
        return Timed(Period(period.start, period.start), IN_ITS_CLAUSE)
    if when.role == "until" or when.form in {"months", "first_months"}:
        period = period.last_month()
    return Timed(period, IN_ITS_CLAUSE, when)


def which_moved(asked: AskedTime) -> Timed | None:
    """ "Down from 270 tonnes in July, which was itself down 79 percent from June": the fall is of July."""
    if not asked.relative:
        return None
    start = asked.figure.start
    before = [w for w in asked.scene.whens if w.end <= start and w.period is not None and w.role != "void"]
    if not before:
        return None
    said = asked.reading.words(before[-1].end, start)
    told = said[:2] == [",", "which"] and len(said) <= _GAP + 1 and bool(_BEING & set(said)) and "," not in said[1:]
    return Timed(before[-1].period, IN_ITS_CLAUSE, before[-1]) if told else None


def that_was(asked: AskedTime) -> Timed | None:
    """ "Compared to $11.7 million which was the total at the end of 2022": the time in what is said of the figure."""
    reading, end = asked.reading, asked.figure.end
    if reading.words(end, min(end + len(" which was "), asked.sentence.end))[:2] not in _WHICH_WAS:
        return None
    following = [f.start for f in asked.sentence.figures if f.start >= end]
    when = next((w for w in asked.scene.whens if w.start >= end and w.role in {"when", "until", "as_of"}), None)
    if when is None or (following and following[0] < when.start) or "," in reading.words(end, when.start):
        return None
    return Timed(when.period, BEHIND, when)


def average_of_years(asked: AskedTime) -> Timed | None:
    """ "Against a five-year average of 210,000 tonnes": of years that nobody names."""
    start = asked.figure.start
    before = asked.reading.words(max(0, start - len("five-year average of about ")), start)
    found = "average" in before and any(before[n : n + 3] == ["-", "year", "average"] for n in range(len(before)))
    return Timed(None, "an average of years") if found else None


def once(asked: AskedTime) -> Timed | None:
    """ "China, which used to take 400,000 tonnes a year": once, and who knows when."""
    start = asked.figure.start
    opened = max(begins for begins, _ in asked.clause.stretches if begins <= start)
    told = max([opened, *(f.end for f in asked.sentence.figures if f.end <= start)])
    return Timed(None, "what used to be") if used_to_be(asked.reading, told, start) else None


def since_then(asked: AskedTime) -> Timed | None:
    """ "In May 2022 it sold $14 million; exports have since grown tenfold": from then to the time of the text.

    A year is no time that a month's figures have grown since.
    """
    now, start = asked.context.period, asked.figure.start
    if not asked.relative or now is None or not _says_since(asked):
        return None
    told = [w for w in asked.scene.whens if w.end <= start and w.role == "when" and w.period is not None]
    then = told[-1].period if told else None
    if then is None or then.last_day >= now.last_day:
        return None
    alike = len(then.months()) == len(now.months())
    return Timed(now, SINCE_THEN, told[-1]) if alike else Timed(None, "since a time of another length")


def _says_since(asked: AskedTime) -> bool:
    """Whether "since" stands beside a change by itself, or with nothing but "then"."""
    if "since" not in asked.sentence.words:
        return False
    start, end = asked.figure.start, asked.figure.end
    before = asked.reading.words(max(asked.sentence.start, start - _SINCE_REACH), start)
    if any(pair in _HAVE_SINCE for pair in pairwise(before)):
        return True
    behind = asked.reading.words(end, min(end + _SINCE_REACH, asked.sentence.end))
    place = behind.index("since") + 1 if "since" in behind else 0
    return bool(place) and place <= _SINCE_GAP and behind[place : place + 1] in _SINCE_ENDS
