"""Notes to a series: what holds for many periods is said once."""

from tidewaiter.faces.notes import condensed


def test_many_alike_become_one() -> None:
    notes = [f"comtrade for 2019-{month:02d}: one partner" for month in range(1, 6)]
    assert list(condensed(["values in EUR", *notes])) == [
        "values in EUR",
        "comtrade for 2019-01 to 2019-05 (5 periods): one partner",
    ]


def test_a_few_and_different_ones_stay() -> None:
    notes = ["2019: a", "2020: a", "2019: b", "c", "c"]
    assert list(condensed(notes)) == notes
