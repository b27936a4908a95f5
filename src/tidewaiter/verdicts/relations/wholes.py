"""Where a text holds a whole and its parts: goods of all goods, months of a year, one direction of two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tidewaiter.claims.claim import Claim
from tidewaiter.reference import goods
from tidewaiter.reference.countries import find_countries
from tidewaiter.verdicts import caution, scope
from tidewaiter.verdicts.passages import flows, named
from tidewaiter.verdicts.passages.links import is_carried, opens, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import TURNS
from tidewaiter.verdicts.relations import longer_times, stated
from tidewaiter.verdicts.relations.part_scopes import is_called_total
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.portions import held_shares
from tidewaiter.verdicts.relations.shared_wholes import of_larger_total
from tidewaiter.verdicts.relations.shares_told import portions
from tidewaiter.verdicts.wording import is_currency

#: Words of another sentence tie a part to a whole that is so near, in characters.
_SAID_WITHIN = 400
#: Where something else begins between a whole and a part.
_CLAUSES = re.compile(rf"。|[.!?][”\"']?\s|{TURNS.pattern}", re.IGNORECASE)
#: So many figures of one flow and unit are set against each other, and of a list; more are a table.
_MOST, _LONGEST_LIST = 300, 40


def find(passage: Passage) -> Iterator[PartsWithin]:
    """Every part with its whole, and every list of parts that do not overlap."""
    flows = [c for c in passage.claims if scope.is_flow(c) and scope.pair(c) and passage.is_plain_amount(c)]
    buckets: dict[tuple[str, frozenset[str]], list[Claim]] = defaultdict(list)
    for claim in flows:
        buckets[claim.unit, scope.pair(claim)].append(claim)
    said = _said_parts(passage)
    told = {portion.part.sentence: portion for portion in reversed(portions(passage))}
    shared = {portion.whole for portion in portions(passage) if portion.whole is not None}
    held = {share.claims[1]: share.claims[2].value for share in held_shares(passage)}
    for bucket in buckets.values():
        claims = bucket[:_MOST]
        for whole in _wholes(claims):
            parts = [c for c in claims if (whole, c) not in said and _is_part(passage, c, whole)]
            parts = [c for c in parts if not of_larger_total(passage, c, whole, told)]
            for part in parts:
                # "19 percent of the world total of 26.7 billion" is a whole itself, of whatever was read.
                # And what shares prove to be of a larger whole is of no smaller one, whichever way that was read to go.
                firm = part not in shared and held.get(part, whole.value) <= max(whole.value, part.value)
                yield _relation(passage, whole, (part,), firm=firm)
            yield from _lists(passage, whole, parts)
            yield from _times(passage, whole, parts)


def _said_parts(passage: Passage) -> set[tuple[Claim, Claim]]:
    """Each part with the whole that its sentence gives it, which is then no part of it, however large it is."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    # "9 million tons worth $6 billion, of which 5 million tons": what stands between is of another unit.
    found: set[tuple[Claim, Claim]] = set()
    for claims in sentences.values():
        for unit in {claim.unit for claim in claims}:
            found.update(stated.parts(passage, [claim for claim in claims if claim.unit == unit]))
    return found


def _wholes(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that others may be parts of: the largest of each scope.

    Where a text has several figures of one scope, the smaller ones are parts that its words did not tell apart ("$0.5
    million in medicines against tuberculosis"), and no whole.
    """
    largest: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        if scope.is_total(claim) and claim.unit in scope.COUNTED:
            # Nobody counts all goods together: what is counted was not read.
            continue
        key = (claim.goods, "" if claim.goods else claim.product, claim.period, scope.direction(claim))
        if key not in largest or claim.value > largest[key].value:
            largest[key] = claim
    return list(largest.values())


def _is_part(passage: Passage, part: Claim, whole: Claim) -> bool:
    if (
        part is whole
        or passage.adds_up(part)
        or not scope.period_within(part, whole)
        or not scope.flow_within(part, whole)
    ):
        return False
    between = passage.between(whole, part) if passage.same_sentence(whole, part) else ""
    if says("follows", between) or says("then_follows", between):
        # "Dates, at 24.9 million, led exports, followed by fish": the first of a rank is no whole of the rest.
        return False
    if scope.goods_part_of(part, whole):
        return True
    if not scope.same_goods(part, whole) or _for_a_use(part, whole):
        return False
    # The same goods in a shorter time, in one direction of the trade, or in words that single some of them out.
    narrower = not scope.same_period(part, whole) or not scope.same_flow(part, whole)
    if narrower:
        return True
    between = passage.between(whole, part) if whole.start < part.start else ""
    return passage.same_sentence(part, whole) and says("including", between)


def _for_a_use(part: Claim, whole: Claim) -> bool:
    """ "Fuel", which is no part of "fuel for humanitarian use": the whole is said to be of one use alone."""
    return " for " in (whole.product or "") and " for " not in (part.product or "")


def _relation(passage: Passage, whole: Claim, parts: tuple[Claim, ...], *, firm: bool = True) -> PartsWithin:
    claims = (whole, *parts)
    link = passage.link(claims, stated=all(_said_part(passage, part, whole) for part in parts))
    if link == "far" and all(passage.told_on(whole, part) for part in parts):
        link = "near"
    if link == "far" and scope.is_total(whole) and passage.told_on_alike(claims):
        link = "near"
    # Words that name no known goods may name something else altogether ("the two countries' trade").
    known = link == "stated" or all(part.goods for part in parts)
    longer = any(longer_times.perhaps_longer(passage, part, whole) for part in parts)
    record = any(longer_times.perhaps_record(passage, part, whole) for part in parts)
    # "Without gold, exports were 92 million", "net imports of 92 million": what was left out, or went the other way.
    firm = firm and not {"without", "net"} & passage.ground(whole)
    firm = firm and not _read_past_goods(passage, whole)
    firm = firm and not any(says("added", passage.lead(p)) or is_called_total(passage, p, whole) for p in parts)
    firm = firm and not any(_of_others(passage, part, whole) or _of_more(passage, part, whole) for part in parts)
    # "33 million by 9 April, of which wheat 27 million; by that day of last year 42 million": each began anew.
    firm = firm and not any(_is_counted_up(whole) and _is_counted_up(p) and p.period != whole.period for p in parts)
    if link != "stated":
        firm = firm and not _is_bare(passage, whole)
        # What was counted up to a day may have begun anew since the part.
        firm = firm and bool(whole.period) and not _is_counted_up(whole)
        # "274,000 tonnes against 304,000": what something is held against is of another time, whichever was read.
        firm = firm and passage.came_from(whole) >= any(map(passage.came_from, parts))
        firm = firm and not (scope.goods_part_of(parts[0], whole) and _beside(passage, parts[0], whole))
        firm = firm and not any(longer_times.of_longer(passage, part, whole) for part in parts)
        firm = firm and not any(opens("counted_in", passage.sentence(part)) for part in parts)
        firm = firm and not any(_of_all_partners(passage, part) for part in parts)
        # "Through the gate 27 million tonnes": no whole of what a country sold.
        firm = firm and not caution.of_a_part(passage.sentence(whole))
        firm = firm and named.all_told(passage, claims) and all(named.year_told(passage, claim) for claim in claims)
    return PartsWithin(claims, link=link, firm=firm and known and not longer and not record)


def _read_past_goods(passage: Passage, whole: Claim) -> bool:
    """ "A drop in logs and wood articles to $250 million": a total whose own words before it name goods is none."""
    if not scope.is_total(whole):
        return False
    return goods.names_goods(passage.own_lead(whole))


def _is_counted_up(claim: Claim) -> bool:
    """Whether it is all up to a day, from a beginning that is not told."""
    return (claim.period or "").startswith("/")


def _is_bare(passage: Passage, whole: Claim) -> bool:
    """ "Three instalments worth $2.3 billion in all": neither goods nor a time of its own, and no word of trade.

    What is weighed without a word of trade is of some goods told before, and not of all.
    """
    carried = is_carried(whole, "product") and is_carried(whole, "period")
    weighed = scope.is_total(whole) and not is_currency(whole.unit)
    return (carried or weighed) and not flows.kinds(passage.sentence(whole))


def _beside(passage: Passage, part: Claim, whole: Claim) -> bool:
    """ "Wigs worth $12 million, and $2 million of hair": goods told in one breath stand beside each other."""
    return passage.same_sentence(part, whole) and not scope.is_total(whole)


def _of_others(passage: Passage, part: Claim, whole: Claim) -> bool:
    """ "India reported $0.6 million, and Nigeria $14 million of petroleum": a country between them, of neither."""
    if not passage.same_sentence(part, whole):
        return False
    first, second = sorted((part, whole), key=lambda claim: claim.start)
    named = {mention.alpha3 for mention in find_countries(passage.between(first, second)) if mention.alpha3}
    return bool(named - {*part.partners, *whole.partners})


def _of_more(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether its sentence has a larger total that it may be of: "$9 billion, with $4 billion of imports"."""
    return any(
        claim is not whole and claim.unit == part.unit and claim.sentence == part.sentence
        and scope.is_total(claim) and claim.value >= part.value and claim.value > whole.value and claim is not part
        for claim in passage.claims
    )  # fmt: skip


def _of_all_partners(passage: Passage, part: Claim) -> bool:
    """ "To Chad it sold timber for 15 million. … Timber exports came to 79 million": told anew, without the partner."""
    return not named.both(passage, part) and any(
        c is not part and c.unit == part.unit and c.value < part.value and named.both(passage, c)
        and bool(part.goods) and scope.same_goods(c, part) and scope.same_flow(c, part) and scope.same_period(c, part)
        for c in passage.claims
    )  # fmt: skip


def _said_part(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether words say that the one is in the other: "including", "of which", or a list of main items after it."""
    if passage.same_sentence(part, whole):
        if part.start < whole.start and not scope.is_total(whole):
            # What a list goes on with is no whole of what it began with: "durians at 2 billion, …, dragon fruit at 1".
            return False
        # What a list after "of which" goes through is in what stands before it, and not in each other; what leads the
        # sentence ("of these, grain came to $3 million, seafood to $5 million") makes no whole of its first figure.
        earlier = any(
            c.sentence == part.sentence and c.unit == part.unit and c.start < min(part.start, whole.start)
            for c in passage.claims
        )
        if whole.start < part.start:
            behind = passage.beside(part).partition(" … ")[2]
            return says("including", _last_clause(passage.between(whole, part))) or says("of_this", behind)
        return says("including", "" if earlier else passage.sentence(part))
    if whole.start > part.start or not passage.near(part, whole) or not scope.same_flow(part, whole):
        return False
    if passage.block(whole) != passage.block(part) and passage.carried(part):
        # A new paragraph goes on with something else, whatever was carried into it.
        return False
    between = passage.between(whole, part)
    return len(between) <= _SAID_WITHIN and says("including", _last_clause(between))


def _last_clause(between: str) -> str:
    """What begins behind the last sentence or turn before a part: the words that may tie it to what stands before.

    "It made $3 million. The sum includes a charge of $1 million. Turnover was $9 million": that is in nothing.
    """
    return _CLAUSES.split(between)[-1]


def _lists(passage: Passage, whole: Claim, parts: Sequence[Claim]) -> Iterator[PartsWithin]:
    """Parts named in one sentence over the whole's own scope, none of which is among another."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for part in parts:
        if scope.same_period(part, whole) and scope.same_flow(part, whole):
            sentences[part.sentence].append(part)
    for group in sentences.values():
        if 1 < len(group) <= _LONGEST_LIST:
            apart = {scope.goods_apart(a, b) for a, b in combinations(group, 2)}
            if False not in apart or _enumerated(passage, whole, group):
                # Goods that may overlap, as far as is known, may be seen to fit but not to overrun.
                yield _relation(passage, whole, tuple(group), firm=apart == {True})


def _times(passage: Passage, whole: Claim, parts: Sequence[Claim]) -> Iterator[PartsWithin]:
    """The same goods and flow at times that do not overlap: January and February within the first quarter."""
    times: dict[str | None, Claim] = {}
    for part in parts:
        if scope.same_goods(part, whole) and scope.same_flow(part, whole):
            times.setdefault(part.period, part)
    spans = [days for part in times.values() if (days := scope.period(part)) is not None]
    if 1 < len(spans) <= _LONGEST_LIST and not any(a.overlaps(b) for a, b in combinations(spans, 2)):
        yield _relation(passage, whole, tuple(times.values()))


def _enumerated(passage: Passage, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether they are items of one list after "including", and none is said to be in another."""
    first, last = group[0], group[-1]
    return (
        passage.same_sentence(first, whole)
        and whole.start < first.start
        and says("including", passage.between(whole, first))
        and not says("including", passage.between(first, last))
    )
