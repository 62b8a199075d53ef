"""The server: what it listens at, and how long it runs."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from importlib.metadata import version

from tidings.errors import MissingResource, TidingsError
from tidings.serving.copies import Copies
from tidings.serving.lookups import make_lookups
from tidings.serving.person import Person
from tidings.settings import Settings
from tidings.web.loopback import is_loopback

BACKLOG = 256  # who asks before the server is quite awake waits


def serve(settings: Settings, *, host: str, port: int, decides: bool, opens: bool, tell: Callable[[str], None]) -> None:
    """Serves until it is stopped."""
    try:
        import uvicorn  # noqa: PLC0415

        from tidings.web.app import make_app  # noqa: PLC0415
    except ImportError as error:
        raise MissingResource(
            f"the map needs {error.name}, which is not installed; run: pip install 'tidings[web]'"
        ) from error
    copies = Copies(settings, tell)
    lookups = make_lookups(copies.table)
    hand = Person(settings, copies) if decides else None
    app = make_app(copies, lookups, hand, loopback=is_loopback(host), version=version("tidings"))
    listener = listen(host, port)
    address = f"http://{host}:{listener.getsockname()[1]}/"
    threading.Thread(target=copies.watch, daemon=True).start()
    tell(f"the map of {settings.store} is at {address}; stop it with Ctrl-C")
    if opens:
        webbrowser.open(address)
    try:
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listener])
    finally:
        copies.stop()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host.strip("[]"), port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise TidingsError(
            f"nothing can listen at {host}:{port} ({error.strerror}); name another with --port"
        ) from error
    return listener
