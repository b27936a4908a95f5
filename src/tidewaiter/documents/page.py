"""What an HTML page says about itself in its head: JSON-LD, meta elements, the canonical link, the title, times."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import Any

from tidewaiter.documents.dates import day_of, days_in
from tidewaiter.documents.markup import Tag
from tidewaiter.documents.metadata import Metadata
from tidewaiter.documents.published import Published

#: Meta names that hold the day of publication, surest first.
_DAY_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "og:published_time",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date",
    "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "publication-date",
    "article_date_original",
    "cxenseparse:recs:publishtime", "citation_publication_date", "citation_date", "article.published", "date",
    "weibo:article:create_at",
)  # fmt: skip
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "citation_title")
_OUTLET_METAS = ("og:site_name", "application-name", "dc.publisher", "citation_publisher", "publisher", "copyright")
_AUTHOR_METAS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "byl",
    "sailthru.author",
    "citation_author",
)
_ARTICLE_TYPES = re.compile(r"Article|Report|BlogPosting|NewsItem|WebPage", re.IGNORECASE)
_STAMP = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d{3})")
#: What browsers write into a page that they save.
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>\"']+)")
#: And how far into it.
_HEAD = 4000
#: JSON-LD beyond this length is data, not a description of the page.
_LONGEST_JSON = 500_000
_LONGEST_VALUE = 400


class PageFacts:
    """Gathers what the tags of a page say; `metadata` sums it up."""

    def __init__(self, source: str = "") -> None:
        saved = _SAVED_FROM.search(source, 0, _HEAD)
        self._saved_from = html.unescape(saved[1]) if saved else None
        self._metas: dict[str, str] = {}
        self._linked: dict[str, Any] = {}
        self._title: str | None = None
        self._canonical: str | None = None
        self._time: str | None = None

    def see(self, tag: Tag, source: str) -> None:
        """Note a start tag, if it is one that says something about the page."""
        name = tag.name
        if name == "meta":
            self._meta(tag.attributes())
        elif name == "title" and tag.inner and self._title is None:
            self._title = _clean(source[slice(*tag.inner)])
        elif name == "link" and "canonical" in tag.raw.lower():
            found = tag.attributes()
            if found.get("rel", "").lower() == "canonical" and found.get("href", "").startswith("http"):
                self._canonical = found["href"]
        elif name == "time" and self._time is None:
            found = tag.attributes()
            marks = f"{found.get('class', '')} {found.get('itemprop', '')}".lower()
            if "datetime" in found and not re.search(r"updat|modif", marks):
                self._time = found["datetime"]
        elif name == "script" and tag.inner and "ld+json" in tag.raw.lower():
            self._json(source[slice(*tag.inner)])

    def _meta(self, found: dict[str, str]) -> None:
        key = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
        if key and found.get("content"):
            self._metas.setdefault(key, found["content"])

    def _json(self, text: str) -> None:
        if len(text) > _LONGEST_JSON:
            return
        try:
            found = json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            return
        waiting: list[Any] = [found]
        for _ in range(2000):
            if not waiting:
                return
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting += one[:200]
            elif isinstance(one, dict):
                waiting += [
                    one[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if isinstance(one.get(key), list | dict)
                ]
                if _ARTICLE_TYPES.search(str(one.get("@type", ""))):
                    for key in ("datePublished", "headline", "publisher", "author", "url"):
                        if one.get(key) and (key not in self._linked or "Article" in str(one.get("@type"))):
                            self._linked.setdefault(key, one[key])

    def metadata(self) -> Metadata:
        """What the page says, from the surest places that say it."""
        return Metadata(
            title=_clean(_text(self._linked.get("headline"))) or self._first(_TITLE_METAS),
            heading=self._title,
            outlet=_name(self._linked.get("publisher")) or self._first(_OUTLET_METAS),
            author=_name(self._linked.get("author")) or self._first(_AUTHOR_METAS),
            url=self._canonical or _address(self._metas.get("og:url")) or self._saved_from,
            published=self._published(),
        )

    def _published(self) -> Published | None:
        if day := _day(_text(self._linked.get("datePublished"))):
            return Published(day, "metadata (JSON-LD datePublished)")
        for name in _DAY_METAS:
            if name in self._metas and (day := _day(self._metas[name])):
                return Published(day, f"metadata (meta {name})")
        if self._time and (day := _day(self._time)):
            return Published(day, "metadata (time element)")
        return None

    def _first(self, names: tuple[str, ...]) -> str | None:
        for name in names:
            value = _clean(self._metas.get(name))
            if value and not value.startswith(("http://", "https://")):
                return value
        return None


def _day(text: str | None) -> date | None:
    if not text:
        return None
    if stamp := _STAMP.match(text):
        return day_of(int(stamp[1]), int(stamp[2]), int(stamp[3]))
    return next((mention.day for mention in days_in(text[:100])), None)


def _clean(text: str | None) -> str | None:
    return " ".join(html.unescape(text).split())[:_LONGEST_VALUE] or None if text else None


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """A name out of JSON-LD: a string, an object with a name, or a list of them."""
    if isinstance(value, list):
        names = [name for one in value[:10] if (name := _name(one))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    text = _clean(_text(value))
    return None if text and text.startswith(("http://", "https://")) else text


def _address(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None
