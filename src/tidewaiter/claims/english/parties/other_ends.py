"""A clause without a word of trade that names another end of the trade spoken of.

"… while China grew by 30 percent", "three quarters came from Zambia", "from Romania a single cargo of 25,000 tonnes".
"""

from __future__ import annotations

from tidewaiter.claims.english.parties.gapped_ends import BESIDE
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Clause, Draft, Flow, Party, Scene, clause_at, pair_of
from tidewaiter.claims.words.lexicon import Cue, words

#: What may stand between a country and its figure's verb: "China, by contrast, grew".
_NEAR = 4
#: Words before the country that heads a clause, and between it and the amount that it has.
_AHEAD, _HAVING = 2, 3
#: Between a partner and its figure in a list.
_LISTING = (*BESIDE, ["with", "about"])
_BOOKED = words("booked") | {"added", "adds"}
_RANKS = words("ranking") | words("ordinals")
#: What a partner has of a trade.
_OWNED, _REPORTED = words("owned_sums"), words("reported_sums")
_HAVE_BEEN = words("came_to")
_SEEING = words("seeing")
#: What somebody's company does, and words that its name may take.
_PAYING, _NAMED = frozenset({"paid", "pays", "spent"}), 5
_VERBS = frozenset({"change", "level", "share"})


def replaced(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The trade spoken of, with the end that the figure's own clause names; None where it names none."""
    figure, flow = draft.figure, draft.flow
    clause = clause_at(scene.clauses, figure.start)
    if any(f.clause is clause for f in scene.flows):
        return None
    spoken, spoken_sense = context.spoken_of(scene.sentence.block)
    sense, pair = (flow.sense, flow.pair) if flow is not None else (spoken_sense, spoken)
    if sense == "trade" and flow is None:
        return _traded_with(reading, scene, draft, pair, context)
    if sense not in {"import", "export"}:
        return None
    if flow is None and sense == "export" and pair.receiver and not pair.sender:
        # "Partners reported exports to Chad. China ($15 million) overtook Germany ($9 million)": what Chad imports.
        sense = "import"
    elif flow is None and sense == "import" and pair.sender and pair.receiver == "":
        # "Partners reported imports from Chad. China alone accounted for $15 million": what Chad exports.
        sense = "export"
    home = pair.receiver if sense == "import" else pair.sender
    home = home or context.reporter
    inside = [p for p in scene.parties if clause.holds(p.start) and not p.owner]
    possessed = _possessed(reading, scene, draft)
    if possessed in pair.partners and len(pair.partners) > 2 and (pair.sender is None) != (pair.receiver is None):
        # "Sales to the three came to $730 million. Kabul's share of that was $420 million, Baku's $230 million."
        sender, receiver = pair.sender or possessed, pair.receiver or possessed
        return Pair(sender, receiver, tuple(code for code in (sender, receiver) if code))
    alike = _owner_at_head(reading, scene, clause, draft, _HAVE_BEEN)
    if alike is None and home == context.subject:
        # "Moscow reported 2,216 tons. Beijing's figure was 1,786": another who does the same.
        alike = _owner_at_head(reading, scene, clause, draft, _REPORTED)
    if alike is not None and (flow is None or flow.clause is not clause) and alike not in pair.everyone:
        # "Germany's imports came to $5 million. Italy's were $1 million".
        away = pair.sender if sense == "import" else pair.receiver
        return pair_of(sense, alike, *([away] if away else []))
    owner = _owner_at_head(reading, scene, clause, draft, _OWNED)
    if owner is not None and flow is None and home is not None and owner not in pair.everyone:
        return with_focus(sense, home, owner, pair, context)
    placed = _right_behind(reading, scene, draft, pair) or _with_preposition(inside, pair)
    if placed is not None:
        return placed
    beside = [p for p in scene.parties if not p.owner] if clause.kind == "aside" else inside
    following = _ranked(reading, beside, draft)
    if following is not None and home is not None and following != home and flow is None:
        return with_focus(sense, home, following, pair, context)
    if following is not None and home is not None and following != home:
        if flow is not None and flow.verb and flow.reporter == home and flow.away:
            # "Europe, which imported its oil, had 15 percent, followed by the United States with 11".
            return pair_of(sense, following, flow.away)
        return pair_of(sense, home, following)
    if home is None or any(p.code == home for p in inside):
        return None
    if flow is not None and flow.verb and flow.reporter == home and flow.away is not None:
        # "France stopped buying it, and Germany halved it": another who does the same.
        who = _at_head(reading, scene, clause, inside, draft, flow)
        return None if who is None or who == flow.away else pair_of(sense, who, flow.away)
    end = _at_head(reading, scene, clause, inside, draft, flow)
    if end in pair.everyone:
        # "Its neighbour shipped 900 tons. Chad paid $2 million": no other end.
        return None
    if end is None or flow is not None:
        return None if end is None else pair_of(sense, home, end)
    return with_focus(sense, home, end, pair, context)


def _traded_with(reading: Reading, scene: Scene, draft: Draft, pair: Pair, context: Context) -> Pair | None:
    """ "Trade with Russia came to $42 million. Vietnam ranked third with $17 million, followed by India ($11 million)":
    with the same country."""
    home = context.home_among(pair.partners)
    if home is None or len(pair.partners) != 2 or scene.sentence.block != context.block_of_pair:
        return None
    figure = draft.figure
    start = max((f.end for f in scene.sentence.figures if f.end <= figure.start), default=scene.sentence.start)
    near = [p for p in scene.parties if start <= p.start and p.end <= figure.start and p.code and not p.owner]
    if len(near) != 1 or near[0].role not in {"subject", "by"} or near[0].code in pair.partners:
        return None
    said = reading.words(near[0].end, figure.start)
    ranked = not _RANKS.isdisjoint(said) or said in _LISTING
    return Pair(partners=(home, near[0].code)) if ranked else None


def _possessed(reading: Reading, scene: Scene, draft: Draft) -> str | None:
    """Whose share of a trade with several an amount is."""
    owners = [p for p in scene.parties if p.owner and not p.demonym and p.end <= draft.figure.start]
    said = reading.words(scene.sentence.start, draft.figure.start)
    return owners[-1].code if owners and "share" in said else None


def _owner_at_head(reading: Reading, scene: Scene, clause: Clause, draft: Draft, heads: frozenset[str]) -> str | None:
    """ "Cambodia's bill rose to $148 million": whose part of a trade with several opens a clause."""
    owners = [p for p in scene.parties if p.owner and clause.holds(p.start) and p.end <= draft.figure.start]
    if len(owners) != 1 or owners[0].demonym or not owners[0].code:
        return None
    if len(reading.words(clause.start, owners[0].start)) > _AHEAD:
        return None
    said = reading.words(owners[0].end, draft.figure.start)
    return owners[0].code if said[1:2] and said[1] in heads else None


def with_focus(sense: str, home: str, end: str, pair: Pair, context: Context) -> Pair:
    """The new end beside the country that the text is about, whichever of the two that is."""
    away = pair.sender if sense == "import" else pair.receiver
    if away and away == context.subject != home:
        # "Chad supplied $28 million of Mali's imports. Togo was next with $10 million": the next of those who did so.
        return pair_of(sense, home, end)
    if away and away == context.focus and home != context.focus:
        # "Iraq took 24 million kilos of its tea. Turkey slipped to second place with 22 million".
        return pair_of(sense, end, away)
    return pair_of(sense, home, end)


def _right_behind(reading: Reading, scene: Scene, draft: Draft, pair: Pair) -> Pair | None:
    """ "289,600 barrels: 182,300 from China and 107,300 from Russia": each from whom it says itself."""
    if draft.measure not in {"trade_value", "trade_quantity"}:
        return None
    near = next((p for p in scene.parties if p.start >= draft.figure.end and p.code and not p.owner), None)
    said = [] if near is None else [w for w in reading.words(draft.figure.end, near.start) if w != "the"]
    if near is None or said != [near.role]:
        return None
    sender, receiver = (near.code, pair.receiver) if near.role == "from" else (pair.sender, near.code)
    if near.role not in {"from", "to"} or sender is None or receiver is None or sender == receiver:
        return None
    return Pair(sender, receiver, (sender, receiver))


def _with_preposition(inside: list[Party], pair: Pair) -> Pair | None:
    """ "From Romania", "to Laos": the one end, with the other as it was."""
    senders = {p.code for p in inside if p.role == "from"}
    receivers = {p.code for p in inside if p.role == "to"}
    if len(senders) + len(receivers) != 1:
        return None
    sender = next(iter(senders), pair.sender)
    receiver = next(iter(receivers), pair.receiver)
    if sender is None or receiver is None or sender == receiver:
        return None
    return Pair(sender, receiver, (sender, receiver))


def _ranked(reading: Reading, inside: list[Party], draft: Draft) -> str | None:
    """ "Russia was followed by Egypt with 19% and Morocco with 12%": the country right before the figure."""
    before = [p for p in inside if p.end <= draft.figure.start and p.role in {"by", "subject"} and p.code]
    if not before or reading.words(before[-1].end, draft.figure.start) not in _LISTING:
        return None
    return before[-1].code


def _far(reading: Reading, party: Party, verb: Cue) -> bool:
    said = reading.words(party.end, verb.start)
    if said[:1] == [","] and "," in said[1:]:
        # "Germany, the largest market of all, declined".
        said = said[said.index(",", 1) + 1 :]
    return len(said) > _NEAR


def _of_body(reading: Reading, scene: Scene, clause: Clause, draft: Draft) -> list[Party]:
    """ "Thailand's PTT paid $900 million": a country whose body has paid."""
    owners = [p for p in scene.parties if clause.holds(p.start) and p.end <= draft.figure.start and p.code]
    if len(owners) != 1 or not owners[0].owner or owners[0].demonym:
        return []
    return owners if not _PAYING.isdisjoint(reading.words(owners[0].end, draft.figure.begins)) else []


def _at_head(
    reading: Reading, scene: Scene, clause: Clause, inside: list[Party], draft: Draft, flow: Flow | None
) -> str | None:
    """The country that heads the clause, right before its verb."""
    subjects = [p for p in inside if p.role == "subject" and p.code and p.end <= draft.figure.start]
    subjects = subjects or _of_body(reading, scene, clause, draft)
    earlier = [f.end for f in scene.sentence.figures if clause.holds(f.start) and f.end <= draft.figure.start]
    gapped = [p for p in subjects if p.start >= max(earlier, default=draft.figure.start)]
    if len(subjects) > 1 and len(gapped) == 1 and not reading.words(gapped[0].end, draft.figure.begins):
        # "Turkey added $26 million and Germany $9 million".
        return gapped[0].code if flow is None else None
    if len(subjects) != 1 or draft.measure not in {"trade_value", "trade_quantity", "change", "share"}:
        return None
    party = subjects[0]
    ahead = reading.words(clause.start, party.start)
    opened = max((n + 1 for n, word in enumerate(ahead) if word in {",", ":"}), default=0)
    if len(ahead) - opened > _AHEAD:
        return None
    verbs = [c for c in scene.sentence.cues if c.kind in _VERBS and party.end <= c.start < draft.figure.start]
    between = reading.words(party.end, draft.figure.begins)
    # "Turkey added $26 million", "Egypt was left with $27 million".
    reach = _HAVING + (_NAMED if party.owner else 0) + (between[:2] == ["came", "in"])
    had = draft.figure.kind in {"money", "quantity"} and 0 < len(between) <= reach
    had = had and not any(
        party.end <= c.start < draft.figure.start and _BOOKED.isdisjoint(reading.words(c.start, c.end))
        for c in scene.sentence.cues_of("speech")
    )
    if not had and not _SEEING & set(between[:3]) and (not verbs or _far(reading, party, verbs[0])):
        return None
    # "China grew by 30 percent": a country's own growth is its economy's, unless others' trade is told beside it.
    first = not any(party.end <= f.start < draft.figure.start for f in scene.sentence.figures)
    beside = (flow is not None and flow.clause is not clause) or (first and bool(scene.sentence.cues_of("partner")))
    return party.code if beside or draft.measure in {"trade_value", "trade_quantity"} else None
