"""Words of trade in a sentence, one a place: is it noun or verb, does it name trade at all, whose does "those" mean."""

from __future__ import annotations

from tidewaiter.claims.context import Context
from tidewaiter.claims.lexicon import Cue, words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Party

_QUALIFIED = words("qualified")
_MODALS = words("before_base_verb")
_BASE_VERB_LEADS = words("before_verb")
_AFTER_NOUN = words("after_noun")
_REPEATING = frozenset({"those", "that"})


def mentions(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """One cue a place: a word that can be noun or verb is what its neighbours make it."""
    tokens = reading.tokens
    chosen: dict[int, Cue] = {}
    for cue in sentence.cues_of("flow_noun", "flow_verb"):
        i = tokens.at(cue.start)
        before = tokens.words[i - 1] if i else ""
        word = tokens.words[i]
        verb = cue.kind == "flow_verb"
        if word in {"supply", "deliver", "provide", "send"} and before not in _MODALS:
            continue
        if word == "left" and cue.end - cue.start == len("left") and not _leaves_port(reading, i):
            continue
        if word in {"took", "takes", "taking"} and not _takes_goods(sentence, cue):
            continue
        if word in {"import", "export", "purchase", "imports", "exports", "ship", "ships", "purchases"}:
            verb = before in _BASE_VERB_LEADS or before in {"it", "which", "that", "they", "who"}
            if not verb and word in {"imports", "exports", "ships", "purchases", "import", "export"}:
                named = [p for p in parties if p.end == tokens.ends[i - 1] and not p.owner] if i else []
                after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
                verb = (
                    bool(named)
                    and after not in _AFTER_NOUN
                    and not any(
                        c.kind in {"change", "level", "share"} and c.start == tokens.starts[i + 1]
                        for c in sentence.cues
                    )
                    if i + 1 < len(tokens)
                    else False
                )
            if verb != (cue.kind == "flow_verb"):
                if cue.start in chosen or any(
                    c.start == cue.start and c is not cue for c in sentence.cues_of("flow_noun", "flow_verb")
                ):
                    continue
                cue = Cue(cue.start, cue.end, "flow_verb" if verb else "flow_noun", cue.sense)
        if (cue.sense != "balance" and _is_modifier(reading, tokens.at(cue.end) - 1)) or _is_in_name(
            reading, sentence, cue
        ):
            continue
        chosen.setdefault(cue.start, cue)
    _add_anaphors(reading, sentence, chosen, context)
    return [chosen[start] for start in sorted(chosen)]


def _leaves_port(reading: Reading, i: int) -> bool:
    """ "Have left Ukrainian ports"."""
    return bool({"port", "ports", "harbour", "harbor"} & set(reading.tokens.words[i + 1 : i + 5]))


def _takes_goods(sentence: Sentence, cue: Cue) -> bool:
    """ "France took 11,000 tonnes" is an import; "took 42 percent", "took steps" are not."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    return figure is not None and figure.kind in {"quantity", "money", "count"} and figure.start - cue.end <= 16


def _add_anaphors(reading: Reading, sentence: Sentence, chosen: dict[int, Cue], context: Context) -> None:
    """ "Shipments to Vietnam rose; those to Laos fell": the same trade with another partner."""
    tokens = reading.tokens
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    if _REPEATING.isdisjoint(tokens.words[first:last]):
        return
    for i in range(first, last - 1):
        if tokens.words[i] in _REPEATING and tokens.words[i + 1] in {"to", "from", "with"}:
            before = [start for start in chosen if start < tokens.starts[i]]
            if not before and tokens.starts[i] == sentence.start and context.sense in {"import", "export"}:
                # "Those to Laos fell", in a sentence of its own.
                chosen[tokens.starts[i]] = Cue(tokens.starts[i], tokens.ends[i], "flow_noun", context.sense)
            if before:
                chosen[tokens.starts[i]] = Cue(tokens.starts[i], tokens.ends[i], "flow_noun", chosen[max(before)].sense)


def _is_in_name(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "The U.S.-Cuba Trade and Economic Council": a capital inside a sentence, another one right behind."""
    text, tokens = reading.text, reading.tokens
    if not text[cue.start].isupper() or cue.start == sentence.start or sentence.kind in {"title", "heading"}:
        return False
    i = tokens.at(cue.end)
    if i < len(tokens) and tokens.words[i] in {"and", "&"}:
        i += 1
    return i < len(tokens) and tokens.starts[i] < sentence.end and text[tokens.starts[i]].isupper()


def _is_modifier(reading: Reading, i: int) -> bool:
    """ "Trade data", "trade ministry", "trade war": the word only qualifies the next."""
    nxt = reading.tokens.words[i + 1] if i + 1 < len(reading.tokens) else ""
    return nxt in _QUALIFIED
