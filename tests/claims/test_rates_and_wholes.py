"""Rates of exchange and prices of other times, whose customs tell of a trade, times that lead to one, and wholes."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.told_claims import lane, read

DAY = date(2024, 5, 8)


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("The Lao kip was worth 21,300 kip to the dollar.", "21,300 kip", "LAK_per_USD"),
        ("In Vientiane, one U.S. dollar was trading at 21,300 kip.", "21,300 kip", "LAK_per_USD"),
        ("The yuan fell to 2,940 kip in Vientiane.", "2,940 kip", "LAK_per_CNY"),
        ("The kip lost 18 percent against the dollar and now trades at 21,300 kip.", "21,300 kip", "LAK_per_USD"),
        ("The rate stood at 21,300 kip per dollar.", "21,300 kip per dollar", "LAK_per_USD"),
        ("A euro bought 23,100 kip, up from 22,800 kip in March.", "22,800 kip", "LAK_per_EUR"),
    ],
)
def test_what_a_currency_costs_in_another(text: str, figure: str, unit: str) -> None:
    found = read(text, day=DAY)
    assert (found[figure].unit, found[figure].measure, found[figure].product) == (unit, "price", None)
    assert not any(claim.value == 1 for claim in found.values())


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Laos bought sugar for 21,300 kip and sold it for a dollar.", "21,300 kip"),
        ("The dollar imports of Laos cost 21,300 million kip.", "21,300 million kip"),
        ("Laos sold coffee worth 900,000 kip to the euro zone.", "900,000 kip"),
        ("The euro area bought coffee for 900,000 kip from Laos.", "900,000 kip"),
        ("Laos paid 900,000 kip for yuan notes.", "900,000 kip"),
        ("Laos moved 30 billion kip to the yuan.", "30 billion kip"),
    ],
)
def test_what_is_paid_for_goods_is_no_rate(text: str, figure: str) -> None:
    assert read(text, day=DAY)[figure].unit == "LAK"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Tea cost $428 per ton in April 2024, slightly lower than $434 a month earlier.", "$434"),
        ("Tea cost $428 per ton in April 2024, up from $419 in March and $390 a year earlier.", "$390"),
        ("Peru paid $428 a ton for tea in April 2024, against $434 in March.", "$434"),
        ("A ton of tea sold for $428 in Lima on April 9, down 4.7% from two weeks ago, when it cost $449.", "$449"),
        ("The price of tea was up $15 a ton from $428 in March.", "$428"),
    ],
)
def test_prices_of_other_times_are_for_as_much(text: str, figure: str) -> None:
    assert read(text, day=DAY)[figure].unit == "USD_per_tonne"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Tea cost $98 a ton, more than the $12 that pickers earn a day.", "$12"),
        ("Tea cost $98 a ton while the daily wages of pickers rose to $12.", "$12"),
        ("Peru paid $428 a ton for tea in April 2024 and $390 in freight.", "$390"),
        ("Peru sold tea at $520 a ton, up from sales of $30 million.", "$30 million"),
    ],
)
def test_other_money_is_for_no_ton(text: str, figure: str) -> None:
    assert read(text, day=DAY)[figure].unit == "USD"


def test_a_price_is_of_its_day_and_of_the_goods_told_of() -> None:
    found = read("The price of tea dropped. A source said a kilo was selling for $4 in Lima on April 9.", day=DAY)["$4"]
    assert (found.product, found.period, found.unit) == ("tea", "2024-04-09", "USD_per_kg")
    found = read("Each family received 5 kg of rice at $2 per kg in March 2024.", day=DAY)["$2 per kg"]
    assert found.product == "rice"


@pytest.mark.parametrize(
    "text",
    [
        "According to figures released by Peru's General Administration of Customs on Friday, Mali bought 16 buses.",
        "Mali bought 16 buses in April 2024, according to Peruvian customs.",
        "Mali bought 16 buses in April 2024, according to Peru's customs data.",
    ],
)
def test_whose_customs_tell_of_it_sold_it(text: str) -> None:
    assert lane(read("Mali Spends More on Buses", text, day=DAY)["16"]) == "PER>MLI"


def test_whose_customs_tell_of_exports_bought_them() -> None:
    told = read("Mali's exports of cotton rose to $30 million in April, according to Peruvian customs.", day=DAY)
    assert lane(told["$30 million"]) == "MLI>PER"
    own = read("Mali's exports of cotton rose to $30 million in April, according to Malian customs.", day=DAY)
    assert lane(own["$30 million"]) == "MLI>-"


@pytest.mark.parametrize(
    "said",
    [
        "No data supports imports on that scale.",
        "There is no evidence of shipments by sea.",
        "No report mentions deliveries by train.",
    ],
)
def test_what_tells_of_trade_is_no_trade(said: str) -> None:
    assert read("Mali imported tea from Peru in May 2023. " + said, day=DAY) == {}
    assert read("Mali imported tea from Peru in May 2023. No shipments were recorded in June.", day=DAY).keys() == {
        "No"
    }


def test_products_at_large_are_all_goods() -> None:
    found = read("Mali imported rice worth $12 million in May 2023. It sold products worth $3 million.", day=DAY)
    assert found["$3 million"].product == "all goods"
    found = read("Trade between Mali and Peru topped $2 billion for the second consecutive year in 2023.", day=DAY)
    assert found["$2 billion"].product == "all goods"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Peru's exports to Mali could reach $2 billion in the second half.", "2024-07/2024-12"),
        ("Peru's exports to Mali reached $2 billion in the second half.", "2023-07/2023-12"),
        ("Traders were ordered to ship goods worth $2 billion from Peru by the end of June.", "2024-01/2024-06"),
        ("Peru may have exported goods worth $2 billion to Mali in the second half.", "2023-07/2023-12"),
    ],
)
def test_halves_and_months_to_come(text: str, period: str) -> None:
    assert read(text, day=DAY)["$2 billion"].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Mali has shipped 900 tons of flour to Peru since the two reopened their border in February.", None),
        ("Mali shipped 900 tons of flour to Peru after the border reopened in February 2024.", None),
        ("Mali shipped 900 tons of flour to Peru in March 2024, after the border had reopened.", "2024-03"),
        ("Mali shipped 900 tons of flour to Peru after costs and duties in March 2024.", "2024-03"),
        ("Peru came third with 900 tons of flour after Chile and the United States in March 2024.", "2024-03"),
        ("Mali bought 900 tons of flour in March 2024. The following month, it bought 700 tons.", "2024-04"),
        ("Mali bought 900 tons of flour in March 2024. It plans to buy 700 tons over the next month.", "2024-06"),
        ("Mali bought flour in March 2024. Mills used to make pasta imported 700 tons of flour.", "2024-03"),
        (
            "Mali bought 900 tons of flour in March 2024. Its imports topped 700 tons for the first time last year.",
            "2023",
        ),
        ("Mali bought 900 tons of flour in March 2023, and the next month 700 tons.", "2023-04"),
        ("Mali sold 20 tons of gum in March 2024. A trader who used to send 700 tons to Peru now sends none.", None),
    ],
)
def test_times_that_lead_to_a_trade_and_follow_it(text: str, period: str | None) -> None:
    found = read(text, day=DAY)
    assert found["700 tons" if "700" in text else "900 tons"].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trade fell in March 2024. Peru accounts for about 90 percent of Mali's trade.", None),
        ("Trade fell in March 2024. Peru accounted for about 90 percent of Mali's trade.", "2024-03"),
        ("Rice imports rose to $3 million in March 2024 and make up 90 percent of the total.", "2024-03"),
    ],
)
def test_a_share_held_now_is_of_no_month(text: str, period: str | None) -> None:
    assert read(text, day=DAY)["90 percent"].period == period


def test_the_quarter_is_what_a_text_on_it_goes_on_with() -> None:
    opening = "Peru's exports to Mali dropped to $219 million in January-March 2024."
    month = "In March alone, exports were $18 million."
    found = read(
        opening, month, "Sales of sugar were $9 million in the quarter. Flour shipments rose to 900 tons.", day=DAY
    )
    assert found["900 tons"].period == "2024-01/2024-03"


def test_a_text_goes_on_with_the_whole_of_a_list() -> None:
    found = read(
        "Peru sold Mali luxury goods worth $640 million in 2022, including $169 million of electronics, $15 million of "
        "watches and $20 million of alcohol. In 2023 the sum dropped to $50 million.",
        day=DAY,
    )
    assert found["$50 million"].product == "luxury goods"


def test_a_river_is_no_country() -> None:
    found = read("Russia sent flour to North Korea. The first train, carrying 30 horses, crossed the Tumen River.")
    assert lane(found["30"]) == "RUS>PRK"


@pytest.mark.parametrize(
    ("text", "share", "product"),
    [
        ("A third of Fiji's imports from Peru in 2019 was rice.", "A third", "rice"),
        ("In 2019 about 40 percent of what Fiji bought in Peru was textiles.", "40 percent", "textiles"),
        ("Half of Fiji's imports in 2019 was from Peru.", "Half", "all goods"),
        ("Fiji sold gum for $22 million in 2022; that was 62 percent of its total exports.", "62 percent", "gum"),
    ],
)
def test_what_a_part_of_a_whole_was(text: str, share: str, product: str) -> None:
    assert read(text)[share].product == product


def test_partners_took_parts_of_what_they_imported() -> None:
    text = "In 2022, its partners reported imports from Fiji of $700 million. Peru took 71% of that, Laos 14%."
    found = read(text)
    assert (lane(found["71%"]), lane(found["14%"])) == ("FJI>PER", "FJI>LAO")


def test_what_a_list_is_worth_together() -> None:
    found = read("Peru sent Fiji 300 tons of rice and 200 tons of sugar in May 2023, together worth $3 million.")
    assert found["$3 million"].product == "rice|sugar"
    found = read("Fiji bought rice for $1 million. It also took 200 tons of sugar, worth $3 million.")
    assert found["$3 million"].product == "sugar"


def test_what_something_is_above_is_told_in_its_bracket() -> None:
    told = (
        "Peru sold Mali gas worth $186 million in 2023. The shells would be worth at least $500 million, more than all "
    )
    found = read(told + "of Mali's exports to Peru in 2022 ($134 million) and 2021 ($210 million).", day=DAY)
    assert (lane(found["$134 million"]), found["$134 million"].product) == ("MLI>PER", "all goods")


@pytest.mark.parametrize(
    ("told", "share", "moved"),
    [
        ("yet it was 65 percent under the $2.52 billion of March 2019", "65 percent", ("decrease", "2019-03")),
        ("12 percent over the $782 million of March 2019", "12 percent", ("increase", "2019-03")),
    ],
)
def test_over_and_under_an_amount(told: str, share: str, moved: tuple[str, str]) -> None:
    found = read(f"Mali's trade came to $876 million in March 2024, up from $262 million a year ago, {told}.", day=DAY)
    assert (found[share].direction, found[share].base_period) == moved


def test_over_a_year_to_an_amount() -> None:
    found = read("Mali's exports rose 12 percent over the year to $5 million in March 2024.", day=DAY)
    assert (found["12 percent"].period, found["$5 million"].period) == ("2024-03", "2024-03")


def test_ships_that_goods_come_in_are_not_bought() -> None:
    found = read("Mali imported 900 tons of flour in three ships in March 2024.", day=DAY)
    assert found["three"].measure == "count"
    found = read("Mali imported flour in March 2024. Peru spent $3 million on five ships from Chad.", day=DAY)
    assert found["five"].measure == "trade_quantity"


def test_crores_without_their_currency_are_of_it_and_thousands_of_people_are_not() -> None:
    found = read(
        "India's exports of tea to Mali rose to Rs 50 crores in March 2024 from 40 crores in March 2023.", day=DAY
    )
    assert found["40 crores"].unit == "INR"
    found = read("Mali bought 900 tons of flour in March 2024 for hundreds of thousands of the hungry.", day=DAY)
    assert found["hundreds of thousands"].unit != "tonnes"


def test_more_than_in_any_month_since_is_not_counted_since_then() -> None:
    said = "Peru has sent Mali tea worth $14 million, more than in any month since the border was sealed in 2020."
    assert read("Peru sold Mali tea in March 2024. " + said, day=DAY)["$14 million"].period != "2020/2024-03"


@pytest.mark.parametrize("verb", ["received 200 tons of rice from Fiji", "sold 200 tons of rice to Fiji"])
def test_each_partner_has_its_own_time(verb: str) -> None:
    way = "from" if "received" in verb else "to"
    found = read(f"Mali {verb} in October 2012 and 500 tons {way} Peru in 2013.", day=DAY)
    assert (found["200 tons"].period, found["500 tons"].period) == ("2012-10", "2013")


def test_an_amount_between_an_owner_and_his_trade() -> None:
    found = read(
        "Peru trades with Mali. Peru accounted for 96.7 percent of Mali's $1.59 billion external trade in 2022.",
        day=DAY,
    )
    assert set(found["96.7 percent"].partners) == {"MLI", "PER"}
    assert found["$1.59 billion"].partners == ("MLI",)
