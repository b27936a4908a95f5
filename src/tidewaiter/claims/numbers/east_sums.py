"""Digits and characters added up with powers of ten thousand: "14억7천만", "469.9万", "1만8천", "十六点二"."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.east_sum import Sum
from tidewaiter.claims.numbers.numeral import ONE, ZERO, Numeral, parse_digits
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.unit_at import unit_at
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_THREE_DIGITS = Decimal(100)
_TEN = Decimal(10)
_LONGEST = 24
_TEN_THOUSAND = Decimal(10_000)
_ZEROS = frozenset("零〇○")


class EastSums:
    """Adds up the number that begins at a token, whatever it turns out to count."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._vocabulary = vocabulary
        self._digits = vocabulary.values["east_digits"]
        self._small = vocabulary.values["east_small"]
        self._big = vocabulary.values["east_big"]
        self._tens = vocabulary.values["east_tens"]
        self._more = vocabulary.words["east_more"]
        self._point = vocabulary.words["east_point"]

    def plain(self, i: int) -> Numeral | None:
        """A number in digits or characters, with or without powers."""
        if self._words[i][0].isdecimal() and not self.powered(i + 1):
            parsed = parse_digits(self._words[i], decimal_comma=False)
            return None if parsed is None else Numeral(i, i + 1, *parsed)
        return self.sum(i)

    def powered(self, k: int) -> bool:
        """Whether a power of ten, or "more", follows digits."""
        words = self._words
        if words[k] in self._more:
            # "10几", "20多万", "100여 명"; the character must not begin another word.
            return self._tokens.glued(k)
        small = words[k] in self._small and self._tokens.glued(k) and not self._unit_begins(k)
        return small or words[k] in self._big

    def sum(self, i: int, *, without: int = -1) -> Numeral | None:
        """The number at token i, as if the token `without` were not there."""
        words, tokens = self._words, self._tokens
        made, j, end = Sum(), i, i
        while j < i + _LONGEST:
            word = words[j]
            if j == without:
                j += 1
                end = j
                continue
            apart = j > i and not tokens.glued(j)
            if word in _ZEROS and made.powers and not apart and made.number is None and self._follows_gap(j + 1):
                # "30万零227", "四百零七": the gap in the powers is read aloud.
                j += 1
                continue
            if word[0].isdecimal():
                if made.number is not None or not self._goes_on(made, j, apart):
                    break
                parsed = parse_digits(word, decimal_comma=False)
                if parsed is None:
                    break
                made.number, made.step = parsed
                made.digits = True
            elif apart and not (word in self._big and made.digits):
                break
            elif word in self._digits:
                if made.number is not None:
                    # Digit beside digit is a year or a name ("二〇二二", "九一八").
                    return None
                made.number, made.step = self._digits[word], ONE
            elif word in self._tens:
                if made.number is not None or (made.last_small is not None and made.last_small <= _TEN):
                    break
                made.number, made.step = self._tens[word] / _TEN, ONE
                made.small(_TEN)
            elif word in self._small:
                if self._unit_begins(j):
                    break
                if made.last_small is not None and self._small[word] >= made.last_small and made.number is None:
                    break
                made.small(self._small[word])
            elif word in self._big:
                if made.last_big is not None and self._big[word] >= made.last_big:
                    if words[j - 1] not in self._big or self._big[word] == made.last_big:
                        break
                    # "3.25万亿": a power of a power.
                    made.greater(self._big[word])
                else:
                    made.big(self._big[word])
            elif word in self._more and j > i and not made.hedge and self._more_here(j):
                made.hedge = "more_than"
            elif word in self._point and j > i and (behind := self._behind_point(j)):
                j += len(behind)
                made.behind_point(behind)
            else:
                break
            j += 1
            end = j
        if end == i:
            return None
        scale = ONE if made.last_big is None else made.last_big
        return Numeral(
            i, end, made.value(), made.last_digit(), scale, "digits" if made.digits else "east",
            marked=made.powers > 0 or len(words[i]) > 3, hedge=made.hedge,
        )  # fmt: skip

    def _follows_gap(self, k: int) -> bool:
        """Whether the digits that a spoken gap leads to stand at token k."""
        word = self._words[k]
        return self._tokens.glued(k) and word not in _ZEROS and (word[0].isdecimal() or word in self._digits)

    def _unit_begins(self, j: int) -> bool:
        """Whether a power begins the word for a unit: "3.6千克" are kilograms, "1000亿千瓦时" are kilowatt hours."""
        found = self._vocabulary.units.at(self._words, j)
        return found is not None and found[1] > j + 1 and found[0].kind == "quantity"

    def _behind_point(self, j: int) -> list[Decimal]:
        """The digits behind a decimal point in characters: "十六点二", but not the time of "三点二十分"."""
        words, tokens, k = self._words, self._tokens, j + 1
        while words[k] in self._digits and tokens.glued(k) and k - j < _LONGEST:
            k += 1
        if k == j + 1 or not tokens.glued(j) or (words[k] in self._small and tokens.glued(k)):
            return []
        return [self._digits[word] for word in words[j + 1 : k]]

    def _goes_on(self, made: Sum, j: int, apart: bool) -> bool:
        """Whether digits after a power belong to the same number ("3조 2천억", "2만 3000")."""
        if made.powers == 0:
            return not made.total and not made.group
        limit = made.last_small if made.last_small is not None else made.last_big
        parsed = parse_digits(self._words[j], decimal_comma=False)
        if parsed is None or limit is None:
            return False
        lesser = self._big.get(self._words[j + 1])
        of_lesser = lesser is not None and made.last_big is not None and lesser < made.last_big
        if parsed[1] != ONE and not (of_lesser and "." in self._words[j]) and not self.measured(j + 1):
            # Decimals end a number ("3만8,563.6톤") but of a lesser power ("1兆8473.3億").
            return False
        if not apart:
            return parsed[0] < limit
        if made.last_big is None:
            return self._smaller_group(limit, parsed[0], j + 1)
        if self.dates(j + 1):
            return False
        if self._words[j + 1] in self._big:
            return self._big[self._words[j + 1]] < made.last_big
        if self._words[j + 1] in self._small and self._tokens.glued(j + 1):
            return True
        if parsed[0] < _THREE_DIGITS and not self.measured(j + 1):
            # "1만 15t" is one number.
            return False
        return parsed[0] < min(limit, _TEN_THOUSAND)

    def _smaller_group(self, limit: Decimal, digits: Decimal, k: int) -> bool:
        """Whether digits set apart go on below ten thousand: "6천 1백만", "3천 500만", "4천 8백 톤", "1천 260톤"."""
        word = self._words[k]
        if _TEN <= digits < limit and word not in self._small and word not in self._big:
            return self.measured(k) and not self.dates(k)
        if not self._tokens.glued(k) or digits == ZERO:
            return False
        return self._small[word] < limit if word in self._small else word in self._big and digits < limit

    def _more_here(self, j: int) -> bool:
        """Whether "more" is followed by a power or by what is counted, so that it does not begin a word."""
        words, k = self._words, j + 1
        return words[k] in self._big or words[k] in self._small or self.measured(k)

    def measured(self, k: int) -> bool:
        """Whether a unit or a listed noun stands at token k."""
        found = unit_at(self._vocabulary, self._tokens, k)
        if found is not None and found[0].kind != "none":
            return True
        return self._vocabulary.counted.at(self._words, k) is not None

    def dates(self, k: int) -> bool:
        """Whether a word of dates or ranks at token k makes the number before it one, and no unit says otherwise."""
        found = self._vocabulary.phrases["east_date"].at(self._words, k)
        if found is None:
            return False
        unit = self._vocabulary.units.at(self._words, k)
        return unit is None or unit[1] < found[1]
