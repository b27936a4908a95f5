"""What changes, multiples and levels are compared with, in the turns of trade news."""

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))}


def told(claim: Claim) -> tuple[str, str, str, str | None, str | None]:
    return claim.measure, claim.direction, claim.comparison, claim.base_period, claim.period


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Ghana's cocoa exports to the Netherlands fell 9% in May, the lowest since March 2021.", "9%",
         ("change", "decrease", "none", None, "2023-05")),
        ("Peru's exports of copper to China rose 3.8% in May compared with a 17.8% contraction in April.", "3.8%",
         ("change", "increase", "none", None, "2023-05")),
        ("Peru's exports of copper to China rose 3.8% in May compared with a 17.8% contraction in April.", "17.8%",
         ("change", "decrease", "none", None, "2023-04")),
        ("Sudan's imports of wheat from Russia fell by 10% in March, 7% in April, and 33% in May compared to 2022.", "33%",
         ("change", "decrease", "yoy", "2022-05", "2023-05")),
        ("Sudan's imports of wheat from Russia fell by 10% in March, 7% in April, and 33% in May compared to 2022.", "10%",
         ("change", "decrease", "yoy", "2022-03", "2023-03")),
        ("Oman's imports from India were up 31.9 percent year on year in May at $462 million.", "$462 million",
         ("trade_value", "increase", "yoy", "2022-05", "2023-05")),
        ("Iran's exports to Afghanistan were $1.86 billion in 2022, $40 million less than the year before.", "$40 million",
         ("change", "decrease", "yoy", "2021", "2022")),
        ("China's tea exports to Morocco more than triple in 2022.", "triple",
         ("change", "increase", "yoy", "2021", "2022")),
        ("Russian flour shipments to Georgia in January-March were 2.3 times those of the first quarter of 2022.",
         "2.3 times", ("ratio", "none", "ytd_yoy", "2022-01/2022-03", "2023-01/2023-03")),
        ("Cuba's imports of rice from Vietnam fell to $9 million in May from a high of $31 million in March.", "$31 million",
         ("trade_value", "none", "none", None, "2023-03")),
        ("Zambia's fuel exports to Malawi declined 12% in the five months to May against a fall of 4% in 2022.", "12%",
         ("change", "decrease", "ytd_yoy", "2022-01/2022-05", "2023-01/2023-05")),
        ("In the full year of 2022, Laos's exports of coal to Vietnam rose 20% from the previous year.", "20%",
         ("change", "increase", "yoy", "2021", "2022")),
        ("Brazil sold Angola 15% more beef in January-May than in the whole of 2021.", "15%",
         ("change", "increase", "vs_period", "2021", "2023-01/2023-05")),
        ("Chad's exports of gum arabic to France saw an annual increase of 6% in May.", "6%",
         ("change", "increase", "yoy", "2022-05", "2023-05")),
        ("Tea exports of Kenya to Iran came to $5 million in May, 12 percent over the same month last year.", "12 percent",
         ("change", "increase", "yoy", "2022-05", "2023-05")),
        ("Tea exports of Kenya to Iran in January-May were 12 percent ahead of last year.", "12 percent",
         ("change", "increase", "ytd_yoy", "2022-01/2022-05", "2023-01/2023-05")),
        ("Tea exports of Kenya to Iran in May were 12 percent off April's level.", "12 percent",
         ("change", "decrease", "mom", "2023-04", "2023-05")),
        ("Kenya's trade deficit with Iran in January-May stood at $4 million, 12% narrower than a year before.", "12%",
         ("change", "decrease", "ytd_yoy", "2022-01/2022-05", "2023-01/2023-05")),
        ("Kenya's tea exports to Iran added 12 percent in May.", "12 percent",
         ("change", "increase", "none", None, "2023-05")),
        ("Iran bought 500 tonnes of Kenyan tea in May, down a third on the month.", "a third",
         ("change", "decrease", "mom", "2023-04", "2023-05")),
        ("Iran bought 500 tonnes of Kenyan tea in May, double what it had bought in April.", "double",
         ("change", "increase", "mom", "2023-04", "2023-05")),
        ("Iran bought 500 tonnes of Kenyan tea in May, only a quarter of the level in May of last year.", "a quarter",
         ("ratio", "decrease", "yoy", "2022-05", "2023-05")),
        ("Export prices of Thai rice rose to $510 a tonne in May from $490 a tonne in April.", "$510 a tonne",
         ("price", "increase", "mom", "2023-04", "2023-05")),
    ],
)  # fmt: skip
def test_what_a_figure_is_held_against(text: str, figure: str, expected: tuple[str, ...]) -> None:
    assert told(claims(text)[figure]) == expected


def test_the_amount_behind_a_multiple_is_its_base() -> None:
    text = (
        "China's exports to Niger were $132 million in May, up 47 percent from $90 million in April and more than triple "
        "the $39 million of a year earlier."
    )
    read = claims(text)
    assert told(read["47 percent"])[2:4] == ("mom", "2023-04")
    assert told(read["triple"])[2:4] == ("yoy", "2022-05")


def test_a_share_held_up_has_the_time_behind_it() -> None:
    text = "China took 28 percent of New Zealand's butter exports in May, down from 36 percent a year earlier."
    read = claims(text)
    assert (read["28 percent"].period, read["36 percent"].period) == ("2023-05", "2022-05")


def test_levels_held_against_each_other_say_what_comes_next_is_against() -> None:
    text = (
        "India exported $240 million of steel to Vietnam between April and August 2022, compared with $150 million a year "
        "earlier. Exports to Nepal rose to $90 million from $60 million."
    )
    read = claims(text)
    assert told(read["$90 million"]) == ("trade_value", "increase", "yoy", "2021-04/2021-08", "2022-04/2022-08")
    assert read["$60 million"].period == "2021-04/2021-08"


def test_many_months_are_held_against_the_same_ones() -> None:
    text = "Turkey's hazelnut exports to Germany rose 8 percent in the period from September 2022 to April 2023."
    assert told(claims(text)["8 percent"])[2:] == ("yoy", "2021-09/2022-04", "2022-09/2023-04")


def test_delivery_months_are_no_time_of_a_price() -> None:
    text = "Wheat for March delivery traded at $290 a tonne in Chicago. Egypt bought 120,000 tonnes."
    assert claims(text)["$290 a tonne"].period is None


def test_one_verb_and_one_base_for_two_flows() -> None:
    read = claims("Imports rose by 8 percent and exports by 3 percent in May from a year earlier, Laos customs said.")
    assert {told(c)[2:] for c in read.values()} == {("yoy", "2022-05", "2023-05")}


def test_what_moved_from_something_unsaid_says_nothing_of_the_next() -> None:
    text = "Laos's imports from Thailand rose 8 percent to $400 million in May, while exports to it fell 3 percent."
    assert told(claims(text)["3 percent"])[2:4] == ("none", None)


def test_a_range_that_shares_moved_through() -> None:
    read = claims(
        "Tea's part rose from 18 to 25 percent of all exports of Laos in May. Duties will rise from 5 to 9 percent."
    )
    assert [c.measure for c in read.values()] == ["share", "share", "rate", "rate"]


def test_a_percentage_of_an_amount_named_before_is_a_share() -> None:
    read = claims("Of the $31 million of fuel that Laos imported in May, 80% came from Thailand.")
    assert told(read["80%"])[0] == "share"


def test_months_of_the_previous_year() -> None:
    text = (
        "Nepal's exports to India declined to $8 million in the five months to May from $9 million the previous year."
    )
    read = claims(text)
    assert told(read["$8 million"])[1:] == ("decrease", "ytd_yoy", "2022-01/2022-05", "2023-01/2023-05")
    assert read["$9 million"].period == "2022-01/2022-05"


def test_a_share_goes_on_in_the_next_year() -> None:
    text = "India's share of Nepal's tea exports climbed to 49 percent in 2021 and 52 percent in 2022."
    assert [(c.measure, c.period) for c in claims(text).values()] == [("share", "2021"), ("share", "2022")]


def test_a_superlative_change_says_how_much() -> None:
    text = "In May the strongest growth in Nepal's tea exports was to India, with over 71%."
    assert told(claims(text)["71%"])[:2] == ("change", "increase")


def test_each_side_of_a_sentence_has_its_base() -> None:
    read = claims("On a monthly basis imports rose 4% and on a yearly basis they fell 2% in May, Egypt's customs said.")
    assert told(read["4%"])[2:4] == ("mom", "2023-04")
    assert told(read["2%"])[2:4] == ("yoy", "2022-05")


def test_a_level_is_not_held_against_its_own_time() -> None:
    text = "Egypt imported 9 tonnes of tea from Kenya in May, 9 percent more than in April, for $120 million, up from $100 million."
    read = claims(text)
    assert told(read["$120 million"])[1:4] == ("increase", "vs_period", None)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Syria bought 12,000 tonnes of rice in May 2023, twice as much as in May 2022 (12,000 tonnes against 6,000).",
         ["2023-05", "2023-05", "2022-05"]),
        ("Benin's exports of tin fell 25 percent in 2022 from 2021 ($300 million vs. $400 million).", ["2022", "2021"]),
        ("Benin sold tin for $8 million in 2022, twice as much as in 2021 ($8 million compared to $4 million in 2021).",
         ["2022", "2022", "2021"]),
        ("Benin sold 8,000 tonnes of tin in 2022, more than in 2021 (7,000 tonnes, up from 5,000 in 2020).",
         ["2022", "2021", "2020"]),
    ],
)  # fmt: skip
def test_a_bracket_that_holds_two_amounts_against_each_other_begins_with_the_later(text: str, times: list[str]) -> None:
    found = extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))
    assert [c.period for c in found if c.measure in ("trade_value", "trade_quantity")] == times
