"""What makes a Korean percentage or fraction a part of a whole: "전체의 80%를 차지", "수입의 72%"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import list_end, opening
from tidewaiter.claims.asian.measures.asked_share import AskedShare
from tidewaiter.claims.asian.roles import korean_ends
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Sentence

#: "전체 수입량의 24.8%, …", "총 수출액 중 9%".
_PART_OF_ALL = re.compile(r"(?:전체|총) ?(?:[가-힣]{1,6} ){0,2}[가-힣]{0,8}(?:의|에서|가운데| 중) ?(?:약 )?\Z")
#: "금이 40.9%로 가장 많이 수출", "김치 수출액의 40.5%인 5천만 달러".
_FIRST = re.compile(r"으?로 (?:[가-힣]{2,10}의 )?(?:가장|제일|최대|\d{1,2}위)|인 (?:약 )?\d")
#: "태국이 3분의 2 사들여": how much of it went to whom.
_TAKEN = re.compile(
    r"(?: ?(?:이상|가량|정도|안팎|가까이))?[을를]? ?(?:사들|사 ?[간갔]|가져[갔간가]|쓸어|소화|흡수|싹쓸이|차지)"
)
#: "이 가운데 중국산은 4만1천t으로 15%에 불과".
_OF_THESE = re.compile(r"(?:[이그] ?| )(?:가운데|중) [^,.;]{1,32}?\d[^,.;]{0,14}(?:으로|로) (?:전체의 |약 |겨우 )*\Z")
#: "전체의 35%까지 늘었다".
_OF_WHOLE_TO, _WHOLE_BEFORE = re.compile(r"(?:까지|으로|로) "), re.compile(r"(?:전체|총액)의 (?:약 )?\Z")
#: "수출품의 79%는 석유제품".
_OF_EXPORTS = re.compile(r"(?:수[출입]품|수[출입]액|수[출입]량|수[출입]|교역액|무역액)의 (?:약 )?\Z")
#: "인도로 80% 이상이 나갔다": how much of it went there.
_GONE = re.compile(
    r"(?: ?(?:이상|가량|정도|안팎|이하))?[이가은는] (?:나[갔간]|갔|수출|향했|팔[려렸]|실려|들어[왔온]|왔)"
)
_GONE_TO = re.compile(r"(?:으로|로|에|에서) (?:약 |전체의 )?\Z")
#: "전체 대중 수출액", "총 수입량".
_WHOLE_AMOUNT = re.compile(
    r"(?:전체|총) ?(?:[가-힣()]{1,8} ){0,2}[가-힣]{0,6}(?:수[출입]|교역|무역|물량)[가-힣]{0,2} ?(?:약 )?\Z"
)
_ROW = frozenset({", ", "와 ", "과 ", "·"})
#: From the points by which a share moved to where it came.
_BEHIND_POINTS = re.compile(r" ?[가-힣]{1,5}(?:[한된난든진른린은해며어져]|하여|하면서|들어) (?:약 )?")
#: "미국(42%)과 나이지리아(11%) 등으로 수출했다".
_TO_ALL = re.compile(
    r" (?:등|등지)(?:(?:으로|에|로) (?:[가-힣]{1,6} )?(?:다시 )?(?:수출|팔|보냈|나갔)"
    r"|(?:에서|으로부터) (?:[가-힣]{1,6} )?(?:수입|들여|사들|구매|구입))"
)
#: "11억 달러로 절반에 가까웠고": what an amount is of the whole.
_AT_ONCE = re.compile(r"(?:으로|로) (?:전체의 |약 |거의 )?")
#: … where nothing but what it was is said of it: "1억 달러로 25%였다".
_WAS_SO = re.compile(r"(?:였|이었|이[고며다]|를? 점유|에 (?:달|이르|그|불과)|[,.]|\Z)")
_HALF_BEHIND = re.compile(r"에 (?:가까|육박)|[을이] 넘|[을를] 차지")
#: "연간 상한선 50만 배럴의 94%".
_OF_LIMIT = re.compile(r"(?:상한선?|한도|쿼터|허용량|제한량)(?:인? [^,;]{0,20})?의 (?:약 )?\Z")
_REACHED_ON = re.compile(
    r"대?[을를] (?:기록|보|나타|유지|웃도|웃돌|웃돈|넘|밑도|밑돌|밑돈)|(?:이)?[였었다]|에 (?:달|이르|그|머물|불과)"
)
_GAP, _HOLDS = re.compile(r"[을를], ?"), re.compile(r"[을를] (?:각각 )?(?:차지|점유)")
_NEW_TOPIC = re.compile(r"[가-힣][은는이가] (?!\d)")
#: "대중국 수출품 중 석탄이 61.6%".
_AMONG_GOODS = re.compile(
    r"(?:수출품|수입품|수출액|수입액|상품|품목|물량) (?:중|가운데) [가-힣·]{1,12}[이가은는] (?:약 )?\Z"
)
#: "수출은 9억 달러로, 수입의 10분의 1": the other way of the trade, which no part is of.
_OF_THE_OTHER = re.compile(
    r"(?:수출(?:액|량)?[은이] [^.]{0,40}수입|수입(?:액|량)?[은이] [^.]{0,40}수출)(?:액|량)?의 (?:약 )?\Z"
)
#: How far before a figure the whole may stand that it is of, and how far behind a row its word of shares.
_WHOLE_REACH, _BEHIND = 32, 10
_STOPS = frozenset(",，；;。")


def of_all(asked: AskedShare) -> bool | None:
    """ "전체 수입량의 24.8%", "총 수출액 중 9%"."""
    start = asked.figure.start
    if asked.moved.cue is not None or not _PART_OF_ALL.search(asked.text, asked.ahead(_WHOLE_REACH), start):
        return None
    return True


def comes_first(asked: AskedShare) -> bool | None:
    """ "금이 40.9%로 가장 많이 수출"."""
    return True if asked.still and asked.percent and _FIRST.match(asked.text, asked.figure.end) else None


def of_what_is_named(asked: AskedShare) -> bool | None:
    """A part of an amount, of a sort of goods, of a limit, of a partner's trade, in a row of parts, of those before."""
    if not (asked.percent and asked.still):
        return None
    text, sentence, figure = asked.text, asked.sentence, asked.figure
    ahead = text[asked.ahead(_WHOLE_REACH) : figure.start]
    told = (
        _is_half_of_amount(asked)
        or _is_of_whole_amount(asked)
        or _AMONG_GOODS.search(ahead) is not None
        or _OF_LIMIT.search(ahead) is not None
        or korean_ends.beyond(asked.reading, sentence, figure) is not None
        or korean_ends.holds(asked.reading, sentence, figure) is not None
        or _leads_row(text, sentence, figure)
        or _OF_THESE.search(text, sentence.start, figure.start) is not None
        or (_TAKEN.match(text, figure.end) and any(m.end + 2 == figure.start for m in sentence.countries))
    )
    return True if told else None


def _is_half_of_amount(asked: AskedShare) -> bool:
    """ "11억 달러로 절반에 가까웠고", "3억 달러로 12%였다"."""
    before, figure = asked.before, asked.figure
    if before is None or before.kind not in {"money", "quantity"}:
        return False
    if not (_HALF_BEHIND.match(asked.text, figure.end) or _WAS_SO.match(asked.text, figure.end)):
        return False
    return _AT_ONCE.fullmatch(asked.text, before.end, figure.start) is not None


def _is_of_whole_amount(asked: AskedShare) -> bool:
    """ "전체 대중 수출액 2천810만 달러의 60.1%"."""
    before = asked.before
    if before is None or before.kind not in {"money", "quantity"}:
        return False
    place = before.start
    between = asked.text[before.end : asked.figure.start].removesuffix("약 ")
    if between in {")의 ", "）의 "}:
        # "전체 원유 수입량(하루 467만 배럴)의 38%".
        place = opening(asked.text, asked.sentence.start, before.start) or place
    elif between != "의 ":
        return False
    ahead = max(asked.sentence.start, place - _WHOLE_REACH)
    return _WHOLE_AMOUNT.search(asked.text, ahead, place) is not None


def of_goods(asked: AskedShare) -> bool | None:
    """ "희토류의 절반 이상", and "전체의 35%까지 늘었다"."""
    figure, text = asked.figure, asked.text
    if figure.kind not in {"percent", "times"} or not asked.percent:
        return None
    if asked.still and _of_goods(text, asked.sentence, figure):
        return True
    if asked.moved.cue is None or not _OF_WHOLE_TO.match(text, figure.end):
        return None
    return True if _WHOLE_BEFORE.search(text[asked.ahead(6) : figure.start]) else None


def moved_on(asked: AskedShare) -> bool | None:
    """ "비중은 2016년 44.9%였지만 올해는 33%로 낮아졌다"."""
    before = asked.before
    if asked.moved.relation != "to" or not asked.percent or before is None or before.unit != "percent":
        return None
    return asked.told_before(before.start)


def behind_points(asked: AskedShare) -> bool | None:
    """ "점유율은 3.7%포인트 상승해 23.5%를 기록": the level that something moved to by points."""
    before = asked.before
    if before is None or before.unit != "percentage_points" or not asked.percent:
        return None
    if _BEHIND_POINTS.fullmatch(asked.text, before.end, asked.figure.start) is None:
        return None
    told = any(c.end <= before.start for c in asked.sentence.cues_of("share"))
    return True if told and not any(c.end <= before.start for c in asked.sentence.cues_of("rate")) else None


def sent_on(asked: AskedShare) -> bool | None:
    """ "미국(42%)과 나이지리아(11%) 등으로 수출했다": the parts that went to each."""
    return True if _sent_on(asked.text, asked.sentence, asked.figure) else None


def of_exports(asked: AskedShare) -> bool | None:
    """ "수출품의 79%는 석유제품"."""
    if not (asked.still and asked.percent):
        return None
    if _OF_THE_OTHER.search(asked.text, asked.sentence.start, asked.figure.start) is not None:
        return None
    return True if _OF_EXPORTS.search(asked.text, asked.ahead(14), asked.figure.start) is not None else None


def gone_there(asked: AskedShare) -> bool | None:
    """ "인도로 80% 이상이 나갔다": how much of it went to a country."""
    figure, text = asked.figure, asked.text
    if not (asked.still and asked.percent and _GONE.match(text, figure.end)):
        return None
    if not _GONE_TO.search(text, asked.ahead(8), figure.start):
        return None
    return any(m.end >= figure.start - 10 for m in asked.sentence.countries if m.end <= figure.start)


def reached_on(asked: AskedShare) -> bool | None:
    """ "의존도는 2012년 88.3%에서 2019년 95.4%로 높아졌다가 2021년 95.6%를 기록했다"."""
    before, figure = asked.before, asked.figure
    if before is None or not before.unit == figure.unit == "percent" or asked.moved.relation != "none":
        return None
    on = _REACHED_ON.match(asked.text, figure.end) and not _NEW_TOPIC.search(asked.text, before.end, figure.start)
    return True if on and asked.told_before(before.start) else None


def _leads_row(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether a percentage stands in a row of them that a word of shares ends."""
    last = figure
    for other in sentence.figures:
        if other.start >= last.end and other.unit == "percent" and text[last.end : other.start] in _ROW:
            last = other
    told = [c for c in sentence.cues_of("share") if 0 <= c.start - last.end <= _BEHIND]
    return last is not figure and bool(told) and not set(text[last.end : told[0].start]) & {",", *_STOPS}


def gapped(asked: AskedShare) -> bool | None:
    """ "이라크산은 1억 달러로 21%를, 사우디산은 7천만 달러로 15%를 차지했다": the verb stands behind the last alone."""
    if not (asked.still and asked.percent and _GAP.match(asked.text, asked.figure.end)):
        return None
    following = (f for f in asked.sentence.figures if f.start >= asked.figure.end and f.unit == "percent")
    return True if any(_HOLDS.match(asked.text, f.end) for f in following) else None


def _sent_on(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "미국(42%)과 나이지리아(11%) 등으로 수출했다": the parts that went to each."""
    place = opening(text, sentence.start, figure.start)
    if place is None or figure.unit != "percent" or all(m.end != place for m in sentence.countries):
        return False
    end = list_end(text, figure.end, sentence.end)
    return end is not None and _TO_ALL.match(text, end) is not None and not sentence.cues_of("change")


def _of_goods(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "희토류의 절반 이상", "수입의 72%": a part of goods, or of trade of no other time."""
    before = text[max(sentence.start, figure.start - 4) : figure.start].rstrip(" 약")
    if not before.endswith("의") or _OF_THE_OTHER.search(text, sentence.start, figure.start) is not None:
        return False
    place = text.rindex("의", 0, figure.start)
    ends = {m.end for m in sentence.goods} | {c.end for c in sentence.cues_of("flow")}
    return place in ends
