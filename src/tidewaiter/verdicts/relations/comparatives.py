"""Amounts set against each other by one word: "300 tonnes, lower than the 360 of April", "fell slightly from 4.5"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import told_steps
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Direction

#: The words that set an amount against the one behind them; "more than 260" alone is a hedge. "Cheaper" and "larger"
#: may be said of each of those that are counted: "120 buses, cheaper than the 90 of April".
_LESS = r"lower than|(?:less|fewer) than (?=(?:the|its|in|a)\b)|below (?=(?:the|its)\b)"
_MORE = r"higher than|(?:more|greater) than (?=(?:the|its|in|a)\b)|above (?=(?:the|its)\b)"
_COMPARED = re.compile(rf"\b(?:(?P<less>{_LESS})|(?P<more>{_MORE}))[^,;:.]{{0,36}}\Z", re.IGNORECASE)
_ADVERBS = (
    r"(?: (?:still|far|well|much|slightly|somewhat|only|just|even|also|considerably|significantly|substantially|"
    r"sharply|marginally|clearly|notably)){0,3} ?"
)
#: What may lead to them from the amount that they are said of, and from the one that was its first measure. "300 tonnes
#: in May at prices lower than", "after falling below", "and were worth less than" are of something else.
_STRAIGHT = re.compile(
    r"(?:(?!\b(?:and|while|whose|after|before|when|who|with|at|as|that|than)\b)[^,;:.()]){0,60}?"
    rf"(?:,| [(–—]|,? (?:and|but|or)\b|(?:,? which)? (?:was|were)\b){_ADVERBS}",
    re.IGNORECASE,
)
_AND_SO = re.compile(rf"[^,;:.()]{{0,60}}?,? (?:and|but){_ADVERBS}", re.IGNORECASE)
#: "Three times higher than", "no more than the", "below the cap of", "the combined": another thing is said.
_OTHERWISE = re.compile(
    r"\b(?:times|fold|not|no|never|percent|cap|limit|ceiling|target|quota|average|forecast|expected|combined|total|sum)\b"
    r"|%",
    re.IGNORECASE,
)
#: "Less than the 200 of February and the 180 of March": perhaps than both together.
_ADDED = re.compile(r"[^,;:.]*\b(?:and|plus)\b(?:(?!\b(?:than|above|below)\b)[^,;:.])*", re.IGNORECASE)
#: How "lower than 434" may be read, too.
_PLAIN = frozenset({"exact", "less_than", "more_than"})
#: What moved so little, right before it is said to what; "to slightly over 90" and "a slightly weaker rial" do not.
_SLIGHTLY = re.compile(
    r"\b(?:(?:slightly|marginally|a touch)(?: (?:up|down|higher|lower)\b)?"
    r"(?! (?:over|above|below|under|more|less|\w+er)\b)"
    r"|(?:edged|inched) (?:up|down|higher|lower|back)\b)(?P<on>(?:(?!\band\b)[^,;:.]){0,40})\Z",
    re.IGNORECASE,
)
#: Who calls a step slight may mean a third, and no doubling.
_SLIGHT = Interval(Decimal("0.5"), Decimal(2))


@dataclass(frozen=True, slots=True)
class Slight(Relation):
    """`claims` are a figure that is said to have moved slightly, and the figure it came from."""

    kind: ClassVar[str] = "slight"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False
    doubtful: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Anything between half and double the other."""
        return figures[1 - index] * _SLIGHT

    def plain(self) -> bool:
        """Only with a slip: the word may be careless."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """From what to what, against the word."""
        after, before = self.claims
        told = f"from {phrases.level(before)} to {phrases.level(after)}"
        return f"{told} is no slight move" if outcome == CONTRADICTED else f"it moved but slightly, as said, {told}"

    def arithmetic(self) -> str:
        """after / before."""
        after, before = (claim.value for claim in self.claims)
        return f"{phrases.digits(after)} / {phrases.digits(before)} = {phrases.digits(after / before, 2)}"


def find(passage: Passage) -> Iterator[Relation]:
    """Each amount that a word sets against the one before it, and each step that is called slight."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        yield from _compared(passage, claims)
        slight = [claim for claim in claims if _is_slight(passage.lead(claim))]
        for step in told_steps(passage, claims) if slight else ():
            if step.after in slight:
                yield Slight((step.after, step.before), link="stated", firm=not passage.ground(step.after))


def _compared(passage: Passage, claims: Sequence[Claim]) -> Iterator[Direction]:
    """The amounts of a sentence that words set against each other."""
    head: Claim | None = None
    for place, (first, before) in enumerate(pairwise(claims)):
        # "300, above the 250 of March and above the 280 of April": the first of them, still.
        after = head or first
        following = claims[place + 2] if place + 2 < len(claims) else None
        leading = _STRAIGHT if head is None else _AND_SO
        way = _way(passage.between(first, before), leading)
        if way is None or not _is_of_one_series(after, before):
            head = None
        elif way or following is None or not _ADDED.fullmatch(passage.between(before, following)):
            head = after
            yield Direction((after, before), link="stated", firm=not passage.ground(after), rose=way)


def _is_slight(lead: str) -> bool:
    """Whether the words before an amount say that it moved slightly, and nothing behind them that anything moved."""
    said = _SLIGHTLY.search(lead)
    return said is not None and not (says("increase", said["on"]) or says("decrease", said["on"]))


def _way(between: str, leading: re.Pattern[str]) -> bool | None:
    """Whether the words between two amounts tell the first to be more (True) or less; None where they do neither."""
    found = _COMPARED.search(between)
    if found is None or _OTHERWISE.search(between) or not leading.fullmatch(between, 0, found.start()):
        return None
    return found["more"] is not None


def _is_of_one_series(after: Claim, before: Claim) -> bool:
    """Whether two amounts are of the same goods, countries and kind, and of two times."""
    alike = after.unit == before.unit and after.measure == before.measure
    if not alike or after.qualifier != "exact" or before.qualifier not in _PLAIN:
        return False
    if not (scope.is_level(after) or scope.is_price(after)) or after.value <= 0 or before.value <= 0:
        return False
    if scope.goods_clash(after, before) or scope.flows_clash(after, before) or scope.pair(after) != scope.pair(before):
        return False
    return scope.periods_clash(after, before)
