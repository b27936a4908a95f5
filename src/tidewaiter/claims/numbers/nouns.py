"""The noun that a number counts, found without a parser: the first plural in the words after it."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.numbers.surroundings import LABEL, NAME, Surroundings
from tidewaiter.claims.numbers.tokens import is_east
from tidewaiter.claims.numbers.vocabulary import Unit

#: Modifiers that may stand between a number and its noun ("three leading global pharmaceutical companies").
_REACH = 7
_INSIDE = frozenset({"-", "'", "’", "“", '"', "‘", "&", ".", "/", "[", "]"})
_NO_PLURAL = ("ss", "us", "is", "ous", "'s")


_NAMES = frozenset({NAME, LABEL})
_LONGEST_NOUN = 8
#: Russian words that end so are adjectives ("приусадебных участков"), or, if long, verbs and participles too.
_RUSSIAN_ADJECTIVES = ("ых", "их")
_RUSSIAN_OTHERS = (
    *_RUSSIAN_ADJECTIVES,
    "ил",
    "ал",
    "ила",
    "ала",
    "или",
    "али",
    "лись",
    "лось",
    "лся",
    "ованы",
    "ены",
    "аны",
)
_LONG = 6


def _hangul(word: str) -> bool:
    return "\uac00" <= word[0] <= "\ud7a3"


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: its unit, the tokens of it and its modifiers, and how it was found."""

    unit: str
    span: tuple[int, int]
    rule: str
    hyphened: bool = False
    per: str | None = None


class Nouns:
    """Finds nouns in one text."""

    def __init__(self, around: Surroundings) -> None:
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary
        self._codes = around.codes

    def counted(self, j: int, *, one: bool) -> Noun | None:
        """The noun counted by a number that ends before token j; singulars count where the number is one."""
        words, vocabulary = self._words, self._vocabulary
        if words[j] == "-" and self._tokens.glued(j):
            return self._hyphened(j + 1)
        if words[j] in vocabulary.words["of"] and words[j + 1] in vocabulary.words["of_determiners"]:
            j += 2
            while words[j] in vocabulary.words["period_before"] or self._number(j):
                j += 1
        elif words[j] in vocabulary.words["of"]:
            j += 1
        k, per = j, None
        while k < j + _REACH:
            word = words[k]
            if (word in _INSIDE and k > j) or self._codes[k] in _NAMES:
                k += 1
                continue
            per = per or vocabulary.rate_adjectives.get(word)
            found = vocabulary.counted.at(words, k) or (self._measure(k) if k > j else None)
            if found is None and one:
                found = vocabulary.singular.at(words, k)
            if found is not None and self._is_origin(k, found[1]):
                # "33,500 Chinese batteries", "900 Chinese-made trucks".
                k = found[1]
                continue
            if found is not None:
                return self._named(j, found[1], found[0].name, per)
            if k > j and words[k - 1] == "-" and words[k + 1] == "-" and self._tokens.glued(k + 1):
                # "Ship-to-ship transfers".
                k += 1
                continue
            if self._stops(k) or not word[0].isalpha() or is_east(word):
                return None
            if word in vocabulary.values["numbers"] and words[k + 1] != "-":
                return None
            if self._plural(k):
                return self._generic(j, k, per)
            k += 1
        return None

    def _is_origin(self, k: int, last: int) -> bool:
        """Whether a people's name at token k only says where the goods behind it are from."""
        if last != k + 1 or self._plural(k) or not self._tokens.capitalised(k):
            return False
        made = self._words[last] == "-" and self._tokens.glued(last)
        return made or (self._plural(last) and self._words[last] not in self._vocabulary.words["stops"])

    def _number(self, k: int) -> bool:
        return self._words[k][0].isdecimal() or self._words[k] in self._vocabulary.values["numbers"]

    def _measure(self, k: int) -> tuple[Unit, int] | None:
        """A measure after modifiers ("2.97 million Sinovac doses")."""
        found = self._vocabulary.units.at(self._words, k)
        if found is None or found[0].kind != "quantity" or found[0].fussy or self._words[k][-1] != "s":
            return None
        return found

    def _stops(self, k: int) -> bool:
        """Whether a noun phrase ends before token k; capitals ("US") are a name, no function word."""
        word = self._words[k]
        if word not in self._vocabulary.words["stops"]:
            return False
        return len(word) == 1 or not self._tokens.original(k).isupper()

    def following(self, j: int) -> tuple[str, tuple[int, int]] | None:
        """The unit and place of a listed noun just after a counter ("20辆卡车")."""
        found = self._vocabulary.counted.at(self._words, j)
        if found is None or not is_east(self._words[j]):
            return None
        if self._tokens.glued(j) and not all(map(self._tokens.glued, range(j + 1, found[1]))):
            # "30만t의 사과": an ending, and another word.
            return None
        return found[0].name, (j, found[1])

    def preceding(self, first: int) -> tuple[str | None, tuple[int, int]] | None:
        """The noun just before a Korean number ("트럭 20여 대"), with its unit where it is a listed one."""
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        if first and vocabulary.language in {"zh", "ja"} and is_east(words[first - 1]):
            # "货车1.9万辆", "车皮6100余节"
            found = vocabulary.counted.before(words, first)
            return None if found is None else (found[0].name, (found[1], first))
        if not first or not _hangul(words[first - 1]) or tokens.glued(first):
            return None
        found = vocabulary.counted.before(words, first)
        if found is not None:
            return found[0].name, (found[1], first)
        k = first - 1
        while k > max(0, first - _LONGEST_NOUN) and tokens.glued(k) and _hangul(words[k - 1]):
            k -= 1
        if words[first - 1] in vocabulary.words["east_particles"]:
            return None
        return None, (k, first)

    def phrase(self, j: int) -> tuple[int, int] | None:
        """The noun phrase at token j: up to its first plural, else the first word."""
        words, vocabulary = self._words, self._vocabulary
        if words[j] in vocabulary.words["of_determiners"]:
            j += 1
        k = j
        while k < j + _REACH:
            word = words[k]
            named = self._codes[k] in _NAMES or (word in _INSIDE and k > j and self._tokens.glued(k))
            if not named and (word in vocabulary.words["stops"] or not word[0].isalpha()):
                break
            k += 1
            if not named and self._plural(k - 1) and not self._continues(k):
                break
        return (j, k) if k > j else None

    def _continues(self, k: int) -> bool:
        return self._words[k - 1] in self._vocabulary.words["compounding"] and self._words[k][0].isalpha()

    def _hyphened(self, k: int) -> Noun | None:
        """ "five-member", "12-nation"."""
        found = self._vocabulary.singular.at(self._words, k) or self._vocabulary.counted.at(self._words, k)
        if found is not None:
            return Noun(found[0].name, (k, found[1]), "hyphened", hyphened=True)
        if self._words[k][0].isalpha() and self._words[k] not in self._vocabulary.words["stops"]:
            return Noun("units", (k, k + 1), "hyphened", hyphened=True)
        return None

    def _named(self, j: int, last: int, unit: str, per: str | None) -> Noun:
        """A noun of the vocabulary, unless a further plural shows that it only modifies ("vaccines shipments")."""
        words, vocabulary = self._words, self._vocabulary
        further = vocabulary.counted.at(words, last)
        if further is not None and words[last] not in vocabulary.words["stops"]:
            return Noun(further[0].name, (j, further[1]), "counted", per=per)
        return Noun(unit, (j, last), "counted", per=per)

    def _generic(self, j: int, k: int, per: str | None) -> Noun:
        words, vocabulary = self._words, self._vocabulary
        last = k + 1
        if self._tokens.capitalised(k) and not self._tokens.capitalised(last) and not self._stops(last):
            # "8.5 million Windows devices": a name before what is counted.
            last += words[last][0].isalpha() and self._plural(last) and words[last] not in vocabulary.words["stops"]
        following = vocabulary.counted.at(words, last)
        ends = words[last] in vocabulary.words["stops"] or words[last] in vocabulary.words["dead_words"]
        if following is not None and not ends:
            # "Forty motorcycles killed twelve" says what the motorcycles did.
            return Noun(following[0].name, (j, following[1]), "counted", per=per)
        if (
            words[k] in vocabulary.words["compounding"]
            and words[last] not in vocabulary.words["stops"]
            and self._plural(last)
        ):
            last += 1
        return Noun("units", (j, last), "plural", per=per)

    def _plural(self, k: int) -> bool:
        """Whether a word can be what is counted: by its plural ending, its capital letter, or its place alone."""
        word = self._words[k]
        rule = self._vocabulary.noun_rule
        if rule != "s":
            cyrillic = "\u0400" <= word[0] <= "\u04ff"
            fits = cyrillic if rule == "any" else self._tokens.capitalised(k)
            if cyrillic and word.endswith(_RUSSIAN_ADJECTIVES if len(word) < _LONG else _RUSSIAN_OTHERS):
                return False
            return fits and len(word) > 2 and word not in self._vocabulary.words["not_plural"]
        if word.endswith("eaux"):
            return True
        if len(word) < 3 or word[-1] != "s":
            return False
        if word.endswith(_NO_PLURAL):
            # "GPUs" is a plural, "campus" is not.
            return self._tokens.original(k)[:-1].isupper() and self._tokens.original(k)[-1] == "s"
        if self._tokens.original(k).isupper():
            return False
        return word not in self._vocabulary.words["not_plural"] and word not in self._vocabulary.words["stops"]
