"""The ends of a word of trade in Korean and Chinese: from its sentence, then from the context."""

from __future__ import annotations

from collections.abc import Set

from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.scene import Flow, Party, pair_of

_OTHER_END = frozenset({"toward", "to", "from", "with"})
#: No link of a list is longer: "한국, 일본".
_LINK = 3


def part(flow: Flow, before: list[Party]) -> None:
    """ "越南大米占菲律宾进口总量的87%": the part is what the one country has of the other's whole."""
    others = {p.code for p in before if p.code and p.code != flow.home}
    if len(others) == 1:
        flow.pair = pair_of(flow.sense, flow.home, *others)


def group(flow: Flow, named: list[Party], context: Context, lead: Flow | None, before: Flow | None = None) -> None:
    """Trade with a group of countries, or of one: one end known at most."""
    away = [p.code for p in named if p.code and p.role in _OTHER_END]
    if flow.home is None and away and any(p.code == GROUP and p.role == "subject" for p in named):
        # "欧盟对叙利亚出口": the group itself sells.
        flow.pair, flow.reporter = pair_of(flow.sense, None, *away), GROUP
        if flow.sense == "trade":
            flow.pair = Pair(partners=tuple(away))
        return
    same = before is not None and before.stated and before.sense == flow.sense
    # "委内瑞拉对美国的出口增加；对欧洲的出货量则": whose the first is.
    home = flow.home or (before.home if same and before is not None else None) or context.home or context.reporter
    if flow.sense == "trade":
        known = tuple(c for c in flow.pair.partners if c)
        own = home or (lead.home if lead is not None else None)
        flow.pair = Pair(partners=known or ((own,) if own else ()))
        return
    others = [code for code in flow.pair.everyone if code not in {GROUP, home}]
    flow.pair = pair_of(flow.sense, home)
    flow.pair.partners = tuple(dict.fromkeys((*flow.pair.partners, *others)))


def take(flow: Flow, named: list[Party], before: list[Party], *, apart: bool = False, spaced: bool = True) -> None:
    """Fill the ends of a flow from the countries that its own words name; `apart`: they begin a clause of their own.

    `spaced`: the language sets words apart, so that two countries with one sign between them are a pair.
    """
    subjects = [p.code for p in named if p.role == "subject" and p.code != GROUP]
    # "북중 열차가 다시 달리면서 대중 수입액은": who trades is the other of the two.
    last = {p.code: p.role for p in named if p.role in {"subject", "toward"}}
    subjects = [code for code in subjects if last[code] != "toward"] or subjects
    if flow.sense == "trade":
        together = list(dict.fromkeys(p.code for p in named if p.role in {"subject", "with", "toward", "to", "from"}))
        all_met = len(together) > 2 and all(p.role == "toward" for p in named if p.code in together)
        flow.pair = Pair(partners=tuple(together if all_met else together[-2:]))
        # "이란과의 교역": of somebody with whom that is.
        alone = len(together) == 1
        met = {p.code for p in named if p.role == "toward" or (alone and p.role == "with")}
        flow.reporter = next((code for code in together if code != GROUP and code not in met), None)
        flow.stated = bool(together)
        return
    toward = [p.code for p in named if p.role == "toward"]
    senders = [p.code for p in named if p.role == "from"]
    receivers = [p.code for p in named if p.role == "to"]
    home = subjects[-1] if subjects else None
    owners = [p for p in named if p.owner]
    listed = len(owners) > 1 and owners[-1].start - owners[-2].end <= _LINK
    if listed and owners[-1].code == home:
        # "한국, 인도, 일본의 수입량": several, and none of them alone.
        home = GROUP
    flow.stated = bool(subjects or toward or senders or receivers)
    away = toward or (senders if flow.sense == "import" else receivers)
    if home in away and home in (senders if flow.sense == "import" else receivers):
        # "俄罗斯帝王蟹：首季从俄罗斯进口活蟹", "中国海关：从伊朗运入中国的原油": who sells does not buy.
        home = None
    if home is None:
        home = next(iter(receivers if flow.sense == "import" else senders), None) or None
    if home is None:
        earlier = [p for p in before if p.role == "subject" and p.code not in {*away, GROUP}]
        earlier = [] if apart and away else earlier
        # "미얀마-중국의 교역은 29억 달러(수출 19억 달러)": of the two, the first tells it.
        both = spaced and len(earlier) > 1 and earlier[-1].start - earlier[-2].end <= 1
        home = earlier[-2 if both else -1].code if earlier else None
    away = [code for code in dict.fromkeys(away) if code != home]
    flow.pair = pair_of(flow.sense, home, *(code for code in away if code))
    flow.reporter = home


def complete(
    flow: Flow,
    previous: Flow | None,
    before: list[Party],
    context: Context,
    lead: Flow | None,
    later: Set[str] = frozenset(),
    *,
    alone: bool = False,
) -> None:
    """Fill the ends that a flow leaves out from the flow before it, else from the context.

    `alone`: a country that a new paragraph names by itself trades with everybody, where the text turns to another way.
    """
    near = previous.pair if previous is not None else context.pair
    if alone and context.called and previous is None and flow.sense != "trade":
        called = context.pair
        if not flow.stated and called.sender and called.receiver:
            # "老挝是越南煤炭的主要供应国。8月，出口量达3万吨": the goods go the same way.
            flow.pair, flow.reporter = called, called.sender if flow.sense == "export" else called.receiver
            return
        if flow.stated and flow.away is None and flow.sense == context.sense and flow.home == context.reporter:
            # "俄罗斯是中国第二大菜籽油供应国。去年中国进口188万吨": of everybody.
            flow.pair = pair_of(flow.sense, flow.home)
            return
    if lead is not None and _is_of_all(flow, lead, context):
        # What was said of one partner ended with its paragraph.
        home = lead.home
        flow.pair = pair_of(flow.sense, home) if flow.sense != "trade" else Pair(partners=tuple(c for c in [home] if c))
        return
    if flow.sense == "trade":
        if len(flow.pair.partners) == 1:
            of_all = flow.total or (not alone and context.alone == flow.reporter == flow.pair.partners[0])
            other = None if of_all else context.other_end(flow.pair.partners[0])
            single = context.pair.everyone if len(context.pair.everyone) == 1 else ()
            if alone and other is None and not flow.total and flow.reporter is None and flow.pair.partners != single:
                # "最大贸易对象仍是中国": of whom the text has just told all trade.
                other = next(iter(single), None)
            met = alone and not flow.total and flow.reporter is None and context.home not in {None, *flow.pair.partners}
            if met and flow.pair.partners[0] not in context.pair.everyone:
                # "对阿塞拜疆进出口额" in a text by China's customs: China's.
                other = context.home
            if other is None and not flow.total and context.starred and context.focus != flow.pair.partners[0]:
                other = context.focus
            if other in later and not alone:
                # "이란, 교역 4% 늘어…한국은 수출 감소": who is named only further on.
                other = None
            if (
                other is None
                and not flow.total
                and flow.reporter is None
                and context.home not in {None, *flow.pair.partners}
            ):
                # "대일 교역": of whose customs tell it.
                other = context.home
            if other is None and not (alone or flow.total) and flow.reporter is None:
                # "러시아와의 교역은": of whom the text is about.
                other = context.focus if context.focus not in flow.pair.partners else None
            flow.pair.partners += (other,) if other else ()
        elif alone and len(flow.pair.partners) > 2 and flow.reporter is None and context.home:
            # "对缅甸、越南、沙特进出口": with each of them.
            flow.pair.partners = tuple(dict.fromkeys((context.home, *flow.pair.partners)))
        elif not flow.pair.partners:
            at_large = alone or near.everyone == (context.at_large,)
            known = near.everyone if len(near.everyone) == 2 or (at_large and flow.balance) else context.both
            if context.home and not alone and context.home not in known and flow.balance:
                known = ()
            alone_ = context.home or (near.everyone[0] if len(near.everyone) == 1 else None)
            # Whose customs tell it, or whose trade with everybody was told before.
            flow.pair.partners = known or ((alone_,) if alone_ else ())
        return
    home, away = flow.home, flow.away
    if home is None and away and (previous.reporter == GROUP if previous is not None else context.grouped):
        # "欧盟对叙利亚出口…，自叙利亚进口…": the group goes on.
        flow.reporter = GROUP
        return
    if home is None:
        told = context.reporter
        if alone and context.home is not None and context.sense == "trade":
            # Whoever was named with another in two-way trade kept no book of it.
            told = None
        before_ = previous.reporter if previous else None
        if before_ is None and previous is not None and not alone and previous.stated and previous.sense != "trade":
            # "대북 수출은 … 늘었고 수입은": whose book the first is of.
            before_ = previous.home
        own: tuple[str | None, ...] = (before_, told, context.home)
        if (
            alone
            and lead is not None
            and told is not None
            and lead.sense != flow.sense
            and set(context.pair.everyone) == set(lead.pair.everyone)
            and len(lead.pair.everyone) > 1
        ):
            # "伊朗进口中国药品": the title; "中国海关…，药品出口": whose book the text has turned to.
            own, lead = (told, *own), None
        guessed = (context.focus, context.opposite) if context.paired or context.starred or context.recent else ()
        turned = alone and lead is not None and lead.sense != flow.sense
        kept = context.home if turned and context.home in context.pair.everyone else None
        told_of = context.pair.receiver if flow.sense == "import" else context.pair.sender
        if alone and not flow.stated and previous is None and context.home == told_of:
            # "俄罗斯去年输华27万吨大豆油。葵花籽油则进口减少", by China's books.
            kept = context.home
        opposite = context.other_end(away) if not alone and away in context.pair.everyone else None
        candidates = (kept, lead.reporter if lead else None, *own, opposite, *guessed)
        same = previous is not None and previous.sense == flow.sense and previous.stated
        elsewhere = previous.away if alone and same and previous is not None else None
        # "自老挝进口…；自泰国进口…": who sold first does not buy then.
        home = next((c for c in candidates if c and c not in {away, elsewhere, *flow.pair.everyone}), None)
        if home in later and home not in own:
            # Whom only the focus of the text suggests is named further on, in a part of its own.
            home = None
    several = len([c for c in flow.pair.partners if c != flow.home]) > 1
    if away is None and not several and len(flow.pair.partners) < 2 + (flow.home is None):
        others = [c for c in near.everyone if c != home]
        away = others[0] if home in near.everyone and len(others) == 1 else context.other_end(home)
        if away is None and context.starred and home not in {context.focus, context.home}:
            away = context.focus
        open_ = previous is not None and previous.sense == flow.sense and previous.home == home
        across = None if alone else _across(flow, home, previous, context)
        if (
            previous is None
            and context.pair.everyone == (home,)
            and (context.sense == flow.sense or (not alone and (context.alone == home or context.sense == "trade")))
            and (alone or not flow.stated or context.sense == "trade")
        ):
            # The sentence before spoke of the trade with everybody, and this one of a part of it, or the other way.
            open_ = True
            away = None
        if (
            alone
            and not context.both
            and not flow.verb
            and lead is not None
            and flow.stated
            and flow.sense != context.sense
        ):
            # "委内瑞拉的原油出口量…" in a new paragraph, after its imports: with everybody.
            away = None
        if not flow.stated and previous is not None:
            of_all = previous.pair.everyone == (home,) if previous.sense == "trade" else previous.away is None
            if of_all and (((alone or previous.total) and previous.sense == "trade") or previous.home == home):
                # "整体出口62亿美元，进口69亿美元": both with everybody.
                away = None
        if (away in later and flow.stated and context.sense != "trade") or (
            open_ and previous is not None and previous.away is None
        ):
            # Who is named only further on is the partner there, not here; what the clause before left open stays so.
            away = None
        away = away or across
        flow.pair = pair_of(flow.sense, home, *([away] if away else []))
    elif flow.home is None:
        flow.pair = pair_of(flow.sense, home, *([away] if away else [c for c in flow.pair.partners if c != home]))


def _across(flow: Flow, home: str | None, previous: Flow | None, context: Context) -> str | None:
    """ "캄보디아는 쌀 43만t을 수출했다. 프랑스는 6만t을 수입했다": who sells what another has bought."""
    sense, pair = (previous.sense, previous.pair) if previous is not None else (context.sense, context.pair)
    if not (flow.verb and flow.stated) or sense in {None, "trade", flow.sense}:
        return None
    other = pair.sender if flow.sense == "import" else pair.receiver
    return other if other != home else None


def across_group(flow: Flow, context: Context) -> Pair | None:
    """ "유럽 국가들은 17만t을 사들였다": several buy from whom the text says sells, or the other way round."""
    other = context.pair.sender if flow.sense == "import" else context.pair.receiver
    return None if other is None or flow.sense == "trade" else pair_of(flow.sense, None, other)


def _is_of_all(flow: Flow, lead: Flow, context: Context) -> bool:
    """Whether a paragraph that names no partner goes back to the trade with everybody that the text began with."""
    if lead.away is not None or flow.away is not None or (flow.sense != lead.sense and context.both):
        return False
    if flow.sense == "trade":
        return not flow.pair.partners or (flow.balance and flow.pair.partners == (lead.home,))
    return not flow.stated or (flow.home == lead.home and len(flow.pair.everyone) <= 1)
