"""Korean and Chinese times that only rank, or are told by the way: "2020년 12월 이후 최대", "1~7월 누적"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.times.asked_role import AskedRole
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS

#: "누적": what a time has come to.
SUMS = frozenset({"누적", "누계"})
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
#: "迄今为止出口的最高季度数值", and "自2020年9月以来，出口连续第10个月上升".
_HIGHEST_YET = re.compile(r"(?:为止|為止)?的?[^，,。；;\d]{0,8}?(?:最[高低大小多少好]|新[高低])")
_IN_A_ROW = re.compile(
    r"以[来來][，,]?[^，,。；;\d]{0,8}?(?:已经?|已經)?[连連][续續]第?[\d一二三四五六七八九十]{1,3}[个個]?[月季年]"
)
#: "올해 최대 실적인", "올 들어 가장 큰 규모로".
_SO_FAR = re.compile(
    r" ?(?:들어 )?(?:가장 [가-힣]{1,3}|최[대고저소다]) ?(?:실적|규모|수준|치|폭|기록|물량|액수)(?=[인이을를로으다였])"
)
#: "9월 통계 이후 최대": since it is counted.
_KEPT = re.compile(
    r"^(?:통계|집계|기록)(?: ?(?:작성|집계|시작))? ?"
    r"|^有?(?:月度|分月|可比|相关|相關|单月|單月)*(?:统计|統計|记录|記錄|纪录|紀錄|数据|數據)"
)
#: "지난달 16개월 만에 플러스로 전환된".
_AFTER = "만에 "
_AFTER_SO_LONG = re.compile(r"[은는]? ?[^ ]{1,4} ?(?:개월|년|달|분기|주) ?만에 ")
#: "지난해 봉쇄 때 들여갔던 마스크는": what was so with what is told of, and no time of that.
_HAD = re.compile(r"(?:에|에만|까지)? (?:[가-힣0-9·]{1,10} ){0,5}[가-힣]{1,8}던 (?=[가-힣])")
#: "2022年新增准入的鲜榴莲": of what sort the goods are, and not when they were traded.
_ADMITTED = re.compile(
    r"(?:以?[来來])?(?:才|新|刚|剛|首次|正式|获|獲|获得|獲得)*(?:增|获|獲)?"
    r"(?:准入|获准|獲准|准许|准許|批准|开放|開放|纳入|納入|允许|允許|签署|簽署|生效|实施|實施|建成|开通|開通|启用|啟用|投产|投產)"
    r"[^，,。；;、\d]{0,8}的"
    r"|(?:份|底|初|末|中旬|上旬|下旬)?(?:起|重新|全面|部分)*(?:恢复|恢復|重启|重啟|复运|復運|复航|復航|通车|通車|中断|中斷|停运|停運|重开|重開|封关|封關)"
    r"[^，,。；;、\d]{0,6}(?:后|後|以[来來]|之[前后後])"
)
#: How far behind a time what turned then is told, and what counts since then.
_TURNED, _COUNTED, _RANKED = 16, 24, 8


def mark(asked: AskedRole) -> str | None:
    """What ranks, or is said by the way, sets no time."""
    return "mark" if _is_of_sort(asked) or _ranks(asked) or _is_by_the_way(asked) else None


def ranked_before(asked: AskedRole) -> str | None:
    """ "2012년(11억7천만 달러)에 이어 역대 두 번째": what ranks before it."""
    if not asked.korean:
        return None
    behind = skipped(asked.text, asked.expression.end, asked.sentence.end)
    return "mark" if asked.text.startswith("에 이어 ", behind) else None


def _is_of_sort(asked: AskedRole) -> bool:
    """ "2022年新增准入的鲜榴莲": of what sort the goods are."""
    return asked.chinese and _ADMITTED.match(asked.text, asked.expression.end) is not None


def _ranks(asked: AskedRole) -> bool:
    """ "2020년 12월 이후 최대", "2019年以来最高": a rank since a time, which is no time of what it ranks."""
    text, end = asked.text, asked.expression.end
    if asked.form in {"last_years", "last_months"} and _OF_LATE.match(text, end):
        return True
    if _BY_RANK.match(text, end):
        return True
    if asked.korean and text.startswith("올", asked.expression.start) and _SO_FAR.match(text, end):
        return True
    if asked.form == "ytd" and _RANKS.match(text[end : end + _RANKED].lstrip(" 的")):
        # "为今年以来最高"
        return True
    if asked.chinese and asked.form == "to_date" and _HIGHEST_YET.match(text, end):
        return True
    if asked.chinese and _IN_A_ROW.match(text, end):
        return True
    behind = _KEPT.sub("", text[end : end + _COUNTED].lstrip(" 的"))
    since = next((word for word in asked.grammar.after.get("since", ()) if behind.startswith(word)), None)
    return since is not None and _RANKS.match(behind[len(since) :].lstrip(" 的")) is not None


def _is_by_the_way(asked: AskedRole) -> bool:
    """ "지난달 16개월 만에 플러스로 전환된 수출이", "1~7월 누적": a time of something else, or told already."""
    expression, sentence = asked.expression, asked.sentence
    turned = asked.grammar.after.get("turned", ())
    behind = asked.text[expression.end : min(expression.end + _TURNED, sentence.end)].partition(",")[0]
    if any(word in behind for word in turned if word != _AFTER):
        return True
    if _AFTER in turned and _AFTER_SO_LONG.match(behind):
        return True
    had = _HAD.match(asked.text, expression.end, sentence.end) if asked.korean else None
    if had is not None and not any(expression.end <= f.start < had.end() for f in sentence.figures):
        return True
    if asked.text[expression.start : expression.end] not in SUMS:
        return False
    return any(t.end <= expression.start and t.form not in AGO_FORMS | RATE_FORMS for t in sentence.times)
