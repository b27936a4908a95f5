"""Texts that stand close to what a rule is for, and that it must leave alone: each names the rule's near twin."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=date(2024, 6, 20)))}


def ends(claim: Claim) -> str:
    return f"{claim.sender or ''}>{claim.receiver or ''}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paraguay's exports of beef rose 9 percent to 33,000 tonnes in May 2023, driven by Chile (14,000 tonnes) and "
            "Taiwan (6,000 tonnes).",
            {"33,000 tonnes": "PRY>", "14,000 tonnes": "PRY>CHL", "6,000 tonnes": "PRY>TWN"},
        ),
        (
            "Of the 60,000 tonnes of maize due to Malawi under the accord, 25,000 tonnes were delivered by Zambia in May "
            "2023.",
            {"25,000 tonnes": "ZMB>MWI"},
        ),
        (
            "Growth in Honduras's coffee exports was driven by Italy (31,000 bags) and Belgium (12,000 bags) in May 2023.",
            {"31,000 bags": "HND>ITA", "12,000 bags": "HND>BEL"},
        ),
        (
            "New Zealand's exports of butter climbed to 41,000 tonnes in May 2023, boosted by Japan's larger purchases.",
            {"41,000 tonnes": "NZL>"},
        ),
        (
            "Jordan's imports of gas were cut short in 2023 by Egypt, whose deliveries fell by 30 percent.",
            {"30 percent": "EGY>JOR"},
        ),
        (
            "Kuwaiti daily exports of crude to Japan averaged 210,000 barrels in June 2023.",
            {"210,000 barrels": "KWT>JPN"},
        ),
        (
            "The Russian Federation shipped barley worth $14 million to Libya in June 2023. UN member Malta sold 300 tons.",
            {"$14 million": "RUS>LBY", "300 tons": "MLT>LBY"},
        ),
        (
            "The regime in Syria bought sugar worth $9 million from Russia in 2023. The regime paid $3 million for "
            "tractors from Iran.",
            {"$3 million": "IRN>SYR"},
        ),
        (
            "The junta in Niger sold uranium worth $31 million to France in 2023. The junta sold cattle worth $6 million to "
            "Mali. The junta bought $2 million of salt from Chad.",
            {"$6 million": "NER>MLI", "$2 million": "TCD>NER"},
        ),
        (
            "Benin's cotton exports fell 9 percent to $41 million in May 2023 due to lower shipments to Egypt. Exports to "
            "Vietnam were $7 million.",
            {"$41 million": "BEN>", "$7 million": "BEN>VNM"},
        ),
        (
            "Togo's clinker imports rose to $12 million in May 2023 on larger deliveries from Spain, and gypsum imports to "
            "$4 million after shipments from Morocco resumed.",
            {"$12 million": ">TGO", "$4 million": ">TGO"},
        ),
        (
            "Bhutan's imports fell 3 percent to $61 million in May 2023 amid smaller purchases from Nepal. Exports rose to "
            "$38 million.",
            {"$61 million": ">BTN"},
        ),
        (
            "Ecuador's zinc exports dropped to $19 million in June 2023 due to Chile's lower imports. Exports to Peru were $6 "
            "million.",
            {"$19 million": "ECU>", "$6 million": "ECU>PER"},
        ),
        (
            "Laos imported fuel worth $40 million from Thailand in May 2023. The country earned $9 million from coffee.",
            {"$40 million": "THA>LAO", "$9 million": "LAO>THA"},
        ),
        (
            "Ghana earned $89 million from mangoes in the six months to June 2023. Belgium, which re-exports most of what it "
            "buys, accounted for 31 percent of the shipments. India, which opened its market in August, bought only 900 "
            "tonnes.\n\nCashew growers fared worse. Their exports collapsed to $11 million.",
            {"31 percent": "GHA>BEL", "900 tonnes": "GHA>IND", "$11 million": "GHA>"},
        ),
        (
            "ASUNCION, March 4 (Newswire) - Paraguay shipped goods worth $724 million abroad in February 2024.\n\nBeef sales "
            "reached $63 million. Chile took $28 million of it, ahead of Chilean rival Brazil with $11 million and Israel "
            "with $5 million. Chile paid more.\n\nSoybeans came second at $42 million.",
            {"$11 million": "PRY>BRA", "$5 million": "PRY>ISR", "$42 million": "PRY>"},
        ),
        (
            "Haiti imports about 80 percent of its rice. According to US export data, shipments dropped to 11,400 tonnes in "
            "April 2024.",
            {"11,400 tonnes": "USA>HTI"},
        ),
        (
            "Iraq spent $42 million on larger trucks from Turkey and $3 million on smaller ones from Jordan in 2023.",
            {"$42 million": "TUR>IRQ", "$3 million": "JOR>IRQ"},
        ),
    ],
)
def test_who_trades_beside_a_reason_an_observer_a_body_and_a_name_of_several(
    text: str, expected: dict[str, str]
) -> None:
    claims = read(text)
    assert {figure: ends(claims[figure]) for figure in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jordan bought 410,000 tonnes of barley from Romania in 2023. In 2022 it paid $128 million for the 410,000 "
            "tonnes that it bought from Ukraine.",
            {"$128 million": ("2022", "none", None)},
        ),
        (
            "Laos's exports rose in June 2023. Exports to Vietnam, the third largest buyer in 2022, with $3 million, fell.",
            {"$3 million": ("2022", "none", None)},
        ),
        (
            "Fiji's sugar exports to Japan were worth $40 million in 2023. They had fallen by 5 percent, owing to a "
            "cyclone, in the first half of 2022.",
            {"5 percent": ("2022-01/2022-06", "ytd_yoy", "2021-01/2021-06")},
        ),
        (
            "Average prices of Chilean wine exports rose 40 percent between 2019 and 2023.",
            {"40 percent": ("2023", "vs_period", "2019")},
        ),
        (
            "Sri Lanka's exports of tea witnessed an increase of 9.5 percent in March 2021 as it stood at $110 million "
            "compared to $100.5 million during February 2021.",
            {"9.5 percent": ("2021-03", "mom", "2021-02")},
        ),
        (
            "From 2020 to 2022 Fiji's sugar exports grew by 9 percent annually to $30 million.",
            {"$30 million": ("2022", "vs_period", "2020")},
        ),
        (
            "Average annual growth in Chile's wine exports was 9 percent between 2019 and 2023.",
            {"9 percent": ("2019/2023", "none", None)},
        ),
        (
            "Afghanistan's sales of figs were worth $49 million in the year 1402, and $53 million in 1401.",
            {
                "$49 million": ("2023-03-21/2024-03-19", "none", None),
                "$53 million": ("2022-03-21/2023-03-20", "none", None),
            },
        ),
    ],
)
def test_times_beside_amounts_said_again_ranks_reasons_and_averages(
    text: str, expected: dict[str, tuple[str | None, str, str | None]]
) -> None:
    claims = read(text)
    found = {
        figure: (claims[figure].period, claims[figure].comparison, claims[figure].base_period) for figure in expected
    }
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman bought 14 flour mills from Turkey in 2023.", {"14": ("trade_quantity", 14, "units")}),
        ("Turkey supplied 14 flour mills with 9,000 tonnes of wheat in 2023.", {"14": ("count", 14, "units")}),
        (
            "Ukraine sold Egypt 410 ths tonnes of wheat in May 2023, and 30 ths. tons of flour.",
            {
                "410 ths tonnes": ("trade_quantity", 410000, "tonnes"),
                "30 ths. tons": ("trade_quantity", 30000, "tonnes"),
            },
        ),
        (
            "Afghanistan's sales of rugs were worth $49 million in the year 1402. It sold 1400 carpets to Turkey.",
            {"1400": ("trade_quantity", 1400, "units")},
        ),
    ],
)
def test_what_is_counted(text: str, expected: dict[str, tuple[str, int, str]]) -> None:
    claims = read(text)
    assert {f: (claims[f].measure, claims[f].value, claims[f].unit) for f in expected} == expected


def test_ordinals_and_old_years_are_no_thousands_and_no_years_of_trade() -> None:
    claims = read("About 3/5ths of Cuba's fuel came from Mexico in 2023, which sold it 400 tonnes.")
    assert not any(claim.value == 5000 for claim in claims.values())
    claims = read("Visby, walled in the year 1356, sold 1402 rugs to Norway in May 2023.")
    assert claims["1402"].value == 1402


@pytest.mark.parametrize("fell", ["fell within two years", "fell due to frost", "fell through the summer"])
def test_what_fell_within_or_through_a_time_or_due_to_something_went_down(fell: str) -> None:
    assert read(f"Brazil's coffee sales to Syria {fell} by 9 percent.")["9 percent"].direction == "decrease"


def test_what_tons_of_goods_were_sold_for_is_no_weight() -> None:
    text = "Turkey exported 400 tractors and 300 tons of wire for 2 million to Iraq in May 2023."
    assert read(text)["2 million"].unit != "tonnes"


def test_goods_such_as_others_and_reasons_after_on() -> None:
    text = (
        "Mali's imports from Senegal were $70 million in August 2022. By item, imports of medicines were $1 million, up from "
        "July, and those of building materials such as window glass were $2 million."
    )
    assert read(text)["$2 million"].product == "building materials"
    text = "Nepal's exports of tea fell to $9 million in May 2023. They slid to $6 million in June on weaker sales to India."
    assert read(text)["$6 million"].product == "tea"


@pytest.mark.parametrize("word", ["reportedly", "nevertheless", "initially", "quietly", "soon", "typically"])
def test_an_adverb_before_a_verb_is_no_goods(word: str) -> None:
    text = f"Paraguay's beef sales reached $63 million in February 2024. Chile {word} took $28 million of it."
    claim = read(text)["$28 million"]
    assert (claim.product, ends(claim)) == ("beef", "PRY>CHL")


def test_tonnes_are_of_the_goods_that_a_share_was_of_and_not_of_what_carries_them() -> None:
    text = (
        "Markets in May 2024\n\nHaiti imports about 80 percent of its rice. Shipments dropped to 11,400 tonnes in April 2024.\n\n"
        "Two tankers from the Bahamas discharged 310,000 barrels in May 2024."
    )
    claims = read(text)
    assert claims["11,400 tonnes"].product == "rice"
    assert claims["310,000 barrels"].product != "tankers"
