"""Goods that a Korean or Chinese sentence, or a clause of it, says that it is about."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import behind_aside
from tidewaiter.claims.asian.goods import chinese_topics, korean_goods
from tidewaiter.claims.asian.nouns import han_names
from tidewaiter.claims.asian.nouns.lists import listed
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Flow, Scene

_TURNED_FROM = re.compile(r"지만,? |으나,? |…|반면,? ")
#: The end of a clause, and what makes goods those that the next is about.
_ENDED, _TOPICAL = (
    re.compile(r"[가-힣](?:며|고|지만|으나|반면)[, ]"),
    (" 역시 ", " 또한 ", "도 ", "은 ", "는 ", "의 경우"),
)
_AS_FOR = ("의 경우", " 경우", " 역시 ", " 또한 ", "은 ", "는 ", "가 ", "이 ", "도 ", "方面", "的表现", "的表現")
#: What is said of goods before figures of theirs: "成衣是第二大出口品，", "大米是当月最大宗的采购，", "煤炭居首，".
_CALLED = re.compile(
    r"(?:仍然?|依然|依旧|依舊|一直|始终|也|都|则|則|继续|繼續)?(?:是|为|為|成为|成為|居|位居|位列|名列|高居|稳居|穩居|排名?)"
    r"(?:[^，,。；;\d]|\d{1,4}[年月]){0,24}(?:品|产品|產品|商品|货物|貨物|项目|項目|品类|品類|作物|农作物|農作物|品种|品種|类别|類別|大宗|采购|採購|单项|單項|来源|來源|主力|大头|大頭|[第之]一|[第之]二|[第之]三|首位?|榜首|前列)[，,：:]"
)
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff]{1,10}?(?=(?:仍然?|依然|依旧|依舊|一直|始终|也|都|则|則|继续|繼續)?(?:是|为|為|成为|成為|居|位居|位列|名列|高居|稳居|穩居|排))"
)
_AND = re.compile("[和与與及]")
#: What a sentence may turn with before the goods that it is about.
_MOST = re.compile(
    r"(?:最(?:多|大|高|少|小|低)|增加|减少|減少|增长|增長|下降|上升|[上下]跌|上涨)的(?:商品|产品|產品|品类|品類|货物|貨物|单项|單項|品项|品項|作物|农产品|農產品|品种|品種)?(?:是|为|為)(?:用[于於来來][^，,。；;的]{1,10}的)?([\u3400-\u9fff、]{2,14}?)等?[，,]"
)
#: "出口品项以磷酸二铵居首，金额…", "商品以假发为大宗，达…"; "海扇贝上年同期为…".
_WITH_MOST = re.compile(r"以([\u3400-\u9fff]{2,10}?)(?:居首|居冠|为大宗|為大宗|最多|居多|为首|為首|为主|為主)[，,]")
_THEN = re.compile(r"([\u3400-\u9fff]{2,6}?)(?=(?:上年|去年)同期)")
_TURNED = re.compile(
    r"(?:[按从從就以][^，,。；;\d]{2,10}[看言分]|其中|另外|此外|分商品看|按商品看|具体来看|具體來看|品项方面|品項方面|商品方面|进口方面|出口方面)?[，,]?"
)


def turned_to(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> str | None:
    """ "쌀 수입액은 520만 달러였으며, 비료 역시 4만 톤에서": goods that a clause behind the trade is about."""
    for mention in reversed(scene.sentence.goods):
        if mention.good_id == "total" or not flow.end <= mention.start < mention.end <= figure.start:
            continue
        ended = _ENDED.search(reading.text, flow.end, mention.start) is not None
        if ended and reading.text.startswith(_TOPICAL, mention.end):
            return listed(reading, scene.sentence, mention)
    return None


def goods_of_topic(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "희토류의 경우", "사과가 대만으로 수출이 …": the goods that a sentence or a clause is about."""
    text = reading.text
    if reading.language == "zh":
        most = _MOST.search(text, scene.sentence.start, figure.start) or _WITH_MOST.search(
            text, scene.sentence.start, figure.start
        )
        most = most or _THEN.match(text, scene.sentence.start, figure.start)
        if most is not None and han_names.is_free(reading, scene.sentence, *most.span(1)):
            return most[1]
        opening_goods = chinese_topics.opening_goods(reading, scene.sentence, figure)
        if opening_goods is not None:
            return opening_goods
        start = chinese_topics.part_start(reading, scene.sentence, figure)
        turned = _TURNED.match(text, start)
        start = turned.end() if turned is not None else start
        # "今年7月，大米是越南对菲律宾出口的最大宗商品，达…"
        timed = next((t.end for t in scene.sentence.times if t.start == start), None)
        start = start if timed is None else timed + text.startswith(("，", ","), timed)
        name = _HAN_NAME.match(text, start)
        if name is not None and _CALLED.match(text, name.end()) and _is_name(reading, scene, *name.span()):
            return name[0]
    if reading.language == "ko" and (named := korean_goods.headed(reading, scene.sentence, figure)) is not None:
        return named
    for mention in reversed(scene.sentence.goods):
        if mention.good_id == "total" or mention.end > figure.start:
            continue
        each = any(c.start == mention.end for c in scene.sentence.cues_of("respectively"))
        end = behind_aside(text, mention.end, scene.sentence.figures) if reading.language == "ko" else mention.end
        left = reading.language == "ko" and _TURNED_FROM.search(text, end, figure.start) is not None
        if left and any(end <= f.start < figure.start for f in scene.flows):
            # "석탄은 막혔지만 대북수출 30% 급증".
            continue
        if each or text.startswith(_AS_FOR, end):
            return listed(reading, scene.sentence, mention)
        between = text[mention.end : figure.start]
        if len(between) <= 40 and "最主要的是" in text[max(mention.start - 8, 0) : mention.start]:
            return listed(reading, scene.sentence, mention)
    return None


def _is_name(reading: Reading, scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch names goods, or two of them: "假发和胡须制品"."""
    parts = _AND.split(reading.text[start:end])
    free = len(parts) < 3 and all(len(part) > 1 and han_names.is_goods(reading, part) for part in parts)
    return free and han_names.stands_free(reading, scene.sentence, start, end)
