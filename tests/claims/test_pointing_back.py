"""Words that point back, and countries and goods that several figures share or take in turn."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read


def test_them_are_the_goods_that_the_sentence_before_told_of() -> None:
    found = read(
        "Malawi took $90 million of goods from China in 2022.",
        "Tractors were the largest single item. Lilongwe paid $12.4 million for 830 of them.",
    )
    assert (found["830"].unit, found["830"].measure) == ("units", "trade_quantity")
    assert found["830"].product == found["$12.4 million"].product == "Tractors"


def test_a_part_of_them_is_no_name_of_goods() -> None:
    found = read(
        "Nepal imported 40,000 tonnes of fertiliser from Oman in May.",
        "Urea accounted for 31,000 tonnes of them and potash for most of the rest.",
    )
    assert found["31,000 tonnes"].product == "Urea"


def test_those_shipments_are_what_was_told_by_the_way() -> None:
    found = read(
        "Chile sold China $80 million of copper in May.",
        "Chile also sells lithium to the Asian giant. Those shipments came to 9,000 tonnes, while Japan took "
        "4,000 tonnes and Taiwan just over 1,500.",
    )
    assert found["9,000 tonnes"].product == "lithium"
    assert (found["1,500"].unit, lane(found["1,500"])) == ("tonnes", "CHL>TWN")


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        ("Kenya exported tea to Egypt worth $9 million in the three months to May.", "$9 million", "tea"),
        ("Sudan's exports to Egypt were $90 million in the five months to May.", "$90 million", "all goods"),
        ("Ghana bought sugar from Brazil. Raw sugar alone accounted for $4 million.", "$4 million", "Raw sugar"),
        ("Oman bought less rice from India: 12 percent less rice than in 2021.", "12 percent", "rice"),
        ("Crude, excluding condensate ($81 million), was the main export of Chad.", "$81 million", "Crude"),
        ("Iran imported 9,000 tonnes of goods from Iraq.", "9,000 tonnes", "all goods"),
        ("China sold vaccines to Laos. Its shipments came to $98 million in all.", "$98 million", "all goods"),
    ],
)
def test_stray_words_name_no_goods(text: str, figure: str, product: str) -> None:
    assert read(text)[figure].product == product


def test_those_who_buy_together_share_the_amount() -> None:
    found = read(
        "Benin, Togo and Niger bought power from Ghana in 2022. Sales to the three came to $70 million. "
        "Togo's share of that was $40 million, Niger's $20 million."
    )
    assert lane(found["$70 million"]) == "GHA>-"
    assert lane(found["$40 million"]) == "GHA>TGO"
    assert lane(found["$20 million"]) == "GHA>NER"


def test_partners_of_one_list_are_none_of_them_alone() -> None:
    found = read("Iran sold 5,000 tonnes of dates to Oman, Qatar and Iraq in May for $6 million.")
    assert lane(found["5,000 tonnes"]) == lane(found["$6 million"]) == "IRN>-"


def test_trade_with_each_in_turn_is_with_nobody_afterwards() -> None:
    found = read(
        "Peru's trade with Chile came to $150 million in May, Bolivia ($120 million) and Brazil ($90 million).",
        "The main export items include grapes worth $30 million.",
    )
    assert set(found["$120 million"].partners) == {"PER", "BOL"}
    assert set(found["$90 million"].partners) == {"PER", "BRA"}
    assert lane(found["$30 million"]) == "PER>-"


def test_what_a_country_trades_altogether_is_with_everybody() -> None:
    found = read(
        "Jordan's exports to Syria came to $9 million in May, and imports from Syria to $4 million.",
        "Jordan's foreign trade came to $2.1 billion in May.",
        "Jordan's trade turnover was $9.8 billion in January-May. Jordanian exports came to $3.7 billion.",
    )
    assert found["$9.8 billion"].partners == ("JOR",)
    assert lane(found["$3.7 billion"]) == "JOR>-"


def test_a_country_s_recorded_sales_are_its_own() -> None:
    found = read(
        "China bought $40 million of Malian lithium, most of Mali's recorded sales abroad. India took $2 million of gum."
    )
    assert lane(found["$2 million"]) == "MLI>IND"


def test_goods_passed_on_come_from_where_they_are_made() -> None:
    found = read("Egypt imported 9,000 tonnes of Kenyan tea.", "In all, Kenyan tea was shipped to 41 destinations.")
    assert found["41"].measure == "count"
    assert found["41"].sender == "KEN"


def test_an_amount_before_its_noun_is_of_that_noun() -> None:
    found = read("Thai border trade reached 90 billion baht: 50 billion baht Thai exports and 40 billion baht imports.")
    assert lane(found["50 billion baht"]) == "THA>-"
    assert lane(found["40 billion baht"]) == "->THA"


def test_below_an_amount_is_a_level() -> None:
    claim = read("Sudan's exports to Egypt fell below $4 million in May.")["$4 million"]
    assert (claim.measure, claim.direction, claim.qualifier) == ("trade_value", "decrease", "less_than")


def test_a_part_by_value_is_a_share() -> None:
    claim = read("Rubber goes to China: 97% of it by value in May.")["97%"]
    assert claim.measure == "share"


def test_how_often_a_thing_was_shared_is_no_claim() -> None:
    found = read("A post shared thousands of times says that Laos sold $900 million of gold to China in May.")
    assert set(found) == {"$900 million"}


def test_a_dateline_in_small_letters_trades_nothing() -> None:
    found = read("Madrid, 9 June 2023 — Cuba paid $3 million for the chicken it bought in May.")
    assert lane(found["$3 million"]) == "->CUB"


def test_a_question_says_what_the_answers_are_about() -> None:
    found = read(
        "Q: How much salt does Senegal export?",
        "A: About 400,000 tonnes in 2022. Nearly all went to Mali, which paid $20 million for it.",
        "A: Mali took 300,000 tonnes and Niger 25,000.",
    )
    assert found["400,000 tonnes"].measure == "trade_quantity"
    assert lane(found["400,000 tonnes"]) == "SEN>-"
    assert {c.product for c in found.values()} == {"salt"}
    assert lane(found["$20 million"]) == "SEN>MLI"


def test_who_made_goods_has_sent_them() -> None:
    found = read(
        "In May the two-way figure between China and Laos was $72 million: $55 million of Chinese goods going in "
        "and $17 million of Lao goods coming out."
    )
    assert set(found["$72 million"].partners) == {"CHN", "LAO"}
    assert (lane(found["$55 million"]), lane(found["$17 million"])) == ("CHN>LAO", "LAO>CHN")


def test_goods_that_pay_a_country_are_sold_by_it() -> None:
    found = read("Cloves brought Comoros $18 million in 2022, more than half of everything it sold to India.")
    assert (lane(found["$18 million"]), found["half"].product) == ("COM>IND", "Cloves")


def test_a_partner_told_by_its_rank_is_the_other_end() -> None:
    found = read(
        "Angolan exports to China came to $9 billion in 2022. India emerged as the second-largest destination for "
        "Angolan exports, totaling $3 billion or 9.6% of total exports. Spain secured the third position with goods "
        "worth $2 billion, representing 6.1% of total exports."
    )
    assert lane(found["$3 billion"]) == lane(found["9.6%"]) == "AGO>IND"
    assert lane(found["$2 billion"]) == lane(found["6.1%"]) == "AGO>ESP"


def test_two_partners_by_turns_in_one_clause() -> None:
    found = read(
        "Peru's exports to Spain grew by 17 per cent and to Italy by 4 per cent but sales to Japan declined by "
        "13 per cent and to Chile by 22 per cent."
    )
    assert [lane(c) for c in found.values()] == ["PER>ESP", "PER>ITA", "PER>JPN", "PER>CHL"]


def test_who_is_sold_to_does_not_buy_in_the_next_breath() -> None:
    found = read("Chad sold Libya goods worth $95 million and bought $61 million in May.")
    assert lane(found["$61 million"]) == "LBY>TCD"


@pytest.mark.parametrize(
    ("text", "figure", "ends"),
    [
        ("Oman's exports fell. Sales to U.S.-authorized buyers were $9 million.", "$9 million", "OMN>-"),
        ("Cargoes of 900 tonnes left Venezuelan waters for Cuba; it sold 900 kg more.", "900 tonnes", "VEN>CUB"),
        ("Refiners in India bought 5,000 tonnes of crude from Iraq.", "5,000 tonnes", "IRQ>IND"),
        ("Peru sold tin in 2022. The South American country exported 400 tonnes.", "400 tonnes", "PER>-"),
        ("Bangladesh received 3,500 tonnes of Burmese onions; India, 12,000 tonnes.", "12,000 tonnes", "MMR>IND"),
    ],
)
def test_countries_that_only_say_something_of_others(text: str, figure: str, ends: str) -> None:
    assert lane(read(text)[figure]) == ends


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        ("China, a buyer of soybeans, imported 142,000 tonnes of the oilseed from Peru.", "142,000 tonnes", "soybeans"),
        ("China imported rice. For corn, imports from Laos rose 15%.", "15%", "corn"),
        (
            "Phones, which led Thai exports to Laos, have vanished: 64 million baht in May 2022.",
            "64 million baht",
            "Phones",
        ),
        ("Chad sold Libya $41 million of food, 68 percent of it beef.", "68 percent", "beef"),
        ("Exports of used cars from Japan to Fiji reached $8 million.", "$8 million", "used cars"),
        (
            "Mali imported goods for $48 million, with petrol leading the imports at $30 million.",
            "$30 million",
            "petrol",
        ),
        ("The main export commodity of Chad was sesame at $9 million.", "$9 million", "sesame"),
        ("Syria sold wheat. Barley told another story. Its imports fell to 3,000 tonnes.", "3,000 tonnes", "Barley"),
        ("Chad sold rice, when 96 tonnes left Bangui and Garoua ports for Lomé.", "96 tonnes", "rice"),
    ],
)
def test_goods_told_by_the_turn_of_a_sentence(text: str, figure: str, product: str) -> None:
    assert read(text)[figure].product == product


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("Coal exports earned Mongolia $16 million in duties.", "$16 million", "other"),
        ("India, despite a credit line of $1 billion, has shipped little grain to Mali.", "$1 billion", "other"),
        ("Fuel exports to Laos held up at 1.1 million litres.", "1.1 million litres", "trade_quantity"),
        ("Flour exports to Syria grew from 180,000 tonnes to 410,000 tonnes.", "180,000 tonnes", "trade_quantity"),
        ("Corn made up 1.4 billion baht of Thai exports to Laos.", "1.4 billion baht", "trade_value"),
    ],
)
def test_what_is_measured_by_the_turn_of_a_sentence(text: str, figure: str, measure: str) -> None:
    assert read(text)[figure].measure == measure


def test_lists_of_one_length_answer_one_another() -> None:
    found = read("Kenya and China sold Zambia lorries for $204 million and $131 million in 2022.")
    assert (lane(found["$204 million"]), lane(found["$131 million"])) == ("KEN>ZMB", "CHN>ZMB")
    found = read("Diesel and petrol sales to Laos held up at 1.1 billion and 0.9 billion baht.")
    assert [c.measure for c in found.values()] == ["trade_value", "trade_value"]
    found = read("Peru and Chile sold Japan tin for $5 million and $7 million in 2020 and 2021.")
    assert all(c.rules["parties"] != "lists of one length" for c in found.values())


def test_the_country_of_a_dateline_is_the_country() -> None:
    found = read(
        "KATHMANDU, June 2: The country's foreign trade came to Rs 1,291 billion, and imports to Rs 1,123 billion.",
        "Trade with India amounted to Rs 629 billion in imports and Rs 137 billion in exports.",
        "Nepal's deficit with Peru stands at Rs 66 billion, followed by Rs 39 billion with Chile.",
    )
    assert found["Rs 1,291 billion"].partners == ("NPL",)
    assert lane(found["Rs 1,123 billion"]) == "->NPL"
    assert (lane(found["Rs 629 billion"]), lane(found["Rs 137 billion"])) == ("IND>NPL", "NPL>IND")
    assert [set(found[f].partners) for f in ("Rs 66 billion", "Rs 39 billion")] == [{"NPL", "PER"}, {"NPL", "CHL"}]


def test_a_row_is_of_the_country_that_heads_it() -> None:
    found = read(
        "Petrol deliveries to Cuba",
        "State             Jan    Feb    Total (tonnes)\nMexico            2,117  1,945  4,062\n"
        "Russia            4,400  5,820  10,220",
        "The deliveries amount to 14,282 tonnes.",
    )
    assert lane(found["2,117"]) == "MEX>CUB"
    assert lane(found["5,820"]) == "RUS>CUB"
    assert lane(found["14,282 tonnes"]) == "->CUB"


def test_the_trade_is_the_one_just_told_of() -> None:
    found = read("Zambian maize exports fell by half in 2022. The trade was worth about $28 million.")
    assert (lane(found["$28 million"]), found["$28 million"].product) == ("ZMB>-", "maize")


def test_trade_between_the_two_is_of_those_just_named() -> None:
    found = read("Mali's share is growing. But Togo says trade between the two rose to $780 million in 2022.")
    assert set(found["$780 million"].partners) == {"MLI", "TGO"}


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        (
            "Chinese imports from Laos rose. Power from the Mekong dams made up $4 million of them.",
            "$4 million",
            "Power",
        ),
        (
            "Electricity made up $4 million of China's imports from Laos, ferrosilicon $3 million.",
            "$3 million",
            "ferrosilicon",
        ),
        ("What Mali buys. Fuel. It imported 5.6 million tonnes of it from Togo.", "5.6 million tonnes", "Fuel"),
    ],
)
def test_goods_in_lists_and_by_themselves(text: str, figure: str, product: str) -> None:
    assert read(text)[figure].product == product


def test_francs_of_central_africa() -> None:
    assert read("Cameroon sold France cocoa for 22 billion CFA francs.")["22 billion CFA francs"].unit == "XAF"
    assert read("Senegal sold France fish for 22 billion CFA francs.")["22 billion CFA francs"].unit == "XOF"


def test_who_says_that_others_trade_does_not_trade() -> None:
    found = read("The United States estimated that tankers had brought in 630,000 barrels of oil to Cuba.")
    assert found["630,000 barrels"].receiver == "CUB"


def test_trade_in_all_but_oil_is_not_trade_in_oil() -> None:
    found = read(
        "Iran's top non-oil export markets in May were China with $6 million and Iraq with $5 million of goods."
    )
    for claim in found.values():
        assert "crude_oil" not in claim.goods
        assert claim.product != "oil"
    found = read("Iran's non-oil exports came to $9 million in May.")
    assert found["$9 million"].product == "non-oil"
    assert found["$9 million"].goods == ()


def test_partners_that_are_listed_do_not_become_the_country() -> None:
    found = read(
        "Iran's top five export markets were China with $6 million, Iraq with $5 million and Oman with $3 million.",
        "The country's top sources of imports were China with $7 million and India with $2 million.",
    )
    assert lane(found["$7 million"]) == "CHN>IRN"
    assert lane(found["$2 million"]) == "IND>IRN"


def test_partners_that_are_ranked_trade_with_the_country_told_of() -> None:
    found = read(
        "Azerbaijan's trade came to $15 billion in May 2020. Azerbaijan sold gas.",
        "Croatia and Greece ranked second and third with the trade with Azerbaijan reaching $337 million and "
        "$314 million respectively.",
        "Among others, Azerbaijan sold Russia goods for $430 million. Ukraine ranked second with exports worth "
        "$272 million.",
    )
    assert set(found["$337 million"].partners) == {"AZE", "HRV"}
    assert set(found["$314 million"].partners) == {"AZE", "GRC"}
    assert lane(found["$272 million"]) == "AZE>UKR"


def test_small_numbers_of_a_list_are_of_its_unit() -> None:
    found = read("Myanmar conveyed 20,020 tonnes of rice to China, 3,200 to Malaysia and 500 to Malta in May.")
    assert (found["500"].unit, lane(found["500"])) == ("tonnes", "MMR>MLT")


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        (
            "Chad sold China goods for $31 million, of which gum, the top earner, brought in $17 million.",
            "$17 million",
            "gum",
        ),
        ("Laos bought sugar. Wheat flour, the biggest food item, fell to 9,800 tons.", "9,800 tons", "Wheat flour"),
        ("Mali imported petrol worth $8 million in 2021 and close to $9 million in 2022.", "$9 million", "petrol"),
    ],
)
def test_goods_before_an_apposition(text: str, figure: str, product: str) -> None:
    assert read(text)[figure].product == product


def test_shares_of_both_ways() -> None:
    found = read("India was Bhutan's partner: imports from India were 79% of imports and 86% of exports in 2022.")
    assert lane(found["86%"]) == "BTN>IND"


def test_the_money_of_bhutan() -> None:
    found = read("Bhutan sold power worth Nu 15.3 billion to India, and 4 million ngultrums of dolomite.")
    assert {claim.unit for claim in found.values()} == {"BTN"}


def test_so_much_less_than_then_is_a_change() -> None:
    claim = read("Laos imported 25,000 tonnes less broken rice from China than in April 2022.")["25,000 tonnes"]
    assert (claim.measure, claim.direction) == ("change", "decrease")


def test_what_may_be_supplied_is_a_limit() -> None:
    found = read("Member states may supply Eritrea with at most 500,000 barrels of refined petroleum a year.")
    assert found["500,000 barrels"].measure == "cap"
    found = read("Eritrea may also have imported up to 13 million masks from China in 2021.")
    assert found["13 million"].measure == "trade_quantity"


def test_those_of_other_goods_are_a_trade_of_their_own() -> None:
    found = read("Laos's imports of glass from China doubled in 2022 and those of plastic tripled, to $9.9 million.")
    assert found["$9.9 million"].product == "plastic"


def test_each_that_reported_has_its_own() -> None:
    found = read("India reported exports of $6 million; Chile, $3 million of fish; and Peru $14 million of tin.")
    assert [claim.sender for claim in found.values()] == ["IND", "CHL", "PER"]


def test_the_other_direction_may_be_said_last() -> None:
    found = read(
        "Laos's exports to China came to $93 million in 2022. At $45 million, wigs made up half of Laos's exports. "
        "Hair worth $24 million crossed the border in the other direction. It paid 4,000 dollars' worth of tea."
    )
    assert lane(found["$24 million"]) == "CHN>LAO"
    assert found["$45 million"].product == "wigs"
    assert found["4,000 dollars"].product == "tea"


def test_several_that_sell_together_sell_to_the_same() -> None:
    found = read("India's exports of medicines to Cuba fell to $1 million. Germany and France each sold $50,000.")
    assert found["$50,000"].receiver == "CUB"
    assert set(found["$50,000"].partners) == {"DEU", "FRA", "CUB"}


MASKS = "In July, Kenya exported 1.2 million soap bars to Malawi worth $52,400."


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("That compares with 9.4 million bars in June.", "9.4 million", "2022-06"),
        ("That compares with 9.4 million bars in the month before, and none in April.", "9.4 million", "2022-06"),
        ("In June the figure was 9.4 million soap bars.", "9.4 million", "2022-06"),
        ("A year earlier it was 9.4 million soap bars.", "9.4 million", "2021-07"),
    ],
)
def test_a_count_that_is_only_set_beside_the_one_before_is_of_the_same_trade(
    text: str, figure: str, period: str
) -> None:
    found = read(f"{MASKS} {text}", day=date(2022, 8, 24))
    claim = found[figure]
    assert (claim.measure, lane(claim), str(claim.period)) == ("trade_quantity", "KEN>MWI", period)


def test_none_in_another_month_is_of_the_same_trade() -> None:
    found = read(f"{MASKS} That compares with 9.4 million bars in the month before, and none in April.")
    assert (found["none"].value, found["none"].unit, lane(found["none"])) == (0, "units", "KEN>MWI")


@pytest.mark.parametrize("text", ["That is down from 2 million people in June.", "It was the town's 20 millionth day."])
def test_a_count_of_something_else_is_no_trade(text: str) -> None:
    found = read(f"{MASKS} {text}")
    assert all(claim.measure != "trade_quantity" for said, claim in found.items() if said not in MASKS)


def test_a_year_and_its_same_months_are_what_a_sentence_speaks_of() -> None:
    found = read(
        "Cumulative trade of Chad with Mali for January-August 2022 stands at $116 million.",
        "In 2019 the same eight months yielded $1.7 billion. The largest line was cotton ($3.1 million).",
    )
    assert (found["$1.7 billion"].measure, str(found["$1.7 billion"].period)) == ("trade_value", "2019-01/2019-08")
    assert str(found["$3.1 million"].period) == "2022-01/2022-08"


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("and machinery came next with $72 million.", "machinery"),
        ("making up half of all purchases, and soap and detergents came next with $72 million.", "soap and detergents"),
        ("and tea was third at $72 million.", "tea"),
    ],
)
def test_goods_that_come_next(text: str, product: str) -> None:
    found = read(f"Mineral products were the top import item of Eritrea in 2021 at $311 million, {text}")
    assert found["$72 million"].product == product


def test_since_a_month_is_until_the_last_one_told_even_beside_an_earlier_run() -> None:
    found = read(
        "In July, Kenya exported 1.2 million soap bars to Malawi.",
        "Malawi has now imported $3.9 million of soap from Kenya since January.",
        "Between February and April it paid $97,000.",
        day=date(2022, 8, 24),
    )
    assert str(found["$3.9 million"].period) == "2022-01/2022-07"


def test_through_a_month_is_from_when_the_text_told_that_it_began() -> None:
    found = read(
        "Oman has supplied Yemen with more than a million barrels of diesel since March, a firm said.",
        "It put deliveries through October at 1.04 million barrels.",
        "A limit of 500,000 barrels a year is not kept.",
        day=date(2023, 11, 22),
    )
    assert str(found["1.04 million barrels"].period) == "2023-03/2023-10"
    assert found["500,000 barrels a year"].period is None


def test_what_a_list_has_together_is_of_none_of_them_alone() -> None:
    """Whoever bought from them is no one of the list."""
    found = read("Nepal bought lentils from Laos, Bhutan and Fiji, which together accounted for 71 percent in 2019.")
    assert lane(found["71 percent"]) == "->NPL"


def test_what_is_done_as_a_rule_is_of_no_time_and_the_clause_beside_it_is() -> None:
    found = read(
        "Gabon's exports came to $4 billion in 2013. Gabon usually exported 900 tonnes of cocoa to Oman. Niger normally "
        "ships 20,000 tonnes of rice to Gabon, which bought $5 million of beans from it.",
    )
    assert found["900 tonnes"].period is found["20,000 tonnes"].period is None
    assert found["$5 million"].period == "2013"
