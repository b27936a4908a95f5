"""Ctrl-C during a load: it stops at the next statement; pressed again, or where the engine does not come to an end
after it, the process ends at once.

A load may be ended at any moment, since the ledger is what it was until its manifest is renamed. What a load has lying
beside it is taken away by the next one.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: How long a load may take to stop, in seconds: the longest statement that cannot be broken off takes some four.
PATIENCE = 20


@contextmanager
def ends_soon(patience: int = PATIENCE) -> Iterator[None]:
    """Let a Ctrl-C in this block raise KeyboardInterrupt once; whatever follows it ends within `patience` seconds.

    The end is the system's (SIGALRM), which also comes where no line of Python is reached any more; Windows has none.
    Nothing is changed where Ctrl-C means something else already, or outside the main thread.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if hasattr(signal, "alarm"):
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(patience)
        raise KeyboardInterrupt

    try:
        signal.signal(signal.SIGINT, stop)
    except ValueError:  # not the main thread, which is the one that Ctrl-C reaches
        yield
        return
    try:
        yield
    finally:
        if hasattr(signal, "alarm"):
            signal.alarm(0)
        signal.signal(signal.SIGINT, signal.default_int_handler)
