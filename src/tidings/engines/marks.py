"""Done marks: what the ledger remembers of each document, and which of two tellings of one document is kept."""

from __future__ import annotations

import msgspec

from tidings.records import Document, make_id

# where a document was found is no part of what it says
PROVENANCE = {"raw_path": None, "raw_sha256": None}


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it was handed in to be read.

    `variant` is the same for the same record found in two places. Two records can share an id (publisher, own id and
    text) and yet differ, in their day say; then the lower `rank` is kept, so that the order of reading is no matter.
    """

    id: str
    work: str
    own_id: str
    variant: str
    rank: str
    raw_path: str | None = None
    raw_sha256: str | None = None

    @property
    def found_at(self) -> tuple[str, str]:
        return self.raw_path or "", self.raw_sha256 or ""


def make_mark(document: Document) -> Mark:
    """The mark of one document; a dated telling ranks before an undated one, then the earlier day, then the variant."""
    bare = msgspec.structs.replace(document, **PROVENANCE)
    variant = make_id("var", msgspec.to_builtins(bare, order="deterministic"))
    day = document.published.isoformat() if document.published else "undated"
    return Mark(
        id=document.id,
        work=document.work,
        own_id=document.own_id,
        variant=variant,
        rank=f"{day} {variant}",
        raw_path=document.raw_path,
        raw_sha256=document.raw_sha256,
    )
