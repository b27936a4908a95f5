"""Kilograms beside tonnes: one series told in both is set against itself in tonnes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.verdict import Verdict

_KILOGRAMS = Decimal(1000)


def in_tonnes(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, amounts in kilograms as tonnes where the text has amounts in both."""
    units = {claim.unit for claim in claims if scope.is_amount(claim)}
    if not {"kg", "tonnes"} <= units:
        return list(claims)
    return [_converted(claim) if claim.unit == "kg" and scope.is_amount(claim) else claim for claim in claims]


def _converted(claim: Claim) -> Claim:
    low = None if claim.low is None else claim.low / _KILOGRAMS
    high = None if claim.high is None else claim.high / _KILOGRAMS
    return replace(claim, unit="tonnes", value=claim.value / _KILOGRAMS, low=low, high=high)


def as_said(verdict: Verdict, claim: Claim) -> Verdict:
    """A verdict on a claim that was read in tonnes, in the claim's own unit again."""
    if claim.unit != "kg" or verdict.claim.unit != "tonnes":
        return verdict
    found = verdict.computed
    return replace(
        verdict,
        unit=claim.unit,
        computed=None if found is None else found * Interval.exactly(_KILOGRAMS),
        suggested=None if verdict.suggested is None else verdict.suggested * _KILOGRAMS,
        alternatives=tuple(replace(a, suggested=a.suggested * _KILOGRAMS) for a in verdict.alternatives),
    )
