"""Nothing in so many words: "no exports", "none in June", "neither rice nor corn", "not a drop of crude oil"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tidewaiter.claims.english.sentence_before import goes_on, is_trade, sentence_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.numbers.vocabulary import vocabulary
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_VERBS, _TRADE_VERBS = words("zero_verbs"), words("zero_verbs") - words("booked")
_BOOKED, _COUNTED, _NOTHING = words("booked"), words("nothing_counted"), words("nothing")
#: Behind "no imports" they say that something else is not there ("no trade data").
_NO_TRADE = words("about_trade")
#: "No coal appeared in the data", "the books show no rice".
_APPEARING, _SHOWING = words("appearing"), words("showing")
_RECORDS = frozenset({"data", "figures", "statistics"})
_HAVING, _BEING, _ZERO = frozenset({"has", "have", "had"}), frozenset({"was", "were", "is", "are"}), Decimal(0)
#: What counts people, and in which unit.
_COUNTED_AS = {
    **dict.fromkeys(("case", "cases", "infection", "infections", "patient", "patients"), "cases"),
    **dict.fromkeys(("death", "deaths"), "people"),
}
_LISTING = frozenset({"and", "but", "against", "from", "versus", "vs", ",", "then"})
_COMPARED = (["compared", "with"], ["compared", "to"])
_THERE = (["there", "was"], ["there", "were"], ["there", "had", "been"])
LISTED, NONE_OF_THEM = "nothing in a list of times", "none of what was told before"
#: Characters from "none" to its time (" in the "); words from "no" to what was not traded, and to a verb behind a list.
_SOON, _NEAR, _FAR = 8, 6, 30


def zero(
    start: int, end: int, unit: str, rule: str, noun: tuple[int, int] | None = None, qualifier: str = "exact"
) -> Figure:
    """A figure of nothing, of what `noun` names."""
    return Figure(start, end, _ZERO, _ZERO, _ZERO, unit, "zero", qualifier, noun=noun, rule=rule)


def nones(reading: Reading, sentence: Sentence) -> Iterator[Figure]:
    """What "no", "none", "nothing", "zero", "neither" and "nor" deny in a sentence, in order of place."""
    tokens = reading.tokens
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    for i in range(first, last):
        word = tokens.words[i]
        found: Figure | None = None
        if word in {"nothing", "none"}:
            found = _none(reading, sentence, i, last)
        if word in _NOTHING:
            # "410 tons, against zero in October".
            found = found or _down_to(reading, sentence, i, last) or _listed(reading, sentence, i)
        elif word == "nor":
            found = _nor(reading, i, last)
        elif word == "neither":
            found = _neither(reading, sentence, i, last)
        elif word == "no":
            found = _no(reading, sentence, i, last)
        if found is not None:
            yield found


def counted_zero(reading: Reading, first: int, final: int, last: int) -> Figure | None:
    """ "No cases", "not a single death": nobody fell ill, of the people counted behind token `final`."""
    tokens = reading.tokens
    for j in range(final + 1, min(final + 5, last)):
        word = tokens.words[j]
        unit = _COUNTED_AS.get(word)
        if unit is not None:
            noun = tokens.starts[final + 1], tokens.ends[j]
            return zero(tokens.starts[first], tokens.ends[final], unit, "not a single one", noun)
        if reading.is_word("stop", word):
            break
    return None


def not_a_drop(reading: Reading, sentence: Sentence, i: int, last: int) -> Figure | None:
    """ "Not a drop of crude oil crossed the border", "not one ventilator was delivered"; `i` is at "not"."""
    said = reading.tokens.words
    if i + 2 < last and said[i + 1] == "one":
        single = _of_goods(reading, sentence, (i, i + 1), i + 2, last, "not a single one")
        if single is not None:
            return single
    if i + 4 >= last or said[i + 1] not in {"a", "one", "an"} or said[i + 3] != "of":
        return None
    return _of_goods(reading, sentence, (i, i + 2), i + 4, last, "not a drop of it")


def _none(reading: Reading, sentence: Sentence, i: int, last: int) -> Figure | None:
    """ "Nothing was imported", "imported none", "12 tonnes in 2020 and none in 2021"."""
    tokens = reading.tokens
    span = tokens.starts[i], tokens.ends[i]
    passive = tokens.words[i + 1 : i + 2] in (["was"], ["were"])
    done = i + 2 if passive else i + 3
    been = i + 2 < last and tokens.words[i + 1] in _HAVING and tokens.words[i + 2] == "been"
    if (passive or been) and done < last and tokens.words[done] in _VERBS:
        heads = tokens.words[i] == "none" and tokens.at(sentence.start) == i
        if heads and (told := _told_before(reading, sentence)) is not None:
            return zero(*span, told.unit, NONE_OF_THEM, told.noun)
        return zero(*span, "USD", "nothing was traded")
    if i and tokens.starts[i - 1] >= sentence.start and tokens.words[i - 1] in _TRADE_VERBS:
        return zero(*span, "USD", "traded nothing")
    return _listed(reading, sentence, i) or _entered(reading, sentence, i)


def _told_before(reading: Reading, sentence: Sentence) -> Figure | None:
    """ "COVAX set 1.7 million doses aside. None have been delivered": what the sentence before counts."""
    before = sentence_before(reading, sentence)
    told = [f for f in before.figures if f.kind in {"quantity", "count"}] if before is not None else []
    return next((f for f in told if f.noun is not None), told[-1] if told else None)


def _down_to(reading: Reading, sentence: Sentence, i: int, last: int) -> Figure | None:
    """ "Imports fell to nothing", "exports stood at zero", "sales were nil", "recorded zero exports"."""
    tokens = reading.tokens
    first = tokens.at(sentence.start)
    before = tokens.words[max(first, i - 3) : i]
    following = tokens.words[i + 1] if i + 1 < last else ""
    stood = "to" in before or "at" in before or not _BEING.isdisjoint(before[-1:])
    if not (stood or (tokens.words[i] == "zero" and following in _COUNTED)):
        return None
    if following in {"-", "tariff", "tariffs"} or not (is_trade(sentence) or goes_on(reading, sentence)):
        return None
    return zero(tokens.starts[i], tokens.ends[i], "USD", "down to nothing")


def _nor(reading: Reading, i: int, last: int) -> Figure | None:
    """ "Nor were any vaccines exported"."""
    tokens = reading.tokens
    if i + 3 >= last or tokens.words[i + 1] not in {"was", "were"} or tokens.words[i + 2] != "any":
        return None
    done = next((j for j in range(i + 3, min(i + 7, last)) if tokens.words[j] in _TRADE_VERBS), None)
    if done is None or done == i + 3:
        return None
    noun = tokens.starts[i + 3], tokens.ends[done - 1]
    return zero(tokens.starts[i + 2], tokens.ends[i + 2], "units", "none was traded", noun)


def _neither(reading: Reading, sentence: Sentence, i: int, last: int) -> Figure | None:
    """ "Bought neither vaccines nor test kits", "neither rice nor corn was shipped"."""
    tokens = reading.tokens
    nor = next((j for j in range(i + 2, min(i + 2 + _NEAR, last)) if tokens.words[j] == "nor"), None)
    if nor is None:
        return None
    bought = i > 0 and tokens.words[i - 1] in _TRADE_VERBS
    goods = [g for g in sentence.goods if g.start >= tokens.starts[i]]
    if not goods or goods[0].start > tokens.starts[nor] or not (bought or _was_traded(reading, nor, last)):
        return None
    behind = [g for g in goods if g.start > tokens.starts[nor]]
    noun = tokens.starts[i + 1], behind[0].end if behind else tokens.ends[min(nor + 1, last - 1)]
    return zero(tokens.starts[i], tokens.ends[i], "units", "neither of them was traded", noun)


def _no(reading: Reading, sentence: Sentence, i: int, last: int) -> Figure | None:
    """ "Imported no masks", "no vaccines were imported", "no trade", "no coal appeared in the data"."""
    tokens = reading.tokens
    tellings = vocabulary(reading.language).words["zero_tellings"]
    if vocabulary(reading.language).words["zero_bounds"] & set(tokens.words[i + 1 : i + 2]):
        # "Imported no more than 500,000 barrels" is no nothing.
        return None
    span = tokens.starts[i], tokens.ends[i]
    before = tokens.words[i - 1] if i and tokens.starts[i - 1] >= sentence.start else ""
    if before in _TRADE_VERBS and i + 1 < last and tokens.words[i + 1][0].isalpha():
        return zero(*span, "units", "bought none")
    if before == "but" and is_trade(sentence) and (but := _but_none(reading, sentence, i)) is not None:
        return but
    if before in _SHOWING or before in {"was", "were"}:
        goods = _of_goods(reading, sentence, (i, i), i + 1, last, "the books show none", shown=True)
        if goods is not None:
            return goods
    for j in range(i + 1, min(i + _NEAR, last)):
        noun = tokens.words[j]
        if noun in tellings:
            # "No crude oil figures have been released", "no evidence of shipments".
            return None
        if noun in _COUNTED:
            counted = counted_zero(reading, i, i, last)
            if counted is None and (j + 1 >= last or tokens.words[j + 1] not in _NO_TRADE):
                return zero(*span, "USD", "no trade at all")
            return counted
        if noun in {"or", "and"} and j + 1 < last and tokens.words[j + 1][0].isalpha():
            # "No cars or furs were recorded".
            continue
        if noun in {"was", "were"} and j + 1 < last and tokens.words[j + 1] in _BOOKED:
            named = any(span[0] <= g.start < tokens.starts[j] for g in sentence.goods)
            return zero(*span, "units", "none was traded") if named else None
        if noun in {"was", "were", *_HAVING}:
            done = j + 1 if noun in {"was", "were"} else j + 2
            if done < last and tokens.words[done] in _TRADE_VERBS and tokens.words[j : j + 2] != ["has", "not"]:
                return zero(*span, "units", "none was traded", (tokens.starts[i + 1], tokens.ends[j - 1]))
            break
        if tokens.words[j : j + 2] == ["at", "all"] or tokens.words[j - 1 : j + 1] == ["at", "all"]:
            continue
        if reading.is_word("stop", noun) or not noun[0].isalpha() or noun in {"longer", "indications"}:
            break
    return _of_goods(reading, sentence, (i, i), i + 1, last, "none in the books")


def _but_none(reading: Reading, sentence: Sentence, i: int) -> Figure | None:
    """ "It bought coal but no coke": the goods right behind "no" are all that the clause says."""
    tokens = reading.tokens
    traded = any(c.end <= tokens.starts[i] for c in sentence.cues_of("flow_verb"))
    first = next((g for g in sentence.goods if g.start == tokens.ends[i] + 1 and g.good_id != "total"), None)
    ends = first is not None and reading.words(first.end, first.end + 2)[:1] in (["."], [","], [";"], [])
    if first is None or not (traded and ends):
        return None
    return zero(tokens.starts[i], tokens.ends[i], "units", "bought none", (first.start, first.end))


def _of_goods(
    reading: Reading,
    sentence: Sentence,
    span: tuple[int, int],
    first: int,
    last: int,
    rule: str,
    *,
    shown: bool = False,
) -> Figure | None:
    """Nothing of the goods that begin at token `first`, if something behind them says that they were looked for."""
    tokens = reading.tokens
    if first >= last:
        # A torn text may end in "no".
        return None
    goods = [g for g in sentence.goods if g.start >= tokens.starts[first]]
    if not goods or goods[0].start > tokens.starts[min(first + 2, last - 1)]:
        return None
    run = [goods[0]]
    for following in goods[1:]:
        # A list: "coal, iron ore or seafood".
        between = reading.words(run[-1].end, following.start)
        if len(between) > 3 or not {",", "and", "or", "nor"} & set(between):
            break
        run.append(following)
    final = tokens.before(run[-1].end)
    if final + 2 < last and tokens.words[final + 1] in {"or", "nor", "and"} and tokens.words[final + 2][0].isalpha():
        # Whatever ends the list is goods as well: "coal, iron ore or sea cucumbers".
        final += 2
    if not shown and not _was_traded(reading, final, last):
        return None
    start, end = tokens.starts[span[0]], tokens.ends[span[1]]
    return zero(start, end, "units", rule, (run[0].start, tokens.ends[final]))


def _was_traded(reading: Reading, i: int, last: int) -> bool:
    """Whether "was shipped", "crossed the border" or "appeared in the data" follows, behind an aside at most."""
    tokens = reading.tokens
    aside = False
    for j in range(i + 1, min(i + _FAR, last)):
        word = tokens.words[j]
        if word in {"–", "—", "--", "("} or (word == "," and not aside):
            aside = True
        elif word in _RECORDS and not {*_HAVING, *_BEING}.isdisjoint(tokens.words[j + 1 : j + 2]):
            # "No crude oil figures have been released".
            return False
        elif word in _APPEARING:
            return True
        elif word in _BEING or word == "been":
            if j + 1 < last and tokens.words[j + 1] in _VERBS | _BOOKED:
                return True
            if not aside:
                return False
        elif word in {";", ":"} or (not aside and reading.is_word("verbs", word)):
            return False
    return False


def _listed(reading: Reading, sentence: Sentence, i: int) -> Figure | None:
    """ "53,000 pairs in 2020 and none in 2021", "against none at all in the same months": of what stands before."""
    tokens = reading.tokens
    start, end = tokens.starts[i], tokens.ends[i]
    before = [f for f in sentence.figures if f.end <= start and f.kind in {"money", "quantity", "count"}]
    trade = any(c.end <= start for c in sentence.cues_of("flow_noun", "flow_verb")) or goes_on(reading, sentence)
    if before and trade and any(tokens.words[i - len(said) : i] == said for said in _THERE):
        # "It sold ore for $1.9 million; in May 2022 there had been none".
        timed = any(before[-1].end <= t.start for t in sentence.times)
        return zero(start, end, before[-1].unit, LISTED, before[-1].noun) if timed else None
    held = tokens.words[i - 2 : i] in _COMPARED
    if not (before and trade) or not (held or tokens.words[i - 1] in _LISTING):
        return None
    behind = tokens.ends[i + 2] if tokens.words[i + 1 : i + 3] == ["at", "all"] else end
    if not _time_follows(sentence, behind):
        return None
    last = before[-1]
    return zero(start, behind, last.unit, LISTED, last.noun)


def _entered(reading: Reading, sentence: Sentence, i: int) -> Figure | None:
    """ "Vaccines: nothing from January to April; $86,200 in May; none in June": an entry of a list of goods."""
    tokens = reading.tokens
    colon = reading.text.find(":", sentence.start, tokens.starts[i])
    if colon < 0 or tokens.words[i - 1] not in {":", ";", ","} or not _time_follows(sentence, tokens.ends[i]):
        return None
    named = [g for g in sentence.goods if g.end <= colon]
    if not named:
        return None
    return zero(tokens.starts[i], tokens.ends[i], "USD", "nothing in an entry", (named[0].start, named[-1].end))


def _time_follows(sentence: Sentence, offset: int) -> bool:
    return any(offset < t.start <= offset + _SOON for t in sentence.times)
