"""Who says it: as written, and what sort of source that is. A speaker stays until another takes over."""

from __future__ import annotations

from collections.abc import Iterator

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import SOURCES, Party, Speaker
from tidewaiter.claims.words.lexicon import Cue, words

#: Verbs that take what follows as what is said; "believes" and the like report no figure of their own.
_OPINION = words("opinion")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
#: Words that an office takes behind a name.
_OFFICE_REACH = 18
#: Says nothing of who speaks where "that …" follows, and what is done with such things.
_FIGURES = words("figures_told")
_PUBLISHED = words("publishing")
_PERSONS = frozenset({"anonymous", "named_expert", "named_official"})
_OFFICIAL = frozenset({"named_official", "official_statistics"})
#: What "the …" calls a body that has been named.
_BODIES = words("public_bodies")


def speaker(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> Speaker | None:
    """The speaker a sentence names, or None; the body of statistics where it names that and who reports it."""
    if not sentence.cues_of("speech"):
        return None
    named = list(_speakers(reading, sentence, parties, context))
    return min(named, key=lambda speaker: speaker.kind != SOURCES[0]) if named else None


def _speakers(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> Iterator[Speaker]:
    for cue in sentence.cues_of("speech"):
        word = reading.text[cue.start : cue.end].lower()
        if word in {
            "according to",
            "citing",
            "cited",
            "quoting",
            "data from",
            "figures from",
            "statistics from",
            "as per",
        }:
            span = _after(reading, sentence, cue.start if word.endswith("from") else cue.end)
        elif word in _OPINION and not _is_verb(reading, sentence, cue):
            continue
        else:
            span = _before(reading, sentence, cue)
            if span is None and _inverted(reading, sentence, cue):
                span = _after(reading, sentence, cue.end)
        if span is None:
            continue
        name = " ".join(reading.text[span[0] : span[1]].split()).strip("“”\"' ,")
        if not name or name.lower() in _PRONOUNS:
            if context.person is not None and name.lower() in {"he", "she"}:
                yield Speaker(*context.person, "a pronoun for the speaker before", lasting=False)
            elif context.speaker and name.lower() in {"he", "she", "they"}:
                yield Speaker(context.speaker, context.speaker_kind, "a pronoun for the speaker before")
            continue
        if context.speaker and context.speaker_kind in _OFFICIAL and name.lower().removeprefix("the ") in _BODIES:
            yield Speaker(context.speaker, context.speaker_kind, "the body named before")
            continue
        kind = kind_of(reading, sentence, _with_office(reading, sentence, span), parties)
        if kind is None:
            continue
        # A country that "reports" speaks in its own sentence only; customs data go on speaking.
        lasting = any(c.kind == "source" and span[0] <= c.start < span[1] for c in sentence.cues)
        yield Speaker(name, kind, f"“{word}”", lasting)


def kind_of(reading: Reading, sentence: Sentence, span: tuple[int, int], parties: list[Party]) -> str | None:
    """What sort of source a name is; None where nothing tells."""
    cues = [c.sense for c in sentence.cues_of("source") if span[0] <= c.start and c.end <= span[1]]
    if cues and cues[0] in _PERSONS:
        # "An official at the customs office" speaks for himself.
        return cues[0]
    for sense in SOURCES:
        if sense in cues:
            return sense
    if any(span[0] <= p.start and p.end <= span[1] and not p.demonym for p in parties):
        return "official_statistics"
    text = reading.text[span[0] : span[1]]
    capitals = [w for w in text.split() if w[:1].isupper()]
    if len(capitals) >= 2:
        return "named_expert"
    return "media" if capitals and text.strip()[:1].isupper() and len(text.split()) <= 3 else None


def _with_office(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """ "Said Ines Vogel, chief economist at the port": a name with the office that a comma parts from it."""
    if reading.text[span[1] : span[1] + 1] != ",":
        return span
    stop = reading.text.find(",", span[1] + 1, sentence.end)
    end = sentence.end if stop < 0 else stop
    far = len(reading.words(span[1], end)) > _OFFICE_REACH
    return span if far or any(span[1] <= f.start < end for f in sentence.figures) else (span[0], end)


def _office_before(reading: Reading, sentence: Sentence, i: int) -> int | None:
    """ "Ines Vogel, chief economist at the port, said": the last token of the name before the office."""
    tokens = reading.tokens
    if i < 1 or tokens.words[i] != ",":
        return None
    for j in range(i - 1, max(i - _OFFICE_REACH, 0), -1):
        if tokens.starts[j] <= sentence.start or tokens.words[j] in {"”", '"', ";"}:
            return None
        if tokens.words[j] == ",":
            named = any(tokens.starts[j] < c.start < tokens.starts[i] for c in sentence.cues_of("source"))
            return j - 1 if named and reading.text[tokens.starts[j - 1]].isupper() else None
    return None


def _is_verb(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    i = reading.tokens.before(cue.start)
    word = reading.tokens.words[i] if i >= 0 else ""
    return word not in {"a", "the", "an", "this", "to", "of", "with", "its"} and any(
        c.kind == "source" and 0 <= cue.start - c.end <= 40 for c in sentence.cues
    )


def _joins_names(reading: Reading, j: int) -> bool:
    """ "The Ministry of Industry and Commerce": capitals on both sides."""
    tokens = reading.tokens
    return 0 < j < len(tokens) - 1 and all(reading.text[tokens.starts[k]].isupper() for k in (j - 1, j + 1))


def _inverted(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    i = reading.tokens.before(cue.start)
    return i >= 0 and reading.tokens.words[i] in {",", "”", '"', "’", "'"}


def _after(reading: Reading, sentence: Sentence, offset: int) -> tuple[int, int] | None:
    tokens = reading.tokens
    i = tokens.at(offset)
    start = end = -1
    published = False
    for j in range(i, min(i + 18, len(tokens))):
        word = tokens.words[j]
        if word in {"that", "which"} and tokens.words[j - 1] in _FIGURES and not published:
            # "According to figures that the customs office put online".
            start, published = -1, True
            continue
        if published and word in _PUBLISHED:
            break
        if tokens.starts[j] >= sentence.end or word in {",", ";", "(", ")", "“", "that", "showed", "which"}:
            break
        if word == "and" and not (j + 1 < len(tokens) and reading.text[tokens.starts[j + 1]].isupper()):
            break
        if start < 0:
            start = tokens.starts[j]
        end = tokens.ends[j]
    return (start, end) if start >= 0 else None


def _before(reading: Reading, sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    tokens = reading.tokens
    i = tokens.before(cue.start)
    start = end = -1
    office = _office_before(reading, sentence, i)
    if office is not None:
        i, end = office, tokens.ends[i - 1]
    for j in range(i, max(i - 22, -1), -1):
        word = tokens.words[j]
        if word == "and" and _joins_names(reading, j):
            continue
        if word in {"-", "–", "—"} and reading.text[tokens.starts[j] - 1 : tokens.starts[j]] == " ":
            break
        if tokens.starts[j] < sentence.start or word in {
            ",",
            ";",
            "”",
            '"',
            "“",
            "that",
            "and",
            "as",
            "but",
            "while",
            ":",
        }:
            break
        if word in {"also", "has", "have", "had", "is", "are", "was", "were", "been"} and end < 0:
            continue
        if end < 0:
            end = tokens.ends[j]
        start = tokens.starts[j]
    if start < 0 or any(start <= f.start < end for f in sentence.figures):
        return None
    return start, end
