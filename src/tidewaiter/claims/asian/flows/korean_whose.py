"""Between whom a Korean word of trade is, where its sentence says it by more than who is named for it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.flows import korean_flows
from tidewaiter.claims.asian.flows.mention import Mention
from tidewaiter.claims.asian.flows.open_ends import complete
from tidewaiter.claims.asian.measures.wholes import given_home, given_turned, is_part
from tidewaiter.claims.asian.roles import korean_gifts, korean_markets
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.scene import pair_of

_ABROAD = re.compile(r"전 ?세계|세계 ?각국|해외[에로] |해외에서")
_DEPENDS = re.compile(r"에 (?:크게 |거의 |전적으로 |대부분 )?(?:의존|기대|의지)|(?:으)?로 (?:충당|메우|메운|채우|채운)")
_FROM_BOTH = re.compile(r"(?:두|세|네|양) ?(?:나라|국가|국)(?:에서|으로부터|로|에) \Z")
_ENDS = frozenset({"to", "from", "toward"})


def of_both(mention: Mention) -> bool:
    """ "두 나라 교역액": of the two that the text is about; "두 나라의 밀 수입": of each, and nobody's alone."""
    told, flow = mention.told, mention.flow
    context = told.context
    if not mention.both or mention.named or not told.korean:
        return False
    if flow.sense != "trade":
        home = context.pair.receiver if flow.sense == "import" else context.pair.sender
        if home is not None and _FROM_BOTH.search(told.reading.text, mention.earlier, mention.cue.start) is not None:
            # "두 나라에서 들여온 밀가루를 합하면": of several, and of none of them alone.
            flow.pair, flow.reporter = pair_of(flow.sense, home), home
            return True
        if not context.both and not context.pair.everyone:
            flow.reporter = GROUP
        return flow.reporter == GROUP
    if not (context.both or told.turns):
        return False
    flow.pair = Pair(partners=context.both or context.pair.everyone)
    if len(flow.pair.partners) != 2:
        complete(flow, told.followed, context, None)
    return True


def gone_on(mention: Mention) -> bool:
    """ "400만 배럴이 공급된", "반입량은": goods that move between nobody named go where those before went."""
    told, flow = mention.told, mention.flow
    if not told.korean or flow.stated:
        return False
    if not korean_flows.goes_on_so(told.reading, mention.cue, flow, told.context):
        return False
    flow.pair, flow.reporter = told.context.pair, told.context.reporter
    return True


def by_buyers(mention: Mention) -> bool:
    """Several who are called buyers of one."""
    flow = mention.flow
    if not mention.told.korean or not korean_markets.names_buyers(mention.told.reading, mention.cue, flow):
        return False
    flow.pair, flow.reporter = pair_of(flow.sense, None, flow.away or ""), GROUP
    return True


def our_gift(mention: Mention) -> bool:
    """ "정부는 쌀 5만t을 지원하기로": what Korea's own government gives."""
    told = mention.told
    if not told.korean:
        return False
    return korean_gifts.our_gift(told.reading, told.sentence, mention.cue, mention.flow, told.parties, told.context)


def gift(mention: Mention) -> bool:
    """ "유니세프는 북한에 백신을 보냈다": goods sent to a country by nobody that the sentence names."""
    told, flow = mention.told, mention.flow
    if not told.korean or flow.sense != "export" or flow.home is not None or not flow.away:
        return False
    if not korean_gifts.is_given(told.reading, mention.cue):
        return False
    korean_gifts.giver(told.sentence, flow, told.context)
    return True


def whole_at_home(mention: Mention) -> bool:
    """A whole that names nobody, where no trade was told before it: of whose customs tell it."""
    if not _is_bare_whole(mention) or mention.last is not None or not given_home(mention.flow, mention.told.context):
        return False
    mention.flow.total = True
    return True


def whole_of_part(mention: Mention) -> bool:
    """ "베트남에서 들어온 커피가 전체 수입량의 24.8%": the whole is whose the part is."""
    told, last = mention.told, mention.last
    if not _is_bare_whole(mention) or last is None or not is_part(told.reading, told.sentence, mention.flow, last):
        return False
    mention.flow.pair, mention.flow.reporter = last.pair, last.reporter
    return True


def whole_turned(mention: Mention) -> bool:
    """ "중국이 27만t을 수출해 전체 수입은 48만t을 기록": with everybody."""
    flow, last = mention.flow, mention.last
    if not _is_bare_whole(mention) or last is None or flow.compared or not given_turned(flow, last):
        return False
    flow.total = True
    return True


def whole_trade(mention: Mention) -> bool:
    """ "미얀마의 전체 교역 규모는": with everybody."""
    flow, named = mention.flow, mention.named
    if not mention.told.korean or not mention.whole or flow.sense != "trade" or [p.owner for p in named] != [True]:
        return False
    flow.total, flow.pair = True, Pair(partners=(named[0].code,))
    return True


def of_anybody(mention: Mention) -> None:
    """ "전 세계 150여 개국에 쌀을 수출": what is limited, earned or sold everywhere is with nobody alone."""
    told, flow = mention.told, mention.flow
    if not told.korean:
        return
    korean_flows.of_anybody(told.reading, told.sentence, flow, mention.named, told.parties)
    abroad = any(p.role in {"from", "toward"} or p.code == GROUP for p in mention.named)
    if flow.sense == "import" and flow.home and not abroad and _DEPENDS.match(told.reading.text, mention.cue.end):
        # "식량의 60%를 수입에 의존한다".
        flow.pair, flow.reporter = pair_of(flow.sense, flow.home), flow.home
        return
    if _ABROAD.search(told.reading.text, mention.earlier, mention.cue.start) is None:
        return
    if flow.sense != "trade" and flow.home and not any(p.role in _ENDS for p in mention.named):
        flow.pair = pair_of(flow.sense, flow.home)


def of_all_sold(mention: Mention) -> None:
    """ "중국의 캄보디아산 쌀 수입량은 … 전체 수출량의 45%": of all that the seller sells."""
    flow, last = mention.flow, mention.last
    if not mention.told.korean or not flow.compared or last is None or mention.named:
        return
    if {last.sense, flow.sense} == {"import", "export"} and last.away is not None:
        flow.pair, flow.reporter = pair_of(flow.sense, last.away), last.away


def _is_bare_whole(mention: Mention) -> bool:
    """Whether a Korean word says that all is meant, and nobody is named for it."""
    return mention.told.korean and mention.whole and not mention.named
