"""Steps told before their levels: "Russia's purchases have tripled in two years. They rose from $530 million to $1.59
billion"; "Rice has gone up by a fifth. A kilogram sold for 5,800 won, up from 4,900".

The sentence of the step tells no amount, and the next one tells just one step, of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import Step, told_steps
from tidewaiter.verdicts.relations import several
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.triangles import Change
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.worked.board import Board, firm, in_another_word, mendable
from tidewaiter.verdicts.worked.compared import said_so

#: The next sentence goes on with what the step is of.
_GOES_ON = re.compile(
    r"\W*(?:they|it|these|that|those|this|deliveries|the (?:total|figure|amount|volume))\b", re.IGNORECASE
)
_WAYS = ("increase", "decrease")
#: How many years a step took, how many days apart the figures of so many are at least, and at most.
_YEARS = re.compile(r"\b(?:(?P<many>[\w-]+) years|year)\b", re.IGNORECASE)
_LEAST, _MOST = 330, 400


def find(passage: Passage) -> Iterator[Relation]:
    """Every such step with the two levels of the sentence behind it, where it holds or a slip would mend it."""
    board = Board(passage)
    for step in passage.claims:
        if not _is_step(step) or passage.in_row(step) or passage.in_heading(step):
            continue
        levels = None if any(map(_is_level, board.sentence(step))) else _levels(board, step)
        if levels is None:
            continue
        made = _made(passage, step, levels)
        if made.outcome() != CONTRADICTED or mendable(made, alone=True) or in_another_word(made) or said_so(made):
            yield made


def _is_step(claim: Claim) -> bool:
    if claim.value <= 0:
        return False
    if claim.unit == "times":
        return claim.measure in ("change", "ratio")
    return claim.unit == "percent" and claim.measure == "change" and claim.direction in _WAYS


def _is_level(claim: Claim) -> bool:
    return scope.is_some(claim) or scope.is_price(claim)


def _levels(board: Board, step: Claim) -> Step | None:
    """The one step that the next sentence tells, of what the step before it is of."""
    passage = board.passage
    ahead = board.ahead(step)
    if not ahead or not passage.adjoining(step, ahead[0][0]) or passage.in_heading(ahead[0][0]):
        return None
    told = told_steps(passage, ahead[0])
    if len(told) != 1:
        return None
    after, before = told[0].after, told[0].before
    if scope.flows_clash(step, after) or _of_other_times(step, after, before):
        return None
    if _of_another_stretch(passage, step, after, before) or _of_another_measure(passage, step, after):
        return None
    goes_on = _GOES_ON.match(passage.sentence(after)) is not None
    named = scope.same_goods(step, after) and not is_carried(after, "product")
    return told[0] if (goes_on or named) and not scope.goods_clash(step, after) else None


def _of_other_times(step: Claim, after: Claim, before: Claim) -> bool:
    """Whether the step was told of other times than its levels, as far as the text says."""
    if scope.periods_clash(step, after) and not (is_carried(step, "period") or is_carried(after, "period")):
        return True
    base = None if step.base_period is None else scope.stretch(step.base_period)
    days = scope.period(before)
    return base is not None and days is not None and not base.same_days(days)


def _of_another_stretch(passage: Passage, step: Claim, after: Claim, before: Claim) -> bool:
    """ "Up by a quarter this season. It sold for 2.10 in March, up from 2.00 in February": not since then."""
    near = f"{passage.lead(step)} … {passage.tail(step)}"
    if step.base_period is None and (says("open_stretch", near) or says("from", passage.tail(step))):
        return True
    told = _YEARS.search(near)
    days = scope.period(after), scope.period(before)
    first, last = (each.first_day if each is not None else None for each in (days[1], days[0]))
    if told is None or first is None or last is None:
        return False
    years = _number(told["many"] or "1")
    return years is None or not years * _LEAST <= (last - first).days <= years * _MOST


def _number(word: str) -> int | None:
    """How many years: "three", "12"; None in "recent years"."""
    return int(word) if word.isdecimal() else several.numbers().get(word.casefold())


def _of_another_measure(passage: Passage, step: Claim, after: Claim) -> bool:
    """ "Sales tripled in volume. They rose from $100 million …": what was weighed is not what was paid."""
    near = f"{passage.lead(step)} … {passage.tail(step)}"
    in_money = is_currency(after.unit.partition("_per_")[0])
    volume, value = "volume" in passage.ground(step), says("of_money", near)
    priced = says("a_price", near) and not scope.is_price(after)
    counted = says("a_number", near) and after.measure != "count"
    return (volume and in_money) or (value and not in_money) or priced or counted


def _made(passage: Passage, step: Claim, levels: Step) -> Relation:
    claims = (step, levels.after, levels.before)
    solid = firm(passage, claims, without=("volume", "average"))
    if step.unit == "times":
        return Multiple(claims, link="near", firm=solid)
    return Change(claims, link="near", firm=solid, way_told=False, way=step.direction)
