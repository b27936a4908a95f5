"""How suspicious a figure is: what it breaks, what bears it out, and how likely its slip is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import log10
from statistics import median

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, allowed, magnitude, printed_decimals
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.slips import scale_word
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.within.accusation import Accusation
from tidewaiter.verdicts.within.agreed import is_known
from tidewaiter.verdicts.within.evidence import Evidence
from tidewaiter.verdicts.within.exchanges import Exchanges
from tidewaiter.verdicts.within.market import at_market
from tidewaiter.verdicts.within.mending import mending, rivals_of
from tidewaiter.verdicts.within.sizes import in_pace, likelier, stride, usual_decimals, written_as_usual
from tidewaiter.verdicts.within.suspects import completes, usual_prices, usual_sizes

#: What a witness from outside the text (the ledger) weighs: more than everything in it.
WITNESS = 5.0
#: Relations whose first figure was worked out from the others.
_WORKED_OUT = ("share", "change", "multiple")
#: A figure of one digit has no point to be moved.
_FEW = 10
#: What one digit more in a figure of two says at most.
_ANY_DIGIT = 0.5
#: What it weighs less that another word would mend a figure than that a digit does.
_ANY_WORD = 0.6
#: What it weighs that a figure also breaks a relation too weak to accuse anybody by itself.
_DOUBT = 0.2
#: What it weighs that mending a figure brings it nearer to the size of the others in its unit; by how many powers of
#: ten it must.
_OUTLYING, _FAR_OUT = 0.3, 2
#: … and by how many a price, which keeps close to others; and what it weighs that a part makes a list complete.
_DEAR, _WHOLE_LIST = 0.6, 0.5
#: What a power of ten in how common its slip is weighs; a slip is no rarer than this.
_COMMON, _RAREST = 0.1, 1e-4
#: What it weighs that mending a figure mends what is only carelessly told, too.
_STRAIN = 0.4
#: … and that a percentage would then be what its levels make as printed, and not only by their rounding.
_BESIDE = 1.0
#: … and against it, that a figure of so many digits, counted to the last one, would then have a fraction.
_COUNTED_OUT, _WRITTEN_OUT = 0.4, 4
#: What it weighs that finer figures would then make just the sum, which rounding leaves open to others.
_JUST = 0.4
#: What it weighs that two relations tell of a figure alone what it must be.
_KNOWN = 0.6
#: What it weighs that a figure breaks one more relation.
_BREAK = 0.6
#: … and where only slots tie it, which may have been misread.
_BREAK_BY_SLOTS = 0.5


class Charges:
    """What can be said against each figure of a text; `witnesses` are outcomes that other checks have given some."""

    def __init__(self, evidence: Evidence, exchanges: Exchanges, witnesses: Mapping[Claim, str]) -> None:
        self._evidence = evidence
        self._exchanges = exchanges
        self._witnesses = witnesses
        self._sizes = usual_sizes(evidence.claims)
        self._prices = usual_prices(evidence.claims)
        self._decimals = usual_decimals(evidence.claims)
        self._mended: dict[Claim, tuple[list[tuple[int, ...]], slips.Slip | None]] = {}

    def against(self, claim: Claim) -> tuple[float, Accusation]:
        """How suspicious a figure is, and what would be said of it."""
        evidence, against = self._evidence, self._evidence.against(claim)
        slip = self._mending(claim, against)
        doubts = min(evidence.doubts[claim] * _DOUBT, _BREAK)
        score = (
            sum(_BREAK if relation.link != "far" else _BREAK_BY_SLOTS for relation in against)
            + doubts
            - self._support(claim, slip)
        )
        if slip is not None:
            for reason in self._reasons(claim, slip, against):
                score += reason
        score += max(relation.suspicion(relation.claims.index(claim)) for relation in against)
        score += _KNOWN * is_known(claim, against, evidence.claims)
        witness = self._witnesses.get(claim)
        score += {SUPPORTED: -WITNESS, LOOSE: -WITNESS, CONTRADICTED: WITNESS}.get(witness or "", 0.0)
        return score, Accusation(claim, against[0], slip)

    def _mending(self, claim: Claim, against: Sequence[Relation]) -> slips.Slip | None:
        """The slip that would mend a figure, looked for anew only where what it was looked for among has changed."""
        partners = self._exchanges.partners(claim)
        around = (against, partners, *(self._evidence.touching(each) for each in (claim, *partners)))
        # Relations and figures stay as long as the case does, so that they are told by identity.
        state = [tuple(map(id, some)) for some in around]
        known = self._mended.get(claim)
        if known is None or known[0] != state:
            slip = mending(claim, against, self._evidence, self._exchanges, decimals=self._decimals)
            known = self._mended[claim] = state, slip
        return known[1]

    def _reasons(self, claim: Claim, slip: slips.Slip, against: Sequence[Relation]) -> Iterator[float]:
        """What the slip that would mend a figure says against it."""
        # How much likelier one credible slip is than another says little of which figure has one.
        yield min(_ANY_DIGIT if _by_chance(claim, slip) else 1.0, 2 * slip.plausibility)
        yield self._outlying(claim, slip.suggested)
        yield likelier(claim, slip.suggested)
        yield _WHOLE_LIST * completes(claim, slip.suggested, against, self._evidence.claims)
        yield stride(claim, slip.suggested, against)
        yield in_pace(claim, slip.suggested, self._evidence.unbroken())
        yield written_as_usual(claim, slip, self._decimals, rivals_of(against))
        yield _STRAIN * self._strains(claim, slip)
        yield _BESIDE * _beside_the_point(claim, slip, self._evidence.touching(claim))
        yield at_market(claim, slip.suggested, against)
        yield _JUST * any(isinstance(each, Sum) and each.makes_just(claim, slip.suggested) for each in against)
        yield -_COUNTED_OUT if _is_counted_out(claim, slip) else 0.0
        # Among words there is always another one.
        yield -_ANY_WORD if slip.name.startswith("another_") else 0.0
        yield _COMMON * log10(max(slip.prior, _RAREST))

    def _strains(self, claim: Claim, slip: slips.Slip) -> bool:
        """Whether a relation that only careless wording excuses would hold to the letter if a figure were mended."""
        return any(
            relation.exact
            and relation.link != "far"
            and relation.outcome() == LOOSE
            and relation.outcome({claim: slip.figure}) == SUPPORTED
            for relation in self._evidence.touching(claim)
        )

    def _support(self, claim: Claim, slip: slips.Slip | None) -> float:
        """What the best relation that holds says for a figure; what holds of two that were exchanged says nothing."""
        exchanged = slip is not None and slip.name.endswith("_swapped")
        own = self._evidence.support(claim, without=self._exchanges.opposite(claim) if exchanged else None)
        vouched = any(self._vouches(claim, broken) for broken in self._evidence.against(claim))
        return max(own, float(vouched))

    def _vouches(self, claim: Claim, broken: Relation) -> bool:
        """Whether what a figure is said again as was worked out from levels that make this one as it is printed."""
        if broken.kind != "repeat":
            return False
        other = next(each for each in broken.claims if each is not claim)
        figure = allowed(claim)
        return any(
            relation.claims[0] is other
            and relation.kind in _WORKED_OUT
            and relation.outcome({other: figure}) == SUPPORTED
            and relation.to_the_digit(other, figure, claim.value)
            for relation in self._evidence.touching(other)
        )

    def _outlying(self, claim: Claim, suggested: Decimal) -> float:
        """How much nearer to the text's other figures of its unit a figure would be if it were mended."""
        if claim.value <= 0 or suggested <= 0:
            return 0.0
        others = [magnitude(price.value) for price in self._prices.get(claim.unit, ()) if price is not claim]
        usual = median(others) if others else self._sizes.get(claim.unit)
        if usual is None:
            return 0.0
        gain = abs(magnitude(claim.value) - usual) - abs(magnitude(suggested) - usual)
        return max(-_OUTLYING, min(_OUTLYING, gain)) if abs(gain) >= (_DEAR if others else _FAR_OUT) else 0.0


def _is_counted_out(claim: Claim, slip: slips.Slip) -> bool:
    """Whether a figure written out to the last digit would have a fraction: "46,762 tons" are no 4,676.2."""
    return (
        slip.name in ("factor_10", "factor_100")
        and slip.suggested < claim.value == claim.value.to_integral_value()
        and slip.suggested != slip.suggested.to_integral_value()
        and sum(map(str.isdigit, claim.text)) >= _WRITTEN_OUT
        and printed_decimals(claim) == 0
        and scale_word(claim.text) is None
    )


def _beside_the_point(claim: Claim, slip: slips.Slip, relations: Sequence[Relation]) -> bool:
    """Whether a percentage is not what its levels make as printed, and only their rounding lets it pass, and the one
    that was probably meant is.
    """
    return any(
        relation.claims[0] is claim
        and relation.kind in _WORKED_OUT
        and relation.outcome() != CONTRADICTED
        and not relation.to_the_digit(claim, allowed(claim), claim.value)
        and relation.to_the_digit(claim, slip.figure, slip.suggested)
        for relation in relations
    )


def _by_chance(claim: Claim, slip: slips.Slip) -> bool:
    """Whether the slip is one digit more or another in a figure of two, which makes almost anything of it."""
    digits = sum(map(str.isdigit, claim.text))
    if digits == 1 and claim.value < _FEW and slip.name == "factor_10":
        # "8 ships" are no 80 with the point moved.
        return True
    return digits <= 2 and slip.name in ("digit_lost", "digit_wrong", "digit_added")
