"""The description of the interface (OpenAPI 3.1), made from the table of routes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from tidings.web import answers as give
from tidings.web.routes import ROUTES, Route

REF = "#/components/schemas/{name}"


def describe(version: str) -> dict[str, Any]:
    """The whole description."""
    types = [route.gives for route in ROUTES if route.gives is not None] + [give.Trouble]
    schemas, components = msgspec.json.schema_components(types, ref_template=REF)
    by_route = dict(zip([route.path for route in ROUTES if route.gives is not None], schemas, strict=False))
    paths = {route.path: {"get": _operation(route, by_route.get(route.path, {"type": "object"}))} for route in ROUTES}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "tidings",
            "version": version,
            "description": "What reports say, and who says so: read-only, from one published copy of a store.",
            "license": {"name": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": components},
    }


def _operation(route: Route, schema: dict[str, Any]) -> dict[str, Any]:
    troubles = {"400": "What was asked is not understood"}
    if route.takes_id:
        troubles["404"] = "Nothing has this id"
    return {
        "summary": route.summary,
        "operationId": route.path.strip("/").replace("/", "_").replace("{id}", "one"),
        "parameters": list(_parameters(route)),
        "responses": {
            "200": {
                "description": route.summary,
                "headers": {
                    "ETag": {"description": "Names the copy and what was asked.", "schema": {"type": "string"}}
                },
                "content": {"application/json": {"schema": schema}},
            },
            "304": {"description": "As the ETag that was sent has it"},
            **{
                code: {
                    "description": told,
                    "content": {"application/json": {"schema": {"$ref": REF.format(name="Trouble")}}},
                }
                for code, told in troubles.items()
            },
        },
    }


def _parameters(route: Route) -> Iterator[dict[str, Any]]:
    if route.takes_id:
        yield {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        return
    _, components = msgspec.json.schema_components([route.asks], ref_template=REF)
    described = components[route.asks.__name__]
    required = described.get("required", [])
    for name, schema in described["properties"].items():
        plain = _without_null(schema)
        told = plain.pop("description", None)
        yield {
            "name": name,
            "in": "query",
            "required": name in required,
            "schema": plain,
            **({"description": told} if told else {}),
        }


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter that is not given is not there: null cannot be written in an address."""
    plain = {key: value for key, value in schema.items() if key not in ("anyOf", "default")}
    choices = [choice for choice in schema.get("anyOf", []) if choice.get("type") != "null"]
    for choice in choices:
        plain |= choice
    if "enum" in plain:
        plain["enum"] = [value for value in plain["enum"] if value is not None]
    if schema.get("default") is not None:
        plain["default"] = schema["default"]
    return plain
