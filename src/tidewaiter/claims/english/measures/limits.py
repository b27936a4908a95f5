"""Figures that are limits: caps, and what may be traded at most."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause
from tidewaiter.claims.words.lexicon import Cue, words

_ALLOWING = frozenset({"may", "must", "shall", "can", "cannot"})
#: Words from "double" to the limit that it is of, the first of them, and what makes a verb of it.
_TO_LIMIT, _ARTICLES = 4, frozenset({"its", "that", "the", "their", "this"})
_TO_DO = [[verb] for verb in words("before_base_verb")]
#: What came to so little only, and who or what sets a limit.
_WAS, _WAS_REACH = frozenset({"was", "were", "remained"}), 20
_SETTING_LIMITS = words("setting_limits")
#: Verbs of limiting; characters that their object takes, and what it does not hold.
_LIMITING, _OBJECT = words("limiting"), 90
_CLAUSES = frozenset({",", ";", "and", "but", "from", "which", "while"})
#: Who says so sets no limit.
_EXPECTING = words("expecting")
_PERMITTING = words("permitting")
_PERMITTERS, _PERMITTER_REACH = words("permitters"), 40
#: Before "to", no word of a duty.
_NO_DUTY = words("before_to")
_NO_MORE, _FACT_REACH = ["no", "more", "than"], 60
#: Words of what may be traded, beside which "no more than" is no fact.
_BINDING = _ALLOWING | words("binding")
#: Between an amount and a limit that is not its own: "360,000 barrels below the cap", "28 percent of the cap".
_BESIDE_LIMIT = words("beside_limit")


@turns_on(_ALLOWING, otherwise=False)
def at_most(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "May not supply more than 500,000 barrels"."""
    words = reading.words(max(sentence.start, figure.start - 40), figure.start)
    return (
        "than" in words[-2:]
        and bool({"not", "cannot"} & set(words))
        and bool({"may", "must", "shall", "can", "cannot"} & set(words))
    )


def permitted(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "The 500,000 barrels a year permitted under the sanctions"."""
    before = reading.words(max(sentence.start, figure.begins - _PERMITTER_REACH), figure.begins)
    if (
        bool(before)
        and before[-1] in _PERMITTING
        and figure.kind in {"money", "quantity"}
        and not _PERMITTERS.isdisjoint(before)
    ):
        # "Resolution 2397 allows 500,000 barrels".
        return True
    said = reading.words(figure.end, min(figure.end + 24, sentence.end))[:3]
    if said[:1] in (["it"], ["they"]) and said[1:2] in (["is"], ["are"], ["was"], ["were"]):
        # "The 500,000 barrels it is allowed".
        return said[2:] in (["allowed"], ["permitted"])
    return said[:1] in (["permitted"], ["allowed"]) and said[1:2] in (["under"], ["by"], ["a"], ["each"], ["per"])


def allowed(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "May supply at most 500,000 barrels"; not "may have imported up to 13 million"."""
    words = reading.words(max(sentence.start, figure.start - 60), figure.start)
    return (
        figure.qualifier == "up_to"
        and figure.kind == "quantity"
        and "most" in words + reading.words(figure.start - 8, figure.end)
        and bool({"may", "must", "can"} & set(words))
        and "have" not in words
    )


def is_limit(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    """ "A cap of 500,000 barrels", "the 500,000-barrel cap"; not "140,000 barrels, or 28 percent of the cap of …"."""
    for cue in sentence.cues_of("cap"):
        if not clause.holds(cue.start):
            continue
        if not _EXPECTING.isdisjoint(reading.words(max(sentence.start, cue.start - 24), cue.end)):
            # "Economists expect no more than $34 billion".
            continue
        if 0 <= figure.start - cue.end <= 40:
            return not (_came_only_to(reading, sentence, figure, cue) or _so_little(reading, sentence, figure, cue))
        if _limits_to(reading, sentence, figure, cue):
            return True
        if 0 <= cue.start - figure.end <= 30:
            own = any(0 <= f.start - cue.end <= 40 and f.unit == figure.unit for f in sentence.figures)
            between = reading.words(figure.end, cue.start)
            # "300 tonnes, or three times the quota".
            own = own or any(
                figure.end <= f.start < cue.start and f.kind in {"percent", "times"} for f in sentence.figures
            )
            if not own and not _BESIDE_LIMIT & set(between):
                return True
    return False


def _came_only_to(reading: Reading, sentence: Sentence, figure: Figure, cue: Cue) -> bool:
    """ "Imports were limited to $200,000 worth of wigs": so little came, where nobody is said to have set a limit."""
    said = reading.words(max(sentence.start, cue.start - _WAS_REACH), cue.end)
    if said[-2:] != ["limited", "to"] or not set(said[-4:-2]) & _WAS or "_per_" in figure.unit:
        return False
    return _SETTING_LIMITS.isdisjoint(reading.words(cue.end, sentence.end)) and not sentence.cues_of("measure")


def _so_little(reading: Reading, sentence: Sentence, figure: Figure, cue: Cue) -> bool:
    """ "Exports were no more than $5 million in May": a fact, where nobody may or must and nobody undertakes to."""
    if (
        reading.words(cue.start, cue.end) != _NO_MORE
        or figure.unit.endswith("_per_year")
        or sentence.cues_of("measure")
    ):
        return False
    floor = max(sentence.start, cue.start - _FACT_REACH)
    before = reading.words(floor, cue.start)
    countries = {reading.tokens.starts[reading.tokens.at(c.start)] for c in sentence.countries}
    placed = [("", floor), *reading.placed(floor, cue.start)]
    to_do = any(
        word == "to" and start not in countries and ahead not in _NO_DUTY and behind not in _ARTICLES
        for (ahead, _), (word, _), (behind, start) in zip(placed, placed[1:], placed[2:], strict=False)
    )
    # "May" is a month as well.
    modal = any(not any(t.start <= c.start < t.end for t in sentence.times) for c in sentence.cues_of("modal"))
    return not (to_do or _BINDING & set(before) or modal)


def is_multiple_of_limit(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Double the annual cap": so many times a limit."""
    behind = next((c for c in sentence.cues_of("cap") if c.start >= figure.end), None)
    if behind is None or reading.words(max(0, figure.begins - 8), figure.begins)[-1:] in _TO_DO:
        return False
    said = reading.words(figure.end, behind.start)
    return bool(said) and said[0] in _ARTICLES and len(said) <= _TO_LIMIT


def _limits_to(reading: Reading, sentence: Sentence, figure: Figure, cue: Cue) -> bool:
    """ "Limits the North's imports of refined petroleum to 500,000 barrels": what a verb of limiting ends with."""
    verb = reading.words(cue.start, cue.end)[0] in _LIMITING
    if not verb or not cue.end <= figure.begins <= cue.end + _OBJECT:
        return False
    between = reading.words(cue.end, figure.begins)
    alone = not any(cue.end <= f.start < figure.start for f in sentence.figures)
    return alone and between[-1:] in (["to"], ["at"]) and _CLAUSES.isdisjoint(between)
