"""A numeral with what it measures: currency, percent, unit, counted noun, rate. Ranges and hedges come after."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.claims.numbers.currencies import Currencies
from tidewaiter.claims.numbers.hedges import hedge_before
from tidewaiter.claims.numbers.masks import Masks
from tidewaiter.claims.numbers.nouns import Nouns, is_east
from tidewaiter.claims.numbers.numeral import EXACT, ONE, ZERO, Numeral
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Unit, Vocabulary

_OLDEST = 120
_NO_RATE = frozenset({"percent", "percentage_points"})


@dataclass(slots=True)
class Amount:
    """A figure in the making, at tokens [first, last).

    `unit` None is a bare number. `noun` are the tokens of what is counted or measured. `written` is the number before
    its scale, which "$3-5 million" needs. `upper` is set when a range is made.
    """

    first: int
    last: int
    numeral: Numeral
    value: Decimal
    step: Decimal
    unit: str | None = None
    kind: str = "bare"
    noun: tuple[int, int] | None = None
    rule: str = ""
    upper: Decimal | None = None
    upper_step: Decimal = ZERO
    changed_from: Amount | None = None
    #: The token after everything that belongs to the amount, the counted noun and rate words included.
    reach: int = 0
    hyphened: bool = False
    #: Whether the unit was handed on by a neighbour in a list.
    shared: bool = False

    @property
    def scale(self) -> Decimal:
        """The factor of the numeral's scale word, 1 for none."""
        return self.numeral.scale

    def rescale(self, factor: Decimal) -> None:
        """Take over the scale of the number this one shares it with."""
        self.value = EXACT.multiply(self.value, factor)
        self.step = EXACT.multiply(self.step, factor)


class AmountReader:
    """Reads what stands to the left and right of a numeral."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, masks: Masks, currencies: Currencies) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._vocabulary = vocabulary
        self._masks = masks
        self._currencies = currencies
        self._nouns = Nouns(tokens, vocabulary, masks)
        self._floor = 0

    def read(self, numeral: Numeral, floor: int = 0) -> Amount:
        """The amount around a numeral, from token `floor` on; its unit is None where nothing says what it is."""
        self._floor = floor
        amount = Amount(numeral.first, numeral.last, numeral, numeral.value, numeral.step, reach=numeral.last)
        self._sign(amount)
        if not self._money_before(amount):
            self._after(amount)
        if amount.unit is None:
            self._unit_before(amount)
        if amount.unit is None:
            if not self._age(amount):
                self._noun(amount)
        else:
            self._measured_noun(amount)
        self.rate(amount)
        return amount

    # -- to the left --

    def _sign(self, amount: Amount) -> None:
        words, tokens, i = self._words, self._tokens, amount.first
        before = words[i - 1]
        touching = before in {"-", "–"} and tokens.glued(i)
        spelled = self._vocabulary.has("minus", before) and words[i - 2] not in self._vocabulary.words["list_joiners"]
        loose = i < 2 or not tokens.glued(i - 1) or words[i - 2] in {"(", "["}
        if i <= self._floor:
            return
        if (touching and loose) or spelled:
            amount.first = i - 1
            amount.value = -amount.value
        elif before == "+" and tokens.glued(i) and loose:
            amount.first = i - 1

    def _money_before(self, amount: Amount) -> bool:
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        i = amount.numeral.first
        found = vocabulary.money_before.before(words, i)
        if found is not None:
            name, first = found
            letters = words[first][0].isalpha() and words[i - 1] != "$"
            if letters and not self._stands_as_code(first, i):
                found = None
            elif first < i - 1 and len(words[first]) == 1 and not tokens.glued(i - 1):
                # "a $10 million bonus" is not in Australian dollars.
                found = vocabulary.money_before.at(words, i - 1)
                found = None if found is None else (found[0], i - 1)
        if found is None:
            code = words[i - 1]
            if code not in vocabulary.codes or not tokens.original(i - 1).isupper():
                return False
            if code in vocabulary.wordlike and not amount.numeral.marked:
                return False
            found = code.upper(), i - 1
        name, first = found
        if first < self._floor:
            return False
        amount.unit, amount.kind = name, "money"
        self._prefix(amount, first)
        self._short_scale(amount, "money")
        self._money_again(amount)
        amount.unit = self._currencies.resolve(amount.unit, tokens.starts[i])
        return True

    def _unit_before(self, amount: Amount) -> None:
        """ "magnitude 7.1", "Mach 2"."""
        found = self._vocabulary.units_before.before(self._words, amount.first)
        if found is not None:
            amount.unit, amount.kind, amount.rule = found[0], "quantity", "unit_before"

    def _stands_as_code(self, first: int, i: int) -> bool:
        """Whether letters before a number ("RM", "Rs", "R") are the sign of a currency: capital, or touching it."""
        tokens = self._tokens
        written = self._tokens.text[tokens.starts[first] : tokens.ends[i - 1]]
        if len(written) == 1:
            return tokens.glued(i) and written.isupper() and not (first and tokens.glued(first))
        return written[0].isupper() or tokens.glued(i)

    def _prefix(self, amount: Amount, first: int) -> None:
        words, tokens = self._words, self._tokens
        k = first - 1
        if words[k] in self._vocabulary.codes and tokens.original(k).isupper() and k >= self._floor:
            amount.unit, first = words[k].upper(), k
        amount.first = min(amount.first, first)
        dash = words[first - 1] in {"-", "–"} and tokens.glued(first) and not tokens.glued(first - 1)
        if first > self._floor and (dash or self._vocabulary.has("minus", words[first - 1])):
            amount.value, amount.first = -abs(amount.value), first - 1

    def _short_scale(self, amount: Amount, group: str) -> bool:
        """ "m", "k", "b" as scales, where the neighbourhood leaves no doubt."""
        words, tokens, k = self._words, self._tokens, amount.last
        scale = self._vocabulary.values[group].get(words[k])
        if scale is None or amount.numeral.scale != ONE or not (tokens.glued(k) or group == "money"):
            return False
        if words[k + 1][0].isdecimal() and tokens.glued(k + 1):
            return False
        amount.numeral.scale, amount.numeral.marked = scale, True
        amount.rescale(scale)
        amount.last = amount.reach = k + 1
        return True

    def _money_again(self, amount: Amount) -> None:
        """ "$5 million USD", "¥5 billion yen": the word after makes the sign plain."""
        words, k = self._words, amount.last
        if words[k] == "-" and self._tokens.glued(k):
            k += 1
        found = self._vocabulary.units.at(words, k)
        if found is not None and found[0].kind == "money" and found[0].factor == ONE and words[k] != "won":
            amount.unit, amount.last = found[0].name, found[1]
        elif words[k] in self._vocabulary.codes and self._tokens.original(k).isupper() and len(words[k]) == 3:
            amount.unit, amount.last = words[k].upper(), k + 1
        amount.reach = amount.last

    # -- to the right --

    def _after(self, amount: Amount) -> None:
        if self._short_money(amount):
            return
        found = self._unit_at(amount.last)
        if found is None:
            self._code_after(amount)
            return
        unit, last, hyphened = found
        words = self._words
        if self._is_age(amount, unit):
            return
        amount.unit, amount.kind, amount.last, amount.hyphened = unit.name, unit.kind, last, hyphened
        if unit.factor != ONE:
            amount.rescale(unit.factor)
        if unit.kind == "money":
            amount.unit = self._currency(unit.name, amount)
            if amount.unit == "pounds":
                amount.kind = "quantity"
        if amount.kind == "duration":
            amount.kind, amount.rule = "quantity", "duration"
        amount.reach = amount.last
        if amount.kind == "counted":
            amount.kind, amount.rule = "count", "counted"
        if amount.kind in {"count", "quantity"} and is_east(words[amount.last - 1] + words[amount.first - 1]):
            self._beside(amount)

    def _beside(self, amount: Amount) -> None:
        """The noun beside an East Asian counter: after it in Chinese, before the number in Korean."""
        after = self._nouns.following(amount.last)
        if after is not None:
            amount.unit, amount.noun, amount.reach = after[0], after[1], after[1][1]
            return
        hedge = hedge_before(self._tokens, self._vocabulary, amount.first)
        before = self._nouns.preceding(amount.first if hedge is None else hedge[1])
        if before is not None:
            amount.unit, amount.noun = (before[0] if amount.unit == "units" else None) or amount.unit, before[1]

    def _currency(self, name: str, amount: Amount) -> str:
        if name == "pounds" and self._words[amount.last] in self._vocabulary.words["of"]:
            return name
        return self._currencies.resolve(name, self._tokens.starts[amount.numeral.first])

    def _unit_at(self, k: int) -> tuple[Unit, int, bool] | None:
        """The unit at token k, a hyphen before it allowed: "40-foot", "25-percent"."""
        words, tokens = self._words, self._tokens
        hyphened = words[k] == "-" and tokens.glued(k) and tokens.glued(k + 1)
        k += hyphened
        found = self._vocabulary.units.at(words, k)
        if found is None and words[k] in self._vocabulary.words["unit_linkers"]:
            # "millions de dollars", "milliards d'euros".
            k += 2 if words[k + 1] in {"'", "’"} else 1
            found = self._vocabulary.units.at(words, k)
        if found is None or found[0].kind == "none" or self._masks.measured(k) is None:
            return None
        unit, last = found
        if (
            unit.kind == "money"
            and not words[last - 1][0].isalpha()
            and words[last][0].isdecimal()
            and tokens.glued(last)
        ):
            # "5 $3": the sign is the next number's.
            return None
        if tokens.original(last - 1) in self._vocabulary.cased:
            name, factor = self._vocabulary.cased[tokens.original(last - 1)]
            unit = Unit(name, unit.kind, factor)
        return unit, last, hyphened

    def _short_money(self, amount: Amount) -> bool:
        """ "300m euros", "5m people": a letter for the scale, known from the word after it."""
        words, tokens, k = self._words, self._tokens, amount.last
        if words[k] not in self._vocabulary.values["counted_short"] or not tokens.glued(k) or amount.scale != ONE:
            return False
        found = self._vocabulary.units.at(words, k + 1)
        money = found is not None and found[0].kind == "money"
        noun = self._nouns.counted(k + 1, one=False)
        counted = (noun is not None and noun.rule == "counted") or (found is not None and not found[0].fussy)
        code = words[k + 1] in self._vocabulary.codes and tokens.original(k + 1).isupper()
        if not (money or counted or code or words[k] != "m"):
            return False
        if not self._short_scale(amount, "counted_short"):
            return False
        self._after(amount)
        return True

    def _code_after(self, amount: Amount) -> None:
        words, tokens, k = self._words, self._tokens, amount.last
        if words[k] in self._vocabulary.codes and tokens.original(k).isupper():
            amount.unit, amount.kind, amount.last, amount.reach = words[k].upper(), "money", k + 1, k + 1

    # -- ages, nouns, rates --

    def _is_age(self, amount: Amount, unit: Unit) -> bool:
        k = amount.last
        if self._words[k] == "-":
            k += 1
        return unit.kind == "duration" and self._vocabulary.phrases["age_after"].at(self._words, k) is not None

    def _age(self, amount: Amount) -> bool:
        """ "aged 45", "45-year-old", "Kim, 45,": years, by the rule `age`."""
        words, vocabulary = self._words, self._vocabulary
        k = amount.last + 1 if words[amount.last] == "-" else amount.last
        found = vocabulary.phrases["age_after"].at(words, k)
        i = amount.first
        if found is not None:
            amount.last = found[1]
            unit = vocabulary.units.at(words, k)
            amount.unit = unit[0].name if unit else "years"
        elif words[i - 1] in vocabulary.words["age_before"] and amount.value < _OLDEST and amount.scale == ONE:
            amount.unit = "years"
        elif amount.value < _OLDEST and amount.numeral.form == "digits" and not amount.numeral.marked:
            if not (self._aside(i, k) or self._people_by_age(amount)):
                return False
            amount.unit = "years"
        else:
            return False
        amount.kind, amount.rule, amount.reach = "quantity", "age", amount.last
        return True

    def _aside(self, i: int, k: int) -> bool:
        """ "Kim, 45, said"."""
        words = self._words
        named = i > 1 and words[i - 2].isalpha() and (self._tokens.capitalised(i - 2) or self._person(i - 2))
        return (
            words[i - 1] == "," and words[k] in {",", ".", ")"} and named
            and not self._vocabulary.has("months", words[i - 2])
        )  # fmt: skip

    def _person(self, k: int) -> bool:
        found = self._vocabulary.singular.at(self._words, k)
        return found is not None and found[0].name == "people"

    def _people_by_age(self, amount: Amount) -> bool:
        """ "children under 12"."""
        i = amount.first
        if self._words[i - 1] not in self._vocabulary.words["age_leans"]:
            return False
        found = self._vocabulary.counted.before(self._words, i - 1)
        people = found is not None and found[0].name == "people"
        people = people or self._vocabulary.has("age_people", self._words[i - 2])
        return people and self._nouns.counted(amount.last, one=False) is None

    def _noun(self, amount: Amount) -> None:
        found = self._nouns.counted(amount.last, one=amount.value == ONE)
        if found is None:
            return
        amount.unit, amount.noun, amount.hyphened = found.unit, found.span, found.hyphened
        amount.kind, amount.rule = "count", found.rule
        amount.reach = found.span[1]
        if found.per is not None:
            amount.unit = f"{amount.unit}_per_{found.per}"

    def _measured_noun(self, amount: Amount) -> None:
        """ "pairs of surgical gloves", "tonnes of rice": what is measured."""
        if amount.kind in {"quantity", "percent"} and self._words[amount.last] in self._vocabulary.words["of"]:
            amount.noun = self._nouns.phrase(amount.last + 1)
            if amount.noun is not None and amount.kind == "quantity" and self._rate_at(amount.noun[1]) is not None:
                amount.reach = amount.noun[1]

    def rate(self, amount: Amount) -> None:
        """ "per tonne", "a day", "each", "daily": what one of something takes."""
        # "5 percent a year" stays a percentage: what it is a percentage of is the frame's to say.
        if amount.unit is None or amount.kind in _NO_RATE or amount.rule == "age" or "_per_" in amount.unit:
            return
        found = self._rate_at(amount.reach)
        if found is None:
            self._rate_before(amount)
            return
        name, last = found
        amount.unit = f"{amount.unit}_per_{name}"
        if amount.reach == amount.last:
            amount.last = last
        amount.reach = last

    def _rate_before(self, amount: Amount) -> None:
        """ "톤당 450달러", "每吨450美元"."""
        hedge = hedge_before(self._tokens, self._vocabulary, amount.first)
        found = self._vocabulary.rates_before.before(self._words, amount.first if hedge is None else hedge[1])
        if found is not None and amount.rule != "duration":
            amount.unit = f"{amount.unit}_per_{found[0]}"

    def _rate_at(self, j: int) -> tuple[str, int] | None:
        words, vocabulary = self._words, self._vocabulary
        adverb = vocabulary.rate_adverbs.at(words, j)
        if adverb is not None and not vocabulary.rates.at(words, j + 1) and words[j + 1] not in vocabulary.words["of"]:
            return adverb
        if words[j] in vocabulary.words["per_words"]:
            base = vocabulary.phrases["per_thousands"].at(words, j + 1)
            if base is not None:
                return self._per_thousands(j + 1, base[1])
            found = vocabulary.rates.at(words, j + 1)
            if (
                found is None
                and words[j] == "per"
                and words[j + 1][0].isalpha()
                and words[j + 1] not in vocabulary.words["stops"]
            ):
                return words[j + 1], j + 2
            return found
        if words[j] in vocabulary.words["per_articles"]:
            found = vocabulary.rates.at(words, j + 1)
            if found is not None and words[found[1]] not in vocabulary.words["later"]:
                return found
        return None

    def _per_thousands(self, first: int, last: int) -> tuple[str, int]:
        """ "per 100,000 people": the base is part of the unit, no figure of its own."""
        words = self._words
        for k in range(first, last):
            self._masks.codes[k] = 1
        written = "".join(words[first:last]).replace(",", "")
        found = self._vocabulary.counted.at(words, last)
        if found is None:
            return written, last
        return f"{written}_{found[0].name}", found[1]
