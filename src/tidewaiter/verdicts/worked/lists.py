"""Wholes told before their list with no word of a sum: "Grain worth 48.4 million. Rice made 35.8, flour 12.6".

Nothing says that such a list is complete. Where it makes the whole to the last digit once a slip of one figure is
undone, it is: that hardly happens by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import last_digit
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import is_difference
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations import several
from tidewaiter.verdicts.relations.partners import opens_list
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.relations.tilings import tiling
from tidewaiter.verdicts.worked.board import Board, broken, firm

_LONGEST, _FURTHER = 10, 4
#: A list that words call whole has so many figures, and its slip so many digits; how far behind it those words stand.
_WHOLE_LIST, _TWO, _CLOSING = 2, 2, 40
#: So many digits in all are no chance.
_PROOF = 10
#: … and a whole of so many is met by none of a list that leaves a rest.
_FINE = 4
#: How far behind a whole it says how many it is of; and that it is of others, too.
_COUNTED, _OTHERS_TOO = (
    90,
    re.compile(r"\b(?:others?|among|elsewhere|mainly|mostly|including|largely)\b", re.IGNORECASE),
)
#: What closes a list that a colon opens; its slip has so many digits.
_LAST, _THREE = re.compile(r"\band\b|[及和与]"), 3
#: "Of this amount, …", "Of the total …" at the beginning of a sentence.
OF_THIS = re.compile(
    r"\W*(?:out )?of (?:this|that|these|those|it|them|which|the (?:total|whole|sum|amount|goods|volume|latter))\b", re.I
)
#: So many digits a figure has whose digits changed places, or whose scale is another, for the sum to prove it.
_DIGITS = {"digits_transposed": 4, "scale": 3}


def find(passage: Passage) -> Iterator[Relation]:
    """Every whole with the list behind it that it would be the sum of, but for a slip of one figure."""
    board = Board(passage)
    for whole in passage.claims:
        if passage.in_row(whole) or passage.came_from(whole) or not exactly_said(whole):
            continue
        if is_difference(passage, whole):
            # "118,000 tonnes, 12,000 more than in 2021": the list behind it is of the former.
            continue
        months = broken(in_list(passage, whole, items) for items in _months(board, whole))
        if months is not None:
            yield months
        tried = [in_list(passage, whole, items) for items in _lists(board, whole)]
        if any(relation.outcome() != CONTRADICTED for relation in tried):
            continue
        found = next(_slipped_in(board, tried), None)
        if found is not None and not _is_of_another(board, found):
            yield found


def _slipped_in(board: Board, lists: Sequence[Sum]) -> Iterator[Sum]:
    """Those of some broken lists that one slip would mend, and hardly by chance; the surest first."""
    yield from (each for each in lists if slipped(each))
    # What words or a colon make a whole list of proves itself with fewer digits.
    for each in lists:
        if _is_spelt_out(board, each) and (slipped(each, least=_THREE) or (_is_finer(each) and makes_exactly(each))):
            yield each
    for each in lists:
        if _is_whole_list(board, each.claims[1:]) and not _is_of_less_time(each) and slipped(each, least=_TWO):
            yield each
    yield from (each for each in lists if _is_told_alone(board, each) and makes_exactly(each))
    # What is told to be a whole list makes what is told of it, whichever digit was another.
    # A list behind a colon may leave out what is small: "goods worth $42 million: $18.9 million in oil, …".
    whole = (each for each in lists if _is_spelt_out(board, each) and (_is_over(each) or _is_all_its_time(each)))
    told = (*(each for each in lists if _is_counted(board, each)), *whole)
    yield from (replace(each, link="stated") for each in told if not _is_of_less_time(each))


def _is_of_another(board: Board, relation: Sum) -> bool:
    """Whether a list that does not make its whole makes another amount of the text."""
    whole, *items = relation.claims
    others = (c for c in board.amounts(board.passage.claims, whole.unit) if c not in relation.claims)
    return any(Sum((other, *items)).outcome() == SUPPORTED for other in others)


def in_list(passage: Passage, whole: Claim, items: Sequence[Claim]) -> Sum:
    """A whole with the list that makes it."""
    return Sum((whole, *items), link="near", firm=firm(passage, (whole, *items), without=("volume",)))


def _lists(board: Board, whole: Claim) -> Iterator[Sequence[Claim]]:
    """The lists that a whole may be of: behind it in its sentence, in the next one, or one in each of the next."""
    here = board.amounts(board.sentence(whole), whole.unit)
    if whole not in here:
        return
    place = here.index(whole)
    ahead = [board.amounts(group, whole.unit) for group in board.ahead(whole, sentences=_FURTHER)]
    single = [group[0] for group in takewhile(lambda group: len(group) == 1, ahead)]
    for items in (here[place + 1 :], ahead[0] if ahead else [], [*here[place + 1 :], *single]):
        items = [c for c in items if not board.passage.came_from(c) and exactly_said(c)][:_LONGEST]
        for end in range(len(items), 1, -1):
            if not any(apart(item, whole) for item in items[:end]):
                yield items[:end]


def _months(board: Board, whole: Claim) -> Iterator[Sequence[Claim]]:
    """The list told before a whole, in its sentence or the one before, that is of its months, one by one."""
    here = board.amounts(board.sentence(whole), whole.unit)
    if whole not in here or says("of_which", board.passage.lead(whole)):
        # "1월 910만, 2월 620만 배럴이다. 콘덴세이트가 이 중 1천690만 배럴": no whole of them.
        return
    told = [here[: here.index(whole)], *(board.amounts(group, whole.unit) for group in board.before(whole))]
    for items in told:
        items = [c for c in items if not board.passage.came_from(c) and exactly_said(c)][:_LONGEST]
        if len(items) > 1 and len(tiling(whole, items) or ()) == len(items):
            yield items


def _is_whole_list(board: Board, items: Sequence[Claim]) -> bool:
    """ "Of this, 1.27 went to …, 0.94 to … and 0.66 to other ports": all of what was told before."""
    passage, told = board.passage, board.amounts(board.sentence(items[0]), items[0].unit)
    if list(items) != told or len(items) < _WHOLE_LIST:
        return False
    opened = OF_THIS.match(passage.sentence(items[0])) is not None
    closed = passage.own_lead(items[-1]) + passage.tail(items[-1], reach=_CLOSING)
    return opened or says("rest", closed) or says("all_others", closed)


def _is_spelt_out(board: Board, relation: Relation) -> bool:
    """ "1,254 tonnes of rice: 480 from China, 450 from India and 324 from Russia": all that its sentence tells."""
    whole, *items = relation.claims
    passage, told = board.passage, board.amounts(board.sentence(whole), whole.unit)
    if [whole, *items] != told or not opens_list(passage.between(whole, items[0])):
        return False
    return len(items) > _WHOLE_LIST and _LAST.search(passage.between(*items[-2:])) is not None


def _is_over(relation: Sum) -> bool:
    """Whether the items come to more than the whole that they are to be of."""
    whole, *items = relation.claims
    return sum(item.value for item in items) > whole.value


def _is_all_its_time(relation: Sum) -> bool:
    """ "In the second quarter 52,618: 14,307 in April, 16,082 in May and 22,229 in June": nothing is left out."""
    whole, *items = relation.claims
    days, parts = scope.period(whole), [scope.period(item) for item in items]
    if days is None or not days.whole_months or not all(part is not None and part.is_month for part in parts):
        return False
    return sorted(str(part) for part in parts) == sorted(days.months())


def _is_counted(board: Board, relation: Sum) -> bool:
    """ "… to its three neighbours. China bought 1.24, Thailand 0.40 and Laos 0.23": as many as are said."""
    whole, *items = relation.claims
    told = board.amounts(board.sentence(items[0]), whole.unit)
    behind = board.passage.tail(whole, reach=_COUNTED)
    counted = several.number(behind) == len(items) and not _OTHERS_TOO.search(behind)
    # "… to two buyers. In 2022 China paid 300 and Canada 280": of a year of their own.
    of_its_time = all(scope.same_period(c, whole) or is_carried(c, "period") for c in items)
    return items == told and counted and of_its_time and board.passage.adjoining(whole, items[0])


def _is_told_alone(board: Board, relation: Sum) -> bool:
    """Whether a list is all that its sentence tells, and has figures enough that it makes its whole by no chance.

    The largest buyers alone leave a rest, which two digits of some figure fill by chance unless the whole is fine.
    """
    whole, *items = relation.claims
    told = board.amounts(board.sentence(items[0]), whole.unit)
    digits = [_digits(claim) for claim in relation.claims]
    too_much = sum(item.value for item in items) > whole.value
    return items == told and len(items) > _WHOLE_LIST and sum(digits) >= _PROOF and (too_much or digits[0] >= _FINE)


def _digits(claim: Claim) -> int:
    return len("".join(filter(str.isdigit, claim.text)).lstrip("0"))


def _is_of_less_time(relation: Sum) -> bool:
    """ "25 million tonnes in 2023. In January China bought 1.51, and others 1.02": a month's list is none of a year."""
    whole, first, *rest = relation.claims
    alike = all(scope.same_period(first, item) for item in rest)
    return alike and scope.period_within(first, whole) and not scope.same_period(first, whole)


def apart(item: Claim, whole: Claim) -> bool:
    """Whether an item is of a time that is not in the whole's, or went the other way."""
    return (scope.periods_clash(item, whole) and not scope.period_within(item, whole)) or scope.other_way(item, whole)


def _is_finer(relation: Sum) -> bool:
    """ "1.2 million: 480,000, 396,000 and 324,000": what the whole leaves out shows that it was made of them."""
    whole, *items = relation.claims
    return min(last_digit(item.value) for item in items) < last_digit(whole.value)


def makes_exactly(relation: Sum) -> bool:
    """Whether one figure that changed its scale or two digits makes a sum that is just the whole."""
    return any(
        relation.makes_just(claim, slip.suggested) for claim in relation.claims for slip in slips.recognisable(claim)
    )


def slipped(relation: Sum, *, least: int | None = None) -> bool:
    """Whether one figure that changed its scale or two digits makes the sum to the last digit.

    With `least`, a figure of so many digits may have its point moved, too.
    """
    for claim in relation.claims:
        digits = len("".join(filter(str.isdigit, claim.text)).strip("0"))
        for slip in slips.recognisable(claim):
            kind = "scale" if "_for_" in slip.name else slip.name
            wanted = _DIGITS.get(kind, digits + 1)
            if least is not None and (kind in _DIGITS or kind == "factor_10"):
                wanted = least
            if digits >= wanted and relation.to_the_digit(claim, slip.figure, slip.suggested):
                return True
    return False
