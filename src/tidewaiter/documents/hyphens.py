"""Whether a hyphen at a line's end belongs to the word or was put in by the typesetter."""

from __future__ import annotations

import re

from tidewaiter.documents.vocabulary import names

_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
#: First parts that make compounds; the hyphen stays after them whatever the text holds.
_FIRST_PARTS = names(
    "all anti bi co counter cross ex extra half high inter intra long low mid mini multi neo non off on one over part"
    " post pre pro pseudo quasi re self semi short single sino state sub super third three two ultra un under well year"
)


class Hyphens:
    """Judges by the text's own words: the spelling it uses elsewhere decides. Reads the text only when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __call__(self, before: str, after: str) -> bool:
        """True where the hyphen between the two halves goes."""
        if self._words is None:
            self._words = frozenset(word.lower() for word in _WORDS.findall(self._text))
        first, second = before.lower(), after.lower()
        if first + second in self._words:
            return True
        if f"{first}-{second}" in self._words or first in _FIRST_PARTS:
            return False
        return first not in self._words and len(first) > 1
