"""Articles with one figure that cannot be: it is found, and no other figure is blamed for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from marked_articles import article

from tidewaiter.verdicts.check import check
from tidewaiter.verdicts.within.arithmetic import against_itself
from tidewaiter.verdicts.within.sayings import DISPUTED

CHINA = {"sender": "CHN", "receiver": "PRK", "period": "2022-05"}
BOTH = "sender=-;receiver=-;partners=CHN+PRK"

# name: (article, defaults, the wrong figure, its slip, what was meant)
WRONG: dict[str, tuple[str, dict[str, Any], str, str | None, str | None]] = {
    "a month's wigs beyond a month's trade": (
        """Trade slips

        China bought goods worth {$154.7 million|goods=total} from the North in May. Wigs and false lashes made
        up {$19.9 billion|goods=wigs_and_hair;product=wigs} of that, customs data showed.""",
        {"sender": "PRK", "receiver": "CHN", "period": "2022-05"},
        "$19.9 billion",
        "billion_for_million",
        "19900000",
    ),
    "main goods of a total": (
        """May figures

        Shipments fell by {85.2%|goods=total;direction=decrease;comparison=mom}, from
        {$98 million|goods=total;period=2022-04} in April to {$14.5 million|goods=total} in May. The main items were
        rice, salt and sugar.

        Buyers spent almost {$3 million|goods=rice;product=rice} on rice, {$2.6 million|goods=salt;product=salt} on
        salt and {$846.6 million|goods=sugar;product=sugar} on sugar.""",
        CHINA,
        "$846.6 million",
        "million_for_thousand",
        "846600",
    ),
    "a percentage with its digits exchanged": (
        """Exports slump

        Exports fell {58.2 percent|direction=decrease;comparison=mom} to {$14.5 million} from
        {$98 million|period=2022-04} in April.""",
        {**CHINA, "goods": ("total",)},
        "58.2 percent",
        "digits_transposed",
        "85.2",
    ),
    "a wrong total beside two right directions": (
        """Border trade up

        China's exports reached {$55.6 million} and its imports {$15.2 million|sender=PRK;receiver=CHN} in September.

        Altogether the two traded goods worth {$78.0 million|sender=-;receiver=-;partners=CHN+PRK}.""",
        {"sender": "CHN", "receiver": "PRK", "period": "2021-09", "goods": ("total",)},
        "$78.0 million",
        "digits_transposed",
        "70800000",
    ),
    "a total too small for two of its parts": (
        """Harvest

        Imports in May came to {$14.5 thousand|goods=total}, including {$3.1 million|goods=rice;product=rice} of rice
        and {$2.6 million|goods=salt;product=salt} of salt.""",
        CHINA,
        "$14.5 thousand",
        "thousand_for_million",
        "14500000",
    ),
    "losses beyond what there was": (
        """Maize imports collapse

        South Korea's maize imports fell from {$26.8 million|period=2022-03;sender=-} in March to
        {$5.02 million|sender=-} in April. Purchases dropped by {$19.76 million|sender=BRA;measure=change;direction=decrease}
        from Brazil and {$19.36 million|sender=ZAF;measure=change;direction=decrease} from South Africa.""",
        {"receiver": "KOR", "period": "2022-04", "product": "maize", "goods": ("maize",), "partners": ()},
        "$19.36 million",
        "factor_10",
        "1936000",
    ),
    "a dollar amount that lost a digit beside the local one": (
        """Fertiliser deal

        The firm paid {305 million yuan} ({$4.6 million}) for the fertiliser.""",
        {**CHINA, "goods": ("fertiliser",), "product": "fertiliser"},
        "$4.6 million",
        "factor_10",
        "46000000",
    ),
    "one rate out of three": (
        """Rates

        Coal cost {700 million yuan|goods=coal} ({$100 million|goods=coal}). Iron came to
        {350 million yuan|goods=iron_ore} ({$50 million|goods=iron_ore}). For cloth it was {140 million yuan|goods=fabrics}
        ({$2 million|goods=fabrics}).""",
        CHINA,
        "$2 million",
        "factor_10",
        "20000000",
    ),
    "a headline in another scale": (
        """Trade hits {$170 billion|sender=-;receiver=-;partners=CHN+PRK} in May

        Trade between the two came to {$170.3 million|sender=-;receiver=-;partners=CHN+PRK} in May.

        Exports were {$150 million} and imports {$20.3 million|sender=PRK;receiver=CHN}.""",
        {**CHINA, "goods": ("total",)},
        "$170 billion",
        "billion_for_million",
        "170000000",
    ),
    "year on year printed as month on month": (
        """Exports rise

        Exports rose {45 percent|direction=increase;comparison=mom} in May from April, to {$29 million}. They had been
        {$27.5 million|period=2022-04} in April and {$20 million|period=2021-05} in May last year.""",
        {**CHINA, "goods": ("total",)},
        "45 percent",
        "month_on_month_for_year_on_year",
        "5.5",
    ),
    "the months of a quarter": (
        """First quarter

        Exports were {$11.2 million|period=2022-01} in January, {$12.0 million|period=2022-02} in February and
        {$14.5 million|period=2022-03} in March. In the first quarter they came to
        {$73.7 million|period=2022-01/2022-03}.""",
        {**CHINA, "goods": ("total",)},
        "$73.7 million",
        "digits_transposed",
        "37700000",
    ),
    "a share that the figures belie": (
        """Soap

        Soap made up {61 percent|measure=share;goods=soap;product=soap} of the {$30 million|goods=total} of exports,
        at {$4.8 million|goods=soap;product=soap}.""",
        CHINA,
        "61 percent",
        "digits_transposed",
        "16",
    ),
    "a price that value and quantity belie": (
        """Soybeans

        It paid {$2.97 million} for {3,744 tonnes} of soybeans, or {$739|measure=price;unit=USD_per_tonne} a
        tonne.""",
        {**CHINA, "goods": ("soybeans",), "product": "soybeans"},
        "$739",
        "digits_transposed",
        "793",
    ),
    "a surplus that is not the difference": (
        """Balance

        Exports came to {$150 million} and imports to {$20.5 million|sender=PRK;receiver=CHN}, leaving a trade surplus
        of {$192.5 million}.""",
        {**CHINA, "goods": ("total",)},
        "$192.5 million",
        "digits_transposed",
        "129500000",
    ),
    "exports and imports exchanged": (
        """Exchange

        Exports to the North fell {10 percent|direction=decrease;comparison=mom} from
        {$100 million|period=2022-04} in April to {$20 million}. Imports from it rose
        {25 percent|direction=increase;comparison=mom;sender=PRK;receiver=CHN} from
        {$16 million|period=2022-04;sender=PRK;receiver=CHN} to {$90 million|sender=PRK;receiver=CHN}.""",
        {**CHINA, "goods": ("total",)},
        "$20 million",
        "exports_imports_swapped",
        "90000000",
    ),
    "an impossible fall": (
        """Down and out

        Exports of rice to the North fell {181 percent|direction=decrease;comparison=yoy} in May.""",
        {**CHINA, "goods": ("rice",), "product": "rice"},
        "181 percent",
        None,
        None,
    ),
    "a difference in dollars": (
        """Less

        Exports fell by {$38.5 million|measure=change;direction=decrease;comparison=mom} to {$14.5 million} in May,
        from {$98 million|period=2022-04} in April.""",
        {**CHINA, "goods": ("total",)},
        "$38.5 million",
        "digits_transposed",
        "83500000",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_wrong_figure_and_no_other_is_contradicted(name: str) -> None:
    text, defaults, wrong, slip, meant = WRONG[name]
    document, claims = article("\n\n".join(" ".join(p.split()) for p in text.split("\n\n")), **defaults)
    (checked,) = check([(document, claims)])
    contradicted = {claim.text for claim, outcome in checked.outcomes.items() if outcome == "contradicted"}
    assert contradicted - ({"$90 million"} if slip == "exports_imports_swapped" else set()) == {wrong}
    verdict = next(v for v in checked.verdicts if v.claim.text == wrong and v.outcome == "contradicted")
    assert verdict.check == "arithmetic"
    if slip is not None:
        assert (verdict.slip, verdict.suggested) == (slip, Decimal(meant or 0))
    assert verdict.operands or name == "an impossible fall"
    assert verdict.repeat
    assert verdict.computed is not None
    assert verdict.reason.endswith(".")
    assert "\n" not in verdict.reason


UNDECIDED: dict[str, tuple[str, dict[str, Any], set[str]]] = {
    "a month beyond its year to date": (
        """Exports in May alone were {$890 million}. Since January they have come to
        {$310 million|period=2022-01/2022-05}.""",
        {**CHINA, "goods": ("total",)},
        {"$890 million", "$310 million"},
    ),
    "a total that two goods overrun together": (
        """Imports were {$14.5 million|goods=total} in May, including {$9.1 million|goods=rice;product=rice} of rice,
        {$2.4 million|goods=salt;product=salt} of salt and {$8.7 million|goods=soap;product=soap} of soap.""",
        CHINA,
        {"$14.5 million", "$9.1 million", "$8.7 million"},
    ),
}
#: Figures that cannot both hold.
DISPUTES: dict[str, tuple[str, dict[str, Any], set[str]]] = {
    "a rise that is a fall": (
        """Exports rose to {$30 million|direction=increase} in May from {$85 million|period=2022-04} in April.""",
        {**CHINA, "goods": ("total",)},
        {"$30 million", "$85 million"},
    ),
    "a doubling that is not": (
        """Exports {doubled|direction=increase;comparison=mom} to {$43.0 million} in May from {$15.0 million|period=2022-04}
        in April.""",
        {**CHINA, "goods": ("total",)},
        {"doubled", "$43.0 million", "$15.0 million"},
    ),
    "a sum that an addend or the sum may spoil": (
        """Exports were {$133.3 million} in May and imports {$32.4 million|sender=PRK;receiver=CHN}, {$156.7 million|sender=-;receiver=-;partners=CHN+PRK}
        in all.""",
        {**CHINA, "goods": ("total",)},
        {"$32.4 million", "$156.7 million"},
    ),
    "a step whose either end may be ten times too small": (
        """Exports fell {31.5%|direction=decrease;comparison=mom} to {$6.32 million} in May from {$92.3 million|period=2022-04} in April.""",
        {**CHINA, "goods": ("total",)},
        {"$6.32 million", "$92.3 million"},
    ),
}


@pytest.mark.parametrize("name", UNDECIDED)
def test_where_nothing_tells_which_figure_is_wrong_all_are_told_so(name: str) -> None:
    text, defaults, suspects = UNDECIDED[name]
    (checked,) = check([article(" ".join(text.split()), **defaults)])
    assert "contradicted" not in checked.outcomes.values()
    told = {v.claim.text for v in checked.verdicts if "one of them must be wrong" in v.reason}
    assert suspects <= told


@pytest.mark.parametrize("name", DISPUTES)
def test_of_figures_that_cannot_both_hold_it_is_said_of_each(name: str) -> None:
    text, defaults, suspects = DISPUTES[name]
    (checked,) = check([article(" ".join(text.split()), **defaults)])
    found = [v for v in checked.verdicts if v.outcome == "contradicted"]
    assert {v.claim.text for v in found} == suspects
    assert {v.doubt for v in found} == {DISPUTED}
    assert len([v for v in found if "this one the likelier" in v.reason]) == 1


def test_a_witness_from_outside_decides() -> None:
    text, defaults, _ = DISPUTES["a sum that an addend or the sum may spoil"]
    document, claims = article(" ".join(text.split()), **defaults)
    total = next(claim for claim in claims if claim.text == "$156.7 million")
    found = against_itself(document, claims, witnesses={total: "supported"})
    assert {v.claim.text for v in found if v.outcome == "contradicted"} == {"$32.4 million"}


def test_a_plan_in_two_currencies_is_still_one_amount() -> None:
    document, claims = article(
        "Seoul will send rice worth {127 billion won|modality=planned} ({$10.8 million|modality=planned}).",
        **{**CHINA, "goods": ("rice",)},
    )
    (checked,) = check([(document, claims)])
    wrong = [(v.claim.text, v.slip) for v in checked.verdicts if v.outcome == "contradicted"]
    assert wrong == [("$10.8 million", "factor_10")]
