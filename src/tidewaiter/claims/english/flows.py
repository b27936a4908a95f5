"""Trade flows named in a sentence: import, export or two-way trade, of what, from whom, to whom."""

from __future__ import annotations

from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.english import flow_context, flow_goods, mentions, products
from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Flow, Party, clause_at

_IMPORTING = frozenset({"import", "spend", "receive"})


def find(
    reading: Reading, sentence: Sentence, parties: list[Party], found: list[Clause], context: Context
) -> list[Flow]:
    """The flows of a sentence in order, their ends filled from the sentence and then from the context."""
    cues = mentions.mentions(reading, sentence, parties, context)
    flows: list[Flow] = []
    for n, cue in enumerate(cues):
        limit = cues[n + 1].start if n + 1 < len(cues) else sentence.end
        earlier = cues[n - 1].end if n else sentence.start
        flow = _flow(reading, sentence, parties, found, cue, earlier, limit, context)
        flow_context.complete(flow, flows[-1] if flows else None, sentence, parties, context)
        flows.append(flow)
    return flows


def _flow(
    reading: Reading, sentence: Sentence, parties: list[Party], found: list[Clause], cue: Cue,
    earlier: int, limit: int, context: Context,
) -> Flow:  # fmt: skip
    clause = clause_at(found, cue.start)
    sense = (
        "import" if cue.sense in _IMPORTING else "export" if cue.sense in {"export", "earn", "reexport"} else "trade"
    )
    flow = Flow(cue.start, cue.end, sense, cue.kind == "flow_verb", clause)
    end = min(limit, clause.end) if limit > cue.end else clause.end
    # Relative clauses and asides interrupt a frame: "imports from China, which …" still reaches to the comma only.
    right = [p for p in parties if cue.end <= p.start < end and clause.holds(p.start)]
    if flow.verb:
        flow.passive = _is_passive(reading, cue.start)
        _verb_ends(reading, sentence, parties, flow, right, context, earns=cue.sense == "earn")
    else:
        _noun_ends(reading, sentence, parties, flow, right, earlier, context)
    flow.goods = products.clean(reading, flow_goods.goods_of(reading, sentence, flow, cue))
    flow.balance = cue.sense == "balance"
    flow.total = flow_goods.is_whole(reading, sentence, flow)
    flow.compared = flow_goods.is_compared(reading, sentence, flow)
    return flow


def _is_passive(reading: Reading, offset: int) -> bool:
    tokens = reading.tokens
    i = tokens.before(offset)
    for j in range(i, max(i - 3, -1), -1):
        if tokens.words[j] in flow_goods.AUXILIARIES:
            return True
        if not tokens.words[j].endswith("ly") and tokens.words[j] not in {"also", "not", "then", "only"}:
            return False
    return False


def _roles(right: list[Party]) -> tuple[list[str], list[str], list[str], list[str], list[str]]:
    senders = [p.code for p in right if p.role == "from" and not p.demonym]
    receivers = [p.code for p in right if p.role == "to" and not p.demonym]
    between = [p.code for p in right if p.role == "between"]
    withs = [p.code for p in right if p.role == "with"]
    agents = [p.code for p in right[:1] if p.role == "by" and not p.owner]
    return senders, receivers, between, withs, agents


def _noun_ends(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party],
    earlier: int, context: Context,
) -> None:  # fmt: skip
    senders, receivers, between, withs, agents = _roles(right)
    if agents and "," in reading.words(flow.end, right[0].start):
        # "…, followed by Indonesia" says who came next, not whose trade it is.
        agents = []
    owners = _owners(reading, sentence, parties, flow, earlier, context)
    origin = [p.code for p in right if p.demonym and p.role == "of"]
    if flow.sense == "trade":
        together = list(dict.fromkeys([*owners, *between, *withs]))
        if len(together) < 2 and not between:
            together += [c for c in (*senders, *receivers) if c not in together]
        flow.pair = Pair(partners=tuple(together))
        flow.reporter = owners[0] if owners else None
        flow.stated = bool(together)
        return
    owner = owners[-1] if owners else None
    if flow.sense == "import":
        receivers = receivers or agents or ([owner] if owner else [])
        if not senders and origin and origin != receivers:
            senders = origin
    else:
        senders = senders or agents or ([owner] if owner else []) or origin
        if owner and senders and owner not in senders and not receivers:
            receivers = [c for c in withs if c != owner]
    _set_ends(flow, senders, receivers)
    flow.reporter = owner


def _owners(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, earlier: int, context: Context
) -> list[str]:
    """Whose imports they are: "China's coal imports", "Iran-Turkey trade", "its imports", "Russia coal exports"."""
    tokens = reading.tokens
    i = tokens.before(flow.start)
    steps = 0
    floor = max(sentence.start, earlier)
    while i >= 0 and tokens.starts[i] >= floor and steps < 7:
        word, end = tokens.words[i], tokens.ends[i]
        party = next((p for p in parties if p.start < end and tokens.starts[i] < p.end), None)
        if party is not None:
            if party.role in {"from", "to", "with", "by", "than", "via"} and not party.owner:
                return []
            pair = [party.code]
            j = tokens.before(party.start)
            if j >= 0 and tokens.words[j] in {"-", "–", "/", "and"}:
                left = next((p for p in parties if p.end == tokens.ends[j - 1] or p.end == tokens.starts[j]), None)
                if left is not None and (flow.sense == "trade" or tokens.words[j] == "-"):
                    pair.insert(0, left.code)
            if len(pair) == 2 and flow.sense != "trade":
                # "China-North Korea exports": from the first to the second.
                return pair[:1]
            return pair
        if word in {"its", "their"}:
            subject = subject_of(sentence, parties, flow.clause, tokens.starts[i], context)
            return [subject] if subject else []
        if word in {"'s", "’s", "-", "–"} or (word[0].isalnum() and not reading.is_word("stop", word)):
            if reading.is_word("verbs", word) and word not in {"falling", "rising", "growing", "related"}:
                return []
            i -= 1
            steps += 1
            continue
        break
    cue = next(
        (
            c
            for c in sentence.cues_of("anaphor")
            if c.sense in {"country", "epithet"} and c.end <= flow.start <= c.end + 3
        ),
        None,
    )
    return [context.subject] if cue and context.subject else []


def _verb_ends(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party], context: Context,
    *, earns: bool,
) -> None:  # fmt: skip
    senders, receivers, _, _, agents = _roles(right)
    left = [p for p in parties if p.end <= flow.start and flow.clause.holds(p.start)]
    origin = [p.code for p in right if p.demonym and p.role in {"subject", "of"}][:1]
    paid = [p.code for p in right if p.role == "subject" and not p.owner and _is_indirect(reading, p, flow)]
    if earns and paid:
        # "Coal earned Kabul $42 million": who is paid has sold.
        _set_ends(flow, paid, receivers)
        flow.reporter = paid[0]
        return
    if flow.passive or _is_participle(reading, flow, left):
        subject = None
        for p in left:
            if p.role == "from" and not senders and not p.demonym:
                senders = [p.code]
            elif p.role == "to" and not receivers and not p.demonym:
                receivers = [p.code]
    else:
        subject = subject_of(sentence, parties, flow.clause, flow.start, context)
    for p in left:
        if p.role == "from" and not senders and flow.sense == "import" and not p.demonym and p.code != subject:
            senders = [p.code]
        if p.role == "to" and not receivers and flow.sense == "export" and not p.demonym and p.code != subject:
            receivers = [p.code]
    if flow.sense == "import":
        receivers = receivers if receivers and not subject else [c for c in [subject] if c] or agents or receivers
        if not senders and origin and origin != receivers:
            senders = origin
    else:
        senders = [c for c in [subject] if c] or senders or agents or origin
        receivers = receivers or paid
    _set_ends(flow, senders, receivers)
    flow.reporter = subject


def _is_participle(reading: Reading, flow: Flow, left: list[Party]) -> bool:
    """ "Coal shipped from Russia": a participle after its noun has no subject of its own."""
    tokens = reading.tokens
    i = tokens.at(flow.end)
    following = tokens.words[i] if i < len(tokens) else ""
    return following in {"from", "to", "by"} and not any(p.role == "subject" and not p.owner for p in left)


def _is_indirect(reading: Reading, party: Party, flow: Flow) -> bool:
    """ "Sold Iran 5,000 tonnes": a country right behind the verb is who got it."""
    return reading.tokens.at(party.start) == reading.tokens.at(flow.end)


def _set_ends(flow: Flow, senders: list[str], receivers: list[str]) -> None:
    senders, receivers = list(dict.fromkeys(senders)), list(dict.fromkeys(receivers))
    flow.pair = Pair(
        senders[0] if len(senders) == 1 else None,
        receivers[0] if len(receivers) == 1 else None,
        tuple(dict.fromkeys([*receivers, *senders])),
    )
    flow.stated = bool(senders or receivers)
