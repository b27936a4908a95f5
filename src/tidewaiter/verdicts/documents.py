"""Between documents: what several texts say of the same thing, and whether they agree.

Claims meet only where goods, parties, flow, period, measure and unit are the same, so the work grows with what matches
and not with the number of pairs. Texts differ for many good reasons (another release, another definition, a later day),
so a difference accuses a writer only where a known slip explains it and independent texts stand against him.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope, slips
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED, allowed, excused
from tidewaiter.verdicts.naming import blamed
from tidewaiter.verdicts.verdict import Operand, Verdict

CHECK = "documents"

#: Independent texts that must agree with each other before a third that differs by a slip is called wrong.
_WITNESSES = 2
#: Different figures for one thing that are listened to, and voices for each.
_FIGURES, _VOICES = 32, 4
#: Operands shown for one verdict.
_SHOWN = 3
#: A sentence shared by two texts is a copy from so many words on.
_COPIED_WORDS = 8

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Said:
    """One document's statement. `voice` is the same for copies of one sentence: they are one witness."""

    claim: Claim
    document: Document
    number: int
    voice: str
    figure: Interval


def between(
    read: Sequence[tuple[Document, Sequence[Claim]]], *, witnesses: Mapping[Claim, str] | None = None
) -> list[Verdict]:
    """The verdicts on claims that other documents speak of too, in the order of the documents.

    `witnesses` are outcomes of other checks: a figure that the ledger or its own article bears out weighs more.
    """
    found: dict[tuple[int, int, int], Verdict] = {}
    for said in _matching(read):
        heard = _sample(said)
        for one in said:
            verdict = _verdict(one, heard, witnesses or {})
            if verdict is not None:
                found[one.number, one.claim.start, one.claim.end] = verdict
    for verdict, number in _cumulative(read):
        found.setdefault((number, verdict.claim.start, verdict.claim.end), verdict)
    return [found[key] for key in sorted(found)]


def _matching(read: Sequence[tuple[Document, Sequence[Claim]]]) -> Iterator[list[_Said]]:
    """Groups of statements about the same thing, from at least two documents."""
    groups: dict[tuple[object, ...], list[_Said]] = defaultdict(list)
    for number, (document, claims) in enumerate(read):
        for claim in claims:
            if (key := _key(claim)) is not None:
                voice = _voice(document, claim, number)
                groups[key].append(_Said(claim, document, number, voice, allowed(claim)))
    for said in groups.values():
        if len({one.number for one in said}) > 1:
            yield said


def _sample(said: Sequence[_Said]) -> list[_Said]:
    """A few voices for each figure: a thousand reports of one release are not all compared with each other."""
    heard: dict[tuple[object, object], dict[str, _Said]] = {}
    for one in said:
        key = (one.figure.low, one.figure.high)
        if key in heard or len(heard) < _FIGURES:
            voices = heard.setdefault(key, {})
            if len(voices) < _VOICES:
                voices.setdefault(one.voice, one)
    sample = (one for voices in heard.values() for one in voices.values())
    return sorted(sample, key=lambda one: (one.number, one.claim.start))


def _key(claim: Claim) -> tuple[object, ...] | None:
    """What must be equal for two documents to speak of the same thing; None where too little is known."""
    days = scope.period(claim)
    goods = tuple(sorted(claim.goods)) or " ".join((claim.product or "").casefold().split())
    if claim.modality != "asserted" or days is None or days.cumulative or not goods:
        return None
    if len(scope.pair(claim)) == 2:
        where: object = (scope.pair(claim), scope.direction(claim))
    elif not scope.is_flow(claim) and claim.partners:
        where = tuple(sorted(claim.partners))
    else:
        return None
    stretch = (days.first_day, days.last_day)
    if scope.is_level(claim):
        return claim.unit, claim.measure, goods, where, stretch
    if claim.measure in ("change", "ratio", "share") and (claim.comparison != "none" or claim.measure == "share"):
        against = (claim.direction, claim.comparison, claim.base_period)
        return claim.unit, claim.measure, goods, where, stretch, against
    return None


def _voice(document: Document, claim: Claim, number: int) -> str:
    body = document.body
    start, end = body.locate(claim.sentence[0]), body.locate(claim.sentence[1])
    words = _WORD.findall(body.text[start : min(end, start + 600)].casefold())
    return " ".join(words) if len(words) >= _COPIED_WORDS else f"document {number}"


def _verdict(one: _Said, said: Sequence[_Said], witnesses: Mapping[Claim, str]) -> Verdict | None:
    """What the other documents say of one statement; None where all of them are copies of it."""
    others = _voices(other for other in said if other.number != one.number and other.voice != one.voice)
    if not others:
        copies = [other for other in said if other.number != one.number]
        reason = f"{_name(copies[0].document)} has the same sentence: a copy is no witness" if copies else ""
        return _made(one, UNCHECKED, reason, copies) if copies else None
    agreeing = [other for other in others if other.figure.meets(one.figure)]
    if agreeing:
        return _made(one, SUPPORTED, _agreement(one, agreeing), agreeing)
    roughly = [other for other in others if excused(other.claim).meets(excused(one.claim))]
    if roughly:
        reason = (
            f"{_name(roughly[0].document)} has {phrases.said(roughly[0].claim)} for the same: a difference of wording"
        )
        return _made(one, LOOSE, reason, roughly)
    return _conflict(one, others, witnesses)


def _voices(said: Iterable[_Said]) -> list[_Said]:
    """One statement a voice, in the order of the documents."""
    return list({one.voice: one for one in reversed(list(said))}.values())[::-1]


def _agreement(one: _Said, agreeing: Sequence[_Said]) -> str:
    first = agreeing[0]
    more = f", and so have {len(agreeing) - 1} more" if len(agreeing) > 2 else ", and so has one more"
    return f"{_name(first.document)} has {phrases.said(first.claim)} for the same" + (more if len(agreeing) > 1 else "")


def _conflict(one: _Said, others: Sequence[_Said], witnesses: Mapping[Claim, str]) -> Verdict:
    """Two figures for the same thing. Accused is who differs by a slip from independent texts that agree."""
    against = max(_camps(others), key=len)
    figure = against[0].figure
    elsewhere = f"{_name(against[0].document)} has {phrases.said(against[0].claim)}"
    slip = slips.search(one.claim, figure.meets)
    borne_out = any(witnesses.get(other.claim) == SUPPORTED for other in against)
    alone = witnesses.get(one.claim) not in (SUPPORTED, LOOSE)
    official = all(s.claim.source_kind == "official_statistics" for s in (one, *against))
    if slip is not None and alone and official and (len(against) >= _WITNESSES or borne_out):
        many = f" and {len(against) - 1} more agree" if len(against) > 1 else ""
        reason = f"{elsewhere}{many} where this text has {phrases.said(one.claim)}; {slip.explanation}"
        return _made(one, CONTRADICTED, reason, against, slip)
    why = "they may rest on other releases or definitions" if official else "they may count other things"
    reason = (
        f"{elsewhere} where this text has {phrases.said(one.claim)}: both cannot hold for the same thing, but {why}"
    )
    return _made(one, UNCHECKED, reason, against)


def _camps(others: Sequence[_Said]) -> list[list[_Said]]:
    """Statements grouped so that each agrees with the first of its group; a page of variants stays linear."""
    camps: list[list[_Said]] = []
    for other in others:
        camp = next((camp for camp in camps[:16] if camp[0].figure.meets(other.figure)), None)
        if camp is None:
            camps.append([other])
        else:
            camp.append(other)
    return camps


def _cumulative(read: Sequence[tuple[Document, Sequence[Claim]]]) -> Iterator[tuple[Verdict, int]]:
    """Running totals at different days: later ones are no smaller, and no conflict."""
    groups: dict[tuple[object, ...], list[tuple[date, _Said]]] = defaultdict(list)
    for number, (document, claims) in enumerate(read):
        for claim in claims:
            days = scope.period(claim)
            named = tuple(sorted(claim.goods)) or " ".join((claim.product or "").casefold().split())
            if days is None or not days.cumulative or not named or not scope.is_level(claim) or not claim.value:
                continue
            if claim.modality != "asserted" or not claim.partners:
                continue
            key = (claim.unit, claim.measure, named, tuple(sorted(claim.partners)), claim.sender, claim.receiver)
            groups[key].append((days.last_day, _Said(claim, document, number, "", allowed(claim))))
    for dated in groups.values():
        ordered = sorted(dated, key=lambda pair: (pair[0], pair[1].number, pair[1].claim.start))
        for (day, earlier), (later_day, later) in pairwise(ordered):
            if earlier.number == later.number or day == later_day:
                continue
            grew = earlier.figure.low is None or later.figure.high is None or earlier.figure.low <= later.figure.high
            for one, other in ((earlier, later), (later, earlier)):
                yield _running(one, other, grew), one.number


def _running(one: _Said, other: _Said, grew: bool) -> Verdict:
    there = f"{_name(other.document)} has {phrases.said(other.claim)} {phrases.period(other.claim.period)}"
    here = f"{phrases.said(one.claim)} {phrases.period(one.claim.period)}"
    if grew:
        return _made(one, SUPPORTED, f"{there}, which a running total of {here} agrees with", [other])
    return _made(one, UNCHECKED, f"{there} and this text {here}: a running total does not fall unless revised", [other])


def _name(document: Document) -> str:
    named = document.outlet or document.title or document.name
    return f"“{named}”"


def _made(one: _Said, outcome: str, reason: str, others: Sequence[_Said], slip: slips.Slip | None = None) -> Verdict:
    operands = tuple(
        Operand(
            figure=other.figure,
            unit=other.claim.unit,
            label=f"{other.document.name}: {phrases.label(other.claim)}",
            claim=other.claim,
        )
        for other in others[:_SHOWN]
    )
    made = Verdict(
        claim=one.claim,
        outcome=outcome,
        check=CHECK,
        reason=phrases.sentence(reason),
        operands=operands,
        computed=others[0].figure if others else None,
        unit=one.claim.unit,
    )
    return blamed(made, slip) if outcome == CONTRADICTED else made
