"""Claims against the book of published figures that comes with the package."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said import BOTH_WAYS, article, claimed

from tidewaiter.ledger.store import open_ledger
from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.verdict import Verdict

LEDGER = open_ledger(None)
IN_MAY = {"period": "2022-05"}


def verdict(figure: str, value: str | float, **slots: Any) -> Verdict:
    document, claim = claimed(figure, value, **slots)
    (found,) = against_ledger(document, [claim], LEDGER)
    return found


# -- what the book bears out ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "value", "slots"),
    [
        ("$98 million", 98e6, {}),
        ("$98.1 million", 98_100_000, {}),
        ("$14.5 million", 14_500_000, IN_MAY),
        ("$14.51 million", 14_510_000, IN_MAY),
        ("$14,512,000", 14_512_000, IN_MAY),
        ("nearly $100 million", 100e6, {"qualifier": "nearly"}),
        ("about $100 million", 100e6, {"qualifier": "approx"}),
        ("more than $98 million", 98e6, {"qualifier": "more_than"}),
        ("less than $15 million", 15e6, {**IN_MAY, "qualifier": "less_than"}),
        ("up to $100 million", 100e6, {"qualifier": "up_to"}),
        ("$102.3 million", 102_300_000, BOTH_WAYS),
        ("$20.31 million", 20_310_000, {**BOTH_WAYS, **IN_MAY}),
        ("$4.25 million", 4_250_000, {"sender": "PRK", "receiver": "CHN"}),
        ("10.7 million", 10_700_000, {"unit": "units", "measure": "trade_quantity", "goods": ("masks",), "product": "textile face masks", "period": "2022-01/2022-04"}),
        ("more than 10.6 million", 10_600_000, {"qualifier": "more_than", "unit": "units", "measure": "trade_quantity", "goods": ("masks",), "product": "masks", "period": "2022-01/2022-04"}),
        ("nearly 95,000", 95_000, {"qualifier": "nearly", "unit": "units", "measure": "trade_quantity", "goods": ("thermometers",), "product": "thermometers", "period": "2022-01/2022-04"}),
        ("1,000", 1_000, {"unit": "units", "measure": "trade_quantity", "goods": ("ventilators",), "product": "ventilators", "period": "2022-01/2022-04"}),
        ("$267,000", 267_000, {"goods": ("ventilators",), "product": "noninvasive ventilators", "period": "2022-01/2022-04"}),
        ("$311,000", 311_000, {"goods": ("vaccines",), "product": "unspecified vaccines", "period": "2022-02"}),
        ("a little over $300,000", 300_000, {"qualifier": "more_than", "goods": ("vaccines",), "product": "unidentified vaccines", "period": "2022-02"}),
    ],
)  # fmt: skip
def test_the_book_bears_it_out(figure: str, value: float, slots: dict[str, Any]) -> None:
    found = verdict(figure, value, **slots)
    assert found.outcome == "supported", found.reason
    assert found.check == "statistics"
    assert all(operand.rows for operand in found.operands)
    assert all(row.source == "press" and row.url and row.line for operand in found.operands for row in operand.rows)


def test_the_reason_is_one_sentence_with_the_figure_and_where_it_stands() -> None:
    found = verdict("$14.5 million", 14_500_000, **IN_MAY)
    assert found.reason == (
        "China's customs figures, as published by mamardi.com (Reuters) on 20 June 2022, put China's exports to North "
        "Korea in May 2022 at $14.51 million."
    )
    assert found.repeat is not None
    assert "--from 2022-05 --to 2022-05" in found.repeat


@pytest.mark.parametrize("unit", ["units", "USD"])
def test_none_of_several_goods(unit: str) -> None:
    goods = ("masks", "thermometers", "rubber_gloves", "ventilators", "vaccines")
    found = verdict(
        "any", 0, unit=unit, measure="trade_quantity", goods=goods, product="masks|thermometers|…", **IN_MAY,
        text="Customs data showed that North Korea did not import any masks, thermometers, rubber gloves, ventilators or vaccines.",
    )  # fmt: skip
    assert found.outcome == "supported"
    assert "nothing" in found.reason


def test_none_of_a_part_is_not_none_of_the_whole() -> None:
    found = verdict(
        "no",
        0,
        goods=("pandemic_supplies",),
        product="pandemic supplies",
        text="It imported no pandemic supplies.",
        **IN_MAY,
    )
    assert found.outcome == "unchecked"
    assert "part" in found.reason


def test_the_month_is_what_the_longer_stretches_leave() -> None:
    found = verdict("$97.2 million", 97_200_000)
    assert found.outcome == "supported"
    assert "difference of longer stretches" in found.reason
    assert len(found.operands[0].rows) == 2


def test_both_ways_together_when_only_each_way_is_printed() -> None:
    found = verdict("$91.6 million", 91_600_000, period="2020-06", unit="USD", sender="CHN", receiver="PRK")
    assert found.outcome in ("loose", "unchecked")
    found = verdict("$15.11 million", 15_110_000, period="2021-01/2021-03", **BOTH_WAYS)
    assert found.outcome != "contradicted"


@pytest.mark.parametrize(
    ("figure", "value", "slots"),
    [
        ("85.2%", 85.2, {"comparison": "mom", "base_period": "2022-04", "direction": "decrease", **IN_MAY}),
        ("more than 80 percent", 80, {"qualifier": "more_than", "comparison": "mom", "direction": "decrease", **IN_MAY}),
        ("163.8%", 163.8, {"comparison": "mom", "direction": "increase", "period": "2020-05", **BOTH_WAYS}),
        ("72%", 72, {"comparison": "mom", "direction": "increase", "period": "2022-04"}),
        ("tripled", 3.4, {"unit": "times", "comparison": "yoy", "direction": "increase", "text": "Customs data: exports more than tripled."}),
    ],
)  # fmt: skip
def test_changes_that_the_book_bears_out(figure: str, value: float, slots: dict[str, Any]) -> None:
    found = verdict(figure, value, measure="change", **{"unit": "percent", **slots})
    assert found.outcome == "supported", found.reason
    assert len(found.operands) == 2


def test_a_ratio_to_an_earlier_month() -> None:
    found = verdict(
        "a seventh", 0.148, measure="ratio", unit="times", comparison="vs_period", base_period="2022-04", **IN_MAY
    )
    assert found.outcome == "supported"


# -- what need not be wrong -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "value", "slots"),
    [
        # Rounded, cut, hedged.
        ("$99 million", 99e6, {}),
        ("$97 million", 97e6, {}),
        ("almost $95 million", 95e6, {"qualifier": "nearly"}),
        ("some $90 million", 90e6, {"qualifier": "approx"}),
        ("$15 million", 15e6, IN_MAY),
        ("$14 million", 14e6, IN_MAY),
        ("$10 million", 10e6, IN_MAY),
        # Another release, export against import prices, the other country's book.
        ("$104 million", 104e6, {}),
        ("$93.2 million", 93_200_000, {}),
        ("$107.5 million", 107_500_000, {}),
        # Another source or definition.
        ("$160 million", 160e6, {"text": "KOTRA, which adds crude oil, put the exports at $160 million."}),
        ("$160 million", 160e6, {"attribution": "Korea Trade-Investment Promotion Agency"}),
        ("$45 million", 45e6, {"text": "Estimates put the exports at $45 million."}),
        ("$45 million", 45e6, {"attribution": "a United Nations panel"}),
        ("$45 million", 45e6, {"source_kind": "anonymous"}),
        ("$45 million", 45e6, {"source_kind": "named_expert"}),
        # A part of the trade.
        ("$9.8 million", 9_800_000, {"text": "Exports from Liaoning province came to $9.8 million."}),
        ("$980,000", 980_000, {"text": "Exports by rail came to $980,000."}),
        # Not said as a fact.
        ("$980 million", 980e6, {"modality": "planned"}),
        ("$980 million", 980e6, {"modality": "expected"}),
        ("$980 million", 980e6, {"modality": "denied"}),
        # Time, goods or parties not said.
        ("$980 million", 980e6, {"period": None}),
        ("$980 million", 980e6, {"period": "/2022-05"}),
        ("$980 million", 980e6, {"period": "2022-04-12"}),
        ("$980 million", 980e6, {"sender": None}),
        ("$980 million", 980e6, {"goods": (), "product": "unobtainium"}),
        ("$980 million", 980e6, {"goods": (), "product": None}),
        # Another currency.
        ("655 million yuan", 655e6, {"unit": "CNY"}),
        # Read by a rule that leaves doubt, and explained by no slip.
        ("$45 million", 45e6, {"rules": {"period": "the time of the sentence before"}}),
        ("$57 million", 57e6, {"rules": {"period": "the time of the sentence before"}}),
        ("$45 million", 45e6, {"rules": {"parties": "the flow of the sentence before"}}),
        ("$3 million", 3e6, {"rules": {"product": "no goods named in a new paragraph"}, "text": "Sugar came to $3 million."}),
        # Goods narrower than the book's.
        ("2 million", 2e6, {"unit": "units", "measure": "trade_quantity", "goods": ("masks",), "product": "N95 respirator-type masks", "period": "2022-01/2022-04"}),
        ("$20,000", 20e3, {"goods": ("vaccines",), "product": "non-COVID-19 vaccines", "period": "2022-02"}),
        # Groups that everybody draws differently.
        ("$3 million", 3e6, {"goods": ("medical_supplies",), "product": "medical supplies", "period": "2022-01/2022-03"}),
        # Trade that stopped in the course of the month.
        ("suspended", 0, {"period": "2020-01", "text": "In January 2020 it suspended all trade with China."}),
        ("halted", 0, {**BOTH_WAYS, "period": "2020-01/2020-03", "text": "Trade halted early in 2020."}),
        # More than nothing is known of, less than all.
        ("$600,000", 600e3, {"goods": ("syringes",), "product": "syringes", "period": "2022-01/2022-04"}),
        ("$16.7 million", 16_700_000, {"goods": ("pharmaceuticals",), "product": "pharmaceuticals", "period": "2022-01/2022-04"}),
        ("$900,000", 900e3, {"goods": ("ventilators",), "product": "ventilators", "period": "2022-01/2022-04"}),
    ],
)  # fmt: skip
def test_what_may_be_right_is_never_called_wrong(figure: str, value: float, slots: dict[str, Any]) -> None:
    found = verdict(figure, value, **slots)
    assert found.outcome != "contradicted", found.reason
    assert found.reason.endswith(".")
    assert found.slip is None


@settings(max_examples=60, deadline=None)
@given(
    off=st.floats(min_value=-0.099, max_value=0.099),
    qualifier=st.sampled_from(["exact", "approx", "nearly", "more_than", "less_than", "at_least", "up_to"]),
    period=st.sampled_from(["2022-04", "2022-05", "2022", "2020", "2022-01/2022-04", "2021-03", "2023-06"]),
)
def test_nothing_within_a_tenth_is_called_wrong(off: float, qualifier: str, period: str) -> None:
    book = {"2022-04": 98_100_000, "2022-05": 14_510_000, "2022": 894_000_000, "2020": 491_059_000,
            "2022-01/2022-04": 270_590_000, "2021-03": 12_978_000, "2023-06": 154_700_000}  # fmt: skip
    value = round(book[period] * (1 + off))
    assert verdict(f"${value:,}", value, period=period, qualifier=qualifier).outcome != "contradicted"


@settings(max_examples=40, deadline=None)
@given(
    value=st.integers(min_value=0, max_value=10**12),
    source_kind=st.sampled_from(["anonymous", "named_expert", "named_official", "document"]),
)
def test_a_figure_of_another_source_is_never_called_wrong(value: int, source_kind: str) -> None:
    assert verdict(f"${value}", value, source_kind=source_kind).outcome != "contradicted"


@settings(max_examples=40, deadline=None)
@given(
    percentage=st.integers(min_value=0, max_value=99),
    base=st.sampled_from(["2021-05", "2019-05", "2018-05", "2019-11"]),
)
def test_a_change_from_an_unknown_month_is_never_called_wrong(percentage: int, base: str) -> None:
    found = verdict(
        f"{percentage}%",
        percentage,
        measure="change",
        unit="percent",
        direction="decrease",
        comparison="vs_period",
        base_period=base,
        **IN_MAY,
    )
    assert found.outcome == "unchecked"
    assert "nothing to compare" in found.reason


@settings(max_examples=40, deadline=None)
@given(percentage=st.integers(min_value=0, max_value=99), direction=st.sampled_from(["increase", "decrease"]))
def test_a_change_from_a_month_known_only_as_a_small_difference_is_never_called_wrong(
    percentage: int, direction: str
) -> None:
    # January and February together less January, printed two years apart: the rest is less than what was revised.
    found = verdict(
        f"{percentage}%",
        percentage,
        measure="change",
        unit="percent",
        direction=direction,
        comparison="vs_period",
        base_period="2020-02",
        **IN_MAY,
    )
    assert found.outcome != "contradicted"


def test_more_than_in_the_book_bears_out_no_figure_far_above() -> None:
    goods = {
        "unit": "units",
        "measure": "trade_quantity",
        "goods": ("masks",),
        "product": "masks",
        "period": "2022-01/2022-04",
    }
    assert verdict("11.2 million", 11_200_000, **goods).outcome == "supported"
    assert verdict("40 million", 40e6, **goods).outcome == "unchecked"


def test_a_difference_left_open_says_both_figures_and_why() -> None:
    found = verdict("$107.5 million", 107_500_000)
    assert found.outcome == "unchecked"
    assert "$98.1 million" in found.reason
    assert "$107.5 million" in found.reason
    assert "need not be wrong" in found.reason


def test_the_article_a_figure_was_taken_from_is_no_witness_for_itself() -> None:
    url = "https://mamardi.com/north-korea-abruptly-stops-importing-covid-containment-goods-from-china"
    text = "Exports came to $14.51 million."
    own = article(text, published=date(2022, 6, 20), url=url)
    twin = article(text, published=date(2022, 6, 20), outlet="Reuters")
    other = article(text, published=date(2022, 6, 20), outlet="The Example Times")
    for document, independent in ((own, False), (twin, False), (other, True)):
        found = verdict("$14.51 million", 14_510_000, document=document, **IN_MAY)
        rows = [row for operand in found.operands for row in operand.rows]
        assert any(row.url == url for row in rows) == independent


def test_with_as_of_nothing_later_is_known() -> None:
    document, claim = claimed("$14.5 million", 14_500_000, **IN_MAY)
    (early,) = against_ledger(document, [claim], LEDGER, as_of=date(2022, 6, 1))
    assert early.outcome == "unchecked"
    assert not early.operands


def test_claims_of_anything_but_trade_have_no_verdict() -> None:
    document, claim = claimed("73", 73, unit="people", measure="deaths")
    assert against_ledger(document, [claim], LEDGER) == []


# -- what is wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "value", "slots", "slip", "suggested"),
    [
        ("$98.1 billion", 98_100_000_000, {}, "billion_for_million", 98_100_000),
        ("$14.51 thousand", 14_510, IN_MAY, "thousand_for_million", 14_510_000),
        ("$981 million", 981e6, {}, "factor_10", 98_100_000),
        ("$145.1 million", 145_100_000, IN_MAY, "factor_10", 14_510_000),
        ("$1.451 million", 1_451_000, IN_MAY, "factor_10", 14_510_000),
        ("$311.1 million", 311_100_000, {"goods": ("total",), "period": "2022-04", "sender": "PRK", "receiver": "CHN"}, None, None),
        ("$98.1 million", 98_100_000, {"sender": "PRK", "receiver": "CHN"}, "exports_imports_swapped", 4_250_000),
        ("$98.1 million", 98_100_000, IN_MAY, "previous_month_figure", 14_510_000),
        ("$28.75 million", 28_750_000, {}, "previous_year_figure", 98_100_000),
        ("$14.51 million", 14_510_000, {**IN_MAY, **BOTH_WAYS}, "one_way_for_two_way", 20_310_000),
        ("1.4 billion", 1.4e9, {"unit": "units", "measure": "trade_quantity", "goods": ("masks",), "product": "face masks", "period": "2022-01"}, "billion_for_million", 1_400_000),
        ("$846.6 million", 846_600_000, {**IN_MAY, "goods": ("wheat_flour",), "product": "wheat flour"}, "million_for_thousand", 846_600),
        ("$500 million", 500e6, {}, None, None),
        ("$700 billion", 700e9, {"goods": ("medical_supplies",), "product": "medical supplies"}, "billion_for_thousand", 700_000),
    ],
)  # fmt: skip
def test_a_slip_is_found_and_named(
    figure: str, value: float, slots: dict[str, Any], slip: str | None, suggested: float | None
) -> None:
    found = verdict(figure, value, **slots)
    assert found.outcome == "contradicted", found.reason
    assert found.slip == slip
    assert found.suggested == (None if suggested is None else Decimal(str(int(suggested))))
    assert found.operands[0].rows


def test_masks_that_did_come_though_none_is_claimed() -> None:
    goods = {"unit": "units", "measure": "trade_quantity", "goods": ("masks",), "product": "masks"}
    found = verdict("no", 0, period="2022-07", text="Customs data showed it imported no masks in July.", **goods)
    assert found.outcome == "contradicted"
    assert "1.23 million" in found.reason


def test_a_change_of_the_wrong_sign() -> None:
    found = verdict(
        "85.2%",
        85.2,
        measure="change",
        unit="percent",
        direction="increase",
        comparison="mom",
        base_period="2022-04",
        **IN_MAY,
    )
    assert found.outcome == "contradicted"
    assert "a fall of 85.2%" in found.reason


def test_a_change_on_the_year_that_is_one_on_the_month_is_left_open() -> None:
    found = verdict(
        "72%", 72, measure="change", unit="percent", direction="increase", comparison="yoy", base_period="2021-04"
    )
    assert found.outcome == "unchecked"
    assert "on the month before" in found.reason


def test_loose_wording_is_loose() -> None:
    assert verdict("$99 million", 99e6).outcome == "loose"
    far_more = verdict("more than $40 million", 40e6, qualifier="more_than")
    assert far_more.outcome == "loose"
    assert "only roughly" in far_more.reason
