"""What an expression of time is for: when something was, what it is held against, until when, or merely when told."""

from __future__ import annotations

from tidewaiter.claims import periods
from tidewaiter.claims.english.held_up import is_held_up, word_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.gates import turns_on
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading import Reading, Sentence

#: Forms that name a time by its distance from the one spoken of.
AGO = frozenset({"ago_years", "ago_month", "ago_same", "base_month_year", "base_fiscal"})
_RELEASE = words("release")
#: "Between 1 March and 5 May": days that say how long, not when something was told.
_SPANNING = frozenset({"between", "from"})
_LAID_DOWN = words("laid_down")
_STANDING = frozenset({"amount", "stand", "stands", "total", "totals"})
#: Open a clause on what came before; characters from them to its figure.
_AFTER, _AFTER_REACH = frozenset({"after", "following"}), 32
#: Characters that "while during " takes, and words from a time to what was told of it.
_JOINED, _TOLD_REACH = 16, 10
_WITHIN, _HAD = frozenset({"at", "during", "for", "in", "over"}), frozenset({"had", "was", "were"})
_ONLY = frozenset({"$", "about", "at", "it", "just", "nearly", "only", "still", "stood", "was"})
_CONTRACTS = words("contracts")
_RANKS, _NO_RANKS = words("ranks"), words("no_ranks")
#: Characters in which the word that ranks stands before "since".
_RANK_REACH = 60
_ALWAYS_BASE = frozenset({"yoy", "mom", "qoq", "same_each_decade"})
_NONE: frozenset[str] = frozenset()
_FROM, _BEFORE = frozenset({"from"}), frozenset({"before"})
_MONTHS, _UP_TO = frozenset({"month", "month_range_last"}), (["through"], ["till"], ["to"], ["until"])
#: Forms of a time that something takes.
_LASTING = frozenset({"first_months", "last_months", "months"})
#: "Since the start of 2014", "since early 2014".
_OPENINGS = frozenset({"beginning", "early", "late", "mid", "of", "start", "the"})
#: Words from an amount over what it is worth of to its time.
_WORTH_REACH = 16
#: Between a multiple and the time of what it multiplies.
_MULTIPLIED = frozenset({"amount", "figure", "level", "number", "of", "that", "those", "value", "volume"})
_WHOSE = (["the"], ["of", "the"], ["its"], ["their"], ["of", "its"], ["of", "their"])
_AMOUNTS = frozenset({"amount", "figure", "level", "sum", "total", "value", "volume"})
_AMOUNTS_OF = frozenset({"money", "quantity"})
#: Characters in which a clause of "since" opens.
_SINCE_REACH = 70
_SINCE = frozenset({"since"})


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
    if words[-1:] == ["("] and reading.text[expression.end : expression.end + 1] == ":":
        # "$5.2 million (July: none)": of what the bracket tells.
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
    moved = _moved(reading, sentence, expression)
    base = _is_base(reading, sentence, expression, moved=moved)
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
        return "base" if base and moved and not _told_then(reading, sentence, expression) else "report"
    if form in AGO:
        if opens_a_level(reading, sentence, expression) or then_so(reading, sentence, expression) is not None:
            return "when"
        if _of_held_up(reading, sentence, expression):
            return "when"
        return "base" if base or not _follows_figure(sentence, expression, reading) else "when"
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


@turns_on(_BEFORE, otherwise=False)
def _is_bound(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Before sanctions were tightened in late 2017, trade exceeded $450 million a month": some time before."""
    floor = max([sentence.start, *(f.end for f in sentence.figures if f.end <= expression.start)])
    between = reading.words(floor, expression.start)
    if "before" not in between:
        return False
    clause = between[len(between) - between[::-1].index("before") :]
    happened = any(reading.is_word("verbs", word) or word in _HAD for word in clause)
    while clause and clause[-1] in _OPENINGS:
        clause = clause[:-1]
    return happened and clause[-1:] in (["in"], ["on"]) and not {",", ";"} & set(clause)


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
    # "In June deliveries were at 8,000 barrels" tells when.
    return expression.form == "month" and bool(set(following) & _CONTRACTS) and before not in (["in"], ["during"])


def _came_then(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Egypt received 63,000 tons of wheat on March 8": the day of what came, and of no report."""
    before = [f for f in sentence.figures if f.end <= expression.start]
    if not before or before[-1].kind not in {"quantity", "count"} or expression.start - before[-1].end > _SINCE_REACH:
        return False
    if {",", ";", "and", "that"} & set(reading.words(before[-1].end, expression.start)):
        return False
    moves = [c for c in sentence.cues_of("flow_verb") if c.end <= before[-1].start]
    return bool(moves) and not any(moves[-1].end <= c.start < expression.start for c in sentence.cues_of("speech"))


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


def _is_base(reading: Reading, sentence: Sentence, expression: Expression, *, moved: bool) -> bool:
    """Whether the words before make an expression what something is compared with, fillers skipped."""
    before = periods.grammar(reading.language).before
    tokens = reading.tokens
    i, floor = tokens.before(expression.start), tokens.at(sentence.start)
    if _equated(reading, sentence, expression) or _multiplied(reading, sentence, expression):
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
        if word == "." and i > floor and tokens.words[i - 1] == "vs":
            i -= 1
            continue
        two = f"{tokens.words[i - 1]} {word}" if i > floor else word
        if word in before["base"] or two in before["base"]:
            return True
        if any(f.kind == "times" and f.start <= tokens.starts[i] < f.end for f in sentence.figures):
            # "2.3 times those of the first quarter", "the figure for June", but not "doubled in September".
            return bool(_MULTIPLIED & set(reading.words(tokens.ends[i], expression.start)))
        if word in before["moved"]:
            if passed and word == "from":
                # "60 percent of its needs, from Thailand in May".
                return False
            if word == "over" and expression.form in _LASTING and _lasted(sentence, expression):
                return False
            return moved and (word == "from" or expression.form != "same_period")
        if word not in before["fillers"]:
            return False
        i -= 1
    return False


def _lasted(sentence: Sentence, expression: Expression) -> bool:
    """ "Up 5 percent over the twelve months to May", "fell to $3 million over the first four months": how long."""
    before = [f for f in sentence.figures if f.end <= expression.start]
    return "m" in expression.parts or (bool(before) and before[-1].kind not in {"percent", "times"})


def _multiplied(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "12 times the 2022 amount", "twice the July 2023 sum"."""
    if not _AMOUNTS & set(reading.words(expression.end, min(expression.end + 10, sentence.end))[:1]):
        return False
    before = [f for f in sentence.figures if f.end <= expression.start]
    multiple = bool(before) and before[-1].kind in {"times", "percent"}
    return multiple and reading.words(before[-1].end, expression.start) in _WHOSE


def _equated(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Equivalent to its total imports of soap from China in 2021": all of it up to the comma is the base."""
    heads = periods.grammar(reading.language).before.get("equated", frozenset())
    if sentence.words.isdisjoint(heads):
        return False
    tokens = reading.tokens
    i, floor = tokens.before(expression.start), tokens.at(sentence.start)
    for j in range(i, max(i - 14, floor - 1), -1):
        if tokens.words[j] in {",", ";", "("} or any(f.start <= tokens.starts[j] < f.end for f in sentence.figures):
            return False
        if tokens.words[j] in heads:
            # "Half of what it imported in 2019", but not "what crossed the river in March".
            part = next((f for f in reversed(sentence.figures) if f.end <= tokens.starts[j]), None)
            sharing = [
                c.end
                for c in sentence.cues_of("share")
                if part is not None and c.end <= part.start and not reading.words(c.end, part.start)
            ]
            if tokens.words[j] == "what" and part is not None and (sharing or part.kind in _AMOUNTS_OF):
                # "Rubber accounted for 30 percent of what it bought in 2015".
                return False
            doubled = any(f.kind == "times" and f.start <= tokens.starts[j - 1] < f.end for f in sentence.figures)
            return tokens.words[j] != "what" or (j > floor and (doubled or tokens.words[j - 1] in {"of", "than"}))
    return False


def _moved(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """Whether a relative figure or a change stands close before: then "from April" is where it came from."""
    figures = [f for f in sentence.figures if f.end <= expression.start]
    floor = expression.start
    while len(figures) > 1 and _in_brackets(reading, figures[-1]):
        # "Up 12 percent (or $3 million) from April".
        floor = figures.pop().start
    if figures and figures[-1].kind in {"percent", "percentage_points", "times"} and floor - figures[-1].end <= 60:
        return True
    return any(c.kind == "change" and 0 <= expression.start - c.end <= 40 for c in sentence.cues)


def _in_brackets(reading: Reading, figure: Figure) -> bool:
    return reading.text[figure.end : figure.end + 1] == ")" and "(" in reading.words(figure.start - 4, figure.start)


def _follows_figure(sentence: Sentence, expression: Expression, reading: Reading) -> bool:
    """ "$5 million a year earlier": the base is that figure's own time. "Up 5% a year earlier" is not."""
    previous = [f for f in sentence.figures if f.end <= expression.start]
    if not previous:
        return False
    led = reading.words(max(sentence.start, previous[-1].start - _AFTER_REACH), previous[-1].start)
    if _AFTER & set(led) and "," not in led[led.index(next(w for w in led if w in _AFTER)) :]:
        # "Down 9 percent on 2019, after a rise of 4 percent the year before": of that year.
        return not set(reading.words(previous[-1].end, expression.start)) & {",", "from", "than", "over", ";"}
    relative = previous[-1].kind in {"percent", "percentage_points", "times"}
    if relative and not is_held_up(reading, sentence, previous[-1]):
        # "…, down from 36 percent a year earlier" is a share of then.
        return False
    return not set(reading.words(previous[-1].end, expression.start)) & {",", "from", "than", "over", ";"}


def _of_held_up(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Compared to $268 million worth of imports over the same period of 2020": the held-up amount's own time."""
    previous = [f for f in sentence.figures if f.end <= expression.start and f.kind in {"money", "quantity", "count"}]
    if not previous or not is_held_up(reading, sentence, previous[-1]):
        return False
    between = reading.words(previous[-1].end, expression.start)
    if word_before(reading, sentence, previous[-1])[0] != "from" and between == ["from"]:
        # "Compared to the 23,000 barrels from the previous month".
        return True
    return len(between) <= _WORTH_REACH and not {",", ";", "from", "than", "while", "but", "or"} & set(between)


def then_so(reading: Reading, sentence: Sentence, expression: Expression) -> Figure | None:
    """ "…, and two years ago only 42 percent", "…, while a year before it had sold 900 tonnes": of then."""
    following = next((f for f in sentence.figures if f.start >= expression.end), None)
    if following is None or following.kind == "times" or expression.form not in AGO:
        return None
    before = reading.words(max(sentence.start, expression.start - _JOINED), expression.start)
    while before and before[-1] in _WITHIN:
        before = before[:-1]
    between = reading.words(expression.end, following.start)
    if before[-1:] in (["and"], ["but"], ["while"], ["whereas"], ["though"], ["although"]) and set(between) <= _ONLY:
        return following
    told = before[-1:] in (["while"], ["whereas"], ["though"], ["although"]) and len(between) <= _TOLD_REACH
    if not told or {",", ";", "from", "to"} & set(between) or following.kind not in {"money", "quantity", "count"}:
        return None
    return following if any(reading.is_word("verbs", word) or word in _HAD for word in between) else None


def opens_a_level(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "A year before, it was 900 tonnes": the time of the level that follows, and no base of a change."""
    before = [w for w in reading.words(sentence.start, expression.start)[-2:] if w not in {"at", "in", "during", "for"}]
    if before and (before[-1] not in {";", "."} or before[-2:-1] == ["vs"]):
        return False
    stop = reading.text.find(";", expression.end, sentence.end)
    end = sentence.end if stop < 0 else stop
    following = [f for f in sentence.figures if expression.end <= f.start < end]
    if not following:
        return False
    if following[0].kind not in {"money", "quantity", "count"}:
        between = set(reading.words(expression.end, following[0].start))
        # "Five years ago it was 24 percent".
        return "share" in between or (bool(between & _HAD) and between <= _ONLY | _HAD | {",", "been", "figure", "the"})
    return not any(c.kind == "change" and expression.end <= c.start < following[0].start for c in sentence.cues)


@turns_on(_RELEASE, otherwise=False)
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
