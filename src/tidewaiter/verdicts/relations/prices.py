"""Value, quantity and price: what was paid, for how much, makes what one of it cost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages.links import opens, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.price import Price, times
from tidewaiter.verdicts.relations.purchases import is_one_of_several

#: What a rate counts one of, beside the unit that it is counted in; "a head", where it is paid for, is of animals.
ONE_OF = {"tonne": "tonnes", "kg": "kg", "barrel": "barrels", "litre": "litres", "unit": "units", "pair": "pairs",
    "person": "animals", "dose": "doses", "piece": "units", "set": "sets", "truck": "trucks", "container": "containers",
}  # fmt: skip

#: How far before a price its purchase is told, and what begins another one.
_REACH, _CLAUSE = 90, re.compile(r"[;；。]|\b(?:while|whereas|but|against|compared|from)\b|[比较]|보다", re.IGNORECASE)
#: What was paid for each of a herd: one animal may go for ten times as much.
_FOR_EACH = re.compile(r"\b(?:at|or|averag\w+|that (?:is|was))(?: (?!and\b)[a-z]+){0,3} ?(?:US)?[$€£¥]?\Z", re.I)
#: "Freight was 12 dollars a tonne" stands in its own part of a clause.
_COMMAS = re.compile(r"[,;:，；：]")
#: What is counted may have a price by the piece; what is weighed or measured has no piece.
_COUNTED = ("trade_quantity", "doses")
_MEASURED = {"tonnes", "kg", "barrels", "litres", "pounds", "cubic_metres", "kwh", "mwh", "containers", "trucks"}


def find(passage: Passage) -> Iterator[Price]:
    """Prices whose value and quantity stand beside them, with nothing else that they could belong to."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        here = sentences[claim.sentence]
        if scope.is_some(claim):
            here.append(claim)
    before: dict[tuple[int, int], tuple[int, int]] = dict(pairwise(reversed(sentences)))
    for price in passage.claims:
        money, per, one = price.unit.partition("_per_")
        if not per or price.value <= 0 or says("other_costs", _COMMAS.split(passage.own_lead(price))[-1]):
            continue
        near: Sequence[Claim] = sentences[price.sentence]
        # "Imports were 17 million dollars, or 200 dollars a tonne": the quantity may stand in the sentence before.
        last = before.get(price.sentence)
        further = sentences[last] if last else []
        further = further if further and passage.adjoining(further[-1], price) else []
        again = opens("that_was", passage.sentence(price).lstrip()) and all(c.start > price.start for c in near)
        if (again or not near) and further and passage.block(further[0]) == passage.block(price):
            # "It sent 3,000 tonnes for 1.2 million dollars. That is 400 dollars a tonne."
            near = further
        values, counted = _purchase(passage, price, near, money, one)
        found = counted if values else []
        if not values and len(counted) == 1:
            values = _paid(passage, counted[0][0], money)
        found = found or (counted if values and values[0].sentence in (price.sentence, last) else [])
        quantities = counted or _told_of(passage, values, one) or _told_once(passage, values, one)
        quantities = quantities or _counted(further, one)
        if not counted and len(quantities) > 1 and len(values) == 1:
            # "Accounting for 72 percent of 50.1 million tonnes": of several it is the one that was paid for.
            quantities = [p for p in quantities if _holds(price, values[0], p)] or quantities
        if len(quantities) > 1 and len(values) == 1:
            quantities = [pair for pair in quantities if scope.same_period(pair[0], values[0])]
        if len(values) == 1 and not any(_holds(price, values[0], pair) for pair in quantities):
            # "It shipped 900 tonnes, 650 by sea, and earned $450,000 ($500 a tonne)": of the one that was paid for.
            quantities = [pair for pair in _counted(near, one) if _holds(price, values[0], pair)][:1] or quantities
        if len(values) == 1 and len(quantities) == 1 and _fit(price, values[0], quantities[0][0]):
            value, (quantity, each) = values[0], quantities[0]
            if not _holds(price, value, quantities[0]):
                if not found and (bought(passage, price, value, one) or of_a_part(passage, price, value, quantity)):
                    # "6月份62万吨…平均每吨260美元，合计15.1亿美元" is of the 5.81 million tonnes told before.
                    continue
                if _was_before(passage, price, value) or _has_its_own(passage, price, value, quantities[0]):
                    continue
                if is_one_of_several(passage, price):
                    # "$1,560 in Khartoum and $1,750 in Qingdao; the 230,000 tonnes sold brought in $389 million".
                    continue
                if not passage.same_sentence(price, value):
                    value, (quantity, each) = held(passage, price, money, one) or (value, (quantity, each))
            claims = (price, value, quantity)
            alike = all(scope.same_goods(price, c) or scope.akin(price, c) for c in claims[1:])
            if one == "person" and not (alike and _FOR_EACH.search(passage.own_lead(price))):
                continue
            if any(map(passage.is_of_each, claims[1:])):
                continue
            firm = not any(passage.ground(claim) - {"average", "volume"} for claim in claims)
            yield Price(claims, link="stated" if found and one != "person" else "near", firm=firm, each=each)


def _holds(price: Claim, value: Claim, counted: tuple[Claim, Decimal]) -> bool:
    return Price((price, value, counted[0]), each=counted[1]).outcome() == SUPPORTED


def bought(passage: Passage, price: Claim, value: Claim, one: str) -> bool:
    """Whether what was paid makes a price with a quantity told anywhere: "408,700 tonnes. … For $527 million"."""
    units = {c: c.unit.removesuffix("_per_year") for c in passage.claims if c.value > 0 and c.unit != price.unit}
    many = {c: times(ONE_OF.get(one, f"{one}s"), unit) for c, unit in units.items()}
    return any(each is not None and _holds(price, value, (claim, each)) for claim, each in many.items())


def of_a_part(passage: Passage, price: Claim, value: Claim, quantity: Claim) -> bool:
    """Whether a quantity of another paragraph is not said to be of all goods, and price and value name none."""
    unnamed = all(claim.product is None or scope.is_total(claim) for claim in (price, value))
    return unnamed and passage.block(quantity) != passage.block(price) and not scope.is_total(quantity)


def _was_before(passage: Passage, price: Claim, value: Claim) -> bool:
    """Whether what was paid, and not the price, is of an earlier time: "the year before, when it earned 9"."""
    earlier = [
        passage.came_from(claim) or says("earlier", passage.beside(claim).partition(" … ")[0])
        for claim in (price, value)
    ]
    return earlier == [False, True] and not passage.same_sentence(price, value)


def _has_its_own(passage: Passage, price: Claim, value: Claim, counted: tuple[Claim, Decimal]) -> bool:
    """ "A kilo fetched $99, against $84 in 2022, when 141 tonnes were sold for …": the other one is right for that."""
    others = (c for c in passage.claims if c.sentence == value.sentence and c not in (price, value) and c.value > 0)
    return any(_holds(c, value, counted) for c in others if c.unit in (price.unit, value.unit))


def held(passage: Passage, price: Claim, money: str, one: str) -> tuple[Claim, tuple[Claim, Decimal]] | None:
    """The purchase of its paragraph or the one before that a price is right for, whatever time it was read to be of.

    "62 million in April, 69 million in March. It was 7,392 tonnes, after 8,638, so that a kilo cost 8.40 after 8.04".
    """
    near = [c for c in passage.claims if scope.is_amount(c) and 0 <= passage.block(price) - passage.block(c) <= 1]
    bought = ((value, pair) for value in near if value.unit == money for pair in _counted(near, one))
    return next((purchase for purchase in bought if _holds(price, *purchase)), None)


_Purchase = tuple[list[Claim], list[tuple[Claim, Decimal]]]


def _purchase(passage: Passage, price: Claim, claims: Sequence[Claim], money: str, one: str) -> _Purchase:
    """What was paid and for how much, as far as some claims say; of several purchases the one that the price ends.

    "In June it was 15,000 tonnes worth $6.15 million, or $410 each, and in July 22,500 tonnes worth $9.45 million".
    """
    values, counted = [claim for claim in claims if claim.unit == money], _counted(claims, one)
    if len(values) < 2:
        same = [pair for pair in counted if values and scope.same_period(pair[0], values[0])]
        if len(counted) < 2 or len(same) == 1:
            return values, same if len(counted) > 1 else counted
    if len(counted) == 1:
        same_time = [value for value in values if scope.same_period(value, counted[0][0])]
        if len(same_time) == 1:
            return same_time, counted
    start = max((p.end for p in passage.claims if "_per_" in p.unit and p.end <= price.start), default=0)
    led = [claim for claim in claims if start <= claim.start and claim.end <= price.start]
    last = [c for c in (led[-2:]) if len(passage.between(c, price)) <= _REACH]
    here = passage.between(last[0], price) if last else ""
    paid, bought = [claim for claim in last if claim.unit == money], _counted(last, one)
    if len(last) == 2 and len(paid) == len(bought) == 1 and not _CLAUSE.search(here):
        return paid, bought
    return values, counted


def _paid(passage: Passage, quantity: Claim, money: str) -> list[Claim]:
    """The one amount of money of the text, or of the paragraph, whose time, goods and ends are a quantity's."""
    same = [
        claim
        for claim in passage.claims
        if claim.unit == money
        and scope.is_level(claim)
        and claim.value > 0
        and scope.same_period(claim, quantity)
        and scope.same_goods(claim, quantity)
        and scope.called_alike(claim, quantity)
        and set(claim.partners) == set(quantity.partners)
    ]
    if len({claim.value for claim in same}) > 1 or not quantity.goods:
        same = [claim for claim in same if passage.block(claim) == passage.block(quantity)]
    return same[:1] if len({claim.value for claim in same}) == 1 else []


def _told_of(passage: Passage, values: Sequence[Claim], one: str) -> list[tuple[Claim, Decimal]]:
    """Quantities elsewhere in the paragraph whose time, goods and ends are those of the one value."""
    if len(values) != 1:
        return []
    same = [
        claim
        for claim in passage.claims
        if scope.is_amount(claim)
        and claim.value > 0
        and passage.block(claim) == passage.block(values[0])
        and scope.same_period(claim, values[0])
        and scope.same_goods(claim, values[0])
        and scope.called_alike(claim, values[0])
        and scope.pair(claim) == scope.pair(values[0])
    ]
    return _counted(same, one)


def _told_once(passage: Passage, values: Sequence[Claim], one: str) -> list[tuple[Claim, Decimal]]:
    """The one quantity of the text whose time, goods and ends are those of the one value."""
    if len(values) != 1 or not values[0].goods or values[0].period is None:
        return []
    same = [
        claim
        for claim in passage.claims
        if claim.measure == "trade_quantity"
        and claim.value > 0
        and claim.period == values[0].period
        and scope.same_goods(claim, values[0])
        and scope.called_alike(claim, values[0])
        and scope.pair(claim) == scope.pair(values[0])
    ]
    return _counted(same[:1], one) if len({(claim.value, claim.unit) for claim in same}) == 1 else []


def _counted(claims: Sequence[Claim], one: str) -> list[tuple[Claim, Decimal]]:
    """The quantities that a price may be for, each with how many of its unit the price is for one of."""
    found = []
    for claim in claims:
        unit = ONE_OF.get(one)
        many = None if unit is None else times(unit, claim.unit)
        if many is not None:
            found.append((claim, many))
        elif one in ("unit", "piece", "person") and claim.measure in _COUNTED and claim.unit not in _MEASURED:
            # "71,800 cars at 5,600 each": whatever is counted.
            found.append((claim, Decimal(1)))
    return found


def _fit(*claims: Claim) -> bool:
    """Whether nothing that they say of themselves speaks against being one purchase."""
    first, *others = claims
    return not any(
        _other_goods(first, other) or scope.flows_clash(first, other) or scope.periods_clash(first, other)
        for other in others
    )


def _other_goods(a: Claim, b: Claim) -> bool:
    """Whether both are of known goods, and not of the same; a price of "all goods" is one whose goods were not read."""
    if a.goods and a.goods == b.goods:
        return not scope.called_alike(a, b)
    return bool(a.goods and b.goods) and scope.goods_apart(a, b) is not False and not scope.akin(a, b)
