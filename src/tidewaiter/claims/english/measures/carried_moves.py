"""Changes told once and meant again: "exports dropped 68 percent and imports 74 percent", "by $2 billion (27%)"."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement, MoveOf, direction_of
from tidewaiter.claims.words.lexicon import Cue, words

#: What a change may be measured in ("in terms of quantity"), and characters that it takes.
_MEASURES, _MEASURED, _MEASURE_REACH = words("measured_in"), frozenset({"by", "in"}), 28
#: Words of ", an amount equivalent to".
_REPEAT_REACH = 10
#: Words of ", exports to Chad by", which leaves out the verb.
_GAP = 8
#: Characters between a change and the time it is against (" from the ").
_FROM_REACH = 16
#: How a change is said to be against a year or a month before, the first words of that, and characters of "and ".
_COMPARING, _AGAINST_WHAT, _JOINT = frozenset({"yoy", "mom"}), words("compared_against"), 5
#: What says something else of countries than how they moved, and words that lead from a change to a list of them.
_OTHERWISE = frozenset({"share", "partner"})
_LEADING_TO = frozenset(
    {"are", "as", "especially", "for", "include", "included", "includes", "including", "notably", "to", "was", "were"}
)
#: Characters of ") higher", and words that say which way.
_LESS_REACH, _COMPARED = 9, frozenset({"higher", "less", "lower", "more"})
_RELATIVE = frozenset({"percent", "times"})
_LISTED = frozenset({",", ";", "in", "and", "its", "their", "while"})
#: Words from one figure to the next with goods between, and cues that make it another statement.
_GOODS_REACH, _MOVING = 10, frozenset({"change", "level", "share", "flow_verb", "speech"})


def listed(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "Dipped 10.6 percent and 12.7 percent, respectively, to $2.9 billion and $2.6 billion"."""
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    if not earlier or earlier[-1].kind != figure.kind or reading.words(earlier[-1].end, figure.start) != ["and"]:
        return None
    moved = move_of(earlier[-1])
    return moved if moved.relation in {"by", "to"} else None


def again(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "A 22% decrease from 2024, and about 7% from 2023": against another time, the same change."""
    following = reading.words(figure.end, min(figure.end + 8, sentence.end))[:1]
    if set(following) <= _AGAINST_WHAT and following and (moved := _and_against(reading, sentence, figure, move_of)):
        return moved
    if set(following) <= _MEASURED and following and (moved := _in_another_measure(reading, sentence, figure, move_of)):
        return moved
    times = [t for t in sentence.times if 0 <= t.start - figure.end <= _FROM_REACH]
    earlier = [f for f in sentence.figures if f.end <= figure.start and f.kind == figure.kind]
    if following not in (["from"], ["over"], ["on"]) or not times or not earlier:
        return None
    moved = move_of(earlier[-1])
    return moved if moved.relation == "by" else None


def _and_against(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "Fell 7 percent YoY from $92 million in 2022, and 22 percent MoM": the verb goes on, against another time."""
    against = any(t.form in _COMPARING and 0 <= t.start - figure.end <= 1 for t in sentence.times)
    earlier = [f for f in sentence.figures if f.end <= figure.start and f.kind == figure.kind]
    before = reading.words(max(sentence.start, figure.begins - _JOINT), figure.begins)[-1:]
    if not against or not earlier or before not in (["and"], [","]):
        return None
    moved = move_of(earlier[-1])
    return moved if moved.relation == "by" else None


def _in_another_measure(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "Fell 16 percent in quantity at 3 million pieces and 10 percent in value": the verb goes on."""
    first = next((f for f in reversed(sentence.figures) if f.end <= figure.start and f.kind == figure.kind), None)
    before = reading.words(max(sentence.start, figure.begins - _JOINT), figure.begins)[-1:]
    if first is None or before not in (["and"], [","]):
        return None
    if not (_said_in(reading, figure.end) and _said_in(reading, first.end)):
        return None
    moved = move_of(first)
    return moved if moved.relation == "by" else None


def _said_in(reading: Reading, offset: int) -> bool:
    """Whether "in value", "in terms of quantity", "by weight" or "in value terms" stands there."""
    said = [word for word in reading.words(offset, offset + _MEASURE_REACH) if word not in {"terms", "of", "the"}]
    return said[:1] != [] and said[0] in _MEASURED and said[1:2] != [] and said[1] in _MEASURES


def gapped(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "Exports dropped 67.9 percent to $89 million, and imports 73.9 percent to $773 million": the verb goes on."""
    traded = next((c for c in reversed(sentence.cues_of("flow_noun")) if c.end <= figure.start), None)
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    if earlier and _alike(earlier[-1], figure) and _next_goods(reading, sentence, earlier[-1].end, figure.start):
        moved = move_of(earlier[-1])
        return moved if moved.relation == "by" else None
    if traded is None or not earlier or not earlier[-1].end <= traded.start or reading.words(traded.end, figure.start):
        return None
    first = next((f for f in reversed(earlier) if f.kind == figure.kind), None)
    times = [(t.start, t.end) for t in sentence.times]
    joined = [w for w, at in reading.placed(earlier[-1].end, traded.start) if not any(s <= at < e for s, e in times)]
    if first is None or not joined or not set(joined) <= _LISTED:
        return None
    if reading.words(figure.end, figure.end + 3)[:1] != reading.words(first.end, first.end + 3)[:1]:
        return None
    moved = move_of(first)
    return moved if moved.relation == "by" else None


def by_as_well(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "Turnover rose by 61 percent, exports by 89 percent and imports by 33 percent": the verb of the first one."""
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    if not earlier or not _alike(earlier[-1], figure):
        return None
    between = reading.words(earlier[-1].end, figure.start)
    if len(between) > _GAP or between[:1] not in ([","], ["and"], [";"]):
        return None
    moved = move_of(earlier[-1])
    return Movement("by", moved.direction) if moved.relation == "by" else None


def _alike(one: Figure, other: Figure) -> bool:
    """Figures that tell the same of different goods: "cars 84 percent, beef 4.1-fold"."""
    return one.kind == other.kind or {one.kind, other.kind} == _RELATIVE


def _next_goods(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """ "Machinery dropped 97.3 percent, tools (HS 82) 97.4 percent and cars 99.1 percent": goods and nothing else."""
    said = reading.words(start, end)
    if not 2 <= len(said) <= _GOODS_REACH or said[0] not in {",", "and", ";"}:
        return False
    if not any(start <= g.start and g.end <= end for g in sentence.goods):
        return False
    if any(start <= c.start < end and c.kind in _MOVING for c in sentence.cues):
        return False
    said = [word for n, word in enumerate(said) if said[n : n + 2] != ["those", "of"]]
    return not any(reading.is_word("verbs", word) or word in {"to", "from", "than"} for word in said)


def repeated(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "An increase of 18 percent (or $40 million)": the change once more, in money or goods."""
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    between = reading.words(earlier[-1].end, figure.start) if earlier else []
    same = between[:2] == ["(", "or"] or between[-2:] == ["equivalent", "to"]
    behind = reading.words(figure.end, min(figure.end + _LESS_REACH, sentence.end))
    # "4.2 percent ($4.6 million) less than a year earlier".
    same = same or (between == ["("] and behind[:1] == [")"] and not _COMPARED.isdisjoint(behind[1:2]))
    if not same or len(between) > _REPEAT_REACH or earlier[-1].kind != "percent":
        return None
    moved = move_of(earlier[-1])
    return moved if moved.relation == "by" else None


def bracketed(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "Rose by 1.8 billion dollars (27.5 percent)": the change once more, as a part of what was."""
    earlier = [f for f in sentence.figures if f.end <= figure.start and f.kind in {"money", "quantity", "count"}]
    closed = reading.text[figure.end : figure.end + 1] == ")"
    if not closed or not earlier or reading.words(earlier[-1].end, figure.start) != ["("]:
        return None
    moved = move_of(earlier[-1])
    return moved if moved.relation == "by" else None


def told_in_brackets(reading: Reading, sentence: Sentence, figure: Figure, changes: list[Cue]) -> Movement | None:
    """ "Those that saw growth were Peru (51 percent) and Chad (47 percent)": what each of a list did.

    A list of goods stands behind a colon: "due to increases in five of the top ten: tea (30%); gum (28%)".
    """
    i = reading.tokens.before(figure.start)
    if reading.tokens.words[i] != "(" or i < 1:
        return None
    colon = reading.text.rfind(":", sentence.start, figure.start)
    opens = max(colon, sentence.start)
    ahead = [f for f in sentence.figures if opens <= f.start and f.end <= figure.start]
    alike = [f for f in ahead if f.kind == figure.kind and reading.text.startswith(")", f.end)]
    first = alike[0] if alike else figure
    cue = next((c for c in reversed(changes) if c.end <= (colon if colon >= 0 else first.start)), None)
    if cue is None or len(alike) != len(ahead):
        return None
    said = [c for c in sentence.cues if cue.end <= c.start < first.start]
    if colon >= 0:
        otherwise = any(c.kind == "share" or c.start > colon for c in said)
        return None if otherwise else Movement("by", direction_of(cue), cue)
    named = any(c.end == reading.tokens.ends[i - 1] for c in sentence.countries)
    country = next((c for c in sentence.countries if cue.end <= c.start < first.start), None)
    if not named or country is None or any(c.kind in _OTHERWISE for c in said):
        return None
    led = [word for word in reading.words(cue.end, country.start) if word != "the"]
    return Movement("by", direction_of(cue), cue) if led and led[-1] in _LEADING_TO else None
