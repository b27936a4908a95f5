"""Steps that a percentage seems to tell, and does not: words between have begun to tell of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.passages.links import letters
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import Step


def tells_of_else(passage: Passage, claim: Claim, step: Step, sentence: Sequence[Claim]) -> bool:
    """Whether a change is not that of a step: another subject, or another change of its own, stands between."""
    return _of_next_subject(passage, claim, step) or _of_next_change(passage, claim, step, sentence)


def _of_next_subject(passage: Passage, claim: Claim, step: Step) -> bool:
    """ "The workforce fell to 3,000 from 5,000 as copper exports dropped 30 percent": what another clause tells."""
    last = max(step.after, step.before, key=lambda level: level.end)
    return last.end <= claim.start and _next_subject().search(passage.between(last, claim)) is not None


def _of_next_change(passage: Passage, claim: Claim, step: Step, sentence: Sequence[Claim]) -> bool:
    """ "Down 5 percent in the first month and 12 percent over the year from $2 billion": from that over the year."""
    if step.before.start < claim.end or not passage.came_from(step.before):
        return False
    between = [c for c in sentence if claim.end <= c.start < step.before.start]
    return any(c.measure == "change" and c.unit == claim.unit for c in between)


@cache
def _next_subject() -> re.Pattern[str]:
    joints, subjects = letters("joined_on"), letters("told_of")
    return re.compile(rf"(?:\b(?:{joints})\b|;)[^.;]{{0,80}}\b(?:{subjects})\b", re.IGNORECASE)
