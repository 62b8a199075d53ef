"""A sentence as frames ask about it: its parse, who and what is named in it, and which words can act."""

from __future__ import annotations

from tidings.claims.country import is_country
from tidings.claims.drafts import SentenceMentions
from tidings.lexicons.classes import WordClasses
from tidings.lexicons.words import lands_of_groups, words
from tidings.records import Parse

NOT_ACTORS = words("actors", "means_not_actors")
AGENT_LABELS = frozenset({"ORG", "NORP", "PERSON", "GPE"})
AGENTS = frozenset({"people", "side"})
NO_AGENTS = frozenset(
    {
        "weapon", "vehicle", "aircraft", "nature", "abstract", "fighting", "harm", "place", "post", "infrastructure",
        "property", "supplies", "aid", "shots", "ordnance", "explosive", "gas", "deal", "truce", "talks", "money",
        "body",
    }
)  # fmt: skip
BODIES = words("actors", "groups") | words("actors", "units")
TIME_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL", "QUANTITY"})


class Clauses:
    """A sentence's parse with its actors and places at their head words."""

    def __init__(self, parse: Parse, found: SentenceMentions, classes: WordClasses, light: frozenset[str]) -> None:
        self.parse = parse
        self.light = light
        self.actors = {mention.head: mention for mention in found.actors}
        self.places = {mention.head: mention for mention in found.places}
        self.classes = classes
        self.acts = frozenset(mention.head for mention, _ in found.acts)

    def is_agent(self, i: int) -> bool:
        """Whether a word names someone who can act or suffer: a name, a pronoun, a number, a word for people."""
        word = self.parse.words[i]
        if i in self.actors and str(self.actors[i].means) in lands_of_groups():
            return True
        if word.entity in AGENT_LABELS or word.tag in ("PRP", "WP", "CD", "NNP", "NNPS") or word.pos == "PRON":
            return True
        return self.are_people(i)

    def are_people(self, i: int) -> bool:
        """Whether a word is one for people or bodies of men, whatever it is labelled: "Guerrillas" are no town."""
        lemma = self.parse.words[i].lemma.lower()
        return not AGENTS.isdisjoint(self.classes.of(self.parse, i)) or lemma in BODIES

    def is_side(self, i: int) -> bool:
        """Whether a word names somebody: a known group, a body, a people, a country, a person."""
        mention, word = self.actors[i], self.parse.words[i]
        if mention.candidates:
            return False
        named = word.entity in AGENT_LABELS and (i not in self.places or is_country(str(mention.means)))
        return named or str(mention.means) in lands_of_groups()

    def may_act(self, i: int) -> bool:
        """Whether a word that is no known agent may still be one: no weapon, place, happening or force of nature."""
        known = self.classes.of(self.parse, i)
        lemma = self.parse.words[i].lemma
        if i in self.acts and not self.are_people(i):
            return False  # "the capture of the town cost ten lives"
        return lemma in BODIES or (lemma not in NOT_ACTORS and NO_AGENTS.isdisjoint(known))
