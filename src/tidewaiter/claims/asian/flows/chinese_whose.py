"""Between whom a Chinese word of trade is, where its sentence says it by more than who is named for it."""

from __future__ import annotations

from tidewaiter.claims.asian.flows import chinese_flows, chinese_gifts, chinese_wholes
from tidewaiter.claims.asian.flows.mention import Mention
from tidewaiter.claims.asian.nouns import nouns
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.scene import pair_of

_AMONG = ("其中", "其中，")


def by_own_book(mention: Mention) -> bool:
    """ "越南果蔬出口额达3.8亿美元" by Vietnam's own books: to everybody."""
    told, flow, cue = mention.told, mention.flow, mention.cue
    if not told.chinese:
        return False
    if not chinese_flows.by_own_book(told.reading, told.sentence, flow, mention.named, told.context, cue=cue):
        return False
    flow.pair = pair_of(flow.sense, flow.home)
    return True


def of_goods_origin(mention: Mention) -> bool:
    """ "中国进口虾8.9万吨。厄瓜多尔白虾进口量为6.3万吨": in a text on what one buys, goods called after another."""
    told, flow = mention.told, mention.flow
    if not told.chinese or flow.sense != "import" or flow.away is not None or not mention.named:
        return False
    origin = mention.named[-1]
    if origin.role != "subject" or origin.owner or not origin.code:
        return False
    named = nouns.traded(told.reading, told.sentence, mention.cue, told.parties)
    if named is None or not told.reading.text.startswith(named, origin.end):
        return False
    among = told.reading.text.endswith(_AMONG, 0, origin.start)
    buyer = _buyer(mention, among=among)
    if buyer not in {None, origin.code}:
        flow.pair, flow.reporter = pair_of("import", buyer, origin.code), buyer
        return True
    before = mention.last.pair if mention.last is not None else told.context.pair
    if len(before.everyone) != 1 or flow.verb or among:
        return False
    # "日本大豆进口量为312万吨，中国大豆进口量为1亿吨": each buys of everybody.
    flow.pair = pair_of("import", origin.code)
    return True


def back_to_own(mention: Mention) -> bool:
    """ "澳大利亚出口量也下降。11月中国进口铁矿石9815万吨": whom a text on all his trade comes back to by his name."""
    told, flow, lead = mention.told, mention.flow, mention.told.lead
    context = told.context
    if not told.chinese or lead is None or flow.sense == "trade" or not flow.stated or flow.away is not None:
        return False
    own = flow.home is not None and flow.home == lead.home and lead.away is None
    whose = {"export": context.pair.sender, "import": context.pair.receiver}.get(context.sense or "")
    left = not told.flows and whose not in {None, flow.home}
    if not own or not left or not any(p.code == flow.home and p.role == "subject" for p in mention.named):
        return False
    flow.pair = pair_of(flow.sense, flow.home)
    return True


def _buyer(mention: Mention, *, among: bool) -> str | None:
    """Who buys, as the sentence or the text has told before by more than a name before goods."""
    told = mention.told
    context, lead, last = told.context, told.lead, told.followed
    if last is not None:
        buys = last.sense == "import" and (last.verb or last.away is not None or among)
        return last.home if buys else None
    buyer = context.pair.receiver if context.sense == "import" else None
    led = lead is not None and lead.sense == "import" and lead.verb and lead.home == buyer
    return buyer if among or led or context.home == buyer else None


def bought_too(mention: Mention) -> bool:
    """Another buyer of the same seller, after one that is called its market."""
    flow, last = mention.flow, mention.last
    if not mention.told.chinese or last is None or not chinese_flows.buys_too(flow, mention.told.flows):
        return False
    flow.pair = pair_of(flow.sense, flow.home, last.away or "")
    return True


def part_bought(mention: Mention) -> bool:
    """ "出口…，其中中国进口…": what one buys of the goods that the word before says are sold."""
    told, flow, last = mention.told, mention.flow, mention.last
    if not told.chinese or last is None or not chinese_flows.bought_part(told.reading.text, flow, last):
        return False
    flow.pair, flow.goods = pair_of(flow.sense, flow.home, last.home or ""), last.goods
    return True


def by_next_buyer(mention: Mention) -> bool:
    """Who is told to buy next after another, in their places, buys of the seller that the text is on."""
    told, flow, last = mention.told, mention.flow, mention.last
    if told.lead is None or last is None or not chinese_flows.next_buyer(told.reading.text, flow, last, told.lead):
        return False
    flow.pair = pair_of(flow.sense, flow.home, told.lead.home or "")
    return True


def of_that_origin(mention: Mention) -> bool:
    """Goods named by the country that the word before says they come from."""
    told, flow, last = mention.told, mention.flow, mention.last
    if not told.chinese or last is None:
        return False
    if not chinese_flows.of_that_origin(told.sentence, flow, last, mention.named):
        return False
    flow.pair, flow.reporter = last.pair, last.reporter
    return True


def part_of_sold(mention: Mention) -> bool:
    """ "其中，中国进口…": what one buys of all that the sentence before says is sold."""
    told, flow = mention.told, mention.flow
    if not told.chinese or not chinese_flows.is_part_bought(told.reading, told.sentence, flow, told.context):
        return False
    flow.pair = pair_of(flow.sense, flow.home, told.context.pair.sender or "")
    return True


def given(mention: Mention) -> bool:
    """ "世界粮食计划署向老挝提供大米": given by nobody that is a country."""
    told, flow = mention.told, mention.flow
    if not told.chinese or not chinese_gifts.of_no_country(told.reading, told.sentence, flow, mention.cue):
        return False
    flow.reporter = GROUP
    return True


def whole_trade(mention: Mention) -> bool:
    """ "越南进出口总额": all the trade of the one country right before it."""
    flow = mention.flow
    if not mention.told.chinese or not mention.whole or flow.sense != "trade":
        return False
    if not chinese_flows.all_of(mention.named, mention.cue):
        return False
    flow.total = True
    return True


def beyond_title(mention: Mention) -> bool:
    """Who is named alone in a new paragraph, after several partners, trades with everybody."""
    told, flow = mention.told, mention.flow
    if not told.chinese or not chinese_flows.beyond_title(told.sentence, flow, told.context, told.lead):
        return False
    flow.pair = pair_of(flow.sense, flow.home)
    return True


def same_whole(mention: Mention) -> bool:
    """ "4月对朝鲜的总出口额为…；1至4月出口总额为…": all that goes from one to the other, both times."""
    told, last, previous = mention.told, mention.last, mention.previous
    if not told.chinese or not mention.whole or mention.named or last is None or previous is None:
        return False
    if not chinese_wholes.same_whole(told.reading, mention.flow, last, previous):
        return False
    mention.flow.pair, mention.flow.reporter = last.pair, last.reporter
    return True


def said_by(mention: Mention) -> None:
    """Give a flow without a home the country that is told behind it to trade."""
    told, flow = mention.told, mention.flow
    trader = chinese_flows.trader(told.reading.text, told.parties, flow) if told.chinese else None
    if trader:
        flow.pair, flow.reporter = pair_of(flow.sense, trader, flow.away or ""), trader
