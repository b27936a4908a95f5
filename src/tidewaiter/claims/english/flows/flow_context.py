"""Ends that a flow leaves out: filled from its sentence, then from what the text said before."""

from __future__ import annotations

from tidewaiter.claims.english.clause_subjects import ranked_by
from tidewaiter.claims.english.flows import far_end, flow_defaults, own_end, partner_words, taken_over, two_way
from tidewaiter.claims.english.flows.asked import Asked
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party


def complete(
    reading: Reading, flow: Flow, previous: Flow | None, sentence: Sentence, parties: list[Party], context: Context
) -> None:
    """Fill the ends that the frame leaves out."""
    asked = Asked(reading, flow, previous, sentence, parties, context)
    if taken_over.of_other_trade(asked):
        return
    if flow.sense == "trade":
        two_way.complete(asked)
    elif not taken_over.as_before(asked):
        _complete_ends(asked)


def _complete_ends(asked: Asked) -> None:
    """Fill the two ends of exports or imports."""
    flow, pair = asked.flow, asked.flow.pair
    _of_ranked(asked)
    several = len(pair.partners) > (pair.sender is not None) + (pair.receiver is not None)
    _of_a_bloc(asked)
    if several and (far := _of_several(asked)) is not None:
        setattr(pair, asked.far, far)
    if asked.own_of(pair) is None and not flow.joint and not (several and asked.far_of(pair) is not None):
        own_end.fill(asked)
    own = asked.own_of(pair)
    if (other := far_end.doer(asked, own) or far_end.mirrored(asked, own)) is not None:
        setattr(pair, asked.far, other)
    if _with_everybody(asked):
        flow.total = True
    if asked.far_of(pair) is None and asked.own_of(pair) != "" and not several and not flow.total:
        far_end.fill(asked)
    if asked.own_of(pair) == "" and asked.far_of(pair) is None and flow.sense == "export" and not asked.near.sender:
        # "The WHO shipped 20 ventilators to Chad. In 2020 it had delivered 900 sets": to the same.
        pair.receiver = asked.near.receiver
    end = asked.far_of(asked.near) if asked.previous is not None or asked.told_here else None
    if flow.joint and asked.far_of(pair) is None and end and end not in pair.partners:
        # "India's exports to Cuba fell. Germany and France each sold less": to the same.
        setattr(pair, asked.far, end)
    ends = [asked.own_of(pair), *pair.partners, asked.far_of(pair)]
    pair.partners = tuple(dict.fromkeys(code for code in ends if code))


def _of_several(asked: Asked) -> str | None:
    """ "Deliveries from Germany and Switzerland", in a text on Eritrea: to that one, and not by another."""
    flow, pair, focus = asked.flow, asked.flow.pair, asked.context.focus
    role = "to" if flow.sense == "import" else "from"
    named = {p.code for p in asked.parties if p.role == role and p.start >= flow.end}
    if flow.verb or asked.own_of(pair) or asked.far_of(pair) or not named.issuperset(pair.partners):
        return None
    return focus if asked.context.starred and focus not in named else None


def _of_ranked(asked: Asked) -> None:
    """ "China was the largest market, with exports of $68 million": to China, of whoever the text is about."""
    flow, pair, context = asked.flow, asked.flow.pair, asked.context
    told = partner_words.ranked_with(asked.reading, asked.sentence, asked.parties, flow)
    if told is None:
        return
    ranked, served = told
    if asked.far_of(pair) not in {None, ranked} or asked.own_of(pair) not in {None, ranked}:
        return
    homes = (served, ranked_by(asked.reading, asked.sentence, asked.parties, flow.start), asked.own_of(context.pair))
    home = next((code for code in (*homes, context.focus) if code and code != ranked), None)
    setattr(pair, asked.own, home)
    setattr(pair, asked.far, ranked)
    flow.reporter = home


def _of_a_bloc(asked: Asked) -> None:
    """An end that is no country is known to be none."""
    flow, previous, pair = asked.flow, asked.previous, asked.flow.pair
    again = flow.verb and not flow.passive and previous is not None and previous.verb and previous.home == ""
    if again and previous is not None and asked.own_of(pair) is None:
        # "The EU imported for $4 billion and exported for $6 billion": the bloc, still.
        setattr(pair, asked.own, "")
        if asked.far_of(pair) is None:
            setattr(pair, asked.far, previous.away)
    if asked.own_of(pair) is None and flow_defaults.booked_by_all(asked.reading, flow):
        setattr(pair, asked.own, "")


def _with_everybody(asked: Asked) -> bool:
    """Whether it is trade with everybody that a country trades with."""
    flow, previous, context = asked.flow, asked.previous, asked.context
    own = asked.own_of(flow.pair)
    if previous is None:
        # "Its foreign trade came to … Its exports fell by …": with everybody, until a partner is named.
        alone = not flow.verb and context.alone is not None and context.alone == own
        return alone or _begun_alone(asked, own) or flow_defaults.broader(asked.reading, asked.sentence, flow, context)
    # "Exported goods and services worth $14 billion, and imported $12 billion": from everybody, too.
    alike = flow.verb or not (previous.verb or flow.stated)
    return previous.total and alike and previous.home == own


def _begun_alone(asked: Asked, own: str | None) -> bool:
    """Whether a new paragraph comes back to what a country trades with everybody, which the text began with.

    "Mali sold gas for $9 million, none of it to Chad. …", and below: "Mali imported coal for $45 million".
    """
    context = asked.context
    if own is None or own != context.opened or asked.told_here or asked.bookkeeper not in {None, own}:
        return False
    if not context.starred or context.paired:
        # "China's exports fell, but shipments to the US rose", and below: "China's exports stood at 45,290 tons".
        return asked.far_of(asked.flow.pair) is None and not context.keeps_to(own, str(asked.far_of(asked.near)))
    return asked.far_of(asked.flow.pair) is None and any(p.code == own for p in asked.parties)
