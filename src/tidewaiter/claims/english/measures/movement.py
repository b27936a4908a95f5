"""How a figure moves: by how much ("fell 81 percent"), to what ("fell to $8,000"), from what ("from $98 million")."""

from __future__ import annotations

from tidewaiter.claims.english.measures import carried_moves, steps
from tidewaiter.claims.english.measures.change_words import (
    cue_after,
    cues_of,
    led_to,
    more_or_less,
    named_after,
    than_a_time,
)
from tidewaiter.claims.english.measures.held_up import holds_up, is_held_up, word_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Movement, clause_at, direction_of
from tidewaiter.claims.words.lexicon import Cue, words

_NOUNS = words("change_nouns")
#: What an amount behind "of" may be, instead of the change.
_LEVELS = words("levels") | {"total"}
#: Words of "to a monthly value".
_VALUE_REACH = 5
#: Characters between a word of share and the part.
_PART_REACH = 16
#: "Rose to reach", "fell to stand at".
_REACHING = frozenset({"hit", "make", "reach", "total"})
#: Behind "rose" or "fell" these lead to a level.
_PAST = frozenset({"above", "below", "beneath", "beyond", "over", "past", "under"})
#: What has a percentage for its level, and characters from there to its verb.
_PARTS, _PART_OF = frozenset({"proportion", "share"}), 40
_UP_DOWN = (["down"], ["up"])
_LOST = frozenset({"lost", "loses", "shed"})
_BEING = frozenset({"is", "was"})
_BRINGING = frozenset({"bringing", "brought", "making", "takes", "taking"})
_SIGNS_UP, _SIGNS_DOWN = "+▲△↑", "-−–▼▽↓"


def movement(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> Movement:
    """How a figure moves, from the words next to it."""

    def move_of(other: Figure) -> Movement:
        return movement(reading, sentence, found, other)

    text = reading.text
    sign = (
        text[figure.start]
        if text[figure.start] in _SIGNS_UP + _SIGNS_DOWN
        else text[figure.start - 1]
        if figure.start
        else ""
    )
    changes = cues_of(reading, sentence, figure)
    inside = next((c for c in changes if figure.start < c.end and c.start < figure.end), None)
    if inside is not None:
        return Movement("by", direction_of(inside), inside)
    clause = clause_at(found, figure.start)
    left = [c for c in changes if c.end <= figure.start and clause.holds(c.start)]
    word, place = word_before(reading, sentence, figure)
    adjacent = next((c for c in left if c.start <= place < c.end), None)
    relative = figure.kind in {"percent", "percentage_points", "times"}
    if relative and sign and (sign in _SIGNS_UP or (sign in _SIGNS_DOWN and _opens(text, figure))):
        return Movement("by", "increase" if sign in _SIGNS_UP else "decrease")
    if relative and (named := named_after(reading, changes, figure)) is not None:
        # "… compared with a 17.8% contraction in August": a change of its own.
        return Movement("by", direction_of(named), named)
    if relative and (named := _named_of_next(reading, sentence, changes, figure)) is not None:
        return Movement("by", direction_of(named), named)
    if relative and (bracketed := carried_moves.bracketed(reading, sentence, figure, move_of)) is not None:
        return bracketed
    if (
        not relative
        and word in {"or", "to"}
        and (repeated := carried_moves.repeated(reading, sentence, figure, move_of)) is not None
    ):
        return repeated
    if word == "to" and _amounts(sentence, place):
        return Movement()
    if word in _REACHING and left and not relative and reading.words(max(0, place - 3), place)[-1:] == ["to"]:
        # "Rose by 41 percent to reach $8.96 million".
        return Movement("to", direction_of(left[-1]), left[-1])
    if word == "and" and not relative and (step := steps.next_step(reading, sentence, figure, move_of)) is not None:
        return step
    if word == "to" and holds_up(reading, sentence, word, place):
        # "…, compared to $12 billion": what another figure is held against.
        return Movement("from", "none", left[-1] if left else None)
    if word == "to" and not left and (stepped := steps.stepped(reading, sentence, figure)) is not None:
        return stepped
    shared = relative and word == "to" and bool(left) and _of_share(reading, sentence, figure)
    shared = shared or (relative and word == "to" and _after_part(reading, sentence, figure))
    # "…, down to 12 percent": what it came to.
    shared = shared or (relative and word == "to" and reading.words(max(0, place - 5), place)[-1:] in _UP_DOWN)
    if word == "to" and relative and not left and steps.from_before(reading, sentence, figure):
        return steps.shifted(reading, sentence, figure)
    if (
        shared
        or (word == "to" and not relative)
        or (word == "to" and left and steps.from_before(reading, sentence, figure))
    ):
        cue = left[-1] if left else None
        if cue is not None and not _BRINGING.isdisjoint(reading.words(cue.end, place)):
            # "Fell 3 percent, bringing the total to $212 million": what it comes to, however that moves.
            return Movement()
        return Movement("to", direction_of(cue), cue) if cue else steps.shifted(reading, sentence, figure)
    if relative and reading.words(figure.end, figure.end + 8)[:1] == ["share"]:
        return Movement()
    if (
        word == "and"
        and sentence.cues_of("respectively")
        and (listed := carried_moves.listed(reading, sentence, figure, move_of))
    ):
        return listed
    if relative and figure.value < 0:
        # "Growth was minus 5 percent".
        return Movement("by", "decrease")
    if relative and word in {"added", "adding"}:
        return Movement("by", "increase")
    if is_held_up(reading, sentence, figure):
        cue = left[-1] if left else None
        return Movement("from", "none", cue)
    if not relative and (moved := led_to(reading, sentence, changes, figure)) is not None:
        return Movement("to", direction_of(moved), moved)
    if word in {"by", "of"}:
        cue = left[-1] if left else None
        if cue is not None and not relative and word == "of" and _to_a_value(reading, cue, place):
            # "Dropping to a value of just $3.6 billion".
            return Movement("to", direction_of(cue), cue)
        if cue is not None and (word == "by" or _noun_of(reading, cue, place)):
            return Movement("by", direction_of(cue), cue)
    if word in _LOST and relative and reading.words(figure.end, figure.end + 4)[:1] == ["of"]:
        # "Has lost two thirds of its value".
        return Movement("by", "decrease")
    if word == "with" and relative and left and text[left[-1].start : left[-1].end].lower() in _NOUNS:
        # "The strongest growth was Ghana's, with over 71%".
        return Movement("by", direction_of(left[-1]), left[-1])
    if word in _BEING and relative and left and _is_subject(reading, sentence, left[-1], place):
        # "The month-on-month increase was about 5 percent".
        return Movement("by", direction_of(left[-1]), left[-1])
    if word in {"at", "with"} and left and not relative:
        return Movement("none", "none")
    ordered = adjacent is not None and any(c.start == adjacent.start for c in sentence.cues_of("flow_verb"))
    if ordered and not relative and figure.kind != "money" and reading.words(figure.end, figure.end + 4)[:1] == ["of"]:
        # "Contracted 1.4 million tonnes of wheat".
        return Movement()
    if adjacent is not None and not relative and text[adjacent.start : adjacent.end].lower().startswith("gain"):
        # "Exports gained $126.4 million": translated English for "reached".
        return Movement()
    if adjacent is not None and figure.hedge is not None and (not relative or _of_a_part(reading, sentence, adjacent)):
        hedged = set(reading.words(*figure.hedge))
        if hedged & _PAST:
            # "Fell below $4 billion", "its share fell below 95 percent": a level, and not by how much.
            return Movement("to", direction_of(adjacent), adjacent)
    if adjacent is not None:
        return Movement("by", direction_of(adjacent), adjacent)
    compared = more_or_less(reading, sentence, figure)
    if compared is not None and (relative or than_a_time(reading, sentence, compared)):
        return Movement("by", direction_of(compared), compared)
    after = cue_after(reading, sentence, changes, figure)
    if after is not None and (
        relative
        or reading.text[after.start : after.end].lower()
        in {
            "behind",
            "higher",
            "lower",
            "short of",
            "below",
            "increase",
            "decrease",
            "rise",
            "drop",
            "decline",
            "fall",
            "gain",
        }
    ):
        return Movement("by", direction_of(after), after)
    if relative and (gapped := carried_moves.gapped(reading, sentence, figure, move_of)) is not None:
        return gapped
    if relative and (again := carried_moves.again(reading, sentence, figure, move_of)) is not None:
        return again
    if (
        relative
        and word == "by"
        and (gapped := carried_moves.by_as_well(reading, sentence, figure, move_of)) is not None
    ):
        return gapped
    if relative and left and not _shared(sentence, left[-1], figure):
        between = [f for f in sentence.figures if left[-1].end <= f.start < figure.start and f.kind == figure.kind]
        if not between or _joined(reading, sentence, between[-1], figure):
            return Movement("by", direction_of(left[-1]), left[-1])
    return Movement()


def _is_subject(reading: Reading, sentence: Sentence, cue: Cue, place: int) -> bool:
    """Whether a noun of change is what the verb behind it speaks of: "the increase in value was"."""
    if reading.text[cue.start : cue.end].lower() not in _NOUNS or any(
        cue.end <= f.start < place for f in sentence.figures
    ):
        return False
    between = reading.words(cue.end, place)
    return len(between) <= _VALUE_REACH and not {",", ";", "and", "that", "which"} & set(between)


def _to_a_value(reading: Reading, cue: Cue, place: int) -> bool:
    """ "Dropping to a value of", "rose to a record of"."""
    words = reading.words(cue.end, place)
    return words[:1] == ["to"] and len(words) <= _VALUE_REACH and "," not in words


def _named_of_next(reading: Reading, sentence: Sentence, changes: list[Cue], figure: Figure) -> Cue | None:
    """ "A 10.6 and 11.4 percent growth in weight and value"."""
    following = next((f for f in sentence.figures if f.start >= figure.end), None)
    if following is None or following.kind != figure.kind:
        return None
    joined = reading.words(figure.end, following.start) == ["and"]
    return named_after(reading, changes, following) if joined else None


def _amounts(sentence: Sentence, place: int) -> bool:
    """ "Fell 25 percent and amounted to $13 billion": a level by itself."""
    return any(c.start < place < c.end for c in sentence.cues_of("level"))


def _of_share(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Russia's share dropped to 32%": a share moves to a percentage, and not by one."""
    return any(
        c.end <= figure.start and {"share", "proportion", "portion"} & set(reading.words(c.start, c.end))
        for c in sentence.cues_of("share")
    )


def _opens(text: str, figure: Figure) -> bool:
    at = figure.start - (text[figure.start] not in _SIGNS_DOWN)
    before = text[at - 1] if at > 0 else " "
    return before.isspace() or before in "(（|,，"


def _after_part(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Which last year represented 8% of the supply, dropped to 6%": the part it was, and the part it is."""
    earlier = [f for f in sentence.figures if f.end <= figure.start and f.kind == "percent"]
    if not earlier or reading.words(earlier[-1].end, earlier[-1].end + 4)[:1] != ["of"]:
        return False
    return any(
        c.end <= earlier[-1].start and earlier[-1].start - c.end <= _PART_REACH for c in sentence.cues_of("share")
    )


def _noun_of(reading: Reading, cue: Cue, place: int) -> bool:
    """ "A net decline of over $5 million": the change stands right before "of", adjectives aside."""
    between = reading.words(cue.end, place)
    # "Double the 2022 volume of 132,000 tons": of what it was then.
    return len(between) <= 3 and not _LEVELS & set(between)


def _shared(sentence: Sentence, cue: Cue, figure: Figure) -> bool:
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


def _of_a_part(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether what moved is a share."""
    return not _PARTS.isdisjoint(reading.words(max(sentence.start, cue.start - _PART_OF), cue.start))
