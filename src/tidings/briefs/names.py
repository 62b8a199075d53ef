"""Names as a sentence takes them: with an article where English asks for one, and side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tidings.briefs.words import is_in, load_words

SOUNDS_LIKE_A_CONSONANT = re.compile(r"(?:uni|use|usu|u\.|uk|us\b|un\b|eu|one\b|once)", re.IGNORECASE)
# Families of peoples' names whose s is a plural: Afghans, Russians.
PEOPLES = re.compile(r".*(?:ans|eks|ris)$")

POSSESSIVE = re.compile(r"(.+)(['’]s|s['’]) (.+)")


def tell_names(names: Iterable[str]) -> str:
    """Several names as a list: "the Taliban, Iran and an army officer"."""
    return list_up([tell_name(name) for name in names])


def list_up(parts: Sequence[str]) -> str:
    """Parts with commas, and "and" before the last."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def tell_name(name: str) -> str:
    """The name with "the", "a" or nothing before it; what is a proper name of a person or a country stays bare."""
    words = load_words().names
    first, head = name.split(maxsplit=1)[0] if name.strip() else "", head_of(name)
    if is_in(first, words.determined) or first[:1].isdigit():
        return name
    owner = POSSESSIVE.match(name)
    if owner:
        return f"{tell_name(owner[1])}{owner[2]} {owner[3]}"
    if is_in(name, words.with_the):
        return f"the {name}"
    if is_in(head, words.only_one):
        return f"the {name}"
    if is_description(name) and not is_plural([name]):
        return f"another {name[6:]}" if name.startswith("other ") else f"{indefinite(name)} {name}"
    return name


def indefinite(name: str) -> str:
    """ "a" or "an", by the sound of the first word."""
    return "an" if name[:1].lower() in "aeiou" and not SOUNDS_LIKE_A_CONSONANT.match(name) else "a"


def is_description(name: str) -> bool:
    """Whether this says what somebody is ("army officer", "Zabul official") and not who."""
    bare = name.split(" (", maxsplit=1)[0]
    return bare[:1].islower() or (" " in bare and head_of(name).islower())


def head_of(name: str) -> str:
    """The word that says what it is: "officer" of "officer of the army corps", "forces" of "Afghan security forces"."""
    head = ""
    for word in name.split(" (", maxsplit=1)[0].replace(",", "").split():
        if head and is_in(word, load_words().names.after_head):
            break
        head = word
    return head


def is_plural(names: Sequence[str]) -> bool:
    """Whether "were" follows: several names, or one of many people or things."""
    if len(names) != 1:
        return len(names) > 1
    words, (name,) = load_words().names, names
    head = head_of(name)
    if is_in(head, words.plural):
        return True
    if is_in(head, words.singular) or not head.endswith("s") or head.endswith(("ss", "'s", "’s")):
        return False
    return head.islower() or (" " not in name and PEOPLES.match(head) is not None)


def one_of(noun: str) -> str:
    """The singular of a plural description: "soldiers of the army" gives "soldier of the army"."""
    head = head_of(noun)
    known = load_words().names.one_of.get(head.lower())
    if known is None:
        if not is_plural([noun]):
            return noun
        known = head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")
    return noun.replace(head, known, 1)


def capitalise(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]
