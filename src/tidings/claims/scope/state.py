"""The judgement while it is walked."""

from __future__ import annotations

from tidings.records import Certainty, Parse, Stance, Word

# "Speculation that they plan an assault", "fears that they are preparing one": the plan itself is only guessed at.
GUESSES = frozenset(
    {"speculation", "speculate", "fear", "suspicion", "suspect", "concern", "worry", "predict", "imagine"}
)
# "May have to abandon the town": a need that is only possible.
NEEDS = frozenset({"have", "need"})


class Scope:
    """What has been settled on the way from an act to the root; the nearest word that settles a thing keeps it.

    `stands` once the act is only named as something known ("after the meeting", "discussed the siege"): what stands
    above it no longer touches whether it happened. `failed` once the sentence tells of a plan that came to nothing.
    `cues` are words of speaking: what they do to an act is the attribution's to say.
    """

    def __init__(self, parse: Parse, cues: frozenset[int], act: str = "", head: int = -1) -> None:
        self.head = head
        self.told_by_negation = False  # the row's own words hold the "not": "cannot leave"
        self.parse = parse
        self.act = act
        self.cues = cues
        self.stance: Stance | None = None
        self.certainty: Certainty | None = None
        self.hedged = False
        self.negations = 0
        self.stands = False
        self.failed = False
        self._by_modal = False
        self.rules: list[str] = []

    def word(self, i: int) -> Word:
        return self.parse.words[i]

    def below(self, i: int) -> list[Word]:
        """The words that hang on word i."""
        return [self.parse.words[c] for c in self.parse.children[i]]

    def take(self, effect: str, word: str, *, by_modal: bool = False) -> None:
        """Lets a word have its effect (see scope.toml), and notes it."""
        if self.stands and effect not in ("hedged", "untrue"):
            return
        self.rules.append(f"scope.{effect}:{word}")
        if effect == "conditional":  # "if they come, we will fire": a plan that hangs on something is only possible
            self.certainty = "possible"
        elif effect in ("planned", "possible") and self.certainty is None:
            self.certainty = "planned" if effect == "planned" else "possible"
            self._by_modal = by_modal or word in NEEDS
        elif effect == "possible" and (self._by_modal or word in GUESSES):  # "fear that they will burn it" is no plan
            self.certainty = "possible"
        elif effect == "denied" and self.stance == "doubts":
            pass  # "would not be drawn on whether": the question stays open
        elif effect in ("denied", "untrue"):
            self.negations += 1
        elif effect == "doubted" and self.stance is None:
            self.stance = "doubts"
        elif effect == "hedged":
            self.hedged = True

    def take_unreal(self, word: str) -> None:
        """Lets a past condition that was not met deny the act: "had they crossed, the bridge would have been lost"."""
        self.take("denied", word)
        if not self.stands and self.certainty is None:
            self.certainty = "happened"
