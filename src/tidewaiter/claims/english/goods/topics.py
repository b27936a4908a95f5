"""What a clause without a word of trade speaks of: its own subject ("inflation", "the pound", "petrol in Aden")."""

from __future__ import annotations

from tidewaiter.claims.english.measures.prices import is_price_unit
from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Draft, Scene, clause_at
from tidewaiter.claims.words.lexicon import words

#: "The country needs 2 million tonnes": a verb here.
_UNTRADED = words("untraded") - {"need", "needs"}
#: Measures that a clause without trade may state of what it speaks of.
TOPICAL = frozenset({"change", "ratio", "other", "price", "rate", "trade_quantity"})
_AT_MARKET = words("at_market")
_SMALL_MONEY = frozenset(code.upper() for code in words("small_money"))
_PRICES_OF_TRADE, _DELIVERED = words("prices_of_trade"), words("delivered")
#: Between a thing and where it is: "diesel in Sinuiju", "the price of bread".
_PLACING = frozenset({"in", "at", "near", "on", "across", "of", "for"})
_VERBS = frozenset({"change", "level", "per", "flow_verb", "perfect"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_MEASURES = words("measures")
_MAKING = words("producing")
#: Who pays a price, or gets it.
_PAYERS = words("actors") | words("growers")
_EACH = frozenset({"a", "each", "every", "one"})
#: "A kilo fetched 3,100 won": of what was spoken of.
_ONE_MEASURE = _MEASURES | _EACH
#: Characters before a price in which "at" stands.
_AT = 12
#: Words from "price" to what it did ("the price of cooking oil has gone up").
_PRICE_OF = 5
_PRICED = words("price_words")
_TO_MOVE = frozenset({"to", "will", "would", "could", "may", "might", "should"})
#: Without one of these no clause has turned to what nobody trades.
_LEAVING = _UNTRADED | _MAKING


@turns_on(_LEAVING, otherwise=False)
def left_trade(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether the clause of a figure has turned to what nobody trades: a harvest, an economy, a currency."""
    clause = clause_at(scene.clauses, figure.start)
    if _is_made(reading, scene.sentence, figure):
        return True
    if any(flow.clause is clause for flow in scene.flows):
        return False
    span = _head(reading, scene.sentence, clause, figure)
    if span is not None and not _UNTRADED.isdisjoint(reading.words(*span)):
        return True
    return _expected(reading, scene.sentence, clause, figure)


def _expected(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    """ "The bank expects Mali's economy to expand 3%": what is to move is no trade."""
    moves = [c for c in sentence.cues_of("change") if clause.start < c.start and c.end <= figure.start]
    said = reading.words(clause.start, moves[-1].start)[-2:] if moves else []
    return len(said) > 1 and said[1] in _TO_MOVE and said[0] in _UNTRADED


def _is_made(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Produced 1.5 million tonnes of cement", "4 million tonnes of cement was produced"."""
    if figure.kind not in {"quantity", "count"}:
        return False
    before = reading.words(max(sentence.start, figure.start - 24), figure.start)[-3:]
    after = reading.words(figure.end, min(figure.end + 40, sentence.end))[:6]
    if _MAKING & set(before) and not {"by", "from", "to"} & set(before):
        return True
    passive = next((n for n, word in enumerate(after) if word in {"was", "were", "been"}), None)
    return passive is not None and bool(_MAKING & set(after[passive + 1 : passive + 2]))


def of_market(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Whether a price is one that a market asks, not the average of a trade spoken of."""
    clause = clause_at(scene.clauses, draft.figure.start)
    said = {word for start, end in clause.stretches for word in reading.words(start, end)}
    if said & _DELIVERED:
        # "The fob price averaged $290, $55 below the spot price": of what was shipped.
        return False
    paid = any(f.clause is clause and f.stated and f.sense == "import" and f.verb for f in scene.flows)
    if (said & _AT_MARKET and not paid) or _is_retail(scene, draft, clause):
        # "Afghan traders imported 500 tonnes, paying $1,080 a tonne": what the trade paid.
        return True
    priced = said & _PRICED and not said & _PRICES_OF_TRADE and not any(f.clause is clause for f in scene.flows)
    if priced and any(p.role == "in" and clause.holds(p.start) for p in scene.parties):
        # "The price of sugar in Goma".
        return True
    if any(p.role == "in" and p.start >= draft.figure.end for p in scene.parties) and _asked_in_town(
        reading, scene, draft
    ):
        return True
    span = _head(reading, scene.sentence, clause, draft.figure)
    if span is not None and set(reading.words(*span)) <= _MEASURES:
        # "A bag costs 218 soles": a bag of what was spoken of.
        return False
    if said & _PRICES_OF_TRADE or any(flow.clause is clause for flow in scene.flows):
        return False
    if any(
        f is not draft.figure and f.kind in {"quantity", "money"} and "_per_" not in f.unit
        for f in scene.sentence.figures
    ):
        return False
    before = reading.words(clause.start, draft.figure.start)
    if before[:2] == ["the", "price"] and before[2:4] in (["of", "a"], ["of", "an"]):
        # "The price of a truck permit has gone up to 5,000 yuan": of one of something.
        return True
    return not {"the", "this", "that"} & set(before) and "the" not in reading.words(draft.figure.end, clause.end)[:3]


def _is_retail(scene: Scene, draft: Draft, clause: Clause) -> bool:
    """ "A kilogram of sugar was sold for an average of 3,050 Syrian pounds": no trade is paid so, kilo by kilo."""
    currency, _, measured = draft.figure.unit.partition("_per_")
    retail = currency in _SMALL_MONEY and measured in {"kg", "litre", "pound"}
    return retail and not any(flow.clause is clause and flow.stated for flow in scene.flows)


def _asked_in_town(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "Rice was 5,800 won a kilogram in Hyesan": where one pays so much, right behind the price."""
    end = draft.figure.end
    town = next(p for p in scene.parties if p.role == "in" and p.start >= end)
    return reading.words(end, town.start) == ["in"] and not scene.flows


@turns_on(frozenset({"price", "prices"}), otherwise=False)
def of_prices(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "Prices for imported oil in Goma were 22% lower": prices that a clause is about, of no trade that it tells."""
    clause = clause_at(scene.clauses, draft.figure.start)
    said = reading.words(clause.start, draft.figure.start)
    place = next((n for n, word in enumerate(said) if word in {"price", "prices"}), None)
    if (
        place is None
        or _PRICES_OF_TRADE & set(said)
        or any(f.kind == "money" and not is_price_unit(f) for f in scene.sentence.figures)
    ):
        return False
    if any(f.clause is clause and not f.verb for f in scene.flows):
        return False
    return _moved_itself(reading, draft, said[place:]) or any(
        p.role == "in" and clause.holds(p.start) for p in scene.parties
    )


def of_price(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Whether a figure is a price, or what a price rose or fell by."""
    return draft.measure == "price" or (draft.measure == "change" and of_prices(reading, scene, draft))


def _moved_itself(reading: Reading, draft: Draft, said: list[str]) -> bool:
    """ "The price of sugar has gone up five times": what rose is the price."""
    cue = draft.moved.cue
    if cue is None or cue.start > draft.figure.start:
        return False
    between = said[1 : len(said) - len(reading.words(cue.start, draft.figure.start))]
    return len(between) <= _PRICE_OF and not {",", ";", "and", "but"} & set(between)


def priced(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """What a price is said to be of: "prices for fresh cod were at NOK 40", "the price of bread"."""
    tokens, clause = reading.tokens, clause_at(scene.clauses, figure.start)
    for i in range(tokens.at(clause.start), tokens.at(figure.start) - 1):
        if tokens.words[i] in {"price", "prices"} and tokens.words[i + 1] in {"of", "for"}:
            start = i + 1
            each, unit, of = (*tokens.words[i + 2 : i + 5], "", "", "")[:3]
            if each in _EACH and unit in _MEASURES and of == "of":
                # "The price of each kilo of chicken".
                start = i + 4
            return products.clean(reading, phrases.phrase_after(reading, scene.sentence, tokens.ends[start]))
        if tokens.words[i] in _EACH and tokens.words[i + 1] in _MEASURES and tokens.words[i + 2] == "of":
            # "On the street a litre of petrol cost 6,500 pounds".
            span = phrases.phrase_after(reading, scene.sentence, tokens.ends[i + 2])
            return products.clean(reading, span) if span is not None and span[1] <= figure.start else None
    return None


def head(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The thing that a clause says something of: "diesel in Sinuiju cost 9,000 won" gives diesel."""
    clause = clause_at(scene.clauses, figure.start)
    span = _head(reading, scene.sentence, clause, figure)
    if span is None or any(c.start == span[0] and c.end == span[1] for c in scene.sentence.countries):
        return None
    said = reading.words(*span)
    if _ONE_MEASURE.issuperset(said) or _paid_for(reading, scene, clause, figure):
        return None
    if said[-1] in _PAYERS:
        # "Millers paid $410 a tonne": who pays, not what for.
        return None
    return products.clean(reading, span)


def _paid_for(reading: Reading, scene: Scene, clause: Clause, figure: Figure) -> bool:
    """ "Each household received 5 kg of rice at 460 francs per kg": the price of the rice, not of who got it."""
    before = [f for f in scene.sentence.figures if clause.holds(f.start) and f.end <= figure.start]
    at = reading.words(max(clause.start, figure.begins - _AT), figure.begins)[-1:] == ["at"]
    return at and bool(before) and before[-1].kind == "quantity" and before[-1].value != 1


def is_country(sentence: Sentence, reading: Reading, topic: str) -> bool:
    """Whether a topic is nothing but a country of the sentence, which nobody pays for."""
    return any(reading.text[c.start : c.end] == topic for c in sentence.countries)


def _head(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> tuple[int, int] | None:
    """The noun phrase before the first verb of a clause, without where it is; else the one right before "at"."""
    tokens = reading.tokens
    first, stop = tokens.at(clause.start), tokens.at(figure.start)
    spoken = [c for c in sentence.cues_of("speech") if clause.start < c.start and c.end < figure.start]
    if spoken and tokens.at(spoken[-1].end) + 1 < stop:
        # "A dealer said diesel in Sinuiju cost …": what is said has a subject of its own.
        first = tokens.at(spoken[-1].end)
    verbs = {c.start for c in sentence.cues if c.kind in _VERBS}
    for i in range(first + 1, stop):
        word = tokens.words[i]
        at = word == "at" and (i + 1 >= stop - 2)
        if not (tokens.starts[i] in verbs or word in _AUXILIARIES or reading.is_word("verbs", word) or at):
            continue
        end = tokens.ends[i - 1]
        if tokens.words[i - 1] in {",", "also", "still", "now", "already"} and i > first + 1:
            end = tokens.ends[i - 2]
        span = _placed(reading, sentence, tokens.starts[first], end)
        if span is not None:
            return span
    return None


def _placed(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The phrase that ends at an offset, or what it is the place of."""
    tokens = reading.tokens
    span = phrases.phrase_before(reading, sentence, end)
    if span is None:
        country = next((c for c in sentence.countries if c.end == end), None)
        span = None if country is None else (country.start, country.end)
    if span is None or span[0] < start:
        return None
    i = tokens.before(span[0])
    when = next((t for t in sentence.times if t.start <= tokens.starts[i] < t.end), None) if i >= 0 else None
    if when is not None:
        # "LNG for January delivery".
        i = tokens.before(when.start)
    while i >= 0 and tokens.words[i] in {"the", "a", "an", "its", "their", "his"}:
        i -= 1
    if i < 1 or tokens.starts[i] < start or tokens.words[i] not in _PLACING:
        return span
    thing = phrases.phrase_before(reading, sentence, tokens.ends[i - 1])
    if thing is None or thing[0] < start:
        return None
    if tokens.words[i] in {"of", "for"} and set(reading.words(*thing)) & _PRICED:
        return span
    return thing
