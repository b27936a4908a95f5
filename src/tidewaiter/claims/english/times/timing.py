"""When: the time that a figure belongs to."""

from __future__ import annotations

from tidewaiter.claims import periods
from tidewaiter.claims.english.clauses import concedes
from tidewaiter.claims.english.measures.held_up import is_held_up
from tidewaiter.claims.english.measures.lots import sold_for, worth_of
from tidewaiter.claims.english.times.ago_times import AGO, opens_a_level
from tidewaiter.claims.english.times.between import brings, broken, opens_next, used_to_be
from tidewaiter.claims.english.times.bracketed_years import same_months
from tidewaiter.claims.english.times.others import is_whole_of_part, of_another
from tidewaiter.claims.english.zeros import NOT_BOOKED
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import BEHIND, IN_ITS_CLAUSE, OWNED, Scene, Timed, When, clause_at
from tidewaiter.period import Period

_IN_CLAUSE = "time before the figure in its clause"
_BEHIND = ("time right after the figure", "time after the figure in its clause")
#: Characters from a rate to the time until which it was so.
_UNTIL = 16
_AGAIN = frozenset({"a", "an", "down", "or", "up"})
_WHICH_WAS = (["which", "was"], ["which", "were"], ["that", "was"], ["that", "were"])
_BEING = frozenset({"had", "was", "were"})
#: Words between a time and what was when it was, and between a figure and the brackets that repeat it.
_WHEN_GAP, _GAP = 18, 5
#: … and between a time and the amount that a clause about it tells.
_CLAUSE_GAP = 8
#: Forms that name no time by themselves, only what a rate is against.
_RATES = frozenset({"mom", "qoq", "yoy"})
#: What a percentage is that was so at a time; characters in which it is named.
_PARTS, _PART_REACH = frozenset({"share", "proportion", "portion", "accounted"}), 28
_AMOUNTS, _SIGNS = (
    frozenset({"count", "money", "quantity"}),
    frozenset({"$", "€", "£", "¥", "us", "rs", "about", "just"}),
)


def time_of(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """The period of a figure as its own sentence gives it; None where it gives none."""
    sentence, placed = scene.sentence, scene.whens
    if not placed:
        return None
    own = next((w for w in placed if w.owns is figure), None)
    if own is not None and (same := same_months(reading, scene, own, context)):
        return Timed(same, OWNED, own)
    if own is not None:
        return _timed(own, context, [w for w in placed if w is not own], OWNED)
    held = _behind_base(reading, scene, figure, context) or _in_when_clause(reading, scene, figure)
    held = held or _which_moved(reading, scene, figure)
    held = held or _that_was(reading, scene, figure) or _average_of_years(reading, figure)
    held = held or _behind_worth(reading, scene, figure, context) or _that_is_reached(reading, scene, figure, context)
    if held is not None:
        return held
    clause = clause_at(scene.clauses, figure.start)
    opened = max(start for start, _ in clause.stretches if start <= figure.start)
    if used_to_be(reading, max([opened, *(f.end for f in sentence.figures if f.end <= figure.start)]), figure.start):
        return Timed(None, "what used to be")
    placed = [w for w in placed if w.owns is None]
    usable = [w for w in placed if w.role in {"when", "until", "as_of", "since", "ahead"} and w.form not in AGO]
    if "_per_" in figure.unit:
        # "10,000 a day, 4.7 million to date": a rate is of a time, not up to it.
        usable = [w for w in usable if w.form != "to_date" and (w.by or w.role not in {"as_of", "until"})]
        # "Since the crossings opened on September 11, 200 trucks a day": of no month that is named.
        usable = [w for w in usable if w.role != "since" or reading.words(w.start - 6, w.start)[-1:] == ["since"]]
        if any(w.role == "until" and clause.holds(w.start) and 0 <= w.start - figure.end <= _UNTIL for w in placed):
            # "They had been below a million tonnes a month until 2021": of a time that began who knows when.
            return Timed(None, "a rate up to a time")
    own_ago = [w for w in placed if w.role == "when" and w.form in AGO]
    if figure.kind not in {"percent", "times"} or _is_part_then(reading, figure):
        # "A year before it was $254 million, a growth of 13 percent": the growth is of now.
        usable += [w for w in own_ago if opens_a_level(reading, sentence, w.expression)]
    dated = context.period is not None
    usable = [w for w in usable if not _of_comparator(reading, sentence, figure, w, dated=dated)]
    end = _behind_brackets(reading, scene, figure)
    following = [f.start for f in sentence.figures if f.start >= end]
    limit = following[0] if following else sentence.end
    if figure.kind in {"percent", "times"}:
        # "18% more than the $124 million of 2022 and a 53% jump since 2019".
        usable = [w for w in usable if w.role != "since" or w.start < limit]
    for when in sorted([*usable, *own_ago], key=lambda w: w.start):
        if end <= when.start < limit and not broken(reading, end, when.start):
            bare = [w for w in placed if not _of_comparator(reading, sentence, figure, w, dated=dated)]
            bare = scene.whens if "that" in when.expression.parts else bare
            return _timed(when, context, bare, BEHIND)
    if any(w.role == "void" and end <= w.start < limit and not broken(reading, end, w.start) for w in scene.whens):
        # "$150 million last season, a fraction of the $590 million of 2011".
        return Timed(None, "a time without bounds")
    for when in (w for w in usable if w.role == "when" and figure.kind in _AMOUNTS):
        if reading.words(when.end, figure.begins) == ["("]:
            # "Exceeds the total for last year ($318 million)".
            return _timed(when, context, placed, "the time before the bracket")
    inside = sorted((w for w in usable if clause.holds(w.start)), key=lambda w: w.start)
    before = [w for w in inside if w.end <= figure.start]
    if before:
        return _timed(before[-1], context, placed, _IN_CLAUSE)
    after = [w for w in inside if figure.end <= w.start and not brings(reading, figure.end, w.start)]
    # "It sold 900 tons, and in 2016 the figure was 700": the time of the next figure.
    if limit < sentence.end:
        after = [w for w in after if w.start > limit or not opens_next(reading, figure.end, w.start)]
    based = figure.kind in {"percent", "times"} and any(
        w.role == "base" and figure.end <= w.start < limit for w in scene.whens
    )
    if after and after[0].role == "since" and after[0].start >= limit:
        # "Fell to 2,600 tons from 5,100, and no cement has been bought since 2018".
        after = []
    if figure.kind == "zero" and limit < sentence.end:
        # "No coal was bought, where it had bought $5 million worth in 2017".
        after = [w for w in after if w.start < limit]
        usable = [w for w in usable if w.start < limit]
    if after and (after[0].start < limit or (len(after) == 1 and not based)):
        return _timed(after[0], context, placed, "time after the figure in its clause")
    if figure.rule in NOT_BOOKED:
        # "In 2017 it still sold coal, but coal did not appear in the data": in those that the text is on.
        return None
    if (against := _held_against_ago(reading, scene, figure, context)) is not None:
        return against
    outside = [w for w in usable if w.clause.kind not in {"aside", "earlier", "relative"} and w.end <= figure.start]
    if outside:
        return _timed(outside[-1], context, placed, "time earlier in the sentence")
    subject = next(
        (w for w in scene.whens if w.owns is not None and w.role == "when" and w.owns.end <= figure.start), None
    )
    if subject is not None and subject.owns is not None and not is_held_up(reading, sentence, subject.owns):
        # "Last year's $174 million was two-thirds of the 2014 level".
        return _timed(subject, context, placed, "the time of the figure it is said of")
    outside = [w for w in usable if w.clause.kind not in {"aside", "earlier", "relative"}]
    outside = [w for w in outside if not (context.period and w.start > figure.end and concedes(reading, w.clause))]
    # "Exports of gold came to $2 million; in May 2022 there were none": what opens another part is of that part.
    outside = [w for w in outside if ";" not in reading.words(figure.end, w.start)[-2:]]
    outside = [w for w in outside if w.start < figure.end or not of_another(reading, scene, figure, w)]
    if outside and len({str(w.period) for w in outside}) == 1:
        return _timed(outside[0], context, placed, "the only time in the sentence")
    return None


def _that_is_reached(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """ "Fell by half to $25.6 million in 2020, slid to $22 million the next year": the fall is of 2020."""
    following = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
    if figure.kind not in {"percent", "times"} or following is None or following.kind not in _AMOUNTS:
        return None
    if [word for word in reading.words(figure.end, following.start) if word not in _SIGNS] != ["to"]:
        return None
    timed = time_of(reading, scene, following, context)
    return timed if timed is not None and timed.rule == BEHIND else None


def _behind_worth(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """ "300 tonnes worth $1.2 million in May", "earned $2 million from exports of 9 tonnes in May": of May, both."""
    worth = worth_of(reading, scene.sentence, figure) or sold_for(reading, scene.sentence, figure)
    if worth is None or any(figure.end <= when.start < worth.start for when in scene.whens):
        return None
    timed = time_of(reading, scene, worth, context)
    return timed if timed is not None and timed.rule in _BEHIND else None


def _is_part_then(reading: Reading, figure: Figure) -> bool:
    """ "Ten years ago its share was 52 percent": no change, a part of the whole of then."""
    return bool(_PARTS & set(reading.words(max(0, figure.start - _PART_REACH), figure.start)))


def _held_against_ago(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """ "It sold more than the year before: $3 million, against $2 million": the latter is of that year."""
    told = [w for w in scene.whens if w.role == "base" and w.form in AGO and w.end <= figure.start]
    first = [f for f in scene.sentence.figures if len(told) == 1 and told[0].end <= f.start < figure.start]
    if len(first) != 1 or first[0].unit != figure.unit:
        return None
    if reading.words(told[0].end, first[0].begins) != [":"] or not is_held_up(reading, scene.sentence, figure):
        return None
    return _timed(told[0], context, scene.whens, "the time it is held against")


def _behind_base(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """ "Less than in August, with 35,117 tonnes", "from April, which saw 98 million", "from April ($98 million)"."""
    if figure.kind not in _AMOUNTS:
        return None
    bases = [w for w in scene.whens if w.role == "base" and w.end <= figure.start and w.form not in _RATES]
    if bases and any(bases[-1].end <= w.start < figure.start for w in scene.whens):
        # "17 percent more than a year earlier, with March contributing $37 million".
        return None
    between = reading.words(bases[-1].end, figure.start) if bases else []
    clause = {"when", "which"} & set(between[:2])
    reach = _CLAUSE_GAP if clause else _GAP
    if len(between) > reach or not (clause or {"with", "("} & set(between[:2])) or {")", ","} & set(between[1:]):
        return None
    return _timed(bases[-1], context, scene.whens, "the time it is held against")


def _in_when_clause(reading: Reading, scene: Scene, figure: Figure) -> Timed | None:
    """ "Three months through July, when shipments reached 1.1 million tonnes", "since May 2019, when it was …"."""
    before = [w for w in scene.whens if w.end <= figure.start and w.period is not None and w.role != "void"]
    when = before[-1] if before else None
    if when is None or when.period is None or when.form in AGO:
        return None
    between = reading.words(when.end, figure.start)
    said = between[1:] if between[:1] == [","] else between
    told = any(when.end <= f.start < figure.start for f in scene.sentence.figures)
    if said[:1] != ["when"] or len(said) > _WHEN_GAP or ";" in said:
        return None
    again = "," in said and bool(_AGAIN & set(said[said.index(",") + 1 :][:1])) and figure.kind in {"percent", "times"}
    if (told or "," in said) and not (told and again):
        # "…, when shipments reached 1.1 million tonnes, up 7.5 percent": the change is of then as well.
        return None
    period = when.period
    if when.role == "since" and period.start is not None:
        # Of then, and not of all the time since.
        return Timed(Period(period.start, period.start), IN_ITS_CLAUSE)
    if when.role == "until" or when.form in {"months", "first_months"}:
        period = period.last_month()
    return Timed(period, IN_ITS_CLAUSE, when)


def _which_moved(reading: Reading, scene: Scene, figure: Figure) -> Timed | None:
    """ "Down from 270 tonnes in July, which was itself down 79 percent from June": the fall is of July."""
    before = [w for w in scene.whens if w.end <= figure.start and w.period is not None and w.role != "void"]
    if figure.kind not in {"percent", "times"} or not before:
        return None
    said = reading.words(before[-1].end, figure.start)
    told = said[:2] == [",", "which"] and len(said) <= _GAP + 1 and bool(_BEING & set(said)) and "," not in said[1:]
    return Timed(before[-1].period, IN_ITS_CLAUSE, before[-1]) if told else None


def _average_of_years(reading: Reading, figure: Figure) -> Timed | None:
    """ "Against a five-year average of 210,000 tonnes": of years that nobody names."""
    before = reading.words(max(0, figure.start - len("five-year average of about ")), figure.start)
    found = "average" in before and any(before[n : n + 3] == ["-", "year", "average"] for n in range(len(before)))
    return Timed(None, "an average of years") if found else None


def _that_was(reading: Reading, scene: Scene, figure: Figure) -> Timed | None:
    """ "Compared to $11.7 million which was the total at the end of 2022": the time in what is said of the figure."""
    if reading.words(figure.end, min(figure.end + len(" which was "), scene.sentence.end))[:2] not in _WHICH_WAS:
        return None
    following = [f.start for f in scene.sentence.figures if f.start >= figure.end]
    when = next((w for w in scene.whens if w.start >= figure.end and w.role in {"when", "until", "as_of"}), None)
    if when is None or (following and following[0] < when.start) or "," in reading.words(figure.end, when.start):
        return None
    return Timed(when.period, BEHIND, when)


def _behind_brackets(reading: Reading, scene: Scene, figure: Figure) -> int:
    """ "5,000 tonnes ($6 million) in May", "5,000 tonnes worth $6 million in May": where both end."""
    for clause in scene.clauses:
        gap = reading.words(figure.end, clause.start) if clause.kind == "aside" and clause.start >= figure.end else None
        if gap is None or len(gap) > _GAP or {",", ";", "and"} & set(gap):
            continue
        inner = [w for w in scene.whens if clause.holds(w.start)]
        if not inner and any(clause.holds(f.start) for f in scene.sentence.figures):
            return clause.end
    same = worth_of(reading, scene.sentence, figure)
    return figure.end if same is None else same.end


def _of_comparator(reading: Reading, sentence: Sentence, figure: Figure, when: When, *, dated: bool) -> bool:
    """ "…, down from $102.3 million in April": the time is that figure's alone, which is only held up.

    `dated` says that the text has told of a time that others may be of.
    """
    others = [f for f in sentence.figures if f.end <= when.start and f is not figure]
    if not others or broken(reading, others[-1].end, when.start) or others[-1].end <= figure.start < when.start:
        return False
    amount = others[-1].kind in {"money", "quantity", "count"}
    if amount and reading.words(others[-1].end, when.start) == ["of"] and figure is not others[-1]:
        # "37 percent of the $2.8 billion of 2019": of that amount alone.
        return worth_of(reading, sentence, figure) is not others[-1]
    if amount and dated and figure is not others[-1] and is_whole_of_part(reading, sentence, others[-1]):
        # "A tenth of the $3.4 million it spent in July 2019": of that amount alone.
        return True
    if worth_of(reading, sentence, figure) is others[-1] and is_held_up(reading, sentence, figure):
        # "… compared with 3,810 tons worth $1.9 million in September": both of then.
        return False
    return is_held_up(reading, sentence, others[-1])


def _timed(when: When, context: Context, placed: list[When], rule: str) -> Timed:
    if when.form in AGO:
        # "… compared with $5 million a year earlier": against the time the sentence or the text is speaking of.
        spoken = [w for w in placed if w.role in {"when", "until"} and w.form not in AGO and w.period]
        # "In June, up from $88 million the previous month and from $50 million in June 2022": of what came before it.
        earlier = [w for w in spoken if w.end <= when.start]
        if "that" in when.expression.parts:
            # "Down from $171 in 2022 and $189 the year before that".
            earlier = [w for w in placed if w.end <= when.start and w.role != "void" and (w.period or w.form in AGO)]
            if earlier and earlier[-1].period is None:
                # "The year before it was $51 million, and the year before that $58 million".
                chain = _timed(earlier[-1], context, [w for w in placed if w is not when], rule).period
                return Timed(periods.resolve(when.expression, context.anchor.speaking_of(chain)), rule, when)
        current = next((w.period for w in reversed(earlier or spoken)), context.period)
        if not earlier and context.period is not None and rule == _IN_CLAUSE:
            # "A year earlier it was 271 million, and in November 2021 994 million": before the time of the news.
            current = context.period
        if when.form == "ago_month" and current is not None:
            # "The month before", in a text on the first nine months: of the last of them.
            current = current.last_month()
        anchor = context.anchor.speaking_of(current)
        return Timed(periods.resolve(when.expression, anchor), rule, when)
    return Timed(when.period, rule, when)
