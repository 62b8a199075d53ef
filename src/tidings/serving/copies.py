"""Which copy is shown: the one published last, and news taken in while it is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from tidings.actors import ActorTable, load_actors
from tidings.errors import TidingsError
from tidings.publishing import open_fresh
from tidings.serving.open_copy import OpenCopy
from tidings.settings import Settings
from tidings.store import read_current

POLL_SECONDS = 1.0


class Copies:
    """The current copy; a newer one takes its place once it is opened and prepared, and never before."""

    def __init__(self, settings: Settings, tell: Callable[[str], None]) -> None:
        self._settings = settings
        self._table = load_actors() if settings.actors is None else load_actors(settings.actors)
        self._tell = tell
        self._lock = threading.Lock()
        self._current = self._open_first(settings, tell)
        self._stopped = threading.Event()

    def _open_first(self, settings: Settings, tell: Callable[[str], None]) -> OpenCopy:
        open_fresh(settings, tell).close()
        return OpenCopy.of_store(settings, self._table)

    @property
    def table(self) -> ActorTable:
        return self._table

    def __call__(self) -> OpenCopy:
        return self._current

    def renew(self) -> None:
        """Takes in what was published since, if anything was."""
        with self._lock:
            named = read_current(self._settings.store)
            if named is None or Path(named.file).stem == self._current.copy:
                return
            fresh = OpenCopy.of_store(self._settings, self._table)
            self._current = fresh

    def watch(self) -> None:
        """Looks for news once a second, until `stop`."""
        while not self._stopped.wait(POLL_SECONDS):
            try:
                self.renew()
            except TidingsError as error:
                self._tell(f"what was published last cannot be opened, and the copy before is still shown: {error}")

    def stop(self) -> None:
        self._stopped.set()
