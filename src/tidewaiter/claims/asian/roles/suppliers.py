"""Chinese: who is called a source or a market of whom: "越南仍是菲律宾最大的大米进口来源国，达49.4万吨"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.clauses import begins
from tidewaiter.claims.asian.nouns import han_nouns
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Flow, Party, clause_at, pair_of
from tidewaiter.claims.words.lexicon import Cue

#: What makes one of several sources or markets of it.
_RANKED = re.compile(
    r"(?:最大|最主要|主要|传统|傳統|长期|長期|唯一|首要|头号|頭號|第[一二三四五六七八九十两兩\d]{1,2}大?|前[一二三四五十\d]大?|重要"
    r"|[是为為][^，,。；;]{0,10}?[两兩二三四五六七八九十]大)"
)
#: How far before the word its rank may stand.
_REACH = 14
_IS = ("是", "为", "為", "居", "系")
#: "仅次于德国的第二大买家": what is only held against.
_BELOW = ("次于", "次於")
#: "大米进口来源国", "橄榄油的主要买家".
_GOODS_OF = re.compile(r".?|的?(?:最大|主要|重要|首要|第[一二三四五]大)的?")
_GOODS_RANKED = re.compile(r"的?(?:最大|主要|重要|首要|头号|頭號|第[一二三四五]大)的?\Z")
_LINKS, _COMMAS = frozenset("、和及与與,，"), frozenset(",，")
_CALLED = re.compile(
    r"(?:仍然?|依然|已经?|已經|继续|繼續|均|都|则|則|目前|长年|長年|多年|一直|始终|始終)?"
    r"(?:是|为|為|成为|成為|[稳穩位高名]?[居列]|[蝉蟬][联聯]|系|作为|作為)"
)


def cues(reading: Reading, sentence: Sentence) -> list[Cue]:
    """The words of a sentence that call a country a source (import) or a market (export)."""
    text = reading.text
    return [
        cue
        for cue in sentence.cues_of("supplier")
        if _RANKED.search(text, begins(text, _COMMAS, max(sentence.start, cue.start - _REACH), cue.start), cue.start)
    ]


def flow(
    reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party], found: list[Clause], context: Context
) -> Flow:
    """The trade that such a word speaks of: whose source or market, and who it is."""
    text = reading.text
    made = Flow(cue.start, cue.end, cue.sense, False, clause_at(found, cue.start), called=True)
    named = [
        p
        for p in parties
        if p.end <= cue.start
        and not set(text[p.end : cue.start]) & set("；;。")
        and not text.endswith(_BELOW, 0, p.start)
    ]
    # "对华出口15.9万吨，是第一大出口市场": with whom trade is owns no market.
    met = bool(named) and named[-1].role in {"toward", "to"}
    owner = named[-1] if named and not met and _CALLED.match(text, named[-1].end) is None else None
    other = None
    if owner is not None and len(named) > 1 and _joined(text, named[-2], owner):
        # "越南是菲律宾最大的大米进口来源国"
        other = named[-2]
    elif owner is None and named:
        # "越南是最大的进口来源国"
        other = named[-1]
    else:
        # "菲律宾最大的进口来源国是越南", "菲律宾最大的大米供应国越南供应了"
        behind = next((p for p in parties if p.start >= cue.end), None)
        alone = behind is not None and not _goes_on(text, behind, parties)
        called = behind is not None and (behind.start == cue.end or text[cue.end : behind.start].endswith(_IS))
        other = behind if alone and called else None
    home = owner.code if owner is not None else None
    # "该国进口大米38万吨。越南仍是头号供应国": of who was just told to buy, whoever else counts it.
    home = home or _told_alone(context, cue.sense) or context.home or context.reporter
    if home is None and context.sense == cue.sense:
        # "出口上升7.4%。美国仍然是最大的出口市场": of whoever's trade was told.
        home = context.pair.sender if cue.sense == "export" else context.pair.receiver
    code = other.code if other is not None else None
    made.pair = pair_of(cue.sense, home, *([code] if code and code != home else []))
    made.reporter, made.stated = home, bool(code)
    before = (m for m in sentence.goods if m.good_id != "total" and m.end <= cue.start)
    named_goods = next((m for m in before if _GOODS_OF.fullmatch(text, m.end, cue.start)), None)
    if named_goods is not None:
        made.goods = text[han_nouns.whole(reading, sentence, named_goods.start, named_goods.end) : named_goods.end]
    elif owner is not None and (ranked := _GOODS_RANKED.search(text, owner.end, cue.start)) is not None:
        # "乌兹别克斯坦亚麻籽的最大来源国"
        made.goods = han_nouns.ending(reading, sentence, ranked.start())
    return made


def _told_alone(context: Context, sense: str) -> str | None:
    """Who was told last to trade this way, with nobody or by his own book."""
    if context.sense != sense:
        return None
    own = context.pair.sender if sense == "export" else context.pair.receiver
    return own if own == context.reporter or len(context.pair.everyone) == 1 else None


def _goes_on(text: str, party: Party, parties: Sequence[Party]) -> bool:
    """ "主要买家是泰国、越南和老挝": whether a country is the first of several; a comma may end its clause."""
    link = text[party.end : party.end + 1]
    return link in _LINKS and (link not in _COMMAS or any(p.start == party.end + 1 for p in parties))


def bought_by(flow: Flow, called: Flow) -> bool:
    """ "日本为菲律宾最大香蕉出口市场，共进口6.3万吨": whether a flow is the called partner's side of the trade."""
    sides = {flow.sense, called.sense} == {"import", "export"}
    known = called.home is not None and called.away is not None
    return sides and known and (not flow.stated or (flow.away is None and flow.home == called.away))


def goes_on(flow: Flow, called: Flow) -> bool:
    """ "日本仍是越南最大出口市场，出口额达5亿美元": whether a flow is the one that the partner is a market of."""
    return flow.sense == called.sense and not flow.stated and None not in (called.home, called.away)


def names_partner(flow: Flow, called: Flow) -> bool:
    """Whether it is the called partner who is said to buy or sell."""
    return flow is not called and (flow.home, flow.away) == (called.away, called.home) and flow.home is not None


def _joined(text: str, subject: Party, owner: Party) -> bool:
    between = text[subject.end : owner.start]
    return len(between) <= 8 and between.endswith(_IS)
