"""How a figure moves in Korean: the word of change follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.brackets import list_end, opening, skipped
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue

_RELATIVE = frozenset({"percent", "percentage_points", "times"})
#: Korean endings that make a change the attribute of the level behind it: "85.2% 감소한 1451만 달러".
_ATTRIBUTE = ("한 ", "된 ", "난 ", "든 ", "진 ", "른 ", "린 ", "뛴 ", "은 ", "인 ", "란 ")
_LOOK = 26
#: What may stand between a list and the change that all of it made.
_BEHIND_LIST = 26
#: "전년보다 3천만 달러, 18.5% 증가": the amount and the percentage of one change.
_AGAINST = ("보다 ", "보다 약 ", "대비 ", "대비 약 ", "에 비해 ", "비해 ")
#: How far before a figure its share is spoken of, and a noun of its own before a change.
_SHARE_BEFORE = 14
_OTHER = re.compile(r"[가-힣][이가] ")
#: "증가 폭은 93억 엔": by how much something moved.
_WIDTH = re.compile(r"([증감확축])[가소대][ ]?(?:폭|액|분)[은는이가도] (?:약 )?")
_SAID = ("은 ", "는 ", "이 ", "가 ")
#: "17.1%로 2위에 올랐다": a rank moved.
_TO_RANK = re.compile(r"위(?:에|로|까지) \Z")
#: From what something is held against to the amount by which it differs.
_THAN = re.compile(r"보다[는도]? (?:약 |무려 |거의 |대략 |최대 |최소 )?\Z")
#: "3억9천만 달러이던 것이", "1억 달러에 불과했던 수입이": what stood before, and does no more.
_LEFT = re.compile(
    r"에서|(?:이|이었|였)?던|(?:이었|였)다가|에 (?:불과|그[쳤치]|머[물무]|지나지 ?않|달|이르|육박)[가-힣]{0,2}던 "
)
_LEFT_BRACKET = re.compile(r"\)(?:보다|에 비[해하]|[과와] (?:비교|견[줘주])|에 견[줘주]| ?대비)")
_PASSES = re.compile(r"[를을이]? ?(?:웃돈|웃돌|넘|상회|밑돈|밑돌|하회)")
#: "78.6% 수준까지 회복": how high something stands beside another time, and not by how much it moved.
_TO_LEVEL = re.compile(r" ?(?:수준|선)(?:까지|으로|에|밖에) ")
#: "2.7배가 됐다", "3배에 이르렀다": a multiple of what it was.
_BECAME = re.compile(r"(?:가|이) (?:됐|된|되)|(?:로|으로) 커|에 (?:달|이르|이른|육박)|(?:가|이) 넘|를 (?:넘|웃)")
_CAME_TO = re.compile(r"(?: ?(?:미만|이하|안팎|이상|내외|대))?(?:로|으로|까지|로까지|으로까지) ")
_BREADTHS = ("폭이 ", "폭은 ", "폭도 ", " 폭이 ", " 폭은 ")
#: From a change to the next one that ends in the same verb.
_TWICE = 44
_ROW = frozenset({", ", "와 ", "과 ", " 및 "})
#: What a time is held against by.
_BASES = ("보다", " 대비", " 대비", "에 비해", "과 비교", "와 비교", "에 견줘", "에 비하면")
#: "증가율은 홍콩 3.4%, 중국 15.0%였다".
_RATES = ("율로는 ", "률로는 ", "율은 ", "율이 ", "률은 ", "률이 ", "율도 ", "률도 ", "세는 ", "세가 ")
_RATE_REACH = 48


def moved(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement:
    """How a figure moves by the word of change behind it, else by one that leads to it."""
    text = reading.text
    changes = [c for c in changes if _TO_RANK.search(text, max(c.start - 4, 0), c.start) is None]
    # "1천300만 달러로 감소폭이 작았다": how wide a movement was is none itself.
    if figure.kind not in _RELATIVE:
        changes = [c for c in changes if c.start < figure.start or not text.startswith(_BREADTHS, c.end)]
    following = next((f for f in sentence.figures if f.start >= figure.end), None)
    beyond = skipped(text, figure.end, sentence.end)
    if beyond > figure.end:
        following = next((f for f in sentence.figures if f.start >= beyond), None)
    limit = min(beyond + _LOOK, following.start if following else sentence.end)
    after = next((c for c in changes if beyond <= c.start < limit), None)
    behind = text[figure.end : figure.end + 3]
    if (
        beyond > figure.end
        and figure.kind == "money"
        and any(figure.end < f.start < beyond and f.kind == "money" for f in sentence.figures)
    ):
        # "79억 달러(약 9조 원)에서".
        behind = text[beyond : beyond + 3]
    if figure.unit == "percent" and _TO_LEVEL.match(text, figure.end) and not _has_share(sentence, figure):
        return Movement()
    if figure.unit == "percent" and _PASSES.match(text, figure.end) and _has_share(sentence, figure):
        # "베트남 비율은 65%를 웃돈다": a share above a level.
        return Movement()
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
        if after is None and text.startswith(",", figure.end) and text.endswith(("로 ", "으로 "), 0, figure.start):
            # "라면은 3억 달러로 34.4%, 과자는 2억 달러로 9.9%, 음료는 1억 달러로 15.9%씩 늘었다": one verb for all.
            end = figure.end
            for further in (f for f in sentence.figures if f.start > figure.end and f.kind == figure.kind):
                if further.start - end > _TWICE or not text.endswith(("로 ", "으로 "), 0, further.start):
                    break
                end = further.end
            after = next((c for c in changes if figure.end < end <= c.start <= end + 6), None)
        if after is None and text.startswith(", ", figure.end) and text.endswith(_SAID, 0, figure.start):
            # "대유럽 수출은 4.5%, 대러시아 수출은 4.9% 증가했다".
            other = next((f for f in sentence.figures if f.start > figure.end and f.kind == figure.kind), None)
            if other is not None and other.start - figure.end <= 40 and text.endswith(_SAID, 0, other.start):
                after = next((c for c in changes if other.end <= c.start <= other.end + 6), None)
        if after is None and text.startswith(", ", figure.end) and text.endswith(_AGAINST, 0, figure.start):
            # "6월(2억 달러)보다 13.8%, 지난해 7월(1억 달러)보다는 80.5% 많은 액수": one verb for both.
            other = next((f for f in sentence.figures if f.start > figure.end and f.kind == figure.kind), None)
            near = other is not None and other.start - figure.end <= _TWICE
            if near and other is not None and text.endswith((*_AGAINST, "보다는 "), 0, other.start):
                words = [*changes, *sentence.cues_of("more")]
                after = next((c for c in words if other.end <= c.start <= other.end + 6), None)
        if after is None and text.startswith(", ", figure.end) and sentence.cues_of("respectively"):
            # "전월(1억 달러) 대비 46%, 전년 동월(2억 달러)보다는 10.2% 각각 늘었다".
            other = next((f for f in sentence.figures if f.start > figure.end and f.kind == figure.kind), None)
            if other is not None and not any(figure.end < c.start < other.start for c in changes):
                after = next((c for c in changes if other.end <= c.start <= other.end + 6), None)
        if after is None:
            after = _behind_amounts(text, sentence, changes, figure)
        if after is not None and _OTHER.search(text, beyond, after.start) and _has_share(sentence, figure):
            # "비중이 각각 20.1%와 19.9%로 격차가 줄었다": something else moved.
            return Movement()
        if after is not None and _level_before(text, sentence, figure, after):
            return Movement("to", direction_of(after), after)
        if after is None:
            after = _rate_before(text, sentence, changes, figure)
        level = following is not None and following.unit == figure.unit and text.startswith("에서 ", figure.end)
        if (
            level
            and following is not None
            and text.startswith(("로 ", "로, ", "으로 ", "로까지 ", "까지 "), following.end)
        ):
            # "비중이 2012년 10%에서 65%로".
            return Movement("from")
        if after is None and became(text, figure):
            return Movement("by", "increase" if figure.value > 1 else "decrease")
        return Movement("by", direction_of(after), after) if after is not None else Movement()
    risen = _risen_from(reading, sentence, changes, figure, following)
    if risen is not None:
        return risen
    listed_ = text.startswith(("로, ", "으로, "), figure.end)
    start = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if listed_ and start is not None and start.unit == figure.unit and _LEFT.match(text, start.end):
        # "설탕은 840만달러에서 260만달러로, 대두유는 1천만달러에서 510만달러로 각각 줄었다".
        then = next((c for c in changes if c.start > figure.end), None)
        if then is not None:
            return Movement("to", direction_of(then), then)
    doubled = following is not None and following.kind == "times" and text[figure.end : following.start].strip() == "의"
    if _THAN.search(text, sentence.start, figure.start) is not None:
        # "전년보다 2000만 달러 많았다", "이보다 2천만∼3천만달러 많게 추산한다".
        more_ = next((c for c in sentence.cues_of("more") if figure.end <= c.start <= figure.end + 2), None)
        if more_ is not None:
            return Movement("by", direction_of(more_), more_)
    # "중국산(418달러)보다": another's, and of no other time.
    held = _LEFT_BRACKET.match(text, figure.end) and not text.endswith("산(", 0, figure.start)
    if _LEFT.match(text, figure.end) or held or behind.startswith("에서") or doubled:
        return Movement("from")
    before = [c for c in changes if c.end <= figure.start] or _more_before(sentence, figure)
    if before:
        between = text[before[-1].end : figure.start]
        plain = len(between) <= 8 and "," not in between and "고" not in between
        attributive = (
            text[before[-1].end : before[-1].end + 2] in _ATTRIBUTE
            or text[before[-1].end - 1 : before[-1].end + 1] in _ATTRIBUTE
        )
        if plain and attributive and "반면" not in between:
            return Movement("to", direction_of(before[-1]), before[-1])
    if following is not None and following.kind in _RELATIVE and text[figure.end : following.start] == ", ":
        then = next((c for c in changes if following.end <= c.start <= following.end + 8), None)
        if then is not None and text.endswith(_AGAINST, sentence.start, figure.start):
            return Movement("by", direction_of(then), then)
    row = _in_row(reading, sentence, changes, figure)
    if row is not None:
        return row
    width = _WIDTH.search(text, max(sentence.start, figure.start - 16), figure.start)
    if width is not None and width.end() == figure.start:
        return Movement("by", "increase" if width[1] in "증확" else "decrease")
    if after is None:
        return Movement()
    between = text[beyond : after.start]
    timed = [t for t in sentence.times if figure.end <= t.start < after.start]
    if timed and not text.startswith(_BASES, timed[-1].end):
        # "4천432t으로 3월부터 늘었다".
        return Movement()
    if timed and between.startswith(("으로 ", "로 ")) and not set(between) & set(",.("):
        # "4천310만 달러로 전달보다 감소했다".
        return Movement("to", direction_of(after), after)
    if between.startswith(("으로", "로", "까지")) and len(between) <= 12 and not set(between) & set(",.("):
        return Movement("to", direction_of(after), after)
    if between.strip() in {"", "가량", "정도", "이", "가", "이나", "나"}:
        return Movement("by", direction_of(after), after)
    return Movement()


def of_base(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether a share stands in the bracket of a time that another is held against."""
    place = opening(text, sentence.start, figure.start)
    timed = place is not None and any(t.end == place for t in sentence.times)
    told = any(c.end <= figure.start for c in sentence.cues_of("share"))
    return timed and told and place == figure.start - 1 and _LEFT_BRACKET.match(text, figure.end) is not None


def _more_before(sentence: Sentence, figure: Figure) -> list[Cue]:
    """ "작년보다 7.9% 많은 8천 톤": words for more or less that a percentage stands right before."""
    ends = [f.end for f in sentence.figures if f.kind in _RELATIVE]
    return [c for c in sentence.cues_of("more") if c.end <= figure.start and any(0 <= c.start - e <= 2 for e in ends)]


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
        if other.start < end or other.kind not in _RELATIVE:
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
    if place is None or not any(f.end == place and f.kind not in _RELATIVE for f in sentence.figures):
        return None
    end = list_end(text, figure.end, sentence.end)
    if end is None:
        return None
    after = next((c for c in changes if end <= c.start <= end + _BEHIND_LIST), None)
    return None if after is None or set(text[end : after.start]) & set(",0123456789") else after


def _has_share(sentence: Sentence, figure: Figure) -> bool:
    return any(c.end <= figure.start and figure.start - c.end <= _SHARE_BEFORE for c in sentence.cues_of("share"))


def _level_before(text: str, sentence: Sentence, figure: Figure, change: Cue) -> bool:
    """ "비중이 27.1%로 높아졌다": a share that moved to a level, not by a percentage."""
    before = [f for f in sentence.figures if f.end <= figure.start and f.unit == figure.unit]
    told = _has_share(sentence, figure) or (bool(before) and _has_share(sentence, before[-1]))
    return told and _CAME_TO.match(text, figure.end) is not None and change.start - figure.end <= _LOOK


def _risen_from(
    reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure, following: Figure | None
) -> Movement | None:
    """ "82만 달러에서 올해 1월 6천135만 달러로 75.2배 급등했다": where what moved by a figure of its own came to."""
    text = reading.text
    if following is None or following.kind not in _RELATIVE or not text.startswith(("로 ", "으로 "), figure.end):
        return None
    start = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if start is None or start.unit != figure.unit or _LEFT.match(text, start.end) is None:
        return None
    if following.value > 1 and became(text, following):
        return Movement("to", "increase")
    inside = next((c for c in changes if following.start <= c.start < following.end), None)
    cue = inside or moved(reading, sentence, changes, following).cue
    return None if cue is None else Movement("to", direction_of(cue), cue)


def _rate_before(text: str, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Cue | None:
    """The change whose rate a list of percentages tells: "교역액 증가율은 2021년 35.8%, 2022년 29.3%"."""
    for cue in reversed(changes):
        if cue.end > figure.start or figure.start - cue.end > _RATE_REACH:
            continue
        between = text[cue.end : figure.start]
        named = between.startswith(_RATES) and not text.endswith("경제", sentence.start, cue.start)
        return cue if named and "고 " not in between and "며 " not in between else None
    return None


def _in_row(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement | None:
    """ "감소한 1912만t, 1575만t, 841만t": levels in a row have all moved."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if before is None or before.unit != figure.unit or reading.text[before.end : figure.start] not in _ROW:
        return None
    first = moved(reading, sentence, changes, before)
    return first if first.relation == "to" else None
