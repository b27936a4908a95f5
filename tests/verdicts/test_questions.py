"""What a claim asks of the ledger, and what is missing where it asks nothing."""

from typing import Any

import pytest
from said import BOTH_WAYS, claimed

from tidewaiter.verdicts.passages.questions import Asked, asked


def question(**slots: Any) -> Asked | str:
    return asked(claimed("5", 5, text="5", **slots)[1])


def test_a_level_is_one_question() -> None:
    found = question(period="2022-05", goods=("masks",), unit="units", measure="trade_quantity")
    assert isinstance(found, Asked)
    assert (found.kind, found.base) == ("level", None)
    assert (found.now.exporter, found.now.importer, found.now.unit) == ("CHN", "PRK", "units")
    assert (found.now.goods, found.now.total, found.now.two_way) == (("masks",), False, False)


def test_two_partners_without_a_direction_are_two_way_trade() -> None:
    found = question(**BOTH_WAYS)
    assert isinstance(found, Asked)
    assert found.now.two_way


def test_codes_lose_their_edition() -> None:
    found = question(goods=(), hs=("HS2022:300490", "HS2022:3005"))
    assert isinstance(found, Asked)
    assert found.now.hs == ("300490", "3005")


@pytest.mark.parametrize(
    ("slots", "base"),
    [
        ({"comparison": "yoy"}, "2021-05"),
        ({"comparison": "mom"}, "2022-04"),
        ({"comparison": "vs_period", "base_period": "2019"}, "2019"),
        ({"comparison": "ytd_yoy", "period": "2022-01/2022-04"}, "2021-01/2021-04"),
    ],
)
def test_a_change_asks_for_its_base_too(slots: dict[str, Any], base: str) -> None:
    found = question(**{"period": "2022-05", "measure": "change", "unit": "percent", **slots})
    assert isinstance(found, Asked)
    assert found.kind == "change"
    assert found.base is not None
    assert str(found.base.period) == base
    assert found.now.unit == "USD"


@pytest.mark.parametrize(
    ("slots", "kind"),
    [
        ({"unit": "times", "measure": "change"}, "multiple"),
        ({"unit": "percent", "measure": "ratio"}, "multiple"),
        ({"unit": "USD", "measure": "change"}, "difference"),
        ({"unit": "percent", "measure": "share", "goods": ("masks",)}, "share"),
    ],
)
def test_what_is_made_of_two_figures(slots: dict[str, Any], kind: str) -> None:
    found = question(comparison="yoy", **slots)
    assert isinstance(found, Asked)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("slots", "missing"),
    [
        ({"period": None}, "period"),
        ({"period": "/2022-06"}, "no beginning"),
        ({"period": "2022-06-09"}, "for days"),
        ({"period": "2022-13"}, "no period"),
        ({"period": "1800/2022"}, "so many years"),
        ({"sender": None}, "who sent"),
        ({"receiver": None}, "who received"),
        ({"sender": None, "receiver": None, "partners": ("CHN",)}, "two countries"),
        ({"sender": "CHN", "receiver": "CHN"}, "two countries"),
        ({"goods": (), "product": None}, "which goods"),
        ({"goods": (), "product": "moonstone"}, "moonstone"),
        ({"unit": "cases_per_day"}, "cases per day"),
        ({"measure": "change", "unit": "percent", "comparison": "none"}, "compared with"),
        ({"measure": "share", "unit": "percent"}, "share of"),
    ],
)
def test_what_is_missing_is_said(slots: dict[str, Any], missing: str) -> None:
    found = question(**slots)
    assert isinstance(found, str)
    assert missing in found
    assert found.endswith(".")
