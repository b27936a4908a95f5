"""Sums that a text announces: "the three together 47 billion", "두 품목을 합치면 210만 달러", "两项合计".

What is added up stands before: the figures that the sentence lists, those of the goods that it names, or as many as it
says of the sum's own time. Where more figures could be meant than are said, only a sum that holds is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import LOOSE, SUPPORTED, allowed
from tidewaiter.verdicts.passages import named
from tidewaiter.verdicts.passages.links import is_carried, listed, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations import several
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.shares_told import portions
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.tables import table

#: How far before a sum its word stands, and how many paragraphs before it its addends may.
_REACH, _BLOCKS = 90, 2
#: … where it names the goods of each.
_FURTHER = 5
#: From a share to the amount that it is of.
_OF_WHOLE = re.compile(r"\s*of\b[^,;:()\d]*")
#: So many figures before a sum are tried, in all choices.
_TRIED, _MOST = 8, 6


def _either(kind: str) -> str:
    words = sorted((str(p) for listed in table("links")[kind].values() for p in listed), key=len, reverse=True)
    return "|".join(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in words)


@cache
def _together() -> re.Pattern[str]:
    count = _either("how_many")
    before = rf"(?:(?P<before>{count})[^.;。；\d]{{0,24}}?)?"
    after = rf"(?:,? (?:(?:the(?:se)?|those) )?(?P<after>{count}))?"
    return re.compile(rf"{before}(?:{_either('together')}){after}", re.IGNORECASE)


@cache
def _several() -> re.Pattern[str]:
    """ "The five goods came to": how many of what, as the subject of a sum."""
    called = rf"(?:[a-z-]+ ){{0,2}}(?:{_either('added_up')})"
    return re.compile(
        rf"\b(?:the|these|those|all)(?: (?:top|first|main|leading|largest))? (?P<before>{_either('how_many')}) {called}"
        rf"(?: (?:have |had |thus |then |alone |together )*(?:{_either('comes_to')})\b[^,;:.\d]{{0,24}})?\Z",
        re.IGNORECASE,
    )


def find(passage: Passage) -> Iterator[Relation]:
    """Every sum that words announce, with what it adds up."""
    levels = [c for c in passage.claims if _adds_up(passage, c)]
    wholes = {portion.whole for portion in portions(passage) if portion.whole is not None}
    for place, whole in enumerate(levels):
        previous = levels[place - 1] if place else None
        count = _announced(passage, whole, previous)
        if count is None or passage.heads_list(whole) or _is_shared(passage, whole):
            continue
        before = [c for c in levels[:place] if c.unit == whole.unit][-_TRIED:]
        before = [c for c in before if _addable(passage, c, whole)]
        if whole.period and not is_carried(whole, "period") and _several().search(_lead(passage, whole, previous)):
            # "The two donors had given 31 million in 2020": no sum of what they gave another time.
            before = [c for c in before if scope.same_period(c, whole)]
        # What shares are said to be of is no item of the list.
        before = [c for c in before if c not in wholes]
        yield from _sum(passage, whole, before, count)


def _is_shared(passage: Passage, whole: Claim) -> bool:
    """ "Together they were 9 percent of its imports of 50 million": what a share is told of is no sum of its parts."""
    before = (c for c in passage.claims if c.sentence == whole.sentence and c.end <= whole.start)
    return any(c.unit == "percent" and _OF_WHOLE.fullmatch(passage.between(c, whole)) for c in before)


def _adds_up(passage: Passage, claim: Claim) -> bool:
    level = scope.is_some(claim) and claim.unit != "units"
    counted = claim.unit == "units" and claim.measure == "trade_quantity" and claim.value > _MOST
    return (level or counted) and not passage.is_balance(claim) and not passage.in_row(claim)


def _lead(passage: Passage, whole: Claim, previous: Claim | None) -> str:
    """What leads to a figure in its sentence, from the one before it on."""
    if previous is not None and previous.sentence == whole.sentence:
        return passage.between(previous, whole)[-_REACH:]
    return passage.lead(whole, reach=_REACH)


def _announced(passage: Passage, whole: Claim, previous: Claim | None) -> int | None:
    """How many figures a word before this one says that it adds up: 0 where it does not say; None without a word."""
    lead = _lead(passage, whole, previous)
    clause = re.split(r"[;；]", lead)[-1]
    if (subject := _several().search(clause)) is not None:
        return several.numbers()[subject["before"].casefold()]
    if not listed("together").may_stand(lead):
        return None
    found = list(_together().finditer(clause))
    if not found or says("all_others", lead) or says("rest", lead):
        # "Pork came to 31 million, and all other items together to 107": of what is left, and not of what was told.
        return None
    if previous is not None and previous.sentence == whole.sentence and ":" in clause[found[-1].end() :]:
        # "235,000 barrels between them: 118,000 from Peru …": the sum stands before, and what follows are its parts.
        return None
    word = found[-1]["before"] or found[-1]["after"]
    return several.numbers()[word.casefold()] if word else 0


def _addable(passage: Passage, part: Claim, whole: Claim) -> bool:
    return (
        part.unit == whole.unit
        and not passage.came_from(part)
        and not passage.in_heading(part)
        and passage.block(whole) - passage.block(part) <= (_FURTHER if _is_some_of(part, whole) else _BLOCKS)
        and not scope.periods_clash(part, whole)
        and not scope.other_way(part, whole)
        and not passage.led_by("adding_up", part)
    )


def _is_some_of(part: Claim, whole: Claim) -> bool:
    """Whether a figure is of some of the goods that a sum names, or of known goods of a sum of everything."""
    return set(part.goods) < set(whole.goods) or (bool(part.goods) and scope.goods_part_of(part, whole))


def _sum(passage: Passage, whole: Claim, before: Sequence[Claim], count: int) -> Iterator[Sum]:
    """The sum that holds; else the one of the only figures that can be meant."""
    before = _once(before)
    sizes = [count] if count else range(2, min(len(before), _MOST) + 1)
    tried = [_relation(passage, whole, parts) for size in sizes for parts in combinations(before, size)]
    meant = _meant(whole, before, count) or _lines(passage, whole, before, count)
    holding = _best(tried, said=count > 0 and len(meant) > 1)
    if holding is not None:
        yield holding
        return
    if not any(part.sentence == whole.sentence for part in meant) and named.both(passage, whole):
        # "过去12个月里，美国向中国总计出售了320万吨": the total of one of them.
        return
    if len(meant) > 1 and not scope.of_longer_time(whole, meant):
        yield _relation(passage, whole, meant)


def _best(tried: Sequence[Sum], *, said: bool) -> Sum | None:
    """The sum that holds as printed; one that holds by its rounding only where it is not said what is added up."""
    holding = [found for found in tried if found.outcome() == SUPPORTED]
    for found in holding:
        whole = found.claims[0]
        if found.to_the_digit(whole, allowed(whole), whole.value):
            return found
    if said:
        return None
    return next((found for found in (*holding, *tried) if found.outcome() in (SUPPORTED, LOOSE)), None)


def _meant(whole: Claim, before: Sequence[Claim], count: int) -> Sequence[Claim]:
    """What is added up where nothing fits: the list of the sentence, the goods named, or all of that time there are."""
    if len(whole.goods) > 1 and count in (0, len(whole.goods)):
        named = [[c for c in before if c.goods == (good,)] for good in whole.goods]
        return [found[0] for found in named] if all(len(found) == 1 for found in named) else ()
    here = [c for c in before if c.sentence == whole.sentence]
    last = [c for c in before if before and c.sentence == before[-1].sentence]
    same = [c for c in before if scope.same_period(c, whole)]
    each = _with_each_partner(same)
    for parts in (here, last, same, before, each):
        if len(parts) > 1 and len(parts) == count:
            return parts
    if not count:
        return here if len(here) > 1 else same if _of_partners(same) else ()
    return ()


def _lines(passage: Passage, whole: Claim, before: Sequence[Claim], count: int) -> Sequence[Claim]:
    """The figures of a list of as many lines right before a sum, one in each: "The five goods add up to …"."""
    blocks = [passage.block(part) for part in before[-count:]] if count > 1 else []
    first = passage.block(whole) - count
    return before[-count:] if blocks == list(range(first, first + count)) else ()


def _with_each_partner(parts: Sequence[Claim]) -> Sequence[Claim]:
    """The one figure with each partner, where all are of the same goods: "the top three countries together"."""
    found = _once([part for part in parts if scope.named_pair(part) and scope.direction(part)])
    return found if _of_partners(found) else ()


def _of_partners(parts: Sequence[Claim]) -> bool:
    """ "Together they supplied": the same goods, from or to several countries."""
    first = parts[0] if parts else None
    ways = {scope.direction(part) if scope.named_pair(part) else None for part in parts}
    same = all(first is not None and scope.same_goods(first, part) for part in parts)
    return len(parts) > 1 and same and None not in ways and len(ways) == len(parts)


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """Figures said twice only once."""
    return [c for n, c in enumerate(claims) if all(c.value != other.value for other in claims[:n])]


def _relation(passage: Passage, whole: Claim, parts: Sequence[Claim]) -> Sum:
    members = (whole, *parts)
    firm = all(not (passage.ground(c) - {"volume"}) and allowed(c).high is not None for c in members)
    return Sum(members, link="stated", firm=firm)
