"""Lists that answer one another, in Korean and Chinese: "수출과 수입은 각각 16.7%(43억 달러↑)와 24.1% 증가"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims.asian.answering import AnsweringList
from tidewaiter.claims.asian.brackets import closing, opening, skipped
from tidewaiter.claims.asian.goods.answered_names import (
    BEFORE_LIST,
    BEHIND_LIST,
    each,
    goods_of_list,
    listed_names,
    mark_of_list,
    names_own,
    right_before,
    told_names,
)
from tidewaiter.claims.asian.goods.told_goods import ToldGoods
from tidewaiter.claims.asian.korean_answers import each_to_other, told_before
from tidewaiter.claims.asian.parties.answered_partners import of_each, of_run, partners_of_list, together
from tidewaiter.claims.asian.times.answered_times import JOINTS, months_of
from tidewaiter.claims.asian.times.answered_times import years as years_of
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TOTAL, Draft, Flow, Scene, Subject, Timed, pair_of


def pair_off(
    reading: Reading, scene: Scene, drafts: list[Draft], home: str | None = None, told_goods: ToldGoods | None = None
) -> None:
    """Give each figure of the answering list the flow, ends and goods of its opposite number."""
    marks = scene.sentence.cues_of("respectively")
    if len(drafts) < 2:
        return
    answered = 0
    for group in _groups(reading, scene, drafts):
        start, end = group[0].figure.start, group[-1].figure.end
        told = any(0 <= start - m.end <= BEFORE_LIST or 0 <= m.start - end <= BEHIND_LIST for m in marks)
        told = told or _faces(drafts, group) or each(reading, scene, group) is not None
        told = told or (reading.language == "zh" and len(group) > 1 and years_of(reading, scene, group) is not None)
        told = told or _goes_through_partners(reading, scene, group)
        if len(group) < 2 or not (told or len(group) == answered):
            continue
        _answer(_answering(reading, scene, drafts, group, home, told_goods))
        _part_of_all(scene, drafts, group)
        # What follows in as many figures answers the same list: "각각 7억 달러와 5억 달러로 13.4%와 11.3% 늘었다".
        answered = len(group)
    for draft in drafts:
        _with_bracket(reading, scene, drafts, draft)


def _goes_through_partners(reading: Reading, scene: Scene, group: list[Draft]) -> bool:
    """ "从蒙古和加拿大进口煤炭同比增加5%和20%": as many changes as partners right before them."""
    if reading.language != "zh" or len(group) < 2 or any(d.moved.relation != "by" for d in group):
        return False
    return len({d.figure.unit for d in group}) == 1 and partners_of_list(reading, scene, group) is not None


def _faces(drafts: list[Draft], group: list[Draft]) -> bool:
    """ "出口64亿美元、进口48亿美元，年增率达34.9%及22.6%": as many changes as amounts before."""
    if group[0].figure.kind != "percent" or group[0].measure != "change" or len(group) < 2:
        return False
    levels = [d for d in drafts if d.figure.end <= group[0].figure.start][-len(group) :]
    same = len(levels) == len(group) and all(d.figure.kind in {"money", "quantity"} for d in levels)
    return same and len({id(d.flow) for d in levels}) == len(group)


def _answer(answer: AnsweringList) -> None:
    """Do what the first rule does that knows which list the figures answer."""
    for rule in _RULES:
        if rule(answer):
            return


def _part_of_all(scene: Scene, drafts: list[Draft], group: list[Draft]) -> None:
    """ "进口额分别为16亿和7亿美元，占进口总额的78%": the part that all goods of the list have together."""
    end = group[-1].figure.end
    following = next((d for d in drafts if d.figure.start >= end), None)
    names = list(dict.fromkeys(d.subject.product for d in group if d.subject is not None and d.subject.product))
    if following is None or following.measure != "share" or len(names) != len(group) or TOTAL in names:
        return
    named = any(
        end <= m.start and m.end <= following.figure.start and m.good_id != "total" for m in scene.sentence.goods
    )
    if not named and (following.subject is None or not following.subject.own):
        following.subject = Subject("|".join(names), "several goods together", passing=True)


def _answering(
    reading: Reading, scene: Scene, drafts: list[Draft], group: list[Draft], home: str | None, told: ToldGoods | None
) -> AnsweringList:  # fmt: skip
    start, size = group[0].figure.start, len(group)
    before = [d for d in drafts if d.figure.end <= start]
    floor = before[-1].figure.end if before else 0
    levels = [d for d in before if d.flow is not None and not _inside(reading, scene, d)][-size:]
    flows = [f for f in scene.flows if f.end <= start and not f.compared][-size:]
    both = len(flows) == size and len({f.sense for f in flows}) > 1 and _adjoin(flows)
    if both and reading.language == "zh" and all(f.start >= floor for f in flows):
        # "对新加坡的出口和进口下降12.5%和9.1%，对华出口和进口分别增加4.1%和11.5%"
        levels = []
    partners = partners_of_list(reading, scene, group)
    return AnsweringList(reading, scene, group, home, before, floor, levels, flows if both else [], partners, told)


def _each_partner(answer: AnsweringList) -> bool:
    if answer.partners is not None:
        return False
    of_partners = of_each if answer.reading.language == "ko" else of_run
    return of_partners(answer.reading, answer.scene, answer.group, answer.home)


def _years(answer: AnsweringList) -> bool:
    marked = answer.reading.language == "zh" or mark_of_list(answer.scene, answer.group) is not None
    years = years_of(answer.reading, answer.scene, answer.group) if marked else None
    for draft, when in zip(answer.group, years or (), strict=False):
        draft.timed = Timed(when.period, "respectively", when)
    return years is not None


def _two_way(answer: AnsweringList) -> bool:
    """Two-way trade of one country with each of a list."""
    home, codes = answer.home, together(answer.scene, answer.group, answer.levels)
    if codes is None:
        return False
    if len(codes) > len(answer.group):
        # "中国与越南、泰国的贸易额分别为3亿和2亿美元"
        home, *codes = codes
    for draft, code in zip(answer.group, codes, strict=True):
        draft.pair = Pair(partners=tuple(dict.fromkeys(c for c in (home, code) if c)))
        draft.rules["parties"] = "respectively"
    return True


def _levels(answer: AnsweringList) -> bool:
    """As many changes as there are amounts before, each of a trade of its own."""
    if len(answer.levels) != len(answer.group) or len({id(d.flow) for d in answer.levels}) < 2:
        return False
    if right_before(answer.reading, answer.scene, answer.group) is not None:
        return False
    for draft, level in zip(answer.group, answer.levels, strict=True):
        draft.flow, draft.pair, draft.subject = level.flow, level.pair, level.subject
        draft.rules["parties"] = "respectively"
    return True


def _bracketed(answer: AnsweringList) -> bool:
    """The amounts in brackets beside what the list speaks of: "중국(13억 달러)과 미국(13억 달러)에 각각 8.9%, 8.7%"."""
    size = len(answer.group)
    held = [d for d in answer.before if _inside(answer.reading, answer.scene, d)][-size:]
    if len(held) != size or len({d.pair.everyone for d in held}) != size:
        return False
    for draft, level in zip(answer.group, held, strict=True):
        draft.flow, draft.pair = level.flow or draft.flow, level.pair
        draft.rules["parties"] = "respectively"
    return True


def _goods_before(answer: AnsweringList) -> bool:
    """ "口罩860万只、防护服21万件，金额分别为52万美元和180万美元": the amounts before, where each has its own goods."""
    group, size = answer.group, len(answer.group)
    if names_own(answer.reading, answer.scene, answer.floor, group[0].figure.start, group):
        return False
    owning = (d for d in answer.before if d.subject is not None and d.subject.own and d.figure.kind != "percent")
    held = list(owning)[-size:]
    products = {d.subject.product for d in held if d.subject is not None}
    # "大蒜102万吨、74.6亿元，分别增长6.3%和38.9%": two amounts of the same.
    twofold = len({d.figure.kind for d in held}) == size and len(products) == 1 and group[0].moved.relation == "by"
    twofold = twofold and held[-1:] == answer.before[-1:]
    if len(held) != size or not (len(products) == size or twofold):
        return False
    for draft, level in zip(group, held, strict=True):
        draft.flow, draft.pair, draft.subject = level.flow or draft.flow, level.pair, level.subject
    return True


def _listed_names(answer: AnsweringList) -> bool:
    return _named(answer, listed_names(answer.reading, answer.scene, answer.group, answer.partners))


def _own_list(answer: AnsweringList) -> bool:
    """Goods that each figure has as one item of a list, unless they are those of the sentence before."""
    goods = goods_of_list(answer.group)
    start, end = answer.scene.sentence.start, answer.group[0].figure.start
    if goods is None or not all(answer.reading.text.find(name, start, end) >= 0 for name in goods):
        return False
    for draft, product in zip(answer.group, goods, strict=True):
        if draft.subject is not None:
            draft.subject = replace(draft.subject, product=product, rule="respectively")
    return True


def _told_names(answer: AnsweringList) -> bool:
    return answer.partners is None and _named(answer, told_names(answer.reading, answer.scene, answer.group))


def _named(answer: AnsweringList, names: Sequence[str] | None) -> bool:
    for draft, product in zip(answer.group, names or (), strict=names is not None):
        draft.subject = Subject(product, "respectively", own=True)
    return names is not None


def _partners(answer: AnsweringList) -> bool:
    if answer.partners is None or answer.group[0].flow is None:
        return False
    for draft, code in zip(answer.group, answer.partners, strict=True):
        flow = draft.flow
        if flow is not None and flow.home in answer.partners and flow.away and code:
            draft.pair = pair_of(flow.sense, code, flow.away)
            draft.rules["parties"] = "respectively"
        elif flow is not None:
            draft.pair = pair_of(flow.sense, flow.home, *([code] if code else []))
            draft.rules["parties"] = "respectively"
    return True


def _both_ways(answer: AnsweringList) -> bool:
    for draft, flow in zip(answer.group, answer.flows, strict=bool(answer.flows)):
        draft.flow, draft.pair = flow, flow.pair
        draft.rules["parties"] = "respectively"
    return bool(answer.flows)


def _months(answer: AnsweringList) -> bool:
    """ "3月至5月，进口额分别下降36%、41%和32%", "7월과 8월 수출액은 각각 …"."""
    months = months_of(answer.reading, answer.group)
    for draft, month in zip(answer.group, months or (), strict=bool(months)):
        draft.timed = Timed(month, "respectively", draft.timed.when if draft.timed is not None else None)
    return bool(months)


def _adjoin(flows: Sequence[Flow]) -> bool:
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


#: Which list the figures answer, the first that knows decides.
_RULES: tuple[Callable[[AnsweringList], bool], ...] = (
    _each_partner, _years, _two_way, _levels, _bracketed, _goods_before, _listed_names, _own_list, _told_names,
    each_to_other, _partners, _both_ways, _months, told_before,
)  # fmt: skip
