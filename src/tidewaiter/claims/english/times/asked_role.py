"""An expression of time whose role is asked after, with the words that stand before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tidewaiter.claims import periods
from tidewaiter.claims.english.times.time_bases import has_moved, is_base
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.reading import Reading, Sentence

#: Words before an expression that tell its role.
_AHEAD = 4
#: "Between 1 March and 5 May": days that say how long, not when something was told.
_SPANNING = frozenset({"between", "from"})
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AskedRole:
    """`ahead` are the words right before the expression, `tails` all the phrases that end with the last of them.

    `day` says that it is a day, or days that are no span of time; `before` are the words that lead to roles.
    """

    reading: Reading
    sentence: Sentence
    expression: Expression
    form: str
    day: bool
    ahead: list[str]
    tails: list[str]
    before: dict[str, frozenset[str]]

    @cached_property
    def moved(self) -> bool:
        """Whether a change stands close before it."""
        return has_moved(self.reading, self.sentence, self.expression)

    @cached_property
    def base(self) -> bool:
        """Whether the words before make it what something is compared with."""
        return is_base(self.reading, self.sentence, self.expression, moved=self.moved)

    @property
    def own_words(self) -> list[str]:
        """Its own words."""
        return self.reading.words(self.expression.start, self.expression.end)

    def led_by(self, role: str) -> bool:
        """Whether a word or phrase for such a role leads it ("since", "as of")."""
        return not self.before.get(role, _NONE).isdisjoint(self.tails)


def asked_role(reading: Reading, sentence: Sentence, expression: Expression) -> AskedRole:
    """What may tell the role of an expression."""
    tokens = reading.tokens
    i = tokens.before(expression.start)
    ahead = tokens.words[max(i - _AHEAD, tokens.at(sentence.start)) : i + 1]
    tails = [" ".join(ahead[k:]) for k in range(len(ahead))]
    before, form = periods.grammar(reading.language).before, expression.form
    day = form in periods.DAY_FORMS
    if day and form == "days":
        day = reading.words(expression.start, expression.end)[0] not in _SPANNING
    return AskedRole(reading, sentence, expression, form, day, ahead, tails, before)
