"""What the times of a Korean or Chinese sentence are for: a figure's own, what it is held against, or by the way."""

from __future__ import annotations

import re

from tidewaiter.claims import periods
from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.measures import korean_gaps
from tidewaiter.claims.asian.measures.movement import LEVEL
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS, Expression
from tidewaiter.claims.reading.reading import Reading, Sentence

_RELATIVE = frozenset({"percent", "percentage_points", "times"})
_OF = frozenset({"의", "的"})
#: "누적": what a time has come to.
SUMS = frozenset({"누적", "누계"})
_RANGES = frozenset({"day_range", "months", "years", "first_months", "part_of_month"})
_CLOSING = frozenset({")", "）"})
#: "4월 159만 배럴을 수입한 것보다": what is held against stands before its verb.
_THAT = re.compile(r"^(?:[을를]? ?[가-힣]{1,6} )?것")
_SUMMED = re.compile(
    r" ?(?:[가-힣]{1,8} ){0,3}(?:누적|누계)(?: ?(?:수[출입]|교역|무역)?(?:액|량|실적|금액|물량)|[는로]| 기준)"
)
#: What makes "since" a rank and no time of a figure's.
_RANKS = re.compile(
    r" ?(?:(?:[单單]月|同期|月度)?(?:[进進]出口|[进進出]口|贸易|貿易)?(?:规模|規模|[额額值量])?(?=[新次最]))?"
    r"(?:가장|최대|최고|최저|최소|최다|처음|첫|신고|新高|新低|最高|最低|最大|最小|最多|最少|首次|最|以来最|以來最)"
)
#: "近11年来高点", "近10个月新低", "최근 5년 새 최대": a run of time that ranks a figure.
_OF_LATE = re.compile(
    r" ?(?:以?[来來]|새|간|중|사이)? ?的?(?:单月|單月|同期)?"
    r"(?:[高低]点|[高低]點|新[高低]|最|次[高低]|가장|최[대고저소다])"
)
#: "6월 기준 역대 최대", "9월 기준 1위": by which a rank goes, and no time that anything runs until.
_BY_RANK = re.compile(r" ?(?:말 )?기준(?:으로)?,? ?(?:역대|사상|가장|최[대고다저소]|\d{1,2}위|제일|두 번째|세 번째)")
#: "9월 통계 이후 최대": since it is counted.
_KEPT = re.compile(
    r"^(?:통계|집계|기록)(?: ?(?:작성|집계|시작))? ?"
    r"|^有?(?:月度|分月|可比|相关|相關|单月|單月)*(?:统计|統計|记录|記錄|纪录|紀錄|数据|數據)"
)
#: Between a time that trade came back to and a part of what it was then: "恢复到2019年同期的97%".
_AT_LEVEL = re.compile(r"(?:全年|同期|同月)?的?(?:约|約|近|大约|大約|逾|不到|不足)?")
_BACK_TO = ("恢复到", "恢復到", "恢复至", "恢復至", "回到", "回复到", "相当于", "相當於")
#: "较疫情前的2019年", "不及创纪录的2013年": which year it is that something is held against.
_HELD_AGAINST = re.compile(
    r"(?:(?<![占佔同环環对對])比|较|較|不及|不如|[低高多少][于於]|超过|超過)[^，,。；;：\d]{2,10}的\Z"
)
#: "不到去年10月的1%": what ends like "until" and is something else.
_NO_UNTIL = ("不到", "达到", "達到")
_CHANGES = ("감소폭(", "증가폭(", "증가율(", "감소율(", "상승률(", "하락률(", "감소폭인", "증가율인", "감소율인")
#: "지난달 16개월 만에 플러스로 전환된".
_AFTER = "만에 "
_AFTER_SO_LONG = re.compile(r"[은는]? ?[^ ]{1,4} ?(?:개월|년|달|분기|주) ?만에 ")
_PART = re.compile(r" ?(?:[초말]|중순|하순|상순)(?=까지)|(?:[底初末中]|[上中下]旬)(?=以[来來]|起)")
#: "去年同期为3万吨"
THEN_IT_WAS = re.compile(
    r"(?:[这這]一?[个個]?[数數]字|[数數][字量]|金[额額])?(?:则|則|却|卻|还|還|也|就)?(?:仅|僅|只)?(?:进口|進口|出口)?(?:为|為|是|有|达|達|约|約|近|逾|不到|不足|超过|超過|共|了|分别|分別)*"
)
#: "지난해 같은 달에는 수입이 없었다": a time of its own, where no figure is held against it.
THEN = ("에는 ", "엔 ", "에도 ", "에만 ", " 동안 ")
#: "지난달 무역 통계를 공개했다": the time that what is published is of, and not when that was.
PUBLISHED = re.compile(r" ?(?:[가-힣·]{1,8} ){0,2}(?:[가-힣]{0,4}통계|자료|실적|동향|현황|수치|지표)[을를] ")
#: "2022年新增准入的鲜榴莲": of what sort the goods are, and not when they were traded.
_ADMITTED = re.compile(
    r"(?:以?[来來])?(?:才|新|刚|剛|首次|正式|获|獲|获得|獲得)*(?:增|获|獲)?"
    r"(?:准入|获准|獲准|准许|准許|批准|开放|開放|纳入|納入|允许|允許|签署|簽署|生效|实施|實施|建成|开通|開通|启用|啟用|投产|投產)"
    r"[^，,。；;、\d]{0,8}的"
    r"|(?:份|底|初|末|中旬|上旬|下旬)?(?:起|重新|全面|部分)*(?:恢复|恢復|重启|重啟|复运|復運|复航|復航|通车|通車|中断|中斷|停运|停運|重开|重開|封关|封關)"
    r"[^，,。；;、\d]{0,6}(?:后|後|以[来來]|之[前后後])"
)
_RELEASED = ("公布", "發布", "发布", "公佈", "发表", "발표", "공개")


def role(reading: Reading, sentence: Sentence, expression: Expression) -> str:
    """What a time is for: `when`, `base`, `since`, `as_of`, `report`; `mark` where it only ranks, `void` for none."""
    grammar = periods.grammar(reading.language)
    text, form = reading.text, expression.form
    if form == "unbounded":
        return "void"
    if form in RATE_FORMS:
        return "base"
    if reading.language == "zh" and _ADMITTED.match(text, expression.end) is not None:
        return "mark"
    behind = text[expression.end : expression.end + 8].lstrip()
    if _ranks(text, expression, grammar.after.get("since", ())) or _by_the_way(
        sentence, text, expression, reading.language
    ):
        return "mark"
    before = text[max(expression.start - 3, 0) : expression.start].rstrip()
    compared = before.endswith(tuple(grammar.before.get("compared", ()))) if reading.language == "zh" else False
    if reading.language == "zh" and _HELD_AGAINST.search(text, sentence.start, expression.start) is not None:
        compared = True
    at_once = _figure_at_once(reading, sentence, expression)
    from_here = before.endswith(("从", "從", "由")) and (form in _RANGES or at_once)
    if behind.startswith(_CHANGES) and form not in _RANGES:
        # "8월 감소폭(-40.6%)보다": how another time moved.
        return "base"
    if (behind.startswith(grammar.after.get("base", ())) or compared) and not from_here:
        return "base"
    closed = reading.language == "ko" and text.startswith(")", expression.end)
    if closed and text.startswith(grammar.after.get("base", ()), expression.end + 1):
        # "전년(2017년 1~6월)보다".
        return "base"
    if reading.language == "ko" and text.startswith("(", expression.end):
        # "5월(118톤·1천748만달러)보다": of several amounts in the brackets none is what is held against it alone.
        beyond = skipped(text, expression.end, sentence.end)
        several = sum(expression.end < f.start < beyond for f in sentence.figures) > 1
        if several and text.startswith(grammar.after.get("base", ()), beyond):
            return "base"
    following = next((f for f in sentence.figures if f.start >= expression.end), None)
    if reading.language == "zh" and _is_level(text, sentence, expression, following):
        # "恢复到2019年3月水平的八成左右"
        return "base"
    if (
        following is not None
        and following.kind in {"times", "percent"}
        and (
            before.endswith(_NO_UNTIL)
            or not before.endswith(("至", "到", "增为", "增為", "降为", "降為", "升为", "升為"))
        )
        and text[expression.end : following.start].strip().removesuffix("约").removesuffix("약").strip() in _OF
    ):
        # "작년의 2.6배", "为2019年同期的三成": a part or a multiple of that time's level.
        return "base"
    if reading.language == "ko" and _is_held(sentence, text, expression, following):
        return "base"
    amount = _own_amount(sentence, text, expression, reading.language)
    if amount is not None and form not in AGO_FORMS:
        end = skipped(text, amount.end, sentence.end) if reading.language == "ko" else amount.end
        behind_amount = _THAT.sub("", text[end : end + 16].lstrip(")） "))
        passed = reading.language == "ko" and korean_gaps.exceeded(text, amount.end)
        if passed or behind_amount.startswith(grammar.after.get("base", ())) or _is_measure(sentence, text, amount):
            # "9월의 1억8천870만달러보다", "3월(1천297만8천 달러)의 2배", "11月的2.5亿美元相比".
            return "base"
        if text[amount.end : amount.end + 1] in _CLOSING and behind_amount.startswith(grammar.after.get("since", ())):
            # "작년 7월(6천586만 달러) 이후 최대", "去年7月（0.6亿美元）以来最高".
            return "mark"
    if form in AGO_FORMS:
        then = reading.language == "ko" and following is None and text.startswith(THEN, expression.end)
        # "지난해 같은 기간 동안 621t, 8억 달러를 기록했다": of that time, where nothing is held against it.
        told = reading.language == "ko" and text.startswith((" 동안 ", "동안 "), expression.end)
        then = then or (
            told and not sentence.cues_of("change") and all(f.kind not in _RELATIVE for f in sentence.figures)
        )
        return "when" if at_once or then else "base"
    behind = _PART.sub("", behind)
    if behind.startswith(grammar.after.get("since", ())) or before.endswith(tuple(grammar.before.get("since", ()))):
        return "since"
    until = before.endswith(tuple(grammar.before.get("until", ()) or ("\0",))) and not before.endswith(_NO_UNTIL)
    until = until or (reading.language == "zh" and before == "至" and expression.start - 1 == sentence.start)
    if behind.startswith(grammar.after.get("until", ())) or until:
        return "as_of"
    if reading.language == "ko" and text.startswith("에 이어 ", skipped(text, expression.end, sentence.end)):
        # "2012년(11억7천만 달러)에 이어 역대 두 번째": what ranks before it.
        return "mark"
    if reading.language == "ko" and form in {"month", "rel_month"} and _SUMMED.match(text, expression.end):
        # "지난달 농식품 수출 누적액이": what the year has come to with that month.
        return "as_of"
    if form in periods.DAY_FORMS:
        return "report"
    if reading.language == "ko" and PUBLISHED.match(text, expression.end) is not None:
        return "when"
    return "report" if any(word in behind for word in _RELEASED) else "when"


def _is_level(text: str, sentence: Sentence, expression: Expression, following: Figure | None) -> bool:
    """Whether a part or a multiple is of the level of a time: "2019年水平的八成", "恢复到2019年同期的97%"."""
    if following is None or following.kind not in {"times", "percent"}:
        return False
    between = text[expression.end : following.start]
    back = text[max(expression.start - 5, sentence.start) : expression.start].endswith(_BACK_TO)
    return LEVEL.fullmatch(between) is not None or (back and _AT_LEVEL.fullmatch(between) is not None)


def _is_held(sentence: Sentence, text: str, expression: Expression, following: Figure | None) -> bool:
    """ "지난해 수입량보다", "지난해 2월 수출량의 65배": what else is held against, with the noun between."""
    if korean_gaps.RECORD.match(text, expression.end):
        return True
    end = korean_gaps.compared(text, expression.end)
    if end is not None and not any(expression.end <= t.start < end for t in sentence.times):
        # "지난해 연간 실적을 24% 웃돌았다": by how much stands before the verb.
        return following is None or following.start >= end or following.kind in _RELATIVE
    if following is None or following.kind not in {"times", "percent"}:
        return False
    whole = following.kind == "percent" and not korean_gaps.is_level(text, following.end)
    return not whole and korean_gaps.measures(text, expression.end, following.start)


def _ranks(text: str, expression: Expression, since: tuple[str, ...]) -> bool:
    """ "2020년 12월 이후 최대", "2019年以来最高": a rank since a time, which is no time of what it ranks."""
    if expression.form in {"last_years", "last_months"} and _OF_LATE.match(text, expression.end):
        return True
    if _BY_RANK.match(text, expression.end):
        return True
    if expression.form == "ytd" and _RANKS.match(text[expression.end : expression.end + 8].lstrip(" 的")):
        # "为今年以来最高"
        return True
    behind = _KEPT.sub("", text[expression.end : expression.end + 24].lstrip(" 的"))
    mark = next((word for word in since if behind.startswith(word)), None)
    return mark is not None and _RANKS.match(behind[len(mark) :].lstrip(" 的")) is not None


def _by_the_way(sentence: Sentence, text: str, expression: Expression, language: str) -> bool:
    """ "지난달 16개월 만에 플러스로 전환된 수출이", "1~7월 누적": a time of something else, or told already."""
    turned = periods.grammar(language).after.get("turned", ())
    behind = text[expression.end : min(expression.end + 16, sentence.end)].partition(",")[0]
    if any(word in behind for word in turned if word != _AFTER):
        return True
    if _AFTER in turned and _AFTER_SO_LONG.match(behind):
        return True
    if text[expression.start : expression.end] not in SUMS:
        return False
    return any(t.end <= expression.start and t.form not in AGO_FORMS | RATE_FORMS for t in sentence.times)


def _own_amount(sentence: Sentence, text: str, expression: Expression, language: str) -> Figure | None:
    """The amount right behind a time and its own: "9월의 1억 달러", "3월(1천만 달러)", "4月的1.2亿美元"."""
    following = next((f for f in sentence.figures if f.start >= expression.end), None)
    if following is None or following.kind in _RELATIVE:
        return None
    if language == "ko" and korean_gaps.owns(text, expression.end, following.start):
        return following
    return (
        following
        if text[expression.end : following.start].strip() in _OF | {"", "(", "（", "의 약", "的约", "하루"}
        else None
    )


def _is_measure(sentence: Sentence, text: str, amount: Figure) -> bool:
    """Whether a figure measures another by an amount: "(…)의 2배", "1천297만 달러의 두 배"."""
    following = next((f for f in sentence.figures if f.start >= amount.end), None)
    return (
        following is not None
        and following.kind in {"times", "percent"}
        and text[amount.end : following.start].strip(" )）약约") in _OF
    )


def _figure_at_once(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "去年同期为5.6亿美元", "지난해 같은 기간(5억 달러)": the figure right behind is that time's own."""
    following = next((f for f in sentence.figures if f.start >= expression.end), None)
    if following is None:
        return False
    if reading.language == "ko":
        return following.kind not in _RELATIVE and owns_amount(reading.text, expression.end, following)
    if following.kind in {"quantity", "count"} and text_opens(reading.text, expression.end, following):
        # "是2022年同期（1万吨）的3倍"
        return True
    if following.kind in {"quantity", "count"}:
        return THEN_IT_WAS.fullmatch(reading.text, expression.end, following.start) is not None
    told = THEN_IT_WAS.fullmatch(reading.text, expression.end, following.start) is not None
    return following.kind in {"money", "zero"} and (told or following.start - expression.end <= 4)


def text_opens(text: str, end: int, figure: Figure) -> bool:
    """Whether a bracket that stands right behind a time begins with a figure."""
    return text[end : figure.start].strip("约約近逾") in {"（", "("}


def owns_amount(text: str, end: int, figure: Figure) -> bool:
    """Whether a Korean time that others are held against has an amount of its own behind it."""
    if korean_gaps.owns(text, end, figure.start):
        return True
    # "전년 동기 대비 178만t보다": the amount is what is held against, not by how much something moved.
    against = text[end : figure.start].strip() in {"대비", "대비 약"}
    return against and text.startswith(("보다", "에 비해"), skipped(text, figure.end, min(len(text), figure.end + 48)))
