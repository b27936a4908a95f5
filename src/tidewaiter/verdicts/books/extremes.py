"""What is called the highest or lowest of a stretch of time: whether the book has anything beyond it in between.

"The highest since May 2019" says nothing of May 2019 itself, only of the months after it. One month that surely is
higher overturns it; months that are not known leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any

from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.claims import periods
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.period import Period
from tidewaiter.verdicts import caution, phrases, scope
from tidewaiter.verdicts.books import findings
from tidewaiter.verdicts.books.bench import Bench, operand
from tidewaiter.verdicts.books.weighing import TOLERANCE
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, UNCHECKED
from tidewaiter.verdicts.tables import table
from tidewaiter.verdicts.verdict import Verdict

CHECK = "statistics"
#: How far from its figure such a phrase stands at most, in characters.
_NEAR = 60
#: Months or years looked at for one phrase, and shown.
_MOST, _SHOWN = 240, 3
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Extreme:
    """A claim called the highest (or lowest) of its kind: `words` as written, `before` the times it is to exceed."""

    words: str
    high: bool
    before: tuple[Period, ...]


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    own: dict[str, Any] = table("extremes")[language]
    words = f"{own['high']}|{own['low']}"
    return tuple(re.compile(pattern.replace("{words}", words), re.IGNORECASE) for pattern in own["patterns"])


def find(document: Document, claim: Claim, period: Period, figures: Sequence[Claim]) -> Extreme | None:
    """What a level is called in its sentence, where no other figure stands between and the times are clear."""
    language = document.language if document.language in table("extremes") else "en"
    if not scope.is_level(claim) or not (period.is_month or period.is_year):
        return None
    start, end = _reach(document, claim, figures)
    text = document.text[start:end]
    for pattern in _patterns(language):
        match = pattern.search(text)
        if match is not None and not re.search(table("extremes")[language]["not"], text):
            found = _before(document, language, match, period)
            high = re.fullmatch(table("extremes")[language]["high"], match["word"], re.IGNORECASE) is not None
            return Extreme(_said(language, match), high, found) if found else None
    return None


def _said(language: str, match: re.Match[str]) -> str:
    """The phrase without what the pattern took in beside it."""
    start, end = match.span()
    if match.groupdict().get("time"):
        first, last = _times(language, match["time"])[:1], _times(language, match["time"])[-1:]
        start = start if language == "en" else match.start("time") + last[0].start
        end = match.start("time") + first[0].end if language == "en" else end
    return match.string[start:end].strip()


def _reach(document: Document, claim: Claim, figures: Sequence[Claim]) -> tuple[int, int]:
    """The stretch of the sentence that is the figure's alone: from it to the next one; all where it is the only one."""
    others = [each for each in figures if each.sentence == claim.sentence and each is not claim]
    first, last = claim.sentence
    if not others:
        return first, last
    after = [each.start for each in others if each.start >= claim.end]
    return claim.end, min([*after, last, claim.end + _NEAR])


def _before(document: Document, language: str, match: re.Match[str], period: Period) -> tuple[Period, ...]:
    """The months (of a month) or years (of a year) that the figure is said to exceed, the nearest first."""
    own: dict[str, Any] = table("extremes")[language]
    each = (match["each"] or "").lower()
    if each and (each in own["monthly"]) != period.is_month:
        return ()
    found = match.groupdict()
    if found.get("time"):
        since = _time(document, language, found["time"])
        if since is None or since.last_day >= period.last_day:
            return ()
        steps = (step for step in _back(period) if step.first_day is not None and step.first_day > since.last_day)
        return tuple(islice(steps, _MOST)) if period.is_month or since.is_year else ()
    count = int(own["numbers"].get(found["span"].lower()) or found["span"])
    in_months = found["units"].lower().startswith(own["months"])
    if in_months and period.is_year:
        return ()
    # So many years are not so many to the month: half a year either way is still said.
    least = count if period.is_year or in_months else count * _MONTHS - _MONTHS // 2
    if (found.get("about") or "").lower() in own["under"]:
        least -= max(1, least // 5)
    return tuple(islice(_back(period), max(0, min(least - 1, _MOST))))


def _back(period: Period) -> Any:
    while True:
        period = period.previous()
        if period.end.year < 1:
            return
        yield period


def _time(document: Document, language: str, text: str) -> Period | None:
    """The time that stands at the beginning of the words behind "since", or at the end of those before "이후"."""
    day = document.published
    anchor = periods.Anchor(day=day, year=day.year if day else None, month=day.month if day else None)
    expressions = _times(language, text)
    if language == "en":
        expressions = [one for one in expressions if one.start == 0][:1]
    else:
        expressions = [one for one in expressions if one.end >= len(text.rstrip())][-1:]
    found = periods.resolve(expressions[0], anchor, language=language) if expressions else None
    return found if found is not None and (found.is_month or found.is_year) else None


def _times(language: str, text: str) -> list[periods.Expression]:
    return [one for one in periods.find(text, language=language) if one.form not in periods.DAY_FORMS]


def verdict(bench: Bench, claim: Claim, question: Question, level: Verdict) -> Verdict | None:
    """What the book says to a figure that it bears out and that is called the highest or lowest; None otherwise."""
    if level.outcome != SUPPORTED or level.check != CHECK or question.two_way:
        return None
    extreme = find(bench.document, claim, question.period, bench.figures)
    if extreme is None:
        return None
    others = [replace(question, period=period) for period in extreme.before]
    bench.expect([question, *others])
    now = next((one for one in bench.now(question) if _firm(one) and one.rows == level.operands[0].rows), None)
    if now is None or now.kind != "customs":
        return None
    known = [(other, _same_book(bench, other, now)) for other in others]
    beyond = [(other, one) for other, one in known if one is not None and _beyond(one, now, high=extreme.high)]
    surely = [pair for pair in beyond if _beyond(pair[1], now, high=extreme.high, by=True)]
    if surely:
        return _overturned(bench, claim, question, now, extreme, surely)
    lacking = sum(one is None for _, one in known)
    whose = findings.source(now)
    if beyond:
        why = f"“{extreme.words}” is near: {findings.finding(*beyond[0])}, which a revision can explain"
        return _verdict(claim, UNCHECKED, why, question, now, beyond)
    if lacking:
        why = f"of the {len(known)} times that “{extreme.words}” speaks of, {lacking} are not known whole"
        return _verdict(claim, UNCHECKED, why, question, now, [])
    side = "higher" if extreme.high else "lower"
    why = f"{whose} has nothing {side} in the {len(known)} {'months' if question.period.is_month else 'years'} before"
    return _verdict(claim, SUPPORTED, f"{why}, as “{extreme.words}” says", question, now, [])


def _overturned(
    bench: Bench,
    claim: Claim,
    question: Question,
    now: Evidence,
    extreme: Extreme,
    surely: Sequence[tuple[Question, Evidence]],
) -> Verdict:
    other, one = surely[0]
    why = f"{phrases.said(claim)} fits, but “{extreme.words}” does not: {findings.finding(other, one)}"
    excuse = caution.measured_otherwise(bench.document, claim, books={now.source})
    if excuse is None and not (question.total or len(question.goods) == 1):
        excuse = "the goods may be drawn otherwise"
    if excuse is not None or claim.guessed:
        return _verdict(claim, UNCHECKED, f"{why}; {excuse or caution.GUESSED}", question, now, surely)
    return _verdict(claim, CONTRADICTED, why, question, now, surely)


def _firm(evidence: Evidence) -> bool:
    return evidence.complete and not evidence.wide and evidence.figure.low is not None


def _same_book(bench: Bench, question: Question, now: Evidence) -> Evidence | None:
    wanted = (now.reporter, now.source, now.flow, now.kind)
    found = (one for one in bench.now(question) if (one.reporter, one.source, one.flow, one.kind) == wanted)
    return next((one for one in found if _firm(one)), None)


def _beyond(one: Evidence, now: Evidence, *, high: bool, by: bool = False) -> bool:
    """Whether a figure lies beyond another; with `by`, further than a revision moves it."""
    least, most = (now, one) if high else (one, now)
    if most.figure.low is None or least.figure.high is None:
        return False
    return most.figure.low > least.figure.high * (1 + (TOLERANCE if by else 0))


def _verdict(
    claim: Claim,
    outcome: str,
    clause: str,
    question: Question,
    now: Evidence,
    others: Sequence[tuple[Question, Evidence]],
) -> Verdict:
    shown = [operand(*pair) for pair in others[:_SHOWN]]
    return Verdict(
        claim=claim,
        outcome=outcome,
        check=CHECK,
        reason=phrases.sentence(clause),
        operands=(operand(question, now), *shown),
        computed=now.figure,
        unit=now.unit,
        repeat=others[0][1].repeat if others else now.repeat,
    )
