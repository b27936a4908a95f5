"""Between whom: who sent and who received, for any pair of countries and any turn of phrase."""

from dataclasses import replace
from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def first(text: str, language: str = "en") -> Claim:
    document = replace(read_text(text, name="a.txt", published=date(2022, 6, 20)), language=language)
    return extract(document)[-1]


@pytest.mark.parametrize(
    ("text", "sender", "receiver"),
    [
        ("Exports from China to North Korea reached $5 million.", "CHN", "PRK"),
        ("China exported $311,000 worth of vaccines to North Korea.", "CHN", "PRK"),
        ("North Korea's imports from Russia rose to $5 million.", "RUS", "PRK"),
        ("North Korea imported $5 million worth of rice from China.", "CHN", "PRK"),
        ("Turkey bought $5 million worth of gas from Iran.", "IRN", "TUR"),
        ("Ankara purchased $5 million worth of Iranian gas.", "IRN", "TUR"),
        ("Shipments of rice from Vietnam to the Philippines reached $5 million.", "VNM", "PHL"),
        ("Chinese shipments to North Korea reached $5 million.", "CHN", "PRK"),
        ("Russia sold $5 million worth of coal to India.", "RUS", "IND"),
        ("Coal worth $5 million was shipped from Russia to India.", "RUS", "IND"),
        ("Pyongyang spent $5 million on Chinese rice.", "CHN", "PRK"),
        ("China's imports of North Korean coal reached $5 million.", "PRK", "CHN"),
        ("Germany, which saw pharmaceutical exports to North Korea fall to $5 million, said nothing.", "DEU", "PRK"),
        ("Myanmar received $5 million worth of fuel from Thailand.", "THA", "MMR"),
        ("Coal earned Kabul $5 million in sales to Pakistan.", "AFG", "PAK"),
        ("Cuba's purchases of chicken from the United States reached $5 million.", "USA", "CUB"),
        ("South Korea exported $5 million of goods to North Korea.", "KOR", "PRK"),
        ("In the case of India, North Korea imported $5 million in drugs.", "IND", "PRK"),
    ],
)
def test_directions(text: str, sender: str, receiver: str) -> None:
    claim = first(text)
    assert (claim.sender, claim.receiver) == (sender, receiver)


@pytest.mark.parametrize(
    "text",
    [
        "Trade between Iran and Turkey reached $5 million.",
        "Iran-Turkey trade reached $5 million.",
        "Iran's trade with Turkey reached $5 million.",
        "Iran and Turkey are neighbours. Trade between the two countries reached $5 million.",
        "Iran bought Turkish steel. Bilateral trade reached $5 million.",
    ],
)
def test_two_way_trade_has_no_direction(text: str) -> None:
    claim = first(text)
    assert (claim.sender, claim.receiver, set(claim.partners)) == (None, None, {"IRN", "TUR"})


@pytest.mark.parametrize(
    ("lead", "text", "sender", "receiver"),
    [
        ("China sold North Korea $9 million in goods.", "Its imports from the North were $5 million.", "PRK", "CHN"),
        ("China sold North Korea $9 million in goods.", "The regime sold China $5 million in ore.", "PRK", "CHN"),
        ("North Korea imported $9 million in drugs from China.", "Imports from India were $5 million.", "IND", "PRK"),
        (
            "China's exports to North Korea were $9 million.",
            "Imports from its neighbour were $5 million.",
            "PRK",
            "CHN",
        ),
        (
            "Customs data from Beijing came out.",
            "North Korea bought $5 million worth of masks from the country.",
            "CHN",
            "PRK",
        ),
    ],
)
def test_what_was_said_before_fills_in(lead: str, text: str, sender: str, receiver: str) -> None:
    claim = first(f"{lead} {text}")
    assert (claim.sender, claim.receiver) == (sender, receiver)


def test_partners_in_turn() -> None:
    text = "Kyiv bought 3 tonnes of oil from Poland, 2 tonnes from Hungary and 4 tonnes from Romania."
    document = read_text(text, name="a.txt")
    assert [(c.sender, c.receiver) for c in extract(document)] == [("POL", "UKR"), ("HUN", "UKR"), ("ROU", "UKR")]


def test_each_of_several_partners() -> None:
    text = (
        "North Korea's pharmaceutical imports shrank in 2020. The sources of pharmaceutical imports that fell most were "
        "Poland and the Netherlands, each with declines of more than 75 percent."
    )
    claim = first(text)
    assert (claim.sender, claim.receiver, set(claim.partners)) == (None, "PRK", {"PRK", "POL", "NLD"})


def test_nobody_is_put_in_who_was_not_named_together() -> None:
    text = "Nepal imported goods worth $5 billion in 2021. India is a large country, and India grew."
    claim = first(text)
    assert (claim.sender, claim.receiver) == (None, "NPL")
    world = first("China's exports to Iran rose to $2 billion. Its exports to Africa rose to $5 billion.")
    assert (world.sender, world.receiver) == ("CHN", None)


@pytest.mark.parametrize(
    ("text", "language", "sender", "receiver"),
    [
        ("중국의 대북 수출액은 1451만 달러로 집계됐다.", "ko", "CHN", "PRK"),
        ("북한은 중국에서 대두 297만 달러어치를 수입했다.", "ko", "CHN", "PRK"),
        ("한국이 베트남으로부터 쌀 3만t을 수입했다.", "ko", "VNM", "KOR"),
        ("中国对朝鲜出口1451万美元。", "zh", "CHN", "PRK"),
        ("越南从中国进口钢材62万吨。", "zh", "CHN", "VNM"),
        ("朝鲜自中国进口1060万个口罩。", "zh", "CHN", "PRK"),
    ],
)
def test_korean_and_chinese(text: str, language: str, sender: str, receiver: str) -> None:
    claim = first(text, language)
    assert (claim.sender, claim.receiver) == (sender, receiver)
