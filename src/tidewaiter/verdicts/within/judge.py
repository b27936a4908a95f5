"""Which figure is the wrong one where some cannot all hold, and which slip would mend it.

A broken relation says only that one of its figures is wrong. The others decide: a figure that other relations bear out,
or that customs books bear out, is left in peace; one that a known slip would bring into line with everything else is
the likeliest; failing that, the one that rests on the others (a part, a percentage).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.pen.slip import Slip
from tidewaiter.verdicts.pen.slips import candidates
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.triangles import of_one_size
from tidewaiter.verdicts.within.accusation import Accusation, Judgement, by_no_chance
from tidewaiter.verdicts.within.agreed import is_known
from tidewaiter.verdicts.within.charges import WITNESS, Charges
from tidewaiter.verdicts.within.evidence import Evidence
from tidewaiter.verdicts.within.exchanges import Exchanges
from tidewaiter.verdicts.within.margins import margin
from tidewaiter.verdicts.within.suspects import completes

#: A text in which more figures than this do not fit is a table, or was misread: nobody is accused of it.
_ROUNDS = 9
#: Slips of a single digit, and relations whose first figure was worked out from the others.
_MISTYPED, _STEPS = ("digit_wrong", "digit_added"), ("change", "multiple")
_WORKED_OUT = ("share", *_STEPS)
_ADDED_UP = ("sum", "difference")
#: A figure that breaks so many relations may do so because each has another figure that is wrong.
_SEVERAL = 2
#: What mere bounds say for a figure.
_BOUND = 0.1
#: How plausible a slip must be to accuse a figure that only slots tie to others.
_LIKELY = 0.5
#: What holds elsewhere makes a figure less suspicious by so much.
_BORNE_OUT = 0.5


def judge(
    relations: Iterable[Relation],
    *,
    claims: Iterable[Claim] = (),
    witnesses: Mapping[Claim, str] | None = None,
) -> Judgement:
    """Settle every relation that does not hold, the most suspicious figure first.

    `claims` are all figures of the text, to see which are out of its usual size; `witnesses` are outcomes that other
    checks have already given some claims.
    """
    case = _Case(list(relations), list(claims), witnesses or {})
    for _ in range(_ROUNDS):
        if case.open:
            case.settle()
    return Judgement() if case.open else case.judgement


class _Case:
    """The relations of one text while figures are struck from it one by one."""

    def __init__(self, relations: Sequence[Relation], claims: Sequence[Claim], witnesses: Mapping[Claim, str]) -> None:
        self.judgement = Judgement()
        self._witnesses = witnesses
        self._evidence = Evidence(relations, claims)
        self._charges = Charges(self._evidence, Exchanges(self._evidence), witnesses)

    @property
    def open(self) -> bool:
        """Whether anything is left to settle."""
        return bool(self._evidence.broken)

    def settle(self) -> None:
        """Find the most suspicious figure among the broken relations; they are then settled, one way or another."""
        found = [self._charges.against(claim) for claim in self._evidence.suspects()]
        (score, accusation), *others = self._in_order(sorted(found, key=lambda charge: -charge[0]))
        partner = next((one for _, one in others if accusation.exchanged(one)), None)
        rivals = [rival for rival in others if rival[1] is not partner]
        room = self._room(accusation, score)
        equals = self._equals(accusation, score, rivals) if room is None else []
        if equals:
            room = self.judgement.undecided
        elif room is self.judgement.undecided and _stated(accusation.relation):
            equals = _left_alone(accusation, score, rivals)
        if equals and _cannot_both_hold(accusation.relation):
            self.judgement.disputes.append((accusation, *equals))
        if room is not None:
            self._evidence.settle(accusation.claim)
            room.append(accusation.relation)
            return
        for wrong in (accusation, partner) if partner is not None else (accusation,):
            self._evidence.strike(wrong.claim)
            self.judgement.accusations.append(wrong)

    def _in_order(self, found: Sequence[tuple[float, Accusation]]) -> Sequence[tuple[float, Accusation]]:
        """Suspects, those first that a slip explains by no chance where none explains the most suspicious one.

        A figure that several others are told of breaks with each of those that is wrong, and is right itself.
        """
        (score, first), *others = found
        if first.guess is not None or self._room(first, score) is self.judgement.undecided:
            return found
        mine = self._evidence.against(first.claim)
        if len(mine) < _SEVERAL:
            return found
        surely = {
            id(charge[1]): charge
            for charge in others
            if by_no_chance(charge[1]) and self._room(charge[1], charge[0]) is None
        }
        told = {relation.claims[0] for relation in mine}
        beside = [c for c in surely.values() if any(c[1].claim in relation.claims for relation in mine)]
        # What was worked out from it first; another one only where each of several is explained.
        best = next((c for c in beside if c[1].claim in told), beside[0] if len(beside) >= _SEVERAL else None)
        return found if best is None else [best, *(c for c in others if c is not best and c[1].guess is not None)]

    def _room(self, accusation: Accusation, score: float) -> list[Relation] | None:
        """Where the relation belongs that a figure breaks if it cannot be accused; None if it can."""
        relation, mine = accusation.relation, self._evidence.against(accusation.claim)
        if score < -WITNESS / 2:
            return self.judgement.unexplained
        known = accusation.explained or is_known(accusation.claim, mine, self._evidence.claims)
        if not known and not any(broken.link == "stated" and broken.plain() for broken in mine):
            return self.judgement.undecided if relation.link == "stated" else self.judgement.unexplained
        if relation.kind == "exchange" and self._evidence.support(accusation.claim) > _BOUND:
            # Rates differ by the month; what is the sum or balance of others to its last digit was not misprinted.
            return self.judgement.undecided
        slip = accusation.guess
        if slip is not None and all(broken.link == "far" for broken in mine) and _may_be_chance(slip):
            return self.judgement.undecided
        complete = slip is not None and completes(accusation.claim, slip.suggested, mine, self._evidence.claims)
        if not complete and not any(broken.decides() for broken in mine if broken is relation or broken.exact):
            return self.judgement.undecided
        return None

    def _equals(
        self, accusation: Accusation, score: float, others: Sequence[tuple[float, Accusation]]
    ) -> list[Accusation]:
        """The figures of the same relation that may as well be the wrong one, the likeliest first."""
        relation, mine = accusation.relation, self._evidence.against(accusation.claim)
        rivals = [(other, rival) for other, rival in others if rival.claim in relation.claims]
        equal = [
            other
            for other, rival in rivals
            if (score - other < margin(accusation, rival) and not self._less(mine, rival))
            or (rival.claim is relation.claims[0] and self._miscounted(accusation))
        ]
        # What is more suspicious than one that may be it may be it, too.
        return [rival for other, rival in rivals if equal and other >= min(equal)]

    def _less(self, mine: Sequence[Relation], rival: Accusation) -> bool:
        """Whether a figure stands below several in a rank, of which another is only one: that one would mend less."""
        theirs = self._evidence.against(rival.claim)
        return {r.kind for r in mine} == {"rank"} and {*map(id, theirs)} < {*map(id, mine)}

    def _miscounted(self, accusation: Accusation) -> bool:
        """Whether the percentage that was worked out from a figure may be wrong as well as one digit of that figure.

        Another digit somewhere in two amounts fits almost any percentage, so it proves nothing by itself.
        """
        slip, relation = accusation.guess, accusation.relation
        if slip is None or slip.name not in _MISTYPED or relation.kind not in _WORKED_OUT:
            return False
        derived, *levels = relation.claims
        if relation.kind == "share" and levels[0].value > levels[1].value:
            # No share would be right for a part that is more than its whole.
            return False
        known = self._evidence.support(derived) > _BOUND or self._witnesses.get(derived) == SUPPORTED
        return (
            derived is not accusation.claim and not known and not self._evidence.breaks_more(accusation.claim, derived)
        )


def _stated(relation: Relation) -> bool:
    """Whether words say of just which figures one was worked out; what is added up, or left, may be others."""
    return relation.link == "stated" and relation.kind not in _ADDED_UP


def _left_alone(accusation: Accusation, score: float, others: Sequence[tuple[float, Accusation]]) -> list[Accusation]:
    """The other figures of the same relation that nothing else bears out."""
    return [one for other, one in others if one.claim in accusation.relation.claims and score - other < _BORNE_OUT]


def _cannot_both_hold(relation: Relation) -> bool:
    """Whether figures that do not fit are plainly said of one thing, so that one of them is wrong, whichever it is.

    What only slots tie may have been misread; a part of another total, and another rate, are no error.
    """
    if relation.kind == "direction":
        return relation.link == "stated"
    if relation.kind in _STEPS and not of_one_size(relation) and not _is_slip_of_size(relation):
        # "$41 million … 35 percent below the price of $9,300": a sum and a price are of two things.
        return False
    return relation.exact and relation.link != "far" and relation.kind != "exchange"


def _is_slip_of_size(relation: Relation) -> bool:
    """Whether levels that lie far apart would be as far as is said with another scale word or unit of one of them."""
    return any(
        relation.outcome({level: slip.figure}) == SUPPORTED
        for level in relation.claims[1:]
        for slip in candidates(level, exact=False)
    )


def _may_be_chance(slip: Slip) -> bool:
    """Whether a slip of a figure that only slots tie to others, which may be misread, is one that happens to fit."""
    return slip.plausibility < _LIKELY or slip.name == "wrong_base"
