"""Lists that answer one another: "exports and imports rose 17.4% and 73.5%, respectively", "分别下降11.2%和35.2%"."""

from __future__ import annotations

from tidewaiter.claims.reading import Reading
from tidewaiter.claims.scene import Draft, Flow, Scene, Subject, pair_of

_JOINTS = frozenset({"", ",", "and", "和", "、", "，", "과", "와", "·", "및"})


def pair_off(reading: Reading, scene: Scene, drafts: list[Draft]) -> None:
    """Give each figure of the answering list the flow, ends and goods of its opposite number."""
    marks = scene.sentence.cues_of("respectively")
    if not marks or len(drafts) < 2:
        return
    for group in _groups(reading, drafts):
        if len(group) < 2 or not any(
            -40 <= mark.start - group[-1].figure.end <= 30 or 0 <= group[0].figure.start - mark.end <= 12
            for mark in marks
        ):
            continue
        before = [d for d in drafts if d.figure.end <= group[0].figure.start]
        levels = [d for d in before if d.flow is not None][-len(group) :]
        flows = [f for f in scene.flows if f.end <= group[0].figure.start][-len(group) :]
        if len(levels) == len(group) and len({id(d.flow) for d in levels}) > 1:
            for draft, level in zip(group, levels, strict=True):
                draft.flow, draft.pair, draft.subject = level.flow, level.pair, level.subject
                draft.rules["parties"] = "respectively"
        elif len(flows) == len(group):
            for draft, flow in zip(group, flows, strict=True):
                _take(draft, flow)
        else:
            _list_off(scene, group)


def _list_off(scene: Scene, group: list[Draft]) -> None:
    """ "… from Ukraine and Russia (respectively 80% and 16%)", "wheat and rice worth $46 million and $41 million"."""
    first = group[0].figure.start
    floor = max((f.end for f in scene.sentence.figures if f.end <= first), default=scene.sentence.start)
    listed = [p for p in scene.parties if floor <= p.start and p.end <= first and not p.owner]
    role = listed[-1].role if listed else ""
    partners = [p.code for p in listed if p.role == role][-len(group) :]
    flow = group[0].flow
    sense = flow.sense if flow is not None else ""
    home = flow.home if flow is not None else None
    if len(partners) == len(group) and sense in {"import", "export"} and home and home not in partners:
        for draft, partner in zip(group, partners, strict=True):
            draft.pair, draft.rules["parties"] = pair_of(sense, home, partner), "respectively"
    product = group[0].subject.product if group[0].subject else None
    goods = [part for piece in (product or "").split("|") for part in piece.split(" and ")]
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
    return groups
