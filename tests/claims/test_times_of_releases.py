"""Times in releases of statistics bureaus, central banks and customs offices, which say them once for many figures."""

from __future__ import annotations

from datetime import date

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str, day: date) -> list[Claim]:
    return list(extract(read_text(text, name="a.txt", published=day)))


def test_a_sentence_that_only_counts_partners_sets_the_time_of_what_follows() -> None:
    text = (
        "In the first quarter of 2023 Chad traded with 39 countries. Its exports reached $3,102 million. "
        "Compared with the same period of the previous year, turnover rose by 61 percent, exports by 88 percent and "
        "imports by 33 percent."
    )
    found = read(text, date(2023, 5, 2))
    assert {c.period for c in found} == {"2023-01/2023-03"}
    changes = [c for c in found if c.unit == "percent"]
    assert [(c.direction, c.comparison) for c in changes] == [("increase", "ytd_yoy")] * 3


def test_a_time_to_come_is_not_where_a_text_goes_on() -> None:
    text = "Chamber sees Chad's exports to Mali at $2.5 million by 2030\n\nThe exports came to $1 million, it said."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2030", None]


def test_a_year_not_yet_over_is_told_by_its_months_so_far() -> None:
    text = (
        "Chad exported 300 tonnes of gum to Mali in the first seven months of 2023.\n\n"
        "The value of the exports was 42 percent higher in 2023 than in 2020.\n\n"
        "Shipments to Niger fell 20 percent to 40 tonnes."
    )
    assert [c.period for c in read(text, date(2023, 9, 2))][-1] == "2023-01/2023-07"


def test_in_the_month_is_the_one_spoken_of() -> None:
    text = (
        "Chad's imports fell 5 percent in May 2023 to $90 million. In the first five months they came to $400 million. "
        "Fuel stood at $20 million in the month, of which diesel was $8 million."
    )
    assert [c.period for c in read(text, date(2023, 7, 2))][-2:] == ["2023-05", "2023-05"]


def test_a_text_without_countries_is_on_that_of_its_date_line() -> None:
    text = "Exports fall\nNairobi, November 2, 2022\n\nAccording to the data, exports fell by 3 percent in September."
    (claim,) = extract(read_text(text, name="a.txt"))
    assert (claim.sender, claim.period) == ("KEN", "2022-09")


def test_months_are_read_in_capitals() -> None:
    text = "FOREIGN TRADE OF CHAD, JANUARY-MARCH 2023\n\nExports reached $31 million."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2023-01/2023-03"]


def test_against_last_year_is_against_its_same_months() -> None:
    text = "Chad imported goods worth $4 million in January-April, against $5 million last year."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2023-01/2023-04", "2022-01/2022-04"]
    text = "Chad imported 4,100 tonnes of tea in April, below the monthly average of 5,000 tonnes last year."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2023-04", "2022"]


def test_marketing_years_begin_with_the_month_that_the_text_gives() -> None:
    text = (
        "Mali needs imports of 405,000 tonnes of wheat in the marketing year 2021/22 (October/September). "
        "In 2020/21 marketing year it imported 371,000 tonnes, 9 percent more than in the previous marketing year."
    )
    needed, imported, change = read(text, date(2021, 11, 14))
    assert (needed.period, imported.period) == ("2021-10/2022-09", "2020-10/2021-09")
    assert (change.comparison, change.base_period) == ("yoy", "2019-10/2020-09")
    assert [
        c.period for c in read("Mali bought 5 tonnes of rice in the 2021/22 marketing year.", date(2022, 1, 1))
    ] == [None]


def test_days_of_one_month_behind_from() -> None:
    text = "Ukraine exported 1.2 million tonnes of corn to Spain from July 1 to 27, the ministry said."
    assert [c.period for c in read(text, date(2022, 7, 28))] == ["2022-07-01/2022-07-27"]


def test_a_first_quarter_long_past_is_that_of_the_fiscal_year() -> None:
    text = "Ethiopia's exports dropped 7 percent to $699 million in the first quarter."
    assert [(c.period, c.comparison) for c in read(text, date(2013, 10, 25))] == [("2013-07-08/2013-10-10", "yoy")] * 2
    assert [c.period for c in read(text, date(2013, 4, 25))] == ["2013-01/2013-03"] * 2


def test_a_level_down_from_another_compares_as_the_text_does() -> None:
    text = (
        "Tanzania's exports amounted to $10.3 billion in the year ending March 2022, 21.5 percent higher than in the year"
        " ending March 2021. Gold exports were $2.8 billion, down from $3 billion."
    )
    *_, now, then = read(text, date(2022, 4, 25))
    assert (now.comparison, now.base_period, then.period) == ("yoy", "2020-04/2021-03", "2020-04/2021-03")


def test_below_an_average_of_years_is_not_against_last_year() -> None:
    text = "Mali imported 288,000 tonnes of rice in 2021, 11 percent below the five-year average."
    _, change = read(text, date(2022, 4, 25))
    assert (change.direction, change.comparison, change.base_period) == ("decrease", "vs_period", None)


def test_the_currency_that_a_sentence_opens_with() -> None:
    found = read("In lira terms, Turkey's exports to Chad were 8.6 billion in May.", date(2022, 7, 1))
    assert [(int(c.value), c.unit, c.measure) for c in found] == [(8600000000, "TRY", "trade_value")]
    found = read("Thailand exports rice to Laos. In baht, exports were 11.6 billion in May.", date(2022, 7, 1))
    assert [c.unit for c in found] == ["THB"]


def test_the_currency_that_a_text_says_all_its_values_are_in() -> None:
    text = (
        "All values are in U.S. dollars. In 2021, Chad was the first supplier of tea to Mali with 92 million, or 26.5 "
        "percent, followed by Togo (61 million)."
    )
    found = read(text, date(2022, 7, 1))
    assert [(int(c.value), c.unit) for c in found] == [(92000000, "USD"), (26, "percent"), (61000000, "USD")]
    found = read(text.partition(". ")[2], date(2022, 7, 1))
    assert [c.unit for c in found] == ["units", "percent", "units"]


def test_a_gain_of_a_fifth() -> None:
    found = read("Chad's exports to Mali made up 965 million dollars in 2021, a gain of a fifth.", date(2022, 7, 1))
    assert [(round(c.value, 1), c.unit, c.direction) for c in found][-1] == (20, "percent", "increase")


def test_whose_trade_it_is() -> None:
    text = "Mongolia's office reported. Total foreign trade turnover reached $6.7 billion in the first seven months."
    (turnover,) = read(text, date(2020, 8, 7))
    assert (turnover.partners, turnover.sender, turnover.receiver) == (("MNG",), None, None)
    text = "Mongolia exported its goods to 60 countries in May and China has taken up 68 percent of it."
    *_, share = read(text, date(2020, 8, 7))
    assert (share.measure, share.sender, share.receiver) == ("share", "MNG", "CHN")


def test_what_lost_a_part_of_its_value_has_fallen() -> None:
    *_, change = read("The pound has lost two thirds of its value in a year.", date(2020, 8, 7))
    assert (change.measure, change.direction) == ("change", "decrease")


def test_buyers_in_a_list_buy_what_is_made_there() -> None:
    text = (
        "Exports of Turkish machinery came to $4.2 billion in May.\n"
        "The countries buying the most Turkish-made machinery were:\n- Canada, $1.5 billion, down 8.5 percent\n"
    )
    found = read(text, date(2020, 8, 7))
    assert [(c.sender, c.receiver) for c in found][1:] == [("TUR", "CAN")] * 2


def test_a_new_paragraph_after_several_partners_is_on_nobody_of_them() -> None:
    text = (
        "Cambodia's exports came to $11.5 billion in the first half of 2023.\n\nThe United States was the top market,"
        " buying $4.3 billion worth of goods. Vietnam was second with $1.5 billion (+18.7%), followed by Japan with"
        " $571 million (-1.2%).\n\nIn June alone, exports reached $2.2 billion."
    )
    assert [(c.sender, c.receiver) for c in read(text, date(2023, 8, 7))][-1] == ("KHM", None)


NOTE = """State Customs Committee of Uzbekistan
Foreign trade at a glance, January-October 2022

- Exports: $15.6 billion (+25.4%)
- Imports: $25.1 billion (+19.2%)

Main partners (turnover, $ billion)
China | 7.3
Russia | 7.4

Cotton yarn brought in $911 million, 18.4% less than in January-October 2021.
"""


def test_a_note_begins_with_its_list_of_facts_and_is_on_the_country_of_its_office() -> None:
    found = read(NOTE, date(2022, 11, 20))
    assert [(f"{c.value.normalize():f}", c.sender, c.receiver) for c in found[:4]] == [
        ("15600000000", "UZB", None),
        ("25.4", "UZB", None),
        ("25100000000", None, "UZB"),
        ("19.2", None, "UZB"),
    ]
    assert [(f"{c.value.normalize():f}", c.unit, c.partners) for c in found[4:6]] == [
        ("7300000000", "USD", ("UZB", "CHN")),
        ("7400000000", "USD", ("UZB", "RUS")),
    ]
    assert {c.period for c in found} == {"2022-01/2022-10"}


def test_the_office_above_a_text_says_whose_books_it_keeps() -> None:
    text = "Maldives Monetary Authority\nQuarterly bulletin, 2022\n\nIn Q3-2022 fish exports totalled $27.4 million."
    (claim,) = read(text, date(2022, 11, 20))
    assert (claim.sender, claim.product, claim.period) == ("MDV", "fish", "2022-07/2022-09")


def test_the_year_so_far_up_to_a_day_is_against_that_of_last_year() -> None:
    text = "As of August 15 this year Mongolia's exports reached $7 billion, up 28.8% compared to the same period last year."
    *_, change = read(text, date(2022, 8, 26))
    assert (change.comparison, change.period, change.base_period) == ("ytd_yoy", "/2022-08-15", "/2021-08-15")


def test_who_sells_by_a_verb_is_no_partner_for_its_rank() -> None:
    text = "US shrimp imports dropped by 4.1% in July. Indonesia stayed in third place by exporting 9,211 tonnes this July."
    *_, claim = read(text, date(2015, 9, 8))
    assert (claim.sender, claim.receiver) == ("IDN", "USA")


def test_bodies_are_no_goods_and_last_january_and_february_are_two_months() -> None:
    text = (
        "According to the Food Programme, Yemen's imports increased by 12% during last January and February compared to"
        " the period from November to last December."
    )
    (claim,) = read(text, date(2024, 3, 20))
    assert (claim.product, claim.period, claim.base_period) == ("all goods", "2024-01/2024-02", "2023-11/2023-12")


def test_the_current_fiscal_year_is_told_by_its_months_so_far() -> None:
    text = (
        "Pakistan's textile exports rose 0.08 percent during the first three quarters of the ongoing fiscal year. Exports"
        " of knitwear grew from $1,971 million last year to $2,155 million during the current fiscal year."
    )
    change, then, now = read(text, date(2019, 4, 24))
    assert (change.period, now.period, then.period) == ("2018-07/2019-03", "2018-07/2019-03", "2017-07/2018-03")


def test_quarters_by_roman_numerals() -> None:
    text = "Turkey's export volume decreased by 5.8% in Quarter II 2019."
    assert [c.period for c in read(text, date(2019, 8, 9))] == ["2019-04/2019-06"]


def test_the_currency_is_that_of_the_country_above_the_article() -> None:
    text = "Statistics Botswana\nMonthly Digest\n\nImports during March 2023 were valued at P6,882.4 million, the office said."
    assert [c.unit for c in read(text, date(2023, 5, 9))] == ["BWP"]


def test_a_price_up_from_another_and_millions_of_barrels_a_day() -> None:
    text = (
        "Cuba's imports of chicken from Peru cost $102 million between April and June 2022. In June 2022 the country paid"
        " $1.31 per kilogram, up from $0.97 twelve months before."
    )
    _, now, then = read(text, date(2022, 8, 9))
    assert (now.direction, now.comparison, then.period) == ("increase", "yoy", "2021-06")
    (flow,) = read("Iran exported 2.2 MMbpd of crude in August.", date(2023, 9, 9))
    assert (int(flow.value), flow.unit) == (2200000, "barrels_per_day")
