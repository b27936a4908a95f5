"""Numerals in scripts with words: digits with their marks and scales, and numbers spelled out, mixed freely.

"$98.1m", "2.5 crore", "two-point-three billion", "one billion-28 million", "887-thousand-892", "half a million",
"15 1/2", "tens of thousands".
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from tidewaiter.claims.numbers.numeral import EXACT, ONE, ZERO, Numeral, parse_digits
from tidewaiter.claims.numbers.spelled import SpelledReader
from tidewaiter.claims.numbers.tokens import VULGAR, Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_VULGAR_VALUES = dict(
    zip("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", (
        Decimal(a) / Decimal(b) for a, b in (
            (1, 4), (1, 2), (3, 4), (1, 7), (1, 9), (1, 10), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6),
            (5, 6), (1, 8), (3, 8), (5, 8), (7, 8),
        )
    ), strict=True)
)  # fmt: skip
assert len(_VULGAR_VALUES) == 18
assert VULGAR
_DENOMINATORS = frozenset(("2", "3", "4", "5", "6", "8", "10", "12", "16", "32", "64", "100"))
#: Digits between two marks of thousands.
_GROUP = 3
#: Thousands written with points.
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
#: What can be no thousands, and what can be no decimal comma beside it.
_DECIMAL_COMMA, _DECIMAL_POINT = re.compile(r"\d{1,3},\d{1,2}"), re.compile(r"\d+\.\d+")
# Grammar of a sum of scaled parts never needs more parts than there are scales.
_MAX_PARTS = 6


class NumeralReader:
    """Reads the numeral that begins at a token, if one does."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._numbers = vocabulary.values["numbers"]
        self._scales = vocabulary.values["scales"]
        self._vague = vocabulary.values["vague"]
        self._always, self._apart = vocabulary.values["always"], vocabulary.values["apart"]
        self._abbreviated = vocabulary.values["abbreviated"]
        self._vocabulary = vocabulary
        self._spelled = SpelledReader(tokens, vocabulary)

    def read(self, i: int) -> Numeral | None:
        """The longest numeral at token i; None where there is none."""
        word = self._words[i]
        if word in _VULGAR_VALUES:
            return self._scaled(Numeral(i, i + 1, _VULGAR_VALUES[word], Decimal("0.1"), form="digits"))
        if not (word[0].isdecimal() or word in self._numbers):
            return self._from_scale(i)
        return self._sum(i)

    # -- sums of parts: "one billion-28 million", "two hundred and fifty thousand" --

    def _sum(self, i: int) -> Numeral | None:
        part = self._part(i)
        if part is None:
            return None
        total = part
        for _ in range(_MAX_PARTS):
            following = self._further(total, part)
            if following is None:
                break
            total = Numeral(
                i, following.last, total.value + following.value, following.step, min(total.scale, following.scale),
                total.form if total.form == following.form else "digits", True,
            )  # fmt: skip
            part = following
        return total

    def _further(self, total: Numeral, part: Numeral) -> Numeral | None:
        """The part that goes on the sum: smaller than the scale before it, joined as such sums are."""
        if part.scale == ONE:
            return None
        words, j = self._words, part.last
        joint = words[j]
        joined = joint == "-" or joint in self._vocabulary.words["joiners"] or joint == ","
        k = j + 1 if joined else j
        if not (words[k][0].isdecimal() or words[k] in self._numbers):
            return None
        following = self._part(k)
        if following is None or following.scale >= part.scale or following.value >= part.scale or following.value <= 0:
            return None
        spelled = following.form == "words" and part.form == "words" and joint not in {"-", ","}
        if spelled:
            return following
        if following.scale > ONE:
            # "3 million 500 thousand", "one billion-28 million"; "3 million and 5 thousand" are two numbers.
            return following if joint == "-" or not joined else None
        # "887-thousand-892": hyphens all along.
        return following if joint == "-" and words[j - 2] == "-" and self._tokens.glued(k) else None

    # -- one part: a number below a thousand, or digits, with its scale --

    def _part(self, i: int) -> Numeral | None:
        if self._words[i][0].isdecimal():
            return self._digits(i)
        spelled = self._spelled.read(i)
        return None if spelled is None else self._scaled(spelled)

    def _digits(self, i: int) -> Numeral | None:
        words, tokens = self._words, self._tokens
        written = words[i]
        if self._parted(i):
            thousands = parse_digits(f"{written},{words[i + 2]}", decimal_comma=False)
            return None if thousands is None else Numeral(i, i + 3, *thousands, marked=True)
        decimal = self._vocabulary.decimal_comma or ("," in written and self._decimal_here(i))
        decimal = decimal or ("." in written and self._dotted_here(i))
        parsed = parse_digits(written, decimal_comma=decimal)
        if parsed is None:
            return None
        value, step = parsed
        first, last = i, i + 1
        part = self._slash(i) if step == ONE else None
        if part is not None and self._measures(i + 3):
            # "3/4 tsp", "1/2 mile".
            return Numeral(i, i + 3, part, Decimal("0.1"), marked=True)
        if words[i - 1] == "." and i and tokens.glued(i) and step == ONE and not (i > 1 and tokens.glued(i - 1)):
            # ".5 percent"
            first, step = i - 1, ONE.scaleb(-len(written))
            value *= step
        if words[last] in _VULGAR_VALUES and (step == ONE or tokens.glued(last)):
            # "$5.47½ a bushel": the half is of the last digit.
            value, step, last = value + _VULGAR_VALUES[words[last]] * step, step / 10, last + 1
        else:
            k = last + 1 if words[last] == "-" and tokens.glued(last) else last
            fraction = self._slash(k) if step == ONE and (k > last or not tokens.glued(k)) else None
            if fraction is not None:
                value, step, last = value + fraction, Decimal("0.1"), k + 3
        marked = not written.isdecimal() or last - first > 1
        return self._scaled(Numeral(first, last, value, step, marked=marked))

    def _decimal_here(self, i: int) -> bool:
        """ "$1,858 billion", in a text that writes "$585,76 million": a scale follows, and a point stands nowhere."""
        return self._words[i + 1] in self._scales and self._decimal_commas

    @cached_property
    def _decimal_commas(self) -> bool:
        """Whether a text in a language with decimal points has decimal commas throughout."""
        words = self._words
        scaled = (w for w, following in pairwise(words) if following in self._scales)
        commas = any(_DECIMAL_COMMA.fullmatch(w) for w in scaled if "," in w)
        return commas and not any(_DECIMAL_POINT.fullmatch(w) for w in words if "." in w)

    def _dotted_here(self, i: int) -> bool:
        """ "Sent 501.800 tons", in a text that writes "500.000 tons": goods, and no point is a decimal one."""
        return self._dotted_thousands and self._measures(i + 1)

    @cached_property
    def _dotted_thousands(self) -> bool:
        """Whether a text in a language with decimal points has thousands with points throughout."""
        words = self._words
        dotted = [k for k, word in enumerate(words) if "." in word and word[0].isdecimal()]
        if not all(_DOTTED.fullmatch(words[k]) for k in dotted):
            return False
        # "2.125 kg, 1.500 kg and 3.000 kg" is weighed to the gram.
        large = any(words[k].find(".") > 1 or words[k].count(".") > 1 for k in dotted)
        return large and any(words[k].endswith(".000") and self._measures(k + 1) for k in dotted)

    def _parted(self, i: int) -> bool:
        """ "86, 288 tons": thousands with a space behind their comma; "on May 12, 380 tons" are two numbers."""
        words, tokens = self._words, self._tokens
        if words[i + 1] != "," or self._vocabulary.decimal_comma or not tokens.glued(i + 1) or tokens.glued(i + 2):
            return False
        head, tail = words[i], words[i + 2]
        if not (
            head.isdecimal() and len(head) <= _GROUP and head[0] != "0" and tail.isdecimal() and len(tail) == _GROUP
        ):
            return False
        dated = words[i - 1] in self._vocabulary.words["months"] or words[i - 1] in self._vocabulary.words["labels"]
        return not dated and self._measures(i + 3)

    def _measures(self, k: int) -> bool:
        found = self._vocabulary.units.at(self._words, k)
        return found is not None and found[0].kind in {"quantity", "duration"} and not found[0].fussy

    def _slash(self, k: int) -> Decimal | None:
        """A fraction written "1/2" at tokens k to k+3."""
        words, tokens = self._words, self._tokens
        if words[k + 1] != "/" or words[k + 2] not in _DENOMINATORS or not words[k].isdecimal() or len(words[k]) > 2:
            return None
        if not (tokens.glued(k + 1) and tokens.glued(k + 2)) or words[k + 3] == "/":
            return None
        over, under = Decimal(words[k]), Decimal(words[k + 2])
        return over / under if 0 < over < under else None

    # -- scales --

    def _scaled(self, numeral: Numeral) -> Numeral:
        """The numeral with the scale words that follow it ("million", "bn", "hundred thousand")."""
        words, tokens, j = self._words, self._tokens, numeral.last
        for _ in range(3):
            k = j + 1 if words[j] == "-" and tokens.glued(j) else j
            scale = self._scales.get(words[k])
            if scale is None:
                scale = self._always.get(words[k])
            if scale is None or scale < numeral.scale or (words[k] in self._apart and tokens.glued(k)):
                break
            numeral.value = EXACT.multiply(numeral.value, scale)
            numeral.step = EXACT.multiply(numeral.step, scale)
            numeral.scale, numeral.last, numeral.marked = numeral.scale * scale, k + 1, True
            j = k + 1
            short = words[k] in self._always or words[k] in self._abbreviated
            if short and words[j] == "." and tokens.glued(j) and self._goes_on(j + 1):
                j = numeral.last = j + 1
        return numeral

    def _goes_on(self, k: int) -> bool:
        """Whether the stop before token k ends an abbreviation ("2 Mrd. Euro"), not a sentence."""
        return self._vocabulary.units.at(self._words, k) is not None or (
            self._words[k][0].isalpha() and not self._tokens.capitalised(k)
        )

    def _from_scale(self, i: int) -> Numeral | None:
        """A number that begins with a scale word: "half a million", "tens of thousands", "several hundred"."""
        words = self._words
        scale = self._scales.get(words[i])
        if scale is not None and words[i] not in self._vague:
            return self._lone_scale(i, scale)
        vague = self._vague.get(words[i])
        return None if vague is None else self._vague_count(i, vague)

    def _lone_scale(self, i: int, scale: Decimal) -> Numeral | None:
        words, vocabulary = self._words, self._vocabulary
        k = i - 2 if words[i - 1] == "-" else i - 1
        before = words[k]
        made: Numeral | None = None
        if before in vocabulary.words["half"]:
            made = Numeral(k, i, Decimal("0.5"), Decimal("0.1"), form="words")
        elif before == "quarter" and words[k - 1] in vocabulary.words["articles"]:
            made = Numeral(k - 1, i, Decimal("0.25"), Decimal("0.05"), form="words")
        elif before in vocabulary.words["articles"]:
            made = self._article(k, i)
        elif before in vocabulary.values["quantifiers"]:
            first = k - 1 if words[k - 1] in vocabulary.words["articles"] else k
            made = Numeral(first, i, vocabulary.values["quantifiers"][before], ONE, form="some")
        elif before == "of" and words[k - 1] == "couple":
            first = k - 2 if words[k - 2] in vocabulary.words["articles"] else k - 1
            made = Numeral(first, i, Decimal(2), ONE, form="some")
        if made is None:
            return None
        made = self._scaled(made)
        following = self._further(made, made) if made.form == "words" else None
        if following is not None:
            made.last, made.value, made.step = following.last, made.value + following.value, following.step
        return made

    def _article(self, k: int, i: int) -> Numeral:
        """ "a million", "half a million", "a quarter of a million"."""
        words, vocabulary = self._words, self._vocabulary
        half = k - 2 if words[k - 1] == "-" else k - 1
        if words[half] in vocabulary.words["half"]:
            return Numeral(half, i, Decimal("0.5"), Decimal("0.1"), form="words")
        if words[k - 1] == "of" and words[k - 2] in vocabulary.values["denominators"]:
            under = vocabulary.values["denominators"][words[k - 2]]
            m = k - 4 if words[k - 3] == "-" else k - 3
            over = self._numbers.get(words[m], ONE if words[m] in vocabulary.words["articles"] else ZERO)
            if over:
                return Numeral(m, i, over / under, Decimal("0.05"), form="words")
        return Numeral(k, i, ONE, ONE, form="words")

    def _vague_count(self, i: int, vague: Decimal) -> Numeral | None:
        """ "dozens of", "tens of thousands of", "hundreds of millions of": the product named, open upwards."""
        words = self._words
        value, j = vague, i + 1
        while words[j] == "of" and words[j + 1] in self._vague:
            value, j = EXACT.multiply(value, self._vague[words[j + 1]]), j + 2
        scale = self._scales.get(words[j])
        if scale is not None and words[j] not in self._vague and j == i + 1:
            # "десятки тысяч тонн": the scale follows at once.
            value, j = EXACT.multiply(value, scale), j + 1
        elif words[j] != "of" and j == i + 1 and words[i - 1] != "$" and not self._suffered(j):
            return None
        return Numeral(i, j, value, value, value, form="vague", marked=True)

    def _suffered(self, j: int) -> bool:
        """ "Dozens wounded", "hundreds more injured"."""
        dead = self._vocabulary.words["dead_words"]
        return self._words[j] in dead or (self._words[j] == "more" and not dead.isdisjoint(self._words[j + 1 : j + 3]))
