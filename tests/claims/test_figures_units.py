"""Every unit that the vocabulary can give is one the unit table knows, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tidewaiter.claims.figures import quantities
from tidewaiter.claims.numbers.vocabulary import Vocabulary, vocabulary
from tidewaiter.reference.units import unit

LANGUAGES = ("en", "ko", "zh", "ja", "ru", "de", "fr", "es")


def leaves(node: dict[str, Any]) -> Iterator[Any]:
    for key, below in node.items():
        if key == "":
            yield below
        else:
            yield from leaves(below)


def names(words: Vocabulary) -> Iterator[str]:
    for phrases in (words.units, words.counted, words.singular):
        for found in leaves(phrases._forward):
            if found.kind != "none" and found.name not in words.shared:
                yield found.name
    for rates in (words.rates, words.rates_before, words.rate_adverbs):
        for found in leaves(rates._forward):
            yield f"units_per_{found}"
    yield from (name for name in leaves(words.units_before._forward))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_is_known(language: str) -> None:
    unknown = set()
    for name in set(names(vocabulary(language))):
        try:
            unit(name)
        except Exception:
            unknown.add(name)
    assert not unknown, f"add to units.csv or spell as there: {sorted(unknown)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_shared_currencies_name_real_ones(language: str) -> None:
    for name, table in vocabulary(language).shared.items():
        for key, value in table.items():
            for code in value.split("|") if key in {"default", "glossed", "counted"} else [key]:
                assert unit(code), (name, code)


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("India bought 2.5 million tonnes (MT) of urea in April and 3.1 MT in May.", "3100000.0", "tonnes"),
        (
            "India bought 2.5 million metric tons (MT) of urea in April and 3.1 million MT in May.",
            "3100000.0",
            "tonnes",
        ),
        ("India bought 2.5 million tonnes (MT) of urea in April and 30,000 MT in May.", "30000", "tonnes"),
        ("India bought 300 tonnes in April, at $58 per 1 kilogramme.", "58", "USD_per_kg"),
        ("Exports of urea fell 22pc.", "22", "percent"),
        ("India bought 500 pcs of masks.", "500", "masks"),
    ],
)
def test_abbreviated_units(text: str, value: str, name: str) -> None:
    last = quantities(text)[-1]
    assert (str(last.value), last.unit) == (value, name)


@pytest.mark.parametrize(
    ("text", "values", "name"),
    [
        ("In Ahvaz bread went from 12,000 to 15,000 tomans.", ["120000", "150000"], "IRR"),
        ("Ore output rose from 1,400 to 1,750 kilotonnes.", ["1400000", "1750000"], "tonnes"),
        ("Sugar sold at 18 and 22 cents.", ["0.18", "0.22"], "USD"),
        ("Fields gave 18 and 25 bcm in the two years.", ["18000000000", "25000000000"], "cubic_metres"),
    ],
)
def test_what_leaves_its_unit_out_is_told_in_the_same_large_one(text: str, values: list[str], name: str) -> None:
    found = quantities(text)
    assert [(f.value, f.unit) for f in found[:2]] == [(Decimal(value), name) for value in values]


def test_a_range_in_a_large_unit_is_of_it_at_both_ends() -> None:
    (rent,) = quantities("A room costs 400,000 to 500,000 tomans.")
    assert (rent.value, rent.upper, rent.unit) == (Decimal(4_000_000), Decimal(5_000_000), "IRR")


def test_a_large_number_before_its_percentage_is_no_percentage() -> None:
    amount, share = quantities("Of the cars, Vietnam took 140,000, or 20 percent.")
    assert amount.unit != "percent"
    assert (share.value, share.unit) == (20, "percent")
    first, second, step = quantities("Flour went from 76,000 to 95,000, or 25 percent.")
    assert [f.unit == "percent" for f in (first, second, step)] == [False, False, True]
