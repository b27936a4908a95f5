"""When something was published, agreed or said, and when not: days and months of what is told, not of trade."""

from __future__ import annotations

from tidewaiter.claims.changes.priced import costs_one
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_RELEASE = words("release")
#: What is done to a change at the time that it is of, and words from its figure to that.
_SEEN, _SEEN_REACH, _CHANGES = frozenset({"posted", "reported", "seen"}), 3, words("change_nouns")
_CONTRACTS = words("contracts")
_VEHICLES, _MOVING = words("vehicles"), words("under_way")
#: Books and what they tell of a time; words between the two.
_DATA, _OF_TIME = words("books_of_a_time"), frozenset({"for", "of"})
#: What stands before the time that data are of.
_COVERING, _COVERED, _PERIODS = (["covering"], ["for"]), 24, frozenset({"months", "of", "period", "the"})
#: What is published of trade, and how it is called.
_FIGURES, _CALLED = words("figures_told"), words("figures_of_trade") | words("figures_called")
#: "The council said first-quarter sales were …".
_ATTRIBUTES = ("-quarter", "-half")
#: Words from a price to its day ("in Segou on").
_PLACED = 5
#: Verbs of what is done on a day, and what there is so much of then.
_CHANGING_HANDS, _COUNTED = frozenset({"arrive", "export", "receive"}), frozenset({"count", "quantity"})
#: Characters from a figure to the day on which it came, and from a day to who says so.
_CAME_REACH, _SAID_NEAR = 70, 24


@turns_on(_RELEASE, otherwise=False)
def is_release_date(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Data published in May", "figures that came out on July 18"."""
    tokens = reading.tokens
    i = tokens.before(expression.start)
    floor = tokens.at(sentence.start)
    if is_covered(reading, sentence, expression) or names_data(reading, sentence, expression):
        return False
    if reading.text.endswith(_ATTRIBUTES, expression.start, expression.end):
        return False
    for j in range(i, max(i - 9, floor - 1), -1):
        start = tokens.starts[j]
        if any(f.start <= start < f.end for f in sentence.figures) or tokens.words[j] in {",", "that", ";"}:
            return False
        if tokens.words[j] in _RELEASE:
            # "The $2.8 billion posted in 2019" was not published then.
            before = tokens.starts[j - 1] if j > floor else -1
            told = reading.words(tokens.ends[j], expression.start)
            if not _DATA.isdisjoint(told) and _OF_TIME & set(told[-2:]):
                # "Has published its figures for the whole of 2024": the time that they are of.
                return False
            if tokens.words[j - 1 : j + 1] == ["all", "told"]:
                # "All told in 2020": in all.
                return False
            return not any(f.start <= before < f.end for f in sentence.figures) and not _was_seen(
                reading, sentence, tokens.starts[j], tokens.words[j]
            )
    return False


def _was_seen(reading: Reading, sentence: Sentence, start: int, word: str) -> bool:
    """ "The 10.1 percent growth seen in August", "the 3 percent fall posted in May": of then."""
    figure = next((f for f in reversed(sentence.figures) if f.end <= start), None)
    if figure is None or word not in _SEEN:
        return False
    between = reading.words(figure.end, start)
    return 0 < len(between) <= _SEEN_REACH and between[-1] in _CHANGES


def is_covered(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Published data on trade with Iran for April", "statistics for the period from January to May"."""
    before = reading.words(max(sentence.start, expression.start - _COVERED), expression.start)
    while before and before[-1] in _PERIODS:
        before.pop()
    return before[-1:] in _COVERING


@turns_on(_FIGURES, otherwise=False)
def names_data(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Chinese customs released its July trade figures": the time that data are called after."""
    following = reading.words(expression.end, min(expression.end + _COVERED, sentence.end))
    called = next((n for n, word in enumerate(following) if word in _FIGURES), None)
    return called is not None and _CALLED.issuperset(following[:called])


@turns_on(_CONTRACTS, otherwise=False)
def is_delivery(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Wheat for March delivery", "the May contract": when goods change hands, not when the price was paid."""
    following = reading.words(expression.end, min(expression.end + 24, sentence.end))[:1]
    before = reading.words(max(sentence.start, expression.start - 8), expression.start)[-1:]
    # "In June deliveries were at 8,000 barrels", "the June deliveries" tell when.
    told = before in (["in"], ["during"]) or (before == ["the"] and following == ["deliveries"])
    return expression.form == "month" and bool(set(following) & _CONTRACTS) and not told


def came_then(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Egypt received 63,000 tons of wheat on March 8": the day of what came, and of no report."""
    before = [f for f in sentence.figures if f.end <= expression.start]
    if not before or before[-1].kind not in {"quantity", "count"} or expression.start - before[-1].end > _CAME_REACH:
        return False
    between = reading.words(before[-1].end, expression.start)
    if {",", ";", "and", "that"} & set(between):
        return False
    if before[-1].kind == "count" and not _MOVING.isdisjoint(between):
        # "22 wagons crossed the bridge on March 22".
        return True
    verbs = sentence.cues_of("flow_verb")
    moves = [c for c in verbs if c.end <= before[-1].start]
    # "A shipment of 45 tonnes reached Yemen on 19 June."
    moves = moves or [c for c in verbs if c.sense == "arrive" and before[-1].end <= c.start < expression.start]
    return bool(moves) and not any(moves[-1].end <= c.start < expression.start for c in sentence.cues_of("speech"))


def is_of_that_day(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "On July 10, a kilo of rice cost 5,800 won", "on July 10, 12 trucks crossed": of that day."""
    if any(f.unit in _VEHICLES for f in sentence.figures) and not _MOVING.isdisjoint(sentence.words):
        said = any(c.start < expression.end + _SAID_NEAR for c in sentence.cues_of("speech"))
        return reading.words(sentence.start, expression.start) == ["on"] and not said
    if _happens(reading, sentence, expression):
        return True
    priced = any(f.kind == "money" and "_per_" in f.unit for f in sentence.figures)
    priced = priced or any(c.sense == "pricewords" for c in sentence.cues_of("per"))
    priced = priced or costs_one(reading.text[sentence.start : sentence.end])
    return priced and not _told_on(reading, sentence, expression)


def _told_on(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """Whether somebody may have said it on that day; not where who speaks opens the sentence and the price follows.

    "A source said a kilo was selling for 650 francs in Segou on April 9".
    """
    telling = [c.start for c in sentence.cues_of("speech")]
    if not telling and _RELEASE.isdisjoint(sentence.words):
        return False
    before = [f for f in sentence.figures if f.end <= expression.start]
    if not before or any(start > before[0].start for start in telling):
        return True
    between = reading.words(before[-1].end, expression.start)
    told = {*between, *reading.words(expression.end, sentence.end)}
    return "," in between or len(between) > _PLACED or not _RELEASE.isdisjoint(told)


def _happens(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "On June 19 Japan donated 50,000 masks": goods changed hands that day, and nobody says it."""
    if reading.words(sentence.start, expression.start) != ["on"] or len(sentence.times) > 1:
        return False
    if sentence.cues_of("speech") or not _RELEASE.isdisjoint(sentence.words):
        return False
    first = next((f for f in sentence.figures if f.start >= expression.end), None)
    verbs = [c for c in sentence.cues_of("flow_verb") if c.sense in _CHANGING_HANDS]
    if first is None or first.kind not in _COUNTED:
        return False
    return any(expression.end <= c.start and c.end <= first.start for c in verbs)


def told_then(sentence: Sentence, expression: Expression) -> bool:
    """ "Exports have doubled, the minister told state television on 2 May": the day of the saying."""
    figures = [f for f in sentence.figures if f.end <= expression.start]
    floor = figures[-1].end if figures else sentence.start
    return any(floor <= c.start < expression.start for c in sentence.cues_of("speech"))
