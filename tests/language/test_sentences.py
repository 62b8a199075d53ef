"""Sentences: exact offsets into the untouched text whatever it holds, and headers, captions and repeats set aside."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.language.blocks import find_blocks
from tidings.language.casing import name_test
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.language.views import make_view, needs_case, restore_case
from tidings.records import Document, ParsedSentence

PIECES = [
    "Rebels", "shelled", "the town", "of", "Al‑Bab", "on", "Monday", ".", ",", "“", "”", "'", "’", '"',
    "\u00ad", "\u200b", "\ufeff",
    "\r\n", "\n", "\n\n", "\t", "\u00a0", " ", "  ", "é", "e\u0301", "Ā", "İzmir", "ß", "ﬁ", "𝕏", "👩‍👩‍👧",
    "كابل", "Київ", "100,000", "…", "--", "\u2028", "\x0b", "\x1f", "SAID", "don't", "U.S.", "\u202e",
    "killing 14", "soldiers", "He said", "?", "!", ";", "(Photo: A)",
]  # fmt: skip


def read(text: str, parser: SpacyParser) -> list[ParsedSentence]:
    document = Document(id="doc-1", work="doc-1", own_id="a", text=text)
    (sentences,) = split_sentences([document], parser)
    return sentences


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " ", "\u00ad"]))
def test_offsets_are_exact(parser: SpacyParser, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    for parsed in read(text, parser):
        assert 0 <= parsed.sentence.start <= parsed.sentence.end <= len(text)
        for word in parsed.parse.words:
            assert parsed.sentence.start <= word.start < word.end <= parsed.sentence.end
            cleaned = make_view(text, word.start, word.end).text
            assert cleaned.casefold() == word.text.strip().casefold()


def test_soft_hyphens_and_line_ends_do_not_move_offsets(parser: SpacyParser) -> None:
    text = "Gov\u00adern\u00adment troops\r\nleft\tKhar\u00adtoum on\u00a0Monday."
    (parsed,) = read(text.replace("\r\n", " \t"), parser)
    words = {word.text: word for word in parsed.parse.words}
    assert text[words["Khartoum"].start : words["Khartoum"].end] == "Khar\u00adtoum"
    assert words["Government"].start == 0


def test_sentences_do_not_run_over_paragraphs(parser: SpacyParser) -> None:
    text = "Shelling of the port\n\nTwo sailors died at Odesa on Sunday\nNobody claimed it"
    assert [text[s.sentence.start : s.sentence.end] for s in read(text, parser)] == [
        "Shelling of the port",
        "Two sailors died at Odesa on Sunday",
        "Nobody claimed it",
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "   The column that left the capital at dawn was ambushed twice before it\n"
        "came to the river, and nine of its trucks were burned on the causeway by\n"
        "men who had waited in the reeds since the evening.\n\n"
        "   The garrison sent no help until the following day because the only\n"
        "road was mined and its commander would not move at night."
    )
    assert [text[start:end][:12] for start, end in find_blocks(text)] == ["The column t", "The garrison"]


def test_capitals_are_restored_for_the_parser_only(parser: SpacyParser) -> None:
    text = (
        "REBELS ATTACKED THE BARRACKS AT SAN MIGUEL ON 3 JANUARY. "
        "FIVE SOLDIERS OF THE HONDURAN ARMY WERE KILLED IN THE RAID."
    )
    words = [word for parsed in read(text, parser) for word in parsed.parse.words]
    assert {"San", "Miguel", "January", "Honduran"} <= {word.text for word in words}
    assert {"barracks", "soldiers", "killed", "raid"} <= {word.text for word in words}
    assert all(text[word.start : word.end].isupper() or not word.text.isalpha() for word in words)


def test_small_letters_are_restored_too(parser: SpacyParser) -> None:
    text = (
        "fighters loyal to the former president shelled the airport of aden again on sunday, "
        "killing at least four guards and a driver."
    )
    words = {word.text for parsed in read(text, parser) for word in parsed.parse.words}
    assert {"Fighters", "Aden", "Sunday", "guards"} <= words


def test_ordinary_text_keeps_its_case() -> None:
    text = "The UN said NATO jets struck twice."
    assert not needs_case(text)
    view = make_view(text, 0, len(text))
    assert restore_case(view, name_test(frozenset())).offsets == view.offsets


def test_a_caption_printed_again_is_read_once(parser: SpacyParser) -> None:
    caption = "Soldiers walk past a burned school in the town of Marka, May 3, 2009. (Photo: Lakeside Agency)"
    text = f"{caption}\n\n{caption}\n\nThe army said on Tuesday that it had left the town."
    sentences = read(text, parser)
    assert [bool(s.parse.words) for s in sentences].count(True) == 2 + (len(sentences) - 3)
    assert sentences[0].sentence.kind == "caption"
    again = [s for s in sentences if s.sentence.start >= len(caption) and s.sentence.end <= 2 * len(caption) + 2]
    assert again and not any(s.parse.words for s in again)


def test_a_quotation_is_marked(parser: SpacyParser) -> None:
    text = 'The mayor spoke. "They came at night. They burned the mill." He wept.'
    kinds = [s.sentence.kind for s in read(text, parser)]
    assert kinds[0] == "body" and "quote" in kinds and kinds[-1] == "body"
