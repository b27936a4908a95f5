"""What a claim says, in the words of a reason: its figure as written, its goods, its flow, its period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from html import unescape

from tidewaiter.claims.claim import Claim
from tidewaiter.errors import UsageError
from tidewaiter.reference import countries
from tidewaiter.reference.areas import areas
from tidewaiter.verdicts import wording

_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
#: A claim's own wording is quoted up to this length; a longer one is restated.
_QUOTED = 40

#: Letters that a reader of English reasons may not be able to read.
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2c00-\ufdff]")
_NOISE = re.compile(r"[\\\[\]*_`]|\(#\)|<[^<>]{0,200}>")


def said(claim: Claim) -> str:
    """The figure as the writer put it, with its hedge: `nearly 95,000`, `$14.5 million`, `a fall of 85.2%`."""
    if claim.measure == "change":
        way = {"increase": "a rise of ", "decrease": "a fall of "}.get(claim.direction, "a change of ")
        return f"{way}{wording.HEDGES.get(claim.qualifier, '')}{_figure(claim)}"
    return f"{wording.HEDGES.get(claim.qualifier, '')}{_figure(claim)}"


def _figure(claim: Claim) -> str:
    if claim.value == 0:
        return "none"
    quoted = _quoted(claim)
    readable = any(char.isdigit() for char in quoted) and not _OTHER_SCRIPT.search(quoted)
    return quoted if readable and len(quoted) <= _QUOTED else amount(claim.unit, claim.value)


def _quoted(claim: Claim) -> str:
    return " ".join(_NOISE.sub("", unescape(claim.text)).split())


def words(claim: Claim) -> str:
    """A figure said in words, in quotation marks: `“more than doubled”`, `“3.5 times”`."""
    return f"“{wording.HEDGES.get(claim.qualifier, '')}{_quoted(claim)}”"


def amount(unit: str, value: Decimal, *, scale: str | None = None) -> str:
    """A figure with its unit; `scale` asks for a scale word ("$846.6 thousand"), and rates read "$793 per tonne"."""
    base, per, divisor = unit.partition("_per_")
    tail = f" per {divisor.replace('_', ' ')}" if per else ""
    if scale is None:
        return f"{wording.amount(base, value)}{tail}"
    short = value.scaleb(-_SCALES[scale])
    whole, _, rest = wording.amount(base, short).partition(wording.number(short))
    return f"{whole}{wording.number(short)} {scale}{rest}{tail}"


def goods(claim: Claim) -> str:
    """The goods as written, `all goods` for a total, empty where nothing is said."""
    if claim.goods == ("total",):
        return "all goods"
    return (claim.product or "").replace("|", ", ")


def thing(claim: Claim) -> str:
    """The figure with its goods: `$2.7 million of antibiotics`, `10.6 million masks`, `$98 million in all`."""
    if claim.goods == ("total",):
        return f"{said(claim)} in all"
    named = goods(claim)
    if not named:
        return said(claim)
    return f"{said(claim)} {named}" if claim.unit == "units" else f"{said(claim)} of {named}"


def level(claim: Claim) -> str:
    """The figure with its time: `$98 million in April 2022`."""
    when = period(claim.period)
    if not when:
        return said(claim)
    return f"{said(claim)} {when}" if when.startswith("up to") else f"{said(claim)} in {when}"


def digits(value: Decimal, places: int | None = None) -> str:
    """A number as it stands in arithmetic written out, rounded if wanted: `14.5 million`."""
    return wording.number(value if places is None else wording.rounded(value, places))


def country(code: str) -> str:
    """A country's English short name; the code where it is not known."""
    try:
        return countries.country(code).name
    except UsageError:
        return areas().get(code, code)


def possessives(codes: Iterable[str]) -> str:
    """Countries as owners: "India's and Nepal's"."""
    return wording.joined(wording.possessive(country(code)) for code in sorted(codes))


def flow(claim: Claim) -> str:
    """Who sent and who received: `China to North Korea`, `between China and North Korea`, empty where unknown."""
    if claim.sender and claim.receiver:
        return f"{country(claim.sender)} to {country(claim.receiver)}"
    if claim.sender:
        return f"from {country(claim.sender)}"
    if claim.receiver:
        return f"to {country(claim.receiver)}"
    if len(claim.partners) == 2:
        return f"between {country(claim.partners[0])} and {country(claim.partners[1])}"
    return ""


def period(text: str | None) -> str:
    """A period in words; empty for None, the text itself where it is no period."""
    try:
        return "" if text is None else wording.period(text)
    except UsageError:
        return text or ""


def scope(claim: Claim) -> str:
    """Whose trade and when: `China to North Korea, May 2022`."""
    return ", ".join(part for part in (flow(claim), period(claim.period)) if part)


def about(claim: Claim) -> str:
    """What a claim is about, for an operand's label: `soybeans, China to North Korea, May 2022`."""
    return ", ".join(part for part in (goods(claim), scope(claim)) if part)


def label(claim: Claim) -> str:
    """A claim as an operand: `a fall of 85.2% (all goods, China to North Korea, May 2022)`."""
    return f"{said(claim)} ({about(claim)})" if about(claim) else said(claim)


def sentence(text: str) -> str:
    """A sentence: first letter large, one full stop."""
    text = " ".join(text.split()).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."
