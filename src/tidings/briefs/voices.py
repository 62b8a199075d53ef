"""Who says so: speakers, those who relay them, and publishers in their own voice. None of them is ever left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tidings.briefs.cited import CitedClaim
from tidings.briefs.names import list_up, tell_name
from tidings.records import Speaker, Stance

# What stands for a clause that the sentence has told already.
THIS = "this"


class Voice(msgspec.Struct, frozen=True):
    """Those who say one thing in one way. `relays` are told from the nearest to the speaker to the outermost."""

    names: tuple[str, ...]
    relays: tuple[str, ...]
    is_own: bool
    claim_ids: tuple[str, ...]
    reprints: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return list_up(self.names)

    @property
    def relay(self) -> str:
        if self.reprints:
            return f", reprinted by {list_up(self.reprints)}"
        if not self.relays:
            return ""
        return ", as reported by " + ", in turn reported by ".join(self.relays)


def gather_voices(claims: Iterable[CitedClaim]) -> list[Voice]:
    """The voices behind claims that say the same: speakers with the same relays are told together.

    Who reprints what another of them reports is told as reprinting it.
    """
    heard: dict[tuple[bool, tuple[str, ...]], list[tuple[str, CitedClaim]]] = {}
    for cited in claims:
        chain = [_tell_link(link) for link in cited.claim.said_by]
        name = chain[-1] if chain else tell_publisher(cited)
        heard.setdefault((not chain, tuple(reversed(chain[:-1]))), []).append((name, cited))
    return [_make_voice(said, relays, is_own=is_own) for (is_own, relays), said in heard.items()]


def _make_voice(said: Sequence[tuple[str, CitedClaim]], relays: tuple[str, ...], *, is_own: bool) -> Voice:
    first_hand = dict.fromkeys(name for name, cited in said if not (is_own and cited.is_copied))
    every = dict.fromkeys(name for name, _ in said)
    names = tuple(first_hand or every)
    reprints = tuple(name for name in every if name not in names)
    return Voice(names, relays, is_own, tuple(cited.claim.id for _, cited in said), reprints)


def tell_publisher(cited: CitedClaim) -> str:
    return cited.report.publisher or "an unnamed publisher"


def _tell_link(link: Speaker) -> str:
    names: Sequence[str] = (link,) if isinstance(link, str) else link
    return list_up([tell_name(name) for name in names])


def tell_voices(voices: Sequence[Voice], body: str, stance: Stance, *, is_hedged: bool) -> Iterator[tuple[str, Voice]]:
    """The clause with its first voice, then each other voice that says the same."""
    first, *others = voices
    reportedly = "reportedly " if is_hedged else ""
    yield _tell_first(first, body, stance, reportedly), first
    for voice in others:
        told = _tell_against(voice, THIS, stance, reportedly) if stance != "asserts" else None
        yield f"; {told or tell_addition(voice, '', is_hedged=is_hedged)}", voice


def _tell_first(voice: Voice, body: str, stance: Stance, reportedly: str) -> str:
    if stance == "asserts":
        return f"{reportedly}{body}, {_says(voice)}"
    if voice.is_own and body != THIS:
        unsure = "it is not so that" if stance == "denies" else "it is unclear whether"
        return f"{reportedly}{unsure} {body}, {_says(voice)}"
    return _tell_against(voice, body, stance, reportedly)


def _tell_against(voice: Voice, body: str, stance: Stance, reportedly: str) -> str:
    if voice.is_own:
        return f"{reportedly}{body} is {'not so' if stance == 'denies' else 'unclear'}, {_says(voice)}"
    that = body if body == THIS else f"that {body}"
    verb = "denied" if stance == "denies" else "doubted or would not confirm"
    return f"{voice.name} {reportedly}{verb} {that}{voice.relay}"


def tell_addition(voice: Voice, addition: str, *, is_hedged: bool, is_less: bool = False) -> str:
    """What one voice adds to what the sentence has told: how it came about, when, from whom; or nothing."""
    if addition:
        return f"{'reportedly ' if is_hedged else ''}{addition}, according to {voice.name}{voice.relay}"
    told = f"{_report(voice)} this" if voice.is_own else "said so"
    less = ", with less detail" if is_less else ""
    return f"{voice.name} {told} too{less}{voice.relay}{', as unconfirmed' if is_hedged else ''}"


def _says(voice: Voice) -> str:
    return f"{voice.name} {_report(voice) if voice.is_own else 'said'}{voice.relay}"


def _report(voice: Voice) -> str:
    return "reports" if len(voice.names) == 1 else "report"
