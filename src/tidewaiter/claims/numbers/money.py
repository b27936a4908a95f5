"""Currencies beside a numeral: signs, codes and words before and after it, and the short scales they allow."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.numeral import ONE
from tidewaiter.claims.numbers.surroundings import Surroundings
from tidewaiter.claims.numbers.vocabulary import Unit

_DASHES = frozenset("-–")
_CUE_REACH = 8
#: A hundredth of the dollar, or of what the text counts in.
CENTS = Unit("USD", "money", Decimal("0.01"))
#: A verb as often as a currency, where another currency stands before the number already.
_VERB_LIKE = "won"


class MoneyReader:
    """Reads money in one text."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary
        self._currencies = around.currencies

    def before(self, amount: Amount, floor: int) -> bool:
        """Take in the currency that stands before an amount, not before token `floor`; whether there was one."""
        i = amount.numeral.first
        found = self._sign(i) or self._code(amount, i)
        if found is None or found[1] < floor or not self._around.is_meant(found[0], i):
            return False
        amount.unit, first = found
        amount.kind = "money"
        self._take_prefix(amount, first, floor)
        self.short_scale(amount, "money")
        self._again(amount)
        assert amount.unit is not None
        amount.unit = self._currencies.resolve(amount.unit, self._tokens.starts[i])
        return True

    def name(self, name: str, amount: Amount) -> str:
        """The unit behind a currency word after an amount; "pounds of" are a weight."""
        if name == "pounds" and self._words[amount.last] in self._vocabulary.words["of"]:
            return name
        resolved = self._currencies.resolve(name, self._tokens.starts[amount.numeral.first])
        if resolved == "pounds":
            first = amount.numeral.first
            around = self._words[max(0, first - _CUE_REACH) : first]
            if not self._vocabulary.words["money_cues"].isdisjoint(around):
                # "A payment of 1,500 pounds": no weight is paid.
                return "GBP"
        return resolved

    def code_after(self, amount: Amount) -> None:
        """Take in an ISO code after an amount ("500 CNY")."""
        if self.is_code(amount.last):
            amount.unit, amount.kind = self._words[amount.last].upper(), "money"
            amount.extend(amount.last + 1)

    def is_code(self, k: int) -> bool:
        """Whether token k is an ISO code, written in capitals."""
        return self._words[k] in self._vocabulary.codes and self._tokens.original(k).isupper()

    def short_scale(self, amount: Amount, group: str) -> bool:
        """Take in "m", "k" or "b" as a scale, from the group that the neighbourhood allows; whether there was one."""
        words, tokens, k = self._words, self._tokens, amount.last
        scale = self._vocabulary.values[group].get(words[k])
        if scale is None or amount.scale != ONE or not (tokens.glued(k) or group == "money"):
            return False
        if words[k + 1][0].isdecimal() and tokens.glued(k + 1):
            return False
        amount.numeral.scale, amount.numeral.marked = scale, True
        amount.rescale(scale)
        amount.extend(k + 1)
        return True

    def _sign(self, i: int) -> tuple[str, int] | None:
        """The sign before token i and where it begins."""
        words, tokens = self._words, self._tokens
        found = self._vocabulary.money_before.before(words, i)
        if found is None:
            return None
        first = found[1]
        if words[first][0].isalpha() and words[i - 1] != "$" and not self._stands_as_sign(first, i):
            return None
        if first < i - 1 and len(words[first]) == 1 and not tokens.glued(i - 1):
            # "a $10 million bonus" is not in Australian dollars.
            alone = self._vocabulary.money_before.at(words, i - 1)
            return None if alone is None else (alone[0], i - 1)
        return found

    def _stands_as_sign(self, first: int, i: int) -> bool:
        """Whether letters before a number ("RM", "Rs", "R") are the sign of a currency: capital, or touching it."""
        tokens = self._tokens
        written = tokens.text[tokens.starts[first] : tokens.ends[i - 1]]
        if len(written) == 1:
            return (
                tokens.glued(i)
                and written.isupper()
                and not (first and tokens.glued(first) and self._words[first - 1][0].isalnum())
            )
        return written[0].isupper() or tokens.glued(i)

    def _code(self, amount: Amount, i: int) -> tuple[str, int] | None:
        """The ISO code before token i; codes that are words need a number that is plainly one."""
        if not i or not self.is_code(i - 1):
            return None
        if self._words[i - 1] in self._vocabulary.wordlike and not amount.numeral.marked:
            return None
        return self._words[i - 1].upper(), i - 1

    def _take_prefix(self, amount: Amount, first: int, floor: int) -> None:
        """Take in the sign at token `first`, a code and a minus before it ("USD $5", "-$3 million")."""
        words, tokens = self._words, self._tokens
        if first > floor and self.is_code(first - 1):
            first -= 1
            amount.unit = words[first].upper()
        amount.first = min(amount.first, first)
        dash = words[first - 1] in _DASHES and tokens.glued(first) and not tokens.glued(first - 1)
        spelled = self._vocabulary.has("minus", words[first - 1])
        spelled = spelled and words[first - 2] not in self._vocabulary.words.get("east_bears", ())
        if first > floor and (dash or spelled):
            amount.value, amount.first = -abs(amount.value), first - 1

    def _again(self, amount: Amount) -> None:
        """Take in "USD" of "$5 million USD", "yen" of "¥5 billion yen": it makes the sign plain."""
        words, k = self._words, amount.last
        if words[k] == "-" and self._tokens.glued(k):
            k += 1
        found = self._vocabulary.units.at(words, k)
        if found is not None and not words[k][0].isalpha() and words[found[1]][0].isdecimal():
            # "$1,500-$2,000": the second sign is the next number's.
            found = None
        if found is not None and found[0].kind == "money" and found[0].factor == ONE and words[k] != _VERB_LIKE:
            if words[k] not in self._vocabulary.words["east_money"]:
                # "新台幣5億元": the word is that of any currency.
                amount.unit = found[0].name
            amount.extend(found[1])
        elif self.is_code(k):
            amount.unit = words[k].upper()
            amount.extend(k + 1)
