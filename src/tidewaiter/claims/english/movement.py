"""How a figure moves: by how much ("fell 81 percent"), to what ("fell to $8,000"), from what ("from $98 million")."""

from __future__ import annotations

from tidewaiter.claims.english.held_up import holds_up, is_held_up, word_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import Cue, words
from tidewaiter.claims.periods import BASE_FORMS
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Movement, clause_at, direction_of

_NOUNS = words("change_nouns")
_MORE, _LESS = words("more_than_before"), words("less_than_before")
#: "12 percent over the same month last year", "12 percent off April's level".
_PAST = frozenset({"above", "off", "on", "over"})
_COMPARABLE = BASE_FORMS | {"month", "rel_month", "rel_year", "year", "quarter", "first_months", "months"}
#: Characters that a blank takes.
_NEXT = 1
#: Characters between "less than" and its time, and words between a change and the level it led to.
_THAN_REACH, _AT_REACH = 16, 8
#: Words of "to a monthly value".
_VALUE_REACH = 5
#: Characters that "at about " takes.
_AT = 16
#: "Rose to reach", "fell to stand at".
_REACHING = frozenset({"hit", "make", "reach", "total"})
_SIGNS_UP, _SIGNS_DOWN = "+▲△↑", "-−–▼▽↓"
#: After a figure: "81 percent drop", "5% higher", "$350,000 behind".
_BETWEEN_AFTER = words("before_change")


def movement(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> Movement:
    """How a figure moves, from the words next to it."""
    text = reading.text
    sign = (
        text[figure.start]
        if text[figure.start] in _SIGNS_UP + _SIGNS_DOWN
        else text[figure.start - 1]
        if figure.start
        else ""
    )
    changes = [c for c in sentence.cues_of("change") if not _elsewhere(reading, c)]
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
    if relative and (named := _named_after(reading, changes, figure)) is not None:
        # "… compared with a 17.8% contraction in August": a change of its own.
        return Movement("by", direction_of(named), named)
    if not relative and word == "or" and (repeated := _repeated(reading, sentence, found, figure)) is not None:
        return repeated
    if word == "to" and _amounts(sentence, place):
        return Movement()
    if word in _REACHING and left and not relative and reading.words(max(0, place - 3), place)[-1:] == ["to"]:
        # "Rose by 41 percent to reach $8.96 million".
        return Movement("to", direction_of(left[-1]), left[-1])
    if word == "to" and holds_up(reading, sentence, word, place):
        # "…, compared to $12 billion": what another figure is held against.
        return Movement("from", "none", left[-1] if left else None)
    shared = relative and word == "to" and bool(left) and _of_share(reading, sentence, figure)
    if shared or (word == "to" and not relative) or (word == "to" and left and _from_before(reading, sentence, figure)):
        cue = left[-1] if left else None
        return Movement("to", direction_of(cue), cue) if cue else Movement()
    if relative and figure.value < 0:
        # "Growth was minus 5 percent".
        return Movement("by", "decrease")
    if relative and word in {"added", "adding"}:
        return Movement("by", "increase")
    if is_held_up(reading, sentence, figure):
        cue = left[-1] if left else None
        return Movement("from", "none", cue)
    if not relative and (moved := _moved_to(reading, sentence, changes, figure)) is not None:
        return Movement("to", direction_of(moved), moved)
    if word in {"by", "of"}:
        cue = left[-1] if left else None
        if cue is not None and not relative and word == "of" and _to_a_value(reading, cue, place):
            # "Dropping to a value of just $3.6 billion".
            return Movement("to", direction_of(cue), cue)
        if cue is not None and (word == "by" or _noun_of(reading, cue, place)):
            return Movement("by", direction_of(cue), cue)
    if word == "with" and relative and left and text[left[-1].start : left[-1].end].lower() in _NOUNS:
        # "The strongest growth was Ghana's, with over 71%".
        return Movement("by", direction_of(left[-1]), left[-1])
    if word in {"at", "with"} and left and not relative:
        return Movement("none", "none")
    if adjacent is not None and not relative and text[adjacent.start : adjacent.end].lower().startswith("gain"):
        # "Exports gained $126.4 million": translated English for "reached".
        return Movement()
    if adjacent is not None:
        return Movement("by", direction_of(adjacent), adjacent)
    compared = _more_or_less(reading, sentence, figure)
    if compared is not None and (relative or _than_a_time(reading, sentence, compared)):
        return Movement("by", direction_of(compared), compared)
    after = _cue_after(reading, sentence, changes, figure)
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
    if relative and left and not _shared(sentence, left[-1], figure):
        between = [f for f in sentence.figures if left[-1].end <= f.start < figure.start and f.kind == figure.kind]
        if not between or _joined(reading, sentence, between[-1], figure):
            return Movement("by", direction_of(left[-1]), left[-1])
    return Movement()


def _to_a_value(reading: Reading, cue: Cue, place: int) -> bool:
    """ "Dropping to a value of", "rose to a record of"."""
    words = reading.words(cue.end, place)
    return words[:1] == ["to"] and len(words) <= _VALUE_REACH and "," not in words


def _repeated(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> Movement | None:
    """ "An increase of 18 percent (or $40 million)": the change once more, in money or goods."""
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    between = reading.words(earlier[-1].end, figure.start) if earlier else []
    if between[:2] != ["(", "or"] or earlier[-1].kind != "percent":
        return None
    moved = movement(reading, sentence, found, earlier[-1])
    return moved if moved.relation == "by" else None


def _amounts(sentence: Sentence, place: int) -> bool:
    """ "Fell 25 percent and amounted to $13 billion": a level by itself."""
    return any(c.start < place < c.end for c in sentence.cues_of("level"))


def _of_share(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Russia's share dropped to 32%": a share moves to a percentage, and not by one."""
    return any(
        c.end <= figure.start and {"share", "proportion", "portion"} & set(reading.words(c.start, c.end))
        for c in sentence.cues_of("share")
    )


def _more_or_less(reading: Reading, sentence: Sentence, figure: Figure) -> Cue | None:
    """ "17 percent less than in 2022", "40% more rice", "12 percent over the same month last year"."""
    tokens = reading.tokens
    i = tokens.at(figure.end)
    if i >= len(tokens) or tokens.starts[i] >= sentence.end:
        return None
    word, end = tokens.words[i], tokens.ends[i]
    if word in {"ahead", "short"} and reading.words(end, end + 3) == ["of"]:
        end += len(" of")
    elif word not in _MORE | _LESS and not (word in _PAST and _times_at(sentence, end)):
        return None
    sense = "down" if word in _LESS or word in {"short", "off"} else "up"
    return Cue(tokens.starts[i], end, "change", sense)


def _times_at(sentence: Sentence, offset: int) -> bool:
    """Whether a time that can be compared with follows at once: "over the same month", "off April's level"."""
    return any(0 <= t.start - offset <= _NEXT and t.form in _COMPARABLE for t in sentence.times)


def _than_a_time(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "$40 million less than the year before": by how much an amount has changed."""
    words = reading.words(cue.end, min(cue.end + 12, sentence.end))
    return words[:1] == ["than"] and any(0 <= t.start - cue.end <= _THAN_REACH for t in sentence.times)


def _named_after(reading: Reading, changes: list[Cue], figure: Figure) -> Cue | None:
    """The noun of change right behind a figure: "a 3.8% rise"."""
    for cue in changes:
        if cue.start >= figure.end:
            word = reading.text[cue.start : cue.end].lower()
            return cue if word in _NOUNS and not reading.text[figure.end : cue.start].strip(" -") else None
    return None


def _moved_to(reading: Reading, sentence: Sentence, changes: list[Cue], figure: Figure) -> Cue | None:
    """ "Imports were up 31.9 percent at $462 million": the level that the change led to."""
    near = [
        start for word, start in reading.placed(max(sentence.start, figure.start - 16), figure.start) if word == "at"
    ]
    if not near or len(reading.words(near[-1], figure.start)) > 3:
        return None
    place = near[-1]
    earlier = [f for f in sentence.figures if f.end <= place]
    if not earlier or earlier[-1].kind not in {"percent", "times"}:
        return None
    between = reading.words(earlier[-1].end, place)
    cues = [c for c in changes if c.end <= figure.start]
    if not cues or cues[-1].start > earlier[-1].end or set(between) & {",", ";", "and", "while", "but"}:
        return None
    return cues[-1] if len(between) <= _AT_REACH else None


def _elsewhere(reading: Reading, cue: Cue) -> bool:
    """ "Up to 13 million" is a hedge and "up" in it no rise; "cut off", "double" as in "double digits" likewise."""
    word = reading.text[cue.start : cue.end].lower()
    i = reading.tokens.at(cue.end)
    following = reading.tokens.words[i] if i < len(reading.tokens) else ""
    if word == "up":
        return following in {"to", "its", "the", "with", "for"} or (
            following == "and" and _peek(reading, i + 1) == "running"
        )
    if word == "down":
        return following in {"the", "its"}
    if word in {"exceeded", "exceeding", "surpassed", "surpassing"}:
        # "Exports exceeded imports by €844 million": a balance.
        return following in {"imports", "exports"}
    if word == "gain":
        return following in {"access", "from"}
    return False


def _peek(reading: Reading, i: int) -> str:
    return reading.tokens.words[i] if i < len(reading.tokens) else ""


def _opens(text: str, figure: Figure) -> bool:
    at = figure.start - (text[figure.start] not in _SIGNS_DOWN)
    before = text[at - 1] if at > 0 else " "
    return before.isspace() or before in "(（|,，"


def _from_before(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "From 18 to 25 percent"."""
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    return bool(earlier) and word_before(reading, sentence, earlier[-1])[0] == "from"


def _noun_of(reading: Reading, cue: Cue, place: int) -> bool:
    """ "A net decline of over $5 million": the change stands right before "of", adjectives aside."""
    return len(reading.words(cue.end, place)) <= 3


def _cue_after(reading: Reading, sentence: Sentence, changes: list[Cue], figure: Figure) -> Cue | None:
    following = [c for c in changes if c.start >= figure.end]
    if not following:
        return None
    cue = following[0]
    words = reading.words(figure.end, cue.start)
    if any(f.start >= figure.end and f.start < cue.start for f in sentence.figures):
        return None
    return cue if len(words) <= 5 and all(w in _BETWEEN_AFTER for w in words) else None


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
