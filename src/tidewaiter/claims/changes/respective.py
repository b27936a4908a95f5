"""Lists that answer one another: "exports and imports rose 17.4% and 73.5%, respectively", "分别下降11.2%和35.2%"."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import BEHIND, Draft, Flow, Scene, Subject, pair_of
from tidewaiter.reference.goods import TOTAL

#: Characters behind a list of figures where the times stand that it may answer.
_TIMES_BEHIND = 30
#: … and characters from the last figure of a sentence to a word that ends it.
_CLOSING = 90
_FOLLOWING = frozenset({"came", "follow", "followed", "following", "next"})
_JOINTS = frozenset({"", ",", "and", ", and", "和", "、", "，", "과", "와", "·", "및"})


def pair_off(reading: Reading, scene: Scene, drafts: list[Draft], *, focus: str | None = None) -> None:
    """Give each figure of the answering list the flow, ends and goods of its opposite number.

    `focus` is the country that the text is about.
    """
    marks = scene.sentence.cues_of("respectively")
    if len(drafts) < 2:
        return
    english = reading.language == "en"
    if not marks and not english:
        return
    groups = _groups(reading, drafts)
    if not marks:
        _unmarked(reading, scene, groups)
    if english and scene.sentence.cues_of("partner"):
        groups = [group for group in groups if not _ranked_next(reading, scene, group, drafts)]
    if not marks:
        return
    stepping = _steps(groups)
    for group in groups[:1] if stepping else groups:
        if len(group) < 2 or not any(
            -40 <= mark.start - drafts[-1].figure.end <= 30 or -40 <= mark.start - group[-1].figure.end <= 30
            or 0 <= group[0].figure.start - mark.end <= 12
            or (group[-1] is drafts[-1] and 0 <= mark.start - group[-1].figure.end <= _CLOSING)
            for mark in marks
        ):  # fmt: skip
            continue
        before = [d for d in drafts if d.figure.end <= group[0].figure.start]
        levels = [d for d in before if d.flow is not None][-len(group) :]
        floor = before[-1].figure.end if before else 0
        flows = [f for f in scene.flows if floor <= f.start and f.end <= group[0].figure.start][-len(group) :]
        if _of_goods_each(levels) and len(levels) == len(group):
            _answer_goods(levels, group)
        elif len(levels) == len(group) and len({(id(d.flow), d.pair.everyone) for d in levels}) > 1:
            for draft, level in zip(group, levels, strict=True):
                draft.flow, draft.pair, draft.subject = level.flow, level.pair, level.subject
                draft.rules["parties"] = "respectively"
        elif len(flows) == len(group):
            for draft, flow in zip(group, flows, strict=True):
                _take(draft, flow)
        else:
            _list_off(reading, scene, group, focus)
    for group in groups[1:] if stepping else ():
        for first, draft in zip(groups[0], group, strict=True):
            # "By 29% to 290 tonnes and by 7% to 281 tonnes, respectively": what is said of the steps is of the levels.
            draft.flow, draft.pair, draft.subject = first.flow, first.pair, first.subject
            draft.rules["parties"] = first.rules["parties"]


def _steps(groups: list[list[Draft]]) -> bool:
    """Whether groups of figures take turns: the second begins before the first has ended."""
    several = len(groups) > 1 and all(len(group) > 1 for group in groups)
    return several and groups[1][0].figure.start < groups[0][-1].figure.start


def _of_goods_each(levels: list[Draft]) -> bool:
    """Whether figures of one flow name each their own goods ("2,700 tonnes of rice and 45,000 tonnes of flour")."""
    own = {d.subject.product for d in levels if d.subject is not None and d.subject.own}
    return len(own) == len(levels) > 1 and len({d.pair.everyone for d in levels}) == 1


def _answer_goods(levels: list[Draft], group: list[Draft]) -> None:
    """ "…, compared with 162,000 and 152,000 tonnes respectively in 2019": of those goods, all at the time behind."""
    last = group[-1].timed
    for draft, level in zip(group, levels, strict=True):
        draft.subject, draft.pair = level.subject, level.pair
        draft.rules["parties"] = "respectively"
        if last is not None and last.rule == BEHIND and level.timed is not last:
            draft.timed = last


def _unmarked(reading: Reading, scene: Scene, groups: list[list[Draft]]) -> None:
    """ "Peru and Chile sold tin for $5 million and $3 million": lists of one length answer one another unsaid.

    Two times behind the figures may be what the second list answers, and nothing is paired off.
    """
    told = {draft.figure.start for group in groups if len(group) > 1 for draft in group}
    for group in groups:
        first, last = group[0].figure, group[-1].figure
        behind = [t for t in scene.sentence.times if last.end <= t.start <= last.end + _TIMES_BEHIND]
        joined = "and" in reading.words(group[-2].figure.end, last.start) if len(group) > 1 else False
        timed = len(behind) > 1 or (behind and "and" in reading.words(last.end, behind[-1].end))
        if not joined or timed or any(d.moved.relation == "from" for d in group):
            continue
        earlier = [f for f in scene.sentence.figures if f.end <= first.start and f.start not in told]
        doers = _coordinate(reading, scene, first.start)
        flow = group[0].flow
        if not earlier and len(doers) == len(group) and flow is not None and flow.sense in {"import", "export"}:
            far = [flow.away] if flow.away and flow.away not in doers else []
            bought = flow.home if flow.home not in doers and not flow.verb else None
            for draft, code in zip(group, doers, strict=True):
                # "Peru and Chile were the destinations for 24 percent and 22 percent of Cuba's exports".
                ends = (bought, code) if bought else (code, *far)
                draft.pair, draft.rules["parties"] = pair_of(flow.sense, *ends), "lists of one length"
        product = group[0].subject.product if group[0].subject and group[0].subject.own else None
        goods = [part for piece in (product or "").split("|") for part in piece.split(" and ")]
        if len(goods) == len(group) and len({d.subject.product for d in group if d.subject}) == 1 and not doers:
            for draft, name in zip(group, goods, strict=True):
                draft.subject = Subject(name.strip(), "lists of one length", own=True)


def _ranked_next(reading: Reading, scene: Scene, group: list[Draft], drafts: list[Draft]) -> bool:
    """ "Chile was the top buyer of its tin, with 30 tons, while Togo and Mali followed with 20 and 10 tons": as Chile.

    Whether the figures have been given to those who come next in a ranking.
    """
    before = next((d for d in reversed(drafts) if d.figure.end <= group[0].figure.start), None)
    if before is None or len(group) < 2 or not (before.pair.sender and before.pair.receiver):
        return False
    start, end = before.figure.end, group[0].figure.begins
    listed = [p for p in scene.parties if start <= p.start and p.end <= end and p.role in {"subject", "by"}]
    ahead = {p.code for p in scene.parties if p.end <= before.figure.start and p.role == "subject" and not p.owner}
    ranked = [code for code in (before.pair.sender, before.pair.receiver) if code in ahead]
    codes = [p.code for p in listed if not p.owner]
    if (
        len(codes) != len(group)
        or len(ranked) != 1
        or not all(codes)
        or _FOLLOWING.isdisjoint(reading.words(start, end))
    ):
        return False
    for draft, code in zip(group, codes, strict=True):
        sells = before.pair.sender == ranked[0]
        ends = (code, before.pair.receiver) if sells else (before.pair.sender, code)
        draft.pair, draft.rules["parties"] = pair_of("export", *ends), "next in a ranking"
        draft.subject = draft.subject if draft.subject and draft.subject.own else before.subject
    return True


def _coordinate(reading: Reading, scene: Scene, offset: int) -> list[str]:
    """The countries of one subject before an offset ("Peru, Chile and Cuba")."""
    free = [p for p in scene.parties if p.role == "subject" and not p.owner and p.code and p.end <= offset]
    found = free[:1]
    for party in free[1:]:
        if not set(reading.words(found[-1].end, party.start)) <= {",", "and", "the"}:
            break
        found.append(party)
    return [p.code for p in found] if len(found) > 1 else []


def _list_off(reading: Reading, scene: Scene, group: list[Draft], focus: str | None) -> None:
    """ "… from Ukraine and Russia (respectively 80% and 16%)", "wheat and rice worth $46 million and $41 million"."""
    first = group[0].figure.start
    floor = max((f.end for f in scene.sentence.figures if f.end <= first), default=scene.sentence.start)
    listed = [p for p in scene.parties if floor <= p.start and p.end <= first and not p.owner]
    flow = group[0].flow
    if flow is not None and flow.home in {p.code for p in listed}:
        listed = [p for p in listed if p.code != flow.away]
    role = listed[-1].role if listed else ""
    partners = [p.code for p in listed if p.role == role][-len(group) :]
    behind = [p for p in scene.parties if p.start >= group[-1].figure.end and not p.owner]
    if len(behind) == len(group) and len({p.role for p in behind}) == 1 and behind[0].role in {"from", "to"}:
        # "Motorcycles worth $30 million and $86 million from Peru and Chile, respectively".
        partners = [p.code for p in behind]
    sense = flow.sense if flow is not None else ""
    home = flow.home if flow is not None else None
    spoken = group[0].pair
    if flow is None and (spoken.sender is None) != (spoken.receiver is None):
        # "Its exports to China came to $198 million. Peru and Chile followed with $134 million and $129 million".
        sense, home = ("export", spoken.sender) if spoken.sender else ("import", spoken.receiver)
    elif flow is None and focus in {spoken.sender, spoken.receiver}:
        # "China sold Chad goods for $198 million. Peru and Chile followed with $134 million and $129 million".
        sense, home = ("export" if focus == spoken.sender else "import"), focus
    doers = _coordinate(reading, scene, first)
    if flow is not None and sense == "trade" and len(doers) == len(group):
        # "Peru and Chile came second and third, with the trade with Cuba reaching $5 million and $3 million".
        withs = [p.code for p in scene.parties if p.role == "with" and p.code]
        others = [code for code in (*withs, *flow.pair.partners) if code not in doers]
        for draft, code in zip(group, doers, strict=True):
            if others:
                draft.pair, draft.rules["parties"] = Pair(partners=(others[0], code)), "respectively"
        return
    if flow is not None and sense == "trade" and len(partners) == len(group) and role in {"with", "to"}:
        # "Its deficit with Peru, Chile and the bloc came to $5 million, $3 million and $2 million".
        others = [code for code in flow.pair.partners if code not in partners]
        for draft, code in zip(group, partners, strict=True):
            own = tuple(c for c in (*others[:1], code) if c)
            draft.pair, draft.rules["parties"] = Pair(partners=own), "respectively"
    elif len(partners) == len(group) and sense in {"import", "export"} and home and home not in partners:
        for draft, partner in zip(group, partners, strict=True):
            draft.pair, draft.rules["parties"] = pair_of(sense, home, partner), "respectively"
    elif len(partners) == len(group) and flow is not None and home in partners and flow.away not in partners:
        # "Peru and Chile, whose exports to Japan came to $5 million and $3 million, respectively".
        for draft, partner in zip(group, partners, strict=True):
            far = [flow.away] if flow.away else []
            draft.pair, draft.rules["parties"] = pair_of(sense, partner, *far), "respectively"
    product = group[0].subject.product if group[0].subject else None
    goods = [part for piece in (product or "").split("|") for part in piece.split(" and ")]
    if len(goods) != len(group):
        # "Plastics, grain and fertilisers came next with $201 million, $184 million and $143 million".
        known = [g for g in scene.sentence.goods if floor <= g.start and g.end <= first and g.good_id != TOTAL]
        goods = [" ".join(reading.text[g.start : g.end].split()) for g in known]
        if goods and product is not None and product.endswith(goods[0]):
            # "Vinyl plastics and fertilizers".
            goods[0] = product
    if len(goods) == len(group):
        for draft, name in zip(group, goods, strict=True):
            draft.subject = Subject(name.strip(), "respectively", own=True)


def _take(draft: Draft, flow: Flow) -> None:
    draft.flow, draft.pair = flow, flow.pair
    draft.rules["parties"] = "respectively"


def _groups(reading: Reading, drafts: list[Draft]) -> list[list[Draft]]:
    """Figures of one kind that stand side by side."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        last = groups[-1][-1] if groups else None
        between = "" if last is None else reading.text[last.figure.end : draft.figure.start].strip()
        if last is not None and last.figure.kind == draft.figure.kind and between in _JOINTS:
            groups[-1].append(draft)
        else:
            groups.append([draft])
    return groups if any(len(group) > 1 for group in groups) else _in_step(drafts)


def _in_step(drafts: list[Draft]) -> list[list[Draft]]:
    """ "By 29% to 290 tonnes and by 7% to 281 tonnes, respectively": two kinds in step."""
    kinds = [draft.figure.kind for draft in drafts]
    half = len(kinds) // 2
    if half < 2 or kinds[:half] != kinds[half:] or len(set(kinds[:half])) < half:
        return [[draft] for draft in drafts]
    return [[drafts[n], drafts[n + half]] for n in range(half)]
