"""What an expression of time is for: when something was, what it is held against, until when, or merely when told."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.clauses import opens_possessive
from tidewaiter.claims.english.times import begun_times, told_days
from tidewaiter.claims.english.times.ago_times import (
    HAD,
    follows_figure,
    of_held_up,
    of_subject,
    opens_a_level,
    then_so,
)
from tidewaiter.claims.english.times.asked_role import AskedRole, asked_role
from tidewaiter.claims.english.times.ranked_times import is_first_of, is_superlative, ranks, words_ahead
from tidewaiter.claims.periods import AGO_FORMS, BASE_FORMS, Expression
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_LAID_DOWN = words("laid_down")
#: Characters from "by" whoever has laid something down to when.
_BY_REACH = 48
_ALWAYS_BASE = BASE_FORMS - AGO_FORMS
_TURNING_POINTS = words("turning_points")
_FROM, _BEFORE = frozenset({"from"}), frozenset({"before"})
#: Forms that name months: "in the months of March and April" is then itself.
_OF_MONTHS = frozenset({"month", "month_range_last", "months", "months_listed"})
_MONTHS, _UP_TO = frozenset({"month", "month_range_last"}), (["through"], ["till"], ["to"], ["until"])
#: "Since the start of 2014", "since early 2014".
_OPENINGS = frozenset({"beginning", "early", "late", "mid", "of", "start", "the"})
#: What " of 2017," takes behind it.
_ASIDE_END = 10
#: Words of "the lowest monthly total"; characters from "May's" to what was told of May.
_RANKED_WORDS, _TOLD_REACH = 5, 48
#: Open what somebody is called, and words of it; what partners are called.
_NAMING, _CALLED = frozenset({"a", "an", "its", "once", "the", "their"}), 9
#: Characters of ", with" behind that.
_AMOUNT = 7
_COUNTERPARTS = words("counterparts")
#: Open what sets the scene.
_SETTING = frozenset({"after", "earlier", "following"})

#: Forms that say from when to when.
_RUNS = frozenset({"days", "months", "months_listed", "months_years"})

#: What is laid down in a year, and characters of "Security Council resolution".
_LAWS, _LAW_REACH, _ARTICLE = words("laws"), 24, (["a"], ["the"], ["its"], ["under"])


def role(reading: Reading, sentence: Sentence, expression: Expression) -> str:
    """The role of an expression: when, base, since, until, as_of, ahead, report or void."""
    asked = asked_role(reading, sentence, expression)
    # "Earned $13 billion from January-July" says to when.
    begun = asked.ahead[-1:] == ["from"] and asked.form not in _RUNS
    return first_answer(_RULES, asked) or ("since" if begun else "when")


def _unbounded(asked: AskedRole) -> str | None:
    """ "The fourth-highest since the pandemic began" is a rank; "…, small since the war, …" is told by the way."""
    opened = asked.reading.words(asked.expression.start, asked.expression.end)[:1]
    if asked.form == "months_so_far" and opened == ["in"]:
        # "The biggest drop in six months".
        said = words_ahead(asked.reading, asked.sentence, asked.expression)
        return "report" if is_superlative(said[-_RANKED_WORDS:]) else None
    if asked.form != "unbounded":
        return None
    ahead = words_ahead(asked.reading, asked.sentence, asked.expression)
    return "report" if is_superlative(ahead) or _by_the_way(asked, ahead) else "void"


def _by_the_way(asked: AskedRole, ahead: list[str]) -> bool:
    """ "Exports, never large since the sanctions of 2017, slumped": said of them between commas."""
    end = asked.expression.end
    if "," not in ahead or "," not in asked.reading.words(end, min(end + _ASIDE_END, asked.sentence.end)):
        return False
    said = ahead[len(ahead) - ahead[::-1].index(",") :]
    return bool(said) and said[0] not in _SETTING


def _rank(asked: AskedRole) -> str | None:
    """ "The highest monthly figures for the year", "its first purchase this year"."""
    of_year = asked.form in {"full_year", "the_year"} and ranks(asked.reading, asked.sentence, asked.expression)
    first = asked.form == "rel_year" and is_first_of(asked.reading, asked.sentence, asked.expression)
    return "report" if of_year or first else None


def _apposed(asked: AskedRole) -> str | None:
    """ "Sales to Nepal, the top destination last year, were down 22 percent": the time of what Nepal is called."""
    end, reading = asked.expression.end, asked.reading
    start = reading.text.rfind(",", asked.sentence.start, asked.expression.start)
    if reading.text[end : end + 1] != "," or start < 0 or any(start < f.start < end for f in asked.sentence.figures):
        return None
    said = reading.words(start + 1, asked.expression.start)
    if reading.words(end, end + _AMOUNT)[1:2] == ["with"]:
        # "Its top destination last year, with $3 million": so much of that year.
        return None
    called = said[:1] and said[0] in _NAMING and len(said) <= _CALLED and not _COUNTERPARTS.isdisjoint(said)
    return "report" if called else None


def _aside(asked: AskedRole) -> str | None:
    """ "$5.2 million (July: none)" is of what the bracket tells; "earlier this year, its ambassador said that …"."""
    end = asked.expression.end
    label = asked.ahead[-1:] == ["("] and asked.reading.text[end : end + 1] == ":"
    return "report" if label or _is_setting(asked.reading, asked.sentence, asked.expression, asked.ahead) else None


def _always_base(asked: AskedRole) -> str | None:
    return "base" if asked.form in _ALWAYS_BASE else None


def _since(asked: AskedRole) -> str | None:
    opened = asked.ahead
    while opened and opened[-1] in _OPENINGS:
        opened = opened[:-1]
    if opened[-1:] != ["since"] and (asked.before.get("since", _FROM) - _FROM).isdisjoint(asked.tails):
        return None
    return "report" if ranks(asked.reading, asked.sentence, asked.expression) else "since"


def _delivery(asked: AskedRole) -> str | None:
    return "report" if told_days.is_delivery(asked.reading, asked.sentence, asked.expression) else None


def _base_at_end(asked: AskedRole) -> str | None:
    """ "When compared to exports at the end of the first quarter of 2022"."""
    return "base" if asked.tails[-2:-1] == ["end of"] and asked.base and not asked.day else None


def _to_its_end(asked: AskedRole) -> str | None:
    """ "Data to the end of April show"."""
    to = asked.form in _MONTHS and asked.ahead[-1:] in _UP_TO
    return "until" if to and "end" in asked.own_words[:2] else None


def _as_of(asked: AskedRole) -> str | None:
    if not asked.led_by("as_of"):
        return None
    if asked.day:
        return "as_of"
    if asked.ahead[-1:] == ["by"] and asked.form in _MONTHS:
        if "end" in asked.own_words[:2] and not _fell_by(asked.sentence, asked.expression):
            return "until"
        inside = [(t.start, t.end) for t in asked.sentence.times]
        modal = [c for c in asked.sentence.cues_of("modal") if not any(s <= c.start < e for s, e in inside)]
        return "ahead" if modal else "when"
    return None if any(tail in {"by", "until", "up to"} for tail in asked.tails) else "until"


def _until(asked: AskedRole) -> str | None:
    return "until" if asked.led_by("until") else None


def _day(asked: AskedRole) -> str | None:
    """ "On July 10, 12 trucks crossed" is of that day; "according to data of July 18" tells when it was told."""
    if not asked.day:
        return None
    place = asked.reading, asked.sentence, asked.expression
    on = asked.form == "day" and asked.ahead[-1:] == ["on"]
    if on and (told_days.came_then(*place) or told_days.is_of_that_day(*place)):
        return "when"
    base = asked.base and asked.moved and not told_days.told_then(asked.sentence, asked.expression)
    return "base" if base else "report"


def _ago(asked: AskedRole) -> str | None:
    """ "A year before it was 900 tonnes" tells when; "up 5 percent from a year before" what it is held against."""
    if asked.form not in AGO_FORMS:
        return None
    reading, sentence, expression = asked.reading, asked.sentence, asked.expression
    if opens_a_level(reading, sentence, expression) or then_so(reading, sentence, expression) is not None:
        return "when"
    if of_held_up(reading, sentence, expression) or of_subject(reading, sentence, expression) is not None:
        return "when"
    return "base" if asked.base or not follows_figure(sentence, expression, reading) else "when"


def _base(asked: AskedRole) -> str | None:
    return "base" if asked.base else None


def _told(asked: AskedRole) -> str | None:
    """ "Published in May", "the first month of 2023", "under sanctions imposed in 2017 it sold nothing"."""
    if told_days.is_release_date(asked.reading, asked.sentence, asked.expression):
        return "report"
    if _is_whole_of(asked.ahead, asked.form):
        return "report"
    behind = asked.reading.words(asked.expression.end, asked.expression.end + _LAW_REACH)
    if asked.form == "year" and not _LAWS.isdisjoint(behind[:1] + behind[1:2]) and asked.ahead[-1:] in _ARTICLE:
        # "A 2017 resolution limits sales to 500,000 barrels".
        return "report"
    laid_down = asked.ahead[-1:] == ["in"] and _LAID_DOWN & {*asked.ahead[-2:-1], *_by_whom(asked)}
    return "report" if laid_down and not _is_told_of(asked.reading, asked.expression) else None


def _by_whom(asked: AskedRole) -> list[str]:
    """ "Sanctions adopted by the Security Council in 2017": what stands before whoever did it."""
    before = asked.reading.words(max(asked.sentence.start, asked.expression.start - _BY_REACH), asked.expression.start)
    place = len(before) - 1 - before[::-1].index("by") if "by" in before else 0
    return [] if {",", ";"} & set(before[place:]) else before[max(place - 1, 0) : place]


def _bound(asked: AskedRole) -> str | None:
    return "void" if _is_bound(asked.reading, asked.sentence, asked.expression) else None


@turns_on(_SETTING, otherwise=False)
def _is_setting(reading: Reading, sentence: Sentence, expression: Expression, before: list[str]) -> bool:
    """ "Earlier this year, its ambassador said that …", "after November's record, exports fell": not of then."""
    if before[-1:] == ["earlier"]:
        speech = [c.start for c in sentence.cues_of("speech") if c.start >= expression.end]
        return bool(speech) and not any(f.start < speech[0] for f in sentence.figures)
    if before[-1:] not in (["after"], ["following"]) or expression.form not in _MONTHS:
        return False
    # "Fell 2 percent, after May's data showed a rise of 1 percent": of what follows.
    parts = [f.start > expression.end for f in sentence.figures if f.start <= expression.end + _TOLD_REACH]
    return opens_possessive(reading, expression) and not (any(parts) and not all(parts))


@turns_on(_BEFORE, otherwise=False)
def _is_bound(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Before sanctions were tightened in late 2017, trade exceeded $450 million a month": some time before."""
    floor = max([sentence.start, *(f.end for f in sentence.figures if f.end <= expression.start)])
    between = reading.words(floor, expression.start)
    if "before" not in between:
        return False
    clause = between[len(between) - between[::-1].index("before") :]
    if clause[-1:] == ["of"] and not _TURNING_POINTS.isdisjoint(clause[-2:-1]):
        # "Before the sanctions of 2017, it sold coal for $1 billion a year".
        return True
    happened = any(reading.is_word("verbs", word) or word in HAD for word in clause)
    while clause and clause[-1] in _OPENINGS:
        clause = clause[:-1]
    return happened and clause[-1:] in (["in"], ["on"]) and not {",", ";", ":"} & set(clause)


def _fell_by(sentence: Sentence, expression: Expression) -> bool:
    """ "Shipments had dwindled to 40 tonnes by the end of May": what has been sold since January cannot shrink."""
    amounts = [f for f in sentence.figures if f.end <= expression.start]
    return bool(amounts) and any(c.sense == "down" and c.end <= amounts[-1].start for c in sentence.cues_of("change"))


def _is_told_of(reading: Reading, expression: Expression) -> bool:
    """Whether a clause itself says that something was laid down then ("a ban was imposed in 2017 and …")."""
    i = reading.tokens.before(expression.start) - 2
    return i >= 0 and reading.tokens.words[i] in {"been", "is", "was", "were"}


def _is_whole_of(words: list[str], form: str) -> bool:
    """ "April, the first month of the 2023-24 fiscal year": names what the other time is part of."""
    tail = [w for w in words if w not in {"a", "its", "the", "their"}]
    return (
        len(tail) >= 2
        and not (tail[-2] in {"month", "months"} and form in _OF_MONTHS)
        and tail[-1] == "of"
        and tail[-2] in {"month", "months", "quarter", "half", "part", "day", "week", "end", "start", "beginning"}
    )


#: What it is for, the first that knows decides.
_RULES: tuple[Callable[[AskedRole], str | None], ...] = (
    _unbounded, _rank, _apposed, _aside, _always_base, _since, _delivery,
    begun_times.since_it_began, begun_times.after_it_began, _base_at_end, _to_its_end,
    _as_of, _until, _day, _ago, _base, _told, _bound,
)  # fmt: skip
