"""Coverage: which parts of a book are on the table, so that nothing and unknown never look alike."""

from __future__ import annotations

from dataclasses import dataclass

#: yes: the release holds that month for that partner and those codes, so a missing row is zero trade.
#: partial: it holds some of it, or may be a selection; what it shows is a lower bound and a missing row says nothing.
#: no: not published, or not loaded.
STATES = ("yes", "partial", "no")


@dataclass(frozen=True, slots=True)
class Covered:
    """Whether a source's book is on the table for a question, and why, in a sentence."""

    state: str
    why: str
    source: str | None = None
    release: str | None = None

    def __bool__(self) -> bool:
        return self.state == "yes"
