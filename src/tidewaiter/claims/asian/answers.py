"""Lists that answer one another, in Korean and Chinese: "수출과 수입은 각각 16.7%(43억 달러↑)와 24.1% 증가"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims.asian.brackets import closing, opening, skipped
from tidewaiter.claims.asian.goods.answered_names import (
    BEFORE_LIST,
    BEHIND_LIST,
    goods_of_list,
    listed_names,
    mark_of_list,
    names_own,
    told_names,
)
from tidewaiter.claims.asian.times.answered_times import JOINTS, months_of
from tidewaiter.claims.asian.times.answered_times import years as years_of
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene, Subject, Timed, pair_of

#: From the last partner of a list to the figures that answer it: "为前三大来源国，分别为".
_RUN = 20


def pair_off(reading: Reading, scene: Scene, drafts: list[Draft], home: str | None = None) -> None:
    """Give each figure of the answering list the flow, ends and goods of its opposite number."""
    marks = scene.sentence.cues_of("respectively")
    if len(drafts) < 2:
        return
    answered = 0
    for group in _groups(reading, scene, drafts):
        start, end = group[0].figure.start, group[-1].figure.end
        told = any(0 <= start - m.end <= BEFORE_LIST or 0 <= m.start - end <= BEHIND_LIST for m in marks)
        told = told or _faces(reading, drafts, group)
        told = told or (reading.language == "zh" and len(group) > 1 and years_of(reading, scene, group) is not None)
        if len(group) < 2 or not (told or len(group) == answered):
            continue
        _answer(reading, scene, drafts, group, home)
        # What follows in as many figures answers the same list: "각각 7억 달러와 5억 달러로 13.4%와 11.3% 늘었다".
        answered = len(group)
    for draft in drafts:
        _with_bracket(reading, scene, drafts, draft)


def _faces(reading: Reading, drafts: list[Draft], group: list[Draft]) -> bool:
    """ "出口64亿美元、进口48亿美元，年增率达34.9%及22.6%": as many changes as amounts before."""
    if group[0].figure.kind != "percent" or group[0].measure != "change" or len(group) < 2:
        return False
    levels = [d for d in drafts if d.figure.end <= group[0].figure.start][-len(group) :]
    same = len(levels) == len(group) and all(d.figure.kind in {"money", "quantity"} for d in levels)
    return same and len({id(d.flow) for d in levels}) == len(group)


def _answer(reading: Reading, scene: Scene, drafts: list[Draft], group: list[Draft], home: str | None) -> None:
    start, size = group[0].figure.start, len(group)
    before = [d for d in drafts if d.figure.end <= start]
    levels = [d for d in before if d.flow is not None and not _inside(reading, scene, d)][-size:]
    flows = [f for f in scene.flows if f.end <= start and not f.compared][-size:]
    goods = goods_of_list(group)
    if goods is not None and not all(reading.text.find(name, scene.sentence.start, start) >= 0 for name in goods):
        # Goods of the sentence before: what these figures answer is something else.
        goods = None
    partners = _partners(reading, scene, group)
    if partners is None and reading.language == "ko" and _of_each(reading, scene, group, home):
        return
    if partners is None and reading.language == "zh" and _of_run(reading, scene, group, home):
        return
    floor = before[-1].figure.end if before else 0
    nearer = len(flows) == size and all(f.start >= floor for f in flows) and len({f.sense for f in flows}) > 1
    if nearer and reading.language == "zh" and _adjoin(reading, flows):
        # "对新加坡的出口和进口下降12.5%和9.1%，对华出口和进口分别增加4.1%和11.5%"
        levels = []
    marked = reading.language == "zh" or mark_of_list(scene, group) is not None
    years = years_of(reading, scene, group) if marked else None
    for draft, when in zip(group, years or (), strict=False):
        draft.timed = Timed(when.period, "respectively", when)
    if years is not None:
        return
    together = _together(scene, group, levels)
    if together is not None and len(together) > size:
        # "中国与越南、泰国的贸易额分别为3亿和2亿美元"
        home, *together = together
    if together is not None:
        for draft, code in zip(group, together, strict=True):
            draft.pair = Pair(partners=tuple(dict.fromkeys(c for c in (home, code) if c)))
            draft.rules["parties"] = "respectively"
    elif len(levels) == size and len({id(d.flow) for d in levels}) > 1:
        for draft, level in zip(group, levels, strict=True):
            draft.flow, draft.pair, draft.subject = level.flow, level.pair, level.subject
            draft.rules["parties"] = "respectively"
    elif (beside := _bracketed(reading, scene, before, size)) is not None:
        for draft, level in zip(group, beside, strict=True):
            draft.flow, draft.pair = level.flow or draft.flow, level.pair
            draft.rules["parties"] = "respectively"
    elif not names_own(reading, scene, floor, start) and (
        own := _own_goods(before, size, changes=group[0].moved.relation == "by")
    ):
        # "口罩860万只、防护服21万件，金额分别为52万美元和180万美元"
        for draft, level in zip(group, own, strict=True):
            draft.flow, draft.pair, draft.subject = level.flow or draft.flow, level.pair, level.subject
    elif (names := listed_names(reading, scene, group, partners)) is not None:
        for draft, product in zip(group, names, strict=True):
            draft.subject = Subject(product, "respectively", own=True)
    elif goods is not None:
        for draft, product in zip(group, goods, strict=True):
            if draft.subject is not None:
                draft.subject = replace(draft.subject, product=product, rule="respectively")
    elif partners is None and (names := told_names(reading, scene, group)) is not None:
        for draft, product in zip(group, names, strict=True):
            draft.subject = Subject(product, "respectively", own=True)
    elif partners is not None and group[0].flow is not None:
        for draft, code in zip(group, partners, strict=True):
            if draft.flow is not None and draft.flow.home in partners and draft.flow.away and code:
                draft.pair = pair_of(draft.flow.sense, code, draft.flow.away)
                draft.rules["parties"] = "respectively"
            elif draft.flow is not None:
                draft.pair = pair_of(draft.flow.sense, draft.flow.home, *([code] if code else []))
                draft.rules["parties"] = "respectively"
    elif len(flows) == size and len({f.sense for f in flows}) > 1 and _adjoin(reading, flows):
        for draft, flow in zip(group, flows, strict=True):
            draft.flow, draft.pair = flow, flow.pair
            draft.rules["parties"] = "respectively"
    elif months := months_of(reading, group):
        # "3月至5月，进口额分别下降36%、41%和32%", "7월과 8월 수출액은 각각 …"
        for draft, month in zip(group, months, strict=True):
            draft.timed = Timed(month, "respectively", draft.timed.when if draft.timed is not None else None)


def _bracketed(reading: Reading, scene: Scene, before: Sequence[Draft], size: int) -> list[Draft] | None:
    """The amounts in brackets beside what the list speaks of: "중국(13억 달러)과 미국(13억 달러)에 각각 8.9%, 8.7%"."""
    held = [d for d in before if _inside(reading, scene, d)][-size:]
    return held if len(held) == size and len({d.pair.everyone for d in held}) == size else None


def _own_goods(before: Sequence[Draft], size: int, *, changes: bool) -> list[Draft] | None:
    """The last amounts before a list, where each has goods of its own."""
    held = [d for d in before if d.subject is not None and d.subject.own and d.figure.kind != "percent"][-size:]
    products = {d.subject.product for d in held if d.subject is not None}
    # "大蒜102万吨、74.6亿元，分别增长6.3%和38.9%": two amounts of the same.
    twofold = (
        changes and len(products) == 1 and len({d.figure.kind for d in held}) == size and held[-1:] == list(before[-1:])
    )
    return held if len(held) == size and (len(products) == size or twofold) else None


def _partners(reading: Reading, scene: Scene, group: Sequence[Draft]) -> list[str] | None:
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
    if len(listed) != len(group) and flow.away is not None:
        # "中国和俄罗斯分别向朝鲜供应了4470吨和8690吨": who does it, one after another.
        named = [p for p in scene.every_party if p.role in {"subject", "with"} and p.end <= flow.start][-len(group) :]
        joined = all(reading.text[first.end : second.start] in JOINTS for first, second in pairwise(named))
        doers = [p.code for p in named] if joined else []
        if len(doers) == len(group) and flow.home in doers and flow.away not in doers:
            return doers
    if len(listed) != len(group) and group[0].measure == "share":
        # "德国与美国仍是最大市场，分别占出口总额的14%和9%".
        named = [p for p in scene.every_party if floor <= p.start and p.end <= flow.start and not p.owner]
        listed = [p.code for p in named if p.role in {"subject", "with"} and p.code != flow.home]
    return listed if len(listed) == len(group) else None


def _of_each(reading: Reading, scene: Scene, group: Sequence[Draft], home: str | None) -> bool:
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


def _of_run(reading: Reading, scene: Scene, group: Sequence[Draft], home: str | None) -> bool:
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
    if len(homes) != 1 or homes[0] in codes or (flow is not None and flow.sense == "trade"):
        return False
    sense = flow.sense if flow is not None else "export" if own.sender else "import" if own.receiver else "trade"
    for draft, code in zip(group, codes, strict=True):
        both = Pair(partners=(homes[0], code))
        draft.pair = both if sense == "trade" else pair_of(sense, homes[0], code)
        draft.rules["parties"] = "respectively"
    return True


def _together(scene: Scene, group: Sequence[Draft], levels: Sequence[Draft]) -> list[str] | None:
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


def _adjoin(reading: Reading, flows: Sequence[Flow]) -> bool:
    """Whether words of trade stand side by side: "수출과 수입", "出口、进口"."""
    return all(b.start - a.end <= 6 for a, b in pairwise(flows)) or all(not f.verb for f in flows)


def _groups(reading: Reading, scene: Scene, drafts: list[Draft]) -> list[list[Draft]]:
    """Figures of one kind that stand side by side; what brackets hold is stepped over."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        if _inside(reading, scene, draft):
            continue
        last = groups[-1][-1] if groups else None
        if last is not None and last.figure.kind == draft.figure.kind:
            end = skipped(reading.text, last.figure.end, scene.sentence.end)
            joint = reading.text[end : draft.figure.start].strip()
            cue = draft.moved.cue
            if cue is not None and draft.moved.relation == "by" and end < cue.start < cue.end == draft.figure.start:
                # "分别增长16.8%和下降5.9%": with a change of its own.
                joint = reading.text[end : cue.start].strip()
            if (joint and joint in JOINTS) or reading.text[end : draft.figure.start].strip() in JOINTS:
                groups[-1].append(draft)
                continue
        groups.append([draft])
    return groups


def _inside(reading: Reading, scene: Scene, draft: Draft) -> bool:
    return opening(reading.text, scene.sentence.start, draft.figure.start) is not None


def _with_bracket(reading: Reading, scene: Scene, drafts: list[Draft], draft: Draft) -> None:
    """What a bracket says again of the figure before it is of the same trade: "16.7%(43억 달러↑)"."""
    place = opening(reading.text, scene.sentence.start, draft.figure.start)
    if place is None or closing(reading.text, draft.figure.end, scene.sentence.end) is None:
        return
    owner = next((d for d in drafts if d.figure.end == place), None)
    if owner is not None and owner.rules.get("parties") == "respectively":
        draft.flow, draft.pair, draft.subject = owner.flow, owner.pair, owner.subject
        draft.rules["parties"] = "respectively"
