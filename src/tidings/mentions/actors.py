"""Actors: those who act, speak, or suffer, as the text names them.

A mention's `means` is the plain name of the group, body, person or role: "two dozen Taliban fighters" are `Taliban`,
"the members of the security forces" are `security forces`, "Afghan army officer Abdul Razeq" is `Abdul Razeq`. A
pronoun or a bare "the group" has `candidates = ("pronoun",)` or `("unnamed",)` and is settled by what was named before.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidings.lexicons.words import countries_by_people, country_of_people, lands_of_groups, words
from tidings.mentions.places import join_words, span_head
from tidings.records import Mention, Parse, Word
from tidings.syntax import entity_spans, is_noun

GROUPS = words("actors", "groups")
REBELS = words("actors", "rebels")
PARTITIVES = words("actors", "partitives")
TELLING = words("actors", "telling")
POSTS = words("actors", "titles")
PERSONS = words("actors", "persons")
FAITHS = words("actors", "faiths")
PRONOUNS = words("actors", "pronouns_people") | words("actors", "pronouns_things")
NAME_LABELS = frozenset({"ORG", "NORP", "PERSON", "GPE"})
AMERICAN = frozenset({"American", "U.S.", "US"})
DASHES = frozenset({"-", "–", "—", "--"})
FORCES = frozenset({"force", "troop", "soldier", "army", "militia", "militiaman", "gunman", "guard"})
LONGEST_NAME = 6  # words


def find_actors(parse: Parse) -> list[Mention]:
    """The nouns and pronouns of a sentence as those who may act, each at its head word."""
    names = dict(_entity_names(parse))
    return [mention for word in parse.words for mention in _mentions(parse, word, names)]


def _entity_names(parse: Parse) -> Iterator[tuple[int, tuple[int, int]]]:
    for first, last in entity_spans(parse):
        if parse.words[first].entity in NAME_LABELS:
            yield span_head(parse, first, last), (first, last)


def _mentions(parse: Parse, word: Word, names: dict[int, tuple[int, int]]) -> Iterator[Mention]:
    if word.tag in ("PRP", "WP", "PRP$") or (word.pos == "PRON" and word.lower in PRONOUNS):
        yield _mention(parse, word, (word.index, word.index), word.lower, "pronoun")
        return
    if (
        not is_noun(word)
        and word.tag != "CD"
        and word.index not in names
        and word.dependency not in ("nsubj", "nsubjpass", "dobj", "pobj")
    ):
        return
    is_group = word.text in lands_of_groups() and word.dependency in ("compound", "nmod", "poss", "amod")
    if word.pos in ("VERB", "AUX", "ADP", "PUNCT", "ADV") and not is_group:  # "IS control": no form of "be"
        return
    head = _in_person(parse, _below_partitive(parse, word.index))
    if parse.words[head].tag == "PRP" and head != word.index:  # "27 of them"
        yield _mention(parse, word, (word.index, head), parse.words[head].lower, "pronoun")
        return
    first, last = _phrase(parse, head, names)
    first = _past_dateline(parse, first, head)
    name = _plain_name(parse, head, (first, last), names)
    if name and (whose := _whose_force(parse, head)):
        name = f"{whose} {name}" if country_of_people(whose) else f"{name} of {whose}"
    if name:
        unnamed = _is_unnamed(parse, head, name)
        yield _mention(parse, word, (min(first, word.index), max(last, word.index)), name, "unnamed" if unnamed else "")


def _in_person(parse: Parse, i: int) -> int:
    """The one who holds a post, where the text names him beside it: "the governor, Peter Cirimwami, was killed"."""
    word = parse.words[i]
    if word.lemma in GROUPS and word.pos == "NOUN" and (group := _group_beside(parse, i)) is not None:
        return group
    if word.tag != "NN" or word.lemma not in POSTS | PERSONS:
        return i
    beside = (c for c in parse.children[i] if c > i and parse.words[c].dependency == "appos")
    return next((c for c in beside if parse.words[c].entity == "PERSON"), i)


def _group_beside(parse: Parse, i: int) -> int | None:
    """ "Our fighters (ONLF)", "the militia UPC": the letters of a group right behind the word for its men."""
    beside = (parse.words[c] for c in parse.children[i] if parse.words[c].dependency == "appos" and c - i <= 2)
    return next((w.index for w in beside if w.text.isupper() and len(w.text) > 2 and w.entity in ("ORG", "NORP")), None)


def _below_partitive(parse: Parse, i: int) -> int:
    """The word that is really meant: in "dozens of members of the militia" the militia."""
    for _ in range(4):
        word = parse.words[i]
        if word.lemma in GROUPS and (example := _example_of(parse, i)) is not None:
            return example
        named = (_called(parse, i) or _led_by(parse, i) or _named_after_of(parse, i)) if word.lemma in GROUPS else None
        if named is not None:
            return named
        if word.lemma not in PARTITIVES and word.tag != "CD":
            return i
        below = [
            p
            for c in parse.children[i]
            if parse.words[c].dependency == "prep" and parse.words[c].lower in ("of", "from")
            for p in parse.children[c]
            if parse.words[p].dependency == "pobj" and parse.words[p].entity not in ("DATE", "GPE", "TIME")
        ]
        if not below:
            return i
        i = below[0]
    return i


def _named_after_of(parse: Parse, i: int) -> int | None:
    """ "Rebels of the RPF" are the RPF, "fighters of the Taliban" the Taliban; "forces of Mali" stay."""
    for c in parse.children[i]:
        if parse.words[c].dependency == "prep" and parse.words[c].lower in ("of", "from"):
            for p in parse.children[c]:
                if parse.words[p].dependency == "pobj" and _is_of_group(parse, p):
                    return p
    return None


def _called(parse: Parse, i: int) -> int | None:
    """ "A group called the Free Officers", "an outfit known as X": the name."""
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency not in ("acl", "relcl") or word.lemma not in ("call", "name", "know", "style"):
            continue
        below = [c, *(p for p in parse.children[c] if parse.words[p].lower == "as")]
        for top in below:
            for p in parse.children[top]:
                if parse.words[p].dependency in ("oprd", "pobj", "dobj", "attr") and parse.words[p].pos == "PROPN":
                    return p
    return None


def _led_by(parse: Parse, i: int) -> int | None:
    """ "Insurgents led by Ansar Dine": the group that leads them; led by a man, they stay what they are called."""
    for c in parse.children[i]:
        if parse.words[c].dependency != "acl" or parse.words[c].lemma not in ("lead", "head"):
            continue
        for p in (p for a in parse.children[c] if parse.words[a].dependency == "agent" for p in parse.children[a]):
            if _is_of_group(parse, p):
                return p
    return None


def _is_of_group(parse: Parse, i: int) -> bool:
    """Whether a word ends the name of an armed group or an organisation."""
    whole = next((parse.words[a : b + 1] for a, b in entity_spans(parse) if a <= i <= b), [parse.words[i]])
    name = join_words([w for w in whole if w.tag not in ("DT", "POS")])
    return parse.words[i].entity == "ORG" or bool({parse.words[i].text, name} & lands_of_groups().keys())


def _example_of(parse: Parse, i: int) -> int | None:
    """ "Militant groups such as ISIS": the one that is named."""
    for c in parse.children[i]:
        word = parse.words[c]
        is_such = word.lower == "as" and any(
            parse.words[b].lower == "such" for b in (*parse.children[c], max(c - 1, 0))
        )
        if word.dependency == "prep" and is_such:
            return next((p for p in parse.children[c] if parse.words[p].dependency == "pobj"), None)
    return None


def _whose_force(parse: Parse, i: int) -> str | None:
    """Whose "the forces of Laurent Gbagbo", "troops of Chad" are: a man's name, or the word for a country's people."""
    word = parse.words[i]
    if (
        word.lemma not in FORCES
        or word.pos != "NOUN"
        or any(parse.words[c].pos in ("PROPN", "ADJ") for c in parse.children[i])
    ):
        return None
    for c in parse.children[i]:
        if parse.words[c].lower != "of":
            continue
        for p in parse.children[c]:
            named = next(((a, b) for a, b in entity_spans(parse) if a <= p <= b), None)
            if named is None or parse.words[p].entity not in ("PERSON", "GPE"):
                continue
            name = join_words([w for w in parse.words[named[0] : named[1] + 1] if w.tag not in ("DT", "POS")])
            if parse.words[p].entity == "PERSON":
                return name
            return next((people.title() for people, land in countries_by_people().items() if land == name), None)
    return None


def _past_dateline(parse: Parse, first: int, head: int) -> int:
    """The first word of a name behind the town that heads its item: "BANGUI - Soldiers" are soldiers."""
    dash = next((w.index for w in parse.words[:head] if w.text in DASHES), 0)
    is_headed = first < dash and all(w.text.isupper() or w.text == "-" for w in parse.words[:dash])
    return dash + 1 if is_headed and parse.words[dash].start > parse.words[dash - 1].end else first


def _phrase(parse: Parse, head: int, names: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """First and last word of what names the head: its entity, its compounds and the adjectives that tell a side."""
    if head in names and parse.words[head].entity == "PERSON":
        return names[head]
    first, last = names.get(head, (head, head))
    for c in sorted(parse.children[head], reverse=True):
        word = parse.words[c]
        if c >= first or word.dependency not in ("compound", "amod", "nmod", "poss"):
            continue
        if word.dependency == "poss" and word.entity not in NAME_LABELS:
            continue
        if word.dependency == "amod" and not (
            word.entity in NAME_LABELS or word.lower in TELLING or word.text[0].isupper() or "-" in word.text
        ):
            continue
        begin = names.get(c, (c, c))[0]
        first = min(first, begin, *(g for g in parse.children[c] if parse.words[g].dependency == "compound"), first)
    return _before_hyphen(parse, max(first, last - LONGEST_NAME + 1)), last


def _before_hyphen(parse: Parse, first: int) -> int:
    """The first word of what hyphens join to a word: "pro-government militiamen" are not the government's own."""
    while first > 0 and "-" in (parse.words[first].text, parse.words[first - 1].text):
        first -= 1
    return first


def _plain_name(parse: Parse, head: int, span: tuple[int, int], names: dict[int, tuple[int, int]]) -> str:
    chosen = [w for w in parse.words[span[0] : span[1] + 1] if _belongs(w)]
    while chosen and chosen[-1].tag == "IN":
        chosen.pop()
    if not chosen:
        return ""
    if parse.words[head].entity == "PERSON" and head in names:
        return join_words(chosen)
    owner = [] if _is_of_name(parse, head) else _named_before(chosen, parse.words[head])
    if parse.words[head].lemma.lower() in GROUPS and owner:
        return join_words(owner)
    if chosen[0].text in AMERICAN and len(chosen) > 1:
        return f"US {join_words(chosen[1:])}"
    if len(chosen) == 1 and country_of_people(chosen[0].text) and chosen[0].tag in ("NNS", "NNPS"):
        return chosen[0].text
    return join_words(chosen)


def _is_of_name(parse: Parse, head: int) -> bool:
    """Whether a group word is part of a name: the Patriotic Front, the Free Officers Movement, the Defence Forces."""
    word = parse.words[head]
    return word.text[0].isupper() and word.pos == "PROPN" and head > 0 and parse.words[head - 1].text[0].isupper()


def _belongs(word: Word) -> bool:
    if word.tag == "POS":  # "the New People's Army", not "Mali's army"
        return word.entity == "ORG" and not word.entity_starts
    if word.tag in ("DT", "PRP$", "WDT", "PDT", ",", "``", "''", "RB"):
        return False
    return not (word.tag == "CD" and word.entity in ("CARDINAL", "QUANTITY", "")) and word.lower not in (
        "the",
        "so-called",
        "alleged",
    )


def _named_before(chosen: list[Word], head: Word) -> list[Word]:
    """The organisation that a group word follows: `Taliban` of "Taliban fighters"; not a people or a place."""
    before = [w for w in chosen if w.index < head.index]
    if any(w.lower in FAITHS for w in before):
        return []
    named = [w for w in before if w.entity in ("ORG", "NORP", "PERSON", "GPE") and not country_of_people(w.text)]
    if named and any(country_of_people(w.text) or w.text.islower() for w in before if w.index < named[0].index):
        return [w for w in before if w.index >= named[0].index]
    if named and len(named) == len(before):
        return named if not (named[-1].entity == "GPE" and not named[-1].text.isupper()) else []
    if (
        len(before) == 1
        and before[0].pos == "PROPN"
        and not country_of_people(before[0].text)
        and before[0].entity != "GPE"
    ):
        return before
    return []


def _is_unnamed(parse: Parse, head: int, name: str) -> bool:
    """Whether a phrase points back: "the group", "the militants", "the attackers", with nothing that names them."""
    word = parse.words[head]
    if " " in name or word.pos == "PROPN" or word.entity in NAME_LABELS:
        return False
    if word.lemma in REBELS and word.tag == "NNS":  # "militants claim to have taken": whoever the report is about
        return not parse.children[head] or all(
            parse.words[c].pos in ("DET", "NUM", "PUNCT", "ADP", "VERB") for c in parse.children[head]
        )
    definite = any(
        parse.words[c].lower in ("the", "this", "that", "these", "those", "its", "their") for c in parse.children[head]
    )
    return definite and word.lemma in GROUPS


def _mention(parse: Parse, word: Word, span: tuple[int, int], name: str, candidate: str) -> Mention:
    return Mention(
        kind="actor",
        start=parse.words[span[0]].start,
        end=parse.words[span[1]].end,
        head=word.index,
        means=name,
        candidates=(candidate,) if candidate else (),
        score=0.5 if candidate else 1.0,
        made_by=f"actors.{candidate or 'named'}",
    )
