"""Between documents: what several texts say of the same thing, and whether they agree.

Texts differ for many good reasons (another rounding, another release, another definition, a later day), so a difference
accuses a writer only where a known slip explains it and independent texts stand against him. Copies of one sentence are
one witness.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.between.differences import dated, definition, name, other_books, release, same_line
from tidewaiter.verdicts.between.meeting import Heard, Meeting, Thing, copied
from tidewaiter.verdicts.between.statements import Statement, statements
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.naming import blamed
from tidewaiter.verdicts.verdict import Operand, Verdict

CHECK = "documents"

#: Independent texts that must agree with each other before a third that differs by a slip is called wrong.
_WITNESSES = 2
#: Digits from which on two figures that differ by a power of ten are one that was misprinted, whoever is quoted.
_TELLING = 3
#: Days after which a smaller total is that of another season or year, begun anew.
_ONE_COUNT = 180
#: Operands shown for one verdict.
_SHOWN = 3
#: Groups of texts that agree among themselves; a page of variants stays linear.
_CAMPS = 16


def between(
    read: Sequence[tuple[Document, Sequence[Claim]]], *, standing: Sequence[Mapping[Claim, str]] | None = None
) -> list[Verdict]:
    """The verdicts on claims that other documents speak of too, in the order of the documents.

    `standing` is, for each document, what its other checks made of its claims: a figure that the ledger or its own
    article bears out weighs more.
    """
    known = standing or [{} for _ in read]
    said = [statements(document, claims, mine) for (document, claims), mine in zip(read, known, strict=True)]
    return [verdict for found in met(said) for verdict in found]


def met(said: Sequence[Sequence[Statement]]) -> Iterator[list[Verdict]]:
    """For each document what the others say to its statements."""
    meeting = Meeting()
    for mine in said:
        meeting.announce(statement.key for statement in mine)
    for number in sorted(range(len(said)), key=lambda place: [s.teller.order for s in said[place][:1]]):
        meeting.hear(said[number], number)
    for number, mine in enumerate(said):
        yield verdicts(meeting, mine, number)


def verdicts(meeting: Meeting, said: Iterable[Statement], document: int) -> list[Verdict]:
    """What the other documents say to one document's statements, in the order of its text."""
    found = []
    for statement, thing in meeting.about(said):
        verdict = (
            _verdict(statement, thing, document) if statement.day is None else _running(statement, thing, document)
        )
        if verdict is not None:
            found.append(verdict)
    return sorted(found, key=lambda verdict: (verdict.claim.start, verdict.claim.end))


def _verdict(one: Statement, thing: Thing, document: int) -> Verdict | None:
    """What the other documents say of one statement; None where there are none."""
    elsewhere = [heard for heard in thing.heard if heard.document != document]
    own = thing.voice_of(one, document)
    others = list({heard.voice: heard for heard in reversed(elsewhere) if heard.voice != own}.values())[::-1]
    if not others:
        repeated = thing.copies.get(own)
        copies = [h.statement for h in (*elsewhere, *([repeated] if repeated else [])) if h.document != document]
        return _made(one, UNCHECKED, _copy(one, copies[0]), copies) if copies else None
    said = [heard.statement for heard in others]
    agreeing = [other for other in said if other.figure.meets(one.figure) and not other_books(one, other)]
    if agreeing:
        return _made(one, SUPPORTED, _agreement(one, agreeing), agreeing)
    roughly = [other for other in said if other.roughly.meets(one.roughly)]
    if roughly:
        reason = f"{name(roughly[0])} has {phrases.said(roughly[0].claim)} for the same: a difference of wording"
        return _made(one, LOOSE, reason, roughly)
    return _conflict(one, others)


def _copy(one: Statement, other: Statement) -> str:
    """Who has whose sentence."""
    days = one.teller.published, other.teller.published
    if not copied(one, other) or days[0] is None or days[1] is None or days[0] == days[1]:
        return f"{name(other)} has the same sentence: a copy is no witness"
    if days[0] > days[1]:
        return f"the sentence is that of {dated(other)}, which this text repeats: a copy is no witness"
    return f"{dated(other)} repeats this sentence: a copy is no witness"


def _agreement(one: Statement, agreeing: Sequence[Statement]) -> str:
    first = agreeing[0]
    same = first.claim.value == one.claim.value or "exact" not in (first.claim.qualifier, one.claim.qualifier)
    how = "" if same else ", which is this figure within rounding and wording"
    more = f", and so have {len(agreeing) - 1} more" if len(agreeing) > 2 else ", and so has one more"
    return f"{name(first)} has {phrases.said(first.claim)} for the same{how}" + (more if len(agreeing) > 1 else "")


def _conflict(one: Statement, others: Sequence[Heard]) -> Verdict:
    """Two figures for what reads like the same thing. Accused is who differs by a slip from texts that agree."""
    said = [heard.statement for heard in others]
    against = max(_camps([other for other in said if same_line(one, other)] or said), key=len)
    first = against[0]
    gap = f"{name(first)} has {phrases.said(first.claim)} where this text has {phrases.said(one.claim)}"
    why = next((why for other in against if (why := definition(one, other))), None)
    if why is not None:
        return _made(one, UNCHECKED, f"{gap}, but the two are defined differently: {why}", against)
    why = next((why for other in against if (why := release(one, other))), None)
    if why is not None:
        return _made(one, UNCHECKED, f"{gap}, but they can be two releases of one figure: {why}", against)
    borne_out = any(other.standing == SUPPORTED for other in against)
    alone = one.standing not in (SUPPORTED, LOOSE)
    plain = all(not s.claim.guessed for s in (one, *against)) and (
        all(s.claim.source_kind == "official_statistics" for s in (one, *against)) or _same_digits(one, first)
    )
    accused = alone and plain and (len(against) >= _WITNESSES or borne_out)
    slip = slips.search(one.claim, one.own(first.figure).meets) if accused else None
    if slip is not None:
        many = f" and {len(against) - 1} more agree" if len(against) > 1 else ""
        reason = f"{name(first)} has {phrases.said(first.claim)}{many} where this text has {phrases.said(one.claim)}"
        return _made(one, CONTRADICTED, f"{reason}; {slip.explanation}", against, slip)
    return _made(one, UNCHECKED, f"{gap}: both cannot hold for the same thing; {_favoured(one, against)}", against)


def _same_digits(one: Statement, other: Statement) -> bool:
    """Whether the two are one figure but for a power of ten, in so many digits that it is no chance."""
    mine, theirs = (statement.claim.value.normalize().as_tuple().digits for statement in (one, other))
    speakers = {statement.claim.source_kind for statement in (one, other)}
    return mine == theirs and len(mine) >= _TELLING and speakers <= {"official_statistics", "media", "author"}


def _favoured(one: Statement, against: Sequence[Statement]) -> str:
    """Which of two figures that cannot both hold the other evidence favours."""
    mine, theirs = one.standing == SUPPORTED, any(other.standing == SUPPORTED for other in against)
    if mine != theirs:
        return f"what else is known bears out {'this one' if mine else 'the other one'}"
    if not mine and len(against) >= _WITNESSES:
        return f"{len(against)} texts that do not copy each other have the other one"
    if any(statement.claim.source_kind != "official_statistics" for statement in (one, *against)):
        return "they may count other things, and nothing tells which is right"
    return "nothing tells which is right"


def _camps(others: Sequence[Statement]) -> list[list[Statement]]:
    """Statements grouped so that each agrees with the first of its group."""
    camps: list[list[Statement]] = []
    for other in others:
        camp = next((camp for camp in camps[:_CAMPS] if camp[0].figure.meets(other.figure)), None)
        if camp is None:
            camps.append([other])
        else:
            camp.append(other)
    return camps


def _running(one: Statement, thing: Thing, document: int) -> Verdict | None:
    """Running totals at different days: later ones are no smaller, and no conflict."""
    assert one.day is not None
    there = [h.statement for h in thing.heard if h.document != document and h.statement.day not in (None, one.day)]
    if not there:
        return None
    other = min(there, key=lambda s: (abs((s.day or one.day) - one.day), s.order) if one.day else (s.order,))
    assert other.day is not None
    early, late = (one, other) if one.day < other.day else (other, one)
    assert early.day is not None
    assert late.day is not None
    grew = early.figure.low is None or late.figure.high is None or early.figure.low <= late.figure.high
    theirs = f"{name(other)} has {phrases.said(other.claim)} {phrases.period(other.claim.period)}"
    here = f"{phrases.said(one.claim)} {phrases.period(one.claim.period)}"
    if grew:
        return _made(one, SUPPORTED, f"{theirs}, which a running total of {here} agrees with", [other], bound=True)
    if (late.day - early.day).days > _ONE_COUNT:
        return None
    reason = f"{theirs} and this text {here}: a running total does not fall unless revised or begun anew"
    return _made(one, UNCHECKED, reason, [other])


def _made(
    one: Statement,
    outcome: str,
    reason: str,
    others: Sequence[Statement],
    slip: slips.Slip | None = None,
    *,
    bound: bool = False,
) -> Verdict:
    operands = tuple(
        Operand(
            figure=other.own(other.figure),
            unit=other.claim.unit,
            label=f"{other.teller.name}: {phrases.label(other.claim)}",
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
        computed=one.own(others[0].figure) if others else None,
        unit=one.claim.unit,
        confidence="consistent" if bound else "certain",
        doubt="many another figure would fit as well" if bound else None,
    )
    return blamed(made, slip) if outcome == CONTRADICTED else made
