"""Korean words that call a country a market or a source, and what is said of the market behind them."""

from __future__ import annotations

import re
from dataclasses import replace

from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import Cue

#: What makes a country the end of a clause.
_IS = (
    "이나 ",
    "이나,",
    "이며 ",
    "이며,",
    "이고 ",
    "이고,",
    "으로, ",
    "로, ",
    "이지만",
    "인데",
    "였고",
    "였으며",
    "이었",
)
#: Words that call a country a market or a source.
MARKETS = ("국", "국가", "대상국", "시장", "처")
#: "식품을 많이 수출한 국가는 미국이었다".
IS_MARKET = re.compile(r"(?:한|하는|된|해 온) (?:국가|나라|곳|시장|상대국)[은는] ")
#: From a word for a market to its name.
_NAMED_NEXT = re.compile(r"[은는] (?:(?:단연|여전히|역시|올해도|지난해) )?")
#: What makes a country the one that a clause is about.
_TOPICS = ("은 ", "는 ", "이 ", "가 ", "도 ")


def of_market(reading: Reading, named: list[Party], cue: Cue) -> list[Party]:
    """ "중국은 베트남의 두 번째로 큰 쌀 수출 시장으로": who is called another's market or source is the other end."""
    called = is_market(reading, cue) or reading.text.startswith((" 시장", " 대상국", " 상대국"), cue.end)
    owner = named[-1] if named and named[-1].owner else None
    if not called or owner is None or len(named) < 2 or cue.sense not in {"import", "export"}:
        return named
    other = named[-2]
    told = other.role == "subject" and not other.owner and reading.text.startswith(_TOPICS, other.end)
    return [*named[:-2], replace(other, role="toward"), owner] if told and other.code != owner.code else named


def in_market(reading: Reading, named: list[Party], cue: Cue) -> list[Party]:
    """ "중국은 미국 수입시장에서": what one buys, of whom the clause says what it has of it."""
    last = named[-1] if named else None
    if last is None or last.owner or last.role != "subject" or not is_import_market(reading, cue.end):
        return named
    if cue.sense != "import" or reading.text[last.end : cue.start] not in {"", " "}:
        return named
    others = [
        replace(p, role="from") if p.role == "subject" and reading.text.startswith(_TOPICS, p.end) else p
        for p in named[:-1]
    ]
    return [*others, replace(last, owner=True)]


def is_import_market(reading: Reading, end: int) -> bool:
    """Whether a word of buying that ends at a place calls a market: "수입시장"."""
    return reading.text.startswith(("시장", " 시장"), end)


def is_market(reading: Reading, cue: Cue) -> bool:
    """Whether a word of trade calls a country a market or a source: "최대 수출국"."""
    return reading.language == "ko" and reading.text[cue.start : cue.end].endswith(MARKETS)


def names_buyers(reading: Reading, cue: Cue, flow: Flow) -> bool:
    """ "캄보디아 도정미를 수입한 국가는": who buys is told behind."""
    return (
        flow.sense == "import"
        and flow.home is None
        and bool(flow.away)
        and IS_MARKET.match(reading.text, cue.end) is not None
    )


def is_told(reading: Reading, party: Party) -> bool:
    """ "최대 수출국은 …를 차지하는 캄보디아이나": a country that a clause ends with does nothing in the next."""
    return reading.text.startswith(_IS, party.end)


def at_markets(reading: Reading, flows: list[Flow], parties: list[Party]) -> None:
    """ "최대 수출국은 …를 차지하는 캄보디아이나 1~9월 수출량은": the market, and what is said of it after."""
    for n, flow in enumerate(flows):
        if flow.home is None:
            continue
        party = None
        if reading.text[flow.start : flow.end].endswith(MARKETS):
            party = next((p for p in parties if p.start > flow.end and is_told(reading, p)), None)
            party = party or next((p for p in parties if _is_named_next(reading.text, flow.end, p)), None)
        elif (market := IS_MARKET.match(reading.text, flow.end)) is not None:
            party = next((p for p in parties if p.start == market.end()), None)
        if party is None or not party.code or party.code == flow.home:
            continue
        for other in flows[n:]:
            if other.verb and other.home == party.code and {flow.sense, other.sense} == {"import", "export"}:
                # "최대 수출국은 필리핀으로 310만t을 사 갔다": it is what the first sold.
                other.sense, other.stated = flow.sense, False
            if other is flow or (other.sense == flow.sense and not other.stated):
                other.pair, other.reporter = pair_of(flow.sense, flow.home, party.code), flow.home
                other.goods = other.goods or (flow.goods if other.sense == flow.sense else None)


def _is_named_next(text: str, end: int, party: Party) -> bool:
    """ "최대 수출국은 필리핀으로 310만t": whether a word for a market is said right behind it to be a country."""
    named = _NAMED_NEXT.fullmatch(text, end, party.start) is not None
    return named and text.startswith(("으로 ", "로 "), party.end)
