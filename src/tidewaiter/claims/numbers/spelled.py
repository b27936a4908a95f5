"""Numbers below a thousand in words: "twenty-one", "two hundred and five", "two-point-three", "six and two-thirds"."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.numeral import ONE, ZERO, Numeral
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_HUNDRED = Decimal(100)


class SpelledReader:
    """Reads the spelled number that begins at a token, if one does."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self._words = tokens.words
        self._numbers = vocabulary.values["numbers"]
        self._scales = vocabulary.values["scales"]
        self._vocabulary = vocabulary

    def read(self, i: int) -> Numeral | None:
        """The number below a thousand at token i, without its scale; None where no number word stands there."""
        words, numbers = self._words, self._numbers
        value, j = numbers.get(words[i]), i + 1
        if value is None:
            return None
        value, j = self._tens(value, j)
        hundreds = False
        if value and words[j] in self._scales and self._scales[words[j]] == _HUNDRED and value < _HUNDRED:
            value, j, hundreds = value * _HUNDRED, j + 1, True
        elif words[j] == "-" and self._scales.get(words[j + 1]) == _HUNDRED and value < _HUNDRED:
            value, j, hundreds = value * _HUNDRED, j + 2, True
        if hundreds:
            value, j = self._after_hundred(value, j)
        value, j, step = self._point(value, j, ONE)
        value, j, step = self._and_a_half(value, j, step)
        return Numeral(i, j, value, step, form="words")

    def _tens(self, value: Decimal, j: int) -> tuple[Decimal, int]:
        """ "twenty-one": a unit after a round ten."""
        words = self._words
        if value < 20 or value % 10:
            return value, j
        k = j + 1 if words[j] == "-" else j
        unit = self._numbers.get(words[k])
        return (value + unit, k + 1) if unit is not None and 0 < unit < 10 else (value, j)

    def _after_hundred(self, value: Decimal, j: int) -> tuple[Decimal, int]:
        words = self._words
        joined = words[j] in self._vocabulary.words["joiners"] or words[j] == "-"
        k = j + 1 if joined else j
        rest = self._numbers.get(words[k])
        if not rest:
            return value, j
        rest, end = self._tens(rest, k + 1)
        # "between two hundred and five hundred": the second is a number of its own.
        if self._scales.get(words[end], ZERO) == _HUNDRED:
            return value, j
        return value + rest, end

    def _point(self, value: Decimal, j: int, step: Decimal) -> tuple[Decimal, int, Decimal]:
        """ "two-point-three", "five point two five"."""
        words = self._words
        k = j + 1 if words[j] == "-" else j
        if words[k] not in self._vocabulary.words["point"]:
            return value, j, step
        k += 1
        place, end = Decimal("0.1"), j
        for _ in range(6):
            m = k + 1 if words[k] == "-" else k
            digit = self._numbers.get(words[m])
            if digit is None or (digit > 9 and end > j):
                break
            if digit > 9:
                return value + digit / _HUNDRED, m + 1, Decimal("0.01")
            value, end, step = value + digit * place, m + 1, place
            place, k = place / 10, m + 1
        return value, end if end > j else j, step

    def _and_a_half(self, value: Decimal, j: int, step: Decimal) -> tuple[Decimal, int, Decimal]:
        """ "two and a half", "one-and-a-half"."""
        words, vocabulary = self._words, self._vocabulary
        k = j + 1 if words[j] == "-" else j
        if words[k] not in vocabulary.words["joiners"]:
            return value, j, step
        k += 2 if words[k + 1] == "-" else 1
        part = self._parts_of_one(k)
        if part is not None:
            return value + part[0], part[1], part[0]
        if words[k] in vocabulary.words["articles"]:
            k += 2 if words[k + 1] == "-" else 1
            if words[k] in vocabulary.words["half"]:
                return value + Decimal("0.5"), k + 1, Decimal("0.5")
            if words[k] == "quarter":
                return value + Decimal("0.25"), k + 1, Decimal("0.25")
        return value, j, step

    def _parts_of_one(self, k: int) -> tuple[Decimal, int] | None:
        """ "(Five and) two-thirds": parts of one that go on a number, and the token after them."""
        words = self._words
        over, under = self._numbers.get(words[k]), self._vocabulary.values["denominators"].get(words[k + 2], ZERO)
        if over is None or words[k + 1] != "-" or not 0 < over < under or words[k + 3] in self._vocabulary.words["of"]:
            return None
        return over / under, k + 3
