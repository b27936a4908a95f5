"""What is asked about the ends of a Korean or Chinese figure: all that their rules look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.asian.flows.memory import Memory
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene


@dataclass(frozen=True, slots=True)
class AskedPair:
    """A figure whose ends are asked for; `last` is the last figure of trade before it in the sentence."""

    reading: Reading
    scene: Scene
    draft: Draft
    last: Draft | None
    context: Context
    lead: Flow | None
    memory: Memory
    figure: Figure
    flow: Flow | None
    korean: bool
    chinese: bool

    @property
    def last_rule(self) -> str | None:
        """How the ends of the last figure were found."""
        return None if self.last is None else self.last.rules.get("parties")

    @property
    def named_since(self) -> bool:
        """Whether a country stands between the last figure and this one."""
        last = self.last
        return last is not None and any(last.figure.end <= p.start < self.figure.start for p in self.scene.parties)


#: The ends and the rule that found them; None where it does not know.
Found = tuple[Pair, str] | None
PairRule = Callable[[AskedPair], Found]
