"""To what and from what: "fell to $8,000", "from $98 million", and figures that only look as if they moved."""

from __future__ import annotations

from tidewaiter.claims.english.measures import steps
from tidewaiter.claims.english.measures.beside import Beside
from tidewaiter.claims.english.measures.change_words import led_to
from tidewaiter.claims.english.measures.held_up import holds_up, is_held_up
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue, words

#: Words of "to a monthly value".
_VALUE_REACH = 5
#: Characters between a word of share and the part, and those that " of" takes.
_PART_REACH, _OF = 16, 4
#: Characters that "to " takes, " down ", and " share".
_TO, _UP_REACH, _SHARE_REACH = 3, 5, 8
#: "Rose to reach", "fell to stand at".
REACHING = frozenset({"hit", "make", "reach", "total"})
COMING_TO, _BY = frozenset({"hitting", "reaching"}), frozenset({"percent", "times"})
#: Words of "sharply in May,".
_ADVERBS = 7
#: Behind "rose" or "fell" these lead to a level.
_PAST = frozenset({"above", "below", "beneath", "beyond", "over", "past", "under"})
#: What has a percentage for its level, and characters from there to its verb.
_PARTS, _PART_OF = frozenset({"proportion", "share"}), 40
_SHARES = frozenset({"share", "proportion", "portion"})
_UP_DOWN = (["down"], ["up"])
_BRINGING = words("bringing_to")


def amounted(beside: Beside) -> Movement | None:
    """ "Fell 25 percent and amounted to $13 billion": a level by itself."""
    if beside.word != "to":
        return None
    return Movement() if any(c.start < beside.place < c.end for c in beside.sentence.cues_of("level")) else None


def reached(beside: Beside) -> Movement | None:
    """ "Rose by 41 percent to reach $8.96 million"."""
    cue, place = beside.nearest, beside.place
    if beside.word in COMING_TO and cue is not None and not beside.relative:
        # "Rose by 41 percent, reaching $8.96 million".
        said = beside.reading.words(cue.end, place)
        moved = any(cue.end <= f.start < place and f.kind in _BY for f in beside.sentence.figures)
        # "Grew sharply in May, reaching $8.96 million".
        plain = len(said) <= _ADVERBS and said.count(",") == 1 and not _others(beside, cue)
        return Movement("to", direction_of(cue), cue) if (moved or plain) and said[-1:] == [","] else None
    if beside.word not in REACHING or cue is None or beside.relative:
        return None
    led = beside.reading.words(max(0, place - _TO), place)[-1:] == ["to"]
    return Movement("to", direction_of(cue), cue) if led else None


def _others(beside: Beside, cue: Cue) -> bool:
    """Whether other trade, changes or figures stand between a word of change and a figure."""
    between = [c for c in beside.sentence.cues if cue.end <= c.start < beside.place]
    figures = any(cue.end <= f.start < beside.place for f in beside.sentence.figures)
    return figures or any(c.kind in {"change", "flow_noun", "flow_verb"} for c in between)


def next_step(beside: Beside) -> Movement | None:
    """ "To $3 million in May and $4 million in June"."""
    if beside.word != "and" or beside.relative:
        return None
    return steps.next_step(beside.reading, beside.sentence, beside.figure, beside.move_of)


def compared_to(beside: Beside) -> Movement | None:
    """ "…, compared to $12 billion": what another figure is held against."""
    if beside.word != "to" or not holds_up(beside.reading, beside.sentence, beside.word, beside.place):
        return None
    return Movement("from", "none", beside.nearest)


def stepped(beside: Beside) -> Movement | None:
    """ "From $3 million to $8 million", without a word of change."""
    if beside.word != "to" or beside.left:
        return None
    return steps.stepped(beside.reading, beside.sentence, beside.figure)


def came_to(beside: Beside) -> Movement | None:
    """ "Fell to $8,000"; a percentage only where a share moves, or where it came from another one."""
    if beside.word != "to":
        return None
    cue = beside.nearest
    if beside.relative and not _is_level(beside):
        behind = steps.from_before(beside.reading, beside.sentence, beside.figure)
        if cue is None:
            return steps.shifted(beside.reading, beside.sentence, beside.figure) if behind else None
        if not behind:
            return None
    elif cue is None:
        return steps.shifted(beside.reading, beside.sentence, beside.figure)
    if not _BRINGING.isdisjoint(beside.reading.words(cue.end, beside.place)):
        # "Fell 3 percent, bringing the total to $212 million": what it comes to, however that moves.
        return Movement()
    return Movement("to", direction_of(cue), cue)


def _is_level(beside: Beside) -> bool:
    """Whether a percentage behind "to" is a share and what it came to."""
    down_to = beside.reading.words(max(0, beside.place - _UP_REACH), beside.place)[-1:] in _UP_DOWN
    return down_to or (bool(beside.left) and _of_share(beside)) or _after_part(beside)


def _of_share(beside: Beside) -> bool:
    """ "Russia's share dropped to 32%": a share moves to a percentage, and not by one."""
    shares = (c for c in beside.sentence.cues_of("share") if c.end <= beside.figure.start)
    return any(not _SHARES.isdisjoint(beside.reading.words(c.start, c.end)) for c in shares)


def _after_part(beside: Beside) -> bool:
    """ "Which last year represented 8% of the supply, dropped to 6%": the part it was, and the part it is."""
    earlier = [f for f in beside.sentence.figures if f.end <= beside.figure.start and f.kind == "percent"]
    if not earlier or beside.reading.words(earlier[-1].end, earlier[-1].end + _OF)[:1] != ["of"]:
        return False
    first = earlier[-1].start
    return any(c.end <= first and first - c.end <= _PART_REACH for c in beside.sentence.cues_of("share"))


def its_share(beside: Beside) -> Movement | None:
    """ "A 90 percent share"."""
    return Movement() if beside.relative and beside.behind(_SHARE_REACH)[:1] == ["share"] else None


def held_against(beside: Beside) -> Movement | None:
    """ "…, down from $102.3 million", "against 12 percent"."""
    if not is_held_up(beside.reading, beside.sentence, beside.figure):
        return None
    return Movement("from", "none", beside.nearest)


def led(beside: Beside) -> Movement | None:
    """An amount that a change led to: "a fall of 8 percent, at $3 million"."""
    if beside.relative:
        return None
    cue = led_to(beside.reading, beside.sentence, beside.changes, beside.figure)
    return Movement("to", direction_of(cue), cue) if cue is not None else None


def to_a_value(beside: Beside) -> Movement | None:
    """ "Dropping to a value of just $3.6 billion", "rose to a record of"."""
    cue = beside.nearest
    if beside.word != "of" or cue is None or beside.relative:
        return None
    words = beside.reading.words(cue.end, beside.place)
    valued = words[:1] == ["to"] and len(words) <= _VALUE_REACH and "," not in words
    return Movement("to", direction_of(cue), cue) if valued else None


def stands_at(beside: Beside) -> Movement | None:
    """ "Fell by half, at $3 million"."""
    return Movement("none", "none") if beside.word in {"at", "with"} and beside.left and not beside.relative else None


def contracted(beside: Beside) -> Movement | None:
    """ "Contracted 1.4 million tonnes of wheat": bought it."""
    cue, figure = beside.adjacent, beside.figure
    if cue is None or beside.relative or figure.kind == "money" or beside.behind(_OF)[:1] != ["of"]:
        return None
    return Movement() if any(c.start == cue.start for c in beside.sentence.cues_of("flow_verb")) else None


def gained(beside: Beside) -> Movement | None:
    """ "Exports gained $126.4 million": translated English for "reached"."""
    cue = beside.adjacent
    return Movement() if cue is not None and not beside.relative and beside.word_of(cue).startswith("gain") else None


def higher_at(beside: Beside) -> Movement | None:
    """ "Imports from Peru were higher at 180 tonnes": how many they were."""
    cue = None if beside.relative else beside.adjacent
    if cue is None or "at" not in beside.reading.words(cue.end, beside.figure.start):
        return None
    return Movement("to", direction_of(cue), cue)


def past(beside: Beside) -> Movement | None:
    """ "Fell below $4 billion", "its share fell below 95 percent": a level, and not by how much."""
    cue, figure = beside.adjacent, beside.figure
    if cue is None or figure.hedge is None or (beside.relative and not _of_a_part(beside, cue)):
        return None
    return None if _PAST.isdisjoint(beside.reading.words(*figure.hedge)) else Movement("to", direction_of(cue), cue)


def _of_a_part(beside: Beside, cue: Cue) -> bool:
    """Whether what moved is a share."""
    start = max(beside.sentence.start, cue.start - _PART_OF)
    return not _PARTS.isdisjoint(beside.reading.words(start, cue.start))
