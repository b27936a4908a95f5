"""What a sentence is made of once it is read: countries in their parts, clauses, flows, times, claims in the making."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Sentence
from tidewaiter.claims.words.lexicon import Cue
from tidewaiter.period import Period

#: All goods taken together, as a claim names them.
TOTAL = "all goods"
#: How goods were found where trade is told of and none are named ("90 percent of its trade").
ALL_TRADE = "trade without goods named"
#: A ratio that says of a time how far it stands below or above another ("a quarter of levels in May").
OF_LEVEL = "a part of another period's level"
#: … and one to an amount of another time ("a tenth of the $2.6 billion of 2019").
OF_AMOUNT = "a part of another time's amount"
#: How money is told that buys nothing, and how goods were found of which a share is told.
FUNDED, SHARED_GOODS = "money given or needed, for no goods", "goods that the share is of"
#: How a figure's time was found where it stands right behind the figure, and where it has it for its own.
BEHIND, OWNED = "time right after the figure", "the time that has the figure"
#: … and in a clause that tells of the time ("…, when only $12 million was sold").
IN_ITS_CLAUSE = "the time that its clause tells of"
#: … and of a change since a time told before it ("exports have since doubled").
SINCE_THEN = "from a time told before it to that of the text"
#: How a count of who trades is told from one of what is traded.
ACTING = "a count of those who act"
#: How what prices rose or fell by is said to be of no trade.
MOVED_PRICE = "what prices did"
#: How another partner's amount is told, beside which one stands ("second to Canada's 2.2 million tonnes").
HELD_AGAINST = "another partner's amount"
#: Measures whose goods, ends and times the next sentence may go on with.
TRADE_MEASURES = frozenset({"trade_value", "trade_quantity", "change", "share", "ratio", "price", "other"})
#: Clauses that say something by the way.
BY_THE_WAY = frozenset({"aside", "earlier"})


@dataclass(slots=True)
class Party:
    """A country in a sentence.

    `role` is what its preposition or particle makes of it (from, to, toward, with, between, by, of, in, …) or
    `subject`; `owner` marks "China's" and "Chinese …", `head` who opens a clause.
    """

    start: int
    end: int
    code: str
    role: str
    owner: bool
    demonym: bool = False
    weak: bool = False
    head: bool = False


@dataclass(slots=True, eq=False)
class Clause:
    """A clause and the stretches it stands in (an aside interrupts it).

    `kind` is main, contrast, relative, aside (in brackets) or earlier ("after …ing").
    """

    kind: str
    stretches: list[tuple[int, int]]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """Where it ends for good."""
        return self.stretches[-1][1]

    def holds(self, offset: int) -> bool:
        """Whether a character stands in it."""
        for start, end in self.stretches:  # noqa: SIM110 - asked tens of thousands of times in a long article
            if start <= offset < end:
                return True
        return False


def clause_at(found: list[Clause], offset: int) -> Clause:
    """The clause that an offset stands in."""
    if len(found) == 1:
        return found[0]
    for clause in found:
        for start, end in clause.stretches:
            if start <= offset < end:
                return clause
    return found[-1]


@dataclass(slots=True)
class Flow:
    """One mention of trade; `sense` is import, export or (two-way) trade.

    `stated` says that the sentence itself names an end; what it leaves out comes from the context. `compared` marks a
    flow that another is held against ("… than its trade as a whole"), `beside` one
    told besides ("cod is also sold"), `joint` what several do together, `called` that one is only called the other's
    source or market, `part` what is part of a trade told of before.
    `goods` is what it names itself.
    """

    start: int
    end: int
    sense: str
    verb: bool
    clause: Clause
    pair: Pair = field(default_factory=Pair)
    reporter: str | None = None
    goods: str | None = None
    total: bool = False
    stated: bool = False
    passive: bool = False
    called: bool = False
    compared: bool = False
    beside: bool = False
    joint: bool = False
    part: bool = False
    balance: bool = False

    @property
    def home(self) -> str | None:
        """The end whose trade it is: who imports, who exports."""
        return self.pair.receiver if self.sense == "import" else self.pair.sender

    @property
    def away(self) -> str | None:
        """The other end."""
        return self.pair.sender if self.sense == "import" else self.pair.receiver

    def set_ends(self, senders: list[str], receivers: list[str]) -> None:
        """Between whom the sentence itself says that it goes; several of one side leave that end open."""
        senders, receivers = list(dict.fromkeys(senders)), list(dict.fromkeys(receivers))
        if senders == receivers and senders != [""]:
            # Nobody trades with himself: only whose trade it is, is known.
            senders, receivers = ([], receivers) if self.sense == "import" else (senders, [])
        self.pair = Pair(
            senders[0] if len(senders) == 1 else None,
            receivers[0] if len(receivers) == 1 else None,
            tuple(dict.fromkeys([*receivers, *senders])),
        )
        self.stated = bool(senders or receivers)


def pair_of(sense: str, home: str | None, *others: str) -> Pair:
    """The ends of an import or export by `home`; several partners leave their end open."""
    away = others[0] if len(others) == 1 else None
    everyone = tuple(dict.fromkeys(code for code in (home, *others) if code))
    return Pair(away, home, everyone) if sense == "import" else Pair(home, away, everyone)


@dataclass(slots=True)
class When:
    """An expression of time in its sentence. `role`: when, base, since, until, as_of, report or void.

    `owns` is the figure that it has for its own ("April's 560,000 tonnes").
    """

    expression: Expression
    role: str
    clause: Clause
    period: Period | None = None
    owns: Figure | None = None
    #: Told as a time by which something had come about.
    by: bool = False
    #: Told as the time that data are of ("statistics for the period from January to May").
    of_data: bool = False
    #: The time that the paragraph is on, told again.
    retold: bool = False
    #: Where it begins and ends in the body, and how it names the time: asked by every rule of times.
    start: int = field(init=False)
    end: int = field(init=False)
    form: str = field(init=False)

    def __post_init__(self) -> None:
        self.start, self.end, self.form = self.expression.start, self.expression.end, self.expression.form

    @property
    def year(self) -> int | None:
        """The one year that it names: "2019", "in March 2019", "the second half of 2019"; None for "in March"."""
        if self.period is None or not (self.period.is_year or self.expression.names_year):
            return None
        one = self.period.start is None or self.period.start.year == self.period.end.year
        return self.period.end.year if one else None


@dataclass(slots=True)
class Timed:
    """The period of a figure, which rule found it, and the expression it came from."""

    period: Period | None
    rule: str
    when: When | None = None
    #: How the time was named before, where it is only carried over or meant by another.
    form: str = ""


@dataclass(slots=True)
class Movement:
    """How a figure moves.

    `relation` is by ("fell 81 percent"), to ("fell to $8,000"), from ("from $98 million"), stands ("down from …") or
    none.
    """

    relation: str = "none"
    direction: str = "none"
    cue: Cue | None = None


#: How another figure of the same sentence moves.
MoveOf = Callable[[Figure], Movement]


def direction_of(cue: Cue | None) -> str:
    """The direction that a word of change says."""
    if cue is None:
        return "none"
    return "increase" if cue.sense == "up" else "decrease"


@dataclass(slots=True)
class Subject:
    """Goods as written (several joined by "|") and the rule that found them; `own`: the figure's own words do.

    `passing`: named in a list, after which the text goes on speaking of the whole.
    """

    product: str | None
    rule: str
    own: bool = False
    passing: bool = False


#: Kinds of sources: of several in one phrase the first speaks.
SOURCES = ("official_statistics", "anonymous", "document", "named_expert", "named_official", "media")


@dataclass(slots=True)
class Speaker:
    """Who says something, as written, the kind of source, and whether it goes on speaking after its sentence."""

    name: str
    kind: str
    rule: str
    lasting: bool = True


@dataclass(slots=True)
class Scene:
    """A sentence with everything the rules have made of it."""

    sentence: Sentence
    parties: list[Party]
    clauses: list[Clause]
    flows: list[Flow]
    whens: list[When]
    #: With the groups of countries, whose code is empty.
    every_party: list[Party] = field(default_factory=list)
    #: The words and marks of the sentence, lower case: what rules turn on.
    words: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.words = self.sentence.words


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    figure: Figure
    moved: Movement
    flow: Flow | None = None
    measure: str = "other"
    subject: Subject | None = None
    timed: Timed | None = None
    comparison: str = "none"
    base: Period | None = None
    pair: Pair = field(default_factory=Pair)
    modality: str = "asserted"
    rules: dict[str, str] = field(default_factory=dict)

    @property
    def period(self) -> Period | None:
        """The period settled so far."""
        return None if self.timed is None else self.timed.period

    @property
    def form(self) -> str:
        """How the period was named; empty where it was not, or only as the one told of ("the same period")."""
        timed = self.timed
        form = "" if timed is None else timed.form or (timed.when.form if timed.when is not None else "")
        return "" if form == "same_period" else form
