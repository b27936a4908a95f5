"""Amounts told beside a share or a rank: of which goods, since when."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str) -> dict[str, Claim]:
    document = read_text(text, name="a.txt", published=date(2024, 2, 20))
    return {claim.text: claim for claim in extract(document)}


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        (
            "Hides and skins accounted for nearly 60% of all Malian exports in September, or $19.8 million.",
            "$19.8 million",
            "Hides and skins",
        ),
        (
            "The main export item was hides (HS 41), which recorded $167 million and made up 50.6% of total exports.",
            "$167 million",
            "hides",
        ),
        ("Among imports, sugar and oils (HS 27) came first with $38.7 million.", "$38.7 million", "sugar and oils"),
        (
            "In 2022, Mali imported arms, spare parts and raw materials worth $5 million.",
            "$5 million",
            "arms|spare parts|raw materials",
        ),
        (
            "Mali's non-oil exports came to $44 billion in 2023, customs said. Imports reached $59 billion.",
            "$59 billion",
            "all goods",
        ),
        (
            "In 2022 shipments of jet fuel reached the port terminal of Thilawa in Myanmar, carrying 67,000 tonnes in all.",
            "67,000 tonnes",
            "jet fuel",
        ),
    ],
)
def test_goods_of_an_amount(text: str, figure: str, product: str) -> None:
    assert claims(text)[figure].product == product


def test_from_then_through_then() -> None:
    read = claims("Since the coup in February 2021, Mali has imported arms worth $5 million through December 2022.")
    assert read["$5 million"].period == "2021-02/2022-12"


def test_when_a_limit_was_laid_down_is_not_when_it_holds() -> None:
    text = (
        "Under sanctions adopted by the Security Council in 2017, Mali may import no more than 500,000 barrels of oil "
        "a year."
    )
    (claim,) = claims(text).values()
    assert (claim.measure, claim.period) == ("cap", None)


def test_why_it_was_so_has_a_time_of_its_own() -> None:
    text = (
        "Mali's imports from Peru fell to $5 million in May. They were five times higher than a year before, because "
        "nothing was sold in May 2022."
    )
    assert claims(text)["five times"].period == "2023-05"


def test_how_many_places_there_are_is_no_claim() -> None:
    assert not claims("Mali ranked 58th of 229 export markets for Peru in 2023.")


def test_the_bulk_of_a_trade_is_of_its_goods() -> None:
    read = claims(
        "Shipments of farm products from Mali to Togo reached 41,600 tonnes in 2023. Flour made up the bulk of the "
        "deliveries at 31,200 tonnes."
    )
    assert read["31,200 tonnes"].product == "Flour"


@pytest.mark.parametrize("before", ["the preceding year", "the previous fiscal year"])
def test_the_year_before_a_fiscal_one_is_fiscal_too(before: str) -> None:
    read = claims(
        f"Pakistan's imports from Iran rose to $881 million in the fiscal year 2022-23 from $697 million in {before}."
    )
    assert read["$697 million"].period == "2021-07/2022-06"
    assert read["$881 million"].comparison == "yoy"


def test_a_target_has_no_time_of_what_was_told() -> None:
    read = claims(
        "Trade between Mali and Togo came to $4 million in 2023. The two set a target of $10 million in trade."
    )
    assert read["$10 million"].period is None


def test_the_year_before_told_by_itself_is_not_gone_on_with() -> None:
    read = claims(
        "Trade between Mali and Togo had grown ninefold in 2022 and amounted to $34 million. In 2021 it stood at $3 million. "
        "Exports from Mali accounted for 98% of the total."
    )
    assert read["98%"].period == "2022"


@pytest.mark.parametrize("share", ["a third", "33 percent"])
def test_who_takes_a_part_takes_the_amount_that_it_is(share: str) -> None:
    found = claims(f"Oman exported 1.2 million tonnes of limes in 2022. Syria takes {share}, or 400,000 tonnes.")
    assert (found[share].measure, found[share].receiver) == ("share", "SYR")
    assert (found["400,000 tonnes"].sender, found["400,000 tonnes"].receiver) == ("OMN", "SYR")


def test_the_remaining_quarter_of_a_year_is_no_share() -> None:
    assert list(claims("Oman's exports were $9 million in the remaining quarter of 2022.")) == ["$9 million"]
    assert "quarter" in claims("Oman sold limes to Chad in 2022. The remaining quarter of the limes went to Mali.")


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        ("Iran supplies 40 percent of Mali's fuel imports.", "MLI"),
        ("Iran supplied 40 percent of Mali's imported fuel.", "MLI"),
        ("Iran provides 40 percent of Mali's imports.", "MLI"),
        ("Iran sold 40 percent of Mali's fuel.", "MLI"),
        ("Iran sold 40 percent of Mali's gold in Turkey.", "SYR"),
    ],
)
def test_whose_needs_are_met_is_told_behind_the_share(text: str, receiver: str) -> None:
    found = claims(f"Iran's sales to Syria rose to $14 billion in 2023. {text}")["40 percent"]
    assert (found.sender, found.receiver) == ("IRN", receiver)


def test_a_fraction_behind_its_amount_is_a_share() -> None:
    told = claims(
        "In May Peru bought 40 tonnes of Chilean flour, or a quarter, and Mali sold it 8 tonnes, or twice as much."
    )
    assert (told["a quarter"].measure, told["twice"].measure) == ("share", "ratio")


@pytest.mark.parametrize(
    "part",
    [
        "in May, of which a quarter was squid.",
        "in May. Of that, a quarter was squid.",
        "in May. A quarter was squid.",
        "in May, while Mali shipped 4 tonnes of dates to Ghana. Squid made up a quarter of that.",
    ],
)
def test_a_part_of_what_was_told_last(part: str) -> None:
    told = claims(f"Peru shipped 900 tonnes of fish to Chile {part}")
    share = told.get("a quarter") or told["A quarter"]
    ends = ("MLI", "GHA") if "Mali" in part else ("PER", "CHL")
    assert (share.measure, share.sender, share.receiver) == ("share", *ends)
    assert (share.product or "").lower() == "squid"


def test_parts_of_a_crowd_are_no_shares_of_trade() -> None:
    told = claims("Peru shipped 900 tonnes of fish to Chile in May. A third were women.")
    assert told["A third"].sender is None
