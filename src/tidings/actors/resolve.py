"""The actors, targets and speakers of one report's claims -> ids, and the interest of each claim's speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from tidings.actors.identify import Identity, identify
from tidings.actors.interest import Interest, interest, of_publisher
from tidings.actors.report import ReportNames
from tidings.actors.table import ActorTable
from tidings.records import Claim, Document, Speaker

Meet = Callable[[str], Identity]
# Of several side by side, the one who speaks against its own interest, then whoever is nearest to the act.
ORDER = ("party", "ally", "witness", "third", "unknown")


class Resolved(msgspec.Struct, frozen=True):
    """The claims with their ids and interest, and everybody they name, each once."""

    claims: tuple[Claim, ...]
    actors: tuple[Identity, ...]


def resolve_actors(
    document: Document, claims: Sequence[Claim], table: ActorTable, lands: Sequence[str] = ()
) -> Resolved:
    """The same claims, with an id for every actor, target and speaker, and the speaker's interest.

    An armed group goes by one name throughout a report; speakers stay as the report has them. `lands` are the states,
    by their codes of three small letters, in which the claims have their places, once for each.

    A claim keeps its own id: that is made of what the report says, not of what the table knows.
    """
    report = ReportNames(document, table, lands)
    known: dict[str, Identity] = {}

    def meet(name: str) -> Identity:
        if name not in known:
            known[name] = identify(name, report)
        return known[name]

    resolved = tuple(_resolve(claim, report, meet) for claim in claims)
    unique = {identity.id: identity for identity in known.values()}
    return Resolved(resolved, tuple(unique[actor_id] for actor_id in sorted(unique)))


def _resolve(claim: Claim, report: ReportNames, meet: Meet) -> Claim:
    actors = list({meet(name).label: meet(name) for name in claim.actor}.values())
    targets = list({meet(name).label: meet(name) for name in claim.target}.values())
    found = speakers_interest(claim, actors, targets, report, meet)
    return msgspec.structs.replace(
        claim,
        actor=tuple(actor.label for actor in actors),
        target=tuple(target.label for target in targets),
        actor_ids=tuple(actor.id for actor in actors),
        target_ids=tuple(target.id for target in targets),
        speaker_ids=tuple(meet(name).id for name in flat(claim.said_by)),
        interest=found.kind,
        against_interest=None if found.runs is None else found.runs == "against",
        interest_reason=found.reason,
    )


def flat(chain: Iterable[Speaker]) -> Iterator[str]:
    """The speakers of a chain in its order, those side by side too."""
    for link in chain:
        yield from (link,) if isinstance(link, str) else link


def speakers_interest(
    claim: Claim, actors: Sequence[Identity], targets: Sequence[Identity], report: ReportNames, meet: Meet
) -> Interest:
    """The interest of those who first say it: the last of the chain, else the report's own voice."""

    def ask(speaker: Identity) -> Interest:
        return interest(claim, speaker, actors, targets, report.table, report.on)

    if claim.said_by:
        found = [ask(meet(name)) for name in flat(claim.said_by[-1:])]
        return min(found, key=lambda one: (one.runs != "against", ORDER.index(one.kind)))
    publisher = meet(report.publisher) if report.publisher else None
    if publisher is None or not publisher.known:
        return of_publisher(Interest("unknown", None, ""), None, (), report.country)
    actor = report.table.get(publisher.id)
    return of_publisher(ask(publisher), publisher, actor.countries if actor else (), report.country)
