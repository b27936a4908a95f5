"""Claims about several partners, or about whoever there is: held against the book of each of them.

"Imports from Poland and the Netherlands each fell by more than 75 percent" is borne out where each of the two falls so;
"it stopped importing thermometers" where no partner's book has any. What a sum of partners would have to be is another
question: only changes in percent and claims of nothing are answered one by one. Nobody is called wrong here, because
the partners that a text means are only as sure as its reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.books import changed, levels
from tidewaiter.verdicts.books.bench import Bench
from tidewaiter.verdicts.intervals import LOOSE, SUPPORTED, UNCHECKED
from tidewaiter.verdicts.passages.questions import Asked, asked
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.verdict import Verdict
from tidewaiter.verdicts.wording import joined

CHECK = "statistics"
#: Partners beyond this are not named one by one.
_NAMED = 4
#: Whose books have anything of a country in the time of a claim or so many years before is a partner of it.
_YEARS = 5


def verdict(bench: Bench, claim: Claim) -> Verdict | None:
    """The verdict on a claim of which only one end is known; None where it is no question for single partners."""
    if bool(claim.sender) == bool(claim.receiver) or not _holds_of_each(claim):
        return None
    home = claim.receiver or claim.sender
    assert home is not None
    named = tuple(code for code in claim.partners if code != home)
    if len(named) == 1:
        return None
    partners = named or _everybody(bench, claim, home)
    found = _each(bench, [_with(claim, code) for code in partners])
    return None if found is None else _together(claim, found, partners, all_there_are=not named)


def _holds_of_each(claim: Claim) -> bool:
    """Whether what is said of all partners together is said of each: none of anything, or a change of each."""
    if claim.value == 0:
        return claim.measure in ("trade_value", "trade_quantity")
    return claim.measure == "change" and claim.unit == "percent"


def _everybody(bench: Bench, claim: Claim, home: str) -> tuple[str, ...]:
    """The partners whose customs books know the country; none for a change, which is one of the sum of them."""
    if claim.value or claim.period is None or not claim.period[:4].isdigit():
        return ()
    return bench.partners(home, importing=claim.receiver == home, since=int(claim.period[:4]) - _YEARS)


def _with(claim: Claim, partner: str) -> Claim:
    return replace(claim, sender=partner) if claim.receiver else replace(claim, receiver=partner)


def _each(bench: Bench, claims: Sequence[Claim]) -> list[Verdict] | None:
    """What the ledger says of each partner; None where it cannot be asked."""
    heard = [(claim, asked(claim)) for claim in claims]
    questions = [one for _, one in heard if isinstance(one, Asked)]
    if not heard or len(questions) < len(heard):
        return None
    bench.expect(question for one in questions for question in (one.now, one.base) if question)
    return [
        levels.verdict(bench, claim, one.now)
        if one.base is None
        else changed.verdict(bench, claim, one.kind, one.now, one.base)
        for claim, one in zip(claims, questions, strict=True)
    ]


def _together(claim: Claim, found: Sequence[Verdict], partners: Sequence[str], *, all_there_are: bool) -> Verdict:
    """Borne out where each of them bears it out; else left open, saying by whom."""
    open_ = [code for code, one in zip(partners, found, strict=True) if one.outcome not in (SUPPORTED, LOOSE)]
    operands = tuple(operand for one in found for operand in one.operands)
    if open_:
        others = len(open_) - _NAMED
        names = joined([*map(country, open_[:_NAMED]), *([f"{others} others"] if others > 0 else [])])
        clause = f"“{phrases.said(claim)}” would have to hold for each, and the figures of {names} do not bear it out"
        return Verdict(claim, UNCHECKED, CHECK, phrases.sentence(clause), operands)
    outcome = LOOSE if any(one.outcome == LOOSE for one in found) else SUPPORTED
    if not all_there_are:
        reason = " ".join(one.reason for one in found)
        return Verdict(claim, outcome, CHECK, reason, operands, repeat=found[0].repeat)
    names = joined([country(code) for code in partners]) if len(partners) <= _NAMED else f"{len(partners)} countries"
    clause = f"the customs books of {names} cover the time, and none has any"
    return Verdict(
        claim, outcome, CHECK, phrases.sentence(clause), operands, repeat=found[0].repeat, confidence="consistent",
        doubt="of countries whose books are not loaded nothing is known",
    )  # fmt: skip
