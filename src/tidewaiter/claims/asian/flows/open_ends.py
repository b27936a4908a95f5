"""The ends that a word of trade leaves out in Korean and Chinese: from the flow before it, else from the context."""

from __future__ import annotations

from collections.abc import Callable, Set

from tidewaiter.claims.asian.flows.open_flow import OpenFlow
from tidewaiter.claims.asian.flows.open_partners import partner_of
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.scene import Flow, pair_of


def complete(
    flow: Flow, previous: Flow | None, context: Context, lead: Flow | None, later: Set[str] = frozenset(), *,
    alone: bool = False, excepted: Set[str] = frozenset(),
) -> None:  # fmt: skip
    """Fill the ends that a flow leaves out from the flow before it, else from the context."""
    left = OpenFlow(flow, previous, context, lead, later, alone, excepted)
    if not any(rule(left) for rule in _RULES):
        _one_way(left)


def _of_called(left: OpenFlow) -> bool:
    """Chinese trade right behind one who was called a source or a market."""
    flow, context = left.flow, left.context
    if not (left.alone and context.called and left.previous is None) or flow.sense == "trade":
        return False
    called = context.pair
    if not flow.stated and called.sender and called.receiver:
        # "老挝是越南煤炭的主要供应国。8月，出口量达3万吨": the goods go the same way.
        flow.pair, flow.reporter = called, called.sender if flow.sense == "export" else called.receiver
        return True
    if flow.stated and flow.away is None and flow.sense == context.sense and flow.home == context.reporter:
        # "俄罗斯是中国第二大菜籽油供应国。去年中国进口188万吨": of everybody.
        flow.pair = pair_of(flow.sense, flow.home)
        return True
    return False


def _of_all(left: OpenFlow) -> bool:
    """A paragraph without a partner goes back to the trade with everybody that the text began with."""
    flow, lead = left.flow, left.lead
    if lead is None or not _is_of_all(flow, lead, left.context, alone=left.alone):
        return False
    home = lead.home
    flow.pair = pair_of(flow.sense, home) if flow.sense != "trade" else Pair(partners=tuple(c for c in [home] if c))
    return True


def _is_of_all(flow: Flow, lead: Flow, context: Context, *, alone: bool) -> bool:
    """Whether what was said of one partner ended with its paragraph."""
    turned = flow.sense != lead.sense and context.at_large != lead.home and not (alone or flow.stated)
    if lead.away is not None or flow.away is not None or (turned and context.both):
        return False
    if flow.sense == "trade":
        return not flow.pair.partners or (flow.balance and flow.pair.partners == (lead.home,))
    return not flow.stated or (flow.home == lead.home and len(flow.pair.everyone) <= 1)


def _two_way(left: OpenFlow) -> bool:
    """The two of trade that goes both ways, as far as the text tells them."""
    flow, context = left.flow, left.context
    if flow.sense != "trade":
        return False
    partners = flow.pair.partners
    if len(partners) == 1:
        other = _other_of(left, partners[0])
        flow.pair.partners += (other,) if other else ()
    elif not partners:
        flow.pair.partners = _both_spoken_of(left)
    elif left.alone and len(partners) > 2 and flow.reporter is None and context.home:
        # "对缅甸、越南、沙特进出口": with each of them.
        flow.pair.partners = tuple(dict.fromkeys((context.home, *partners)))
    return True


def _other_of(left: OpenFlow, own: str) -> str | None:
    """With whom one country trades: whom the text sets against it, whose customs tell it, whom the text is about."""
    flow, context = left.flow, left.context
    other = _set_against(left, own)
    if other is not None or flow.total or flow.reporter is not None:
        return other
    if context.home is not None and context.home != own:
        # "대일 교역": of whose customs tell it.
        return context.home
    # "러시아와의 교역은": of whom the text is about.
    return context.focus if not left.alone and context.focus != own else None


def _set_against(left: OpenFlow, own: str) -> str | None:
    """Whom the text sets against one country in their trade."""
    flow, context = left.flow, left.context
    everyone, unowned = context.pair.everyone, not flow.total and flow.reporter is None
    if left.alone and unowned and context.home not in {None, own} and own not in everyone:
        # "对阿塞拜疆进出口额" in a text by China's customs: China's.
        return context.home
    of_all = flow.total or (not left.alone and context.alone == flow.reporter == own)
    other = None if of_all else context.other_end(own)
    if other is None and left.alone and unowned and len(everyone) == 1 and everyone[0] != own:
        # "最大贸易对象仍是中国": of whom the text has just told all trade.
        other = everyone[0]
    if other is None and not flow.total and context.starred and context.focus != own:
        other = context.focus
    # "이란, 교역 4% 늘어…한국은 수출 감소", "伊朗贸易额588亿美元，其中对华…": who is named only further on.
    owned = not left.alone or flow.home == own or flow.reporter == own
    return None if other in left.later and owned else other


def _both_spoken_of(left: OpenFlow) -> tuple[str, ...]:
    """The two that trade is between which names nobody: those told last, else the one whose trade was."""
    flow, context, everyone = left.flow, left.context, left.near.everyone
    at_large = left.alone or everyone == (context.at_large,)
    known = everyone if len(everyone) == 2 or (at_large and flow.balance) else context.both
    if context.home and not left.alone and context.home not in known and flow.balance:
        known = ()
    single = context.home or (everyone[0] if len(everyone) == 1 else None)
    return known or ((single,) if single else ())


def _of_group(left: OpenFlow) -> bool:
    """ "欧盟对叙利亚出口…，自叙利亚进口…": the group goes on."""
    flow, previous = left.flow, left.previous
    grouped = previous.reporter == GROUP if previous is not None else left.context.grouped
    if flow.home is not None or not flow.away or not grouped:
        return False
    flow.reporter = GROUP
    return True


#: Trade that one of these knows is not filled from elsewhere.
_RULES: tuple[Callable[[OpenFlow], bool], ...] = (_of_called, _of_all, _two_way, _of_group)


def _one_way(left: OpenFlow) -> None:
    """Whose trade it is, and then with whom."""
    flow = left.flow
    home = flow.home if flow.home is not None else _home(left)
    several = len([c for c in flow.pair.partners if c != flow.home]) > 1
    if flow.away is None and not several and len(flow.pair.partners) < 2 + (flow.home is None):
        away = partner_of(left, home)
        flow.pair = pair_of(flow.sense, home, *([away] if away else []))
    elif flow.home is None:
        others = [flow.away] if flow.away else [c for c in flow.pair.partners if c != home]
        flow.pair = pair_of(flow.sense, home, *others)


def _home(left: OpenFlow) -> str | None:
    """Whose trade it is where its words name nobody: the first whom the text suggests and who is no other end of it."""
    flow, context, previous = left.flow, left.context, left.previous
    own, lead = _own_books(left), left.led
    opposite = context.other_end(flow.away) if not left.alone and flow.away in context.pair.everyone else None
    guessed = (context.focus, context.opposite) if context.paired or context.starred or context.recent else ()
    candidates = (_kept(left), lead.reporter if lead is not None else None, *own, opposite, *guessed)
    # "自老挝进口…；自泰国进口…": who sold first does not buy then.
    same = left.alone and previous is not None and previous.sense == flow.sense and previous.stated
    elsewhere = previous.away if same and previous is not None else None
    home = next((c for c in candidates if c and c not in {flow.away, elsewhere, *flow.pair.everyone}), None)
    # Whom only the focus of the text suggests is named further on, in a part of its own.
    return None if home in left.later and home not in own else home


def _own_books(left: OpenFlow) -> tuple[str | None, ...]:
    """Whose book of trade this may be: of the flow before, of the text so far, of its customs."""
    previous, told = left.previous, left.told
    before = previous.reporter if previous is not None else None
    if before is None and previous is not None and not left.alone and previous.stated and previous.sense != "trade":
        # "대북 수출은 … 늘었고 수입은": whose book the first is of.
        before = previous.home
    own = (before, told, left.context.home)
    return (told, *own) if left.turned_book else own


def _kept(left: OpenFlow) -> str | None:
    """Whose customs tell the trade, where the text turns to its other way or goes on with theirs."""
    flow, context, lead = left.flow, left.context, left.led
    if not left.alone:
        return None
    told_of = context.pair.receiver if flow.sense == "import" else context.pair.sender
    if not flow.stated and left.previous is None and context.home == told_of:
        # "俄罗斯去年输华27万吨大豆油。葵花籽油则进口减少", by China's books.
        return context.home
    turned = lead is not None and lead.sense != flow.sense
    return context.home if turned and context.home in context.pair.everyone else None
