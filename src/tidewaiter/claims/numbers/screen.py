"""Which amounts are claims, which are only quantities, and which are neither."""

from __future__ import annotations

from itertools import takewhile

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.hedges import hedge_before
from tidewaiter.claims.numbers.numeral import ONE
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_LONG_SPANS = frozenset({"months", "quarters", "years", "decades", "centuries"})
_SPANS = _LONG_SPANS | {"days", "weeks", "sessions", "units"}
_SMALL = 10
#: Years that are spelled out, and how much a heading may promise to list.
_YEARS, _LONGEST_LIST = (1900, 2099), 25
_CODE_LIKE = 10_000
_DEAD_REACH = 4
#: The rule of a whole number that is all there is in a cell of a table.
CELL = "cell"
#: … and of one of a unit that is told by its article.
ONE_OF = "one of a unit"


class Screen:
    """Judges an amount: True a claim, False a quantity of general news only, None no figure."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._vocabulary = vocabulary

    def judge(self, amount: Amount) -> bool | None:
        """What an amount is."""
        if amount.rule in {"age", "family", ONE_OF}:
            return False
        if amount.rule == "duration":
            return self._duration(amount)
        if amount.unit is None or amount.kind == "bare":
            return None if self._spelled_year(amount) else self._bare(amount)
        if amount.kind == "count" and (self._in_a_row(amount) or self._lists(amount)):
            return False
        if amount.value == ONE and amount.numeral.form == "words" and amount.scale == ONE and amount.kind == "count":
            return self._one(amount)
        if amount.unit == "percent" and self._vocabulary.phrases["grades"].at(self._words, amount.last) is not None:
            return False
        return amount.rule != "hyphened" and not (amount.kind == "count" and self._the_few(amount))

    def _spelled_year(self, amount: Amount) -> bool:
        """ "The eleventh of February, two thousand and fourteen"."""
        words = self._words
        spelled = amount.numeral.form == "words" and amount.upper is None and _YEARS[0] <= amount.value <= _YEARS[1]
        before = self._vocabulary.words["months"] | self._vocabulary.words["strong_year"]
        return spelled and bool(before & {words[amount.first - 1], words[amount.first - 2]})

    def _in_a_row(self, amount: Amount) -> bool:
        """ "For three consecutive months"."""
        return amount.unit in _SPANS and self._words[amount.last] in self._vocabulary.words["in_a_row"]

    def _lists(self, amount: Amount) -> bool:
        """ "Ten things to know"."""
        listed = self._vocabulary.words["listed"]
        return amount.value <= _LONGEST_LIST and amount.noun is not None and self._words[amount.noun[1] - 1] in listed

    def _the_few(self, amount: Amount) -> bool:
        """ "the two companies": a set already named, not a count."""
        words, vocabulary = self._words, self._vocabulary
        before = words[amount.first - 1]
        if before in vocabulary.words["of"] and words[amount.first - 2] in vocabulary.words["sets"]:
            # "the group of 17 minerals"
            return True
        named = before in vocabulary.words["anaphors"]
        if before in vocabulary.words["of"] and words[amount.first - 2] in vocabulary.words["lone"]:
            # "one of two officials"
            named = True
        small = amount.numeral.form == "words" and amount.value < _SMALL and amount.upper is None
        return small and named

    def _one(self, amount: Amount) -> bool | None:
        words, vocabulary = self._words, self._vocabulary
        if words[amount.first - 1] in vocabulary.words["anaphors"]:
            return None
        if amount.rule == "counted" or words[amount.first - 1] in vocabulary.words["only_one"]:
            return True
        return None

    def _duration(self, amount: Amount) -> bool | None:
        """A span of time that only dates something ("the last five years", "two weeks ago") is no claim."""
        words, vocabulary = self._words, self._vocabulary
        hedge = hedge_before(self._tokens, vocabulary, amount.first)
        k = (hedge[1] if hedge is not None else amount.first) - 1
        before = words[amount.first - 1]
        if amount.value == ONE and amount.numeral.form == "words" and hedge is None:
            # "A one-hour session", "one minute 18 seconds".
            counts = before in vocabulary.words["only_one"] or amount.hyphened or self._number(amount.last)
            return False if counts else None
        dating = (
            vocabulary.words["period_before"] | vocabulary.words["anaphors"] | vocabulary.words["duration_governors"]
        )
        j = amount.reach + 1 if words[amount.reach] in {"'", "’"} else amount.reach
        dated = words[k] in dating or before in dating or words[j] in vocabulary.words["period_after"]
        # "1.2 months of imports" measures something.
        long = amount.unit in _LONG_SPANS and amount.value == amount.value.to_integral_value()
        return not (dated or long or amount.hyphened)

    def _bare(self, amount: Amount) -> bool | None:
        """A number without a unit or noun: a figure where its size, a hedge or the words around say so."""
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        before, after = words[amount.first - 1], words[amount.last]
        hedge = hedge_before(tokens, vocabulary, amount.first)
        opening = before if hedge is None else words[hedge[1] - 1]
        further = words[amount.last + 1]
        if after in vocabulary.words["of"] and (
            self._number(amount.last + 1) or further in vocabulary.words["of_pronouns"]
        ):
            return True
        near = list(takewhile(lambda word: word[0].isalpha(), words[amount.last : amount.last + _DEAD_REACH]))
        if opening in vocabulary.words["dead_words"] or not vocabulary.words["dead_words"].isdisjoint(near):
            amount.unit = "people"
            return True
        if amount.upper is not None:
            return True if amount.numeral.marked else False if amount.value >= _SMALL else None
        if amount.numeral.form in {"vague", "some"} or amount.numeral.marked:
            return True
        if hedge is not None and hedge[0].qualifier != "exact":
            return True
        return self._plain(amount, before, after)

    def _plain(self, amount: Amount, before: str, after: str) -> bool | None:
        """A bare number without marks, scale or hedge: what stands before it decides."""
        tokens, vocabulary = self._tokens, self._vocabulary
        if amount.numeral.form == "words":
            ends = not after[0].isalpha() or after in vocabulary.words["stops"]
            few = ends and amount.value > ONE and before in vocabulary.words["bare_words_before"]
            many = amount.value >= _SMALL and before in vocabulary.words["bare_before"]
            return True if few or many else None
        if before in vocabulary.words["bare_heads"] and not after[0].isalpha():
            return True
        if amount.first and tokens.capitalised(amount.first - 1) and before[0].isalpha():
            return None
        if before == "|":
            # A cell of a table without a unit may as well be a number of the row: the heading decides.
            amount.rule = CELL
            return False
        if after in vocabulary.words["numbered"] and tokens.capitalised(amount.last):
            # "The Council's 1718 Committee"
            return None
        if before in vocabulary.words["anaphors"] and tokens.capitalised(amount.last):
            # "the 737 MAX"
            return None
        if amount.value >= _CODE_LIKE:
            # English writes a count of this size with a comma.
            return None
        if amount.value < _SMALL:
            return True if before in vocabulary.words["bare_before"] else None
        return True

    def _number(self, k: int) -> bool:
        return self._words[k][0].isdecimal() or self._words[k] in self._vocabulary.values["numbers"]
