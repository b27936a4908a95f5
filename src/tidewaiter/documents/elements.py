"""What the elements of HTML do to the text in them: which break a line, hide it, or set it apart from the article."""

from __future__ import annotations

import re
from functools import cache

from tidewaiter.documents.vocabulary import names, vocabulary

BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search"
    " section summary table tbody td tfoot th thead tr ul"
)
VOID = names("area base br col embed hr img input link meta param source track wbr path circle rect line polygon use")
#: Elements whose content a reader does not see as text of the page.
UNSEEN = names(
    "script style template noscript iframe noembed noframes textarea select option optgroup datalist button svg audio"
    " video canvas object applet map head title progress meter rp rt del s strike"
)
HEADINGS = names("h1 h2 h3 h4 h5 h6")
#: Elements that hold blocks: two blocks in the same one belong together.
CONTAINERS = names("article aside body center div dl footer form header main nav ol section td ul blockquote")
#: Opening one of these closes an open one of those, up to the given boundary.
IMPLIED = {
    "li": (names("li"), names("ul ol menu dir")),
    "dt": (names("dt dd"), names("dl")),
    "dd": (names("dt dd"), names("dl")),
    "tr": (names("tr"), names("table")),
    "td": (names("td th"), names("tr table")),
    "th": (names("td th"), names("tr table")),
}
_CHROME = names("nav aside footer menu form dialog search")
_CHROME_ROLES = names("navigation complementary contentinfo banner search dialog menu menubar toolbar")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_PARTS = re.compile(r"[a-z]+")
#: So much of a class attribute is looked at.
_LONGEST = 400


def hides(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element's attributes keep it out of sight."""
    if name == "dialog" and "open" not in attributes:
        return True
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    if "style" in attributes and _HIDDEN_STYLE.search(attributes["style"]):
        return True
    return called("unseen", attributes)


def apart(name: str, attributes: dict[str, str]) -> str | None:
    """Whether an element is set apart from the article: "weakly" by what it is, "strongly" by what it is called."""
    if name in ("html", "body"):
        return None
    for strength in ("strongly", "weakly"):
        if called(strength, attributes):
            return strength
    return "weakly" if name in _CHROME or attributes.get("role", "").lower() in _CHROME_ROLES else None


def holds_article(attributes: dict[str, str]) -> bool:
    """Whether an element says that it holds the article's text."""
    return attributes.get("itemprop", "").lower() == "articlebody" or called("body", attributes)


def called(what: str, attributes: dict[str, str]) -> bool:
    """Whether an element's class or id is one of the names in vocabulary/regions.yml for `what`."""
    if "class" not in attributes and "id" not in attributes:
        return False
    words, phrases = _region_names()[what]
    for one in f"{attributes.get('class', '')[:_LONGEST]} {attributes.get('id', '')[:_LONGEST]}".split():
        if (words and words.intersection(_NAME_PARTS.findall(one.lower()))) or (phrases and phrases.search(one)):
            return True
    return False


@cache
def _region_names() -> dict[str, tuple[frozenset[str], re.Pattern[str] | None]]:
    table = vocabulary("regions")
    return {
        strength: (
            names(rows["words"]),
            re.compile("|".join(rows["phrases"]), re.IGNORECASE) if rows["phrases"] else None,
        )
        for strength, rows in table.items()
    }
