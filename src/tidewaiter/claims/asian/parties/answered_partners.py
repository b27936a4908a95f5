"""Partners in a list that figures answer one by one: "自东盟和伊朗分别进口", "미국과 베트남은 각각"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tidewaiter.claims.asian.goods.answered_names import mark_of_list
from tidewaiter.claims.asian.times.answered_times import JOINTS
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, pair_of

#: From the last partner of a list to the figures that answer it: "为前三大来源国，分别为".
_RUN = 20


def partners_of_list(reading: Reading, scene: Scene, group: Sequence[Draft]) -> list[str] | None:
    """The partners of a list, one for each figure: "自东盟和伊朗分别进口841万吨和674.9万吨"."""
    flow = group[0].flow
    if flow is None or flow.sense == "trade" or any(d.flow is not flow for d in group):
        return None
    roles = {"toward", "from" if flow.sense == "import" else "to"}
    # "홍콩과 중국에는 각각 1천억 엔, 900억 엔을 수출": the verb may stand behind its figures.
    ceiling = min(flow.start, group[0].figure.start)
    floor = max((f.end for f in scene.sentence.figures if f.end <= ceiling), default=0)
    listed = [p.code for p in scene.every_party if p.role in roles and floor <= p.start and p.end <= ceiling]
    if len(listed) != len(group):
        # "出口至印度及台湾的货量分别上升3.9%及2.3%".
        start = group[0].figure.start
        listed = [p.code for p in scene.every_party if p.role == "to" and flow.end <= p.start and p.end <= start]
    if len(listed) != len(group) and reading.language == "zh":
        # "来自印度、越南的分别为3万吨和2万吨"
        start = group[0].figure.start
        listed = [p.code for p in scene.every_party if p.role in roles and floor <= p.start and p.end <= start]
    if len(listed) > len(group) and reading.language == "zh":
        # "对荷兰出口22亿美元；对阿联酋及美国则分别增长22%和7%": those named behind the figure before.
        floor = max((f.end for f in scene.sentence.figures if f.end <= start), default=0)
        listed = [p.code for p in scene.every_party if p.role in roles and floor <= p.start and p.end <= start]
    if len(listed) != len(group) and flow.away is not None:
        # "中国和俄罗斯分别向朝鲜供应了4470吨和8690吨": who does it, one after another.
        named = [p for p in scene.every_party if p.role in {"subject", "with"} and p.end <= flow.start][-len(group) :]
        joined = all(reading.text[first.end : second.start] in JOINTS for first, second in pairwise(named))
        doers = [p.code for p in named] if joined else []
        if len(doers) == len(group) and flow.home in doers and flow.away not in doers:
            return doers
    called = any(f.called and f.end <= flow.start for f in scene.flows)
    if len(listed) != len(group) and (called or group[0].measure == "share"):
        # "德国与美国仍是最大市场，分别占出口总额的14%和9%", "两个市场，出口额分别为14亿和9亿美元".
        floor = scene.sentence.start if called else floor
        named = [p for p in scene.every_party if floor <= p.start and p.end <= flow.start and not p.owner]
        listed = [p.code for p in named if p.role in {"subject", "with"} and p.code not in {"", flow.home}]
    return listed if len(listed) == len(group) else None


def of_each(reading: Reading, scene: Scene, group: Sequence[Draft], home: str | None) -> bool:
    """ "미국과 베트남은 각각 7억 달러, 4억 달러였다": partners in a sentence that names no trade; whether it is so."""
    mark = mark_of_list(scene, group)
    if mark is None or home is None or scene.flows or any(d.flow is not None for d in group):
        return False
    named = [p.code for p in scene.parties if p.end <= mark.start]
    ways = {home == d.pair.sender for d in group if home in {d.pair.sender, d.pair.receiver}}
    if len(named) != len(group) or home in named or len(set(named)) != len(named) or len(ways) != 1:
        return False
    sense = "export" if ways.pop() else "import"
    for draft, code in zip(group, named, strict=True):
        draft.pair, draft.rules["parties"] = pair_of(sense, home, code), "respectively"
    return True


def of_run(reading: Reading, scene: Scene, group: Sequence[Draft], home: str | None) -> bool:
    """ "日本、德国和土耳其分别占11%、16%和27%": partners in turn of whom the text has told of; whether it is so."""
    start = group[0].figure.start
    ahead = [p for p in scene.parties if p.end <= start and not p.owner]
    run = [p for p in ahead[-len(group) :] if p.role in {"subject", "with", "listed"}]
    joined = all(reading.text[first.end : second.start] in JOINTS for first, second in pairwise(run))
    codes = [p.code for p in run if p.code]
    if not joined or len(set(codes)) != len(group) or start - run[-1].end > _RUN:
        return False
    if any(run[-1].end <= f.start < start for f in scene.sentence.figures):
        return False
    own, flow = group[0].pair, group[0].flow
    homes = [c for c in (flow.home,) if c] if flow is not None else [c for c in own.everyone if c not in codes]
    homes = [home] if home in homes else homes
    bought = reading.language == "zh" and flow is not None and flow.sense == "import" and flow.away == home
    if bought and home is not None and flow is not None and flow.home not in codes:
        # "巴基斯坦买了1760万公斤，英国、阿联酋依次为480万和310万公斤", in a text on what one country sells.
        flow, homes = None, [home]
    if len(homes) != 1 or homes[0] in codes or (flow is not None and flow.sense == "trade"):
        return False
    sense = flow.sense if flow is not None else "export" if own.sender else "import" if own.receiver else "trade"
    for draft, code in zip(group, codes, strict=True):
        both = Pair(partners=(homes[0], code))
        draft.pair = both if sense == "trade" else pair_of(sense, homes[0], code)
        draft.rules["parties"] = "respectively"
    return True


def together(scene: Scene, group: Sequence[Draft], levels: Sequence[Draft]) -> list[str] | None:
    """ "吉尔吉斯斯坦、土库曼斯坦的贸易额分别为13亿元和6亿元，分别增长16%和5%": two-way trade with each of a list."""
    flow = group[0].flow
    if flow is None or flow.sense != "trade" or any(d.flow is not flow for d in group):
        return None
    if len({d.figure.kind for d in levels}) == len(group) == len(levels):
        # "俄中海产品交易量100万吨，价值20亿美元，分别增长92%和35%": each of an amount.
        return None
    if len(levels) == len(group) and all(d.rules.get("parties") == "respectively" for d in levels):
        return [d.pair.everyone[-1] for d in levels] if all(d.pair.everyone for d in levels) else None
    ceiling = min(flow.start, group[0].figure.start)
    floor = max((f.end for f in scene.sentence.figures if f.end <= ceiling), default=0)
    named = [p.code for p in scene.parties if floor <= p.start and p.end <= ceiling]
    acting = len(named) == len(group) + 1 and next(p.role for p in scene.parties if floor <= p.start) == "subject"
    return named if len(named) == len(group) or acting else None
