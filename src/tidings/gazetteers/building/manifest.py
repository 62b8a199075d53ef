"""Writes the manifest: sources with licence and attribution, and checksums."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from tidings.gazetteers.building.raw import Raw
from tidings.gazetteers.manifest import NAME, Manifest, Source, checksum


def write_manifest(out: Path, raw: Raw) -> None:
    """The manifest of all files in a folder, by what was read for them."""
    table = tomllib.loads(raw.file("sources.toml", own=True).read_text(encoding="utf-8"))
    files = sorted(out.glob("*.gaz"))
    made_from = {str(_shown(path, raw)): checksum(path) for path in raw.read}
    manifest = Manifest(
        sources=tuple(msgspec.convert(row, Source) for row in table["source"]),
        made_from=dict(sorted(made_from.items())),
        files={path.name: checksum(path) for path in files},
        bytes={path.name: path.stat().st_size for path in files},
    )
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    (out / NAME).write_bytes(text + b"\n")


def _shown(path: Path, raw: Raw) -> Path:
    inside = path.is_relative_to(raw.folder)
    return path.relative_to(raw.folder) if inside else Path("geodata") / path.relative_to(raw.own)
