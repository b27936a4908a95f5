"""Figures in running text: values, units, spans, hedges, and the numbers that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.figures import figures
from tidewaiter.documents.document import Block, Body


def read(text: str, language: str = "en") -> tuple[Figure, ...]:
    body = Body(text, (Block("paragraph", 0, len(text)),), range(len(text)), range(1, len(text) + 1))
    return figures(body, language=language)


def brief(text: str, language: str = "en") -> list[tuple[str, Decimal, str]]:
    return [(text[f.start : f.end], f.value, f.unit) for f in read(text, language)]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("worth $98.1m last year", "$98.1m", "98100000", "USD"),
        ("worth $1.76bn last year", "$1.76bn", "1760000000", "USD"),
        ("imported US$ 34.6 million of rice", "US$ 34.6 million", "34600000", "USD"),
        ("imported USD34.6 million of rice", "USD34.6 million", "34600000", "USD"),
        ("spent 846.6 million dollars", "846.6 million dollars", "846600000", "USD"),
        ("two-point-three billion dollars", "two-point-three billion dollars", "2300000000", "USD"),
        ("one billion-28 million won", "one billion-28 million won", "1028000000", "KRW"),
        ("887-thousand-892 tons", "887-thousand-892 tons", "887892", "tonnes"),
        ("it sold 37 227 tonnes", "37 227 tonnes", "37227", "tonnes"),
        ("tens of thousands of workers", "tens of thousands", "10000", "people"),
        ("dozens of ships", "dozens", "24", "ships"),
        ("half a million tonnes", "half a million tonnes", "500000", "tonnes"),
        ("a quarter of the trade", "a quarter", "25", "percent"),
        ("the trade grew 3.2-fold", "3.2-fold", "3.2", "times"),
        ("exports doubled in May", "doubled", "2", "times"),
        ("more than quintupled", "quintupled", "5", "times"),
        ("15 1/2 tonnes", "15 1/2 tonnes", "15.5", "tonnes"),
        ("2.5 crore people", "2.5 crore", "25000000", "people"),
        ("33 lakh doses", "33 lakh doses", "3300000", "doses"),
        ("cost RM53.5 million", "RM53.5 million", "53500000", "MYR"),
        ("fell minus 5 percent", "minus 5 percent", "-5", "percent"),
        ("by 2.3 percentage points", "2.3 percentage points", "2.3", "percentage_points"),
        ("200,750 pairs of surgical gloves", "200,750 pairs", "200750", "pairs"),
        ("95,000 thermometers", "95,000", "95000", "units"),
        ("paid $450 per tonne", "$450 per tonne", "450", "USD_per_tonne"),
        ("10,000 new cases per day", "10,000", "10000", "cases_per_day"),
    ],
)
def test_one_figure(text: str, span: str, value: str, unit: str) -> None:
    assert brief(text) == [(span, Decimal(value), unit)]


def test_a_fraction_of_thirty() -> None:
    [figure] = read("nearly one-thirtieth of the level")
    assert abs(figure.value - Decimal(100) / 30) < Decimal("1e-9")
    assert (figure.unit, figure.qualifier, figure.high) == ("percent", "nearly", figure.value)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("$3-5 million of rice", ("3000000", "5000000")),
        ("between $3 million and $5 million", ("3000000", "5000000")),
        ("Twenty or thirty large container trucks", ("20", "30")),
        ("18 to 20 percent", ("18", "20")),
    ],
)
def test_a_range_is_one_figure(text: str, ends: tuple[str, str]) -> None:
    [figure] = read(text)
    assert (figure.value, figure.upper) == (Decimal(ends[0]), Decimal(ends[1]))
    assert figure.qualifier == "between"


def test_a_change_is_two_figures() -> None:
    first, second = read("from 18 to 25 percent")
    assert (first.value, first.unit, second.value, second.unit) == (18, "percent", 25, "percent")
    assert second.changed_from == (first.start, first.end)


def test_a_list_shares_its_unit() -> None:
    assert brief("by 18 and 25 percent") == [("18", 18, "percent"), ("25 percent", 25, "percent")]
