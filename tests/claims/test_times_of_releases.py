"""Times in releases of statistics bureaus, central banks and customs offices, which say them once for many figures."""

from __future__ import annotations

from datetime import date

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str, day: date) -> list[Claim]:
    return list(extract(read_text(text, name="a.txt", published=day)))


def test_a_sentence_that_only_counts_partners_sets_the_time_of_what_follows() -> None:
    text = (
        "In the first quarter of 2023 Chad traded with 39 countries. Its exports reached $3,102 million. "
        "Compared with the same period of the previous year, turnover rose by 61 percent, exports by 88 percent and "
        "imports by 33 percent."
    )
    found = read(text, date(2023, 5, 2))
    assert {c.period for c in found} == {"2023-01/2023-03"}
    changes = [c for c in found if c.unit == "percent"]
    assert [(c.direction, c.comparison) for c in changes] == [("increase", "ytd_yoy")] * 3


def test_a_time_to_come_is_not_where_a_text_goes_on() -> None:
    text = "Chamber sees Chad's exports to Mali at $2.5 million by 2030\n\nThe exports came to $1 million, it said."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2030", None]


def test_a_year_not_yet_over_is_told_by_its_months_so_far() -> None:
    text = (
        "Chad exported 300 tonnes of gum to Mali in the first seven months of 2023.\n\n"
        "The value of the exports was 42 percent higher in 2023 than in 2020.\n\n"
        "Shipments to Niger fell 20 percent to 40 tonnes."
    )
    assert [c.period for c in read(text, date(2023, 9, 2))][-1] == "2023-01/2023-07"


def test_in_the_month_is_the_one_spoken_of() -> None:
    text = (
        "Chad's imports fell 5 percent in May 2023 to $90 million. In the first five months they came to $400 million. "
        "Fuel stood at $20 million in the month, of which diesel was $8 million."
    )
    assert [c.period for c in read(text, date(2023, 7, 2))][-2:] == ["2023-05", "2023-05"]


def test_a_text_without_countries_is_on_that_of_its_date_line() -> None:
    text = "Exports fall\nNairobi, November 2, 2022\n\nAccording to the data, exports fell by 3 percent in September."
    (claim,) = extract(read_text(text, name="a.txt"))
    assert (claim.sender, claim.period) == ("KEN", "2022-09")


def test_months_are_read_in_capitals() -> None:
    text = "FOREIGN TRADE OF CHAD, JANUARY-MARCH 2023\n\nExports reached $31 million."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2023-01/2023-03"]


def test_against_last_year_is_against_its_same_months() -> None:
    text = "Chad imported goods worth $4 million in January-April, against $5 million last year."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2023-01/2023-04", "2022-01/2022-04"]
    text = "Chad imported 4,100 tonnes of tea in April, below the monthly average of 5,000 tonnes last year."
    assert [c.period for c in read(text, date(2023, 5, 2))] == ["2023-04", "2022"]
