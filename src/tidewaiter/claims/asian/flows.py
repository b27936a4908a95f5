"""Trade in Korean and Chinese: who and with whom stand before the word of trade, what stands beside it."""

from __future__ import annotations

from tidewaiter.claims.asian.lists import listed
from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Flow, Party, clause_at, pair_of

#: What makes a Korean noun of trade a verb.
_VERB_ENDINGS = ("했", "하", "한", "해", "됐", "되", "된", "할", "였", "왔", "온")


def find(
    reading: Reading,
    sentence: Sentence,
    parties: list[Party],
    found: list[Clause],
    context: Context,
    lead: Flow | None = None,
) -> list[Flow]:
    """The flows of a sentence in order, their ends filled from the sentence and then from the context."""
    cues = [c for c in sentence.cues_of("flow") if c.sense != "skip"]
    flows: list[Flow] = []
    for n, cue in enumerate(cues):
        earlier = cues[n - 1].end if n else sentence.start
        sense = "trade" if cue.sense == "balance" else cue.sense
        flow = Flow(cue.start, cue.end, sense, _is_verb(reading, cue), clause_at(found, cue.start))
        flow.balance = cue.sense == "balance"
        named = [p for p in parties if earlier <= p.start and p.end <= cue.start]
        if reading.language == "zh":
            named += [p for p in parties if cue.end <= p.start <= cue.end + 2 and p.role in {"to", "from"}]
        before = [p for p in parties if p.end <= cue.start]
        _take(flow, named, before)
        fresh = not flows and lead is not None and lead.sense == sense and sentence.block != context.block_of_pair
        _complete(flow, flows[-1] if flows else None, before, context, lead if fresh else None)
        flow.goods = _goods(reading, sentence, cue)
        flows.append(flow)
    return flows


def _is_verb(reading: Reading, cue: Cue) -> bool:
    if reading.language == "zh":
        return not reading.text[cue.start : cue.end].endswith(("额", "額", "值", "量"))
    word = reading.text[cue.start : cue.end]
    return word.endswith(("였", "인", "왔", "온", "와", "냈")) or reading.text.startswith(_VERB_ENDINGS, cue.end)


def _take(flow: Flow, named: list[Party], before: list[Party]) -> None:
    subjects = [p.code for p in named if p.role == "subject"]
    if flow.sense == "trade":
        together = list(dict.fromkeys(p.code for p in named if p.role in {"subject", "with", "toward", "to", "from"}))
        flow.pair = Pair(partners=tuple(together[-2:]))
        flow.reporter = together[0] if together else None
        flow.stated = bool(together)
        return
    toward = [p.code for p in named if p.role == "toward"]
    senders = [p.code for p in named if p.role == "from"]
    receivers = [p.code for p in named if p.role == "to"]
    home = subjects[-1] if subjects else None
    away = toward or (senders if flow.sense == "import" else receivers)
    if home is None:
        home = next(iter(receivers if flow.sense == "import" else senders), None)
    if home is None:
        earlier = [p.code for p in before if p.role == "subject" and p.code not in away]
        home = earlier[-1] if earlier else None
    away = [code for code in dict.fromkeys(away) if code != home]
    flow.pair = pair_of(flow.sense, home, *away)
    flow.reporter = home
    flow.stated = bool(home or away)


def _complete(flow: Flow, previous: Flow | None, before: list[Party], context: Context, lead: Flow | None) -> None:
    near = previous.pair if previous is not None else context.pair
    if flow.sense == "trade":
        if len(flow.pair.partners) == 1:
            other = context.other_end(flow.pair.partners[0])
            if other is None and context.starred and context.focus != flow.pair.partners[0]:
                other = context.focus
            flow.pair.partners += (other,) if other else ()
        elif not flow.pair.partners:
            flow.pair.partners = near.everyone if len(near.everyone) == 2 else context.both
        return
    home, away = flow.home, flow.away
    if lead is not None and not flow.stated and lead.away is None:
        # What was said of one partner ended with its paragraph.
        flow.pair = pair_of(flow.sense, lead.home)
        return
    if home is None:
        own = (previous.reporter if previous else None, context.reporter, context.home)
        candidates = (lead.reporter if lead else None, *own, context.focus, context.opposite)
        home = next((c for c in candidates if c and c != away), None)
    if away is None and len(flow.pair.partners) < 2 + (flow.home is None):
        others = [c for c in near.everyone if c != home]
        away = others[0] if home in near.everyone and len(others) == 1 else context.other_end(home)
        if away is None and context.starred and home not in {context.focus, context.home}:
            away = context.focus
        flow.pair = pair_of(flow.sense, home, *([away] if away else []))
    elif flow.home is None:
        flow.pair = pair_of(flow.sense, home, *([away] if away else [c for c in flow.pair.partners if c != home]))


def _goods(reading: Reading, sentence: Sentence, cue: Cue) -> str | None:
    """Goods right before the word of trade ("쌀 수입액", "大豆进口") or right behind it ("进口大豆")."""
    text = reading.text
    for mention in sentence.goods:
        if mention.good_id == "total":
            continue
        gap = text[mention.end : cue.start]
        if mention.end <= cue.start and gap in {"", " ", "의 ", "의", "的", "을 ", "를 ", " 등 ", " 총", "총"}:
            return listed(reading, sentence, mention)
        if mention.start >= cue.end and text[cue.end : mention.start] in {"", "了", "한 ", "된 ", "하는 "}:
            return listed(reading, sentence, mention)
    return None
