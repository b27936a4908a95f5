"""What the figures of a Korean list answer that its sentence does not list: each of two partners, amounts before."""

from __future__ import annotations

from tidewaiter.claims.asian.answering import AnsweringList
from tidewaiter.claims.reading.scene import Subject, pair_of


def each_to_other(answer: AnsweringList) -> bool:
    """ "북한과 중국의 수출은 각각 17억 달러와 35억 달러": what each of two sends, to the other where both trade."""
    flow, size = answer.group[0].flow, len(answer.group)
    if answer.reading.language != "ko" or flow is None or flow.sense == "trade" or size != 2:
        return False
    text, named = answer.reading.text, [m for m in answer.scene.sentence.countries if m.end <= flow.start][-size:]
    codes = [m.alpha3 for m in named if m.alpha3]
    if len(set(codes)) != size or text[named[0].end : named[1].start] not in {"과 ", "와 ", "·"}:
        return False
    if text[named[1].end : flow.start] not in ({"의 ", " ", "의 총 "} if answer.both == set(codes) else {"의 "}):
        # "조지아와 몰도바 수출": to them.
        return False
    for draft, code, other in zip(answer.group, codes, reversed(codes), strict=True):
        draft.pair = pair_of(flow.sense, code, *([other] if answer.both == set(codes) else []))
        draft.rules["parties"] = "respectively"
    return True


def told_before(answer: AnsweringList) -> bool:
    """ "밀 5천 톤, 콩기름 1천 톤을 보냈다. 금액으로는 각각 170만 달러와 150만 달러": of the amounts told before."""
    told, group = answer.told, answer.group
    if told is None or told.block != answer.scene.sentence.block or len(told.one_by_one) != len(group):
        return False
    products = {product for product, _, _ in told.one_by_one}
    sentence, start = answer.scene.sentence, group[0].figure.start
    ends = [m.end for m in sentence.goods] + [m.end for m in sentence.countries] + [t.end for t in sentence.times]
    named = any(end <= start for end in ends)
    if len(products) != len(group) or named or answer.before or answer.partners is not None:
        return False
    for draft, (product, flow, pair) in zip(group, told.one_by_one, strict=True):
        draft.subject, draft.flow, draft.pair = Subject(product, "respectively"), flow, pair
    return True
