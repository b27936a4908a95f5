"""Which way the trade of a column goes, and between whom: "Partner | Imports | Exports", "Exports to China"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Sentence
from tidewaiter.claims.reading.scene import pair_of

_WAYS = frozenset({"import", "export", "trade"})
_BOTH = 2


@dataclass(frozen=True, slots=True)
class Lane:
    """`sense` is what the head of a column says of its trade; `partner` is the country that the head or the row names.

    `above` are the countries of the lines above the table, in order.
    """

    sense: str
    partner: str | None
    above: tuple[str, ...]

    def pair(self, context: Context) -> Pair | None:
        """Between whom its figures are; None where nothing tells whose trade it is."""
        home, other = self._ends(context)
        if home is None or home == other:
            return None
        if self.sense == "trade":
            return Pair(partners=tuple(code for code in (home, other) if code))
        return pair_of(self.sense, home, *([other] if other else []))

    def _ends(self, context: Context) -> tuple[str | None, str | None]:
        """Whose trade it is, and with whom: "China's trade with Mali" above the table is told as China tells it."""
        focus, both = context.focus, context.pair.everyone
        if len(self.above) == _BOTH and self.partner in {None, *self.above}:
            return self.above[0], self.above[1]
        if len(self.above) == 1 and self.above[0] != focus and focus is not None:
            # "Trade with China", in a text on Mali.
            return (focus, self.partner or self.above[0]) if self.partner != focus else (self.above[0], focus)
        if self.partner is None and not self.above and len(both) == _BOTH:
            home = context.reporter if context.reporter in both else focus
            return home, next((code for code in both if code != home), None)
        return (focus, self.partner) if self.partner != focus else (None, None)


def sense_of(sentences: Sequence[Sentence], start: int, end: int) -> str | None:
    """What the head of a column says of the trade below it; None where it says nothing, or more than one thing."""
    senses = {
        cue.sense
        for sentence in sentences
        for cue in sentence.cues_of("flow_noun", "flow")
        if start <= cue.start and cue.end <= end
    }
    return senses.pop() if len(senses) == 1 and senses <= _WAYS else None


def countries_in(sentences: Sequence[Sentence], start: int, end: int) -> tuple[str, ...]:
    """The countries named in a stretch, in order, each once."""
    found = (c.alpha3 for s in sentences for c in s.countries if start <= c.start and c.end <= end and c.alpha3)
    return tuple(dict.fromkeys(code for code in found if code))
