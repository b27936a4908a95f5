"""Verbs of getting, receiving and taking: whether goods or an amount of them stand behind."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue

#: Characters from "took" to the country that something was taken from.
_FROM_THERE = 12


def gets_from(sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "Gets most of its fuel from Kuwait": goods or an amount, and where they are from."""
    ahead = [f.start for f in sentence.figures] + [g.start for g in sentence.goods]
    return any(cue.end <= start < cue.end + 40 for start in ahead) and any(
        p.role == "from" and p.start >= cue.end for p in parties
    )


def receives_goods(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Received 5,000 tonnes of rice", "rice received from China"; not "good rains received this year"."""
    ahead = [f.start for f in sentence.figures] + [g.start for g in sentence.goods]
    if any(cue.end <= start < cue.end + 60 for start in ahead):
        return True
    return reading.words(cue.end, min(cue.end + 12, sentence.end))[:1] in (["from"], ["by"], ["any"], ["no"])


def allots_else(sentence: Sentence) -> bool:
    """ "Mali has been allocated 4 million doses"; "the ministry was allocated $5 million" trades nothing."""
    return not any(f.unit == "doses" for f in sentence.figures)


def takes_goods(text: str, sentence: Sentence, cue: Cue) -> bool:
    """ "France took 11,000 tonnes" is an import; "took 42 percent", "took steps", "the film has taken $9m" are not."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    if figure is None or figure.kind not in {"quantity", "count", "" if text[cue.end - 1] == "n" else "money"}:
        return False
    if any(c.alpha3 and cue.end < c.start <= min(figure.start, cue.end + _FROM_THERE) for c in sentence.countries):
        # "What it took from the North came to $28 million".
        return " from " in text[cue.end : cue.end + _FROM_THERE]
    goods = any(0 < g.start - cue.end <= 10 and g.end <= figure.start for g in sentence.goods)
    return figure.start - cue.end <= (40 if goods else 16)


def amount_of(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Contracted 1.4 million tonnes of wheat": an amount of goods right behind."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    near = figure is not None and figure.kind in {"quantity", "count"} and not reading.words(cue.end, figure.begins)
    return figure is not None and near and reading.words(figure.end, figure.end + 4)[:1] == ["of"]
