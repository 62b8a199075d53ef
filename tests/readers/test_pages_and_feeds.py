"""What pages and feeds state of themselves, where they state it, and what is not taken from them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tidings.readers import read_paths
from tidings.records import Document

TODAY = date(2020, 1, 1)
SENTENCE = (
    "Gunmen held the customs house at Velm until Thursday noon, and then left it to the fire brigade, a clerk said. "
)
ARTICLE = "".join(f"<p>{SENTENCE}Nobody else was there in hour {hour} of the siege.</p>" for hour in range(5))


def read_page(tmp_path: Path, head: str = "", body: str = ARTICLE, encoding: str = "utf-8") -> Document:
    page = (
        f"<html><head>{head}</head><body><article>{body}</article><footer>Copyright 2018 Courier</footer></body></html>"
    )
    path = tmp_path / "siege.html"
    path.write_bytes(page.encode(encoding))
    (document,) = (one for one in read_paths([path], today=TODAY) if isinstance(one, Document))
    return document


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="1998-11-04T23:50:00-05:00">',
        '<meta name="DC.date.issued" content="1998-11-04">',
        '<meta itemprop="datePublished" content="4 November 1998">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "1998-11-04T10:00:00Z"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"],'
        ' "datePublished": "1998-11-04"}]}</script>',
        '<script type="application/ld+json">{broken</script><meta name="date" content="1998-11-04">',
    ],
)
def test_day_of_a_page(head: str, tmp_path: Path) -> None:
    document = read_page(tmp_path, head)
    assert (document.published, document.published_basis) == (date(1998, 11, 4), "metadata")


def test_day_in_a_time_element_that_says_so(tmp_path: Path) -> None:
    marked = read_page(tmp_path, body='<time itemprop="datePublished" datetime="1998-11-04">x</time>' + ARTICLE)
    assert marked.published == date(1998, 11, 4)
    other = read_page(tmp_path, body=ARTICLE + '<aside><time datetime="2011-01-01">x</time></aside>')
    assert other.published is None


def test_a_copyright_year_is_no_day_and_a_host_no_publisher(tmp_path: Path) -> None:
    document = read_page(tmp_path, '<link rel="canonical" href="https://courier.example/siege">')
    assert (document.published, document.publisher) == (None, None)
    assert document.url == "https://courier.example/siege"
    assert document.own_id == "siege"


def test_publisher_and_author_in_linked_data_and_meta(tmp_path: Path) -> None:
    linked = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Siege ends",'
        ' "author": [{"name": "Ines Marrow"}, {"name": "Tobias Quill"}], "publisher": {"name": "Courier"}}</script>'
    )
    document = read_page(tmp_path, linked + '<meta name="author" content="https://courier.example/marrow">')
    assert (document.publisher, document.publisher_basis) == ("Courier", "metadata")
    assert (document.author, document.title) == ("Ines Marrow, Tobias Quill", "Siege ends")


def test_page_in_the_encoding_it_names(tmp_path: Path) -> None:
    body = ARTICLE.replace("clerk", "служащий")
    document = read_page(tmp_path, '<meta charset="windows-1251">', body, "cp1251")
    assert "служащий" in document.text


def test_page_that_names_a_wrong_encoding(tmp_path: Path) -> None:
    document = read_page(tmp_path, '<meta charset="ascii">', ARTICLE.replace("clerk", "“clérk”"), "cp1252")
    assert "“clérk”" in document.text


def read_feed(tmp_path: Path, items: str, channel: str = "<title>Courier</title>") -> list[Document]:
    path = tmp_path / "news.xml"
    path.write_text(f"<?xml version='1.0'?><rss version='2.0'><channel>{channel}{items}</channel></rss>")
    return [one for one in read_paths([path], today=TODAY) if isinstance(one, Document)]


def test_short_summaries_are_read_as_they_stand(tmp_path: Path) -> None:
    html = "&lt;p&gt;Two dead in Velm &amp;amp; one hurt.&lt;/p&gt;&lt;p&gt;Bridge shut.&lt;/p&gt;"
    first, second = read_feed(
        tmp_path,
        f"<item><guid>1</guid><title>A</title><description>{html}</description></item>"
        "<item><guid>2</guid><title>B</title><description>Three dead in Velm.</description></item>",
    )
    assert first.text == "Two dead in Velm & one hurt.\nBridge shut."
    assert first.raw_text == "<p>Two dead in Velm &amp; one hurt.</p><p>Bridge shut.</p>"
    assert second.text == second.raw_text == "Three dead in Velm."


def test_source_of_an_entry_is_kept_as_it_was(tmp_path: Path) -> None:
    source = f"<p onclick='x()' style='color:red'>{SENTENCE}<a href='/a'>More</a></p><script>track()</script>"
    (document,) = read_feed(tmp_path, f"<item><guid>1</guid><description><![CDATA[{source}]]></description></item>")
    assert document.raw_text == source
    assert SENTENCE.strip() in document.text
    assert "track" not in document.text


def test_entry_without_an_id_is_known_by_its_address_or_number(tmp_path: Path) -> None:
    linked, bare = read_feed(
        tmp_path,
        "<item><title>A</title><link>https://c.example/1</link><description>One dead.</description></item>"
        "<item><title>B</title><description>Two dead.</description></item>",
    )
    assert linked.url == "https://c.example/1"
    assert bare.own_id == "news-2"
    assert bare.work == bare.id
    assert linked.work != linked.id


def read_with_entities(tmp_path: Path, entities: str, text: str) -> list[str]:
    path = tmp_path / "news.xml"
    path.write_text(
        f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]><rss version='2.0'><channel><title>C</title>"
        f"<item><guid>1</guid><description>{text} Two dead in Velm.</description></item></channel></rss>"
    )
    return [one.text for one in read_paths([path], today=TODAY) if isinstance(one, Document)]


def test_feed_opens_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.conf"
    secret.write_text("the word of the day")
    texts = read_with_entities(tmp_path, f"<!ENTITY f SYSTEM 'file://{secret}'>", "&f;")
    assert not any("word of the day" in text for text in texts)


def test_feed_of_entities_within_entities_does_not_swell(tmp_path: Path) -> None:
    names = "abcdefghij"
    entities = "<!ENTITY a 'dead dead dead dead dead dead dead'>" + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in pairwise(names)
    )
    assert all(len(text) < 10_000 for text in read_with_entities(tmp_path, entities, "&j;"))
