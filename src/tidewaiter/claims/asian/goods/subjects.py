"""What a figure is about in Korean and Chinese: goods next to it, else its flow's, else the context's."""

from __future__ import annotations

from tidewaiter.claims.asian.goods import counted_goods, flow_goods, goods_before, own_words, untold_goods
from tidewaiter.claims.asian.goods.asked_goods import AskedGoods, GoodsRule
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.reading.scene import Subject

#: The rules in order: the first that knows the goods decides.
_RULES: tuple[GoodsRule, ...] = (
    # What the figure's own words, or those of the figure right before it, name.
    own_words.of_nothing,
    own_words.said_again,
    own_words.summed_up,
    own_words.beside_it,
    own_words.led_to,
    own_words.reached,
    own_words.in_series,
    # What is counted, and crosses no border.
    counted_goods.of_disease,
    counted_goods.made,
    counted_goods.counted,
    counted_goods.counted_before,
    counted_goods.noun_of_its_own,
    # What the trade is in, that the figure is of.
    flow_goods.a_part,
    goods_before.gone_on,
    flow_goods.of_any_kind,
    flow_goods.of_next_clause,
    flow_goods.of_flow,
    flow_goods.all_traded,
    flow_goods.sent_on,
    flow_goods.by_partners,
    flow_goods.priced,
    flow_goods.together,
    flow_goods.of_whole,
    goods_before.shared_on,
    goods_before.part_of_amount,
    flow_goods.of_topic,
    # What was told of before it in the sentence.
    goods_before.of_made,
    goods_before.of_trade_between,
    goods_before.of_one_trade,
    goods_before.of_same_trade,
    goods_before.of_other_way,
    goods_before.of_amount_before,
    goods_before.part_of_trade,
    # What the text is on, where the sentence names no goods.
    untold_goods.share_of_all,
    untold_goods.balance_of_all,
    untold_goods.without_trade,
    goods_before.of_trade_unspoken,
    untold_goods.part_of_all_but,
    untold_goods.part_of_all,
    untold_goods.the_other_way,
    untold_goods.made_there,
    untold_goods.of_theme,
)


def subject(asked: AskedGoods) -> Subject:
    """What a figure is about."""
    return first_answer(_RULES, asked) or untold_goods.carried(asked)
