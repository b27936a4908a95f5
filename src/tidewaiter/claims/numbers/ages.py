"""Ages: "aged 45", "a 45-year-old", "Kim, 45, said", "children under 12"."""

from __future__ import annotations

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.hedges import hedge_before
from tidewaiter.claims.numbers.nouns import Nouns
from tidewaiter.claims.numbers.numeral import ONE
from tidewaiter.claims.numbers.surroundings import Surroundings
from tidewaiter.claims.numbers.vocabulary import Unit

_OLDEST = 120
#: "A man of two" is hardly an age.
_YOUNGEST = 5
_ENDS = frozenset(',.)"”')


class Ages:
    """Tells ages from other numbers."""

    def __init__(self, around: Surroundings, nouns: Nouns) -> None:
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary
        self._nouns = nouns

    def of_unit(self, amount: Amount, unit: Unit) -> bool:
        """Whether a unit of time after an amount is part of an age ("45-year-old"), no span of time."""
        k = amount.last + 1 if self._words[amount.last] == "-" else amount.last
        return unit.kind == "duration" and self._vocabulary.phrases["age_after"].at(self._words, k) is not None

    def read(self, amount: Amount) -> bool:
        """Make an amount an age by the rule `age` where it is one; whether it is."""
        words, vocabulary, i = self._words, self._vocabulary, amount.first
        k = amount.last + 1 if words[amount.last] == "-" else amount.last
        found = vocabulary.phrases["age_after"].at(words, k)
        amount_unit = "years"
        if found is not None:
            unit = vocabulary.units.at(words, k)
            amount_unit = unit[0].name if unit else "years"
            amount.last = found[1]
        elif amount.value >= _OLDEST or amount.scale != ONE:
            return False
        elif not (
            vocabulary.has("age_before", words[i - 1])
            or (vocabulary.has("age_links", words[i - 1]) and vocabulary.has("age_before", words[i - 2]))
        ):
            aside = amount.numeral.form == "digits" and (self._aside(i, k) or self._told(amount, k))
            aside = aside or (words[i - 1] == "(" and words[k] == ")" and amount.numeral.form == "digits")
            if amount.numeral.marked or not (aside or self._people_by_age(amount) or self._of_somebody(amount)):
                return False
        amount.unit, amount.kind, amount.rule, amount.reach = amount_unit, "quantity", "age", amount.last
        return True

    def _aside(self, i: int, k: int) -> bool:
        """ "Kim, 45, said"."""
        words = self._words
        if i < 2 or words[i - 1] != "," or words[k] not in _ENDS or not words[i - 2].isalpha():
            return False
        if self._vocabulary.has("months", words[i - 2]):
            return False
        if words[k] == "," and self._vocabulary.has("age_verbs", words[k + 1]):
            # "The former banker, 58, faces …".
            return True
        person = self._vocabulary.singular.at(words, i - 2)
        if self._tokens.capitalised(i - 2) or self._vocabulary.has("age_callings", words[i - 2]):
            return True
        return person is not None and person[0].name == "people"

    def _told(self, amount: Amount, k: int) -> bool:
        """ "He was 94"."""
        words, i = self._words, amount.first
        ends = not words[k][0].isalpha() or words[k] in self._vocabulary.words["stops"]
        was = i > 1 and words[i - 1] in {"was", "is"} and words[i - 2] in self._vocabulary.words["age_pronouns"]
        return was and ends and amount.value > _YOUNGEST

    def _of_somebody(self, amount: Amount) -> bool:
        """ "A man of about 50"."""
        words, i = self._words, amount.first
        hedge = hedge_before(self._tokens, self._vocabulary, i)
        k = i if hedge is None else hedge[1]
        if k < 3 or words[k - 1] not in self._vocabulary.words["of"] or amount.value < _YOUNGEST:
            return False
        person = self._vocabulary.singular.at(words, k - 2)
        one = words[k - 3] in self._vocabulary.words["articles"] and person is not None and person[0].name == "people"
        return one and self._nouns.counted(amount.last, one=False) is None

    def _people_by_age(self, amount: Amount) -> bool:
        """ "children under 12", "those over 65"."""
        words, i = self._words, amount.first
        if not self._vocabulary.has("age_leans", words[i - 1]):
            return False
        found = self._vocabulary.counted.before(words, i - 1)
        people = found is not None and found[0].name == "people"
        people = people or self._vocabulary.has("age_people", words[i - 2])
        return people and self._nouns.counted(amount.last, one=False) is None
