"""Trade told by fiscal years and their months, as statistics offices put it, and what their bulletins compare."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read

JANUARY = date(2021, 1, 19)


def test_a_month_of_a_fiscal_year_that_is_named() -> None:
    found = read(
        "Bangladesh's clothing exports rose in July",
        "Clothing exports to the United States, Bangladesh's largest market, rose 6% in July of FY24 to $729 million, "
        "from $685 million in July FY23, Bangladesh's export bureau said. Bangladesh sold Spain goods worth $9 million.",
        day=date(2023, 8, 10),
    )
    assert [str(found[f].period) for f in ("6%", "$729 million", "$685 million")] == ["2023-07", "2023-07", "2022-07"]
    assert found["6%"].comparison == "yoy"


def test_a_month_of_a_fiscal_year_of_nobody_known_is_not_guessed() -> None:
    assert read("Exports of tea rose 6% in July of FY24.")["6%"].period is None


def test_from_last_year_in_a_text_on_half_a_fiscal_year() -> None:
    found = read(
        "Pakistan's oil imports stood at $4771 million in July-December (2020-21).",
        "Imports of petrol fell 16 percent, from $2591 million last year to $2168 million in the current fiscal year.",
        day=JANUARY,
    )
    assert str(found["$2591 million"].period) == "2019-07/2019-12"
    assert (found["16 percent"].base_period, found["16 percent"].comparison) == ("2019-07/2019-12", "ytd_yoy")


def test_the_imports_of_which() -> None:
    text = (
        "Items that fell included rice, the imports of which decreased by 16 percent in May, the office of Mali said."
    )
    assert read(text)["16 percent"].product == "rice"


@pytest.mark.parametrize("words", ["when compared to", "when compared with", "as compared to", "compared to"])
def test_when_compared_to(words: str) -> None:
    text = (
        f"Kenya's oil imports shrank by 20% to $824 million in December 2020 {words} $1,031 million in December 2019."
    )
    found = read(text, day=JANUARY)
    assert (found["20%"].comparison, found["20%"].base_period) == ("yoy", "2019-12")
    assert str(found["$1,031 million"].period) == "2019-12"


def test_the_time_when_it_was_so_much() -> None:
    text = "Kenya's oil imports have shrunk since December 2019, when they came to $1,031 million."
    assert str(read(text, day=JANUARY)["$1,031 million"].period) == "2019-12"


def test_one_growth_of_two_percentages() -> None:
    found = read("Sales to Peru and Mali reached $4 million and $8 million, with 29% and 14% year-on-year growth.")
    assert {found[f].measure for f in ("29%", "14%")} == {"change"}


def test_whoever_received_does_not_send() -> None:
    found = read("Ghana received 600,000 doses in February. The plan is to deliver 2 million doses by June.")
    assert lane(found["2 million doses"]) != "GHA>-"


def test_whoever_imports_may_earn() -> None:
    found = read("Chad's imports came to $900 million in 2022, while methanol earned $70 million.")
    assert lane(found["$70 million"]) == "TCD>-"


def test_thousands_of_people_are_no_tonnes() -> None:
    found = read("A ship brought Yemen 17,000 tons of wheat to feed hundreds of thousands of the city's poor.")
    assert all(claim.unit != "tonnes" for text, claim in found.items() if text.startswith("hundreds"))
