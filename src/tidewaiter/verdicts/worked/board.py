"""What stands near a figure: the amounts of the sentences around it, and whether a slip of the pen would mend a sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.relation import Relation, exactly_said

#: Slips that leave the digits as they are, or only in another order: what they mend is seldom mended by chance.
_PLAIN = ("digits_transposed", "digit_doubled")
#: How narrow, as a share of itself, what the others allow must be for that.
_NARROW, _NARROW_ALONE = Decimal("0.03"), Decimal("0.08")
#: So many digits in all do not fit each other by chance.
_PROOF = 7
#: A figure with fewer digits is met by chance.
_TELLING = 2
#: A sum and so many figures less one that it adds up.
_SEVERAL = 4


class Board:
    """The amounts of a text by sentence."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._sentences: dict[tuple[int, int], list[Claim]] = {}
        for claim in passage.claims:
            self._sentences.setdefault(claim.sentence, []).append(claim)
        self._order = list(self._sentences)
        self._places = {sentence: place for place, sentence in enumerate(self._order)}

    def sentence(self, claim: Claim) -> list[Claim]:
        """The figures of a claim's sentence, in the order of the text."""
        return self._sentences[claim.sentence]

    def before(self, claim: Claim, *, sentences: int = 1) -> list[list[Claim]]:
        """The figures of the sentences before a claim's, nearest first, as far as they are of its paragraph or the
        one before.
        """
        place = self._places[claim.sentence]
        found = [self._sentences[s] for s in reversed(self._order[max(0, place - sentences) : place])]
        return [claims for claims in found if self.passage.block(claim) - self.passage.block(claims[0]) <= 1]

    def ahead(self, claim: Claim, *, sentences: int = 1) -> list[list[Claim]]:
        """The figures of the sentences behind a claim's, nearest first, as far as they are of its paragraph or, for
        the last of one, the next.
        """
        place = self._places[claim.sentence]
        found = [self._sentences[s] for s in self._order[place + 1 : place + 1 + sentences]]
        return [claims for claims in found if self.passage.block(claims[0]) - self.passage.block(claim) <= 1]

    def around(self, claim: Claim, *, sentences: int) -> list[list[Claim]]:
        """The other figures of a claim's sentence, and those of the sentences before it, nearest first; for a heading,
        those of the sentences below.
        """
        place, told = self._places[claim.sentence], self.passage
        heading = told.in_heading(claim) and not told.in_heading(self._sentences[self._order[-1]][0])
        others = self._order[place + 1 :] if heading else list(reversed(self._order[:place]))
        near = [self._sentences[sentence] for sentence in others[:sentences]]
        own = [] if heading else [c for c in self.sentence(claim) if c is not claim]
        alike = [g for g in near if not told.in_row(g[0]) and told.in_heading(g[0]) <= told.in_heading(claim)]
        return [own, *alike]

    def amounts(self, claims: Iterable[Claim], unit: str) -> list[Claim]:
        """Those of some claims that are amounts in a unit, and no balance."""
        return [c for c in claims if c.unit == unit and self.passage.is_plain_amount(c)]

    def parts(self, claims: Iterable[Claim], unit: str) -> list[Claim]:
        """Those of some claims that may be parts or wholes in a unit: amounts, and so much a day."""
        if not unit.endswith(scope.A_TIME):
            return self.amounts(claims, unit)
        return [c for c in claims if c.unit == unit and c.value > 0 and scope.may_be_part(c)]


def firm(passage: Passage, claims: Sequence[Claim], *, without: Iterable[str] = ()) -> bool:
    """Whether no words put a figure on ground of its own, and none is open above."""
    return not any(passage.ground(claim) - set(without) or allowed(claim).high is None for claim in claims)


def mendable(relation: Relation, *, alone: bool = False) -> bool:
    """Whether a broken relation would hold with a point moved, a scale word exchanged, two digits in their order or a
    rise called a fall.

    Where it stands `alone`, with no other that could be meant, more room may be left for that.
    """
    return bool(relation.readings(0)) or any(
        _mends(relation, index, alone=alone) for index in range(len(relation.claims))
    )


def _mends(relation: Relation, index: int, *, alone: bool) -> bool:
    claim, room = relation.claims[index], relation.computed(index)
    if room.low is None or room.high is None or not any(map(str.isdigit, claim.text)):
        # Some other word than "a third" fits almost anything.
        return False
    narrow = room.high - room.low <= (_NARROW_ALONE if alone else _NARROW) * max(abs(room.low), abs(room.high))
    if len(re.sub(r"\D", "", claim.text).lstrip("0")) < _TELLING and not alone:
        return False
    return any(
        relation.outcome({claim: slip.figure}) == SUPPORTED
        and (narrow or (_is_plain(slip, relation) and relation.to_the_digit(claim, slip.figure, slip.suggested)))
        for slip in slips.recognisable(claim)
    )


def in_another_word(relation: Relation) -> bool:
    """Whether a multiple or fraction told in a word would hold with another one; only where words tie its figures."""
    step = relation.claims[0]
    return not any(map(str.isdigit, step.text)) and any(
        relation.outcome({step: slip.figure}) == SUPPORTED for slip in slips.candidates(step)
    )


def proves(relation: Relation) -> bool:
    """Whether it holds, and would hardly do so by chance."""
    digits = sum(sum(map(str.isdigit, claim.text)) for claim in relation.claims)
    return digits >= _PROOF and all(map(exactly_said, relation.claims)) and relation.outcome() == SUPPORTED


def _is_plain(slip: slips.Slip, relation: Relation) -> bool:
    """Whether a slip leaves the digits, or is of a scale word, a thousandfold off: neither is met by chance.

    Nor is one of a moved point in what adds up several figures.
    """
    added = relation.kind == "sum" and len(relation.claims) >= _SEVERAL
    return slip.name in _PLAIN or "_for_" in slip.name or (added and slip.name == "factor_10")


def broken(relations: Iterable[Relation]) -> Relation | None:
    """Of relations that a derived figure may stand in the nearest one that a slip would mend; None where one holds.

    What holds is not told, either: of several it may hold by chance.
    """
    tried = list(relations)
    if any(relation.outcome() != CONTRADICTED for relation in tried):
        return None
    return next((relation for relation in tried if mendable(relation)), None)
