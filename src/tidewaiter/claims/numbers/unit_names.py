"""The unit of an amount as a figure carries it; in general news things counted carry their noun ("sign-ups")."""

from __future__ import annotations

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.tokens import Tokens, is_east

_SHOTS = frozenset({"shots", "shot"})
#: What makes shots doses, anywhere in a text.
_VACCINES = ("vaccin", "jab", "dose", "booster", "immuni", "inocul", " flu ", "covid", "pfizer", "moderna", "sinova")
_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")


class UnitNames:
    """Names units in one text."""

    def __init__(self, tokens: Tokens, *, general: bool) -> None:
        self._tokens = tokens
        self._general = general
        self._vaccines: bool | None = None

    def of(self, amount: Amount) -> str:
        """The unit of an amount, its rate included."""
        unit, per, rate = (amount.unit or "units").partition("_per_")
        if amount.noun is None:
            return amount.unit or "units"
        word = self._tokens.words[amount.noun[1] - 1]
        if unit == "doses" and word in _SHOTS and not self._is_on_vaccines():
            # Shots at a goal, and those of a gun.
            unit = "units"
        if self._general and unit == "units" and not is_east(word):
            # A syllable is no noun.
            unit = plural(word) if amount.hyphened else self._joined(amount.noun[1] - 1)
        return f"{unit}{per}{rate}"

    def _is_on_vaccines(self) -> bool:
        if self._vaccines is None:
            low = self._tokens.text.lower()
            self._vaccines = any(cue in low for cue in _VACCINES)
        return self._vaccines

    def _joined(self, k: int) -> str:
        """A noun with the parts that hyphens join to it."""
        words, tokens = self._tokens.words, self._tokens
        first = k
        while first > 1 and words[first - 1] == "-" and tokens.glued(first) and tokens.glued(first - 1):
            first -= 2
        return "".join(words[first : k + 1])


def plural(word: str) -> str:
    """The plural of an English noun ("five-storey": storeys); one that is a plural stays."""
    if word.endswith("s"):
        return word
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"
