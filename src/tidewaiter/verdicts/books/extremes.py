"""What is called the highest, the lowest or the first of a stretch of time: what the book has in between.

"The highest since May 2019" says nothing of May 2019 itself, only of the months after it. One month that surely is
higher overturns it; months that are not known leave it open. "The first since May 2019": one month that has some does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
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
HIGH, LOW, FIRST = "high", "low", "first"
#: How far from its figure such a phrase stands at most, in characters.
_NEAR = 60
#: Months or years looked at for one phrase, and shown.
_MOST, _SHOWN = 240, 3
_MONTHS = 12
#: Less than this part of a figure is a sample or a parcel, and does not make it the second of its kind.
_PARCEL = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Extreme:
    """A claim called the highest (`kind` high), lowest or first of its kind, in `words` as written.

    `before` are the times that it is to exceed, or in which there was none.
    """

    words: str
    kind: str
    before: tuple[Period, ...]


@cache
def _patterns(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    own: dict[str, Any] = table("extremes")[language]
    words = f"{own['high']}|{own['low']}"
    return tuple(re.compile(pattern.replace("{words}", words), re.IGNORECASE) for pattern in own[name])


def find(document: Document, claim: Claim, period: Period, figures: Sequence[Claim]) -> Extreme | None:
    """What a level is called in its sentence, where no other figure stands between and the times are clear."""
    language = document.language if document.language in table("extremes") else "en"
    own: dict[str, Any] = table("extremes")[language]
    if not scope.is_level(claim) or not (period.is_month or period.is_year or _is_part_of_year(period)):
        return None
    start, end = _reach(document, claim, figures)
    text = document.text[start:end]
    for match in _matches(language, "patterns", text, unless=own["not"]):
        if found := _before(document, language, match, period):
            high = re.fullmatch(own["high"], match["word"], re.IGNORECASE) is not None
            return Extreme(_said(language, match), HIGH if high else LOW, found)
    sentence = caution.sentence(document, claim)
    for match in _matches(language, "firsts", sentence, unless=own["not_first"]):
        # Several figures of a sentence are the first of different things.
        if _alone(claim, figures) and (found := _before(document, language, match, period)):
            return Extreme(_said(language, match), FIRST, found)
    return None


def _matches(language: str, name: str, text: str, *, unless: str) -> Iterator[re.Match[str]]:
    """Where a text has one of the patterns, if it has nothing that gives them another meaning."""
    if re.search(unless, text, re.IGNORECASE):
        return
    for pattern in _patterns(language, name):
        match = pattern.search(text)
        if match is not None:
            yield match


def _is_part_of_year(period: Period) -> bool:
    months = list(period.months())
    return 1 < len(months) < _MONTHS and months[0][:4] == months[-1][:4]


def _alone(claim: Claim, figures: Sequence[Claim]) -> bool:
    return all(each is claim or each.sentence != claim.sentence for each in figures)


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
    found = match.groupdict()
    each = (found.get("each") or "").lower()
    if each and (each in own["monthly"]) != period.is_month:
        return ()
    if found.get("span_of_year") and not _is_part_of_year(period):
        return ()
    if found.get("time"):
        since = _time(document, language, found["time"])
        if since is None or since.last_day >= period.last_day:
            return ()
        steps = (step for step in _back(period) if step.first_day is not None and step.first_day > since.last_day)
        return tuple(islice(steps, _MOST)) if period.is_month or since.is_year else ()
    if _is_part_of_year(period):
        return ()
    count = int(own["numbers"].get(found["span"].lower()) or found["span"])
    in_months = found["units"].lower().startswith(own["months"])
    if in_months and period.is_year:
        return ()
    # So many years are not so many to the month: half a year either way is still said.
    least = count if period.is_year or in_months else count * _MONTHS - _MONTHS // 2
    if (found.get("about") or "").lower() in own["under"]:
        least -= max(1, least // 5)
    return tuple(islice(_back(period), max(0, min(least - 1, _MOST))))


def _back(period: Period) -> Iterator[Period]:
    """The months or years before one, or the same part of the years before, the nearest first."""
    while True:
        period = period.back_years() if _is_part_of_year(period) else period.previous()
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
    """What the book says to a figure that it bears out and that is called highest, lowest or first; None otherwise."""
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
    beyond = [(other, one) for other, one in known if one is not None and _beyond(one, now, extreme.kind)]
    surely = [pair for pair in beyond if _beyond(pair[1], now, extreme.kind, surely=True)]
    if surely:
        return _overturned(bench, claim, question, now, extreme, surely)
    lacking = sum(one is None for _, one in known)
    whose = findings.source(now)
    if beyond:
        what = "which is little" if extreme.kind == FIRST else "which a revision can explain"
        why = f"“{extreme.words}” is near: {findings.finding(*beyond[0])}, {what}"
        return _verdict(claim, UNCHECKED, why, question, now, beyond)
    if lacking:
        why = f"of the {len(known)} times that “{extreme.words}” speaks of, {lacking} are not known whole"
        return _verdict(claim, UNCHECKED, why, question, now, [])
    side = {HIGH: "nothing higher", LOW: "nothing lower", FIRST: "none"}[extreme.kind]
    spans = "months" if question.period.is_month else "years"
    same = "same months of the " if _is_part_of_year(question.period) else ""
    why = f"{whose} has {side} in the {same}{len(known)} {spans} before"
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


def _beyond(one: Evidence, now: Evidence, kind: str, *, surely: bool = False) -> bool:
    """Whether a figure goes against what another is called; `surely`, further than a revision or a parcel explains."""
    if kind == FIRST:
        return (one.figure.low or 0) > ((now.figure.high or 0) * _PARCEL if surely else 0)
    least, most = (now, one) if kind == HIGH else (one, now)
    if most.figure.low is None or least.figure.high is None:
        return False
    return most.figure.low > least.figure.high * (1 + (TOLERANCE if surely else 0))


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
