"""Times told by their distance from another, "a year earlier": those of a figure beside them, and bases of a change."""

from __future__ import annotations

from tidewaiter.claims.english.measures.held_up import is_held_up, word_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS, Expression
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

#: Open a clause on what came before; characters from them to its figure.
_AFTER, _AFTER_REACH = frozenset({"after", "following"}), 32
#: Characters that "while during " takes, and words from a time to what was told of it.
_JOINED, _TOLD_REACH = 16, 10
_WITHIN = frozenset({"at", "during", "for", "in", "over"})
_CONNECTIVES = _WITHIN | {"and", "but", "by", "comparison", "contrast", "however", "only", "still", "yet", ","}
#: Verbs that tell how things stood.
HAD = frozenset({"had", "was", "were"})
_ONLY = frozenset({"$", "about", "at", "it", "just", "nearly", "only", "still", "stood", "was"})
#: What was so much at a time, characters in which it stands before the time, and verbs of that.
_SUBJECTS = words("told_amounts") | words("sums_at_large") | words("stood_at")
_SUBJECT_REACH, _STOOD = 40, words("stood")
#: What tells a change, which the time behind it is then of.
_RELATIVE = frozenset({"percent", "times"})
#: Words from an amount over what it is worth of to its time.
_WORTH_REACH = 16


def follows_figure(sentence: Sentence, expression: Expression, reading: Reading) -> bool:
    """ "$5 million a year earlier": the base is that figure's own time. "Up 5% a year earlier" is not."""
    previous = [f for f in sentence.figures if f.end <= expression.start]
    if not previous:
        return False
    led = reading.words(max(sentence.start, previous[-1].start - _AFTER_REACH), previous[-1].start)
    if _AFTER & set(led) and "," not in led[led.index(next(w for w in led if w in _AFTER)) :]:
        # "Down 9 percent on 2019, after a rise of 4 percent the year before": of that year.
        return not set(reading.words(previous[-1].end, expression.start)) & {",", "from", "than", "over", ";"}
    relative = previous[-1].kind in {"percent", "percentage_points", "times"}
    if relative and not is_held_up(reading, sentence, previous[-1]):
        # "…, down from 36 percent a year earlier" is a share of then.
        return False
    return not set(reading.words(previous[-1].end, expression.start)) & {",", "from", "than", "over", ";"}


def of_held_up(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Compared to $268 million worth of imports over the same period of 2020": the held-up amount's own time."""
    previous = [f for f in sentence.figures if f.end <= expression.start and f.kind in {"money", "quantity", "count"}]
    if not previous or not is_held_up(reading, sentence, previous[-1]):
        return False
    if any(previous[-1].end <= f.start < expression.start and f.unit in _RELATIVE for f in sentence.figures):
        # "Down from $42 million in February and up 12 percent on a year earlier".
        return False
    between = reading.words(previous[-1].end, expression.start)
    if word_before(reading, sentence, previous[-1])[0] != "from" and between == ["from"]:
        # "Compared to the 23,000 barrels from the previous month".
        return True
    return len(between) <= _WORTH_REACH and not {",", ";", "from", "than", "while", "but", "or"} & set(between)


def then_so(reading: Reading, sentence: Sentence, expression: Expression) -> Figure | None:
    """ "…, and two years ago only 42 percent", "…, while a year before it had sold 900 tonnes": of then."""
    following = next((f for f in sentence.figures if f.start >= expression.end), None)
    if following is None or following.kind == "times" or expression.form not in AGO_FORMS:
        return None
    before = reading.words(max(sentence.start, expression.start - _JOINED), expression.start)
    while before and before[-1] in _WITHIN:
        before = before[:-1]
    between = reading.words(expression.end, following.start)
    if before[-1:] in (["and"], ["but"], ["while"], ["whereas"], ["though"], ["although"]) and set(between) <= _ONLY:
        return following
    told = before[-1:] in (["while"], ["whereas"], ["though"], ["although"], ["when"]) and len(between) <= _TOLD_REACH
    if not told or {",", ";", "from", "to"} & set(between) or following.kind not in {"money", "quantity", "count"}:
        return None
    return following if any(reading.is_word("verbs", word) or word in HAD for word in between) else None


def of_subject(reading: Reading, sentence: Sentence, expression: Expression) -> Figure | None:
    """ "The figure a year earlier was $5 million", "exports in the previous month came to 9 tonnes"."""
    following = next((f for f in sentence.figures if f.start >= expression.end), None)
    told = reading.words(expression.end, following.begins) if following is not None else []
    if (
        expression.form not in AGO_FORMS
        or not told
        or not _STOOD.issuperset(word for word in told if word[0].isalpha())
        or "," in told
    ):
        return None
    start = max(sentence.start, expression.start - _SUBJECT_REACH)
    placed = reading.placed(start, expression.start)
    while placed and placed[-1][0] in _WITHIN | {"of", "the"}:
        placed.pop()
    word, place = placed[-1] if placed else ("", 0)
    named = word in _SUBJECTS or any(c.start <= place < c.end for c in sentence.cues_of("flow_noun"))
    # "Its exports of tea a month before came to 900 tons".
    traded = any(g.start <= place < g.end for g in sentence.goods)
    traded = traded and any(start <= c.start < place for c in sentence.cues_of("flow_noun"))
    return following if named or traded else None


def opens_a_level(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "A year before, it was 900 tonnes": the time of the level that follows, and no base of a change."""
    opening = reading.words(sentence.start, expression.start)
    # "But in the same month of 2019", "By contrast, a year before".
    before = [] if _CONNECTIVES.issuperset(opening) else [w for w in opening[-2:] if w not in _WITHIN]
    if before and (before[-1] not in {";", "."} or before[-2:-1] == ["vs"]):
        return False
    stop = reading.text.find(";", expression.end, sentence.end)
    end = sentence.end if stop < 0 else stop
    following = [f for f in sentence.figures if expression.end <= f.start < end]
    if not following:
        return False
    if following[0].kind not in {"money", "quantity", "count", "zero"}:
        between = set(reading.words(expression.end, following[0].start))
        shared = any(expression.end <= c.start < following[0].start for c in sentence.cues_of("share"))
        # "Five years ago it was 24 percent"; "a year earlier tea had made up 12 percent of exports".
        return (
            shared
            or "share" in between
            or (bool(between & HAD) and between <= _ONLY | HAD | {",", "been", "figure", "the"})
        )
    return not any(c.kind == "change" and expression.end <= c.start < following[0].start for c in sentence.cues)
