"""Numbers that identify: codes, telephone numbers, scores, ratios, list marks, street addresses."""

from __future__ import annotations

import re

from tidewaiter.claims.numbers.surroundings import ADDRESS, CODE, CONTACT, FREE, LABEL, LISTING, SCORE, Surroundings
from tidewaiter.claims.numbers.tokens import BREAK

_HS_CODE = re.compile(r"\d{4}\.\d\d(?:\.\d\d)?\Z")
#: What a heading of the tariff stands behind, a syllable a token.
_BEFORE_HEADING = (
    ("hs",),
    ("hs", "코", "드"), ("hs", "부", "호"), ("hs", "번", "호"), ("税", "号"), ("稅", "號"), ("税", "则"),
    ("稅", "則"), ("税", "则", "号"), ("稅", "則", "號"), ("hs", "编", "码"), ("hs", "編", "碼"), ("品", "编", "码"),
    ("品", "編", "碼"), ("关", "编", "码"), ("關", "編", "碼"),
)  # fmt: skip
#: The same by the last of their tokens.
_HEADINGS = {last: [h for h in _BEFORE_HEADING if h[-1] == last] for *_, last in _BEFORE_HEADING}
#: What parts one heading of several from the next: "HS 25~27", "HS코드 3003, 3004".
_LINKS = frozenset({",", "~", "∼", "-", "–", "·"})
_SCALES = frozenset({"亿", "億", "万", "萬", "억", "만"})
_MOST_HEADINGS = 8
_CODED = frozenset({CODE, LABEL})
_DIALLED = frozenset({CODE, CONTACT, LABEL})
_NEAR = 10
_VOTE_REACH = 7
#: Between the two sides of a score: "118比112", "4対2".
_AGAINST = frozenset({"比", "対"})
_CALL_REACH = 7
_SHORTEST_CALL = 3
_AGE_DIGITS = 2
_LONGEST_COUNT = 11


class Serials:
    """Recognises identifying numbers."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary

    def code(self, i: int, word: str) -> int:
        """The mask code of the digits at token i; FREE for none of these."""
        return (
            self._symbol(i)
            or self._serial(i, word)
            or self._telephone(i, word)
            or self._pair(i)
            or self._placed(i, word)
        )

    def _alone(self, i: int) -> bool:
        """Whether neither a unit nor a noun follows at token i."""
        return self._around.measured(i) is None and not self._around.counted(i)

    def _symbol(self, i: int) -> int:
        """The symbol of a document: "S/2021/211", "A/RES/75/1"."""
        words, tokens = self._words, self._tokens
        joined = words[i - 1] == "/" and tokens.glued(i) and tokens.glued(i - 1) and tokens.capitalised(i - 2)
        if not joined or self._words[i + 1] != "/" or not tokens.glued(i + 1):
            return FREE
        if words[i + 2][0].isdecimal() and tokens.glued(i + 2):
            self._around.mark(CODE, i + 2)
        return CODE

    def _serial(self, i: int, word: str) -> int:
        """Leading noughts, HS codes, and digits too many to count anything."""
        around = self._around
        if len(word) > 1 and word[0] == "0" and word.isdecimal():
            # "4亿0900万": noughts between scales keep the places.
            placed = i > 0 and self._tokens.glued(i) and self._words[i - 1] in _SCALES
            return FREE if placed else CODE
        if word.isdecimal() and around.measured(i + 1) is None and self._is_heading(i):
            return CODE
        coded = _HS_CODE.match(word) or (word.isdecimal() and len(word) > _LONGEST_COUNT)
        if coded and around.measured(i + 1) is None and not around.is_currency(i):
            return CODE
        return FREE

    def _is_heading(self, i: int) -> bool:
        """Whether a number is a heading of the tariff, or the next of a list of them: "HS코드 3003, 3004"."""
        words = self._words
        for _ in range(_MOST_HEADINGS):
            if i < 3 or words[i - 1] not in _LINKS or self._around.codes[i - 2] not in _CODED:
                break
            i -= 2
        headings = _HEADINGS.get(words[i - 1], ())
        return any(i >= len(h) and tuple(words[i - len(h) : i]) == h for h in headings)

    def _telephone(self, i: int, word: str) -> int:
        words, tokens, around = self._words, self._tokens, self._around
        if word.isdecimal() and self._hyphened(i):
            if self._hyphened(i + 2):
                around.mark(CONTACT, i + 2, i + 4)
                return CONTACT
            called = any(words[k] in self._vocabulary.words["telephone_before"] for k in range(max(0, i - 4), i))
            local = len(word) == 3 and len(words[i + 2]) == 4
            if (local or (called and len(words[i + 2]) >= 3)) and self._alone(i + 3):
                around.mark(CONTACT, i + 2)
                return CONTACT
        if words[i - 1] == "+" and tokens.glued(i) and around.measured(i + 1) is None and self._dials(i + 1):
            return CONTACT
        if self._called(i, word):
            return CONTACT
        # "020 7946 0018"
        goes_on = i > 0 and around.codes[i - 1] in _DIALLED and words[i - 1][0].isdecimal() and word.isdecimal()
        return CONTACT if goes_on and self._alone(i + 1) else FREE

    def _called(self, i: int, word: str) -> bool:
        """ "Call police on 101", "text SHOUT to 85258", "the helpline is on 116 123", "dial 999", "拨打110"."""
        words = self._words
        dialled = self._vocabulary.words["dialled"]
        if not word.replace(" ", "").isdecimal() or not len(word) >= _SHORTEST_CALL or not self._alone(i + 1):
            return False
        if words[i - 1] in dialled:
            return True
        if words[i - 1] in {"or", "and"} and self._around.codes[i - 2] == CONTACT:
            return True
        return words[i - 1] in {"on", "at", "to"} and not dialled.isdisjoint(words[max(0, i - _CALL_REACH) : i - 1])

    def _hyphened(self, i: int) -> bool:
        """Whether a hyphen and more digits are joined to token i."""
        words, tokens = self._words, self._tokens
        return words[i + 1] == "-" and words[i + 2][0].isdecimal() and tokens.glued(i + 1) and tokens.glued(i + 2)

    def _pair(self, i: int) -> int:
        """Two numbers that are a score, a vote or a ratio."""
        words, around = self._words, self._around
        link = words[i + 1]
        if not words[i].isdecimal() or not words[i + 2].isdecimal():
            return FREE
        if link == "to":
            code = SCORE if self._is_vote(i) else FREE
        elif not self._tokens.glued(i + 1) or not self._tokens.glued(i + 2):
            return FREE
        elif link in _AGAINST:
            code = SCORE if self._alone(i + 3) else FREE
        elif link in {"-", "–"}:
            code = SCORE if self._is_score(i) else FREE
        else:
            code = CODE if link == "/" and self._is_ratio(i) else FREE
        if code:
            around.mark(code, i + 2)
        return code

    def _aged(self, i: int, word: str) -> bool:
        """An age in brackets behind a person: "Kim Jones (43)", "A씨(43)", "会社役員の男(52)"."""
        words, tokens = self._words, self._tokens
        if len(word) != _AGE_DIGITS or i < 3:
            return False
        if words[i - 2] in self._vocabulary.words["age_titles"] or self._family_named(i - 4):
            return True
        named = all(tokens.capitalised(k) and words[k].isalpha() for k in (i - 2, i - 3))
        labelled = words[i - 2] in self._vocabulary.words["labels"]
        return named and not labelled and not tokens.original(i - 2).isupper()

    def _family_named(self, first: int) -> bool:
        """Whether a word of three syllables at token `first` begins like a Korean name."""
        words, tokens = self._words, self._tokens
        if first < 0 or words[first] not in self._vocabulary.words["family_names"] or (first and tokens.glued(first)):
            return False
        return all("\uac00" <= words[k] <= "\ud7a3" and tokens.glued(k) for k in (first + 1, first + 2))

    def _dials(self, i: int) -> bool:
        """Whether a telephone number goes on at token i."""
        word = self._words[i]
        return word[0].isdecimal() or (word in {"-", "("} and self._tokens.glued(i))

    def _is_ratio(self, i: int) -> bool:
        """ "140/90", "5/12": neither a fraction of something nor of a unit."""
        words = self._words
        if words[i - 1][0].isdecimal():
            return False
        after = words[i + 3]
        follows = after in self._vocabulary.words["of"] or after in self._vocabulary.words["ordinal_suffixes"]
        follows = follows or self._vocabulary.phrases["slash_behind"].at(words, i + 3) is not None
        return not follows and self._around.measured(i + 3) is None and not self._around.is_currency(i)

    def _is_score(self, i: int) -> bool:
        """ "won 3-1", "a 5-4 vote"."""
        words = self._words
        other = words[i + 2]
        if len(words[i]) > 3 or len(other) > 3:
            return False
        if self._around.measured(i + 3) is not None or self._vocabulary.money_before.before(words, i) is not None:
            return False
        if int(words[i]) >= int(other) and not self._around.counted(i + 3):
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
        if self._around.measured(i + 3) is not None or self._around.counted(i + 3):
            return False
        return any(self._words[k] in self._vocabulary.words["vote_words"] for k in range(max(0, i - _VOTE_REACH), i))

    def _placed(self, i: int, word: str) -> int:
        words, tokens = self._words, self._tokens
        if not word.isdecimal():
            return FREE
        before, after = words[i - 1], words[i + 1]
        if (before == "[" and after == "]") or (before == "(" and after == ")" and len(word) < 4):
            return FREE if before == "(" and self._aged(i, word) else LISTING
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
