"""Shares in Korean and Chinese: "전체의 80%를 차지", "占进口总量的87%", "비중은 27.1%로 올랐다"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening, tells_part
from tidewaiter.claims.asian.measures import chinese_shares, korean_shares
from tidewaiter.claims.asian.measures.asked_share import AskedShare, ShareRule
from tidewaiter.claims.asian.measures.ranked_shares import goes_on, is_ranked, is_sum
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement

_STOPS = frozenset("，,；;。")
_ENDS = frozenset(",.;0123456789")
#: "占比最高，为25%": what is said of a share before it is told.
_MOST = re.compile(r"(?:最[高大]|居首|第一)[，,](?=[为為达達]|\Z)|\A[，,](?=(?:已经?|已經|则|則|也|均|更)?[从從由])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_PARTS = ("가운데", " 중", "그중", "이중", "其中", "中的")
#: A share's words in Korean stand behind the figure; "비중이 27.1%로" before it.
_BEHIND, _BEFORE = 10, 14
_LEVEL_BEHIND = re.compile(r"에서 |로,? |였|이었|의 점유|를? 점유|에 비해|보다")
_RATE = re.compile(r"(?:증가|감소|성장|상승|하락|실업|이익|관세|물가|인상)률|증가율|감소율|금리|관세율|세율")
#: A half that the next figure says again: "절반 가량인 49.2%".
_AGAIN = frozenset(
    [
        "(",
        "이상(",
        "가량(",
        "정도(",
        "이 넘는(",
        "인",
        "가량인",
        "정도인",
        "에 가까운",
        "에 달하는",
        "이 넘는",
        "即",
        "即约",
    ]
)


def is_share(reading: Reading, sentence: Sentence, figure: Figure, moved: Movement) -> bool:
    """Whether a percentage or a fraction is a part of a whole."""
    asked = AskedShare(
        reading,
        sentence,
        figure,
        moved,
        reading.text,
        before=next((f for f in reversed(sentence.figures) if f.end <= figure.start), None),
        following=next((f for f in sentence.figures if f.start >= figure.end), None),
        percent=figure.unit == "percent",
        still=moved.relation == "none" and moved.cue is None,
    )
    for rule in _KOREAN if reading.language == "ko" else _CHINESE:
        if (known := rule(asked)) is not None:
            return known
    return _by_word(asked)


def _ranked(asked: AskedShare) -> bool | None:
    """A percentage of a ranking, or one whose bracket tells that it is a part."""
    if is_ranked(asked.reading, asked.sentence, asked.figure):
        return True
    return True if tells_part(asked.text, asked.sentence.start, asked.figure.start) else None


def _signed(asked: AskedShare) -> bool | None:
    """ "3억 달러(15.0%↑)로 1위를 차지": a sign tells a change."""
    moved = asked.moved
    signed = moved.relation == "by" and moved.cue is None and moved.direction != "none"
    return False if asked.percent and signed else None


def _said_again(asked: AskedShare) -> bool | None:
    """ "절반 가량인 49.2%": what the next figure says again is what that is."""
    following = asked.following
    if following is None or following.kind not in {"percent", "times"}:
        return None
    if asked.text[asked.figure.end : following.start].strip() not in _AGAIN:
        return None
    return is_share(asked.reading, asked.sentence, following, asked.moved)


def _of_those(asked: AskedShare) -> bool | None:
    """ "그중 4%", "其中三成"."""
    start = asked.figure.start
    ahead = asked.text[max(start - 4, 0) : start].rstrip(" 의약约")
    return True if ahead.endswith(_PARTS) and asked.moved.relation == "none" else None


def _held_by_it(asked: AskedShare) -> bool | None:
    """ "비중은 54.1%로 전년(47.8%)보다 높아졌다": what it moved from is what the percentage before is."""
    before = asked.before
    if asked.moved.relation != "from" or before is None or before.unit != "percent":
        return None
    return is_share(asked.reading, asked.sentence, before, Movement())


def _listed_on(asked: AskedShare) -> bool | None:
    """A percentage that goes on with a list is what the one before it is."""
    before = asked.before
    if not (asked.still and asked.percent) or before is None or before.unit != "percent":
        return None
    if before.start < asked.sentence.start or not goes_on(asked.text, asked.sentence, before, asked.figure):
        return None
    return True if is_share(asked.reading, asked.sentence, before, asked.moved) else None


def _listed_to(asked: AskedShare) -> bool | None:
    """ "태국산이 41%, 인도산이 18%를 차지했다": what ends a list of percentages is said of them all."""
    last, text = asked.figure, asked.text
    if not (asked.still and asked.percent):
        return None
    words = asked.sentence.cues_of("share")
    for other in asked.sentence.figures:
        if other.start < last.end or other.unit != "percent" or not goes_on(text, asked.sentence, last, other):
            continue
        last = other
        told = next((c for c in words if 0 <= c.start - last.end <= _BEHIND), None)
        if told is not None and set(text[last.end : told.start]).isdisjoint(_ENDS):
            return True
    following = next((f for f in asked.sentence.figures if f.start >= last.end), None)
    summed = following is not None and last is not asked.figure and is_sum(text, last, following)
    return True if summed else None


def _by_word(asked: AskedShare) -> bool:
    """By a word of shares near it, unless a change is nearer."""
    figure, cue = asked.figure, asked.moved.cue
    marks = [
        c for c in asked.sentence.cues_of("share") if _belongs(asked.reading, asked.sentence, figure, c.start, c.end)
    ]
    if not marks:
        return False
    if asked.moved.relation == "to" or cue is None:
        return True
    # What changed by a percentage is no share, though one is spoken of.
    away = min(abs(c.start - figure.end) for c in marks)
    return abs(cue.start - figure.end) >= away and abs(cue.end - figure.start) >= away


#: The rules in order: the first that knows decides, else a word of shares near the figure.
_CHINESE: tuple[ShareRule, ...] = (
    _ranked,
    _signed,
    _said_again,
    _of_those,
    chinese_shares.among,
    chinese_shares.of_other_time,
    chinese_shares.ranked_beside,
    chinese_shares.said_on,
    chinese_shares.in_row,
    chinese_shares.moved_to,
    chinese_shares.moved_by_points,
    chinese_shares.of_whole,
)
_KOREAN: tuple[ShareRule, ...] = (
    _ranked,
    _signed,
    _said_again,
    _of_those,
    korean_shares.of_all,
    korean_shares.comes_first,
    korean_shares.of_what_is_named,
    korean_shares.of_goods,
    _held_by_it,
    korean_shares.moved_on,
    korean_shares.behind_points,
    korean_shares.sent_on,
    korean_shares.of_exports,
    _listed_on,
    _listed_to,
    korean_shares.gone_there,
    korean_shares.reached_on,
    korean_shares.gapped,
)


def moves_by_points(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "3.9%에서 3.8%로, …로 각각 0.1%포인트 하락": a level of what is told to move by points of a percentage."""
    points = any(f.unit == "percentage_points" and f.start > figure.end for f in sentence.figures)
    level = _LEVEL_BEHIND.match(reading.text, figure.end) is not None
    return points and level and _RATE.search(reading.text, sentence.start, sentence.end) is None


def of_partner(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "主要买家是沙特阿拉伯（41%）": a percentage in brackets beside a partner, where nothing moves."""
    place = opening(reading.text, sentence.start, figure.start)
    beside = any(m.end == place for m in sentence.countries)
    return beside and figure.unit == "percent" and not sentence.cues_of("change")


def _belongs(reading: Reading, sentence: Sentence, figure: Figure, start: int, end: int) -> bool:
    """Whether a word of shares is about a figure: near it, with no other clause between."""
    text = reading.text
    if start >= figure.end:
        between = text[figure.end : start]
        return len(between) <= _BEHIND and not set(between) & _STOPS
    between = text[end : figure.start]
    if reading.language == "zh":
        between = _MOST.sub("", between)
        # "占…的87%" reaches as far as its clause, and over "和" to a second part.
        return start < figure.start and not set(_THOUSANDS.sub("", between)) & _STOPS
    return start < figure.start and len(between) <= _BEFORE and "," not in between and "고 " not in between
