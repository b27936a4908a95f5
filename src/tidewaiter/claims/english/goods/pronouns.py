"""Goods that a sentence only points back to: "1,120 of them", "those shipments", where an earlier one named them."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Draft, Scene, Subject, clause_at
from tidewaiter.claims.words.lexicon import words
from tidewaiter.reference.goods import GoodMention

_PRONOUNS = frozenset({"them", "these", "those"})
_PARTS = frozenset({"all", "bulk", "most", "much", "none", "part", "rest", "some"})
_LEADS = frozenset({"for", "of", "on"})
_CLEFT = frozenset({"what"})
_SAID_TO_BE, _COMING = frozenset({"are", "is", "was", "were"}), frozenset({"came", "come", "comes"})
#: What opens a sentence on one of several goods ("the biggest item was oil").
_DEFINING = words("articles") | {"one", "our", "the", "this", "what"}
_ASKING = frozenset({"how"})
_POINTING = _PRONOUNS | {"it"}
#: "This category", "these products", and what makes another thing of them ("this group of countries").
_DEICTIC, _OF_KIND = frozenset({"this", "these", "that", "those", "such"}), (["of"], ["from"], ["in"])
_KINDS = words("kinds_of_goods")
#: What is said of goods that a text turns to, and in how many words ("are the second-largest item").
_TURNING, _SHORT = words("turning"), 8
#: Words behind goods that say something of them, and those that only say which they are.
_SAYING, _HANGING = 3, frozenset({"and", "for", "from", "in", "of", "or", "to", "with"})
#: Words of an answer without a verb ("gas, above all").
_ANSWER = 5
#: What opens "the price of corn dropped".
_PRICE = (["price"], ["prices"], ["cost"], ["costs"])
#: Which of several something is, and characters in which a sentence names it.
_RANKING, _OPENING_REACH = words("largest"), 12
#: Words before the goods that a sentence tells of ("the heavy").
_OPENING = 3


@turns_on(_POINTING, otherwise=None)
def of_them(reading: Reading, scene: Scene, figure: Figure, earlier: list[Draft], context: Context) -> Subject | None:
    """ "It paid $41 million for 1,120 of them": what "them" means; None where the clause has no such word.

    The goods that the sentence has named before it, else those that the sentence before told of.
    """
    place = _place(reading, scene, figure)
    if place is None:
        return None
    named = [d.subject.product for d in earlier if d.subject and d.subject.own and d.figure.end < place]
    ahead = [g for g in scene.sentence.goods if g.good_id != "total" and g.end <= min(place, figure.start)]
    if named and named[-1]:
        return Subject(named[-1], "what “them” means", own=True)
    if ahead:
        return Subject(products.named(reading, scene.sentence, ahead[-1]), "what “them” means", own=True)
    asided = context.aside is not None and context.aside_block == scene.sentence.block
    # "Tractors made up 38 percent of exports. Europe buys 4 percent of them": of the exports.
    shared = figure.kind == "percent"
    here = context.part if context.part_block == scene.sentence.block and not (asided or shared) else None
    told = here or told_of(context, scene.sentence)
    return Subject(told, "what “them” means", own=True) if told else None


def told_of(context: Context, sentence: Sentence) -> str | None:
    """The goods that a text has spoken of last, were it only by the way."""
    if context.aside is not None and context.aside_block == sentence.block:
        return context.aside
    return context.product if context.product != TOTAL else None


def part_told(context: Context, sentence: Sentence) -> str | None:
    """The goods of the last figures, be they only a part of what the text goes on about."""
    return context.part if 0 <= sentence.block - context.part_block <= 1 else None


def points(said: list[str]) -> bool:
    """ "This category", "these products"."""
    return len(said) > 1 and said[0] in _DEICTIC and said[1] in _KINDS


@turns_on(_DEICTIC, otherwise=None)
def said_again(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Subject | None:
    """ "Tea made up 38 percent of exports. This category grew by 4 percent": the goods just told of."""
    clause = clause_at(scene.clauses, figure.start)
    for start in dict.fromkeys([clause.start, scene.sentence.start]):
        said = reading.words(start, figure.begins)
        if said[:1] == [","] or said[:1] == ["and"]:
            said = said[1:]
        if points(said) and said[2:3] not in _OF_KIND:
            told = part_told(context, scene.sentence)
            return Subject(told, "goods said again by their kind") if told is not None else None
    return None


def topic(reading: Reading, scene: Scene) -> str | None:
    """ "Heavy trucks were the largest single item.": the goods that a sentence without figures is about."""
    sentence = scene.sentence
    if sentence.kind == "heading" and not (sentence.figures or scene.flows):
        named = [g for g in sentence.goods if g.good_id != "total"]
        if len({g.good_id for g in named}) == 1 and reading.text[sentence.start : sentence.end].rstrip().endswith("?"):
            # "What about rice?", above the answer.
            return products.named(reading, sentence, named[0])
        span = phrases.phrase_after(reading, sentence, sentence.start) if named else None
        return (
            products.clean(reading, span) if span == _all_of(reading, sentence) and span[1] == named[-1].end else None
        )
    if sentence.figures or sentence.kind in {"title", "heading"}:
        return None
    ranked = _ranked(reading, scene)
    if ranked is not None:
        return ranked
    traded = [flow.goods for flow in scene.flows if flow.goods and flow.goods != TOTAL]
    if traded:
        return traded[-1]
    first = next((g for g in sentence.goods if g.good_id != "total"), None)
    cleft = _cleft(reading, sentence)
    if cleft is not None:
        return cleft
    asked = _asked_of(reading, sentence) or _said_at_last(reading, sentence)
    if asked is not None:
        return asked
    if first is not None and reading.text[first.start : sentence.end].rstrip().endswith("?"):
        return products.named(reading, sentence, first)
    if first is not None and _is_answer(reading, sentence):
        return products.named(reading, sentence, first)
    kinds = {g.good_id for g in sentence.goods if g.good_id != "total"}
    if first is not None and len(kinds) == 1 and any(c.end <= first.start for c in sentence.cues_of("partner")):
        # "Turkey has become the leading source of flour."
        return products.named(reading, sentence, first)
    if first is None and (sentence.countries or _TURNING.isdisjoint(sentence.words)):
        return None
    span = phrases.phrase_after(reading, sentence, sentence.start)
    if first is None and span is not None and not _turned_to(reading, sentence, span):
        return None
    ahead = reading.words(sentence.start, first.start) if first is not None else []
    if first is not None and ahead[-1:] == [","] and not _is_placed(sentence) and _heads(reading, sentence, first):
        # "On the other side of the ledger, potash remained king."
        return products.named(reading, sentence, first)
    if len(ahead) > _OPENING:
        return None
    of_price = span is not None and reading.words(*span)[:1] in _PRICE
    if first is not None and span is not None and (of_price or _does_something(reading, span, first)):
        # "The price of corn dropped, too.": the corn.
        return products.named(reading, sentence, first)
    return products.clean(reading, span)


def _ranked(reading: Reading, scene: Scene) -> str | None:
    """ "Rice and beans are the main farm exports.": the goods that a sentence calls somebody's exports."""
    sentence = scene.sentence
    named = [g for g in sentence.goods if g.good_id != "total"]
    flow = scene.flows[0] if len(scene.flows) == 1 and named else None
    if flow is None or flow.verb or flow.sense == "trade" or named[0].start - sentence.start > _OPENING_REACH:
        return None
    said = reading.words(named[0].end, flow.start)
    being = next((n for n, word in enumerate(said) if word in _SAID_TO_BE), None)
    if being is None or _RANKING.isdisjoint(said[being:]):
        return None
    heads = [g for g in named if g.end <= flow.start and not _SAID_TO_BE & set(reading.words(sentence.start, g.start))]
    return "|".join(dict.fromkeys(products.named(reading, sentence, g) for g in heads)) or None


def _does_something(reading: Reading, span: tuple[int, int], good: GoodMention) -> bool:
    """ "Masks tell the same story.": whether more stands in a phrase behind goods than what is of or for them."""
    behind = reading.words(good.end, span[1])
    return len(behind) >= _SAYING and _HANGING.isdisjoint(behind[:_SAYING])


def _turned_to(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> bool:
    """ "Clock movements fared better.", "Apples were the second-largest item.": goods that no table knows."""
    behind = reading.words(span[1], sentence.end)
    if sentence.countries or len(behind) > _SHORT or not products.looks_like_goods(reading, span):
        return False
    return not reading.words(sentence.start, span[0]) and bool(_TURNING & set(behind))


@turns_on(_CLEFT, otherwise=None)
def _cleft(reading: Reading, sentence: Sentence) -> str | None:
    """ "What it did buy was fertilizer."."""
    placed = reading.placed(sentence.start, sentence.end)
    being = [start + len(word) for word, start in placed if word in {"is", "was", "were"}]
    if placed[0][0] not in _CLEFT or not being:
        return None
    span = phrases.phrase_after(reading, sentence, being[-1])
    known = span is not None and sentence.holds_goods(span, total=False)
    return products.clean(reading, span) if known else None


def _is_answer(reading: Reading, sentence: Sentence) -> bool:
    """ "Fuel.", "Gas, above all.", "Mostly rum.": a few words of a sentence with goods, and no verb."""
    start, end = _all_of(reading, sentence)
    said = reading.words(start, end)
    if len(said) > _ANSWER or len([g for g in sentence.goods if g.good_id != "total"]) > 1:
        return False
    over = _all_over(reading, sentence)
    verbs = any(c.start not in over for c in sentence.cues_of("flow_verb", "change", "level"))
    return not (verbs or sentence.countries or any(reading.is_word("verbs", word) for word in said))


def _heads(reading: Reading, sentence: Sentence, good: GoodMention) -> bool:
    """Whether a verb stands right behind goods."""
    following = reading.words(good.end, min(good.end + 16, sentence.end))[:1]
    return bool(following) and (following[0] in _SAID_TO_BE or reading.is_word("verbs", *following))


def _is_placed(sentence: Sentence) -> bool:
    """ "In Gabon, oil is everything", "in May, fuel was scarce": told of a place or a time, and no turn to others."""
    return bool(sentence.countries or sentence.times)


def _all_over(reading: Reading, sentence: Sentence) -> set[int]:
    """Where "above" stands before "all", and moves nothing."""
    return {at for (_, at), (other, _) in pairwise(reading.placed(*_all_of(reading, sentence))) if other == "all"}


def _said_at_last(reading: Reading, sentence: Sentence) -> str | None:
    """ "Among the products hit hardest were car tires.", "The surprise came from fireworks.".

    "The biggest item was oil" ranks it, and turns from the whole to nothing.
    """
    start, end = _all_of(reading, sentence)
    known = [g for g in sentence.goods if g.good_id != "total"]
    if not known or known[-1].end != end or sentence.countries:
        return None
    placed = reading.placed(start, known[-1].start)
    verb = next((n for n in range(len(placed) - 1, 0, -1) if placed[n][0] in _SAID_TO_BE), 0)
    turned = bool(placed) and placed[0][0] not in _DEFINING
    if len(placed) > 1 and placed[-1][0] == "from" and placed[-2][0] in _COMING:
        verb, turned = len(placed) - 1, True
    if not (verb and turned) or any(g.start < placed[verb][1] for g in known):
        return None
    span = phrases.phrase_after(reading, sentence, placed[verb][1] + len(placed[verb][0]))
    if span is None or span[1] != end or "of" in reading.words(*span):
        # "Among the winners were makers of cement": who, and not what.
        return None
    return products.clean(reading, span)


def _all_of(reading: Reading, sentence: Sentence) -> tuple[int, int]:
    """A sentence without its stop ("Fuel.")."""
    text = reading.text[sentence.start : sentence.end]
    return sentence.start, sentence.start + len(text.rstrip(" .!\n"))


@turns_on(_ASKING, otherwise=None)
def _asked_of(reading: Reading, sentence: Sentence) -> str | None:
    """ "How much salt does Senegal export?"."""
    placed = reading.placed(sentence.start, sentence.end)[:6]
    how = next((n for n, (word, _) in enumerate(placed) if word in {"many", "much"} and n), None)
    if (
        how is None
        or placed[how - 1][0] != "how"
        or not reading.text[sentence.start : sentence.end].rstrip().endswith("?")
    ):
        return None
    span = phrases.phrase_after(reading, sentence, placed[how][1] + len(placed[how][0]))
    return products.clean(reading, span)


def _is_part(reading: Reading, scene: Scene, figure: Figure, place: int) -> bool:
    """ "$61 million of exports, half of it machinery", "…, of which $9 million was rice and $3 million of it …": it is
    the figure itself, or one of those behind it.
    """
    said = reading.words(figure.end, place)[-2:-1]
    later = [f for f in scene.sentence.figures if figure.end <= f.start < place]
    shares = any(f.kind in {"fraction", "percent", "times"} for f in later)
    return bool(set(said) & _PARTS) or shares or any(reading.words(f.end, place) == ["of"] for f in later)


def _place(reading: Reading, scene: Scene, figure: Figure) -> int | None:
    """Where "of them" or "for them" stands in the clause of a figure, behind it."""
    clause = clause_at(scene.clauses, figure.start)
    placed = reading.placed(figure.end, clause.end)
    for (before, _), (word, start) in pairwise(placed):
        paid = word == "it" and before in {"for", "of"} and not _is_part(reading, scene, figure, start)
        if (paid or (word in _PRONOUNS and before in _LEADS)) and clause.holds(start):
            following = reading.words(start + len(word), clause.end)[:1]
            ends = not following or not following[0][0].isalpha() or reading.is_word("stop", following[0])
            return start if word in {"it", "them"} or ends else None
    return None
