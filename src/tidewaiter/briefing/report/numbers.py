"""How a fact is printed. No arithmetic but rounding and the sign that the words beside it already say."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.verdicts.wording import amount, number, percent

#: Figures of a million and more are printed with so many digits; the full figure is one step away.
_DIGITS = 3
_MILLION = Decimal(1_000_000)
#: From here on nobody reads cents.
_WHOLE = Decimal(100)
_CENT = Decimal("0.01")

#: `amount` with its unit; `size` a change without its sign ("fell 81%"); `signed` a change in a table; `place` a rank
#: ("1st"); `bare` a count or a multiple without its unit; `gap` a difference without its sign ("$5 million less"),
#: `step` one with it, in a table.
FORMS = ("amount", "size", "signed", "place", "bare", "gap", "step")
_LEAST = "at least "
_LOADED = ", as loaded"
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def say(unit: str, value: Decimal, form: str = "amount", *, scope: str = "whole", below: Decimal | None = None) -> str:
    """The number in a form; one that is only a part says so, and a 0 that stands for little (`below`) what it is."""
    if form == "size":
        return percent(abs(value))
    if form == "gap":
        return amount(unit, _short(abs(value)))
    if form in ("signed", "step"):
        words = percent(abs(value)) if form == "signed" else amount(unit, _short(abs(value)))
        return f"{'+' if value > 0 else '−' if value < 0 else ''}{words}"
    if form == "place":
        return _place(int(value))
    if form == "bare":
        return _times(value)
    if below is not None and not value:
        return f"less than {amount(unit, _short(below))}{_LOADED if scope == 'least' else ''}"
    words = _unit_price(unit, value) if "_per_" in unit else amount(unit, _short(value))
    return f"{_LEAST}{words}" if scope == "least" and value else words


def _unit_price(unit: str, value: Decimal) -> str:
    money, _, each = unit.partition("_per_")
    cents = value.quantize(_CENT) if 1 <= abs(value) < _MILLION else _digits(value)
    return f"{amount(money, cents)} per {each.replace('_', ' ')}"


def _short(value: Decimal) -> Decimal:
    if abs(value) >= _MILLION:
        return _digits(value)
    if abs(value) >= _WHOLE:
        return value.quantize(Decimal(1))
    return value.quantize(_CENT) if abs(value) >= 1 else _digits(value)


def _digits(value: Decimal) -> Decimal:
    """The value with the digits that are printed; a small one keeps no noughts behind them."""
    found = value.quantize(Decimal(1).scaleb(value.adjusted() - _DIGITS + 1)) if value else value
    return found.normalize() if abs(found) < 1 else found


def _times(value: Decimal) -> str:
    return number(value.quantize(Decimal("0.1")) if value != value.to_integral_value() else value)


def _place(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else _ENDINGS.get(value % 10, "th")
    return f"{value}{ending}"
