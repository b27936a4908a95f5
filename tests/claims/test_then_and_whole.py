"""What a time is for: when something was, the whole that a part is of, or a base; and what goods go on then."""

from datetime import date
from functools import partial

import told_claims

from tidewaiter.claims.claim import Claim

read = partial(told_claims.read, day=date(2021, 6, 18))

LEAD = "Bolivia's exports to Peru fell to $2.7 million in May from $8.7 million in April, customs data show."


def period(claim: Claim) -> str | None:
    return str(claim.period) if claim.period else None


def test_behind_a_rate_a_month_tells_when() -> None:
    found = read("Exports to Peru dropped 61% on the month in May.")["61%"]
    assert (period(found), found.comparison, str(found.base_period)) == ("2021-05", "mom", "2021-04")


def test_that_year_is_the_one_named_with_a_month() -> None:
    found = read(LEAD, "Bolivia shut the port in March 2018. Exports to Peru came to $30 million that year.")
    assert period(found["$30 million"]) == "2018"
    found = read(LEAD, "Bolivia shut the port in March 2018, and exports to Peru came to $30 million that year.")
    assert period(found["$30 million"]) == "2018"


def test_what_has_lasted_since_a_time_and_is_told_by_the_way_is_no_time() -> None:
    found = read(
        "Bolivia's imports for 2020 were $491 million.", "Exports, never large since the war of 1984, were $4 million."
    )
    assert period(found["$4 million"]) == "2020"


def test_a_part_of_the_same_time_is_a_share() -> None:
    found = read(LEAD, "Quinoa exports were worth $900,000, a third of the May total.")["a third"]
    assert (found.measure, found.comparison) == ("share", "none")
    found = read(LEAD, "Quinoa exports were worth $900,000, a tenth of the March total.")["a tenth"]
    assert found.measure == "ratio"


def test_what_is_told_of_a_part_makes_it_a_share() -> None:
    found = read(LEAD, "A third of 2019's bill was for watches.")["A third"]
    assert (found.measure, period(found)) == ("share", "2019")
    found = read(LEAD, "Quinoa was a quarter of exports in 2019.")["a quarter"]
    assert (found.measure, period(found)) == ("share", "2019")
    found = read(LEAD, "Exports were a quarter of the level in 2019.")["a quarter"]
    assert (found.measure, str(found.base_period)) == ("ratio", "2019")


def test_a_share_of_all_trade_turns_the_text_to_all_goods() -> None:
    quinoa = "Quinoa exports were worth $900,000."
    found = read(quinoa, "Peru had 90% of the country's trade. Shipments in the whole of 2019 were $57 million.")
    assert found["$57 million"].product == "all goods"


def test_what_is_bought_in_turn_is_of_everything() -> None:
    found = read("Chad sold goods worth $44 million to Peru, mostly gum ($25 million), and bought $3 million.")
    assert (found["$3 million"].product, found["$3 million"].receiver) == ("all goods", "TCD")


def test_the_quarter_it_is_held_against_tells_the_quarter_it_is_of() -> None:
    found = read(LEAD, "Peru bought $1.6 million of soap, nearly five times the figure in the second quarter of 2020.")
    assert period(found["$1.6 million"]) == period(found["five times"]) == "2021-04/2021-06"
    assert found["five times"].comparison == "yoy"


def test_goods_end_before_how_far_they_went() -> None:
    found = read("Chad also imported cooking oil far beyond the annual cap of 500,000 barrels.")
    assert found["500,000 barrels"].product == "cooking oil"
    found = read("Chad bought rice again worth $5 million in May.")
    assert found["$5 million"].product == "rice"


def test_what_a_part_is_of_is_all_goods() -> None:
    found = read(LEAD, "Food was the largest group at 31%, or $8 million of the $26 million total.")
    assert (found["31%"].measure, found["31%"].product) == ("share", "Food")
    assert (found["$8 million"].product, found["$26 million"].product) == ("Food", "all goods")
    found = read(LEAD, "Rice made up 300 tonnes of the 900 tonnes of grain it bought.")
    assert (found["300 tonnes"].product, found["900 tonnes"].product) == ("Rice", "grain")


def test_another_time_has_a_number_of_the_same() -> None:
    found = read(
        "Chad imported 36,200 scarves in May, more than double April's 16,800, and 1,300 kg of tea worth $92,700."
    )
    assert (found["16,800"].unit, found["16,800"].product, period(found["16,800"])) == ("units", "scarves", "2021-04")
    assert (found["1,300 kg"].product, period(found["1,300 kg"]), period(found["$92,700"])) == (
        "tea",
        "2021-05",
        "2021-05",
    )


def test_compared_with_none_is_nothing_of_the_same() -> None:
    found = read("Chad bought 17.76 million masks in May, the most since 2017 and compared with none a year ago.")
    assert (found["none"].product, found["none"].unit, period(found["none"])) == ("masks", "units", "2020-05")


def test_what_was_paid_for_is_of_the_same_time() -> None:
    found = read(
        "In 2020 Chad earned $102 million from gum, 5% more than in 2019, when it was paid $97 million for 900 tons."
    )
    assert period(found["$97 million"]) == period(found["900 tons"]) == "2019"


def test_the_time_of_a_level_is_not_the_time_of_what_is_held_against_it() -> None:
    found = read(LEAD, "Trade remains at 37 percent of the pre-pandemic level of $28 million in 2019.")["37 percent"]
    assert (found.measure, period(found), str(found.base_period)) == ("ratio", "2021-05", "2019")


def test_a_gap_beside_a_surplus_is_none() -> None:
    found = read(
        "Togo sold $14.6 billion worth of goods in 2020, against imports of $17.1 billion.",
        "The $2.5 billion gap compares with a $500 million surplus a year before.",
    )
    assert (found["$2.5 billion"].product, found["$500 million"].product) == ("trade gap", "trade surplus")


def test_what_a_part_of_it_went_on_has_the_share() -> None:
    found = read(LEAD, "Watches cost $49,000; 10 percent of it went on travel goods, a trader said.")
    assert (found["10 percent"].measure, found["10 percent"].product) == ("share", "travel goods")
