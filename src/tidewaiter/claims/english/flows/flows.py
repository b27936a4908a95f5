"""Trade flows named in a sentence: import, export or two-way trade, of what, from whom, to whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.english.clauses import takes_up
from tidewaiter.claims.english.flows import (
    arrivals,
    courses,
    flow_choice,
    flow_context,
    flow_defaults,
    flow_goods,
    giving,
    mentions,
    noun_ends,
    partner_words,
    verb_ends,
    verb_goods,
    wholes,
)
from tidewaiter.claims.english.flows.either_way import either_way
from tidewaiter.claims.english.flows.owners import owners as owners_of
from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.reasons import is_trade_of_reason
from tidewaiter.claims.reading.scene import TOTAL, Clause, Flow, Party, clause_at
from tidewaiter.claims.words.lexicon import Cue, words

#: Goods do this, and no country: "goods that went to Chad", "bound for Mali".
_UNDER_WAY = words("bound_for")
#: What tells of former times ("which it used to buy").
_ONCE = frozenset({"used", "once", "formerly", "previously"})
#: What goods do that somebody sells, and what their part is of.
_GAINS, _EVERYTHING = words("bringing_in"), frozenset({"all", "everything"})
_EXPORTING = frozenset({"export", "earn", "reexport", giving.AID})
#: Between "were" and its participle ("were all shipped").
_BESIDE = frozenset({"all", "also", "both", "each", "ever", "first", "just", "never", "not", "now", "only", "then"})
_IMPORTING = frozenset({"arrive", "import", "spend", "receive"})
#: Between "landed" and where.
_PLACING = frozenset({"at", "in", "on", "the"})
#: Characters from a country to the clause that hangs on it.
_NEXT_CLAUSE = 2
_REASONS = words("because") | {"on"}
#: Words from "Mali's" to the trade that it owns.
_NEXT_OWN = 4


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
        if cue.kind == "partner" and not flow.stated:
            continue
        previous = next((f for f in reversed(flows) if not f.part), None)
        flow_context.complete(reading, flow, previous, sentence, parties, context)
        if flows and flows[-1].away is None and _earned_by(reading, flows[-1], flow):
            # "Earned $22 million from selling sand to China".
            flows[-1].pair = flow.pair
        if flows and _is_part_of(reading, sentence, flows[-1], flow):
            # "With shipments of $13 million accounting for half of its exports to Peru": to Peru, too.
            flows[-1].sense, flows[-1].pair = flow.sense, flow.pair
        if flows and _earns_part(reading, sentence, flows[-1], flow):
            # "Wigs brought in $167 million, or 57% of everything that Mali sold to Peru".
            flows[-1].sense, flows[-1].pair = flow.sense, flow.pair
        aside = _once_was(reading, sentence, flow) or _is_reason(reading, sentence, flow)
        last = cues[-1].start >= flow.clause.end or takes_up(reading, flow.clause.start)
        if aside or (last and _is_habit(reading, sentence, parties, flow)):
            flow.compared = flow.part = True
        flows.append(flow)
    return flows


@turns_on(_ONCE, otherwise=False)
def _once_was(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Insulin, which it used to buy from India, comes next with $415,000": what was so once, told by the way."""
    clause = flow.clause
    if clause.kind != "relative" or any(clause.holds(f.start) for f in sentence.figures):
        return False
    said = reading.words(clause.start, clause.end)
    return any(one in _ONCE and (one != "used" or other == "to") for one, other in pairwise([*said, ""]))


def _is_habit(reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow) -> bool:
    """ "Togo, which re-exports what it buys, took a third of the shipments": what somebody does, with nobody."""
    clause = flow.clause
    inside = [one.start for one in sentence.figures] + [one.start for one in parties]
    if clause.kind != "relative" or flow.goods is not None or any(clause.holds(start) for start in inside):
        return False
    if takes_up(reading, clause.start):
        return True
    return any(0 <= clause.start - p.end <= _NEXT_CLAUSE and not p.owner for p in parties)


def _is_reason(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Exports fell to $9 million, due to lower shipments to Chad": the shipments."""
    return not _REASONS.isdisjoint(sentence.words) and is_trade_of_reason(reading, sentence, flow.start, flow.end)


def _first_partner(sentence: Sentence, right: list[Party], start: int) -> list[Party]:
    """ "Trade with Peru was worth $13 million, and with Chile $3 million": without whom the next figure is with."""
    first = next((f.start for f in sentence.figures if f.start >= start), sentence.end)
    told = any(p.role == "with" and p.start < first for p in right)
    return [p for p in right if p.start < first or p.role != "with"] if told else right


def _earned_by(reading: Reading, gain: Flow, flow: Flow) -> bool:
    """Whether a flow is what a verb of gain right before it is from."""
    said = reading.words(gain.end, flow.start)
    selling = gain.verb and gain.sense == flow.sense == "export" and gain.home == flow.home
    return selling and flow.away is not None and "from" in said and {",", ";", "and"}.isdisjoint(said)


def _is_part_of(reading: Reading, sentence: Sentence, flow: Flow, whole: Flow) -> bool:
    """Whether a bare flow is said to be a share of the next, which names its ends."""
    if not (flow_defaults.bare(reading, flow) and whole.stated and not whole.verb and whole.sense != "trade"):
        return False
    return any(flow.end <= c.start and c.end <= whole.start for c in sentence.cues_of("share"))


@turns_on(_EVERYTHING, otherwise=False)
def _earns_part(reading: Reading, sentence: Sentence, gain: Flow, whole: Flow) -> bool:
    """Whether what goods earn is said to be a share of all that somebody sold to somebody."""
    if not (gain.verb and whole.verb and whole.stated and whole.pair.sender and whole.pair.receiver):
        return False
    between = reading.words(gain.end, whole.start)
    share = any(word in _EVERYTHING and of == "of" for of, word in pairwise(between))
    return share and reading.words(gain.start, gain.end)[0] in _GAINS


def _flow(
    reading: Reading, sentence: Sentence, parties: list[Party], found: list[Clause], cue: Cue,
    earlier: int, limit: int, context: Context,
) -> Flow:  # fmt: skip
    clause = clause_at(found, cue.start)
    sense = "import" if cue.sense in _IMPORTING else "export" if cue.sense in _EXPORTING else "trade"
    flow = Flow(cue.start, cue.end, sense, cue.kind in {"flow_verb", courses.KIND}, clause)
    if cue.kind == courses.KIND:
        sender, receiver = courses.ends(sentence, parties)
        flow.set_ends([p.code for p in (sender,) if p], [p.code for p in (receiver,) if p])
        if sender is not None and sender.demonym:
            flow.goods = products.clean(reading, phrases.phrase_after(reading, sentence, sender.end))
        elif not sentence.figures:
            flow.goods = products.named(reading, sentence, next(g for g in sentence.goods if g.good_id != "total"))
        return flow
    end = min(limit, clause.end) if limit > cue.end else clause.end
    # Relative clauses and asides interrupt a frame: "imports from China, which …" still reaches to the comma only.
    right = [p for p in parties if cue.end <= p.start < end and clause.holds(p.start)]
    if right and right[-1].owner and not right[-1].demonym and len(reading.words(right[-1].end, limit)) <= _NEXT_OWN:
        # "Contributed 13 percent to Mali's exports": whose the next trade is, and no end of this one.
        right = right[:-1] if limit < sentence.end and end == limit else right
    parted = flow_goods.parted(reading, cue.end, end)
    right = [p for p in right if p.start < parted]
    if sense == "trade" and not flow.verb:
        right = _first_partner(sentence, right, cue.end)
    owners = [] if flow.verb else owners_of(reading, sentence, parties, flow, earlier, context)
    if not any(owners) and _arrives(reading, flow, sentence.cues_of("flow_verb"), right, owners, context):
        subject = subject_of(reading, sentence, parties, clause, cue.start, context)
        if subject in {None, "", context.pair.receiver, context.reporter}:
            flow.sense = "import"
    if cue.kind == "partner":
        partner_words.set_ends(reading, parties, flow, right, owners)
    elif cue.sense == "arrive":
        arrivals.set_ends(reading, parties, flow, right, context)
    elif flow.verb:
        flow.passive = _is_passive(reading, cue.start) or reading.words(cue.start, cue.end)[0] in _UNDER_WAY
        verb_ends.set_ends(reading, sentence, parties, flow, right, context, earns=cue.sense == "earn")
    else:
        noun_ends.set_ends(reading, parties, flow, right, owners, context)
    if cue.sense == giving.AID:
        giving.set_ends(reading, sentence, parties, flow, right, context)
        return flow
    flow.goods = products.clean(reading, flow_goods.goods_of(reading, sentence, flow, cue))
    if flow.goods is None and flow_goods.at_large(reading, sentence, flow):
        flow.goods = TOTAL
    flow.balance = cue.sense == "balance"
    far = sentence.end if parted < end else end
    away = {p.role for p in parties if parted <= p.start < far} & {"from", "to"}
    flow.total = wholes.is_whole(reading, sentence, flow) or (bool(away) and flow.away is None)
    several = not context.both
    flow.total = flow.total or (several and wholes.of_others(reading, sentence, flow))
    flow.total = flow.total or (several and wholes.in_all(reading, sentence, flow))
    two = context.wholly and context.both and context.at_large is None
    # "Peru took 11 percent of total exports. … Total exports were …": what that was a part of.
    whole = flow.sense in context.parted and flow.home in {None, context.parted[flow.sense]}
    if not two or whole:
        flow.total = flow.total or wholes.of_everything(reading, sentence, flow)
    flow.beside = flow.verb and "also" in reading.words(max(sentence.start, flow.start - 12), flow.start)
    flow.compared = flow_choice.is_compared(reading, sentence, flow)
    return flow


def _arrives(
    reading: Reading, flow: Flow, cues: Sequence[Cue], right: list[Party], owners: list[str], context: Context
) -> bool:
    """ "Shipments from Mongolia rose", "the shipment of palm oil", "African shipments" in a text on what one buys; "a
    shipment … landed" in any.
    """
    buys = context.book is not None and context.book == context.pair.receiver
    lands = any(flow.end <= c.start and flow.clause.holds(c.start) and _lands(reading, c) for c in cues)
    if flow.verb or flow.sense != "export" or not (lands or context.sense == "import" or (buys and owners)):
        return False
    if not either_way(reading.words(flow.start, flow.end)):
        return False
    ends = [p for p in right if p.role in {"from", "to", "by"}]
    home = context.pair.receiver or context.reporter
    return all(p.role == "from" and p.code != home for p in ends)


def _lands(reading: Reading, cue: Cue) -> bool:
    """ "Reached Massawa", "landed at the port"; "reached 800,000 tons" is how many they were."""
    i = reading.tokens.at(cue.end)
    if cue.sense != "arrive" or i >= len(reading.tokens):
        return False
    return reading.tokens.words[i] in _PLACING or reading.text[reading.tokens.starts[i]].isupper()


def _is_passive(reading: Reading, offset: int) -> bool:
    tokens = reading.tokens
    i = tokens.before(offset)
    for j in range(i, max(i - 3, -1), -1):
        if tokens.words[j] in verb_goods.AUXILIARIES:
            return True
        if not tokens.words[j].endswith("ly") and tokens.words[j] not in _BESIDE:
            return False
    return False
