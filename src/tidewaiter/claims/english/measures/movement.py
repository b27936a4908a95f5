"""How a figure moves: by how much ("fell 81 percent"), to what ("fell to $8,000"), from what ("from $98 million")."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.measures import moves_by, moves_to
from tidewaiter.claims.english.measures.beside import Beside, beside
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Movement

#: What is asked of the words beside a figure, in this order: the first that knows decides.
_RULES: tuple[Callable[[Beside], Movement | None], ...] = (
    # What the figure says itself, or the words that are one with it.
    moves_by.inside, moves_by.signed, moves_by.named, moves_by.named_of_next, moves_by.bracketed,
    moves_by.told_in_brackets, moves_by.repeated,
    # Levels that something came to or from.
    moves_to.amounted, moves_to.reached, moves_to.next_step, moves_to.compared_to, moves_to.stepped, moves_to.came_to,
    moves_to.its_share,
    moves_by.listed, moves_by.negative, moves_by.added,
    moves_to.held_against, moves_to.led, moves_to.to_a_value,
    # Changes, the nearer their word the sooner.
    moves_by.by_or_of, moves_by.at_pace, moves_by.more_by, moves_by.lost, moves_by.strongest, moves_by.said_of_change,
    moves_to.stands_at, moves_to.contracted, moves_to.gained, moves_to.higher_at,
    moves_to.past,
    moves_by.adjacent, moves_by.more, moves_by.after, moves_by.gapped, moves_by.again, moves_by.by_as_well,
    moves_by.change_before,
)  # fmt: skip


def movement(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> Movement:
    """How a figure moves, from the words next to it."""
    asked = beside(reading, sentence, found, figure, partial(movement, reading, sentence, found))
    return first_answer(_RULES, asked) or Movement()
