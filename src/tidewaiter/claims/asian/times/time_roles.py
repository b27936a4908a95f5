"""What the times of a Korean or Chinese sentence are for: a figure's own, what it is held against, or by the way."""

from __future__ import annotations

import re
from collections.abc import Callable

from tidewaiter.claims import periods
from tidewaiter.claims.asian.times import held_times, ranked_times
from tidewaiter.claims.asian.times.ago_times import THEN, is_then
from tidewaiter.claims.asian.times.asked_role import AskedRole
from tidewaiter.claims.asian.times.near_times import opens_clause
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.figure import RELATIVE
from tidewaiter.claims.periods import AGO_FORMS, Expression
from tidewaiter.claims.reading.reading import Reading, Sentence

_SUMMED = re.compile(
    r" ?(?:[가-힣]{1,8} ){0,3}(?:누적|누계)(?: ?(?:수[출입]|교역|무역)?(?:액|량|실적|금액|물량)|[는로]| 기준"
    r"| (?:[가-힣·]{1,10} ){0,2}(?:수[출입]|교역|무역)| (?:약 |총 )?\d)"
)
#: "지난달 무역 통계를 공개했다": the time that what is published is of, and not when that was.
PUBLISHED = re.compile(r" ?(?:[가-힣·]{1,8} ){0,2}(?:[가-힣]{0,4}통계|자료|실적|동향|현황|수치|지표)[을를] ")
#: "우크라이나 침공 이래": an event, and what came after it.
_AFTER_EVENT = re.compile(
    r"(?:의)? (?:(?!수[출입]|교역|무역)[가-힣·]{1,10}(?<![은는도을를])(?:\([가-힣A-Z]{1,12}\))? ){0,3}"
    r"(?!수[출입]|교역|무역)[가-힣]{2,10}(?<![은는도을를한된난진]) ?(?:이후|이래|직후|사태 이후|뒤)(?: |,|부터|로)"
)
_RELEASED = ("公布", "發布", "发布", "公佈", "发表", "발표", "공개")
_BASE_OF = re.compile(r"的?(?:同比|同期|同月)?的?[较較]?[高低]?基[数數期]")
_ALONG = (" 동안 ", "동안 ")


def role(reading: Reading, sentence: Sentence, expression: Expression) -> str:
    """What a time is for: `when`, `base`, `since`, `as_of`, `report`; `mark` where it only ranks, `void` for none."""
    asked = AskedRole(reading, sentence, expression)
    return first_answer(_RULES, asked) or ("report" if any(word in asked.behind_part for word in _RELEASED) else "when")


def _unbounded(asked: AskedRole) -> str | None:
    return "void" if asked.form == "unbounded" else None


def _low_base(asked: AskedRole) -> str | None:
    """ "去年的同比基数增大": why a change is what it is, and no time of it."""
    return "mark" if asked.chinese and _BASE_OF.match(asked.text, asked.expression.end) is not None else None


def _ago(asked: AskedRole) -> str | None:
    """ "지난해 같은 기간보다", or of that time, where its figure stands behind it or none is held against it."""
    if asked.form not in AGO_FORMS:
        return None
    then = _is_of_then(asked) if asked.korean else _opens_then(asked)
    return "when" if asked.at_once or then else "base"


def _opens_then(asked: AskedRole) -> bool:
    """ "去年同期，外贸总额为144亿美元，出口占比46%": what opens a sentence without a change is the time of it all."""
    start = asked.sentence.start
    return opens_clause(asked.text, start, asked.expression.start) and _only_amounts(asked, shares=True)


def _only_amounts(asked: AskedRole, *, shares: bool = False) -> bool:
    """Whether amounts, or `shares` too, stand behind a time in its sentence, and nothing is held against it."""
    behind = [f for f in asked.sentence.figures if f.start >= asked.expression.end]
    moved = RELATIVE - {"percent"} if shares else RELATIVE
    return bool(behind) and not any(f.kind in moved for f in behind) and not asked.sentence.cues_of("change")


def _is_of_then(asked: AskedRole) -> bool:
    if asked.following is None and asked.text.startswith(THEN, asked.expression.end):
        return True
    following = asked.following
    if following is not None and is_then(asked.text, asked.expression.end) and _only_amounts(asked, shares=True):
        # "지난해 같은 기간에는 수출이 98억 달러, 비중이 46%였다", and not "에는 없던 비료 3천t".
        return "던 " not in asked.text[asked.expression.end : following.start]
    # "지난해 같은 기간 동안 621t, 8억 달러를 기록했다": of that time, where nothing is held against it.
    told = asked.text.startswith(_ALONG, asked.expression.end) and not asked.sentence.cues_of("change")
    return told and all(f.kind not in RELATIVE for f in asked.sentence.figures)


def _since(asked: AskedRole) -> str | None:
    if asked.behind_part.startswith(asked.grammar.after.get("since", ())):
        return "since"
    return "since" if asked.before.endswith(tuple(asked.grammar.before.get("since", ()))) else None


def _after_event(asked: AskedRole) -> str | None:
    """ "2021년 2월 쿠데타 이후 줄어든 수출은 10월": when something else happened that the trade came after."""
    dated = asked.korean and asked.form in {"month", "year", "day"} and asked.expression.names_year
    return "mark" if dated and _AFTER_EVENT.match(asked.text, asked.expression.end) is not None else None


def _until(asked: AskedRole) -> str | None:
    if asked.behind_part.startswith(asked.grammar.after.get("until", ())):
        return "as_of"
    if asked.before.endswith(tuple(asked.grammar.before.get("until", ()))) and not asked.no_until:
        return "as_of"
    opens = asked.chinese and asked.before == "至" and asked.expression.start - 1 == asked.sentence.start
    return "as_of" if opens else None


def _summed(asked: AskedRole) -> str | None:
    """ "지난달 농식품 수출 누적액이": what the year has come to with that month."""
    month = asked.korean and asked.form in {"month", "rel_month"}
    return "as_of" if month and _SUMMED.match(asked.text, asked.expression.end) else None


def _day(asked: AskedRole) -> str | None:
    return "report" if asked.form in periods.DAY_FORMS else None


def _published(asked: AskedRole) -> str | None:
    published = asked.korean and PUBLISHED.match(asked.text, asked.expression.end) is not None
    return "when" if published else None


#: The rules in order: the first that knows decides.
_RULES: tuple[Callable[[AskedRole], str | None], ...] = (
    _unbounded, _low_base, held_times.of_rate, ranked_times.mark, held_times.of_other_change, held_times.grown_then,
    held_times.by_its_word,
    held_times.in_brackets, held_times.before_brackets, held_times.on_level, held_times.of_part, held_times.with_noun,
    held_times.with_amount, _ago, _since, _after_event, _until, ranked_times.ranked_before, _summed, _day, _published,
)  # fmt: skip
