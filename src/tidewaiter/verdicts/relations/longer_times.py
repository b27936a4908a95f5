"""Parts that may be of another time than the whole they were read to be in: of a longer one, or of a record's."""

from __future__ import annotations

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import is_carried, says, without
from tidewaiter.verdicts.passages.passage import Passage

#: What is more than so many times a month's whole is no year's either.
_LONGER = 20


def perhaps_record(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether the whole's longer time may be that of a record: "the highest since February, when it was 58.7"."""
    return not scope.same_period(part, whole) and says("record", passage.sentence(whole))


def perhaps_longer(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether a month's part speaks of a longer time too ("so far this year"), and is not beyond even that."""
    days = scope.period(part)
    return (
        days is not None
        and days.is_month
        and part.value < whole.value * _LONGER
        and says("cumulative", without("earlier", passage.sentence(part)))
    )


def of_longer(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether a part whose time was only carried over may be of a longer one that the text has a total of.

    "Imports of the half-year came to $248 million. … In May they were $14.5 million. Rubber amounted to $17 million."
    The longer total may be of more partners.
    """
    days = scope.period(whole)
    if days is None or not is_carried(part, "period"):
        return False
    totals = (c for c in passage.claims if scope.is_total(c) and c.unit == part.unit and c.start < part.start)
    return any(
        total.value >= part.value and scope.pair(total) & scope.pair(whole) and not scope.same_period(total, whole)
        and (longer := scope.period(total)) is not None and longer.covers(days)
        for total in totals
    )  # fmt: skip
