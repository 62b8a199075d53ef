"""The one form under which names are compared.

    small letters, no diacritics, no apostrophes
    words that say what kind of unit it is ("District", "Province", "County") off
    izafat off: Lash-e Juwayn, Lash-i-Juwayn, Lash Juwayn
    Saint for St, Fort for Ft, Mount for Mt
    q as k, w as v, ai as ay; doubled letters single; no blanks, hyphens or dots

So "Qal‘eh-ye Naw", "Qala-e-Naw" and "Qalay-i Naw" meet as far as their letters do; nothing is guessed from vowels, but
for districts that are told apart one by one, where no place bears a name as it is spelled: o is u there, e and y are i.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from tidings.lexicons.words import words

# letters that Unicode does not take apart
LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "a"}
)
APOSTROPHES = re.compile(r"[‘’'`´ʻʼʿʾ]")
UNITS = words("toponyms", "units")
SHORT = {"st": "saint", "ft": "fort", "mt": "mount"}
IZAFAT = re.compile(r"(?<=\w)[-\s]+(?:e|i|ye|yi)(?=[-\s]|$)")
WORDS = re.compile(r"[^\W_]+")
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """The letters under which a name is compared, its words for a unit kept."""
    plain = IZAFAT.sub(" ", fold(name))
    joined = "".join(SHORT.get(word, word) for word in WORDS.findall(plain))
    return DOUBLED.sub(r"\1", joined.replace("q", "k").replace("w", "v").replace("ai", "ay"))


def sound_key(name: str) -> str:
    """The key of a name with the vowels made one that transliterations exchange: "Jaghato" and "Jaghatu"."""
    key = name_key(name).replace("ou", "u").replace("o", "u").replace("e", "i").replace("y", "i")
    return DOUBLED.sub(r"\1", key).removesuffix("h")


def fold(name: str) -> str:
    """Small letters without diacritics and apostrophes."""
    taken_apart = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name))
    letters = "".join(c for c in taken_apart if not unicodedata.combining(c))
    return letters.casefold().translate(LETTERS)


def strip_unit(name: str) -> tuple[str, str | None]:
    """A name without the word for its unit, and that word: ("Khash", "district"); "province of" counts as well."""
    parts = name.split()
    if len(parts) > 1 and (unit := fold(parts[-1]).rstrip(".")) in UNITS:
        return " ".join(parts[:-1]), unit
    if len(parts) > 2 and parts[1].casefold() in ("of", "de") and (unit := fold(parts[0])) in UNITS:
        return " ".join(parts[2:]), unit
    return name, None


def key_number(key: str) -> int:
    """A key as a number of 64 bits: tables are sorted by it."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8"), digest_size=8).digest(), "little")
