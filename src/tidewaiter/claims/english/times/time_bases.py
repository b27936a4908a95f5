"""What makes a time a base: the words, multiples and changes before it that hold a figure against it."""

from __future__ import annotations

from tidewaiter.claims import periods
from tidewaiter.claims.english.measures.parts import tells_of_part
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import RATE_FORMS, Expression
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

#: Forms of a time that something takes.
_LASTING = frozenset({"first_months", "last_months", "months"})
#: Between a multiple and the time of what it multiplies.
_MULTIPLIED = words("multiplied")
#: "Half the level of early 2022".
_WITHIN_YEAR = frozenset({"early", "late", "mid"})
_TRADED = words("traded")
_MULTIPLES = frozenset({"fraction", "times"})
_WHOSE = (["the"], ["of", "the"], ["its"], ["their"], ["of", "its"], ["of", "their"])
_BEHIND, _PACES = 20, frozenset({"'s", "’s", "annual", "daily", "monthly", "quarterly", "weekly", "yearly"})
_AMOUNTS = words("amounts_of_a_time")
#: "As late as March", "as far back as 2012", "as long ago as 2012".
_HOW_FAR = frozenset({"ago", "back", "early", "far", "late", "recently", "soon"})
_LISTING = ([","], ["and"])
#: Between a part and the time of what it is a part of.
_OF_THEN = tuple(["of", those, *of] for those in ("that", "those") for of in (["in"], ["of"], ["for"]))
_AMOUNTS_OF = frozenset({"money", "quantity"})


def is_base(reading: Reading, sentence: Sentence, expression: Expression, *, moved: bool) -> bool:
    """Whether the words before make an expression what something is compared with, fillers skipped."""
    before = periods.grammar(reading.language).before
    tokens = reading.tokens
    i, floor = tokens.before(expression.start), tokens.at(sentence.start)
    if _equated(reading, sentence, expression) or _multiplied(reading, sentence, expression):
        return True
    if _is_part_of_then(reading, sentence, expression):
        return True
    rates = [t for t in sentence.times if t.form in RATE_FORMS and t.end <= expression.start]
    passed = False
    for _ in range(12):
        if i < floor or (rates and tokens.starts[i] < rates[-1].end):
            # "Fell 8 percent on the month in May": what is behind a rate tells when.
            return False
        word = tokens.words[i]
        owner = word in {"'s", "’s"}
        if owner or any(c.start <= tokens.starts[i] < c.end for c in sentence.countries):
            passed = not owner and tokens.words[i + 1] not in {"'s", "’s"}
            i -= 1
            continue
        if word == "." and i > floor and tokens.words[i - 1] == "vs":
            i -= 1
            continue
        two = f"{tokens.words[i - 1]} {word}" if i > floor else word
        if word == "as" and tokens.words[i - 1] in _HOW_FAR and tokens.words[i - 2] in {"as", "far", "long", "so"}:
            # "As recently as August", "as long ago as 2016": tells when.
            return False
        if word in before["base"] or two in before["base"]:
            return True
        multiple = next((f for f in sentence.figures if f.start <= tokens.starts[i] < f.end), None)
        if multiple is not None and multiple.kind in _MULTIPLES:
            # "2.3 times those of the first quarter", "the figure for June", but not "doubled in September".
            listed = reading.words(max(0, multiple.begins - 5), multiple.begins)[-1:] in _LISTING
            of_that = reading.words(multiple.end, expression.start)[:2] == ["of", "that"]
            told = listed and of_that
            if told or _is_shared(reading, sentence, multiple) or tells_of_part(reading, expression.end):
                # "12 tonnes in 2019, half of that in 2020", "a third of 2019's bill was for watches".
                return False
            between = set(reading.words(tokens.ends[i], expression.start))
            if multiple.unit == "percent" and between & _TRADED:
                # "A quarter of exports in 2019 was tea": a share of them.
                return False
            return bool(_MULTIPLIED & between)
        if word in before["moved"]:
            if passed and word == "from":
                # "60 percent of its needs, from Thailand in May".
                return False
            if word == "over" and expression.form in _LASTING and _lasted(sentence, expression):
                return False
            return moved and (word == "from" or expression.form != "same_period")
        if word not in before["fillers"] and word not in _WITHIN_YEAR:
            return False
        i -= 1
    return False


def _lasted(sentence: Sentence, expression: Expression) -> bool:
    """ "Up 5 percent over the twelve months to May", "fell to $3 million over the first four months": how long."""
    before = [f for f in sentence.figures if f.end <= expression.start]
    return "m" in expression.parts or (bool(before) and before[-1].kind not in {"percent", "times"})


def _multiplied(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "12 times the 2022 amount", "twice the July 2023 sum", "three times last year's monthly average"."""
    behind = reading.words(expression.end, min(expression.end + _BEHIND, sentence.end))
    noun = next((word for word in behind if word not in _PACES), "")
    if noun not in _AMOUNTS:
        return False
    before = [f for f in sentence.figures if f.end <= expression.start]
    multiple = bool(before) and before[-1].kind in {"times", "percent"}
    return multiple and reading.words(before[-1].end, expression.start) in ([], *_WHOSE)


def _is_part_of_then(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "61 percent of that in the previous year", "half of those in April"; not "half of those sold in April"."""
    part = next((f for f in reversed(sentence.figures) if f.end <= expression.start), None)
    return part is not None and part.kind == "percent" and reading.words(part.end, expression.start) in _OF_THEN


def _equated(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Equivalent to its total imports of soap from China in 2021": all of it up to the comma is the base."""
    heads = periods.grammar(reading.language).before.get("equated", frozenset())
    if sentence.words.isdisjoint(heads):
        return False
    tokens = reading.tokens
    i, floor = tokens.before(expression.start), tokens.at(sentence.start)
    for j in range(i, max(i - 14, floor - 1), -1):
        if tokens.words[j] in {",", ";", "("} or any(f.start <= tokens.starts[j] < f.end for f in sentence.figures):
            return False
        if tokens.words[j] in heads:
            # "Half of what it imported in 2019", but not "what crossed the river in March".
            part = next((f for f in reversed(sentence.figures) if f.end <= tokens.starts[j]), None)
            sharing = part is not None and _is_shared(reading, sentence, part)
            if tokens.words[j] == "what" and part is not None and (sharing or part.kind in _AMOUNTS_OF):
                # "Rubber accounted for 30 percent of what it bought in 2015".
                return False
            doubled = any(f.kind == "times" and f.start <= tokens.starts[j - 1] < f.end for f in sentence.figures)
            return tokens.words[j] != "what" or (j > floor and (doubled or tokens.words[j - 1] in {"of", "than"}))
    return False


def _is_shared(reading: Reading, sentence: Sentence, part: Figure) -> bool:
    """ "Oil made up two-thirds of its exports in the four years to 2019": a share of then."""
    return any(c.end <= part.start and not reading.words(c.end, part.begins) for c in sentence.cues_of("share"))


def has_moved(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """Whether a relative figure or a change stands close before: then "from April" is where it came from."""
    figures = [f for f in sentence.figures if f.end <= expression.start]
    floor = expression.start
    while len(figures) > 1 and _in_brackets(reading, figures[-1]):
        # "Up 12 percent (or $3 million) from April".
        floor = figures.pop().start
    if figures and figures[-1].kind in {"percent", "percentage_points", "times"} and floor - figures[-1].end <= 60:
        return True
    return any(c.kind == "change" and 0 <= expression.start - c.end <= 40 for c in sentence.cues)


def _in_brackets(reading: Reading, figure: Figure) -> bool:
    return reading.text[figure.end : figure.end + 1] == ")" and "(" in reading.words(figure.start - 4, figure.start)
