"""How a figure moves in Korean: the word of change follows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tidewaiter.claims.asian.brackets import opening, skipped
from tidewaiter.claims.asian.measures.asked_move import AskedMove
from tidewaiter.claims.asian.measures.korean_rates import became, is_level_of_share, rate
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue

#: Korean endings that make a change the attribute of the level behind it: "85.2% 감소한 1451만 달러".
_ATTRIBUTE = ("한 ", "된 ", "난 ", "든 ", "진 ", "른 ", "린 ", "뛴 ", "은 ", "인 ", "란 ")
_LOOK = 26
#: From one item of a list to the next, and from the change of all of them to what it explains.
_NEXT_OF_LIST = re.compile(r"(?:,| 및|[와과]) (?:[가-힣A-Za-z·()]{1,12} ){1,3}(?:약 )?")
_THEREFORE = re.compile(
    r"[가-힣]{0,2}(?:에 따른| 데 따른|에 기인|[기]? ?때문|[으]?로 인|[한이] 것이 주효|한 영향|한 결과| 등에 따)"
)
#: "급증해 14만5천t을 기록했다", "줄어 5억 달러에 그쳤다": what a change came to.
_AND_SO = re.compile(r"(?:하여|해|했고|하며|하면서|어|며|면서|들어|나|어나|들면서|나면서|아져|져)? (?:약 |총 |모두 )?")
_REACHED = re.compile(
    r"(?:[을를] (?:기록|나타|보였|달성|넘[었겼어])|에 (?:달[하했]|이[르른]|그[치쳤]|머[물무]|불과|육박)"
    r"|까지 |[이가] (?:됐|되었)|(?:으로|로) (?:집계|나타|기록|조사))"
)
#: "전년보다 3천만 달러, 18.5% 증가": the amount and the percentage of one change.
_AGAINST = ("보다 ", "보다 약 ", "대비 ", "대비 약 ", "에 비해 ", "비해 ")
#: "증가 폭은 93억 엔": by how much something moved.
_WIDTH = re.compile(r"([증감확축])[가소대][ ]?(?:폭|액|분)[은는이가도] (?:약 )?")
#: "17.1%로 2위에 올랐다": a rank moved.
_TO_RANK = re.compile(r"위(?:에|로|까지) \Z")
#: From what something is held against to the amount by which it differs.
_THAN = re.compile(r"보다[는도]? (?:약 |무려 |거의 |대략 |최대 |최소 )?\Z")
#: "3억9천만 달러이던 것이", "1억 달러에 불과했던 수입이": what stood before, and does no more.
_LEFT = re.compile(
    r"에서|(?:이|이었|였)?던|(?:이었|였)다가|에 (?:불과|그[쳤치]|머[물무]|지나지 ?않|달|이르|육박)[가-힣]{0,2}던 "
)
_LEFT_BRACKET = re.compile(r"\)(?:보다|에 비[해하]|[과와] (?:비교|견[줘주])|에 견[줘주]| ?대비)")
#: "작년 같은 달의 1만t과 비교하면": an amount of a time of its own that something is held against.
_THAN_THEN = re.compile(r"보다|에 비[해하]|[과와] (?:비교|견[줘주])|에 견[줘주]")
#: "85% 수준"이라며 "올해도 증가세를": what is quoted next is said of something else.
_QUOTED = re.compile(r"[\"”’'](?:이?라[고며면]|이?라는|고|며|면서)[ ,]")
_BREADTHS = ("폭이 ", "폭은 ", "폭도 ", " 폭이 ", " 폭은 ")
_ROW = frozenset({", ", "와 ", "과 ", " 및 "})
#: What a time is held against by.
_BASES = ("보다", " 대비", " 대비", "에 비해", "과 비교", "와 비교", "에 견줘", "에 비하면")


def moved(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement:
    """How a figure moves by the word of change behind it, else by one that leads to it."""
    asked = _asked(reading, sentence, changes, figure)
    if is_level_of_share(asked):
        return Movement()
    if figure.kind in RELATIVE:
        return rate(asked)
    return first_answer(_RULES, asked) or Movement()


def _asked(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> AskedMove:
    """The record of a figure, with the changes that may be its."""
    text = reading.text
    changes = [c for c in changes if _TO_RANK.search(text, max(c.start - 4, 0), c.start) is None]
    if figure.kind not in RELATIVE:
        # "1천300만 달러로 감소폭이 작았다": how wide a movement was is none itself.
        changes = [c for c in changes if c.start < figure.start or not text.startswith(_BREADTHS, c.end)]
    beyond = skipped(text, figure.end, sentence.end)
    following = next((f for f in sentence.figures if f.start >= max(beyond, figure.end)), None)
    limit = min(beyond + _LOOK, following.start if following else sentence.end)
    said = _QUOTED.search(text, beyond, limit)
    limit = limit if said is None else said.start()
    after = next((c for c in changes if beyond <= c.start < limit), None)
    return AskedMove(reading, sentence, changes, figure, text, beyond, following, after)


def _risen(asked: AskedMove) -> Movement | None:
    """ "82만 달러에서 올해 1월 6천135만 달러로 75.2배 급등했다"."""
    return _risen_from(asked.reading, asked.sentence, asked.changes, asked.figure, asked.following)


def _each_fell_to(asked: AskedMove) -> Movement | None:
    """ "설탕은 840만달러에서 260만달러로, 대두유는 1천만달러에서 510만달러로 각각 줄었다"."""
    figure, text, start = asked.figure, asked.text, asked.before
    if not text.startswith(("로, ", "으로, "), figure.end) or start is None or start.unit != figure.unit:
        return None
    then = next((c for c in asked.changes if c.start > figure.end), None)
    if then is None or not _LEFT.match(text, start.end):
        return None
    return Movement("to", direction_of(then), then)


def _more_than(asked: AskedMove) -> Movement | None:
    """ "전년보다 2000만 달러 많았다", "이보다 2천만∼3천만달러 많게 추산한다"."""
    figure = asked.figure
    if _THAN.search(asked.text, asked.sentence.start, figure.start) is None:
        return None
    more = next((c for c in asked.sentence.cues_of("more") if figure.end <= c.start <= figure.end + 2), None)
    return None if more is None else Movement("by", direction_of(more), more)


def _left(asked: AskedMove) -> Movement | None:
    """ "3억9천만 달러이던 것이", "1억 달러의 두 배": where something moved from."""
    figure, text, following = asked.figure, asked.text, asked.following
    doubled = following is not None and following.kind == "times" and text[figure.end : following.start].strip() == "의"
    # "중국산(418달러)보다": another's, and of no other time.
    held = _LEFT_BRACKET.match(text, figure.end) and not text.endswith("산(", 0, figure.start)
    left = _LEFT.match(text, figure.end) or held or doubled or text.startswith("에서", _end(asked))
    return Movement("from") if left or _of_then(asked) else None


def _of_then(asked: AskedMove) -> bool:
    """Whether a figure is the second of its sentence that something is held against, with its own time before it."""
    figure, text = asked.figure, asked.text
    if _THAN_THEN.match(text, figure.end) is None:
        return False
    if not any(
        t.end <= figure.start and text[t.end : figure.start].strip() in {"", "의"} for t in asked.sentence.times
    ):
        return False
    earlier = (f for f in asked.sentence.figures if f.end <= figure.start and f.unit == figure.unit)
    return any(_LEFT_BRACKET.match(text, f.end) for f in earlier)


def _end(asked: AskedMove) -> int:
    """Where a figure ends: "79억 달러(약 9조 원)에서" behind the bracket that says it again in other money."""
    figure, beyond = asked.figure, asked.beyond
    if beyond == figure.end or figure.kind != "money":
        return figure.end
    again = any(figure.end < f.start < beyond and f.kind == "money" for f in asked.sentence.figures)
    return beyond if again else figure.end


def _led_to(asked: AskedMove) -> Movement | None:
    """ "85.2% 감소한 1451만 달러": the level that a change before it came to."""
    figure, text = asked.figure, asked.text
    before = [c for c in asked.changes if c.end <= figure.start] or _more_before(asked.sentence, figure)
    if not before:
        return None
    cue = before[-1]
    between = text[cue.end : figure.start]
    if len(between) > 8 or "," in between or "고" in between or "반면" in between:
        return None
    if _AND_SO.fullmatch(between) and _REACHED.match(text, figure.end):
        # "129.7% 급증해 14만5천t을 기록했다".
        return Movement("to", direction_of(cue), cue)
    attributive = text[cue.end : cue.end + 2] in _ATTRIBUTE or text[cue.end - 1 : cue.end + 1] in _ATTRIBUTE
    return Movement("to", direction_of(cue), cue) if attributive else None


def _with_rate(asked: AskedMove) -> Movement | None:
    """ "전년보다 3천만 달러, 18.5% 증가": the amount and the percentage of one change."""
    figure, text, following = asked.figure, asked.text, asked.following
    if following is None or following.kind not in RELATIVE or text[figure.end : following.start] != ", ":
        return None
    then = asked.change_from(following.end, 8)
    if then is None or not text.endswith(_AGAINST, asked.sentence.start, figure.start):
        return None
    return Movement("by", direction_of(then), then)


def _row(asked: AskedMove) -> Movement | None:
    """ "감소한 1912만t, 1575만t, 841만t": levels in a row have all moved."""
    return _in_row(asked.reading, asked.sentence, asked.changes, asked.figure)


def _for_reasons(asked: AskedMove) -> Movement | None:
    """ "수입이 증가한 것은 휘발유 1억 달러, 경유 3천만 달러 증가에 따른 것이다": all of a list by which it moved."""
    text, figure = asked.text, asked.figure
    if figure.kind not in {"money", "quantity"} or _NEXT_OF_LIST.match(text, figure.end) is None:
        return None
    last = figure
    for other in (f for f in asked.sentence.figures if f.start > figure.end):
        link = _NEXT_OF_LIST.fullmatch(text, last.end, other.start)
        if other.unit != figure.unit or link is None:
            break
        last = other
    told = asked.change_from(last.end, 2)
    if last is figure or told is None or _THEREFORE.match(text, told.end) is None:
        return None
    return Movement("by", direction_of(told), told)


def _width(asked: AskedMove) -> Movement | None:
    """ "증가 폭은 93억 엔"."""
    start = asked.figure.start
    width = _WIDTH.search(asked.text, max(asked.sentence.start, start - 16), start)
    if width is None or width.end() != start:
        return None
    return Movement("by", "increase" if width[1] in "증확" else "decrease")


def _change_behind(asked: AskedMove) -> Movement | None:
    """The change behind an amount: what it came to, or by how much it moved."""
    text, figure, after = asked.text, asked.figure, asked.after
    if after is None:
        return None
    between = text[asked.beyond : after.start]
    timed = [t for t in asked.sentence.times if figure.end <= t.start < after.start]
    if timed and not text.startswith(_BASES, timed[-1].end):
        # "4천432t으로 3월부터 늘었다".
        return None
    parted = set(between) & set(",.(")
    if timed and between.startswith(("으로 ", "로 ")) and not parted:
        # "4천310만 달러로 전달보다 감소했다".
        return Movement("to", direction_of(after), after)
    if between.startswith(("으로", "로", "까지")) and len(between) <= 12 and not parted:
        return Movement("to", direction_of(after), after)
    by = between.strip() in {"", "가량", "정도", "이", "가", "이나", "나", "이상", "안팎", "남짓", "넘게", "가까이"}
    return Movement("by", direction_of(after), after) if by else None


#: How an amount moves: the rules in order, the first that knows decides.
_RULES: tuple[Callable[[AskedMove], Movement | None], ...] = (
    _risen,
    _each_fell_to,
    _more_than,
    _left,
    _for_reasons,
    _led_to,
    _with_rate,
    _row,
    _width,
    _change_behind,
)


def of_base(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether a share stands in the bracket of a time that another is held against."""
    place = opening(text, sentence.start, figure.start)
    timed = place is not None and any(t.end == place for t in sentence.times)
    told = any(c.end <= figure.start for c in sentence.cues_of("share"))
    held = _LEFT_BRACKET.match(text, figure.end) or text.startswith(")에 이어", figure.end)
    return timed and told and place == figure.start - 1 and held is not None


def _more_before(sentence: Sentence, figure: Figure) -> list[Cue]:
    """ "작년보다 7.9% 많은 8천 톤": words for more or less that a percentage stands right before."""
    ends = [f.end for f in sentence.figures if f.kind in RELATIVE]
    return [c for c in sentence.cues_of("more") if c.end <= figure.start and any(0 <= c.start - e <= 2 for e in ends)]


def _risen_from(
    reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure, following: Figure | None
) -> Movement | None:
    """ "82만 달러에서 올해 1월 6천135만 달러로 75.2배 급등했다": where what moved by a figure of its own came to."""
    text = reading.text
    if following is None or following.kind not in RELATIVE or not text.startswith(("로 ", "으로 "), figure.end):
        return None
    start = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if start is None or start.unit != figure.unit or _LEFT.match(text, start.end) is None:
        return None
    if following.value > 1 and became(text, following):
        return Movement("to", "increase")
    inside = next((c for c in changes if following.start <= c.start < following.end), None)
    cue = inside or moved(reading, sentence, changes, following).cue
    return None if cue is None else Movement("to", direction_of(cue), cue)


def _in_row(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement | None:
    """ "감소한 1912만t, 1575만t, 841만t": levels in a row have all moved."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if before is None or before.unit != figure.unit or reading.text[before.end : figure.start] not in _ROW:
        return None
    first = moved(reading, sentence, changes, before)
    return first if first.relation == "to" else None
