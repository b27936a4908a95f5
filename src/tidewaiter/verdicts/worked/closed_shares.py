"""Shares that are all of one whole: "62 percent from Senegal, 28 from Ivory Coast and the remaining 10 from Niger".

What is left of a whole closes the list of its shares. Partners of one country are no part of each other, so that their
shares of one trade are never more than all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, total
from tidewaiter.reference.countries import find_countries
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import leads, says, without
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import joined, percent
from tidewaiter.verdicts.worked.board import Board, firm

_HUNDRED = Decimal(100)
#: How long a list of shares is, and how far behind its last one the words stand that close it.
_LEAST, _LONGEST, _CLOSING = 3, 8, 30
#: … and how many sentences it may have begun before.
_SENTENCES = 2
#: How far above a hundred shares come by rounding alone.
_ROUNDED, _PAIR, _HALF = Decimal(2), 2, Decimal("0.5")
#: A share that says anew what it is of.
_LISTED = re.compile(r"[,;:]|\b(?:and|while|with)\b")
_OF, _STOP = re.compile(r"\s*of\b", re.IGNORECASE), re.compile(r"[;:.]")


@dataclass(frozen=True, slots=True)
class AllOfIt(Relation):
    """`claims` are all shares of one whole, in percent, the one that closes them first."""

    kind: ClassVar[str] = "shares"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """What the others leave of a hundred."""
        return Interval.exactly(_HUNDRED) - total(figure for i, figure in enumerate(figures) if i != index)

    def suspicion(self, index: int) -> float:
        """None was worked out from the others more than they from it."""
        return 0.0

    def plain(self) -> bool:
        """Only with a slip: any of them may be the wrong one."""
        return False

    @property
    def _together(self) -> Decimal:
        return sum((claim.value for claim in self.claims), Decimal(0))

    def explain(self, index: int, outcome: str) -> str:
        """What they make together."""
        told = joined(phrases.said(claim) for claim in (*self.claims[1:], self.claims[0]))
        verb = {CONTRADICTED: "not 100%", LOOSE: "roughly the whole"}.get(outcome, "the whole")
        return f"{told} add up to {percent(self._together)}, {verb}"

    def arithmetic(self) -> str:
        """The shares added up."""
        added = " + ".join(phrases.digits(claim.value) for claim in (*self.claims[1:], self.claims[0]))
        return f"{added} = {phrases.digits(self._together)}"


def find(passage: Passage) -> Iterator[Relation]:
    """Every list of shares that words or its partners make all of one whole, if it is that or would be but for a slip
    of one share.
    """
    board = Board(passage)
    done: set[tuple[int, int]] = set()
    for last in passage.claims:
        if not _is_share(passage, last) or last.sentence in done:
            continue
        here = [c for c in board.sentence(last) if _is_share(passage, c)][: _LONGEST + 1]
        if len(here) > _LONGEST:
            continue
        if _closes(passage, last, behind=last is here[-1]):
            done.add(last.sentence)
            found = _closed(board, last, here)
        elif last is here[-1] and len(here) >= _LEAST and _of_partners(passage, here):
            found = _all_of(passage, last, here)
            found = found if sum(c.value for c in here) > _HUNDRED + _ROUNDED and slipped(found) else None
        else:
            found = None
        if found is not None:
            yield found


def _is_share(passage: Passage, claim: Claim) -> bool:
    if claim.unit != "percent" or claim.direction != "none" or claim.value <= 0 or claim.qualifier != "exact":
        return False
    named = claim.measure in ("share", "other", "ratio") and not passage.in_row(claim)
    return named and not passage.in_heading(claim) and not passage.came_from(claim)


def _closes(passage: Passage, share: Claim, *, behind: bool) -> bool:
    """Whether words straight beside a share say that it is all that is left: "in the remaining months" is of others."""
    tail = re.split(r"[;:.,]", passage.tail(share, reach=_CLOSING))[0] if behind else ""
    lead = _own_clause(passage, share)
    if leads("rest", lead.rstrip(" ,(")) or says("all_others", lead):
        return True
    return not _OF.match(tail) and (says("rest", tail) or says("all_others", tail))


def _own_clause(passage: Passage, share: Claim) -> str:
    """What stands before a share in its clause, behind the figure before it."""
    return _STOP.split(passage.own_lead(share))[-1]


def _closed(board: Board, last: Claim, here: Sequence[Claim]) -> Relation | None:
    """The list that a share closes: that of its sentence, with the one of the sentence before if need be."""
    passage = board.passage
    before = [c for group in reversed(board.before(last, sentences=_SENTENCES)) for c in group if _is_share(passage, c)]
    before = [c for c in before if passage.block(c) == passage.block(last)]
    if {flows.OUT, flows.IN} <= flows.kinds(without("traded", passage.sentence(last))):
        # "Oil was 70 percent of exports, machinery 45 percent of imports": of two wholes.
        return None
    lists = [some for some in (here, [*before, *here]) if _LEAST <= len(some) <= _LONGEST]
    others = [c for c in (*before, *here) if c is not last][-_LONGEST:]
    for size in range(len(others), 0, -1):
        for some in combinations(others, size):
            made = _all_of(passage, last, (*some, last))
            if _is_all(made) and (size == len(others) or made.outcome() == SUPPORTED):
                whole = size + 1 >= _LEAST and [*some, last] in lists
                return made if whole else None
    tried = [_all_of(passage, last, some) for some in lists]
    tried = [r for r in tried if len({c.period for c in r.claims if c.period}) < _PAIR and not _are_mixed(r.claims)]
    found = next((relation for relation in tried if slipped(relation)), None)
    lead = _own_clause(passage, last)
    rest = leads("rest", lead.rstrip(" ,(")) or says("nothing_left", lead)
    if found is None and rest and tried and len(here) >= _LEAST and sum(c.value for c in here) > _HUNDRED:
        # Nothing is left that could be the rest: one of them is wrong, whichever it is.
        return replace(_all_of(passage, last, here), link="stated")
    return found


def _are_mixed(shares: Sequence[Claim]) -> bool:
    """ "62 percent of the fish and 28 of the cement; … the remaining 72 of the cement": whether they are of two wholes.

    Of one whole are shares of the same goods, or each is of goods of its own.
    """
    named = [share.goods or share.product for share in shares if share.goods or share.product]
    return 1 < len(set(named)) < len(named)


def _is_all(relation: AllOfIt) -> bool:
    """Whether some shares make a hundred; two that do are rounded alike, and make it to the digit."""
    together = sum(claim.value for claim in relation.claims)
    return relation.outcome() != CONTRADICTED and (len(relation.claims) > _PAIR or abs(together - _HUNDRED) < _HALF)


def _all_of(passage: Passage, last: Claim, shares: Sequence[Claim]) -> AllOfIt:
    members = (last, *(share for share in shares if share is not last))
    return AllOfIt(members, link="near", firm=firm(passage, members, without=("volume", "others")))


def _of_partners(passage: Passage, shares: Sequence[Claim]) -> bool:
    """Whether each share is of a country of its own, by the words before it, and none says anew what it is of."""
    first, *others = shares
    named = [
        {mention.alpha3 for mention in find_countries(_LISTED.split(passage.own_lead(share))[-1])} for share in others
    ]
    alone = all(len(codes) == 1 and None not in codes for codes in named) and len(set.union(*named)) == len(others)
    alike = not any(scope.goods_clash(first, share) or scope.periods_clash(first, share) for share in others)
    return alone and alike and not any(_OF.match(passage.tail(share)) for share in others)


def slipped(relation: AllOfIt) -> bool:
    """Whether one share whose point was moved, or two digits of which changed places, makes the list whole."""
    return any(
        relation.outcome({claim: slip.figure}) == SUPPORTED
        and relation.to_the_digit(claim, slip.figure, slip.suggested)
        for claim in relation.claims
        for slip in slips.recognisable(claim)
        if claim.text[:1].isdigit() and slip.suggested < _HUNDRED
    )
