"""What bodies of no country send, what nobody named brings, and none of what was told before."""

from __future__ import annotations

import pytest
from tests.claims.told_claims import lane, read

WHO = "UNICEF works in Haiti. The WHO shipped 20 oxygen concentrators in May 2023. "


@pytest.mark.parametrize(
    ("said", "figure", "ends"),
    [
        ("In 2020 it had delivered 900 sets.", "900 sets", "->HTI"),
        ("The country imported another 300 from Chile.", "300", "CHL>HTI"),
        ("It bought 300 more from Chile.", "300", "CHL>HTI"),
        ("Its imports of rice rose to 300 tons.", "300 tons", "->HTI"),
    ],
)
def test_a_body_goes_on_sending_and_a_country_buys(said: str, figure: str, ends: str) -> None:
    assert lane(read(WHO + said)[figure]) == ends


def test_what_is_delivered_comes_in() -> None:
    assert lane(read("UNICEF works in Haiti. By May, 7,000 test kits had been delivered.")["7,000"]) == "->HTI"
    sold = read("Haiti exports mangoes to Chile. By May, 7,000 tons of mangoes had been delivered.")["7,000 tons"]
    assert lane(sold) == "HTI>CHL"


@pytest.mark.parametrize(
    ("told", "unit", "product"),
    [
        ("Chile offered Haiti 3 million doses of polio vaccine in March 2023.", "doses", "polio vaccine"),
        ("Chile exported 300 buses to Haiti in March 2023.", "buses", "buses"),
        ("COVAX set aside 40,000 doses of Pfizer/BioNTech vaccine for Haiti.", "doses", "Pfizer/BioNTech vaccine"),
    ],
)
def test_none_of_what_was_told_before(told: str, unit: str, product: str) -> None:
    found = read(f"{told} None were shipped in April.")["None"]
    assert (found.value, found.unit, found.product) == (0, unit, product)


def test_tons_of_a_new_paragraph_are_of_what_the_text_began_with() -> None:
    found = read(
        "What Customs Data Say About Haiti's Fertilizer Imports",
        "From 2012 to 2019, annual imports averaged 190,000 tons. In March 2022 customs recorded 11,200 tons of urea.",
        "In the first half of 2022 Haiti thus received 22,300 tons.",
    )
    assert (found["11,200 tons"].product, found["22,300 tons"].product) == ("urea", "Fertilizer")


def test_what_a_headline_opens_with_says_it() -> None:
    found = read(
        "Lima: Haiti's fuel smuggling tops the cap",
        "Ships delivered 3 million barrels of fuel to Haiti in May 2023.",
    )
    assert lane(found["3 million barrels"]) == "->HTI"


@pytest.mark.parametrize("said", ["sold it 235 barrels, of which", "sold it 235 barrels between them:"])
def test_one_of_several_who_sold(said: str) -> None:
    found = read(f"Haiti imported 900 barrels in 2022. Chile and Peru {said} 118 came from Chile and 117 from Peru.")
    assert (lane(found["118"]), lane(found["117"])) == ("CHL>HTI", "PER>HTI")


def test_times_told_by_the_way_are_not_gone_on_with() -> None:
    found = read(
        "Haiti bought sugar for $3 million in May 2023. It received 96 beds and – for the first time this year – 20 tents. "
        "The sum was a surprise, given that it had bought little since June. Rice cost it $2 million."
    )
    assert {found[text].period for text in ("96", "20", "$2 million")} == {"2023-05"}


@pytest.mark.parametrize(
    "opening", ["Lima: fuel imports rise in May 2023", "Lima: fuel imports from Chile rise in May 2023"]
)
def test_a_capital_that_heads_its_own_country_s_trade_stands_for_it(opening: str) -> None:
    assert read(opening, "Imports came to 3 million barrels.")["3 million barrels"].receiver == "PER"


def test_what_is_delivered_to_others_goes_out() -> None:
    said = "Peru's mines did well. In May 2023 30,000 tons of copper were delivered to smelters."
    assert lane(read(said)["30,000 tons"]) == "PER>-"


def test_who_exports_behind_a_body_is_the_country() -> None:
    found = read(
        "UNICEF sent 20 fridges to Haiti in 2022. The country bought another 30 in 2023. It also sold coffee worth $4 million."
    )
    assert lane(found["$4 million"]) == "HTI>-"


def test_who_does_something_behind_an_arrival_has_received_nothing() -> None:
    found = read("Some 400,000 doses of vaccine arrived in Haiti, and Chile exported 3,000 tons of copper in May 2023.")
    assert (found["400,000 doses"].receiver, found["3,000 tons"].sender) == ("HTI", "CHL")


def test_doses_are_of_what_is_given_in_doses() -> None:
    said = (
        "Haiti bought rice for $3 million in May 2021. Then the trade moved to vaccines. It imported 3 million doses."
    )
    assert read(said)["3 million doses"].product == "vaccines"
    assert read("Haiti imported rice. In 2021 it received 3 million doses.")["3 million doses"].product is None


@pytest.mark.parametrize("called", ["Haiti's largest trading partner", "which is Haiti's largest trading partner"])
def test_a_partner_exported_goods_to_the_country(called: str) -> None:
    found = read(f"Chile, {called}, exported goods worth $54.88 million to the country in February 2023.")
    assert lane(found["$54.88 million"]) == "CHL>HTI"
