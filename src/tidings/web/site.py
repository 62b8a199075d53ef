"""The page with its data beside it: a folder that opens from a disk, without a server and without a network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tidings.web import questions
from tidings.web.areas import make_areas
from tidings.web.files import list_files
from tidings.web.picture import EPOCH, make_picture, make_spans, make_words
from tidings.web.view import Tables, View

CONFIG = "config.js"
BATCH = 1000
ON_A_SHELF = 60  # how many of a kind stand in one file, about
PLUGIN = "vendor/mapbox-gl-rtl-text.js"
# what a page opened from a disk cannot load for itself
LEFT_OUT = (CONFIG, "vendor/maplibre-gl-csp-worker.js", PLUGIN)


def write_site(view: View, tables: Tables, out: Path) -> None:
    """Writes the page and its data into the folder."""
    for name, file in list_files():
        if name not in LEFT_OUT:
            _write(out / name, file.read_bytes())
    picture = make_picture(view)
    ids = picture["events"].get("id", [])
    letters = count_letters(max(len(ids), len(picture["documents"]["id"])))
    data = Data(out / "data", letters)
    data.one("picture", picture)
    data.one("areas", make_areas(view, tables))
    data.one("words", make_words(view))
    data.one("spans", make_spans(view, None))
    for day in picture["control_days"]:
        known = EPOCH.fromordinal(EPOCH.toordinal() + day)
        data.one(f"spans-{known.isoformat()}", make_spans(view, known))
    claims = [row["id"] for row in view.rows("SELECT id FROM quick.claims ORDER BY id")]
    data.shelves("events", ids, lambda some: questions.event_details(view, some), lambda one: one.event.id)
    data.shelves("claims", claims, lambda some: questions.claim_details(view, some), lambda one: one.claim.id)
    data.shelves(
        "documents",
        picture["documents"]["id"],
        lambda some: questions.document_details(view, some),
        lambda one: one.document.id,
    )
    _write(out / CONFIG, _config(letters))


def count_letters(rows: int) -> int:
    """By how many letters of an id's hash a kind is parted, so that no file is large."""
    letters = 1
    while rows > ON_A_SHELF * 16**letters and letters < 3:
        letters += 1
    return letters


class Data:
    """The folder of data. Each file is a script that gives one value to the page, by name."""

    def __init__(self, folder: Path, letters: int) -> None:
        self._folder = folder
        self._letters = letters

    def one(self, name: str, value: Any) -> None:
        """One value under its name."""
        _write(self._folder / f"{name}.js", b"".join((b"tidings.give(", _json(name), b",", _json(value), b");\n")))

    def shelves(
        self,
        kind: str,
        ids: Sequence[str],
        make: Callable[[Sequence[str]], Iterable[Any]],
        name: Callable[[Any], str],
    ) -> None:
        """Many of a kind, by the first letters of their ids' hashes; of each file only its own are held at a time."""
        shelves: dict[str, list[str]] = defaultdict(list)
        for one in ids:
            shelves[one.partition("-")[2][: self._letters]].append(one)
        for some in _groups(list(shelves.items())):
            found = {name(one): one for one in make([one for _, shelf in some for one in shelf])}
            for letters, shelf in some:
                self.one(f"{kind}-{letters}", {one: found[one] for one in shelf if one in found})


def _groups(shelves: Sequence[tuple[str, list[str]]]) -> Iterator[list[tuple[str, list[str]]]]:
    """Shelves in lots, so that a question is asked for about a thousand at once."""
    lot: list[tuple[str, list[str]]] = []
    for shelf in shelves:
        lot.append(shelf)
        if sum(len(ids) for _, ids in lot) >= BATCH:
            yield lot
            lot = []
    if lot:
        yield lot


def _config(letters: int) -> bytes:
    """Says that the data stand beside the page; with the text of the plugin that it cannot load from a disk."""
    plugin = next(file for name, file in list_files() if name == PLUGIN).read_text(encoding="utf-8")
    config = _json({"from": "files", "letters": letters})
    return b"".join((b"globalThis.tidings = { config: ", config, b" };\ntidings.rtlText = ", _json(plugin), b";\n"))


def _json(value: Any) -> bytes:
    """JSON that may stand in a script."""
    return msgspec.json.encode(value).replace("\u2028".encode(), b"\\u2028").replace("\u2029".encode(), b"\\u2029")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
