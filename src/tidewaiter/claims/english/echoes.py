"""Lists that answer the sentence before: "In 2019, the figures were $5 million and $3 million, respectively"."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context, Told
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Subject, Timed
from tidewaiter.claims.words.lexicon import words

_RULE = "respectively, of the sentence before"
#: What a list calls the amounts that it answers.
_SUMS, _THEY = words("sums_at_large"), frozenset({"they"})


@turns_on(_SUMS | _THEY | {"respectively"}, otherwise=None)
def answer(reading: Reading, scene: Scene, drafts: list[Draft], context: Context) -> None:
    """Give amounts the ends, goods or times of those of the sentence before, one by one, where as many answer them."""
    amounts = [d for d in drafts if d.measure in {"trade_value", "trade_quantity"}]
    told = context.amounts
    if len(told) != len(amounts) or len(told) < 2 or len(amounts) < len(drafts):
        return
    if any(draft.figure.kind != before.kind for draft, before in zip(amounts, told, strict=True)):
        return
    sentence = scene.sentence
    if not (scene.flows or scene.parties or sentence.goods):
        if (_SUMS | _THEY) & set(reading.words(sentence.start, amounts[0].figure.start)):
            _same_trades(amounts, told)
    elif sentence.cues_of("respectively") and not scene.whens and len({str(t.period) for t in told}) > 1:
        # "Rice was $5 million in 2018 and $3 million in 2019. Sugar was $2 million and $1 million, respectively."
        for draft, before in zip(amounts, told, strict=True):
            draft.timed = Timed(before.period, _RULE)


def _same_trades(amounts: list[Draft], told: tuple[Told, ...]) -> None:
    for draft, before in zip(amounts, told, strict=True):
        draft.pair, draft.rules["parties"] = before.pair, _RULE
        draft.subject = Subject(before.product, _RULE)
