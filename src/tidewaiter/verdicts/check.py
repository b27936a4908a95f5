"""Everything that can be said of the claims of some documents, and what it comes to for each claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.between.documents import met
from tidewaiter.verdicts.between.statements import Statement, statements
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED
from tidewaiter.verdicts.verdict import CHECKS, Verdict
from tidewaiter.verdicts.within.arithmetic import against_itself
from tidewaiter.verdicts.within.cuts import REASON, cut_off

if TYPE_CHECKING:
    from tidewaiter.analysis.answers import Desk
    from tidewaiter.ledger.store import Ledger

#: What one verdict wins over another: customs books know more than an article of itself, and that more than another
#: article; within one check a contradiction outweighs a support, since a figure must hold everywhere.
_STRENGTH = {"statistics": 2, "arithmetic": 1, "documents": 0}
_GRAVITY = (UNCHECKED, LOOSE, SUPPORTED, CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Checked:
    """A document, its claims in the order of the text, and their verdicts in the same order; each claim has one."""

    document: Document
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def outcomes(self) -> dict[Claim, str]:
        """What each claim's verdicts come to."""
        return outcomes_of(self.claims, self.verdicts)

    def outcome_of(self, claim: Claim) -> str:
        """What a claim's verdicts come to."""
        return combined([verdict for verdict in self.verdicts if verdict.claim == claim])


def outcomes_of(claims: Iterable[Claim], verdicts: Iterable[Verdict]) -> dict[Claim, str]:
    """What the verdicts on each of some claims come to."""
    by_claim: dict[Claim, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_claim[verdict.claim].append(verdict)
    return {claim: combined(by_claim[claim]) for claim in claims}


def combined(verdicts: Iterable[Verdict]) -> str:
    """One outcome of several: `unchecked` where nothing could be checked.

    A contradiction counts unless a stronger check supports the claim: the ledger before the article's own arithmetic,
    that before another article. Otherwise the strongest check that has anything to say decides.
    """
    listed = list(verdicts)
    against = max((_STRENGTH[v.check] for v in listed if v.outcome == CONTRADICTED), default=-1)
    favour = max((_STRENGTH[v.check] for v in listed if v.outcome in (SUPPORTED, LOOSE)), default=-1)
    if against < 0 and favour < 0:
        return UNCHECKED
    if against >= favour:
        return CONTRADICTED
    strongest = {v.outcome for v in listed if _STRENGTH[v.check] == favour}
    return SUPPORTED if SUPPORTED in strongest else LOOSE


def check(
    read: Iterable[tuple[Document, Sequence[Claim]]],
    *,
    ledger: Ledger | None = None,
    as_of: date | None = None,
) -> list[Checked]:
    """Hold each document's claims against the ledger, the document's own arithmetic, and the other documents.

    `read` pairs each document with its claims; the answer keeps the order. Without a ledger only texts are compared.
    With `as_of`, only what had been published by that day counts.
    """
    listed = [(document, tuple(claims)) for document, claims in read]
    desk = desk_of(ledger)
    found = [examine(document, claims, ledger=ledger, desk=desk, as_of=as_of) for document, claims in listed]
    across = met([one.statements for one in found]) if len(found) > 1 else repeat([], len(found))
    return [
        Checked(document, claims, whole(claims, one.verdicts, others))
        for (document, claims), one, others in zip(listed, found, across, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Examined:
    """What a document by itself comes to: the verdicts of its figures and of the ledger, and what it tells others."""

    verdicts: tuple[Verdict, ...]
    statements: tuple[Statement, ...]


def desk_of(ledger: Ledger | None) -> Desk | None:
    """A ledger's desk, to be kept from one document to the next; None without a ledger."""
    if ledger is None:
        return None
    from tidewaiter.analysis.answers import Desk

    return Desk(ledger)


def examine(
    document: Document, claims: Sequence[Claim], *, ledger: Ledger | None, desk: Desk | None, as_of: date | None
) -> Examined:
    """Check one document by itself: against the ledger first, since it tells which figure of a sum is wrong."""
    cut = cut_off(document, claims)
    claims = [claim for claim in claims if claim is not cut]
    verdicts: list[Verdict] = []
    if ledger is not None:
        from tidewaiter.verdicts.books.statistics import against_ledger

        verdicts += against_ledger(document, claims, ledger, as_of=as_of, desk=desk)
    verdicts += against_itself(document, claims, witnesses=_standing(verdicts))
    told = tuple(statements(document, claims, _standing(verdicts)))
    if cut is not None:
        verdicts.append(Verdict(claim=cut, outcome=UNCHECKED, check="arithmetic", reason=REASON))
    return Examined(tuple(verdicts), told)


def _standing(verdicts: Iterable[Verdict]) -> dict[Claim, str]:
    """What verdicts come to as evidence for others: a figure that only a bound supports bears nobody out."""
    by_claim: dict[Claim, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.confidence != "consistent":
            by_claim[verdict.claim].append(verdict)
    return {claim: combined(found) for claim, found in by_claim.items()}


def whole(claims: Sequence[Claim], verdicts: Iterable[Verdict], across: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Every claim's verdicts, gravest first, in the order of the text; one that says why where there are none."""
    by_claim: dict[Claim, list[Verdict]] = defaultdict(list)
    for verdict in (*verdicts, *across):
        by_claim[verdict.claim].append(verdict)
    found: list[Verdict] = []
    for claim in claims:
        own = by_claim[claim] or [unchecked(claim)]
        found += sorted(own, key=lambda v: (-_GRAVITY.index(v.outcome), CHECKS.index(v.check)))
    return tuple(found)


def unchecked(claim: Claim) -> Verdict:
    """The verdict on a claim that nothing could be held against, with what is missing."""
    return Verdict(claim=claim, outcome=UNCHECKED, check="arithmetic", reason=_missing(claim))


_MODALITIES = {
    "denied": "The text denies this figure rather than claiming it.",
    "planned": "This is a plan, and nothing can be held against it yet.",
    "expected": "This is a forecast, and nothing can be held against it yet.",
    "conditional": "This is said under a condition, not as a fact.",
}


def _missing(claim: Claim) -> str:
    if claim.modality in _MODALITIES:
        return _MODALITIES[claim.modality]
    if claim.period is None:
        return "The text does not say for what time this figure holds, so it cannot be set against another."
    if scope.is_flow(claim) and not scope.named_pair(claim):
        return "The text does not say who sent and who received this, so it cannot be set against another figure."
    if scope.is_flow(claim) and not (claim.goods or claim.product):
        return "The text does not say which goods are meant, so this cannot be set against another figure."
    return "No other figure in the text bears on this one."
