"""The one way out to the network: one request at a time, not too fast, tried again where that helps.

An answer's body is written to a file as it comes, and counts only once it is whole. A key is sent and forgotten: it
stands in no message, no log and no file.
"""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from tidewaiter.errors import FetchError, RefusedError
from tidewaiter.fetch.connector import Key, Request

if TYPE_CHECKING:
    import httpx2

_LOG = logging.getLogger("tidewaiter.fetch")
#: How much of a refusal is read, and how much of it told.
_SAID, _TOLD = 1 << 16, 300
#: How much of a page is searched for words.
_READ = 1 << 13
_LARGEST = 4 << 30
_ATTEMPTS = 6
_LATER = frozenset({429, 503})


class _PassingError(Exception):
    """A failure that may pass; `wait` are the seconds that the service asks for, where it does."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


_CURES = {
    401: "check the key",
    403: "the key may be wrong or used up for today: check it, or try again tomorrow",
    404: "check the address, and whether the month is out",
}


class Web:
    """A client for one service. `patience` is the longest wait, in seconds, that a service may ask for."""

    def __init__(self, *, key: Key | None, pause: float, patience: float = 900.0, timeout: float = 180.0) -> None:
        self._key = key
        self._pause = pause
        self._patience = patience
        self._timeout = timeout
        self._next = 0.0
        self._client: httpx2.Client | None = None

    def __enter__(self) -> Web:
        """Open the client; FetchError where the extra is not installed."""
        httpx2, _ = _libraries()
        # The one would write whole addresses into the log, where some services take the key; the other says nothing
        # that we do not say ourselves.
        logging.getLogger("httpx2").setLevel(logging.WARNING)
        logging.getLogger("stamina").setLevel(logging.ERROR)
        # Whoever is sent on to another host would take the key along.
        self._client = httpx2.Client(
            timeout=self._timeout,
            follow_redirects=self._key is None,
            headers={"User-Agent": "tidewaiter (trade statistics)", "Accept-Encoding": "gzip"},
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        if self._client is not None:
            self._client.close()

    def fetch(self, request: Request, target: Path) -> None:
        """Write the body of an answer of status 200 to a file.

        RefusedError for another status, FetchError where no answer comes after several tries or the service asks to
        wait longer than the patience lasts; then the file is not there.
        """
        httpx2, stamina = _libraries()
        try:
            tries = stamina.retry_context(
                on=self._again, attempts=_ATTEMPTS, timeout=None, wait_initial=1.0, wait_max=60.0
            )
            for attempt in tries:
                with attempt:
                    self._try(request, target)
            return
        except (_PassingError, httpx2.TransportError) as error:
            why = self.without_key(str(error) or type(error).__name__)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            why = self.without_key(str(error) or type(error).__name__)
        finally:
            self._next = time.monotonic() + self._pause
        target.unlink(missing_ok=True)
        raise FetchError(
            f"no answer: {why}",
            path=request.url,
            cure="run the same command again later: what has come is kept",
        )

    def without_key(self, text: str) -> str:
        """A text in which the key does not stand."""
        if self._key is None:
            return text
        from urllib.parse import quote

        for secret in {self._key.value, quote(self._key.value, safe="")}:
            text = text.replace(secret, "…")
        return text

    def _again(self, error: Exception) -> bool | float:
        """Whether to try again after an error, or in how many seconds."""
        import httpx2

        passing = isinstance(error, httpx2.TransportError) and not isinstance(error, httpx2.UnsupportedProtocol)
        if not passing and not isinstance(error, _PassingError):
            return False
        wait = error.wait if isinstance(error, _PassingError) else None
        _LOG.warning("%s; trying again", self.without_key(str(error) or type(error).__name__))
        return True if wait is None else wait

    def _try(self, request: Request, target: Path) -> None:
        assert self._client is not None
        time.sleep(max(0.0, self._next - time.monotonic()))
        params, headers = dict(request.params), dict[str, str]()
        if self._key is not None:
            (headers if self._key.place == "header" else params)[self._key.name] = self._key.value
        try:
            with self._client.stream("GET", request.url, params=params, headers=headers) as response:
                if response.status_code != 200:
                    raise self._refusal(response, request)
                with target.open("wb") as stream:
                    self._copy(response, stream, request)
        finally:
            self._next = time.monotonic() + self._pause

    def _copy(self, response: httpx2.Response, stream: IO[bytes], request: Request) -> None:
        size = 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > _LARGEST:
                raise FetchError(
                    f"an answer of more than {_LARGEST >> 30} GiB", path=request.url, cure="ask for fewer months"
                )
            stream.write(piece)

    def _refusal(self, response: httpx2.Response, request: Request) -> Exception:
        """The error behind another status than 200."""
        status = response.status_code
        wait = _wait(response.headers)
        if status in _LATER or (status == 403 and wait is not None):
            if wait is not None and wait > self._patience:
                until = datetime.fromtimestamp(time.time() + wait, UTC)
                return FetchError(
                    f"the service asks to wait until {until:%Y-%m-%d %H:%M} UTC",
                    path=request.url,
                    cure="run the same command again then: what has come is kept",
                )
            return _PassingError(f"the service answers {status}", wait)
        if status >= 500:
            return _PassingError(f"the service answers {status}", wait)
        if response.is_redirect:
            host = response.headers.get("location", "elsewhere").partition("?")[0]
            return FetchError(
                f"the service sends us on to {self.without_key(host)}, and the key would go along",
                path=request.url,
                cure="check the address of the service",
            )
        said = self.without_key(message(_beginning(response)))
        words = f": {said}" if said else ""
        return RefusedError(
            f"the service answers {status}{words}",
            status=status,
            said=said,
            path=request.url,
            cure=_CURES.get(status, "check the question"),
        )


def _beginning(response: httpx2.Response) -> bytes:
    """The first bytes of a body, as far as they come."""
    said = b""
    with suppress(Exception):
        for piece in response.iter_bytes():
            said += piece
            if len(said) > _SAID:
                break
    return said[:_SAID]


def message(body: bytes) -> str:
    """What an error's body says in one line: the message of a JSON or XML answer, or the words of a page."""
    text = body.decode("utf-8", errors="replace").strip()
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        plain = re.sub(r"(?s)<(script|style)\b[^>]{0,200}>.{0,2000}?</\1>", " ", text[:_READ])
        return " ".join(re.sub(r"<[^<>]{0,1000}>", " ", plain).split())[:_TOLD]
    while isinstance(found, dict | list) and found:
        if isinstance(found, list):
            found = found[0]
            continue
        named = ("errorObject", "errorMessage", "error", "errors", "message", "label", "detail")
        found = next((found[name] for name in named if found.get(name)), str(found))
    return " ".join(str(found).split())[:_TOLD]


def _wait(headers: Mapping[str, str]) -> float | None:
    """The seconds of `Retry-After`, which is a number or a day and time."""
    said = headers.get("retry-after", "").strip()
    if said.isdigit():
        return float(min(int(said), 10**9))
    with suppress(ValueError, TypeError):
        day = parsedate_to_datetime(said)
        day = day if day.tzinfo else day.replace(tzinfo=UTC)
        return max(0.0, day.timestamp() - time.time())
    return None


def _libraries() -> tuple[Any, Any]:
    try:
        import httpx2
        import stamina
    except ImportError as error:
        raise FetchError(
            "what talks to the network is not installed", cure="pip install 'tidewaiter[fetch]'"
        ) from error
    return httpx2, stamina
