"""Times at which something began, since or after which a trade was done: "since the border reopened in May"."""

from __future__ import annotations

from tidewaiter.claims.english.times.asked_role import AskedRole
from tidewaiter.claims.english.times.ranked_times import ranks
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_SINCE, _PLACED = frozenset({"since"}), (["in"], ["on"])
_STANDING, _HAPPENED = words("standing_now"), words("happened")
#: Characters in which a clause of "since" or "after" opens; words of one up to its time.
_REACH, _CLAUSE = 70, 4
#: Between an amount and "since" these make a rank of it: "… million, more than in any month since".
_APART = frozenset({",", "any"})


def since_it_began(asked: AskedRole) -> str | None:
    """ "Since freight resumed in January 2022, imports have …", but "the biggest since the war began in 2022"."""
    reading, sentence, expression = asked.reading, asked.sentence, asked.expression
    if not _within_since(reading, sentence, expression):
        return None
    opens = reading.words(sentence.start, expression.start)[:1] == ["since"]
    lasting = sentence.cues_of("perfect") or _STANDING & set(reading.words(expression.end, sentence.end))
    return "since" if (opens and lasting) or _lasts(reading, sentence, expression) else "report"


def _lasts(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Has shipped 5,000 tons since the border reopened in May"."""
    told = [f for f in sentence.figures if f.end <= expression.start]
    if not told or not any(c.end <= told[0].start for c in sentence.cues_of("perfect")):
        return False
    between = reading.words(told[-1].end, expression.start)
    return _APART.isdisjoint(between[: between.index("since")]) and not ranks(reading, sentence, expression)


def after_it_began(asked: AskedRole) -> str | None:
    """ "Shipped 5,000 tons after the border reopened in February": when what came before it was so, and not this."""
    told = [f.end for f in asked.sentence.figures if f.end <= asked.expression.start]
    if not told or asked.ahead[-1:] not in _PLACED:
        return None
    placed = asked.reading.placed(max(told[-1], asked.expression.start - _REACH), asked.expression.start)
    said = [word for word, _ in placed]
    if "after" not in said:
        return None
    opens = len(said) - said[::-1].index("after")
    if len(said) - opens < _CLAUSE or {",", ":", ";"} & set(said[opens:]):
        return None
    # "The second largest after Peru and the United States in 2023", "after costs and duties": nothing happened.
    named = [range(c.start, c.end) for c in asked.sentence.countries]
    free = [word for word, at in placed[opens + 1 :] if not any(at in span for span in named)]
    return "report" if any(word in _HAPPENED or word.endswith("ed") for word in free) else None


@turns_on(_SINCE, otherwise=False)
def _within_since(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "Since the start of the pandemic in March 2020", "since the sanctions of 2017": the time of what began then."""
    floor = max(
        [
            sentence.start,
            expression.start - _REACH,
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
        and after[-1:] in (["in"], ["of"], ["on"])
        and not {",", ":", ";"} & set(after)
    )
