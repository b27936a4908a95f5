"""Numerals of Korean, Chinese and Japanese: digits and characters with powers of ten thousand, freely mixed.

"14억7천만", "1만8천", "2천397만9천", "469.9万", "5.39059亿", "三千万", "3億", "100여", "20多万", "수십만", "3분의 1",
"百分之五".
"""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.numbers.east_sums import EastSums
from tidewaiter.claims.numbers.numeral import ONE, ZERO, Numeral
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.unit_at import unit_at
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_HUNDRED = Decimal(100)
_ROUGHLY = Decimal("0.1")
_TWO = Decimal(2)
_LONGEST = 24
_NEAR_FRACTION = 5
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
        self._tens = vocabulary.values["east_tens"]
        self._native = vocabulary.values["east_native"]
        self._no_counts = vocabulary.words["east_no_counts"]
        self._vague = vocabulary.words["east_vague"]
        self._sums = EastSums(tokens, vocabulary)

    def read(self, i: int) -> Numeral | None:
        """The numeral at token i; None for plain digits, which are read as everywhere else, and for other words."""
        words = self._words
        word = words[i]
        if word[0].isdecimal():
            numeral = self._sums.sum(i) if self._sums.powered(i + 1) else None
        elif word in self._vague:
            numeral = self._vague_count(i)
        elif word in self._digits or word in self._small or word in self._big or word in self._tens:
            numeral = self._worded(i)
        else:
            numeral = self._native_count(i)
        if numeral is None or self._sums.dates(numeral.last):
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
            share = self._sums.plain(percent[1])
            if share is not None:
                return Numeral(i, share.last, share.value, share.step, form="percent")
            return None
        if self._words[i][0].isdecimal():
            # A plain number is looked at only where the sign of a fraction follows.
            follows = self._vocabulary.phrases["east_over"].at(self._words, i + 1)
            return None if follows is None and not self._sums.powered(i + 1) else self._over(i)
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
        under = self._sums.plain(i)
        found = None if under is None else self._vocabulary.phrases["east_over"].at(self._words, under.last)
        if under is None or found is None or under.value <= 0:
            return None
        over = self._sums.plain(found[1])
        if over is None or not 0 < over.value < under.value:
            return None
        value = over.value * _HUNDRED / under.value
        return Numeral(i, over.last, value, value * _ROUGHLY, form="fraction")

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
        numeral = self._sums.sum(i)
        if numeral is None or not (self._sums.measured(numeral.last) or self._ranges_on(numeral)):
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
        low, high = self._sums.sum(i, without=k + 1), self._sums.sum(i, without=k)
        if low is None or high is None or low.last != high.last or not self._sums.measured(low.last):
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
        second = self._sums.sum(k + 1)
        return second is not None and second.value > numeral.value and self._sums.measured(second.last)

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
        numeral = self._sums.sum(j)
        if numeral is None or numeral.form != "east" or not self._sums.measured(numeral.last):
            return None
        return Numeral(i, numeral.last, numeral.value, numeral.value, numeral.value, "vague", marked=True)

    def _native_count(self, i: int) -> Numeral | None:
        """Korean "두 척", "세 배", "서너 명": a native number, apart from the word before it, with its counter."""
        words, tokens = self._words, self._tokens
        for length in (3, 2, 1):
            value = self._native.get("".join(words[i : i + length]))
            if value is None or (i and tokens.glued(i)) or any(not tokens.glued(k) for k in range(i + 1, i + length)):
                continue
            found = unit_at(self._vocabulary, tokens, i + length)
            if (
                found is None
                or found[0].kind not in {"counted", "times"}
                or tokens.starts[i + length] > tokens.ends[i + length - 1] + 1
                or (tokens.glued(i + length) and words[i] + words[i + 1] in self._no_counts)
            ):
                continue
            return Numeral(i, i + length, value, ONE, form="east")
        return None
