"""Sums of lists: "Germany took 186, Poland 171 and Spain 158 million. Their combined purchases of 515 million …".

What is added up is the list of the sentence, or of some before: all of it, or its last figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import is_difference
from tidewaiter.verdicts.relations import several
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.worked.board import Board, broken, firm, proves

#: Words before a sum that announce it; how many sentences before it the list may stand, and how long it is.
_BEFORE, _SENTENCES, _LONGEST = 80, 4, 10
#: The same for what is left of a whole.
_NEAR, _WHOLE = 26, 5
#: So many first figures a list may do without.
_LEADING = 2
#: How long a list is at most that began in a sentence before.
_ON = 5
#: More figures than so many add up by no chance.
_MANY = 3
#: "Trade between the two countries" is of two, and adds up nothing.
_BETWEEN = re.compile(
    r"\b(?:between|among) (?:(?:the|these|those|both) ){1,2}?(?:\w+ ){0,2}?"
    r"(?:countries|nations|neighbou?rs|sides|states|allies|partners|economies|governments)\b",
    re.IGNORECASE,
)
_PAIR = 2
_CLAUSE = re.compile(r"[;；]|, (?:but|while|whereas)\b")


def find(passage: Passage) -> Iterator[Relation]:
    """Every announced sum with the list that it adds up."""
    board = Board(passage)
    for whole in passage.claims:
        here = board.amounts(board.sentence(whole), whole.unit)
        if whole not in here or passage.in_row(whole) or passage.came_from(whole) or passage.heads_list(whole):
            continue
        place = here.index(whole)
        lead = passage.between(here[place - 1], whole) if place else passage.lead(whole, reach=_BEFORE)
        if says("rest", lead[-_NEAR:]):
            found = broken(_remainders(board, whole, here[:place]))
            if found is not None:
                yield found
            continue
        told = _BETWEEN.sub(" ", _CLAUSE.split(lead[-_BEFORE:])[-1])
        if not says("sum_of", told) and not passage.adds_up(whole):
            continue
        if _many(told) == _PAIR and flows.kinds(flows.beside(passage.document, whole, passage.claims)) == {flows.BOTH}:
            # "两国贸易额": what the two traded with each other is no sum of what stands before.
            continue
        sums = [
            Sum((whole, *parts), link="near", firm=firm(passage, (whole, *parts), without=("volume", "without")))
            for parts in _lists(board, whole, here[:place], _many(told))
            if _told_in_all(board, whole, parts)
            or not (scope.of_longer_time(whole, parts) or any(_of_another_time(part, whole) for part in parts))
        ]
        sums = [each for each in sums if each.outcome() == SUPPORTED or not _cannot_add_up(each.claims[1:])]
        found = next((each for each in sums if len(each.claims) > _MANY and proves(each)), None) or broken(sums)
        if found is not None:
            yield found


def _cannot_add_up(parts: Sequence[Claim]) -> bool:
    """Whether some hold others already, or are of another time than the rest."""
    return _some_in_others(parts) or _of_mixed_times(parts)


def _of_mixed_times(parts: Sequence[Claim]) -> bool:
    """ "… against 88 in December 2021. Over the year it led Mali (98), Niger (90) and Chad": one is of another time.

    Figures of one time are added up, or those of as many times.
    """
    times = [part.period for part in parts if part.period is not None]
    return 1 < len(set(times)) < len(times) and min(map(times.count, set(times))) == 1


def _some_in_others(parts: Sequence[Claim]) -> bool:
    """Whether goods stand beside a total, which holds them already: "garments worth 40 million … imports of 86"."""
    totals = [scope.is_total(part) for part in parts]
    return any(totals) and any(part.product for part, total in zip(parts, totals, strict=True) if not total)


def _told_in_all(board: Board, whole: Claim, parts: Sequence[Claim]) -> bool:
    """ "21 tons in January and 18 in February, 39 in all": of all their times, whatever it was read to be of."""
    last = max(parts, key=lambda part: part.start)
    if says("over_times", board.passage.sentence(whole)) and board.passage.adds_up(whole):
        # "Over the five years … 1.2 billion in total".
        return True
    return (
        all(part.sentence == whole.sentence for part in parts)
        and board.passage.adds_up(whole)
        and len(board.passage.between(last, whole)) <= _NEAR
    )


def _of_another_time(part: Claim, whole: Claim) -> bool:
    """ "A year earlier the four had sold 548 million": what they sold since does not make it."""
    carried = any(is_carried(c, "period") for c in (part, whole))
    return scope.periods_clash(part, whole) and not scope.period_within(part, whole) and not carried


def _many(lead: str) -> int | None:
    """How many figures the words before a sum say that it adds up; None where they do not say."""
    numbers = several.numbers()
    words = [word for word in numbers if re.search(rf"\b{word}\b" if word.isascii() else word, lead, re.IGNORECASE)]
    return numbers[words[0]] if len({numbers[word] for word in words}) == 1 else None


def _remainders(board: Board, left: Claim, here: Sequence[Claim]) -> Iterator[Sum]:
    """ "Of 283 million, skin care made 170 and make-up 62; the remaining 51": the whole is the list and the rest."""
    passage = board.passage
    told = [c for group in reversed(board.before(left, sentences=_WHOLE)) for c in board.amounts(group, left.unit)]
    told = [c for c in [*told, *here] if not passage.came_from(c) and not scope.other_way(c, left)]
    # A list in its own sentence is taken as a whole, the first of it perhaps for the whole that it is of.
    counts = (len(here), len(here) - 1) if len(here) > 1 else range(1, min(len(told), _LONGEST))
    for count in counts:
        parts = told[-count:]
        summed = sum(part.value for part in parts)
        wholes = {c.value: c for c in told[:-count] if c.value > summed and not scope.periods_clash(c, left)}
        for whole in wholes.values():
            if any(scope.flows_clash(whole, part) for part in parts):
                # "India took 913, China 198; the remaining 175 tonnes went to …": India is one of the list.
                continue
            members = (whole, *parts, left)
            yield Sum(members, link="near", firm=firm(passage, members, without=("volume", "without")))


def _lists(board: Board, whole: Claim, here: Sequence[Claim], many: int | None) -> Iterator[Sequence[Claim]]:
    """What may be added up, the likeliest first: as many as are said, else a list from end to end."""
    around = board.around(whole, sentences=_SENTENCES)[1:]
    groups = [list(here)] + [board.amounts(claims, whole.unit) for claims in around]
    told = board.passage
    plain = [
        [c for c in group if not (told.came_from(c) or _is_compared(told, c) or scope.other_way(c, whole))]
        for group in groups
    ]
    # "6.9 million, almost three times the 2.4 million of a year before": what was before is added to nothing.
    now = [[c for c in group if not _of_another_time(c, whole)] for group in plain[1:]]
    plain = [plain[0], *(some or group for some, group in zip(now, plain[1:], strict=True))]
    before = [claim for group in reversed(plain) for claim in group if claim.start < whole.start]
    if many is not None and len(before) >= many:
        # "The four goods made up …", told over several sentences.
        yield before[-many:]
        same = [claim for claim in before if scope.same_period(claim, before[-1])]
        if len(same) == many:
            # Among them stand figures of other months.
            yield same
    if many is not None and len(around) and (first := _named_with(whole, before, plain, many)) is not None:
        # "Electricity earned 1.24 … Next were gold (410), potash (395) and rubber (303). With electricity these four …"
        yield [first, *before[1 - many :]]
    if many is None and plain[0]:
        # "Flowers brought in 73.5. Fruits earned 31.2 and vegetables 51.7, taking the total to 156.4": it goes on.
        yield from (before[-size:] for size in range(len(plain[0]) + 1, min(len(before), _ON) + 1))
    full = next((group for group in plain if len(group) > 1), [])
    for start in range(len(full) - 1):
        for end in range(len(full), start + 1, -1):
            # What a list is of may stand before it: "50 million: fuel 20, cars 10 and wheat 5, together 35".
            if end - start == many or (many is None and end == len(full) and start < _LEADING):
                yield full[start:end][:_LONGEST]
    # One of several sentences each.
    single = list(takewhile(lambda group: len(group) == 1, plain if plain[0] else plain[1:]))
    for start in range(len(single) - 1):
        for end in range(start + 2, len(single) + 1):
            yield [claim for group in reversed(single[start:end]) for claim in group]


def _is_compared(passage: Passage, claim: Claim) -> bool:
    """ "$229 million more than the $928 million of 2022": neither is an amount of what is told."""
    return is_difference(passage, claim) or (claim.qualifier == "exact" and passage.led_by("than", claim))


def _named_with(whole: Claim, before: Sequence[Claim], plain: Sequence[Sequence[Claim]], many: int) -> Claim | None:
    """The one amount before a list that a sum's own sentence names by its goods, where the list is one short of it."""
    listed = next((group for group in plain if group), ())
    if len(listed) != many - 1 or many <= _PAIR or not whole.goods or scope.is_total(whole):
        return None
    named = [c for c in before[: 1 - many] if c.goods == whole.goods and not scope.flows_clash(c, whole)]
    return named[-1] if len({c.value for c in named}) == 1 else None
