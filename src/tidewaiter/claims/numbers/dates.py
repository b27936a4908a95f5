"""Numbers that are dates, years or times of the clock."""

from __future__ import annotations

from functools import cached_property

from tidewaiter.claims.numbers.surroundings import CLOCK, DATE, FREE, ORDINAL, Surroundings
from tidewaiter.claims.words.own_years import is_solar_year, speaks_of_calendar, tells_own_years

_DASHES = frozenset("-–—~")
_LINKS = frozenset(("to", "and", "or", "through", "until", "&"))
_MONTHS, _LAST_DAY = frozenset(map(str, range(1, 13))), 31
_FIRST_YEAR, _LAST_YEAR, _LIKELY_YEAR = 1500, 2100, 1900


class Dates:
    """Recognises dates around a number."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary

    @cached_property
    def _solar(self) -> bool:
        """Whether the text speaks of the calendar of Iran and Afghanistan, in which 2023 is 1402."""
        return speaks_of_calendar(self._words)

    @cached_property
    def _own_years(self) -> bool:
        """Whether it has told one of its years by that calendar: then all such numbers are years."""
        return tells_own_years(self._words)

    def code(self, i: int, word: str) -> int:
        """The mask code of the digits at token i; FREE for no date."""
        return self._by_character(i, word) or self._clock(i, word) or self._date(i, word)

    def _by_character(self, i: int, word: str) -> int:
        """ "5월", "2022年", "제3차", "1~10일": a date or rank by the character after or before it."""
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        if i and tokens.glued(i) and words[i - 1] in vocabulary.words["east_ordinal"]:
            return ORDINAL
        top = i and tokens.glued(i) and words[i - 1] in vocabulary.words["east_top"]
        if top and words[i + 1] in vocabulary.words["east_topped"]:
            # "前10大出口国"
            return ORDINAL
        if i > 1 and words[i - 1] in vocabulary.words["east_hours"] and self._around.codes[i - 2]:
            return CLOCK
        if words[i + 1] in vocabulary.words["east_hours"] and (
            words[i + 2][0].isdecimal() or words[i - 1] in vocabulary.words["east_parts_of_day"]
        ):
            return CLOCK
        found = vocabulary.phrases["east_date"].at(words, i + 1)
        if found is None:
            return FREE
        unit = vocabulary.units.at(words, i + 1)
        # "11월 21일간": until that day, and not so many days.
        of_month = i > 1 and words[i - 1] in vocabulary.words["east_month"] and bool(self._around.codes[i - 2])
        dated = (len(word) == 4, "years"), (of_month, "days")
        if unit is not None and unit[1] >= found[1] and (True, unit[0].name) not in dated:
            return FREE
        self._partner(i, DATE)
        return DATE

    def _clock(self, i: int, word: str) -> int:
        words, tokens = self._words, self._tokens
        if words[i + 1] == ":" and tokens.glued(i + 1) and words[i + 2][0].isdecimal() and tokens.glued(i + 2):
            self._around.mark(CLOCK, i + 2)
            return CLOCK
        if words[i - 1] == ":" and tokens.glued(i) and words[i - 2][0].isdecimal():
            return CLOCK
        if self._vocabulary.phrases["clock_after"].at(words, i + 1) and len(word) <= 5:
            self._partner(i, CLOCK)
            return CLOCK
        return FREE

    def _partner(self, i: int, code: int) -> None:
        """The first of "7-9 pm", "between 7 and 9 p.m.", "20-22 June"."""
        words = self._words
        if words[i - 1] in _DASHES or words[i - 1] in _LINKS:
            k = i - 2
            if words[k][0].isdecimal() and len(words[k]) <= 5:
                self._around.codes[k] = code

    def _date(self, i: int, word: str) -> int:
        if "." in word and self._words[i - 1] == "(" and self._words[i + 1 : i + 3] == [".", ")"]:
            # "동향(3.18.)": the day of a report.
            month, _, day = word.partition(".")
            return DATE if month in _MONTHS and day.isdecimal() and int(day) <= _LAST_DAY else FREE
        if not word.isdecimal() or len(word) > 4:
            return FREE
        number = int(word)
        if number <= 31 and len(word) <= 2 and self._day(i):
            return DATE
        if is_solar_year(word) and self._solar and self._year(i, number):
            return DATE
        if len(word) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR and self._year(i, number):
            return DATE
        return FREE

    def _month(self, k: int) -> bool:
        """Whether token k names a month, in capitals where it is also a word."""
        vocabulary = self._vocabulary
        if not vocabulary.has("months", self._words[k]):
            return False
        return vocabulary.language != "en" or "\u0400" <= self._words[k][0] <= "\u04ff" or self._tokens.capitalised(k)

    def _day(self, i: int) -> bool:
        words = self._words
        k = i - 2 if words[i - 1] == "." else i - 1
        unit = self._around.measured(i + 1)
        if self._month(k):
            return unit is None
        # "June 20-22", "June 20 and 21".
        linked = words[i - 1] in _DASHES or words[i - 1] in _LINKS
        if linked and self._around.codes[i - 2] == DATE and len(words[i - 2]) <= 2 and unit is None:
            return not self._around.counted(i + 1)
        j = i + 1
        if words[j] in self._vocabulary.words["ordinal_suffixes"] or words[j] == ".":
            j += 1
        if words[j] == "of" or words[j] == "de":
            j += 1
        if self._month(j) and not (j > i + 1 and words[i + 1] == "." and self._tokens.size == j):
            self._partner(i, DATE)
            return True
        return False

    def _year(self, i: int, number: int) -> bool:
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        if vocabulary.money_before.before(words, i) is not None or words[i - 1] in vocabulary.codes:
            return False
        after = words[i + 1]
        if after in {"-", "–", "—", "/", "~"} and words[i + 2].isdecimal() and len(words[i + 2]) in {2, 4}:
            other = int(words[i + 2])
            if (other > number or (other < 100 and other > number % 100) or other < 13) and not self._around.measured(
                i + 3
            ) is not None:
                self._around.mark(DATE, i + 2)
                return True
        before = words[i - 1]
        if before in {"-", "–", "—"} and words[i - 2] == "mid":
            return True
        unit = self._around.measured(i + 1)
        if unit is not None:
            return before == "in" and unit.kind == "money"
        strong = vocabulary.has("strong_year", before) or self._month(i - 1)
        if tokens.glued(i + 1) and after[0].isalpha():
            return False
        if number < _LIKELY_YEAR:
            # "It sold 1400 carpets" has no such year before its goods; "1401 saw" is one.
            alone = before == "." or vocabulary.has("year_before", before) or not after[0].isalpha()
            return (strong or (self._own_years and alone)) and not self._around.counted(i + 1)
        if strong or not self._around.counted(i + 1):
            return True
        return vocabulary.counted.at(words, i + 1) is None and vocabulary.has("year_before", before)
