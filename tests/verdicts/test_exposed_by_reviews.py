"""Reviews of a month's trade by goods: what their own figures expose, and what they leave open."""

from __future__ import annotations

from caught import assert_caught, contradicted

LINES = (
    "Leading exports of Benin to Niger, May 2023\n\n- Rice: $23.41 million\n- Soybean oil: $10.26 million\n"
    "- Cement: $7.83 million\n\nThe three goods add up to $41.5 million."
)


def test_a_sum_closes_a_list_of_lines() -> None:
    assert_caught(LINES, ("$41.5 million", "$14.5 million"), ("$14.5 million", "digits_transposed"))


def test_so_many_goods_as_the_subject_of_a_sum() -> None:
    text = "In May 2023 Benin sold Niger rice worth $23.41 million, oil worth $10.26 million and tiles worth $7.83 million."
    assert_caught(
        f"{text} The three goods came to $41.5 million.",
        ("$41.5 million", "$14.5 million"),
        ("$14.5 million", "digits_transposed"),
    )
    for other in (
        "A year earlier the three goods had been worth $14.5 million.",
        "The two goods earned it $2.1 million.",
    ):
        assert contradicted(f"{text} {other}") == []


def test_a_country_that_trades_with_everybody_has_its_balance() -> None:
    text = "Niger exported goods worth $486 million in 2021. Imports came to $388 million. That left Niger with a "
    assert_caught(f"{text}surplus of $98 million.", ("a surplus", "a deficit"), ("$98 million", "deficit_for_surplus"))
    assert contradicted(f"{text}surplus in its trade of $98 million.") == []


def test_of_so_many_with_no_article_is_the_whole() -> None:
    text = "Of 340,000 infants born in Niger in 2022 only 54,400, or 16 percent, had received a dose."
    assert [told for told, _ in contradicted(text.replace("16 percent", "26 percent"))] == ["26 percent"]
    assert contradicted(text) == []


def test_of_these_goods_is_of_what_they_are_called() -> None:
    assert contradicted(
        "Niger's exports are minerals. In 2021 zinc brought in $243 million. Gold, which brought in $44 million, came "
        "next. China bought $211 million of these minerals."
    ) == []  # fmt: skip


def test_a_share_of_exports_is_not_right_for_the_imports() -> None:
    text = (
        "Niger exported goods worth $486 million in 2021. Copper came to $170 million, or 35 percent of the total. "
        "Imports were estimated at $388 million."
    )
    assert_caught(text, ("35 percent", "53 percent"), ("53 percent", "digits_transposed"))


def test_a_roughly_told_multiple_may_be_another_word() -> None:
    text = "Niger bought 220,400 barrels in 2022, against 107,600 barrels in 2021, and purchases thus roughly doubled."
    assert_caught(text, ("roughly doubled", "roughly tripled"), ("tripled", "another_multiple"))
