"""What held once held before: "1.79 million tonnes for 1.48 billion, 827 a tonne; the year before 1.92 for 1.50, 781".

Where three figures of one time make a price, a sum, a balance or a share to the last digit, the same three of another
time do so, too, though nothing but the parallel ties them: what each of the first three came from, or became.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, partial
from itertools import combinations, product

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.averages import Average
from tidewaiter.verdicts.relations.price import Price
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.steps import Balance
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.worked.averaged import each_of, priced
from tidewaiter.verdicts.worked.board import firm, mendable, proves

_KINDS = (Price, Sum, Balance, Share, Average)
_STEPS = ("change", "multiple")
#: Where so many figures of the other time may be meant nothing tells which.
_UNCLEAR = 6
#: Figures of one unit that are tried as what was paid, or bought.
_TRIED = 12
#: Figures before another among which that is looked for which it came from.
_BEFORE = 80
#: By how many days a month or a year may be longer than another.
_DAYS = 3
_KNOWN = ("average", "volume", "without")
#: Where amounts leave a price more room than this share of it, it is met by chance.
_NARROW = Decimal("0.03")

#: What a figure is measured in, the first day of its time, and how many more follow.
_Spell = tuple[tuple[str, str], date, int]
#: What a figure became or came from: `True` for the later one.
_Steps = Mapping[Claim, Sequence[tuple[bool, Claim]]]


def find(passage: Passage, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The parallels of all relations that hold, where they hold as well, or a slip would make them."""
    holding = [r for r in relations if isinstance(r, _KINDS) and r.outcome() == SUPPORTED]
    told = {frozenset(relation.claims) for relation in relations if isinstance(relation, _KINDS)}
    heads = {(relation.kind, relation.claims[0]) for relation in holding}
    bought = [r for r in _bought(passage) if frozenset(r.claims) not in told and (r.kind, r.claims[0]) not in heads]
    yield from bought
    steps = _steps(passage, relations)
    heads |= {(relation.kind, relation.claims[0]) for relation in bought}
    told |= {frozenset(relation.claims) for relation in bought}
    for seed in (*holding, *bought):
        for later in (False, True):
            found = _parallel(passage, seed, steps, later=later) if proves(seed) else None
            if found is None or frozenset(found.claims) in told or (found.kind, found.claims[0]) in heads:
                continue
            told.add(frozenset(found.claims))
            yield found


def _parallel(passage: Passage, seed: Relation, steps: _Steps, *, later: bool) -> Relation | None:
    """What a relation is for the earlier or the later time; None where nothing tells, or no slip would mend it."""
    others = [[other for way, other in steps.get(claim, ()) if way is later] for claim in seed.claims]
    tried = []
    for claims in product(*others) if all(others) else ():
        if len(set(claims)) == len(seed.claims) and not set(claims) & set(seed.claims):
            tried.append(replace(seed, claims=claims, link="near", firm=firm(passage, claims, without=_KNOWN)))
        if len(tried) > _UNCLEAR:
            return None
    for relation in tried:
        if relation.outcome() == SUPPORTED:
            return relation if proves(relation) else None
    values = {tuple(claim.value for claim in relation.claims) for relation in tried}
    if len(values) != 1 or tried[0].outcome() != CONTRADICTED:
        return None
    return tried[0] if mendable(tried[0], alone=True) else None


def _steps(passage: Passage, relations: Sequence[Relation]) -> _Steps:
    """What each figure came from and became: by a percentage, by words, or as the one figure of another time."""
    found: dict[Claim, list[tuple[bool, Claim]]] = defaultdict(list)

    def add(after: Claim, before: Claim) -> None:
        if (False, before) not in found[after]:
            found[after].append((False, before))
            found[before].append((True, after))

    for relation in relations:
        if relation.kind in _STEPS and (relation.link == "stated" or relation.outcome() == SUPPORTED):
            add(relation.claims[1], relation.claims[2])
    amounts = [c for c in passage.claims if _is_plain(passage, c)]
    for place, claim in enumerate(amounts):
        near = amounts[max(0, place - _BEFORE) : place] if passage.came_from(claim) else ()
        before = next((c for c in reversed(near) if c.unit == claim.unit or _measure(c) == _measure(claim)), None)
        if before is not None and passage.same_sentence(before, claim):
            add(before, claim)
    spells = [_spell(claim) for claim in amounts]
    for alike in (_is_same, partial(_is_beside, passage)):
        for place, claim in enumerate(amounts):
            if not any(way is False for way, _ in found[claim]):
                around = slice(max(0, place - _BEFORE), place + _BEFORE)
                earlier = [
                    c
                    for c, spell in zip(amounts[around], spells[around], strict=True)
                    if _is_earlier(spell, spells[place]) and alike(c, claim)
                ]
                if len({c.value for c in earlier}) == 1:
                    add(claim, earlier[0])
    return found


def _is_plain(passage: Passage, claim: Claim) -> bool:
    amount = scope.is_amount(claim) or scope.is_price(claim)
    return amount and claim.value > 0 and exactly_said(claim) and not passage.in_heading(claim)


def _spell(claim: Claim) -> _Spell | None:
    """What a figure is measured in, the first day of its time and how many more follow; None without such a time."""
    days = scope.period(claim)
    if days is None or (first := days.first_day) is None:
        return None
    return _measure(claim), first, (days.last_day - first).days


def _is_earlier(one: _Spell | None, other: _Spell | None) -> bool:
    """Whether a figure is of an earlier time than another, as long, and measured alike."""
    if one is None or other is None or one[0] != other[0]:
        return False
    return one[1] < other[1] and abs(one[2] - other[2]) <= _DAYS


def _measure(claim: Claim) -> tuple[str, str]:
    """What a figure is told in; of prices what they are for one of is said once."""
    if scope.is_price(claim):
        return claim.unit.partition("_per_")[0], "price"
    return claim.unit, "" if is_currency(claim.unit) else claim.measure


def _is_same(claim: Claim, other: Claim) -> bool:
    """Whether two figures are of the same goods and the same trade."""
    same = scope.same_goods(claim, other) and scope.pair(claim) == scope.pair(other)
    return same and scope.direction(claim) == scope.direction(other)


def _is_beside(passage: Passage, claim: Claim, other: Claim) -> bool:
    """Whether two figures stand in one sentence or in two that follow each other, of a paragraph."""
    return passage.adjoining(claim, other) and passage.block(claim) == passage.block(other)


def _bought(passage: Passage) -> Iterator[Price]:
    """The purchases that prices prove by their digits, wherever they are told."""
    amounts = [
        c for c in passage.claims if passage.is_plain_amount(c) and not passage.in_row(c) and not passage.in_heading(c)
    ]

    @cache
    def paid_in(money: str) -> list[Claim]:
        return [c for c in amounts if c.unit == money][: _TRIED + 1]

    @cache
    def counted_in(one: str) -> list[tuple[Claim, Decimal]]:
        return [(c, each) for c in amounts if (each := each_of(one, c)) is not None][:_TRIED]

    for price, one, money in priced(passage):
        if price.value <= 0 or passage.in_row(price):
            continue
        paid = [c for c in paid_in(money) if c is not price][:_TRIED]
        counted = counted_in(one)
        found = [
            Price((price, value, quantity), link="near", each=each)
            for value in paid
            for quantity, each in counted
            if not (scope.flows_clash(value, quantity) or scope.both_ways(value, quantity))
            and not any(scope.goods_apart(*pair) is True for pair in combinations((price, value, quantity), 2))
        ]
        found = [relation for relation in found if proves(relation) and _is_narrow(relation.computed(0))]
        if len(found) == 1:
            yield found[0]


def _is_narrow(room: Interval) -> bool:
    return room.low is not None and room.high is not None and room.high - room.low <= _NARROW * room.high
