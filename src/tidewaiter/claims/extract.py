"""Figures become claims: each with what it measures, of what, between whom, when, against what, and who says so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from tidewaiter.claims.changes import headlines
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.columns import columns
from tidewaiter.claims.dates import dating, stand_in
from tidewaiter.claims.dates.seasons import season_start
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.interpret import Interpreter, author_of
from tidewaiter.claims.learning import outset
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading import reading
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.rules import Rules
from tidewaiter.documents.document import Document
from tidewaiter.period import Period, Point

#: How far down a text something beside the article may say whose currency it writes (the line with place and day).
_HEAD = 600


def extract(document: Document) -> tuple[Claim, ...]:
    """Every claimed figure of a document, in order of place. Never raises on any text."""
    from tidewaiter.claims.figures import figures

    head = document.text[:_HEAD].split("\n") if document.kind == "text" else []
    beside = "\n".join(line for line in head if line.strip() not in document.body.text)
    return extract_from(document, figures(document.body, language=document.language, beside=beside))


def extract_from(document: Document, found: Sequence[Figure]) -> tuple[Claim, ...]:
    """The claims that given figures of a document's body make.

    Where the day of the text is only a guess, it is read once more without one: what then has another time hangs on
    the guess, and says so (`Claim.guessed`). Where there is not even a guess, it is read with a year that stands in for
    the true one: what does not hang on that holds whatever the year.
    """
    read = reading.read(document.body, found, language=document.language)
    anchor = dating.anchor(document, read)
    if not dating.is_guessed(document):
        return _claims(document, found, read, anchor)
    claims = _claims(document, found, read.again(), anchor)
    if anchor.year is None:
        some = _claims(document, found, read.again(), stand_in.anchor(document))
        return _in_any_year(claims, some, read.text)
    certain = {_figure(c): (c.period, c.base_period) for c in _claims(document, found, read.again(), Anchor())}
    return tuple(
        replace(c, guessed=True) if certain.get(_figure(c)) != (c.period, c.base_period) else c for c in claims
    )


def _in_any_year(claims: Sequence[Claim], some: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """Claims of a text without a year, with what they say whatever that is: "in October, up from September" is month on
    month, and "in the same months of 2019" are those of 2019.
    """
    in_some = {_figure(c): c for c in some}
    own = stand_in.years_written(text)
    return tuple(_held(claim, in_some[_figure(claim)], own) if _figure(claim) in in_some else claim for claim in claims)


def _held(claim: Claim, some: Claim, own: Collection[str]) -> Claim:
    claim = replace(claim, in_some_year=(some.period, some.base_period))
    if claim.period is not None or some.period is None:
        return claim
    return replace(
        claim,
        comparison=some.comparison,
        period=None if stand_in.decides(some.period, own) else some.period,
        base_period=claim.base_period if stand_in.decides(some.base_period, own) else some.base_period,
    )


def _figure(claim: Claim) -> tuple[object, ...]:
    return claim.start, claim.end, claim.value


def _claims(document: Document, found: Sequence[Figure], read: Reading, anchor: Anchor) -> tuple[Claim, ...]:
    """The claims of a text as it reads where it was written on a day, in a year, or nobody knows when."""
    context = Context(anchor, speaker=author_of(document))
    outset.prime(context, read, document)
    anchor.season_start = season_start(read.text) if read.language == "en" else None
    anchor.data_end = dating.data_end(read, anchor)
    if anchor.data_end is not None and anchor.data_end.year == anchor.year:
        context.year_to_date = Period(Point(anchor.data_end.year, 1), anchor.data_end)
    interpreter = Interpreter(document, _rules(read, context), columns(document.body, read, found))
    pairs = [(claim, sentence.kind) for sentence in read.sentences for claim in interpreter.claims(sentence)]
    claims = headlines.completed([claim for claim, _ in pairs], [kind for _, kind in pairs])
    claims.sort(key=lambda claim: (claim.start, claim.end))
    return tuple(claims)


def _rules(read: Reading, context: Context) -> Rules:
    if read.language == "en":
        from tidewaiter.claims.english.rules import EnglishRules

        return EnglishRules(read, context)
    from tidewaiter.claims.asian.rules import AsianRules

    return AsianRules(read, context)
