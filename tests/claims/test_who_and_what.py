"""Who traded what with whom, in the turns that wire stories, customs offices and trade ministries take."""

from __future__ import annotations

import pytest
from told_claims import lane, read

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("Zambia's exports came to K12.4 billion in July and imports to K9,103.5 million.", "K12.4 billion", "ZMW"),
        ("Malawi exported tea worth K3.5 billion to Egypt.", "K3.5 billion", "MWK"),
        ("Papua New Guinea sold coffee for K410 million.", "K410 million", "PGK"),
        ("The Philippines sold P5.2 billion of bananas to Japan.", "P5.2 billion", "PHP"),
        ("Ethiopia imported wheat worth Br250 million.", "Br250 million", "ETB"),
    ],
)
def test_a_letter_is_a_currency_where_the_text_speaks_of_its_country(text: str, figure: str, unit: str) -> None:
    assert read(text)[figure].unit == unit


def test_a_letter_is_no_currency_elsewhere() -> None:
    found = read(
        "Spain's K12 schools bought 5,000 desks from Peru for $3 million. K9 units did not, and K5.2 is a road."
    )
    assert {claim.unit for claim in found.values()} <= {"units", "USD"}
    assert set(read("Zambia's K12 schools imported $3 million of desks.")) == {"$3 million"}


def test_exports_behind_trade_with_everybody_are_to_everybody() -> None:
    found = read(
        "Trade between Georgia and Armenia came to $70 million in May, the trade ministry of Georgia said.",
        "Georgia's exports to Armenia stood at $50 million.",
        "Georgia's foreign trade turnover came to $2.5 billion. Georgia's exports fell 4 percent to $0.9 billion.",
        "Meanwhile, imports of Georgia went down 2 percent to $1.6 billion.",
    )
    assert lane(found["$50 million"]) == "GEO>ARM"
    assert lane(found["$0.9 billion"]) == "GEO>-"
    assert lane(found["$1.6 billion"]) == "->GEO"
    total = read("Peru ships fish to Chile.", "In total, Peru exported 90,000 tonnes of fish in May.")
    assert lane(total["90,000 tonnes"]) == "PER>-"


def test_nobody_trades_with_himself() -> None:
    found = read(
        "Cuba bought $9 million of rice from Vietnam in May. The island sold Vietnam $1 million of sugar.",
        "Vietnam's exports to the country as a whole came to $12 million, of which $3 million went on shoes.",
    )
    assert lane(found["$12 million"]) == "VNM>CUB"
    assert found["$12 million"].product == "all goods"
    assert lane(found["$3 million"]) == "VNM>CUB"
    assert found["$3 million"].product == "shoes"


def test_what_is_imported_into_the_country_is_received_there() -> None:
    found = read(
        "Iran's trade came to $30 billion. Some 19 million tonnes worth $16 billion of goods were imported into the "
        "country, of which 12 million tonnes were basic goods."
    )
    assert lane(found["$16 billion"]) == lane(found["12 million tonnes"]) == "->IRN"


def test_those_who_are_listed_before_a_flow_each_trade() -> None:
    found = read(
        "Oman's customs office gave its figures. China with $5 billion, India with $2 billion and Japan with "
        "$1 billion of exports to Oman were the top exporting nations."
    )
    assert [lane(found[figure]) for figure in ("$5 billion", "$2 billion", "$1 billion")] == [
        "CHN>OMN",
        "IND>OMN",
        "JPN>OMN",
    ]


def test_what_others_send_goes_to_the_country_that_the_text_is_about() -> None:
    found = read(
        "Eritrea imported $90,000 of medical goods from Italy in July, Italian customs data show.",
        "Not all came from there. Djibouti delivered 300 oxygen cylinders; India, once the main supplier of vaccines, "
        "sent $5,000 worth.",
    )
    assert lane(found["300"]) == "DJI>ERI"
    assert lane(found["$5,000"]) == "IND>ERI"
    assert found["$5,000"].product == "vaccines"


def test_amounts_that_are_joined_are_of_the_same_goods() -> None:
    found = read(
        "Laos sold 1,200 tonnes worth $3 million of coffee to Korea and earned $2 million from 900 tonnes of tea."
    )
    assert found["1,200 tonnes"].product == found["$3 million"].product == "coffee"
    assert found["$2 million"].product == found["900 tonnes"].product == "tea"
    assert (
        read("Peru sent an average of 9,000 barrels a day (bpd) of fuel oil.")["9,000 barrels a day"].product
        == "fuel oil"
    )


def test_a_part_is_not_what_the_text_goes_on_about() -> None:
    found = read(
        "Cuba bought $230 million of American food and farm goods in 2016. Frozen chicken accounted for 45 percent, or "
        "$104 million, of the sales. Corn ranked second, at 17 percent of sales and $39 million.",
        "Sales have been uneven, from a low of $138 million in 2002 to $710 million in 2008.",
    )
    assert found["$39 million"].product == "Corn"
    assert "food" in str(found["$138 million"].product)


def test_who_trades_is_not_what_is_traded() -> None:
    found = read("Chad sells cattle to Libya. Libya is the dominant export market, accounting for 46 percent.")
    assert "market" not in str(found["46 percent"].product)
    assert read("Peru lent Chile $23 million last year to build roads.")["$23 million"].measure == "other"


def test_packs_say_how_much_and_not_what() -> None:
    found = read(
        "Italy's exports of medicines to Iran fell to 2.3 million packs in May.",
        "That included 18,000 packs of insulin.",
    )
    assert found["2.3 million packs"].product == "medicines"
    assert found["18,000 packs"].product == "insulin"
    assert found["18,000 packs"].measure == "trade_quantity"
    assert lane(found["18,000 packs"]) == "ITA>IRN"


def test_by_so_many_percent_is_a_change() -> None:
    found = read(
        "Among suppliers of tea to Iraq a fall was seen in Kenya (by 10.5%) and in India (by 16.5%). Makers in Nepal "
        "bolstered their exports by 3%."
    )
    assert {found[figure].measure for figure in ("10.5%", "16.5%", "3%")} == {"change"}
    assert lane(found["10.5%"]) == "KEN>IRQ"
    assert lane(found["16.5%"]) == "IND>IRQ"


def test_a_country_from_where_something_is_imported_sends_it() -> None:
    found = read(
        "Other suppliers of tea to Iraq include Kenya, from where 149 tonnes were imported to the Iraqi market, "
        "Nepal (112 tonnes – 12% more than a year earlier) and India. The latter increased supplies by 7%."
    )
    assert lane(found["149 tonnes"]) == "KEN>IRQ"
    assert lane(found["112 tonnes"]) == lane(found["12%"]) == "NPL>IRQ"
    assert lane(found["7%"]) == "IND>IRQ"


def test_partners_listed_with_their_amounts() -> None:
    found = read(
        "In 2021, Kenya exported 48,000 tonnes of tea, including to Egypt – 22,000 tonnes, Iran – 9,500 tonnes and "
        "Russia – 4,500 tonnes."
    )
    assert lane(found["48,000 tonnes"]) == "KEN>-"
    assert lane(found["22,000 tonnes"]) == "KEN>EGY"
    assert lane(found["9,500 tonnes"]) == "KEN>IRN"
    assert lane(found["4,500 tonnes"]) == "KEN>RUS"
    sold = read("Baku sold Tehran gas worth $61 million and Georgia $1.1 million worth of cotton yarn.")
    assert lane(sold["$61 million"]) == "AZE>IRN"
    assert lane(sold["$1.1 million"]) == "AZE>GEO"


def test_whose_exports_they_are() -> None:
    found = read(
        "Russia topped wheat sellers to Egypt with exports worth $1.2 billion, followed by Ukraine whose wheat exports "
        "to Egypt came to $650 million.",
        "Next came Romania, followed by Australia and France whose exports to Egypt amounted to $105 million and "
        "$64 million, respectively.",
        "Japan was the biggest market for Peru, importing $4 billion worth of products, followed by Chile which "
        "imported $1.4 billion of Peruvian products.",
    )
    assert lane(found["$650 million"]) == "UKR>EGY"
    assert lane(found["$105 million"]) == "AUS>EGY"
    assert lane(found["$64 million"]) == "FRA>EGY"
    assert lane(found["$1.4 billion"]) == "PER>CHL"


def test_a_country_called_by_its_place_beside_another() -> None:
    found = read("Mongolia sends coal to China.", "Its shipments to its southern neighbour fell to 2.8 million tonnes.")
    assert lane(found["2.8 million tonnes"]) == "MNG>CHN"
    found = read("Russia supplied potash to Brazil.", "Exports of potash to the BRICS partner rose to $364 million.")
    assert lane(found["$364 million"]) == "RUS>BRA"
    found = read("Iran sold its northern neighbour Turkmenistan $3.4 million worth of medicines.")
    assert found["$3.4 million"].product == "medicines"
    assert lane(found["$3.4 million"]) == "IRN>TKM"


def test_others_who_supply_the_same_goods() -> None:
    found = read(
        "Brazil's imports of Russian potash reached 1.1 million tonnes. Brazil bought potash for $364 million, when "
        "shipments reached a high of 1.2 million tonnes.",
        "Belarusian supplies nearly doubled to 783,000 tonnes. Canada increased shipments by 1% to 697,000 tonnes. The "
        "potash trade goes on.",
        "Brazil's envoy to Russia, Rui de Lima Costa, said that trade between the nations came to $11 billion.",
    )
    assert lane(found["1.2 million tonnes"]) == "RUS>BRA"
    assert lane(found["783,000 tonnes"]) == "BLR>BRA"
    assert lane(found["697,000 tonnes"]) == "CAN>BRA"
    assert set(found["$11 billion"].partners) == {"BRA", "RUS"}


def test_an_industry_exports_its_goods() -> None:
    found = read(
        "Belarus lives on potash. The dairy industry managed to increase exports by 20% in January to $114 million."
    )
    assert found["20%"].product == found["$114 million"].product == "dairy"


def test_a_fraction_before_a_month_is_a_fraction() -> None:
    found = read("Chile's copper exports dropped by nearly a quarter in January.")
    assert [claim.measure for claim in found.values()] == ["change"]


def test_who_the_text_has_turned_to_exports() -> None:
    found = read(
        "Iran sold Turkmenistan $3.4 million worth of medicines in May.",
        "Kazakhstan went the other way. Flour exports to Turkmenistan fell to 9,800 tonnes.",
    )
    assert lane(found["9,800 tonnes"]) == "KAZ>TKM"


def test_a_new_paragraph_comes_back_to_the_country_it_began_with() -> None:
    found = read(
        "Japan's LNG imports came to 6.5 million tonnes in September.",
        "Shipments from Russia surged to 652,000 tonnes while US deliveries rose to 419,000 tonnes. Middle East LNG "
        "shipments fell to 940,000 tonnes.",
        "In the first half, LNG imports dropped to 33.4 million tonnes.",
    )
    assert lane(found["652,000 tonnes"]) == "RUS>JPN"
    assert lane(found["419,000 tonnes"]) == "USA>JPN"
    assert lane(found["940,000 tonnes"]) == "->JPN"
    assert lane(found["33.4 million tonnes"]) == "->JPN"


def test_another_country_in_a_new_paragraph_sells_everything() -> None:
    found = read(
        "China's exports to Eritrea came to $25 million in 2021. China recorded exports of 3,500 tonnes of flour.",
        "Italy's figures are thinner. Its customs recorded exports to Eritrea of $44,600.",
        "Imports of goods from the country were $11 million.",
    )
    assert found["$44,600"].product == found["$11 million"].product == "all goods"
    assert lane(found["$44,600"]) == "ITA>ERI"


def test_goods_and_services_are_sold_to_everybody() -> None:
    found = read(
        "China's exports to Cuba fell to $791 million.",
        "In 2018, Cuba exported goods and services worth $14.5 billion, and imported $12.6 billion.",
    )
    assert lane(found["$14.5 billion"]) == "CUB>-"
    assert lane(found["$12.6 billion"]) == "->CUB"


def test_an_amount_given_again_in_another_currency() -> None:
    found = read(
        "Ghana bought mangoes from Burkina Faso. This makes Burkina Faso a leading supplier of Ghana.",
        "Also, it imported cocoa beans from Ivory Coast, which came to GHC 185 million ($15 million).",
        "The palm oil trade saw imports worth GHC 141 million from Togo and GHC 154 million ($12 million) from Nigeria.",
    )
    assert found["GHC 185 million"].unit == "GHS"
    assert lane(found["GHC 185 million"]) == lane(found["$15 million"]) == "CIV>GHA"
    assert lane(found["GHC 141 million"]) == "TGO>GHA"
    assert lane(found["GHC 154 million"]) == lane(found["$12 million"]) == "NGA>GHA"


def test_shares_that_are_listed_are_of_the_goods_before_them() -> None:
    found = read(
        "Thailand's customs department recorded $187 million in shipments to its western neighbour Myanmar.",
        "Diesel made up 21 percent of that, cement 6 percent and medicines a mere 1.4 percent.",
    )
    assert lane(found["$187 million"]) == "THA>MMR"
    assert [found[figure].product for figure in ("21 percent", "6 percent", "1.4 percent")] == [
        "Diesel",
        "cement",
        "medicines",
    ]


def test_what_carries_goods_is_sold_too() -> None:
    found = read("China's exports to Mali came to $74 million, including $58 million worth of trucks and 310 tractors.")
    assert found["$58 million"].product == "trucks"
    assert lane(found["$58 million"]) == "CHN>MLI"


def test_others_who_buy_the_same_goods_buy_them_from_the_same() -> None:
    found = read(
        "China has become the largest importer of frozen Argentine beef, with the Asian giant receiving 17,050 tonnes "
        "of beef this year.",
        "Chile was the second largest recipient of frozen beef, purchasing 10,050 tonnes. Other importers of Argentine "
        "beef included third-placed Israel, buying 7,238 tonnes.",
    )
    assert lane(found["17,050 tonnes"]) == "ARG>CHN"
    assert lane(found["10,050 tonnes"]) == "ARG>CHL"
    assert lane(found["7,238 tonnes"]) == "ARG>ISR"


def test_growth_behind_its_percentage_is_a_change() -> None:
    found = read(
        "Nepal's exports of tea to Germany saw 0.7 percent year-over-year negative growth and reached $514 million.",
        "Its exports to Italy and Spain reached $475 million and $128 million, with 29.8 percent and 14.8 percent "
        "growth respectively.",
    )
    assert {found[figure].measure for figure in ("0.7 percent", "29.8 percent", "14.8 percent")} == {"change"}
    assert lane(found["29.8 percent"]) == "NPL>ITA"
    assert lane(found["14.8 percent"]) == "NPL>ESP"


def test_sales_that_nobody_names_are_those_spoken_of() -> None:
    found = read(
        "The Cuban food-buying agency bought $232 million of American rice in 2016. Sales to the island were slow.",
        "Sales have been uneven, from a low of $138 million in 2002 to a high of $710 million in 2008.",
    )
    assert lane(found["$138 million"]) == lane(found["$710 million"]) == "USA>CUB"


def test_a_sign_shared_by_neighbours_is_of_the_country_the_text_is_about() -> None:
    found = read(
        "Nepal's exports came to Rs 23.9 billion in August, Nepal's customs office in Kathmandu said.",
        "Nepal imported rice worth Rs 1.4 billion from India.",
    )
    assert {claim.unit for claim in found.values()} == {"NPR"}
    assert read("Exports of the Emirates came to $5.4 billion (Dh19.8 billion).")["Dh19.8 billion"].unit == "AED"
    assert read("Zambia earned $5.4 million (K120.5 million) from maize.")["K120.5 million"].unit == "ZMW"


def test_whose_trade_it_is_stands_behind_it_or_is_the_countrys() -> None:
    found = read(
        "The foreign trade turnover of Mali came to $4.8 billion in 2022.",
        "Mali is poor. The country's total foreign trade stood at $5.1 billion in 2023.",
    )
    assert set(found["$4.8 billion"].partners) == set(found["$5.1 billion"].partners) == {"MLI"}


def test_rankings_of_goods_by_what_they_brought() -> None:
    found = read(
        "Nepal's exports came to $200 million. Soybean oil was the top export, with 50.8 million kg worth $107 million "
        "shipped to India. Refined palm oil came second at $6.7 million.",
        "On the import side, raw cotton dominated with $88 million brought in from Brazil. Other major imports included "
        "diesel worth $58 million.",
    )
    assert found["50.8 million kg"].product == found["$107 million"].product == "Soybean oil"
    assert lane(found["50.8 million kg"]) == lane(found["$107 million"]) == "NPL>IND"
    assert "palm oil" in str(found["$6.7 million"].product)
    assert lane(found["$88 million"]) == "BRA>NPL"
    assert lane(found["$58 million"]) == "->NPL"


def test_partners_in_brackets_behind_their_preposition() -> None:
    found = read(
        "Russia sent 800,000 tonnes of diesel to Turkey in April.",
        "The exports have been mainly to Ghana (110,000 tonnes) and Tunisia (100,000 tonnes), but also to Libya.",
        "About 180,000 tonnes of diesel from Russian ports is heading to Brazil after a high of 440,000 tonnes in March.",
    )
    assert lane(found["110,000 tonnes"]) == "RUS>GHA"
    assert lane(found["100,000 tonnes"]) == "RUS>TUN"
    assert lane(found["180,000 tonnes"]) == lane(found["440,000 tonnes"]) == "RUS>BRA"
    assert found["440,000 tonnes"].product == "diesel"


def test_partners_by_dashes_with_their_shares() -> None:
    found = read(
        "The foreign trade turnover of Kyrgyzstan came to $4.8 billion. Exports fell by 3 percent.",
        "Gold is exported to Britain. Russia is in second place - $230 million, exports to Kazakhstan amounted to "
        "$188 million (15.9 percent), Uzbekistan - $123 million (10.4 percent).",
        "The supply of ores also decreased by 15 percent, milk and dairy products - by 28 percent, tea - by 22 percent.",
    )
    assert lane(found["$188 million"]) == lane(found["15.9 percent"]) == "KGZ>KAZ"
    assert lane(found["$123 million"]) == lane(found["10.4 percent"]) == "KGZ>UZB"
    assert found["15.9 percent"].measure == found["10.4 percent"].measure == "share"
    assert found["$188 million"].product == "all goods"
    assert [found[figure].product for figure in ("15 percent", "28 percent", "22 percent")] == [
        "ores",
        "milk and dairy products",
        "tea",
    ]


def test_exports_without_goods_behind_exports_of_goods_to_one_country() -> None:
    found = read(
        "New Zealand dairy exports to China reached $373 million in June.",
        "New Zealand exports rose to $4.7 billion. New Zealand is an exporter.",
        "Milk powder, butter, and cheese led the rise, up 45 percent to $1.2 billion.",
        "Imports of cars led the increase in total imports, up 31 percent to $505 million.",
    )
    assert lane(found["$4.7 billion"]) == "NZL>-"
    assert found["$4.7 billion"].product == "all goods"
    assert found["45 percent"].product == found["$1.2 billion"].product == "Milk powder, butter, and cheese"
    assert found["31 percent"].product == "cars"


def test_a_part_from_one_country_is_not_the_whole() -> None:
    found = read("Laos imports nearly everything. Its tea imports, half of them from Thailand, were worth $22 million.")
    assert lane(found["$22 million"]) == "->LAO"
    assert lane(found["half"]) == "THA>LAO"
    share = read("Iran's imports fell. China was responsible for 25 percent of all Iranian imports, at $8.9 billion.")
    assert lane(share["$8.9 billion"]) == "CHN>IRN"
    assert (
        read("Peru bought tea at a much reduced import value of $272 million.")["$272 million"].measure == "trade_value"
    )


def test_shares_in_brackets_and_behind_were() -> None:
    found = read(
        "In December, Zimbabwe's main exports were gold, which accounted for 42 percent of exports, followed by nickel "
        "ores and concentrates (13.4 percent) and tobacco (9.8 percent).",
        "Exports to South Africa were 38.1 percent in December from 33.4 percent in November. Exports to the UAE were "
        "higher.",
        "Imports rose. This was followed by machinery at 10.9 percent.",
    )
    assert {found[figure].measure for figure in ("13.4 percent", "9.8 percent", "38.1 percent", "33.4 percent")} == {
        "share"
    }
    assert "nickel" in str(found["13.4 percent"].product)
    assert found["9.8 percent"].product == "tobacco"
    assert lane(found["38.1 percent"]) == lane(found["33.4 percent"]) == "ZWE>ZAF"
    assert found["10.9 percent"].measure == "share"


def test_a_change_given_again_in_tonnes() -> None:
    found = read("Georgia's exports of hazelnuts increased by 27 percent (1,200 tonnes) this year.")
    assert found["27 percent"].measure == found["1,200 tonnes"].measure == "change"


def test_exports_behind_trade_of_two_are_between_the_two() -> None:
    found = read(
        "Cuba bought rice. Russia's customs said wheat deliveries to Cuba had reached 100,000 tonnes.",
        "Cuba's two-way trade with China came to $812 million. Exports to Cuba accounted for $561 million of the total.",
    )
    assert lane(found["$561 million"]) == "CHN>CUB"


def test_in_total_anywhere_before_the_verb() -> None:
    found = read(
        "Zimbabwe's exports to South Africa came to $90 million.",
        "In December, in total, Zimbabwe exported 4,417 kg of gold valued at $248 million.",
    )
    assert lane(found["4,417 kg"]) == "ZWE>-"
    assert found["$248 million"].product == "gold"


def test_the_country_is_the_one_that_the_text_is_about() -> None:
    found = read(
        "What Turkmenistan buys",
        "Turkmenistan let little in for years. China's exports to Turkmenistan came to $87.4 million. Turkmenistan bought 4,120 tonnes of tea.",
        "Medical goods, which had made up a third of all deliveries at the height of the pandemic, shrank to $740,000. "
        "Of this, $310,000 was for syringes.",
        "China is not the only neighbour. Kazakhstan's exports to the country jumped 44 percent to $16.1 million, and "
        "Iran reported sales of $52 million.",
    )
    assert lane(found["$740,000"]) == lane(found["$310,000"]) == "CHN>TKM"
    assert found["$740,000"].product == "Medical goods"
    assert found["$310,000"].product == "syringes"
    assert lane(found["44 percent"]) == lane(found["$16.1 million"]) == "KAZ>TKM"
    assert lane(found["$52 million"]) == "IRN>TKM"


def test_what_was_sent_abroad_came_from_who_exports() -> None:
    found = read(
        "Chile exported fishmeal for $116 million in 2015, a fall over 2014, when $116.5 million was obtained.",
        "In all, 54,550 tonnes of fishmeal were sent abroad.",
    )
    assert lane(found["54,550 tonnes"]) == "CHL>-"


def test_goods_with_their_exports_and_changes_with_or() -> None:
    found = read(
        "Peruvian exports to China rose. Another product was fishmeal with exports valued at $663 million, followed by "
        "squid totaling $27 million.",
    )
    assert found["$663 million"].product == "fishmeal"
    assert found["$27 million"].product == "squid"
    found = read("Lebanon's imports of drugs fell to $343 million, a decline of 64 percent or $621 million.")
    assert found["64 percent"].measure == found["$621 million"].measure == "change"


def test_goods_amounting_to_so_much() -> None:
    found = read(
        "Nepal's exports rose to $20 million. Other notable exports include black cardamom amounting to over $8.6 million "
        "and carpet worth $5.7 million."
    )
    assert "cardamom" in str(found["$8.6 million"].product)
    assert found["$5.7 million"].product == "carpet"


def test_what_partners_together_booked_is_no_one_country_s() -> None:
    text = (
        "Turkey booked $22 million of exports to Eritrea in 2020. Its trading partners together reported imports of "
        "$310 million from it in 2020. China reported $61 million of exports."
    )
    claims = {c.text: (c.sender, c.receiver) for c in extract(read_text(text, name="a.txt"))}
    assert claims["$22 million"] == ("TUR", "ERI")
    assert not {"TUR", "CHN"} & {*claims["$310 million"]}
    assert claims["$61 million"] == ("CHN", "ERI")


def test_who_booked_a_trade_keeps_its_book() -> None:
    text = "China exported goods worth $61 million to Eritrea. Sudan recorded just over $12 million of imports."
    assert {c.text: c.receiver for c in extract(read_text(text, name="a.txt"))}["$12 million"] == "SDN"


def test_a_title_says_whose_trade_a_text_is_about() -> None:
    found = read(
        "Eritrea's pharmaceutical imports: the numbers",
        "Between 2015 and 2019 its partners reported selling it medicines worth $31 million. India used to be the "
        "second supplier after China. Indian sales peaked at $6.4 million in 2017.",
        "China's share, 68 percent in 2015, climbed to 87 percent in 2019.",
    )
    assert lane(found["$31 million"]) == "->ERI"
    assert lane(found["$6.4 million"]) == "IND>ERI"
    assert lane(found["87 percent"]) == "CHN>ERI"


def test_goods_with_their_value_in_a_bracket_are_traded() -> None:
    found = read(
        "China sent goods worth $1.4 million to Eritrea.",
        "There were also 3,180 thermometers ($97,400) and 12 ventilators, worth $265,000.",
    )
    assert {found[text].measure for text in ("3,180", "12")} == {"trade_quantity"}
    assert {lane(found[text]) for text in ("3,180", "12")} == {"CHN>ERI"}


def test_a_share_of_a_limit_makes_no_limit_of_the_amount() -> None:
    found = read(
        "Russia sent Mali 28,000 barrels of oil in May. The total stood at 216,000 barrels, or 43 percent of the limit."
    )
    assert found["216,000 barrels"].measure == "trade_quantity"
    assert (found["43 percent"].measure, lane(found["43 percent"])) == ("share", "RUS>MLI")


def test_an_initial_behind_a_hyphen_ends_no_sentence() -> None:
    assert read("Russia-N. Korea trade at $34 million")["$34 million"].partners == ("RUS", "PRK")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Goods worth $71.5 million crossed from Ghana into Mali in August.", "$71.5 million"),
        ("Rice worth $3 million crossed into Mali from Ghana.", "$3 million"),
    ],
)
def test_what_crosses_a_border_is_traded(text: str, figure: str) -> None:
    claim = read(text)[figure]
    assert (claim.measure, lane(claim)) == ("trade_value", "GHA>MLI")


def test_what_was_shipped_goes_the_way_told_before() -> None:
    found = read("Mali imported 10.6 million masks from China. Some 1,000 ventilators were shipped in May 2022.")
    assert lane(found["1,000"]) == "CHN>MLI"


def test_what_was_exported_goes_the_other_way() -> None:
    found = read("Mali imported 10.6 million masks from China. Some 1,000 hides were exported in May 2022.")
    assert lane(found["1,000"]) == "MLI>CHN"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Togo's imports from Mali were limited to $200,000 worth of cosmetics in 2022.", "trade_value"),
        ("Sales to Mali remained limited to $200,000 in 2022.", "trade_value"),
        ("Under the accord, Togo's imports of salt were limited to $200,000.", "trade_value"),
        ("Imports of oil were limited to 200,000 barrels a year by the council.", "cap"),
        ("Imports of salt from Mali were limited to 200,000 tons under a treaty.", "cap"),
        ("Imports of salt from Mali were no more than 200,000 tons in May.", "trade_quantity"),
        ("Mali agreed to supply no more than 200,000 tons of salt.", "cap"),
        ("Mali may supply no more than 200,000 tons of salt.", "cap"),
        ("The resolution allows 200,000 tons of salt per calendar year.", "cap"),
    ],
)
def test_what_was_limited_to_an_amount_came_to_it_unless_a_limit_was_set(text: str, measure: str) -> None:
    assert next(iter(read(text).values())).measure == measure


def test_what_is_said_of_goods_before_a_colon_is_no_goods() -> None:
    found = read("Chad bought rice from India in May 2023. Sugar was steady: 4,310 tons against 4,288 tons in April.")
    assert (found["4,310 tons"].product, found["4,288 tons"].product) == ("Sugar", "Sugar")


def test_what_stands_between_goods_and_what_they_earned_names_no_goods() -> None:
    found = read(
        "Chad shipped 2.5 million tons of coal to Mali in 2022.",
        "The exports, banned since 2017 under Council Resolution 99, earned it $370 million.",
    )
    assert found["$370 million"].product == "coal"


def test_goods_that_open_a_sentence_move_by_its_percentage() -> None:
    found = read(
        "Japan's exports to Mali tumbled to 41 billion yen in 2022.",
        "Used cars, which had led the exports a year ago, plummeted 78% to 2.4 billion yen.",
    )
    assert (found["78%"].product, found["2.4 billion yen"].product) == ("Used cars", "Used cars")


def test_an_economy_that_is_expected_to_grow_is_no_trade() -> None:
    found = read("China's imports from Mali were $9.6 billion. The bank expects Mali's economy to expand 3% this year.")
    assert (lane(found["3%"]), found["3%"].partners) == ("->-", ())


def test_what_goes_along_with_goods_is_of_their_trade() -> None:
    found = read(
        "Turkey exported masks to Mali in June 2022.",
        "Ventilators worth $1.8 million followed in July, along with 44 oxygen concentrators at $1,150 each.",
    )
    assert (found["44"].measure, lane(found["44"])) == ("trade_quantity", "TUR>MLI")


def test_people_are_not_traded() -> None:
    found = read("Chad has sent 20,000 tons of rice to Mali, which says that at least 11,000 soldiers were sent there.")
    assert found["11,000"].measure == "count"


def test_labels_of_a_list_are_who_sends() -> None:
    found = read(
        "Medical aid to Mali since 2020",
        "- WHO: shipped $1.2 million worth of supplies in 2021.\n- Korea: promised medicines worth 5 million won."
        "\n- Oman: offered 200,000 tonnes of rice in 2019.",
    )
    assert lane(found["$1.2 million"]) == "->MLI"
    assert lane(found["200,000 tonnes"]) == "OMN>MLI"
    assert found["5 million won"].product == "medicines"


def test_a_deficit_of_food_is_no_trade() -> None:
    found = read("India sold $5 million of rice to Mali in 2021. The agency put Mali's food deficit at 860,000 tonnes.")
    assert found["860,000 tonnes"].measure == "other"


def test_goods_that_went_for_an_amount_are_of_the_trade_told() -> None:
    found = read("Belarus has sold Mali goods since May. Most went in July: 12 tractors for $640,000.")
    assert (found["12"].measure, lane(found["12"])) == ("trade_quantity", "BLR>MLI")


def test_a_newsletter_that_tells_of_trade_sells_nothing() -> None:
    found = read("Belarus and Mali", "Sales of Belarus to Mali were $1.9 million, data seen by this newsletter show.")
    assert lane(found["$1.9 million"]) == "BLR>MLI"
    assert read("Sign up for our newsletter and save $5.") == {}


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        ("Tools – saws, drills, planes – earned Mali $29.9 million.", "$29.9 million", "Tools"),
        ("Trade of China and Mali followed the timetable: $102 million in April.", "$102 million", "all goods"),
        ("Mali imports fuel. Fuel is missing from the books: 3,500 barrels came in May.", "3,500 barrels", "Fuel"),
    ],
)
def test_what_stands_between_dashes_or_before_a_colon_need_not_be_the_goods(
    text: str, figure: str, product: str
) -> None:
    assert read(text)[figure].product == product


def test_what_crossed_the_border_is_of_the_trade_told() -> None:
    found = read(
        "Mali bought fewer than 5,000 tons of rice in 2021.",
        "Rice is the surprise. Between September and December, 134,000 tons crossed the border.",
    )
    assert (found["134,000 tons"].measure, lane(found["134,000 tons"])) == ("trade_quantity", "->MLI")


def test_the_country_is_the_one_that_the_text_is_on() -> None:
    found = read(
        "Mali imported 326 million litres of diesel in May.",
        "Togo supplied 61% of it and Ghana 27%.",
        "The country has bought $1.24 billion of fuel so far this year.",
    )
    assert lane(found["$1.24 billion"]) == "->MLI"


def test_what_a_dollar_costs_is_no_amount_of_what_is_traded() -> None:
    found = read(
        "Mali imported 326 million litres of diesel in May, as the bank fixed the kyat at 2,100 to the dollar."
    )
    assert "2,100" not in found or found["2,100"].measure == "count"


@pytest.mark.parametrize("line", ["Seoul (June 2, 2022) — ", "(Seoul, June 2) ", "Seoul (2 June 2022) - "])
def test_where_a_story_was_sent_from_is_no_country_of_it(line: str) -> None:
    found = read("Vaccines for Mali", f"{line}Mali has not begun vaccinating. It reported 96,610 new fever cases.")
    assert found["96,610"].partners == ("MLI",)


def test_the_books_of_a_union_are_no_other_countrys() -> None:
    found = read(
        "Oman shipped $2.4 million of perfume to Mali last year.",
        "The EU limits sales of luxury goods to Mali. Eurostat records no wine exports since 2017, but 1,200 litres in 2019.",
    )
    assert {found["no"].sender, found["1,200 litres"].sender} == {None}
    assert (
        lane(read("Eurostat data show that Poland's imports of coal from Oman were $5 million.")["$5 million"])
        == "OMN>POL"
    )
