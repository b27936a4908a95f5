"""Numbers that belong to a name: set phrases, labels ("Article 5"), codes ("H5N1"), ordinals ("75th")."""

from __future__ import annotations

from tidewaiter.claims.numbers.surroundings import CLOCK, CODE, CONTACT, DATE, FREE, LABEL, NAME, ORDINAL, Surroundings
from tidewaiter.claims.numbers.tokens import is_east

_QUOTES = frozenset("'’‘")
_LINKS = frozenset(("and", "or", "to", "through", ",", "-", "–", "&", "/"))


class Names:
    """Recognises names around a number."""

    def __init__(self, around: Surroundings, *, general: bool = False) -> None:
        self._around = around
        self._tokens = around.tokens
        self._words = around.tokens.words
        self._vocabulary = around.vocabulary
        there, phrases = frozenset(self._words), around.vocabulary.phrases
        groups = ("names",) if general else ("names", "named_pairs")
        #: Set phrases with the words of the text that one of them may begin at.
        self._names = [(phrases[group], phrases[group].firsts() & there) for group in groups]
        #: Whether the text has a word that what a rate is the base of may end with.
        self._has_bases = not there.isdisjoint(phrases["rate_bases"].firsts())

    def mark(self, i: int) -> None:
        """Mask the set phrase or label that the number at token i is part of."""
        self._mark_phrase(i)
        if not self._around.codes[i] and self._label(i):
            self._around.codes[i] = LABEL

    def _mark_phrase(self, i: int) -> None:
        if self._words[i][0].isdecimal():
            # "1バレル70ドル": the base of a rate is no figure of its own.
            base = self._vocabulary.rates_before.at(self._words, i)
            costs = self._words[i] == "1" and self._around.costs(i) is not None
            if (base is not None and self._words[base[1]][0].isdecimal()) or self._bases(i) or costs:
                self._around.mark(NAME, i)
                return
        for names, firsts in self._names:
            for k in range(max(0, i - 3), i + 1) if firsts else ():
                found = names.at(self._words, k) if self._words[k] in firsts else None
                if found is not None and found[1] > i:
                    self._around.mark(NAME, *range(k, found[1]))
                    return

    def _bases(self, i: int) -> bool:
        """ "1キロワット時当たり31円", "1㎥당 78㎍"."""
        unit = self._vocabulary.units.at(self._words, i + 1) if self._has_bases else None
        return unit is not None and self._vocabulary.phrases["rate_bases"].at(self._words, unit[1]) is not None

    def _label(self, i: int) -> bool:
        """ "Article 5", "Resolution 2397", "phase-three", "No. 10", "Resolutions 1718 and 2397"."""
        words, vocabulary, tokens = self._words, self._vocabulary, self._tokens
        k = i - 1
        if words[k] in {".", "-", "#", "№", ":"} and k > 0:
            if words[k] in "#№":
                return True
            k -= 1
        word = words[k]
        if word == "no" and words[k + 1] == "." and words[i].isdecimal():
            # "Bulletin no. 31": the stop says that a number is meant, and not "none".
            return True
        if word not in vocabulary.words["labels"]:
            return self._label_goes_on(i)
        if len(word) == 1 and tokens.glued(i) and self._around.is_currency(i):
            # "P5.2 billion of bananas", in a text on the Philippines.
            return False
        if word == "number" and words[i] == "1":
            # "The world's number 1 importer": a rank, whatever a single importer would count.
            return True
        measured = self._around.measured(i + 1)
        if measured is not None and (words[i].isdecimal() or measured.kind == "percent"):
            # "Hides and articles 0.2 percent".
            return False
        if words[k + 1] == ":" and not words[i].isdecimal():
            return False
        if word in vocabulary.words["road_labels"]:
            return not self._around.counted(i + 1)
        if word not in vocabulary.words["capital_labels"] or words[i - 1] == "-":
            return True
        if k > 0 and words[k - 1] in vocabulary.words["labelled"]:
            # "Under customs code 8471".
            return True
        return tokens.capitalised(k) and not self._around.counted(i + 1)

    def _label_goes_on(self, i: int) -> bool:
        words = self._words
        k = i - 1
        if words[k] in {"and", "or"} and words[k - 1] == ",":
            k -= 1
        if words[k] not in _LINKS:
            return False
        return (
            self._around.codes[k - 1] == LABEL
            and words[i][0].isdecimal()
            and self._around.measured(i + 1) is None
            and not self._around.counted(i + 1)
        )

    def code(self, i: int, word: str) -> int:
        """Numbers inside names and codes: "H5N1", "COVID-19", "BA.5", "75th", "1990s", "5G", "#1", "'19"."""
        words, tokens, vocabulary = self._words, self._tokens, self._vocabulary
        before = words[i - 1]
        if i and tokens.glued(i):
            if before[0].isalpha() and not is_east(before):
                return FREE if self._around.is_currency(i) else NAME
            if is_east(before) and len(word) > 4 and word.isdecimal() and self._ends(i + 1):
                return CODE
            if before in {"-", ".", "/", "_"} and i > 1 and tokens.glued(i - 1):
                further = words[i - 2]
                if further[0].isalpha() and not is_east(further):
                    if self._around.is_currency(i) or further in vocabulary.values["scales"] or further == "to":
                        return FREE
                    if vocabulary.units_before.before(words, i - 1) is not None:
                        # "a magnitude-5.9 quake"
                        return FREE
                    if further in vocabulary.values["numbers"] or (further == "s" and before == "."):
                        return FREE
                    return NAME
                if self._around.codes[i - 2] in {NAME, CODE, CONTACT, LABEL} and before != "/":
                    return self._around.codes[i - 2]
            if before in _QUOTES and len(word) == 2 and self._around.measured(i + 1) is None:
                return DATE
        after = words[i + 1]
        if after[0].isalpha() and tokens.glued(i + 1) and not is_east(after):
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
            self._around.measured(i + 1) is not None or after in short["money"] or after in short["counted_short"]
            or after in vocabulary.words["times"] or after in vocabulary.codes or self._around.is_cents(i + 1)
            or vocabulary.hedges_after.at(self._words, i + 1) is not None
        )  # fmt: skip
        if not known:
            return NAME
        following = self._words[i + 2]
        return NAME if following[0].isdecimal() and tokens.glued(i + 2) and after not in short["always"] else FREE
