"""Shares of a whole that the text does not tell: an amount of another paragraph is none that no slip would make one.

"Togo's purchases came to $40 million. … Sesame brought in $121 million, a fifth of the total": of some other total.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares_told import Portion, portions

#: The shares of each sentence that say no whole.
Beside = Mapping[tuple[int, int], Sequence[Portion]]


def shares_beside(passage: Passage) -> Beside:
    """The shares of a text that stand beside their parts and name no whole, by their sentences."""
    found: dict[tuple[int, int], list[Portion]] = defaultdict(list)
    for portion in portions(passage):
        if portion.whole is None and portion.share.value > 0 and portion.part.value > 0:
            found[portion.share.sentence].append(portion)
    return found


def is_untold(passage: Passage, relation: Relation, beside: Beside) -> bool:
    """Whether a share is more likely one of a whole that stands nowhere than of the amount it does not fit.

    It is less than the part; or another share beside it is of the same other whole.
    """
    if not isinstance(relation, Share) or relation.link == "stated" or relation.outcome() != CONTRADICTED:
        # What several have together is of no one part.
        return False
    share, part, whole = relation.claims
    if passage.block(part) == passage.block(whole):
        return False
    larger = part.value > whole.value
    return (larger or _agrees(share, part, beside.get(share.sentence, ()))) and not _is_mended(relation, whole)


def _agrees(share: Claim, part: Claim, others: Sequence[Portion]) -> bool:
    """Whether another share of the sentence is of as large a whole."""
    if share.value <= 0:
        return False
    meant = allowed(part) / allowed(share)
    return any(
        other.share is not share
        and other.part.unit == part.unit
        and (allowed(other.part) / allowed(other.share)).meets(meant)
        for other in others
    )


def _is_mended(relation: Relation, whole: Claim) -> bool:
    """Whether a slip of the scale or the point makes of the amount what the share is of."""
    return any(relation.outcome({whole: slip.figure}) == SUPPORTED for slip in slips.recognisable(whole))
