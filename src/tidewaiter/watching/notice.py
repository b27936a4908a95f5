"""Telling others of an arrival: a webhook that takes JSON, and mail."""

from __future__ import annotations

import json
import smtplib
import urllib.request
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from urllib.error import URLError
from urllib.parse import urlsplit

from tidewaiter.errors import UsageError
from tidewaiter.watching.inbox import Arrival

#: Seconds that another's server may take.
TIMEOUT = 20.0


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server and whom it writes to; `password` is never printed or written."""

    server: str
    port: int
    sender: str
    to: str
    user: str | None = None
    password: str | None = None


def check_webhook(address: str) -> str:
    """The address; UsageError for what is no address of the web."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"not an address of the web: {address!r}", cure="write https://…")
    return address


def call(address: str, arrival: Arrival) -> str | None:
    """POST the arrival as JSON; what went wrong, or None."""
    body = json.dumps(asdict(arrival), ensure_ascii=False).encode("utf-8")
    request = urllib.request.Request(
        check_webhook(address), data=body, headers={"Content-Type": "application/json"}, method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return None
    except (URLError, OSError, ValueError) as error:
        return f"the webhook did not take it: {error}"


def send(mail: Mail, arrival: Arrival) -> str | None:
    """Send the arrival's summary; what went wrong, or None."""
    message = EmailMessage()
    message["Subject"] = " ".join(arrival.title.split())
    message["From"], message["To"] = mail.sender, mail.to
    message.set_content(arrival.problem or arrival.summary)
    try:
        with smtplib.SMTP(mail.server, mail.port, timeout=TIMEOUT) as server:
            if mail.user is not None:
                server.starttls()
                server.login(mail.user, mail.password or "")
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        return f"the mail was not sent: {error}"
    return None
