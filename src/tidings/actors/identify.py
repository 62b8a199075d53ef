"""A name or a role in a report -> the one actor it means there, and whose side that is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

from tidings.actors.actor import BUILT_IN
from tidings.actors.names import is_acronym, key, role_words, slug, without_titles
from tidings.actors.report import ReportNames, described

# Where a role is, behind it: "a police officer in Lofa", "the governor of Bong"; of a group it would be whose he is.
PLACED = re.compile(
    r"(?: (?:in|at|from|near)| (?<=governor )of| (?<=mayor )of| (?<=prefect )of| (?<=province )of| (?<=district )of)"
    r"(?: the)?(?: [a-z]+)? [A-Z].*$"
)
PREFIX = 5  # words of a side's name before a role


class Identity(msgspec.Struct, frozen=True):
    """An actor of a report: its id, what it is, the ids of the sides its words put it on, and why."""

    id: str
    name: str
    kind: str
    sides: tuple[str, ...]
    why: str
    known: bool = False
    of_role: bool = False
    label: str = ""


class Role(msgspec.Struct, frozen=True):
    """What kind of voice a list of role words is; `main` of the group a report is about."""

    words: tuple[str, ...]
    kind: str | None = None
    body: str | None = None
    main: bool = False


@cache
def load_roles() -> Mapping[str, Role]:
    """Each role word with its role; the first list that has it decides."""
    lists = tomllib.loads(BUILT_IN.joinpath("roles.toml").read_text(encoding="utf-8"))
    roles: dict[str, Role] = {}
    for name, found in lists.items():
        if name != "lists":
            role = msgspec.convert(found, Role)
            for word in role.words:
                roles.setdefault(word, role)
    return roles


def identify(name: str, report: ReportNames) -> Identity:
    """Who is meant: one of the table, a role of a known side, a role of the country, or somebody new."""
    found = (
        _of_the_table(name, report)
        or _written_out(name, report)
        or _with_side(name, report)
        or _role(name, report)
        or _new(name, report)
    )
    return msgspec.structs.replace(found, label=_label(name, found, report))


def _label(said: str, found: Identity, report: ReportNames) -> str:
    """The name that claims give an actor: an armed group's letters, else the table's; others as said."""
    if found.of_role:
        return found.name
    actor = report.table.get(found.id) if found.known else None
    if actor is None or report.table.kind(actor).against != "state":
        return said
    letters = [name for name in (actor.name, *actor.aliases) if is_acronym(name) and name in report.words]
    return letters[0] if letters else actor.name


def _of_the_table(name: str, report: ReportNames) -> Identity | None:
    if not (name[:1].isupper() or name[:1].isdigit() or name[:3] == "al-"):
        return None
    actor = report.best(name, report.country)
    if actor is None:
        return None
    return Identity(actor.id, actor.name, actor.kind, (actor.id,), f"{name} is {actor.name}", known=True)


def _written_out(name: str, report: ReportNames) -> Identity | None:
    """Letters or a last name that the report itself writes out: "UDF", "Karim"."""
    bare = without_titles(name)
    full = report.written_out.get(bare) or (report.full_names.get(key(bare)) if " " not in bare else None)
    if full is None or key(full) == key(name) or not bare[:1].isupper():
        return None
    found = _of_the_table(full, report) or _new(full, report)
    return msgspec.structs.replace(found, why=f"{name} is written out as {full}; {found.why}")


def _with_side(name: str, report: ReportNames) -> Identity | None:
    """ "Taliban commander", "UN officials": a known name and a role behind it."""
    parts = name.split()
    for cut in range(min(len(parts) - 1, PREFIX), 0, -1):
        rest = [part.lower() for part in parts[cut:]]
        if rest[-1] not in role_words()["voices"] | role_words()["followers"] and _role_of(rest) is None:
            continue
        side = _of_the_table(" ".join(parts[:cut]), report)
        if side is None or side.kind in ("person", "media"):
            continue
        why = f"{name}: the words put it on the side of {side.name}"
        if rest[-1] in role_words()["followers"]:
            return msgspec.structs.replace(side, why=why)
        if side.kind == "state" and (role := _role_of(rest)) is not None and not role.body:
            return Identity(f"{side.id}:{slug(' '.join(rest))}", name, role.kind or "civilians", (), f"{name}: a role")
        return Identity(f"{side.id}:{slug(' '.join(rest))}", name, side.kind, (side.id,), why)
    return None


def _role_of(parts: list[str]) -> Role | None:
    roles = load_roles()
    for length in (3, 2, 1):
        if found := roles.get(" ".join(parts[-length:])) if len(parts) >= length else None:
            return found
    return None


def _role(name: str, report: ReportNames) -> Identity | None:
    """ "local officials", "residents", "an army officer": a voice by its words alone."""
    bare = PLACED.sub("", name)
    parts = bare.lower().split()
    if any(part[:1].isupper() for part in bare.split()[1:]):
        return None
    role = _role_of(parts) or (_role_of([part.removesuffix("s") for part in parts[-1:]]))
    if role is None:
        return None
    home = report.code or report.document_id
    if role.main and report.main_group and (group := report.table.get(report.main_group)):
        why = f"{name}: the report is about {group.name}"
        return Identity(group.id, group.name, group.kind, (group.id,), why)
    if role.body and report.code:
        body = f"{report.code}.{role.body}"
        found = report.table.get(body)
        label = f"{report.table.states.people(report.code) or report.country} {name[:1].lower()}{name[1:]}"
        why = f"{name}: a role of {found.name if found else body}"
        is_voice = parts[-1] in role_words()["voices"] or report.table.states.body_called(name) is None
        return Identity(
            f"{body}:{slug(name)}" if is_voice else body,
            label,
            found.kind if found else "army",
            (body,),
            why,
            of_role=role.body != "government",
        )
    kind = role.kind or ("unknown" if not role.body else "government")
    return Identity(f"{home}:{slug(name) or 'unnamed'}", name, kind, (), f"{name}: a role, of no known side")


def _new(name: str, report: ReportNames) -> Identity:
    """Somebody whom the table does not have, with what the text says beside the name."""
    home = report.code or report.document_id
    bare = without_titles(name)
    if not bare[:1].isupper():
        return Identity(f"{home}:{slug(name) or 'unnamed'}", name, "unknown", (), f"{name}: no name")
    new_id = f"new:{slug(bare) or 'unnamed'}@{home}"
    words = name.removesuffix(bare).strip() or described(report.text, bare)
    if not words:
        return Identity(
            new_id, bare, "unknown", (), f"{bare}: not in the table, and the report does not say who that is"
        )
    found = _of_the_table(words, report) or _with_side(words, report) or _role(words.lower(), report)
    sides = found.sides if found else ()
    kind = found.kind if found and not found.sides else "person"
    return Identity(new_id, bare, kind, sides, f"{bare}: not in the table; the report says: {words}")
