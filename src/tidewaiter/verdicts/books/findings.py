"""What the ledger found, in words: who says it, of what, and how much."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.reference import goods as reference
from tidewaiter.verdicts import wording
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import joined, possessive


def source(evidence: Evidence) -> str:
    """Who says it: "China's customs figures, as published by Reuters on 20 June 2022,"."""
    owner = possessive(country(evidence.reporter))
    day = f" on {wording.day(evidence.released_on)}" if evidence.released_on and len(evidence.outlets) < 2 else ""
    if evidence.kind == "published":
        return f"{owner} customs figures, as published by {joined(evidence.outlets)}{day},"
    # The day on which a file was written is no day of publication.
    known = "release of" if evidence.dated else "from a file of"
    released = f", {known} {wording.day(evidence.released_on)}" if evidence.released_on else ""
    by_hand = ", corrected by hand" if evidence.corrections else ""
    return f"{owner} customs book ({evidence.source}{released}{by_hand})"


def origin(evidence: Evidence) -> str:
    """Where it comes from, for a list: "Reuters, 20 June 2022", "comtrade, release 2023-01-01"."""
    if evidence.kind == "published":
        day = f", {wording.day(evidence.released_on)}" if evidence.released_on else ""
        return f"{joined(evidence.outlets)}{day}"
    by_hand = f", corrected by hand ({'; '.join(evidence.corrections)})" if evidence.corrections else ""
    known = "release" if evidence.dated else "file of"
    return f"{evidence.source}, {known} {evidence.release}{by_hand}"


def subject(question: Question, evidence: Evidence | None = None) -> str:
    """Of what: "China's exports of face masks to North Korea in January–April 2022", as the book's keeper sees it."""
    goods = evidence.goods if evidence and evidence.goods else question.goods
    named = joined(_title(good) for good in goods)
    if not goods and question.hs and not question.total:
        named = f"goods of HS {joined(question.hs)}"
    of = f" of {named}" if named else ""
    when = wording.period(evidence.period if evidence and evidence.period else question.period)
    when = f" in {when}" if not when.startswith("up to") else f" {when}"
    one, other = country(question.exporter), country(question.importer)
    if question.two_way:
        return f"trade{' in ' + named if named else ''} between {one} and {other}{when}"
    if evidence is not None and evidence.flow == "import" and evidence.reporter == question.importer:
        return f"{possessive(other)} imports{of} from {one}{when}"
    return f"{possessive(one)} exports{of} to {other}{when}"


def _title(good: str) -> str:
    """What goods are called, in the plural where they are counted."""
    known = reference.goods().get(good)
    words = good.replace("_", " ")
    if good == reference.TOTAL or known is None:
        return "all goods" if good == reference.TOTAL else words
    names = known.names["en"]
    plural = f"{known.title}s"
    return words if words in names else plural if plural in names else known.title


def figure(evidence: Evidence) -> str:
    """How much: as printed where it is one printed figure, else what the parts come to."""
    if evidence.zero or (evidence.figure.low == evidence.figure.high == 0):
        return "nothing"
    if evidence.value is not None:
        return wording.HEDGES.get(evidence.qualifier, "") + wording.amount(evidence.unit, evidence.value)
    low, high = evidence.figure.low, evidence.figure.high
    if high is not None and not low:
        return f"no more than {wording.amount(evidence.unit, high)}"
    if low is not None and high is not None:
        return f"about {wording.amount(evidence.unit, _round(low, high))}"
    return wording.figure(evidence.unit, evidence.figure)


def _round(low: Decimal, high: Decimal) -> Decimal:
    """The middle, to no more digits than the width of the interval carries."""
    middle, width = (low + high) / 2, high - low
    return middle if width <= 0 else wording.rounded(middle, -width.adjusted())


def finding(question: Question, evidence: Evidence) -> str:
    """The whole clause: who puts what at how much, and how that was put together or bounded."""
    if evidence.zero:
        return f"{source(evidence)} covers {subject(question, evidence)} and holds no such row"
    verb = "puts" if evidence.kind == "customs" else "put"
    # What is loaded of a book is a bound of what the whole of it holds.
    some = evidence.kind == "customs" and not evidence.complete and evidence.value is not None
    bound = "no less than " if some and evidence.qualifier == "exact" else ""
    said = f"{source(evidence)} {verb} {subject(question, evidence)} at {bound}{figure(evidence)}"
    if evidence.made == "difference":
        return f"{said}, as the difference of longer stretches"
    if evidence.made == "balance":
        return f"{said}, as the trade both ways less the other way"
    if evidence.made == "sum" and evidence.kind == "published" and evidence.figure.high != 0:
        return f"{said}, added up"
    if evidence.wide and evidence.made != "whole":
        return f"{said}, under codes that also hold other goods"
    return said
