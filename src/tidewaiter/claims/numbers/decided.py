"""Words that stand for several units: what is said near the number tells which ("度", "キロ", "级", "점")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.numeral import ONE
from tidewaiter.claims.numbers.tokens import Tokens

#: How far before a number, in characters, a word still speaks of it; a stop ends the search, and so does a comma
#: unless the sentence counts.
_REACH, _SENTENCE = 18, 60
_STOPS, _COMMAS = "。！？\n", "、，"
_WORDS = ("near", "touching", "behind", "against")


@dataclass(frozen=True, slots=True)
class Decision:
    """A unit, and what makes a word mean it: words near before, words right before or behind, or a decimal by itself.

    Words `against` it that stand nearer than those for it undo them; where `far`, what is near is all of the sentence.
    """

    unit: str
    near: tuple[str, ...] = ()
    touching: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    decimal: bool = False
    far: bool = False

    def made(self, amount: Amount, before: str, after: str) -> bool:
        """Whether the unit is meant beside an amount."""
        if self.decimal and amount.step < ONE:
            return True
        if after.startswith(self.behind) or before.endswith(self.touching):
            return True
        if not self.far:
            before = before[-_REACH:]
            for comma in _COMMAS:
                before = before.rpartition(comma)[2]
        near = max((before.rfind(word) for word in self.near), default=-1)
        return near >= 0 and near > max((before.rfind(word) for word in self.against), default=-1)


def decisions(table: Mapping[str, Mapping[str, str | bool]]) -> tuple[Decision, ...]:
    """The decisions of one word from its entry in the vocabulary: {unit: {near: …, behind: …}}."""
    return tuple(
        Decision(
            unit,
            **{key: tuple(str(entry[key]).split(", ")) for key in _WORDS if key in entry},
            decimal=bool(entry.get("decimal")),
            far=bool(entry.get("far")),
        )
        for unit, entry in table.items()
    )


def decided(tokens: Tokens, amount: Amount, last: int, choices: tuple[Decision, ...]) -> str | None:
    """The unit that the words around an amount decide for; the word with several meanings ends before token `last`."""
    start, end = tokens.starts[amount.first], tokens.ends[last - 1]
    before = tokens.text[max(0, start - _SENTENCE) : start]
    for stop in _STOPS:
        before = before.rpartition(stop)[2]
    # "2分30秒": the number between the word and the next is passed over.
    after = tokens.text[end : end + _REACH].lstrip("0123456789")
    return next((choice.unit for choice in choices if choice.made(amount, before, after)), None)
