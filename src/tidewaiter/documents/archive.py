"""Pages saved as one file (MHTML): the HTML part of the archive, and the address it was saved from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidewaiter.errors import DocumentError

_MARK = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
#: How far the headers of an archive reach.
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """The page in an archive: its bytes, the encoding that its part declares, and its address."""

    data: bytes
    charset: str | None
    url: str | None


def is_archive(data: bytes) -> bool:
    """Whether bytes begin as an MHTML archive does."""
    head = data[:_HEAD]
    return head[:1].isalpha() and b"\n" in head and bool(_MARK.search(head)) and b":" in head.split(b"\n", 1)[0]


def page_in(data: bytes, *, path: str) -> ArchivedPage:
    """The HTML part of an archive; DocumentError where it has none."""
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and isinstance(part, EmailMessage):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                location = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                url = str(location) if location and str(location).startswith("http") else None
                return ArchivedPage(payload, part.get_content_charset(), url)
    raise DocumentError("the archive holds no HTML page", path=path, cure="save the page as HTML")
