"""The page's files. They are read once, by name; no path that is asked ever reaches the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from tidings.web.answers import Trouble

STATIC = resources.files("tidings.web").joinpath("static")
INDEX = "index.html"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


def list_files(folder: Traversable = STATIC, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """Every file of the page with its name below the page's folder."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from list_files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry


class Files:
    """The files by name, with their ETags."""

    def __init__(self) -> None:
        self._files = {name: file.read_bytes() for name, file in list_files()}
        self._tags = {name: f'"{hashlib.sha256(data).hexdigest()[:24]}"' for name, data in self._files.items()}

    async def answer(self, request: Request) -> Response:
        """The file of this name; the page itself at the root."""
        name = request.path_params["path"] or INDEX
        data = self._files.get(name)
        if data is None:
            error = Trouble(
                error=f"there is no {name[:100]!r} here; the page is at /, the interface at /api/openapi.json"
            )
            return Response(msgspec.json.encode(error), status_code=404, media_type="application/json")
        headers = {"etag": self._tags[name], "cache-control": "no-cache"}
        if self._tags[name] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(data, media_type=KINDS["." + name.rpartition(".")[2]], headers=headers)
