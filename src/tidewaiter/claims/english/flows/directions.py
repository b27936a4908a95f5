"""Which way goods go on going where nobody is named: to the one who has bought so far, or got so far."""

from __future__ import annotations

from tidewaiter.claims.english.flows.asked import Asked
from tidewaiter.claims.words.lexicon import words

#: What carries goods, how it delivers them, and words from that to the deliveries.
_CARRIERS, _MADE, _MADE_REACH = words("vehicles"), frozenset({"made", "make", "making"}), 4
#: "Trucks made up half of the exports", "trucks made in Peru".
_MADE_ELSE = frozenset({"by", "from", "in", "of", "up"})


def by_carriers(asked: Asked) -> bool:
    """ "Tankers made 221 deliveries to Mali": nobody says whose tankers."""
    flow = asked.flow
    said = asked.reading.words(flow.clause.start, flow.start)
    near = said[-_MADE_REACH:]
    made = not flow.verb and not _MADE.isdisjoint(near) and _MADE_ELSE.isdisjoint(near)
    return made and not _CARRIERS.isdisjoint(said)


def still_buys(asked: Asked) -> str | None:
    """ "Peru sold Chile rice. Sugar imports doubled": of Chile, the one of the two that has been told to import."""
    near, doers = asked.near, asked.context.deeds.get("import", set())
    if asked.flow.verb or asked.flow.sense != "import" or asked.flow.pair.everyone or asked.previous is not None:
        return None
    alone = near.receiver if doers == {near.receiver} and asked.flow.goods is not None else None
    return alone if alone in asked.context.both and asked.last_sense == "export" else None


def only_gets(asked: Asked) -> bool:
    """ "Deliveries to Mali rose. … Reported deliveries came to 40 tons": to Mali, which has sent nothing so far."""
    flow, context, focus = asked.flow, asked.context, asked.context.focus
    if flow.verb or not asked.either_way or flow.pair.everyone or asked.previous is not None or focus is None:
        return False
    lead = context.lead or context.headed
    if lead is None or lead[0].receiver != focus or lead[0].sender or focus in context.deeds.get("export", ()):
        return False
    flow.pair.receiver = focus
    return True
