from datetime import date

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

#: A text without a day that tells of something only one year had.
UNDATED = (
    "BEIRUT, Aug. 20 (Gulf Wire) -- Lebanon imported $12 million of wheat from Ukraine last month, customs said. "
    "In July 2019 it imported $9 million.\n\nThe blast that destroyed Beirut's port happened on Aug. 4."
)


def read(text: str, day: date | None = None) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=day))}


def test_a_written_day_is_no_guess() -> None:
    claims = read(UNDATED, date(2020, 8, 20))
    assert {c.guessed for c in claims.values()} == {False}
    assert claims["$12 million"].period == "2020-07"


def test_what_hangs_on_an_inferred_day_says_so() -> None:
    claims = read(UNDATED)
    assert claims["$12 million"].period == "2020-07"
    assert claims["$12 million"].guessed
    assert claims["$12 million"].to_record()["guessed"] is True


def test_what_the_text_writes_out_does_not() -> None:
    claim = read(UNDATED)["$9 million"]
    assert (claim.period, claim.guessed) == ("2019-07", False)


def test_without_any_day_nothing_is_guessed() -> None:
    text = "Kenya imported $4 million of rice from Pakistan last month and $31 million of it in 2019."
    assert [(c.period, c.guessed) for c in read(text).values()] == [(None, False), ("2019", False)]
