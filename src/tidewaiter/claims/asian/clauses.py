"""The clauses of a Korean or Chinese sentence: one, but for the brackets that say something of their own."""

from __future__ import annotations

from collections.abc import Iterable

from tidewaiter.claims.asian import brackets
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause


def clauses(reading: Reading, sentence: Sentence) -> list[Clause]:
    """Brackets with a figure and a time of their own are asides; the rest is one clause."""
    found, main, start = [], [], sentence.start
    for opened, behind in brackets.asides(reading.text, sentence.start, sentence.end):
        timed = any(opened < w.start < behind for w in sentence.times)
        if timed and any(opened < f.start < behind for f in sentence.figures):
            found.append(Clause("aside", [(opened, behind)]))
            main.append((start, opened))
            start = behind
    main.append((start, sentence.end))
    return [*found, Clause("main", [stretch for stretch in main if stretch[0] < stretch[1]] or main)]


def begins(text: str, marks: Iterable[str], floor: int, place: int) -> int:
    """Where a place's stretch of a sentence begins: behind the last of some marks before it, else at `floor`."""
    return max([floor, *(text.rfind(mark, floor, place) + 1 for mark in marks)])
