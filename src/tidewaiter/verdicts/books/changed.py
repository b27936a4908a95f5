"""The verdict on a claimed change, multiple, difference or share: two figures of the ledger and what they make."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import caution, phrases, wording
from tidewaiter.verdicts.books import findings
from tidewaiter.verdicts.books.bench import Bench, operand
from tidewaiter.verdicts.books.movements import Moved, movements, pairs_of, stands
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED
from tidewaiter.verdicts.passages.links import grounds
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.naming import blamed
from tidewaiter.verdicts.pen.slips import Slip
from tidewaiter.verdicts.verdict import Verdict

CHECK = "statistics"


def verdict(bench: Bench, claim: Claim, kind: str, now: Question, base: Question) -> Verdict:
    """Hold a comparison against every pair of figures known for it."""
    if _of_average(bench, claim, now, base):
        told = phrases.period(claim.base_period).removeprefix("in ")
        return Verdict(claim, UNCHECKED, CHECK, f"It is compared with an average of {told}, and not with all of it.")
    after = [one.evidence for one in bench.known(now)]
    before = [one.evidence for one in bench.known(base)]
    moved = movements(claim, kind, after, before)
    for wanted in (SUPPORTED, LOOSE):
        for best in pairs_of(moved, wanted):
            return _verdict(claim, kind, now, base, best, wanted)
    if not moved:
        return Verdict(claim, UNCHECKED, CHECK, _lacking((now, after), (base, before)))
    # What was put together from several releases moves too much to weigh beside figures that stand in the book.
    firm = [one for one in moved if not one.now.slack and not one.base.slack] or moved
    against = list(pairs_of(firm, CONTRADICTED))
    best = (against or firm)[0]
    if not against:
        return _verdict(
            claim, kind, now, base, best, UNCHECKED, instead="a revision of either figure can be the reason"
        )
    if len(against) < len(firm):
        return _verdict(
            claim, kind, now, base, best, UNCHECKED, instead="the published figures differ among themselves"
        )
    excuse = _excuse(bench, claim, kind, now, best)
    if excuse is not None:
        return _verdict(claim, kind, now, base, best, UNCHECKED, instead=excuse)
    return _verdict(claim, kind, now, base, best, CONTRADICTED, slip=_slip(claim, kind, best))


def _of_average(bench: Bench, claim: Claim, now: Question, base: Question) -> bool:
    """ "4.5 times the monthly average of 2021": a month beside what a longer time came to by the month."""
    longer = len(base.period.months()) > len(now.period.months())
    return longer and grounds()["average"].holds(caution.sentence(bench.document, claim))


def _lacking(*sides: tuple[Question, list[Evidence]]) -> str:
    """Which of the two figures is not known, and the other where it is."""
    missing = [findings.subject(question) for question, found in sides if not any(map(stands, found))]
    known = [findings.finding(question, one) for question, found in sides for one in found if stands(one)]
    if not missing:
        return "The figures known of the two times come from different books, which are not compared."
    clause = f"no figure is known for {wording.joined(missing, last='or')}, so there is nothing to compare"
    return phrases.sentence(f"{known[0]}, but {clause}" if known else clause)


def _excuse(bench: Bench, claim: Claim, kind: str, now: Question, best: Moved) -> str | None:
    """Why a change that does not fit is not called wrong; None where it is."""
    otherwise = caution.measured_otherwise(bench.document, claim, books={best.now.source})
    if otherwise is not None:
        return otherwise
    if claim.guessed:
        return caution.GUESSED
    if not now.total:
        return "the change may be one of quantities, or of goods under other codes"
    if not caution.surely_read(bench.document, claim, compared=True):
        return "the text may compare other times"
    if claim.source_kind != "official_statistics":
        return "another definition or release may be meant"
    for name, other in _other_bases(now):
        found = movements(claim, kind, bench.now(now), bench.now(other))
        if any(True for _ in pairs_of(found, SUPPORTED)):
            return f"it is the change {name}"
    return None


def _other_bases(now: Question) -> list[tuple[str, Question]]:
    bases = [("on the year before", replace(now, period=now.period.back_years(1)))]
    if now.period.is_month:
        bases.append(("on the month before", replace(now, period=now.period.previous())))
    return bases


def _slip(claim: Claim, kind: str, moved: Moved) -> Slip | None:
    def fits(figure: Interval) -> bool:
        return figure.meets(moved.computed)

    return slips.search(claim, fits)


def _verdict(
    claim: Claim,
    kind: str,
    now: Question,
    base: Question,
    moved: Moved,
    outcome: str,
    *,
    instead: str | None = None,
    slip: Slip | None = None,
) -> Verdict:
    said, made = phrases.said(claim), _made(claim, kind, moved)
    clause = (
        f"{findings.finding(now, moved.now)}, and {findings.subject(base, moved.base)} at {findings.figure(moved.base)}"
        f" ({findings.origin(moved.base)}), {'which is' if outcome != CONTRADICTED else 'which makes'} {made}"
    )
    if outcome == LOOSE:
        clause += f"; “{said}” says that only roughly"
    elif outcome == UNCHECKED:
        clause += f", not “{said}”, but that need not be wrong: {instead}"
    elif outcome == CONTRADICTED:
        clause += f", not “{said}”" + (f": {slip.explanation}" if slip else "")
    made_so = Verdict(
        claim=claim,
        outcome=outcome,
        check=CHECK,
        reason=phrases.sentence(clause),
        operands=(operand(now, moved.now), operand(base, moved.base)),
        computed=moved.computed,
        unit=claim.unit,
        repeat=moved.now.repeat,
    )
    return blamed(made_so, slip) if outcome == CONTRADICTED else made_so


def _made(claim: Claim, kind: str, moved: Moved) -> str:
    """What the two figures make, in words: "a fall of 85.2%"."""
    found = moved.computed
    if found.low is None or found.high is None:
        return "a change that cannot be worked out"
    middle = (found.low + found.high) / 2
    if kind == "share":
        return f"a share of {wording.percent(middle if claim.unit == 'percent' else middle * 100)}"
    if kind == "multiple":
        return f"{wording.percent(middle)} of it" if claim.unit == "percent" else f"{_twice(middle)} times as much"
    if claim.unit == "times":
        return f"{_twice(middle)} times as much"
    rises = (middle >= 0) == (claim.direction != "decrease")
    return f"a {'rise' if rises else 'fall'} of {wording.amount(claim.unit, abs(middle))}"


def _twice(times: Decimal) -> str:
    """A multiple to two digits after the point, or to two digits where it is a small fraction."""
    places = 2 if times >= Decimal("0.1") else 2 - times.adjusted() - 1
    return wording.number(wording.rounded(times, places))
