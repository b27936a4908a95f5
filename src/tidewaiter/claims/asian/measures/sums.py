"""Korean: amounts of several goods taken together: "두 품목을 합치면 1억 달러", "가발과 속눈썹을 합쳐 1천만 달러"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tidewaiter.claims.asian.nouns.lists import listed
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TOTAL, TRADE_MEASURES, Draft, Scene

_GOODS = r"(?:개)? ?(?:가지 )?(?:품목|제품|상품|광물|곡물|물품)"
#: "두 품목을 합치면", "이들 세 제품의 합계는", "이를 모두 합하면", "이 세 품목이 전체의 73%".
_TOGETHER = re.compile(
    rf"이(?:들)? (?P<these>(?P<all>두|세|네|다섯|[2-9]){_GOODS})[이가은는만의](?= )|"
    rf"(?:(?P<few>두|세|네|다섯|[2-9]){_GOODS}(?:을|를|의|은)? ?)?"
    r"(?:모두 |전부 |다 )?(?:합(?:치면|쳐서|쳐|친|하면|해서|해|한|산하면|산해|계)|더하면|더해|더한)"
)
_NUMBERS = {"두": 2, "세": 3, "네": 4, "다섯": 5}
#: How far before its figure a sum is called one.
_REACH = 32
_LINKED = re.compile(r"(?:[을를]|으로,?|등을|등)? ?")


@dataclass(slots=True)
class Sums:
    """The goods that the text has given amounts of, in order, with their paragraphs."""

    _told: list[tuple[int, str]] = field(default_factory=list)

    def learn(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Keep the goods of a sentence's own amounts."""
        for draft in drafts:
            product = draft.subject.product if draft.subject is not None and draft.subject.own else None
            if product is not None and product != TOTAL and "|" not in product and draft.measure in TRADE_MEASURES:
                self._told.append((scene.sentence.block, product))

    def goods(self, reading: Reading, scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> str | None:
        """The goods that an amount is the sum of, joined by "|"; None where it is none, or of unknown goods."""
        figure, sentence = draft.figure, scene.sentence
        start = max(sentence.start, figure.start - _REACH)
        found = list(_TOGETHER.finditer(reading.text, start, figure.start))
        if not found or any(f.start >= found[-1].end() and f.end <= figure.start for f in sentence.figures):
            return None
        together = found[-1]
        number = together["all"] or together["few"]
        named = [m for m in sentence.goods if m.good_id != "total" and m.end <= together.start()]
        if named and number is None and _LINKED.fullmatch(reading.text, named[-1].end, together.start()):
            names = listed(reading, sentence, named[-1])
            return names if "|" in names else None
        if named and number is not None and "|" in (names := listed(reading, sentence, named[-1])):
            return names
        before = [
            d.subject.product
            for d in earlier
            if d.subject is not None and d.subject.own and d.subject.product and d.subject.product != TOTAL
        ]
        told = list(dict.fromkeys([*(p for b, p in self._told if b >= sentence.block - 1), *before]))
        count = None if number is None else _NUMBERS.get(number) or int(number)
        if count is None:
            told = [p for b, p in self._told if b == sentence.block] + before
            told = list(dict.fromkeys(told))
        elif len(told) < count:
            return together["these"]
        else:
            told = told[-count:]
        return "|".join(told) if len(told) > 1 else None
