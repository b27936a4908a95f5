from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.analysis.stretches import Stretch, ends, find_way
from tidewaiter.interval import Interval
from tidewaiter.period import Period


def stretch(period: str, value: int, width: int = 0) -> Stretch[str]:
    first, after = ends(Period.parse(period)) or (0, 0)
    return Stretch(first, after, Interval.rounded(Decimal(value), Decimal(width)), period)


def way(stretches: list[Stretch[str]], period: str):
    start, stop = ends(Period.parse(period)) or (0, 0)
    return find_way(stretches, start, stop)


@pytest.mark.parametrize(
    ("period", "months"),
    [("2022-05", 1), ("2022", 12), ("2022-01/2022-04", 4), ("2021-11/2022-02", 4), ("2019/2021", 36)],
)
def test_a_period_spans_its_months(period: str, months: int) -> None:
    found = ends(Period.parse(period))
    assert found is not None
    assert found[1] - found[0] == months


@pytest.mark.parametrize("period", ["/2022-05", "2022-05-09", "2022-05-09/2022-06"])
def test_days_and_open_beginnings_are_no_run_of_months(period: str) -> None:
    assert ends(Period.parse(period)) is None


def test_one_stretch_less_another() -> None:
    found = way([stretch("2022-01/2022-04", 270), stretch("2022-01/2022-03", 173)], "2022-04")
    assert found is not None
    assert found.figure == Interval.exactly(Decimal(97))
    assert [part.origin for part in found.added] == ["2022-01/2022-04"]
    assert [part.origin for part in found.taken] == ["2022-01/2022-03"]


def test_parts_add_up_to_a_longer_stretch() -> None:
    found = way(
        [stretch("2022-01/2022-04", 4), stretch("2022-05", 1), stretch("2022-06/2022-07", 2)], "2022-01/2022-07"
    )
    assert found is not None
    assert found.figure == Interval.exactly(Decimal(7))


def test_a_missing_month_leaves_no_way() -> None:
    assert way([stretch("2022-01/2022-03", 3), stretch("2022-05", 1)], "2022-01/2022-05") is None
    assert way([], "2022-05") is None


def test_the_direct_and_the_narrower_figure_is_preferred() -> None:
    found = way([stretch("2022-05", 15, 10), stretch("2022-05", 14, 1), stretch("2022-01/2022-05", 50)], "2022-05")
    assert found is not None
    assert found.plain
    assert found.figure == Interval(Decimal("13.5"), Decimal("14.5"))


def test_an_open_figure_is_the_last_resort() -> None:
    more_than = Stretch(*(ends(Period.parse("2022-01")) or (0, 0)), Interval(Decimal(5), None), "open")
    found = way([more_than, stretch("2022-02", 1)], "2022-01/2022-02")
    assert found is not None
    assert found.figure == Interval(Decimal(6), None)
    closed = way([more_than, stretch("2022-02", 1), stretch("2022-01/2022-02", 9)], "2022-01")
    assert closed is not None
    assert closed.figure == Interval.exactly(Decimal(8))


def test_rounding_never_gives_less_than_nothing() -> None:
    found = way([stretch("2022-01/2022-02", 10, 4), stretch("2022-01", 10, 4)], "2022-02")
    assert found is not None
    assert found.figure == Interval(Decimal(0), Decimal(4))


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=11), st.data())
def test_whatever_is_added_up_can_be_taken_apart_again(values: list[int], data: st.DataObject) -> None:
    months = [Stretch(i, i + 1, Interval.exactly(Decimal(value)), i) for i, value in enumerate(values)]
    whole = Stretch(0, len(values), Interval.exactly(Decimal(sum(values))), -1)
    gone = data.draw(st.integers(0, len(values) - 1))
    found = find_way([whole, *months[:gone], *months[gone + 1 :]], gone, gone + 1)
    assert found is not None
    assert found.figure == Interval.exactly(Decimal(values[gone]))


@given(st.lists(st.tuples(st.integers(0, 24), st.integers(1, 12), st.integers(1, 99)), max_size=30))
def test_any_way_leads_from_the_beginning_to_the_end(roads: list[tuple[int, int, int]]) -> None:
    stretches = [Stretch(a, a + n, Interval.exactly(Decimal(v)), i) for i, (a, n, v) in enumerate(roads)]
    found = find_way(stretches, 3, 9)
    if found is not None:
        months = sum(s.after - s.first for s in found.added) - sum(s.after - s.first for s in found.taken)
        assert months == 6
