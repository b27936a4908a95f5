"""Where countries stand in a sentence: their names, what they are called, and words that point to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tidewaiter.claims.english.roles.epithets import Epithet
from tidewaiter.claims.english.roles.relatives import relatives
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue
from tidewaiter.reference.countries import CountryMention

_POINTING = frozenset({"country", "epithet", "neighbour", "former", "latter"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country stands. A group has the empty code; None is to be resolved. `demonym` is an adjective of it."""

    start: int
    end: int
    code: str | None
    demonym: bool = False
    weak: bool = True


def anaphors_of(reading: Reading, sentence: Sentence, called: Collection[Epithet]) -> dict[int, Cue]:
    """Words that point to a country, by where they begin ("the country", "its neighbour", "the latter")."""
    said = [*sentence.cues_of("anaphor"), *relatives(reading, sentence)]
    pointing = (c for c in said if c.sense in _POINTING)
    return {c.start: c for c in pointing if not any(e.start < c.end and c.start < e.end for e in called)}


def places_of(
    reading: Reading, sentence: Sentence, called: Collection[Epithet], anaphors: Collection[Cue]
) -> list[Place]:
    """All of them, in order; where a name stands in what a country is called, the name tells which one it is."""
    named = [
        Place(c.start, c.end, c.alpha3 or "", _is_of_goods(reading, c), c.weak)
        for c in sentence.countries
        if c.alpha3 is not None or _is_end(reading, sentence, c, called, anaphors)
    ]
    spans = [*((e.start, e.end) for e in called), *((c.start, c.end) for c in anaphors)]
    others = [
        Place(start, end, None)
        for start, end in spans
        if not any(place.start < end and start < place.end for place in named)
    ]
    return sorted([*named, *others], key=lambda place: (place.start, place.end))


def _is_end(
    reading: Reading, sentence: Sentence, group: CountryMention, called: Collection[Epithet], anaphors: Collection[Cue]
) -> bool:
    """Whether a group of countries is an end of trade itself, and not said of one of them."""
    if group.kind != "group" or _covers(called, group) or _covers(anaphors, group):
        return False
    return not _qualifies(reading, sentence, group)


def _is_of_goods(reading: Reading, mention: CountryMention) -> bool:
    """Whether it is an adjective: "Chinese", "European", "U.S.-made"."""
    return mention.kind == "demonym" or _is_adjective(reading, mention) or _is_made(reading, mention)


def _qualifies(reading: Reading, sentence: Sentence, mention: CountryMention) -> bool:
    """ "EU country Spain": the group says what sort of country the next is."""
    following = reading.words(mention.end, min(mention.end + 12, sentence.end))[:1]
    return bool(set(following) & {"country", "member", "state", "nation"})


def _covers(phrases: Collection[Epithet] | Collection[Cue], mention: CountryMention) -> bool:
    """Whether a group's name is only part of a phrase ("the West African nation", "the EU partner")."""
    return any(e.start < mention.end and mention.start < e.end for e in phrases)


def _is_made(reading: Reading, mention: CountryMention) -> bool:
    """ "U.S.-made machinery": an adjective of its goods."""
    return reading.words(mention.end, mention.end + 16)[:2] in (["-", "made"], ["-", "built"], ["-", "grown"])


def _is_adjective(reading: Reading, mention: CountryMention) -> bool:
    """ "European", "African", "Western"."""
    name = reading.text[mention.start : mention.end]
    return mention.alpha3 is None and name.endswith(("an", "ern"))
