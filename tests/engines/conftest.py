"""Readers of one plain format in the place of the real ones."""

from __future__ import annotations

import pytest

from tests.stand_ins import use_plain_readers


@pytest.fixture(autouse=True)
def _plain_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    use_plain_readers(monkeypatch)
