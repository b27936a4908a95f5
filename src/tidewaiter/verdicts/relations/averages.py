"""Averages over time: so much in a year is so much a month."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.period import Period
from tidewaiter.reference.countries import find_countries
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said

#: An average by the month, called so a little before it.
_MONTHLY, _NAMED = (
    re.compile(r"\bmonthly average\b|\baverage month\b|\bmonthly (?:[a-z]+ ){1,3}averag|월평균|月均", re.IGNORECASE),
    40,
)
#: "Over the five years": how many of them a total is of.
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OVER = re.compile(
    r"\b(?:over|in|during|for|across) (?:the |these |those |all |past |last |first ){0,3}"
    rf"(?P<many>{'|'.join(_NUMBERS)}|\d{{1,2}})[ -](?P<time>year|month|quarter)s\b",
    re.IGNORECASE,
)
#: "$243 million a year": what a trade comes to in a year is no rate by itself.
_YEARLY = re.compile(r"\b(?:a|per|each|every) (?P<time>month|quarter|year)\Z", re.IGNORECASE)
_EVERY = re.compile(r"[\w ]{0,30}\b(?:a|per|each|every) (?P<time>month|quarter)\b", re.IGNORECASE)
#: "7,210 tonnes a month, after 6,020 in 2022": an average of another time.
_AFTER = re.compile(r"\b(?:after|against|versus|compared (?:with|to))\b", re.IGNORECASE)
#: How many months one of it has.
_DAYS, _FEW = 30.44, 6
_MONTHS = {"month": Decimal(1), "quarter": Decimal(3), "year": Decimal(12)}
#: "Monthly imports averaged 20 million during the closure": in other months than those told of before.
_OWN_TIME = re.compile(r"\b(?:during|before|after|until|till|since|under|while|when|then|earlier)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Average(Relation):
    """`claims` are an average over time and the total of the whole time, which has `times` such stretches.

    `called` is what those are called, where that is told.
    """

    times: Decimal = Decimal(1)
    called: str = ""

    kind: ClassVar[str] = "average"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The total by the number of months, and backwards."""
        count = Interval.exactly(self.times)
        return figures[1] / count if index == 0 else figures[0] * count

    def plain(self) -> bool:
        """Only with a slip: nothing else tells which of the two is wrong."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What the total makes on average, against what is said."""
        average, whole = self.claims
        real = phrases.amount(average.unit, whole.value / self.times)
        over = f"{phrases.level(whole)} over {phrases.digits(self.times)}{self.called and f' {self.called}'}"
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        return f"{over} is {real} on average, {verb} {phrases.said(average)}"

    def arithmetic(self) -> str:
        """total / times."""
        whole = self.claims[1]
        average = phrases.digits(whole.value / self.times, 4)
        return f"{phrases.digits(whole.value)} / {phrases.digits(self.times)} = {average}"


def find(passage: Passage) -> Iterator[Average]:
    """Averages whose total stands in the same sentence, with nothing else that they could be of."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    for average in passage.claims:
        unit, per, time = average.unit.partition("_per_")
        monthly = not per and _MONTHLY.search(passage.lead(average, reach=_NAMED)) is not None
        if monthly:
            # "The monthly average was 637.5 million".
            per, time = "_per_", "month"
        if not per and passage.is_of_each(average) and (told := _EVERY.match(passage.tail(average))) is not None:
            # "On average, 36 million was spent a month".
            per, time = "_per_", told["time"].lower()
        if not per and (told := _YEARLY.search(average.text)) is not None:
            per, time = "_per_", told["time"].lower()
        if (
            not per
            or time not in _MONTHS
            or average.value <= 0
            or not (monthly or "average" in passage.ground(average))
        ):
            continue
        wholes = [c for c in sentences[average.sentence] if c is not average and c.unit == unit]
        wholes = [c for c in wholes if passage.is_plain_amount(c) and not _AFTER.search(passage.own_lead(c))]
        if len(wholes) > 1:
            # "410,000 in five months, 82,000 a month on average, and in June 98,000": of its own time.
            wholes = [c for c in wholes if c.end <= average.start and scope.same_period(c, average)] or wholes
        wholes = wholes or _told_before(passage, average, unit)
        link, many = "stated", _many(passage, average, wholes, time)
        if (
            many is None
            and exactly_said(average)
            and (not wholes or (len(wholes) == 1 and not _longer(wholes[0], time)))
        ):
            wholes, link = _of_its_time(passage, average, unit), "near"
        days = scope.period(wholes[0]) if len(wholes) == 1 else None
        if many is None and days is None:
            continue
        if not wholes or scope.goods_clash(average, wholes[0]) or scope.flows_clash(average, wholes[0]):
            continue
        if monthly and _is_of_less(passage, average, wholes[0]):
            continue
        if monthly and wholes[0].sentence != average.sentence:
            # Nothing but nearness says that the months are those of what was told before.
            link = "near"
            if _OWN_TIME.search(passage.sentence(average)) is not None:
                continue
        times = many if many is not None else Decimal(_months(days)) / _MONTHS[time]
        if times > 1 and times == times.to_integral_value():
            firm = not any(passage.ground(claim) - {"average"} for claim in (average, wholes[0]))
            yield Average((average, wholes[0]), link=link, firm=firm, times=times)


def _is_of_less(passage: Passage, average: Claim, whole: Claim) -> bool:
    """ "410,000 tonnes in five months; monthly sales to Iraq averaged 8,200": of one partner, or of other goods."""
    if scope.flow_of_everybody(whole, average) or not scope.same_goods(whole, average):
        return True
    # A country that is first named between them may have been read into both.
    between = passage.between(whole, average) if passage.same_sentence(whole, average) else ""
    return bool(_countries(between) - _countries(passage.lead(whole)))


def _countries(text: str) -> set[str]:
    return {mention.alpha3 for mention in find_countries(text) if mention.alpha3}


def _months(days: Period | None) -> int:
    """How many months a stretch of time has; a year may begin within one, as the Iranian does."""
    if days is None:
        return 0
    if days.first_day is not None and days.first_day.day > 1:
        return round((days.last_day - days.first_day).days / _DAYS)
    return len(days.months())


def _many(passage: Passage, average: Claim, wholes: Sequence[Claim], time: str) -> Decimal | None:
    """How many of the average's stretches of time its sentence says the total is of: "over the five years"."""
    if len(wholes) != 1 or wholes[0].sentence != average.sentence:
        return None
    told = _OVER.search(passage.sentence(average))
    if told is None or told["time"].lower() != time:
        return None
    return Decimal(told["many"]) if told["many"].isdigit() else Decimal(_NUMBERS.index(told["many"].lower()) + 2)


def _longer(whole: Claim, time: str) -> bool:
    """Whether an amount is of a longer time than an average's one month or quarter."""
    days = scope.period(whole)
    return days is not None and len(list(days.months())) > _MONTHS[time]


def _of_its_time(passage: Passage, average: Claim, unit: str) -> list[Claim]:
    """ "6월은 5천200만 달러로 올해 월평균 4천717만 달러를 웃돌았다": the amount told of the average's own time."""
    found = [
        claim
        for claim in passage.claims
        if claim.unit == unit
        and scope.is_amount(claim)
        and not passage.in_heading(claim)
        and not passage.in_row(claim)
        and not passage.is_balance(claim)
        and scope.same_period(claim, average)
        and scope.same_flow(claim, average)
        and claim.start < average.start
    ]
    wholes = [claim for claim in found if claim.value == max(other.value for other in found)]
    return wholes[:1]


def _told_before(passage: Passage, average: Claim, unit: str) -> list[Claim]:
    """ "On average that is 1.1 billion a month": the last amount of the sentence before."""
    again = says("that_was", passage.lead(average))
    if not again and not passage.is_of_each(average):
        return []
    before = [c for c in passage.claims if c.end <= average.start and c.sentence != average.sentence]
    # "9.3 billion last year, 4.5 percent more than the 8.9 billion of 2023": of what was told, and not of its base.
    told = [c for c in before[-_FEW:] if c.sentence == before[-1].sentence and not passage.came_from(c)]
    if not again and len([c for c in told if c.unit == unit]) != 1:
        # "It sold cars for 9 million and tea for 2. On average, 0.9 million was earned a month": of either, or both.
        return []
    last = next((c for c in reversed(told) if c.unit == unit and not scope.periods_clash(c, average)), None)
    if last is None or last.unit != unit or not scope.is_amount(last) or not passage.adjoining(last, average):
        return []
    return [last] if passage.block(average) - passage.block(last) <= 1 else []
