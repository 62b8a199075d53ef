"""Who says a claim: the attributions around its trigger as a chain, outermost first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tidings.claims.attribution import Attribution, Voice, chain_at, voices_at
from tidings.claims.drafts import Draft, Report, change
from tidings.claims.scope import NOTHING, is_presupposed
from tidings.lexicons.scope import scope_words
from tidings.records import Speaker, Stance

# "denied any role in the bombing", "was not behind it": who denies is the one who would have done it
DISCLAIMED = frozenset({"role", "involvement", "part", "behind", "responsibility", "responsible", "hand", "connection"})
PERFORMED = frozenset({"talk.ceasefire", "govern.rule"})
PERFORMING = frozenset(f"speech.verbs.{verb}.say" for verb in ("announce", "declare", "proclaim"))
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
Cues = Mapping[int, frozenset[int]]


def place_speakers(
    drafts: Iterable[Draft], attributions: Sequence[Attribution], report: Report, cues: Cues
) -> Iterator[Draft]:
    """The drafts with their chains; two of them where somebody denies what another is named as saying."""
    for draft in drafts:
        around = [a for a in attributions if not _is_own_cue(a, draft)]
        parse = report.sentences[draft.at].parse
        presupposed = is_presupposed(parse, draft.head, cues.get(draft.at, frozenset()))
        disclaims = draft.act.startswith(("fight.", "harm.")) and any(w.lower in DISCLAIMED for w in parse.words)
        draft = _without_label(draft, around)  # noqa: PLW2901
        for voice in voices_at(around, *_told_at(draft, around), report.publisher):
            yield _without_performer(_speak(draft, voice, presupposed, disclaims), around)


def _as_names(speaker: Speaker) -> tuple[str, ...]:
    return (speaker,) if isinstance(speaker, str) else speaker


def _speak(draft: Draft, voice: Voice, presupposed: bool, disclaims: bool) -> Draft:
    said = change(draft, "speech.voice" if voice.said_by else "", said_by=voice.said_by)
    said = _name_first_person(said, voice.said_by)
    if voice.stance == "denies" and not said.actor and disclaims and voice.said_by:
        said = change(said, "speech.disclaims", actor=_as_names(voice.said_by[-1]))
    if voice.stance != "asserts" and presupposed and not disclaims:
        kept = () if voice.stance == "denies" else said.said_by  # who denies a part in the raid does not tell the raid
        return change(said, "speech.presupposed", said_by=kept)
    return _without_distance(_take_stance(said, voice))


def _without_distance(draft: Draft) -> Draft:
    """ "Claims that the town fell are a fabrication": what the report itself denies it keeps no distance from."""
    if draft.stance != "denies" or draft.said_by or not draft.hedged:
        return draft
    by = [rule.partition(":")[2] for rule in draft.rules if rule.startswith("scope.hedged:")]
    accounts = scope_words("nouns")
    return change(draft, hedged=False) if by and all(accounts.get(word) == "hedged" for word in by) else draft


def _name_first_person(draft: Draft, said_by: tuple[Speaker, ...]) -> Draft:
    """ "I", "we": whoever speaks; nobody where the report does not say who that is."""
    speaker = _as_names(said_by[-1]) if said_by else ()
    for role in ("actor", "target"):
        names: tuple[str, ...] = getattr(draft, role)
        if not FIRST_PERSON.isdisjoint(names):
            others = tuple(name for name in names if name not in FIRST_PERSON)
            draft = change(draft, "speech.first_person", **{role: (*speaker, *others)})
    if draft.is_speech and not draft.actor and speaker:  # "must", "have been defeated": whoever says so
        draft = change(draft, "speech.speaker_acts", actor=speaker)
    draft = _without_estimator(draft, said_by)
    return change(draft, said_by=_without_actor(said_by, draft))


def _without_estimator(draft: Draft, said_by: tuple[Speaker, ...]) -> Draft:
    """ "The embassy put their number at 300 fighters": who puts a figure to them is not one of them."""
    own = said_by and said_by[-1] in draft.actor and draft.act == "force.present"
    if not own or not draft.rules[0].startswith("force.present:put "):
        return draft
    return change(draft, "speech.estimator", actor=tuple(name for name in draft.actor if name != said_by[-1]))


def _is_estimate_of(attribution: Attribution, draft: Draft) -> bool:
    """ "Put the dead at 40", "received 18 dead": the words that tell the act are those by which somebody tells it."""
    if attribution.cue_class != "estimate" or draft.is_speech or not attribution.content:
        return False
    return draft.mention.start <= attribution.cue_start < draft.mention.end


def _told_at(draft: Draft, around: Sequence[Attribution]) -> tuple[int, int]:
    """The stretch of text whose speakers are the draft's: its words, or the figure that an estimate gives."""
    estimate = next((a for a in around if _is_estimate_of(a, draft)), None)
    return estimate.content[0] if estimate is not None else (draft.mention.start, draft.mention.end)


def _is_own_cue(attribution: Attribution, draft: Draft) -> bool:
    """A claim of speech is not said by its own cue: "warned" is the act, its speaker the actor."""
    if _is_estimate_of(attribution, draft):
        return False
    return attribution.cue_start < draft.mention.end and draft.mention.start < attribution.cue_end


def _without_actor(said_by: tuple[Speaker, ...], draft: Draft) -> tuple[Speaker, ...]:
    """In a claim of speech `said_by` holds only relays: the speaker is the actor."""
    if draft.is_speech and said_by and said_by[-1] in draft.actor:
        return said_by[:-1]
    return said_by


def _without_performer(draft: Draft, around: Sequence[Attribution]) -> Draft:
    """ "The rebels declared a truce": to declare it is to make it, and no word of theirs about it."""
    if draft.act not in PERFORMED or not draft.said_by or draft.said_by[-1] not in draft.actor:
        return draft
    chain = chain_at(around, draft.mention.start, draft.mention.end)
    if not chain or chain[-1].made_by not in PERFORMING:
        return draft
    return change(draft, "speech.performed", said_by=draft.said_by[:-1])


def _without_label(draft: Draft, around: Sequence[Attribution]) -> Draft:
    """ "Radio Belmora: the bridge was bombed": what stands before the colon has no part in what stands behind it."""
    chain = chain_at(around, draft.mention.start, draft.mention.end)
    if draft.is_speech or not chain or chain[-1].made_by != "speech.label":
        return draft
    actor, target = (tuple(n for n in names if n not in chain[-1].names) for names in (draft.actor, draft.target))
    return draft if (actor, target) == (draft.actor, draft.target) else change(draft, actor=actor, target=target)


def _take_stance(draft: Draft, voice: Voice) -> Draft:
    if voice.stance == "denies":
        stance: Stance = "asserts" if draft.stance == "denies" else "denies"
        hedged = voice.hedged or (draft.hedged and not voice.said_by)  # "rejected the allegation that": denies it
        return change(draft, "speech.denies", stance=stance, hedged=hedged)
    if voice.stance == "doubts" and draft.stance == "asserts" and NOTHING not in draft.rules:
        draft = change(draft, "speech.doubts", stance="doubts")
    return change(draft, "speech.hedged", hedged=True) if voice.hedged else draft


def cue_words(report: Report, attributions: Sequence[Attribution]) -> dict[int, frozenset[int]]:
    """The words of speaking in each sentence, by index into its parse."""
    found: dict[int, set[int]] = {}
    for attribution in attributions:
        if attribution.cue_end <= attribution.cue_start or not attribution.links:
            continue
        for word in report.sentences[attribution.sentence].parse.words:
            if attribution.cue_start <= word.start < attribution.cue_end:
                found.setdefault(attribution.sentence, set()).add(word.index)
    return {at: frozenset(some) for at, some in found.items()}
