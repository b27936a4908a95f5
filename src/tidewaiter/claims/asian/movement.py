"""How a figure moves in Korean (the word of change follows) and Chinese (it leads)."""

from __future__ import annotations

from collections.abc import Sequence

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Movement, direction_of

_RELATIVE = frozenset({"percent", "percentage_points", "times"})
#: Korean endings that make a change the attribute of the level behind it: "85.2% 감소한 1451만 달러".
_ATTRIBUTE = ("한 ", "된 ", "난 ", "든 ", "진 ", "른 ", "린 ", "뛴 ", "은 ", "인 ")
_TO = ("至", "到", "为", "為")
_LOOK = 26


def movement(reading: Reading, sentence: Sentence, figure: Figure) -> Movement:
    """How a figure moves, from the words next to it."""
    changes = sentence.cues_of("change")
    if figure.kind in _RELATIVE and is_part_of_base(reading, sentence, figure):
        # A part or a multiple of another time's level says how much it is, not which way it went.
        return Movement("by")
    inside = next((c for c in changes if figure.start < c.end and c.start < figure.end), None)
    if inside is not None:
        return Movement("by", direction_of(inside), inside)
    text = reading.text
    if figure.kind in _RELATIVE:
        sign = text[figure.start] if text[figure.start] in "+-−△▲▼" else text[figure.start - 1 : figure.start]
        if sign in {"+", "△"} or (sign in {"-", "−", "▼"} and text[max(figure.start - 2, 0)] in " (（"):
            return Movement("by", "increase" if sign == "+" else "decrease")
    if reading.language == "ko":
        return _korean(reading, sentence, changes, figure)
    return _chinese(reading, sentence, changes, figure)


def is_part_of_base(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether a percentage or multiple is a part of another time's level: "2019년 같은 기간의 80%"."""
    text = reading.text
    before = text[max(figure.start - 4, sentence.start) : figure.start].rstrip(" 약约")
    if not before.endswith(("의", "的")) or text.startswith(("로 ", "으로 ", "으로 늘"), figure.end):
        return False
    place = text.rindex(before[-1], 0, figure.start)
    held = next((f for f in sentence.figures if f.end <= place <= f.end + 1), None)
    return any(w.end == place or (held is not None and 0 <= held.start - w.end <= 3) for w in sentence.times)


def _korean(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement:
    text = reading.text
    following = next((f for f in sentence.figures if f.start >= figure.end), None)
    limit = min(figure.end + _LOOK, following.start if following else sentence.end)
    after = next((c for c in changes if figure.end <= c.start < limit), None)
    behind = text[figure.end : figure.end + 3]
    if figure.kind in _RELATIVE:
        listed = following is not None and following.kind in _RELATIVE and following.start - figure.end <= 10
        if after is None and listed:
            # "157%, 106% 증가", "중국(1.2%)과 베트남(1.0%) 수출이 늘고": the change stands behind the list.
            after = next((c for c in changes if figure.end <= c.start <= figure.end + _LOOK), None)
        elif after is not None and "," in text[figure.end : after.start]:
            after = None
        if after is None:
            more = (c for c in sentence.cues_of("more") if figure.end <= c.start <= figure.end + 4)
            after = next(more, None)
        return Movement("by", direction_of(after), after) if after is not None else Movement()
    doubled = following is not None and following.kind == "times" and text[figure.end : following.start].strip() == "의"
    if behind.startswith(("에서", "였던", "던", ")보다")) or doubled:
        return Movement("from")
    before = [c for c in changes if c.end <= figure.start]
    if before:
        between = text[before[-1].end : figure.start]
        plain = len(between) <= 8 and "," not in between and "고" not in between
        attributive = (
            text[before[-1].end : before[-1].end + 2] in _ATTRIBUTE
            or text[before[-1].end - 1 : before[-1].end + 1] in _ATTRIBUTE
        )
        if plain and attributive:
            return Movement("to", direction_of(before[-1]), before[-1])
    if after is None:
        return Movement()
    between = text[figure.end : after.start]
    if between.startswith(("으로", "로")) and len(between) <= 6:
        return Movement("to", direction_of(after), after)
    if between.strip() in {"", "가량", "정도", "이", "가", "이나"}:
        return Movement("by", direction_of(after), after)
    return Movement()


def is_start(reading: Reading, figure: Figure) -> bool:
    """ "从2019年的25.7亿美元": a figure that a movement starts from."""
    before = reading.text[max(figure.start - 14, 0) : figure.start]
    for word in ("从", "從", "由", "比", "较", "較"):
        _, found, between = before.rpartition(word)
        if found and (not between or between.rstrip("的").endswith(("年", "月", "期")) or between == "的"):
            return True
    return reading.text[figure.end : figure.end + 2] == "에서"


def _chinese(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement:
    text = reading.text
    before = [c for c in changes if c.end <= figure.start]
    if before:
        cue = before[-1]
        between = text[cue.end : figure.start]
        word = text[cue.start : cue.end]
        close = len(between) <= 6 and not set(between) & set("，,、；;。")
        if close:
            if word.endswith(("低于", "高于")) and figure.kind not in _RELATIVE:
                # "低于200亿美元": a bound, not a change.
                return Movement()
            to = word.endswith(_TO) or between.startswith(_TO)
            if to and figure.kind not in _RELATIVE:
                return Movement("to", direction_of(cue), cue)
            return Movement("by", direction_of(cue), cue)
    if is_start(reading, figure):
        # With its time the comparison knows what it is held against.
        timed = text[max(figure.start - 5, 0) : figure.start].rstrip("的份").endswith(("月", "年", "期"))
        held = timed and set(text[max(figure.start - 14, 0) : figure.start]) & set("比较較")
        return Movement() if held else Movement("from")
    after = next((c for c in changes if figure.end <= c.start <= figure.end + 5), None)
    if after is not None and figure.kind in _RELATIVE and not set(text[figure.end : after.start]) & set("，,、；;。"):
        return Movement("by", direction_of(after), after)
    return Movement()
