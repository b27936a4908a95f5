"""True articles that look wrong to a careless reader. Nobody in them is contradicted: that would be the worst fault."""

from __future__ import annotations

from typing import Any

import pytest
from marked_articles import article

from tidewaiter.verdicts.check import check

CHINA = {"sender": "CHN", "receiver": "PRK", "period": "2022-05"}
TOTAL = {**CHINA, "goods": ("total",)}

INNOCENT: dict[str, tuple[str, dict[str, Any]]] = {
    "a part of another month's whole": (
        """Exports were {$14.5 million|goods=total} in May. In March, {$30 million|goods=rice;product=rice;period=2022-03}
        of rice had been shipped.""",
        CHINA,
    ),
    "a part of a longer time": (
        """Exports were {$14.5 million|goods=total} in May. So far this year rice made up
        {$30 million|goods=rice;product=rice;period=2022-01/2022-05}.""",
        CHINA,
    ),
    "a part whose time is not said": (
        """Exports were {$14.5 million|goods=total} in May. Rice worth {$30 million|goods=rice;product=rice;period=-} was
        seen at the border.""",
        CHINA,
    ),
    "two-way trade beside exports": (
        """Trade came to {$69.9 million|sender=-;receiver=-;partners=CHN+PRK} in May, and exports to {$55.6 million}.""",
        TOTAL,
    ),
    "imports larger than exports of all": (
        """Exports were {$14.5 million}. Imports of coal were {$30 million|goods=coal;product=coal;sender=PRK;receiver=CHN}.""",
        TOTAL,
    ),
    "another partner": (
        """China sold {$14.5 million}. Russia sold {$40 million|goods=oil;product=oil;sender=RUS} of oil.""",
        TOTAL,
    ),
    "a hedged sum": (
        """Exports were {$7.5 million|goods=total}: nearly {$3 million|goods=rice;product=rice}, nearly
        {$3 million|goods=salt;product=salt} and almost {$2 million|goods=soap;product=soap} on soap.""",
        CHINA,
    ),
    "rounding in small numbers": (
        """Exports rose {43 percent|direction=increase;comparison=mom} to {$1 million} in May from
        {$0.7 million|period=2022-04} in April.""",
        TOTAL,
    ),
    "rounding of big and small": (
        """Exports rose {62 percent|direction=increase;comparison=mom} to {$2 million} in May from
        {$1 million|period=2022-04} in April.""",
        TOTAL,
    ),
    "percentages of different bases": (
        """Exports fell to {$14.5 million} in May from {$98 million|period=2022-04} in April. They were down
        {12.3 percent|direction=decrease;comparison=yoy;base_period=2021-05} from a year before.""",
        TOTAL,
    ),
    "two percentages and one step": (
        """Exports fell {85.2 percent|direction=decrease;comparison=mom} from {$98 million|period=2022-04} in April to
        {$14.5 million} in May, and {30 percent|direction=decrease;comparison=yoy} from a year ago.""",
        TOTAL,
    ),
    "percent by volume": (
        """Exports fell to {$14.5 million} in May from {$98 million|period=2022-04} in April, while shipments by volume fell
        {60 percent|direction=decrease;comparison=mom}.""",
        TOTAL,
    ),
    "percent in yuan terms": (
        """Exports were {$110 million|period=2022} in 2022, against {$100 million|period=2021} in 2021, a rise of
        {17 percent|direction=increase;comparison=yoy;period=2022} in yuan terms.""",
        TOTAL,
    ),
    "cumulative beside a month": (
        """Exports were {$14.5 million} in May, bringing the year's to {$310 million|period=2022-01/2022-05}.""",
        TOTAL,
    ),
    "a total that is not all months": (
        """Exports were {$10 million|period=2022-01} in January and {$12 million|period=2022-02} in February. In the first
        quarter they came to {$90 million|period=2022-01/2022-03}.""",
        TOTAL,
    ),
    "a wider group beside its part": (
        """Food and fuel came to {$9 million|goods=food_and_fuel;product=food and fuel}. Rice was {$3 million|goods=rice;product=rice},
        and with {$8.4 million|goods=food;product=food} most was food. The total was {$14.5 million|goods=total}.""",
        CHINA,
    ),
    "a forecast": (
        """Exports were {$14.5 million} in May. Rice shipments are expected to reach
        {$30 million|goods=rice;product=rice;modality=expected} in May.""",
        TOTAL,
    ),
    "a denial": (
        """Exports were {$14.5 million} in May. The ministry denied that {$300 million|goods=rice;product=rice;modality=denied} of
        rice had been shipped.""",
        TOTAL,
    ),
    "value beside quantity": (
        """Exports were {$14.5 million|goods=total} in May, and {30,000,000 masks|unit=units;goods=masks;product=masks} were among them.""",
        CHINA,
    ),
    "a surge to": (
        """Exports surged {300 percent|direction=increase;comparison=mom} to {$60 million} in May from
        {$15 million|period=2022-04} in April.""",
        TOTAL,
    ),
    "three times more, read as four times": (
        """Exports were three {3 times|direction=increase;comparison=mom} more at {$60 million} in May than the
        {$15 million|period=2022-04} of April.""",
        TOTAL,
    ),
    "nearly four times for three and a half": (
        """Exports were {nearly four times|direction=increase;comparison=mom;measure=ratio} as much at {$52.5 million} in May as the
        {$15.0 million|period=2022-04} of April.""",
        TOTAL,
    ),
    "more than doubled, by a lot": (
        """Exports more than {doubled|direction=increase;comparison=mom;qualifier=more_than;low=2} to {$48 million} from
        {$15 million|period=2022-04}.""",
        TOTAL,
    ),
    "a deficit is no part": (
        """Exports were {$12 million|sender=PRK;receiver=CHN} in May. The trade deficit widened to
        {$140 million|sender=PRK;receiver=CHN} as imports came to {$152 million}.""",
        TOTAL,
    ),
    "one more of a list, and no sum": (
        """Exports featured gum worth {$2.0 million|goods=gum;product=gum}, hides worth
        {$1.0 million|goods=hides;product=hides}, and cardamom totalling {$1.0 million|goods=spices;product=cardamom}.""",
        CHINA,
    ),
    "freight on top": (
        """China's customs put May exports at {$14.5 million|goods=total}.

        Pyongyang's own books show {$14.9 million|goods=rice;product=rice} of rice bought in May.""",
        CHINA,
    ),
    "the same goods twice under two headings": (
        """Total exports were {$10 million|goods=total}, including {$6 million|goods=food;product=food} of food and
        {$5.5 million|goods=rice+salt;product=rice and salt} of rice and salt in May.

        Food came to {$6 million|goods=food;product=food}.""",
        CHINA,
    ),
    "said twice with another rounding": (
        """Exports hit {$98 million} in May

        Exports came to {$98.1 million} in May, customs said.

        At some {$97.9 million} they were the highest of the year.""",
        TOTAL,
    ),
    "two figures that the slots cannot tell apart": (
        """Exports were {$98 million} in May.

        Exports through Dandong were {$45 million} in May.""",
        TOTAL,
    ),
    "amounts in brackets of other things": (
        """The firm paid {305 million yuan} ({$4.6 million|goods=salt;period=2021} of it for salt) for the fertiliser.""",
        {**CHINA, "goods": ("fertiliser",), "product": "fertiliser"},
    ),
    "two currencies that agree": (
        """The firm paid {305 million yuan} ({$46 million}) for the fertiliser.""",
        {**CHINA, "goods": ("fertiliser",), "product": "fertiliser"},
    ),
    "losses with gains elsewhere": (
        """Maize imports fell from {$26.8 million|period=2022-03;sender=-} to {$20.1 million|sender=-} in April. Purchases dropped by
        {$9.5 million|sender=BRA;measure=change;direction=decrease} from Brazil and
        {$8.2 million|sender=ZAF;measure=change;direction=decrease} from South Africa, while others sold more.""",
        {"receiver": "KOR", "period": "2022-04", "product": "maize", "goods": ("maize",), "partners": ()},
    ),
    "a profit can fall by more than all": (
        """Profit fell {150 percent|direction=decrease;comparison=yoy;sender=-;receiver=-;partners=-} in May.""",
        TOTAL,
    ),
    "a rise of more than all": ("""Exports rose {181 percent|direction=increase;comparison=yoy} in May.""", TOTAL),
    "a unit value and another lot": (
        """It paid {$2.97 million} for {3,744 tonnes} of soybeans, while the world price was
        {$500|measure=price;unit=USD_per_tonne;product=grain;goods=grain} a tonne.""",
        {**CHINA, "goods": ("soybeans",), "product": "soybeans"},
    ),
    "trade with everyone beside one partner before": (
        """The North imported {$5 million|sender=-;goods=maize;product=maize} of maize in May, and had bought
        {$9 million|sender=BRA;goods=maize;product=maize;period=2021} from Brazil, including old stock.""",
        {"receiver": "PRK", "period": "2022-05", "partners": ()},
    ),
    "a stop within the month": (
        """Exports of rice {ceased|goods=rice;product=rice} in May. Before that, {$2 million|goods=rice;product=rice} of rice had
        gone over in May.""",
        CHINA,
    ),
    "from one partner to another": (
        """Orders moved from {$14 million|sender=CHN} of Chinese goods to {$3 million|sender=RUS} of Russian ones, a drop of
        {12 percent|direction=decrease;comparison=yoy;sender=-}.""",
        TOTAL,
    ),
    "a fall said loosely as half": (
        """Exports fell by {half|measure=change;direction=decrease;comparison=mom} to {$47 million} from {$98 million|period=2022-04}.""",
        TOTAL,
    ),
}


def _checked(name: str) -> Any:
    text, defaults = INNOCENT[name]
    document, claims = article("\n\n".join(" ".join(p.split()) for p in text.split("\n\n")), **defaults)
    (checked,) = check([(document, claims)])
    return checked


@pytest.mark.parametrize("name", INNOCENT)
def test_nobody_is_contradicted(name: str) -> None:
    checked = _checked(name)
    assert [v.reason for v in checked.verdicts if v.outcome == "contradicted"] == []


@pytest.mark.parametrize("name", INNOCENT)
def test_every_claim_has_a_verdict_with_a_reason(name: str) -> None:
    checked = _checked(name)
    assert {verdict.claim for verdict in checked.verdicts} == set(checked.claims)
    assert all(verdict.reason.strip().endswith(".") for verdict in checked.verdicts)


def test_all_of_them_together() -> None:
    read = []
    for name, (text, defaults) in INNOCENT.items():
        read.append(article(" ".join(text.split()), name=f"{name}.txt", **defaults))
    # Set beside each other they differ all over; that two newspapers differ accuses neither.
    assert [v.reason for one in check(read) for v in one.verdicts if v.outcome == "contradicted"] == []


def test_careless_but_fair_wording_is_loose() -> None:
    outcomes = {
        claim.text: outcome for claim, outcome in _checked("nearly four times for three and a half").outcomes.items()
    }
    assert outcomes["nearly four times"] == "loose"
