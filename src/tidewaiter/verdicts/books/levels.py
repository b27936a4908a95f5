"""The verdict on a claimed level: a value or quantity, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.claims.claim import Claim
from tidewaiter.reference.goods import TOTAL
from tidewaiter.verdicts import caution, phrases, wording
from tidewaiter.verdicts.books import findings, readings
from tidewaiter.verdicts.books.bench import Bench, Known, operand
from tidewaiter.verdicts.books.charges import Charge, charge, misprinted
from tidewaiter.verdicts.books.readings import Reading
from tidewaiter.verdicts.books.weighing import Weighed, weigh
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED
from tidewaiter.verdicts.passages.questions import CURRENCY
from tidewaiter.verdicts.pen.naming import blamed
from tidewaiter.verdicts.pen.slips import Slip
from tidewaiter.verdicts.verdict import Verdict

CHECK = "statistics"
_MADE = ("direct", "sum", "balance", "difference", "part", "whole")


def unmet(bench: Bench, claim: Claim, question: Question) -> bool:
    """Whether something speaks against a level and nothing for it, so that other readings of it will be looked up."""
    found = {weigh(claim, one.evidence).outcome for one in bench.known(question)}
    return CONTRADICTED in found and not found & {SUPPORTED, LOOSE}


def verdict(bench: Bench, claim: Claim, question: Question) -> Verdict:
    """Hold a level against everything known of it."""
    known = bench.known(question)
    if not known and claim.value == 0 and question.unit != CURRENCY:
        # None in dollars is none in pieces.
        question = replace(question, unit=CURRENCY)
        known = bench.known(question)
    if not known:
        return Verdict(claim, UNCHECKED, CHECK, _nothing_known(bench, claim, question))
    quoted = caution.quoted_keepers(bench.document, claim)
    weighed = sorted(
        (_Heard(one, weigh(claim, one.evidence)) for one in known),
        key=lambda heard: (heard.weighed.evidence.reporter not in quoted, *_rank(heard)),
    )
    for wanted in (SUPPORTED, LOOSE):
        heard = [one for one in weighed if one.outcome == wanted]
        if heard:
            return _borne_out(claim, question, heard[0], weighed)
    against = [one for one in weighed if one.outcome == CONTRADICTED]
    if not against:
        slip = misprinted(bench, claim, question, [one.weighed for one in weighed])
        return _left_open(claim, question, weighed[0]) if slip is None else _slipped(claim, question, weighed, slip)
    # What was put together from several releases moves too much to weigh beside a figure that stands in the book.
    against = [one for one in against if not one.weighed.evidence.slack] or against
    best = against[0].weighed
    found = charge(bench, claim, question, [one.weighed for one in against])
    return _meant(claim, found.meant) if found.meant else _against(claim, question, best, found)


@dataclass(frozen=True, slots=True)
class _Heard:
    """Evidence, when it was known, and what it does to the claim."""

    known: Known
    weighed: Weighed

    @property
    def outcome(self) -> str:
        return self.weighed.outcome


def _rank(heard: _Heard) -> tuple[bool, bool, int]:
    """What stands before what was revised, whole before partial, the plain figure before the composed."""
    evidence = heard.weighed.evidence
    return not heard.known.stands, not evidence.complete or evidence.wide, _MADE.index(evidence.made)


def _nothing_known(bench: Bench, claim: Claim, question: Question) -> str:
    clause = (
        f"no customs book in the ledger covers {findings.subject(question)}, and no newspaper's figure for it is known"
    )
    swapped = readings.swapped(bench, claim, question)
    return phrases.sentence(f"{clause}; {swapped.explanation()}" if swapped else clause)


def _borne_out(claim: Claim, question: Question, heard: _Heard, everything: Sequence[_Heard]) -> Verdict:
    evidence = heard.weighed.evidence
    clause = findings.finding(question, evidence)
    if heard.outcome == LOOSE:
        clause += f", which “{phrases.said(claim)}” says only roughly"
    clause += _remark(question, evidence)
    if not heard.known.stands:
        newer = [one.weighed.evidence for one in everything if one.known.stands]
        since = f", since revised to {findings.figure(newer[0])}" if newer else ""
        clause += f", as was known when the text was published{since}"
    return _verdict(claim, question, heard.weighed, heard.outcome, clause)


def _remark(question: Question, evidence: Evidence) -> str:
    """What a reader must know of evidence that is not quite of what was asked."""
    if evidence.made == "part":
        if evidence.period is not None and not evidence.period.same_days(question.period):
            rest = wording.period(question.period)
            return f"; nothing is known of the rest of {rest}, so the figure holds if there was no more"
        return "; nothing is known of the other goods, so the figure holds if there were none"
    return f"; {evidence.limits}" if evidence.limits else ""


def _left_open(claim: Claim, question: Question, heard: _Heard) -> Verdict:
    """Nothing speaks against the claim, and nothing is of just what it is of."""
    evidence = heard.weighed.evidence
    clause = findings.finding(question, evidence)
    said = phrases.said(claim)
    if evidence.goods == (TOTAL,):
        clause = f"no figure is known for {findings.subject(question)}; {clause}, which leaves room for “{said}”"
    elif evidence.wide:
        clause += f", which is more than what is asked and leaves room for “{said}”"
    elif evidence.complete:
        clause += f", which leaves room for “{said}”"
    else:
        why = f" ({evidence.limits})" if evidence.limits and evidence.made != "part" else ""
        clause += f"{why}, which is only a part and leaves “{said}” possible"
    return _verdict(claim, question, heard.weighed, UNCHECKED, clause)


def _meant(claim: Claim, reading: Reading) -> Verdict:
    """The figure is right for something that its sentence names: that is what it says."""
    clause = f"{findings.finding(reading.question, reading.evidence)}, which is what the sentence can mean"
    weighed = Weighed(reading.evidence, SUPPORTED, reading.evidence.figure)
    return _verdict(claim, reading.question, weighed, SUPPORTED, clause)


def _against(claim: Claim, question: Question, weighed: Weighed, found: Charge) -> Verdict:
    clause = findings.finding(question, weighed.evidence)
    said = phrases.said(claim)
    if found.instead is not None:
        clause += f", not “{said}”, but that need not be wrong: {found.instead}"
        return _verdict(claim, question, weighed, UNCHECKED, clause)
    clause += f", not “{said}”"
    if weighed.evidence.made == "whole":
        clause = f"{findings.finding(question, weighed.evidence)}, and “{said}” would be more than the whole"
    if found.slip is not None:
        clause += f": {found.slip.explanation}"
    return _verdict(claim, question, weighed, CONTRADICTED, clause, found)


def _slipped(claim: Claim, question: Question, everything: Sequence[_Heard], slip: Slip) -> Verdict:
    """A figure whose digits are those of what is known, which is but a part and would leave room for it."""
    part = next(one.weighed for one in everything if slip.figure.meets(one.weighed.evidence.figure))
    return _against(claim, question, part, Charge(slip=slip))


def _verdict(
    claim: Claim, question: Question, weighed: Weighed, outcome: str, clause: str, found: Charge | None = None
) -> Verdict:
    made = Verdict(
        claim=claim,
        outcome=outcome,
        check=CHECK,
        reason=phrases.sentence(clause),
        operands=(operand(question, weighed.evidence),),
        computed=weighed.computed,
        unit=weighed.evidence.unit,
        repeat=weighed.evidence.repeat,
    )
    if outcome == CONTRADICTED:
        return blamed(made, found.slip if found else None, doubt=None)
    if outcome == SUPPORTED and weighed.evidence.made == "part":
        return replace(made, confidence="consistent", doubt="only a part of what is asked is known")
    return made
