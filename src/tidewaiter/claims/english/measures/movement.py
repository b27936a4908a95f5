"""How a figure moves: by how much ("fell 81 percent"), to what ("fell to $8,000"), from what ("from $98 million")."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.measures import moves_by, moves_to, passed
from tidewaiter.claims.english.measures.beside import Beside, beside
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Movement

_Rule = Callable[[Beside], Movement | None]
#: Which figures a rule knows of: percentages and multiples, amounts, or both.
_PARTS, _AMOUNTS, _BOTH = frozenset({True}), frozenset({False}), frozenset({True, False})
#: Behind which words, where it turns on the one before the figure.
_TO, _AND, _BY, _OF, _WITH = (frozenset({word}) for word in ("to", "and", "by", "of", "with"))

#: What is asked of the words beside a figure, in this order: the first that knows decides. What is told of figures and
#: words is a promise about the rule: of others it can say nothing.
_RULES: tuple[tuple[_Rule, frozenset[bool], frozenset[str] | None], ...] = (
    # What the figure says itself, or the words that are one with it.
    (moves_by.inside, _BOTH, None),
    (moves_by.of_them, _PARTS, None),
    (moves_by.signed, _BOTH, None),
    (moves_by.named, _PARTS, None),
    (moves_by.named_of_next, _PARTS, None),
    (moves_by.bracketed, _PARTS, None),
    (moves_by.told_in_brackets, _PARTS, None),
    (moves_by.repeated, _AMOUNTS, None),
    # Levels that something came to or from.
    (moves_to.amounted, _BOTH, _TO),
    (moves_to.reached, _AMOUNTS, moves_to.REACHING | moves_to.COMING_TO),
    (moves_to.next_step, _AMOUNTS, _AND),
    (moves_to.compared_to, _BOTH, _TO),
    (moves_to.stepped, _BOTH, _TO),
    (moves_to.came_to, _BOTH, _TO),
    (moves_to.its_share, _PARTS, None),
    (moves_by.listed, _BOTH, _AND),
    (moves_by.negative, _PARTS, None),
    (moves_by.added, _PARTS, moves_by.ADDED),
    (moves_to.held_against, _BOTH, None),
    (moves_to.led, _AMOUNTS, None),
    (moves_to.to_a_value, _AMOUNTS, _OF),
    # Changes, the nearer their word the sooner.
    (moves_by.by_or_of, _BOTH, _BY | _OF),
    (moves_by.at_pace, _PARTS, None),
    (moves_by.more_by, _BOTH, _BY | {"or"}),
    (moves_by.lost, _PARTS, moves_by.LOST),
    (moves_by.strongest, _PARTS, _WITH),
    (moves_by.said_of_change, _PARTS, moves_by.BEING),
    (moves_to.stands_at, _AMOUNTS, _WITH | {"at"}),
    (moves_to.contracted, _AMOUNTS, None),
    (moves_to.gained, _AMOUNTS, None),
    (moves_to.higher_at, _AMOUNTS, None),
    (moves_to.past, _BOTH, None),
    (passed.beyond, _PARTS, None),
    (moves_by.adjacent, _BOTH, None),
    (moves_by.more, _BOTH, None),
    (moves_by.after, _BOTH, None),
    (moves_by.gapped, _PARTS, None),
    (moves_by.again, _PARTS, None),
    (moves_by.by_as_well, _PARTS, _BY),
    (moves_by.change_before, _PARTS, None),
)
_TURNED_ON = frozenset().union(*(words for _, _, words in _RULES if words is not None))


def movement(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> Movement:
    """How a figure moves, from the words next to it."""
    asked = beside(reading, sentence, found, figure, partial(movement, reading, sentence, found))
    word = asked.word if asked.word in _TURNED_ON else ""
    return first_answer(_rules(asked.relative, word), asked) or Movement()


@cache
def _rules(relative: bool, word: str) -> tuple[_Rule, ...]:
    """The rules that may know of a figure behind a word; "" for a word that none turns on."""
    return tuple(rule for rule, figures, words in _RULES if relative in figures and (words is None or word in words))
