"""What a figure measures: value or quantity of trade, a change, a share, a ratio, a price, cases, a cap …"""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import OF_AMOUNT, OF_LEVEL, Clause, Flow, Movement, clause_at

_LEVEL_OF = words("levels")
#: Characters that " of the just " and " posted in " take.
_OF_THE, _NEXT_WORDS = 16, 20
#: "Made up", "accounted for": what follows is a share.
_MAKING = frozenset(
    {"accounted", "accounting", "accounts", "made", "makes", "making", "comprised", "represented", "constituted"}
)
#: No single thing that trade news tells the price of costs as much.
_NO_PRICE = 1_000_000
#: … and so little is the price of one, in whatever currency a paper gives the trade of a country.
_OF_ONE = 2_000
_ACTORS = words("actors")
_LOADS = words("loads")
#: "Half as much", "a third as high".
_SO_MUCH = (["big"], ["high"], ["large"], ["many"], ["much"])
#: "Produced 4,900,000 tonnes".
_MADE = (["consumed"], ["grew"], ["harvested"], ["mined"], ["produced"])
_WHOLES = (["amount"], ["value"], ["volume"])
#: Characters from a part to the time that its whole is of.
_TIME_OF = 50
_EQUAL = (["equal", "to"], ["equivalent", "to"])
_SPANS = words("spans")
_OUTDOING = frozenset({"exceed", "exceeded", "exceeding", "exceeds", "outstripped", "surpassed", "topped"})
_REFERRING = (["that"], ["this"], ["these"], ["those"], ["they"], ["it"], ["the"], ["among"])
_INCLUDING = frozenset({"comprised", "included", "includes", "include", "comprise", "were", "was"})
_RATES = words("rates")
_AND = (["and"], [","], [",", "and"])
_LINKING = frozenset({"and", "from", "in", "of", "on", "the", "to", "was", "were", "with"})
_CHANGES = words("change_nouns")
_NO_TRADE_MONEY = words("other_money")


def measure(
    reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure, moved: Movement, flow: Flow | None,
    *, in_trade: bool,
) -> tuple[str, str]:  # fmt: skip
    """(measure, rule) of a figure."""
    clause = clause_at(found, figure.start)
    if figure.kind in {"percent", "percentage_points", "times"}:
        return _relative(reading, sentence, clause, figure, moved)
    if _is_price_unit(figure) or _is_price(reading, sentence, clause, figure):
        return ("change", "an amount of change") if moved.relation == "by" else ("price", "a price a unit")
    if figure.kind == "quantity" and reading.words(max(sentence.start, figure.start - 12), figure.start)[-1:] in _MADE:
        return "other", "made, and not traded"
    if figure.kind == "quantity" and figure.unit in _SPANS:
        return "other", "a span of time"
    counted = _counted(reading, sentence, figure)
    if counted:
        return counted, "what is counted"
    if reading.text[figure.start : figure.end].endswith("+") and figure.kind == "money":
        return "other", "a threshold"
    if figure.kind == "money" and ((flow is not None and flow.balance) or _exceeds(reading, sentence, figure)):
        return "other", "a trade balance"
    if _near(sentence, clause, figure, "cap") or _at_most(reading, sentence, figure):
        return "cap", "a limit"
    if moved.relation == "by" and figure.kind != "zero":
        return "change", "an amount of change"
    carried = in_trade and figure.kind == "quantity"
    if "_per_" in figure.unit and figure.kind != "money" and flow is None and not carried:
        return "rate", "so many a time"
    if is_money(figure):
        words = set(reading.words(max(clause.start, figure.start - 40), min(clause.end, figure.end + 40)))
        if (flow is not None or in_trade) and not (words & _NO_TRADE_MONEY and flow is None):
            return "trade_value", "money in trade"
        return "other", "money"
    if figure.kind == "count" and _is_being(reading, figure):
        return "count", "a count of those who act"
    if figure.unit in _LOADS and not (flow is not None and flow.verb):
        return "count", "a count of loads"
    if flow is not None:
        return "trade_quantity", "a quantity in trade"
    if in_trade and figure.kind == "quantity":
        return "trade_quantity", "a quantity in a text on trade"
    if in_trade and figure.kind == "count" and figure.noun is not None and _is_included(reading, sentence, figure):
        return "trade_quantity", "part of the trade spoken of"
    if figure.kind == "zero" and in_trade and figure.unit == "units" and figure.noun is None:
        return "trade_quantity", "nothing in trade"
    return ("count", "a count") if figure.kind in {"count", "zero"} else ("other", "a quantity")


def _exceeds(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Exports exceeded imports by €844 million"."""
    words = reading.words(max(sentence.start, figure.start - 40), figure.start)
    return "by" in words[-3:] and bool(_OUTDOING & set(words)) and bool({"exports", "imports"} & set(words))


def _is_price_unit(figure: Figure) -> bool:
    """ "$590 per tonne" is a price, "$2 billion a year" is not."""
    per = figure.unit.partition("_per_")[2]
    return figure.kind == "money" and bool(per) and per not in {"year", "month", "day", "week", "quarter"}


def _at_most(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "May not supply more than 500,000 barrels"."""
    words = reading.words(max(sentence.start, figure.start - 40), figure.start)
    return (
        "than" in words[-2:]
        and bool({"not", "cannot"} & set(words))
        and bool({"may", "must", "shall", "can", "cannot"} & set(words))
    )


def _is_being(reading: Reading, figure: Figure) -> bool:
    """ "Its 15 neighbours", "three companies": who trades, not what is traded."""
    if figure.noun is None:
        return False
    return bool(set(reading.words(*figure.noun)) & _ACTORS)


def is_money(figure: Figure) -> bool:
    """Whether a figure is an amount of money, nothing at all ("fell to zero") included."""
    return figure.kind == "money" or (figure.kind == "zero" and len(figure.unit) == 3 and figure.unit.isupper())


def _relative(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure, moved: Movement) -> tuple[str, str]:
    following = reading.words(figure.end, min(figure.end + 40, sentence.end))[:5]
    if following[:1] == ["of"] and reading.words(max(0, figure.start - 14), figure.start)[-2:] in _EQUAL:
        return "ratio", "as much as a part of something else"
    if figure.unit == "times" and figure.value > 1 and moved.relation != "by":
        return "ratio", "a multiple"
    if following[:1] == ["as"] and following[1:2] in _SO_MUCH and figure.kind == "times":
        return "ratio", "as much as a part of something else"
    if following[:1] == ["share"]:
        return "share", "a part of a whole"
    named = [c for c in sentence.cues_of("share") if clause.holds(c.start) and c.end <= figure.start]
    close = bool(named) and len(reading.words(named[-1].end, figure.start)) <= 3
    if (
        following[:1] == ["of"]
        and close
        and figure.unit == "percent"
        and reading.words(named[-1].start, named[-1].end)[0] in _MAKING
    ):
        return "share", "a part of a whole"
    if following[:2] == ["of", "what"] and not any(t.start >= figure.end for t in sentence.times):
        return "share", "a part of what is traded"
    if following[:1] == ["of"] and len(following) > 1:
        later = any(figure.end <= t.start <= figure.end + _TIME_OF for t in sentence.times)
        if _of_a_level(following[1:], timed=later) or any(
            figure.end <= t.start <= figure.end + 8 for t in sentence.times
        ):
            return "ratio", OF_LEVEL
        whole = next((f for f in sentence.figures if figure.end < f.start <= figure.end + _OF_THE), None)
        if whole is not None and whole.kind in {"money", "quantity", "count"}:
            # "A tenth of the $2.59 billion of 2019", but "a third of the $9 million went to Kenya".
            then = any(whole.end <= t.start <= whole.end + _NEXT_WORDS for t in sentence.times)
            return ("ratio", OF_AMOUNT) if then else ("share", "a part of a whole")
        if moved.relation != "by" or moved.cue is None or moved.cue.start > figure.end:
            return "share", "a part of a whole"
    shares = [c for c in sentence.cues_of("share") if clause.holds(c.start) and c.end <= figure.start]
    if shares and (moved.cue is None or moved.cue.end <= shares[-1].start or moved.relation == "none"):
        return "share", "a part of a whole"
    if figure.unit == "times":
        if moved.relation == "by":
            return "change", "a multiple that something grew by"
        return "ratio", "a multiple"
    if moved.relation == "by":
        return "change", "a relative change"
    if figure.unit == "percent" and _is_change(reading, sentence, figure):
        return "change", "a relative change"
    if moved.relation in {"to", "from"} and shares:
        return "share", "a part of a whole"
    words = set(reading.words(clause.start, clause.end))
    if words & {
        "rate",
        "rates",
        "tariff",
        "tariffs",
        "inflation",
        "interest",
        "unemployment",
        "duty",
        "duties",
        "yield",
    }:
        return "rate", "a rate"
    if following[:1] == ["of"] or shares or _of_an_amount(reading, sentence, figure):
        return "share", "a part of a whole"
    return "other", "a percentage of something unsaid"


def _of_a_level(words: list[str], *, timed: bool) -> bool:
    """ "Of levels seen in May", "of last year's value"; "of the value of all exports", "of the volume" are shares."""
    if not timed and words[:1] == ["the"] and words[1:2] in _WHOLES:
        return False
    found = [k for k, word in enumerate(words) if word in _LEVEL_OF]
    return bool(found) and words[found[0] + 1 : found[0] + 2] != ["of"] and not {"all", "total", "whole"} & set(words)


def _is_change(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Bolstered exports by 3%", "in the UK (by 10.5%)", "the drop was 33%"."""
    start = figure.start if figure.hedge is None else min(figure.start, figure.hedge[0])
    before = reading.words(max(sentence.start, start - 24), start)
    if before[-1:] == ["by"]:
        return True
    for other in sentence.figures:
        if (
            other.kind == figure.kind
            and other.start - figure.end > 0
            and reading.words(figure.end, other.start) in _AND
        ):
            # "29.8 percent and 14.8 percent growth, respectively".
            figure = other
    behind = reading.words(figure.end, min(figure.end + 48, sentence.end))[:8]
    ends = next((n for n, word in enumerate(behind) if not word[0].isalpha() and word != "-"), len(behind))
    noun = next((n for n, word in enumerate(behind[:ends]) if word in _CHANGES), None)
    if noun is not None and not _LINKING & set(behind[:noun]):
        # "0.7 percent year-over-year negative growth".
        return True
    return before[-1:] in (["was"], ["is"]) and bool(_CHANGES & set(before[-3:-1]))


def _is_included(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "That included 18,000 packs of insulin": of what the sentence before told."""
    opening = reading.words(sentence.start, min(sentence.start + 48, figure.start))[:4]
    return opening[:1] in _REFERRING and bool(_INCLUDING & set(opening[1:]))


def _of_an_amount(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Of the $31 million of fuel imported, 80% came from Thailand"; "one in three trucks"."""
    earlier = [f for f in sentence.figures if f.end <= figure.start and f.kind in {"money", "quantity", "count"}]
    if earlier and reading.words(sentence.start, earlier[0].start)[:1] == ["of"]:
        return True
    return "in" in reading.words(figure.start, figure.end)[1:2]


def _is_price(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    if figure.kind != "money" or figure.value >= _NO_PRICE:
        return False
    for cue in sentence.cues_of("per"):
        if cue.sense == "price" and 0 <= cue.start - figure.end <= 2:
            return True
        if cue.sense == "pricewords" and clause.holds(cue.start) and 0 <= figure.start - cue.end <= 40:
            return True
    return figure.value <= _OF_ONE and _priced_before(sentence, figure)


def _priced_before(sentence: Sentence, figure: Figure) -> bool:
    """ "The price of a kilo had already gone up, from $1.05 to $1.21": no cargo costs so little."""
    prices = [c for c in sentence.cues_of("per") if c.sense == "pricewords" and c.end <= figure.start]
    return bool(prices) and not any(
        f.end <= figure.start
        and f.start >= prices[-1].end
        and f.kind in {"money", "quantity", "count"}
        and f.value > _OF_ONE
        for f in sentence.figures
    )


def _counted(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    unit = figure.unit.partition("_per_")[0]
    if unit in {"cases", "infections"}:
        return "cases"
    if unit == "doses":
        return "doses"
    if figure.kind not in {"count", "quantity", "zero"} or unit not in {"people", "units", "deaths", "patients"}:
        return None
    for cue in sentence.cues_of("cases"):
        if cue.sense == "deaths" and -2 <= cue.start - figure.end <= 24:
            return "deaths"
        if cue.sense == "cases" and unit in {"people", "patients"} and -2 <= cue.start - figure.end <= 24:
            return "cases"
    return "deaths" if unit == "deaths" else None


def _near(sentence: Sentence, clause: Clause, figure: Figure, kind: str) -> bool:
    return any(
        clause.holds(c.start) and (0 <= figure.start - c.end <= 40 or 0 <= c.start - figure.end <= 30)
        for c in sentence.cues_of(kind)
    )
