"""Changes that name what they are against: "23 percent more than in July and up from $571 million in June"."""

from __future__ import annotations

import re

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.passages.passage import Passage

#: How a change is said to name its base, and what joins another one to that.
_COMPARED, _AND = "compared with", re.compile(r",?\s*(?:and|but)\b")
#: … and to be against what somebody else counted, which stands nowhere but behind it.
_COUNTED = "against another's count"


def names_its_own(passage: Passage, step: Claim, level: Claim) -> bool:
    """Whether a change has named its base before the "and" behind which an amount stands.

    So has one against what somebody else counted: "that is 3 percent more than the bank's number".
    """
    said = step.rules.get("comparison", "")
    if said == _COUNTED:
        return level.start < step.end or not passage.same_sentence(step, level)
    if not said.startswith(_COMPARED) or level.start < step.end:
        return False
    base, between = said.removeprefix(_COMPARED).strip("“” "), passage.between(step, level)
    place = between.find(base)
    return place >= 0 and _AND.match(between, place + len(base)) is not None
