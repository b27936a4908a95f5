"""Bases that no expression of time names: "of the pre-pandemic level", "below its peak", "코로나19 이전의 70%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tidewaiter.claims import periods
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words
from tidewaiter.period import Period

#: (comparison, base period, rule).
Base = tuple[str, Period | None, str]

_RELATIVE = frozenset({"percent", "times"})
#: Words from a base to its last one.
_SHARED = 8
#: Characters that "below the previous five-year average" takes.
_AVERAGE_REACH = 48
_LEVELS = words("levels")
#: "Below the peak", "short of its record".
_AGAINST, _THE = (
    frozenset({"above", "below", "of", "off", "short", "under"}),
    frozenset({"its", "of", "that", "the", "their"}),
)
_EXTREMES = words("extremes")
#: "More than the bank's estimate", "below what customs reported".
_STANDING, _COUNTS, _COUNTED = words("standing_to"), words("counts"), words("counted_by")
#: Characters that a Korean base takes, with what stands between it and its figure.
_REACH = 40
#: Korean: from such a base to its figure.
_TO_FIGURE = (
    r"(?:인 [^,\d]{1,12})?(?:의)?(?: ?(?:[가-힣]{1,6} )?(?:수준|교역액|무역액|수출액|수입액|규모|물량|교역량|실적))?"
    r"(?:의|보다[는도]?|에 비해서?|에 비하면|[과와] 비교(?:해|하면|할 때)|[과와] 견[줘주]면?| 대비) "
    r"(?:[가-힣]{2,6}[은는] )?(?:약 |거의 |무려 )?(?:각각 )?(?:\d[\d.]{0,6}(?:%|배)(?:[과와]|,| 및) ){0,3}\Z"
)


def behind(reading: Reading, sentence: Sentence, figure: Figure) -> Base | None:
    """English: "93 percent of the pre-pandemic level", "62 percent below its peak", "… the five-year average"."""
    if figure.kind == "percent" and _of_average(reading, figure):
        return "vs_period", None, "an average of years"
    if figure.kind not in _RELATIVE:
        return None
    ends = [sentence.end, *(f.start for f in sentence.figures if f.start >= figure.end)]
    ends += [t.start for t in sentence.times if t.start >= figure.end]
    said = reading.words(figure.end, min(*ends, figure.end + _AVERAGE_REACH))
    stops = [n for n, word in enumerate(said) if word in {",", ".", ";", "and", "but", "("}]
    said = said[: stops[0]] if stops else said
    if "pre" in said and not _LEVELS.isdisjoint(said[said.index("pre") :]):
        behind = said.index("pre") + len(("pre", "-"))
        event = next(map(periods.grammar(reading.language).events.get, said[behind : behind + 1]), None)
        return "vs_period", None if event is None else Period.year(event - 1), "against what was before an event"
    against_one = said[:1] and said[0] in _AGAINST and said[1:2] and said[1] in _THE
    if against_one and said[-1] in _EXTREMES and len(said) <= _SHARED:
        return "vs_period", None, "against an extreme"
    if said[:1] and said[0] in _STANDING and _is_count_of_another(said[1:]):
        return "vs_period", None, "against another's count"
    return None


def _is_count_of_another(said: Sequence[str]) -> bool:
    """ "… than the bank's own estimate", "… the customs value", "… what its office recorded": whose it is, is told.

    "The revised figure for March" is one of another time.
    """
    last = next((n for n, word in enumerate(said) if word in _COUNTS), None)
    if last is not None:
        return any(word in {"'s", "’s", "s'", "customs"} or word.endswith(("'s", "’s")) for word in said[:last])
    return "what" in said[:2] and not _COUNTED.isdisjoint(said)


def _of_average(reading: Reading, figure: Figure) -> bool:
    """ "11 percent below the five-year average"."""
    words = reading.words(figure.end, figure.end + _AVERAGE_REACH)
    return "average" in words and words[words.index("average") - 2 : words.index("average")] == ["-", "year"]


def ahead(reading: Reading, sentence: Sentence, figure: Figure) -> Base | None:
    """Korean: "코로나19 이전의 70% 수준", "전성기의 10분의 1", "평년보다 16%"."""
    before, usual = _patterns(reading.language)
    start = max(sentence.start, figure.start - _REACH)
    event = before.search(reading.text, start, figure.start) if figure.kind in _RELATIVE else None
    if event is not None:
        year = next((y for name, y in periods.grammar(reading.language).events.items() if name in event[1]), None)
        return "vs_period", None if year is None else Period.year(year - 1), "against what was before an event"
    if usual.search(reading.text, start, figure.start) is not None:
        return "vs_period", None, "against an extreme"
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A time before an event, and one that is known without a name, each up to the figure held against it."""
    grammar = periods.grammar(language)
    ends = "|".join(sorted(grammar.before["eventful"], key=len, reverse=True))
    before = rf"((?<![가-힣])[가-힣A-Za-z0-9 ]{{0,14}}(?:{ends}))(?: ?이전| ?직전| 전){_TO_FIGURE}"
    usual = "|".join(sorted(grammar.before["usual"], key=len, reverse=True))
    return re.compile(before), re.compile(rf"(?<![가-힣])(?:{usual}){_TO_FIGURE}")
