"""Fractions and multiples: "a quarter of", "two-thirds", "one in five", "half"; "doubled", "tenfold", "twice as much".

A fraction is a figure in percent ("a quarter" is 25), a multiple one in times ("doubled" is 2). Calendar quarters,
halves of a match and third parties are neither.
"""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.numeral import ONE, ZERO, Numeral, parse_digits
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_HUNDRED = Decimal(100)
#: "a third" is said of anything within a twentieth of it.
_ROUGHLY = Decimal("0.1")
_LARGEST_OVER = 20
#: How many words an amount and what it is of have, with the ", or" behind them.
_AMOUNT = 12
#: "Half as much again".
_HALF_AGAIN = Decimal("1.5")


class FractionReader:
    """Reads fractions and multiples that begin at, or are carried by, a token."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._vocabulary = vocabulary

    # -- fractions --

    def after(self, numeral: Numeral) -> Numeral | None:
        """The fraction that a small number begins: "two-thirds", "one in five", "1/3 of"."""
        if numeral.scale != ONE or numeral.value != numeral.value.to_integral_value() or numeral.value > 1000:
            return None
        return self._named(numeral) or self._divided(numeral) or self._slashed(numeral)

    def _fraction(self, first: int, last: int, over: Decimal, under: Decimal) -> Numeral:
        value = over * _HUNDRED / under
        return Numeral(first, last, value, value * _ROUGHLY, form="fraction")

    def _named(self, numeral: Numeral) -> Numeral | None:
        words, vocabulary = self._words, self._vocabulary
        k = numeral.last + 1 if words[numeral.last] == "-" else numeral.last
        under = vocabulary.values["denominators"].get(words[k])
        if under is None or not 0 < numeral.value < under or numeral.value > _LARGEST_OVER or numeral.form != "words":
            return None
        # "three quarters of growth" are quarters of a year unless a whole follows.
        times = under == 4 and numeral.value > 1 and words[k][-1] == "s" and words[k + 1] not in vocabulary.words["of"]
        if times and vocabulary.phrases["share_takers"].before(words, numeral.first) is None:
            # … or something accounts for them.
            return None
        return self._fraction(numeral.first, k + 1, numeral.value, under)

    def _divided(self, numeral: Numeral) -> Numeral | None:
        """ "one in five", "nine out of 10", "one of every three"."""
        words, vocabulary = self._words, self._vocabulary
        found = vocabulary.phrases["fraction_divided"].at(words, numeral.last)
        apart = words[numeral.last + 1] in vocabulary.words["divided_apart"]
        if found is None and numeral.value == ONE and apart and words[numeral.last][0].isalpha():
            # "one school in eight".
            found = vocabulary.phrases["fraction_divided"].at(words, numeral.last + 1)
        if found is None:
            return None
        k = found[1]
        word = words[k]
        parsed = parse_digits(word, decimal_comma=False) if word[0].isdecimal() and len(word) < 10 else None
        under = parsed[0] if parsed is not None else vocabulary.values["numbers"].get(word, ZERO)
        if (
            under < 2
            or under != under.to_integral_value()
            or not 0 < numeral.value < under
            or (word.isdecimal() and 1900 <= under <= 2100)
        ):
            return None
        chance = numeral.value == ONE and words[numeral.last] in vocabulary.words["divided_apart"]
        if numeral.form == "digits" and under not in _ROUND and not chance:
            # "46 out of 63 attempts" are two counts, "1 in 36" is a share.
            return None
        following = vocabulary.units.at(words, k + 1)
        if following is not None and following[0].kind in {"duration", "percent", "money"}:
            return None
        return self._fraction(numeral.first, k + 1, numeral.value, under)

    def _slashed(self, numeral: Numeral) -> Numeral | None:
        words, tokens, k = self._words, self._tokens, numeral.last
        if words[k] != "/" or not words[k + 1].isdecimal() or not (tokens.glued(k) and tokens.glued(k + 1)):
            return None
        if numeral.last - numeral.first > 1 or len(words[k + 1]) > 3 or words[k + 2] == "/":
            return None
        last = k + 2
        if words[last] in self._vocabulary.words["ordinal_suffixes"] or words[last] == "rds":
            last += 1
        under = Decimal(words[k + 1])
        # "수입량은 1/3로 줄었다", but not "1/4분기".
        behind = self._vocabulary.phrases["slash_behind"].at(words, last) is not None
        if not 0 < numeral.value < under or not (behind or words[last] in self._vocabulary.words["of"]):
            return None
        return self._fraction(numeral.first, last, numeral.value, under)

    def at(self, i: int) -> Numeral | None:
        """The fraction carried by token i: "a quarter of", "more than half", "by a third"."""
        words, vocabulary = self._words, self._vocabulary
        if words[i] in vocabulary.words["sure_half"]:
            return self._fraction(i, i + 1, ONE, Decimal(2))
        sure = vocabulary.values["sure_fractions"].get(words[i])
        if sure is not None:
            return self._fraction(i, i + 1, ONE, sure)
        if words[i] in vocabulary.words["half"]:
            return self._half(i)
        under = vocabulary.values["denominators"].get(words[i])
        # "A mere tenth of the 2016 figure".
        first = i - 2 if words[i - 1] in vocabulary.words["fraction_merely"] else i - 1
        if under is not None and self._is_rest(i):
            return self._fraction(i, i + 1, ONE, under)
        if under is None or words[first] not in vocabulary.words["articles"]:
            return None
        after = words[i + 1]
        if words[i + 2] in vocabulary.words["articles"] and words[i + 3] in vocabulary.values["scales"]:
            # "nearly a quarter of a million": the scale reads it.
            return None
        ends = after in vocabulary.words["fraction_after"] or not after[0].isalpha()
        # "Medicines were up a fifth at $4 million".
        ends = ends or (
            words[first - 1] in vocabulary.words["fraction_moved"] and after in vocabulary.words["fraction_on"]
        )
        if words[first - 1] in vocabulary.words["share_leans"]:
            ends = ends or after in vocabulary.words["stops"]
        if after == "-" and self._tokens.glued(i + 1):
            return None
        compared = after in vocabulary.words["fraction_compared"]
        if (
            compared
            or after in vocabulary.words["of"]
            or (ends and (self._leans(first) or not words[first - 1][0].isalnum()))
        ):
            return self._fraction(first, i + 1, ONE, under)
        return None

    def _is_rest(self, i: int) -> bool:
        """ "The remaining tenth was shipped in June"; not "the other third party", "the remaining quarter of 2023"."""
        words, vocabulary = self._words, self._vocabulary
        if words[i - 1] not in vocabulary.words["fraction_left"]:
            return False
        after, whole = words[i + 1], words[i + 2 : i + 4]
        timed = whole[:1] != [] and (whole[0].isdecimal() or whole[-1] in vocabulary.words["period_units"])
        ends = after in vocabulary.words["fraction_after"] or not after[0].isalpha()
        return ends and not (after in vocabulary.words["of"] and timed)

    def _leans(self, first: int) -> bool:
        """Whether the word before asks for a share: "by a third", "nearly a quarter"."""
        words, vocabulary = self._words, self._vocabulary
        if words[first - 1] in vocabulary.words["of"] and words[first - 2] in vocabulary.words["fraction_nouns"]:
            # "A gain of a fifth".
            return True
        if words[first - 1] in vocabulary.words["fraction_other"] and words[first - 2] == ",":
            # "It bought $1.4 million, or a third"; not "a second, or a third, party".
            return any(word[:1].isdecimal() for word in words[max(first - _AMOUNT, 0) : first - 2])
        return words[first - 1] in vocabulary.words["fraction_before"]

    def _half(self, i: int) -> Numeral | None:
        words, vocabulary = self._words, self._vocabulary
        before, after = words[i - 1], words[i + 1]
        if after in vocabulary.words["articles"] and words[i + 2] in vocabulary.values["scales"]:
            # "Half a million" is a number.
            return None
        if vocabulary.phrases["half_again"].at(words, i) is not None:
            return None
        if before in vocabulary.words["half_not_before"] or after in vocabulary.words["half_not_after"]:
            return None
        if (after == "-" or before == "-") and before not in vocabulary.values["numbers"]:
            return None
        first = i - 1 if before in vocabulary.words["articles"] else i
        if after in vocabulary.words["articles"]:
            if words[i + 3 if words[i + 2] == "-" else i + 2] in vocabulary.values["scales"]:
                # "nearly half a million": the scale reads it.
                return None
            # "half a ton", "half an hour".
            unit = vocabulary.units.at(words, i + 2)
            if unit is not None and unit[0].kind in {"quantity", "duration", "percent", "percentage_points"}:
                return self._fraction(i, i + 1, ONE, Decimal(2))
        if after in vocabulary.words["fraction_after"] or self._leans(first) or before == "in":
            return self._fraction(first, i + 1, ONE, Decimal(2))
        return None

    # -- multiples --

    def multiple(self, i: int) -> Numeral | None:
        """The multiple in token i: "doubled", "twofold", "twice as much"; "halved" is 50 percent."""
        words, vocabulary = self._words, self._vocabulary
        if words[i] in vocabulary.words["halves"]:
            return self._fraction(i, i + 1, ONE, Decimal(2))
        again = vocabulary.phrases["half_again"].at(words, i)
        if again is not None:
            return Numeral(i, again[1], _HALF_AGAIN, _HALF_AGAIN * _ROUGHLY, form="multiple")
        times = vocabulary.values["multiples"].get(words[i])
        if times is None or words[i + 1] == "-" or words[i - 1] == "-":
            return None
        if words[i] in vocabulary.words["weak_multiples"] and not self._multiplies(i):
            return None
        return Numeral(i, i + 1, times, times * _ROUGHLY, form="multiple")

    def _multiplies(self, i: int) -> bool:
        vocabulary = self._vocabulary
        if self._words[i + 1] in vocabulary.words["multiple_followers"]:
            # "scored twice as Inter Miami drew" compares nothing.
            return not self._tokens.capitalised(i + 2) or self._words[i + 1] != "as"
        return vocabulary.phrases["multiple_hedges"].before(self._words, i) is not None


_ROUND = frozenset(Decimal(n) for n in (3, 4, 5, 10, 20, 100, 1000, 10_000, 100_000, 1_000_000))
