"""What a rule is asked of an expression of time: which period it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.asian.asked import OfText
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Sentence
from tidewaiter.claims.reading.scene import When
from tidewaiter.period import Period


@dataclass(frozen=True)
class AskedTime(OfText):
    """An expression of time among the others of its sentence; `placed` are all of these, those before it resolved."""

    sentence: Sentence
    when: When
    anchor: Anchor
    placed: list[When]
    context: Context

    @property
    def until(self) -> bool:
        """Whether it says until when, or as of when, something is so."""
        return self.when.role in {"as_of", "until"}

    @property
    def words(self) -> str:
        """The expression as written."""
        return self.reading.text[self.when.start : self.when.end]

    def before(self, *forms: str) -> When | None:
        """The last expression of some forms that stands before it."""
        return next((w for w in reversed(self.placed) if w.end <= self.when.start and w.form in forms), None)


#: A rule takes what was asked and the period that the words alone give, and says which it is, or None.
TimeRule = Callable[[AskedTime, Period], Period | None]
