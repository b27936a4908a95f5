"""Which of a sentence's flows a figure is of."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Flow, Movement, Scene, clause_at
from tidewaiter.claims.words.lexicon import words

_STOP = words("stop") - {"its", "their", "of"}
#: A flow behind one of these is what something is held against, not what the sentence is about.
_COMPARING = words("comparing")
_REASONS = words("because")
_JOINING = frozenset({"(", ")", "at", "valued", "worth"})
_LEADING = frozenset({"drove", "led", "leads"})
_APART = frozenset({",", ";", "and", "while", "-", "–", "—"})
#: What may tell of a trade in its name.
_BOOKS = frozenset({"data", "figures", "statistics"})
#: So many words may stand between "$5 billion of" and the flow ("the country's total pharmaceutical").
_REACH = 8
#: What is parted in "of this", "of that amount".
_PARTED = frozenset({"it", "that", "them", "these", "this", "those"})
#: Words from a trade to the bracket that tells how much it was.
_BRACKETED = 8
#: Characters in which a clause opens, and what stands there for what was told of before.
_OPENING, _THEY = 12, (["they"], ["it"], ["these"], ["those"])


def flow_of(reading: Reading, scene: Scene, figure: Figure, moved: Movement) -> Flow | None:
    """The flow that a figure counts ("$5 billion of China's exports"), else the one before it in its clause, else
    behind it, else earlier in the sentence."""
    usable = [f for f in scene.flows if not f.compared]
    if "which" in scene.words:
        # "The total was $9 million, of which imports made up $7 million": not of the part.
        usable = [f for f in usable if f.start < figure.end or not _of_which(reading, figure.end, f.start)]
    usable = [f for f in usable if f.start >= figure.end or not _is_source(reading, scene, f, figure)]
    usable = [f for f in usable if f.start < figure.end or not _is_next_clause(reading, scene.sentence, figure, f)]
    if ";" in scene.words and "_per_" not in figure.unit:
        # "They consisted of tea ($3 million); imports from Chad were nil": the tea is of what was told of before.
        usable = [f for f in usable if f.start < figure.end or not _behind_semicolon(reading, figure, f)]
    if not _REASONS.isdisjoint(scene.words):
        usable = [f for f in usable if f.start < figure.end or not _of_reason(reading, scene.sentence, figure, f)]
    sharing = any(0 <= figure.start - c.end <= 12 for c in scene.sentence.cues_of("share"))
    counted = None if sharing else _counted(reading, figure, scene.flows) or _named(reading, scene, figure)
    if counted is not None:
        return counted
    if (other := _other_way(reading, scene, figure)) is not None:
        return other
    clause = clause_at(scene.clauses, figure.start)
    if _goes_on_with(reading, clause):
        # "Under a rule which bans exports of machinery to Chad, they fell by half": not the exports that it bans.
        usable = [f for f in usable if f.clause is clause or f.clause.kind != "relative"]
    inside = [f for f in usable if f.clause is clause]
    right = [f for f in inside if f.start >= figure.end]
    left = [f for f in inside if f.end <= figure.start]
    if right and right[0].verb and not right[0].passive and _directly(reading, scene, figure, right[0]):
        # "50 million kilos worth $10 million shipped to India".
        return right[0]
    if right and right[0].passive and _undergoes(reading, scene, figure, right[0]):
        return right[0]
    if len(left) > 1 and _LEADING & set(reading.words(left[-2].end, left[-1].start)):
        # "Imports of cars led the increase in total imports, up 31 percent".
        return left[-2]
    if right and (not left or _moves(reading, figure, moved, right[0])):
        blocked = any(figure.end <= other.start < right[0].start for other in scene.sentence.figures)
        of_part = blocked and "which" in reading.words(figure.end, right[0].start)
        if of_part and not left:
            # "96,000 tonnes, two-thirds of which went to Congo": of the part.
            return next((f for f in reversed(usable) if f.end <= figure.start), None)
        ahead = [f for f in usable if f.end <= figure.start and f.clause.kind != "aside"]
        if blocked and not left and ahead and _of_share(scene, figure.end, right[0].start):
            # "The main export was wigs, which earned $167 million and made up half of total exports".
            return ahead[-1]
        if not left or not blocked:
            return right[0]
    if left:
        return left[-1]
    overlapping = [f for f in inside if f.start < figure.end and figure.start < f.end]
    earlier = [f for f in usable if f.end <= figure.start and f.clause.kind != "aside"]
    # "They slipped to $2.6 billion in 2018, the year in which the trade deficit peaked": not of the deficit.
    told = moved.cue is not None and moved.cue.end <= figure.start
    usable = [f for f in usable if f.end <= figure.start or not (told and f.balance)]
    later = [f for f in usable if f.end <= figure.start or not _stands_alone(reading, f)]
    return next(iter(overlapping or earlier[-1:] or later), None)


def _goes_on_with(reading: Reading, clause: Clause) -> bool:
    """Whether what a clause speaks of is what the sentence before told of ("…, they fell by half")."""
    opening = [word for word in reading.words(clause.start, clause.start + _OPENING) if word[0].isalpha()]
    return clause.kind == "main" and opening[:1] in _THEY


def _behind_semicolon(reading: Reading, figure: Figure, flow: Flow) -> bool:
    """Whether exports or imports that name an end are told of in a part of their own, behind a figure."""
    told = flow.stated and not flow.verb and flow.sense != "trade"
    return told and ";" in reading.words(figure.end, flow.start)


@turns_on(_BOOKS, otherwise=False)
def _is_source(reading: Reading, scene: Scene, flow: Flow, figure: Figure) -> bool:
    """ "Statistics of Chad's foreign trade showed that 300 tons of gum were exported": what the books are of."""
    sentence = scene.sentence
    said = reading.words(sentence.start, flow.start)
    books = next((n for n, word in enumerate(said) if word in _BOOKS), None)
    if books is None or said[books + 1 : books + 2] != ["of"]:
        return False
    told = next((c for c in sentence.cues_of("speech") if flow.end <= c.start < figure.start), None)
    if told is None or reading.words(told.end, told.end + 6)[:1] != ["that"]:
        return False
    return any(f.start > told.end for f in scene.flows)


def _of_reason(reading: Reading, sentence: Sentence, figure: Figure, flow: Flow) -> bool:
    """ "Below the 37 percent surge of last year due to a 16 percent fall in shipments to China": of the reason only."""
    blocked = any(figure.end <= other.start < flow.start for other in sentence.figures)
    return blocked and not _REASONS.isdisjoint(reading.words(figure.end, flow.start))


def _is_bracketed(reading: Reading, scene: Scene, held: Flow, figure: Figure) -> bool:
    """ "More than all of Mali's exports to Peru in 2022 ($134 million)": how much it was that something is above."""
    between = reading.words(held.end, figure.begins)
    told = any(held.end <= f.start < figure.start for f in scene.sentence.figures)
    return between[-1:] == ["("] and len(between) <= _BRACKETED and not told and not {",", ";", ")"} & set(between)


@turns_on(_COMPARING, otherwise=False)
def is_compared(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """Whether something else is held against a flow ("… than its trade as a whole")."""
    tokens = reading.tokens
    i, floor = tokens.before(flow.start), tokens.at(sentence.start)
    figures = {f.start for f in sentence.figures}
    for j in range(i, max(i - 7, floor - 1), -1):
        if tokens.words[j] in {",", ";", "(", ")"}:
            return False
        # "More than 79,000 vehicles were shipped" holds nothing against anything.
        hedging = j + 1 < len(tokens) and tokens.words[j] == "than" and tokens.starts[j + 1] in figures
        # "Wheat in grain equivalent was exported" is held against nothing, either.
        hedging = hedging or (tokens.words[j] == "equivalent" and tokens.words[j + 1] not in {"of", "to"})
        if tokens.words[j] in _COMPARING and not hedging:
            return True
    return False


def _is_next_clause(reading: Reading, sentence: Sentence, figure: Figure, flow: Flow) -> bool:
    """ "Of this $2 million was rice, and $1 million sugar; exports were …": whether a flow behind is no more of it."""
    part = reading.words(sentence.start, sentence.start + _OPENING)[:2]
    if part[:1] != ["of"] or _PARTED.isdisjoint(part[1:]):
        return False
    blocked = any(figure.end <= other.start < flow.start for other in sentence.figures)
    return blocked or ";" in reading.words(figure.end, flow.start)


def _of_which(reading: Reading, start: int, end: int) -> bool:
    """Whether a part of what stands before is told in between ("…, of which Peru sold")."""
    return any(pair == ("of", "which") for pair in pairwise(reading.words(start, end)))


def _of_share(scene: Scene, start: int, end: int) -> bool:
    """Whether what follows is the whole of a share that is told in between."""
    return any(start <= c.start and c.end <= end for c in scene.sentence.cues_of("share"))


def _stands_alone(reading: Reading, flow: Flow) -> bool:
    """Whether a flow behind a figure is of a clause of its own ("…, with Russia supplying 410,000 tonnes")."""
    return flow.clause.kind == "contrast" or reading.words(flow.clause.start, flow.start)[:2] == [",", "with"]


def _moves(reading: Reading, figure: Figure, moved: Movement, flow: Flow) -> bool:
    """ "A 5 percent rise in imports", but not "exports came to $54 million, a 5 percent drop, and imports to …"."""
    if moved.cue is None or not figure.end <= moved.cue.start < flow.start:
        return False
    return _APART.isdisjoint(reading.words(moved.cue.end, flow.start))


def _directly(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> bool:
    """Whether nothing but the same goods' other amount stands between a figure and a verb."""
    start = figure.end
    for other in sorted(scene.sentence.figures, key=lambda f: f.start):
        if figure.end <= other.start < flow.start:
            if not set(reading.words(start, other.start)) <= _JOINING:
                return False
            start = other.end
    return set(reading.words(start, flow.start)) <= _JOINING


@turns_on(_COMPARING, otherwise=None)
def _other_way(reading: Reading, scene: Scene, figure: Figure) -> Flow | None:
    """ "Exported goods worth $2 billion, compared to an import bill of $4 billion": what it is held against by name."""
    held = next((f for f in reversed(scene.flows) if f.end <= figure.start), None)
    if held is None or held.verb or not held.compared:
        return None
    if _is_bracketed(reading, scene, held, figure):
        return held
    if reading.words(held.end, figure.begins) != ["of"]:
        return None
    before = next((f for f in reversed(scene.flows) if f.end <= held.start), None)
    return held if before is not None and {before.sense, held.sense} == {"import", "export"} else None


def _undergoes(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> bool:
    """ "…, $41 million of goods were imported from China": what is said to have been done to so much of something."""
    between = reading.words(figure.end, flow.start)
    if figure.kind not in _OF_GOODS or not 0 < len(between) <= _REACH or not _APART.isdisjoint(between):
        return False
    starts = [f.start for f in scene.sentence.figures] + [f.start for f in scene.flows]
    other = any(figure.end <= start < flow.start for start in starts)
    return between[-1] in _DONE_TO and between[0] in _DONE_TO | {"in", "of"} and not other and "which" not in between


def _counted(reading: Reading, figure: Figure, flows: list[Flow]) -> Flow | None:
    """ "$5 billion of China's exports", "$1.7 trillion in imports": the noun that the amount is of."""
    if figure.kind not in {"money", "quantity", "count"}:
        return None
    following = next((f for f in flows if f.start >= figure.end), None)
    if following is None or following.verb:
        return None
    between = reading.words(figure.end, following.start)
    if between[:1] == ["worth"]:
        between = between[1:]
    if not between or between[0] not in {"of", "in"} or len(between) > _REACH or {"and", "or"} & set(between):
        return None
    return None if any((not w[0].isalpha() and w not in _JOINS) or w in _STOP for w in between[1:]) else following


def _named(reading: Reading, scene: Scene, figure: Figure) -> Flow | None:
    """ "534 million baht Thai exports", "$45 million were Russian exports": the noun right behind an amount.

    "46 tons were related to exports and 16 tons were imported goods".
    """
    following = next((f for f in scene.flows if f.start >= figure.end), None)
    if following is None or figure.kind not in {"money", "quantity"}:
        return None
    between = reading.words(figure.end, following.start)
    if between in _RELATING or (between in ([], ["to"]) and _goes_on(reading, scene, figure)):
        return following
    if following.verb or (figure.kind != "money" and not between):
        # "Two tons exports" is no way to speak of a weight.
        return None
    whose = [p for p in scene.parties if p.owner and figure.end <= p.start and p.end <= following.start]
    start = whose[-1].end if whose else figure.end
    if reading.words(figure.end, whose[0].start if whose else following.start) not in _BEING:
        return None
    if whose and reading.words(start, following.start):
        return None
    return following if len(whose) < 2 else None


def _goes_on(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """ "46 tons were exports and 16 tons imports", "$9 billion was related to exports and $8 billion to imports"."""
    before = next((f for f in reversed(scene.flows) if f.end <= figure.start), None)
    if before is None or reading.words(before.end, figure.begins) != ["and"]:
        return False
    said = reading.words(scene.sentence.start, before.start)
    return said[-1:] in _BEING or said[-3:] in _RELATING


_BEING: tuple[list[str], ...] = ([], ["was"], ["were"])
#: … or that it has to do with: "exports" and "imports" behind these are nouns, whatever they look like.
_RELATING = tuple([be, *rest, "to"] for be in ("was", "were") for rest in (["related"], ["due"], ["attributed"]))
#: What stands before what is done to goods, and figures that it is done to.
_DONE_TO, _OF_GOODS = frozenset({"was", "were"}), frozenset({"count", "money", "percent", "quantity"})
_JOINS = frozenset({"'s", "’s", "'", "’", "-", "."})
