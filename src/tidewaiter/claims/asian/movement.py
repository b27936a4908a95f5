"""How a figure moves in Korean (the word of change follows) and Chinese (it leads)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.brackets import closing, list_end, opening, skipped
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Movement, direction_of

_RELATIVE = frozenset({"percent", "percentage_points", "times"})
#: Korean endings that make a change the attribute of the level behind it: "85.2% 감소한 1451만 달러".
_ATTRIBUTE = ("한 ", "된 ", "난 ", "든 ", "진 ", "른 ", "린 ", "뛴 ", "은 ", "인 ")
_TO = ("至", "到", "为", "為")
#: Words of one character that say a change right before it, and other things elsewhere ("公升").
_BARE = {"升": "increase", "揚": "increase", "挫": "decrease"}
_JOINTS = frozenset({"、", "和", "及", "与", "與", "以及"})
_LOOK = 26
#: Signs of direction before a figure, behind it, and what a sign of its own may follow ("(-5.7%)", "원유 -5.2%").
_SIGNS = {"+": "increase", "-": "decrease", "−": "decrease", "–": "decrease", "△": "decrease"}
_ARROWS = {"↑": "increase", "▲": "increase", "↓": "decrease", "▼": "decrease"}
_BEFORE_SIGN = " (（·,，、:：→"
#: A note on what changes are held against: "增长（同比，下同）4%".
_NOTE = re.compile(r"[(（]同比[^()（）]{0,6}[)）]")
#: What stands between an amount and the same in another currency.
_GLOSS = re.compile(r",? ?(?:우리 ?돈|한화|원화)?(?:으?로)? ?(?:약 )?")
#: What may stand between a list and the change that all of it made.
_BEHIND_LIST = 26
#: "增长，分别为34%和51%": the change stands before what tells the figures one by one.
_ONE_BY_ONE = re.compile(r"[^，,；;。]{0,8}[，,]?(?:增幅|降幅|涨幅|漲幅|升幅|跌幅)?分[别別][为為达達是]?[约約近]?\Z")
#: "전년보다 3천만 달러, 18.5% 증가": the amount and the percentage of one change.
_AGAINST = ("보다 ", "보다 약 ", "대비 ", "대비 약 ", "에 비해 ", "비해 ")


def movement(reading: Reading, sentence: Sentence, figure: Figure) -> Movement:
    """How a figure moves, from the words next to it."""
    changes = sentence.cues_of("change")
    if figure.kind in _RELATIVE and is_part_of_base(reading, sentence, figure):
        # A part or a multiple of another time's level says how much it is, not which way it went.
        return Movement("by")
    inside = next((c for c in changes if figure.start < c.end and c.start < figure.end), None)
    if inside is not None:
        return Movement("by", direction_of(inside), inside)
    if figure.kind in _RELATIVE and reading.language == "zh":
        bare = _BARE.get(reading.text[figure.start - 1 : figure.start])
        if bare is not None and figure.start > sentence.start:
            return Movement("by", bare)
    signed = _signed(reading.text, figure)
    if signed is not None:
        return signed
    listed = _listed(reading, sentence, changes, figure)
    if listed is not None:
        return listed
    if reading.language == "ko":
        owner = _again(reading.text, sentence, figure)
        if owner is not None:
            return movement(reading, sentence, owner)
        return _korean(reading, sentence, changes, figure)
    return _chinese(reading, sentence, changes, figure)


def _signed(text: str, figure: Figure) -> Movement | None:
    """A change that a sign or an arrow tells: "(-5.7%)", "△28.2%", "44% ↑", "43억 달러↑"."""
    behind = text[figure.end : figure.end + 2].strip()[:1]
    if behind in _ARROWS:
        return Movement("by", _ARROWS[behind])
    if figure.kind not in _RELATIVE:
        return None
    first, before = text[figure.start], text[figure.start - 1 : figure.start]
    if first in _SIGNS:
        fits = not before or before in _BEFORE_SIGN
        return Movement("by", _SIGNS[first]) if fits else None
    beyond = text[max(figure.start - 2, 0) : figure.start - 1]
    if before in _SIGNS and (before == "△" or not beyond or beyond in _BEFORE_SIGN):
        return Movement("by", _SIGNS[before])
    return None


def _listed(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement | None:
    """A figure in brackets beside what it is of, or of the figure before: "반도체(27.5%), 가스(4.3%) 등은 늘었고"."""
    text = reading.text
    place = opening(text, sentence.start, figure.start)
    if place is None:
        return None
    owner = next((f for f in sentence.figures if f.end == place or text[f.end : place] == " "), None)
    if owner is not None and owner.kind == figure.kind == "money":
        # "456억 달러(약 59조 원)": the same amount in another currency.
        return movement(reading, sentence, owner)
    if owner is not None:
        if owner.kind not in _RELATIVE or figure.kind != "money":
            return None
        # "11.1%(31억 달러) 증가": the same change as an amount.
        behind = closing(text, figure.end, sentence.end)
    elif figure.kind not in _RELATIVE:
        return None
    else:
        inside = next((c for c in changes if figure.end <= c.start <= figure.end + 6), None)
        if inside is not None and ")" not in text[figure.end : inside.start]:
            return Movement("by", direction_of(inside), inside)
        behind = list_end(text, figure.end, sentence.end)
    if behind is None:
        return None
    change = next((c for c in changes if behind <= c.start <= behind + _BEHIND_LIST), None)
    if change is None or set(text[behind : change.start]) & set("(（"):
        neighbours = {_ARROWS.get(text[f.end : f.end + 1]) for f in sentence.figures if place - 40 < f.start < behind}
        told = neighbours - {None}
        if owner is None and len(told) == 1 and (direction := told.pop()) is not None:
            return Movement("by", direction)
    if change is None or set(text[behind : change.start]) & set("(（0123456789"):
        before = [c for c in changes if place - 12 <= c.start < place and not set(text[c.end : place]) & set("，,；;")]
        if owner is None and reading.language == "zh" and before:
            return Movement("by", direction_of(before[-1]), before[-1])
        return None
    return Movement("by", direction_of(change), change)


def _again(text: str, sentence: Sentence, figure: Figure) -> Figure | None:
    """The amount that a figure says again in another currency: "20조 엔, 우리 돈 약 189조 원"."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if before is None or figure.kind != "money" or before.kind != "money" or before.unit == figure.unit:
        return None
    return before if _GLOSS.fullmatch(text, before.end, figure.start) else None


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
    beyond = skipped(text, figure.end, sentence.end)
    if beyond > figure.end:
        following = next((f for f in sentence.figures if f.start >= beyond), None)
    limit = min(beyond + _LOOK, following.start if following else sentence.end)
    after = next((c for c in changes if beyond <= c.start < limit), None)
    behind = text[figure.end : figure.end + 3]
    if figure.kind in _RELATIVE:
        if after is None and following is not None:
            # "157%, 106% 증가", "베트남 13.8%, 일본 15.8% 등은 증가": the change stands behind the list.
            last = _last_of_list(text, sentence, figure)
            after = next((c for c in changes if last <= c.start <= last + _BEHIND_LIST), None)
            if after is not None and set(text[last : after.start]) & set(",0123456789"):
                after = None
        elif after is not None and "," in text[beyond : after.start]:
            after = None
        if after is None:
            more = (c for c in sentence.cues_of("more") if figure.end <= c.start <= figure.end + 4)
            after = next(more, None)
        if after is None and text.startswith(",", figure.end) and text[: figure.start].endswith(("로 ", "으로 ")):
            # "수출액은 1조엔으로 5.7%, 수입액은 4천억엔으로 0.6% 늘었다": one verb for both.
            other = next((f for f in sentence.figures if f.start > figure.end and f.kind == figure.kind), None)
            if other is not None and other.start - figure.end <= 40 and text[: other.start].endswith(("로 ", "으로 ")):
                after = next((c for c in changes if other.end <= c.start <= other.end + 6), None)
        if after is not None and _level_before(text, sentence, figure, after):
            return Movement("to", direction_of(after), after)
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
    if following is not None and following.kind in _RELATIVE and text[figure.end : following.start] == ", ":
        then = next((c for c in changes if following.end <= c.start <= following.end + 8), None)
        if then is not None and text.endswith(_AGAINST, sentence.start, figure.start):
            return Movement("by", direction_of(then), then)
    if after is None:
        return Movement()
    between = text[beyond : after.start]
    if between.startswith(("으로", "로")) and len(between) <= 12 and not set(between) & set(",.("):
        return Movement("to", direction_of(after), after)
    if between.strip() in {"", "가량", "정도", "이", "가", "이나"}:
        return Movement("by", direction_of(after), after)
    return Movement()


def _last_of_list(text: str, sentence: Sentence, figure: Figure) -> int:
    """Where a list of percentages ends that begins with this one: each a few words after the one before."""
    end = figure.end
    for other in sentence.figures:
        if other.start < end or other.kind not in _RELATIVE:
            continue
        between = text[skipped(text, end, sentence.end) : other.start]
        joined = between.startswith((",", "와", "과", "·", "、", " 및", " 그리고")) or not between.strip()
        if not joined or len(between) > 14:
            break
        end = other.end
    return skipped(text, end, sentence.end)


def _level_before(text: str, sentence: Sentence, figure: Figure, change: Cue) -> bool:
    """ "비중이 27.1%로 높아졌다": a share that moved to a level, not by a percentage."""
    held = any(c.end <= figure.start and figure.start - c.end <= 14 for c in sentence.cues_of("share"))
    return held and text.startswith(("로 ", "으로 "), figure.end) and change.start - figure.end <= _LOOK


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
    previous = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if previous is not None and previous.kind in _RELATIVE:
        between = text[previous.end : figure.start]
        if (figure.kind in _RELATIVE and between in _JOINTS) or (figure.kind not in _RELATIVE and between in _TO):
            # "下降20.7%、18.6%", "下降23.7%至348.6亿美元": the change stands before the first.
            first = _chinese(reading, sentence, changes, previous)
            if first.relation == "by" and first.cue is not None:
                relation = "by" if figure.kind in _RELATIVE else "to"
                return Movement(relation, first.direction, first.cue)
    before = [c for c in changes if c.end <= figure.start]
    if before:
        cue = before[-1]
        between = _NOTE.sub("", text[cue.end : figure.start])
        word = text[cue.start : cue.end]
        close = len(between) <= 6 and not set(between) & set("，,、；;。")
        if not close and figure.kind in _RELATIVE and _ONE_BY_ONE.match(_list_head(text, sentence, cue.end, figure)):
            return Movement("by", direction_of(cue), cue)
        if close:
            if word.endswith(("低于", "高于")) and figure.kind not in _RELATIVE:
                # "低于200亿美元": a bound, not a change.
                return Movement()
            to = word.endswith(_TO) or between.startswith(_TO)
            share = figure.kind in _RELATIVE and _of_share(text, sentence, cue)
            if (to and figure.kind not in _RELATIVE) or (to and share):
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


def _list_head(text: str, sentence: Sentence, start: int, figure: Figure) -> str:
    """What stands between a change and the first figure of the list that a figure belongs to."""
    first = figure.start
    for other in reversed(sentence.figures):
        if other.end > first or other.kind != figure.kind or other.start < start:
            continue
        if text[other.end : first].strip() not in {"、", "和", "及", "与", "與", "以及", ",", "，"}:
            break
        first = other.start
    return text[start:first] if first - start <= _LOOK else ""


def _of_share(text: str, sentence: Sentence, change: Cue) -> bool:
    """ "出口比重降至26.61%": the level of a share."""
    held = [c for c in sentence.cues_of("share") if c.end <= change.start]
    again = text[change.end - 1] in _TO
    return bool(held) and (again or not set(text[held[-1].end : change.start]) & set("，,；;。"))
