"""Amounts that are parts themselves of what the shares behind them are of: "its top ten, 56 percent of all exports"."""

from __future__ import annotations

from collections.abc import Mapping

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.shares_told import Portion

#: Characters before a share and behind it that say what it is of.
_LEAD, _TAIL = 6, 14


def is_part_of_same(passage: Passage, share: Claim, whole: Claim) -> bool:
    """ "Its ten best goods came to $304 billion, 56 percent of all exports; chips to $94 billion, 17 percent of all
    exports": whether the amount taken for the whole has a share of its own, told of the same in the same words.
    """
    behind = (claim for claim in passage.claims if claim.start >= whole.end)
    own = min(behind, key=lambda claim: claim.start, default=None)
    if own is None or own is share or own.sentence != whole.sentence or (own.unit, own.measure) != ("percent", "share"):
        return False
    before, after = (passage.lead(each)[-_LEAD:] for each in (own, share))
    following = [passage.tail(each)[:_TAIL].casefold() for each in (own, share)]
    return (_is_worded(before) and before == after) or (_is_worded(following[0]) and following[0] == following[1])


def of_larger_total(passage: Passage, part: Claim, whole: Claim, shared: Mapping[tuple[int, int], Portion]) -> bool:
    """ "Togo bought $40 million.\n\nSesame brought $121 million, a fifth of the total; cattle $30 million": of another.

    `shared` are amounts told with their shares, by their sentences.
    """
    told = shared.get(part.sentence)
    if told is None or told.part.unit != whole.unit or told.part.value <= whole.value:
        return False
    return passage.block(part) != passage.block(whole)


def _is_worded(said: str) -> bool:
    """Whether letters stand there, and no mark that ends what is said."""
    return any(map(str.isalpha, said)) and not set(said) & set(",;.，。；、")
