"""Monthly reviews of a country's trade by goods: wholes of shares, what a sale is a share of, times told again."""

from __future__ import annotations

from told_claims import lane, read

OPENING = "Mali bought goods worth $48.6 million from Chad in May 2023."


def test_the_whole_of_a_share_is_of_all_goods_unless_it_names_some() -> None:
    tiles = "Purchases of tiles came to $11.3 million, or 23.3 percent of the {}."
    told = read(OPENING, tiles.format("$48.7 million that Mali spent in Chad"))
    assert told["$11.3 million"].goods != ("total",)
    assert told["$48.7 million"].goods == ("total",)
    named = read(OPENING, tiles.format("$48.7 million spent on ceramic tiles"))
    assert named["$48.7 million"].product != "all goods"
    world = read(OPENING, tiles.format("world total of $48.7 million"))
    assert world["$48.7 million"].product != "all goods"


def test_whether_a_trade_is_legal_says_nothing_of_its_goods() -> None:
    told = read(
        "Mali's legal exports to Chad came to $3.1 million in May 2023, its undeclared exports to $1.2 million."
    )
    assert [claim.product for claim in told.values()] == ["all goods", "all goods"]


def test_what_the_buyer_sells_goes_the_other_way() -> None:
    told = read(
        "Niger: What Chadian Customs Data Tell",
        "Niger sold zinc worth $287.6 million to Chad in 2022.",
        "Chad's exports in the same year came to $47.3 million.",
    )
    assert lane(told["$47.3 million"]) == "TCD>NER"


def test_a_sellers_share_of_imports_is_of_those_of_whom_it_sold_to() -> None:
    told = read(
        "In 2022 Niger imported goods worth $388 million. Benin supplied $132 million, or 34 percent of imports; "
        "Togo supplied $101 million and Ghana $47 million."
    )
    assert [lane(told[text]) for text in ("$132 million", "34 percent", "$101 million", "$47 million")] == [
        "BEN>NER", "BEN>NER", "TGO>NER", "GHA>NER",
    ]  # fmt: skip


def test_the_time_behind_a_colon_is_of_what_explains_a_change() -> None:
    told = read(
        "Niger bought 21,750 tonnes of cement in May 2023. Purchases were down by half on the month: in April it "
        "took 43,700 tonnes."
    )
    assert (told["half"].period, told["half"].base_period) == ("2023-05", "2023-04")


def test_what_has_since_grown_is_of_now_and_against_then() -> None:
    text = "In May 2023 Niger sold goods worth $90 million to Benin. In May 2022 it sold $30 million; sales have {}."
    for words in ("since tripled", "tripled since", "tripled since then"):
        tripled = read(text.format(words))["tripled"]
        assert (tripled.period, tripled.base_period) == ("2023-05", "2022-05"), words
    year = read("In May 2023 Niger sold goods for $90 million. In 2019 it sold goods for $30 million, and has tripled "
                "sales since.")  # fmt: skip
    assert year["tripled"].period is None


def test_an_amount_told_again_to_the_digit_has_its_time_and_so_has_what_follows() -> None:
    told = read(
        "Niger reported 220,400 barrels of diesel bought from Benin from January to July 2022. In July it bought "
        "28,490 barrels.",
        "Its cumulative total of 220,400 barrels compares with 107,600 barrels in the same months of 2021, and has "
        "thus doubled.",
    )
    assert told["220,400 barrels"].period == "2022-01/2022-07"
    assert told["107,600 barrels"].period == "2021-01/2021-07"
    assert (told["doubled"].period, told["doubled"].base_period) == ("2022-01/2022-07", "2021-01/2021-07")
