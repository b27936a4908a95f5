"""Rates: "per tonne", "a day", "each", "daily", "per 100,000 people", "톤당", "每吨"."""

from __future__ import annotations

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.hedges import hedge_before
from tidewaiter.claims.numbers.surroundings import NAME, Surroundings
from tidewaiter.claims.numbers.tokens import is_east

_TIMES = frozenset({"day", "week", "month", "year", "decade", "hour", "minute", "quarter"})
#: Who gets so much each.
_HEADS = frozenset({"person", "household"})
#: "每人一天装三个": no rate by the head alone.
_DAYS = frozenset("天日周週月年")
#: No verb between a time and how much in it is longer, hedges included.
_VERB = 8
#: Tokens of a bracket that holds an amount in another currency.
_GLOSS = 8
#: No price of one of something stands further behind it.
_PRICE = 18
_SINGULAR = {"tonnes": "tonne", "litres": "litre", "barrels": "barrel", "bags": "bag", "boxes": "box"}
#: What goods are sold by.
_MEASURED = frozenset({*_SINGULAR.values(), "kg", "gram", "ounce", "gallon", "cubic_metre"})
_ONES = frozenset({"1", "one"})
_PERCENTAGES = frozenset({"percent", "percentage_points"})


class Rates:
    """Reads what one of something takes."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary

    def take(self, amount: Amount) -> None:
        """Make the unit of an amount a rate where words beside it say so.

        "5 percent a year" stays a percentage: what it is a percentage of is the frame's to say.
        """
        if amount.unit is None or amount.kind in _PERCENTAGES or amount.rule == "age" or "_per_" in amount.unit:
            return
        found = self.at(amount.reach)
        if found is None and amount.kind == "money" and (glossed := self._behind_gloss(amount)) is not None:
            amount.unit = f"{amount.unit}_per_{glossed[0]}"
            return
        if self._words[amount.reach] in self._vocabulary.words["per_each"] and amount.kind != "money":
            found = None
        if found is None:
            self._take_before(amount)
            return
        name, last = found
        amount.unit = f"{amount.unit}_per_{name}"
        if amount.reach == amount.last:
            amount.last = last
        amount.reach = last

    def _behind_gloss(self, amount: Amount) -> tuple[str, int] | None:
        """ "1,780 yuan ($244.60) per kg": what both amounts, the one in the bracket too, are paid for."""
        words, j = self._words, amount.reach
        end = j if words[j] == ")" and words[amount.first - 1] == "(" else None
        if words[j] == "(":
            end = next((k for k in range(j + 2, j + _GLOSS) if words[k : k + 1] == [")"]), None)
            end = end if end is not None and any(word[0].isdigit() for word in words[j + 1 : end]) else None
        found = None if end is None else self.at(end + 1)
        return found if found is not None and found[0] in _MEASURED else None

    def _take_before(self, amount: Amount) -> None:
        """ "톤당 450달러", "每吨450美元"."""
        hedge = hedge_before(self._tokens, self._vocabulary, amount.first)
        before = self._vocabulary.rates_before.before
        # "일평균" is a rate as a whole; its "평균" by itself is a hedge.
        found = before(self._words, amount.first) or (None if hedge is None else before(self._words, hedge[1]))
        single = self._vocabulary.phrases["single_times"]
        if found is None and self._vocabulary.language == "ko" and amount.kind == "count" and amount.noun is not None:
            found = self._over_noun(amount.noun[0])
        if found is not None and found[0] == "month" and single.before(self._words, found[1]) is not None:
            # "9월 한 달 1천t": in that one, and not in each.
            found = None
        if found is None and self._vocabulary.language == "ko" and amount.kind == "money":
            found = self._for_one(amount.first)
        if found is None and self._vocabulary.language == "zh":
            found = self._earlier(amount.first, money=amount.kind == "money")
        if found is not None and amount.rule != "duration":
            amount.unit = f"{amount.unit}_per_{found[0]}"

    def _over_noun(self, first: int) -> tuple[str, int] | None:
        """ "하루 화차 20량", "하루 평균 트럭 500대": so many in a time, with what they are between."""
        found = self._vocabulary.rates_before.before(self._words, first)
        return found if found is not None and found[0] in _TIMES else None

    def _earlier(self, first: int, *, money: bool) -> tuple[str, int] | None:
        """So much in a time or for a head, so much money for a weight: "每天有20节车厢", "每人分得12公斤",
        "每吨大米的价格约为420美元".
        """
        words, ends = self._words, self._vocabulary.words["east_rate_ends"]
        of, owned = self._vocabulary.words["east_of"], False
        for k in range(first - 1, max(first - (_PRICE if money else _VERB), 0), -1):
            if not is_east(words[k]) or (words[k] in ends and not (money and self._priced_over(k, first))):
                return None
            owned = owned or words[k] in of
            found = self._vocabulary.rates_before.before(words, k)
            if found is not None and (found[0] in _TIMES or (found[0] in _HEADS and not money)):
                # "每月的…" is no rate, "每吨…的价格" is; "人均口粮从12公斤减到10公斤" is none of the first alone.
                started = found[0] in _HEADS and (
                    words[first - 1] in self._vocabulary.words["east_from"] or not _DAYS.isdisjoint(words[k:first])
                )
                return found if not (owned or started) and first - k < _VERB else None
            if found is not None:
                return found if money else None
        return None

    def _priced_over(self, k: int, first: int) -> bool:
        """ "每吨大米的价格", "每公斤西瓜从3元涨到", "每吨焦煤到岸价": whether a price reaches over the token k."""
        word, words = self._words[k], self._vocabulary.words
        from_here = k == first - 1 and word in words["east_from"]
        return word in words["east_of"] or from_here or self._words[k + 1] in words["east_landed"]

    def _for_one(self, first: int) -> tuple[str, int] | None:
        """ "쌀 1kg은 장마당에서 5천 원": the money that one of something costs."""
        for k in range(first - 1, max(first - _PRICE, 0), -1):
            found = self._around.costs(k) if self._words[k] == "1" else None
            if found is not None:
                return _SINGULAR.get(found[0], found[0]), k
        return None

    def at(self, j: int) -> tuple[str, int] | None:
        """What the rate that begins at token j is per, and the token after it."""
        words, vocabulary = self._words, self._vocabulary
        adverb = vocabulary.rate_adverbs.at(words, j)
        if adverb is not None and not vocabulary.rates.at(words, j + 1) and words[j + 1] not in vocabulary.words["of"]:
            return adverb
        found = vocabulary.rates.at(words, j + 1)
        if words[j] in vocabulary.words["per_words"]:
            # "Per 1 kilogramme".
            found = found or (vocabulary.rates.at(words, j + 2) if words[j + 1] in _ONES else None)
            return found or self._per_thousands(j + 1) or self._per_any(j)
        if found is not None and words[j] in vocabulary.words["per_articles"]:
            # "a year earlier" is a time.
            return None if found[0] in _TIMES and words[found[1]] in vocabulary.words["later"] else found
        return None

    def _per_any(self, j: int) -> tuple[str, int] | None:
        """ "per woman": any noun after a word that is used for nothing else."""
        word = self._words[j + 1]
        if self._words[j] not in self._vocabulary.words["per_any"] or not word[0].isalpha():
            return None
        return None if word in self._vocabulary.words["stops"] else (word, j + 2)

    def _per_thousands(self, first: int) -> tuple[str, int] | None:
        """ "per 100,000 people": the base is part of the unit, no figure of its own."""
        base = self._vocabulary.phrases["per_thousands"].at(self._words, first)
        if base is None:
            return None
        last = base[1]
        self._around.mark(NAME, *range(first, last))
        written = "".join(self._words[first:last]).replace(",", "")
        found = self._vocabulary.counted.at(self._words, last)
        return (written, last) if found is None else (f"{written}_{found[0].name}", found[1])
