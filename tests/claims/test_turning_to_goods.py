"""What a desk's story turns to: goods named last, shared or called by their kind, and shipments that come in."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read

_LEAD = "Italy's exports to Chad came to $61 million in May 2023."


@pytest.mark.parametrize(
    "turn",
    [
        "Among the goods hit hardest were tractors.",
        "Leading the decline were tractors.",
        "The biggest surprise came from tractors.",
        "Tractors, above all.",
        "Mostly tractors.",
    ],
)
def test_goods_that_a_sentence_ends_with_are_what_the_next_is_about(turn: str) -> None:
    assert read(f"{_LEAD} {turn} Chad spent $400,000 on them.")["$400,000"].product.lower() == "tractors"


def test_an_obstacle_is_no_goods() -> None:
    found = read(f"{_LEAD} The main obstacle was the price of fuel in Chad. Chad spent $40 million on trucks.")
    assert found["$40 million"].product == "trucks"


def test_after_a_share_of_goods_the_paragraph_goes_on_with_them() -> None:
    found = read(
        "Chad bought fuel worth $30 million from Libya in May 2023. The country depends on Egypt for 80 percent of its "
        "rice. Deliveries fell to 2,600 tonnes in May, from 4,000 tonnes in April."
    )
    assert (found["2,600 tonnes"].product, lane(found["2,600 tonnes"])) == ("rice", "EGY>TCD")


def test_goods_called_by_their_kind_are_those_told_of() -> None:
    found = read(
        "Chad imported 3,000 tonnes of rice in May 2023. It spent $7 million on the grain and $2 million on flour."
    )
    assert (found["$7 million"].product, found["$2 million"].product) == ("rice", "flour")


def test_who_pays_and_who_gets_are_no_goods() -> None:
    found = read(
        "Chad imported 3,000 tonnes of rice in May 2023. Millers paid $410 a tonne in May. Farmers sold the state only "
        "900 tonnes. New are exports to private shops: $5 million in May."
    )
    assert "rice" in (found["$410 a tonne"].product or "")
    assert found["900 tonnes"].product == "rice"
    assert "shops" not in (found["$5 million"].product or "")


def test_a_bare_from_tells_the_direction() -> None:
    found = read("Chad's tea exports to Italy reached 9,400 tonnes in May 2023, from 7,100 a year earlier.")
    claim = found["9,400 tonnes"]
    assert (claim.direction, claim.comparison, claim.base_period) == ("increase", "yoy", "2022-05")
    assert found["7,100"].direction == "none"


def test_goods_for_a_season_name_no_time() -> None:
    found = read(f"{_LEAD} Sales of air conditioners, normally a summer staple, were down to $800,000.")
    assert found["$800,000"].period == "2023-05"


def test_a_change_is_from_the_amount_that_it_fits() -> None:
    found = read(
        "In 2013 Italy sold goods worth $3.4 billion to Chad. In 2022 it was $2.2 billion, a decline of 35 percent."
    )
    assert (found["35 percent"].comparison, found["35 percent"].base_period) == ("vs_period", "2013")
    other = read(
        "In 2013 Italy sold goods worth $3.4 billion to Chad. In 2022 it was $2.2 billion, a decline of 5 percent."
    )
    assert other["5 percent"].comparison == "yoy"


def test_over_a_decade_is_not_from_the_year_before() -> None:
    found = read("Over the past decade Chad's tea exports to Italy have fallen from $528 million to $196 million.")
    claim = found["$196 million"]
    assert (claim.comparison, claim.base_period, claim.period) == ("vs_period", None, "2022")
    assert found["$528 million"].period is None


def test_a_shipment_that_lands_comes_in() -> None:
    found = read(
        "Chad: situation report",
        "A shipment of 45 tonnes of medicine from the agency's hub in Dubai reached Abeche, Chad, on 9 June. The "
        "consignment, valued at $1.2 million, included 18,000 oxygen masks. Another 30 tonnes are due in October.",
    )
    assert lane(found["45 tonnes"]) == "ARE>TCD"
    assert (found["18,000"].measure, found["18,000"].product) == ("trade_quantity", "oxygen masks")
    assert (found["30 tonnes"].modality, found["30 tonnes"].period) == ("expected", "2023-10")


def test_shipments_that_reached_an_amount_go_out() -> None:
    assert lane(read("Chad's rice exports rose in May 2023. Shipments reached 800 tonnes.")["800 tonnes"]) == "TCD>-"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("On June 9, Italy donated 50,000 masks to Chad.", "2023-06-09"),
        ("On June 9, Italy said it had donated 50,000 masks to Chad.", None),
    ],
)
def test_the_day_of_a_gift_and_the_day_of_saying_so(text: str, period: str | None) -> None:
    assert read(text, day=date(2023, 6, 20))["50,000"].period == period


def test_who_says_so_stands_between_a_seller_and_what_it_sold() -> None:
    found = read(
        "Chad imported 1.3 million tonnes of fuel in May 2023. Most of it came from Libya, he said, which supplied "
        "890,000 tonnes."
    )
    assert lane(found["890,000 tonnes"]) == "LBY>TCD"


def test_money_that_an_agency_needs_is_no_trade() -> None:
    found = read(
        "The agency brought 30,000 tonnes of food into Chad in May 2023. It needs $1.1 billion and has received $240 "
        "million."
    )
    assert {found["$1.1 billion"].measure, found["$240 million"].measure} == {"other"}
    assert found["$240 million"].sender is None


def test_an_amount_and_its_month_go_on_with_the_trade() -> None:
    found = read(f"{_LEAD} Medicines are falling. Only $95,000 in May; in April it was $140,000.")
    assert (found["$95,000"].measure, found["$95,000"].product, lane(found["$95,000"])) == (
        "trade_value",
        "Medicines",
        "ITA>TCD",
    )


def test_an_introductory_phrase_does_not_hide_what_a_sentence_turns_to() -> None:
    found = read(
        "Italy sold Chad toys worth $6 million in May 2023. On the other side of the ledger, potash remained king. Italy "
        "took 900 tons of the fertilizer worth $57 million."
    )
    assert (found["900 tons"].product, found["$57 million"].product) == ("potash", "potash")


def test_goods_of_no_such_kind_are_not_meant() -> None:
    found = read("Chad imported 3,000 tonnes of rice in May 2023. It spent $7 million on the fertilizer.")
    assert found["$7 million"].product == "fertilizer"


def test_what_is_worth_of_them_is_what_was_told_last() -> None:
    found = read(
        "Italy's exports to Chad came to $61 million in May 2023. Lorries were the most valuable item at $5.2 million. A "
        "year earlier Italy had shipped only $900,000 worth of them."
    )
    assert (found["$900,000"].product or "").lower() == "lorries"


def test_a_part_of_what_rose_did_not_rise_itself() -> None:
    found = read("Chad's rice imports edged up to 1.04 million tonnes in 2022, 95% of which came from Italy.")
    assert (found["95%"].measure, found["95%"].direction) == ("share", "none")


def test_the_number_told_before_falls() -> None:
    found = read(
        "Chad imported 38 million masks from Italy in March 2023. By May the number had fallen to 1.2 million."
    )
    claim = found["1.2 million"]
    assert (claim.measure, claim.product, lane(claim)) == ("trade_quantity", "masks", "ITA>TCD")


def test_ships_carry_goods_and_are_none() -> None:
    found = read(
        "Chad imported 41,000 tonnes of rice in May 2023. The bulk carrier Eleen unloaded 6,300 tonnes on May 17. Italy "
        "supplied 8,800 tonnes in three ships and Libya 4,100."
    )
    assert {found[figure].product for figure in ("6,300 tonnes", "8,800 tonnes", "4,100")} == {"rice"}
    assert found["three"].measure == "count"
    assert (found["6,300 tonnes"].period, found["8,800 tonnes"].period) == ("2023-05-17", "2023-05")


def test_a_report_is_on_the_country_that_heads_it() -> None:
    found = read(
        "Benin Humanitarian Update No. 19 | 30 June 2023",
        "Imports of medicines fell to $28 million in May. Italy, which accounts for about 55 per cent of the supply, "
        "shipped only $14 million worth.",
        day=date(2023, 6, 30),
    )
    assert (lane(found["$28 million"]), lane(found["$14 million"])) == ("->BEN", "ITA>BEN")


def test_shipped_mostly_to_somebody_is_not_all() -> None:
    found = read(
        "Chad's exports grew in 2022. Gold, shipped mostly to Italy, fetched $540 million and cotton $20 million."
    )
    assert (lane(found["$540 million"]), lane(found["$20 million"])) == ("TCD>-", "TCD>-")


def test_a_grain_is_the_one_named_in_the_sentence() -> None:
    found = read(
        "Italy sold Chad 1,480 tons of soybean meal in May 2023. Corn is usually the main item, but shipments of the grain "
        "declined to 212 tons."
    )
    assert found["212 tons"].product == "Corn"


def test_a_title_says_whose_trade_it_is_and_of_when() -> None:
    found = read(
        "Benin: trade in brief (January to April 2023)",
        "Italian customs registered imports of cotton worth $238 million.",
        "Spain bought cashew nuts for $61 million.",
        "Imports from China came to $64 million.",
    )
    assert [lane(claim) for claim in found.values()] == ["BEN>ITA", "BEN>ESP", "CHN>BEN"]
    assert {claim.period for claim in found.values()} == {"2023-01/2023-04"}


def test_purchases_from_a_third_are_of_whom_others_sold_to() -> None:
    found = read(
        "Libya delivered oil worth $32 million to Chad in May 2023. Egypt sent 1,400 barrels of crude to Chad in April.",
        "Food is scarce as well. Purchases of rice from Vietnam fell to 940 tonnes in May.",
    )
    assert lane(found["940 tonnes"]) == "VNM>TCD"


def test_what_statistics_say_was_exported_is_their_country_s() -> None:
    found = read(
        "Italy re-exported watches worth $2 million to Chad in 2022.",
        "Turkish statistics show that 10.2 tons of clocks were exported to Chad in May 2023.",
    )
    assert lane(found["10.2 tons"]) == "TUR>TCD"


def test_half_of_them_were_electric() -> None:
    found = read("Chad bought 2,140 cars from Italy in May 2023. Nearly half of them were electric.")
    assert found["half"].product == "cars"


def test_the_next_part_has_no_verb_of_its_own() -> None:
    found = read(
        "Italy bought goods worth $7.4 million from Chad in May 2023, of which $3.1 million was coal and $1.6 million raw hides."
    )
    assert (found["$3.1 million"].product, found["$1.6 million"].product) == ("coal", "raw hides")


@pytest.mark.parametrize(
    "said",
    [
        "The biggest item was oil.",
        "The main worry is oil.",
        "In Gabon, oil is everything.",
        "Among the winners were shippers of oil.",
    ],
)
def test_a_rank_or_a_place_leaves_the_whole_what_it_is(said: str) -> None:
    found = read(f"{said} Gabon's exports came to $6 billion in 2022, of which oil was $4 billion.")
    assert (found["$6 billion"].product, found["$4 billion"].product) == ("all goods", "oil")


def test_a_share_of_what_goes_the_other_way_is_by_the_way() -> None:
    found = read("Chad sold gold worth $7 billion in 2022. It imports 90 percent of its fuel. Sales rose 3 percent.")
    assert found["3 percent"].product == "gold"


def test_a_title_that_tells_of_no_trade_names_nobody_s_partner() -> None:
    found = read("Benin holds an election", "Turkey imported 12 million tonnes of wheat in 2022.")
    assert found["12 million tonnes"].sender is None


def test_products_bought_go_on_with_the_goods_bought() -> None:
    found = read(
        "Togo imported medical goods worth $5 million from China in 2022. In May 2022 it bought items worth $3 million. "
        "China sold items worth $2 million in June 2022."
    )
    assert {found["$3 million"].product, found["$2 million"].product} == {"medical goods"}


def test_a_kind_that_the_text_began_with_is_all_of_it_again() -> None:
    found = read(
        "Mali imported fertilizer worth $30 million in 2022. Urea imports came to $20 million. Purchases of the fertilizer "
        "from Russia came to $25 million."
    )
    assert (found["$20 million"].product, found["$25 million"].product) == ("Urea", "fertilizer")


def test_a_part_of_a_part_says_nothing_of_the_whole() -> None:
    found = read(
        "Chad's exports came to $60 million in 2022, of which $3 million was coal. Imports were $30 million, of which $9 "
        "million was rice and $5 million of it came from India."
    )
    assert (found["$30 million"].product, found["$5 million"].product) == ("all goods", "rice")


def test_imports_from_the_world_are_from_nobody_in_particular() -> None:
    found = read(
        "China's trade with Laos",
        "In 2022 China sold Laos goods worth $1.7 billion and bought goods worth $2.7 billion. Imports from the world rose "
        "to $2.7 trillion.",
    )
    assert lane(found["$2.7 trillion"]) == "->CHN"


def test_those_for_other_goods_are_of_those() -> None:
    text = "In 2021 Togo's imports from Peru of soybean oil fell to $20.6 million, and those for sugar to $9.8 million."
    assert [claim.product for claim in read(text, day=date(2022, 1, 20)).values()] == ["soybean oil", "sugar"]
