"""How a figure moves in Korean (the word of change follows) and Chinese (it leads)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tidewaiter.claims.asian.brackets import closing, list_end, opening, tells_part
from tidewaiter.claims.asian.measures import chinese_movement, chinese_shares, korean_gaps, korean_movement
from tidewaiter.claims.asian.measures.korean_rates import is_held_against
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue

_STARTS = frozenset({"从", "從", "由"})
_AGAINST = frozenset({"比", "较", "較"})
#: Between a time and a part or a multiple of its level: "水平的", "全年总额的".
LEVEL = re.compile(
    r"(?:全年|同期|同月)?(?:的)?(?:贸易|貿易|进出口|進出口|出口|进口|進口)?"
    r"(?:水平|水准|水準|规模|規模|总额|總額|总量|總量|额|額|量|峰值|高峰|[月年]均(?:水平|额|額|量|值)?|[月年]平均(?:水平|值)?)的?(?:约|約|近|大约|大約|逾|不到|不足)?"
)
#: Words of one character that say a change right before it, and other things elsewhere ("公升").
_BARE = {"升": "increase", "揚": "increase", "挫": "decrease"}
_HEDGES = "约約近逾超过過"
#: Signs of direction before a figure, behind it, and what a sign of its own may follow ("(-5.7%)", "원유 -5.2%").
_SIGNS = {"+": "increase", "-": "decrease", "−": "decrease", "–": "decrease", "△": "decrease"}
_ARROWS = {"↑": "increase", "▲": "increase", "↓": "decrease", "▼": "decrease"}
#: "13억 달러(+3억 달러, +29.0%)": behind an amount of change its rate, in one bracket.
_WITH_RATE = re.compile(r"[,，/] ?[+\-−–△▲]\d[\d.]{0,6} ?%[)）]")
_BEFORE_SIGN = " (（·,，、:：→比动動为為和及"
#: What stands between an amount and the same in another currency.
_GLOSS = re.compile(r",? ?(?:우리 ?돈|한화|원화)?(?:으?로)? ?(?:약 )?")
#: A level of another time, which no expression of time names: "코로나19 이전 수준".
_BEFORE_THAT = re.compile(r"(?:이전|예년|평년|사태 전|발생 전|확산 전)(?: 수준)?\Z")
#: What may stand between a list and the change that all of it made.
_BEHIND_LIST = 26
#: No two changes of a row are further apart, and no clause ends between them.
_ROW, _CLAUSE = 32, re.compile(r"[고며] |(?<=[으지])만 |다\. ")


def movement(reading: Reading, sentence: Sentence, figure: Figure) -> Movement:
    """How a figure moves, from the words next to it."""
    changes = sentence.cues_of("change")
    if reading.language == "zh" and figure.kind == "zero":
        return Movement()
    if chinese_shares.of_another_time(reading, sentence, figure):
        return Movement()
    if figure.kind in RELATIVE and is_part_of_base(reading, sentence, figure):
        # A part or a multiple of another time's level says how much it is, not which way it went.
        return Movement("by")
    inside = next((c for c in changes if figure.start < c.end and c.start < figure.end), None)
    if inside is not None:
        return Movement("by", direction_of(inside), inside)
    if figure.kind in RELATIVE and reading.language == "zh":
        ahead = reading.text[max(figure.start - 4, sentence.start) : figure.start].rstrip(_HEDGES)
        bare = _BARE.get(ahead[-1:])
        if bare is not None and figure.start > sentence.start:
            return Movement("by", bare)
    if tells_part(reading.text, sentence.start, figure.start):
        return Movement()
    signed = _signed(reading.text, figure)
    if signed is not None:
        return signed
    if (
        figure.unit == "percent"
        and reading.language == "ko"
        and korean_movement.of_base(reading.text, sentence, figure)
    ):
        # "비중은 54.1%로 전년(47.8%)보다 높아졌다": what it was then.
        return Movement("from")
    listed = _listed(reading, sentence, changes, figure)
    if listed is not None:
        return listed
    if reading.language == "ko":
        owner = _again(reading.text, sentence, figure)
        if owner is not None:
            return movement(reading, sentence, owner)
        told = korean_movement.moved(reading, sentence, changes, figure)
        return told if told.relation != "none" else _unsigned(reading.text, sentence, figure) or told
    return chinese_movement.moved(reading, sentence, changes, figure)


def _signed(text: str, figure: Figure) -> Movement | None:
    """A change that a sign or an arrow tells: "(-5.7%)", "△28.2%", "44% ↑", "43억 달러↑"."""
    behind = text[figure.end : figure.end + 2].strip()[:1]
    if behind in _ARROWS and not text[text.index(behind, figure.end) + 1 :][:1].isalnum():
        # Before a word an arrow is the mark of the next item: "40만 개 ▲2월 …".
        return Movement("by", _ARROWS[behind])
    if figure.kind not in RELATIVE and _WITH_RATE.match(text, figure.end) is None:
        return None
    first, before = text[figure.start], text[figure.start - 1 : figure.start]
    if first in _SIGNS:
        fits = not before or before in _BEFORE_SIGN
        return Movement("by", _SIGNS[first]) if fits else None
    beyond = text[max(figure.start - 2, 0) : figure.start - 1]
    if before in _SIGNS and (before == "△" or not beyond or beyond in _BEFORE_SIGN):
        return Movement("by", _SIGNS[before])
    return None


def _unsigned(text: str, sentence: Sentence, figure: Figure) -> Movement | None:
    """ "독일 -49.1%, 폴란드 8.8%": what stands without a sign in a row of signed changes has risen."""
    if figure.kind != "percent" or sentence.cues_of("share"):
        return None
    held = opening(text, sentence.start, figure.start) is not None
    row = [
        f for f in sentence.figures
        if f.kind == "percent" and (opening(text, sentence.start, f.start) is not None) == held
    ]  # fmt: skip
    at = row.index(figure)
    for way in (row[at:], row[at::-1]):
        for one, other in pairwise(way):
            between = text[min(one.end, other.end) : max(one.start, other.start)]
            if len(between) > _ROW or _CLAUSE.search(between):
                break
            if _signed(text, other) is not None:
                return Movement("by", "increase")
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
        if owner.kind not in RELATIVE or figure.kind not in {"money", "quantity"}:
            return None
        if reading.language == "zh" and re.search("[年月期为為]", text[place + 1 : figure.start]):
            # "减少近一成（9月为1.9亿美元）": a level of another time.
            return None
        if reading.language == "zh" and text[place + 1 : figure.start].startswith(("即", "约", "約")):
            # "下降了47.7%(即1260万公斤)"
            return movement(reading, sentence, owner)
        # "11.1%(31억 달러) 증가": the same change as an amount.
        behind = closing(text, figure.end, sentence.end)
    elif figure.kind not in RELATIVE:
        return None
    else:
        word = next((c for c in changes if c.end == place), None)
        if word is not None and reading.language == "ko":
            # "7억 달러로 소폭 증가(2.8%)".
            return Movement("by", direction_of(word), word)
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
    if reading.language == "ko" and is_held_against(text, sentence, figure):
        return False
    if reading.language == "ko" and figure.kind in {"times", "percent"} and _is_of_level(text, sentence, figure):
        return True
    if reading.language == "zh" and figure.kind in RELATIVE:
        for time in sentence.times:
            if time.end <= figure.start and LEVEL.fullmatch(text, time.end, figure.start):
                # "恢复到2019年3月水平的八成"
                return True
    if reading.language == "zh" and any(0 <= c.start - figure.end <= 1 for c in sentence.cues_of("change")):
        # "扭转去年12月的2.9%萎缩"
        return False
    if not before.endswith(("의", "的")) or text.startswith(("로 ", "으로 ", "으로 늘"), figure.end):
        return False
    place = text.rindex(before[-1], 0, figure.start)
    starts = _STARTS | _AGAINST if reading.language == "zh" else _STARTS
    if any(w.end == place and text[w.start - 1 : w.start] in starts for w in sentence.times):
        # "从2019年的3.7%增为4.2%": where it started, and no part of that year's.
        return False
    held = next((f for f in sentence.figures if f.end <= place <= f.end + 1), None)
    if reading.language == "ko" and _BEFORE_THAT.search(text, max(sentence.start, place - 16), place) is not None:
        # "코로나19 이전 수준의 82%를 회복".
        return True
    return any(w.end == place or (held is not None and 0 <= held.start - w.end <= 3) for w in sentence.times)


def _is_of_level(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "지난해 2월 수출량의 65배", "2019년 수출액 8천만 달러의 89.7%에 이르는"."""
    if text.startswith(("로 ", "으로 "), figure.end):
        return False
    if figure.kind == "percent" and not korean_gaps.is_level(text, figure.end):
        return False
    held = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    amount = held is not None and held.kind not in RELATIVE and text[held.end : figure.start].strip(" )약") == "의"
    for time in sentence.times:
        if amount and held is not None and korean_gaps.owns(text, time.end, held.start):
            return True
        if korean_gaps.measures(text, time.end, figure.start):
            return True
    return False
