"""The times of a sentence that a figure may have: those that are no base, no bound and no other figure's."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.english.measures.held_up import is_held_up
from tidewaiter.claims.english.measures.lots import worth_of
from tidewaiter.claims.english.measures.prices import is_price_unit
from tidewaiter.claims.english.times.ago_times import opens_a_level
from tidewaiter.claims.english.times.asked_time import AskedTime
from tidewaiter.claims.english.times.between import broken
from tidewaiter.claims.english.times.others import is_whole_of_part
from tidewaiter.claims.periods import AGO_FORMS
from tidewaiter.claims.reading.scene import When

_USABLE = frozenset({"when", "until", "as_of", "since", "ahead"})
_AMOUNTS = frozenset({"count", "money", "quantity"})
#: Words between a figure and the brackets that repeat it.
_GAP = 5
#: What a percentage is that was so at a time; characters in which it is named.
_PARTS, _PART_REACH = frozenset({"share", "proportion", "portion", "accounted"}), 28


@dataclass(frozen=True, slots=True)
class Usable:
    """`unowned` are all times that have no figure for their own, `times` those of them that the figure may have.

    `ago` are told by their distance from another. The figure with its brackets ends at `end`, and the next one begins
    at `limit`, which is the sentence's end where none follows.
    """

    asked: AskedTime
    unowned: list[When]
    times: list[When]
    ago: list[When]
    end: int
    limit: int

    def own(self) -> list[When]:
        """All times but those that are of another figure alone."""
        return [w for w in self.unowned if not _is_anothers(self.asked, w)]


def usable(asked: AskedTime) -> Usable:
    """The times that a figure may have."""
    figure, sentence = asked.figure, asked.sentence
    unowned = [w for w in asked.scene.whens if w.owns is None]
    times = [w for w in unowned if w.role in _USABLE and w.form not in AGO_FORMS]
    if "_per_" in figure.unit:
        times = _of_rate(asked, times)
    ago = [w for w in unowned if w.role == "when" and w.form in AGO_FORMS]
    if not asked.relative or _is_part_then(asked):
        # "A year before it was $254 million, a growth of 13 percent": the growth is of now.
        times += [w for w in ago if opens_a_level(asked.reading, sentence, w.expression)]
    times = [w for w in times if not _is_anothers(asked, w)]
    end = _behind_brackets(asked)
    limit = next((f.start for f in sentence.figures if f.start >= end), sentence.end)
    if asked.relative:
        # "18% more than the $124 million of 2022 and a 53% jump since 2019".
        times = [w for w in times if w.role != "since" or w.start < limit]
    if figure.kind == "zero" and limit < sentence.end:
        # "No coal was bought, where it had bought $5 million worth in 2017".
        times = [w for w in times if w.start < limit]
    return Usable(asked, unowned, times, ago, end, limit)


def _of_rate(asked: AskedTime, times: list[When]) -> list[When]:
    # "10,000 a day, 4.7 million to date": a rate is of a time, not up to it.
    # A price may be of a day: "as of April 11, sugar was trading for 8,500 won a kilogram".
    over = {"until"} if is_price_unit(asked.figure) else {"as_of", "until"}
    times = [w for w in times if w.form != "to_date" and (w.by or w.role not in over)]
    # "Since the crossings opened on September 11, 200 trucks a day": of no month that is named.
    return [w for w in times if w.role != "since" or asked.reading.words(w.start - 6, w.start)[-1:] == ["since"]]


def _is_part_then(asked: AskedTime) -> bool:
    """ "Ten years ago its share was 52 percent": no change, a part of the whole of then."""
    start = asked.figure.start
    return bool(_PARTS & set(asked.reading.words(max(0, start - _PART_REACH), start)))


def _behind_brackets(asked: AskedTime) -> int:
    """ "5,000 tonnes ($6 million) in May", "5,000 tonnes worth $6 million in May": where both end."""
    reading, scene, end = asked.reading, asked.scene, asked.figure.end
    for clause in scene.clauses:
        gap = reading.words(end, clause.start) if clause.kind == "aside" and clause.start >= end else None
        if gap is None or len(gap) > _GAP or {",", ";", "and"} & set(gap):
            continue
        inner = [w for w in scene.whens if clause.holds(w.start)]
        if not inner and any(clause.holds(f.start) for f in asked.sentence.figures):
            return clause.end
    same = worth_of(reading, asked.sentence, asked.figure)
    return end if same is None else same.end


def _is_anothers(asked: AskedTime, when: When) -> bool:
    """ "…, down from $102.3 million in April": the time is that figure's alone, which is only held up."""
    reading, sentence, figure = asked.reading, asked.sentence, asked.figure
    others = [f for f in sentence.figures if f.end <= when.start and f is not figure]
    if not others or broken(reading, others[-1].end, when.start) or others[-1].end <= figure.start < when.start:
        return False
    amount = others[-1].kind in _AMOUNTS
    if amount and reading.words(others[-1].end, when.start) == ["of"]:
        # "37 percent of the $2.8 billion of 2019": of that amount alone.
        return worth_of(reading, sentence, figure) is not others[-1]
    if amount and asked.context.period is not None and is_whole_of_part(reading, sentence, others[-1]):
        # "A tenth of the $3.4 million it spent in July 2019", in a text that has told of a time: of that amount alone.
        return True
    if worth_of(reading, sentence, figure) is others[-1] and is_held_up(reading, sentence, figure):
        # "… compared with 3,810 tons worth $1.9 million in September": both of then.
        return False
    return is_held_up(reading, sentence, others[-1])
