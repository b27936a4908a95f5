"""Which figure is the wrong one where some cannot all hold, and which slip would mend it.

A broken relation says only that one of its figures is wrong. The others decide: a figure that other relations bear out,
or that customs books bear out, is left in peace; one that a known slip would bring into line with everything else is
the likeliest; failing that, the one that rests on the others (a part, a percentage).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope, slips
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, allowed
from tidewaiter.verdicts.relation import LINKS, Relation
from tidewaiter.verdicts.suspects import credible, fits, narrow, typical, usual_sizes, weight

#: What a witness from outside the text (the ledger) weighs: more than everything in it.
_WITNESS = 5.0
#: Where the next suspect of the same relation is as near as this, nothing tells the two apart: where a slip explains
#: either, and where a slip explains one or neither.
_CLEARLY, _BARELY = 0.25, 0.05
#: What it weighs that a figure also breaks a relation too weak to accuse anybody by itself.
_DOUBT = 0.2
#: What it weighs that mending a figure brings it nearer to the size of the others in its unit; by how many powers of
#: ten it must.
_OUTLYING, _FAR_OUT = 0.3, 2
#: What it weighs that a figure breaks one more relation.
_BREAK = 0.6
#: A text in which more figures than this do not fit is a table, or was misread: nobody is accused of it.
_ROUNDS = 9
#: Suspects weighed at a time: those in the most broken relations.
_SUSPECTS = 40
#: Relations looked at for one figure; a figure with more is in a table, and says nothing more.
_TRIED = 24


@dataclass(frozen=True, slots=True)
class Accusation:
    """A figure that cannot stand, the relation that shows it best, and the slip that may have made it."""

    claim: Claim
    relation: Relation
    slip: slips.Slip | None


@dataclass(slots=True)
class Judgement:
    """The figures that cannot stand; relations that break though nothing tells which of their figures is wrong; and
    relations that seem to break where only slots tie their figures, which may have been misread.
    """

    accusations: list[Accusation] = field(default_factory=list)
    undecided: list[Relation] = field(default_factory=list)
    unexplained: list[Relation] = field(default_factory=list)


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
        self._sizes = usual_sizes(claims)
        self._touching: dict[Claim, list[Relation]] = defaultdict(list)
        self._holding: set[int] = set()
        self._broken: list[Relation] = []
        self._doubts: Counter[Claim] = Counter()
        self._opposites: dict[Claim, Claim] = {}
        for relation in relations:
            outcome = relation.outcome()
            if outcome == CONTRADICTED:
                if not relation.accuses():
                    self._doubts.update(relation.claims if relation.firm and relation.doubtful else ())
                    continue
                self._broken.append(relation)
            elif outcome == SUPPORTED:
                self._holding.add(id(relation))
            for claim in relation.claims:
                self._touching[claim].append(relation)
        self._pair_up()

    @property
    def open(self) -> bool:
        """Whether anything is left to settle."""
        return bool(self._broken)

    def _pair_up(self) -> None:
        """Find for each one-way level the one of the opposite flow."""
        ways: dict[tuple[object, ...], Claim] = {}
        for claim in sorted(self._touching, key=lambda c: (c.start, c.end)):
            if scope.is_flow(claim) and scope.direction(claim) is not None and claim.period:
                key = (claim.unit, claim.period, claim.goods)
                ways.setdefault((*key, claim.sender, claim.receiver), claim)
                opposite = ways.get((*key, claim.receiver, claim.sender))
                if opposite is not None:
                    self._opposites[claim] = opposite
                    self._opposites.setdefault(opposite, claim)

    def settle(self) -> None:
        """Find the most suspicious figure among the broken relations; they are then settled, one way or another."""
        charges = sorted((self._charge(claim) for claim in self._suspects()), key=lambda charge: -charge[0])
        score, accusation = charges[0]
        claim, mine = accusation.claim, self._against(accusation.claim)
        self._broken = [relation for relation in self._broken if claim not in relation.claims]
        if score < -_WITNESS / 2:
            self.judgement.unexplained.append(accusation.relation)
            return
        if accusation.slip is None and not any(relation.link == "stated" and relation.plain() for relation in mine):
            stated = accusation.relation.link == "stated"
            (self.judgement.undecided if stated else self.judgement.unexplained).append(accusation.relation)
            return
        rivals = (rival for rival in charges[1:] if rival[1].claim in accusation.relation.claims)
        if any(score - other < (_CLEARLY if accusation.slip and rival.slip else _BARELY) for other, rival in rivals):
            self.judgement.undecided.append(accusation.relation)
            return
        self._forget(claim)
        self.judgement.accusations.append(accusation)

    def _suspects(self) -> list[Claim]:
        """The figures of the broken relations, those in most of them, in the order of the text."""
        counts = Counter(claim for relation in self._broken for claim in relation.claims)
        most = sorted(counts, key=lambda claim: (-counts[claim], claim.start, claim.end))[:_SUSPECTS]
        return sorted(most, key=lambda claim: (claim.start, claim.end))

    def _against(self, claim: Claim) -> list[Relation]:
        return [relation for relation in self._broken if claim in relation.claims]

    def _charge(self, claim: Claim) -> tuple[float, Accusation]:
        """How suspicious a figure is, and what would be said of it."""
        against = sorted(self._against(claim), key=lambda r: (LINKS.index(r.link), len(r.claims)))
        slip = self._slip(claim, against)
        score = _BREAK * len(against) + min(self._doubts[claim] * _DOUBT, _BREAK) - self._support(claim)
        if slip is not None:
            # How much likelier one credible slip is than another says little of which figure has one.
            score += min(1.0, 2 * slip.plausibility) + self._outlying(claim, slip.suggested)
        score += max(relation.suspicion(relation.claims.index(claim)) for relation in against)
        witness = self._witnesses.get(claim)
        score += {SUPPORTED: -_WITNESS, LOOSE: -_WITNESS, CONTRADICTED: _WITNESS}.get(witness or "", 0.0)
        return score, Accusation(claim, against[0], slip)

    def _support(self, claim: Claim) -> float:
        """What the best relation that holds says for a figure."""
        held = (weight(relation) for relation in self._touching[claim] if id(relation) in self._holding)
        return max(held, default=0.0)

    def _outlying(self, claim: Claim, suggested: Decimal) -> float:
        """How much nearer to the text's other figures of its unit a figure would be if it were mended."""
        usual = self._sizes.get(claim.unit)
        if usual is None or claim.value <= 0 or suggested <= 0:
            return 0.0
        gain = abs(float(claim.value.log10()) - usual) - abs(float(suggested.log10()) - usual)
        return max(-_OUTLYING, min(_OUTLYING, gain)) if abs(gain) >= _FAR_OUT else 0.0

    def _slip(self, claim: Claim, against: Sequence[Relation]) -> slips.Slip | None:
        """The slip that mends all that the figure breaks and keeps all that it holds.

        Lists may be broken by another of their parts too; where nothing mends them, the rest must do.
        """
        everything = self._touching[claim][:_TRIED]
        kept = [relation for relation in everything if relation not in against and relation.link != "far"]
        alone = [relation for relation in against if relation.kind != "parts" or len(relation.claims) == 2]
        for broken in (against, alone) if 0 < len(alone) < len(against) else (against,):
            exact = any(
                relation.exact and narrow(relation.computed(relation.claims.index(claim))) for relation in broken
            )
            known = [reading for r in broken for reading in r.readings(r.claims.index(claim))]
            swaps = list(self._swaps(claim, broken))
            slip = slips.search(
                claim,
                fits(claim, broken, kept, tried=[swap.figure for swap in swaps]),
                slips=[*credible(claim, broken, exact=exact), *known, *swaps],
                weigh=typical(claim, broken),
            )
            if slip is not None:
                return slip
        return None

    def _swaps(self, claim: Claim, broken: Sequence[Relation]) -> Iterator[slips.Slip]:
        """The figure of the opposite flow, where exchanging the two mends what is broken and breaks nothing."""
        other = self._opposites.get(claim)
        if other is None or other.value == claim.value:
            return
        swapped = {claim: allowed(other), other: allowed(claim)}
        touched = {id(r): r for c in (claim, other) for r in self._touching[c][:_TRIED]}
        if broken and all(relation.outcome(swapped) != CONTRADICTED for relation in touched.values()):
            yield slips.Slip(
                "exports_imports_swapped",
                other.value,
                allowed(other),
                slips.weight("swapped"),
                "exports and imports were probably exchanged",
            )

    def _forget(self, claim: Claim) -> None:
        """Strike a figure: relations that it took part in speak for nobody any more."""
        for relation in self._touching.pop(claim, []):
            for other in relation.claims:
                if other in self._touching:
                    self._touching[other] = [r for r in self._touching[other] if r is not relation]
