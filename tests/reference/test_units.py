"""Units: one spelling each, conversion only inside a dimension, the words of customs books."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.errors import ReferenceDataError, UsageError
from tidewaiter.reference import tables
from tidewaiter.reference.units import (
    convert,
    convertible,
    currencies,
    currency_symbols,
    customs_unit,
    dimension,
    is_currency,
    rate,
    unit,
    unit_ids,
)

WRITTEN = [
    "USD", "KRW", "percent", "percentage_points", "times", "people", "cases", "doses", "units", "pairs", "sets", "tonnes", "kg", "g",
    "litres", "barrels", "trucks", "containers", "days", "companies", "countries", "households", "ships", "trains", "flights", "km",
    "hectares", "kWh", "MWh", "years", "months", "celsius",
]  # fmt: skip


@pytest.mark.parametrize("unit_id", WRITTEN)
def test_the_contract_units_exist(unit_id: str) -> None:
    assert unit(unit_id).id == unit_id
    assert unit_id in unit_ids()


@pytest.mark.parametrize(
    ("value", "unit_id", "to", "expected"),
    [
        ("3", "tonnes", "kg", "3000"),
        ("1", "kg", "g", "1000"),
        ("1", "barrels", "litres", "158.987294928"),
        ("1", "MWh", "kWh", "1000"),
        ("2", "dozens", "units", "24"),
        ("5", "thousand_units", "units", "5000"),
        ("3", "years", "months", "36"),
        ("25", "basis_points", "percentage_points", "0.25"),
        ("120", "USD_per_tonne", "USD_per_kg", "0.12"),
        ("1", "pounds", "kg", "0.45359237"),
    ],
)
def test_conversion(value: str, unit_id: str, to: str, expected: str) -> None:
    assert convert(Decimal(value), unit_id, to) == Decimal(expected)


@pytest.mark.parametrize(
    ("unit_id", "to"),
    [
        ("pairs", "units"),
        ("USD", "CNY"),
        ("percent", "percentage_points"),
        ("percent", "times"),
        ("kg", "litres"),
        ("boxes", "units"),
        ("days", "months"),
        ("celsius", "fahrenheit"),
        ("people", "cases"),
        ("barrels", "tonnes"),
        ("USD_per_tonne", "EUR_per_tonne"),
        ("sets", "units"),
    ],
)
def test_nothing_turns_into_another_dimension(unit_id: str, to: str) -> None:
    assert not convertible(unit_id, to)
    with pytest.raises(UsageError):
        convert(Decimal(1), unit_id, to)


PAIRS = [(one, other) for one in unit_ids() for other in unit_ids() if dimension(one) == dimension(other)]


@given(st.sampled_from(PAIRS), st.decimals(min_value="0.001", max_value="1e9", places=3))
def test_conversion_goes_there_and_back(pair: tuple[str, str], value: Decimal) -> None:
    one, other = pair
    back = convert(convert(value, one, other), other, one)
    assert abs(back - value) <= value * Decimal("1e-20")


def test_rates() -> None:
    assert rate("USD", "tonnes") == "USD_per_tonne"
    assert rate("cases", "days") == "cases_per_day"
    assert unit("USD_per_tonnes").id == "USD_per_tonne"
    assert dimension("people_per_day") == "people_per_time"


@pytest.mark.parametrize("unit_id", ["ton", "pieces", "usd", "", "USD_per_", "_per_day", "USD_per_day_per_person"])
def test_no_such_unit(unit_id: str) -> None:
    with pytest.raises(UsageError):
        unit(unit_id)


def test_every_unit_has_one_spelling_and_a_source() -> None:
    rows = list(tables.rows("units.csv"))
    assert all(row["source"] and Decimal(row["factor_to_base"]) > 0 for row in rows)
    for key in ("id", "singular"):
        values = [row[key] for row in rows]
        assert len(set(values)) == len(values)
    bases = {row["dimension"] for row in rows if Decimal(row["factor_to_base"]) == 1}
    assert bases == {row["dimension"] for row in rows}, "each dimension needs a base unit"
    assert not {row["id"] for row in rows} & set(currencies())


def test_currencies() -> None:
    assert is_currency("USD")
    assert not is_currency("usd")
    assert currency_symbols()["US$"] == ("USD",)
    assert set(currency_symbols()["¥"]) == {"CNY", "JPY"}
    assert {"KRW", "KPW"} <= set(currency_symbols()["₩"])
    assert len(currencies()) > 150
    assert currencies()["JPY"].minor_digits == 0


@pytest.mark.parametrize(
    ("system", "word", "expected"),
    [
        ("comtrade", 8, "kg"),
        ("comtrade", 5, "units"),
        ("comtrade", "6", "pairs"),
        ("comtrade", "2u", "pairs"),
        ("comtrade", -1, None),
        ("comtrade", "N/A", None),
        ("gacc", "千克", "kg"),
        ("gacc", "Kilogram", "kg"),
        ("gacc", "Number of item", "units"),
        ("gacc", "双", "pairs"),
        ("gacc", "台", "units"),
        ("gacc", "升", "litres"),
        ("gacc", "—", None),
        ("gacc", "-", None),
        ("gacc", "In Thousands", "thousand_units"),
        ("india", "KGS", "kg"),
        ("india", "nos", "units"),
        ("comext", "NO_SU", None),
        ("comext", "PA", "pairs"),
        ("russia", "796", "units"),
    ],
)
def test_customs_units(system: str, word: str | int, expected: str | None) -> None:
    assert customs_unit(system, word) == expected


@pytest.mark.parametrize(
    ("system", "word"), [("gacc", "桶儿"), ("comtrade", "77"), ("comtrade", "furlong"), ("mars", "kg")]
)
def test_unknown_customs_units_are_errors(system: str, word: str) -> None:
    with pytest.raises(ReferenceDataError):
        customs_unit(system, word)


def test_every_customs_word_leads_to_a_unit() -> None:
    for row in tables.rows("customs_units.csv"):
        assert row["source"]
        assert not row["unit"] or unit(row["unit"]).id == row["unit"]
