"""Goods that a figure takes over in Korean and Chinese: from the context, from the trade that it is a part of."""

from __future__ import annotations

import re

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TOTAL, Flow, Scene, Subject

#: "수출액 중 홍콩에 대한 수출액", "수출이 늘었고 이 가운데".
AMONG = re.compile(r"이 중 |이 가운데 |\A(?:\([^()]*\))? (?:중|가운데) ")

#: How goods that went to one partner are found of what goes to the next.
TO_ANOTHER = "goods of the sentence before, to another partner"

#: How far back a part of the whole that is told then may stand.
_WHOLE_AHEAD = 60
_BY_TIME = re.compile(r"(?:연도|월|분기|시기|해) ?별")


def is_amount(reading: Reading, flow: Flow) -> bool:
    """ "수출총량", "出口总量": so much by weight, which nobody adds up over all goods."""
    return not {"量", "량"}.isdisjoint(reading.text[flow.start : flow.end + 2])


def sole(lead: Flow | None, flow: Flow, only: str | None) -> str | None:
    """The only goods of a text that began with trade in them."""
    if lead is None or lead.sense != flow.sense or only is None:
        return None
    return only


def of_which(reading: Reading, scene: Scene, flow: Flow) -> str | None:
    """ "磁铁出口量减少，其中对美国出口下降28.7%": the goods of the trade that this is a part of."""
    before = [f for f in scene.flows if f.end <= flow.start and f.sense == flow.sense and f.goods]
    if not before:
        return None
    between = reading.text[before[-1].end : flow.start]
    return before[-1].goods if "其中" in between or AMONG.search(between) else None


def _turns(reading: Reading, scene: Scene, flow: Flow, figure: Figure, context: Context) -> bool:
    """ "自缅甸进口稀土2180吨。对缅甸出口1亿美元": money of the other way of trade, or as an office tells it afresh."""
    if reading.language != "zh" or figure.kind != "money" or reading.text.startswith("其中", scene.sentence.start):
        return False
    told = any(c.end <= flow.start for c in scene.sentence.cues_of("speech"))
    return told or flow.sense != context.sense


def _tells_whole(reading: Reading, scene: Scene, flow: Flow, context: Context) -> bool:
    """ "其中锂占7.4%。进口总额为69亿美元", "占出口总额的45%。出口总额为553亿美元": the whole of a part."""
    word = reading.lexicon.plain(reading.text[flow.start : flow.end + 2]).partition("总额")
    if reading.language != "zh" or not word[1] or flow.sense == "trade":
        return False
    ahead = reading.lexicon.plain(reading.text[max(scene.sentence.start - _WHOLE_AHEAD, 0) : scene.sentence.start])
    parts = re.search(rf"占[^，。；\d]{{0,8}}{word[0][:2]}总[额值]的?", ahead) is not None
    return parts or flow.sense != context.sense


def carried_over(
    reading: Reading, flow: Flow, figure: Figure, scene: Scene, context: Context, lead: Flow | None
) -> Subject:
    """The goods of a trade that names none: those spoken of before, else all."""
    aside = context.aside is not None and context.aside_block == scene.sentence.block
    # "밀은 호주산 수입이 늘었지만 미국산이 줄었다. 전체 24만t 수입돼": by weight, and from nobody named.
    weighed = reading.language == "ko" and figure.kind == "quantity" and not flow.stated
    if aside and (weighed or is_amount(reading, flow)):
        return Subject(context.aside, "goods of the sentence before")
    if flow.sense == "trade" or context.product in {None, TOTAL}:
        return Subject(TOTAL, "no goods named")
    if _tells_whole(reading, scene, flow, context):
        return Subject(TOTAL, "no goods named")
    before = context.pair
    if flow.stated and scene.sentence.block == context.product_block and flow.sense == context.sense:
        same = before.sender == flow.home if flow.sense == "export" else before.receiver == flow.home
        if same and flow.home is not None and flow.away not in before.everyone:
            return Subject(context.product, TO_ANOTHER)
    if (
        flow.compared
        and reading.language == "ko"
        and scene.flows == [flow]
        and scene.sentence.block == context.product_block
    ):
        # "가발 1억 달러어치를 팔았다. 전체 대중 수출의 52%다": what is a part of the whole goes on.
        return Subject(context.product, "goods of the sentence before")
    if reading.language == "ko" and _BY_TIME.match(reading.text, scene.sentence.start):
        # "연도별로 보면 … 수출액은": of what was spoken of, year by year.
        return Subject(context.product, "goods of the sentence before")
    if reading.text.startswith("어치", figure.end):
        # "5천100만 달러어치를 수입": worth of what was spoken of.
        return Subject(context.product, "goods of the sentence before")
    afresh = not flow.verb or _turns(reading, scene, flow, figure, context)
    both = flow.stated and afresh and flow.home is not None and flow.away is not None
    if (
        figure.kind == "quantity"
        or is_amount(reading, flow)
        or (scene.sentence.block == context.product_block and not both)
    ):
        return Subject(context.product, "goods of the sentence before")
    if lead is not None and lead.sense == flow.sense and not (flow.stated and flow.away is not None):
        told, opened = lead.goods or "", context.lead_product or ""
        if told and context.lead_product is None and not flow.stated and reading.language == "zh":
            return Subject(lead.goods, "goods of the title")
        if told and (told in opened or opened in told) and opened:
            return Subject(lead.goods, "goods of the title and the outset")
    return Subject(TOTAL, "no goods named in a new paragraph")
