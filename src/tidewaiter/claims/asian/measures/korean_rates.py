"""How a percentage or a multiple moves in Korean: the change that it is of follows it, or its list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tidewaiter.claims.asian.brackets import list_end, opening, skipped
from tidewaiter.claims.asian.measures.asked_move import AskedMove
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Sentence
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue

_LOOK = 26
#: What may stand between a list and the change that all of it made.
_BEHIND_LIST = 26
#: "전년보다 3천만 달러, 18.5% 증가": the amount and the percentage of one change.
_AGAINST = ("보다 ", "보다 약 ", "대비 ", "대비 약 ", "에 비해 ", "비해 ")
#: How far before a figure its share is spoken of, and a noun of its own before a change.
_SHARE_BEFORE = 14
_OTHER = re.compile(r"[가-힣][이가] ")
_TOPIC = re.compile(r"[가-힣][은는이가] ")
_SAID = ("은 ", "는 ", "이 ", "가 ")
_PASSES = re.compile(r"[를을이]? ?(?:웃돈|웃돌|넘|상회|밑돈|밑돌|하회)")
#: "78.6% 수준까지 회복": how high something stands beside another time, and not by how much it moved.
_TO_LEVEL = re.compile(
    r" ?(?:수준|선)(?:까지|으로|에|을|밖에) |(?:까지|로|선까지) (?:[가-힣]{1,4} )?(?:회복|복구|복원|되돌아)"
)
#: "전년의 63.0%에 비해", "1.2%보다".
_HELD_AGAINST = re.compile(r"\)?(?:보다[는도]?|에 비[해하][가-힣]?|[과와] (?:비교|견[줘주])|에 견[줘주]| ?대비) ?")
#: "2.7배가 됐다", "3배에 이르렀다": a multiple of what it was.
_BECAME = re.compile(r"(?:가|이) (?:됐|된|되)|(?:로|으로) 커|에 (?:달|이르|이른|육박)|(?:가|이) 넘|를 (?:넘|웃)")
_CAME_TO = re.compile(r"(?: ?(?:미만|이하|안팎|이상|내외|대))?(?:로|으로|까지|로까지|으로까지) ")
#: From a change to the next one that ends in the same verb.
_TWICE = 44
#: "증가율은 홍콩 3.4%, 중국 15.0%였다".
_RATES = (
    "율로는 ",
    "률로는 ",
    "율은 ",
    "율이 ",
    "률은 ",
    "률이 ",
    "율도 ",
    "률도 ",
    "세는 ",
    "세가 ",
    "폭은 ",
    "폭이 ",
    " 폭은 ",
    " 폭이 ",
)
_RATE_REACH = 48
#: From a change by points to the level it led to.
_ON_TO = re.compile(r"[가-힣]{0,3} (?:약 )?")
#: How near behind the last figure of several their one verb stands, and how near the next subject.
_AT_VERB, _NEXT_SUBJECT = 6, 40


def rate(asked: AskedMove) -> Movement:
    """How a percentage or a multiple moves: by the change that it is of, wherever that stands."""
    text, sentence, figure = asked.text, asked.sentence, asked.figure
    led = _led_by_points(asked)
    if led is not None:
        return led
    cue = _change(asked)
    if cue is None:
        cue = _rate_before(text, sentence, asked.changes, figure)
    elif _OTHER.search(text, asked.beyond, cue.start) and _has_share(sentence, figure):
        # "비중이 각각 20.1%와 19.9%로 격차가 줄었다": something else moved.
        return Movement()
    elif _level_before(text, sentence, figure, cue):
        return Movement("to", direction_of(cue), cue)
    if _is_left(asked):
        return Movement("from")
    if cue is None and became(text, figure):
        return Movement("by", "increase" if figure.value > 1 else "decrease")
    return Movement("by", direction_of(cue), cue) if cue is not None else Movement()


def _led_by_points(asked: AskedMove) -> Movement | None:
    """ "3.7%포인트 상승해 23.5%를 기록", "2.8%포인트 오른 11.6%": the level that moved by points."""
    before = next((f for f in reversed(asked.sentence.figures) if f.end <= asked.figure.start), None)
    if before is None or before.unit != "percentage_points" or asked.figure.unit != "percent":
        return None
    cue = next((c for c in asked.changes if 0 <= c.start - before.end <= 2), None)
    if cue is None or _ON_TO.fullmatch(asked.text, cue.end, asked.figure.start) is None:
        return None
    return Movement("to", direction_of(cue), cue)


def is_level_of_share(asked: AskedMove) -> bool:
    """ "78.6% 수준까지 회복", "베트남 비율은 65%를 웃돈다": how high something stands, or a share above a level."""
    figure = asked.figure
    if figure.unit != "percent":
        return False
    if _TO_LEVEL.match(asked.text, figure.end) and not asked.text.endswith(_RATES, 0, figure.start):
        return not _has_share(asked.sentence, figure) or _passes(asked)
    return _passes(asked)


def _passes(asked: AskedMove) -> bool:
    if _PASSES.match(asked.text, asked.figure.end) is None:
        return False
    return _has_share(asked.sentence, asked.figure) or _share_goes_on(asked)


def _share_goes_on(asked: AskedMove) -> bool:
    """ "의존도는 58.4%로 전년(56.9%)에 이어 55%를 웃돌았다": of what the percentages before it are."""
    held = [f for f in asked.sentence.figures if f.end <= asked.figure.start]
    if not held or any(f.unit != asked.figure.unit for f in held) or not _has_share(asked.sentence, held[0]):
        return False
    return _TOPIC.search(asked.text, held[-1].end, asked.figure.start) is None


def _is_left(asked: AskedMove) -> bool:
    """ "비중이 2012년 10%에서 65%로", "전년의 63%에 비해 5.6%p": whether a percentage is where another began."""
    following, text = asked.following, asked.text
    if is_held_against(text, asked.sentence, asked.figure):
        return True
    if following is None or following.unit != asked.figure.unit or not text.startswith("에서 ", asked.figure.end):
        return False
    return text.startswith(("로 ", "로, ", "으로 ", "로까지 ", "까지 "), following.end)


def is_held_against(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "전년의 63%에 비해 5.6%p 낮다": whether a percentage is what one further on differs from by points."""
    if figure.unit != "percent" or _HELD_AGAINST.match(text, figure.end) is None:
        return False
    following = next((f for f in sentence.figures if f.start >= figure.end), None)
    return following is not None and following.unit == "percentage_points"


def _change(asked: AskedMove) -> Cue | None:
    """The change that a percentage is of: the first that one of the ways to look for it finds."""
    return first_answer(_WAYS, asked)


def _next_change(asked: AskedMove) -> Cue | None:
    """ "157%, 106% 증가", "베트남 13.8%, 일본 15.8% 등은 증가": right behind it, or behind its list."""
    text, after = asked.text, asked.after
    if after is not None:
        return None if "," in text[asked.beyond : after.start] else after
    if asked.following is None:
        return None
    last = _last_of_list(text, asked.sentence, asked.figure)
    after = asked.change_from(last, _BEHIND_LIST)
    return None if after is None or set(text[last : after.start]) & set(",0123456789") else after


def _more_behind(asked: AskedMove) -> Cue | None:
    """A word for more or less right behind it."""
    end = asked.figure.end
    return next((c for c in asked.sentence.cues_of("more") if end <= c.start <= end + 4), None)


def _one_verb_for_items(asked: AskedMove) -> Cue | None:
    """ "라면은 3억 달러로 34.4%, 과자는 2억 달러로 9.9%, 음료는 1억 달러로 15.9%씩 늘었다": one verb for all."""
    text, figure = asked.text, asked.figure
    if not text.startswith(",", figure.end) or not text.endswith(("로 ", "으로 ", *_AGAINST), 0, figure.start):
        return None
    end = figure.end
    for further in (f for f in asked.sentence.figures if f.start > figure.end and f.kind == figure.kind):
        if further.start - end > _TWICE or not text.endswith(("로 ", "으로 "), 0, further.start):
            break
        end = further.end
    return asked.change_from(end, _AT_VERB) if end > figure.end else None


def _one_verb_for_subjects(asked: AskedMove) -> Cue | None:
    """ "대유럽 수출은 4.5%, 대러시아 수출은 4.9% 증가했다"."""
    text, figure = asked.text, asked.figure
    if not text.startswith(", ", figure.end) or not text.endswith(_SAID, 0, figure.start):
        return None
    other = asked.next_alike
    if other is None or other.start - figure.end > _NEXT_SUBJECT or not text.endswith(_SAID, 0, other.start):
        return None
    return asked.change_from(other.end, _AT_VERB)


def _one_verb_for_bases(asked: AskedMove) -> Cue | None:
    """ "6월(2억 달러)보다 13.8%, 지난해 7월(1억 달러)보다는 80.5% 많은 액수": one verb for both."""
    text, figure = asked.text, asked.figure
    if not text.startswith(", ", figure.end) or not text.endswith(_AGAINST, 0, figure.start):
        return None
    other = asked.next_alike
    if other is None or other.start - figure.end > _TWICE or not text.endswith((*_AGAINST, "보다는 "), 0, other.start):
        return None
    words = [*asked.changes, *asked.sentence.cues_of("more")]
    return next((c for c in words if other.end <= c.start <= other.end + _AT_VERB), None)


def _each_by_turns(asked: AskedMove) -> Cue | None:
    """ "전월(1억 달러) 대비 46%, 전년 동월(2억 달러)보다는 10.2% 각각 늘었다"."""
    figure = asked.figure
    if not asked.text.startswith(", ", figure.end) or not asked.sentence.cues_of("respectively"):
        return None
    other = asked.next_alike
    if other is None or any(figure.end < c.start < other.start for c in asked.changes):
        return None
    return asked.change_from(other.end, _AT_VERB)


def _of_amounts(asked: AskedMove) -> Cue | None:
    """ "과자는 4억 달러(14.7%), 음료 3억 달러(11.8%) 각각 성장했다"."""
    return _behind_amounts(asked.text, asked.sentence, asked.changes, asked.figure)


#: The ways to look for the change of a percentage, in order.
_WAYS: tuple[Callable[[AskedMove], Cue | None], ...] = (
    _next_change,
    _more_behind,
    _one_verb_for_items,
    _one_verb_for_subjects,
    _one_verb_for_bases,
    _each_by_turns,
    _of_amounts,
)


def became(text: str, figure: Figure) -> bool:
    """Whether a multiple says what something came to: "2.7배가 됐다"."""
    if text[max(figure.start - 3, 0) : figure.start].rstrip().endswith("의"):
        # "수출액이 수입액의 68.2배에 이르렀다": a multiple of something else.
        return False
    return figure.unit == "times" and _BECAME.match(text, figure.end) is not None


def _last_of_list(text: str, sentence: Sentence, figure: Figure) -> int:
    """Where a list of percentages ends that begins with this one: each a few words after the one before."""
    end = figure.end
    for other in sentence.figures:
        if other.start < end or other.kind not in RELATIVE:
            continue
        between = text[skipped(text, end, sentence.end) : other.start]
        joined = between.startswith((",", "와", "과", "·", "、", " 및", " 그리고")) or not between.strip()
        if not joined or len(between) > 14:
            break
        end = other.end
    return skipped(text, end, sentence.end)


def _behind_amounts(text: str, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Cue | None:
    """ "과자는 4억 달러(14.7%), 음료 3억 달러(11.8%) 각각 성장했다": the change behind the list."""
    place = opening(text, sentence.start, figure.start)
    if place is None or not any(f.end == place and f.kind not in RELATIVE for f in sentence.figures):
        return None
    end = list_end(text, figure.end, sentence.end)
    if end is None:
        return None
    after = next((c for c in changes if end <= c.start <= end + _BEHIND_LIST), None)
    return None if after is None or set(text[end : after.start]) & set(",0123456789") else after


def _has_share(sentence: Sentence, figure: Figure) -> bool:
    return any(c.end <= figure.start and figure.start - c.end <= _SHARE_BEFORE for c in sentence.cues_of("share"))


def is_of_rate(sentence: Sentence, figure: Figure) -> bool:
    """ "접종률은 2019년 96%에서 2021년 41%로": a rate by its name, and the levels that it moved between."""
    told = [c.end for c in sentence.cues_of("rate") if 0 <= figure.start - c.end <= _RATE_REACH]
    between = [f for f in sentence.figures if told and told[-1] <= f.start < figure.start]
    return bool(told) and figure.unit == "percent" and all(f.unit == "percent" for f in between)


def _level_before(text: str, sentence: Sentence, figure: Figure, change: Cue) -> bool:
    """ "비중이 27.1%로 높아졌다": a share, or a rate, that moved to a level, not by a percentage."""
    before = [f for f in sentence.figures if f.end <= figure.start and f.unit == figure.unit]
    told = _has_share(sentence, figure) or (bool(before) and _has_share(sentence, before[-1]))
    told = told or is_of_rate(sentence, figure)
    return told and _CAME_TO.match(text, figure.end) is not None and change.start - figure.end <= _LOOK


def _rate_before(text: str, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Cue | None:
    """The change whose rate a list of percentages tells: "교역액 증가율은 2021년 35.8%, 2022년 29.3%"."""
    for cue in reversed(changes):
        if cue.end > figure.start or figure.start - cue.end > _RATE_REACH:
            continue
        between = text[cue.end : figure.start]
        named = between.startswith(_RATES) and not text.endswith("경제", sentence.start, cue.start)
        return cue if named and "고 " not in between and "며 " not in between else None
    return None
