"""The description of the interface holds: whatever it allows is answered as it says, and the rest is refused."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from tidings.serving import Copies, Lookups
from tidings.web.app import make_app
from tidings.web.routes import ROUTES

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
# what the page alone reads is one large answer each, with nothing to describe
DESCRIBED = [route.path for route in ROUTES if route.gives is not None or route.path == "/api/spans"]


@pytest.fixture(scope="session")
def described(copies: Copies, lookups: Lookups) -> schemathesis.BaseSchema:
    """The description, with the application behind it; its host's name is the checker's own."""
    app = make_app(copies, lookups, None, loopback=False, version="0")
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", DESCRIBED)
def test_the_interface_does_what_its_description_says(
    described: schemathesis.BaseSchema, path: str, mode: GenerationMode
) -> None:
    operation = described[path]["GET"]
    if mode is GenerationMode.NEGATIVE and not operation.query:
        return  # any id may be asked for: only what is not there is refused, which test_api holds

    @FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate()

    holds()
