"""What a figure inherits from the text before it, and what a headline takes from the text behind it."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str) -> dict[str, Claim]:
    claims = extract(read_text(text, name="a.txt", published=date(2023, 3, 20)))
    return {f"{claim.text}@{claim.sentence[0] > 0}": claim for claim in claims}


OPENING = "Ghana's exports of cocoa to Japan reached $12 million in February 2023, up 8 percent from a year earlier."


def test_a_harvest_is_no_trade() -> None:
    found = read(f"Cocoa\n\n{OPENING} The harvest was 700,000 tonnes.")
    harvest = next(claim for key, claim in found.items() if key.startswith("700,000"))
    assert (harvest.measure, harvest.sender, harvest.receiver) == ("other", None, None)


def test_a_list_goes_on_with_other_goods() -> None:
    found = read(f"Trade\n\n{OPENING} Gold added $5.7 million and shea butter $4.3 million.")
    assert next(c for k, c in found.items() if k.startswith("$4.3")).product == "shea butter"


def test_a_headline_takes_the_comparison_of_its_text() -> None:
    found = read(f"Ghana's cocoa exports to Japan up 8% in February 2023\n\n{OPENING}")
    headline = next(c for k, c in found.items() if k.startswith("8%"))
    assert (headline.comparison, headline.base_period) == ("yoy", "2022-02")


def test_the_year_to_a_month_is_twelve_months() -> None:
    found = read("Trade\n\nGhana sold Japan $90 million of cocoa in the year to February 2023.")
    assert next(iter(found.values())).period == "2022-03/2023-02"


def test_a_new_paragraph_goes_back_to_the_time_the_text_began_with() -> None:
    text = (
        "Sri Lanka imported $90 million of fuel from India in May, customs data showed.\n\n"
        "In April it had been $80 million.\n\nRice imports from India came to $12 million."
    )
    assert [c.period for c in read(text).values()] == ["2022-05", "2022-04", "2022-05"]


def test_a_paragraph_about_a_later_time_goes_on() -> None:
    text = (
        "Sri Lanka imported $90 million of fuel from India in 2020, customs data showed.\n\n"
        "In 2021 it imported $80 million of it.\n\nRice imports from India came to $12 million."
    )
    assert [c.period for c in read(text).values()] == ["2020", "2021", "2021"]


def test_times_within_a_sentence() -> None:
    for text, period in [
        ("Kenya shipped $5 million of tea to Iran in the month of February.", "2023-02"),
        ("Kenya shipped $5 million of tea to Iran by end-February.", "2023-01/2023-02"),
        ("Since January, Kenya has shipped $5 million of tea to Iran.", None),
        ("In 2019 Kenya joined the bloc. It shipped $5 million of tea to Iran that year.", "2019"),
    ]:
        (claim,) = read(text).values()
        assert claim.period == period, text


def test_the_war_sets_no_time() -> None:
    text = "Kenya bought $5 million of wheat from Ukraine in 2022. Before the Russia-Ukraine war it bought 40 percent more."
    assert list(read(text).values())[-1].period is None


def periods_of(text: str) -> list[tuple[str, str | None]]:
    claims = extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))
    return [(claim.text, claim.period) for claim in claims]


def test_a_figure_repeated_in_brackets_has_the_time_behind_them() -> None:
    text = "Laos imported 5,000 tonnes of tea ($6 million) in May and 4,000 tonnes ($5 million) in April."
    assert [period for _, period in periods_of(text)] == ["2023-05", "2023-05", "2023-04", "2023-04"]


def test_two_times_answer_two_figures() -> None:
    text = "In 2021 and 2022, Laos imported $5 million and $6 million of tea, respectively."
    assert periods_of(text) == [("$5 million", "2021"), ("$6 million", "2022")]


def test_a_level_can_open_with_its_time() -> None:
    text = "Laos imported 1,200 tonnes of rice worth $600,000 in May; a year before it was 900 tonnes worth $500,000."
    assert [period for _, period in periods_of(text)] == ["2023-05", "2023-05", "2022-05", "2022-05"]


def test_where_goods_come_from_is_no_base() -> None:
    text = "Laos bought 3,000 tonnes of rice, or 60 percent of its needs, from Thailand in May."
    assert [period for _, period in periods_of(text)] == ["2023-05", "2023-05"]


def test_a_question_turns_nothing_round() -> None:
    text = (
        "Turkey's exports to Eritrea came to $25 million in 2021. Imports from Eritrea were $6 million.\n\n"
        "What was bought? Pesticides came to $2 million."
    )
    *_, last = read(text).values()
    assert (last.sender, last.receiver, last.product) == ("TUR", "ERI", "Pesticides")


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's exports of cocoa to Japan came to $2 million in March 2021, and in April to $5 million.",
        "Ghana exported $2 million of cocoa to Japan in March 2021. In April its exports were $5 million.",
        "2021년 3월 가나의 대일 수출액은 200만 달러, 4월은 500만 달러였다.",
        "지난해 3월 가나의 대일 수출액은 200만 달러였다. 4월에는 500만 달러로 늘었다.",
        "2021年3月加纳对日本出口200万美元，4月增至500万美元。",
    ],
)
def test_a_month_goes_on_in_the_year_of_the_one_before(text: str) -> None:
    claims = extract(read_text(f"{text}", name="a.txt", published=date(2022, 6, 20)))
    assert [claim.period for claim in claims] == ["2021-03", "2021-04"]


def test_the_month_of_the_news_is_of_its_own_year() -> None:
    text = "Ghana exported $2 million of cocoa to Japan in March 2021. In May exports were $5 million."
    claims = extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))
    assert [claim.period for claim in claims] == ["2021-03", "2022-05"]


def test_a_rate_of_exchange_is_no_trade() -> None:
    text = "Ghana's exports to Japan were 610 million euros in 2022, at an average rate of 1.08 dollars to the euro."
    claims = extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))
    assert [claim.measure for claim in claims] == ["trade_value", "price"]


def test_a_run_of_months_keeps_its_beginning() -> None:
    text = "Ghana exported $2 million of cocoa to Japan in March 2021, and through April its exports were $5 million."
    claims = extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))
    assert [claim.period for claim in claims] == ["2021-03", "2021-01/2021-04"]
