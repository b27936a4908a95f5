from datetime import date

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def products(text: str) -> list[str | None]:
    return [c.product for c in extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May, Iran spent almost $3 million on soybeans, $2.6 million on sugar and $1.5 million on soybean meal from Brazil.",
         ["soybeans", "sugar", "soybean meal"]),
        ("Iran imported 200,750 pairs of surgical gloves from China.", ["surgical gloves"]),
        ("China sold Iran 95,000 thermometers.", ["thermometers"]),
        ("Pharmaceutical imports from India to Nepal rose 5 percent.", ["Pharmaceutical"]),
        ("Nepal's imports of steel pipes from India rose 5 percent.", ["steel pipes"]),
        ("Among Iran's imports from Brazil, maize accounted for $4 million.", ["maize"]),
        ("Brazil sold Iran maize worth $4 million.", ["maize"]),
        ("The main exports from Brazil to Iran were maize ($4 million) and sugar ($2 million).", ["maize", "sugar"]),
        ("Rice was the top import item from India at $18.8 million.", ["Rice"]),
        ("Overall imports from China to Iran fell 81 percent.", ["all goods"]),
        ("Chinese shipments to Iran reached $98 million.", ["all goods"]),
        ("Mongolia shipped 8.3 million tonnes of coal to China.", ["coal"]),
        ("China imported thermometers and pyrometers worth $1.7 million from Japan.", ["thermometers and pyrometers"]),
        ("Exports of palm oil more than doubled to $8 million in May.", ["palm oil", "palm oil"]),
        ("A UN resolution caps refined oil deliveries at 500,000 barrels a year.", ["refined oil"]),
    ],
)  # fmt: skip
def test_goods_as_written(text: str, expected: list[str]) -> None:
    assert products(text) == expected


def test_goods_carry_on_within_a_paragraph_and_not_beyond() -> None:
    text = (
        "China exported $311,000 worth of vaccines to Iran in February. Exports in March reached $90,000.\n\n"
        "Chinese shipments to Iran reached $98 million in April."
    )
    assert products(text) == ["vaccines", "vaccines", "all goods"]


@pytest.mark.parametrize("text", [
    "Nearly all the maize that Zambia sold left by way of the Tanzanian port of Mtwara: 1.3 million tonnes in 2021.",
    "Zambia sold maize at $190 a tonne: 400,000 tonnes crossed the Nakonde and Kasumbalesa gates in May.",
])  # fmt: skip
def test_where_goods_passed_is_no_goods(text: str) -> None:
    assert set(products(text)) == {"maize"}


def test_what_money_is_earned_with_are_goods_only_where_they_are_known() -> None:
    assert products("Zambia earned $1.24 billion with copper in 2021.") == ["copper"]
    assert products("Zambia earned $1.24 billion with the help of brokers in 2021.") == ["all goods"]
