"""Words that stand for several units: what is said near the number tells which ("度", "キロ", "级", "점")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.numeral import ONE
from tidewaiter.claims.numbers.tokens import Tokens

#: How far before a number, in characters, a word still speaks of it; a stop or comma ends the search.
_REACH = 18
_STOPS = "。、，！？\n"


@dataclass(frozen=True, slots=True)
class Decision:
    """A unit, and what makes a word mean it: words near before, words right behind, or a decimal by itself."""

    unit: str
    near: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    decimal: bool = False

    def made(self, amount: Amount, before: str, after: str) -> bool:
        """Whether the unit is meant beside an amount."""
        if self.decimal and amount.step < ONE:
            return True
        return any(word in before for word in self.near) or after.startswith(self.behind)


def decisions(table: Mapping[str, Mapping[str, str | bool]]) -> tuple[Decision, ...]:
    """The decisions of one word from its entry in the vocabulary: {unit: {near: …, behind: …, decimal: …}}."""
    return tuple(
        Decision(
            unit,
            tuple(str(entry.get("near", "")).split(", ")) if "near" in entry else (),
            tuple(str(entry.get("behind", "")).split(", ")) if "behind" in entry else (),
            bool(entry.get("decimal", False)),
        )
        for unit, entry in table.items()
    )


def decided(tokens: Tokens, amount: Amount, last: int, choices: tuple[Decision, ...]) -> str | None:
    """The unit that the words around an amount decide for; the word with several meanings ends before token `last`."""
    start, end = tokens.starts[amount.first], tokens.ends[last - 1]
    before = tokens.text[max(0, start - _REACH) : start]
    for stop in _STOPS:
        before = before.rpartition(stop)[2]
    # "2分30秒": the number between the word and the next is passed over.
    after = tokens.text[end : end + _REACH].lstrip("0123456789")
    return next((choice.unit for choice in choices if choice.made(amount, before, after)), None)
