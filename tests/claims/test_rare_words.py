"""Patterns for what is rarely said are asked of a whole text before they are tried at each of its figures."""

from typing import NoReturn

import pytest

from tidewaiter.claims.changes import corrections
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.claims.words.sought import Sought
from tidewaiter.documents.read import read_text


def told(text: str) -> dict[str, Claim]:
    return {claim.text: claim for claim in extract(read_text(text, name="x"))}


def test_what_the_text_never_says_is_tried_at_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "In May 2019 Gabon sold timber worth $31 million, of which $12 million went to China."
    before = told(text)

    def tried(self: Sought, text: str) -> NoReturn:
        raise AssertionError(text)

    monkeypatch.setattr(Sought, "search", tried)
    assert corrections._SLIP.may_match(text) is False
    assert told(text) == before
    assert len(before) == 2


def test_what_it_says_of_one_figure_is_said_of_that_one() -> None:
    found = told(
        "In May 2019 Gabon sold timber worth $31 million. Through a typing error the report gave it as $13 million. "
        "In June 2019 it sold $29 million."
    )
    assert {text: claim.modality for text, claim in found.items()} == {
        "$31 million": "asserted",
        "$13 million": "denied",
        "$29 million": "asserted",
    }
