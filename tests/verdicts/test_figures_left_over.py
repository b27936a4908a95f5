"""What is left, pointed back to, or broken by several others at once: caught where it cannot be, else left in peace."""

from __future__ import annotations

import pytest
from caught import assert_caught, contradicted

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "The appeal for Tigray asks for $92 million. By June donors had paid $37.5 million, leaving a gap of $54.5 million.",
        ("54.5", "45.5"),
        ("$45.5 million", "digits_transposed"),
        id="gap",
    ),
    pytest.param(
        "Tajikistan needs 820,000 tons of flour a year. Its mills produced 530,000 tons, which would leave 290,000 tons to "
        "be bought abroad.",
        ("290,000", "29,000"),
        ("29,000 tons", "factor_10"),
        id="what would be left",
    ),
    pytest.param(
        "The agency handed out 41,800 tonnes of maize. Trucks from Kenya brought 28,300 tonnes, and the other 13,500 tonnes "
        "came by river.",
        ("28,300", "48,300"),
        ("41,800 tonnes", "digit_wrong"),
        id="the other tonnes",
    ),
    pytest.param(
        "Mali's trade came to $4.18 billion in 2019, about twice what was recorded last year, when it was $2.06 billion.",
        ("twice", "four times"),
        ("four times", "another_multiple"),
        id="multiple of what was recorded",
    ),
    pytest.param(
        "In 2023 Japan paid Brunei $3.42 billion for gas. Malaysia sold Japan gas for $6.91 billion in 2023, more than "
        "double the Bruneian figure.",
        ("double", "triple"),
        ("triple", "another_multiple"),
        id="multiple of a country's figure",
    ),
    pytest.param(
        "The workers bring Malawi $84 million a year. That is 1.4 times what it earned from its tea exports in 2021, which "
        "were worth $60 million.",
        ("$60 million", "$600 million"),
        ("$600 million", "factor_10"),
        id="times what was earned in a year",
    ),
    pytest.param(
        "Togo sold Ghana 412,000 tonnes of phosphate in 2021. In 2019 it had sold 103,000 tonnes, a quarter of that amount.",
        ("a quarter", "a half"),
        ("a half", "another_fraction"),
        id="fraction of that amount",
    ),
    pytest.param(
        "The appeal for Mali asks for $214 million. Donors have paid $83.5 million. The gap stands at $130.5 million.",
        ("130.5", "103.5"),
        ("$103.5 million", "digits_transposed"),
        id="where the gap stands",
    ),
    pytest.param(
        "The agency needs $1.05 billion for Sudan until December. Of this, $293 million has been received. The shortfall is "
        "$757 million.",
        ("757", "577"),
        ("$577 million", "digits_transposed"),
        id="what the shortfall is",
    ),
    pytest.param(
        "Vets reached 1.86 million herders in the four northern provinces between March and June 2023, which is 31 percent "
        "of the 6.0 million herders targeted in the plan.",
        ("6.0", "60.0"),
        ("60.0 million", "factor_10"),
        id="share of those targeted",
    ),
    pytest.param(
        "Niger's exports to Nigeria in May were worth $64.28 million. Its imports from Nigeria came to $21.73 million. "
        "They had been lower. That left Nigeria with a trade deficit of $42.55 million with Niger for the month.",
        ("42.55", "52.55"),
        ("$52.55 million", "digit_wrong"),
        id="one digit of a balance",
    ),
]

#: True texts with the same words.
TRUE = [
    "Donors paid $37.5 million for Tigray and $12 million for Afar, leaving $54 million of the appeal to be found.",
    "The blaze destroyed goods worth $37 million and killed livestock worth $9 million, leaving damage of $51 million.",
    "Niger sold Nigeria cattle for $32.2 million, up from $25.4 million. That left it with a surplus of $114 million.",
    "The ship left Dakar with 3,400 tonnes of rice and left 1,200 tonnes in Banjul, where 900 tonnes had been left before.",
    "Mali's cotton sales came to $410 million in 2019, about four times what was recorded in 2012. Its gold sales were "
    "$2.06 billion in 2023 and $1.9 billion in 2022.",
    "Japan paid Brunei $3.42 billion for gas. Malaysia sold Japan gas for $6.91 billion in 2023, triple the figure of "
    "2020.",
    "The agency handed out 41,800 tonnes of maize in the year. In June trucks from Kenya brought 2,300 tonnes, and the "
    "other routes 1,500 tonnes.",
    "Exports of rice rose to 300,000 tonnes. The other 40,000 tonnes of last year's harvest were kept, and 12,000 tonnes "
    "were lost.",
    "Togo sold Ghana 412,000 tonnes of phosphate, 265,000 tonnes of it by sea. By rail it sold 132,000 tonnes, a half of "
    "that amount.",
    "The workers bring Malawi $84 million a year. Tea is 1.4 times what it was in 2021, when it earned $75 million.",
    "Chad received 62,000 tons of rice from Oman and 31,000 tons from Peru. It still needs 21,000 tons before autumn.",
    "The firm earned $310 million from gas and $150 million from cotton, leaving a gap of $60 million in its budget.",
    "Chad's mine produced 81,000 tonnes of zinc, and 35,000 tonnes of copper were sold, leaving 26,000 tonnes at the pit.",
    "Brunei sold Japan gas for $10 billion in 2022. Malaysia sold gas for $5 billion to Japan in 2022, three quarters of "
    "the Bruneian volume.",
    "The first batch was 12,000 doses, the second 18,000 doses. The two batches were followed by 50,000 doses from Peru.",
    "Norway gave Chad $12 million and Japan $9 million. The two donors had given $31 million in 2020.",
    "China bought 40,000 tonnes of coal and Chad 20,000 tonnes. The two buyers received 75,000 tonnes from Peru.",
    "Vets reached 1.86 million herders in the north, which is 12 percent more than the 1.66 million of 2022.",
    "Chad's mills imported 300,000 tonnes of wheat and milled 260,000 tonnes, leaving 90,000 tonnes in store in December.",
    "Togo sold 210,000 tonnes of phosphate in 2021 and 230,000 tonnes in 2022. Last year's sales of 180,000 tonnes fell "
    "short of the target.",
    "Haiti bought 400,000 tonnes of rice, of which Vietnam sent 150,000 tonnes. The storm left 30,000 tonnes spoiled.",
    "Chad shipped Niger 45,000 tons of flour in March and 30,000 tons in April. There was a difference of 5,000 tons.",
    "Vets reached 1.8 million herders, after 1.1 million last year, which is 60 percent of the 3 million they aimed at.",
    "Togo's exports reached $14.6 billion in 2023. Imports reached $15.3 billion in 2023. It had a surplus of $1.2 billion "
    "in garments.",
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_what_cannot_be_left_is_told(text: str, slip: tuple[str, str], told: tuple[str, str]) -> None:
    assert_caught(text, slip, told)


@pytest.mark.parametrize("text", TRUE)
def test_true_remainders_and_multiples_are_left_in_peace(text: str) -> None:
    assert contradicted(text) == []


def test_a_figure_that_several_wrong_ones_are_told_of_is_not_blamed_for_them() -> None:
    text = (
        "In 2023 Chad earned $3.86 billion from oil. A year before it had earned $4.31 billion, so that revenue {} by "
        "10.4 percent. Cotton and gum brought in $52 million, which means that oil made up {} percent of the $3.91 billion "
        "of Chad's exports in 2023."
    )
    assert contradicted(text.format("fell", "98.7")) == []
    told = dict(contradicted(text.format("rose", "89.7")))
    assert told.get("89.7 percent") == "digits_transposed"
    assert told.get("10.4 percent") == "rise_for_fall"
    assert "$3.86 billion" not in told


def test_what_follows_more_than_two_in_a_rank_with_too_large_a_figure_is_told() -> None:
    text = (
        "Cocoa was the first export of Togo at $31.4 million, followed by coffee at $17.9 million, soap at ${} million and "
        "cement at $4.6 million."
    )
    assert contradicted(text.format("9.27")) == []
    assert "$92.7 million" in dict(contradicted(text.format("92.7")))


def test_a_hedged_word_for_a_multiple_is_told_by_its_levels() -> None:
    text = "Chad's trade more than {} in 2022, to $1.59 billion from $713 million in 2021."
    assert contradicted(text.format("doubled")) == []
    assert ("tripled", "another_multiple") in contradicted(text.format("tripled"))
