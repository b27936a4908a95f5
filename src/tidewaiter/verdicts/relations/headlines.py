"""How a headline says that something grew, and how its text does: "doubles" above "rose 4.6 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, allowed
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation

#: Headlines are careless: a multiple may be off by so much of itself.
_CARELESS = Decimal("0.25")
_HUNDRED, _ONE = Decimal(100), Interval.exactly(Decimal(1))
#: What has a name: no words that join; "Belarus" and "Belarusian" begin alike.
_WORD, _STEM = re.compile(r"\b(?!(?:the|and|its|with|from|into|over|than|more)\b)[^\W\d_]{3,}", re.IGNORECASE), 4
_CLAUSE = re.compile(r"[,;:]\s")
#: "Rose 8 percent by rail", "to Africa": what of the trade did.
_NARROWER = re.compile(r"\s*(?:by|via|through|to)\s+[^\W\d]", re.IGNORECASE)
#: A text with more levels has many a multiple in it.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Headline(Relation):
    """A headline's multiple (`claims[0]`) and the percentage that its text tells of the same growth."""

    kind: ClassVar[str] = "headline"
    weight: ClassVar[float] = 0.4
    exact: ClassVar[bool] = False
    doubtful: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The multiple that the percentage comes to, or the percentage that the multiple does, either with room."""
        if index == 0:
            return _grown(figures[1]).widened(_CARELESS)
        return (figures[0].widened(_CARELESS) - _ONE) * Interval.exactly(_HUNDRED)

    def suspicion(self, index: int) -> float:
        """Headlines are written in a hurry, and not by who did the sums."""
        return 0.3 if index == 0 else 0.0

    def plain(self) -> bool:
        """The room is wide enough for any wording."""
        return True

    def explain(self, index: int, outcome: str) -> str:
        """What the text says instead, or as well."""
        here, there = self.claims[index], self.claims[1 - index]
        if outcome == CONTRADICTED:
            return f"the headline and the text differ: {phrases.said(here)} here, {phrases.said(there)} there"
        return f"the text says about the same elsewhere: {phrases.said(there)}"

    def arithmetic(self) -> str:
        """The percentage as a multiple."""
        percent = self.claims[1].value
        return f"1 + {phrases.digits(percent)}% = {phrases.digits(1 + percent / _HUNDRED, 2)}"


def find(passage: Passage) -> Iterator[Relation]:
    """Each headline's multiple with the percentages of the same growth; where one of them is right, with that alone.

    Nothing where anything else in the text makes the multiple: it may be of something that was read otherwise.
    """
    for claim in passage.claims:
        if not (passage.in_heading(claim) and _is_growth(claim) and claim.unit == "times" and claim.value > 1):
            continue
        body = [c for c in passage.claims if not passage.in_heading(c) and c.start > claim.end]
        told = [c for c in body if _is_growth(c) and c.unit == "percent" and _is_of_the_same(claim, c)]
        told = [c for c in told if _is_called_alike(passage, claim, c)]
        relations = [Headline((claim, c), link="stated", firm=not passage.ground(c)) for c in told]
        right = next((each for each in relations if each.outcome() != CONTRADICTED), None)
        if right is not None:
            yield right
        elif len({c.value for c in told}) == 1 and not _made_elsewhere(claim, body):
            yield relations[0]


def _is_growth(claim: Claim) -> bool:
    return claim.measure in ("change", "ratio") and claim.direction == "increase" and claim.value > 0


def _is_of_the_same(heading: Claim, claim: Claim) -> bool:
    """Whether it is of the same trade at the same time, from the same base where the headline names one."""
    if claim.measure != "change" or not scope.same_period(heading, claim) or not scope.same_goods(heading, claim):
        return False
    if scope.pair(heading) != scope.pair(claim) or scope.direction(heading) != scope.direction(claim):
        return False
    based = heading.comparison in ("none", claim.comparison)
    return based and heading.base_period in (None, claim.base_period)


def _is_called_alike(passage: Passage, heading: Claim, claim: Claim) -> bool:
    """Whether a sentence has all the words of the headline, and tells of nothing narrower between them and its figure.

    "Exports to Africa double", "non-oil exports double" and "the value of exports doubles" are not what "exports rose
    8 percent" says, nor is "exports by rail rose 8 percent" what "exports double" does.
    """
    text, lead = passage.sentence(heading).replace(heading.text, " "), passage.lead(claim)
    told = _words(text)
    first = min((word.start() for word in _WORD.finditer(lead) if _words(word[0]) & told), default=0)
    between = _CLAUSE.split(lead[first:])[-1]
    alike = told <= _words(passage.sentence(claim)) and _words(between) <= told
    return alike and _NARROWER.match(passage.tail(claim)) is None


def _words(text: str) -> set[str]:
    """The beginnings of the words of a text that name something, and do not just say that it grew."""
    words = (word[0].casefold() for word in _WORD.finditer(text))
    return {word[:_STEM] for word in words if not (says("increase", word) or says("increase", word.rstrip("s")))}


def _made_elsewhere(heading: Claim, body: Sequence[Claim]) -> bool:
    """Whether any change of the text, or any two of its amounts, make a headline's multiple."""
    meant = allowed(heading).widened(_CARELESS)
    if any(c.unit == "times" and allowed(c).meets(meant) for c in body):
        return True
    if any(c.unit == "percent" and c.value > 0 and _grown(allowed(c)).meets(meant) for c in body):
        return True
    levels = [c for c in body if scope.is_level(c) and c.value > 0]
    if len(levels) > _MOST:
        return True
    pairs = (pair for pair in permutations(levels, 2) if pair[0].unit == pair[1].unit)
    return any(Interval.exactly(large.value / small.value).meets(meant) for large, small in pairs)


def _grown(percent: Interval) -> Interval:
    """What something is a multiple of that grew by so many percent."""
    return percent * Interval.exactly(1 / _HUNDRED) + _ONE
