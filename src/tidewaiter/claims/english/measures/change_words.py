"""The words of change around a figure: "81 percent drop", "17 percent less than", "5% up at"."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import BASE_FORMS
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue, words

_NOUNS = words("change_nouns")
_LESS = words("less_than_before")
_MORE_OR_LESS = words("more_than_before") | _LESS
#: "12 percent over the same month last year", "12 percent off April's level".
_TIMES = frozenset({"month", "quarter", "season", "week", "year"})
_PAST = frozenset({"above", "off", "on", "over"})
_COMPARABLE = BASE_FORMS | {"month", "rel_month", "rel_year", "year", "quarter", "first_months", "months"}
#: "Held up", "made up": no rise.
_NOT_RISEN = (
    ["add"],
    ["adds"],
    ["added"],
    ["end"],
    ["ended"],
    ["held"],
    ["hold"],
    ["holding"],
    ["holds"],
    ["made"],
    ["take"],
    ["taken"],
    ["takes"],
    ["taking"],
    ["took"],
)
#: Words of "(y-o-y".
_SHORT = 6
#: Characters that a blank takes.
_NEXT = 1
#: Characters between "less than" and its time, and words between a change and the level it led to.
_THAN_REACH, _AT_REACH = 24, 8
_WEEKS, _AGO = (["week"], ["weeks"], ["day"], ["days"]), (["ago"], ["before"], ["earlier"])
#: Words between "less" and "than" ("less broken rice than").
_GOODS_REACH = 7
#: Characters that "at about " takes.
_AT = 16
#: After a figure: "81 percent drop", "5% higher", "$350,000 behind".
_BETWEEN_AFTER = words("before_change")
_AT_LEVEL = frozenset({"at"})


def cues_of(reading: Reading, sentence: Sentence, figure: Figure) -> list[Cue]:
    """The words of change in a sentence that are no hedge of the figure and nothing else in their place."""
    return [c for c in sentence.cues_of("change") if not _elsewhere(reading, c) and not _hedges(c, figure)]


def named_after(reading: Reading, changes: list[Cue], figure: Figure) -> Cue | None:
    """The noun of change right behind a figure: "a 3.8% rise"."""
    for cue in changes:
        if cue.start >= figure.end:
            word = reading.text[cue.start : cue.end].lower()
            return cue if word in _NOUNS and not reading.text[figure.end : cue.start].strip(" -") else None
    return None


def cue_after(reading: Reading, sentence: Sentence, changes: list[Cue], figure: Figure) -> Cue | None:
    """The word of change behind a figure, fillers between: "5 percent annual growth", "$350,000 behind"."""
    following = [c for c in changes if c.start >= figure.end]
    if not following:
        return None
    cue = following[0]
    words = _unbracketed(reading.words(figure.end, cue.start))
    if any(f.start >= figure.end and f.start < cue.start for f in sentence.figures):
        return None
    return cue if len(words) <= 5 and all(w in _BETWEEN_AFTER for w in words) else None


def noun_behind(reading: Reading, sentence: Sentence, changes: list[Cue], figure: Figure) -> Cue | None:
    """The noun of change behind a figure, fillers between: "14 percent year-on-year growth"."""
    cue = cue_after(reading, sentence, changes, figure)
    return cue if cue is not None and reading.text[cue.start : cue.end].lower() in _NOUNS else None


def _unbracketed(said: list[str]) -> list[str]:
    """ "16 percent year-on-year (YoY) decline": without what a bracket only says again."""
    if "(" not in said or ")" not in said:
        return said
    opened, closed = said.index("("), said.index(")")
    return said[:opened] + said[closed + 1 :] if opened < closed <= opened + _SHORT else said


def more_or_less(reading: Reading, sentence: Sentence, figure: Figure) -> Cue | None:
    """ "17 percent less than in 2022", "40% more rice", "12 percent over the same month last year"."""
    tokens = reading.tokens
    i = tokens.at(figure.end)
    if i >= len(tokens) or tokens.starts[i] >= sentence.end:
        return None
    if tokens.words[i] == "(" and figure.kind == "percent":
        # "4.2 percent ($4.6 million) less than a year earlier".
        said = next((f for f in sentence.figures if f.start >= figure.end), None)
        closed = said is not None and reading.text.startswith(")", said.end)
        if said is not None and closed and reading.words(figure.end, said.start) == ["("]:
            i = tokens.at(said.end + 1)
    word, end = tokens.words[i], tokens.ends[i]
    if word in {"ahead", "short"} and reading.words(end, end + 3) == ["of"]:
        end += len(" of")
    elif word not in _MORE_OR_LESS and not (word in _PAST and _times_at(sentence, end)):
        return None
    sense = "down" if word in _LESS or word in {"short", "off"} else "up"
    return Cue(tokens.starts[i], end, "change", sense)


def than_a_time(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "$40 million less than the year before": by how much an amount has changed."""
    words = reading.words(cue.end, min(cue.end + 40, sentence.end))
    than = next((n for n, word in enumerate(words[:_GOODS_REACH]) if word == "than"), 0)
    if than and all(word[0].isalpha() for word in words[:than]):
        # "25,000 tonnes less grain than in April".
        place = next(start for word, start in reading.placed(cue.end, sentence.end) if word == "than")
        return any(0 <= t.start - place <= _THAN_REACH for t in sentence.times)
    if (
        words[:2] == ["than", "the"]
        and words[2:3] != []
        and words[2] in _TIMES
        and words[3:4] in (["before"], ["earlier"])
    ):
        return True
    if words[:1] == ["than"] and words[2:3] in _WEEKS and words[3:4] in _AGO:
        # "150 won less than a week ago": a time that statistics do not name.
        return True
    return words[:1] == ["than"] and any(0 <= t.start - cue.end <= _THAN_REACH for t in sentence.times)


@turns_on(_AT_LEVEL, otherwise=None)
def led_to(reading: Reading, sentence: Sentence, changes: list[Cue], figure: Figure) -> Cue | None:
    """ "Imports were up 31.9 percent at $462 million": the level that the change led to."""
    near = [
        start for word, start in reading.placed(max(sentence.start, figure.start - _AT), figure.start) if word == "at"
    ]
    if not near or len(reading.words(near[-1], figure.start)) > 3:
        return None
    place = near[-1]
    earlier = [f for f in sentence.figures if f.end <= place]
    if not earlier or earlier[-1].kind not in {"percent", "times"}:
        return None
    between = reading.words(earlier[-1].end, place)
    cues = [c for c in changes if c.end <= figure.start]
    behind = bool(cues) and cues[-1].start > earlier[-1].end
    if behind and not reading.text[earlier[-1].end : cues[-1].start].strip():
        # "Were 2.1 percent higher at $812 million".
        behind, between = False, reading.words(cues[-1].end, place)
    if not cues or behind or set(between) & {",", ";", "and", "while", "but"}:
        return None
    return cues[-1] if len(between) <= _AT_REACH else None


def _times_at(sentence: Sentence, offset: int) -> bool:
    """Whether a time that can be compared with follows at once: "over the same month", "off April's level"."""
    return any(0 <= t.start - offset <= _NEXT and t.form in _COMPARABLE for t in sentence.times)


def _hedges(cue: Cue, figure: Figure) -> bool:
    """ "Levels exceeding 40%": at least so much, and not by how much."""
    return figure.hedge is not None and figure.hedge[0] <= cue.start < figure.hedge[1]


def _elsewhere(reading: Reading, cue: Cue) -> bool:
    """ "Up to 13 million" is a hedge and "up" in it no rise; "cut off", "double" as in "double digits" likewise."""
    word = reading.text[cue.start : cue.end].lower()
    i = reading.tokens.at(cue.end)
    following = reading.tokens.words[i] if i < len(reading.tokens) else ""
    if word == "up" and reading.words(max(0, cue.start - 10), cue.start)[-1:] in _NOT_RISEN:
        return True
    if word == "up":
        return following in {"to", "its", "the", "with", "for"} or (
            following == "and" and _peek(reading, i + 1) == "running"
        )
    if word == "down":
        return following in {"the", "its"}
    if word in {"exceeded", "exceeding", "surpassed", "surpassing"}:
        # "Exports exceeded imports by €844 million": a balance.
        return following in {"imports", "exports"}
    if word == "gain":
        return following in {"access", "from"}
    return False


def _peek(reading: Reading, i: int) -> str:
    return reading.tokens.words[i] if i < len(reading.tokens) else ""
