"""When: the time that a figure belongs to."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.clauses import concedes
from tidewaiter.claims.english.measures.held_up import is_held_up
from tidewaiter.claims.english.measures.lots import sold_for, worth_of
from tidewaiter.claims.english.times import brackets, told_times
from tidewaiter.claims.english.times.asked_time import BEFORE, AskedTime
from tidewaiter.claims.english.times.between import brings, broken, opens_account, opens_next
from tidewaiter.claims.english.times.others import of_another
from tidewaiter.claims.english.times.usable_times import Usable, usable
from tidewaiter.claims.english.zeros import NOT_BOOKED
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import BEHIND, Scene, Timed, When, clause_at
from tidewaiter.claims.words.lexicon import words

_AFTER = "time after the figure in its clause"
_RELATIVE, _AMOUNTS = frozenset({"percent", "times"}), frozenset({"count", "money", "quantity"})
#: Characters from a rate to the time until which it was so.
_UNTIL = 16
_SIGNS = frozenset({"$", "€", "£", "¥", "us", "rs", "about", "just"})
#: What is done to those who are said to have traded, and characters that "for " takes.
_CHARGED, _CHARGE = words("charged"), 6
#: Between an amount, its partner and its time: "from Mongolia in 2013".
_FROM_OR_TO: tuple[list[str], ...] = (["from"], ["to"], ["from", "the"], ["to", "the"])
_IN: tuple[list[str], ...] = (["in"], ["in", "the"], ["during"], ["last"], [])
_REASONS = words("because")
#: Behind a reason these go on with what it is the reason of ("fell, owing to strikes, in May").
_GOING_ON = frozenset({",", "was", "were", "has", "have", "had"})
#: Clauses whose times are theirs alone.
_OWN_TIMES = frozenset({"aside", "earlier", "relative"})


def time_of(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """The period of a figure as its own sentence gives it; None where it gives none."""
    if not scene.whens:
        return None
    scene = brackets.without_others(reading, scene, figure, context) or scene
    clause = clause_at(scene.clauses, figure.start)
    asked = AskedTime(reading, scene, figure, context, scene.sentence, clause, figure.kind in _RELATIVE)
    if (timed := first_answer(_TOLD, asked)) is not None:
        return timed
    choice = usable(asked)
    if (timed := first_answer(_NEAR, choice)) is not None:
        return timed
    if figure.rule in NOT_BOOKED:
        # "In 2017 it still sold coal, but coal did not appear in the data": in those that the text is on.
        return None
    return first_answer(_FAR, choice)


def _behind_worth(asked: AskedTime) -> Timed | None:
    """ "300 tonnes worth $1.2 million in May", "earned $2 million from exports of 9 tonnes in May": of May, both."""
    reading, scene, figure = asked.reading, asked.scene, asked.figure
    worth = worth_of(reading, asked.sentence, figure) or sold_for(reading, asked.sentence, figure)
    if worth is None or any(figure.end <= when.start < worth.start for when in scene.whens):
        return None
    timed = time_of(reading, scene, worth, asked.context)
    return timed if timed is not None and timed.rule in {BEHIND, _AFTER} else None


def _that_is_reached(asked: AskedTime) -> Timed | None:
    """ "Fell by half to $25.6 million in 2020, slid to $22 million the next year": the fall is of 2020."""
    if not asked.relative:
        return None
    end = asked.figure.end
    following = next((f for f in asked.sentence.figures if f.start >= end), None)
    if following is None or following.kind not in _AMOUNTS:
        return None
    if [word for word in asked.reading.words(end, following.start) if word not in _SIGNS] != ["to"]:
        return None
    timed = time_of(asked.reading, asked.scene, following, asked.context)
    return timed if timed is not None and timed.rule == BEHIND else None


def _is_annual(figure: Figure) -> bool:
    """ "300,000 tonnes a year"."""
    return figure.unit.endswith("_per_year")


def _rate_until(choice: Usable) -> Timed | None:
    """ "They had been below a million tonnes a month until 2021": of a time that began who knows when."""
    figure, clause = choice.asked.figure, choice.asked.clause
    if "_per_" not in figure.unit:
        return None
    bounds = [w for w in choice.unowned if w.role == "until" and 0 <= w.start - figure.end <= _UNTIL]
    return Timed(None, "a rate up to a time") if any(clause.holds(w.start) for w in bounds) else None


def _right_behind(choice: Usable) -> Timed | None:
    asked, end, limit = choice.asked, choice.end, choice.limit
    if not (choice.times or choice.ago):
        return None
    for when in sorted([*choice.times, *choice.ago], key=lambda w: w.start):
        straight = not broken(asked.reading, end, when.start) or _is_of_a_partner(asked, end, when.start)
        if end <= when.start < limit and straight:
            among = asked.scene.whens if "that" in when.expression.parts else choice.own()
            return asked.timed(when, among, BEHIND)
    return None


def _is_of_a_partner(asked: AskedTime, start: int, end: int) -> bool:
    """ "… and 5,000 tons from Mongolia in 2013": whether nothing but a partner stands before the time."""
    reading, sentence = asked.reading, asked.scene.sentence
    partner = next((c for c in sentence.countries if start < c.start and c.end < end), None)
    if partner is None or reading.words(start, partner.start) not in _FROM_OR_TO:
        return False
    return reading.words(partner.end, end) in _IN


def _void_behind(choice: Usable) -> Timed | None:
    """ "$150 million last season, a fraction of the $590 million of 2011"."""
    reading, end = choice.asked.reading, choice.end
    for when in choice.asked.scene.whens:
        if when.role == "void" and end <= when.start < choice.limit and not broken(reading, end, when.start):
            return Timed(None, "a time without bounds")
    return None


def _before_bracket(choice: Usable) -> Timed | None:
    """ "Exceeds the total for last year ($318 million)"."""
    asked = choice.asked
    if asked.figure.kind not in _AMOUNTS:
        return None
    for when in choice.times:
        if when.role == "when" and asked.reading.words(when.end, asked.figure.begins) == ["("]:
            return asked.timed(when, choice.unowned, "the time before the bracket")
    return None


def _in_clause(choice: Usable) -> Timed | None:
    """The last time before the figure in its clause, or else the first behind it."""
    asked = choice.asked
    inside = [w for w in choice.times if asked.clause.holds(w.start)]
    if not inside:
        return None
    inside.sort(key=lambda w: w.start)
    before = [w for w in inside if w.end <= asked.figure.start]
    if before and not (charged := _charged_with(asked, before[-1])):
        return asked.timed(before[-1], choice.unowned, BEFORE)
    after = _behind(choice, [w for w in inside if w not in before])
    if before and after is None and charged:
        return Timed(None, "no time of what somebody is charged with")
    return asked.timed(after, choice.unowned, _AFTER) if after is not None else None


def _charged_with(asked: AskedTime, when: When) -> bool:
    """ "Jailed in May for supplying $5,000 worth of watches": the time is of the one, and not of the other."""
    for cue in asked.sentence.cues_of("flow_verb"):
        if when.end <= cue.start and cue.end <= asked.figure.start:
            verb = asked.reading.words(cue.start, cue.end)
            led = asked.reading.words(max(asked.sentence.start, cue.start - _CHARGE), cue.start)
            if verb[:1] and verb[0].endswith("ing") and led[-1:] in (["for"], ["with"], ["of"]):
                return not _CHARGED.isdisjoint(asked.sentence.words)
    return False


def _behind(choice: Usable, inside: list[When]) -> When | None:
    """The time behind a figure in its clause that is neither the next figure's nor of what it brings another to."""
    asked, limit = choice.asked, choice.limit
    reading, end = asked.reading, asked.figure.end
    after = [w for w in inside if end <= w.start and not brings(reading, end, w.start)]
    after = [w for w in after if not (_of_reason(asked, w) or opens_account(reading.words(end, w.start)))]
    if limit < asked.sentence.end:
        # "It sold 900 tons, and in 2016 the figure was 700": the time of the next figure.
        after = [w for w in after if w.start > limit or not opens_next(reading, end, w.start)]
    if not after or after[0].start < limit:
        return after[0] if after else None
    if after[0].role == "since" or len(after) > 1:
        # "Fell to 2,600 tons from 5,100, and no cement has been bought since 2018".
        return None
    bases = (w for w in asked.scene.whens if w.role == "base" and end <= w.start < limit)
    return None if asked.relative and any(bases) else after[0]


def _of_reason(asked: AskedTime, when: When) -> bool:
    """ "Five times higher, because almost nothing was sold in May 2021", "due to the drought earlier this year".

    A text that has told no time may tell it so: "fell by 5 percent amid strikes in May".
    """
    if _REASONS.isdisjoint(asked.scene.words) or when.start < asked.figure.end:
        return False
    said = asked.reading.words(asked.figure.end, when.start)
    if "because" in said or asked.context.period is None:
        return "because" in said
    opening = next((n for n, word in enumerate(said) if word in _REASONS), len(said))
    return opening < len(said) and _GOING_ON.isdisjoint(said[opening:])


def _against_ago(choice: Usable) -> Timed | None:
    """ "It sold more than the year before: $3 million, against $2 million": the latter is of that year."""
    asked, figure = choice.asked, choice.asked.figure
    told = [w for w in asked.scene.whens if w.role == "base" and w.form in AGO_FORMS and w.end <= figure.start]
    first = [f for f in asked.sentence.figures if len(told) == 1 and told[0].end <= f.start < figure.start]
    if len(first) != 1 or first[0].unit != figure.unit:
        return None
    if asked.reading.words(told[0].end, first[0].begins) != [":"]:
        return None
    if not is_held_up(asked.reading, asked.sentence, figure):
        return None
    return asked.timed(told[0], asked.scene.whens, "the time it is held against")


def _earlier(choice: Usable) -> Timed | None:
    start = choice.asked.figure.start
    outside = [w for w in choice.times if w.clause.kind not in _OWN_TIMES and w.end <= start]
    return choice.asked.timed(outside[-1], choice.unowned, "time earlier in the sentence") if outside else None


def _of_subject(choice: Usable) -> Timed | None:
    """ "Last year's $174 million was two-thirds of the 2014 level"."""
    asked = choice.asked
    for when in asked.scene.whens:
        if when.owns is not None and when.role == "when" and when.owns.end <= asked.figure.start:
            held = is_held_up(asked.reading, asked.sentence, when.owns)
            return None if held else asked.timed(when, choice.unowned, "the time of the figure it is said of")
    return None


def _only_one(choice: Usable) -> Timed | None:
    """The time that all those of the sentence tell which may be of the figure."""
    asked, reading, end = choice.asked, choice.asked.reading, choice.asked.figure.end
    left = [w for w in choice.times if w.clause.kind not in _OWN_TIMES]
    if _is_annual(asked.figure):
        # "It delivers 300,000 tonnes annually, and in January a gift arrived": so much in no one month.
        left = [w for w in left if w.period is not None and w.period.covers_year]
    if asked.context.period:
        left = [w for w in left if w.start <= end or not (concedes(reading, w.clause) or _of_reason(asked, w))]
        left = [w for w in left if w.start < end or not opens_account(reading.words(end, w.start))]
    # "It sold 900 tons in all, bringing its total for the year to 5,000": of the year, only that.
    left = [w for w in left if w.start < end or not brings(reading, end, w.start)]
    # "Exports of gold came to $2 million; in May 2022 there were none": what opens another part is of that part.
    left = [w for w in left if ";" not in reading.words(end, w.start)[-2:]]
    left = [w for w in left if w.start < end or not of_another(reading, asked.scene, asked.figure, w)]
    if left and len({str(w.period) for w in left}) == 1:
        return asked.timed(left[0], choice.unowned, "the only time in the sentence")
    return None


#: Which time it has, the first that knows decides: what its words say at once, …
_TOLD: tuple[Callable[[AskedTime], Timed | None], ...] = (
    told_times.owned, brackets.shared, told_times.behind_base, told_times.in_when_clause, told_times.which_moved,
    told_times.that_was, told_times.average_of_years, told_times.since_then, _behind_worth, _that_is_reached,
    told_times.once,
)  # fmt: skip
#: … what stands beside it or in its clause, …
_NEAR: tuple[Callable[[Usable], Timed | None], ...] = (
    _rate_until, _right_behind, _void_behind, _before_bracket, _in_clause,
)  # fmt: skip
#: … and what stands elsewhere in the sentence.
_FAR: tuple[Callable[[Usable], Timed | None], ...] = (_against_ago, _earlier, _of_subject, _only_one)
