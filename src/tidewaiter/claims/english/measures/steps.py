"""Steps from amount to amount: "from $3 million to $8 million", "to $3 million in May and $4 million in June"."""

from __future__ import annotations

from tidewaiter.claims.english.measures.held_up import word_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement, MoveOf

#: Characters that "progressed " takes.
_VERB_REACH = 14
_WENT = (["goes"], ["gone"], ["moved"], ["swung"], ["went"])
_SIGNS = frozenset({"$", "€", "£", "¥", "us", "rs"})


def next_step(reading: Reading, sentence: Sentence, figure: Figure, move_of: MoveOf) -> Movement | None:
    """ "Rose to $3 million in 2021 and $4 million in 2022": one step after another."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if before is None or before.unit != figure.unit or before.value == figure.value:
        return None
    if not _steps_on(reading, sentence, before, figure) or move_of(before).relation != "to":
        return None
    return Movement("to", "increase" if before.value < figure.value else "decrease")


def _steps_on(reading: Reading, sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Whether nothing but a time and "and" stands between two amounts that have a time behind them each."""
    times = [t for t in sentence.times if before.end <= t.start < figure.start]
    after = [t for t in sentence.times if 0 <= t.start - figure.end <= len(" in ")]
    start = figure.begins
    if len(times) != 1 or not after:
        return False
    ahead, behind = reading.words(before.end, times[0].start), reading.words(times[0].end, start)
    return ahead in ([], ["in"]) and [word for word in behind if word not in _SIGNS] in (["and"], [",", "and"])


def shifted(reading: Reading, sentence: Sentence, figure: Figure) -> Movement:
    """ "Went from $3 million in May to $8 million in June": the amounts say which way."""
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    if not earlier or earlier[-1].unit != figure.unit or earlier[-1].value == figure.value:
        return Movement()
    word, place = word_before(reading, sentence, earlier[-1])
    before = reading.words(max(sentence.start, place - _VERB_REACH), place)[-1:] if word == "from" else []
    if not before or not reading.is_word("shifted", before[0]):
        return Movement()
    return Movement("to", "increase" if earlier[-1].value < figure.value else "decrease")


def stepped(reading: Reading, sentence: Sentence, figure: Figure) -> Movement | None:
    """ "Their value went from $18 million to $7 million": which way, the amounts say."""
    earlier = [f for f in sentence.figures if f.end <= figure.start and f.unit == figure.unit]
    if not earlier or earlier[-1].value == figure.value:
        return None
    word, place = word_before(reading, sentence, earlier[-1])
    if word != "from" or reading.words(max(sentence.start, place - 8), place)[-1:] not in _WENT:
        return None
    return Movement("to", "increase" if figure.value > earlier[-1].value else "decrease")


def from_before(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "From 18 to 25 percent"."""
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    return bool(earlier) and word_before(reading, sentence, earlier[-1])[0] == "from"
