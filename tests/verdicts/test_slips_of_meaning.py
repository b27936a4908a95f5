"""Slips of meaning that an article's own figures expose: last year's figure, local money, the other direction."""

from __future__ import annotations

from typing import Any

import pytest
from marked_articles import article

from tidewaiter.verdicts.check import check

CHINA: dict[str, Any] = {"sender": "CHN", "receiver": "LAO", "period": "2022-05", "goods": ("total",)}

SLIPS = {
    "last year's figure again": (
        """Exports rose {25.0 percent|direction=increase;comparison=yoy;base_period=2021-05} to {$81.3 million} in May from
        {$81.3 million|period=2021-05} a year before.""",
        "$81.3 million",
        "previous_year_figure",
    ),
    "last month's figure again": (
        """Exports fell {12.0 percent|direction=decrease;comparison=mom;base_period=2022-04} to {$64.2 million} in May from
        {$64.2 million|period=2022-04} in April.""",
        "$64.2 million",
        "previous_month_figure",
    ),
    "yuan as dollars": (
        """Exports were {$31.4 million|period=2022-04} in April and {$221 million} in May, for a total of
        {$62.9 million|period=2022-04/2022-05}.""",
        "$221 million",
        "local_currency_as_dollars",
    ),
}


def verdicts(text: str) -> dict[str, Any]:
    (checked,) = check([article(" ".join(text.split()), **CHINA)])
    return {v.claim.text: v for v in checked.verdicts if v.outcome == "contradicted"}


@pytest.mark.parametrize("name", SLIPS)
def test_the_slip_is_named(name: str) -> None:
    text, figure, slip = SLIPS[name]
    found = verdicts(text)
    assert set(found) == {figure}
    assert found[figure].slip == slip
    assert found[figure].suggested is not None


@pytest.mark.parametrize(
    "text",
    [
        # The same figure in two years, and no change claimed.
        """Exports were {$81.3 million} in May, as they had been in May 2021 ({$81.3 million|period=2021-05}).""",
        """Exports rose {25.0 percent|direction=increase;comparison=yoy;base_period=2021-05} to {$101.6 million} in May from
        {$81.3 million|period=2021-05} a year before.""",
        """Exports were {$31.4 million|period=2022-04} in April and {$31.5 million} in May, for a total of
        {$62.9 million|period=2022-04/2022-05}.""",
    ],
)
def test_the_innocent_twins(text: str) -> None:
    assert verdicts(text) == {}
