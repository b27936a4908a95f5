"""Which language a text is in, by the scripts and small words of its first page: cheap, and enough to pick rules."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain

from tidewaiter.documents.vocabulary import vocabulary

#: Characters looked at; the head of an article gives its language away.
_SAMPLE, _LATIN_SAMPLE = 20_000, 5_000

_SCRIPTS = {
    "ko": re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]"),
    "ja": re.compile(r"[\u3041-\u30ff\uff66-\uff9d]"),
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
_ANY_SCRIPT = re.compile("|".join(script.pattern for script in _SCRIPTS.values()))
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
#: A Chinese character carries about as much as three Latin letters.
_WEIGHT = {"ko": 2.0, "zh": 3.0, "ja": 3.0}


def language_of(text: str) -> str:
    """ISO 639-1 code of a text's language; "en" where nothing tells."""
    sample = text[:_SAMPLE]
    if sample.isascii() or not _ANY_SCRIPT.search(sample):
        return _latin(sample)
    counts = {code: len(script.findall(sample)) * _WEIGHT.get(code, 1.0) for code, script in _SCRIPTS.items()}
    counts["latin"] = float(len(_LATIN.findall(sample)))
    kana = counts["ja"]
    if kana and kana >= 0.1 * counts["zh"]:  # Japanese: Chinese characters with kana between them
        counts["ja"] += counts.pop("zh")
    best = max(counts, key=lambda code: counts[code])
    if best == "latin":
        return _latin(sample)
    if best == "ru" and len(_UKRAINIAN.findall(sample)) > 0.02 * counts["ru"]:
        return "uk"
    return best if counts[best] else "en"


def _latin(sample: str) -> str:
    """The Latin-script language whose small words are most frequent."""
    known = map(_owners().get, _WORD.findall(sample[:_LATIN_SAMPLE].lower()))
    tally = Counter(chain.from_iterable(filter(None, known)))
    if not tally:
        return "en"
    best, count = tally.most_common(1)[0]
    return best if count > max(1, tally["en"]) else "en"


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Small words, and the languages that have them."""
    owners: dict[str, tuple[str, ...]] = {}
    for code, line in vocabulary("small_words").items():
        for word in line.split():
            owners[word] = (*owners.get(word, ()), code)
    return owners
