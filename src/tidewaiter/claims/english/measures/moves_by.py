"""By how much: "fell 81 percent", "a drop of 3 tonnes", "the increase was about 5 percent", "5% more"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.measures import carried_moves
from tidewaiter.claims.english.measures.beside import Beside
from tidewaiter.claims.english.measures.change_words import (
    cue_after,
    more_or_less,
    named_after,
    noun_behind,
    than_a_time,
)
from tidewaiter.claims.english.measures.limits import is_multiple_of_limit
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue, words

_NOUNS = words("change_nouns")
#: What an amount behind "of" may be, instead of the change.
_LEVELS = words("levels") | {"total"}
_CHANGED = tuple([noun] for noun in _NOUNS)
#: Words of what changed, behind the noun of the change: "an increase in the deficit in goods of $3 million".
_WHAT_REACH = 7
#: Words between the noun of a change and its verb.
_VERB_REACH = 5
LOST = frozenset({"lost", "loses", "shed"})
ADDED = frozenset({"added", "adding"})
BEING = frozenset({"is", "was"})
_SIGNS_UP, _SIGNS_DOWN = "+▲△↑", "-−–▼▽↓"
#: Characters that " of" takes, and that " of which" does.
_OF, _OF_WHICH, _THOSE = 4, 10, (["which"], ["whom"], ["them"])
#: Behind an amount these say that it is how much more or less there was.
_MORE_BY = words("more_by")
#: How fast something grows, and words from its verb to there.
_PACES, _PACED = frozenset({"clip", "pace", "rate"}), 5
_AT_A = (["at", "a"], ["at", "an"])
#: Before "by" these say which way, and characters that they take.
_LEVELS_SIGNED, _SIGNED_REACH = frozenset({"balance", "deficit", "gap", "surplus"}), 60
_MORE_THAN = {"more": "increase", "higher": "increase", "less": "decrease", "lower": "decrease", "fewer": "decrease"}
_MORE_REACH = 8


def inside(beside: Beside) -> Movement | None:
    """A figure that is a word of change itself: "doubled"; not "double the cap", which did not grow."""
    figure = beside.figure
    cue = next((c for c in beside.changes if figure.start < c.end and c.start < figure.end), None)
    if cue is not None and is_multiple_of_limit(beside.reading, beside.sentence, figure):
        return Movement()
    return Movement("by", direction_of(cue), cue) if cue is not None else None


def of_them(beside: Beside) -> Movement | None:
    """ "Rose to 1.04 million tonnes, 95 percent of which came from Chad": a part of what rose."""
    if not beside.relative or beside.word in LOST or beside.word == "by":
        return None
    said = beside.behind(_OF_WHICH)[:2]
    return Movement() if said[:1] == ["of"] and said[1:] in _THOSE else None


def signed(beside: Beside) -> Movement | None:
    """ "+12%", "(▼3.4%)"."""
    figure, text = beside.figure, beside.reading.text
    own = text[figure.start]
    sign = own if own in _SIGNS_UP + _SIGNS_DOWN else text[figure.start - 1] if figure.start else ""
    if not beside.relative:
        # "Trade grew with Chad (+$2.8 million)".
        ahead = text[max(0, figure.start - 2) : figure.start].removesuffix(sign)
        bracketed = figure.kind == "money" and bool(sign) and sign in "+-−" and ahead.endswith("(")
        # "A surplus with Peru (+$3 million)": the sign of the level, as in all that tells of no change.
        level = not _LEVELS_SIGNED.isdisjoint(beside.reading.words(max(0, figure.start - _SIGNED_REACH), figure.start))
        bracketed = bracketed and bool(beside.changes) and not level
        return Movement("by", "increase" if sign == "+" else "decrease") if bracketed else None
    if sign and sign in _SIGNS_UP:
        return Movement("by", "increase")
    return Movement("by", "decrease") if sign and sign in _SIGNS_DOWN and _opens(text, figure) else None


def named(beside: Beside) -> Movement | None:
    """ "… compared with a 17.8% contraction in August": a change of its own."""
    cue = named_after(beside.reading, beside.changes, beside.figure) if beside.relative else None
    return Movement("by", direction_of(cue), cue) if cue is not None else None


def named_of_next(beside: Beside) -> Movement | None:
    """ "A 10.6 and 11.4 percent growth in weight and value"."""
    if not beside.relative:
        return None
    figure = beside.figure
    following = next((f for f in beside.sentence.figures if f.start >= figure.end), None)
    if following is None or following.kind != figure.kind:
        return None
    joined = beside.reading.words(figure.end, following.start)
    if joined == [","]:
        # "Sales to Chad, Mali and Peru showed 6, 4 and 2 percent growth".
        later = [f for f in beside.sentence.figures if f.start >= following.start and f.kind == figure.kind]
        listed = [beside.reading.words(one.end, other.start) for one, other in pairwise(later)]
        ends = next((n for n, said in enumerate(listed) if said in (["and"], [",", "and"])), None)
        plain = ends is not None and all(said == [","] for said in listed[:ends])
        cue = _noun_behind(beside, later[ends + 1]) if plain and ends is not None else None
        return Movement("by", direction_of(cue), cue) if cue is not None else None
    cue = _noun_behind(beside, following) if joined == ["and"] else None
    return Movement("by", direction_of(cue), cue) if cue is not None else None


def _noun_behind(beside: Beside, figure: Figure) -> Cue | None:
    return noun_behind(beside.reading, beside.sentence, beside.changes, figure)


def bracketed(beside: Beside) -> Movement | None:
    """A percentage in brackets behind a change that it says again."""
    if not beside.relative:
        return None
    return carried_moves.bracketed(beside.reading, beside.sentence, beside.figure, beside.move_of)


def told_in_brackets(beside: Beside) -> Movement | None:
    """ "Those that saw growth were Peru (51 percent) and Chad (47 percent)": by how much, for each."""
    if not beside.relative or not beside.reading.text.startswith(")", beside.figure.end):
        return None
    return carried_moves.told_in_brackets(beside.reading, beside.sentence, beside.figure, beside.changes)


def repeated(beside: Beside) -> Movement | None:
    """An amount that says a change again: "by 12 percent, or $3 million"."""
    bracketed = beside.reading.text[beside.figure.begins - 1 : beside.figure.begins] == "("
    if beside.relative or not (bracketed or beside.word in {"or", "to"}):
        return None
    return carried_moves.repeated(beside.reading, beside.sentence, beside.figure, beside.move_of)


def listed(beside: Beside) -> Movement | None:
    """One of a list of changes that is told "respectively"."""
    if beside.word != "and" or not beside.sentence.cues_of("respectively"):
        return None
    return carried_moves.listed(beside.reading, beside.sentence, beside.figure, beside.move_of)


def negative(beside: Beside) -> Movement | None:
    """ "Growth was minus 5 percent"."""
    return Movement("by", "decrease") if beside.relative and beside.figure.value < 0 else None


def added(beside: Beside) -> Movement | None:
    """ "Maize added 4 percent"."""
    return Movement("by", "increase") if beside.relative and beside.word in ADDED else None


def by_or_of(beside: Beside) -> Movement | None:
    """ "Fell by 3 tonnes", "a drop of 3 tonnes"."""
    cue = beside.nearest
    if cue is None or (
        beside.word != "by" and not (beside.word == "of" and _noun_of(beside.reading, cue, beside.place))
    ):
        return None
    return Movement("by", direction_of(cue), cue)


def at_pace(beside: Beside) -> Movement | None:
    """ "Grew at a steady rate of 6.35 percent", "grew at a faster 19 percent"."""
    cue = beside.nearest
    if cue is None or not beside.relative or cue.end > beside.figure.start:
        return None
    said = beside.reading.words(cue.end, beside.figure.start)
    plain = said[:2] in _AT_A and len(said) == len(("at", "a", "faster")) and said[-1].isalpha()
    said = beside.reading.words(cue.end, beside.place)
    paced = plain or (beside.word == "of" and said[:1] == ["at"] and said[-1] in _PACES and len(said) <= _PACED)
    return Movement("by", direction_of(cue), cue) if paced else None


def more_by(beside: Beside) -> Movement | None:
    """ "Reached $62 billion, which is more by $12 billion"."""
    if beside.word == "or" and beside.relative:
        # "… more by $12 billion or 23.9 percent".
        said = [f for f in beside.sentence.figures if f.end <= beside.place]
        moved = beside.move_of(said[-1]) if said else Movement()
        return Movement("by", moved.direction) if moved.relation == "by" and moved.cue is None else None
    before = beside.reading.words(max(beside.sentence.start, beside.place - _MORE_REACH), beside.place)[-1:]
    if beside.word != "by" or not before or before[0] not in _MORE_THAN:
        return None
    return Movement("by", _MORE_THAN[before[0]])


def lost(beside: Beside) -> Movement | None:
    """ "Has lost two thirds of its value"."""
    fell = beside.word in LOST and beside.relative and beside.behind(_OF)[:1] == ["of"]
    return Movement("by", "decrease") if fell else None


def strongest(beside: Beside) -> Movement | None:
    """ "The strongest growth was Ghana's, with over 71%"."""
    cue = beside.nearest
    if beside.word != "with" or not beside.relative or cue is None or beside.word_of(cue) not in _NOUNS:
        return None
    return Movement("by", direction_of(cue), cue)


def said_of_change(beside: Beside) -> Movement | None:
    """ "The month-on-month increase was about 5 percent"."""
    cue = beside.nearest
    if beside.word not in BEING or not beside.relative or cue is None or not _is_subject(beside, cue):
        return None
    return Movement("by", direction_of(cue), cue)


def adjacent(beside: Beside) -> Movement | None:
    """ "Fell 81 percent"."""
    cue = beside.adjacent
    return Movement("by", direction_of(cue), cue) if cue is not None else None


def more(beside: Beside) -> Movement | None:
    """ "81 percent more", "3 tonnes less than in May"."""
    cue = more_or_less(beside.reading, beside.sentence, beside.figure)
    if cue is None or not (beside.relative or than_a_time(beside.reading, beside.sentence, cue)):
        return None
    return Movement("by", direction_of(cue), cue)


def after(beside: Beside) -> Movement | None:
    """ "81 percent drop", "$350,000 behind"."""
    cue = cue_after(beside.reading, beside.sentence, beside.changes, beside.figure)
    if cue is None or not (beside.relative or beside.word_of(cue) in _MORE_BY):
        return None
    return Movement("by", direction_of(cue), cue)


def gapped(beside: Beside) -> Movement | None:
    """ "Exports dropped 68 percent and imports 74 percent"."""
    if not beside.relative:
        return None
    return carried_moves.gapped(beside.reading, beside.sentence, beside.figure, beside.move_of)


def again(beside: Beside) -> Movement | None:
    """A change that goes on with the one before it."""
    if not beside.relative:
        return None
    return carried_moves.again(beside.reading, beside.sentence, beside.figure, beside.move_of)


def by_as_well(beside: Beside) -> Movement | None:
    """ "… and imports by 74 percent"."""
    if not beside.relative or beside.word != "by":
        return None
    return carried_moves.by_as_well(beside.reading, beside.sentence, beside.figure, beside.move_of)


def change_before(beside: Beside) -> Movement | None:
    """A percentage anywhere behind a word of change, if no other one stands between."""
    cue, figure, sentence = beside.nearest, beside.figure, beside.sentence
    if not beside.relative or cue is None or _is_shared(sentence, cue, figure):
        return None
    between = [f for f in sentence.figures if cue.end <= f.start < figure.start and f.kind == figure.kind]
    if between and not _joined(beside.reading, sentence, between[-1], figure):
        return None
    return Movement("by", direction_of(cue), cue)


def _is_subject(beside: Beside, cue: Cue) -> bool:
    """Whether a noun of change is what the verb behind it speaks of: "the increase in value was"."""
    if beside.word_of(cue) not in _NOUNS or any(cue.end <= f.start < beside.place for f in beside.sentence.figures):
        return False
    between = beside.reading.words(cue.end, beside.place)
    return len(between) <= _VERB_REACH and not {",", ";", "and", "that", "which"} & set(between)


def _opens(text: str, figure: Figure) -> bool:
    at = figure.start - (text[figure.start] not in _SIGNS_DOWN)
    before = text[at - 1] if at > 0 else " "
    return before.isspace() or before in "(（|,，"


def _noun_of(reading: Reading, cue: Cue, place: int) -> bool:
    """ "A net decline of over $5 million": the change stands right before "of", adjectives aside, and what changed."""
    between = reading.words(cue.end, place)
    what = between[:1] == ["in"] and reading.words(cue.start, cue.end)[-1:] in _CHANGED and "," not in between
    # "Double the 2022 volume of 132,000 tons": of what it was then.
    return len(between) <= (_WHAT_REACH if what else 3) and not _LEVELS & set(between)


def _is_shared(sentence: Sentence, cue: Cue, figure: Figure) -> bool:
    return any(cue.end <= c.start < figure.start and c.kind in {"share", "level"} for c in sentence.cues)


def _joined(reading: Reading, sentence: Sentence, first: Figure, second: Figure) -> bool:
    times = [(t.start, t.end) for t in sentence.times]
    words = [
        w
        for w, start in reading.placed(first.end, second.start)
        if not any(s <= start < e for s, e in times) and w not in {"in", "for", "during"}
    ]
    near = len(words) <= 3 or "those" in words[:4]
    return near and bool(set(words) & {"and", "or", ","})
