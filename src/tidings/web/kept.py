"""Answers that were made already: each is made once for a copy, however many ask for it at the same time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock

MOST_BYTES = 256 * 2**20


class Kept:
    """Bytes by key, the longest unused given up first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()
        self._made: OrderedDict[tuple[str, ...], Future[bytes]] = OrderedDict()

    def get(self, key: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
        """What is kept under this key, or what `make` gives; an error is told to all who wait, and not kept."""
        with self._lock:
            found = self._made.get(key)
            mine = found is None
            future: Future[bytes] = Future() if found is None else found
            if mine:
                self._made[key] = future
            else:
                self._made.move_to_end(key)
        if not mine:
            return future.result()
        try:
            made = make()
        except BaseException as error:
            with self._lock:
                del self._made[key]
            future.set_exception(error)
            raise
        future.set_result(made)
        self._bound(len(made))
        return made

    def _bound(self, added: int) -> None:
        with self._lock:
            self._bytes += added
            for key in list(self._made):
                if self._bytes <= self._most_bytes:
                    return
                if self._made[key].done():
                    self._bytes -= len(self._made.pop(key).result())
