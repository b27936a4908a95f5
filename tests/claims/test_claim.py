from dataclasses import fields, replace
from decimal import Decimal

import pytest

from tidewaiter.claims.claim import Claim

_CLAIM = Claim("a.txt", 4, 14, "$3 million", (0, 30), Decimal(3_000_000), None, None, "USD", sender="KEN")
_OTHERWISE = {
    "document": "b.txt", "start": 5, "end": 15, "text": "$3m", "sentence": (0, 31), "value": Decimal(4), "low": Decimal(1),
    "high": Decimal(9), "goods": ("tea",), "hs": ("HS2022:0902",), "partners": ("KEN", "TZA"), "guessed": True,
}  # fmt: skip


@pytest.mark.parametrize("name", [each.name for each in fields(Claim) if each.compare])
def test_claims_that_differ_in_one_thing_are_two(name: str) -> None:
    other = replace(_CLAIM, **{name: _OTHERWISE.get(name, "another")})
    assert other != _CLAIM
    assert len({other, _CLAIM}) == 2


def test_how_a_claim_was_read_makes_no_other_claim_of_it() -> None:
    again = replace(_CLAIM, rules={"period": "told"}, in_some_year=("0004-05", None))
    assert again == _CLAIM
    assert {again} == {_CLAIM}
    assert _CLAIM != "a.txt#4-14"
