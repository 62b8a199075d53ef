"""The package's gazetteer, opened once for all tests; districts that a person added are kept out of it."""

from __future__ import annotations

import pytest

from tidings.gazetteers import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer()
