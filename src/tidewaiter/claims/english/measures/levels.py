"""Levels that carry a comparison of their own: "$18.7 million, down from $102.3 million in April"."""

from __future__ import annotations

from tidewaiter.claims.changes import comparison, unsaid
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Movement, Scene, Timed, direction_of
from tidewaiter.claims.words.lexicon import Cue, words

_STANDING = words("standing")
#: Words between a level and "up from", and characters that " from" takes.
_APART, _FROM = 8, 6
#: Characters that " than" takes.
_THAN = 6
#: Characters of " in ".
_IN = 4
#: Words between "above" and the time that it is above.
_NEAR = 2


def stands(reading: Reading, scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a level is said to stand above or below another; its direction, comparison and base are then filled.

    "$18.7 million, 9 percent more than in April" does not: the change has a figure of its own.
    """
    if _down_from(reading, scene, draft, drafts) or _from_alone(reading, scene, draft, drafts):
        return True
    return draft.measure != "price" and _higher_than(reading, scene, draft)


def _down_from(reading: Reading, scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    figure = draft.figure
    cue = next((c for c in scene.sentence.cues_of("change") if c.start >= figure.end), None)
    other = next((d for d in drafts if d.figure.start >= figure.end), None)
    if cue is None or other is None or other.moved.relation != "from":
        return False
    prices = draft.measure == other.measure == "price"
    if other.figure.unit != figure.unit and not (prices and figure.unit.startswith(other.figure.unit)):
        return False
    between = [start for _, start in reading.placed(figure.end, cue.start)]
    timed = [(w.start, w.end) for w in scene.whens]
    # The time of the level, and what brackets say of it, part nothing.
    between = [at for at in between if not any(start - 1 <= at <= end for start, end in timed)]
    # "… in 2023, according to its statistics office, down from a peak of".
    spoken = _spoken(reading, figure.end, cue.start)
    between = [at for at in between if not spoken[0] <= at < spoken[1]]
    apart = cue.start > other.figure.start or len(between) > _APART
    if apart or reading.words(cue.end, cue.end + _FROM)[:1] != ["from"]:
        return False
    _hold_against(reading, draft, other, direction_of(cue), cue)
    return True


def _from_alone(reading: Reading, scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """ "Reached 9,400 tonnes in June, from 7,100 a year earlier": up or down, as the two amounts say."""
    figure = draft.figure
    other = next((d for d in drafts if d.figure.start >= figure.end), None)
    if other is None or other.moved.relation != "from" or other.figure.unit != figure.unit:
        return False
    times = [(w.start, w.end) for w in scene.whens]
    between = [
        word
        for word, at in reading.placed(figure.end, other.figure.begins)
        if not any(start - 1 <= at < end for start, end in times)
    ]
    between = between[1:] if between[:1] in (["in"], ["during"]) else between
    if between != [",", "from"] or other.figure.value == figure.value:
        return False
    _hold_against(reading, draft, other, "increase" if figure.value > other.figure.value else "decrease", None)
    return True


def _hold_against(reading: Reading, draft: Draft, other: Draft, direction: str, cue: Cue | None) -> None:
    """Give a level its direction, comparison and base from the amount after it that it is held against."""
    draft.moved = Movement("stands", direction, cue)
    if other.form == "ago_month" and draft.timed is not None and draft.timed.when is None and draft.period is not None:
        # "Flour came to $8.9 million, up from $3.2 million the month before": of a month, be the text on nine of them.
        draft.timed = Timed(draft.period.last_month(), draft.timed.rule)
    unsaid.same_months(reading, other, draft)
    # Of the same time as the level, the amount after has no time of its own.
    base = None if other.period == draft.period else other.period
    if base is None:
        other.timed = Timed(None, "before the time of the level")
    draft.base = base
    draft.comparison = comparison.name_of(draft.period, base, form=draft.form) if base else "vs_period"
    draft.rules["comparison"] = "up or down from the figure after"


def _spoken(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Where "according to …," stands between two places; an empty stretch where it does not."""
    placed = list(reading.placed(start, end))
    opened = next((at for word, at in placed if word == "according"), end)
    return opened, next((at for word, at in placed if word == "," and at > opened), end)


def _has_own(scene: Scene, figure: Figure) -> bool:
    """Whether a time stands right behind a figure, "in" between at most."""
    return any(0 < w.start - figure.end <= _IN for w in scene.whens)


def _higher_than(reading: Reading, scene: Scene, draft: Draft) -> bool:
    figure, sentence = draft.figure, scene.sentence
    following = [f.start for f in sentence.figures if f.start >= figure.end]
    limit = following[0] if following else sentence.end
    bases = [w for w in scene.whens if w.role == "base"]
    for cue in sentence.cues_of("change") if bases else ():
        word = reading.text[cue.start : cue.end].lower()
        if word not in _STANDING:
            continue
        after = figure.end <= cue.start < limit and len(reading.words(figure.end, cue.start)) <= 12
        before = cue.end <= figure.start and not any(cue.end <= f.start < figure.start for f in sentence.figures)
        base = next((w for w in bases if cue.end <= w.start < (limit if after else figure.start)), None)
        if base is None or not (after or before):
            continue
        if draft.timed is not None and draft.timed.when is base:
            # "Higher than last year, when Iran bought 325,000 tonnes": the level is what another is held against.
            continue
        if before and reading.words(base.end, figure.begins)[-1:] == ["("] and _has_own(scene, figure):
            # "9 percent higher on the year ($5 million in May 2023)": what it was then.
            continue
        if before and any(base.end <= w.start < figure.start for w in scene.whens):
            # "17 percent higher than a year earlier, with March contributing $37 million".
            continue
        if reading.words(cue.end, cue.end + _THAN)[:1] != ["than"] and len(reading.words(cue.end, base.start)) > _NEAR:
            # "Whichever is lower, starting on January 1"; "below the $31 million of June" are two levels.
            continue
        draft.moved = Movement("stands", direction_of(cue), cue)
        draft.base = base.period
        draft.comparison = comparison.name_of(draft.period, base.period) if base.period else "vs_period"
        draft.rules["comparison"] = f"“{word}” than another time"
        return True
    return False
