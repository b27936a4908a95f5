"""What an expression of time is for: when something was, what it is held against, until when, or merely when told."""

from __future__ import annotations

from tidewaiter.claims import periods
from tidewaiter.claims.english.times.ago_times import AGO, HAD, follows_figure, of_held_up, opens_a_level, then_so
from tidewaiter.claims.english.times.time_bases import has_moved, is_base
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_RELEASE = words("release")
#: "Between 1 March and 5 May": days that say how long, not when something was told.
_SPANNING = frozenset({"between", "from"})
_LAID_DOWN = words("laid_down")
_STANDING = frozenset({"amount", "stand", "stands", "total", "totals"})
_CONTRACTS = words("contracts")
_RANKS, _NO_RANKS = words("ranks"), words("no_ranks")
#: Characters in which the word that ranks stands before "since".
_RANK_REACH = 60
_ALWAYS_BASE = frozenset({"yoy", "mom", "qoq", "same_each_decade"})
#: What stands before the time that data are of.
_COVERING, _COVERED, _PERIODS = (["covering"], ["for"]), 24, frozenset({"months", "of", "period", "the"})
_NONE: frozenset[str] = frozenset()
_FROM, _BEFORE = frozenset({"from"}), frozenset({"before"})
_MONTHS, _UP_TO = frozenset({"month", "month_range_last"}), (["through"], ["till"], ["to"], ["until"])
#: "Since the start of 2014", "since early 2014".
_OPENINGS = frozenset({"beginning", "early", "late", "mid", "of", "start", "the"})
#: Characters in which a clause of "since" opens.
_SINCE_REACH = 70
_SAID_NEAR = 24
_VEHICLES, _MOVING = words("vehicles"), words("under_way")
#: Words of "its first big purchase".
_FIRST_OF = 4
_SINCE = frozenset({"since"})
#: Open what sets the scene.
_SETTING = frozenset({"after", "earlier", "following"})
#: Books and what they tell of a time; words between the two.
_DATA, _OF_TIME = words("books_of_a_time"), frozenset({"for", "of"})


def role(reading: Reading, sentence: Sentence, expression: Expression) -> str:
    """The role of an expression: when, base, since, until, as_of, ahead, report or void."""
    before = periods.grammar(reading.language).before
    tokens = reading.tokens
    i = tokens.before(expression.start)
    floor = tokens.at(sentence.start)
    words = tokens.words[max(i - 4, floor) : i + 1]
    tails = [" ".join(words[k:]) for k in range(len(words))]
    form = expression.form
    if form == "unbounded":
        # "The fourth-highest figure since the pandemic began" is a rank, and sets no time.
        return "report" if _is_superlative(_words_ahead(reading, sentence, expression)) else "void"
    if form in {"full_year", "the_year"} and _ranks(reading, sentence, expression):
        # "The highest monthly figures for the year".
        return "report"
    if form == "rel_year" and _is_first_of(reading, sentence, expression):
        return "report"
    if words[-1:] == ["("] and reading.text[expression.end : expression.end + 1] == ":":
        # "$5.2 million (July: none)": of what the bracket tells.
        return "report"
    if _is_setting(reading, sentence, expression, words):
        return "report"
    if form in _ALWAYS_BASE:
        return "base"
    opened = words
    while opened and opened[-1] in _OPENINGS:
        opened = opened[:-1]
    if opened[-1:] == ["since"] or not (before.get("since", _NONE) - _FROM).isdisjoint(tails):
        return "report" if _ranks(reading, sentence, expression) else "since"
    if _is_delivery(reading, sentence, expression):
        return "report"
    if _within_since(reading, sentence, expression):
        # "Since freight resumed in January 2022, imports have …", but "the biggest since the war began in 2022".
        opens = reading.words(sentence.start, expression.start)[:1] == ["since"]
        lasting = sentence.cues_of("perfect") or _STANDING & set(reading.words(expression.end, sentence.end))
        return "since" if opens and lasting else "report"
    span = form == "days" and reading.words(expression.start, expression.end)[0] in _SPANNING
    day = form in periods.DAY_FORMS and not span
    moved = has_moved(reading, sentence, expression)
    base = is_base(reading, sentence, expression, moved=moved)
    if base and not day and tails[-2:-1] == ["end of"]:
        # "When compared to exports at the end of the first quarter of 2022".
        return "base"
    if form in _MONTHS and words[-1:] in _UP_TO and "end" in reading.words(expression.start, expression.end)[:2]:
        # "Data to the end of April show".
        return "until"
    if not before.get("as_of", _NONE).isdisjoint(tails):
        if day:
            return "as_of"
        if words[-1:] == ["by"] and expression.form in {"month", "month_range_last"}:
            if "end" in reading.words(expression.start, expression.end)[:2] and not _fell_by(sentence, expression):
                return "until"
            inside = [(t.start, t.end) for t in sentence.times]
            modal = [c for c in sentence.cues_of("modal") if not any(s <= c.start < e for s, e in inside)]
            return "ahead" if modal else "when"
        if not any(t in {"by", "until", "up to"} for t in tails):
            return "until"
    if not before.get("until", _NONE).isdisjoint(tails):
        return "until"
    if day:
        if form == "day" and words[-1:] == ["on"] and _came_then(reading, sentence, expression):
            return "when"
        if form == "day" and words[-1:] == ["on"] and _is_of_that_day(reading, sentence, expression):
            return "when"
        return "base" if base and moved and not _told_then(reading, sentence, expression) else "report"
    if form in AGO:
        if opens_a_level(reading, sentence, expression) or then_so(reading, sentence, expression) is not None:
            return "when"
        if of_held_up(reading, sentence, expression):
            return "when"
        return "base" if base or not follows_figure(sentence, expression, reading) else "when"
    if base:
        return "base"
    if _is_release_date(reading, sentence, expression) or _is_whole_of(words, form):
        return "report"
    if words[-1:] == ["in"] and _LAID_DOWN & set(words[-2:-1]) and not _is_told_of(reading, sentence, expression):
        # "Under sanctions imposed in 2017 it sold nothing".
        return "report"
    if _is_bound(reading, sentence, expression):
        return "void"
    return "since" if words[-1:] == ["from"] else "when"


@turns_on(_SETTING, otherwise=False)
def _is_setting(reading: Reading, sentence: Sentence, expression: Expression, before: list[str]) -> bool:
    """ "Earlier this year, its ambassador said that …", "after November's record, exports fell": not of then."""
    if before[-1:] == ["earlier"]:
        speech = [c.start for c in sentence.cues_of("speech") if c.start >= expression.end]
        return bool(speech) and not any(f.start < speech[0] for f in sentence.figures)
    owns = reading.words(expression.end, min(expression.end + 3, sentence.end))[:1] in (["'s"], ["’s"])
    return owns and before[-1:] in (["after"], ["following"]) and expression.form in _MONTHS


@turns_on(_BEFORE, otherwise=False)
def _is_bound(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Before sanctions were tightened in late 2017, trade exceeded $450 million a month": some time before."""
    floor = max([sentence.start, *(f.end for f in sentence.figures if f.end <= expression.start)])
    between = reading.words(floor, expression.start)
    if "before" not in between:
        return False
    clause = between[len(between) - between[::-1].index("before") :]
    happened = any(reading.is_word("verbs", word) or word in HAD for word in clause)
    while clause and clause[-1] in _OPENINGS:
        clause = clause[:-1]
    return happened and clause[-1:] in (["in"], ["on"]) and not {",", ";", ":"} & set(clause)


def _fell_by(sentence: Sentence, expression: Expression) -> bool:
    """ "Shipments had dwindled to 40 tonnes by the end of May": what has been sold since January cannot shrink."""
    amounts = [f for f in sentence.figures if f.end <= expression.start]
    return bool(amounts) and any(c.sense == "down" and c.end <= amounts[-1].start for c in sentence.cues_of("change"))


def _is_told_of(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """Whether a clause itself says that something was laid down then ("a ban was imposed in 2017 and …")."""
    i = reading.tokens.before(expression.start) - 2
    return i >= 0 and reading.tokens.words[i] in {"been", "is", "was", "were"}


def _ranks(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "The highest since March 2021", "its first rise since 2019": a rank, and no time of the figure."""
    ahead = _words_ahead(reading, sentence, expression)
    return not _RANKS.isdisjoint(ahead) or _is_superlative(ahead)


def _is_first_of(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "India took 95,000 tons, its first purchase this year": a rank beside the figure, which is of another time."""
    ahead = _words_ahead(reading, sentence, expression)
    if not any(f.end <= expression.start for f in sentence.figures) or "," not in ahead:
        return False
    said = ahead[len(ahead) - ahead[::-1].index(",") :]
    return said[:1] in (["its"], ["the"], ["their"]) and said[1:2] in (["first"], ["only"]) and len(said) <= _FIRST_OF


def _words_ahead(reading: Reading, sentence: Sentence, expression: Expression) -> list[str]:
    return reading.words(max(sentence.start, expression.start - _RANK_REACH), expression.start)[-8:]


def _is_superlative(ahead: list[str]) -> bool:
    return any(word.endswith("est") and len(word) > 4 and word not in _NO_RANKS for word in ahead)


@turns_on(_SINCE, otherwise=False)
def _within_since(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Since the start of the pandemic in March 2020": the time of what began then."""
    floor = max(
        [
            sentence.start,
            expression.start - _SINCE_REACH,
            *(f.end for f in sentence.figures if f.end <= expression.start),
        ]
    )
    before = reading.words(floor, expression.start)
    if "since" not in before:
        return False
    place = len(before) - 1 - before[::-1].index("since")
    after = before[place + 1 :]
    # "They have since recovered: in October …" is another word.
    return (
        before[place - 1] not in {"had", "has", "have"}
        and after[-1:] in (["in"], ["on"])
        and not {",", ":", ";"} & set(after)
    )


@turns_on(_CONTRACTS, otherwise=False)
def _is_delivery(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Wheat for March delivery", "the May contract": when goods change hands, not when the price was paid."""
    following = reading.words(expression.end, min(expression.end + 24, sentence.end))[:1]
    before = reading.words(max(sentence.start, expression.start - 8), expression.start)[-1:]
    # "In June deliveries were at 8,000 barrels", "the June deliveries" tell when.
    told = before in (["in"], ["during"]) or (before == ["the"] and following == ["deliveries"])
    return expression.form == "month" and bool(set(following) & _CONTRACTS) and not told


def _came_then(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Egypt received 63,000 tons of wheat on March 8": the day of what came, and of no report."""
    before = [f for f in sentence.figures if f.end <= expression.start]
    if not before or before[-1].kind not in {"quantity", "count"} or expression.start - before[-1].end > _SINCE_REACH:
        return False
    between = reading.words(before[-1].end, expression.start)
    if {",", ";", "and", "that"} & set(between):
        return False
    if before[-1].kind == "count" and not _MOVING.isdisjoint(between):
        # "22 wagons crossed the bridge on March 22".
        return True
    moves = [c for c in sentence.cues_of("flow_verb") if c.end <= before[-1].start]
    return bool(moves) and not any(moves[-1].end <= c.start < expression.start for c in sentence.cues_of("speech"))


def _is_of_that_day(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "On July 10, a kilo of rice cost 5,800 won", "on July 10, 12 trucks crossed": of that day."""
    if any(f.unit in _VEHICLES for f in sentence.figures) and not _MOVING.isdisjoint(sentence.words):
        said = any(c.start < expression.end + _SAID_NEAR for c in sentence.cues_of("speech"))
        return reading.words(sentence.start, expression.start) == ["on"] and not said
    priced = any(f.kind == "money" and "_per_" in f.unit for f in sentence.figures)
    priced = priced or any(c.sense == "pricewords" for c in sentence.cues_of("per"))
    return priced and not sentence.cues_of("speech") and _RELEASE.isdisjoint(sentence.words)


def _told_then(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Exports have doubled, the minister told state television on 2 May": the day of the saying."""
    figures = [f for f in sentence.figures if f.end <= expression.start]
    floor = figures[-1].end if figures else sentence.start
    return any(floor <= c.start < expression.start for c in sentence.cues_of("speech"))


def _is_whole_of(words: list[str], form: str) -> bool:
    """ "April, the first month of the 2023-24 fiscal year": names what the other time is part of."""
    tail = [w for w in words if w not in {"a", "its", "the", "their"}]
    return (
        len(tail) >= 2
        and not (tail[-2] == "month" and form in {"month", "month_range_last"})
        and tail[-1] == "of"
        and tail[-2] in {"month", "months", "quarter", "half", "part", "day", "week", "end", "start", "beginning"}
    )


@turns_on(_RELEASE, otherwise=False)
def _is_release_date(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    tokens = reading.tokens
    i = tokens.before(expression.start)
    floor = tokens.at(sentence.start)
    if is_covered(reading, sentence, expression):
        return False
    for j in range(i, max(i - 9, floor - 1), -1):
        start = tokens.starts[j]
        if any(f.start <= start < f.end for f in sentence.figures) or tokens.words[j] in {",", "that", ";"}:
            return False
        if tokens.words[j] in _RELEASE:
            # "The $2.8 billion posted in 2019" was not published then.
            before = tokens.starts[j - 1] if j > floor else -1
            told = reading.words(tokens.ends[j], expression.start)
            if not _DATA.isdisjoint(told) and _OF_TIME & set(told[-2:]):
                # "Has published its figures for the whole of 2024": the time that they are of.
                return False
            if tokens.words[j - 1 : j + 1] == ["all", "told"]:
                # "All told in 2020": in all.
                return False
            return not any(f.start <= before < f.end for f in sentence.figures)
    return False


def is_covered(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Published data on trade with Iran for April", "statistics for the period from January to May"."""
    before = reading.words(max(sentence.start, expression.start - _COVERED), expression.start)
    while before and before[-1] in _PERIODS:
        before.pop()
    return before[-1:] in _COVERING
