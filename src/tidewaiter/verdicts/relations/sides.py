"""Which side a balance is on: who sold more than he bought has a surplus, whatever he is said to have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.reference.countries import find_countries
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import SUPPORTED, allowed
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import listed, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen.slips import Slip, weight
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Balance

#: A country behind such a word is the one that the balance is with, and not whose it is.
_WITH = re.compile(r"\b(?:with|against|vis-[aà]-vis|towards?|over)\s+(?:the\s+)?\Z", re.IGNORECASE)
#: And behind such a word it is neither.
_TO = re.compile(r"\b(?:to|from|into)\s+(?:the\s+)?\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|[,.]\s")
_BEHIND = 40
#: So many paragraphs the flows of a country with everybody stand before their balance.
_NEAR = 2
#: How far before a balance its owner may be named.
_WHOSE = 200
#: "Leaving it with a deficit": whoever that is.
_SOMEBODY = re.compile(r"\b(?:it|them)\s+(?:with\s+)?(?:an?|the)\b", re.IGNORECASE)
#: Languages of which it is known where the owner of a balance stands.
_READ = ("en",)
#: And between the second flow and its balance nobody is named whose it may be, in Korean.
_BARE_KOREAN = (
    r"(?:으?로|이며|이고|여서|이어서|에 그쳐|에 달해|이다|이?었다|였다|다|를 기록해|무역수지[는가]"
    r"|(?:무역 ?)?[흑적]자[는가]|무역|약|총|[\s,.])*"
)
#: Whose a balance is, behind its name; and with whom it is.
_OWNER = re.compile(r"\A(?:은|는|의|이|가|的|则|則)")
_TOWARD = re.compile(r"대[가-힣]{1,4}(?= (?:무역|상품)|\s?[흑적]자)|[对對][\u4e00-\u9fff]{1,4}?(?=[贸貿顺順逆出入])")
_MINUS = re.compile(r"(?:[-−–△▲]|\bminus|\bnegative) ?(?:US)?[$€£¥]?\s*\Z|마이너스\s*\Z|负\s*\Z", re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    """What stands between a flow, or whoever has a balance, and the balance, and names nobody whose it may be."""
    chinese = f"[，,；;。\\s]*(?:{listed('has_balance').source})*"
    return re.compile(f"{_BARE_KOREAN}|{chinese}")


@dataclass(frozen=True, slots=True)
class Side(Relation):
    """`claims` are a balance, what its owner sold, and what he bought; `surplus` is what it is called."""

    kind: ClassVar[str] = "side"
    surplus: bool = True

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """What was sold less what was bought, or the other way about for a deficit."""
        left, sold, bought = figures
        if index == 0:
            return sold - bought if self.surplus else bought - sold
        rest = bought if index == 1 else sold
        return rest + left if self.surplus == (index == 1) else rest - left

    def readings(self, index: int) -> Sequence[Slip]:
        """The other word was meant."""
        if index:
            return ()
        said, meant = self._words()
        told, left = f"a {meant} was probably meant", self.claims[0]
        return (Slip(f"{said}_for_{meant}", left.value, allowed(left), weight("another_base"), told),)

    def outcome(self, figures: Mapping[Claim, Interval] | None = None) -> str:
        """As for any relation; a balance put in its own place is one with the other word."""
        left = self.claims[0]
        return SUPPORTED if (figures or {}).get(left) == allowed(left) else Relation.outcome(self, figures)

    def _words(self) -> tuple[str, str]:
        """What the balance is called, and what it is not."""
        return ("surplus", "deficit") if self.surplus else ("deficit", "surplus")

    def suspicion(self, index: int) -> float:
        """One word is sooner wrong than two figures that changed places."""
        return 0.6 if index == 0 else 0.0

    def plain(self) -> bool:
        """Only with the slip of a word, or of two figures exchanged."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """Which of the two was more, against what is said."""
        _, sold, bought = self.claims
        said, real = self._words()
        return f"{phrases.level(sold)} sold and {phrases.level(bought)} bought leave a {real}, not a {said}"

    def arithmetic(self) -> str:
        """sold − bought."""
        _, sold, bought = self.claims
        left = phrases.digits(sold.value - bought.value)
        return f"{phrases.digits(sold.value)} − {phrases.digits(bought.value)} = {left}"


def wrong_side(passage: Passage, left: Claim, one: Claim, other: Claim) -> Side | None:
    """The side that a balance of two flows is said to be on, where they leave just so much on the other one."""
    larger, smaller = sorted((one, other), key=lambda claim: -claim.value)
    surplus = _is_surplus(passage, left)
    if surplus is None or larger.value == smaller.value or says("everyone_else", passage.sentence(left)):
        return None
    if Balance((left, larger, smaller)).outcome() != SUPPORTED:
        return None
    if passage.document.language in _READ:
        out = _sold(passage, left, one, other)
    elif _straight_behind(passage, left, one, other):
        out = _by_words(passage, one, other)
    else:
        out = _sold_by_named(passage, left, one, other) or _sold_by_home(passage, left, one, other)
    if out is None:
        return None
    firm = not any(passage.ground(claim) for claim in (left, one, other))
    side = Side((left, out, other if out is one else one), link="stated", firm=firm, surplus=surplus)
    return side if side.outcome() != SUPPORTED else None


def _straight_behind(passage: Passage, left: Claim, one: Claim, other: Claim) -> bool:
    """Whether a balance stands straight behind its two flows."""
    last = max((one, other), key=lambda claim: claim.start)
    return last.start < left.start and _bare().fullmatch(passage.between(last, left)) is not None


def _sold_by_named(passage: Passage, left: Claim, one: Claim, other: Claim) -> Claim | None:
    """Which of two flows whoever is named straight before a balance sold: "中方逆差", "북한의 대중 무역적자는"."""
    last = max((one, other), key=lambda claim: claim.start)
    if last.start > left.start:
        return None
    start, end = passage.place(last)[1], passage.place(left)[0]
    text = passage.document.body.text
    toward = [match.span() for match in _TOWARD.finditer(text, start, end)]
    # "乌方" is whoever the text names in full.
    named = [m for m in find_countries(text) if m.alpha3 and start <= m.start and m.end <= end]
    named = [m for m in named if not any(first <= m.start and m.end <= last for first, last in toward)]
    if len(named) != 1 or named[0].weak:
        return None
    owner = named[0]
    side = text[owner.end : end].removeprefix("方面").removeprefix("方")
    if _bare().fullmatch(_TOWARD.sub("", text[start : owner.start]) + _OWNER.sub("", _TOWARD.sub("", side))) is None:
        return None
    ways = [scope.direction(claim) for claim in (one, other)]
    if ways[0] is None or ways[1] is None or ways[0] != ways[1][::-1] or owner.alpha3 not in ways[0]:
        return None
    out = one if ways[0][0] == owner.alpha3 else other
    # The words must not say otherwise.
    return out if _by_words(passage, one, other) is not None or one.sentence != other.sentence else None


def _sold_by_home(passage: Passage, left: Claim, one: Claim, other: Claim) -> Claim | None:
    """ "수출 103억 달러(2.8% 증가), 수입 47억 달러(10.7% 증가). 무역수지 56억 달러 흑자": what was sold to everybody.

    No other country is named from the first of the three to the last.
    """
    flows_ = sorted((one, other), key=lambda claim: claim.start)
    if flows_[1].start > left.start or passage.block(left) - passage.block(flows_[0]) > _NEAR:
        return None
    ways = [scope.direction(claim) for claim in (one, other)]
    if ways[0] is None or ways[1] is None or ways[0] != ways[1][::-1] or scope.ANYONE not in ways[0]:
        return None
    start, end = passage.sentence_ends(flows_[0])[0], passage.sentence_ends(left)[1]
    home = one.sender or one.receiver
    text = passage.document.body.text[start:end]
    if any(m.alpha3 not in (None, home) for m in find_countries(text)):
        return None
    return _by_words(passage, one, other)


def _by_words(passage: Passage, one: Claim, other: Claim) -> Claim | None:
    """Which of two flows is called exports, where the other one is called imports."""
    kinds = [flows.kinds(flows.beside(passage.document, claim, passage.claims)) for claim in (one, other)]
    if kinds == [{flows.OUT}, {flows.IN}]:
        return one
    return other if kinds == [{flows.IN}, {flows.OUT}] else None


def _is_surplus(passage: Passage, left: Claim) -> bool | None:
    """Whether a balance is called a surplus, by the words nearest to it; None where they say both or neither."""
    if left.value < 0 or _MINUS.search(passage.lead(left)) is not None:
        # "A surplus of $-110.5 million": the sign says which.
        return None
    # "Last year's deficit in contrast to this year's 740 million": what it is unlike stands before such a word.
    lead = listed("unlike").pattern.split(_CLAUSE.split(passage.lead(left))[-1])[-1]
    for text in (lead, _CLAUSE.split(passage.tail(left, reach=_BEHIND))[0], left.product or ""):
        named = {kind for kind in ("surplus", "deficit") if says(kind, text)}
        if named:
            return named == {"surplus"} if len(named) == 1 else None
    return None


def _sold(passage: Passage, left: Claim, one: Claim, other: Claim) -> Claim | None:
    """Which of two flows is what the owner of a balance sold; None where the text does not say plainly."""
    owners = _owners(passage, left, one, other)
    if owners is None:
        return None
    if not owners:
        here = {one.sentence, other.sentence} == {left.sentence}
        bilateral = len(scope.named_pair(one)) == len(scope.named_pair(other)) == 2
        elsewhere = not here and find_countries(passage.sentence(left))
        if bilateral or elsewhere or _SOMEBODY.search(passage.lead(left)):
            # "China sold the North 491 and bought 48. The deficit of 443 …": of either of the two.
            return None
        # "Exports were 41, imports 24, leaving a surplus": of whoever exported.
        out = _by_words(passage, one, other)
        return out if out is not None and _of_one_home(out, other if out is one else one) else None
    (owner,) = owners
    sent = [claim for claim in (one, other) if claim.sender == owner]
    received = [claim for claim in (one, other) if claim.receiver == owner]
    return sent[0] if len(sent) == 1 == len(received) and sent != received else None


def _of_one_home(out: Claim, back: Claim) -> bool:
    """Whether nothing speaks against what went out having left the country that the rest came to."""
    return out.sender is None or back.receiver is None or out.sender == back.receiver


def _home(one: Claim, other: Claim) -> str | None:
    """The country that sold the one and bought the other, to and from everybody."""
    turned = ((one, other), (other, one))
    return next((out.sender for out, back in turned if out.sender and out.sender == back.receiver), None)


def _with_or_to(lead: str) -> bool:
    """Whether a country behind some words is one that the balance is with, or that goods go to or come from."""
    return _WITH.search(lead) is not None or _TO.search(lead) is not None


def _owners(passage: Passage, left: Claim, one: Claim, other: Claim) -> set[str] | None:
    """The country whose balance it is, if its clause names one; None where the words leave it open."""
    here = (c for c in passage.claims if c.sentence == left.sentence and c.end <= left.start)
    before = max(here, key=lambda claim: claim.end, default=None)
    lead = passage.lead(left, reach=_WHOSE) if before is None else passage.between(before, left)
    text = f"{_CLAUSE.split(lead)[-1]} … {_CLAUSE.split(passage.tail(left))[0]}"
    pair = scope.named_pair(one) or scope.named_pair(other)
    home = None if pair else _home(one, other)
    owners: set[str] = set()
    for mention in find_countries(text):
        if mention.alpha3 is None or (mention.weak and mention.alpha3 not in {home, *pair}):
            continue
        if home is not None and mention.alpha3 == home and not _with_or_to(text[: mention.start]):
            # "Mali's exports were 486, its imports 388, so that Mali had a surplus": with everybody.
            owners.add(home)
            continue
        if mention.alpha3 not in pair or len(pair) != 2 or _TO.search(text[: mention.start]):
            return None
        partner = _WITH.search(text[: mention.start]) is not None
        owners.add(next(iter(pair - {mention.alpha3})) if partner else mention.alpha3)
    return owners if len(owners) < 2 else None
