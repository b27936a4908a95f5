"""Words of trade in Korean: which of them trade, whose offices are only cited, what markets the next clause is of."""

from __future__ import annotations

import re
from itertools import pairwise

from tidewaiter.claims.asian.memory import Memory
from tidewaiter.claims.context import Context
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Flow, Party, pair_of

#: What makes a Korean noun of trade a verb.
VERB_ENDINGS = ("했", "하", "한", "해", "됐", "되", "된", "할", "였", "왔", "온")
#: Words that also say something else than that goods cross a border, where nothing makes them verbs.
_DEALINGS = frozenset({"공급", "판매", "구매", "구입", "지원"})
#: What makes a country the end of a clause.
_IS = ("이나 ", "이나,", "이며 ", "이며,", "이고 ", "이고,", "이지만", "인데", "였고", "였으며", "이었")
#: Words that call a country a market or a source.
_MARKETS = ("국", "국가", "대상국", "시장", "처")
#: "해당 품목의 1월 수입액": the goods spoken of.
_THESE = re.compile(r"(?:해당|이들?|동) (?:품목|제품|상품)군?의? (?:[^ ,]{1,4} ){0,2}\Z")


def is_market(reading: Reading, cue: Cue) -> bool:
    """Whether a word of trade calls a country a market or a source: "최대 수출국"."""
    return reading.language == "ko" and reading.text[cue.start : cue.end].endswith(_MARKETS)


def is_done(reading: Reading, cue: Cue) -> bool:
    """Whether a word of dealing trades: "공급했다", "판매량", but not "공급 감소"."""
    text = reading.text
    return text[cue.start : cue.end] not in _DEALINGS or text.startswith((*VERB_ENDINGS, "량", "액"), cue.end)


def is_told(reading: Reading, party: Party) -> bool:
    """ "최대 수출국은 …를 차지하는 캄보디아이나": a country that a clause ends with does nothing in the next."""
    return reading.text.startswith(_IS, party.end)


def without_offices(sentence: Sentence, named: list[Party], context: Context, sense: str) -> list[Party]:
    """The countries that trade, without one whose office is only cited: "중국 해관총서에 따르면 이란은 …"."""
    told = [
        p
        for p in named
        if any(c.sense == "official_statistics" and 0 <= c.start - p.end <= 1 for c in sentence.cues_of("source"))
    ]
    others = [p for p in named if p not in told]
    if not told:
        return named
    if others:
        acting = any(p.role in {"subject", "with"} or p.code == told[-1].code for p in others)
        return others if acting else named
    both = context.pair.sender and context.pair.receiver
    return others if both and context.sense == sense and told[-1].code in context.pair.everyone else named


def at_markets(reading: Reading, flows: list[Flow], parties: list[Party]) -> None:
    """ "최대 수출국은 …를 차지하는 캄보디아이나 1~9월 수출량은": the market, and what is said of it after."""
    for n, flow in enumerate(flows):
        if not reading.text[flow.start : flow.end].endswith(_MARKETS) or flow.home is None:
            continue
        party = next((p for p in parties if p.start > flow.end and is_told(reading, p)), None)
        if party is None or not party.code or party.code == flow.home:
            continue
        for other in flows[n:]:
            if other is flow or (other.sense == flow.sense and not other.stated):
                other.pair, other.reporter = pair_of(flow.sense, flow.home, party.code), flow.home


def go_on(reading: Reading, sentence: Sentence, traded: list[Flow], memory: Memory, goods: str | None) -> None:
    """Give trade that names no goods or nobody what was told of it before; `goods` are those spoken of."""
    for flow in traded:
        if flow.goods is None and _THESE.search(reading.text, max(sentence.start, flow.start - 20), flow.start):
            flow.goods = goods
        memory.again(flow)
    for before, flow in pairwise(traded):
        # Trade that names nobody is, in one sentence, between those of the same trade before it.
        bare = not flow.stated and not flow.total and flow.sense == before.sense and flow.sense != "trade"
        if bare and set(flow.pair.everyone) == set(before.pair.everyone):
            flow.pair, flow.reporter = before.pair, before.reporter
