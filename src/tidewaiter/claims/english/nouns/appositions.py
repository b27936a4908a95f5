"""Appositions: where one opens before a verb ("hair, the top earner, brought in")."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence

#: Words of an apposition ("the biggest food item").
_APPOSED = 8
_DASHES = frozenset({"-", "–", "—", "--"})
_DONE = frozenset({"after", "as", "at", "by", "during", "for", "from", "in", "on", "since", "through", "under", "with"})
_APPOSING = frozenset({"a", "absent", "an", "banned", "its", "long", "missing", "once", "the", "unknown"})
#: What stands between commas and says nothing ("tomatoes, by contrast, earned").
_THROWN_IN = frozenset(
    {("by", "contrast"), ("in", "contrast"), ("by", "comparison"), ("however",), ("meanwhile",), ("though",), ("too",)}
)


def before_apposition(reading: Reading, sentence: Sentence, offset: int) -> int:
    """Where the comma stands that opens an apposition before an offset ("hair, the top earner, brought in")."""
    tokens = reading.tokens
    i = tokens.before(offset)
    if i > 1 and tokens.words[i] in _DASHES:
        # "Hair products – wigs, beards, eyelashes – earned".
        opened = (j for j in range(i - 2, max(i - 2 * _APPOSED, 0), -1) if tokens.words[j] in _DASHES)
        j = next(opened, -1)
        figures = (f.start for f in sentence.figures if j >= 0 and tokens.starts[j] < f.start < offset)
        return tokens.starts[j] if j > 0 and tokens.starts[j] > sentence.start and not any(figures) else offset
    if i < 1 or tokens.words[i] != ",":
        return offset
    for j in range(i - 1, max(i - 2 * _APPOSED, -1), -1):
        if tokens.starts[j] < sentence.start or any(f.start <= tokens.starts[j] < f.end for f in sentence.figures):
            break
        if tokens.words[j] == ",":
            related = tokens.words[j + 1] in {"which", "who"}
            apposed = tokens.words[j + 1] in _APPOSING or "bound" in tokens.words[j + 1 : i]
            apposed = (apposed and i - j < _APPOSED) or _is_told_of(tokens.words[j + 1 : j + 3])
            thrown_in = tuple(tokens.words[j + 1 : i]) in _THROWN_IN
            return tokens.starts[j] if related or apposed or thrown_in else offset
    return offset


def _is_told_of(opening: list[str]) -> bool:
    """ "…, banned since 2017 under a resolution, …": a participle and what it was done by, or when."""
    return len(opening) > 1 and opening[0].endswith("ed") and opening[1] in _DONE
