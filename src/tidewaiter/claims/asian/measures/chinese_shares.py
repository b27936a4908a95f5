"""What makes a Chinese percentage or fraction a part of a whole: "占进口总量的87%", "其中逾九成来自伊朗"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.measures.asked_share import AskedShare
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence

_REACHED = re.compile(r"[，,]?(?:至|达到?|達到?|为|為|到)(?:约|約)?")
_OVER = frozenset({"超", "逾", "近", "超过", "超過", "约", "約", "达", "達"})
#: Between a verb of trade and goods, with the country they are from; the comma inside a number.
_BOUGHT = 6
#: "约四成人口", "七成家庭": a part of those who live there.
_OF_PEOPLE = re.compile(
    r"的?(?:人口|民众|民眾|居民|国民|國民|家庭|住户|住戶|儿童|兒童|女性|男性|受访者|受訪者|企业|企業)"
)
_ALL_PEOPLE = re.compile(r"[占佔](?:全国|全國|该国|該國|其)?(?:总|總)?人口的?(?:约|約|近|逾|超过|超過)?\Z")
#: "其中逾九成来自伊朗"
_AMONG = re.compile(r"其中(?:有|约|約|近|逾|超过|超過|大约|高达|高達|仅|僅)*\Z")
#: "约为国内消费量的六成": a part of something that is no other time's.
_OF_TOTAL = re.compile(r"(?:总[额量值数]|總[額量值數]|全部|整体|整體|增量)的?(?:约|約|近|逾|超过|超過|不到|不足)?\Z")
#: "有七成来自印度"
_SOURCED = re.compile(
    r"(?:以上|左右)?(?:的[^，,。；;]{0,6})?(?:是|均|都|则|則)?(?:来自|來自|仰赖|仰賴|依赖|依賴|依靠|产自|產自|源自|购自|購自|输往|輸往|运往|運往|销往|銷往|流向)"
)
#: "迄今仅运入不到一成": how much of what was meant to be done has been.
_DONE = re.compile(
    r"(?:迄今|至今|目前|截至[^，,。；;]{1,12})(?:仅|僅|只|已)?(?:运入|運入|运抵|運抵|交付|完成|到位|落实|落實|送达|送達|执行|執行)了?"
    r"(?:约|約|近|逾|不到|不足|超过|超過)?\Z"
)
_SOLD = re.compile(r"(?:以上|左右)?(?:是|均|都|则|則)?(?:出口|外销|外銷|供应|供應)(?:到|至|往|给|給)?")
_HELD_AGAINST = re.compile(
    r"(?:比|较|較|与|與|和|高于|高於|低于|低於)[^，,。；;（(]{2,14}(?:的|[（(])(?:约|約|近|为|為)?\Z"
)
_OF_WHOLE = re.compile(r"(?:为|為|是|相当于|相當於)(?![当當彼那]时|[当當彼那]時)[^，,。；;、]{2,14}的[约約近]?\Z")
_IN_PLACE = re.compile(r"的?(?:比重|比例|份额|份額|占比)?(?:位列|位居|名列|排名|排在|分列|居|列)")
_NEXT = re.compile(
    r"第[二三四五六](?:位|名|大)?的?(?:则|則)?(?:是|为|為)[^，,。；;]{1,10}[，,](?:为|為|占|佔|达|達)?(?:约|約|近)?\Z"
)
_ROW = re.compile(
    r"[)）](?:[、和及与與][^，,。；;（(]{1,12}[（(][\d.]{1,5}[%％][)）]){0,9}等?(?:的)?(?:出口|进口|進口|贸易|貿易)?(?:所占|所佔)?"
    r"(?:占比|佔比|比重|份额|份額)"
)
#: How far before a figure its whole, and what "of which" says of it, may stand.
_WHOLE_REACH, _LONG_REACH, _AMONG_REACH = 12, 20, 8


def among(asked: AskedShare) -> bool | None:
    """ "其中逾九成来自伊朗": a part of what was just told of."""
    start = asked.figure.start
    still = asked.moved.relation == "none"
    return True if still and _AMONG.search(asked.text, max(start - _AMONG_REACH, 0), start) else None


def of_other_time(asked: AskedShare) -> bool | None:
    """ "占96.7%，比2014年的90.2%高出6.5个百分点": the share that another is held against."""
    return True if of_another_time(asked.reading, asked.sentence, asked.figure) else None


def moved_to(asked: AskedShare) -> bool | None:
    """ "占比升至30.9%，中国降至26.6%": what moved to a percentage after a share is one, and else is none."""
    if asked.moved.relation != "to" or not asked.percent:
        return None
    return asked.told_before(asked.figure.start)


def ranked_beside(asked: AskedShare) -> bool | None:
    """ "占贸易总额的11.8%，马来西亚以11.6%位列第二，第三位的是欧盟，为9.9%": the parts of those that come next."""
    figure, text = asked.figure, asked.text
    told = any(c.end <= figure.start for c in asked.sentence.cues_of("share"))
    if not (told and asked.percent) or asked.moved.relation != "none":
        return None
    placed = text[figure.start - 1] == "以" and _IN_PLACE.match(text, figure.end) is not None
    return True if placed or _NEXT.search(text, max(figure.start - _LONG_REACH, 0), figure.start) else None


def said_on(asked: AskedShare) -> bool | None:
    """ "占比首次超过四分之一，达到25.13%": the share before it, told more exactly."""
    before = asked.before
    if before is None or before.unit != "percent" or asked.moved.relation != "none" or not asked.percent:
        return None
    on = _REACHED.fullmatch(asked.text, before.end, asked.figure.start) is not None
    near = [c for c in asked.sentence.cues_of("share") if c.end <= before.start]
    return True if on and near and not asked.sentence.cues_of("change") else None


def in_row(asked: AskedShare) -> bool | None:
    """ "石油制品（7.5%）、汽车零件（4.2%）等出口比重居其后": what a row of brackets is told to be behind it."""
    text, end = asked.text, asked.figure.end
    if (
        not asked.percent
        or asked.moved.relation != "none"
        or opening(text, asked.sentence.start, asked.figure.start) is None
    ):
        return None
    row = _ROW.match(text, end, asked.sentence.end)
    told = row is not None and any(c.start < row.end() <= c.end for c in asked.sentence.cues_of("share"))
    return True if told else None


def moved_by_points(asked: AskedShare) -> bool | None:
    """ "占比上升16.4个百分点，至34.7%"."""
    before = asked.before
    if before is None or before.unit != "percentage_points":
        return None
    return True if _REACHED.fullmatch(asked.text, before.end, asked.figure.start) else None


def of_whole(asked: AskedShare) -> bool | None:
    """ "有七成来自印度", "约四成人口", "约为国内消费量的六成": a part of a total, of people, of what is bought."""
    figure, text = asked.figure, asked.text
    if asked.moved.relation != "none" or figure.kind != "percent":
        return None
    near = max(figure.start - _WHOLE_REACH, 0)
    told = (
        _OF_TOTAL.search(text, near, figure.start)
        or _SOURCED.match(text, figure.end)
        or _OF_PEOPLE.match(text, figure.end)
        or _ALL_PEOPLE.search(text, near, figure.start)
        or _DONE.search(text, near, figure.start)
        or _is_sold_to(text, asked.sentence, figure)
        or _of_bought(text, asked.sentence, figure)
        or _headed(text, asked.sentence, figure)
        or _OF_WHOLE.search(text, max(figure.start - _LONG_REACH, 0), figure.start)
    )
    return True if told else None


def of_another_time(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "占96.7%，比2014年的90.2%高出6.5个百分点": whether a percentage is the share that another is held against."""
    if reading.language != "zh" or figure.unit != "percent" or figure.kind != "percent":
        return False
    held = _HELD_AGAINST.search(reading.text, max(sentence.start, figure.start - 20), figure.start)
    return held is not None and any(c.end <= held.start() for c in sentence.cues_of("share"))


def _headed(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "进出口大幅增长 对越进出口超7成": how much of the trade that a headline tells of is with one."""
    flows = [c for c in sentence.cues_of("flow") if c.end <= figure.start]
    return len(flows) > 1 and text[flows[-1].end : figure.start] in _OVER


def _is_sold_to(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "绿豆60%出口中国", "咖啡近四成出口到欧盟": how much of goods goes to one country."""
    sold = _SOLD.match(text, figure.end)
    return sold is not None and any(m.start == sold.end() for m in sentence.countries)


def _of_bought(text: str, sentence: Sentence, figure: Figure) -> bool:
    """ "进口了缅甸大米的37.55%": a part of goods, or of trade of no other time."""
    place = figure.start - 1
    if text[place : figure.start] != "的":
        return False
    goods = next((m for m in sentence.goods if m.good_id != "total" and m.end == place), None)
    return goods is not None and any(0 <= goods.start - c.end <= _BOUGHT for c in sentence.cues_of("flow"))
