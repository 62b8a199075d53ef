"""Harm that a text does not tell apart: "300 people either lost their lives or were injured" are casualties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tidings.claims.drafts import Draft, Report, change
from tidings.records import Parse

KILLED, INJURED, CASUALTIES = "harm.kill", "harm.injure", "harm.casualties"


def join_alternatives(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts, with one of casualties in place of two acts that one figure is told of, this or that."""
    told = list(drafts)
    left_out: set[int] = set()
    for n, draft in enumerate(told):
        if n in left_out:
            continue
        parse = report.sentences[draft.at].parse
        other = next((k for k in range(len(told)) if k > n and _are_either(draft, told[k], parse)), None)
        if other is None:
            yield draft
            continue
        left_out.add(other)
        counts = tuple(replace(c, what="casualties") for c in draft.counts)
        row = replace(draft.row, act=CASUALTIES, key=f"{draft.row.key} or {told[other].row.key}")
        yield change(draft, row.made_by, "figures.either", row=row, counts=counts, end=max(draft.end, told[other].end))


def _are_either(one: Draft, other: Draft, parse: Parse) -> bool:
    if one.at != other.at or {one.act, other.act} != {KILLED, INJURED} or one.said_by != other.said_by:
        return False
    if not one.counts or [(c.low, c.high) for c in one.counts] != [(c.low, c.high) for c in other.counts]:
        return False
    first, last = sorted((one.head, other.head))
    return any(
        parse.words[c].lower == "or" and first < c < last for c in (*parse.children[first], *parse.children[last])
    )
