"""What stands around a number, asked by every rule of masks and amounts; and the mask codes of the tokens."""

from __future__ import annotations

from tidewaiter.claims.numbers.currencies import Currencies
from tidewaiter.claims.numbers.tokens import BREAK, Tokens
from tidewaiter.claims.numbers.unit_at import unit_at
from tidewaiter.claims.numbers.vocabulary import Unit, Vocabulary

#: Why a number is no figure; FREE where it may be one.
FREE, DATE, CLOCK, NAME, LABEL, ORDINAL, CONTACT, SCORE, CODE, ADDRESS, LISTING, PRICE = range(12)

_SCALE = Unit("", "scale")
#: No price of one of something stands further behind it, and in no other clause.
_PRICED, _CLAUSE_ENDS = 16, frozenset({",", ".", BREAK, "(", ")", "\n"})


class Surroundings:
    """The tokens of one text with their mask codes, and the questions that look past a number."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, beside: str = "") -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.codes = bytearray(len(tokens.words))
        self.currencies = Currencies(f"{tokens.text}\n{beside}" if beside else tokens.text, vocabulary)
        self._words = tokens.words

    def mark(self, code: int, *places: int) -> None:
        """Set the code of some tokens."""
        for place in places:
            self.codes[place] = code

    def measured(self, i: int) -> Unit | None:
        """The scale, currency, percent sign or unit of measure that follows token i - 1."""
        words, vocabulary = self._words, self.vocabulary
        k = i + 1 if words[i] == "-" and self.tokens.glued(i) else i
        values = vocabulary.values
        if words[k] in values["scales"] or words[k] in values["always"] or words[k] in values["east_big"]:
            return None if words[k] in values["apart"] and self.tokens.glued(k) else _SCALE
        found = unit_at(vocabulary, self.tokens, k)
        if found is None or found[0].kind == "none":
            return None
        unit, last = found
        if not self._words[last - 1][0].isalpha() and self._words[last][0].isdecimal() and self.tokens.glued(last):
            # "2021 $713 million", "5 $3": the sign is the next number's.
            return None
        apart = k == i and self._words[i - 1] != "-" and self._words[last - 1][0].isalpha()
        if apart and self._words[last] == "-" and self.tokens.glued(last) and self._joined_word(last + 1):
            # "12,500 day-trippers".
            return None
        if unit.fussy == "glued" and not self.tokens.glued(k):
            return None
        if unit.fussy not in {"", "glued"} and self.tokens.original(k) != unit.fussy:
            return None
        if unit.fussy and words[k + 1] in {"-", "."} and self.tokens.glued(k + 1) and self.tokens.glued(k + 2):
            # "six F-16 jets", "5 C.I.A. officers": a letter of a name.
            return None
        return unit

    def is_cents(self, k: int) -> bool:
        """Whether token k is the "c" of "22c a litre": a price, as a rate follows."""
        words, vocabulary = self._words, self.vocabulary
        if words[k] != "c" or not self.tokens.glued(k) or self.tokens.original(k) != "c":
            return False
        per = words[k + 1] in vocabulary.words["per_articles"] or words[k + 1] in vocabulary.words["per_words"]
        return per and vocabulary.rates.at(words, k + 2) is not None

    def costs(self, i: int) -> tuple[str, int] | None:
        """ "쌀 1kg은 북한 돈 5천 원": what the "1" at token i is one of, and the token after, where a price follows."""
        if self._words[i] != "1":
            return None
        found = self.vocabulary.units.at(self._words, i + 1)
        if found is None or found[0].kind != "quantity" or not self.tokens.glued(i + 1):
            return None
        behind = self.vocabulary.phrases["one_costs"].at(self._words, found[1])
        if behind is None:
            return None
        for k in range(behind[1], min(behind[1] + _PRICED, len(self._words))):
            if self._words[k] in _CLAUSE_ENDS:
                return None
            unit = self.vocabulary.units.at(self._words, k)
            if unit is not None and unit[0].kind == "money" and self._words[k - 1] not in {"1"}:
                return found[0].name, behind[1]
            if unit is not None and unit[0].kind in {"quantity", "percent"} and self._words[k - 1][0].isdecimal():
                return None
        return None

    def _joined_word(self, k: int) -> bool:
        return self.tokens.glued(k) and self._words[k][0].isalpha()

    def counted(self, i: int) -> bool:
        """Whether a noun that things are counted in stands at token i or the next."""
        counted = self.vocabulary.counted
        return counted.at(self._words, i) is not None or counted.at(self._words, i + 1) is not None

    def is_currency(self, i: int) -> bool:
        """Whether the sign or code of a currency stands before token i."""
        vocabulary = self.vocabulary
        found = vocabulary.money_before.before(self._words, i)
        if found is not None and self._words[found[1]][0].isalpha() and self._in_name(found[1]):
            # The N of "H5N1" is no sign of a currency.
            found = None
        if found is not None and not self.is_meant(found[0], i):
            found = None
        return found is not None or self._words[i - 1] in vocabulary.codes or self._words[i - 2] in vocabulary.codes

    def _in_name(self, first: int) -> bool:
        return first > 0 and self.tokens.glued(first) and self._words[first - 1][0].isalnum()

    def is_meant(self, sign: str, i: int) -> bool:
        """Whether a sign before token i is one: "K" in a text on Zambia, before what is plainly an amount."""
        if not self.currencies.is_local(sign):
            return True
        plain = not self._words[i].isdecimal() or self.measured(i + 1) is _SCALE
        return plain and bool(self.currencies.resolve(sign, self.tokens.starts[i]))
