"""What keeps the page safe: who may ask, what a browser may load, and who may decide."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tidings.web.loopback import is_own_host

# the one style element that Observable Plot writes, for the class that the page gives it; taken by its hash
PLOT_STYLE = (
    ":where(.plot-t) {\n  --plot-background: white;\n  display: block;\n  height: auto;\n  height: intrinsic;\n"
    "  max-width: 100%;\n}\n:where(.plot-t text),\n:where(.plot-t tspan) {\n  white-space: pre;\n}"
)
OTHER_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def make_policy(styles: Iterable[str] = (PLOT_STYLE,)) -> str:
    """The Content-Security-Policy: everything from this server, no markup that runs, no word to anybody else."""
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" for style in styles]
    rules: Mapping[str, str] = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": " ".join(("'self'", *hashes)),
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class Guard:
    """Around the application: gives every answer its headers and, on loopback, turns away every other host's name.

    A page elsewhere can have its own name point at this machine; its requests bear that name, and are not answered.
    """

    def __init__(self, app: ASGIApp, *, loopback: bool) -> None:
        self.app = app
        self.loopback = loopback
        self.headers = {"content-security-policy": make_policy(), **OTHER_HEADERS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        if self.loopback and not is_own_host(dict(scope["headers"]).get(b"host", b"").decode("latin-1")):
            answer = PlainTextResponse("this server answers to localhost and 127.0.0.1 alone", status_code=421)
            await answer(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)


class Token:
    """A secret of this run, which only a page of this server can read; every decision has to carry it."""

    def __init__(self) -> None:
        self.value = secrets.token_urlsafe(32)

    def allows(self, headers: Mapping[str, str]) -> bool:
        """Whether a request comes from a page of this server and carries the token."""
        origin, host = headers.get("origin", ""), headers.get("host", "")
        same = origin in (f"http://{host}", f"https://{host}")
        fetched = headers.get("sec-fetch-site", "same-origin") == "same-origin"
        given = headers.get("tidings-token", "")
        return bool(host) and same and fetched and hmac.compare_digest(given.encode(), self.value.encode())
