"""Which currency a sign or word means that several countries share, from what else the text speaks of."""

from __future__ import annotations

import re

from tidewaiter.claims.numbers.tokens import fold
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_NEAR = 200
#: "1억 달러(약 1천300억 원)": behind an amount in another currency.
_GLOSSED = re.compile(r"(?:달러|위안|유로|엔|루블)(?:화)?(?:[(（]|, )(?:[가-힣]{2} ?)?(?:약 ?)?\Z")
_FAR_MORE = 1.5
_MANY_MORE = 2
_STOPS = (". ", "\n", "; ")
_TELLING = (" said", " says", " told", " according", " estimate", " reported", " data ", " source")
# What makes a country the other end of a trade: the amounts are in the money of whoever tells of it.
_PARTNERS = (" with ", " from ", " to ")
# A text that marks the American dollar as such may mean another by the bare sign.
_AMERICAN = ("us$", "u.s.$", "usd", "us dollar", "u.s. dollar", "american dollar")


class Currencies:
    """Resolves shared names ("$", "¥", "rs", "kr", "pesos", "pounds") within one text.

    What nothing speaks for takes the default of the table; what two countries speak for alike stays open as both codes
    joined by a bar ("CNY|JPY"), in alphabetical order. A letter that is a sign in some countries only ("K") has no
    default, and is no sign (an empty code) where the text speaks of no such country.
    """

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._low: str | None = None
        self._vocabulary = vocabulary
        self._known: dict[str, dict[str, tuple[str, ...]]] = {}
        self._first: dict[str, str | None] = {}

    def resolve(self, name: str, place: int) -> str:
        """The ISO code behind a name, or several joined by a bar; a name that is no shared one is returned as it is."""
        table = self._vocabulary.shared.get(name)
        if table is None:
            return name
        home = table.get(self._vocabulary.language)
        if home:
            return home
        if "glossed" in table and _GLOSSED.search(self._text, max(0, place - _NEAR), place) is not None:
            return table["glossed"]
        spoken_for = self._spoken_for(name, table)
        if name == "$":
            return self._dollar(table, tuple(spoken_for))
        if len(spoken_for) > 1:
            own = self._of_sentence(spoken_for, place)
            if own is not None:
                return own
            near = [code for code, cues in spoken_for.items() if self._near(cues, place)]
            far = near[0] if len(near) == 1 else "|".join(sorted(spoken_for))
            if name not in self._first:
                self._first[name] = self._foremost(spoken_for, counted="counted" in table)
            return self._first[name] or far
        return next(iter(spoken_for), table.get("default", ""))

    def _of_sentence(self, spoken_for: dict[str, tuple[str, ...]], place: int) -> str | None:
        """ "Seoul approved 10 billion won", in a text on the North: of the only country that the sentence has named.

        Whoever tells of it is left aside: "an official in Seoul said that rice cost 5,000 won". So is whoever is only
        traded with: "imports from India came to Rs 8 billion", in a text on Nepal.
        """
        low = self._lowered()
        start = max(low.rfind(stop, max(0, place - _NEAR), place) for stop in _STOPS)
        if start < 0 < place - _NEAR:
            return None
        start = max(0, start)
        said = low[start:place]
        ends = [end for stop in _STOPS if (end := low.find(stop, place, place + _NEAR)) >= 0]
        whole = low[start : min(ends, default=place + _NEAR)]
        named = [code for code, cues in spoken_for.items() if any(cue in whole for cue in cues)]
        if len(named) != 1 or any(word in said for word in _TELLING):
            return None
        return named[0] if any(_is_at_home(cue, said) for cue in spoken_for[named[0]]) else None

    def _foremost(self, spoken_for: dict[str, tuple[str, ...]], *, counted: bool) -> str | None:
        """The currency of the country that the text names first, and far more often than any other.

        Where a name is told by counting, who is named first matters less: "Sales to Uganda grew", in a text on Kenya.
        """
        low = self._lowered()
        times = {code: sum(low.count(cue) for cue in cues) for code, cues in spoken_for.items()}
        most = max(times, key=lambda code: times[code])
        if counted and all(_MANY_MORE * times[code] <= times[most] for code in times if code != most):
            return most
        first = min(spoken_for, key=lambda code: min(low.find(cue) for cue in spoken_for[code]))
        return first if all(_FAR_MORE * times[code] <= times[first] for code in times if code != first) else None

    def is_local(self, name: str) -> bool:
        """Whether a name is a currency only in a text on one of its countries ("K")."""
        return "default" not in self._vocabulary.shared.get(name, {"default": name})

    def _dollar(self, table: dict[str, str], others: tuple[str, ...]) -> str:
        """A text that names one other dollar, and never the American one, means that; one that names both is open."""
        if not others:
            return table["default"]
        american = any(mark in self._lowered() for mark in _AMERICAN)
        if american or len(others) > 1:
            return "|".join(sorted({*others, table["default"]}))
        return others[0]

    def _lowered(self) -> str:
        if self._low is None:
            self._low = fold(self._text)
        return self._low

    def _spoken_for(self, name: str, table: dict[str, str]) -> dict[str, tuple[str, ...]]:
        if name not in self._known:
            low = self._lowered()
            found = {}
            for code, cues in table.items():
                if len(code) == 3 and code.isupper():
                    present = tuple(cue for cue in cues.split(", ") if cue in low)
                    if present:
                        found[code] = present
            self._known[name] = found
        return self._known[name]

    def _near(self, cues: tuple[str, ...], place: int) -> bool:
        around = self._lowered()[max(0, place - _NEAR) : place + _NEAR]
        return any(cue in around for cue in cues)


def _is_at_home(cue: str, said: str) -> bool:
    """Whether a country is named, and not only as one that another trades with."""
    place = said.find(cue)
    while place >= 0:
        if not said[:place].removesuffix("the ").endswith(_PARTNERS):
            return True
        place = said.find(cue, place + 1)
    return False
