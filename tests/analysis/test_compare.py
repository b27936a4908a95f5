from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.analysis import compare
from tidewaiter.interval import Interval

amounts = st.decimals(min_value=1, max_value=10**12, places=2)


def rounded(value: str, step: str) -> Interval:
    return Interval.rounded(Decimal(value), Decimal(step))


def test_a_change_of_rounded_figures_is_a_range() -> None:
    change = compare.change(rounded("14500000", "100000"), rounded("98000000", "1000000"))
    assert change.low is not None
    assert change.high is not None
    assert Decimal("-85.4") < change.low < Decimal("-85.2") < change.high < Decimal("-85.0")


@given(now=amounts, before=amounts)
def test_multiple_and_change_say_the_same(now: Decimal, before: Decimal) -> None:
    times = compare.multiple(Interval.exactly(now), Interval.exactly(before))
    change = compare.change(Interval.exactly(now), Interval.exactly(before))
    assert times.low is not None
    assert change.low == (times.low - 1) * 100


def test_nothing_is_known_of_a_change_from_zero() -> None:
    assert compare.change(Interval.exactly(Decimal(5)), Interval.exactly(Decimal(0))) == Interval(None, None)
    assert compare.share(Interval.exactly(Decimal(0)), Interval.exactly(Decimal(0))) == Interval(None, None)


def test_a_share_never_passes_a_hundred() -> None:
    share = compare.share(rounded("98", "1"), rounded("98.2", "0.1"))
    assert share.high == 100
    assert share.low is not None
    assert share.low < 100


def test_a_year_to_date_with_a_gap_is_not_known() -> None:
    one = Interval.exactly(Decimal(1))
    assert compare.year_to_date([one, one, one]) == Interval.exactly(Decimal(3))
    assert compare.year_to_date([one, None, one]) is None


@given(one=amounts, other=amounts)
def test_a_gap_is_the_same_from_both_sides(one: Decimal, other: Decimal) -> None:
    a, b = Interval.exactly(one), Interval.exactly(other)
    assert compare.gap(a, b) == compare.gap(b, a)
    assert (compare.gap(a, b) == 0) == (one == other)


@pytest.mark.parametrize(("bound", "figure", "gap"), [("5", "20", "3"), ("5", "5", "0"), ("5", "2", None)])
def test_a_gap_to_an_upper_bound(bound: str, figure: str, gap: str | None) -> None:
    found = compare.gap(Interval(None, Decimal(bound)), Interval.exactly(Decimal(figure)))
    assert found == (Decimal(gap) if gap else Decimal(0))


def test_a_gap_from_nothing_has_no_share() -> None:
    assert compare.gap(Interval.exactly(Decimal(0)), Interval.exactly(Decimal(3))) is None
