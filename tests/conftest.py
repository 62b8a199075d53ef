"""What all tests share: the parser, loaded once."""

from __future__ import annotations

import pytest

from tidings.language.parser import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()
