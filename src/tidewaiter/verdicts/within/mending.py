"""The slip that would mend all that a figure breaks and keep all that it holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import allowed, distance
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.own_money import printed_as_dollars
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.within.evidence import Evidence
from tidewaiter.verdicts.within.exchanges import Exchanges
from tidewaiter.verdicts.within.sizes import written_as_usual
from tidewaiter.verdicts.within.suspects import credible, fits, narrow, typical

#: An open figure that is missed by no more than this was itself chosen wrongly.
_LITTLE = Decimal("0.6")
#: … and told in a word by so much: "more than tripled" is no careless word for 2.3 times as much.
_IN_A_WORD = Decimal("0.15")
#: A slip by so much is one of scale.
_FAR_LESS = 500


def mending(
    claim: Claim,
    against: Sequence[Relation],
    evidence: Evidence,
    exchanges: Exchanges,
    *,
    decimals: Mapping[Claim, int],
) -> slips.Slip | None:
    """The likeliest slip of a figure; `against` are the broken relations of it, `decimals` those that each level of the
    text is written with.

    Lists may be broken by another of their parts too; where nothing mends them, the rest must do.
    """
    if all(map(_near_miss, against)):
        return None
    kept = [relation for relation in evidence.touching(claim) if relation not in against and relation.link != "far"]
    alone = [relation for relation in against if relation.kind != "parts" or len(relation.claims) == 2]
    rivals = rivals_of(against)
    # What only slots tie may be no relation at all.
    tied = [relation for relation in against if relation.link != "far"]
    for broken in (against, *(some for some in (alone, tied) if 0 < len(some) < len(against))):
        exact = any(relation.exact and narrow(relation.computed(relation.claims.index(claim))) for relation in broken)
        known = [reading for r in broken for reading in r.readings(r.claims.index(claim))]
        swaps = list(exchanges.slips(claim, broken))
        mends = fits(claim, broken, kept, tried=[swap.figure for swap in swaps])
        # Of a hundred slips few mend anything: only those are weighed.
        likely = [slip for slip in credible(claim, broken, exact=exact) if mends(slip.figure)]
        written = _as_written(claim, _not_too_far(claim, likely, against), decimals, rivals)
        slip = slips.guess(
            claim,
            mends,
            slips=[
                *_in_the_other_unit(claim, written, against),
                *known,
                *swaps,
                *(printed_as_dollars(claim) if exact else ()),
            ],
            weigh=typical(claim, broken),
        )
        if slip is not None:
            return slip
    return None


def rivals_of(against: Sequence[Relation]) -> set[Claim]:
    """The figures that could all be the wrong one: those in every broken relation."""
    return set.intersection(*(set(relation.claims) for relation in against))


def _as_written(
    claim: Claim, found: Iterable[slips.Slip], decimals: Mapping[Claim, int], rivals: Collection[Claim]
) -> Iterator[slips.Slip]:
    """Slips, those likelier that leave the figure written as the text writes others."""
    for slip in found:
        usual = written_as_usual(claim, slip, decimals, rivals)
        yield replace(slip, plausibility=slip.plausibility * 10 ** (2 * usual)) if usual else slip


def _in_the_other_unit(claim: Claim, found: Iterable[slips.Slip], against: Sequence[Relation]) -> Iterator[slips.Slip]:
    """Slips, a mistaken unit of weight twice as likely where the text gives the same series in the other unit."""
    others = [c for relation in against for c in relation.claims if c.unit == claim.unit]
    mixed = any(slips.in_kilograms(other) != slips.in_kilograms(claim) for other in others)
    for slip in found:
        of_weight = slip.name in ("kilograms_as_tonnes", "tonnes_as_kilograms")
        yield replace(slip, plausibility=slip.plausibility * 2) if mixed and of_weight else slip


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
    told_in_a_word = not any(map(str.isdigit, relation.claims[0].text))
    return not first.meets(computed) and distance(first, computed) < (_IN_A_WORD if told_in_a_word else _LITTLE)
