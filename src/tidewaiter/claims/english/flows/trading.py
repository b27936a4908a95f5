"""Whether a sentence without a word of trade goes on speaking of it, or has turned to something else."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TRADE_MEASURES, Clause, Draft, Movement, Scene, clause_at
from tidewaiter.claims.words.lexicon import words

_UNTRADED = words("untraded")
#: Sentences that are no sentences: what stands above or beside them says what they speak of.
_BARE = frozenset({"title", "heading", "row"})
#: What a text on trade calls the trade it has spoken of.
_SPOKEN_OF = frozenset(
    {"that", "those", "this", "these", "it", "total", "figure", "value", "volume", "worth", "remainder", "rest"}
)
#: What times are said to do.
_TIMES_DO = words("what_times_do")
#: What may stand before the times of a sentence, and characters that "alone" and a verb take.
_SETTING, _VERB_REACH = frozenset({"in", ",", "the", "during", "for", "but"}), 24
_FORESEEING = words("foreseeing")
#: Characters of "them back down to", and what may stand in it.
_PUSHED, _THEM = 40, (["it"], ["them"])
_WAYS = words("before_figure") | {"back", "down", "just", "only", "up"}
_MOVING = words("under_way")
#: Words that speak of no trade, save before these.
_TOLD_IN = {("daily", other) for other in ("average", "basis", "rate")} | {
    ("dollar", other) for other in ("earnings", "income", "receipts", "revenue", "terms", "value")
}
_TELLING = frozenset({one for one, _ in _TOLD_IN})
_GOING_ON = frozenset({"share", "partner", "level"})


def goes_on(reading: Reading, scene: Scene, figure: Figure, moved: Movement, earlier: list[Draft]) -> bool:
    """Whether a figure may take what it leaves out from the trade spoken of before."""
    sentence = scene.sentence
    if scene.flows or sentence.kind in _BARE:
        return True
    if _is_labelled(reading, scene) or _time_brought(reading, scene):
        return True
    clause = clause_at(scene.clauses, figure.start)
    if not sentence.words.isdisjoint(_UNTRADED) and _leaves_trade(reading, scene, clause):
        return False
    if sentence.kind == "item" and reading.words(max(sentence.start, figure.start - 3), figure.start)[:1] == [":"]:
        # "- Paraffin wax: $3 million", in a list under a line on trade.
        return True
    if any(when.owns is figure for when in scene.whens):
        # "Last year's $174 million".
        return True
    if figure.kind == "zero" or sentence.goods or scene.parties or moved.relation != "none":
        return True
    if reading.words(figure.end, min(figure.end + 24, sentence.end))[:1] == ["of"]:
        return True
    if not _FORESEEING.isdisjoint(reading.words(max(clause.start, figure.begins - 24), figure.begins)[-4:]):
        # "Economists expect no more than $34 billion".
        return True
    if figure.kind == "quantity" and not reading.words(sentence.start, figure.begins):
        # "Some 5,300 tons went by rail."
        return True
    if _is_fragment(reading, scene, figure):
        return True
    if figure.kind == "quantity" and not _MOVING.isdisjoint(reading.words(figure.end, figure.end + _VERB_REACH)[:1]):
        # "Between May and July 134,000 tons crossed the border."
        return True
    if any(draft.measure in TRADE_MEASURES - {"other"} for draft in earlier):
        return True
    if _they_were(reading.words(clause.start, figure.start)) or _brought_to(reading, scene, figure):
        return True
    if not sentence.words.isdisjoint(_SPOKEN_OF) and _said(reading, scene, clause) & _SPOKEN_OF:
        return True
    return any(c.kind in _GOING_ON and c.end <= figure.start for c in sentence.cues)


def _is_fragment(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """ "Only $95 million in January.": an amount and its time, and no verb."""
    if figure.kind not in {"money", "quantity"} or figure is not scene.sentence.figures[0]:
        return False
    following = next((w for w in scene.whens if w.start >= figure.end), None)
    if following is None or not set(reading.words(figure.end, following.start)) <= _SETTING:
        return False
    return set(reading.words(scene.sentence.start, figure.begins)) <= _WAYS


def _brought_to(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """ "A recovery brought them to $3 billion", "the harvest pushed it back up to 40,000 tonnes": what was told of."""
    said = reading.words(max(scene.sentence.start, figure.start - _PUSHED), figure.start)
    said = [word for word in said if word not in _WAYS]
    return figure.kind in {"money", "quantity"} and said[-1:] == ["to"] and said[-2:-1] in _THEM


def _leaves_trade(reading: Reading, scene: Scene, clause: Clause) -> bool:
    """Whether a clause has a word of something else; "the daily average", "US dollar earnings" do not."""
    said = _said(reading, scene, clause) & _UNTRADED
    if said and said <= _TELLING:
        told = {one for one, other in pairwise(reading.words(clause.start, clause.end)) if (one, other) in _TOLD_IN}
        return not said <= told
    return bool(said)


def _time_brought(reading: Reading, scene: Scene) -> bool:
    """ "December alone brought 6.9 million tons": a time is what the sentence speaks of."""
    sentence = scene.sentence
    end = sentence.start
    for time in sentence.times:
        # "In 2019 the same eight months yielded …": of a year, its months.
        if not set(reading.words(end, time.start)) <= _SETTING:
            return False
        end = time.end
        said = [word for word in reading.words(end, end + _VERB_REACH)[:2] if word != "alone"]
        if said and said[0] in _TIMES_DO:
            return True
    return False


def _is_labelled(reading: Reading, scene: Scene) -> bool:
    """ "January-April: $19.8 million": a time and what was traded in it."""
    sentence = scene.sentence
    if not sentence.times:
        return False
    apart = [(t.start, t.end) for t in sentence.times] + [(f.start, f.end) for f in sentence.figures]
    rest = [start for word, start in reading.placed(sentence.start, sentence.end) if word[0].isalpha()]
    return all(any(s <= start < e for s, e in apart) for start in rest)


def _said(reading: Reading, scene: Scene, clause: Clause) -> set[str]:
    """The words of a clause that are no part of a figure."""
    own = [(f.start, f.end) for f in scene.sentence.figures]
    return {
        word
        for start, end in clause.stretches
        for word, place in reading.placed(start, end)
        if not any(first <= place < last for first, last in own)
    }


def _they_were(before: list[str]) -> bool:
    """ "In November they had been $197.1 million": exports were, where people would have had or done something."""
    return any(
        word == "they" and (after[:1] in (["were"], ["are"]) or after[:2] in (["had", "been"], ["have", "been"]))
        for word, after in ((word, before[place + 1 : place + 3]) for place, word in enumerate(before))
    )
