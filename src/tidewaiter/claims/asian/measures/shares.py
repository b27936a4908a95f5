"""Shares in Korean and Chinese: "전체의 80%를 차지", "占进口总量的87%", "비중은 27.1%로 올랐다"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import list_end, opening, tells_part
from tidewaiter.claims.asian.measures.ranked_shares import goes_on, is_ranked
from tidewaiter.claims.asian.roles import korean_ends
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement

#: "전체 수입량의 24.8%, …", "총 수출액 중 9%".
_PART_OF_ALL = re.compile(r"(?:전체|총) ?(?:[가-힣]{1,6} ){0,2}[가-힣]{0,8}(?:의|에서|가운데| 중) ?(?:약 )?\Z")
#: "금이 40.9%로 가장 많이 수출", "김치 수출액의 40.5%인 5천만 달러".
_FIRST = re.compile(r"으?로 (?:[가-힣]{2,10}의 )?(?:가장|제일|최대|\d{1,2}위)|인 (?:약 )?\d")
_REACHED = re.compile(r"[，,]?(?:至|达到?|達到?|为|為|到)(?:约|約)?")
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
_ROW = frozenset({", ", "와 ", "과 ", "·"})
#: "미국(42%)과 나이지리아(11%) 등으로 수출했다".
_TO_ALL = re.compile(
    r" (?:등|등지)(?:(?:으로|에|로) (?:[가-힣]{1,6} )?(?:다시 )?(?:수출|팔|보냈|나갔)"
    r"|(?:에서|으로부터) (?:[가-힣]{1,6} )?(?:수입|들여|사들|구매|구입))"
)
_STOPS = frozenset("，,；;。")
#: "占比最高，为25%": what is said of a share before it is told.
_MOST = re.compile(r"(?:最[高大]|居首|第一)[，,](?=[为為达達]|\Z)")
_OVER = frozenset({"超", "逾", "近", "超过", "超過", "约", "約", "达", "達"})
#: Between a verb of trade and goods, with the country they are from; the comma inside a number.
_BOUGHT = 6
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
#: "约四成人口", "七成家庭": a part of those who live there.
_OF_PEOPLE = re.compile(
    r"的?(?:人口|民众|民眾|居民|国民|國民|家庭|住户|住戶|儿童|兒童|女性|男性|受访者|受訪者|企业|企業)"
)
_ALL_PEOPLE = re.compile(r"[占佔](?:全国|全國|该国|該國|其)?(?:总|總)?人口的?(?:约|約|近|逾|超过|超過)?\Z")
_PARTS = ("가운데", " 중", "그중", "이중", "其中", "中的")
#: A share's words in Korean stand behind the figure; "비중이 27.1%로" before it.
_BEHIND, _BEFORE = 10, 14
#: "其中逾九成来自伊朗"
_AMONG = re.compile(r"其中(?:有|约|約|近|逾|超过|超過|大约|高达|高達|仅|僅)*\Z")
#: "约为国内消费量的六成": a part of something that is no other time's.
_OF_TOTAL = re.compile(r"(?:总[额量值数]|總[額量值數]|全部|整体|整體)的?(?:约|約|近|逾|超过|超過|不到|不足)?\Z")
#: "有七成来自印度"
_SOURCED = re.compile(
    r"(?:的[^，,。；;]{0,6})?(?:是|均|都|则|則)?(?:来自|來自|产自|產自|源自|购自|購自|输往|輸往|运往|運往|销往|銷往|流向)"
)
_HELD_AGAINST = re.compile(r"(?:比|较|較|与|與|和|高于|高於|低于|低於)[^，,。；;]{2,14}的(?:约|約|近)?\Z")
_OF_WHOLE = re.compile(r"(?:为|為|是|相当于|相當於)[^，,。；;、]{2,14}的[约約近]?\Z")
#: "11억 달러로 절반에 가까웠고": what an amount is of the whole.
_AT_ONCE = re.compile(r"(?:으로|로) (?:전체의 |약 |거의 )?")
_HALF_BEHIND = re.compile(r"에 (?:가까|육박)|[을이] 넘|[을를] 차지")
#: "연간 상한선 50만 배럴의 94%".
_OF_LIMIT = re.compile(r"(?:상한선?|한도|쿼터|허용량|제한량)(?:인? [^,;]{0,20})?의 (?:약 )?\Z")
_REACHED_ON = re.compile(r"대?[을를] (?:기록|보|나타|유지)|(?:이)?[였었다]|에 (?:달|이르|그|머물|불과)")
_NEW_TOPIC = re.compile(r"[가-힣][은는이가] (?!\d)")
#: "대중국 수출품 중 석탄이 61.6%".
_AMONG_GOODS = re.compile(
    r"(?:수출품|수입품|수출액|수입액|상품|품목|물량) (?:중|가운데) [가-힣·]{1,12}[이가은는] (?:약 )?\Z"
)
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
    text = reading.text
    if is_ranked(reading, sentence, figure):
        return True
    if tells_part(text, sentence.start, figure.start):
        return True
    if figure.unit == "percent" and moved.relation == "by" and moved.cue is None and moved.direction != "none":
        # "3억 달러(15.0%↑)로 1위를 차지": a sign tells a change.
        return False
    following = next((f for f in sentence.figures if f.start >= figure.end), None)
    again = following is not None and following.kind in {"percent", "times"}
    if again and following is not None and text[figure.end : following.start].strip() in _AGAIN:
        return is_share(reading, sentence, following, moved)
    if text[max(figure.start - 4, 0) : figure.start].rstrip(" 의约약").endswith(_PARTS) and moved.relation == "none":
        return True
    if (
        reading.language == "zh"
        and moved.relation == "none"
        and _AMONG.search(text, max(figure.start - 8, 0), figure.start)
    ):
        return True
    if of_another_time(reading, sentence, figure):
        return True
    if reading.language == "zh" and moved.relation == "to" and figure.unit == "percent":
        # "占比升至30.9%，中国降至26.6%": what moved to a percentage after a share is one.
        return any(c.end <= figure.start for c in sentence.cues_of("share"))
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if (
        reading.language == "zh"
        and before is not None
        and before.unit == "percentage_points"
        and (_REACHED.fullmatch(text, before.end, figure.start))
    ):
        # "占比上升16.4个百分点，至34.7%"
        return True
    if (
        reading.language == "zh"
        and moved.relation == "none"
        and figure.kind == "percent"
        and (
            _OF_TOTAL.search(text, max(figure.start - 12, 0), figure.start)
            or _SOURCED.match(text, figure.end)
            or _OF_PEOPLE.match(text, figure.end)
            or _ALL_PEOPLE.search(text, max(figure.start - 12, 0), figure.start)
            or _of_bought(text, sentence, figure)
            or _headed(text, sentence, figure)
        )
    ):
        return True
    if (
        reading.language == "zh"
        and moved.relation == "none"
        and figure.kind == "percent"
        and _OF_WHOLE.search(text, max(figure.start - 20, 0), figure.start)
    ):
        return True
    if (
        reading.language == "ko"
        and moved.cue is None
        and _PART_OF_ALL.search(text, max(sentence.start, figure.start - 32), figure.start)
    ):
        return True
    if (
        reading.language == "ko"
        and moved.cue is None
        and moved.relation == "none"
        and figure.unit == "percent"
        and _FIRST.match(text, figure.end)
    ):
        return True
    if reading.language == "ko" and figure.unit == "percent" and moved.relation == "none" and moved.cue is None:
        ahead = text[max(sentence.start, figure.start - 32) : figure.start]
        amount = before is not None and before.kind in {"money", "quantity"} and _HALF_BEHIND.match(text, figure.end)
        if amount and before is not None and _AT_ONCE.fullmatch(text, before.end, figure.start):
            return True
        if _AMONG_GOODS.search(ahead) is not None or _OF_LIMIT.search(ahead) is not None:
            return True
        if korean_ends.beyond(reading, sentence, figure) is not None:
            return True
        if korean_ends.holds(reading, sentence, figure) is not None:
            return True
        if _leads_row(text, sentence, figure):
            # "각각 67.6%, 50.5%를 차지".
            return True
        if _OF_THESE.search(text, sentence.start, figure.start) is not None:
            return True
    if reading.language == "ko" and figure.kind in {"percent", "times"} and figure.unit == "percent":
        if moved.relation == "none" and moved.cue is None and _of_goods(text, sentence, figure):
            return True
        if (
            moved.cue is not None
            and _OF_WHOLE_TO.match(text, figure.end)
            and _WHOLE_BEFORE.search(text[max(sentence.start, figure.start - 6) : figure.start])
        ):
            return True
    if reading.language == "ko" and moved.relation == "from" and before is not None and before.unit == "percent":
        # "비중은 54.1%로 전년(47.8%)보다 높아졌다".
        return is_share(reading, sentence, before, Movement())
    moved_on = reading.language == "ko" and moved.relation == "to" and figure.unit == "percent" and before is not None
    if moved_on and before is not None and before.unit == "percent":
        # "비중은 2016년 44.9%였지만 올해는 33%로 낮아졌다".
        return any(c.end <= before.start for c in sentence.cues_of("share"))
    if reading.language == "ko" and _sent_on(text, sentence, figure):
        return True
    if reading.language == "ko" and moved.relation == "none" and moved.cue is None and figure.unit == "percent":
        if _OF_EXPORTS.search(text, max(sentence.start, figure.start - 14), figure.start) is not None:
            return True
        listed = before is not None and before.unit == "percent" and before.start >= sentence.start
        if listed and before is not None and goes_on(text, sentence, before, figure):
            return is_share(reading, sentence, before, moved)
        if _GONE.match(text, figure.end) and _GONE_TO.search(text, max(sentence.start, figure.start - 8), figure.start):
            return any(m.end >= figure.start - 10 for m in sentence.countries if m.end <= figure.start)
    if reading.language == "ko" and before is not None and before.unit == figure.unit == "percent":
        said = any(c.end <= before.start for c in sentence.cues_of("share"))
        on = _REACHED_ON.match(text, figure.end) and not _NEW_TOPIC.search(text, before.end, figure.start)
        if said and on and moved.relation == "none":
            # "의존도는 2012년 88.3%에서 2019년 95.4%로 높아졌다가 2021년 95.6%를 기록했다".
            return True
    marks = [c for c in sentence.cues_of("share") if _belongs(reading, sentence, figure, c.start, c.end)]
    if not marks:
        return False
    if moved.relation == "to" or moved.cue is None:
        return True
    # What changed by a percentage is no share, though one is spoken of.
    away = min(abs(c.start - figure.end) for c in marks)
    return abs(moved.cue.start - figure.end) >= away and abs(moved.cue.end - figure.start) >= away


def of_another_time(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "占96.7%，比2014年的90.2%高出6.5个百分点": whether a percentage is the share that another is held against."""
    if reading.language != "zh" or figure.unit != "percent" or figure.kind != "percent":
        return False
    held = _HELD_AGAINST.search(reading.text, max(sentence.start, figure.start - 20), figure.start)
    return held is not None and any(c.end <= held.start() for c in sentence.cues_of("share"))


def _leads_row(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether a percentage stands in a row of them that a word of shares ends."""
    last = figure
    for other in sentence.figures:
        if other.start >= last.end and other.unit == "percent" and text[last.end : other.start] in _ROW:
            last = other
    told = [c for c in sentence.cues_of("share") if 0 <= c.start - last.end <= _BEHIND]
    return last is not figure and bool(told) and not set(text[last.end : told[0].start]) & {",", *_STOPS}


def moves_by_points(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "3.9%에서 3.8%로, …로 각각 0.1%포인트 하락": a level of what is told to move by points of a percentage."""
    points = any(f.unit == "percentage_points" and f.start > figure.end for f in sentence.figures)
    level = _LEVEL_BEHIND.match(reading.text, figure.end) is not None
    return points and level and _RATE.search(reading.text, sentence.start, sentence.end) is None


def _sent_on(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "미국(42%)과 나이지리아(11%) 등으로 수출했다": the parts that went to each."""
    place = opening(text, sentence.start, figure.start)
    if place is None or figure.unit != "percent" or all(m.end != place for m in sentence.countries):
        return False
    end = list_end(text, figure.end, sentence.end)
    return end is not None and _TO_ALL.match(text, end) is not None and not sentence.cues_of("change")


def _headed(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "进出口大幅增长 对越进出口超7成": how much of the trade that a headline tells of is with one."""
    flows = [c for c in sentence.cues_of("flow") if c.end <= figure.start]
    return len(flows) > 1 and text[flows[-1].end : figure.start] in _OVER


def _of_bought(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "进口了缅甸大米的37.55%": a part of goods, or of trade of no other time."""
    place = figure.start - 1
    if text[place : figure.start] != "的":
        return False
    goods = next((m for m in sentence.goods if m.good_id != "total" and m.end == place), None)
    return goods is not None and any(0 <= goods.start - c.end <= _BOUGHT for c in sentence.cues_of("flow"))


def _of_goods(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "희토류의 절반 이상", "수입의 72%": a part of goods, or of trade of no other time."""
    before = text[max(sentence.start, figure.start - 4) : figure.start].rstrip(" 약")
    if not before.endswith("의"):
        return False
    place = text.rindex("의", 0, figure.start)
    ends = {m.end for m in sentence.goods} | {c.end for c in sentence.cues_of("flow")}
    return place in ends


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
