"""Tables within articles: what the numbers in them are in, of which time, of what and between whom."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.claims.figures import figures
from tidewaiter.documents.read import read_text


def read(text: str, day: date = date(2023, 10, 18)) -> list[Claim]:
    return list(extract(read_text(text, name="a.txt", published=day)))


def said(claim: Claim) -> tuple[str, str, str | None, str | None]:
    return f"{claim.value.normalize():f}", claim.unit, claim.period, claim.product


SPACED = """Customs Office of Georgia

Imports of selected goods from Turkey, January-June

Goods      Unit       2022      2023    Change, %
Lemons     tonnes    1,300     1,690      30.0
Pipes      metres      940       470     -50.0
"""


def test_years_head_columns_of_the_months_in_the_title_and_rows_have_units_of_their_own() -> None:
    found = read(SPACED)
    assert [said(c) for c in found] == [
        ("1300", "tonnes", "2022-01/2022-06", "Lemons"),
        ("1690", "tonnes", "2023-01/2023-06", "Lemons"),
        ("30", "percent", "2023-01/2023-06", "Lemons"),
        ("940", "metres", "2022-01/2022-06", "Pipes"),
        ("470", "metres", "2023-01/2023-06", "Pipes"),
        ("50", "percent", "2023-01/2023-06", "Pipes"),
    ]
    assert {(c.sender, c.receiver) for c in found} == {("TUR", "GEO")}
    changes = [c for c in found if c.unit == "percent"]
    assert [(c.measure, c.direction, c.comparison, c.base_period) for c in changes] == [
        ("change", "increase", "ytd_yoy", "2022-01/2022-06"),
        ("change", "decrease", "ytd_yoy", "2022-01/2022-06"),
    ]


@pytest.mark.parametrize("gap", ["\t", " | ", "     "])
def test_months_head_columns_in_the_unit_of_the_title(gap: str) -> None:
    rows = [["Goods", "Jan", "Feb"], ["Apples", "41.2", "39.8"], ["Total", "190", "181"]]
    text = "Chile: exports to Peru by month, 2023 (USD million)\n\n" + "\n".join(gap.join(row) for row in rows)
    assert [said(c) for c in read(text)] == [
        ("41200000", "USD", "2023-01", "Apples"),
        ("39800000", "USD", "2023-02", "Apples"),
        ("190000000", "USD", "2023-01", "all goods"),
        ("181000000", "USD", "2023-02", "all goods"),
    ]


def test_rows_of_months_take_the_year_of_their_column_and_the_goods_of_all() -> None:
    text = (
        "Value of imports from Kenya by Uganda, million dollars\n\n"
        "Month     2022     2023\nJanuary   58.1     61.7\nMarch     71      48\n"
    )
    assert [said(c) for c in read(text)] == [
        ("58100000", "USD", "2022-01", "all goods"),
        ("61700000", "USD", "2023-01", "all goods"),
        ("71000000", "USD", "2022-03", "all goods"),
        ("48000000", "USD", "2023-03", "all goods"),
    ]


def test_partners_head_rows_and_columns_are_shares_and_changes() -> None:
    text = (
        "Customs of Namibia, merchandise trade, June 2023\n\nPrincipal export markets, June 2023\n\n"
        "| Partner | Value (USD million) | Share (%) | Change on May (%) |\n|---|---|---|---|\n"
        "| Belgium | 812.4 | 21.6 | -3.5 |\n"
    )
    value, share, change = read(text, date(2023, 8, 1))
    assert (value.sender, value.receiver, value.measure, value.period) == ("NAM", "BEL", "trade_value", "2023-06")
    assert (share.measure, share.unit, share.receiver) == ("share", "percent", "BEL")
    assert (change.measure, change.direction, change.comparison, change.base_period) == (
        "change",
        "decrease",
        "mom",
        "2023-05",
    )


def test_columns_of_goods_and_a_heading_that_leaves_out_the_first_column() -> None:
    text = (
        "Ghana's exports\n\n"
        "Year    Cocoa beans ('000 tonnes)   Gold (tonnes)\n2021    1,047                       76.1\n"
    )
    assert [said(c) for c in read(text)] == [
        ("1047000", "tonnes", "2021", "Cocoa beans"),
        ("76.1", "tonnes", "2021", "Gold"),
    ]
    text = (
        "Crude oil imports of India by origin, thousand barrels a day\n\n"
        "             May 2023    June 2023\nIraq              830          820\n"
    )
    assert [(said(c), c.sender) for c in read(text)] == [
        (("830000", "barrels_per_day", "2023-05", "Crude oil"), "IRQ"),
        (("820000", "barrels_per_day", "2023-06", "Crude oil"), "IRQ"),
    ]


def test_numbers_of_a_table_without_a_unit_are_no_claims() -> None:
    text = "Team | Games | Won\nLions | 12 | 7\nBears | 12 | 5\n"
    assert not figures(read_text(text, name="a.txt").body, language="en")


def test_a_table_of_many_rows_is_read_in_proportion() -> None:
    rows = "Wheat | 1,200 | 1,300\n" * 400
    found = read("Imports of goods from Peru (tonnes)\n\nGoods | 2021 | 2022\n" + rows)
    assert len(found) == 800
    assert {c.period for c in found} == {"2021", "2022"}


def test_rows_go_on_below_a_line_that_turns_the_trade_and_a_ratio_is_no_change() -> None:
    text = (
        "Statistical Office of Georgia\nTrade with Peru, January-May 2023\n(thousand US dollars)\n\n"
        "            2022      2023     2023 / 2022, %\nExports   36,410.2  51,938.7     142.6\n"
        "Imports   18,722.4  20,310.0     108.5\n\nof which imports:\nHides      9,402.0  14,118.6     150.2\n"
    )
    found = read(text, date(2023, 7, 1))
    assert [(c.sender, c.receiver) for c in found] == [("GEO", "PER")] * 3 + [("PER", "GEO")] * 6
    assert [(c.measure, c.direction, c.comparison) for c in found if c.unit == "percent"] == [
        ("ratio", "none", "ytd_yoy")
    ] * 3
    assert {c.period for c in found} == {"2022-01/2022-05", "2023-01/2023-05"}


def lanes(text: str) -> list[str]:
    """Who sends to whom, or trades with whom, by cell."""
    return [f"{c.sender}>{c.receiver}" if c.sender or c.receiver else "-".join(c.partners) for c in read(text)]


def test_columns_of_partners_go_either_way() -> None:
    found = lanes(
        "Trade of Eritrea, million US dollars\n\nPartner | Imports | Exports\nUAE | 148.0 | 86.3\nItaly | 22.9 | 1.1"
    )
    assert found == ["ARE>ERI", "ERI>ARE", "ITA>ERI", "ERI>ITA"]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia's trade with Armenia, million dollars\n\nMonth | Exports | Imports | Total\nMay 2023 | 61.2 | 24.1 | 85.3",
        "格鲁吉亚与亚美尼亚贸易（百万美元）\n\n月份 | 出口 | 进口 | 总额\n2023年5月 | 61.2 | 24.1 | 85.3",
        "조지아와 아르메니아 무역 (단위: 백만 달러)\n\n구분 | 수출 | 수입 | 교역액\n2023년 5월 | 61.2 | 24.1 | 85.3",
    ],
)
def test_columns_of_two_countries_go_as_the_first_of_them_tells_it(text: str) -> None:
    assert lanes(text) == ["GEO>ARM", "ARM>GEO", "GEO-ARM"]
    assert [said(c) for c in read(text)] == [
        ("61200000", "USD", "2023-05", "all goods"),
        ("24100000", "USD", "2023-05", "all goods"),
        ("85300000", "USD", "2023-05", "all goods"),
    ]


def test_a_column_may_name_its_partner() -> None:
    head = "Mali's imports by country, USD million\n\nYear | Imports from China | Imports from India"
    assert lanes(f"{head}\n2021 | 52.4 | 10.2") == ["CHN>MLI", "IND>MLI"]


def test_trade_with_one_is_told_by_the_other() -> None:
    text = "Mali sold $5 million of cotton in 2022. Mali buys fuel.\n\nTrade with China, $ million\n\nYear | Exports | Imports\n2021 | 52.4 | 10.2"
    assert lanes(text)[1:] == ["MLI>CHN", "CHN>MLI"]


def test_a_unit_stated_for_a_table_is_no_amount() -> None:
    assert read("단위: 천 달러\n\n조지아의 수출은 줄었다.") == []
    assert [c.text for c in read("单位：万美元\n\n格鲁吉亚5月出口500万美元。")] == ["500万美元"]
