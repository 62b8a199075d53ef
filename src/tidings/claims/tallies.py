"""How many units each side holds, where a sentence shares them out: "19 towns were in rebel hands, 9 contested".

Such a sentence says its unit once and its verb once or never, so it is read word by word: a number, perhaps its unit,
and then who has so many ("in government hands", "under the rebels", "held by the army", "to the army") or that nobody
has ("contested"). A number without a unit counts the units told last in the report; one without a day takes theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tidings.claims.drafts import Draft, Report, SentenceMentions, change
from tidings.lexicons.act_rows import ActRow
from tidings.lexicons.words import words
from tidings.records import Count, Mention, Parse, Period

REBELS = words("actors", "rebels")
GROUND = frozenset({"district", "city", "province", "village"})
UNITS = words("places", "units") | {"centre", "center", "seat"}
OPEN = frozenset({"contested", "disputed"})
HELD = frozenset({"hands", "control", "rule"})
HOLDING = frozenset({"held", "controlled", "ruled", "governed", "run"})
BETWEEN = frozenset({"are", "were", "is", "was", "as", "still", "now", "to", "be", "remain", "remained", "already"})
GIVING = frozenset({"give", "credit", "leave", "assign", "attribute", "allot", "award"})
REACH = 4  # sentences over which a number without a unit counts what was counted before
LONGEST = 4  # words of a side's name
TALLY = "tally"
ROW = ActRow(
    act="territory.hold", key=TALLY, kind="phrase", words=(), head=0, actor=(), target=(), place=(), destination=(),
    example="Nineteen towns were in rebel hands and a further nine contested.",
)  # fmt: skip


class _Share(msgspec.Struct):
    """One number of a tally: the figure, the words it runs over, whose so many are (None: nobody's alone)."""

    figure: Mention
    first: int
    last: int
    side: tuple[int, int] | None
    form: str


class _Context(msgspec.Struct):
    """What was counted last: its unit, the day of that count, and the sentence."""

    what: str | None = None
    period: Period | None = None
    at: int = -REACH - 1


def may_share_out(parse: Parse) -> bool:
    """Whether a sentence without any other act may hold a tally."""
    told = {word.lower for word in parse.words} | {word.lemma for word in parse.words if word.tag == "NNS"}
    return any(w.tag == "CD" for w in parse.words) and not told.isdisjoint(OPEN | HELD | HOLDING | UNITS)


def add_tallies(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts, with one for each share of a tally in place of those that saw a part of it."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.at, []).append(draft)
    context = _Context()
    for at, (parsed, found) in enumerate(zip(report.sentences, report.mentions, strict=True)):
        own = by_sentence.get(at, [])
        shares = _find_shares(parsed.parse, found, own, context, at)
        made = [_make(share, parsed.parse, found, own, context, at) for share in shares]
        yield from (d for d in own if not any(_covers(share, d) for share in shares))
        yield from made
        _remember(context, found, at, made)


def _find_shares(
    parse: Parse, found: SentenceMentions, own: Sequence[Draft], context: _Context, at: int
) -> list[_Share]:
    shares: list[_Share] = []
    for mention in found.counts:
        share = _read_share(parse, mention)
        if share is None:
            continue
        has_unit = _unit(mention) is not None
        beside = shares or any(_is_of_ground(other) for other in found.counts if other.end <= mention.start)
        told_before = at - context.at <= REACH and context.what is not None
        if not has_unit and not beside and not (told_before and share.form in ("open", "hands")):
            continue
        before = shares[-1].form if shares else ""
        if share.form == "to" and before != "to" and not (has_unit and _is_given(parse, share)):
            continue
        if share.form == "by" and before not in ("held", "by"):
            continue
        if share.form == "under" and not has_unit and before not in ("hands", "under"):
            continue
        shares.append(share)
    return shares


def _is_of_ground(mention: Mention) -> bool:
    return _unit(mention) is not None


def _unit(mention: Mention) -> str | None:
    count = mention.means
    return count.what if isinstance(count, Count) and count.what in GROUND else None


def _is_given(parse: Parse, share: _Share) -> bool:
    return any(parse.words[i].lemma in GIVING for i in range(max(0, share.first - 4), share.first))


def _read_share(parse: Parse, mention: Mention) -> _Share | None:
    """The share that begins with this figure, or None where another thing follows it."""
    inside = [w.index for w in parse.words if mention.start <= w.start < mention.end]
    if not inside or (_unit(mention) is None and "alone" not in mention.candidates):
        return None
    first, at = inside[0], inside[-1] + 1
    while at < len(parse.words) and parse.words[at].lemma in UNITS:
        at += 1
    while at < len(parse.words) and parse.words[at].lower in BETWEEN and parse.words[at].lower != "to":
        at += 1
    if at >= len(parse.words):
        return None
    lower = parse.words[at].lower
    if lower in OPEN:
        return _Share(mention, first, at, None, "open")
    if lower in ("in", "under"):
        return _held(parse, mention, first, at)
    if lower in HOLDING and at + 1 < len(parse.words) and parse.words[at + 1].lower == "by":
        return _by(parse, mention, first, at + 2, "held")
    return _by(parse, mention, first, at + 1, lower) if lower in ("to", "by") else None


def _by(parse: Parse, mention: Mention, first: int, at: int, form: str) -> _Share | None:
    side = _side(parse, at)
    return _Share(mention, first, side[1], side, form) if side else None


def _held(parse: Parse, mention: Mention, first: int, at: int) -> _Share | None:
    """ "In government hands", "under the control of the rebels", "under the rebels"."""
    for i in range(at + 1, min(at + 1 + LONGEST + 1, len(parse.words))):
        if parse.words[i].lower not in HELD:
            continue
        of = i + 1 < len(parse.words) and parse.words[i + 1].lower == "of"
        side = _side(parse, i + 2) if of else (at + 1, i - 1)
        return _Share(mention, first, max(i, side[1]) if side else i, side, "hands")
    if parse.words[at].lower == "under" and (side := _side(parse, at + 1)):
        return _Share(mention, first, side[1], side, "under")
    return None


def _side(parse: Parse, start: int) -> tuple[int, int] | None:
    """First and last word of the name that follows: an article, modifiers, and the noun they end with."""
    end = start
    while end < min(start + LONGEST, len(parse.words)) and parse.words[end].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        end += 1
    return (start, end - 1) if end > start else None


def _covers(share: _Share, draft: Draft) -> bool:
    return draft.act.startswith("territory.") and share.first <= draft.head <= share.last


def _make(
    share: _Share, parse: Parse, found: SentenceMentions, own: Sequence[Draft], context: _Context, at: int
) -> Draft:
    old = next((draft for draft in own if _covers(share, draft)), None)
    count = share.figure.means
    assert isinstance(count, Count)
    what = _unit(share.figure) or _unit_beside(found, share) or context.what or count.what
    of = "contested" if share.form == "open" else None if _unit(share.figure) is None else count.of
    start, end = parse.words[share.first].start, parse.words[share.last].end
    told = _day(share, parse, found)
    period = told.means if told and isinstance(told.means, Period) else None if _unit(share.figure) else context.period
    by = (share.figure.made_by, "figures.tally", told.made_by if told else "inherit.period" if period else "")
    draft = Draft(
        at=at, head=share.figure.head, row=ROW, start=start, end=end, arguments={}, period=period,
        rules=(ROW.made_by, *filter(None, by)),
        mention=Mention(kind="act", start=start, end=end, head=share.figure.head, means=ROW.act, made_by=ROW.made_by),
        actor=_names(share, parse, found) or (old.actor if old and share.side else ()),
    )  # fmt: skip
    return change(draft, counts=(msgspec.structs.replace(count, what=what, of=of),))


def _unit_beside(found: SentenceMentions, share: _Share) -> str | None:
    """The unit of the figure before it in the sentence: "31 towns to the rebels, 22 to the army"."""
    units = [_unit(other) for other in found.counts if other.end <= share.figure.start]
    return next((unit for unit in reversed(units) if unit), None)


def _names(share: _Share, parse: Parse, found: SentenceMentions) -> tuple[str, ...]:
    if share.side is None:
        return ()
    first, last = share.side
    start, end = parse.words[first].start, parse.words[last].end
    inside = [m for m in found.actors if start <= m.start and m.end <= end and not m.candidates]
    if inside:
        return (str(inside[-1].means),)
    said = [w.lower for w in parse.words[first : last + 1] if w.pos in ("ADJ", "NOUN", "PROPN")]
    if said and said[-1] in REBELS:
        said[-1] += "s"  # "in rebel hands"
    return (" ".join(said),) if said else ()


def _day(share: _Share, parse: Parse, found: SentenceMentions) -> Mention | None:
    """The day that stands with the share, else the one before all of them: "as of 2 March it has ..."."""
    numbers = [m for m in found.counts if m.start >= parse.words[share.first].start and m is not share.figure]
    end = min((m.start for m in numbers), default=parse.words[-1].end)
    days = [m for m in found.periods if isinstance(m.means, Period) and m.means != Period()]
    behind = [m for m in days if parse.words[share.first].start < m.start < end]
    before = [m for m in days if m.start < parse.words[share.first].start]
    return next(iter(behind or before[-1:]), None)


def _remember(context: _Context, found: SentenceMentions, at: int, made: Sequence[Draft]) -> None:
    unit = next((u for m in reversed(found.counts) if (u := _unit(m))), None)
    days = [m.means for m in found.periods if isinstance(m.means, Period) and m.means != Period()]
    if unit is not None:
        context.what, context.at = unit, at
        context.period = days[-1] if days else None
    elif made and context.what is not None:
        context.at = at
        context.period = made[-1].period or context.period
