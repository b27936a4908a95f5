"""What a reader does not see is undone: escapes, link marks, emphasis, odd spaces, full-width digits, hyphenation.

One pass over the few characters that can need it; all others are copied with their origins. Every pattern here is
anchored and cannot backtrack, so the cost is linear in the text whatever it holds.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

from tidewaiter.documents.mapped import Mapped, Weaver

#: Decides on a word broken at a line's end: (before, after) of the hyphen; True where the hyphen goes.
Unhyphenate = Callable[[str, str], bool]

_ODD = (
    r"[\t\n\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"  # white space but the plain one
    r"|  "
    r"|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
    r"|[\ud800-\udfff]"
    r"|[\uff04-\uff0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uffe0\uffe1\uffe5\uffe6]"
    r"|[\ufb00-\ufb06]"
    r"|[\u0300-\u036f\u1160-\u11ff\u3099\u309a\uf900-\ufaff]"
)
_PLAIN = re.compile(_ODD)
_MARKED = re.compile(_ODD + r"|[\\\[\]*_&<]")

_SPACES = re.compile(r"\s[\s\u200b-\u200f\u2060\ufeff]*+")
_LINK = re.compile(
    r"\[((?:\\.|[^\[\]\\]|\[[^\[\]]*+\])*+)\]"
    r"\(([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)?)(?:\s+(?:\"[^\"]*+\"|'[^']*+'))?\)"
)
_TARGET = re.compile(r"\Z|[#/<?]|\.{1,2}/|[a-z]{2,9}:|[\w-]+(?:\.[\w-]+)+(?:/|\Z)|[a-z][\w/-]*\Z", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]++>")
_EMPHASIS = {
    "*": re.compile(r"(\*{1,3})(?=[^\s*])([^*]{1,2000}+)(?<=\S)\1(?![\w*])"),
    "_": re.compile(r"(_{1,3})(?=[^\s_])([^_]{1,2000}+)(?<=\S)\1(?!\w)"),
}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPABLE = frozenset("\\`*_{}[]()<>#+-.!|~$%&\"'^:,;/=?@")
_HAN_OR_KANA = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff65]")
_NEWLINE = re.compile(r"[\n\r\f\x85\u2028\u2029]")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[\u0300-\u036f\u1160-\u11ff\u3099\u309a]{1,8}")
#: What colours or moves a terminal's cursor: an escape and all that belongs to it, so that "\x1b[31m" leaves no "31m".
_TERMINAL = re.compile(r"\x1b(?:\[[0-?]{0,64}+[ -/]{0,8}+[@-~]|\][^\x07\x1b]{0,2000}+(?:\x07|\x1b\\)|[@-Z\\-_])")
#: Hyphens that a line's end may have put in. U+0002 and U+FFFE are what PDF text layers hold for one.
_BROKEN = "\xad\x02\ufffe"
_HYPHENS = "-\u2010"

_FULLWIDTH = {
    code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_FULLWIDTH |= {0xFF04: "$", 0xFF05: "%", 0xFF0B: "+", 0xFFE0: "¢", 0xFFE1: "£", 0xFFE5: "¥", 0xFFE6: "₩"}
#: Full-width marks that are part of a number only between digits; elsewhere they are Chinese or Japanese punctuation.
_BETWEEN_DIGITS = {"\uff0e": ".", "\uff0c": ",", "\uff0d": "-", "\uff0f": "/"}
_THOUSANDS = re.compile(r"[0-9\uff10-\uff19]{3}(?![0-9\uff10-\uff19])")


def normalise(source: Mapped, *, markup: bool = False, unhyphenate: Unhyphenate | None = None) -> Mapped:
    """The text as it is read, mapped back through `source`; `markup` also undoes Markdown and entities.

    White space becomes one plain space, none at the ends. Nothing visible is lost or added.
    """
    text = source.text
    odd = _MARKED if markup else _PLAIN
    if (not markup and _is_plain(text)) or not odd.search(text):
        return source.stripped()
    weaver = Weaver()
    drops: dict[int, int] = {}  # marks further on that belong to a pair already opened: start -> end
    at = 0
    for hit in odd.finditer(text):
        here = hit.start()
        if here < at:
            continue
        weaver.take(source, at, here)
        at = drops.pop(here, 0) or _undo(source, here, weaver, drops, unhyphenate)
    weaver.take(source, at, len(text))
    return weaver.done().stripped()


def _is_plain(text: str) -> bool:
    """Whether nothing in a text can be odd, as far as is seen at a glance: most texts are that plain."""
    return text.isascii() and text.isprintable() and "  " not in text


def _undo(source: Mapped, here: int, out: Weaver, drops: dict[int, int], unhyphenate: Unhyphenate | None) -> int:
    """Weave what stands for the odd character at `here`; return where reading goes on."""
    text = source.text
    character = text[here]
    if character in "\\[]*_&<":
        return _mark(source, here, out, drops)
    if character.isspace():
        spaces = _SPACES.match(text, here)
        return _space(source, here, spaces.end() if spaces else here + 1, out, unhyphenate)
    if character == "\x1b" and (sequence := _TERMINAL.match(text, here)):
        return sequence.end()
    code = ord(character)
    if 0xFF04 <= code <= 0xFFE6:
        out.put(_narrow(text, here), source.starts[here], source.ends[here])
    elif 0xFB00 <= code <= 0xFB06 or 0xF900 <= code <= 0xFAFF:
        out.put(unicodedata.normalize("NFKC", character), source.starts[here], source.ends[here])
    elif marks := _MARKS.match(text, here):
        return _compose(source, here, marks.end(), out)
    elif character in _BROKEN and (spaces := _SPACES.match(text, here + 1)) and "\n" in spaces[0]:
        if character == "\xad":
            return spaces.end()
        out.put("-", source.starts[here], source.ends[here])
    elif 0xD800 <= code <= 0xDFFF or code == 0xFFFD:
        out.put("\ufffd", source.starts[here], source.ends[here])
    return here + 1


def _mark(source: Mapped, here: int, out: Weaver, drops: dict[int, int]) -> int:
    text = source.text
    character = text[here]
    if character == "\\" and here + 1 < len(text) and text[here + 1] in _ESCAPABLE:
        out.take(source, here + 1, here + 2)
        return here + 2
    if character == "[" and (link := _LINK.match(text, here)) and _TARGET.match(link[2]):
        if out.last == "!" and text[here - 1] == "!":  # an image, whose words are not on the page
            out.drop_last()
            return link.end()
        drops[link.end(1)] = link.end()
        return here + 1
    if (
        character in "*_"
        and not (here and text[here - 1].isalnum())
        and (pair := _EMPHASIS[character].match(text, here))
    ):
        drops[pair.end(2)] = pair.end()
        return pair.end(1)
    if character == "&" and (entity := _ENTITY.match(text, here)):
        meaning = html.unescape(entity[0])
        if meaning != entity[0]:
            plain = "".join(" " if c.isspace() else c for c in meaning if c not in "\xad\u200b\ufeff")
            if not (plain == " " and out.last in ("", " ")):
                out.put(plain, source.starts[here], source.ends[entity.end() - 1])
            return entity.end()
    if character == "<" and (address := _AUTOLINK.match(text, here)):
        out.take(source, here + 1, address.end() - 1)
        return address.end()
    out.take(source, here, here + 1)
    return here + 1


def _space(source: Mapped, start: int, end: int, out: Weaver, unhyphenate: Unhyphenate | None) -> int:
    """One space for a run of white space; none inside Chinese or Japanese, after a broken word, or after a space."""
    text = source.text
    if out.last in ("", " ") or end == len(text):
        return end
    if _NEWLINE.search(text, start, end):
        after = text[end]
        if _HAN_OR_KANA.match(out.last) and _HAN_OR_KANA.match(after):
            return end
        if out.last in _HYPHENS and start > 1 and text[start - 2].isalnum() and after.isalnum():
            if unhyphenate and after.islower():
                before = _LAST_WORD.search(text, max(0, start - 41), start - 1)
                follows = _FIRST_WORD.match(text, end, end + 40)
                if before and follows and unhyphenate(before[0], follows[0]):
                    out.drop_last()
            return end
    out.put(" ", source.starts[start], source.ends[end - 1])
    return end


def _narrow(text: str, here: int) -> str:
    character = text[here]
    if narrow := _FULLWIDTH.get(ord(character)):
        return narrow
    narrow = _BETWEEN_DIGITS.get(character, "")
    inside = 0 < here < len(text) - 1 and text[here - 1].isdecimal() and text[here + 1].isdecimal()
    if narrow and inside and (narrow != "," or _THOUSANDS.match(text, here + 1)):
        return narrow
    return character


def _compose(source: Mapped, start: int, end: int, out: Weaver) -> int:
    """Letters written in parts (decomposed Hangul, accents apart) become whole where Unicode has them whole."""
    if out.last:
        whole = unicodedata.normalize("NFC", out.last + source.text[start:end])
        if len(whole) <= end - start:
            out.replace_last(whole, source.ends[end - 1])
            return end
    out.take(source, start, end)
    return end
