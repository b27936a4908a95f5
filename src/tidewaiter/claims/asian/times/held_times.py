"""Korean and Chinese times that something is held against: "작년의 2.6배", "9월의 1억 달러보다", "比9月"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.measures import korean_gaps
from tidewaiter.claims.asian.measures.movement import LEVEL
from tidewaiter.claims.asian.times.asked_role import AskedRole
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS

_PARTS = frozenset({"times", "percent"})
_OF = frozenset({"의", "的"})
#: Between what is measured and its part or multiple: "（1140万）的近15倍", "(3천만 달러)의 약 2배".
_OF_IT = re.compile(
    r"\s*[)）]?\s*(?:의|的)\s*(?:약|거의|무려|约|約|近|逾|超过|超過|将近|將近|大约|大約|不到|不足|整整|接近)?\s*"
)
_STARTED = ("에서 ", "보다 ", "에 비해")
_RANGES = frozenset({"day_range", "months", "years", "first_months", "part_of_month"})
_CLOSING = frozenset({")", "）"})
#: "4월 159만 배럴을 수입한 것보다": what is held against stands before its verb.
_THAT = re.compile(r"^(?:[을를]? ?[가-힣]{1,6} )?것")
#: Between a time that trade came back to and a part of what it was then: "恢复到2019年同期的97%".
_AT_LEVEL = re.compile(r"(?:全年|同期|同月)?的?(?:约|約|近|大约|大約|逾|不到|不足)?")
_BACK_TO = ("恢复到", "恢復到", "恢复至", "恢復至", "回到", "回复到", "相当于", "相當於")
_CHANGES = ("감소폭(", "증가폭(", "증가율(", "감소율(", "상승률(", "하락률(", "감소폭인", "증가율인", "감소율인")
#: Between a time and how trade grew in it ("从9月的年增8.3%"), and what follows that where only it says so.
_GREW_THEN = re.compile(
    r"(?:份|当月|同期)?的?(?:同比|按年|年)(?:增长|增加|增|下降|降|减少|减|下跌|跌|升|上升|成长|衰退)了?(?:约|近|逾)?"
)
_THE_GROWTH = re.compile(r"(?:份)?的(?:同比|按年)?[\u3400-\u9fff]{1,3}")
_OF_GROWTH = re.compile(
    r"的?(?:同比|按年|年)?(?:增速|增幅|涨幅|升幅|降幅|跌幅|增长率|成长率|增率|增长|成长|升势|跌势|下降|降速|萎缩)"
)
#: "扭转了7月份5.4%的跌幅"
_TURNED = ("扭转", "扭轉", "扭转了", "扭轉了", "逆转", "逆轉", "逆转了", "逆轉了", "终结", "终结了", "结束", "结束了")
_FROM = ("从", "從", "由")
#: "降至2019年的三成": before a part of a time's level "to" is no "until".
_TO = ("至", "到", "增为", "增為", "降为", "降為", "升为", "升為")
_OWNING = _OF | {"", "(", "（", "의 약", "的约", "하루"}
#: How far behind an amount it is said what that is held against.
_BEYOND = 16


def of_rate(asked: AskedRole) -> str | None:
    """ "전년 대비", "环比": what is nothing else."""
    return "base" if asked.form in RATE_FORMS else None


def of_other_change(asked: AskedRole) -> str | None:
    """ "8월 감소폭(-40.6%)보다": how another time moved."""
    return "base" if asked.behind.startswith(_CHANGES) and asked.form not in _RANGES else None


def grown_then(asked: AskedRole) -> str | None:
    """ "从9月的年增8.3%急跌", "低于9月7.4%的增速": a time of a growth of its own, that another is held against."""
    following = asked.following
    held = asked.compared or asked.before.endswith(_TURNED)
    if not asked.chinese or not held or following is None or following.unit != "percent":
        return None
    plain = asked.reading.lexicon.plain
    between = plain(asked.text[asked.expression.end : following.start])
    behind = plain(asked.text[following.end : following.end + _BEYOND])
    place = asked.expression.end
    grew = any(place < c.start and c.end <= following.start for c in asked.sentence.cues_of("change"))
    told = (
        _GREW_THEN.fullmatch(between)
        or (grew and _THE_GROWTH.fullmatch(between))
        or (between in {"", "的", "份的"} and _OF_GROWTH.match(behind))
    )
    return "when" if told else None


def by_its_word(asked: AskedRole) -> str | None:
    """ "지난해보다", "比9月": by the word behind it or before it, but for a run that begins there."""
    if not asked.behind.startswith(asked.grammar.after.get("base", ())) and not asked.compared:
        return None
    from_here = asked.before.endswith(_FROM) and (asked.form in _RANGES or asked.at_once)
    return None if from_here else "base"


def in_brackets(asked: AskedRole) -> str | None:
    """ "전년(2017년 1~6월)보다"."""
    end = asked.expression.end
    closed = asked.korean and asked.text.startswith(")", end)
    return "base" if closed and asked.opens("base", end + 1) else None


def before_brackets(asked: AskedRole) -> str | None:
    """ "5월(118톤·1천748만달러)보다": of several amounts in the brackets none is what is held against it alone."""
    end = asked.expression.end
    if not asked.korean or not asked.text.startswith("(", end):
        return None
    beyond = skipped(asked.text, end, asked.sentence.end)
    several = sum(end < f.start < beyond for f in asked.sentence.figures) > 1
    return "base" if several and asked.opens("base", beyond) else None


def on_level(asked: AskedRole) -> str | None:
    """ "2019年水平的八成", "恢复到2019年同期的97%": a part or a multiple of the level of a time."""
    following = asked.following
    if not asked.chinese or following is None or following.kind not in _PARTS:
        return None
    start = asked.expression.start
    between = asked.text[asked.expression.end : following.start]
    back = asked.text[max(start - 5, asked.sentence.start) : start].endswith(_BACK_TO)
    level = LEVEL.fullmatch(between) is not None or (back and _AT_LEVEL.fullmatch(between) is not None)
    return "base" if level else None


def of_part(asked: AskedRole) -> str | None:
    """ "작년의 2.6배", "为2019年同期的三成": a part or a multiple of that time's level."""
    following = asked.following
    if following is None or following.kind not in _PARTS:
        return None
    if not asked.no_until and asked.before.endswith(_TO):
        return None
    if asked.korean and following.kind == "percent" and asked.text.startswith(_STARTED, following.end):
        # "전년의 28%에서 3%포인트 올랐다": a share as it was then.
        return None
    return "base" if _OF_IT.fullmatch(asked.text, asked.expression.end, following.start) is not None else None


def with_noun(asked: AskedRole) -> str | None:
    """ "지난해 수입량보다", "지난해 2월 수출량의 65배": what else is held against, with the noun between."""
    return "base" if asked.korean and _is_held(asked) else None


def with_amount(asked: AskedRole) -> str | None:
    """ "9월의 1억8천870만달러보다", "3월(1천297만8천 달러)의 2배", "11月的2.5亿美元相比": held against with its amount.

    "작년 7월(6천586만 달러) 이후 최대", "去年7月（0.6亿美元）以来最高" ranks with it.
    """
    amount = _own_amount(asked) if asked.form not in AGO_FORMS else None
    if amount is None:
        return None
    text = asked.text
    end = skipped(text, amount.end, asked.sentence.end) if asked.korean else amount.end
    behind = _THAT.sub("", text[end : end + _BEYOND].lstrip(")） "))
    passed = asked.korean and (korean_gaps.exceeded(text, amount.end) or korean_gaps.exceeded(text, end))
    if passed or behind.startswith(asked.grammar.after.get("base", ())) or _is_measure(asked, amount):
        return "base"
    closed = text[amount.end : amount.end + 1] in _CLOSING
    return "mark" if closed and behind.startswith(asked.grammar.after.get("since", ())) else None


def _is_held(asked: AskedRole) -> bool:
    text, place, following = asked.text, asked.expression.end, asked.following
    if korean_gaps.RECORD.match(text, place):
        return True
    end = korean_gaps.compared(text, place)
    if end is not None and not any(place <= t.start < end for t in asked.sentence.times):
        # "지난해 연간 실적을 24% 웃돌았다": by how much stands before the verb.
        return following is None or following.start >= end or following.kind in RELATIVE
    if following is None or following.kind not in _PARTS:
        return False
    whole = following.kind == "percent" and not korean_gaps.is_level(text, following.end)
    return not whole and korean_gaps.measures(text, place, following.start)


def _own_amount(asked: AskedRole) -> Figure | None:
    """The amount right behind a time and its own: "9월의 1억 달러", "3월(1천만 달러)", "4月的1.2亿美元"."""
    following, end = asked.following, asked.expression.end
    if following is None or following.kind in RELATIVE:
        return None
    if asked.korean and korean_gaps.owns(asked.text, end, following.start):
        return following
    return following if asked.text[end : following.start].strip() in _OWNING else None


def _is_measure(asked: AskedRole, amount: Figure) -> bool:
    """Whether a figure measures another by an amount: "(…)의 2배", "1천297만 달러의 두 배"."""
    following = next((f for f in asked.sentence.figures if f.start >= amount.end), None)
    if following is None or following.kind not in _PARTS:
        return False
    return _OF_IT.fullmatch(asked.text, amount.end, following.start) is not None
