"""The countries that stand with a figure: "$5 million from India and $3 million from Russia", "China ($26 million)"."""

from __future__ import annotations

from tidewaiter.claims.english.measures.conversions import gives_again
from tidewaiter.claims.english.parties import gapped_ends, takers
from tidewaiter.claims.english.parties.gapped_ends import BESIDE, BOOKED, DASHES
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Party, Scene, clause_at, pair_of
from tidewaiter.claims.words.lexicon import words

#: Between partners of one list.
_LISTED_BY = frozenset({",", "and", "or", "&", "as", "well", "the"})
#: Between a partner and its figure in a list, and the parts such a partner plays.
_LISTING: tuple[list[str], ...] = (*BESIDE, [], ["worth"])
_LISTED = frozenset({"subject", "with", "by", "like"})
#: Characters from a country to what it does with its figures.
_SAYS = 12
#: "Vietnam ranked second with $12 million".
_RANKING = words("ranking") | words("ordinals") | {",", "in", "next", "place"}
_APIECE = frozenset({"each"})


def own_ends(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The ends that a figure names for itself, beside those of its flow; None where it names none."""
    return (
        _with_each(reading, scene, draft, context)
        or takers.taken(reading, scene, draft, context)
        or _made(reading, scene, draft, context)
        or _each(reading, scene, draft)
        or _listed(reading, scene, draft)
        or _reported(reading, scene, draft)
        or _own(reading, scene, draft, context)
        or _together(reading, scene, draft)
    )


def _with_each(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "Trade with Laos came to 151 billion baht, Malaysia (149 billion), Burma (107 billion)": each with the same."""
    flow, figure = draft.flow, draft.figure
    if flow is None or flow.sense != "trade":
        return None
    behind = next((p for p in scene.parties if p.role == "with" and p.start >= figure.end), None)
    ahead = [p for p in scene.parties if p.role == "with" and flow.end <= p.start and p.end <= figure.start]
    later = [
        p
        for p in scene.parties
        if p.role == "with" and any(figure.end <= f.start < p.start for f in scene.sentence.figures)
    ]
    first = not any(flow.end <= f.start < figure.start for f in scene.sentence.figures)
    if later and ahead and first:
        behind = ahead[-1]
    if (
        behind is not None
        and ahead
        and ((first and later) or reading.words(figure.end, behind.start) in (["with"], ["with", "the"]))
    ):
        # "The deficit with Peru stands at $5 million, followed by $3 million with Chile".
        own = flow.reporter or next((c for c in flow.pair.partners if c not in {p.code for p in scene.parties}), None)
        own = own or context.reporter or context.focus
        return Pair(partners=(own, behind.code)) if own and own != behind.code else None
    if flow.balance:
        return None
    start = figure.begins
    named = [p for p in scene.parties if flow.end <= p.start and p.end <= start and p.code and not p.owner]
    between = reading.words(named[-1].end, start) if named else []
    ranked = between[-1:] in (["with"], ["at"]) and _RANKING.issuperset(between[:-1])
    if not named or named[-1].role not in _LISTED or not (between in _LISTING or ranked):
        return None
    withs = {p.code for p in scene.parties if p.role in {"with", "between"}}
    homes = [code for code in flow.pair.partners if code not in withs] or [context.reporter or context.focus or ""]
    code = named[-1].code
    return Pair(partners=(homes[0], code)) if homes[0] and homes[0] != code else None


def _made(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "$155 million of Chinese goods going in and $17 million of Korean goods coming out": who made them sent them."""
    figure = draft.figure
    if figure.kind not in {"money", "quantity"} or not {"of", "in"} & set(
        reading.words(figure.end, figure.end + 4)[:1]
    ):
        return None
    made = next((p for p in scene.parties if p.demonym and p.start >= figure.end), None)
    if made is None or not made.code or len(reading.words(figure.end, made.start)) > 1:
        return None
    pair = draft.flow.pair if draft.flow is not None else context.pair
    if len(pair.everyone) != 2 or made.code not in pair.everyone or pair.sender == made.code:
        return None
    if draft.flow is not None and draft.flow.verb and draft.flow.stated:
        return None
    away = next(code for code in pair.everyone if code != made.code)
    return Pair(made.code, away, (made.code, away))


@turns_on(_APIECE, otherwise=None)
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


def _listed(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "China with $5 billion and India with $1 billion of exports to Iran": each that is listed before the flow."""
    flow, figure = draft.flow, draft.figure
    if flow is None or flow.start < figure.end or flow.sense == "trade" or flow.verb or not flow.away:
        return None
    start = figure.begins
    before = [p for p in scene.parties if p.end <= start and p.role == "subject" and not p.owner and p.code]
    if not before or before[-1].code == flow.away or reading.words(before[-1].end, start) != ["with"]:
        return None
    if not any(p.code == flow.away and p.start >= flow.end for p in scene.parties):
        return None
    return pair_of(flow.sense, before[-1].code, flow.away)


@turns_on(BOOKED, otherwise=None)
def _reported(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "Peru reported deliveries of 8,100 tonnes, while Chile reported 21,800": who says so stands for the first."""
    pair = draft.flow.pair if draft.flow is not None else None
    start = draft.figure.begins
    saying = [
        p for p in scene.parties
        if p.code and p.end < start and p.role == "subject" and not p.owner
        and BOOKED & set(reading.words(p.end, p.end + _SAYS)[:1])
    ]  # fmt: skip
    if pair is None or len(saying) < 2 or len(reading.words(saying[-1].end, start)) > 1:
        return None
    first, own = saying[-2].code, saying[-1].code
    if first not in pair.everyone or own in pair.everyone:
        return None

    def instead(code: str | None) -> str | None:
        return own if code == first else code

    return Pair(instead(pair.sender), instead(pair.receiver), tuple(instead(code) or "" for code in pair.partners))


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


def _own(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "$5 million from India and $3 million from Russia"; "in the case of India, North Korea imported …"."""
    flow, figure = draft.flow, draft.figure
    if flow is not None and flow.sense != "trade" and flow.home is None and flow.away:
        # "Among suppliers of tea to Iraq a fall was seen in Kenya (by 10.5%)".
        return gapped_ends.bracketed(reading, scene, draft, flow)
    if flow is None or flow.sense == "trade" or flow.home is None or not scene.parties:
        return None
    sentence = scene.sentence
    gapped = gapped_ends.followed(reading, scene, draft, flow)
    gapped = gapped or gapped_ends.by_turn(reading, scene, draft, flow)
    gapped = gapped or gapped_ends.gapped(reading, scene, draft, flow, context)
    gapped = gapped or gapped_ends.bracketed(reading, scene, draft, flow)
    gapped = gapped or gapped_ends.beside(reading, scene, draft, flow)
    if gapped is not None:
        return gapped
    if _just_named(scene, figure, flow):
        return None
    ends = in_turn(reading, scene, figure, flow, flow.sense)
    if not ends:
        cases = [p for p in scene.parties if p.role == "of" and p.end <= flow.start]
        cases = [p for p in cases if "case" in reading.words(max(sentence.start, p.start - 14), p.start)]
        ends = [p.code for p in cases[:1]]
    return pair_of(flow.sense, flow.home, *ends) if ends and flow.home not in ends else None


def _just_named(scene: Scene, figure: Figure, flow: Flow) -> bool:
    """ "Those to the United States 40.3 percent and …": the flow right before has named its own end."""
    if flow.part or any(flow.end <= f.start < figure.start for f in scene.sentence.figures):
        return False
    role = "from" if flow.sense == "import" else "to"
    named = {p.code for p in scene.parties if flow.end <= p.start and p.end <= figure.start and p.role == role}
    return named == {flow.away}


def in_turn(reading: Reading, scene: Scene, figure: Figure, flow: Flow, sense: str) -> list[str]:
    """A figure's own partner where partners and figures take turns; nobody where one partner is of all figures."""
    sentence = scene.sentence
    if len(sentence.figures) < 2:
        return []
    role = "from" if sense == "import" else "to"
    floor = min([flow.end, *(f.start for f in sentence.figures if flow.clause.holds(f.start))])
    fitting = [p for p in scene.parties if p.role == role and not p.demonym and p.start >= floor]
    following = [f.start for f in sentence.figures if f.start >= figure.end and not gives_again(reading, figure, f)]
    limit = min(following[0] if following else sentence.end, clause_at(scene.clauses, figure.start).end)
    earlier = [f.end for f in sentence.figures if f.end <= figure.start]
    start = max([floor, *earlier[-1:]])
    between = next((f.start for f in scene.flows if f.start >= figure.end and f is not flow and not f.verb), limit)
    # "Fell to $9 million on lower shipments to India": what is not the figure's own trade goes there.
    limit = min(limit, between)
    behind = _joined(reading, figure, [p for p in fitting if figure.end <= p.start < limit])
    ahead = [p for p in fitting if start <= p.start and p.end <= figure.start]
    first = next((f.start for f in sentence.figures if f.start >= floor), figure.start)
    turns = len({p.code for p in fitting}) > 1 and fitting[0].start < first
    near = [p for p in ahead if reading.words(p.end, figure.start) in DASHES]
    return list(dict.fromkeys(p.code for p in near or (ahead if ahead and turns else behind)))


def _joined(reading: Reading, figure: Figure, following: list[Party]) -> list[Party]:
    """The partners that a figure reaches, and those listed with them ("to India, Pakistan and Iraq")."""
    kept: list[Party] = []
    for party in following:
        listed = bool(kept) and set(reading.words(kept[-1].end, party.start)) <= _LISTED_BY
        if listed or _reaches(reading, figure, party):
            kept.append(party)
    return kept


def _reaches(reading: Reading, figure: Figure, party: Party) -> bool:
    """Whether no comma parts a figure from a partner; in "9 tonnes, was supplied to …" it closes an insertion."""
    between = reading.words(figure.end, party.start)
    closes = between[:2] in ([",", "was"], [",", "were"], [",", "went"])
    return "," not in (between[1:] if closes else between)
