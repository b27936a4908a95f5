"""Times since which something has been so, which are not the times of the news."""

from __future__ import annotations

from tidewaiter.claims import periods
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.reading import Reading, Sentence

#: Characters of a clause of "since" up to its time, and what makes it another word.
_CLAUSE, _HAVING = 70, (["has"], ["have"], ["had"])
#: Characters behind a Chinese time in which it says so.
_BESIDE = 32


def is_since(reading: Reading, sentence: Sentence, time: Expression) -> bool:
    """ "Since July", "7月底以来": when something began, and not until when it is told."""
    if reading.language != "zh":
        said = reading.words(max(sentence.start, time.start - _CLAUSE), time.start)
        clause = said[len(said) - said[::-1].index("since") :] if "since" in said else []
        # "Since the border reopened in May", but "imports have since recovered to $3 million in May".
        began = clause[-1:] in (["in"], ["on"]) and not any(word[0].isdigit() or word in "$,;:" for word in clause)
        return said[-1:] == ["since"] or (began and said[-len(clause) - 2 : -len(clause) - 1] not in _HAVING)
    behind = reading.text[time.end : time.end + _BESIDE].lstrip("份底初末中")
    return behind.startswith(periods.grammar("zh").after.get("since", ()))
