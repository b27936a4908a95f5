"""True articles with figures beside one another that measure different things: nobody is accused, and wrong twins are."""

from __future__ import annotations

from datetime import date

import tidewaiter
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str, published: date = date(2023, 4, 5)) -> dict[str, Claim]:
    return {claim.text: claim for claim in extract(read_text(text, name="a.txt", published=published))}


def accused(text: str, published: date = date(2023, 4, 5)) -> list[str]:
    (checked,) = tidewaiter.check([read_text(text, name="a.txt", published=published)]).checked
    return [verdict.claim.text for verdict in checked.verdicts if verdict.outcome == "contradicted"]


def test_a_movement_of_so_much_to_so_much_is_no_range() -> None:
    text = "Peru's March figures showed a fall in the services surplus of $0.6 billion to $9.1 billion."
    assert {"$0.6 billion", "$9.1 billion"} <= set(claims(text))
    assert claims(text)["$0.6 billion"].direction == "decrease"
    assert "$400 million to $500 million" in claims("Peru expects a rise in exports of $400 million to $500 million.")


def test_a_misspelt_scale_is_still_one() -> None:
    assert accused("Peru's imports of maize rose by 702 percent to $27.22 milllion from $3.39 million.") == []


def test_a_part_of_everything_is_no_change() -> None:
    text = "Peru sold $4.3 million of tea in October, up from $3.1 million in September, and {} of everything it exported."
    assert claims(text.format("8%"))["8%"].measure == "share"
    assert accused(text.format("8%")) == []


def test_the_next_seller_to_an_unnamed_buyer_is_another() -> None:
    text = "7月从智利进口铜精矿62万吨，减少31%；从秘鲁2.9万吨，是去年同期0.18万吨的16倍。"
    assert claims(text)["2.9万吨"].sender == "PER"
    assert accused(text) == []
