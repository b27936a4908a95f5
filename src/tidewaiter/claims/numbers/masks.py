"""Numbers that are no figures: dates, clock times, names, labels, ranks, telephone numbers, scores, addresses.

A mask is a code on a token. Every rule looks at a bounded neighbourhood of one number, so masking is linear in length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tidewaiter.claims.numbers.tokens import BREAK, EAST, Tokens
from tidewaiter.claims.numbers.vocabulary import Unit, Vocabulary

FREE, DATE, CLOCK, NAME, LABEL, ORDINAL, CONTACT, SCORE, CODE, ADDRESS, LISTING, PRICE = range(12)

_DASHES = frozenset("-–—~")
_ADDRESS = re.compile(r"https?://\S{1,2000}|\bwww\.\S{1,2000}")
_MAIL_REACH = 64
_HS_CODE = re.compile(r"\d{4}\.\d\d(?:\.\d\d)?\Z")
_EAST_CHARACTER = re.compile(f"[{EAST}]")
_NEAR = 10


class Masks:
    """The mask code of every token; FREE where a number may be read."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, anchors: Sequence[int]) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._vocabulary = vocabulary
        self.codes = bytearray(len(tokens.words))
        self._mask_addresses()
        self._mask_offers()
        for i in anchors:
            if not self.codes[i]:
                self._mask_names(i)
            if not self.codes[i]:
                self._mask_anchor(i)

    def _mark(self, code: int, *places: int) -> None:
        for place in places:
            self.codes[place] = code

    # -- stretches of text --

    def _mask_addresses(self) -> None:
        """URLs, and what stands around an @."""
        text = self._tokens.text
        if "://" in text or "www." in text:
            self._mark_stretches(((m.start(), m.end()) for m in _ADDRESS.finditer(text)), CONTACT)
        at = text.find("@")
        stretches = []
        while at >= 0:
            start, end = at, at + 1
            while start > 0 and at - start < _MAIL_REACH and not text[start - 1].isspace():
                start -= 1
            while end < len(text) and end - at < _MAIL_REACH and not text[end].isspace():
                end += 1
            stretches.append((start, end))
            at = text.find("@", end)
        self._mark_stretches(stretches, CONTACT)

    def _mask_offers(self) -> None:
        """Paragraphs that sell a subscription or count free articles."""
        low = self._tokens.text.lower()
        stretches = []
        for cue in self._vocabulary.words["subscription"]:
            at = low.find(cue)
            while at >= 0:
                start = low.rfind("\n", 0, at) + 1
                end = low.find("\n", at)
                end = len(low) if end < 0 else end
                # A long paragraph that mentions subscribers is prose, not an offer.
                if end - start <= 300 and len(low) == len(self._tokens.text):
                    stretches.append((start, end))
                at = low.find(cue, end)
        self._mark_stretches(sorted(stretches), PRICE)

    def _mark_stretches(self, stretches: Iterable[tuple[int, int]], code: int) -> None:
        from bisect import bisect_left

        starts = self._tokens.starts
        for start, end in stretches:
            for k in range(bisect_left(starts, start), bisect_left(starts, end)):
                self.codes[k] = code

    # -- what follows a number --

    def measured(self, i: int) -> Unit | None:
        """The scale, currency, percent sign or unit of measure that follows token i - 1."""
        words, vocabulary = self._words, self._vocabulary
        k = i + 1 if words[i] == "-" and self._tokens.glued(i) else i
        values = vocabulary.values
        if words[k] in values["scales"] or words[k] in values["always"] or words[k] in values["east_big"]:
            return Unit("scale", "scale")
        found = vocabulary.units.at(words, k)
        if found is None or found[0].kind == "none":
            return None
        unit = found[0]
        if unit.fussy == "glued" and not self._tokens.glued(k):
            return None
        if unit.fussy not in {"", "glued"} and self._tokens.original(k) != unit.fussy:
            return None
        if unit.fussy and words[k + 1] in {"-", "."} and self._tokens.glued(k + 1) and self._tokens.glued(k + 2):
            # "six F-16 jets", "5 C.I.A. officers": a letter of a name.
            return None
        return unit

    def counted(self, i: int) -> bool:
        """Whether a noun that things are counted in stands at token i or the next."""
        counted = self._vocabulary.counted
        return counted.at(self._words, i) is not None or counted.at(self._words, i + 1) is not None

    # -- names and set phrases --

    def _mask_names(self, i: int) -> None:
        if self._words[i][0].isdecimal():
            # "1バレル70ドル": the base of a rate is no figure of its own.
            base = self._vocabulary.rates_before.at(self._words, i)
            if base is not None and self._words[base[1]][0].isdecimal():
                self._mark(NAME, i)
                return
        names = self._vocabulary.phrases["names"]
        for k in range(max(0, i - 3), i + 1):
            found = names.at(self._words, k)
            if found is not None and found[1] > i:
                self._mark(NAME, *range(k, found[1]))
                return

    # -- one number --

    def _mask_anchor(self, i: int) -> None:
        if self._label(i):
            self.codes[i] = LABEL
            return
        word = self._words[i]
        if not word[0].isdecimal():
            return
        for rule in (self._glued, self._east_date, self._clock, self._date, self._series, self._placed):
            code = rule(i, word)
            if code:
                self.codes[i] = code
                return

    def _label(self, i: int) -> bool:
        """ "Article 5", "Resolution 2397", "phase-three", "No. 10", "Resolutions 1718 and 2397"."""
        words, vocabulary, tokens = self._words, self._vocabulary, self._tokens
        k = i - 1
        if words[k] in {".", "-", "#", "№", ":"} and k > 0:
            if words[k] in "#№":
                return True
            k -= 1
        word = words[k]
        if word not in vocabulary.words["labels"]:
            return self._label_goes_on(i)
        if self.measured(i + 1) is not None and words[i].isdecimal():
            return False
        if words[k + 1] == ":" and not words[i].isdecimal():
            return False
        if word not in vocabulary.words["capital_labels"] or words[i - 1] == "-":
            return True
        return tokens.capitalised(k) and not self.counted(i + 1)

    def _label_goes_on(self, i: int) -> bool:
        words = self._words
        k = i - 1
        if words[k] in {"and", "or"} and words[k - 1] == ",":
            k -= 1
        if words[k] not in {"and", "or", "to", "through", ",", "-", "–", "&", "/"}:
            return False
        return (
            self.codes[k - 1] == LABEL
            and words[i][0].isdecimal()
            and self.measured(i + 1) is None
            and not self.counted(i + 1)
        )

    def _glued(self, i: int, word: str) -> int:
        """Numbers inside names and codes: "H5N1", "COVID-19", "BA.5", "75th", "1990s", "5G", "#1", "'19"."""
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        before = words[i - 1]
        if i and tokens.glued(i):
            if before[0].isalpha() and not _EAST_CHARACTER.match(before):
                return FREE if self._is_currency(i) else NAME
            if _EAST_CHARACTER.match(before) and len(word) > 4 and word.isdecimal() and self._ends(i + 1):
                return CODE
            if before in {"-", ".", "/", "_"} and i > 1 and tokens.glued(i - 1):
                further = words[i - 2]
                if further[0].isalpha() and not _EAST_CHARACTER.match(further):
                    if self._is_currency(i) or further in vocabulary.values["scales"] or further == "to":
                        return FREE
                    if further in vocabulary.values["numbers"] or (further == "s" and before == "."):
                        return FREE
                    return NAME
                if self.codes[i - 2] in {NAME, CODE, CONTACT, LABEL} and before != "/":
                    return self.codes[i - 2]
            if before in {"'", "’", "‘"} and len(word) == 2 and self.measured(i + 1) is None:
                return DATE
        after = words[i + 1]
        if after[0].isalpha() and tokens.glued(i + 1) and not _EAST_CHARACTER.match(after):
            return self._suffix(i, after)
        return FREE

    def _ends(self, i: int) -> bool:
        """Whether nothing that is read with the number stands at token i."""
        return not self._tokens.glued(i) or not self._words[i][0].isalpha()

    def _suffix(self, i: int, after: str) -> int:
        tokens, vocabulary = self._tokens, self._vocabulary
        if after in vocabulary.words["ordinal_suffixes"]:
            return ORDINAL
        if after == "s":
            return DATE
        original = tokens.original(i + 1)
        if original == "G" and len(self._words[i]) == 1:
            return NAME
        if vocabulary.phrases["clock_after"].at(self._words, i + 1):
            return CLOCK
        short = vocabulary.values
        known = (
            self.measured(i + 1) is not None or after in short["money"] or after in short["counted_short"]
            or after in vocabulary.words["times"] or after in vocabulary.codes
            or vocabulary.hedges_after.at(self._words, i + 1) is not None
        )  # fmt: skip
        if not known:
            return NAME
        following = self._words[i + 2]
        return NAME if following[0].isdecimal() and tokens.glued(i + 2) and after not in short["always"] else FREE

    def _is_currency(self, i: int) -> bool:
        vocabulary = self._vocabulary
        found = vocabulary.money_before.before(self._words, i)
        if found is not None and self._words[found[1]][0].isalpha() and found[1] and self._tokens.glued(found[1]):
            # The N of "H5N1" is no sign of a currency.
            found = None
        return found is not None or self._words[i - 1] in vocabulary.codes or self._words[i - 2] in vocabulary.codes

    def _clock(self, i: int, word: str) -> int:
        words, tokens = self._words, self._tokens
        if words[i + 1] == ":" and tokens.glued(i + 1) and words[i + 2][0].isdecimal() and tokens.glued(i + 2):
            self._mark(CLOCK, i + 2)
            return CLOCK
        if words[i - 1] == ":" and tokens.glued(i) and words[i - 2][0].isdecimal():
            return CLOCK
        if self._vocabulary.phrases["clock_after"].at(words, i + 1) and len(word) <= 5:
            self._mask_partner(i, CLOCK)
            return CLOCK
        return FREE

    def _mask_partner(self, i: int, code: int) -> None:
        """The first of "7-9 pm", "between 7 and 9 p.m.", "20-22 June"."""
        words = self._words
        if words[i - 1] in _DASHES or words[i - 1] in {"to", "and", "or", "through", "until"}:
            k = i - 2
            if words[k][0].isdecimal() and len(words[k]) <= 5:
                self.codes[k] = code

    # -- dates --

    def _date(self, i: int, word: str) -> int:
        if not word.isdecimal() or len(word) > 4:
            return FREE
        number = int(word)
        if number <= 31 and len(word) <= 2 and self._day(i):
            return DATE
        if len(word) == 4 and 1500 <= number <= 2100 and self._year(i, number):
            return DATE
        return FREE

    def _east_date(self, i: int, word: str) -> int:
        """ "5월", "2022年", "제3차", "1~10일": a date or rank by the character after or before it."""
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        if i and tokens.glued(i) and words[i - 1] in vocabulary.words["east_ordinal"]:
            return ORDINAL
        found = vocabulary.phrases["east_date"].at(words, i + 1)
        if found is None:
            return FREE
        if tokens.glued(i) and i > 1 and words[i - 1] in vocabulary.words["east_hours"]:
            return CLOCK
        unit = vocabulary.units.at(words, i + 1)
        if unit is not None and unit[1] >= found[1] and not (len(word) == 4 and unit[0].name == "years"):
            return FREE
        self._mask_partner(i, DATE)
        return DATE

    def _month(self, k: int) -> bool:
        """Whether token k names a month, in capitals where it is also a word."""
        vocabulary = self._vocabulary
        if not vocabulary.has("months", self._words[k]):
            return False
        return vocabulary.language != "en" or "\u0400" <= self._words[k][0] <= "\u04ff" or self._tokens.capitalised(k)

    def _day(self, i: int) -> bool:
        words = self._words
        k = i - 2 if words[i - 1] == "." else i - 1
        unit = self.measured(i + 1)
        if self._month(k):
            return unit is None
        # "June 20-22", "June 20 and 21".
        linked = words[i - 1] in _DASHES or words[i - 1] in {"and", "to", "through", "or", "&"}
        if linked and self.codes[i - 2] == DATE and len(words[i - 2]) <= 2 and unit is None:
            return not self.counted(i + 1)
        j = i + 1
        if words[j] in self._vocabulary.words["ordinal_suffixes"] or words[j] == ".":
            j += 1
        if words[j] == "of" or words[j] == "de":
            j += 1
        if self._month(j) and not (j > i + 1 and words[i + 1] == "." and self._tokens.size == j):
            self._mask_partner(i, DATE)
            return True
        return False

    def _year(self, i: int, number: int) -> bool:
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        if vocabulary.money_before.before(words, i) is not None or words[i - 1] in vocabulary.codes:
            return False
        after = words[i + 1]
        if after in {"-", "–", "—", "/", "~"} and words[i + 2].isdecimal() and len(words[i + 2]) in {2, 4}:
            other = int(words[i + 2])
            if (other > number or (other < 100 and other > number % 100) or other < 13) and not self._real_unit(i + 3):
                self._mark(DATE, i + 2)
                return True
        before = words[i - 1]
        if before in {"-", "–", "—"} and words[i - 2] == "mid":
            return True
        unit = self.measured(i + 1)
        if unit is not None:
            return before == "in" and unit.kind == "money"
        strong = vocabulary.has("strong_year", before) or self._month(i - 1)
        if tokens.glued(i + 1) and after[0].isalpha():
            return False
        if number < 1900:
            return strong and not self.counted(i + 1)
        if strong or not self.counted(i + 1):
            return True
        return vocabulary.counted.at(words, i + 1) is None and vocabulary.has("year_before", before)

    def _real_unit(self, i: int) -> bool:
        return self.measured(i) is not None

    # -- telephone numbers, codes, scores --

    def _series(self, i: int, word: str) -> int:
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        if len(word) > 1 and word[0] == "0" and word.isdecimal():
            return CODE
        if _HS_CODE.match(word) and self.measured(i + 1) is None and not self._is_currency(i):
            return CODE
        if word.isdecimal() and len(word) > 11 and self.measured(i + 1) is None and not self._is_currency(i):
            return CODE
        hyphened = words[i + 1] == "-" and tokens.glued(i + 1) and words[i + 2][0].isdecimal() and tokens.glued(i + 2)
        if hyphened and word.isdecimal():
            further = (
                words[i + 3] == "-" and tokens.glued(i + 3) and words[i + 4][0].isdecimal() and tokens.glued(i + 4)
            )
            if further:
                self._mark(CONTACT, i + 2, i + 4)
                return CONTACT
            called = any(words[k] in vocabulary.words["telephone_before"] for k in range(max(0, i - 4), i))
            if called and len(words[i + 2]) >= 3 and self.measured(i + 3) is None and not self.counted(i + 3):
                self._mark(CONTACT, i + 2)
                return CONTACT
        if words[i + 1] == "to" and words[i + 2].isdecimal() and self._is_vote(i):
            self._mark(SCORE, i + 2)
            return SCORE
        if words[i + 1] in {"-", "–"} and tokens.glued(i + 1) and self._is_score(i):
            self._mark(SCORE, i + 2)
            return SCORE
        if words[i - 1] == "+" and tokens.glued(i) and self.measured(i + 1) is None and self._dials(i + 1):
            return CONTACT
        if i and self.codes[i - 1] in {CODE, CONTACT} and words[i - 1][0].isdecimal() and word.isdecimal():
            # "020 7946 0018"
            return CONTACT if self.measured(i + 1) is None and not self.counted(i + 1) else FREE
        if words[i + 1] == "/" and tokens.glued(i + 1) and self._is_ratio(i):
            self._mark(CODE, i + 2)
            return CODE
        return FREE

    def _dials(self, i: int) -> bool:
        """Whether a telephone number goes on at token i."""
        word = self._words[i]
        return word[0].isdecimal() or (word in {"-", "("} and self._tokens.glued(i))

    def _is_ratio(self, i: int) -> bool:
        """ "140/90", "5/12": neither a fraction of something nor of a unit."""
        words, tokens = self._words, self._tokens
        other = words[i + 2]
        if not (words[i].isdecimal() and other.isdecimal() and tokens.glued(i + 2)) or words[i - 1][0].isdecimal():
            return False
        after = words[i + 3]
        follows = after in self._vocabulary.words["of"] or after in self._vocabulary.words["ordinal_suffixes"]
        return not follows and self.measured(i + 3) is None and not self._is_currency(i)

    def _is_score(self, i: int) -> bool:
        """ "won 3-1", "a 5-4 vote"."""
        words, tokens = self._words, self._tokens
        other = words[i + 2]
        if (
            not (other.isdecimal() and tokens.glued(i + 2))
            or len(words[i]) > 3
            or len(other) > 3
            or not words[i].isdecimal()
        ):
            return False
        if self.measured(i + 3) is not None or self._vocabulary.money_before.before(words, i) is not None:
            return False
        if int(words[i]) >= int(other) and not self.counted(i + 3):
            # A falling pair is no range.
            return True
        score_words = self._vocabulary.words["score_words"]
        for k in range(i - 1, max(-1, i - _NEAR), -1):
            if words[k] == BREAK:
                break
            if words[k] in score_words:
                return True
        return any(words[k] in score_words for k in range(i + 3, i + 8))

    def _is_vote(self, i: int) -> bool:
        """ "voted 68 to 31"."""
        if self.measured(i + 3) is not None or self.counted(i + 3):
            return False
        return any(self._words[k] in self._vocabulary.words["vote_words"] for k in range(max(0, i - 3), i))

    # -- brackets, lists and streets --

    def _placed(self, i: int, word: str) -> int:
        words, tokens = self._words, self._tokens
        if not word.isdecimal():
            return FREE
        before, after = words[i - 1], words[i + 1]
        if (before == "[" and after == "]") or (before == "(" and after == ")" and len(word) < 4):
            return LISTING
        begins = i == 0 or before == BREAK or "\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]
        if begins and after in {".", ")"} and tokens.glued(i + 1) and not tokens.glued(i + 2) and len(word) < 4:
            return LISTING
        if tokens.capitalised(i + 1) and len(word) <= 5:
            for k in range(i + 2, i + 7):
                if words[k] in self._vocabulary.words["street_words"] and tokens.capitalised(k):
                    return ADDRESS
                if words[k] != "." and not tokens.capitalised(k):
                    break
        return FREE
