"""The application: routes from the table, the page's files, and a person's decisions."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route as Path

from tidings.errors import TidingsError
from tidings.web.answers import Decided, HandAnswer, Trouble
from tidings.web.files import Files
from tidings.web.guard import Guard, Token
from tidings.web.kept import Kept
from tidings.web.openapi import describe
from tidings.web.questions import NotThere
from tidings.web.routes import ROUTES, Route
from tidings.web.view import Hand, Tables, Views

JSON = "application/json"
LONGEST_DECISION = 20_000
AT_ONCE = 6  # questions that are answered at the same time; more would only wait for each other
Endpoint = Callable[[Request], Awaitable[Response]]


class Asked(msgspec.Struct, frozen=True):
    """A question as an address has it: what is wanted, and its canonical words for the ETag."""

    want: Any
    words: tuple[str, ...]


def make_app(views: Views, tables: Tables, hand: Hand | None, *, loopback: bool, version: str) -> Starlette:
    """The whole application. `hand` is None where nothing may be decided."""
    kept, files, token = Kept(), Files(), Token()
    description = msgspec.json.encode(describe(version))

    async def openapi(_: Request) -> Response:
        return Response(description, media_type=JSON)

    routes = [Path(route.path, _answering(route, Made(views, tables, kept, version))) for route in ROUTES]
    routes += [
        Path("/api/openapi.json", openapi),
        Path("/api/hand", _hand_shown(hand, token)),
        Path("/api/hand/{verb}", _hand_used(hand, token), methods=["POST"]),
        Path("/{path:path}", files.answer),
    ]

    @asynccontextmanager
    async def bounded(_: Starlette) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = AT_ONCE
        yield

    return Starlette(
        routes=routes,
        lifespan=bounded,
        middleware=[Middleware(Guard, loopback=loopback)],
        exception_handlers={HTTPException: _told_http, Exception: _told_fault},
    )


class Made(msgspec.Struct, frozen=True):
    """What answers are made from; `version` is of the code that makes them."""

    views: Views
    tables: Tables
    kept: Kept
    version: str

    def make(self, route: Route, asked: Asked) -> tuple[bytes, str]:
        """The answer and its ETag, from one copy."""
        view = self.views()
        key = (self.version, view.copy, *asked.words)
        tag = f'"{hashlib.sha256(repr(key).encode()).hexdigest()[:24]}"'
        return self.kept.get(key, lambda: msgspec.json.encode(route.make(view, self.tables, asked.want))), tag


def _answering(route: Route, made: Made) -> Endpoint:
    async def answer(request: Request) -> Response:
        try:
            asked = _read(route, request)
            body, tag = await run_in_threadpool(made.make, route, asked)
        except (msgspec.ValidationError, ValueError) as error:
            return _trouble(400, f"{error}; see api/openapi.json")
        except NotThere as error:
            return _trouble(404, str(error))
        except TidingsError as error:
            return _trouble(503, str(error))
        headers = {"etag": tag, "cache-control": "no-cache"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(body, media_type=JSON, headers=headers)

    return answer


def _read(route: Route, request: Request) -> Asked:
    """What is asked, checked by the class of the route."""
    if route.takes_id:
        given = request.path_params["id"]
        return Asked(given, (route.path, given))
    names = route.asks.__struct_fields__
    pairs = request.query_params.multi_items()
    for name, _ in pairs:
        if name not in names:
            raise ValueError(f"there is no parameter {name!r}; known are: {', '.join(names) or 'none'}")
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a parameter is given twice; give each once")
    words = tuple(f"{name}={value}" for name, value in sorted(pairs))
    if "\0" in "".join(words):
        raise ValueError("a parameter holds a null character")
    return Asked(msgspec.convert(dict(pairs), route.asks, strict=False), (route.path, *words))


def _hand_shown(hand: Hand | None, token: Token) -> Endpoint:
    async def answer(_: Request) -> Response:
        shown = HandAnswer(verbs=[], token=None, fields=[])
        if hand is not None:
            shown = HandAnswer(verbs=list(hand.verbs), token=token.value, fields=list(hand.fields))
        return Response(msgspec.json.encode(shown), media_type=JSON, headers={"cache-control": "no-store"})

    return answer


def _hand_used(hand: Hand | None, token: Token) -> Endpoint:
    async def answer(request: Request) -> Response:
        if hand is None:
            return _trouble(
                403, "nothing can be decided from here: the server was started with --read-only, or for others"
            )
        if not token.allows(request.headers):
            return _trouble(403, "this decision does not come from a page of this server; load the page again")
        verb = request.path_params["verb"]
        if verb not in hand.verbs:
            return _trouble(404, f"nothing is called {verb!r}; one can: {', '.join(hand.verbs)}")
        try:
            asked = msgspec.json.decode(await _short_body(request), type=dict[str, str])
            said = await run_in_threadpool(hand.decide, verb, asked)
        except (msgspec.DecodeError, ValueError, KeyError) as error:
            return _trouble(400, f"the decision is not understood: {error}")
        except TidingsError as error:
            return _trouble(409, str(error))
        return Response(msgspec.json.encode(Decided(said=said)), media_type=JSON)

    return answer


async def _short_body(request: Request) -> bytes:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_DECISION:
            raise ValueError(f"it is longer than {LONGEST_DECISION} bytes")
    return body


def _trouble(status: int, error: str) -> Response:
    return Response(msgspec.json.encode(Trouble(error=error)), status_code=status, media_type=JSON)


async def _told_http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    answer = _trouble(error.status_code, error.detail)
    answer.headers.update(error.headers or {})
    return answer


async def _told_fault(_: Request, __: Exception) -> Response:
    return _trouble(500, "the server made a fault; what it was stands on its terminal")
