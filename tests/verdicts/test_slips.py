from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.pen import slips


def claim(text: str, value: str, unit: str = "USD") -> Claim:
    amount = Decimal(value)
    return Claim("a.txt", 0, len(text), text, (0, 99), amount, None, None, unit, measure="trade_value")


def near(value: str, room: str = "0.002"):
    return Interval.exactly(Decimal(value)).widened(Decimal(room)).meets


@pytest.mark.parametrize(
    ("text", "value", "unit", "meant", "name"),
    [
        ("$846.6 million", "846600000", "USD", "846600", "million_for_thousand"),
        ("$19.9 billion", "19900000000", "USD", "19900000", "billion_for_million"),
        ("$3.7 thousand", "3700", "USD", "3700000", "thousand_for_million"),
        ("$3.7m", "3700000", "USD", "3700000000", "million_for_billion"),
        ("$2.8 million", "2800000", "USD", "28000000", "factor_10"),
        ("$28 million", "28000000", "USD", "280000", "factor_100"),
        ("$846,600,000", "846600000", "USD", "846600", "factor_1000"),
        ("$98.1", "98.1", "USD", "98100000", "million_lost"),
        ("$96.9 million", "96900000", "USD", "69900000", "digits_transposed"),
        ("$15.7 million", "15700000", "USD", "154700000", "digit_lost"),
        ("$1,1447,000", "11447000", "USD", "1447000", "digit_doubled"),
        ("$14.5 million", "14500000", "USD", "17500000", "digit_wrong"),
        ("58.2%", "58.2", "percent", "85.2", "digits_transposed"),
        ("3,744 tonnes", "3744", "tonnes", "3.744", "kilograms_as_tonnes"),
        ("8.5 crore rupees", "85000000", "INR", "850000", "crore_for_lakh"),
        ("14억 달러", "1400000000", "USD", "140000", "eok_for_man"),
        ("300万美元", "3000000", "USD", "30000000000", "wan_for_yi"),
        ("5.000,5 Mio", "5000500000", "EUR", "5000500", "million_for_thousand"),
    ],
)
def test_the_slip_that_leads_to_what_fits_is_named(text: str, value: str, unit: str, meant: str, name: str) -> None:
    found = slips.search(claim(text, value, unit), near(meant))
    assert found is not None
    assert (found.name, found.suggested) == (name, Decimal(meant))
    assert 0 < found.plausibility < 1
    assert found.explanation


def test_nothing_fits() -> None:
    assert slips.search(claim("$14.5 million", "14500000"), near("7123456")) is None


def test_two_slips_as_good_as_each_other_are_not_chosen_between() -> None:
    # Below 6 million both ÷10 and ÷1000 would do, and being typical of neither decides.
    flat = slips.search(
        claim("$45 million", "45000000"),
        lambda figure: figure.high is not None and figure.high < 6_000_000,
        weigh=lambda value: 0.3 if value < 1_000_000 else 1.0,
        exact=False,
    )
    assert flat is None


def test_one_sided_bounds_are_met_by_scale_words_and_not_by_digits() -> None:
    named = {slip.name for slip in slips.candidates(claim("$846.6 million", "846600000"), exact=False)}
    assert "million_for_thousand" in named
    assert not {name for name in named if name.startswith("digit")}


@pytest.mark.parametrize("text", ["$96.9 million", "3,744 tonnes", "14억 달러", "a third"])
def test_those_that_leave_the_digits_are_the_first_of_all(text: str) -> None:
    value, unit = ("33.3", "percent") if text == "a third" else ("3744", "tonnes")
    every, plain = (find(claim(text, value, unit)) for find in (slips.candidates, slips.recognisable))
    assert plain == every[: len(plain)]
    assert {slip.name for slip in every[len(plain) :]} <= {"digit_wrong", "digit_added", "digit_lost"}
    assert not {slip.name for slip in plain} & {"digit_wrong", "digit_added", "digit_lost"}


def test_mixed_scale_words_are_left_alone() -> None:
    assert slips.scale_word("14억7천만 달러") is None
    assert slips.scale_word("US$34.6m") == ("western", "million")
    assert slips.scale_word("$311,000") is None
    assert slips.scale_word("RM53.5") is None


@given(st.text(alphabet="0123456789.,만억万亿 $€mMbkK%millionbillion\\[", max_size=24), st.integers(0, 10**15))
def test_no_text_breaks_the_search(text: str, value: int) -> None:
    for slip in slips.candidates(claim(text, str(value))):
        assert slip.plausibility >= 0


@given(st.integers(1, 9999), st.sampled_from(["thousand", "million", "billion"]), st.data())
def test_a_wrong_scale_word_is_always_found(mantissa: int, word: str, data: st.DataObject) -> None:
    power = {"thousand": 3, "million": 6, "billion": 9}
    meant = data.draw(st.sampled_from([other for other in power if abs(power[other] - power[word]) == 3]))
    printed = Decimal(mantissa).scaleb(-1)
    wrong = claim(f"${printed} {word}", str(printed.scaleb(power[word])))
    found = slips.search(wrong, near(str(printed.scaleb(power[meant])), "0"))
    assert found is not None
    assert found.name == f"{word}_for_{meant}"
