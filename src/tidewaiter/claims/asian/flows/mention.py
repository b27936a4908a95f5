"""One word of trade of a Korean or Chinese sentence while its ends are sought: all that the rules look at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import Cue

#: "除了对美出口大增，": with an amount of its own it is told as the others are.
_EXCEPTED = re.compile(
    r"(?<![解消清扣免拆删刪剔排废廢铲破根扫掃去移撤开開])除(?![夕非法去草])了?[^，,。；;：\d]{1,30}[，,]"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The sentence that words of trade stand in.

    `turns` says that the text has spoken of several partners: then a total is with everybody. `parties`, `flows`
    and `behind` (where countries stand that a word before has named behind it) change as the sentence is read.
    """

    reading: Reading
    sentence: Sentence
    parties: list[Party]
    context: Context
    lead: Flow | None
    turns: bool
    korean: bool
    chinese: bool
    flows: list[Flow]
    behind: set[int]

    @property
    def followed(self) -> Flow | None:
        """The flow that the next one leaves its ends out after; the whole of a share is none.

        Nor is what a clause excepts: "除了对美出口大增，8月出口585亿美元".
        """
        flows = [f for f in self.flows if not self.is_excepted(f.start)]
        return next((f for f in reversed(flows) if not f.compared), flows[-1] if flows else None)

    def is_excepted(self, place: int) -> bool:
        """Whether a place is in a clause without figures that says what is left out of account."""
        text, start = self.reading.text, self.sentence.start
        if not self.chinese or text.find("除", start, place) < 0:
            return False
        return any(m.start() < place < m.end() for m in _EXCEPTED.finditer(text, start, self.sentence.end))


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of trade, its flow in the making, and who is named for it.

    `earlier` is where the word before ends, or the sentence begins; `named` are the countries of its own words,
    `before` all that stand before it and `later` the codes of those named only behind it. `whole`: it says that all of
    the trade is meant; `both`: that it is between the two countries spoken of.
    """

    told: Told
    cue: Cue
    previous: Cue | None
    flow: Flow
    earlier: int
    named: list[Party]
    before: list[Party]
    later: frozenset[str]
    whole: bool
    both: bool

    @property
    def last(self) -> Flow | None:
        """The flow of the word before it."""
        return self.told.flows[-1] if self.told.flows else None

    @property
    def after_supplier(self) -> bool:
        """Whether the word before it calls somebody a source or a market."""
        return self.previous is not None and self.previous.kind == "supplier"
