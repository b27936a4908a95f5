"""The goods that head a clause or a sentence: "while plastics rose to $5 million", "butter led the rise"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.flows.flow_goods import EARNINGS
from tidewaiter.claims.english.goods.predicates import BEING
from tidewaiter.claims.english.nouns import goods_before, phrases, products
from tidewaiter.claims.english.nouns.appositions import before_apposition
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Draft, Flow, Scene, Subject, clause_at
from tidewaiter.claims.words.lexicon import Cue, words
from tidewaiter.reference.goods import GoodMention

#: Around the next goods of a verb.
_JOINING, _GOING_ON = frozenset({"and", ",", "while"}), frozenset({"to", "at"})
_COSTING = (["cost"], ["costs"], ["added"], ["adds"])
_RANKING = words("ranking")
#: Words from goods that moved to what they moved to ("to about").
_MOVED = 3
#: Before "of" these stand for what was said of other goods.
_SAME_OF = (["that"], ["those"])
#: Characters that a bracket behind goods takes ("(HS 27)").
_BRACKET_REACH = 24
_ABOUT = frozenset({"for", "as"})
#: Between goods and what is said of them.
_PASSED = frozenset({"alone", "also"})


def clause_head(reading: Reading, scene: Scene, figure: Figure, flow: Flow | None) -> Subject | None:
    """ "… while plastics rose to $5 million": the goods that head a clause with no word of trade in it."""
    sentence, clause = scene.sentence, clause_at(scene.clauses, figure.start)
    if (flow is not None and flow.clause is clause) or any(f.clause is clause for f in scene.flows):
        return None
    opened = _next_head(reading, scene, clause, figure) or _opened(reading, sentence, clause, figure)
    if opened is not None:
        return opened
    colon = reading.text.rfind(":", clause.start, figure.start)
    moving = [
        c
        for c in sentence.cues
        if (c.kind in {"level", "change"} or _costs(reading, sentence, c, figure))
        and clause.holds(c.start)
        and max(colon, 0) <= c.start < figure.start
    ]
    if not moving:
        return None
    verb = min(moving, key=lambda cue: cue.start)
    first_end = clause.stretches[0][1]
    # "Medical goods, which had made up a third, shrank to …": the head stands before what interrupts the clause.
    end = before_apposition(reading, sentence, min(verb.start, first_end))
    if reading.tokens.words[i := reading.tokens.before(end)] in _PASSED:
        end = reading.tokens.starts[i]
    whence = next((p for p in scene.parties if p.role == "from" and p.end + 1 == end), None)
    if whence is not None:
        # "Oxides from Myanmar came to 6,510 tons".
        end = reading.tokens.starts[reading.tokens.before(whence.start)]
    span = phrases.phrase_before(reading, sentence, end)
    inside = any(clause.holds(f.start) and f.start < verb.start for f in sentence.figures)
    if span is None or span[0] < clause.start or inside:
        return None
    ahead = reading.words(clause.start, span[0])
    if ":" in ahead:
        # "Food held up: soybean oil came to $111 million".
        ahead = ahead[len(ahead) - ahead[::-1].index(":") :]
    known = sentence.holds_goods(span, total=False)
    if ahead[-1:] == ["of"] and ahead[-2:-1] in _SAME_OF:
        # "… while that of gum arabic amounted to $3 million".
        ahead = ahead[:-2]
    if ahead[-2:-1] and ahead[-2] in EARNINGS and ahead[-1] == "from":
        # "While earnings from petroleum products rose".
        ahead = ahead[:-2]
    tells = any(span[0] <= c.start < span[1] for c in sentence.cues_of("source"))
    plain = whence is not None or (products.looks_like_goods(reading, span) and not tells)
    if len(ahead) > 2 or not (known or (plain and not ahead)):
        return None
    product = products.clean(reading, goods_before.no_flow(sentence, span))
    return None if product is None else Subject(product, "goods that head the clause", own=True)


def _costs(reading: Reading, sentence: Sentence, cue: Cue, figure: Figure) -> bool:
    """ "Flour cost the country $64 million", "medicines added $5 million", but not "diesel costs 900 won a litre"."""
    if reading.words(cue.start, cue.end) not in _COSTING or figure.kind != "money" or "_per_" in figure.unit:
        return False
    return not any(cue.end <= f.start < figure.start for f in sentence.figures)


def _next_head(reading: Reading, scene: Scene, clause: Clause, figure: Figure) -> Subject | None:
    """ "Drinks came to $3.9 million and watches to $0.6 million": the verb goes on with other goods."""
    earlier = [f for f in scene.sentence.figures if clause.holds(f.start) and f.end <= figure.start]
    if not earlier or earlier[-1].kind != figure.kind:
        return None
    known = [g for g in scene.sentence.goods if clause.holds(g.start) and g.good_id != "total"]
    i = reading.tokens.before(figure.start)
    if not any(g.end <= earlier[-1].start for g in known) or reading.tokens.words[i] not in _GOING_ON:
        return None
    span = phrases.phrase_before(reading, scene.sentence, reading.tokens.starts[i])
    ahead = [] if span is None else reading.words(earlier[-1].end, span[0])
    if not ahead or not set(ahead) <= _JOINING:
        return None
    product = products.clean(reading, goods_before.no_flow(scene.sentence, span))
    return None if product is None else Subject(product, "goods that head the clause", own=True)


def _opened(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> Subject | None:
    """ "…, while flour, banned in 2021, returned with $1.3 million": the goods right behind "while"."""
    if clause.kind != "contrast" or figure.kind not in {"money", "quantity"}:
        return None
    first = next((g for g in sentence.goods if clause.start <= g.start < figure.start and g.good_id != "total"), None)
    if first is None or len(reading.words(clause.start, first.start)) != 1:
        return None
    return Subject(products.named(reading, sentence, first), "goods that head the clause", own=True)


def _told_of(reading: Reading, sentence: Sentence) -> Subject | None:
    """ "Elevator parts are the puzzle: 84 tons crossed the border": what a sentence opens with and explains."""
    span = phrases.phrase_after(reading, sentence, sentence.start)
    if span is None or reading.words(sentence.start, span[0]):
        return None
    colon = reading.text.find(":", span[1], sentence.end)
    verb = reading.words(span[1], sentence.end)[:1]
    if colon < 0 or verb not in BEING or any(f.start < colon for f in sentence.figures):
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that the sentence is about", own=True)


@turns_on(_ABOUT | {":"}, otherwise=None)
def opening(reading: Reading, sentence: Sentence) -> Subject | None:
    """ "For corn, July imports rose 15%": the goods that a sentence says it is about."""
    tokens = reading.tokens
    i = tokens.at(sentence.start)
    said = tokens.words[i : i + 3]
    skipped = 1 if said[:1] == ["for"] else 2 if said[:2] in (["as", "for"], ["as", "to"]) else 0
    known = next((g for g in sentence.goods if g.good_id != "total"), None)
    if ":" in sentence.words and (told := _told_of(reading, sentence)) is not None:
        return told
    if not skipped:
        return None
    span = phrases.phrase_after(reading, sentence, tokens.ends[i + skipped - 1])
    if span is None or reading.words(span[1], span[1] + 2)[:1] != [","]:
        return None
    if known is None or not span[0] <= known.start < span[1]:
        # "As for elevator parts, it spent $3 million": things that no table knows.
        opens = skipped > 1 and not reading.words(tokens.ends[i + skipped - 1], span[0])
        if not opens or not products.looks_like_goods(reading, span):
            return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that the sentence is about", own=True)


def antecedent(reading: Reading, sentence: Sentence, flow: Flow) -> Subject | None:
    """ "Phones, which led exports for a decade": goods that a clause about a trade hangs on."""
    if flow.clause.kind != "relative":
        return None
    span = phrases.phrase_before(reading, sentence, flow.clause.start)
    if span is None or reading.words(span[1], flow.clause.start):
        return None
    known = sentence.holds_goods(span, total=False)
    doing = flow.verb or reading.words(flow.start, flow.end)[-1].endswith("ing")
    if not known and doing and flow.sense == "import" and not flow.passive:
        # "Gazprom, which had stopped buying": who buys is not bought.
        return None
    named = goods_before.no_flow(sentence, span) or span
    product = products.clean(reading, named) if known or not reading.words(sentence.start, span[0]) else None
    return None if product is None else Subject(product, "goods that the clause hangs on", own=True)


def topic(reading: Reading, scene: Scene, figure: Figure) -> Subject | None:
    """ "Gloves and gowns (HS 4015) added $1 million", "Masks, once the mainstay of its imports, fell: $84,000 in May":
    known goods that open a sentence, where no others and no word of trade are told of up to a figure.

    What is trade of somebody's in an apposition right behind them, between commas, does not count.
    """
    sentence = scene.sentence
    if figure.kind not in {"money", "quantity", "percent"} or sentence.kind == "row":
        return None
    goods = [g for g in sentence.goods if g.good_id != "total" and g.start < figure.start]
    span = phrases.phrase_after(reading, sentence, sentence.start) if goods else None
    if span is None or span[1] > figure.start or reading.words(sentence.start, span[0]):
        return None
    if goods[-1].end != span[1]:
        return None
    start = _past_apposition(reading, sentence, span[1], figure.start)
    if any(span[0] <= f.start < span[1] or start <= f.start < figure.start for f in scene.flows):
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that the sentence opens with", own=True)


def moved(reading: Reading, sentence: Sentence, draft: Draft) -> Subject | None:
    """ "Exports fell, led by a 31 percent drop in copper to $250 million": known goods that a figure moved in."""
    figure, cue = draft.figure, draft.moved.cue
    if cue is None or figure.kind not in {"money", "quantity", "percent"}:
        return None
    if reading.words(cue.end, min(cue.end + 4, sentence.end))[:1] != ["in"]:
        return None
    span = phrases.phrase_after(reading, sentence, reading.tokens.ends[reading.tokens.at(cue.end)])
    if span is None or any(span[0] <= c.start < span[1] for c in sentence.cues_of("flow_noun")):
        return None
    behind = reading.words(span[1], figure.start) if figure.start >= span[1] else []
    by = figure.end <= cue.start and len(reading.words(figure.end, cue.start)) <= 1
    to = figure.start >= span[1] and behind[:1] == ["to"] and len(behind) <= _MOVED
    known = sentence.holds_goods(span, total=False)
    product = products.clean(reading, span) if known and (by or to) else None
    return None if product is None else Subject(product, "goods that moved", own=True)


def _past_apposition(reading: Reading, sentence: Sentence, start: int, limit: int) -> int:
    """Behind what stands between commas right behind a phrase; `start` where nothing does."""
    commas = [at for word, at in reading.placed(start, min(limit, sentence.end)) if word == ","]
    opened = len(commas) > 1 and not reading.words(start, commas[0])
    return commas[1] if opened else start


@turns_on(_RANKING, otherwise=None)
def ranked(reading: Reading, scene: Scene, figure: Figure) -> Subject | None:
    """ "Corn ranked second, at 17 percent of sales": known goods that open the clause."""
    clause = clause_at(scene.clauses, figure.start)
    goods = [
        g for g in scene.sentence.goods if g.good_id != "total" and clause.holds(g.start) and g.end <= figure.start
    ]
    joined = _joined(reading, goods)
    # "Fuels and oils (HS 27) ranked first".
    span, goods = (goods[0].start, goods[joined].end) if goods else (0, 0), goods[:1] + goods[joined + 1 :]
    start = _past_apposition(reading, scene.sentence, _past_bracket(reading, span[1]), figure.start) if goods else 0
    # "Diammonium phosphate, a fertilizer, came next".
    goods = [goods[0], *(g for g in goods[1:] if g.start >= start)] if goods else []
    ahead = reading.words(clause.start, goods[0].start) if len(goods) == 1 else []
    if any(goods and goods[0].end <= f.start < figure.start and f.kind == figure.kind for f in scene.sentence.figures):
        # "Corn came to $5 million and tea to $3 million".
        return None
    if len(goods) != 1 or len(ahead[::-1][: ahead[::-1].index(",")] if "," in ahead else ahead) > 1:
        return None
    following = [word for word in reading.words(start, figure.start) if word != ","][:1]
    if not following or following[0] not in _RANKING:
        return None
    named = products.clean(reading, span) if joined else products.named(reading, scene.sentence, goods[0])
    return None if named is None else Subject(named, "goods that head the clause", own=True)


def _joined(reading: Reading, goods: list[GoodMention]) -> int:
    """How many of some goods, each of another kind, are joined to the first by "and" alone."""
    last = 0
    for one, other in pairwise(goods):
        if one.good_id == other.good_id or reading.words(one.end, other.start) != ["and"]:
            break
        last += 1
    return last


def _past_bracket(reading: Reading, end: int) -> int:
    """Behind a bracket that opens there."""
    placed = reading.placed(end, end + _BRACKET_REACH)
    if not placed or placed[0][0] != "(":
        return end
    return next((at + 1 for word, at in placed if word == ")"), end)


def _introduced(reading: Reading, sentence: Sentence, flow: Flow) -> str | None:
    """ "Sugar alone grew: purchases climbed 22 percent", "wigs remained the top item, with sales of $5 million"."""
    tokens = reading.tokens
    i = tokens.before(flow.start)
    if flow.stated or flow.sense == "trade" or i < 1 or tokens.words[i] not in {":", "with"}:
        return None
    known = [g for g in sentence.goods if g.good_id != "total" and g.end <= tokens.starts[i]]
    if not known or any(f.start < flow.start for f in sentence.figures):
        return None
    if len(reading.words(sentence.start, known[0].start)) <= 1:
        verb = next((j for j in range(tokens.at(known[0].end), i) if reading.is_word("verbs", tokens.words[j])), None)
        span = None if verb is None else phrases.phrase_before(reading, sentence, tokens.starts[verb])
        if span is not None and span[0] <= known[0].start:
            return products.clean(reading, span)
    return products.named(reading, sentence, known[0]) if len({g.good_id for g in known}) == 1 else None


def named_before(reading: Reading, sentence: Sentence, flow: Flow, others: list[Flow]) -> str | None:
    """ "India, once a supplier of vaccines, sent $5,000 worth": the only goods that stand before a verb without any."""
    if not flow.verb:
        return _introduced(reading, sentence, flow)
    known = [g for g in sentence.goods if g.good_id != "total" and g.end <= flow.start]
    ends = [o.end for o in others] + [f.end for f in sentence.figures]
    start = max([flow.clause.start, *(end for end in ends if end <= flow.start)])
    for near in ([g for g in known if g.start >= start], known):
        if len({g.good_id for g in near}) == 1:
            return products.named(reading, sentence, near[0])
    return None
