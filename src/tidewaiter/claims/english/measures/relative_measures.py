"""What a percentage or a multiple measures: a change, a share, a ratio to another time or amount, a rate."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.measures import parts
from tidewaiter.claims.english.measures.parts import AS_MUCH, SHARE, Measured, Part
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Movement
from tidewaiter.claims.words.lexicon import words

_LEVEL_OF = words("levels")
#: "Half as much", "a third as high".
_SO_MUCH = (["big"], ["high"], ["large"], ["many"], ["much"])
#: Characters from a part to the time that its whole is of.
_TIME_OF = 50
_RATES = words("rates")
_CHARGES, _CHARGE_KINDS = words("charges"), words("charge_kinds")
_CAME = tuple([verb, way] for verb in ("came", "come", "comes", "went", "goes") for way in ("from", "to"))
_WHOLE, _LIMITS = 100, words("limits")
_AND = (["and"], [","], [",", "and"])
_LINKING = frozenset({"and", "from", "in", "of", "on", "the", "to", "was", "were", "with"})
_CHANGES = words("change_nouns")
_CHANGE = ("change", "a relative change")


def relative(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure, moved: Movement) -> Measured:
    """(measure, rule) of a percentage, of percentage points or of a multiple."""
    end = _behind_bracket(reading, sentence, figure)
    following = reading.words(end, min(end + 40, sentence.end))[:5]
    timed = any(figure.end <= t.start <= figure.end + _TIME_OF for t in sentence.times)
    shares = [c for c in sentence.cues_of("share") if clause.holds(c.start) and c.end <= figure.start]
    part = Part(reading, sentence, clause, figure, moved, following, figure.begins, timed, shares)
    return first_answer(_RULES, part) or ("other", "a percentage of something unsaid")


def _charge(part: Part) -> Measured | None:
    """ "A 5 percent royalty", "a 10% export tax"; not "a 5 percent tax rise"."""
    noun = 1 if part.following[:1] and part.following[0] in _CHARGE_KINDS else 0
    named = bool(_CHARGES & set(part.following[noun : noun + 1])) and not _CHANGES & set(part.following[noun + 1 :][:1])
    return ("rate", "a rate") if named and part.figure.unit == "percent" else None


def _over_a_limit(part: Part) -> Measured | None:
    """ "104.7 per cent of the annual cap": more than all that was allowed or planned, and no share of it."""
    of = part.following[:1] == ["of"] and part.figure.unit == "percent" and part.figure.value > _WHOLE
    whole = part.following[: part.following.index(",")] if "," in part.following else part.following
    return ("ratio", AS_MUCH) if of and not _LIMITS.isdisjoint(whole) else None


def _multiple(part: Part) -> Measured | None:
    """ "Three times as much", "a third as high"."""
    if part.figure.unit == "times" and part.figure.value > 1 and part.moved.relation != "by":
        return "ratio", "a multiple"
    as_much = part.following[:1] == ["as"] and part.following[1:2] in _SO_MUCH and part.figure.kind == "times"
    return ("ratio", AS_MUCH) if as_much else None


def _behind_share(part: Part) -> Measured | None:
    """A word of share before it, and no word of change nearer."""
    cue, shares = part.moved.cue, part.shares
    unmoved = cue is None or part.moved.relation == "none" or bool(shares and cue.end <= shares[-1].start)
    return SHARE if shares and unmoved else None


def _times(part: Part) -> Measured | None:
    """ "Grew by three times"; not "rose three times that of 2019"."""
    if part.figure.unit != "times":
        return None
    said = part.reading.text[part.figure.start : part.figure.end].casefold()
    grew = part.moved.relation == "by" and not (said.endswith(("s", "ice")) and _of_another(part.following))
    return ("change", "a multiple that something grew by") if grew else ("ratio", "a multiple")


def _change(part: Part) -> Measured | None:
    return _CHANGE if part.moved.relation == "by" else None


def _share_moved(part: Part) -> Measured | None:
    """ "China's share has not dropped below 95 percent"."""
    cue = part.moved.cue
    if cue is None or part.moved.relation not in {"to", "from"}:
        return None
    return SHARE if "share" in part.reading.words(part.clause.start, cue.start) else None


def _came_from(part: Part) -> Measured | None:
    """ "Nearly half came from China"."""
    return SHARE if part.figure.unit == "percent" and not part.shares and part.following[:2] in _CAME else None


def _named_change(part: Part) -> Measured | None:
    changed = part.figure.unit == "percent" and _is_change(part.reading, part.sentence, part.figure)
    return _CHANGE if changed else None


def _rate(part: Part) -> Measured | None:
    """A rate; a share that moved is none."""
    if part.moved.relation in {"to", "from"} and part.shares:
        return SHARE
    rated = not _RATES.isdisjoint(part.reading.words(part.clause.start, part.clause.end))
    return ("rate", "a rate") if rated else None


def _of_another(following: list[str]) -> bool:
    """ "1.6 times the level of April", "four times that of 2019": what something else was, so many times."""
    return following[:1] in (["that"], ["those"], ["what"]) or (
        following[:1] == ["the"] and any(word in _LEVEL_OF or word[0].isdecimal() for word in following[1:2])
    )


def _behind_bracket(reading: Reading, sentence: Sentence, figure: Figure) -> int:
    """ "21.4 percent ($1.2 million) of imports": where the text goes on behind the amount that says it again."""
    other = next((f for f in sentence.figures if f.start >= figure.end and f.kind in {"money", "quantity"}), None)
    if other is None or reading.words(figure.end, other.start) != ["("]:
        return figure.end
    closing = reading.tokens.at(other.end)
    return reading.tokens.ends[closing] if reading.tokens.words[closing : closing + 1] == [")"] else figure.end


def _is_change(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Bolstered exports by 3%", "in the UK (by 10.5%)", "the drop was 33%"."""
    start = figure.begins
    before = reading.words(max(sentence.start, start - 24), start)
    if before[-1:] == ["by"]:
        return True
    for other in sentence.figures:
        if (
            other.kind == figure.kind
            and other.start - figure.end > 0
            and reading.words(figure.end, other.start) in _AND
        ):
            # "29.8 percent and 14.8 percent growth, respectively".
            figure = other
    behind = reading.words(figure.end, min(figure.end + 48, sentence.end))[:8]
    ends = next((n for n, word in enumerate(behind) if not word[0].isalpha() and word != "-"), len(behind))
    noun = next((n for n, word in enumerate(behind[:ends]) if word in _CHANGES), None)
    if noun is not None and not _LINKING & set(behind[:noun]):
        # "0.7 percent year-over-year negative growth".
        return True
    return before[-1:] in (["was"], ["is"]) and bool(_CHANGES & set(before[-3:-1]))


#: What it measures, in this order: the first that knows decides.
_RULES: tuple[Callable[[Part], Measured | None], ...] = (
    _charge, _over_a_limit, parts.equal_to, _multiple, parts.lost, parts.called_share, parts.of_sum, parts.of_level,
    parts.of_what, parts.of_that, parts.responsible_for, parts.of_something,
    _behind_share, _times, _change, _share_moved, _came_from, _named_change, _rate, parts.of_an_amount, parts.of_goods,
)  # fmt: skip
