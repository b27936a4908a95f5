"""The outline of a Korean or Chinese text: headings and heads of lines turn the context to what they name."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.goods import chinese_topics
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence

#: What heads a part of an outline.
_PART = re.compile(r"[([](?:주요 ?)?(?:수입|수출|수출입|교역)(?: ?(?:품목|상품|품))?[)\]] ")

_BY_GOODS = re.compile(
    r"(?:(?:한편|먼저|우선),? )?(?:주요 )?(?:(?:품목|상품|제품|국가|나라|지역|산업|시장)별|(?:수출|수입) ?품목)"
)


class Outline:
    """Under which heading, and at which head of a line, a text is."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self._reading, self._context = reading, context
        #: The goods of the heading over a part of a Chinese text.
        self._section: str | None = None
        #: The partner whom the line before named for what it tells.
        self._label: str | None = None
        #: The paragraph that last told of the time that the text began with.
        self._at_topic = -1
        #: The ends of the trade above such lines.
        self._unlabelled: Pair | None = None

    def turn_to_goods(self, sentence: Sentence) -> None:
        """A heading, or a sentence without figures, says in what goods the trade behind it is."""
        context = self._context
        headed = chinese_topics.heading(self._reading, sentence)
        if headed is not None:
            self._section = headed or None
            return
        turned = chinese_topics.leading(self._reading, sentence) or chinese_topics.turned_to(self._reading, sentence)
        if turned is None and sentence.block != context.product_block:
            turned = self._section
        if turned is not None:
            context.product, context.product_block = turned, sentence.block

    def turn_to_partner(self, sentence: Sentence) -> None:
        """ "印度：从12万吨降到2万吨": a line that names its partner goes on with the trade of the lines above it."""
        context, text = self._context, self._reading.text
        first = next((m for m in sentence.countries if m.start == sentence.start and m.alpha3), None)
        if first is None or first.alpha3 is None or not text.startswith(("：", ":"), first.end):
            if self._label is not None and self._unlabelled is not None and sentence.kind != "item":
                context.pair, self._label = self._unlabelled, None
            return
        if self._label is None:
            self._unlabelled = context.pair
        ends, code = (context.pair.sender, context.pair.receiver), first.alpha3
        if self._label is not None and self._label in ends and code not in ends:
            sender, receiver = (code if end == self._label else end for end in ends)
            context.pair = Pair(sender, receiver)
        elif context.sense in {"import", "export"} and code not in ends and ends.count(None) == 1:
            context.pair = Pair(ends[0] or code, ends[1] or code)
        self._label = code

    def new_part(self, sentence: Sentence) -> None:
        """Under the next head of an outline ("- (수입) 쌀 …") the text is back at the time that it is on."""
        context = self._context
        topic, period = context.topic, context.period
        if period is not None and topic == period:
            self._at_topic = context.block
        if topic is None or period is None or topic == period or not topic.covers(period):
            return
        text = self._reading.text
        headed = sentence.kind == "item" and _PART.match(text, sentence.start) is not None
        # After the halves of a year, or its last month, the next paragraph is on all of it: "품목별로 보면 …".
        told = sentence.block != context.block and (topic.is_year or self._at_topic == context.block)
        opened = told and _BY_GOODS.match(text, sentence.start) is not None
        if (headed or opened) and not sentence.times:
            context.period = context.compared_period = topic
