"""What a figure is measured against: the base that its sentence holds up to it."""

from __future__ import annotations

from tidewaiter.claims.changes import named_bases, unnamed_bases
from tidewaiter.claims.changes.named_bases import RATES, NamedBase
from tidewaiter.claims.changes.unnamed_bases import Base
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import RATE_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, When, clause_at
from tidewaiter.period import Period

#: Words between two changes that share a base; with so few, another flow may be named.
_SHARED, _CLOSE = 8, 5
#: What two changes of the same trade may be of.
_MEASURED = frozenset({"quantity", "value", "volume", "weight"})
#: Characters between a difference and what it is ("$50,000 short of").
_NEXT = 2


def against(
    reading: Reading, sentence: Sentence, found: list[Clause], placed: list[When], figure: Figure,
    period: Period | None, form: str, context: Context, *, ratio: bool, own: When | None = None,
) -> Base | None:  # fmt: skip
    """(comparison, base period, rule) where the sentence says what a figure is compared with; else None.

    `own` is the time that the figure itself is of: "compared with August's 10 percent rise" is held against no August.
    """
    if reading.language == "en" and (unnamed := unnamed_bases.behind(reading, sentence, figure)) is not None:
        return unnamed
    bases = [w for w in placed if w.role == "base" or w.form in RATES]
    if reading.language == "en":
        bases = [w for w in bases if w.owns is not figure and (w is not own or w.role == "base")]
    if reading.language == "en" and own is not None and period is not None and not ratio:
        # "Down 9 percent on 2022, after a rise of 4 percent the year before": 2022 is the rise's own year.
        bases = [w for w in bases if w.period != period or w.end > figure.start]
    clause = clause_at(found, figure.start)
    inside = [w for w in bases if clause.holds(w.start)] or [
        w for w in bases if w.clause.kind != "aside" or _says_how(sentence, w)
    ]
    following = [f for f in sentence.figures if f.start >= figure.end]
    if following and reading.words(figure.end, following[0].start) == ["("]:
        # "By €560 million (-19%) compared with February": said twice, with one base.
        following = following[1:]
    right = [w for w in inside if w.start >= figure.end]
    left = [w for w in inside if w.end <= figure.start]
    stop = _next_change(following, sentence)
    nearer = [w for w in right if w.start < stop]
    # "Up 8.3 percent in volume and 27.7 percent in value year on year": the base is of both.
    right = nearer or [w for w in right if stop < sentence.end and _same_move(reading, sentence, figure, stop)]
    if reading.language != "en":
        # Korean and Chinese say what they compare with before the figure.
        right = [] if left else right
    elif ratio:
        # "Three times as much as in 2019": what a ratio is to stands behind it.
        left = []
    spent = bool(left) and any(f.kind == figure.kind and f.end <= left[-1].start for f in sentence.figures)
    if left and right and not nearer and reading.language == "en" and not spent:
        # "Compared to July, supply rose by 15%, and by 57% on the year".
        right = []
    if left and right and left[-1].form in RATE_FORMS and _parted(reading, sentence, figure, left[-1], right[0]):
        # "On a monthly basis imports rose 4%, and on a yearly basis they fell 2%".
        right = []
    chosen = right[0] if right else left[-1] if left else None
    if chosen is None:
        return unnamed_bases.ahead(reading, sentence, figure) if reading.language == "ko" else None
    return named_bases.resolved(
        NamedBase(reading, chosen, period, form, context, change=figure.kind == "percent" and not ratio)
    )


def _says_how(sentence: Sentence, when: When) -> bool:
    """ "Declined (year-on-year) by 7 percent": nothing else stands in the brackets."""
    return when.form in RATE_FORMS and not any(when.clause.holds(f.start) for f in sentence.figures)


def _parted(reading: Reading, sentence: Sentence, figure: Figure, left: When, right: When) -> bool:
    """Whether a base before a figure is its own, and the one behind it another figure's."""
    if any(left.end <= f.start < figure.start for f in sentence.figures):
        return False
    return bool({"and", "but", "while", ";"} & set(reading.words(figure.end, right.start)))


def _next_change(following: list[Figure], sentence: Sentence) -> int:
    for figure in following:
        if figure.kind in {"percent", "times"}:
            return figure.start
        if _is_difference(sentence, figure):
            return figure.start
    return sentence.end


def _is_difference(sentence: Sentence, figure: Figure) -> bool:
    """ "$905,000, about $50,000 short of all of 2020": the year is the difference's alone."""
    return any(c.sense == "down" and 0 <= c.start - figure.end <= _NEXT for c in sentence.cues_of("change"))


def _same_move(reading: Reading, sentence: Sentence, figure: Figure, other: int) -> bool:
    if any(f.start == other and f.kind == "money" for f in sentence.figures):
        return False
    words = reading.words(figure.end, other)
    if len(words) > _SHARED or not {"and", ","} & set(words):
        return False
    # "Imports rose by 8 percent and exports by 3 percent from a year earlier": one verb, one base.
    parting = {"change"} if len(words) <= _CLOSE else {"change", "flow_noun", "flow_verb"}
    between = [c for c in sentence.cues if c.kind in parting and figure.end <= c.start < other]
    if not _MEASURED.isdisjoint(words) and [c.start - figure.end for c in between] in ([0], [1]):
        # "26 percent growth in weight and 20 percent growth in value": each has a noun of its own, one base.
        between = []
    return not between
