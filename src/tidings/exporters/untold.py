"""What most schemas have no place for, told in the sidecar: standing, denials, hedges, several speakers, ranges."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from tidings.exporters.incidents import Incident
from tidings.guesses import find_guessed


def tell_untold(incident: Incident, notes: Iterable[str] = ()) -> dict[str, Any]:
    """Key -> value for whatever there is to tell; `notes` are what the exporter had to choose or leave."""
    head = incident.head
    found: dict[str, Any] = {
        "standing": {event.id: event.standing for event in incident.events},
        "manner_standing": head.manner_standing,
        "flags": list(head.flags or ()),
        "denied_by": _claims(incident, "denies"),
        "doubted_by": _claims(incident, "doubts"),
        "hedged": [claim.id for claim in incident.tellings if claim.hedged],
        "not_happened": {c.id: c.certainty for c in incident.tellings if c.certainty in ("planned", "possible")},
        "guessed": {c.id: list(roles) for c in incident.tellings if c.affirms and (roles := find_guessed(c.made_by))},
        "copied": [claim.id for claim in incident.tellings if claim.is_copied],
        "said_by": {claim.id: list(claim.origins) for claim in incident.tellings},
        "figures": [msgspec.to_builtins(figure) for figure in incident.figures],
        "notes": list(notes),
    }
    return {key: value for key, value in found.items() if value}


def _claims(incident: Incident, stance: str) -> dict[str, list[str]]:
    return {claim.id: list(claim.origins) for claim in incident.tellings if claim.stance == stance}
