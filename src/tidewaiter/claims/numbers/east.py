"""Numerals of Korean, Chinese and Japanese: digits and characters with powers of ten thousand, freely mixed.

"14억7천만", "1만8천", "2천397만9천", "469.9万", "5.39059亿", "三千万", "3億", "100여", "20多万", "수십만", "3분의 1",
"百分之五".
"""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.east_sum import Sum
from tidewaiter.claims.numbers.numeral import ONE, ZERO, Numeral, parse_digits
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_HUNDRED = Decimal(100)
_ROUGHLY = Decimal("0.1")
_TWO = Decimal(2)
_THREE_DIGITS = Decimal(100)
_LONGEST = 24
_NEAR_FRACTION = 5
_TEN_THOUSAND = Decimal(10_000)
_ZEROS = frozenset("零〇")
#: No hour of the day is later.
_HOURS = 24


class EastReader:
    """Reads the East Asian numeral that begins at a token, if one does."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._vocabulary = vocabulary
        self._digits = vocabulary.values["east_digits"]
        self._small = vocabulary.values["east_small"]
        self._big = vocabulary.values["east_big"]
        self._native = vocabulary.values["east_native"]
        self._more = vocabulary.words["east_more"]
        self._vague = vocabulary.words["east_vague"]
        self._point = vocabulary.words["east_point"]

    def read(self, i: int) -> Numeral | None:
        """The numeral at token i; None for plain digits, which are read as everywhere else, and for other words."""
        words = self._words
        word = words[i]
        if word[0].isdecimal():
            numeral = self._sum(i) if self._powered(i + 1) else None
        elif word in self._vague:
            numeral = self._vague_count(i)
        elif word in self._digits or word in self._small or word in self._big:
            numeral = self._worded(i)
        else:
            numeral = self._native_count(i)
        if numeral is None or self._dates(numeral.last):
            return None
        return numeral

    def fraction(self, i: int) -> Numeral | None:
        """A share at token i: "3분의 1", "三分之一", "百分之五", "절반", "一半"."""
        led = self._vocabulary.phrases["east_half_led"].at(self._words, i)
        if led is not None and not (self._tokens.glued(i) and i and self._words[i - 1][0].isalnum()):
            return Numeral(i, i + 1, Decimal(50), Decimal(50) * _ROUGHLY, form="fraction")
        double = self._double(i)
        if double is not None:
            return double
        half = self._vocabulary.phrases["east_half"].at(self._words, i)
        if half is not None and not (
            self._tokens.glued(i) and i and self._words[i - 1] in self._vocabulary.words["east_ordinal"]
        ):
            return Numeral(i, half[1], Decimal(50), Decimal(50) * _ROUGHLY, form="fraction")
        doubled = self._vocabulary.phrases["east_doubled"].at(self._words, i)
        if doubled is not None:
            return Numeral(i, doubled[1], _TWO, _TWO * _ROUGHLY, form="multiple")
        percent = self._vocabulary.phrases["east_percent"].at(self._words, i)
        if percent is not None:
            share = self._plain(percent[1])
            if share is not None:
                return Numeral(i, share.last, share.value, share.step, form="percent")
            return None
        if self._words[i][0].isdecimal():
            # A plain number is looked at only where the sign of a fraction follows.
            follows = self._vocabulary.phrases["east_over"].at(self._words, i + 1)
            return None if follows is None and not self._powered(i + 1) else self._over(i)
        signs = self._vocabulary.phrases["east_over"].firsts()
        near = not signs.isdisjoint(self._words[i + 1 : i + _NEAR_FRACTION])
        return self._over(i) if near and (self._words[i] in self._digits or self._words[i] in self._small) else None

    def _double(self, i: int) -> Numeral | None:
        """ "배로 늘었다", "같은 기간의 배를 넘는다": a multiple without a number is two."""
        words, tokens = self._words, self._tokens
        if self._vocabulary.phrases["east_double"].at(words, i) is None:
            return None
        if i and tokens.glued(i) and (words[i - 1][0].isalnum() or words[i - 1] == "."):
            return None
        last = i + 2 if words[i + 1] == "절" else i + 1
        return Numeral(i, last, _TWO, _TWO * _ROUGHLY, form="multiple")

    def _over(self, i: int) -> Numeral | None:
        under = self._plain(i)
        found = None if under is None else self._vocabulary.phrases["east_over"].at(self._words, under.last)
        if under is None or found is None or under.value <= 0:
            return None
        over = self._plain(found[1])
        if over is None or not 0 < over.value < under.value:
            return None
        value = over.value * _HUNDRED / under.value
        return Numeral(i, over.last, value, value * _ROUGHLY, form="fraction")

    def _plain(self, i: int) -> Numeral | None:
        """A number in digits or characters, with or without powers."""
        if self._words[i][0].isdecimal() and not self._powered(i + 1):
            parsed = parse_digits(self._words[i], decimal_comma=False)
            return None if parsed is None else Numeral(i, i + 1, *parsed)
        return self._sum(i)

    def _powered(self, k: int) -> bool:
        """Whether a power of ten, or "more", follows digits."""
        words = self._words
        if words[k] in self._more:
            # "10几", "20多万", "100여 명"; the character must not begin another word.
            return self._tokens.glued(k)
        small = words[k] in self._small and self._tokens.glued(k) and not self._unit_begins(k)
        return small or words[k] in self._big

    def _sum(self, i: int, *, without: int = -1) -> Numeral | None:
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
            if word in _ZEROS and made.powers and not apart and words[j + 1][0].isdecimal() and tokens.glued(j + 1):
                # "30万零227": the gap in the powers is read aloud.
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
        if parsed[1] != ONE and not self._measured(j + 1):
            # Decimals end a number: "3만8,563.6톤".
            return False
        if not apart:
            return parsed[0] < limit
        if made.last_big is None:
            return self._smaller_group(limit, parsed[0], j + 1)
        if self._dates(j + 1):
            return False
        if self._words[j + 1] in self._big:
            return self._big[self._words[j + 1]] < made.last_big
        if self._words[j + 1] in self._small and self._tokens.glued(j + 1):
            return True
        return _THREE_DIGITS <= parsed[0] < min(limit, _TEN_THOUSAND)

    def _smaller_group(self, limit: Decimal, digits: Decimal, k: int) -> bool:
        """Whether digits set apart go on below ten thousand: "6천 1백만", "3천 500만", "4천 8백 톤"."""
        word = self._words[k]
        if not self._tokens.glued(k) or digits == ZERO:
            return False
        return self._small[word] < limit if word in self._small else word in self._big and digits < limit

    def _more_here(self, j: int) -> bool:
        """Whether "more" is followed by a power or by what is counted, so that it does not begin a word."""
        words, k = self._words, j + 1
        return words[k] in self._big or words[k] in self._small or self._measured(k)

    def _measured(self, k: int) -> bool:
        found = self._vocabulary.units.at(self._words, k)
        if found is not None and found[0].kind != "none":
            return True
        return self._vocabulary.counted.at(self._words, k) is not None

    def _is_ranked_on(self, i: int) -> bool:
        """ "第二、三位", "第一和第二": a rank goes on."""
        words = self._words
        before = self._vocabulary.words["east_rank_verbs"]
        if words[i - 1] in before or (i > 2 and words[i - 3] in before and words[i - 1] in {"至", "到", "、"}):
            # "分居二至四名"
            return True
        top = words[i - 1] in self._vocabulary.words["east_top"]
        if top and words[i + 1] in self._vocabulary.words["east_topped"]:
            return True
        return (
            i > 2
            and words[i - 1] in self._vocabulary.words["east_rank_links"]
            and words[i - 2] in self._digits
            and words[i - 3] in self._vocabulary.words["east_ordinal"]
        )

    def _worded(self, i: int) -> Numeral | None:
        """A number written in characters: only with a unit, and not as part of a word before it."""
        words, tokens = self._words, self._tokens
        if i and tokens.glued(i) and (words[i - 1] in self._vocabulary.words["east_ordinal"] or self._is_ranked_on(i)):
            return None
        hangul = "\uac00" <= words[i] <= "\ud7a3"
        if hangul and i and tokens.glued(i) and "\uac00" <= words[i - 1] <= "\ud7a3":
            found = self._vocabulary.hedges_before.before(words, i)
            if found is None or tokens.glued(found[1]):
                return None
        neighbours = self._neighbours(i)
        if neighbours is not None:
            return neighbours
        numeral = self._sum(i)
        if numeral is None or not (self._measured(numeral.last) or self._ranges_on(numeral)):
            return None
        if numeral.value <= _HOURS and words[numeral.last] in self._vocabulary.words["east_hours"]:
            # "早上九点", "三点建议".
            return None
        short = numeral.last - i == 1
        if short and (words[i] in self._big or (hangul and words[i] in self._small)):
            return None
        if numeral.value == ONE and not self._multiplies(numeral.last):
            # "一名" is an article as often as a count; "一倍" is a multiple.
            return None
        return numeral

    def _neighbours(self, i: int) -> Numeral | None:
        """Two neighbouring digits are the ends of a range: "二三十", "四五百万", "十七八", "三五"."""
        words, tokens, digits, k = self._words, self._tokens, self._digits, i
        while k < i + _LONGEST and words[k] not in digits and (words[k] in self._small or words[k] in self._big):
            k += 1
        pair = [digits.get(words[k]), digits.get(words[k + 1])]
        if pair[0] is None or pair[1] is None or not tokens.glued(k + 1) or words[k + 2] in digits:
            return None
        if pair[0] == ZERO or not (pair[1] - pair[0] == ONE or pair == [Decimal(3), Decimal(5)]):
            return None
        low, high = self._sum(i, without=k + 1), self._sum(i, without=k)
        if low is None or high is None or low.last != high.last or not self._measured(low.last):
            return None
        low.upper, low.marked = high.value, True
        return low

    def _ranges_on(self, numeral: Numeral) -> bool:
        """ "三到四个", "两至三成": the first end of a range whose second end is measured."""
        words, k = self._words, numeral.last
        if words[k] not in self._vocabulary.words["range_words"] or not self._tokens.glued(k + 1):
            return False
        if words[k + 1] not in self._digits and words[k + 1] not in self._small:
            return False
        second = self._sum(k + 1)
        return second is not None and second.value > numeral.value and self._measured(second.last)

    def _multiplies(self, k: int) -> bool:
        found = self._vocabulary.units.at(self._words, k)
        return found is not None and (found[0].kind == "times" or found[0].factor != ONE)

    def _vague_count(self, i: int) -> Numeral | None:
        """ "수십만", "数百万", "上千": the powers named, open upwards."""
        words, tokens = self._words, self._tokens
        j = i + 1
        if (words[j] not in self._small and words[j] not in self._big) or not tokens.glued(j):
            return None
        if i and tokens.glued(i) and "\uac00" <= words[i - 1] <= "\ud7a3" and "\uac00" <= words[i] <= "\ud7a3":
            return None
        numeral = self._sum(j)
        if numeral is None or numeral.form != "east" or not self._measured(numeral.last):
            return None
        return Numeral(i, numeral.last, numeral.value, numeral.value, numeral.value, "vague", marked=True)

    def _native_count(self, i: int) -> Numeral | None:
        """Korean "두 척", "세 배", "서너 명": a native number, apart from the word before it, with its counter."""
        words, tokens = self._words, self._tokens
        for length in (3, 2, 1):
            value = self._native.get("".join(words[i : i + length]))
            if value is None or (i and tokens.glued(i)) or any(not tokens.glued(k) for k in range(i + 1, i + length)):
                continue
            found = self._vocabulary.units.at(words, i + length)
            if (
                found is None
                or found[0].kind not in {"counted", "times"}
                or tokens.starts[i + length] > tokens.ends[i + length - 1] + 1
            ):
                continue
            return Numeral(i, i + length, value, ONE, form="east")
        return None

    def _dates(self, k: int) -> bool:
        """Whether a word of dates or ranks at token k makes the number before it one, and no unit says otherwise."""
        found = self._vocabulary.phrases["east_date"].at(self._words, k)
        if found is None:
            return False
        unit = self._vocabulary.units.at(self._words, k)
        return unit is None or unit[1] < found[1]
