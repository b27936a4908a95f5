"""What a figure counts that is no trade: cases, deaths, whatever its own noun says."""

from __future__ import annotations

from tidewaiter.claims.english.goods.about import About
from tidewaiter.claims.reading.scene import Subject
from tidewaiter.claims.words.lexicon import words

_CASES = frozenset({"cases", "deaths"})
_CASE_WORDS = words("case_words")
#: What is given in doses begins with one of these.
_DOSED = tuple(sorted(words("dosed")))
_COUNTS = frozenset({"count", "rate", "other"})


def cases(about: About) -> Subject | None:
    """Of which illness cases and deaths are: as it says itself, as those before it, as the text speaks of."""
    if about.measure not in _CASES:
        return None
    own = about.own
    before = (d.subject.product for d in reversed(about.earlier) if d.measure in _CASES and d.subject)
    named = _illness(own.product if own else None)
    return Subject(named or next(before, None) or about.context.disease, "what is counted", own=named is not None)


def _illness(phrase: str | None) -> str | None:
    """What the cases are of: "new fever cases" gives fever; None where only "cases" is said."""
    if phrase is None:
        return None
    kept = [w for w in phrase.split() if w.lower() not in _CASE_WORDS]
    return " ".join(kept) or None


def counted(about: About) -> Subject | None:
    """What is counted, as the figure itself names it ("container trucks")."""
    figure = about.figure
    if about.measure not in _COUNTS or about.flow is not None:
        return None
    if about.own is not None:
        return about.own
    if figure.noun is None:
        return Subject(None, "nothing named")
    return Subject(" ".join(about.reading.text[figure.noun[0] : figure.noun[1]].split()), "what is counted")


def of_doses(about: About, found: Subject) -> Subject:
    """Doses are of what is given in doses: behind rice they are of the vaccine that the text last named, if any."""
    figure = about.figure
    if figure.unit != "doses" or found.own or not found.product or _is_dosed(found.product):
        return found
    ahead = (s for s in reversed(about.reading.sentences) if s.start < figure.start)
    named = (g for s in ahead for g in reversed(s.goods) if g.start < figure.start)
    dosed = next(
        (about.reading.text[g.start : g.end] for g in named if _is_dosed(about.reading.text[g.start : g.end])), None
    )
    return Subject(dosed, "what is given in doses")


def _is_dosed(goods: str) -> bool:
    return any(word.startswith(_DOSED) for word in goods.lower().replace("|", " ").split())
