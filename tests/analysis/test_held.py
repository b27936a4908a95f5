"""Selections of codes: several codes as one answer, and only the same ones compared over time."""

import pytest

from tidewaiter.analysis.held import alike, same, together
from tidewaiter.ledger.coverage import Covered


def covered(state: str, *held: str, edition: str = "HS2017", release: str | None = "2024-01-01") -> Covered:
    return Covered(state, f"{state} for 2020-01", "comtrade", release, frozenset(held), edition)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (("yes", "yes"), "yes"),
        (("yes", "no"), "selection"),
        (("selection", "no"), "selection"),
        (("no", "no"), "no"),
        (("yes", "picked"), "selection"),
        (("picked", "no"), "no"),
        (("yes", "doubted"), "partial"),
        (("yes", "unpublished"), "no"),
        (("doubted", "unpublished"), "no"),
    ],
)
def test_several_codes_are_one_answer(said: tuple[str, ...], state: str) -> None:
    made = {
        "yes": covered("yes"),
        "selection": covered("selection", "030111", "030119"),
        "no": covered("no"),
        "picked": covered("partial", "030441"),
        "doubted": covered("partial"),
        "unpublished": covered("no", release=None),
    }
    each = [(f"030{place}", made[one]) for place, one in enumerate(said)]
    for told in (each, each[::-1]):
        assert together(told).state == state


def test_a_selection_knows_its_codes() -> None:
    found = together([("0302", covered("yes")), ("0304", covered("selection", "030441")), ("0305", covered("no"))])
    assert found.held == {"0302", "030441"}


def test_times_with_other_codes_are_known_in_part() -> None:
    """In the first year the book had one heading, then two: what rose by the second rose in the book alone."""
    one, two = covered("selection", "030211"), covered("selection", "030211", "030311")
    found, codes = alike({"2018": one, "2019": two, "2020": two, "2021": covered("no")})
    assert [each.state for each in found.values()] == ["partial", "selection", "selection", "no"]
    assert codes == (frozenset({"030211", "030311"}), "HS2017")


def test_a_code_that_an_edition_does_not_know_makes_no_other_selection() -> None:
    """Vaccines for people were 3002.20 until 2021 and are 3002.41 from 2022."""
    old = (frozenset({"300220", "300431"}), "HS2017")
    assert same(old, (frozenset({"300241", "300431"}), "HS2022"))
    assert not same(old, (frozenset({"300241"}), "HS2022"))
    assert alike({"2020": covered("yes")}) == ({"2020": covered("yes")}, None)
