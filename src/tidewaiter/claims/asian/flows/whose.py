"""Between whom a Korean or Chinese word of trade is: the rules in order, the first that knows fills its ends in."""

from __future__ import annotations

import re
from collections.abc import Callable

from tidewaiter.claims.asian.flows import chinese_whose, korean_whose
from tidewaiter.claims.asian.flows.flow_ends import across_group, group
from tidewaiter.claims.asian.flows.mention import Mention
from tidewaiter.claims.asian.flows.open_ends import complete
from tidewaiter.claims.asian.roles import suppliers
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of

#: A paragraph that begins so goes on with the sentence before it.
_GOES_ON = re.compile(
    r"이는 |이로[써서] |이 ?중 |이 ?가운데 |이에 따라 |이 같은 |이러한 |그 ?중 |그 ?가운데 |여기에 |특히 "
)
_BY_GOODS = re.compile(r"(?:품목|상품|월|분기|연도|시기|물품) ?별")


def fill(mention: Mention) -> None:
    """Fill in the ends of a flow that its own words leave out."""
    if not any(rule(mention) for rule in _RULES):
        _by_context(mention)


def _with_everybody_again(mention: Mention) -> bool:
    """After several partners a total, or what nobody is named for, is with everybody."""
    told, flow = mention.told, mention.flow
    context, own = told.context, (told.lead.home if told.lead is not None else None) or told.context.home
    if not told.turns or flow.stated or own is None or mention.both or flow.compared:
        return False
    turned = told.chinese and context.many and told.sentence.block != context.block_of_pair
    turned = turned and not (told.flows or mention.named)
    alone = not mention.before and context.pair.everyone == (own,)
    if not (mention.whole or turned or alone):
        return False
    flow.total = mention.whole
    flow.pair = Pair(partners=(own,)) if flow.sense == "trade" else pair_of(flow.sense, own)
    return True


def _with_group(mention: Mention) -> bool:
    """Trade with a group of countries, or of one."""
    told, flow = mention.told, mention.flow
    if GROUP not in {p.code for p in mention.named}:
        return False
    acting = told.korean and flow.verb and _group_acts(mention.named)
    several = across_group(flow, told.context) if acting else None
    if several is not None:
        flow.pair = several
    else:
        group(flow, mention.named, told.context, told.lead, mention.last if told.chinese else None)
    return True


def _group_acts(named: list[Party]) -> bool:
    """ "유럽연합의 약 25개국은 17만t을 사들였다": whether a group of countries does it, and nobody else."""
    last = named[-1]
    return last.code == GROUP and last.role == "subject" and all(p.code == GROUP for p in named)


def _of_called(mention: Mention) -> bool:
    """ "日本为菲律宾最大香蕉出口市场，共进口6.3万吨": the called partner's side of the trade."""
    last = mention.last
    if last is None or not mention.after_supplier:
        return False
    if suppliers.bought_by(mention.flow, last):
        mention.flow.pair, mention.flow.reporter = last.pair, last.away
        return True
    if not suppliers.goes_on(mention.flow, last) or mention.named:
        return False
    mention.flow.pair, mention.flow.reporter = last.pair, last.home
    return True


def _whole_of_one(mention: Mention) -> bool:
    """All that one country sells or buys is with everybody; of a share it is as far as its own words say."""
    flow = mention.flow
    if not mention.whole or flow.home is None or flow.away is not None or flow.sense == "trade":
        return False
    flow.total = True
    if flow.compared:
        complete(flow, mention.told.followed, mention.told.context, None)
    return True


def _by_context(mention: Mention) -> None:
    """What the flow before, the lead or the context say of the ends that are left out."""
    told = mention.told
    lead = told.lead if _begins_afresh(mention) else None
    complete(
        mention.flow,
        _followed(mention),
        told.context,
        lead,
        mention.later,
        alone=told.chinese,
        excepted={p.code for p in told.parties if told.is_excepted(p.start)},
    )


def _followed(mention: Mention) -> Flow | None:
    """The flow that leaves its ends to the next one.

    "出口8999亿，对中国出口占14%；进口额为7752亿": an amount goes on with all, and not with whom a share was told of.
    """
    told, last, cue = mention.told, mention.told.followed, mention.cue
    if not told.chinese or last is None or last.away is None:
        return last
    figures = told.sentence.figures
    own = next((f for f in figures if f.start >= cue.end), None)
    between = [f.kind for f in figures if last.end <= f.start < cue.start]
    shared = any(last.end <= c.start < cue.start for c in told.sentence.cues_of("share"))
    if own is None or own.kind == "percent" or not shared or set(between) != {"percent"}:
        return last
    same = (f for f in told.flows if f.end <= last.start and (f.sense, f.home, f.away) == (last.sense, last.home, None))
    return next(same, last)


def _begins_afresh(mention: Mention) -> bool:
    """Whether a paragraph comes back to the trade that the text began with."""
    told, flow, lead = mention.told, mention.flow, mention.told.lead
    if told.flows or lead is None or told.sentence.block == told.context.block_of_pair:
        return False
    if _GOES_ON.match(told.reading.text, told.sentence.start) is not None:
        return False
    apart = bool(lead.home and lead.away) and not _between_the_two(mention, lead.pair)
    if told.korean and apart and _between_the_two(mention):
        # A text that began with others' aid, and goes on with the trade of the two that it is about.
        return False
    if told.korean and _is_at_large(mention):
        return False
    fresh = not (told.korean and lead.sense != flow.sense and _ends_go_on(mention))
    if flow.stated or lead.away is None:
        return fresh
    other = set(told.context.pair.everyone) != set(lead.pair.everyone)
    if told.korean:
        # "북한의 대중 수출은 2013년 29억 달러로 …", and in a new paragraph "품목별 수출은".
        fresh = fresh and (other or not (_by_goods(mention) or _turns_its_book(mention)))
    if fresh and _in_list(told.reading, told.sentence):
        # "▲ 가발 = 가발 수출은": whose trade between the two was told last goes on.
        return other or told.context.reporter is None
    return fresh


def _between_the_two(mention: Mention, pair: Pair | None = None) -> bool:
    """Whether a pair, or what was told last, is between the two countries that the text is about."""
    context = mention.told.context
    two = {context.focus, context.opposite}
    return None not in two and set((pair or context.pair).everyone) == two


def _ends_go_on(mention: Mention) -> bool:
    """What the sentence before told of both ends goes on; the text did not begin with this trade."""
    context, flow = mention.told.context, mention.flow
    if context.sense != flow.sense:
        return False
    if not (context.pair.sender and context.pair.receiver):
        # "에리트레아는 식량을 수입에 의존한다. 밀 수입은 21만t이다.\n\n올해 밀 도입량은": its purchases from all go on.
        own = context.pair.receiver if flow.sense == "import" else context.pair.sender
        return own is not None and own == context.reporter and not flow.stated and flow.home is None
    # "한국의 수입은 21억 달러다.\n\n이란의 의약품 수입은": whose purchases were told is not who buys now.
    return flow.home in {None, context.pair.receiver if flow.sense == "import" else context.pair.sender}


def _by_goods(mention: Mention) -> bool:
    told = mention.told
    same = told.context.sense == mention.flow.sense
    return same and _BY_GOODS.match(told.reading.text, told.sentence.start) is not None


def _is_at_large(mention: Mention) -> bool:
    """ "미얀마의 교역액은 340억 달러다.\n\n수출 품목은": with everybody, in a text that began with another's trade."""
    context, lead = mention.told.context, mention.told.lead
    alone = context.alone is not None and context.pair.everyone == (context.alone,)
    return alone and lead is not None and lead.home != context.alone and not (mention.flow.stated or mention.named)


def _turns_its_book(mention: Mention) -> bool:
    """ "북한이 중국에 수출한 품목은 …", and in a new paragraph "수입 품목 1위는": the other way by the same book."""
    context = mention.told.context
    home = context.pair.sender if context.sense == "export" else context.pair.receiver
    turned = {context.sense, mention.flow.sense} == {"import", "export"}
    return turned and home is not None and context.reporter == home


def _in_list(reading: Reading, sentence: Sentence) -> bool:
    """Whether a Korean paragraph is an item under a mark: "▲ 광물 = 텅스텐 1천만 달러"."""
    return reading.language == "ko" and sentence.kind == "item"


#: The rules in order: the first that says it knows decides.
_RULES: tuple[Callable[[Mention], bool], ...] = (
    chinese_whose.of_goods_origin,
    chinese_whose.back_to_own,
    _with_everybody_again,
    korean_whose.of_both,
    chinese_whose.by_own_book,
    _with_group,
    _of_called,
    chinese_whose.bought_too,
    chinese_whose.part_bought,
    chinese_whose.by_next_buyer,
    chinese_whose.of_that_origin,
    chinese_whose.part_of_sold,
    korean_whose.gone_on,
    korean_whose.by_buyers,
    korean_whose.our_gift,
    korean_whose.gift,
    korean_whose.whole_at_home,
    korean_whose.whole_of_part,
    korean_whose.whole_turned,
    chinese_whose.given,
    chinese_whose.whole_trade,
    chinese_whose.beyond_title,
    korean_whose.whole_trade,
    chinese_whose.same_whole,
    _whole_of_one,
)
