"""What counts in general news only: "a centimetre", "in under a minute", "a penny a share", "twice a day", "이틀간"."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.hedges import hedge_before
from tidewaiter.claims.numbers.nouns import Nouns
from tidewaiter.claims.numbers.numeral import ONE, Numeral
from tidewaiter.claims.numbers.rates import Rates
from tidewaiter.claims.numbers.screen import ONE_OF
from tidewaiter.claims.numbers.surroundings import Surroundings
from tidewaiter.claims.numbers.vocabulary import Unit

#: Behind a unit these make it part of a name ("a dollar store").
_OF_NAMES = frozenset({"bill", "bills", "coin", "notes", "sign", "store", "stores"})
_MEASURES = frozenset({"duration", "quantity", "money"})
_HUNDREDTH = Decimal("0.01")
_LONGEST_DAYS = 3
#: How far before "and one" another number of the list may stand.
_LISTED_REACH = 7


class GeneralReader:
    """Reads quantities that no claim is made of."""

    def __init__(self, around: Surroundings, nouns: Nouns, rates: Rates) -> None:
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary
        self._currencies = around.currencies
        self._nouns = nouns
        self._rates = rates
        self._days = around.vocabulary.values["east_days"]

    def starts(self) -> frozenset[str]:
        """The words that such a quantity may begin with."""
        multiples = self._vocabulary.words["weak_multiples"]
        return self._vocabulary.words["articles"] | multiples | {word[0] for word in self._days}

    def read(self, i: int) -> Amount | None:
        """The quantity at token i, which begins no numeral."""
        if self._words[i] in self._vocabulary.words["articles"]:
            return self._one(i)
        return self._often(i) or self._native_days(i)

    def lone(self, amount: Amount) -> None:
        """Count what "one" counts, and no pronoun: "with one abstention", "two pieces and one ballet"."""
        if (
            amount.unit is not None
            or amount.value != ONE
            or amount.numeral.form != "words"
            or not self._counts(amount.first)
        ):
            return
        noun = self._nouns.phrase(amount.last)
        if noun is None:
            return
        first, last = noun
        while last > first + 1 and not self._words[last - 1][0].isalpha():
            last -= 1
        amount.unit, amount.kind, amount.noun, amount.reach, amount.rule = "units", "count", (first, last), last, ONE_OF

    def _counts(self, i: int) -> bool:
        words, vocabulary = self._words, self._vocabulary
        before, after = words[i - 1], words[i + 1]
        if not after.isalpha() or after in vocabulary.words["stops"] or after in vocabulary.words["one_not"]:
            return False
        if before in vocabulary.words["one_after"]:
            return True
        listed = before in vocabulary.words["list_joiners"] or before == ","
        numbers = vocabulary.values["numbers"]
        near = words[max(0, i - _LISTED_REACH) : i - 1]
        return listed and any(word[0].isdecimal() or word in numbers for word in near)

    def _one(self, i: int) -> Amount | None:
        """ "Adding a centimetre", "in under a minute", "an hour and a half": one of a unit, told by its article."""
        words, vocabulary = self._words, self._vocabulary
        found = vocabulary.units.at(words, i + 1)
        if found is None or found[0].fussy or words[found[1] - 1].endswith("s") or words[i - 1][0].isdecimal():
            # "20,000 a tonne" is a rate.
            return None
        unit, last = found
        if unit.factor != ONE and not (unit.kind == "money" and unit.factor == _HUNDREDTH):
            return None
        behind = words[last + 1] if words[last] in vocabulary.words["of"] else words[last]
        if not words[i + 1].isalpha() or behind[0].isdecimal() or words[last] in vocabulary.words["later"]:
            # "A $10 million bonus", "a magnitude 6.8 quake", "a dose of 50 micrograms", "a year ago".
            return None
        if unit.kind not in _MEASURES or words[last] == "-" or words[last] in _OF_NAMES:
            return None
        more = words[last : last + 3] == ["and", "a", "half"]
        if unit.kind == "duration" and not (more or self._measures(i, last)):
            # "A year earlier", "three times a day".
            return None
        numeral = Numeral(i, i + 1, unit.factor, unit.factor, form="words")
        amount = Amount(
            i, last, numeral, unit.factor, unit.factor, unit=unit.name, kind=unit.kind, rule=ONE_OF, reach=last
        )
        self._settle(amount, unit)
        if more:
            amount.value, amount.step, amount.last, amount.reach = ONE + ONE / 2, ONE / 2, last + 3, last + 3
        return amount

    def _measures(self, i: int, last: int) -> bool:
        """Whether "an hour" is how long something took: a hedge before it, or what filled it behind ("of debate")."""
        filled = self._words[last] in self._vocabulary.words["of"] and not self._tokens.capitalised(last + 1)
        return filled or hedge_before(self._tokens, self._vocabulary, i) is not None

    def _settle(self, amount: Amount, unit: Unit) -> None:
        amount.kind = "money" if unit.kind == "money" else "quantity"
        if amount.kind == "money":
            amount.unit = self._currencies.resolve(unit.name, self._tokens.starts[amount.first])
            self._rates.take(amount)

    def _often(self, i: int) -> Amount | None:
        """ "Twice a day", "thrice weekly"."""
        words, vocabulary = self._words, self._vocabulary
        times = vocabulary.values["multiples"].get(words[i])
        rate = self._rates.at(i + 1) if times is not None and words[i] in vocabulary.words["weak_multiples"] else None
        if times is None or rate is None:
            return None
        numeral = Numeral(i, i + 1, times, ONE, form="words")
        return Amount(
            i, rate[1], numeral, times, ONE, unit=f"times_per_{rate[0]}", kind="quantity", rule=ONE_OF, reach=rate[1]
        )

    def _native_days(self, i: int) -> Amount | None:
        """ "이틀", "사흘간": so many days in a word of their own, apart from the word before it."""
        words, tokens = self._words, self._tokens
        if not self._days or (i and tokens.glued(i)):
            return None
        for length in range(_LONGEST_DAYS, 0, -1):
            days = self._days.get("".join(words[i : i + length]))
            if days is not None and all(tokens.glued(k) for k in range(i + 1, i + length)):
                last = i + length
                numeral = Numeral(i, last, days, ONE, form="words")
                return Amount(i, last, numeral, days, ONE, unit="days", kind="quantity", rule=ONE_OF, reach=last)
        return None
