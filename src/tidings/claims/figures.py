"""Which figures belong to which act: those that stand in its slots, each at the act it is nearest to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from msgspec.structs import replace

from tidings.claims.drafts import Draft, Report, change
from tidings.records import Basis, Count, Mention, Parse, Period
from tidings.syntax import conjuncts, is_verb


class FigureRules(msgspec.Struct, frozen=True):
    """The grammar of counts, as it bears on acts.

    `fit(count, act)` gives people the name of their harm, `belongs(mention, act, role)` keeps weapons from among the
    killed, `bare_plural(parse, word)` reads "soldiers were killed" as two or more.
    """

    fit: Callable[[Count, str], Count]
    belongs: Callable[[Mention, str, str], bool]
    bare_plural: Callable[[Parse, int], Count | None]


STOCKS = frozenset({"territory.hold", "force.present"})
LONG = frozenset({"days", "week", "month", "season", "year", "open"})
# Acts whose actor is the people counted: they flee, return, surrender, escape.
MOVING = ("displace.flee", "displace.return", "force.", "territory.", "protest.")
NOT_HARM = frozenset({"actor", "place", "destination"})
CONTAINERS = frozenset({"of", "including", "among", "with", "like", "from"})


def place_figures(drafts: Iterable[Draft], report: Report, rules: FigureRules) -> Iterator[Draft]:
    """The drafts with their figures: each goes to the acts that share the counted noun."""
    for draft in drafts:
        parse = report.sentences[draft.at].parse
        mentions = report.mentions[draft.at].counts
        by_role = dict(_in_slots(draft, parse, mentions, rules))
        counts = tuple(
            _settle(count, role, draft, rules)
            for mention, role in by_role.values()
            if isinstance(count := mention.means, Count)
        )
        if not counts and draft.act.startswith("harm."):
            counts = tuple(_bare(draft, parse, rules))
        yield change(draft, "figures.slot" if counts else "", counts=_once(counts))


def _in_slots(
    draft: Draft, parse: Parse, mentions: Iterable[Mention], rules: FigureRules
) -> Iterator[tuple[tuple[int, int], tuple[Mention, str]]]:
    roles = _role_by_word(draft, parse)
    for mention in mentions:
        role = roles.get(mention.head)
        if role is None and any(mention.start <= parse.words[i].start < mention.end for i in roles if i == draft.head):
            role = "act"
        if role is not None and rules.belongs(mention, draft.act, role):
            yield (mention.start, mention.end), (mention, role)


def _role_by_word(draft: Draft, parse: Parse) -> Mapping[int, str]:
    """The role of each word that may carry a figure of this act: slot fillers and what they contain."""
    found: dict[int, str] = {draft.head: "act"}
    for c in parse.children[draft.head]:
        if parse.words[c].dependency == "nummod":
            found[c] = "act"
    row = draft.row
    for role, slots in (
        ("target", row.target),
        ("actor", row.actor),
        ("place", row.place),
        ("destination", row.destination),
    ):
        for slot in slots:
            for i in draft.arguments.get(slot, ()):
                for j in _inside(parse, i):
                    found.setdefault(j, role)
    for i in draft.arguments.get("object", ()):
        for j in _inside(parse, i):
            found.setdefault(j, "target")
    return found


def _inside(parse: Parse, i: int) -> Iterator[int]:
    """A filler, its number, and what it contains: "dozens of civilians, including 12 children"."""
    yield i
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency in ("nummod", "quantmod", "appos"):
            yield c
        elif word.dependency == "prep" and word.lower in CONTAINERS:
            for p in parse.children[c]:
                if parse.words[p].dependency == "pobj" and not is_verb(parse.words[p]):
                    for q in conjuncts(parse, p):
                        yield from _inside(parse, q)


def _settle(count: Count, role: str, draft: Draft, rules: FigureRules) -> Count:
    people_act = role in ("target", "act") or (role == "actor" and draft.act.startswith(MOVING))
    fitted = rules.fit(count, draft.act) if people_act else count
    return replace(fitted, basis=fitted.basis or basis_of(draft.act, draft.period))


def basis_of(act: str, period: Period | None) -> Basis | None:
    """A total over a stated time is cumulative, a stock has no basis, the rest counts one incident (docs/claims.md)."""
    if act in STOCKS:
        return None
    if period is not None and period.precision in LONG:
        return "cumulative"
    return "incremental"


def _bare(draft: Draft, parse: Parse, rules: FigureRules) -> Iterator[Count]:
    """ "Soldiers were killed": two or more, on harm claims only."""
    for slot in draft.row.target:
        for i in draft.arguments.get(slot, ()):
            if slot not in ("object", "of", "subject") or parse.words[i].pos != "NOUN":
                continue
            count = rules.bare_plural(parse, i)
            if count is not None:
                yield _settle(count, "target", draft, rules)
                return


def _once(counts: Iterable[Count]) -> tuple[Count, ...]:
    return tuple({(c.what, c.low, c.high, c.of): c for c in counts}.values())
