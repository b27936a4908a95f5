"""What a numeral measures: the currency, percent sign, unit, counted noun and rate to its left and right."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from tidewaiter.claims.numbers.ages import Ages
from tidewaiter.claims.numbers.amount import Amount, amount_of
from tidewaiter.claims.numbers.decided import decided
from tidewaiter.claims.numbers.hedges import hedge_after, hedge_before
from tidewaiter.claims.numbers.money import CENTS, MoneyReader
from tidewaiter.claims.numbers.nouns import Nouns
from tidewaiter.claims.numbers.numeral import ONE, Numeral
from tidewaiter.claims.numbers.rates import Rates
from tidewaiter.claims.numbers.surroundings import Surroundings
from tidewaiter.claims.numbers.tokens import is_east
from tidewaiter.claims.numbers.unit_at import unit_at
from tidewaiter.claims.numbers.vocabulary import Unit

_DASHES = frozenset("-–")
_QUOTES = frozenset("'’")
#: No place on earth has so many degrees: the same word counts units of electricity.
_HOTTER_THAN_ALL = Decimal(10_000)
#: No earthquake is stronger: what is greater is another size ("규모는 4800").
_STRONGEST = Decimal(10)
_TIMES = frozenset({"seconds", "minutes", "hours", "days"})


class AmountReader:
    """Reads what stands to the left and right of a numeral."""

    def __init__(self, around: Surroundings, nouns: Nouns) -> None:
        self._around = around
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary
        self._nouns = nouns
        self._money = MoneyReader(around)
        self._ages = Ages(around, nouns)
        self.rates = Rates(around)

    def read(self, numeral: Numeral, floor: int = 0) -> Amount:
        """The amount around a numeral, from token `floor` on; its unit is None where nothing says what it is."""
        amount = amount_of(numeral)
        if amount.first > floor:
            self._sign(amount)
        if not self._money.before(amount, floor):
            self._after(amount)
        if amount.unit is None:
            self._unit_before(amount)
        if amount.unit is not None:
            self._measured_noun(amount)
        elif not self._ages.read(amount):
            self._noun(amount)
        self.rates.take(amount)
        return amount

    def _sign(self, amount: Amount) -> None:
        """ "-5", "minus 5", "+7"; the minus of "plus or minus" is none, nor is a hyphen after a word."""
        words, tokens, i = self._words, self._tokens, amount.first
        before = words[i - 1]
        loose = i < 2 or not tokens.glued(i - 1) or words[i - 2] in {"(", "["}
        touching = tokens.glued(i) and loose
        spelled = self._vocabulary.has("minus", before) and words[i - 2] not in self._vocabulary.words["list_joiners"]
        spelled = spelled and words[i - 2] not in self._vocabulary.words.get("east_bears", ())
        if (touching and before in _DASHES) or spelled:
            amount.first, amount.value = i - 1, -amount.value
        elif touching and before == "+":
            amount.first = i - 1

    def _unit_before(self, amount: Amount) -> None:
        """ "magnitude 7.1", "Mach 2"."""
        hyphen = self._words[amount.first - 1] == "-" and self._tokens.glued(amount.first)
        found = self._vocabulary.units_before.before(self._words, amount.first - hyphen)
        if found is not None and not (found[0] == "magnitude" and amount.value > _STRONGEST):
            amount.unit, amount.kind, amount.rule = found[0], "quantity", "unit_before"

    # -- units after the numeral --

    def _after(self, amount: Amount) -> None:
        if self._short_scale(amount) or self._packed(amount):
            return
        found = self._unit_at(amount.last)
        if found is None and amount.numeral.form == "vague" and self._vocabulary.has("of", self._words[amount.last]):
            # "Tens of thousands of tonnes".
            found = self._unit_at(amount.last + 1)
            found = found if found is not None and found[0].kind in {"money", "quantity"} else None
        found = self._decided(amount, found) or found
        if found is None:
            self._money.code_after(amount)
        elif not self._ages.of_unit(amount, found[0]):
            self._take(amount, *found)

    def _decided(self, amount: Amount, found: tuple[Unit, int, bool] | None) -> tuple[Unit, int, bool] | None:
        """The unit that the words around decide for, where the one behind the number stands for several."""
        choices = self._vocabulary.decided.at(self._words, amount.last)
        if choices is None or (found is not None and found[1] > choices[1]):
            return None
        name = decided(self._tokens, amount, choices[1], choices[0])
        return None if name is None else (Unit(name, "duration" if name in _TIMES else "quantity"), choices[1], False)

    def _take(self, amount: Amount, unit: Unit, last: int, hyphened: bool) -> None:
        amount.unit, amount.kind, amount.hyphened = unit.name, unit.kind, hyphened
        amount.extend(last)
        if unit.factor != ONE:
            amount.rescale(unit.factor)
            amount.unit_factor = unit.factor
            self._and_ones(amount)
        if unit.kind == "money":
            amount.unit = self._money.name(unit.name, amount)
            # The word for the currency is also one for a weight: the tables name the weight like the word.
            amount.kind = "quantity" if amount.unit == "pounds" else "money"
        elif unit.kind == "duration":
            amount.kind, amount.rule = "quantity", "duration"
        elif unit.kind == "counted":
            amount.kind, amount.rule = "count", "counted"
        if amount.unit == "celsius":
            self._below_zero(amount)
        if amount.unit == "celsius" and amount.value >= _HOTTER_THAN_ALL:
            # "发电量249亿度"
            amount.unit = "kWh"
        counter = amount.kind in {"count", "quantity"} and amount.rule != "duration"
        if counter and (is_east(self._words[last - 1]) or is_east(self._words[amount.first - 1])):
            self._beside(amount)

    def _below_zero(self, amount: Amount) -> None:
        """ "영하 12도", "零下3℃"."""
        found = self._vocabulary.phrases["below_zero"].before(self._words, amount.first)
        if found is not None and amount.value > 0:
            amount.first, amount.value = found[1], -amount.value

    def _and_ones(self, amount: Amount) -> None:
        """ "一成二", "三成五", "9成3", "3割5分": what follows tenths is hundredths."""
        k = amount.last
        if (
            self._words[k + 1] == "分"
            and amount.unit == "percent"
            and self._tokens.glued(k)
            and len(self._words[k]) == 1
        ):
            ones = self._words[k]
            parsed = Decimal(ones) if ones.isdecimal() else self._vocabulary.values["east_digits"].get(ones)
            if parsed and self._words[k + 2] not in {"の", "間"} and self._vocabulary.language == "ja":
                amount.value, amount.step = amount.value + parsed, ONE
                amount.extend(k + 2)
                return
        digit = self._vocabulary.values["east_digits"].get(self._words[k])
        if self._words[k] == "半":
            digit = Decimal(5)
        written = self._words[amount.first].isdecimal() and len(self._words[k]) == 1
        if digit is None and written and self._words[k].isdecimal():
            # "9成3"
            digit = Decimal(self._words[k])
        alone = self._around.measured(k + 1) is None or not self._tokens.glued(k + 1)
        if amount.unit == "percent" and digit and self._tokens.glued(k) and alone:
            amount.value, amount.step = amount.value + digit, ONE
            amount.extend(k + 1)

    def _unit_at(self, k: int) -> tuple[Unit, int, bool] | None:
        """The unit at token k, a hyphen before it allowed ("40-foot"), and whether there was one."""
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        hyphened = words[k] == "-" and tokens.glued(k) and tokens.glued(k + 1)
        k += hyphened
        if self._around.is_cents(k):
            return CENTS, k + 1, hyphened
        found = unit_at(vocabulary, tokens, k)
        if found is None and words[k] in vocabulary.words["unit_linkers"]:
            # "millions de dollars", "milliards d'euros".
            k += 2 if words[k + 1] in _QUOTES else 1
            found = vocabulary.units.at(words, k)
        if found is None or self._around.measured(k) is None:
            return None
        unit, last = found
        written = tokens.original(last - 1)
        millions = written in {"MT", "mt"} and self._abbreviates_millions and not self._scaled(k - 1)
        cased = vocabulary.cased.get("Mt" if millions else written)
        return (unit if cased is None else Unit(cased[0], unit.kind, cased[1])), last, hyphened

    @cached_property
    def _abbreviates_millions(self) -> bool:
        """ "2.5 million tonnes (MT)": what "MT" stands for in this text; after "million metric tons" it is the unit."""
        words = self._words
        marks = (i for i, word in enumerate(words) if word == "mt" and words[i - 1] == "(" and words[i + 1] == ")")
        return any(words[max(0, i - 3)] == "million" for i in marks)

    def _scaled(self, k: int) -> bool:
        """Whether a number has its scale already, or thousands of its own ("30,000 MT")."""
        return self._words[k] in self._vocabulary.values["scales"] or "," in self._words[k]

    def _short_scale(self, amount: Amount) -> bool:
        """ "300m euros", "5m people": a letter for the scale, known from the word after it."""
        words, tokens, k = self._words, self._tokens, amount.last
        if words[k] not in self._vocabulary.values["counted_short"] or not tokens.glued(k) or amount.scale != ONE:
            return False
        if words[k] == "m" and not self._things_follow(k + 1):
            # A length.
            return False
        if not self._money.short_scale(amount, "counted_short"):
            return False
        self._after(amount)
        return True

    def _packed(self, amount: Amount) -> bool:
        """ "428,015 60-kg bags", "6.8 million (50-kilogramme) bags", "300 40-foot containers": how large each is."""
        words, tokens, vocabulary, k = self._words, self._tokens, self._vocabulary, amount.last
        opened = words[k] == "("
        k += opened
        if not words[k][:1].isdecimal() or (tokens.glued(k) and not opened):
            return False
        k += 1
        k += words[k] in _DASHES
        size = vocabulary.units.at(words, k)
        if size is None or size[0].kind != "quantity":
            return False
        k = size[1]
        k += opened and words[k] == ")"
        found, noun = vocabulary.units.at(words, k), self._nouns.counted(k, one=False)
        if found is not None and found[0].kind in {"counted", "quantity"}:
            self._take(amount, found[0], found[1], hyphened=False)
        elif found is None and noun is not None and noun.rule == "counted":
            amount.extend(k)
            self._noun(amount)
        return amount.unit is not None

    def _things_follow(self, k: int) -> bool:
        found = self._vocabulary.units.at(self._words, k)
        if self._money.is_code(k) or (found is not None and (found[0].kind == "money" or not found[0].fussy)):
            return True
        noun = self._nouns.counted(k, one=False)
        return noun is not None and noun.rule == "counted"

    # -- nouns --

    def _beside(self, amount: Amount) -> None:
        """The noun beside an East Asian counter: after it in Chinese, before the number in Korean."""
        after = self._nouns.following(amount.last)
        if after is not None:
            amount.unit, amount.noun, amount.reach = after[0], after[1], after[1][1]
            return
        hedge = hedge_before(self._tokens, self._vocabulary, amount.first)
        before = self._nouns.preceding(amount.first if hedge is None else hedge[1])
        if before is not None:
            name, amount.noun = before
            if amount.unit == "units" and name is not None:
                amount.unit = name

    def _noun(self, amount: Amount) -> None:
        before = self._words[max(0, amount.first - 2) : amount.first]
        if len(before) > 1 and self._vocabulary.has("families", before[0]) and self._vocabulary.has("of", before[1]):
            amount.unit, amount.kind, amount.rule = "people", "count", "family"
            return
        after = hedge_after(self._tokens, self._vocabulary, amount.last)
        one = amount.value == ONE
        # "four or more languages", "30-plus countries"
        found = None if after is None else self._nouns.counted(after[2], one=False)
        found = found or self._nouns.counted(amount.last, one=one)
        if found is None:
            return
        amount.unit, amount.noun, amount.hyphened = found.unit, found.span, found.hyphened
        amount.kind, amount.rule, amount.reach = "count", found.rule, found.span[1]
        if found.per is not None:
            amount.unit = f"{amount.unit}_per_{found.per}"

    def _measured_noun(self, amount: Amount) -> None:
        """ "pairs of surgical gloves", "tonnes of rice", "30 grams of sugar a day": what is measured."""
        if self._words[amount.last] not in self._vocabulary.words["of"]:
            return
        noun = self._nouns.phrase(amount.last + 1)
        if amount.kind in {"quantity", "percent"}:
            amount.noun = noun
        if noun is None or amount.kind not in {"quantity", "money"}:
            return
        last = noun[1]
        while self.rates.at(last) is None and self._words[last] == "and":
            # "2.5 million barrels of crude oil and condensate a day".
            further = self._nouns.phrase(last + 1)
            if further is None:
                return
            last = further[1]
        if self.rates.at(last) is not None:
            amount.reach = last
