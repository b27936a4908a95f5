"""Trade that is told again: a flow that takes over the ends of another one whole."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.english.flows import flow_defaults
from tidewaiter.claims.english.flows.asked import Asked
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, pair_of
from tidewaiter.claims.words.lexicon import words

_BROUGHT = words("brought")
#: Behind "delivered": whoever got it is another, who may be anywhere; characters of that.
_ELSEWHERE, _NEXT = words("abroad") | {"for", "from", "to", "under"}, 12


def of_other_trade(asked: Asked) -> bool:
    """Whether a flow, two-way or not, only speaks of trade told before; its ends are then filled."""
    return any(rule(asked) for rule in _OF_OTHER)


def as_before(asked: Asked) -> bool:
    """Whether exports or imports that are not told of anew go on with those before; their ends are then filled."""
    return any(rule(asked) for rule in _AS_BEFORE)


def _object(asked: Asked) -> bool:
    """ "Namibia supplied imports worth $7 million": to whoever imports."""
    flow, previous, context = asked.flow, asked.previous, asked.context
    if previous is None or not _is_object(asked.reading, asked.sentence, flow, previous):
        return False
    flow.pair, flow.reporter = previous.pair, None
    if previous.away is None and context.focus not in {None, previous.home}:
        flow.pair = pair_of(flow.sense, context.focus, previous.home or "")
    return True


def _is_object(reading: Reading, sentence: Sentence, flow: Flow, previous: Flow) -> bool:
    """Whether imports, or so many shipments, are what the verb right before them sends or takes."""
    if {previous.sense, flow.sense} != {"import", "export"} or not previous.verb or flow.verb:
        return False
    counted = next((f for f in sentence.figures if previous.end <= f.begins and f.end <= flow.end), None)
    if counted is not None and counted.kind == "count" and not flow.stated:
        # "Received 14 shipments worth $6 million".
        return not reading.words(previous.end, counted.begins) and not reading.words(counted.end, flow.start)
    return not reading.words(previous.end, flow.start)


def _same_trade(asked: Asked) -> bool:
    """ "Maize exports fell. The trade was worth $28 million.": that trade."""
    flow = asked.flow
    if asked.previous is not None or not flow_defaults.is_same_trade(asked.reading, flow, asked.context):
        return False
    spoken, sense = asked.context.spoken_of(asked.sentence.block)
    flow.sense, flow.pair = sense or flow.sense, spoken
    return True


def _by_route(asked: Asked) -> bool:
    """ "The shipments earned $9 million, of which $7 million came from sea trade": of those shipments."""
    flow, previous = asked.flow, asked.previous
    if previous is None or flow.sense != "trade" or not flow_defaults.by_route(asked.reading, flow):
        return False
    flow.sense, flow.pair, flow.reporter = previous.sense, previous.pair, previous.reporter
    return True


def _by_origin(asked: Asked) -> bool:
    """ "Peru spent $15 million on Chinese imports, $6 million more than": from China, both."""
    flow, previous = asked.flow, asked.previous
    if previous is None or not flow_defaults.is_by_origin(asked.reading, flow, previous):
        return False
    flow.pair, flow.reporter = previous.pair, previous.reporter
    return True


def _of_foreign_trade(asked: Asked) -> bool:
    """ "Its foreign trade came to …, including $1.7 billion of exports": with the world as well."""
    flow, previous = asked.flow, asked.previous
    if previous is None or not previous.total or previous.sense != "trade" or flow.stated:
        return False
    own = previous.reporter or next(iter(previous.pair.partners), None)
    flow.pair = pair_of(flow.sense, own)
    flow.reporter, flow.total = own, True
    return True


def _those_imports(asked: Asked) -> bool:
    """ "… tons of fertilizer imports through July, when shipments reached a high": those imports.

    "Rice exports fell, while flour shipments dropped": of the same country, to the same.
    """
    flow, previous = asked.flow, asked.previous
    if previous is None or previous.verb or previous.sense == "trade" or not flow_defaults.bare(asked.reading, flow):
        return False
    if previous.sense == "export" and asked.subject not in {None, *previous.pair.everyone}:
        # "Mali's exports to the country jumped, and Niger reported sales of $5 million".
        return False
    flow.sense, flow.pair, flow.reporter = previous.sense, previous.pair, previous.reporter
    return True


def _spoken_of(asked: Asked) -> bool:
    """Bare "shipments" of what the text was speaking of."""
    return (
        asked.previous is None
        and flow_defaults.bare(asked.reading, asked.flow)
        and flow_defaults.spoken_of(asked.reading, asked.sentence, asked.parties, asked.flow, asked.context)
    )


def _what_is_sold(asked: Asked) -> bool:
    """ "China's exports to Chad rose. Rice purchases came to $3 million": Chad's."""
    bought = asked.previous is None and flow_defaults.buys_what_is_sold(asked.reading, asked.flow, asked.context)
    if bought:
        asked.flow.pair = asked.context.pair
    return bought


def _of_several(asked: Asked) -> bool:
    """ "Chad and Togo sold Mali 235 tons, of which 118 came from Chad": one of those who sold, to the same."""
    flow, previous = asked.flow, asked.previous
    if previous is None or not flow.part or flow.pair.sender not in previous.pair.partners or flow.pair.receiver:
        return False
    receiver = previous.pair.receiver or (previous.away if previous.joint else None)
    if not receiver or receiver == flow.pair.sender or previous.pair.sender:
        return False
    flow.pair, flow.reporter = Pair(flow.pair.sender, receiver, (str(flow.pair.sender), receiver)), None
    return True


def _brought(asked: Asked) -> bool:
    """ "Mali's harvest failed. By May 7,000 tonnes had been delivered": to whom the text is on."""
    flow, near, focus = asked.flow, asked.near, asked.context.focus
    if not flow.passive or flow.stated or flow.pair.everyone or near.sender or near.receiver or focus is None:
        return False
    if _BROUGHT.isdisjoint(asked.words[-1:]) or asked.context.lead is not None or asked.previous is not None:
        return False
    if not _ELSEWHERE.isdisjoint(asked.reading.words(flow.end, flow.end + _NEXT)[:1]):
        # "Peru's mines did well. In May 9,000 tons were delivered to smelters".
        return False
    flow.pair, flow.reporter = Pair(None, focus, (focus,)), focus
    return True


def _passive(asked: Asked) -> bool:
    """ "It bought masks. Ventilators were shipped, too": shipped is said of either way."""
    flow, near = asked.flow, asked.near
    if not flow.passive or flow.stated or flow.total or flow.pair.everyone or not near.everyone:
        return False
    sense = asked.spoken[1]
    turned = sense in {"import", "export"} and asked.previous is None and sense != flow.sense
    turned = turned and asked.words[-1:] in (["exported"], ["imported"])
    turned = turned and bool(near.receiver if sense == "import" else near.sender)
    # "China sold it sugar. No vaccines were imported", in a text on the one that bought: still by that one.
    turned = turned and (asked.own_of(near) is None or asked.own_of(near) != asked.context.focus)
    sender, receiver = (near.receiver, near.sender) if turned else (near.sender, near.receiver)
    flow.pair = Pair(sender, receiver, near.everyone)
    return True


_OF_OTHER: tuple[Callable[[Asked], bool], ...] = (_object, _same_trade, _by_route, _by_origin)
_AS_BEFORE: tuple[Callable[[Asked], bool], ...] = (
    _of_foreign_trade, _those_imports, _spoken_of, _what_is_sold, _of_several, _brought, _passive,
)  # fmt: skip
