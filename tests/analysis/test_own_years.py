"""Years of a publisher's own in a review: a printed 0 that means little, and a part that is told as one."""

from decimal import Decimal

from made_ledger import MadeLedger, row

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.review import Review, review
from tidewaiter.analysis.review.spans import change
from tidewaiter.briefing.report.content import Number, plain, texts_of
from tidewaiter.briefing.review.sections import report
from tidewaiter.reference.groups import group

YEARS = ("2018-04/2019-03", "2019-04/2020-03")
TRADESTAT = {"source": "india", "reporter": "IND"}


def reviewed(values: tuple[float, float], hs: str = "300490", state: str | None = None, **more: object) -> Review:
    rows = [
        row(period, hs, value, low=value - 5_000 if value else 0, high=value + 5_000, **TRADESTAT)
        for period, value in zip(YEARS, values, strict=True)
    ]
    covered = {("india", "IND", "export", period): state for period in YEARS} if state else {}
    return review(MadeLedger(rows, covered=covered), country="PRK", group=group("3004"), since=2015, **more)


def facts(found: Review) -> list[Fact]:
    return [*found.partners[0].spans.facts] if found.partners else [*found.small[0].spans.facts]


def told(found: Review) -> str:
    return " ".join(
        plain(text) for section in report(found).sections for block in section.blocks for text in texts_of(block)
    )


def test_a_printed_nothing_is_less_than_what_the_book_rounds_to() -> None:
    found = reviewed((40_000, 0), state="yes")
    some, none = facts(found)
    assert (some.below, none.value, none.below) == (None, Decimal(0), Decimal(5_000))
    assert Number(none).text == "less than $5,000"
    assert "less than $5,000" in told(found)


def test_a_part_of_the_codes_is_at_least_so_much_and_compared_with_nothing() -> None:
    found = reviewed((2_410_000, 1_440_000), state="partial")
    assert {fact.scope for fact in facts(found)} == {"least"}
    assert "at least $2.41 million" in told(found)
    by_period = dict(zip(YEARS, facts(found), strict=True))
    assert change(found.facts, by_period) is None
    assert "came to at least $1.44 million" in told(found)


def test_whole_years_are_compared() -> None:
    found = reviewed((2_000_000, 1_000_000), state="yes")
    assert {fact.scope for fact in facts(found)} == {"whole"}
    assert "50% less than in April 2018 to March 2019" in told(found)


def test_each_figure_can_be_asked_for_again() -> None:
    (first, _) = facts(reviewed((2_000_000, 1_000_000), state="yes"))
    assert first.repeat == (
        "tidewaiter series --reporter IND --partner PRK --flow export --hs 3004 --from 2018-04 --to 2019-03 --freq O "
        "--source india"
    )
