"""How exactly a round figure was meant: beside 342 and 314 million, 300 million is no figure to the nearest hundred.

A bare "300 million" may be anything from 250 to 350. Where a text writes its other figures of the unit to the million,
this one was written so, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.interval import last_digit
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.pen.slips import scale_word

#: So many figures must be written more exactly than in tens of their scale word.
_ENOUGH = 2
#: A figure with so many digits before its noughts is not rounded to them.
_TELLING = 3
#: No round figure is taken to be more exact than this share of itself.
_ROUND = Decimal("0.01")
#: … and where the others say what stands behind the hundreds of millions.
_ROUND_AMONG_FINER = Decimal("0.003")
#: Languages that part thousands by a comma, and decimals by a point alone.
_THOUSANDS = frozenset({"en", "ko", "zh", "ja"})
_MEGATONNES = re.compile(r"\d{1,3}(?:\.\d+)?[ -]?mt\.?", re.IGNORECASE)
_COMMA = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,])")
#: What makes an average of a figure so far behind it, and a hedge straight before one.
_AVERAGE, _REACH = re.compile(r"\b(?:average[ds]?|averaging)\b[^.;,]*\Z", re.IGNORECASE), 40
_HEDGE = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|approximately|close to|estimated|over|under|than)\W{1,3}\Z",
    re.IGNORECASE,
)
#: "18억3천만", "3억5120万": hundreds of millions and what is written behind them, and such without more.
_FINELY = re.compile(r"\d[억亿億] ?\d[\d,]*(?P<ten>[천백십千百])?[만万萬]")
_BARE = re.compile(r"(?<![\d.,])[\d,]+[억亿億](?! ?\d)")
#: How finely the last digit of such a figure is written, by what stands before the ten thousands.
_FINE = {
    "": Decimal(10**4),
    "십": Decimal(10**5),
    "백": Decimal(10**6),
    "百": Decimal(10**6),
    "천": Decimal(10**7),
    "千": Decimal(10**7),
}
#: What is dealt out in whole numbers.
_FOR_EACH = frozenset({"doses_per_person"})
#: "6천만", "2.4万", "3만": a number told in groups of ten thousands; and digits that say to what a figure was rounded.
_EAST, _FEW = re.compile(r"\d ?[천만억千万萬亿億]"), 1
#: Figures so many times as large, or as small, are written as finely; what is left open of a round one beside them.
_ALIKE, _LEFT_OPEN = 8, Decimal("0.01")
#: Two or three digits that are the whole figure, and no group of "5 000" or "5'000".
_WHOLE = re.compile(r"(?<![\d.,])(?<!\d[\s'’])[1-9]\d{1,3}(?![\d.,])(?![\s'’]\d)")


def reckoned(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, averages told to three digits no longer hedged: "an average of $54.26 million a month" was reckoned
    out, and is no estimate.
    """
    return [_plain(claim) if _is_reckoned(document, claim) else claim for claim in claims]


def _is_reckoned(document: Document, claim: Claim) -> bool:
    if claim.qualifier != "approx" or sum(map(str.isdigit, claim.text)) < _TELLING:
        return False
    place = document.body.locate(claim.start)
    lead = document.body.text[max(0, place - _REACH) : place]
    return _AVERAGE.search(lead) is not None and _HEDGE.search(lead) is None


def _plain(claim: Claim) -> Claim:
    return replace(claim, qualifier="exact", low=None, high=None)


def as_written(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, round ones with the narrower interval that the text's other figures give them."""
    written: dict[tuple[str, tuple[str, str]], list[Claim]] = defaultdict(list)
    for claim in claims:
        scale = scale_word(claim.text) if scope.is_some(claim) else None
        if scale is not None:
            written[claim.unit, scale].append(claim)
    narrowed: dict[tuple[int, int], Claim] = {}
    for same in written.values():
        exact = {claim.value for claim in same if not _round(claim)}
        if len(exact) >= _ENOUGH:
            narrowed.update({(c.start, c.end): _narrowed(c) for c in same if _round(c) and c.qualifier == "exact"})
    for bare, step in _bare_among_finer(claims):
        narrowed.setdefault((bare.start, bare.end), _within(bare, max(step / 2, bare.value * _ROUND_AMONG_FINER)))
    for bare, step in _short_among_finer(claims):
        narrowed.setdefault((bare.start, bare.end), _within(bare, max(step, bare.value * _LEFT_OPEN)))
    narrowed.update({(c.start, c.end): replace(c, low=c.value, high=c.value) for c in claims if _is_set(c)})
    return [narrowed.get((claim.start, claim.end), claim) for claim in claims]


def _bare_among_finer(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Decimal]]:
    """ "20억 달러" beside "18억3천만" and "3억5천만 달러": what is in whole 억, and how finely the others are."""
    by_unit: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if scope.is_some(claim) and claim.qualifier == "exact":
            by_unit[claim.unit].append(claim)
    for same in by_unit.values():
        steps = [_FINE[found["ten"] or ""] for c in same if (found := _FINELY.search(c.text))]
        if len(steps) >= _ENOUGH:
            yield from ((c, max(steps)) for c in same if _BARE.search(c.text))


def _short_among_finer(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Decimal]]:
    """ "8월 6천t" beside "7월 6천800t, 9월 7천200t": one digit, and how finely figures of its size are written."""
    alike: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if scope.is_some(claim) and claim.qualifier == "exact" and _EAST.search(claim.text):
            alike[claim.unit, claim.measure].append(claim)
    for same in alike.values():
        steps = [(c.value, last_digit(c.value)) for c in same]
        for claim, (value, step) in zip(same, steps, strict=True):
            if value / step >= 10**_FEW:
                continue
            finer = [s for v, s in steps if s * 10 <= step and value <= v * _ALIKE and v <= value * _ALIKE]
            if len(finer) >= _ENOUGH:
                yield claim, max(finer)


def _within(claim: Claim, half: Decimal) -> Claim:
    low, high = claim.value - half, claim.value + half
    return replace(
        claim,
        low=low if claim.low is None else max(claim.low, low),
        high=high if claim.high is None else min(claim.high, high),
    )


def _is_set(claim: Claim) -> bool:
    """Whether what is told is meant to the last digit, round as it is: a limit in digits, or two doses for each."""
    limit = claim.measure == "cap" and any(map(str.isdigit, claim.text))
    return claim.qualifier == "exact" and (limit or claim.unit in _FOR_EACH)


def mistakable(claim: Claim, language: str) -> bool:
    """Whether a figure may be another by how it is written.

    A comma before three digits may stand for thousands or for decimals ("48,942 millones"), and "11.2 mt" for metric
    tons or for millions of them.
    """
    if claim.unit == "tonnes" and _MEGATONNES.fullmatch(claim.text):
        return True
    return language not in _THOUSANDS and scale_word(claim.text) is not None and _COMMA.search(claim.text) is not None


def _round(claim: Claim) -> bool:
    """Whether a figure is written in whole tens of its scale word."""
    found = _WHOLE.search(claim.text)
    return found is not None and found[0].endswith("0")


def _narrowed(claim: Claim) -> Claim:
    found = _WHOLE.search(claim.text)
    assert found is not None
    # Three digits and a nought are no round figure any more.
    digits = len(found[0].rstrip("0"))
    half = max(claim.value / Decimal(found[0]) / 2, Decimal(0) if digits >= _TELLING else claim.value * _ROUND)
    low = claim.value - half if claim.low is None else max(claim.low, claim.value - half)
    high = claim.value + half if claim.high is None else min(claim.high, claim.value + half)
    return replace(claim, low=low, high=high)
