"""Which figure is the wrong one where some cannot all hold, and which slip would mend it.

A broken relation says only that one of its figures is wrong. The others decide: a figure that other relations bear out,
or that customs books bear out, is left in peace; one that a known slip would bring into line with everything else is
the likeliest; failing that, the one that rests on the others (a part, a percentage).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import log10
from statistics import median

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, allowed, distance, printed_decimals
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.currencies import printed_as_dollars
from tidewaiter.verdicts.relations.relation import LINKS, Relation
from tidewaiter.verdicts.within.sizes import in_pace, likelier, usual_decimals, written_as_usual
from tidewaiter.verdicts.within.suspects import (
    completes,
    credible,
    fits,
    narrow,
    typical,
    usual_prices,
    usual_sizes,
    weight,
)

#: What a witness from outside the text (the ledger) weighs: more than everything in it.
_WITNESS = 5.0
#: Where the next suspect of the same relation is as near as this, nothing tells the two apart: where a slip explains
#: either, by how well the text ties them (near is as good as stated where the one follows from the other); and where a
#: slip explains one or neither.
_CLEARLY = {"stated": 0.1, "near": 0.2, "far": 0.4}
#: Of a rank either figure may be the wrong one.
_RANK = 0.5
_BARELY = 0.05
_SAME_SLIP, _SCALES, _UNPOINTED = 0.25, 0.4, 0.8
#: So many figures of a sentence are tried in each other's place.
_SWAPPED = 6
#: What one digit more in a figure of two says at most.
_ANY_DIGIT = 0.5
#: An open figure that is missed by no more than this was itself chosen wrongly.
_LITTLE = Decimal("0.6")
#: A slip by so much is one of scale.
_FAR_LESS = 500
#: A slip no likelier than this explains nothing.
_LIKELY = 0.25
#: What it weighs that a figure also breaks a relation too weak to accuse anybody by itself.
_DOUBT = 0.2
#: What it weighs that mending a figure brings it nearer to the size of the others in its unit; by how many powers of
#: ten it must.
_OUTLYING, _FAR_OUT = 0.3, 2
#: … and by how many a price, which keeps close to others; and what it weighs that a part makes a list complete.
_DEAR, _WHOLE_LIST = 0.6, 0.5
#: What a power of ten in how common its slip is weighs; a slip is no rarer than this.
_COMMON, _RAREST = 0.1, 1e-4
#: What it weighs that a figure breaks one more relation.
_BREAK = 0.6
#: A text in which more figures than this do not fit is a table, or was misread: nobody is accused of it.
_ROUNDS = 9
#: Slips of a single digit, and relations whose first figure was worked out from the others.
_MISTYPED, _WORKED_OUT = ("digit_wrong", "digit_added"), ("share", "change", "multiple")
#: What mere bounds say for a figure.
_BOUND = 0.1
#: Suspects weighed at a time: those in the most broken relations.
_SUSPECTS = 40
#: Relations looked at for one figure; a figure with more is in a table, and says nothing more.
_TRIED = 24


@dataclass(frozen=True, slots=True)
class Accusation:
    """A figure that cannot stand, the relation that shows it best, and the slip that may have made it.

    `guess` is the likeliest slip even where another is about as likely; `slip` the one that can be named.
    """

    claim: Claim
    relation: Relation
    guess: slips.Slip | None

    @property
    def slip(self) -> slips.Slip | None:
        """The slip, where it is plainly the likeliest."""
        return self.guess if self.guess is not None and self.guess.clear else None


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
        self._claims = claims
        self._sizes = usual_sizes(claims)
        self._prices = usual_prices(claims)
        self._decimals = usual_decimals(claims)
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
        self._pair_up(claims)

    @property
    def open(self) -> bool:
        """Whether anything is left to settle."""
        return bool(self._broken)

    def _pair_up(self, claims: Sequence[Claim]) -> None:
        """Find for each one-way level the one of the opposite flow."""
        ways: dict[tuple[object, ...], Claim] = {}
        for claim in sorted({*self._touching, *claims}, key=lambda c: (c.start, c.end)):
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
        miscounted = self._miscounted(accusation)
        self._broken = [relation for relation in self._broken if claim not in relation.claims]
        if score < -_WITNESS / 2:
            self.judgement.unexplained.append(accusation.relation)
            return
        if not _explained(accusation) and not any(relation.link == "stated" and relation.plain() for relation in mine):
            stated = accusation.relation.link == "stated"
            (self.judgement.undecided if stated else self.judgement.unexplained).append(accusation.relation)
            return
        partner = next((one for _, one in charges[1:] if _are_exchanged(accusation, one)), None)
        rivals = (
            rival for rival in charges[1:] if rival[1].claim in accusation.relation.claims and rival[1] is not partner
        )
        relation = accusation.relation
        slip = accusation.guess
        complete = slip is not None and completes(claim, slip.suggested, mine, self._claims)
        if not complete and not any(broken.decides() for broken in mine if broken is relation or broken.exact):
            self.judgement.undecided.append(relation)
            return
        if any(score - other < _margin(accusation, rival) for other, rival in rivals) or miscounted:
            self.judgement.undecided.append(accusation.relation)
            return
        for wrong in (accusation, partner) if partner is not None else (accusation,):
            self._broken = [relation for relation in self._broken if wrong.claim not in relation.claims]
            self._forget(wrong.claim)
            self.judgement.accusations.append(wrong)

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
        known = self._support(derived, None) > _BOUND or self._witnesses.get(derived) == SUPPORTED
        return derived is not accusation.claim and not known and not self._breaks_more(accusation.claim, derived)

    def _breaks_more(self, claim: Claim, other: Claim) -> bool:
        broken = [relation for relation in self._broken if relation.exact]
        return sum(claim in r.claims for r in broken) > sum(other in r.claims for r in broken)

    def _suspects(self) -> list[Claim]:
        """The figures of the broken relations, those in most of them, in the order of the text."""
        counts = Counter(claim for relation in self._broken for claim in relation.claims)
        most = sorted(counts, key=lambda claim: (-counts[claim], claim.start, claim.end))[:_SUSPECTS]
        return sorted(most, key=lambda claim: (claim.start, claim.end))

    def _unbroken(self) -> list[Claim]:
        """The figures that no relation speaks against."""
        broken = {claim for relation in self._broken for claim in relation.claims}
        return [claim for claim in self._claims if claim not in broken]

    def _against(self, claim: Claim) -> list[Relation]:
        return [relation for relation in self._broken if claim in relation.claims]

    def _charge(self, claim: Claim) -> tuple[float, Accusation]:
        """How suspicious a figure is, and what would be said of it."""
        against = sorted(self._against(claim), key=lambda r: (LINKS.index(r.link), not r.exact, len(r.claims)))
        slip = self._slip(claim, against)
        score = _BREAK * len(against) + min(self._doubts[claim] * _DOUBT, _BREAK) - self._support(claim, slip)
        if slip is not None:
            # How much likelier one credible slip is than another says little of which figure has one.
            score += min(_ANY_DIGIT if _by_chance(claim, slip) else 1.0, 2 * slip.plausibility)
            score += self._outlying(claim, slip.suggested)
            score += likelier(claim, slip.suggested)
            score += _WHOLE_LIST * completes(claim, slip.suggested, against, self._claims)
            score += in_pace(claim, slip.suggested, self._unbroken())
            score += written_as_usual(claim, slip, self._decimals, _rivals(against))
            score += _COMMON * log10(max(slip.prior, _RAREST))
        score += max(relation.suspicion(relation.claims.index(claim)) for relation in against)
        witness = self._witnesses.get(claim)
        score += {SUPPORTED: -_WITNESS, LOOSE: -_WITNESS, CONTRADICTED: _WITNESS}.get(witness or "", 0.0)
        return score, Accusation(claim, against[0], slip)

    def _support(self, claim: Claim, slip: slips.Slip | None) -> float:
        """What the best relation that holds says for a figure; what holds of two that were exchanged says nothing."""
        other = self._opposites.get(claim) if slip is not None and slip.name.endswith("_swapped") else None
        held = (
            weight(relation)
            for relation in self._touching[claim]
            if id(relation) in self._holding and (other is None or other not in relation.claims)
        )
        return max(held, default=0.0)

    def _outlying(self, claim: Claim, suggested: Decimal) -> float:
        """How much nearer to the text's other figures of its unit a figure would be if it were mended."""
        if claim.value <= 0 or suggested <= 0:
            return 0.0
        others = [float(price.value.log10()) for price in self._prices.get(claim.unit, ()) if price is not claim]
        usual = median(others) if others else self._sizes.get(claim.unit)
        if usual is None:
            return 0.0
        gain = abs(float(claim.value.log10()) - usual) - abs(float(suggested.log10()) - usual)
        return max(-_OUTLYING, min(_OUTLYING, gain)) if abs(gain) >= (_DEAR if others else _FAR_OUT) else 0.0

    def _slip(self, claim: Claim, against: Sequence[Relation]) -> slips.Slip | None:
        """The slip that mends all that the figure breaks and keeps all that it holds.

        Lists may be broken by another of their parts too; where nothing mends them, the rest must do.
        """
        if all(map(_near_miss, against)):
            return None
        everything = self._touching[claim][:_TRIED]
        kept = [relation for relation in everything if relation not in against and relation.link != "far"]
        alone = [relation for relation in against if relation.kind != "parts" or len(relation.claims) == 2]
        rivals = _rivals(against)
        for broken in (against, alone) if 0 < len(alone) < len(against) else (against,):
            exact = any(
                relation.exact and narrow(relation.computed(relation.claims.index(claim))) for relation in broken
            )
            known = [reading for r in broken for reading in r.readings(r.claims.index(claim))]
            swaps = list(self._swaps(claim, broken))
            slip = slips.guess(
                claim,
                fits(claim, broken, kept, tried=[swap.figure for swap in swaps]),
                slips=[
                    *_in_the_other_unit(
                        claim,
                        self._as_written(
                            claim, _not_too_far(claim, credible(claim, broken, exact=exact), against), rivals
                        ),
                        against,
                    ),
                    *known,
                    *swaps,
                    *(printed_as_dollars(claim) if exact else ()),
                ],
                weigh=typical(claim, broken),
            )
            if slip is not None:
                return slip
        return None

    def _as_written(self, claim: Claim, found: Iterable[slips.Slip], rivals: Collection[Claim]) -> Iterator[slips.Slip]:
        """Slips, those likelier that leave the figure written as the text writes others."""
        for slip in found:
            usual = written_as_usual(claim, slip, self._decimals, rivals)
            yield replace(slip, plausibility=slip.plausibility * 10 ** (2 * usual)) if usual else slip

    def _swaps(self, claim: Claim, broken: Sequence[Relation]) -> Iterator[slips.Slip]:
        """The figure of the opposite flow, or of the sentence, that mends all and breaks nothing where exchanged."""
        opposite = self._opposites.get(claim)
        for other in [opposite] if opposite is not None else self._beside(claim):
            if other.value != claim.value:
                yield from self._swap(claim, other, broken)

    def _beside(self, claim: Claim) -> list[Claim]:
        """The figures of its sentence that it may have changed places with: of one unit and time, and broken, too."""
        wrong = {each for r in self._broken if claim not in r.claims for each in r.claims}
        same = [
            other
            for other in self._touching
            if other is not claim
            and other.sentence == claim.sentence
            and other.unit == claim.unit
            and scope.is_flow(other)
            and scope.same_period(other, claim)
            and other in wrong
        ]
        return same[:_SWAPPED] if scope.is_flow(claim) else []

    def _swap(self, claim: Claim, other: Claim, broken: Sequence[Relation]) -> Iterator[slips.Slip]:
        swapped = {claim: allowed(other), other: allowed(claim)}
        touched = {id(r): r for c in (claim, other) for r in self._touching[c][:_TRIED]}
        # What is left between the two is as much whichever is the larger.
        touched = {
            key: r for key, r in touched.items() if r.kind != "difference" or not {claim, other} <= set(r.claims)
        }
        if any(id(relation) not in touched for relation in broken):
            return
        if broken and all(relation.outcome(swapped) != CONTRADICTED for relation in touched.values()):
            name, told = _exchanged(claim, other)
            yield slips.Slip(name, other.value, allowed(other), slips.weight("swapped"), told)

    def _forget(self, claim: Claim) -> None:
        """Strike a figure: relations that it took part in speak for nobody any more."""
        for relation in self._touching.pop(claim, []):
            for other in relation.claims:
                if other in self._touching:
                    self._touching[other] = [r for r in self._touching[other] if r is not relation]


def _are_exchanged(one: Accusation, other: Accusation) -> bool:
    """Whether each of two figures is the other's, so that both are wrong where they stand."""
    slips_of = (one.guess, other.guess)
    if any(slip is None or not slip.name.endswith("_swapped") for slip in slips_of):
        return False
    return all(
        slip is not None and slip.suggested == there.claim.value
        for slip, there in zip(slips_of, (other, one), strict=True)
    )


def _exchanged(claim: Claim, other: Claim) -> tuple[str, str]:
    """What a slip is called that gave each of two figures the other's place."""
    if scope.pair(claim) == scope.pair(other) and scope.direction(claim) != scope.direction(other):
        return "exports_imports_swapped", "exports and imports were probably exchanged"
    if scope.direction(claim) != scope.direction(other):
        return "countries_swapped", "the figures of the two countries were probably exchanged"
    return "rows_swapped", "the two figures were probably exchanged"


def _in_the_other_unit(claim: Claim, found: Iterable[slips.Slip], against: Sequence[Relation]) -> Iterator[slips.Slip]:
    """Slips, a mistaken unit of weight twice as likely where the text gives the same series in the other unit."""
    others = [c for relation in against for c in relation.claims if c.unit == claim.unit]
    mixed = any(slips.in_kilograms(other) != slips.in_kilograms(claim) for other in others)
    for slip in found:
        of_weight = slip.name in ("kilograms_as_tonnes", "tonnes_as_kilograms")
        yield replace(slip, plausibility=slip.plausibility * 2) if mixed and of_weight else slip


def _rivals(against: Sequence[Relation]) -> set[Claim]:
    """The figures that could all be the wrong one: those in every broken relation."""
    return set.intersection(*(set(relation.claims) for relation in against))


def _explained(accusation: Accusation) -> bool:
    """Whether a slip makes it likely that this figure is the wrong one; where only a direction breaks, a plain one."""
    guess = accusation.guess
    if guess is None or guess.plausibility < _LIKELY:
        return False
    relation = accusation.relation
    return guess.clear or relation.exact or relation.kind == "parts"


def _by_chance(claim: Claim, slip: slips.Slip) -> bool:
    """Whether the slip is one digit more or another in a figure of two, which makes almost anything of it."""
    short = sum(map(str.isdigit, claim.text)) <= 2
    return short and slip.name in ("digit_lost", "digit_wrong", "digit_added")


def _margin(accusation: Accusation, rival: Accusation) -> float:
    """By how much a figure must be more suspicious than another of its relation."""
    relation, one, other = accusation.relation, accusation.guess, rival.guess
    if one is None or other is None:
        return _BARELY
    clearly = _CLEARLY["stated" if relation.exact and relation.link == "near" else relation.link]
    if relation.kind == "rank":
        return _RANK
    if one.name == other.name and accusation.claim.unit == "percent" and not printed_decimals(accusation.claim):
        # "62 percent" has no point that could have been moved; its amounts have.
        return _UNPOINTED
    if one.name == other.name and rival.claim.unit == "percent" and not printed_decimals(rival.claim):
        return _BARELY
    # Of two figures that the same slip would mend, how many other slips would mend one tells nothing.
    if relation.exact and "_for_" in one.name and "_for_" in other.name:
        return max(clearly, _SCALES)
    return max(clearly, _SAME_SLIP) if relation.exact and one.name == other.name else clearly


def _not_too_far(claim: Claim, found: Iterable[slips.Slip], against: Sequence[Relation]) -> Iterator[slips.Slip]:
    """Without those that would make a part that is little more than its whole a thousand times less."""
    wholes = [r.claims[0].value for r in against if r.kind == "parts" and r.claims[0] is not claim]
    for slip in found:
        if not any(slip.suggested * _FAR_LESS < claim.value < whole * 3 for whole in wholes):
            yield slip


def _near_miss(relation: Relation) -> bool:
    """Whether a figure that is open on a side ("more than tripled") is missed by little: any slip would mend it."""
    first = allowed(relation.claims[0])
    if not relation.exact or None not in (first.low, first.high):
        return False
    computed = relation.computed(0)
    return not first.meets(computed) and distance(first, computed) < _LITTLE
