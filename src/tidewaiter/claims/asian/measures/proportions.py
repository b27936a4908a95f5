"""Percentages in brackets that stand to each other as the amounts before them do: parts of one whole."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence

#: How far rounding moves a part from its amount; signs of a change behind a percentage.
_CLOSE, _SIGNS = Decimal("0.02"), ("↑", "↓", "▲", "▼", " 증", " 감", "증", "감", " 늘", " 줄")


def in_proportion(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "쌀 2억 달러(20%), 밀 1억 달러(10%)": percentages in brackets that stand to each other as their amounts do."""
    row: list[tuple[Figure, Figure]] = []
    for amount, part in pairwise(sentence.figures):
        told = amount.kind in {"money", "quantity"} and part.unit == part.kind == "percent"
        # Nothing has no proportion to anything.
        told = told and amount.value > 0 and part.value > 0
        if told and reading.text[amount.end : part.start] in {"(", "（", " (", "(비중 "}:
            row.append((amount, part))
    own = next((pair for pair in row if pair[1] is figure), None)
    if own is None or reading.text[figure.start] in "+-−△▲" or reading.text.startswith(_SIGNS, figure.end):
        return False
    others = [pair for pair in row if pair is not own and pair[0].unit == own[0].unit and pair[1].value != figure.value]
    return bool(others) and all(
        abs(amount.value * figure.value / (part.value * own[0].value) - 1) <= _CLOSE for amount, part in others
    )
