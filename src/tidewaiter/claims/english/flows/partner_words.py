"""Trade told by what one country is to another: "Mali's biggest supplier", "a major exporter of cement to Togo"."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import Cue, words

#: Words from "supplier" to the country it serves ("of cement to the market of Uzbekistan").
_SERVED = 9
_SERVING, _PARTED = frozenset({"of", "for", "to"}), frozenset({",", ";", "(", "and"})
#: ", with exports", ", with total shipments".
_WITH, _WITH_WORDS = frozenset({"with"}), 2
#: Words from "Chad's" to "markets".
_ADJECTIVES = 5
#: What a partner is called before what he is, and characters and words that this may stand before ("biggest gas").
_RANKED, _RANKING, _RANK_WORDS = words("superlatives") | words("ordinals") | {"among"}, 30, 3


def add(reading: Reading, sentence: Sentence, parties: list[Party], chosen: dict[int, Cue]) -> None:
    """ "A major supplier of cement to Uzbekistan": an export, told by who does it; "Mali's biggest supplier" where
    nothing else tells of trade."""
    alone = not chosen
    for cue in sentence.cues_of("partner"):
        if alone and _is_ranked(reading, sentence, cue):
            chosen.setdefault(cue.start, cue)
        if cue.sense != "import":
            continue
        served = next((p for p in parties if p.start >= cue.end and p.role == "to"), None)
        if served is None or reading.words(cue.end, cue.end + 4)[:1] != ["of"]:
            continue
        if len(reading.words(cue.end, served.start)) <= _SERVED:
            chosen[cue.start] = Cue(cue.start, cue.end, "flow_noun", "export")


def _is_ranked(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Mali's biggest supplier", "second among exporters to Mali", "the destination of $5 million of its gold"."""
    before = reading.words(max(sentence.start, cue.start - _RANKING), cue.start)[-_RANK_WORDS:]
    return not _RANKED.isdisjoint(before) or reading.words(cue.end, cue.end + 4)[:1] == ["of"]


def set_ends(reading: Reading, parties: list[Party], flow: Flow, right: list[Party], owners: list[str]) -> None:
    """ "Togo was Mali's biggest supplier", "Mali's biggest customers were …", "the biggest buyer of Malian gold"."""
    served = (p for p in right if p.role in _SERVING and _PARTED.isdisjoint(reading.words(flow.end, p.start)))
    home = next((code for code in (*owners[-1:], *(p.code for p in served)) if code), None)
    named = [p.code for p in parties if p.role == "subject" and not p.owner and p.code not in {"", home}]
    named = [p.code for p in parties if p.end <= flow.start and p.code in named][-1:] or named[:1]
    if flow.sense == "trade":
        flow.pair = Pair(partners=tuple(code for code in (home, *named) if code))
    else:
        own = [home] if home else []
        flow.set_ends(*((named, own) if flow.sense == "import" else (own, named)))
    flow.stated, flow.reporter = bool(home and named), home


def ranked_with(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow
) -> tuple[str, str | None] | None:
    """ "China was the largest market for Chad, with exports of $8 million": (who is ranked, whom he serves).

    "Chad's main markets were China and Peru, with exports of $8 million and …": the last of those ranked.
    """
    cue = next(
        (c for c in reversed(sentence.cues_of("partner")) if c.end <= flow.start and c.start != flow.start), None
    )
    if cue is None or cue.sense != flow.sense or flow.verb:
        return None
    said = reading.words(cue.end, flow.start)
    if _WITH.isdisjoint(said[-_WITH_WORDS:]) or any(cue.end <= f.start < flow.start for f in sentence.figures):
        return None
    named = [p for p in parties if p.role == "subject" and not p.owner and p.code and p.end <= cue.start]
    served = [p for p in parties if cue.end <= p.start < flow.start]
    whose = [p for p in parties if p.owner and p.end <= cue.start and p.code]
    if whose and served and all(p.role == "subject" and not p.owner for p in served):
        near = len(reading.words(whose[-1].end, cue.start)) <= _ADJECTIVES
        return (served[-1].code, whose[-1].code) if near and served[-1].code else None
    if not named or any(p.role not in _SERVING for p in served):
        return None
    return named[-1].code, next((p.code for p in served if p.code), None)
