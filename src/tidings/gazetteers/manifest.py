"""What the package's geodata are made from, under which licences, and the checksums of the files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from tidings.errors import MissingResource
from tidings.gazetteers.tables import AGAIN

DATA = Path(__file__).parent / "data"
NAME = "manifest.json"


class Source(msgspec.Struct, frozen=True):
    """One source of data; `attribution` is what must be shown wherever its data are."""

    name: str
    licence: str
    attribution: str
    used_for: str


class Manifest(msgspec.Struct, frozen=True):
    """The sources of a build, checksums of what was read and of what was written, and the bytes of each file."""

    sources: tuple[Source, ...]
    made_from: dict[str, str]
    files: dict[str, str]
    bytes: dict[str, int]


def load_manifest(folder: Path = DATA) -> Manifest:
    """The manifest that stands beside the files."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise MissingResource(f"the gazetteer's {path} is not there; {AGAIN}") from error
    except (OSError, msgspec.DecodeError) as error:
        raise MissingResource(f"the gazetteer's {path} cannot be read: {error}; {AGAIN}") from error


def damaged_files(folder: Path = DATA) -> list[str]:
    """The files whose content is not what the manifest says."""
    files = load_manifest(folder).files
    return [
        name for name, digest in files.items() if not (folder / name).is_file() or checksum(folder / name) != digest
    ]


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
