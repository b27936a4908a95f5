"""The goods that a Korean or Chinese word of trade names, or takes over from the one before it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.flows import chinese_flows
from tidewaiter.claims.asian.flows.mention import Mention
from tidewaiter.claims.asian.nouns.foremost import foremost
from tidewaiter.claims.asian.nouns.nouns import traded

_OF_THEM = re.compile(r"량|.(?: ?비중|총?량)")
_PRICE_OF = re.compile(" ?(?:단가|가격|물량|중량)")


def name(mention: Mention) -> None:
    """Give a flow its goods."""
    told, flow = mention.told, mention.flow
    flow.goods = traded(told.reading, told.sentence, mention.cue, told.parties) or flow.goods
    for rule in (_foremost, _of_country, _of_them, _of_called, _of_other_way):
        if flow.goods is not None:
            return
        flow.goods = rule(mention)


def _foremost(mention: Mention) -> str | None:
    """The goods that a Chinese sentence says are the foremost in the trade."""
    told = mention.told
    return foremost(told.reading, told.sentence, mention.cue) if told.chinese else None


def _of_country(mention: Mention) -> str | None:
    """The only goods that a Chinese sentence names, right behind a country."""
    told, sense = mention.told, mention.flow.sense
    if told.flows or mention.whole or sense == "trade" or not told.chinese:
        return None
    return chinese_flows.of_country(told.reading, told.sentence, mention.cue, told.parties)


def _of_them(mention: Mention) -> str | None:
    """ "반도체 수출이 늘면서 수출 비중이 23.7%로", "어분의 최대 수출국은 수출총량의 …": of what was just named."""
    last = mention.last
    if last is None or mention.named or not _OF_THEM.match(mention.told.reading.text, mention.cue.end - 1):
        return None
    return last.goods if last.sense == mention.flow.sense else None


def _of_called(mention: Mention) -> str | None:
    """ "哈萨克斯坦是乌兹别克斯坦小麦的最大来源国，供货5万吨"."""
    last = mention.last
    if last is None or not mention.told.chinese or not mention.after_supplier:
        return None
    same = not mention.named or set(mention.flow.pair.everyone) == set(last.pair.everyone)
    return last.goods if same else None


def _of_other_way(mention: Mention) -> str | None:
    """ "백신 수출은 7억 달러, 수입은 6억 달러", "반도체 수출단가는 내렸지만 수출액은"."""
    last, sense = mention.last, mention.flow.sense
    if last is None or not mention.told.korean or mention.named or mention.whole:
        return None
    turned = {last.sense, sense} == {"import", "export"}
    priced = last.sense == sense and _PRICE_OF.match(mention.told.reading.text, last.end) is not None
    return last.goods if turned or priced else None
