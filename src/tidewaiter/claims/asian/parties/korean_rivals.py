"""Korean: others than the partner of a sentence: who ranks before it, and all of several together."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, pair_of

#: "스페인(9억 달러)에 이어 두 번째로 큰 공급국".
_RANKS_BEFORE = re.compile(r"(?:에 이어|에 이은|에 뒤이어|[을를] 제치고|[을를] 제친|에 밀려|보다 많|보다 적) ?")
_TOGETHER = re.compile(r"(?:모두|합쳐|합쳐서|합하면|합치면|합계|도합|더하면|더해) (?:약 )?\Z")
_DECLARED = re.compile(r"(?:가량|정도)?[을를] (?:[가-힣]{1,6} ){0,2}(?:신고|보고|통보)[했한하]")
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


def ranks_before_last(reading: Reading, scene: Scene, draft: Draft, last: Draft | None) -> Pair | None:
    """ "미국은 … 12%를 차지해 독일 1천119톤에 이어 두 번째로": another in the place of the partner just told of."""
    text, figure = reading.text, draft.figure
    if last is None or _RANKS_BEFORE.match(text, skipped(text, figure.end, scene.sentence.end)) is None:
        return None
    party = next((p for p in scene.parties if text[p.end : figure.start] == " "), None)
    ends = (last.pair.sender, last.pair.receiver)
    if party is None or not all(ends) or party.code in ends:
        return None
    first = next((p for p in scene.parties if p.role == "subject" and p.end <= party.start and p.code in ends), None)
    if first is None:
        return None
    sender, receiver = ends
    return Pair(party.code, receiver) if first.code == sender else Pair(sender, party.code)


def declared(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "러시아는 제재위원회에 1만7천 배럴을 신고했다": who declares an amount has sent it, to the buyer spoken of."""
    text, figure, receiver = reading.text, draft.figure, context.pair.receiver
    if scene.flows or receiver is None or context.sense != "export" or not _DECLARED.match(text, figure.end):
        return None
    acts = [p.code for p in scene.parties if p.role == "subject" and not p.owner and p.end <= figure.start]
    return pair_of("export", acts[0], receiver) if len(acts) == 1 and acts[0] != receiver else None


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
