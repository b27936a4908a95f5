from decimal import Decimal

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.intervals import allowed, distance, excused, magnitude, outcome


def claim(text: str, value: str, unit: str = "USD", qualifier: str = "exact") -> Claim:
    return Claim("a.txt", 0, 9, text, (0, 99), Decimal(value), None, None, unit, qualifier=qualifier)


def exactly(value: str) -> Interval:
    return Interval.exactly(Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "computed", "expected"),
    [
        ("$16.7 million", "16700000", "USD", "exact", "16650000", "supported"),
        ("$16.7 million", "16700000", "USD", "exact", "16600000", "loose"),
        ("$16.7 million", "16700000", "USD", "exact", "15000000", "contradicted"),
        ("four times", "4", "times", "nearly", "3.5", "loose"),
        ("four times", "4", "times", "nearly", "3.8", "supported"),
        ("four times", "4", "times", "nearly", "2.5", "contradicted"),
        ("doubled", "2", "times", "exact", "2.1", "supported"),
        ("doubled", "2", "times", "exact", "2.3", "loose"),
        ("doubled", "2", "times", "exact", "3.1", "contradicted"),
        ("10.6 million", "10600000", "units", "more_than", "99000000", "supported"),
        ("10.6 million", "10600000", "units", "more_than", "10580000", "loose"),
        ("10.6 million", "10600000", "units", "more_than", "9000000", "contradicted"),
        ("$8,000", "8000", "USD", "less_than", "7900", "supported"),
        ("$8,000", "8000", "USD", "less_than", "80000", "contradicted"),
        ("110 tonnes", "110", "tonnes", "approx", "119", "supported"),
        ("110 tonnes", "110", "tonnes", "approx", "130", "loose"),
        ("ceased", "0", "USD", "exact", "0", "supported"),
        ("ceased", "0", "USD", "exact", "5000", "contradicted"),
        ("a quarter", "25", "percent", "exact", "23", "supported"),
        ("a third", "33.3333", "percent", "exact", "28", "loose"),
        ("a third", "33.3333", "percent", "exact", "25", "contradicted"),
        ("about a third", "33.3333", "percent", "approx", "28", "loose"),
        ("half", "50", "percent", "exact", "46", "supported"),
        ("half", "50", "percent", "exact", "58", "loose"),
        ("half", "50", "percent", "exact", "66", "contradicted"),
        ("two-thirds", "66.6667", "percent", "exact", "73", "supported"),
    ],
)
def test_fair_wording_is_never_contradicted(
    text: str, value: str, unit: str, qualifier: str, computed: str, expected: str
) -> None:
    assert outcome(claim(text, value, unit, qualifier), exactly(computed)) == expected


def test_what_is_excused_holds_what_is_allowed() -> None:
    for qualifier in ("exact", "approx", "more_than", "less_than", "nearly", "at_least", "up_to", "between"):
        said = claim("$5.5 million", "5500000", qualifier=qualifier)
        assert allowed(said).within(excused(said))


def test_distance() -> None:
    assert distance(exactly("10"), exactly("10")) == 0
    assert distance(exactly("5"), exactly("10")) == Decimal("0.5")
    assert distance(exactly("10"), exactly("5")) == Decimal("0.5")
    assert distance(exactly("0"), Interval(None, None)) == 0


@pytest.mark.parametrize("value", ["1", "10", "2000", "0.0005", "9.99E+27", "1E-400", "7E+999"])
def test_the_power_of_ten_of_a_value(value: str) -> None:
    assert magnitude(Decimal(value)) == pytest.approx(float(Decimal(value).log10()))


def test_nothing_has_no_power_of_ten() -> None:
    assert magnitude(Decimal(0)) == float(Decimal(0).log10())
