"""Between whom: the ends of a figure's own, of a share, of "each", of what was refused, or of its flow."""

from __future__ import annotations

from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.english import clause_subjects, subjects
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.reading import Reading
from tidewaiter.claims.scene import Draft, Flow, Movement, Scene, clause_at, pair_of

_VEHICLES = words("vehicles")
_MOVING = words("under_way")
_REFUSALS = words("refusals")


def pair(reading: Reading, scene: Scene, draft: Draft, last: Draft | None, context: Context) -> tuple[Pair, str]:
    """(the two ends, rule) of a figure."""
    flow, measure = draft.flow, draft.measure
    if measure == "share" or (measure in {"trade_value", "trade_quantity"} and scene.sentence.cues_of("partner")):
        shared = _shared(reading, scene, draft, context)
        if shared is not None:
            return shared, "whose share it is"
    placed = measure in {"cases", "deaths", "rate"}
    traded = measure == "share" and subjects.of_trade(reading, scene.sentence, draft.figure, context)
    loose = (
        measure in {"count", "share", "other", "doses"}
        and flow is None
        and not traded
        and draft.rules.get("measure") != "a trade balance"
    )
    if placed or loose:
        if loose and not placed and measure != "doses" and draft.figure.kind != "zero":
            named = [p for p in scene.parties if clause_at(scene.clauses, draft.figure.start).holds(p.start)]
            if not named and not _under_way(reading, scene, draft):
                return Pair(), "nobody is named"
            if not named and context.sense is not None:
                return context.pair, "the flow of the sentence before"
        return Pair(partners=tuple(c for c in [_place(scene, draft.figure, context)] if c)), "where it is counted"
    if draft.rules.get("measure") == "a threshold" and flow is not None:
        return pair_of(flow.sense, flow.home), "a threshold is of no one partner"
    own = _each(reading, scene, draft) or _own(reading, scene, draft) or _together(reading, scene, draft)
    if own is not None:
        return own, "countries next to the figure"
    if flow is not None:
        return flow.pair, "the flow's ends"
    if last is not None and last.pair.everyone:
        return last.pair, "the figure before"
    return context.pair, "the flow of the sentence before"


def _under_way(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "40 trucks crossed the bridge" carry the trade spoken of; "14 vessels were waiting" carry none."""
    figure = draft.figure
    if draft.measure != "count" or figure.unit not in _VEHICLES:
        return False
    following = reading.words(figure.end, min(figure.end + 40, scene.sentence.end))[:4]
    return bool(_MOVING & set(following))


def refused(reading: Reading, scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether "declined" means turned down; the slots are then filled."""
    cue, figure = draft.moved.cue, draft.figure
    if cue is None or figure.kind not in {"count", "quantity"} or draft.moved.relation != "by":
        return False
    if reading.text[cue.start : cue.end].lower() not in _REFUSALS or cue.end < figure.start - 13:
        return False
    own = subjects.own_subject(reading, scene.sentence, figure)
    if own is None or own.product is None:
        return False
    clause = clause_at(scene.clauses, cue.start)
    by = clause_subjects.subject_of(scene.sentence, scene.parties, clause, cue.start, context)
    doses = any(word in own.product.lower() for word in ("vaccine", "dose", "shot"))
    draft.moved = Movement()
    draft.measure = "doses" if doses else "count"
    draft.rules["measure"] = "declined means refused"
    draft.subject = own
    draft.pair = Pair(None, by, tuple(c for c in [by] if c))
    draft.flow = None
    return True


def _shared(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "The Philippines took 42 percent of the exports, followed by Indonesia with 15 percent"."""
    flow = draft.flow
    partners = scene.sentence.cues_of("partner")
    sense = partners[0].sense if partners else flow.sense if flow is not None else context.sense
    if sense not in {"import", "export"} or (flow is not None and flow.stated and flow.end <= draft.figure.start):
        return None
    ends = flow.pair if flow is not None else context.pair
    home = ends.receiver if sense == "import" else ends.sender
    home = context.focus if home is None and partners else home
    if flow is not None and home is not None:
        ends_in_turn = [code for code in _in_turn(reading, scene, draft.figure, flow, sense) if code != home]
        if ends_in_turn:
            return pair_of(sense, home, *ends_in_turn)
    previous = [f.end for f in scene.sentence.figures if f.end <= draft.figure.start]
    start = previous[-1] if previous else scene.sentence.start
    near = [p for p in scene.parties if start <= p.start and p.end <= draft.figure.start and not p.owner]
    holders = [p for p in scene.parties if start <= p.start and p.end <= draft.figure.start and p.owner]
    if flow is None and home is not None and holders and not holders[-1].demonym and holders[-1].code != home:
        # "Iraq's climbed to 18% and Saudi Arabia's to 13%": whose share it is.
        return pair_of(sense, home, holders[-1].code)
    named = [p for p in near if p.role in {"subject", "by", "to", "from"}]
    if home is None or not named or named[-1].code == home:
        return None
    return pair_of(sense, home, named[-1].code)


def _each(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "Poland and the Netherlands, each with declines of more than 75 percent"."""
    flow, figure = draft.flow, draft.figure
    if flow is None or "each" not in reading.words(max(scene.sentence.start, figure.start - 48), figure.start):
        return None
    listed = [
        p
        for p in scene.parties
        if flow.end <= p.start and p.end <= figure.start and p.role == "subject" and not p.owner
    ]
    codes = list(dict.fromkeys(p.code for p in listed))
    return pair_of(flow.sense, flow.home, *codes) if len(codes) > 1 and flow.home is not None else None


def _together(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "Resulting in a net decline of over $5 million": of all the partners that the sentence has named."""
    cue, flow = draft.moved.cue, draft.flow
    if cue is None or flow is None or draft.moved.relation != "by" or flow.sense == "trade" or flow.home is None:
        return None
    before = set(reading.words(max(scene.sentence.start, cue.start - 16), cue.start)[-1:])
    alike = [f for f in scene.flows if f.sense == flow.sense]
    if not before & {"net", "combined", "total", "overall"} or len({f.away for f in alike}) < 2:
        return None
    return pair_of(flow.sense, flow.home, *(c for f in scene.flows for c in f.pair.everyone if c != flow.home))


def _own(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "$5 million from India and $3 million from Russia"; "in the case of India, North Korea imported …"."""
    flow, figure = draft.flow, draft.figure
    if flow is None or flow.sense == "trade" or flow.home is None:
        return None
    sentence = scene.sentence
    gapped = _gapped(reading, scene, draft, flow) or _bracketed(reading, scene, draft, flow)
    if gapped is not None:
        return gapped
    ends = _in_turn(reading, scene, figure, flow, flow.sense)
    if not ends:
        cases = [p for p in scene.parties if p.role == "of" and p.end <= flow.start]
        cases = [p for p in cases if "case" in reading.words(max(sentence.start, p.start - 14), p.start)]
        ends = [p.code for p in cases[:1]]
    return pair_of(flow.sense, flow.home, *ends) if ends and flow.home not in ends else None


def _in_turn(reading: Reading, scene: Scene, figure: Figure, flow: Flow, sense: str) -> list[str]:
    """A figure's own partner where partners and figures take turns; nobody where one partner is of all figures."""
    sentence = scene.sentence
    if len(sentence.figures) < 2:
        return []
    role = "from" if sense == "import" else "to"
    floor = min(flow.end, sentence.figures[0].start)
    fitting = [p for p in scene.parties if p.role == role and not p.demonym and p.start >= floor]
    following = [f.start for f in sentence.figures if f.start >= figure.end]
    limit = min(following[0] if following else sentence.end, clause_at(scene.clauses, figure.start).end)
    earlier = [f.end for f in sentence.figures if f.end <= figure.start]
    start = max([floor, *earlier[-1:]])
    behind = [p for p in fitting if figure.end <= p.start < limit and "," not in reading.words(figure.end, p.start)]
    ahead = [p for p in fitting if start <= p.start and p.end <= figure.start]
    first = next((f.start for f in sentence.figures if f.start >= floor), figure.start)
    turns = len({p.code for p in fitting}) > 1 and fitting[0].start < first
    return list(dict.fromkeys(p.code for p in (ahead if ahead and turns else behind)))


def _gapped(reading: Reading, scene: Scene, draft: Draft, flow: Flow) -> Pair | None:
    """ "Russia supplied 590,000 tonnes, Ukraine 250,000": no verb, another subject right before."""
    tokens, figure = reading.tokens, draft.figure
    start = figure.start if figure.hedge is None else min(figure.start, figure.hedge[0])
    named = [p for p in scene.parties if flow.end <= p.start and p.end <= start and p.role == "subject" and not p.owner]
    if (
        not flow.verb
        or not named
        or tokens.at(start) != tokens.at(named[-1].end)
        or named[-1].code in {flow.home, flow.away}
    ):
        return None
    return pair_of(flow.sense, named[-1].code, *([flow.away] if flow.away else []))


def _bracketed(reading: Reading, scene: Scene, draft: Draft, flow: Flow) -> Pair | None:
    """ "Russia ($40 million), then China ($26.8 million)": a partner and what is its own."""
    tokens, figure = reading.tokens, draft.figure
    i = tokens.before(figure.start)
    while (
        i > 0
        and tokens.words[i] != "("
        and tokens.starts[i] >= scene.sentence.start
        and figure.start - tokens.starts[i] < 16
    ):
        i -= 1
    if (
        i <= 0
        or tokens.words[i] != "("
        or any(tokens.starts[i] < f.start < figure.start for f in scene.sentence.figures)
    ):
        return None
    party = next((p for p in scene.parties if p.end == tokens.ends[i - 1] and not p.owner), None)
    if party is None or party.code == flow.home or party.role not in {"subject", "from", "to", "by"}:
        return None
    return pair_of(flow.sense, flow.home, party.code)


def _place(scene: Scene, figure: Figure, context: Context) -> str | None:
    """Where something is counted: "in South Africa", else whose it is."""
    clause = clause_at(scene.clauses, figure.start)
    inside = [p for p in scene.parties if clause.holds(p.start) and not p.demonym]
    placed = [p for p in inside if p.role == "in"] or [p for p in inside if p.role == "subject" or p.owner]
    if placed:
        return placed[-1].code if placed[-1].start < figure.start else placed[0].code
    anywhere = [p for p in scene.parties if p.role in {"in", "subject"} and p.end <= figure.start]
    return anywhere[-1].code if anywhere else context.subject
