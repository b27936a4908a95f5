"""The head of every page: what may take effect in it, how wide it is, its title and its style."""

from __future__ import annotations

from tidewaiter.briefing.markup import Markup, element

#: Nothing but the style in the page itself may take effect, should anything slip through the escaping.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def head(title: str, *style: Markup) -> Markup:
    """A page's `<head>`."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{title} · Tidewaiter"),
        element("style", *style),
    )
