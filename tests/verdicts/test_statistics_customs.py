"""Claims against customs books: mirrors, coverage, releases, codes that hold more, and who may be called wrong."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_ledger import MadeLedger, months, row
from said import article, claimed

from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.verdict import Verdict

YEAR = months("comtrade", "CHN", "export", "2019-01", "2022-12")
SOAP = {"goods": ("soap",), "product": "soap", "period": "2021"}


def verdict(ledger: MadeLedger, figure: str, value: float, **slots: Any) -> Verdict:
    document, claim = claimed(figure, value, **slots)
    (found,) = against_ledger(document, [claim], ledger)
    return found


def soap(*, covered: dict[Any, str] = YEAR, **more: Any) -> MadeLedger:
    rows = [row("2021-03", "340111", 2_000_000, **more), row("2021-08", "340120", 2_300_000, **more)]
    return MadeLedger(rows, covered=covered)


def test_months_of_a_covered_year_are_added_over_the_codes_of_the_goods() -> None:
    found = verdict(soap(), "$4.3 million", 4_300_000, **SOAP)
    assert found.outcome == "supported"
    assert {row.line for operand in found.operands for row in operand.rows}
    assert len(found.operands[0].rows) == 2
    assert found.repeat is not None
    assert "--hs 3401" in found.repeat


def test_a_year_with_months_missing_bears_out_only_its_own_sum() -> None:
    ledger = soap(covered=months("comtrade", "CHN", "export", "2021-01", "2021-10"))
    assert verdict(ledger, "$4.3 million", 4_300_000, **SOAP).outcome == "supported"
    more = verdict(ledger, "$9.1 million", 9_100_000, **SOAP)
    assert more.outcome == "unchecked"
    assert "part" in more.reason
    less = verdict(ledger, "$4.3 thousand", 4_300, **SOAP)
    assert less.outcome in ("contradicted", "unchecked")


def test_a_year_of_which_a_book_has_a_part_and_no_months_bears_out_only_that_part() -> None:
    ledger = MadeLedger([row("2021", "340111", 4_321_000)], covered={("comtrade", "CHN", "export", "2021"): "partial"})
    assert verdict(ledger, "$4.321 million", 4_321_000, **SOAP).outcome == "supported"
    more = verdict(ledger, "$9.1 million", 9_100_000, **SOAP)
    assert more.outcome == "unchecked"
    assert "only a part" in more.reason


@pytest.mark.parametrize(("figure", "value"), [("$4.321 billion", 4_321e6), ("$4.321 million", 4_321_000)])
def test_the_digits_of_a_part_at_another_scale_are_no_chance(figure: str, value: float) -> None:
    ledger = MadeLedger([row("2021", "340111", 4_321_000)], covered={("comtrade", "CHN", "export", "2021"): "partial"})
    found = verdict(ledger, figure, value, **SOAP)
    slipped = value > 1e9
    assert (found.outcome, found.slip) == (("contradicted", "billion_for_million") if slipped else ("supported", None))
    short = verdict(ledger, "$4.3 billion", 4.3e9, **SOAP)
    assert short.outcome == "unchecked"


def test_a_trading_countrys_own_money_printed_as_dollars_is_named() -> None:
    ledger = totals("CHN", "PRK", "export", 491_059_000)
    found = verdict(ledger, "$3.4 billion", 3.4e9, period="2021")
    assert (found.outcome, found.slip) == ("contradicted", "local_currency_as_dollars")
    assert found.suggested == 491_059_000


@pytest.mark.parametrize(
    ("booked", "figure", "value", "outcome"),
    [
        (108_504, "108,504 tonnes", 108_504, "unchecked"),
        (108_504_000, "108,504 tonnes", 108_504, "supported"),
        (108_504_000, "108,504,000 tonnes", 108_504_000, "contradicted"),
    ],
)
def test_a_book_whose_weight_makes_goods_cost_the_world_accuses_nobody(
    booked: int, figure: str, value: float, outcome: str
) -> None:
    ledger = MadeLedger(
        [row("2021", "2601", 12_300_000, quantity=Decimal(booked), unit="kg", net_weight_kg=Decimal(booked))],
        covered={("comtrade", "CHN", "export", "2021"): "yes"},
    )
    ore = {
        "goods": ("iron_ore",),
        "product": "iron ore",
        "period": "2021",
        "unit": "tonnes",
        "measure": "trade_quantity",
    }
    found = verdict(ledger, figure, value, **ore)
    assert found.outcome == outcome, found.reason
    assert ("would make a tonne cost" in found.reason) == (outcome == "unchecked")


def test_no_row_in_a_covered_time_is_none_at_all() -> None:
    none = {
        "text": "Customs data showed that it imported no soap in 2020.",
        "period": "2020",
        "goods": ("soap",),
        "product": "soap",
    }
    found = verdict(soap(), "no", 0, **none)
    assert found.outcome == "supported"
    assert "no such row" in found.reason
    uncovered = MadeLedger([row("2021-03", "340111", 5)])
    assert verdict(uncovered, "no", 0, **none).outcome == "unchecked"


def test_no_row_under_its_code_does_not_make_a_claimed_figure_wrong() -> None:
    found = verdict(soap(), "$500,000", 500_000, **{**SOAP, "period": "2020"})
    assert found.outcome == "unchecked"
    assert "other codes" in found.reason


def test_what_is_not_covered_is_said_to_be_missing() -> None:
    found = verdict(MadeLedger([]), "$4.3 million", 4_300_000, **SOAP)
    assert found.outcome == "unchecked"
    assert found.reason == (
        "No customs book in the ledger covers China's exports of soap to North Korea in 2021, and no newspaper's figure "
        "for it is known."
    )


def test_the_importers_book_is_a_mirror_of_the_exporters() -> None:
    mirror = MadeLedger(
        [row("2021", "3401", 4_500_000, reporter="RUS", partner="CHN", flow="import", valuation="CIF")],
        covered={("comtrade", "RUS", "import", "2021"): "yes"},
    )
    found = verdict(mirror, "$4.5 million", 4_500_000, **{**SOAP, "receiver": "RUS", "partners": ("CHN", "RUS")})
    assert found.outcome == "supported"
    assert "Russia's imports of soap from China" in found.reason


def totals(reporter: str, partner: str, flow: str, value: float) -> MadeLedger:
    return MadeLedger(
        [row("2021", "TOTAL", value, reporter=reporter, partner=partner, flow=flow)],
        covered={("comtrade", reporter, flow, "2021"): "yes"},
    )


def test_a_mirror_alone_calls_nobody_wrong_without_a_slip() -> None:
    mirror = totals("RUS", "CHN", "import", 60e9)
    pair = {"receiver": "RUS", "partners": ("CHN", "RUS"), "period": "2021"}
    off = verdict(mirror, "$190 billion", 190e9, **pair)
    assert off.outcome == "unchecked"
    assert "own book" in off.reason
    slipped = verdict(mirror, "$60.1 million", 60.1e6, **pair)
    assert slipped.outcome == "contradicted"
    assert slipped.slip == "million_for_billion"


def test_the_only_book_that_anybody_keeps_may_contradict() -> None:
    exports = totals("RUS", "PRK", "export", 44_000_000)
    pair = {"sender": "RUS", "partners": ("RUS", "PRK"), "period": "2021"}
    assert verdict(exports, "$190 million", 190e6, **pair).outcome == "contradicted"
    assert verdict(exports, "$47 million", 47e6, **pair).outcome != "contradicted"


def test_both_sides_books_must_speak_against_a_claim() -> None:
    ledger = MadeLedger(
        [
            row("2021", "TOTAL", 60e9, reporter="CHN", partner="RUS"),
            row("2021", "TOTAL", 72e9, reporter="RUS", partner="CHN", flow="import"),
        ],
        covered={("comtrade", "CHN", "export", "2021"): "yes", ("comtrade", "RUS", "import", "2021"): "yes"},
    )
    pair = {"receiver": "RUS", "partners": ("CHN", "RUS"), "period": "2021"}
    assert verdict(ledger, "$72 billion", 72e9, **pair).outcome == "supported"
    assert verdict(ledger, "$68 billion", 68e9, **pair).outcome == "unchecked"
    assert verdict(ledger, "$7.2 billion", 7.2e9, **pair).outcome in ("contradicted", "unchecked")
    assert verdict(ledger, "$250 billion", 250e9, **pair).outcome == "contradicted"


def test_a_code_that_holds_other_goods_is_an_upper_bound() -> None:
    ledger = MadeLedger([row("2021", "630790", 1_300_000)], covered={("comtrade", "CHN", "export", "2021"): "yes"})
    masks = {"goods": ("masks",), "product": "masks", "period": "2021"}
    assert verdict(ledger, "$1.3 million", 1_300_000, **masks).outcome == "supported"
    under = verdict(ledger, "$400,000", 400_000, **masks)
    assert under.outcome == "unchecked"
    assert verdict(ledger, "$1.4 million", 1_400_000, **masks).outcome != "contradicted"


def test_right_when_written_and_since_revised() -> None:
    old = row("2021", "TOTAL", 44e6, release="2022-02-01", released_on=date(2022, 2, 1), superseded_on=date(2023, 1, 1))
    new = row("2021", "TOTAL", 61e6)
    ledger = MadeLedger([old, new], covered={("comtrade", "CHN", "export", "2021"): "yes"})
    found = verdict(ledger, "$44 million", 44e6, period="2021")
    assert found.outcome == "supported"
    assert "since revised to $61 million" in found.reason
    assert verdict(ledger, "$61 million", 61e6, period="2021").outcome == "supported"
    undated = article("Customs data put exports at $44 million.", published=None)
    assert verdict(ledger, "$44 million", 44e6, period="2021", document=undated).outcome != "supported"


def test_as_of_hides_the_later_release() -> None:
    old = row("2021", "TOTAL", 44e6, release="2022-02-01", released_on=date(2022, 2, 1), superseded_on=date(2023, 1, 1))
    ledger = MadeLedger([old, row("2021", "TOTAL", 61e6)], covered={("comtrade", "CHN", "export", "2021"): "yes"})
    document, claim = claimed("$44 million", 44e6, period="2021")
    (found,) = against_ledger(document, [claim], ledger, as_of=date(2022, 12, 31))
    assert found.outcome == "supported"
    assert "revised" not in found.reason


def test_quantities_are_compared_in_the_claims_unit() -> None:
    ledger = MadeLedger(
        [row("2021", "1006", 30e6, quantity=65_000_000, unit="kg")],
        covered={("comtrade", "CHN", "export", "2021"): "yes"},
    )
    rice = {"measure": "trade_quantity", "unit": "tonnes", "goods": ("rice",), "product": "rice", "period": "2021"}
    assert verdict(ledger, "65,000 tonnes", 65_000, **rice).outcome == "supported"
    slipped = verdict(ledger, "65.2 million tonnes", 65_200_000, **rice)
    assert slipped.outcome == "contradicted"
    assert slipped.slip in ("kilograms_as_tonnes", "million_for_thousand")
    pieces = verdict(ledger, "65,000", 65_000, **{**rice, "unit": "units"})
    assert pieces.outcome == "unchecked"


def test_a_change_is_reckoned_within_one_book() -> None:
    ledger = MadeLedger(
        [row("2020", "TOTAL", 100e6), row("2021", "TOTAL", 25e6)],
        covered={("comtrade", "CHN", "export", year): "yes" for year in ("2020", "2021")},
    )
    change = {"measure": "change", "unit": "percent", "direction": "decrease", "comparison": "yoy", "period": "2021"}
    assert verdict(ledger, "75 percent", 75, **change).outcome == "supported"
    assert verdict(ledger, "74 percent", 74, **change).outcome == "loose"
    assert verdict(ledger, "71 percent", 71, **change).outcome == "unchecked"
    wrong = verdict(ledger, "25 percent", 25, **change)
    assert wrong.outcome == "contradicted"
    assert "a fall of 75%" in wrong.reason
    times = {**change, "unit": "times", "measure": "ratio"}
    assert verdict(ledger, "a quarter", 0.25, **times).outcome == "supported"
    assert verdict(ledger, "$75 million", 75e6, **{**change, "unit": "USD"}).outcome == "supported"


def test_a_share_of_all_goods() -> None:
    ledger = MadeLedger(
        [row("2021", "TOTAL", 100e6), row("2021", "3401", 4e6)],
        covered={("comtrade", "CHN", "export", "2021"): "yes"},
    )
    found = verdict(ledger, "4 percent", 4, measure="share", unit="percent", **SOAP)
    assert found.outcome == "supported"
    assert verdict(ledger, "12 percent", 12, measure="share", unit="percent", **SOAP).outcome == "unchecked"


def test_two_way_trade_is_one_reporters_exports_and_imports() -> None:
    ledger = MadeLedger(
        [row("2021", "TOTAL", 260e6), row("2021", "TOTAL", 58e6, flow="import")],
        covered={("comtrade", "CHN", flow, "2021"): "yes" for flow in ("export", "import")},
    )
    trade = {"sender": None, "receiver": None, "partners": ("PRK", "CHN"), "period": "2021"}
    assert verdict(ledger, "$318 million", 318e6, **trade).outcome == "supported"


@pytest.mark.parametrize("unit", ["unobtainium", "USD_per_tonne", "percentage_points"])
def test_units_that_no_book_has_are_left_alone(unit: str) -> None:
    found = verdict(soap(), "5", 5, unit=unit, **SOAP)
    assert found.outcome == "unchecked"
    assert found.reason.endswith(".")
