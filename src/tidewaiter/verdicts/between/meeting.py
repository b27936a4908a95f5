"""Where statements of many documents meet: only those about the same thing, and of each thing a few voices.

Documents are gone through twice. First each says what it speaks of, and only what two of them speak of is kept in mind;
then those statements are heard, the oldest first. So memory grows with what is shared and not with what was read, and
the order in which documents came in changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tidewaiter.verdicts.between.statements import COPIED_WORDS, Statement

#: Different figures for one thing that are listened to, voices for each figure, and days of a running total.
_FIGURES, _VOICES, _DAYS = 32, 4, 120
#: Sentences that share so much of their words are one sentence, copied and touched up. Of short ones that word their
#: figure otherwise it takes more, since there are not many ways to say that exports came to so much in a month.
_ALIKE, _ALIKE_SHORT, _SHORT = 0.8, 0.9, 16


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement, the number of its document, and the number of the voice: copies of one sentence have one voice."""

    statement: Statement
    document: int
    voice: int


@dataclass(slots=True)
class Thing:
    """What is kept of all that was said of one thing: statements, and of each voice the first that copies it."""

    heard: list[Heard] = field(default_factory=list)
    copies: dict[int, Heard] = field(default_factory=dict)
    _figures: dict[object, set[int]] = field(default_factory=dict)

    def hear(self, statement: Statement, document: int) -> None:
        """Keep a statement, where it is of a figure or voice that has not been heard enough."""
        figure = (statement.figure.low, statement.figure.high, statement.day)
        voices = self._figures.get(figure)
        if voices is None:
            if len(self._figures) >= (_FIGURES if statement.day is None else _DAYS):
                return
            voices = self._figures.setdefault(figure, set())
        elif len(voices) >= _VOICES:
            return
        voice = self.voice_of(statement, document)
        heard = Heard(statement, document, voice)
        if voice not in voices:
            voices.add(voice)
            self.heard.append(heard)
        elif voice not in self.copies:
            self.copies[voice] = heard

    def voice_of(self, statement: Statement, document: int) -> int:
        """The voice that speaks in a statement: that of the oldest one it is a copy of, or one of its own."""
        for other in self.heard:
            if other.document == document and other.statement.claim == statement.claim:
                return other.voice
        return next((other.voice for other in self.heard if copied(statement, other.statement)), len(self.heard))


def copied(one: Statement, other: Statement) -> bool:
    """Whether one sentence is the other's, or says that it has its figure from the other's outlet."""
    said = (one.claim.attribution or "").casefold()
    if other.teller.outlet and other.teller.outlet != one.teller.outlet and other.teller.outlet in said:
        return True
    fewer = min(len(one.words), len(other.words))
    if fewer < COPIED_WORDS:
        return False
    least = _ALIKE_SHORT if fewer < _SHORT and one.claim.text != other.claim.text else _ALIKE
    return len(one.words & other.words) >= least * len(one.words | other.words)


class Meeting:
    """What documents say of the same things."""

    def __init__(self) -> None:
        self._spoken: Counter[int] = Counter()
        self._things: dict[int, Thing] = {}

    def announce(self, keys: Iterable[int]) -> None:
        """First round: what a document speaks of."""
        self._spoken.update(set(keys))

    def hear(self, statements: Iterable[Statement], document: int) -> None:
        """Second round, the oldest document first: what it says of what others speak of too."""
        for statement in statements:
            if self._spoken[statement.key] > 1:
                self._things.setdefault(statement.key, Thing()).hear(statement, document)

    def about(self, statements: Iterable[Statement]) -> Iterator[tuple[Statement, Thing]]:
        """Each of a document's statements with all that was said of the same thing."""
        for statement in statements:
            thing = self._things.get(statement.key)
            if thing is not None:
                yield statement, thing
