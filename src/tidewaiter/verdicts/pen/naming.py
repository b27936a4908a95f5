"""How a slip is told in a verdict: its name, the value that would fit, and how plausible it is beside the others."""

from __future__ import annotations

from dataclasses import replace

from tidewaiter.verdicts.pen.slips import Slip
from tidewaiter.verdicts.verdict import Alternative, Verdict


def blamed(verdict: Verdict, slip: Slip | None, *, doubt: str | None = None) -> Verdict:
    """A contradiction with the slip that most likely made it; what else could explain it stands beside it."""
    if slip is None:
        return replace(verdict, confidence="probable" if doubt else verdict.confidence, doubt=doubt)
    return replace(
        verdict,
        slip=slip.name,
        suggested=slip.suggested,
        plausibility=slip.plausibility,
        alternatives=tuple(Alternative(r.name, r.suggested, r.plausibility) for r in slip.rivals),
        confidence="probable",
        doubt=doubt,
    )
