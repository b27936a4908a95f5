"""One country's trade with everyone, and what each partner makes of it: levels, and by how much they fell."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, total
from tidewaiter.reference import goods
from tidewaiter.reference.countries import find_countries
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import TURNS
from tidewaiter.verdicts.relations.part_scopes import is_called_total
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.relation import OPEN, Relation, above
from tidewaiter.verdicts.wording import joined

#: How quickly a mended figure loses credit when the losses do not add up to what the whole lost.
_SHARPNESS = 60
#: Two that traded.
_PAIR = 2
#: What leads from what came from several to the list of them, with a letter for each country, and where that list ends.
#: What leads from a whole to its list, and who says so before the colon.
_OPENS_LIST = re.compile(
    r"(?:[^:;.,\d]|\b\d{4}\b){0,60}"
    r"(?:, (?:[^:;.,\d]{0,40}\b(?:says?|said|shows?|showed|reports?|reported|writes?|estimates?)"
    r"|according to [^:;.,\d]{2,40}))?"
    r": ?(?:US)?[$€£¥]?"
)
_NAMED = re.compile(r"\bX(?:(?:,| and|, and) (?:the )?X)+\b")
_NEW_CLAUSE = re.compile(r"\b(?:and|but)\b", re.IGNORECASE)
_ENDS_LIST = re.compile(rf"[;:；：]|{TURNS.pattern}", re.IGNORECASE)
#: More partners than this in one passage are a table.
_MOST = 40


@dataclass(frozen=True, slots=True)
class LossesWithin(Relation):
    """`claims` are what there was before, what there was after, and by how much single partners' shares of it fell.

    The losses cannot together be more than all there was before. They are usually about what the whole lost, so that is
    what a mended figure is weighed by.
    """

    kind: ClassVar[str] = "losses"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Before is at least the losses; a loss at most what the others leave of it; after is not bounded."""
        before, _, *losses = figures
        if index == 0:
            return above(total(losses))
        if index == 1 or before.high is None:
            return OPEN
        others = sum((loss.low or Decimal(0) for i, loss in enumerate(losses, 2) if i != index), Decimal(0))
        return Interval(min(Decimal(0), before.high - others), before.high - others)

    def suspicion(self, index: int) -> float:
        """A loss is likelier wrong than the level it was taken from; of losses the one that leaves a better rest."""
        if index < 2:
            return 0.0
        others = sum(c.value for i, c in enumerate(self.claims) if i > 1 and i != index)
        lost = self.claims[0].value - self.claims[1].value
        return 0.2 + (0.1 if others <= lost else 0.0) + 1.5 * self._rest(lost - others)

    def typical(self, index: int, value: Decimal) -> float:
        """A figure that makes the losses about what the whole lost."""
        figures = [value if i == index else claim.value for i, claim in enumerate(self.claims)]
        lost, losses = figures[0] - figures[1], sum(figures[2:])
        return math.exp(-_SHARPNESS * float(abs(lost - losses) / lost)) if lost > 0 else 0.0

    def _rest(self, rest: Decimal) -> float:
        """Near 1 where what is left for a figure is a power of ten below it, as a moved point would leave."""
        losses = [claim.value for claim in self.claims[2:]]
        gaps = [abs(rest - loss / 10) / loss for loss in losses if loss > 0]
        return max(0.0, 1.0 - 10 * float(min(gaps, default=Decimal(1))))

    def explain(self, index: int, outcome: str) -> str:
        """The losses beside what there was."""
        before, after, *losses = self.claims
        summed = phrases.amount(before.unit, sum((loss.value for loss in losses), Decimal(0)))
        named = joined(f"{phrases.said(loss)} ({_partner(loss, before)})" for loss in losses)
        if outcome == "contradicted":
            return f"{named} come to {summed}, more than the {phrases.level(before)} that there was to lose"
        return (
            f"{named} fit: they come to {summed}, and there was {phrases.level(before)} before {phrases.level(after)}"
        )

    def arithmetic(self) -> str:
        """The losses added up beside what there was."""
        before, _, *losses = self.claims
        summed = sum((loss.value for loss in losses), Decimal(0))
        sign = "≤" if summed <= before.value else ">"
        added = " + ".join(phrases.digits(loss.value) for loss in losses)
        return f"{added} = {phrases.digits(summed)} {sign} {phrases.digits(before.value)}"


def _partner(claim: Claim, whole: Claim) -> str:
    code = claim.sender if claim.sender and claim.sender != whole.sender else claim.receiver
    return phrases.country(code) if code else "a partner"


def find(passage: Passage) -> Iterator[Relation]:
    """Trade with everyone next to trade with each, where words tie them."""
    wholes = [
        c
        for c in passage.claims
        if _is_traded(c) and c.value > 0 and _one_sided(c) and not _perhaps_of_goods(passage, c)
    ]
    for whole in wholes:
        by_way: dict[str, list[Claim]] = defaultdict(list)
        for claim in passage.claims:
            if passage.near(claim, whole) and claim.start != whole.start and _with_one_partner(claim, whole):
                by_way["loss" if claim.measure == "change" else "level"].append(claim)
        yield from _levels(passage, whole, by_way["level"])
        yield from _losses(passage, whole, wholes, by_way["loss"])


def _perhaps_of_goods(passage: Passage, claim: Claim) -> bool:
    """Whether a figure read as one of all goods has others in its sentence: "$184,000 under chapter 93 (arms)"."""
    return scope.is_total(claim) and goods.names_goods(passage.sentence(claim))


def _is_traded(claim: Claim) -> bool:
    """Whether it is a level of goods that moved; doses are told with whom they came from."""
    return scope.is_flow(claim) or (claim.measure == "doses" and scope.is_level(claim))


def _one_sided(claim: Claim) -> bool:
    """Whether it is one country's trade with everyone, or with several together: only one side is named."""
    return (claim.sender is None) != (claim.receiver is None) and len(claim.partners) != _PAIR


def _with_one_partner(claim: Claim, whole: Claim) -> bool:
    """Whether it is the whole's trade with one named partner, in the same unit, goods and time as far as said."""
    same_side = (whole.receiver and claim.receiver == whole.receiver) or (whole.sender and claim.sender == whole.sender)
    if not same_side or not (claim.sender and claim.receiver) or claim.unit != whole.unit or claim.value <= 0:
        return False
    # "Imports fell by 19 million from Brazil" goes on with the goods of the sentence before.
    return not scope.goods_clash(claim, whole) or (claim.measure == "change" and scope.is_total(claim))


def _distinct(claims: Sequence[Claim]) -> bool:
    ways = [scope.direction(claim) for claim in claims]
    return 0 < len(ways) <= _MOST and len(set(ways)) == len(ways)


def _levels(passage: Passage, whole: Claim, claims: Sequence[Claim]) -> Iterator[PartsWithin]:
    parts = [
        c
        for c in claims
        if _is_traded(c) and c.start > whole.start and not scope.periods_clash(c, whole) and scope.same_goods(c, whole)
    ]
    parts = _first_list(passage, [part for part in parts if not is_called_total(passage, part, whole)])
    if not parts or not passage.adjoining(whole, parts[0]) or "net" in passage.ground(whole):
        return
    others = {code for part in parts for code in part.partners}
    if not others.issuperset(set(whole.partners) - {whole.sender or whole.receiver}):
        return
    between = passage.between(whole, parts[0])
    listed = len(parts) > 1 and opens_list(between) and parts[-1].sentence == whole.sentence
    if _distinct(parts) and (listed or says("including", between)):
        yield PartsWithin((whole, *parts), link="stated")


def _first_list(passage: Passage, parts: list[Claim]) -> list[Claim]:
    """Those up to where something else is told, or has its own list: "20 from Russia, 10 from Laos; China sold 180"."""
    for place, (one, other) in enumerate(pairwise(parts), 1):
        gap = passage.between(one, other)
        if _ENDS_LIST.search(gap) or says("of_which", gap):
            return parts[:place]
    return parts


def opens_list(between: str) -> bool:
    """Whether a colon leads from a whole to its list: "1.2 million tonnes of rice from China and India: 480,000 …".

    A clause of its own before the colon tells of something else: "500,000 doses, and got more: 300,000 from China …".
    """
    for mention in reversed(find_countries(between)):
        between = f"{between[: mention.start]}X{between[mention.end :]}"
    between = _NAMED.sub("X", between)
    return bool(_OPENS_LIST.fullmatch(between)) and not (_NEW_CLAUSE.search(between) or says("than", between))


def _losses(passage: Passage, whole: Claim, wholes: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[LossesWithin]:
    """Falls by partner after a stated fall of the whole: "from 26.8 to 5.02 million, by 19.76 from Brazil …"."""
    if not passage.came_from(whole):
        return
    losses = [c for c in claims if c.direction == "decrease" and c.unit == whole.unit and c.start > whole.start]
    after = next(
        (c for c in wholes if c.sentence == whole.sentence and c.unit == whole.unit and passage.came_to(c)), None
    )
    if after is not None and after.value < whole.value and len(losses) > 1 and _distinct(losses):
        yield LossesWithin((whole, after, *losses), link="stated")
