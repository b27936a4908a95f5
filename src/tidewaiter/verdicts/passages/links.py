"""The linking words of data/links.yml: whether a text holds one of a kind, or leads to a figure with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.passages.flows import as_word, kinds
from tidewaiter.verdicts.tables import table
from tidewaiter.verdicts.wordlist import WordList

#: Stretches of text whose words are remembered: each rule asks for those beside its figures.
_REMEMBERED = 2048
#: A particle that goes on to what a figure made.
_LEADS_ON = re.compile(r"\s*(?:로|으로|이며|이고|을|를)")
#: The label of a note is no longer.
_LABEL = 24
#: Behind an amount: there is one in every month; what a trade comes to in a year is a total.
_EACH = re.compile(
    r"\s*(?:on average,? )?(?:(?:was|were|is|are) (?:\w+ )?)?(?:on average,? )?(?:a|per|each|every) "
    r"(?:month|week|day|quarter)\b(?! (?:earlier|before|ago|later|after|prior|previously)\b)",
    re.IGNORECASE,
)
#: Before goods: those that were not told yet; "rice and other grain" is all of it.
_OTHERS = r"(?:(?<!and )(?<!or )\b(?:other|remaining) |기타 |나머지 |(?<!和)(?<!及)(?:其他|其它|其余))"


def _links() -> dict[str, dict[str, list[str]]]:
    links: dict[str, dict[str, list[str]]] = table("links")
    return links


def _one(phrase: str) -> str:
    if not phrase.isascii():
        return as_word(phrase)
    # Behind the stop of "vs." there is no edge of a word.
    return rf"\b{re.escape(phrase)}" + (r"\b" if phrase[-1].isalnum() else "")


def _list_of(phrases: Iterable[str]) -> WordList:
    return WordList(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)), _one)


@cache
def listed(kind: str) -> WordList:
    """The linking words of a kind."""
    return _list_of(phrase for phrases in _links()[kind].values() for phrase in phrases)


@cache
def _before(kind: str) -> re.Pattern[str]:
    hedges = listed("hedges").source
    return re.compile(rf"(?:{listed(kind).source})(?:\s*(?:{hedges})){{0,4}}\s*\Z", re.IGNORECASE)


@cache
def grounds() -> dict[str, WordList]:
    """The words that put a figure on ground of its own, by the ground."""
    return {name: _list_of(phrases) for name, phrases in _links()["ground"].items()}


@lru_cache(maxsize=_REMEMBERED)
def grounds_of(text: str) -> frozenset[str]:
    """On what grounds the words of a text put its figures."""
    return frozenset(name for name, words in grounds().items() if words.holds(text))


@lru_cache(maxsize=_REMEMBERED)
def leads(kind: str, lead: str) -> bool:
    """Whether a linking word of a kind stands at the end of what leads to a figure, hedges aside."""
    return listed(kind).may_stand(lead) and _before(kind).search(lead) is not None


@lru_cache(maxsize=_REMEMBERED)
def leads_on(kind: str, tail: str) -> bool:
    """Whether what follows a figure begins with a linking word of a kind."""
    return listed(kind).pattern.match(tail.lstrip()) is not None


@lru_cache(maxsize=_REMEMBERED)
def says(kind: str, text: str) -> bool:
    """Whether a text holds a linking word of a kind (data/links.yml)."""
    return listed(kind).holds(text)


@lru_cache(maxsize=_REMEMBERED)
def opens(kind: str, sentence: str) -> bool:
    """Whether a sentence begins with a linking word of a kind."""
    return re.match(listed(kind).source, sentence, re.IGNORECASE) is not None


def of_kind(kind: str, language: str) -> list[str]:
    """The linking words of a kind in one language."""
    return _links()[kind][language]


@cache
def letters(kind: str) -> str:
    """The letters of the linking words of a kind, as one alternation: "rise" is the beginning of "rises", too."""
    words = (phrase for phrases in _links()[kind].values() for phrase in phrases)
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def is_carried(claim: Claim, slot: str) -> bool:
    """Whether a slot of a claim was read from another sentence than its own, as far as the reader of it says so."""
    return says("carried", claim.rules.get(slot, ""))


@lru_cache(maxsize=_REMEMBERED)
def of_others(text: str, product: str) -> bool:
    """Whether goods are told of as what is left of them: "imports of other coal", "the remaining fruit"."""
    return re.search(rf"{_OTHERS}{re.escape(product)}", text, re.IGNORECASE) is not None


def is_of_each(lead: str, tail: str = "") -> bool:
    """Whether the words around an amount say that it is one of many alike, and no total.

    "한 차례에 평균 5천400t"; "on average, $36 million was spent a month".
    """
    return leads("of_each", lead.rstrip(" ,")) or _EACH.match(tail) is not None


def without(kind: str, text: str) -> str:
    """A text without the linking words of a kind."""
    return listed(kind).blanked(text)


def vocabulary() -> dict[str, Any]:
    """The linking words by kind, for the documentation."""
    return dict(_links())


def labelled_balance(lead: str) -> bool:
    """ "Balance: +$8.3 m vs +": whether a sentence is a list of balances, as its label says."""
    label, colon, listing = lead.partition(":")
    if not colon or len(label) > _LABEL or ";" in listing or not (says("balance", label) or says("left_over", label)):
        return False
    return not kinds(label) and not kinds(listing)


def own_tail(tail: str) -> str:
    """What follows a figure up to the next clause; nothing where it leads to another one ("로 적자가 186억")."""
    clause = re.split(r"[,;.，；。、]", tail)[0]
    own, *others = re.split(r"\d", clause, maxsplit=1)
    # "12만 달러에 그쳐 러시아는 1천508만 달러의 흑자": the balance is the next figure.
    return "" if _LEADS_ON.match(clause) and others else own
