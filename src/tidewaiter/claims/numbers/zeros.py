"""Nothing as a figure: "no new cases", "not a single case", "fell to zero"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.nouns import Nouns
from tidewaiter.claims.numbers.numeral import ZERO, Numeral
from tidewaiter.claims.numbers.tokens import BREAK, Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_ADJECTIVES = 3
_BACK = 18
_NEGATION_BACK = 5


class ZeroReader:
    """Reads worded zeros; the verbs that deny a trade ("did not import") belong to the frame, not here."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, nouns: Nouns) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._vocabulary = vocabulary
        self._nouns = nouns

    def read(self, i: int) -> Amount | None:
        """The zero that begins at token i ("no cases"), or that "single" there completes ("a single case")."""
        words, vocabulary = self._words, self._vocabulary
        if words[i] in vocabulary.words["zero_single"]:
            return self._single(i)
        if words[i] in vocabulary.words["zero_one"]:
            return self._not_one(i)
        if words[i + 1] in vocabulary.words["zero_bounds"]:
            # "Imported no more than 500,000 barrels".
            return None
        for k in range(i + 1, i + 2 + _ADJECTIVES):
            if words[k] in vocabulary.words["zero_tellings"]:
                # "No data supports imports on that scale".
                return None
            if words[k] in vocabulary.words["zero_nouns"]:
                return self._amount(i, i + 1, k)
            if words[i - 1] in vocabulary.words["zero_verbs"] and self._nouns.phrase(i + 1) is not None:
                return self._amount(i, i + 1, i + 1)
            if words[k] in vocabulary.words["stops"] or not words[k][0].isalpha():
                return None
        return None

    def _single(self, i: int) -> Amount | None:
        words, vocabulary = self._words, self._vocabulary
        if words[i - 1] not in vocabulary.words["articles"]:
            return None
        for k in range(i - 2, max(-1, i - 2 - _NEGATION_BACK), -1):
            if words[k] in {BREAK, ".", ";"}:
                return None
            if words[k] in vocabulary.words["zero_negations"]:
                first = k if k == i - 2 and words[k] == "not" else i - 1
                if words[i + 1] in vocabulary.words["period_units"]:
                    # "Not in a single year".
                    return None
                noun = self._nouns.counted(i + 1, one=True)
                amount = self._amount(first, i + 1, i + 1)
                if noun is not None:
                    amount.unit, amount.noun = noun.unit, noun.span
                return amount
        return None

    def _not_one(self, i: int) -> Amount | None:
        """ "Not one kilogram of rice", "not even one truck"; not "not one of them", "not one but two"."""
        words, vocabulary = self._words, self._vocabulary
        first = i - 2 if words[i - 1] == "even" else i - 1
        if words[first] != "not" or words[i + 1] in vocabulary.words["period_units"]:
            return None
        noun = self._nouns.counted(i + 1, one=True)
        unit = vocabulary.units.at(words, i + 1)
        if noun is None and (unit is None or unit[0].kind != "quantity"):
            return None
        amount = self._amount(first, i + 1, i + 1)
        if noun is not None:
            amount.unit, amount.noun = noun.unit, noun.span
        elif unit is not None:
            amount.unit, amount.noun = unit[0].name, (i + 1, unit[1])
            amount.reach = unit[1]
        return amount

    def _amount(self, first: int, last: int, noun: int) -> Amount:
        amount = Amount(
            first, last, Numeral(first, last, ZERO, ZERO, form="zero"), ZERO, ZERO, kind="zero", rule="zero"
        )
        found = self._vocabulary.counted.at(self._words, noun) or self._vocabulary.singular.at(self._words, noun)
        amount.unit = found[0].name if found else "units"
        amount.noun = (last, found[1] if found else noun + 1)
        amount.reach = amount.noun[1]
        return amount


def bare_zero_unit(tokens: Tokens, vocabulary: Vocabulary, amount: Amount, amounts: Sequence[Amount]) -> str:
    """The unit of "fell to zero": the money of the text where trade or income fell, else pieces."""
    for k in range(amount.first - 1, max(-1, amount.first - _BACK), -1):
        if tokens.words[k] == BREAK:
            break
        if tokens.words[k] in vocabulary.words["zero_money_nouns"]:
            counts: dict[str, int] = {}
            for other in amounts:
                if other.kind == "money" and other.unit and other.value > Decimal(0):
                    counts[other.unit] = counts.get(other.unit, 0) + 1
            return max(counts, key=lambda code: counts[code], default="USD")
    return "units"
