"""What a percentage or a multiple measures: a change, a share, a ratio to another time or amount, a rate."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import OF_AMOUNT, OF_LEVEL, Clause, Movement
from tidewaiter.claims.words.lexicon import words

_LEVEL_OF = words("levels")
#: "Of the pre-pandemic 2019 total of $2.8 billion", and characters that this takes.
_SUMS, _OF_SUM = frozenset({"figure", "high", "peak", "record", "total"}), 48
#: Characters that " of the just " and " posted in " take.
_OF_THE, _NEXT_WORDS = 16, 20
#: … and " of those in the ".
_OF_THAT = 18
#: "Made up", "accounted for": what follows is a share.
_MAKING = frozenset(
    {"accounted", "accounting", "accounts", "made", "makes", "making", "comprised", "represented", "constituted"}
)
#: "Half the level of a year earlier", "half that of May".
_HALVED = _LEVEL_OF | {"that", "total"}
#: "Half as much", "a third as high".
_SO_MUCH = (["big"], ["high"], ["large"], ["many"], ["much"])
_WHOLES = (["amount"], ["value"], ["volume"])
#: Characters from a part to the time that its whole is of.
_TIME_OF = 50
_LOST = (["lost"], ["loses"], ["shed"])
_EQUAL = (["equal", "to"], ["equivalent", "to"])
_RATES = words("rates")
_CAME = tuple([verb, way] for verb in ("came", "come", "comes", "went", "goes") for way in ("from", "to"))
_OWN, _OF_THEN = (["its"], ["their"], ["the"]), len(" their ")
_AND = (["and"], [","], [",", "and"])
_LINKING = frozenset({"and", "from", "in", "of", "on", "the", "to", "was", "were", "with"})
_CHANGES = words("change_nouns")


def relative(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure, moved: Movement) -> tuple[str, str]:
    """(measure, rule) of a percentage, of percentage points or of a multiple."""
    end = _behind_bracket(reading, sentence, figure)
    following = reading.words(end, min(end + 40, sentence.end))[:5]
    start = figure.begins
    if following[:1] == ["of"] and reading.words(max(0, start - 14), start)[-2:] in _EQUAL:
        amount = next((f for f in sentence.figures if figure.end < f.start <= figure.end + _OF_THE), None)
        timed = amount is not None and any(amount.end <= t.start <= amount.end + _TIME_OF for t in sentence.times)
        # "Equivalent to 82 percent of the $467 million recorded in 2018".
        return "ratio", OF_AMOUNT if timed else "as much as a part of something else"
    if figure.unit == "times" and figure.value > 1 and moved.relation != "by":
        return "ratio", "a multiple"
    if following[:1] == ["as"] and following[1:2] in _SO_MUCH and figure.kind == "times":
        return "ratio", "as much as a part of something else"
    if following[:1] == ["of"] and moved.relation == "by" and reading.words(max(0, start - 6), start)[-1:] in _LOST:
        # "Has lost two thirds of its value".
        return "change", "a part that was lost"
    if following[:1] == ["share"]:
        return "share", "a part of a whole"
    named = [c for c in sentence.cues_of("share") if clause.holds(c.start) and c.end <= figure.start]
    close = bool(named) and len(reading.words(named[-1].end, figure.start)) <= 3
    if (
        following[:1] == ["of"]
        and close
        and figure.unit == "percent"
        and reading.words(named[-1].start, named[-1].end)[0] in _MAKING
    ):
        return "share", "a part of a whole"
    if following[:1] == ["of"] and _SUMS & set(reading.words(figure.end, min(figure.end + _OF_SUM, sentence.end))):
        sum_of = next((f for f in sentence.figures if figure.end < f.start <= figure.end + _OF_SUM), None)
        year = any(figure.end < t.start and t.form == "year" for t in sentence.times if sum_of and t.end < sum_of.start)
        if sum_of is not None and year and reading.words(sum_of.start - 4, sum_of.start)[-1:] in (["of"], ["$"]):
            # "37 percent of the 2019 total of $2.8 billion".
            return "ratio", OF_AMOUNT
    then = any(0 < t.start - figure.end <= _OF_THEN for t in sentence.times)
    part = figure.unit == "percent" and not {"%", "percent", "cent"} & set(reading.words(figure.start, figure.end))
    if part and then and following[:1] in _OWN:
        # "Imports were half their 2016 level".
        return "ratio", OF_LEVEL
    half = following[1:] if following[:1] == ["the"] else following
    if figure.unit == "percent" and half[:1] and half[0] in _HALVED and (half[0] != "that" or half[1:2] == ["of"]):
        later = any(figure.end <= t.start <= figure.end + _TIME_OF for t in sentence.times)
        if later and reading.text[figure.start : figure.end].lower().endswith("half"):
            # "Less than half the level of a year earlier", "half what it was in 2019".
            return "ratio", OF_LEVEL
    if following[:2] == ["of", "what"] and not any(t.start >= figure.end for t in sentence.times):
        return "share", "a part of what is traded"
    then = any(0 <= t.start - figure.end <= _OF_THAT for t in sentence.times)
    if following[:1] == ["of"] and following[1:2] in (["that"], ["those"]) and then:
        # "12 tonnes in 2019, half of that in 2020".
        return "ratio", "as much as a part of something else"
    if following[:1] == ["of"] and reading.words(max(0, start - 5), start)[-1:] == ["for"]:
        # "Was responsible for half of last year's shipments".
        return "share", "a part of a whole"
    if following[:1] == ["of"] and len(following) > 1:
        later = any(figure.end <= t.start <= figure.end + _TIME_OF for t in sentence.times)
        if _of_a_level(following[1:], timed=later) or any(
            figure.end <= t.start <= figure.end + 8 and not t.is_the_month for t in sentence.times
        ):
            return "ratio", OF_LEVEL
        whole = next((f for f in sentence.figures if figure.end < f.start <= figure.end + _OF_THE), None)
        if whole is not None and whole.kind in {"money", "quantity", "count"}:
            # "A tenth of the $2.59 billion of 2019", but "a third of the $9 million went to Kenya".
            then = any(whole.end <= t.start <= whole.end + _NEXT_WORDS for t in sentence.times)
            then = then or any(
                figure.end < t.start and t.end < whole.start and t.form == "year" for t in sentence.times
            )
            return ("ratio", OF_AMOUNT) if then else ("share", "a part of a whole")
        if moved.relation != "by" or moved.cue is None or moved.cue.start > figure.end:
            return "share", "a part of a whole"
    shares = [c for c in sentence.cues_of("share") if clause.holds(c.start) and c.end <= figure.start]
    if shares and (moved.cue is None or moved.cue.end <= shares[-1].start or moved.relation == "none"):
        return "share", "a part of a whole"
    if figure.unit == "times":
        if moved.relation == "by" and not (reading.text[figure.end - 1] == "s" and _of_another(following)):
            return "change", "a multiple that something grew by"
        return "ratio", "a multiple"
    if moved.relation == "by":
        return "change", "a relative change"
    part = moved.cue is not None and moved.relation in {"to", "from"}
    if part and "share" in reading.words(clause.start, moved.cue.start if moved.cue else clause.start):
        # "China's share has not dropped below 95 percent".
        return "share", "a part of a whole"
    if figure.unit == "percent" and not shares and following[:2] in _CAME:
        # "Nearly half came from China".
        return "share", "a part of a whole"
    if figure.unit == "percent" and _is_change(reading, sentence, figure):
        return "change", "a relative change"
    if moved.relation in {"to", "from"} and shares:
        return "share", "a part of a whole"
    if _RATES & set(reading.words(clause.start, clause.end)):
        return "rate", "a rate"
    if following[:1] == ["of"] or shares or _of_an_amount(reading, sentence, figure):
        return "share", "a part of a whole"
    return "other", "a percentage of something unsaid"


def _of_another(following: list[str]) -> bool:
    """ "1.6 times the level of April", "four times that of 2019": what something else was, so many times."""
    return following[:1] in (["that"], ["those"], ["what"]) or (
        following[:1] == ["the"] and following[1:2] != [] and following[1] in _LEVEL_OF
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


def _of_a_level(words: list[str], *, timed: bool) -> bool:
    """ "Of levels seen in May", "of last year's value"; "of the value of all exports", "of the volume" are shares."""
    if not timed and words[:1] == ["the"] and words[1:2] in _WHOLES:
        return False
    found = [k for k, word in enumerate(words) if word in _LEVEL_OF]
    if found and words[found[0] - 1 : found[0]] in (["by"], ["in"]):
        # "97 percent of it by value".
        return False
    # "Of the level of the same months of 2019", but "of the value of all exports".
    then = timed and bool(found) and words[found[0]] in {"level", "levels"}
    parted = not then and words[found[0] + 1 : found[0] + 2] == ["of"] if found else True
    return bool(found) and not parted and not {"all", "total", "whole"} & set(words)


def _of_an_amount(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Of the $31 million of fuel, 80% came from Thailand", "of its exports, 5% was tea"; "one in three trucks"."""
    wholes = [f.start for f in sentence.figures if f.end <= figure.start and f.kind in {"money", "quantity", "count"}]
    wholes += [c.start for c in sentence.cues_of("flow_noun") if c.end <= figure.start]
    if wholes and reading.words(sentence.start, min(wholes))[:1] == ["of"]:
        return True
    return "in" in reading.words(figure.start, figure.end)[1:2]
