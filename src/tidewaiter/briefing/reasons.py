"""The reasons below an article, as lines of text: in full where a figure does not hold up, else in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tidewaiter.briefing.markup import printable
from tidewaiter.briefing.story import Note, Story
from tidewaiter.briefing.words import CHECKS, OUTCOMES, STYLES, doubt_words, operand_words
from tidewaiter.briefing.wrap import Line, Run
from tidewaiter.provenance import RowRef
from tidewaiter.verdicts.verdict import Operand, Verdict

_SOFT = "dim"
#: Rows listed for one operand; a sum over many says how many more there are.
_ROWS = 3

#: Wraps runs to the page's width with an indent, and a further one for all lines but the first.
Wrapped = Callable[[Iterable[Run], int, int], Iterator[Line]]


class Reasons:
    """The notes of one story, told group by group, what is wrong first."""

    def __init__(self, story: Story, *, wrapped: Wrapped, signs: Mapping[str, str], bullet: str) -> None:
        self.story, self.wrapped, self.signs, self.bullet = story, wrapped, signs, bullet
        self.numbers = {note.claim: note.number for note in story.notes}

    def lines(self) -> Iterator[Line]:
        """All groups, a blank line after each."""
        tellers = {"supported": self._supported, "consistent": self._supported, "unchecked": self._unchecked}
        for outcome in OUTCOMES:
            notes = [note for note in self.story.notes if note.outcome == outcome]
            if notes:
                yield [(OUTCOMES[outcome].word.capitalize(), f"{STYLES[outcome]} underline")]
                yield from tellers.get(outcome, self._in_full)(notes)
                yield []

    def _labels(self, notes: Sequence[Note]) -> Iterator[Run]:
        for index, note in enumerate(notes):
            yield ("; " if index else "", "")
            yield (f"{self.signs[note.outcome]}{note.number} ", STYLES[note.outcome])
            yield (note.quote, "bold")
            if note.slip:
                yield (f", probably {note.slip}", "")

    def _in_full(self, notes: Sequence[Note]) -> Iterator[Line]:
        """Every verdict with its operands, the rows behind them, and how to do it again."""
        for note in notes:
            yield from self.wrapped(self._labels([note]), 0, 4)
            for verdict in note.verdicts:
                yield from self.wrapped([(verdict.reason, ""), (f" ({CHECKS[verdict.check]})", _SOFT)], 4, 0)
                if doubt := doubt_words(verdict):
                    yield from self.wrapped([(doubt, _SOFT)], 4, 0)
                for operand in verdict.operands:
                    yield from self._operand(operand)
                if verdict.repeat:
                    yield from self.wrapped([(f"To repeat: {verdict.repeat}", _SOFT)], 4, 2)

    def _operand(self, operand: Operand) -> Iterator[Line]:
        where = ""
        if operand.claim is not None:
            number = self.numbers.get(operand.claim)
            where = f" (figure {number})" if number else f" (in {operand.claim.document})"
        yield from self.wrapped([(f"{self.bullet} {operand_words(operand)}{where}", _SOFT)], 4, 2)
        yield from self._rows(operand.rows, 6)

    def _supported(self, notes: Sequence[Note]) -> Iterator[Line]:
        """The best support of each figure in a sentence; figures that one sentence bears out share it."""
        groups: dict[str, list[tuple[Note, Verdict]]] = {}
        for note in notes:
            best = _best(note)
            if best is not None:
                groups.setdefault(best.reason, []).append((note, best))
        for reason, group in groups.items():
            yield from self.wrapped(self._labels([note for note, _ in group]), 0, 4)
            verdict = group[0][1]
            yield from self.wrapped([(reason, ""), (self._figures(verdict), _SOFT)], 4, 0)
            yield from self._rows([row for operand in verdict.operands for row in operand.rows], 4)
            sums = [other.repeat for note, best in group for other in _sums(note) if other is not best]
            for written in sums[:1]:
                yield from self.wrapped([(f"The article’s own figures agree: {written}.", _SOFT)], 4, 2)

    def _figures(self, verdict: Verdict) -> str:
        found = {self.numbers[o.claim] for o in verdict.operands if o.claim in self.numbers}
        if not found:
            return ""
        listed = ", ".join(str(number) for number in sorted(found))
        return f" (figure{'s' if len(found) > 1 else ''} {listed})"

    def _rows(self, rows: Sequence[RowRef], indent: int) -> Iterator[Line]:
        for row in rows[:_ROWS]:
            place = f"{row.source} {row.release}, {row.file}, line {row.line:,}"
            yield from self.wrapped([(place, _SOFT)], indent, 2)
            if row.url:
                # An address is never broken: it would not open.
                yield [(" " * indent + printable("".join(row.url.split())), _SOFT)]
        if len(rows) > _ROWS:
            yield from self.wrapped([(f"and {len(rows) - _ROWS:,} rows more", _SOFT)], indent, 2)

    def _unchecked(self, notes: Sequence[Note]) -> Iterator[Line]:
        """Figures that lack the same thing share a line."""
        groups: dict[tuple[str, ...], list[Note]] = {}
        for note in notes:
            groups.setdefault(note.reasons, []).append(note)
        for reasons, group in groups.items():
            words = " ".join(reasons) or "Nothing was found to hold it against."
            yield from self.wrapped([*self._labels(group), (f"  {words}", "")], 0, 4)


def _best(note: Note) -> Verdict | None:
    """The verdict that says most for a figure: a customs book before the article itself, that before another one."""
    order = ["statistics", "arithmetic", "documents"]
    telling = [verdict for verdict in note.verdicts if verdict.outcome in (note.outcome, "supported")]
    return min(telling, key=lambda verdict: order.index(verdict.check), default=None)


def _sums(note: Note) -> list[Verdict]:
    """The article's own sums that come out; that a part is no larger than its whole says too little to be told."""
    own = [v for v in note.verdicts if v.check == "arithmetic" and v.outcome == note.outcome]
    return [v for v in own if v.repeat and "≤" not in v.repeat]
