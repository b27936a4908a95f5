"""How verdicts put figures, periods, countries and goods into words a reader understands."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.errors import UsageError
from tidewaiter.interval import Interval
from tidewaiter.period import Period, Point

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_SCALES = (("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3))
_HEDGES = {
    "approx": "about ", "more_than": "more than ", "less_than": "less than ",
    "nearly": "nearly ", "at_least": "at least ", "up_to": "up to ",
}  # fmt: skip
#: A computed number is shown with so many significant digits; more would look like knowledge nobody has.
_SHOWN_DIGITS = 4
#: A claim's own wording is quoted up to this length; a longer one is restated.
_QUOTED = 40

_NOISE = re.compile(r"[\\\[\]*_`]|\(#\)|<[^<>]{0,200}>")


def rounded(value: Decimal, digits: int = _SHOWN_DIGITS) -> Decimal:
    """A number to so many significant digits; whole numbers below 10,000 stay as they are."""
    if value == 0 or (value == value.to_integral_value() and abs(value) < 10_000):
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1), rounding=ROUND_HALF_EVEN)


def plain(value: Decimal) -> str:
    """A number with thousands commas and no trailing zeros: `1,234.5`."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: Decimal, *, scale: str | None = None) -> str:
    """A number with a scale word where that is shorter: `14.5 million`, `930,932`; `scale` asks for one."""
    for name, power in _SCALES:
        short = value.scaleb(-power)
        if name == scale or (scale is None and power > 3 and abs(short) >= 1 and len(plain(short)) <= 7):
            return f"{plain(short)} {name}"
    return plain(value)


def amount(value: Decimal, unit: str, *, scale: str | None = None) -> str:
    """A number with its unit: `$14.5 million`, `85.2%`, `200,750 pairs`, `$793 per tonne`, `CNY 3 billion`."""
    base, per, divisor = unit.partition("_per_")
    tail = f" per {divisor.replace('_', ' ')}" if per else ""
    sign, size = ("−", -value) if value < 0 else ("", value)
    text = scaled(size, scale=scale)
    if base in _SYMBOLS:
        return f"{sign}{_SYMBOLS[base]}{text}{tail}"
    if re.fullmatch(r"[A-Z]{3}", base):
        return f"{base} {sign}{text}{tail}"
    if base == "percent":
        return f"{sign}{text}%{tail}"
    return f"{sign}{text} {base.replace('_', ' ')}{tail}".rstrip()


def shown(value: Decimal, unit: str) -> str:
    """A computed number with its unit, rounded for the eye."""
    return amount(rounded(value), unit)


def interval(figure: Interval, unit: str) -> str:
    """An interval in words: `between $14.45 million and $14.55 million`, `at least 81%`, `$311,000`."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return f"any number of {unit}"
    if low is None:
        assert high is not None
        return f"at most {shown(high, unit)}"
    if high is None:
        return f"at least {shown(low, unit)}"
    first, last = shown(low, unit), shown(high, unit)
    return first if first == last else f"between {first} and {last}"


def said(claim: Claim) -> str:
    """The figure as the writer put it, with its hedge: `nearly 95,000`, `$14.5 million`, `a fall of 85.2%`."""
    if claim.measure == "change" and claim.unit == "percent":
        way = {"increase": "a rise of ", "decrease": "a fall of "}.get(claim.direction, "a change of ")
        return f"{way}{_HEDGES.get(claim.qualifier, '')}{_figure(claim)}"
    return f"{_HEDGES.get(claim.qualifier, '')}{_figure(claim)}"


def _figure(claim: Claim) -> str:
    if claim.value == 0:
        return "none"
    quoted = " ".join(_NOISE.sub("", claim.text).split())
    has_digit = any(char.isdigit() for char in quoted)
    return quoted if has_digit and len(quoted) <= _QUOTED else amount(claim.value, claim.unit)


def goods(claim: Claim) -> str:
    """The goods as written, `all goods` for a total, `` where nothing is said."""
    if claim.goods == ("total",):
        return "all goods"
    return (claim.product or "").replace("|", ", ")


def country(code: str | None) -> str:
    """A country's English short name; the code where it is not known."""
    return "" if code is None else _country(code)


def _country(code: str) -> str:
    try:
        from tidewaiter.reference import countries
    except ImportError:
        return code
    return countries.name(code)


def flow(claim: Claim) -> str:
    """Who sent and who received: `China to North Korea`, `between China and North Korea`, `` where unknown."""
    if claim.sender and claim.receiver:
        return f"{country(claim.sender)} to {country(claim.receiver)}"
    if claim.sender:
        return f"from {country(claim.sender)}"
    if claim.receiver:
        return f"to {country(claim.receiver)}"
    if len(claim.partners) == 2:
        return f"between {country(claim.partners[0])} and {country(claim.partners[1])}"
    return ""


def _point(point: Point, *, year: bool = True) -> str:
    if not point.month:
        return str(point.year)
    words = _MONTHS[point.month - 1]
    if point.day:
        words = f"{point.day} {words}"
    return f"{words} {point.year}" if year else words


def period(text: str | None) -> str:
    """An ISO 8601 period in words: `May 2022`, `January to April 2022`, `up to 9 June 2022`, `` for None."""
    if text is None:
        return ""
    try:
        stretch = Period.parse(text)
    except UsageError:
        return text
    if stretch.start is None:
        return f"up to {_point(stretch.end)}"
    if stretch.start == stretch.end:
        return _point(stretch.end)
    same_year = stretch.start.year == stretch.end.year and stretch.start.month > 0
    return f"{_point(stretch.start, year=not same_year)} to {_point(stretch.end)}"


def about(claim: Claim) -> str:
    """What a claim is about, for an operand's label: `soybeans, China to North Korea, May 2022`."""
    return ", ".join(part for part in (goods(claim), flow(claim), period(claim.period)) if part)


def listing(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def sentence(text: str) -> str:
    """A sentence: first letter large, one full stop."""
    text = " ".join(text.split()).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."
