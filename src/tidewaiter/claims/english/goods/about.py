"""A figure whose goods are asked after, and all that may tell them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tidewaiter.claims.english.nouns import own_goods
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TRADE_MEASURES, Draft, Flow, Scene, Subject

#: By what rule a balance has its subject: it is no trade that others go on with.
BALANCE = "the trade balance"


@dataclass(frozen=True)
class About:
    """A figure of a scene with what it measures and the trade that it is of; `earlier` are those before it."""

    reading: Reading
    scene: Scene
    draft: Draft
    earlier: list[Draft]
    context: Context
    sentence: Sentence
    figure: Figure
    flow: Flow | None
    measure: str

    @cached_property
    def last(self) -> Draft | None:
        """The last figure of trade before it whose goods are known."""
        for draft in reversed(self.earlier):
            if draft.measure in TRADE_MEASURES and draft.subject is not None and draft.subject.rule != BALANCE:
                return draft
        return None

    @cached_property
    def last_subject(self) -> Subject | None:
        """The goods of that one."""
        return self.last.subject if self.last is not None else None

    @cached_property
    def own(self) -> Subject | None:
        """The goods that stand with the figure itself."""
        return own_goods.own_subject(self.reading, self.sentence, self.figure)
