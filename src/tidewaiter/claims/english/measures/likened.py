"""Amounts that are told by another: "$4.3 million, equivalent to its total imports in 2021", "and nearly as much from
India in 2015". No numeral stands there, and yet it says how much another time, or another partner, had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.numbers.hedges import NEAR
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Movement, Party, Scene, Timed, When, pair_of
from tidewaiter.claims.words.lexicon import words
from tidewaiter.reference.goods import TOTAL as TOTAL_GOODS

_EQUAL = words("equal")
_HEDGES = words("nearly_equal")
_MUCH = frozenset({"much", "many"})
_LEVELS = frozenset({"trade_value", "trade_quantity"})
_ONE, _TENTH = Decimal(1), NEAR
_LIKENING = _EQUAL | {"as"}


@turns_on(_LIKENING, otherwise=())
def likened(reading: Reading, scene: Scene, drafts: list[Draft]) -> Sequence[Draft]:
    """The further claims of a sentence whose amounts are those of figures before them."""
    found = []
    for start, end, after, hedged, equal in _marks(reading, scene):
        model = next((d for d in reversed(drafts) if d.figure.end <= start and _is_level(d)), None)
        stop = _stop(reading, scene, after)
        if model is None or any(f.start < start and f.start > model.figure.end for f in scene.sentence.figures):
            continue
        made = _told(reading, scene, model, (after, stop), equal=equal)
        if made is not None:
            timed, pair = made
            found.append(_draft(model, start, end, timed, pair, hedged=hedged, equal=equal))
    return found


def _marks(reading: Reading, scene: Scene) -> Iterator[tuple[int, int, int, bool, bool]]:
    """Where a likeness is said: its start and end, where what it is to begins, whether it is hedged, and its kind."""
    tokens = reading.tokens
    first, last = tokens.at(scene.sentence.start), tokens.at(scene.sentence.end)
    for i in range(first + 1, last - 1):
        word, hedged = tokens.words[i], tokens.words[i - 1] in _HEDGES
        start = tokens.starts[i - 1] if hedged else tokens.starts[i]
        if word in _EQUAL:
            after = i + 2 if tokens.words[i + 1] in {"to", "with"} else i + 1
            yield start, tokens.ends[i], tokens.starts[min(after, last - 1)], hedged, True
        elif word == "as" and tokens.words[i + 1] in _MUCH and i + 2 < last:
            yield tokens.starts[i], tokens.ends[i + 1], tokens.starts[i + 2], hedged, False


def _is_level(draft: Draft) -> bool:
    return draft.measure in _LEVELS and draft.figure.value > 0 and draft.modality == "asserted"


def _stop(reading: Reading, scene: Scene, after: int) -> int:
    """Where what it is likened to ends: at a comma, the next figure or the end of the sentence."""
    comma = reading.text.find(",", after, scene.sentence.end)
    ends = [scene.sentence.end, *(f.start for f in scene.sentence.figures if f.start >= after)]
    return min([*ends, comma] if comma >= 0 else ends)


def _told(
    reading: Reading, scene: Scene, model: Draft, stretch: tuple[int, int], *, equal: bool
) -> tuple[Timed, Pair] | None:
    """The time and the ends of what it is likened to; None where the words name other goods, or neither of the two."""
    start, stop = stretch
    product = (model.subject.product or "").lower() if model.subject else ""
    goods = [m for m in scene.sentence.goods if start <= m.start < stop]
    # "Its total imports of soap" are of soap; "its total imports" may be of everything.
    named = [m for m in goods if m.good_id != TOTAL_GOODS] or goods
    if any(reading.text[m.start : m.end].lower() not in product for m in named):
        return None
    when = next((w for w in scene.whens if start <= w.start < stop and w.period is not None), None)
    parties = [p for p in scene.parties if start <= p.start < stop]
    known = {model.pair.sender, model.pair.receiver}
    others = [p for p in parties if p.code not in known]
    if equal:
        flow = any(c.kind == "flow_noun" and start <= c.start < stop for c in scene.sentence.cues)
        if others or not flow or when is None or when.period == model.period:
            return None
        return _timed(model, when), model.pair
    pair = _other_pair(model, others)
    if pair is None or stop - start > _FAR:
        return None
    return _timed(model, when), pair


#: "As much from India in 2015": what follows is short.
_FAR = 60


def _other_pair(model: Draft, others: list[Party]) -> Pair | None:
    """The same trade with the partner named: "as much from India", "as much to Japan"."""
    flow = model.flow
    if flow is None or len(others) != 1 or others[0].role not in {"from", "to"}:
        return None
    role = {"import": "from", "export": "to"}.get(flow.sense)
    home = model.pair.receiver if flow.sense == "import" else model.pair.sender
    return pair_of(flow.sense, home, others[0].code) if role == others[0].role else None


def _timed(model: Draft, when: When | None) -> Timed:
    if when is None:
        return model.timed or Timed(None, "no time given")
    return Timed(when.period, "the time of what it is likened to", when)


def _draft(model: Draft, start: int, end: int, timed: Timed, pair: Pair, *, hedged: bool, equal: bool) -> Draft:
    """The claim: of its model's amount, as far as the words allow.

    "Almost equaling last year's": last year had a little more. "Nearly as much from India": India had a little less.
    """
    value = model.figure.value
    least: Decimal | None = value * (_ONE - _TENTH)
    most: Decimal | None = value * (_ONE + _TENTH)
    qualifier = "approx"
    if hedged and equal:
        least, most, qualifier = value, None, "more_than"
    elif hedged:
        most, qualifier = value, "nearly"
    figure = Figure(
        start,
        end,
        value,
        least,
        most,
        model.figure.unit,
        model.figure.kind,
        qualifier,
        rule="an amount told by another",
    )
    rules = {**model.rules, "period": timed.rule}
    return replace(
        model, figure=figure, moved=Movement(), timed=timed, pair=pair, comparison="none", base=None, rules=rules
    )
