"""Who and what sections, offices and appositions speak of."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
import told_claims
from told_claims import lane

read = partial(told_claims.read, day=date(2022, 9, 8))


def test_a_country_above_a_paragraph_is_with_whom_and_not_whose() -> None:
    found = read(
        "How Belarus replaces lost markets",
        "Belarus lost markets in 2022. Belarusian officials say that the east makes up for it.",
        "Russia. According to the union's statisticians, Belarusian exports to Russia in January-June 2022 made up $9 billion. "
        "Most of all grew sales of cheese, up 31% to $600 million.",
        "China. The Chinese customs recorded imports from Belarus of $790 million in the same period.",
        "European Union. Eurostat data show that imports from Belarus collapsed to 199 million euros in June.",
    )
    assert lane(found["$600 million"]) == "BLR>RUS"
    assert lane(found["$790 million"]) == "BLR>CHN"
    assert lane(found["199 million euros"]) == "BLR>-"


def test_goods_in_compounds_say_what_somebody_does() -> None:
    found = read(
        "Iran's crude exports to China rose in July.",
        "Vessel-tracking firm Seaglass put the volume at 1.2 million barrels per day in August.",
    )
    assert found["1.2 million barrels per day"].product == "crude"


def test_an_office_that_opens_a_sentence_makes_its_country_the_one_spoken_of() -> None:
    found = read(
        "China imported rare earths worth $300 million from Myanmar in May.",
        "Myanmar's own ministry of commerce does not publish figures on the trade. It reported mineral exports of $60 million.",
    )
    assert found["$60 million"].sender == "MMR"


def test_what_goods_earned_is_of_those_who_sold_everything() -> None:
    found = read(
        "China exported goods worth $20 million to North Korea in 2021.",
        "Wigs brought in $16 million, or 57% of everything that North Korea sold to China.",
    )
    assert lane(found["$16 million"]) == lane(found["57%"]) == "PRK>CHN"


def test_goods_come_next_with_what_they_are_called() -> None:
    found = read(
        "Mali bought 46,000 tons of rice from Peru in March. Rice imports were valued at $20 million.",
        "Diammonium phosphate, a fertilizer, came next with $8 million.",
    )
    assert found["$8 million"].product == "Diammonium phosphate"


@pytest.mark.parametrize(
    ("text", "figure", "measure", "period"),
    [
        ("By the end of the year exports of Belarus will reach $38 billion.", "$38 billion", "trade_value", "2022"),
        ("Economists expect no more than $34 billion.", "$34 billion", "trade_value", None),
        ("Each mine pays a tax of 35,000 yuan a ton.", "35,000 yuan a ton", "other", None),
        ("The doses cover the needs of 720,000 children.", "720,000 children", "count", None),
    ],
)
def test_what_is_to_come_and_what_is_no_trade(text: str, figure: str, measure: str, period: str | None) -> None:
    found = read("Belarus's exports came to $18 billion in January-June 2022.", text)
    claim = next(claim for words, claim in found.items() if words.startswith(figure[:7]))
    assert claim.measure == measure
    assert period is None or claim.period == period


def test_the_half_of_the_last_year() -> None:
    found = read(
        "Mali's exports to Peru in January-June 2022 made up $9 billion, 24% more than in the first half of the last year."
    )
    assert (found["24%"].comparison, found["24%"].base_period) == ("ytd_yoy", "2021-01/2021-06")


def test_money_in_a_section_on_funding_pays_for_no_goods() -> None:
    found = read(
        "Supplies",
        "China's exports of sugar to North Korea came to $4 million in 2021.",
        "Funding",
        "In 2021 donors have given $14 million so far. Switzerland was the largest contributor with $5 million.",
    )
    assert [found[f].measure for f in ("$4 million", "$14 million", "$5 million")] == ["trade_value", "other", "other"]


@pytest.mark.parametrize(
    ("text", "figure", "ends", "goods"),
    [
        ("Ten years ago Vietnam sold the island 40,000 tonnes of it.", "40,000 tonnes", "VNM>CUB", "rice"),
        ("I spent the weekend with the tables. Vietnam sold Cuba 40,000 tonnes.", "40,000 tonnes", "VNM>CUB", "rice"),
        ("It was 9,000 tonnes, according to Vietnamese customs, worth $4 million.", "$4 million", "VNM>CUB", "rice"),
    ],
)
def test_an_island_a_weekend_and_an_office_are_no_goods(text: str, figure: str, ends: str, goods: str) -> None:
    found = read("Where does Cuba's rice come from?", "Vietnam sells rice to Cuba.", text)[figure]
    assert (lane(found), found.product) == (ends, goods)


def test_the_isolated_country_is_the_closed_one() -> None:
    found = read(
        "China's exports to North Korea rise",
        "China's exports to North Korea rose in June, though trade remained far below levels before Pyongyang sealed its borders.",
        "Shipments to the isolated country climbed to $12 million in June.",
    )
    assert lane(found["$12 million"]) == "CHN>PRK"


def test_the_islamic_state_is_no_country() -> None:
    found = read(
        "Pakistan's exports to Iraq",
        "Pakistan exported rice to Iraq. Iraq earned $300 million from oil in 2015. The Islamic State sold oil worth $90 million.",
        "The Islamic republic bought $20 million of tea from Iraq.",
    )
    assert lane(found["$90 million"]) == "IRQ>PAK"
    assert lane(found["$20 million"]) == "IRQ>PAK"


def test_amounts_from_each_and_limits_for_anybody() -> None:
    found = read(
        "Oil for North Korea",
        "Russia sold oil to North Korea. Member states may deliver no more than 500,000 barrels of oil to North Korea a year.",
        "In 2021 the committee was told of 289,600 barrels: 182,300 from China and 107,300 from Russia.",
    )
    assert lane(next(c for t, c in found.items() if t.startswith("500,000"))) == "->PRK"
    assert [lane(found[f]) for f in ("182,300", "107,300")] == ["CHN>PRK", "RUS>PRK"]
