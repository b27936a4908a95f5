"""Parts that came from somewhere, purposes, contracts and gifts of money, and months told by the way."""

from __future__ import annotations

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Syria imported 60,000 tonnes of rice in May, nearly all of it from India.", "->SYR"),
        ("Syria imported 60,000 tonnes of rice in May, mostly from India.", "->SYR"),
        ("Syria imported 60,000 tonnes of rice in May, most of it from India.", "->SYR"),
        ("Syria exported 60,000 tonnes of olives in May, mainly to Iraq.", "SYR>-"),
        ("Syria imported 60,000 tonnes of rice in May, all of it from India.", "IND>SYR"),
        ("Syria imported 60,000 tonnes of rice from India in May.", "IND>SYR"),
    ],
)
def test_what_came_mostly_from_somewhere_came_from_elsewhere_too(text: str, ends: str) -> None:
    assert lane(read(text)["60,000 tonnes"]) == ends


def test_cargo_arrives_in_ports() -> None:
    found = read("Syria bought wheat.", "In May, 90,000 tonnes arrived at the ports of Latakia and Tartus.")
    claim = found["90,000 tonnes"]
    assert (claim.measure, lane(claim), claim.product) == ("trade_quantity", "->SYR", "wheat")
    assert next(iter(read("Syria bought wheat.", "Some 300 tourists arrived at the port.").values())).measure == "count"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The nutrition sector has received $210 million this year.", "$210 million"),
        ("The agency appealed for $35 million.", "$35 million"),
        ("It signed a contract for a further 300,000 tonnes of Russian wheat.", "300,000 tonnes"),
    ],
)
def test_money_given_and_goods_agreed_on_are_no_trade(text: str, figure: str) -> None:
    assert read("Syria imported 80,000 tonnes of wheat in May.", text)[figure].measure == "other"


def test_goods_that_were_given_are_traded() -> None:
    found = read("Syria received $3 million worth of medicines from India in May.")
    assert (found["$3 million"].measure, lane(found["$3 million"])) == ("trade_value", "IND>SYR")


def test_what_something_is_bought_for_is_not_what_is_bought() -> None:
    found = read(
        "Syria imported 80,000 tonnes of wheat in May.",
        "It will have to import 900,000 tonnes to keep bread on the tables.",
    )
    assert found["900,000 tonnes"].product == "wheat"


def test_a_month_told_alone_leaves_the_text_on_the_months_so_far() -> None:
    found = read(
        "In the first five months of 2023, trade between Mali and Peru came to $58 million.",
        "Exports of Mali were $49 million. In May alone, they were $5 million.",
        "By commodity, the export of shea butter was 430 tons.",
    )
    assert found["$5 million"].period == "2023-05"
    assert found["430 tons"].period == "2023-01/2023-05"


def test_who_buys_is_not_bought() -> None:
    found = read(
        "China paid $4 billion for Turkmen gas in 2019. Gazbank, which had stopped buying in 2016, came back with 2 bcm.",
        "Turkey is the main supplier. Its statistical office recorded exports of $402 million to Turkmenistan.",
    )
    assert found["2 bcm"].product != "Gazbank"
    assert (found["$402 million"].product, lane(found["$402 million"])) == ("all goods", "TUR>TKM")


def test_times_that_qualify_and_steps_between_two_months() -> None:
    found = read(
        "Chad's food exports to Mali rose to $5 million in May.",
        "The council said first-quarter sales stood at $12 million. Sales fell 9 percent between March and April.",
    )
    assert found["$12 million"].period == "2023-01/2023-03"
    step = found["9 percent"]
    assert (step.comparison, step.base_period, step.period) == ("mom", "2023-03", "2023-04")


def test_a_bare_count_is_compared_with_one_of_the_same() -> None:
    found = read("A total of 812 trucks crossed into Syria in May, compared with 979 in April.")
    assert found["979"].unit == "trucks"


def test_the_country_is_the_other_end_of_the_trade_turned_round() -> None:
    found = read(
        "Eritrea's trade",
        "Eritrea publishes nothing. Eritrea's partners do.",
        "In 2022, Chinese imports from Eritrea fell to $173 million, while exports to the country dropped to $29 million. "
        "A shipment of 90,000 masks, donated by a Chinese foundation, arrived in Asmara in March.",
    )
    assert lane(found["$29 million"]) == "CHN>ERI"
    assert lane(next(claim for text, claim in found.items() if text.startswith("90,000"))) == "CHN>ERI"


def test_money_of_closed_countries_has_its_name() -> None:
    found = read(
        "Petrol in Caracas costs 5,000 bolivars a litre. Minsk spent 3 million Belarusian rubles on rice, Havana 900 Cuban "
        "pesos, and a loaf in Homs costs 4,000 Syrian liras."
    )
    assert {claim.unit for claim in found.values()} == {"VES_per_litre", "BYN", "CUP", "SYP"}


def test_what_something_fell_to_in_a_month_was_later_than_the_year_it_fell_from() -> None:
    found = read("Mali's fuel imports fell from 9,000 tons in 2021 to 4,000 tons in May.")
    assert [found[f].period for f in ("9,000 tons", "4,000 tons")] == ["2021", "2023-05"]
    named = read("Mali's fuel imports fell from 9,000 tons in 2021 to 4,000 tons in May 2022.")
    assert named["4,000 tons"].period == "2022-05"


def test_a_company_s_name_is_no_goods() -> None:
    found = read(
        "Thailand paid Myanmar about $1.4 billion for natural gas in 2022.",
        "The payments, most of which go to the state-owned Myanma Oil and Gas Enterprise, rose 31% although volumes shrank to "
        "5.6 million tonnes.",
    )
    assert found["5.6 million tonnes"].product == "natural gas"
