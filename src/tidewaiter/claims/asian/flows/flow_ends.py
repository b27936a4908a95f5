"""The ends of a word of trade in Korean and Chinese, as its own sentence names them."""

from __future__ import annotations

from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.asian.roles.together import PARTNERED
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.scene import Flow, Party, pair_of

#: No link of a list is longer: "한국, 일본".
_LINK = 3


def part(flow: Flow, before: list[Party]) -> None:
    """ "越南大米占菲律宾进口总量的87%": the part is what the one country has of the other's whole."""
    others = {p.code for p in before if p.code and p.code != flow.home}
    if len(others) == 1:
        flow.pair = pair_of(flow.sense, flow.home, *others)


def group(flow: Flow, named: list[Party], context: Context, lead: Flow | None, before: Flow | None = None) -> None:
    """Trade with a group of countries, or of one: one end known at most."""
    away = [p.code for p in named if p.code and p.role in PARTNERED]
    named_itself = flow.home is not None and flow.home in {p.code for p in named}
    if not named_itself and away and any(p.code == GROUP and p.role == "subject" for p in named):
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
        # "이란과의 교역", "최대 교역국은 이란으로 교역액이": of somebody with whom that is.
        alone = len(together) == 1
        beside = {"with", "to"} if spaced else {"with"}
        met = {p.code for p in named if p.role == "toward" or (alone and p.role in beside)}
        flow.reporter = next((code for code in flow.pair.partners if code != GROUP and code not in met), None)
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
    if spaced and flow.verb and flow.sense == "import" and receivers and not senders and home not in receivers:
        # "러시아 철도공사에 따르면 북한에 들어간 밀가루는": where goods come to buys them, whoever tells it.
        home = receivers[-1]
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


def across_group(flow: Flow, context: Context) -> Pair | None:
    """ "유럽 국가들은 17만t을 사들였다": several buy from whom the text says sells, or the other way round."""
    other = context.pair.sender if flow.sense == "import" else context.pair.receiver
    return None if other is None or flow.sense == "trade" else pair_of(flow.sense, None, other)
