"""The lines of a ledger, and how they are read back."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec

from tidings.engines.shards import ShardNote
from tidings.errors import StoreError


class Considered(msgspec.Struct, frozen=True, tag="considered", tag_field="is"):
    """Another telling of a known document was seen, and the one that is kept ranks before it."""

    document_id: str
    variant: str


class Moved(msgspec.Struct, frozen=True, tag="moved", tag_field="is"):
    """A known document was also found elsewhere; the place that sorts first is the one that is shown."""

    document_id: str
    raw_path: str | None
    raw_sha256: str | None


class Forgotten(msgspec.Struct, frozen=True, tag="forgotten", tag_field="is"):
    """Documents that were taken out. Reading them again brings them back."""

    document_ids: tuple[str, ...]


class Retired(msgspec.Struct, frozen=True, tag="retired", tag_field="is"):
    """Drops that a later look at the same files no longer found."""

    drop_ids: tuple[str, ...]


class Publishers(msgspec.Struct, frozen=True, tag="publishers", tag_field="is"):
    """Rows of a publisher table; a later row of the same id stands."""

    rows: tuple[dict[str, str | None], ...]


class Named(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a decision names, told so that it is found again where its id is another: after reading again, elsewhere.

    Of a report the first four fields are told. Of a claim also its words and what it said; `beside` are other claims of
    the same words, which are not meant.
    """

    document_id: str
    work: str
    own_id: str
    publisher: str | None = None
    act: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    says: dict[str, Any] = {}
    beside: tuple[str, ...] = ()


class Decided(msgspec.Struct, frozen=True, tag="decided", tag_field="is"):
    """A person's decision: on two reports or two claims same or different, on one claim correct or reject.

    About copies, `one` is the report that copies and `other` what it copies. About claims `other` is empty; a
    correction has the field and the value that it is to have, in the form of hand/fields.py.
    """

    id: str
    about: Literal["copies", "events", "claims"]
    verdict: Literal["same", "different", "correct", "reject"]
    one: str
    other: str
    author: str
    reason: str
    day: date
    field: str | None = None
    value: Any = None
    named: tuple[Named, ...] = ()


class Undone(msgspec.Struct, frozen=True, tag="undone", tag_field="is"):
    """A decision that was taken back: from then on it is as if it had never been taken."""

    decision_id: str
    author: str
    day: date


Entry = ShardNote | Considered | Moved | Forgotten | Retired | Publishers | Decided | Undone


def read_entries(path: Path) -> list[Entry]:
    """All whole lines. A last line that was torn is cut off the file; a bad line before it is a StoreError."""
    content = path.read_bytes() if path.exists() else b""
    lines = content.split(b"\n")
    torn = lines.pop()
    decoder = msgspec.json.Decoder(Entry)
    entries: list[Entry] = []
    for number, line in enumerate(lines, 1):
        try:
            entries.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if number < len(lines):
                raise StoreError(
                    f"{path}, line {number}, cannot be understood ({error}); a copy of the file from before is needed, "
                    "or move it away: the shards beside it are then entered anew, and what was forgotten comes back"
                ) from error
            torn = line + b"\n" + torn
    if torn:
        os.truncate(path, len(content) - len(torn))
    return entries
