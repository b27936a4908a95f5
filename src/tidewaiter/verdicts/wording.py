"""How a number, a period and a flow are said in the sentence that explains a verdict. No arithmetic but rounding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, getcontext

from tidewaiter.interval import Interval
from tidewaiter.period import SOME_YEAR, Period, Point

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
#: Digits that a reader still takes in; published figures rarely have more.
_DIGITS = 5
#: Years this near to the one that stands in for an unknown year are told by how far they are from it.
_FAR_YEARS = 10


#: How a printed figure was worded, before it.
HEDGES = {
    "approx": "about ", "more_than": "more than ", "less_than": "less than ",
    "nearly": "nearly ", "at_least": "at least ", "up_to": "up to ",
}  # fmt: skip


def rounded(value: Decimal, places: int) -> Decimal:
    """A number to so many places, or to as many as can be reckoned with where it has too many digits before them."""
    room = getcontext().prec - 1 - value.adjusted()
    return value.quantize(Decimal(1).scaleb(-min(places, room)), rounding=ROUND_HALF_EVEN)


def number(value: Decimal) -> str:
    """`14510000` as "14.51 million", `266891` as "266,891"; five digits at most once a word like "million" stands."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{_digits(value / scale)} {word}"
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return _digits(value)


def _digits(value: Decimal) -> str:
    """A number with five digits at most, thousands set apart, zeros at the end left out."""
    if value == 0:
        return "0"
    places = max(0, _DIGITS - 1 - value.adjusted())
    text = f"{rounded(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code: three capitals."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def money(currency: str, value: Decimal) -> str:
    """An amount of money: "$14.51 million", "CNY 3.2 million", "-$5 million"."""
    sign = "-" if value < 0 else ""
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    return f"{sign}{symbol}{number(abs(value))}"


def percent(value: Decimal) -> str:
    """A percentage to a tenth: "85.2%", "163.8%"; two digits kept where it is below one."""
    text = f"{rounded(value, 1 if abs(value) >= 1 else 2):,f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def amount(unit: str, value: Decimal) -> str:
    """A figure with its unit, whatever the unit is: money, percent, times, or a quantity ("95,000 units")."""
    if is_currency(unit):
        return money(unit, value)
    if unit == "percent":
        return percent(value)
    if unit == "percentage_points":
        return f"{percent(value)[:-1]} percentage points"
    return f"{number(value)} {unit.replace('_', ' ')}"


def figure(unit: str, interval: Interval) -> str:
    """An interval as a reader says it: "$14.51 million", "more than 10.6 million units", "between … and …"."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any amount"
    if high is None:
        assert low is not None
        return f"more than {amount(unit, low)}"
    if low is None:
        return f"at most {amount(unit, high)}"
    if low == high:
        return amount(unit, low)
    return f"between {amount(unit, low)} and {amount(unit, high)}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def day(when: date) -> str:
    """ "20 June 2022"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def _point(point: Point) -> str:
    if point.day:
        return f"{point.day} {_MONTHS[point.month - 1]}{_of_year(point.year)}"
    return f"{_MONTHS[point.month - 1]}{_of_year(point.year)}" if point.month else _year(point.year)


def _of_year(year: int) -> str:
    """Behind a month: its year; of a text without one, how far from its own."""
    if not _unknown(year):
        return f" {year}"
    return "" if year == SOME_YEAR else f" of {_year(year)}"


def _year(year: int) -> str:
    """A year; of a text without one, how far from its own."""
    if not _unknown(year):
        return str(year)
    apart = year - SOME_YEAR
    if not apart:
        return "that year"
    number = "the year" if abs(apart) == 1 else f"{abs(apart)} years"
    return f"{number} {'before' if apart < 0 else 'after'}"


def _unknown(year: int) -> bool:
    """Whether a year stands in for that of a text which names none."""
    return abs(year - SOME_YEAR) < _FAR_YEARS


def period(text: str | Period) -> str:
    """An ISO 8601 period in words: "May 2022", "January–April 2022", "2010–2019", "up to 9 June 2022"."""
    span = Period.parse(text) if isinstance(text, str) else text
    start, end = span.start, span.end
    if start is None:
        return f"up to {_point(end)}"
    if start == end:
        return _point(end)
    if not start.day and not end.day and start.year == end.year and start.month and end.month:
        return f"{_MONTHS[start.month - 1]}–{_MONTHS[end.month - 1]}{_of_year(end.year)}"
    if not start.month and not end.month:
        return f"{_year(start.year)}–{_year(end.year)}"
    return f"{_point(start)} to {_point(end)}"


def possessive(name: str) -> str:
    """ "China's", "the Philippines'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
