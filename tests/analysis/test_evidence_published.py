"""Evidence from published figures: as printed, put together, and as bounds."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_ledger import MadeLedger, row

from tidewaiter.analysis.answers import Desk
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.analysis.series import series
from tidewaiter.interval import Interval
from tidewaiter.period import Period


def said(period: str, value: float | None, *, product: str = "total", step: float = 1, **more: Any) -> dict[str, Any]:
    """A published figure, exact to `step`."""
    half = Decimal(str(step)) / 2
    figure = Decimal(str(value if value is not None else more["quantity"]))
    low, high = more.pop("low", figure - half), more.pop("high", figure + half)
    day = more.pop("day", date(2022, 6, 20))
    filled = {
        "source": "press",
        "release": str(day),
        "released_on": day,
        "edition": None,
        "valuation": None,
        "product": product,
        "qualifier": "exact",
        "url": "https://example.org/page",
        "currency": None if value is None else "USD",
        **more,
    }
    return row(period, "TOTAL" if product == "total" else None, value, low=low, high=high, **filled)


def ask(
    rows: list[dict[str, Any]], period: str, *, exporter: str = "CHN", importer: str = "PRK", **more: Any
) -> list[Evidence]:
    question = {"unit": "USD", "total": not more.get("goods"), **more}
    return list(Desk(MadeLedger(rows)).evidence(Question(exporter, importer, Period.parse(period), **question)))


def test_a_figure_as_printed() -> None:
    (found,) = ask([said("2022-04", 98_100_000, step=100_000)], "2022-04")
    assert found.figure == Interval(Decimal(98_050_000), Decimal(98_150_000))
    assert (found.kind, found.made, found.complete, found.wide, found.slack) == ("published", "direct", True, False, 0)
    assert found.rows[0].url == "https://example.org/page"
    assert found.outlets == ("example.org",)


def test_the_importers_side_of_a_figure() -> None:
    rows = [said("2022-04", 4_250_000, flow="import")]
    assert ask(rows, "2022-04", exporter="PRK", importer="CHN")[0].value == 4_250_000
    assert ask(rows, "2022-04") == []


def test_each_publication_is_a_witness_of_its_own() -> None:
    rows = [said("2022-04", 98), said("2022-04", 97, day=date(2023, 6, 20), url="https://example.net/b")]
    assert [found.value for found in ask(rows, "2022-04")] == [98, 97]
    assert [found.value for found in ask(rows, "2022-04", as_of=date(2022, 12, 31))] == [98]


def test_months_are_taken_from_longer_stretches() -> None:
    (found,) = ask([said("2022-01/2022-04", 270), said("2022-01/2022-03", 173)], "2022-04")
    assert found.made == "difference"
    assert 97 in found.figure
    assert found.slack > 0
    assert len(found.rows) == 2


def test_both_ways_and_one_way() -> None:
    out, back, both = said("2022-04", 98), said("2022-04", 4, flow="import"), said("2022-04", 102, flow="trade")
    (added,) = ask([out, back], "2022-04", two_way=True)
    assert (added.made, 102 in added.figure) == ("sum", True)
    (printed,) = ask([both], "2022-04", exporter="PRK", importer="CHN", two_way=True)
    assert printed.made == "direct"
    (left,) = ask([both, back], "2022-04")
    assert (left.made, 98 in left.figure) == ("balance", True)


def masks(period: str, quantity: float, **more: Any) -> dict[str, Any]:
    return said(period, None, product="masks", good="masks", quantity=quantity, unit="units", **more)


def test_a_part_of_the_time_is_a_lower_bound() -> None:
    (found,) = ask([masks("2022-04", 1000)], "2022-01/2022-04", goods=("masks",), unit="units")
    assert (found.made, found.complete) == ("part", False)
    assert found.bounds.high is None
    assert found.period == Period.parse("2022-04")


def test_more_than_was_asked_is_an_upper_bound() -> None:
    (found,) = ask([said("2022-05", 14_510_000)], "2022-05", goods=("wheat_flour",))
    assert (found.made, found.wide) == ("whole", True)
    assert found.bounds.low == 0
    assert found.goods == ("total",)


def test_a_whole_of_nothing_is_nothing() -> None:
    (found,) = ask([said("2022-05", 0, step=0)], "2022-05", goods=("wheat_flour",))
    assert (found.made, found.wide, found.figure) == ("direct", False, Interval.exactly(Decimal(0)))


def test_nothing_in_dollars_is_nothing_in_pieces() -> None:
    zero = said("2022-05", 0, product="masks", good="masks", step=0)
    (found,) = ask([zero], "2022-05", goods=("masks",), unit="units")
    assert found.figure == Interval.exactly(Decimal(0))


def test_several_goods_are_added_only_where_each_is_known() -> None:
    known = [masks("2022-05", 0, step=0), said("2022-05", 0, product="vaccines", good="vaccines", step=0)]
    (whole,) = ask(known, "2022-05", goods=("masks", "vaccines"), unit="units")
    assert whole.complete
    (part,) = ask(known[:1], "2022-05", goods=("masks", "vaccines"), unit="units")
    assert not part.complete
    assert part.limits is not None
    assert "vaccines" in part.limits


def test_goods_are_known_by_the_words_they_were_printed_with() -> None:
    narrow = said("2022-04", 266_891, product="non-invasive ventilators", good="ventilators")
    (found,) = ask([narrow], "2022-04", goods=("ventilators_noninvasive",))
    assert found.made == "direct"
    (part,) = ask([narrow], "2022-04", goods=("ventilators",))
    assert part.made == "part"


def test_units_of_one_dimension_are_converted() -> None:
    rice = said("2022-04", None, product="rice", good="rice", quantity=65, unit="tonnes", step=0)
    (found,) = ask([rice], "2022-04", goods=("rice",), unit="kg")
    assert found.value == 65_000
    assert ask([rice], "2022-04", goods=("rice",), unit="units") == []


def test_what_nobody_printed_is_not_known() -> None:
    assert ask([said("2022-05", 14)], "2023-07") == []


@pytest.mark.parametrize(("period", "made"), [("/2022-05", "part"), ("2022-05-09", "whole")])
def test_a_month_is_only_a_bound_for_days_and_for_all_time(period: str, made: str) -> None:
    assert [found.made for found in ask([said("2022-05", 14)], period)] == [made]


def test_a_series_shows_what_was_printed_last_and_says_so() -> None:
    rows = [said("2022-04", 98), said("2022-04", 97, day=date(2023, 6, 20)), said("2022-05", 14)]
    found = series(
        MadeLedger(rows), reporter="CHN", partner="PRK", flow="export", hs="TOTAL", start="2022-04", end="2022-06"
    )
    assert [point.value_usd for point in found] == [97, 14, None]
    assert not any(point.covered for point in found)
    assert "newspapers" in found.notes[0]
    earlier = series(
        MadeLedger(rows), reporter="CHN", partner="PRK", flow="export", hs="TOTAL", start="2022-04", end="2022-04",
        as_of=date(2022, 12, 31),
    )  # fmt: skip
    assert earlier.points[0].value == 98


def test_a_series_of_goods_by_name() -> None:
    found = series(
        MadeLedger([masks("2022-04", 1000)]),
        reporter="CHN",
        partner="PRK",
        flow="export",
        hs="masks",
        start="2022-04",
        end="2022-04",
    )
    assert (found.points[0].quantity, found.points[0].unit) == (1000, "units")
