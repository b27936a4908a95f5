"""Whom a text names for a reason only, changes with a time of their own, and goods said again by their kind."""

from __future__ import annotations

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Thailand's rubber exports rose 8 percent in May, despite stiff competition from Vietnam.", "THA>-"),
        ("Egypt's imports of wheat fell 10 percent in May because of the war in Ukraine.", "->EGY"),
        ("Peru's exports of zinc fell 5 percent in May amid tensions with Chile over ports.", "PER>-"),
        ("Kenya's exports of tea rose 5 percent in May, buoyed by a recovery in Egypt.", "KEN>-"),
        ("Chile's exports fell 5 percent in May, due to lower shipments to Japan.", "CHL>-"),
        ("Chile's exports to Japan fell 5 percent in May amid a slowdown in Japan.", "CHL>JPN"),
        ("Amid a strike, Chile's imports from Peru fell 5 percent in May.", "PER>CHL"),
    ],
)
def test_a_reason_is_no_partner(text: str, ends: str) -> None:
    assert (
        lane(read(text)["8 percent" if "8 percent" in text else "10 percent" if "10 p" in text else "5 percent"])
        == ends
    )


def test_nor_is_it_one_in_the_next_paragraph() -> None:
    found = read(
        "Mali's exports in May fell 3 percent from a year earlier amid pressure from French tariffs.",
        "Imports rose 4 percent to $90 million.",
    )
    assert [lane(found[one]) for one in ("3 percent", "$90 million")] == ["MLI>-", "->MLI"]


@pytest.mark.parametrize(
    "told",
    [
        "surpassing the 6.2% growth seen in April",
        "extending the 6.2% increase posted in April",
        "faster than April's 6.2% rise",
        "after April's data showed an increase of 6.2%",
        "outpacing a 6.2% gain in the previous month",
        "compared with a 6.2% rise the month before",
    ],
)
def test_a_change_of_another_month_has_its_own_year_before(told: str) -> None:
    claim = read(f"Peru's exports rose 15.7% in May from a year earlier, {told}.")["6.2%"]
    assert (claim.period, claim.comparison, claim.base_period) == ("2023-04", "yoy", "2022-04")


def test_what_is_held_against_a_month_is_still_so() -> None:
    found = read(
        "Peru's exports rose 15.7% in May from a year earlier to $5 million, a 3% rise from the previous month."
    )
    assert (found["3%"].period, found["3%"].comparison) == ("2023-05", "mom")


def test_a_reason_has_a_time_of_its_own() -> None:
    found = read(
        "Mali's coffee exports came to 900,000 bags in May.",
        "Exports of robusta sank to 39,000 bags, down 90 percent from the same month last year due to a drought earlier "
        "this year.",
    )
    assert (found["39,000 bags"].period, found["90 percent"].comparison) == ("2023-05", "yoy")


def test_the_months_spoken_of_are_those_that_are_as_many() -> None:
    found = read(
        "Mali's trade with Peru came to $9 million in the first two months of 2022.",
        "It reached $52 million in the first four months of 2022.",
        "The four-month trade fell by 12 percent, as the figure was $59 million in the first four months of 2021.",
        "Exports to Peru in the mentioned four months fell by 7 percent.",
    )
    assert [found[one].period for one in ("12 percent", "$59 million", "7 percent")] == [
        "2022-01/2022-04",
        "2021-01/2021-04",
        "2022-01/2022-04",
    ]


@pytest.mark.parametrize(
    ("again", "product"),
    [
        ("This category grew by 4 percent.", "Tractors"),
        ("These products fetched 4 percent more than in 2021.", "Tractors"),
        ("Exports of this commodity grew by 4 percent.", "Tractors"),
        ("Belarus's exports to Chad grew by 4 percent.", "all goods"),
        ("This group of countries buys 4 percent of all exports.", "all goods"),
    ],
)
def test_goods_are_said_again_by_their_kind(again: str, product: str) -> None:
    found = read(f"Tractors accounted for 38 percent of Belarus's exports to Chad in 2022. {again}")
    assert found["4 percent"].product == product


def test_who_is_in_third_place_has_its_own_trade() -> None:
    found = read(
        "Turkey bought 2 million tonnes of Russian wheat. Egypt is in third place, it cut imports to 900,000 tonnes."
    )
    assert lane(found["900,000 tonnes"]) == "RUS>EGY"


@pytest.mark.parametrize("when", ["in the first half of the season", "so far this season"])
def test_a_season_is_no_calendar_year(when: str) -> None:
    found = read(f"Russia has shipped 840 thsd tonnes of wheat {when}.")
    assert (found["840 thsd tonnes"].value, found["840 thsd tonnes"].period) == (840_000, None)


def test_a_reason_whose_amount_is_told_behind_it_is_trade_too() -> None:
    found = read(
        "Peru's exports to Chile rose to $3 million in 2022, thanks to higher sales of zinc, which were worth $2 million."
    )
    assert [found[quote].product for quote in ("$3 million", "$2 million")] == ["all goods", "zinc"]
