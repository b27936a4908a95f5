"""Trade in Korean and Chinese: who and with whom stand before the word of trade, what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Set

from tidewaiter.claims.asian.nouns import traded
from tidewaiter.claims.asian.parties import GROUP, is_bare
from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Flow, Party, clause_at, pair_of

#: What makes a Korean noun of trade a verb.
_VERB_ENDINGS = ("했", "하", "한", "해", "됐", "되", "된", "할", "였", "왔", "온")
#: Words of a whole: what a country buys or sells of it, it does so of everybody.
_WHOLE = ("总", "總", "全部", "整体", "총", "전체")
_AND = frozenset({"和", "及", "与", "與", "、", "과", "와", "·"})
_STOPS = frozenset("，,、；;。")


_BOTH = re.compile("两国|兩國|双边|雙邊|双方|雙方|양국|쌍무|两地|兩地")


def find(
    reading: Reading,
    sentence: Sentence,
    parties: list[Party],
    found: list[Clause],
    context: Context,
    lead: Flow | None = None,
    *,
    turns: bool = False,
) -> list[Flow]:
    """The flows of a sentence in order, their ends filled from the sentence and then from the context.

    `turns` says that the text has spoken of several partners: then a total is with everybody.
    """
    cues = [c for c in sentence.cues_of("flow") if c.sense != "skip"] or _implied(reading, sentence, parties, context)
    flows: list[Flow] = []
    shared: list[Party] = []
    for n, cue in enumerate(cues):
        earlier = cues[n - 1].end if n else sentence.start
        sense = "trade" if cue.sense == "balance" else cue.sense
        flow = Flow(cue.start, cue.end, sense, _is_verb(reading, cue), clause_at(found, cue.start))
        flow.balance = cue.sense == "balance"
        flow.compared = _is_whole_of_share(reading, sentence, cue)
        named = [p for p in parties if earlier <= p.start and p.end <= cue.start]
        if reading.language == "zh":
            named = [p for p in named if not _parted(reading.text, p.end, cue.start)] or named
            named += [p for p in parties if cue.end <= p.start <= cue.end + 2 and p.role in {"to", "from"}]
        elif named:
            named = _toward_home(reading, named, cue, context, lead)
        if not named and n and reading.text[earlier : cue.start].strip() in _AND:
            # "对欧盟出口额和进口额": both with whom was named for the first.
            named = [p for p in shared if p.role in {"toward", "subject"}]
        shared = named
        before = [p for p in parties if p.end <= cue.start]
        later = {p.code for p in parties if p.start > cue.end} - {p.code for p in before}
        _take(flow, named, before)
        whole = _is_whole(reading, cue)
        fresh = not flows and lead is not None and sentence.block != context.block_of_pair
        own = (lead.home if lead is not None else None) or context.home
        # "两国贸易总额", "양국 교역액": a total of two countries is with nobody else.
        both = _BOTH.search(reading.text, earlier, cue.end) is not None
        again = turns and not flow.stated and own is not None and not both
        if again and own is not None and (whole or (not before and _is_alone(context, own))) and not flow.compared:
            flow.total = whole
            flow.pair = Pair(partners=(own,)) if flow.sense == "trade" else pair_of(flow.sense, own)
        elif reading.language == "zh" and _is_own_book(flow, named, context):
            flow.pair = pair_of(flow.sense, flow.home)
        elif GROUP in {p.code for p in named}:
            _group(flow, context)
        elif whole and flow.home is not None and flow.away is None and flow.sense != "trade":
            flow.total = True
            if flow.compared:
                _complete(flow, _before(flows), before, context, None)
        else:
            _complete(flow, _before(flows), before, context, lead if fresh else None, later)
        if flow.compared and flow.home is not None:
            _part(flow, before)
        flow.goods = traded(reading, sentence, cue, parties)
        flows.append(flow)
    return flows


def _is_alone(context: Context, own: str) -> bool:
    """Whether the sentence before spoke of a country's trade with everybody."""
    return context.pair.everyone == (own,)


def _is_own_book(flow: Flow, named: list[Party], context: Context) -> bool:
    """ "越南果蔬出口额达3.8亿美元" by Vietnam's own books: who is named alone there sells to everybody."""
    if flow.sense == "trade" or flow.verb or flow.away is not None or flow.home is None:
        return False
    return flow.home == context.home and any(p.code == flow.home and p.role == "subject" for p in named)


def _parted(text: str, start: int, end: int) -> bool:
    return "；" in text[start:end] or ";" in text[start:end]


def _implied(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """ "미국산도 305만t이었다": what comes from a country is bought or sold as the sentence before says."""
    text, sense = reading.text, context.sense
    origins = [
        p for p in parties
        if p.role == "from" and (text.startswith("산", p.end) or text.endswith(("来自", "來自"), 0, p.start))
    ]  # fmt: skip
    if sense not in {"import", "export"} or not origins or not sentence.figures:
        return []
    return [Cue(origins[0].end, origins[0].end + 1, "flow", sense)]


def _part(flow: Flow, before: list[Party]) -> None:
    """ "越南大米占菲律宾进口总量的87%": the part is what the one country has of the other's whole."""
    others = {p.code for p in before if p.code and p.code != flow.home}
    if len(others) == 1:
        flow.pair = pair_of(flow.sense, flow.home, *others)


def _before(flows: list[Flow]) -> Flow | None:
    """The flow that the next one leaves its ends out after; the whole of a share is none."""
    return next((f for f in reversed(flows) if not f.compared), flows[-1] if flows else None)


def _toward_home(reading: Reading, named: list[Party], cue: Cue, context: Context, lead: Flow | None) -> list[Party]:
    """ "미국 수출이" in a text about Korea's trade: to the US, not by it."""
    known = context.home or (lead.home if lead is not None else None)
    last = named[-1]
    if known is None or last.code == known or not is_bare(reading.text, last, cue.start):
        return named
    if known != "KOR" and (context.paired or last.code in context.pair.everyone):
        # Only at home is "X 수출" plainly to X; a text about two countries speaks of either's exports so.
        return named
    return [*named[:-1], Party(last.start, last.end, last.code, "toward", False, weak=last.weak)]


def _is_whole(reading: Reading, cue: Cue) -> bool:
    text = reading.text
    ahead = text[max(cue.start - 12, 0) : cue.start].rpartition(",")[2]
    return (
        any(word in text[max(cue.start - 3, 0) : cue.end + 3] for word in _WHOLE) or "전체 " in ahead or " 총 " in ahead
    )


def _is_whole_of_share(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "占大米进口总量的87%", "전체 수출의 20%를 차지": the whole that a share is of."""
    text = reading.text
    if reading.language == "zh":
        held = [c for c in sentence.cues_of("share") if c.end <= cue.start]
        return bool(held) and not set(text[held[-1].end : cue.start]) & _STOPS
    following = next((f for f in sentence.figures if f.start >= cue.end), None)
    if following is None or following.kind not in {"percent", "times"}:
        return False
    between = text[cue.end : following.start]
    shared = any(0 <= c.start - following.end <= 8 for c in sentence.cues_of("share"))
    return shared and len(between) <= 12 and ("의" in between or "중" in between or "에서" in between)


def _is_verb(reading: Reading, cue: Cue) -> bool:
    if reading.language == "zh":
        return not reading.text[cue.start : cue.end].endswith(("额", "額", "值", "量"))
    word = reading.text[cue.start : cue.end]
    return word.endswith(("였", "인", "왔", "온", "와", "냈")) or reading.text.startswith(_VERB_ENDINGS, cue.end)


def _group(flow: Flow, context: Context) -> None:
    """Trade with a group of countries: one end known at most."""
    home = flow.home or context.home or context.reporter
    if flow.sense == "trade":
        flow.pair = Pair(partners=tuple(c for c in flow.pair.partners if c))
        return
    others = [code for code in flow.pair.everyone if code not in {GROUP, home}]
    flow.pair = pair_of(flow.sense, home)
    flow.pair.partners = tuple(dict.fromkeys((*flow.pair.partners, *others)))


def _take(flow: Flow, named: list[Party], before: list[Party]) -> None:
    subjects = [p.code for p in named if p.role == "subject" and p.code != GROUP]
    if flow.sense == "trade":
        together = list(dict.fromkeys(p.code for p in named if p.role in {"subject", "with", "toward", "to", "from"}))
        flow.pair = Pair(partners=tuple(together[-2:]))
        met = {p.code for p in named if p.role == "toward"}
        flow.reporter = next((code for code in together if code != GROUP and code not in met), None)
        flow.stated = bool(together)
        return
    toward = [p.code for p in named if p.role == "toward"]
    senders = [p.code for p in named if p.role == "from"]
    receivers = [p.code for p in named if p.role == "to"]
    home = subjects[-1] if subjects else None
    flow.stated = bool(subjects or toward or senders or receivers)
    away = toward or (senders if flow.sense == "import" else receivers)
    if home is None:
        home = next(iter(receivers if flow.sense == "import" else senders), None) or None
    if home is None:
        earlier = [p.code for p in before if p.role == "subject" and p.code not in {*away, GROUP}]
        home = earlier[-1] if earlier else None
    away = [code for code in dict.fromkeys(away) if code != home]
    flow.pair = pair_of(flow.sense, home, *(code for code in away if code))
    flow.reporter = home


def _complete(
    flow: Flow,
    previous: Flow | None,
    before: list[Party],
    context: Context,
    lead: Flow | None,
    later: Set[str] = frozenset(),
) -> None:
    near = previous.pair if previous is not None else context.pair
    if lead is not None and _is_of_all(flow, lead, context):
        # What was said of one partner ended with its paragraph.
        home = lead.home
        flow.pair = pair_of(flow.sense, home) if flow.sense != "trade" else Pair(partners=tuple(c for c in [home] if c))
        return
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
    if home is None:
        own = (previous.reporter if previous else None, context.reporter, context.home)
        guessed = (context.focus, context.opposite) if context.paired or context.starred or context.recent else ()
        candidates = (lead.reporter if lead else None, *own, *guessed)
        home = next((c for c in candidates if c and c != away and c not in flow.pair.everyone), None)
    several = len([c for c in flow.pair.partners if c != flow.home]) > 1
    if away is None and not several and len(flow.pair.partners) < 2 + (flow.home is None):
        others = [c for c in near.everyone if c != home]
        away = others[0] if home in near.everyone and len(others) == 1 else context.other_end(home)
        if away is None and context.starred and home not in {context.focus, context.home}:
            away = context.focus
        open_ = previous is not None and previous.sense == flow.sense and previous.home == home
        if (away in later and flow.stated) or (open_ and previous is not None and previous.away is None):
            # Who is named only further on is the partner there, not here; what the clause before left open stays so.
            away = None
        flow.pair = pair_of(flow.sense, home, *([away] if away else []))
    elif flow.home is None:
        flow.pair = pair_of(flow.sense, home, *([away] if away else [c for c in flow.pair.partners if c != home]))


def _is_of_all(flow: Flow, lead: Flow, context: Context) -> bool:
    """Whether a paragraph that names no partner goes back to the trade with everybody that the text began with."""
    if lead.away is not None or flow.away is not None or (flow.sense != lead.sense and context.both):
        return False
    if flow.sense == "trade":
        return not flow.pair.partners
    return not flow.stated or (flow.home == lead.home and len(flow.pair.everyone) <= 1)
