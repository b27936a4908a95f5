"""What a Chinese word of trade has from the one before it in its sentence: its goods, its ends, as part and whole."""

from __future__ import annotations

import re
from itertools import pairwise

from tidewaiter.claims.asian.flows.mention import Mention
from tidewaiter.claims.asian.measures.wholes import is_whole
from tidewaiter.claims.asian.nouns.foremost import mostly
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import Cue

_ITS = re.compile(r"[占佔](?:到|了|其|該国|该国)*其?[对對向从從自][^，,。；;]{0,6}\Z")
#: What may stand between a partner and its share.
_HOLDS = re.compile(r"(?:市场|市場|一国|一國)?(?:仅|僅|只|约|約|就|则|則|也|还|還|仍|共|合计|合計)*")
#: A whole that is no country's own.
_WORLD = re.compile(r"全球|世界|国际|國際|各国|各國")


def of_partner(mention: Mention) -> bool:
    """ "中国占出口总额的41%", in a text on what another country sells: whose share it is, is its partner."""
    told, flow, text = mention.told, mention.flow, mention.told.reading.text
    held = next((c for c in reversed(told.sentence.cues_of("share")) if c.end <= mention.cue.start), None)
    if held is None or _WORLD.search(text, held.end, mention.cue.start) is not None:
        return False
    whose = _sharer(text, mention.before, held)
    own = _own(mention)
    if whose is None or own in {None, whose.code} or any(p.start >= held.end for p in mention.named):
        return False
    flow.pair = pair_of(flow.sense, own, whose.code)
    if flow.sense == "trade":
        flow.pair = Pair(partners=(own or "", whose.code))
    flow.reporter, flow.part = own, True
    return True


def _sharer(text: str, before: list[Party], held: Cue) -> Party | None:
    """The country right before a word of a share."""
    last = next((p for p in reversed(before) if p.end <= held.start), None)
    right = last is not None and last.role == "subject" and last.code
    return last if last and right and _HOLDS.fullmatch(text, last.end, held.start) else None


def _own(mention: Mention) -> str | None:
    """Whose trade, this way, the sentence or the text is on."""
    context, sense, lead = mention.told.context, mention.flow.sense, mention.told.lead
    before = mention.told.followed
    if before is not None and before.sense == sense and before.stated:
        return before.home or before.reporter
    if context.sense == sense:
        ends = {"export": context.pair.sender, "import": context.pair.receiver, "trade": context.reporter}
        if ends.get(sense):
            return ends[sense]
    return (lead.home if lead is not None else None) or context.home


def by_whole(flows: list[Flow]) -> None:
    """ "中国购买了650万吨大豆，占巴西大豆出口总量的93%": whose whole it is a part of is the other end."""
    for flow, whole in pairwise(flows):
        both = {flow.sense, whole.sense} == {"import", "export"} and whole.compared and whole.stated
        if both and not flow.compared and flow.away is None and flow.home and whole.home not in {None, flow.home}:
            flow.pair = pair_of(flow.sense, flow.home, whole.home)
        if both_ways(flow, whole) and whole.goods is None and not whole.compared:
            # "中国进口原油，俄罗斯的供应量为790万吨"
            whole.goods = flow.goods
        same = flow.sense == whole.sense != "trade" and whole.compared and whole.stated and not flow.stated
        if same and not flow.compared and whole.home is not None and flow.home != whole.home:
            # "煤炭出口占朝鲜出口总额的四成", "大米进口占老挝自越南进口总额的8%": whose whole it is, the part is, too.
            flow.pair, flow.reporter = pair_of(flow.sense, whole.home, whole.away or ""), whole.home


def of_its_whole(text: str, flows: list[Flow]) -> None:
    """ "朝鲜的假发出口达1.8亿美元，占其对华出口的52%": the part goes where its whole does."""
    for flow, whole in pairwise(flows):
        same = flow.sense == whole.sense != "trade" and whole.compared and whole.stated and whole.away is not None
        if same and not flow.compared and flow.home and _ITS.search(text, flow.end, whole.start) is not None:
            flow.pair = pair_of(flow.sense, flow.home, whole.away or "")


def both_ways(flow: Flow, following: Flow) -> bool:
    """Whether two words tell one trade, as bought and as sold."""
    return {flow.sense, following.sense} == {"import", "export"} and flow.pair.receiver == following.pair.receiver


def told_of(reading: Reading, sentence: Sentence, flows: list[Flow]) -> None:
    """ "柴油则改由泰国进口，7月进口3.4万吨": the goods of the word before, where no figure was of them yet.

    "手机出口占出口总额3547亿美元的15%" has them as a part of the second.
    """
    for flow, following in pairwise(flows):
        same = flow.sense == following.sense != "trade" and not following.stated and following.goods is None
        same = same and not following.compared
        if same and flow.goods and not any(flow.start <= f.start < following.start for f in sentence.figures):
            following.goods = mostly(reading, sentence, flow.end, following.start) or flow.goods


def same_whole(reading: Reading, flow: Flow, before: Flow, cue: Cue) -> bool:
    """ "4月对朝鲜的总出口额为…；1至4月出口总额为…": all that goes from one to the other, both times."""
    both = flow.sense == before.sense != "trade" and before.away is not None and not before.compared
    return both and not flow.compared and is_whole(reading, cue)
