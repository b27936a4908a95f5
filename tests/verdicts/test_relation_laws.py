"""What every relation must keep: figures that fit are never broken, and the odd one out is what the others allow."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_articles import article

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.check import check
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.relations.currencies import Exchange
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.partners import LossesWithin
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.price import Price
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.steps import Difference
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.relations.triangles import Change

AMOUNTS = st.integers(1_000, 10**10)
STEPS = st.integers(0, 4)


def claim(value: Decimal, unit: str = "USD", *, step: int = 0, **slots: str) -> Claim:
    """A figure as it is printed: rounded to a place, with the interval that the rounding allows."""
    place = Decimal(1).scaleb(step)
    printed = (value / place).quantize(Decimal(1)) * place
    half = place / 2
    return Claim("a", 0, 1, f"{printed:f}", (0, 9), printed, printed - half, printed + half, unit, **slots)  # type: ignore[arg-type]


def percent(value: Decimal) -> Claim:
    printed = abs(value).quantize(Decimal("0.1"))
    half = Decimal("0.05")
    direction = "increase" if value >= 0 else "decrease"
    return Claim(
        "a", 0, 1, f"{printed}%", (0, 9), printed, max(printed - half, Decimal(0)), printed + half, "percent",
        measure="change", direction=direction,
    )  # fmt: skip


@given(AMOUNTS, AMOUNTS, STEPS, STEPS)
def test_a_true_change_is_borne_out_however_it_is_rounded(before: int, after: int, a: int, b: int) -> None:
    first, second = Decimal(before), Decimal(after)
    relation = Change(
        (percent((second / first - 1) * 100), claim(second, step=min(a, 2)), claim(first, step=min(b, 2)))
    )
    assert relation.outcome() == "supported"


@given(AMOUNTS, AMOUNTS, STEPS)
def test_true_differences_sums_and_prices(x: int, y: int, step: int) -> None:
    small, large = sorted((Decimal(x), Decimal(y)))
    printed = claim(large - small, step=step), claim(large, step=step), claim(small, step=step)
    assert Difference(printed).outcome() == "supported"
    assert Sum((printed[1], printed[0], printed[2])).outcome() == "supported"
    price = claim(large / small * 1000, "USD_per_tonne")
    assert Price((price, claim(large * 1000), claim(small, "tonnes"))).outcome() == "supported"


@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.integers(0, 10**9), STEPS)
def test_true_parts_fit_their_whole(parts: list[int], rest: int, step: int) -> None:
    whole = claim(Decimal(sum(parts) + rest), step=step)
    printed = [claim(Decimal(part), step=step) for part in parts]
    assert PartsWithin((whole, *printed), link="stated").outcome() == "supported"
    assert LossesWithin((whole, claim(Decimal(rest), step=step), *printed)).outcome() == "supported"


@given(AMOUNTS, st.decimals("0.01", "0.99", places=4), STEPS)
def test_true_shares_multiples_and_rates(whole: int, portion: Decimal, step: int) -> None:
    total, part = Decimal(whole) * 100, Decimal(whole) * 100 * portion
    share = percent(portion * 100)
    assert Share((share, claim(part, step=step), claim(total, step=step))).outcome() == "supported"
    times = claim(total / part * 1000).__class__(**{**_fields(claim(total)), "unit": "times", "value": total / part,
                  "low": total / part - Decimal("0.01"), "high": total / part + Decimal("0.01")})  # fmt: skip
    assert Multiple((times, claim(total, step=step), claim(part, step=step))).outcome() == "supported"
    rate = Interval.exactly(total / part).widened(Decimal("0.001"))
    assert Exchange((claim(total), claim(part)), rate=rate).outcome() == "supported"


def _fields(one: Claim) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


@given(AMOUNTS, AMOUNTS, st.integers(0, 2))
def test_what_the_others_allow_holds_the_true_figure(before: int, after: int, index: int) -> None:
    first, second = Decimal(before), Decimal(after)
    if second >= first * 50 or first >= second * 50:
        return
    relation: Relation = Change((percent((second / first - 1) * 100), claim(second), claim(first)))
    figures = [allowed(one) for one in relation.claims]
    assert figures[index].meets(relation.allows(index, figures))


@given(AMOUNTS, st.integers(2, 4))
def test_a_part_ten_times_its_whole_is_broken(whole: int, power: int) -> None:
    part = claim(Decimal(whole) * 10**power)
    assert PartsWithin((claim(Decimal(whole)), part), link="stated").outcome() == "contradicted"


@pytest.mark.parametrize(
    "relation",
    [
        Change((percent(Decimal(-85)), claim(Decimal(15)), claim(Decimal(0)))),
        Multiple((claim(Decimal(2), "times"), claim(Decimal(0)), claim(Decimal(0)))),
        Share((percent(Decimal(5)), claim(Decimal(0)), claim(Decimal(0)))),
    ],
)
def test_nothing_in_the_place_of_a_base_breaks_nobody(relation: Relation) -> None:
    assert relation.outcome() != "contradicted"
    assert relation.arithmetic()
    assert relation.explain(0, relation.outcome())


NUMBERS = st.sampled_from(
    ["$3 million", "$3.4 billion", "$12,500", "85.2%", "7 percent", "400 tonnes", "doubled", "none"]
)
SLOTS = st.sampled_from(
    [
        "", "goods=rice;product=rice", "goods=-", "period=-", "period=2022-01/2022-05", "period=/2022-06", "period=2021",
        "sender=-;receiver=-;partners=CHN+PRK", "sender=PRK;receiver=CHN", "direction=increase;comparison=mom",
        "direction=decrease;comparison=yoy", "measure=share", "measure=price;unit=USD_per_tonne", "measure=cap",
        "modality=expected", "period=nonsense", "goods=no_such_goods", "partners=-;sender=-",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    ["from", "to", "including", "of which", "and", "a deficit of", "or", "(", ")", ".", ",", "\n\n", "by volume"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, NUMBERS, SLOTS), max_size=14))
def test_no_jumble_of_claims_breaks_the_check(pieces: list[tuple[str, str, str]]) -> None:
    text = "Exports " + " ".join(f"{word} {{{number}|{slots}}}" for word, number, slots in pieces) + " so."
    read = article(text, sender="CHN", receiver="PRK", period="2022-05", goods=("total",))
    first = check([read])
    assert first == check([read])
    assert {verdict.claim for verdict in first[0].verdicts} == set(first[0].claims)
