"""How sure a verdict is, and what it says against itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from marked_articles import article
from said import claimed

from tidewaiter.documents.read import read_text
from tidewaiter.ledger.store import open_ledger
from tidewaiter.verdicts import caution
from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.check import check

CHINA: dict[str, Any] = {"sender": "CHN", "receiver": "PRK", "period": "2022-05"}
DATED = {"period": "time right after the figure", "parties": "the flow's ends", "product": "goods of the flow"}


def verdicts(text: str, **slots: Any) -> dict[str, Any]:
    document, claims = article(text, **{**CHINA, **slots})
    return {verdict.claim.text: verdict for verdict in check([(document, claims)])[0].verdicts}


def test_a_part_below_its_whole_is_only_consistent() -> None:
    found = verdicts(
        "Exports were {$14.5 million|goods=total}, including {$3 million|goods=rice;product=rice} of rice."
    )
    assert found["$3 million"].outcome == "supported"
    assert found["$3 million"].confidence == "consistent"
    assert found["$3 million"].doubt


def test_a_percentage_that_roundness_alone_leaves_possible_is_only_consistent() -> None:
    told = """Exports rose {%s|direction=increase;comparison=mom;goods=total} to {$5 million|goods=total} in May from
        {$4 million|goods=total;period=2022-04} in April."""
    found = verdicts(told % "50 percent")["50 percent"]
    assert (found.outcome, found.confidence) == ("supported", "consistent")
    assert "is a rise of 25%, and as roundly as they are told leaves a rise of 50 percent possible" in found.reason
    assert verdicts(told % "25 percent")["25 percent"].confidence == "certain"


def test_a_figure_that_follows_from_others_is_certain() -> None:
    found = verdicts(
        """Exports fell {85.2 percent|direction=decrease;comparison=mom;goods=total} to {$14.5 million|goods=total} in May
        from {$98 million|goods=total;period=2022-04} in April."""
    )
    assert {verdict.confidence for verdict in found.values()} == {"certain"}


def test_a_slip_is_probable_with_what_else_it_could_be() -> None:
    found = verdicts(
        "Exports were {$14.5 million|goods=total}, including {$846.6 million|goods=flour;product=flour} of it."
    )
    wrong = found["$846.6 million"]
    assert (wrong.slip, wrong.confidence) == ("million_for_thousand", "probable")
    assert 0 < (wrong.plausibility or 0) <= 1
    assert all(other.plausibility < (wrong.plausibility or 0) for other in wrong.alternatives)
    record = wrong.to_record()
    assert record["confidence"] == "probable"
    assert record["doubt"]


def test_goods_with_the_figure_of_everything_are_not_borne_out() -> None:
    document, claim = claimed(
        "$98.1 million", 98.1e6, text="China exported $98.1 million of masks to North Korea in April.",
        goods=("masks",), product="masks",
    )  # fmt: skip
    (verdict,) = against_ledger(document, [claim], open_ledger(None))
    assert verdict.outcome == "unchecked", verdict.reason


def test_a_guessed_time_accuses_nobody() -> None:
    text = "China's exports to North Korea came to $98.1 billion in April, customs data showed."
    for guessed, outcome in ((False, "contradicted"), (True, "unchecked")):
        document, claim = claimed("$98.1 billion", 98.1e9, text=text, rules=DATED, guessed=guessed)
        (verdict,) = against_ledger(document, [claim], open_ledger(None))
        assert verdict.outcome == outcome, verdict.reason


@pytest.mark.parametrize(
    ("text", "keepers"),
    [
        ("Russian customs put it at $5 million.", {"RUS"}),
        ("It was $5 million, India's statistics office said.", {"IND"}),
        ("It was $5 million, the customs office said.", set()),
        ("한국 관세청에 따르면 $5 million 이었다.", {"KOR"}),
    ],
)
def test_whose_book_is_quoted(text: str, keepers: set[str]) -> None:
    document, claim = claimed("$5 million", 5e6, text=text)
    assert caution.quoted_keepers(document, claim) == keepers


def test_another_countrys_book_accuses_nobody() -> None:
    text = "Russian customs said that China's exports to North Korea in April 2022 were $98.1 billion."
    document = read_text(text, name="moscow.txt", published=date(2022, 6, 20))
    _, claim = claimed("$98.1 billion", 98.1e9, document=document, attribution="Russian customs", rules=DATED)
    (verdict,) = against_ledger(document, [claim], open_ledger(None))
    assert verdict.outcome == "unchecked"
    assert "Russia's book" in verdict.reason


@pytest.mark.parametrize(
    "text",
    [
        """Exports were {$7.1 billion|goods=total} and imports {$2.3 billion|goods=total;sender=PRK;receiver=CHN}, which
        narrowed the trade deficit; total trade was {$9.4 billion|goods=total;sender=-;receiver=-;partners=CHN+PRK}.""",
        # Three figures that do not add up, and no slip that would make them: nothing tells which is wrong.
        """Exports were {$71.3 million|goods=total} and imports {$23.2 million|goods=total;sender=PRK;receiver=CHN}. Trade
        came to {$88.1 million|goods=total;sender=-;receiver=-;partners=CHN+PRK}.""",
    ],
)
def test_three_unknowns_accuse_nobody(text: str) -> None:
    assert all(verdict.outcome != "contradicted" for verdict in verdicts(text).values())
