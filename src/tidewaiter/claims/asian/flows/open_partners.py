"""With whom a Korean or Chinese word of trade is whose partner is not named, and where it is with nobody told."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.asian.flows.open_flow import OpenFlow


def partner_of(left: OpenFlow, home: str | None) -> str | None:
    """With whom a country trades whose partner is not named."""
    away = _spoken_of(left, home)
    named_later = away in left.later and left.flow.stated and left.context.sense != "trade"
    if named_later or away in left.excepted or any(rule(left, home) for rule in _OPEN):
        # Who is named only further on is the partner there, not here; what the clause before left open stays so.
        away = None
    return away or (None if left.alone else _across(left, home))


def _spoken_of(left: OpenFlow, home: str | None) -> str | None:
    """The other of the two told last, else whom the text sets against a country or is about."""
    context, everyone = left.context, left.near.everyone
    others = [c for c in everyone if c != home]
    away = others[0] if home in everyone and len(others) == 1 else context.other_end(home)
    if away is None and context.starred and home not in {context.focus, context.home}:
        return context.focus
    return away


def _goes_on_with_all(left: OpenFlow, home: str | None) -> bool:
    """The sentence before spoke of the trade with everybody, and this one of a part of it, or the other way."""
    flow, context = left.flow, left.context
    if left.previous is not None or context.pair.everyone != (home,):
        return False
    other = not left.alone and (context.alone == home or context.sense == "trade")
    return (context.sense == flow.sense or other) and (left.alone or not flow.stated or context.sense == "trade")


def _turns_alone(left: OpenFlow, home: str | None) -> bool:
    """ "委内瑞拉的原油出口量…" in a new paragraph, after its imports: with everybody."""
    flow, context = left.flow, left.context
    if not left.alone or context.both or flow.verb or left.led is None:
        return False
    return flow.stated and flow.sense != context.sense


def _both_with_all(left: OpenFlow, home: str | None) -> bool:
    """ "整体出口62亿美元，进口69亿美元": both with everybody."""
    previous = left.previous
    if left.flow.stated or previous is None:
        return False
    if previous.sense != "trade":
        return previous.away is None and previous.home == home
    return previous.pair.everyone == (home,) and (left.alone or previous.total or previous.home == home)


def _left_open(left: OpenFlow, home: str | None) -> bool:
    """What the clause before left open stays so."""
    previous = left.previous
    if previous is None or previous.sense != left.flow.sense or previous.away is not None:
        return False
    # "台湾出口584亿美元，韩国8月出口583亿美元": each with everybody.
    another = previous.sense != "trade" and previous.home is not None and left.flow.stated and left.flow.home == home
    return previous.home == home or (another and not left.context.both)


def _of_foreign_trade(left: OpenFlow, home: str | None) -> bool:
    """ "'카자흐스탄 대외무역 동향'에 따르면 카자흐스탄의 수출은": of the foreign trade that its sentence is on."""
    told = left.previous
    return told is not None and told.total and told.sense == "trade" and told.pair.everyone == (home,)


def _did_alike(left: OpenFlow, home: str | None) -> bool:
    """ "德国出口1.6万亿欧元，法国出口6000亿欧元": who has been told to sell, too, is not who buys."""
    flow, context, lead, near = left.flow, left.context, left.lead, left.near
    if not left.alone or not flow.stated or home in near.everyone:
        return False
    sense = left.told_sense
    did = near.sender if flow.sense == "export" else near.receiver
    if sense != flow.sense and lead is not None and lead.sense == flow.sense and lead.away is None:
        # "越南出口大米813万吨。菲律宾进口314万吨。\n\n泰国出口大米876万吨": as the text began with.
        did = lead.home
    elif sense != flow.sense:
        return False
    two = {home, did}
    told = lead is not None and set(lead.pair.everyone) == two
    alike = near.everyone == (did,) or (did is not None and _spoken_of(left, home) == did)
    return alike and not told and two != set(context.both)


#: What says that trade is with nobody whom the text has spoken of.
_OPEN: tuple[Callable[[OpenFlow, str | None], bool], ...] = (
    _goes_on_with_all, _turns_alone, _both_with_all, _left_open, _of_foreign_trade, _did_alike,
)  # fmt: skip


def _across(left: OpenFlow, home: str | None) -> str | None:
    """ "캄보디아는 쌀 43만t을 수출했다. 프랑스는 6만t을 수입했다": who sells what another has bought."""
    flow, sense = left.flow, left.told_sense
    if not (flow.verb and flow.stated) or sense in {None, "trade", flow.sense}:
        return None
    other = left.near.sender if flow.sense == "import" else left.near.receiver
    return other if other != home else None
