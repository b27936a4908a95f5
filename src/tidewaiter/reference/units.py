"""Units: one spelling each, what they measure, and how those of one dimension turn into each other.

A unit is a currency (ISO 4217), an entry of `units.csv`, or a rate of two of them: `USD_per_tonne`, `cases_per_day`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tidewaiter.errors import ReferenceDataError, UsageError
from tidewaiter.reference import tables

_PER = "_per_"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; a value times `factor_to_base` is in the dimension's base unit (kg, litres, metres, days, units, …).

    Each currency and each counted noun has a dimension of its own, so that nothing turns dollars into yuan or pairs
    into pieces.
    """

    id: str
    dimension: str
    factor_to_base: Decimal
    singular: str


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency of ISO 4217, with the signs it is written with; several currencies share a sign."""

    code: str
    name: str
    minor_digits: int
    symbols: tuple[str, ...]


@cache
def currencies() -> dict[str, Currency]:
    """Every currency by its code."""
    return {
        row["code"]: Currency(row["code"], row["name"], int(row["minor_digits"]), tuple(row["symbols"].split()))
        for row in tables.rows("currencies.csv")
    }


@cache
def currency_symbols() -> dict[str, tuple[str, ...]]:
    """Sign to the codes it may stand for: `US$` one, `$` and `¥` several."""
    found: dict[str, tuple[str, ...]] = {}
    for currency in currencies().values():
        for symbol in currency.symbols:
            found[symbol] = (*found.get(symbol, ()), currency.code)
    return found


def is_currency(unit_id: str) -> bool:
    """Whether a unit is money."""
    return unit_id in currencies()


@cache
def _units() -> dict[str, Unit]:
    found = {}
    for row in tables.rows("units.csv"):
        unit_ = Unit(row["id"], row["dimension"], Decimal(row["factor_to_base"]), row["singular"])
        found[unit_.id] = unit_
    for code in currencies():
        found[code] = Unit(code, f"money:{code}", Decimal(1), code)
    return found


@cache
def _singulars() -> dict[str, Unit]:
    return {unit_.singular: unit_ for unit_ in _units().values()}


def unit_ids() -> tuple[str, ...]:
    """Every unit but rates: the ids of `units.csv`, then the currencies."""
    return tuple(_units())


@cache
def unit(unit_id: str) -> Unit:
    """A unit by its id, rates included; UsageError where there is none."""
    found = _units().get(unit_id)
    if found is not None:
        return found
    above, per, below = unit_id.partition(_PER)
    if not per:
        raise UsageError(f"no such unit: {unit_id!r}")
    numerator = _units().get(above)
    denominator = _singulars().get(below) or _units().get(below)
    if numerator is None or denominator is None:
        raise UsageError(f"no such unit: {unit_id!r}", cure="a rate is a unit, _per_, and the singular of a unit")
    return Unit(
        f"{numerator.id}{_PER}{denominator.singular}",
        f"{numerator.dimension}{_PER}{denominator.dimension}",
        numerator.factor_to_base / denominator.factor_to_base,
        f"{numerator.singular}{_PER}{denominator.singular}",
    )


def rate(numerator: str, denominator: str) -> str:
    """The id of a rate: `rate("USD", "tonnes")` is `USD_per_tonne`."""
    return unit(f"{numerator}{_PER}{unit(denominator).singular}").id


def dimension(unit_id: str) -> str:
    """What a unit measures: `mass`, `pairs`, `money:USD`, `money:USD_per_mass` …; UsageError for no unit."""
    return unit(unit_id).dimension


def convertible(unit_id: str, to: str) -> bool:
    """Whether a figure in one unit says how much it is in the other."""
    return dimension(unit_id) == dimension(to)


def convert(value: Decimal, unit_id: str, to: str) -> Decimal:
    """A value in another unit of the same dimension; UsageError where the dimensions differ."""
    if unit_id == to:
        return value
    if not convertible(unit_id, to):
        raise UsageError(
            f"{unit_id} does not turn into {to}", cure=f"one is {dimension(unit_id)}, the other {dimension(to)}"
        )
    return value * unit(unit_id).factor_to_base / unit(to).factor_to_base


@cache
def _customs_words(system: str) -> dict[str, str]:
    found = {row["word"]: row["unit"] for row in tables.rows("customs_units.csv") if row["system"] == system}
    if not found:
        raise ReferenceDataError(f"no list of quantity units for {system!r}", path="customs_units.csv")
    return found


def customs_unit(system: str, word: str | int) -> str | None:
    """The unit that a customs book's word or code stands for; None where the book says that there is none.

    `system` is comtrade, gacc, comext, india or russia. ReferenceDataError for a word that the book's list lacks.
    """
    words = _customs_words(system)
    wanted = str(word).strip()
    for spelling in (wanted, wanted.title(), wanted.lower(), wanted.upper()):
        if spelling in words:
            return words[spelling] or None
    raise ReferenceDataError(
        f"{system} has no quantity unit {wanted!r}",
        path="customs_units.csv",
        cure="add the word in a card of your own: like and unit_words, docs/sources.md",
    )
