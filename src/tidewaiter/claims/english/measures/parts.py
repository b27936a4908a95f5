"""Parts: "a quarter of its imports" is a share, "a quarter of the level of May" is a ratio of two times."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.english.sentence_before import trade_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import OF_AMOUNT, OF_LEVEL, Clause, Movement
from tidewaiter.claims.words.lexicon import Cue, words

_LEVEL_OF, _BEFORE_NOW, _WHOSE = words("levels"), words("before_now"), frozenset({"its", "the", "their"})
#: "Of the pre-pandemic 2019 total of $2.8 billion", and characters that this takes.
_SUMS, _OF_SUM = words("sums_parted"), 48
#: Characters that " of the just " and " posted in " take.
_OF_THE, _NEXT_WORDS = 16, 20
#: … and " of those in the ".
_OF_THAT = 18
#: "Made up", "accounted for": what follows is a share.
_MAKING = words("making_a_part")
#: "(Of what) it was", "they had been", "it used to be".
_ONCE = (["was"], ["were"], ["had"], ["once"], ["used"])
#: "Half the level of a year earlier", "half that of May".
_HALVED = _LEVEL_OF | {"that", "total"}
_WHOLES = (["amount"], ["value"], ["volume"])
_ALL = frozenset({"all", "everything", "overall", "total"})
#: What joins a part to the change before it, and characters that it takes.
_AND, _JOINED = (["and"], ["or"]), 6
#: Characters from a part to the time that its whole is of.
_TIME_OF = 50
_LOST = (["lost"], ["loses"], ["shed"])
_EQUAL = (["equal", "to"], ["equivalent", "to"])
_OWN, _OF_THEN = (["its"], ["their"], ["the"]), len(" their ")
_AMOUNTS = frozenset({"money", "quantity", "count"})
#: Characters that " of the " takes, and that "'s wheat purchases were " does.
_TO_TIME, _PART_REACH = 8, 30
#: Verbs of a part: "a third of 2019's bill was for watches".
_TOLD = frozenset({"are", "came", "consisted", "goes", "is", "was", "went", "were"})
#: "(A third) was crab", and characters of that; what points at an amount.
_BEING, _WAS_GOODS = (["was"], ["were"], ["is"], ["are"]), 12
_POINTING = frozenset({"it", "that", "them", "these", "this", "those"})
SHARE = ("share", "a part of a whole")
AS_MUCH = "as much as a part of something else"


#: What a figure measures, and by what rule.
Measured = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A percentage or a multiple where it stands: the words behind it and its brackets, and where it and its hedges
    begin. `timed` says that a time stands near behind it, `shares` are the words of share before it in its clause.
    """

    reading: Reading
    sentence: Sentence
    clause: Clause
    figure: Figure
    moved: Movement
    following: list[str]
    start: int
    timed: bool
    shares: list[Cue]

    def before(self, reach: int) -> list[str]:
        """The words before it within so many characters."""
        return self.reading.words(max(0, self.start - reach), self.start)

    def amount_behind(self, reach: int) -> Figure | None:
        """The next figure, if it stands within so many characters."""
        end = self.figure.end
        return next((f for f in self.sentence.figures if end < f.start <= end + reach), None)

    def timed_within(self, reach: int) -> bool:
        """Whether a time stands straight behind it."""
        return any(0 <= t.start - self.figure.end <= reach for t in self.sentence.times)


def equal_to(part: Part) -> Measured | None:
    """ "Equivalent to 82 percent of the $467 million recorded in 2018"."""
    if part.following[:1] != ["of"] or part.before(14)[-2:] not in _EQUAL:
        return None
    amount = part.amount_behind(_OF_THE)
    times = part.sentence.times if amount is not None else ()
    timed = any(amount is not None and amount.end <= t.start <= amount.end + _TIME_OF for t in times)
    return "ratio", OF_AMOUNT if timed else AS_MUCH


def lost(part: Part) -> Measured | None:
    """ "Has lost two thirds of its value"."""
    fell = part.following[:1] == ["of"] and part.moved.relation == "by" and part.before(6)[-1:] in _LOST
    return ("change", "a part that was lost") if fell else None


def called_share(part: Part) -> Measured | None:
    """ "A 90 percent share", "made up 12 percent of"."""
    if part.following[:1] == ["share"]:
        return SHARE
    if part.following[:1] != ["of"] or part.figure.unit != "percent" or not part.shares:
        return None
    last = part.shares[-1]
    close = len(part.reading.words(last.end, part.figure.start)) <= 3
    return SHARE if close and part.reading.words(last.start, last.end)[0] in _MAKING else None


def of_sum(part: Part) -> Measured | None:
    """ "37 percent of the 2019 total of $2.8 billion"."""
    figure, sentence, reading = part.figure, part.sentence, part.reading
    if part.following[:1] != ["of"]:
        return None
    if _SUMS.isdisjoint(reading.words(figure.end, min(figure.end + _OF_SUM, sentence.end))):
        return None
    whole = part.amount_behind(_OF_SUM)
    if whole is None:
        return None
    year = any(figure.end < t.start and t.end < whole.start and t.form == "year" for t in sentence.times)
    led = reading.words(whole.start - 4, whole.start)[-1:] in (["of"], ["$"])
    return ("ratio", OF_AMOUNT) if year and led else None


def of_level(part: Part) -> Measured | None:
    """ "Half their 2016 level", "less than half the level of a year earlier", "half what it was in 2019"."""
    figure, following = part.figure, part.following
    if figure.unit != "percent":
        return None
    written = {"%", "percent", "cent"} & set(part.reading.words(figure.start, figure.end))
    then = any(0 < t.start - figure.end <= _OF_THEN for t in part.sentence.times)
    if not written and then and following[:1] in _OWN:
        return "ratio", OF_LEVEL
    if part.reading.text[figure.start : figure.end].lower().endswith("half") and following[:1] == ["the"]:
        whole = part.amount_behind(_TO_TIME)
        times = part.sentence.times if whole is not None and whole.kind in _AMOUNTS else ()
        if any(whole is not None and 0 <= t.start - whole.end <= _NEXT_WORDS for t in times):
            # "Less than half the $21 million of November".
            return "ratio", OF_AMOUNT
    half = following[1:] if following[:1] == ["the"] else following
    named = half[:1] and half[0] in _HALVED and (half[0] != "that" or half[1:2] == ["of"])
    halved = named and part.timed and part.reading.text[figure.start : figure.end].lower().endswith("half")
    return ("ratio", OF_LEVEL) if halved else None


def of_what(part: Part) -> Measured | None:
    """ "Half of what it sells"; "a quarter of what it had been" is of another time."""
    if part.following[:2] == ["of", "what"] and part.following[3:4] in _ONCE:
        return "ratio", OF_LEVEL
    later = any(t.start >= part.figure.end for t in part.sentence.times)
    return ("share", "a part of what is traded") if part.following[:2] == ["of", "what"] and not later else None


def of_that(part: Part) -> Measured | None:
    """ "12 tonnes in 2019, half of that in 2020"."""
    pointed = part.following[:1] == ["of"] and part.following[1:2] in (["that"], ["those"])
    return ("ratio", AS_MUCH) if pointed and part.timed_within(_OF_THAT) else None


def responsible_for(part: Part) -> Measured | None:
    """ "Was responsible for half of last year's shipments"."""
    return SHARE if part.following[:1] == ["of"] and part.before(5)[-1:] == ["for"] else None


def of_something(part: Part) -> Measured | None:
    """ "A quarter of the level of May", "a tenth of the $2.59 billion of 2019"; else a share of what stands there."""
    figure, sentence, following = part.figure, part.sentence, part.following
    if following[:1] != ["of"] or len(following) < 2:
        return None
    month = next((t for t in sentence.times if 0 <= t.start - figure.end <= _TO_TIME and not t.is_the_month), None)
    if month is not None and tells_of_part(part.reading, month.end):
        return SHARE
    if month is not None or _of_a_level(following[1:], timed=part.timed):
        return "ratio", OF_LEVEL
    whole = part.amount_behind(_OF_THE)
    if whole is not None and whole.kind in _AMOUNTS:
        # "A tenth of the $2.59 billion of 2019", but "a third of the $9 million went to Kenya".
        then = any(whole.end <= t.start <= whole.end + _NEXT_WORDS for t in sentence.times)
        then = then or any(figure.end < t.start and t.end < whole.start and t.form == "year" for t in sentence.times)
        return ("ratio", OF_AMOUNT) if then else SHARE
    cue = part.moved.cue
    if part.moved.relation != "by" or cue is None or cue.start > figure.end:
        return SHARE
    # "Down from $16 million, and 58% of everything it sold": a change is of what changed, and not of all there is.
    return SHARE if _ALL & set(following[1:3]) or part.before(_JOINED)[-1:] in _AND else None


def of_an_amount(part: Part) -> Measured | None:
    """A part of what the sentence begins with, or of what a word of share names."""
    of = part.following[:1] == ["of"] or part.shares or _out_of(part.reading, part.sentence, part.figure)
    return SHARE if of else None


def of_goods(part: Part) -> Measured | None:
    """ "It bought 300 tonnes of fish. A third was crab": so much of what was told before."""
    figure, sentence = part.figure, part.sentence
    if figure.unit != "percent" or part.following[:1] not in _BEING or part.reading.words(sentence.start, part.start):
        return None
    goods = sentence.holds_goods((figure.end, figure.end + _WAS_GOODS), total=False)
    return SHARE if goods and trade_before(part.reading, sentence) is not None else None


def tells_of_part(reading: Reading, end: int) -> bool:
    """ "A third of 2019's bill was for watches": what stands behind a time tells of the part, and measures nothing."""
    words = reading.words(end, end + _PART_REACH)
    owned = words[:1] in (["'s"], ["’s"]) and words[1:2] != [] and words[1] not in _LEVEL_OF
    return owned and not _TOLD.isdisjoint(words[2:3])


def _of_a_level(words: list[str], *, timed: bool) -> bool:
    """ "Of levels seen in May", "of last year's value"; "of the value of all exports", "of the volume" are shares."""
    if not timed and words[:1] == ["the"] and words[1:2] in _WHOLES:
        return False
    if words[0] in _WHOSE and not _BEFORE_NOW.isdisjoint(words[1:2]) and words[2:3] and words[2].isalpha():
        # "Of its former revenue", "of the previous figure".
        return True
    found = [k for k, word in enumerate(words) if word in _LEVEL_OF]
    if found and words[found[0] - 1 : found[0]] in (["by"], ["in"]):
        # "97 percent of it by value".
        return False
    # "Of the level of the same months of 2019", but "of the value of all exports".
    then = timed and bool(found) and words[found[0]] in {"level", "levels"}
    parted = not then and words[found[0] + 1 : found[0] + 2] == ["of"] if found else True
    return bool(found) and not parted and not {"all", "total", "whole"} & set(words)


def _out_of(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Of the $31 million of fuel, 80% came from Thailand", "of its exports, 5% was tea"; "one in three trucks"."""
    wholes = [f.start for f in sentence.figures if f.end <= figure.start and f.kind in {"money", "quantity", "count"}]
    wholes += [c.start for c in sentence.cues_of("flow_noun") if c.end <= figure.start]
    if wholes and reading.words(sentence.start, min(wholes))[:1] == ["of"]:
        return True
    if figure.unit == "percent":
        opening = reading.words(sentence.start, sentence.start + _OF_THE)[:2]
        if opening[:1] == ["of"] and not _POINTING.isdisjoint(opening[1:]):
            # "Of that, 30 percent was crab".
            return trade_before(reading, sentence) is not None
        if wholes and reading.words(max(wholes), figure.begins)[-2:] == ["of", "which"]:
            return True
    return "in" in reading.words(figure.start, figure.end)[1:2]
