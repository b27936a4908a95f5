"""Between whom, in the turns of trade news: who "the island nation" is, who else sold, what is no trade at all."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import read

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def ends(claim: Claim) -> tuple[str | None, str | None]:
    return claim.sender, claim.receiver


@pytest.mark.parametrize(
    ("text", "sender", "receiver"),
    [
        ("India sold sugar to Sri Lanka. The island nation bought $5 million of it.", "IND", "LKA"),
        ("Thailand ships fuel to Laos. Exports to the landlocked country came to $5 million.", "THA", "LAO"),
        ("Brazil bought urea from Qatar. The Gulf state shipped $5 million of it to Brazil.", "QAT", "BRA"),
        ("Vietnam sells rice to Ghana. The West African nation imported $5 million of Vietnamese rice.", "VNM", "GHA"),
        ("Spain buys fish from Morocco. The kingdom sold Spain $5 million of it.", "MAR", "ESP"),
    ],
)
def test_a_country_called_by_what_it_is(text: str, sender: str, receiver: str) -> None:
    assert ends(read(text)["$5 million"]) == (sender, receiver)


def test_an_epithet_that_fits_nobody_names_nobody() -> None:
    found = read("France exports wheat to Egypt. Sales to the Himalayan nation came to $5 million.")
    assert ends(found["$5 million"]) != ("FRA", "NPL")
    assert "NPL" not in found["$5 million"].partners


def test_the_country_is_the_one_whose_office_speaks() -> None:
    found = read(
        "Peru buys maize from Argentina.",
        "According to Argentina's statistics office, the country exported $7 million of maize to Peru.",
    )
    assert ends(found["$7 million"]) == ("ARG", "PER")


def test_who_is_quoted_is_no_end_of_the_trade() -> None:
    found = read("Exports from Chile rose to $9 million, according to the trade office of Japan to Peru.")
    assert found["$9 million"].receiver is None


def test_an_amount_of_exports_is_of_those_exports() -> None:
    found = read(
        "Trade between Kenya and Egypt came to $9 million, including $6 million of Kenya's exports to Egypt "
        "and $3 million of Egypt's exports."
    )
    assert ends(found["$9 million"]) == (None, None)
    assert ends(found["$6 million"]) == ("KEN", "EGY")
    assert ends(found["$3 million"]) == ("EGY", "KEN")


def test_foreign_trade_is_with_the_world() -> None:
    found = read(
        "Trade between Oman and Yemen rose to $8 million. Oman's foreign trade turnover came to $95 million, "
        "including $55 million of exports."
    )
    assert found["$95 million"].partners == ("OMN",)
    assert ends(found["$55 million"]) == ("OMN", None)


def test_shipments_in_an_import_story_arrive() -> None:
    found = read(
        "India's imports of coal from Indonesia rose to 9 million tonnes.",
        "Shipments from South Africa fell to 4 million tonnes. Cargoes from Russia came to 2 million tonnes.",
    )
    assert ends(found["4 million tonnes"]) == ("ZAF", "IND")
    assert ends(found["2 million tonnes"]) == ("RUS", "IND")


def test_shipments_owned_by_a_country_leave_it() -> None:
    found = read("India imported tea from Nepal. Nepali shipments to India came to $5 million.")
    assert ends(found["$5 million"]) == ("NPL", "IND")


def test_another_country_heads_the_clause() -> None:
    found = read("Imports from India dropped by 13 percent to $57 million in Kenya, while China grew by 30 percent.")
    assert found["30 percent"].sender == "CHN"


@pytest.mark.parametrize(
    ("text", "sender", "receiver"),
    [
        ("Malawi imported 40 tonnes of seed. 60 percent of it came from Zambia.", "ZMB", "MWI"),
        ("Ukraine sold 90 tonnes of wheat to Lebanon. From Romania a cargo of 25 tonnes.", "ROU", "LBN"),
    ],
)
def test_where_a_part_came_from(text: str, sender: str, receiver: str) -> None:
    last = list(read(text).values())[-1]
    assert ends(last) == (sender, receiver)


def test_a_relative_clause_keeps_its_own_country() -> None:
    found = read("Iran, which sold Qatar $26 million of goods then, sold $73 million.")
    assert ends(found["$73 million"]) == ("IRN", "QAT")


def test_partners_that_take_turns() -> None:
    found = read(
        "Exports from Laos to China gained 34 percent, those to Japan 40 percent and those to Nepal 8 percent."
    )
    assert [ends(found[f])[1] for f in ("34 percent", "40 percent", "8 percent")] == ["CHN", "JPN", "NPL"]


def test_several_partners_told_in_turn_leave_the_next_open() -> None:
    found = read(
        "India imported crude oil worth $4 million from Iraq and $3 million from Russia.",
        "In May, India imported crude oil worth $9 million.",
    )
    assert ends(found["$9 million"]) == (None, "IND")


def test_one_partner_all_along_is_meant_again() -> None:
    found = read(
        "Iran's exports of steel to Iraq rose to $4 million in March and to $3 million in April.",
        "In May, Iran exported $9 million of cement.",
    )
    assert ends(found["$9 million"]) == ("IRN", "IRQ")


@pytest.mark.parametrize(
    "text",
    [
        "Iran sold Iraq gas worth $4 million. Iran's economy grew by 5 percent.",
        "Zambia sold maize worth $4 million to Malawi. Its harvest fell by 5 percent.",
        "Egypt bought wheat worth $4 million from Russia. The pound lost 5 percent.",
        "Russia sold Syria wheat worth $4 million. Inflation rose to 5 percent.",
    ],
)
def test_what_nobody_trades_is_between_nobody(text: str) -> None:
    claim = list(read(text).values())[-1]
    assert ends(claim) == (None, None)


def test_a_price_on_the_market_is_between_nobody() -> None:
    found = read("Iran sold Turkey gas worth $4 million. A dealer in Ankara said diesel in Izmir cost $2 a litre.")
    price = next(claim for claim in found.values() if claim.measure == "price")
    assert ends(price) == (None, None)
    assert price.product == "diesel"


def test_an_average_price_is_of_the_trade() -> None:
    found = read("Brazil exported beef worth $4 million to China. The average price rose to $4,842 a ton.")
    price = next(claim for claim in found.values() if claim.measure == "price")
    assert ends(price) == ("BRA", "CHN")


@pytest.mark.parametrize(
    ("text", "figure", "sender", "receiver"),
    [
        ("The European Union's (EU) tea imports from Kenya rose to $7 million.", "$7 million", "KEN", None),
        (
            "Kenya sold tea worth $9 million to Egypt. Exports to EU country Spain rose to $7 million.",
            "$7 million",
            "KEN",
            "ESP",
        ),
        (
            "Chad sold Sudan hides worth $9 million. In the other direction, shipments came to $7 million.",
            "$7 million",
            "SDN",
            "TCD",
        ),
        ("Nepal bought fuel worth $9 million from India, which took tea worth $7 million.", "$7 million", "NPL", "IND"),
        ("Malian customs recorded imports of $7 million from Senegal.", "$7 million", "SEN", "MLI"),
        ("According to Chinese customs, exports to Eritrea reached $7 million.", "$7 million", "CHN", "ERI"),
        ("Togo shipped rice worth $9 million to Benin; Ghana sent buses worth $7 million.", "$7 million", "GHA", "BEN"),
        ("Eritrea gets most of its fuel, $7 million, from Kuwait.", "$7 million", "KWT", "ERI"),
        ("Portugal's imports of cod: Norway $9 million, Iceland $7 million.", "$7 million", "ISL", "PRT"),
        ("Tonga exported squash to Japan. 7 tonnes of squash have reached Samoa from Tonga.", "7 tonnes", "TON", "WSM"),
        ("The country, Peru, had been provided 7 tonnes of seed by Chile.", "7 tonnes", "CHL", "PER"),
        ("More than 7,000 Chinese buses were shipped to Cuba in 2022.", "7,000", "CHN", "CUB"),
        ("The Taliban of Afghanistan signed a deal with Russia to import 7 tonnes of wheat.", "7 tonnes", "RUS", "AFG"),
        ("Ethiopia was Eritrea's largest partner, taking 66 percent of its exports.", "66 percent", "ERI", "ETH"),
        ("Trade from China to Eritrea rose to $7 million.", "$7 million", "CHN", "ERI"),
        ("Taiwan brought in 7 tonnes of naphtha from Russia.", "7 tonnes", "RUS", "TWN"),
        ("Taiwan paid Russia $7 million for naphtha.", "$7 million", "RUS", "TWN"),
    ],
)
def test_turns_of_trade_news(text: str, figure: str, sender: str | None, receiver: str | None) -> None:
    assert ends(read(text)[figure]) == (sender, receiver)


def test_partners_in_the_order_of_their_figures() -> None:
    found = read("Fiji's imports from Australia and Tonga, 9 tonnes and 7 tonnes respectively, were all of flour.")
    assert [ends(found[f])[0] for f in ("9 tonnes", "7 tonnes")] == ["AUS", "TON"]


def test_a_new_paragraph_comes_back_to_the_trade_of_the_lead() -> None:
    found = read(
        "China's exports to Laos came to $9 million, and its imports from Laos to $8 million.",
        "Pesticides were worth $7 million.",
    )
    assert ends(found["$7 million"]) == ("CHN", "LAO")


@pytest.mark.parametrize(
    "text",
    [
        "Chad produced 7 tonnes of cement and exported none to Niger.",
        "In Chad 7 tonnes of cement was produced.",
    ],
)
def test_what_is_made_is_not_traded(text: str) -> None:
    assert ends(read("Chad sells cement to Niger. " + text)["7 tonnes"]) == (None, None)


def test_the_country_that_a_text_is_about_stays() -> None:
    found = read(
        "Kenya's flower sales",
        "Kenya sold more flowers than ever, growers in Kenya say. Italy took 9 tonnes of Kenyan flowers.",
        "Malta slipped to second place with 8 tonnes. Cyprus bought 7 tonnes.",
    )
    assert [ends(found[f]) for f in ("9 tonnes", "8 tonnes", "7 tonnes")] == [
        ("KEN", "ITA"),
        ("KEN", "MLT"),
        ("KEN", "CYP"),
    ]


def test_who_saw_its_exports_fall_is_neither_of_the_two_told_of() -> None:
    text = (
        "Imports of medicine from India only declined 46 percent in 2020. The only significant sources that saw declines "
        "larger than Laos's trade as a whole were Poland and the Netherlands, each with declines of more than 75 percent, "
        "and Germany, which saw pharmaceutical exports to Laos fall to zero."
    )
    last = extract(read_text(text, name="a.txt", published=date(2021, 6, 20)))[-1]
    assert (last.text, last.sender, last.receiver) == ("zero", "DEU", "LAO")


def test_the_total_that_a_partners_share_is_of_has_no_partner() -> None:
    text = (
        "Oman sold goods to Georgia for $88 million in May. Turkey bought $123 million, or 30 percent of the total of $410 "
        "million."
    )
    found = {c.text: (c.sender, c.receiver) for c in extract(read_text(text, name="a.txt"))}
    assert (found["$123 million"], found["$410 million"]) == (("OMN", "TUR"), ("OMN", None))


def test_the_last_of_a_list_of_sellers_sends_what_remains() -> None:
    text = (
        "Oman bought 284,000 tonnes of wheat in May. Georgia sent 94,000 tonnes, Romania 118,000 tonnes and Turkey the "
        "remaining 72,000 tonnes."
    )
    found = {c.text: c.sender for c in extract(read_text(text, name="a.txt"))}
    assert found["72,000 tonnes"] == "TUR"
