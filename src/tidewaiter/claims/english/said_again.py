"""An amount pointed at that the text has told before, to its last digit: "paid $107 million for the 412,000 tonnes"."""

from __future__ import annotations

from dataclasses import replace

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS
from tidewaiter.claims.reading.context import Context, Told
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Subject, Timed
from tidewaiter.period import Period

_RULE = "the amount told before"
_POINTING = frozenset({"the", "these", "this", "those", "that"})
#: With fewer digits an amount may be another that is as large.
_TELLING, _BEFORE = 3, 6
#: And with so many, zeros at its end aside, it is the same even where nothing points at it.
_NO_CHANCE = 4
_KINDS = frozenset({"money", "quantity"})
_MOVES = frozenset({"change", "ratio", "share"})
_LEVELS = frozenset({"trade_value", "trade_quantity"})


def take(reading: Reading, scene: Scene, drafts: list[Draft], context: Context) -> None:
    """Give each such amount the goods, ends and time that it was told with, where its own words name none of them."""
    for draft in drafts:
        told = _told(reading, scene, draft, context)
        if told is None:
            _take_time(reading, draft, drafts, context)
            continue
        draft.pair, draft.rules["parties"] = told.pair, _RULE
        draft.subject = Subject(told.product, _RULE)
        draft.timed = Timed(told.period, _RULE)
        for other in drafts:
            if other is not draft and _is_for(reading, draft, other):
                # What was paid for them, and for one of them, was paid for the same.
                other.subject = Subject(told.product, _RULE)
                other.timed = Timed(told.period, _RULE)


def _take_time(reading: Reading, draft: Draft, drafts: list[Draft], context: Context) -> None:
    """ "Its cumulative total of 220,400 barrels": of the months that so much was told of, if it names no time."""
    figure = draft.figure
    told = context.sums.get((figure.value, figure.unit))
    if told is None or told.period is None or (draft.timed is not None and draft.timed.when is not None):
        return
    if draft.measure in _LEVELS and _digits(reading, figure) >= _NO_CHANCE and draft.moved.relation != "from":
        spoken_of, draft.timed = draft.period, Timed(told.period, _RULE)
        if spoken_of is not None and spoken_of != told.period:
            _follow(drafts, spoken_of, told.period)


def _follow(drafts: list[Draft], spoken_of: Period, told: Period) -> None:
    """ "… compares with 107,600 in the same months of 2021, and has doubled": of those told again, too.

    What else the sentence tells was reckoned from the time that the text was speaking of.
    """
    for draft in drafts:
        when = draft.timed.when if draft.timed is not None else None
        if draft.timed is not None and draft.measure in _MOVES and when is None and draft.period == spoken_of:
            draft.timed = replace(draft.timed, period=told)
        elif draft.timed is not None and draft.period is not None and when is not None and when.form in AGO_FORMS:
            years = spoken_of.end.year - draft.period.end.year
            if years > 0 and draft.period == spoken_of.back_years(years):
                draft.timed = replace(draft.timed, period=told.back_years(years))
        if draft.base is not None and (years := spoken_of.end.year - draft.base.end.year) > 0:
            again = draft.base == spoken_of.back_years(years) and draft.period == told
            draft.base = told.back_years(years) if again else draft.base


def _digits(reading: Reading, figure: Figure) -> int:
    """How many digits a figure has that tell it from others."""
    return len("".join(filter(str.isdigit, reading.text[figure.start : figure.end])).strip("0"))


def learn(scene: Scene, drafts: list[Draft], context: Context) -> None:
    """Remember the amounts of a sentence; of two that are as large neither can be pointed at."""
    for draft in drafts:
        figure = draft.figure
        if draft.measure not in _LEVELS or draft.modality != "asserted" or scene.sentence.kind == "row":
            continue
        key = figure.value, figure.unit
        told = Told(figure.kind, draft.pair, draft.subject.product if draft.subject else None, draft.period)
        known = context.sums.setdefault(key, told)
        if known is not None and known != told:
            context.sums[key] = None


def _told(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Told | None:
    figure = draft.figure
    text = reading.text[figure.start : figure.end]
    if draft.measure not in _LEVELS or figure.kind not in _KINDS or sum(map(str.isdigit, text)) < _TELLING:
        return None
    told = context.sums.get((figure.value, figure.unit))
    if told is None or draft.moved.relation != "none":
        return None
    pointed = reading.words(max(scene.sentence.start, figure.begins - _BEFORE), figure.begins)[-1:]
    # "The 412,000 tonnes of May", "the $3.1 million of tea": its own words say what it is.
    behind = reading.words(figure.end, min(figure.end + 12, scene.sentence.end))[:1]
    if not pointed or pointed[0] not in _POINTING or behind in (["of"], ["in"], ["from"], ["to"]):
        return None
    return told if _fits(scene, draft, told) else None


def _fits(scene: Scene, draft: Draft, told: Told) -> bool:
    """Not "in 2022 it paid for the 500,000 tonnes that it bought from Mali" of as much told of 2023, or of Ghana."""
    own = draft.timed is not None and draft.timed.when is not None
    named = {p.code for p in scene.parties if p.code and p.role != "source"}
    return (not own or draft.period == told.period) and named <= set(told.pair.everyone)


def _is_for(reading: Reading, draft: Draft, other: Draft) -> bool:
    """ "Paid $107 million for the 412,000 tonnes, or $260 a tonne": an amount or price of no time of its own."""
    if other.timed is not None and other.timed.when is not None and draft.timed is not None:
        return False
    if other.measure == "trade_value" and other.figure.end <= draft.figure.start:
        return reading.words(other.figure.end, draft.figure.begins)[:1] == ["for"]
    price = other.measure == "price" and other.figure.start >= draft.figure.end
    return price and reading.words(draft.figure.end, other.figure.begins)[:1] in ([","], ["at"], [], ["("])
