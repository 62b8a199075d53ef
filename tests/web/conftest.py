"""The interface over a small store, asked by its client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.a_store import make_store
from tidings.serving import Copies, Lookups, make_lookups
from tidings.settings import Settings
from tidings.web.app import make_app

BASE = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_store(tmp_path_factory.mktemp("web") / "war.duckdb")


@pytest.fixture(scope="session")
def copies(settings: Settings) -> Copies:
    return Copies(settings, print)


@pytest.fixture(scope="session")
def lookups(copies: Copies) -> Lookups:
    return make_lookups(copies.table)


@pytest.fixture(scope="session")
def client(copies: Copies, lookups: Lookups) -> Iterator[TestClient]:
    app = make_app(copies, lookups, None, loopback=True, version="0")
    with TestClient(app, base_url=BASE) as client:
        yield client


@pytest.fixture
def own_store(tmp_path: Path) -> Settings:
    """A store that a test may change."""
    return make_store(tmp_path / "own.duckdb")
