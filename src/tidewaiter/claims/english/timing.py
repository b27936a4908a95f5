"""When: the expressions of time in a sentence, what each is for, and which one a figure belongs to."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims import fiscal_years, periods
from tidewaiter.claims.context import Context
from tidewaiter.claims.english.movement import is_held_up
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.periods import Anchor, Expression
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Draft, Scene, Timed, When, clause_at
from tidewaiter.period import Period, Point

_RELEASE = words("release")
_CONTRACTS = words("contracts")
_RANKS, _NO_RANKS = words("ranks"), words("no_ranks")
#: Characters in which the word that ranks stands before "since".
_RANK_REACH = 60
#: Words between a figure and the brackets that repeat it.
_GAP = 5
_AGO = frozenset({"ago_years", "ago_month", "ago_same", "base_month_year", "base_fiscal"})
#: Forms that say from when to when.
_RUNS = frozenset({"days", "months", "months_years"})
#: Forms that may name two times in one.
_PAIRS = frozenset({"years", "months", "months_years"})
_ALWAYS_BASE = frozenset({"yoy", "mom", "qoq", "same_each_decade"})
_NONE: frozenset[str] = frozenset()
_FROM = frozenset({"from"})


def whens(reading: Reading, sentence: Sentence, found: list[Clause], context: Context) -> list[When]:
    """The expressions of a sentence with their roles, resolved as far as the sentence and the context allow."""
    placed: list[When] = []
    if not sentence.times:
        return placed
    start, by_first = fiscal_years.of_sentence(context.anchor, [c.alpha3 for c in sentence.countries if c.alpha3])
    current = context.period or (context.hint if context.hint_block == sentence.block else None)
    anchor = replace(context.anchor, current=current, fiscal_start=start, fiscal_by_first=by_first)
    for expression in sentence.times:
        when = When(expression, _role(reading, sentence, expression), clause_at(found, expression.start))
        placed.append(when)
    # Absolute ones first: "in May … the previous four months" hang on them in order of reading.
    for when in placed:
        if when.form in _AGO or when.form in {"yoy", "mom", "qoq"}:
            continue
        when.period = _resolved(reading, when, anchor, placed)
        if sentence.kind == "row" and when.form == "month" and when.period is not None and context.period is not None:
            # The months of a table are of the year that its title gives.
            when.period = Period.month(context.period.end.year, when.period.end.month)
        if when.period is not None and when.role == "when" and when.form not in periods.DAY_FORMS:
            anchor.current = when.period
    _gloss(reading, placed)
    return placed


def _gloss(reading: Reading, placed: list[When]) -> None:
    """ "The first seven months (March 21-October 22)": what stands in brackets behind a time says which it is."""
    for when, other in pairwise(placed):
        between = reading.text[when.end : other.start]
        if between.strip() != "(" or reading.text[other.end : other.end + 1] != ")":
            continue
        if when.role == "when" and other.period is not None and (when.period is None or other.form in _RUNS):
            when.period = other.period
        other.role = "report"


def _resolved(reading: Reading, when: When, anchor: Anchor, placed: list[When]) -> Period | None:
    period = periods.resolve(when.expression, anchor, language=reading.language)
    if period is None:
        return None
    parts = when.expression.parts
    if when.form == "month" and not {"y", "r", "ybefore"} & parts.keys():
        # "In 2020 … in March": a month takes the one year its sentence names before it, if that is not a base.
        years = [
            w.period.end.year
            for w in placed
            if w.form == "year" and w.period and w.start < when.start and w.role == "when"
        ]
        if len(set(years)) == 1 and years[0] != period.end.year and years[0] < period.end.year:
            period = Period.month(years[0], period.end.month)
    if when.role == "as_of" and when.form in periods.DAY_FORMS:
        return Period(None, period.end)
    if when.role == "ahead":
        # "By December", of what is planned or possible: the one to come.
        past = anchor.day is not None and period.last_day < anchor.day
        return Period.month(period.end.year + 1, period.end.month) if past and period.is_month else period
    if when.role == "until" and period.is_month:
        return Period(Point(period.end.year, 1), period.end) if period.end.month > 1 else period
    if when.role == "until" and when.form in periods.DAY_FORMS:
        return Period(None, period.end)
    if when.role == "since" and period.end.month and anchor.data_end is not None:
        start = Point(period.end.year, period.end.month)
        return (
            Period(start, anchor.data_end)
            if (start.year, start.month) <= (anchor.data_end.year, anchor.data_end.month)
            else None
        )
    return period


def _role(reading: Reading, sentence: Sentence, expression: Expression) -> str:
    before = periods.grammar(reading.language).before
    tokens = reading.tokens
    i = tokens.before(expression.start)
    floor = tokens.at(sentence.start)
    words = tokens.words[max(i - 4, floor) : i + 1]
    tails = [" ".join(words[k:]) for k in range(len(words))]
    form = expression.form
    if form == "unbounded":
        return "void"
    if form in _ALWAYS_BASE:
        return "base"
    if not (before.get("since", _NONE) - _FROM).isdisjoint(tails):
        return "report" if _ranks(reading, sentence, expression) else "since"
    if _is_delivery(reading, sentence, expression):
        return "report"
    day = form in periods.DAY_FORMS
    if not before.get("as_of", _NONE).isdisjoint(tails):
        if day:
            return "as_of"
        if words[-1:] == ["by"] and expression.form == "month":
            if reading.words(expression.start, expression.end)[0] == "end":
                return "until"
            inside = [(t.start, t.end) for t in sentence.times]
            modal = [c for c in sentence.cues_of("modal") if not any(s <= c.start < e for s, e in inside)]
            return "ahead" if modal else "when"
        if not any(t in {"by", "until", "up to"} for t in tails):
            return "until"
    if not before.get("until", _NONE).isdisjoint(tails):
        return "until"
    moved = _moved(reading, sentence, expression)
    base = _is_base(reading, sentence, expression, moved=moved)
    if day:
        return "base" if base and moved else "report"
    if form in _AGO:
        if _opens_a_level(reading, sentence, expression):
            return "when"
        return "base" if base or not _follows_figure(sentence, expression, reading) else "when"
    if base:
        return "base"
    if _is_release_date(reading, sentence, expression) or _is_whole_of(words, form):
        return "report"
    return "since" if words[-1:] == ["from"] else "when"


def _ranks(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "The highest since March 2021", "its first rise since 2019": a rank, and no time of the figure."""
    before = reading.words(max(sentence.start, expression.start - _RANK_REACH), expression.start)
    before = before[-8:]
    return any(w in _RANKS or (w.endswith("est") and len(w) > 4 and w not in _NO_RANKS) for w in before)


def _is_delivery(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Wheat for March delivery", "the May contract": when goods change hands, not when the price was paid."""
    following = reading.words(expression.end, min(expression.end + 24, sentence.end))[:1]
    return expression.form == "month" and bool(set(following) & _CONTRACTS)


def _is_whole_of(words: list[str], form: str) -> bool:
    """ "April, the first month of the 2023-24 fiscal year": names what the other time is part of."""
    tail = [w for w in words if w != "the"]
    return (
        len(tail) >= 2
        and not (tail[-2] == "month" and form in {"month", "month_range_last"})
        and tail[-1] == "of"
        and tail[-2] in {"month", "quarter", "half", "part", "day", "week", "end", "start", "beginning"}
    )


def _is_base(reading: Reading, sentence: Sentence, expression: Expression, *, moved: bool) -> bool:
    """Whether the words before make an expression what something is compared with, fillers skipped."""
    before = periods.grammar(reading.language).before
    tokens = reading.tokens
    i, floor = tokens.before(expression.start), tokens.at(sentence.start)
    if _equated(reading, sentence, expression):
        return True
    passed = False
    for _ in range(12):
        if i < floor:
            return False
        word = tokens.words[i]
        owner = word in {"'s", "’s"}
        if owner or any(c.start <= tokens.starts[i] < c.end for c in sentence.countries):
            passed = not owner and tokens.words[i + 1] not in {"'s", "’s"}
            i -= 1
            continue
        two = f"{tokens.words[i - 1]} {word}" if i > floor else word
        if word in before["base"] or two in before["base"]:
            return True
        if any(f.kind == "times" and f.start <= tokens.starts[i] < f.end for f in sentence.figures):
            # "2.3 times those of the first quarter", but not "doubled in September".
            return bool({"of", "that", "those"} & set(reading.words(tokens.ends[i], expression.start)))
        if word in before["moved"]:
            if passed and word == "from":
                # "60 percent of its needs, from Thailand in May".
                return False
            return moved and (word == "from" or expression.form != "same_period")
        if word not in before["fillers"]:
            return False
        i -= 1
    return False


def _equated(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Equivalent to its total imports of soap from China in 2021": all of it up to the comma is the base."""
    heads = periods.grammar(reading.language).before.get("equated", frozenset())
    tokens = reading.tokens
    i, floor = tokens.before(expression.start), tokens.at(sentence.start)
    for j in range(i, max(i - 14, floor - 1), -1):
        if tokens.words[j] in {",", ";", "("} or any(f.start <= tokens.starts[j] < f.end for f in sentence.figures):
            return False
        if tokens.words[j] in heads:
            # "Half of what it imported in 2019", but not "what crossed the river in March".
            doubled = any(f.kind == "times" and f.start <= tokens.starts[j - 1] < f.end for f in sentence.figures)
            return tokens.words[j] != "what" or (j > floor and (doubled or tokens.words[j - 1] in {"of", "than"}))
    return False


def _moved(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """Whether a relative figure or a change stands close before: then "from April" is where it came from."""
    figures = [f for f in sentence.figures if f.end <= expression.start]
    if (
        figures
        and figures[-1].kind in {"percent", "percentage_points", "times"}
        and expression.start - figures[-1].end <= 60
    ):
        return True
    return any(c.kind == "change" and 0 <= expression.start - c.end <= 40 for c in sentence.cues)


def _follows_figure(sentence: Sentence, expression: Expression, reading: Reading) -> bool:
    """ "$5 million a year earlier": the base is that figure's own time. "Up 5% a year earlier" is not."""
    previous = [f for f in sentence.figures if f.end <= expression.start]
    if not previous:
        return False
    relative = previous[-1].kind in {"percent", "percentage_points", "times"}
    if relative and not is_held_up(reading, sentence, previous[-1]):
        # "…, down from 36 percent a year earlier" is a share of then.
        return False
    return not set(reading.words(previous[-1].end, expression.start)) & {",", "from", "than", "over", ";"}


def _opens_a_level(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "A year before, it was 900 tonnes": the time of the level that follows, and no base of a change."""
    before = [w for w in reading.words(sentence.start, expression.start)[-2:] if w not in {"in", "during", "for"}]
    if before and before[-1] not in {";", "."}:
        return False
    stop = reading.text.find(";", expression.end, sentence.end)
    end = sentence.end if stop < 0 else stop
    following = [f for f in sentence.figures if expression.end <= f.start < end]
    moved = any(c.kind == "change" and expression.end <= c.start < end for c in sentence.cues)
    return bool(following) and following[0].kind in {"money", "quantity", "count"} and not moved


def _is_release_date(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    tokens = reading.tokens
    i = tokens.before(expression.start)
    floor = tokens.at(sentence.start)
    for j in range(i, max(i - 9, floor - 1), -1):
        start = tokens.starts[j]
        if any(f.start <= start < f.end for f in sentence.figures) or tokens.words[j] in {",", "that", ";"}:
            return False
        if tokens.words[j] in _RELEASE:
            # "The $2.8 billion posted in 2019" was not published then.
            before = tokens.starts[j - 1] if j > floor else -1
            return not any(f.start <= before < f.end for f in sentence.figures)
    return False


def time_of(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """The period of a figure as its own sentence gives it; None where it gives none."""
    sentence, placed = scene.sentence, scene.whens
    if not placed:
        return None
    clause = clause_at(scene.clauses, figure.start)
    usable = [w for w in placed if w.role in {"when", "until", "as_of", "since", "ahead"} and w.form not in _AGO]
    if "_per_" in figure.unit:
        # "10,000 a day, 4.7 million to date": a rate is of a time, not up to it.
        usable = [w for w in usable if w.form != "to_date" and w.role not in {"as_of", "until"}]
    own_ago = [w for w in placed if w.role == "when" and w.form in _AGO]
    usable += [w for w in own_ago if _opens_a_level(reading, sentence, w.expression)]
    usable = [w for w in usable if not _of_comparator(reading, sentence, figure, w)]
    end = _behind_brackets(reading, scene, figure)
    following = [f.start for f in sentence.figures if f.start >= end]
    limit = following[0] if following else sentence.end
    for when in sorted([*usable, *own_ago], key=lambda w: w.start):
        if end <= when.start < limit and not _broken(reading, end, when.start):
            bare = [w for w in placed if not _of_comparator(reading, sentence, figure, w)]
            return _timed(when, context, bare, "time right after the figure")
    inside = [w for w in usable if clause.holds(w.start)]
    before = [w for w in inside if w.end <= figure.start]
    if before:
        return _timed(before[-1], context, placed, "time before the figure in its clause")
    after = [w for w in inside if figure.end <= w.start]
    if after and (after[0].start < limit or len(after) == 1):
        return _timed(after[0], context, placed, "time after the figure in its clause")
    outside = [w for w in usable if w.clause.kind not in {"aside", "earlier", "relative"} and w.end <= figure.start]
    if outside:
        return _timed(outside[-1], context, placed, "time earlier in the sentence")
    outside = [w for w in usable if w.clause.kind not in {"aside", "earlier", "relative"}]
    if outside and len({str(w.period) for w in outside}) == 1:
        return _timed(outside[0], context, placed, "the only time in the sentence")
    return None


def _behind_brackets(reading: Reading, scene: Scene, figure: Figure) -> int:
    """ "5,000 tonnes ($6 million) in May": where the text goes on behind a figure that brackets repeat."""
    for clause in scene.clauses:
        gap = reading.words(figure.end, clause.start) if clause.kind == "aside" and clause.start >= figure.end else None
        if gap is None or len(gap) > _GAP or {",", ";", "and"} & set(gap):
            continue
        inner = [w for w in scene.whens if clause.holds(w.start)]
        if not inner and any(clause.holds(f.start) for f in scene.sentence.figures):
            return clause.end
    return figure.end


def _of_comparator(reading: Reading, sentence: Sentence, figure: Figure, when: When) -> bool:
    """ "…, down from $102.3 million in April": the time is that figure's alone, which is only held up."""
    others = [f for f in sentence.figures if f.end <= when.start and f is not figure]
    if not others or _broken(reading, others[-1].end, when.start):
        return False
    return is_held_up(reading, sentence, others[-1])


def _broken(reading: Reading, start: int, end: int) -> bool:
    words = reading.words(start, end)
    return (
        bool(set(words) & {",", ";", "and", "while", "but", "(", "after", "which", "from", "to", "compared"})
        and len(words) > 1
    ) or len(words) > 14


def _timed(when: When, context: Context, placed: list[When], rule: str) -> Timed:
    if when.form in _AGO:
        # "… compared with $5 million a year earlier": against the time the sentence or the text is speaking of.
        current = next(
            (w.period for w in reversed(placed) if w.role in {"when", "until"} and w.form not in _AGO and w.period),
            context.period,
        )
        anchor = replace(context.anchor, current=current)
        return Timed(periods.resolve(when.expression, anchor), rule, when)
    return Timed(when.period, rule, when)


def pair_off(reading: Reading, scene: Scene, drafts: list[Draft]) -> None:
    """ "In 2021 and 2022, Laos imported $5 million and $6 million, respectively": two times for two figures."""
    if not scene.sentence.cues_of("respectively"):
        return
    pairs = [w for w in scene.whens if w.form in _PAIRS and "and" in reading.words(w.start, w.end)]
    shared = [d for d in drafts if d.timed and d.timed.when in pairs]
    for first, second in pairwise(shared):
        when = first.timed.when if first.timed else None
        if when is None or second.timed is None or second.timed.when is not when or when.period is None:
            continue
        start, end = when.period.start, when.period.end
        if start is None or first.figure.unit != second.figure.unit:
            continue
        first.timed = Timed(Period(start, start), "respectively", when)
        second.timed = Timed(Period(end, end), "respectively", when)
        return
