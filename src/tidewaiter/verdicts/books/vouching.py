"""Figures that bear each other's reading out: where one of a sentence fits the book, the sentence was understood.

"Exports reached $305.4 million in May, up 51.2 percent from a year earlier": if 51.2 percent is what the book makes of
May and the May before, then the time, the countries and the goods of the sentence were read rightly, and of the other
figure too, which is of the same. And in "$305.4 million in May, against $243.9 million in April" the second leaves, if
it fits, no other time than May to the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tidewaiter.analysis.evidence import Question
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.period import Period
from tidewaiter.verdicts import caution
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages.questions import CURRENCY, Asked
from tidewaiter.verdicts.verdict import Verdict

#: A figure of fewer digits fits too easily to confirm anything.
_DIGITS = 3
_BOUNDS = ("more_than", "less_than", "at_least", "up_to")


def vouched(
    document: Document, heard: Iterable[tuple[Claim, Asked | str]], verdicts: Iterable[Verdict]
) -> frozenset[Claim]:
    """The claims that another figure of their sentence, confirmed by the book itself, leaves no other reading."""
    asked = [(claim, one) for claim, one in heard if isinstance(one, Asked)]
    confirmed = {verdict.claim for verdict in verdicts if _confirms(verdict)}
    known: dict[tuple[int, int], dict[Question, Claim]] = defaultdict(dict)
    for claim, one in asked:
        if claim in confirmed:
            for question in (one.now, one.base):
                if question is not None:
                    known[claim.sentence][replace(question, unit=CURRENCY)] = claim
    return frozenset(
        claim
        for claim, one in asked
        if one.base is None
        and claim not in confirmed
        and (told := known.get(claim.sentence))
        and _left_no_other(document, claim, replace(one.now, unit=CURRENCY), told)
    )


def _left_no_other(document: Document, claim: Claim, own: Question, told: dict[Question, Claim]) -> bool:
    """Whether what is confirmed is of just this; or of the same trade at all times that the sentence names but one."""
    if own in told:
        return True
    others = [question.period for question in told if replace(question, period=own.period) == own]
    times = caution.named_times(document, caution.sentence(document, claim))
    named = any(_is_one_of(time, [own.period]) for time in times)
    return bool(others) and named and all(_is_one_of(time, [own.period, *others]) for time in times)


def _is_one_of(time: Period | None, periods: Iterable[Period]) -> bool:
    return time is not None and any(time.same_days(period) for period in periods)


def _confirms(verdict: Verdict) -> bool:
    claim = verdict.claim
    digits = len(claim.value.normalize().as_tuple().digits)
    return (
        verdict.outcome == SUPPORTED
        and verdict.confidence == "certain"
        and claim.qualifier not in _BOUNDS
        and digits >= _DIGITS
    )
