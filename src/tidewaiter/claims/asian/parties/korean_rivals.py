"""Korean: others than the partner of a sentence: who ranks before it, and all of several together."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, pair_of

#: "스페인(9억 달러)에 이어 두 번째로 큰 공급국".
_RANKS_BEFORE = re.compile(r"(?:에 이어|에 이은|에 뒤이어|[을를] 제치고|[을를] 제친|에 밀려|보다 많|보다 적) ?")
_TOGETHER = re.compile(r"(?:모두|합쳐|합쳐서|합하면|합치면|합계|도합|더하면|더해) (?:약 )?\Z")
_REACH = 12


def ranks_before(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "중국은 쿠바에 수출해 스페인(9억 달러)에 이어 두 번째로": so much by another in the place of the one told of."""
    text, figure = reading.text, draft.figure
    party = next((p for p in scene.parties if text[p.end : figure.start] == "("), None)
    if party is None or _RANKS_BEFORE.match(text, skipped(text, party.end, scene.sentence.end)) is None:
        return None
    flow = next((f for f in scene.flows if f.end <= party.start and f.pair.sender and f.pair.receiver), None)
    first = next((p for p in scene.parties if p.role == "subject" and p.end <= party.start), None)
    if flow is None or first is None or party.code in flow.pair.everyone:
        return None
    sender, receiver = flow.pair.sender or "", flow.pair.receiver or ""
    if first.code == sender:
        return pair_of("export", party.code, receiver)
    return pair_of("import", party.code, sender) if first.code == receiver else None


def all_of_them(reading: Reading, scene: Scene, draft: Draft, last: Draft | None) -> Pair | None:
    """ "러시아산 6만 배럴, 중국산 2만 배럴로 모두 8만 배럴": from, or to, all of those told of."""
    figure = draft.figure
    ahead = max(scene.sentence.start, figure.start - _REACH)
    if last is None or _TOGETHER.search(reading.text, ahead, figure.start) is None or last.figure.unit != figure.unit:
        return None
    told = [p for p in scene.parties if p.end <= figure.start]
    for role, sense in (("from", "import"), ("to", "export")):
        others = {p.code for p in told if p.role == role}
        home = last.pair.receiver if sense == "import" else last.pair.sender
        if len(others) > 1 and home and home not in others and role == told[-1].role:
            return pair_of(sense, home)
    return None
