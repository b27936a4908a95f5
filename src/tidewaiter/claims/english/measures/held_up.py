"""What a figure is only there for another to be held against: "…, down from $102.3 million", "than", "twice the"."""

from __future__ import annotations

from tidewaiter.claims.english.measures.lots import lot_of
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_HEDGES = words("before_figure")
_CURRENCY = frozenset({"$", "€", "£", "¥", "₩", "\\", "(", "us", "-"})
_SKIPPED = _HEDGES | _CURRENCY
#: What ends the noun phrase that is held up.
_ENDS_PHRASE = words("change_nouns") | {",", ";", "(", "and", "or", "but"}
#: Put one amount above or below another.
_PLACED = words("ahead_or_behind")
#: Words of a noun phrase between "from" and "of".
_NOUN_REACH = 6
_SUMS = words("sums_held_up")
#: Forms of a time that goes before such a noun.
_NAMED = frozenset({"year", "month", "month_range_last", "quarter", "half", "fiscal", "season"})
_LISTED = frozenset({"year", "month", "month_range_last", "quarter"})
_AMOUNTS = frozenset({"count", "money", "quantity"})
#: Words of "under last year's", and what makes another clause of them ("over the year to").
_TO_AMOUNT, _PASSING = 4, frozenset({",", ";", "and", "at", "by", "in", "to", "with"})
_WITH = _PLACED | {"with", "to"}


def is_held_up(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is only what another is compared with: "…, down from $102.3 million in April"."""
    key = figure.start, figure.hedge
    found = sentence.held_up.get(key)
    if found is None:
        found = sentence.held_up[key] = _is_held_up(reading, sentence, figure)
    return found


def _is_held_up(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    if figure.kind in _AMOUNTS and _is_passed(reading, sentence, figure):
        return True
    word, place = word_before(reading, sentence, figure)
    if word == "from" or holds_up(reading, sentence, word, place) or _doubles(reading, sentence, figure, place):
        return True
    if word == "after" and figure.kind in _AMOUNTS and _has_time_behind(reading, sentence, figure):
        # "$410 million, after $350 million in 2021".
        return True
    lot = lot_of(reading, sentence, figure)
    if lot is not None:
        # "From 290 tonnes worth $1.1 million", "against 290 tonnes and $1.1 million".
        return is_held_up(reading, sentence, lot)
    if word == "of":
        return _of_what_is_held_up(reading, sentence, figure, place)
    again = word in {"with", "to"} and reading.words(max(sentence.start, place - 6), place)[-1:] == ["and"]
    if word != "and" and not again:
        return False
    # "From X and Y"; "this compares with X … and with Y".
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    return bool(earlier) and earlier[-1].kind == figure.kind and is_held_up(reading, sentence, earlier[-1])


def _is_passed(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "A rise of 2 percent over $6.4 million", "65 percent under the $2.5 billion of 2019": what it moved from."""
    parts = [f for f in sentence.figures if f.kind == "percent" and f.end <= figure.start]
    said = reading.words(parts[-1].end, figure.start) if parts else []
    return said[:1] in (["over"], ["under"]) and len(said) <= _TO_AMOUNT and _PASSING.isdisjoint(said)


def holds_up(reading: Reading, sentence: Sentence, word: str, place: int) -> bool:
    """Whether a word at a place makes what follows something to compare with: "than", "compared to", "below"."""
    if word in {"than", "versus", "vis", "vs", "against"}:
        return True
    i = reading.tokens.before(place)
    before = reading.tokens.words[i] if i >= 0 and place > sentence.start else ""
    if word in {"with", "to"}:
        return before in {
            "relative",
            "compare",
            "compared",
            "compares",
            "comparison",
            "contrast",
            "contrasts",
            "opposed",
        }
    if word == "of" and before == "short":
        # "Short of the $203 million of 2019", but "$350,000 short of all of 2019".
        return True
    if word in _PLACED:
        # "Rose above $5 million" is a movement to a level; "but below the $31.2 million of June" holds one up.
        return not any(c.kind == "change" and place - 12 <= c.end <= place for c in sentence.cues)
    return False


def _of_what_is_held_up(reading: Reading, sentence: Sentence, figure: Figure, place: int) -> bool:
    """ "From a high of $100", "against a deficit of $9 million": the word that holds it up stands before its noun."""
    tokens = reading.tokens
    i = tokens.before(place)
    for j in range(i, max(i - _NOUN_REACH, -1), -1):
        word, start = tokens.words[j], tokens.starts[j]
        inside = next((f for f in sentence.figures if f.start <= start < f.end), None)
        if start < sentence.start or word in _ENDS_PHRASE or inside is not None:
            # "Nearly double the earlier peak of 36 million tons".
            return inside is not None and inside.kind == "times" and j < i
        if word == "from" and any(start < c.start < c.end + 1 == place for c in sentence.countries):
            # "Imports from Mali of $469 million": where they came from.
            return False
        if word in {"from", "than", "versus", "against"}:
            return True
        if word == "after":
            # "After a deficit of $5 billion in January".
            return _has_time_behind(reading, sentence, figure)
        if word in _WITH:
            return holds_up(reading, sentence, word, start)
    return False


def _has_time_behind(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    time = next((t for t in sentence.times if t.start >= figure.end), None)
    return time is not None and reading.words(figure.end, time.start) in ([], ["in"], ["during"], ["for"])


def _doubles(reading: Reading, sentence: Sentence, figure: Figure, place: int) -> bool:
    """ "Nearly double the $6.3 million of the month before", but "up fourfold at 612 tons", which is what it became."""
    multiple = next((f for f in sentence.figures if f.kind == "times" and f.start <= place < f.end), None)
    return multiple is not None and "at" not in reading.words(multiple.end, figure.start)


def owned_by(reading: Reading, sentence: Sentence, offset: int) -> Expression | None:
    """ "April's 560,000 tonnes": the time whose mark of possession stands at an offset."""
    return next((t for t in sentence.times if t.start < offset and t.end in {offset, offset + 2}), None)


def owner(reading: Reading, sentence: Sentence, figure: Figure) -> Expression | None:
    """The time that has a figure for its own, where one stands right before it."""
    tokens = reading.tokens
    i = tokens.before(figure.start)
    while i >= 0 and tokens.starts[i] > sentence.start and tokens.words[i] in _SKIPPED:
        i -= 1
    if i >= 0 and tokens.words[i] in {"'s", "’s"}:
        return owned_by(reading, sentence, tokens.starts[i])
    if i > 1 and tokens.words[i] == "of" and tokens.words[i - 1] in _SUMS:
        if tokens.words[i - 2] in {"'s", "’s"}:
            # "Last year's total of $3.4 billion".
            return owned_by(reading, sentence, tokens.starts[i - 2])
        # "The 2019 total of $4.8 million", "the revised July 2022 value of P7.9 million".
        return next((t for t in sentence.times if t.end == tokens.ends[i - 2] and t.form in _NAMED), None)
    return None


def labelled(reading: Reading, sentence: Sentence, figure: Figure) -> Expression | None:
    """ "$438 million (2023: $391 million)": the time in brackets that a colon sets before a figure."""
    tokens = reading.tokens
    i = tokens.before(figure.start)
    while i >= 0 and tokens.starts[i] > sentence.start and tokens.words[i] in _SKIPPED:
        i -= 1
    if i >= 0 and (listed := _in_series(reading, sentence, i)) is not None:
        return listed
    if i < 0 or tokens.words[i] != ":":
        return None
    time = next((t for t in sentence.times if t.end == tokens.starts[i]), None)
    before = None if time is None else reading.words(max(sentence.start, time.start - 3), time.start)[-1:]
    return time if before in (["("], [";"], [","]) else None


def _in_series(reading: Reading, sentence: Sentence, i: int) -> Expression | None:
    """ "By year: 2020 $3.1 billion, 2021 $3.4 billion", "May brought $31 million, April $22 million"."""
    tokens = reading.tokens
    year = next((t for t in sentence.times if t.end == tokens.ends[i] and t.form in _LISTED), None)
    before = "" if year is None else reading.text[max(sentence.start, year.start - 2) : year.start].strip()
    return year if before in {",", ";", ":"} else None


def word_before(reading: Reading, sentence: Sentence, figure: Figure) -> tuple[str, int]:
    """The last word before a figure that is no hedge, and where it begins."""
    key = figure.start, figure.hedge
    found = sentence.leads.get(key)
    if found is None:
        found = sentence.leads[key] = _word_before(reading, sentence, figure)
    return found


def _word_before(reading: Reading, sentence: Sentence, figure: Figure) -> tuple[str, int]:
    tokens = reading.tokens
    i = tokens.before(figure.start)
    while i >= 0 and tokens.starts[i] >= sentence.start:
        word = tokens.words[i]
        hedge = figure.hedge is not None and figure.hedge[0] <= tokens.starts[i] < figure.hedge[1]
        # "$8 million vs. $4 million".
        abbreviated = word == "." and i > 0 and tokens.words[i - 1] == "vs"
        if hedge or abbreviated or word in _SKIPPED:
            # "up 5%" is a rise, "up to" a hedge: "up" is skipped only inside a hedge.
            if word == "up" and not hedge:
                break
            i -= 1
            continue
        time = owned_by(reading, sentence, tokens.starts[i]) if word in {"'s", "’s"} else None
        if time is not None:
            # "Against April's 560,000 tonnes".
            i = tokens.before(time.start)
            continue
        return word, tokens.starts[i]
    return ("", -1) if i < 0 or tokens.starts[i] < sentence.start else (tokens.words[i], tokens.starts[i])
