"""Pages as the build writes them: with figures drawn in, a policy, and their own addresses."""

import base64
import hashlib
import json
import re
import struct

import brotli
import pytest

from building.drawings import TOKENS
from launch.setup_failure import SetupFailure
from pages import articles, writing
from pages.writing import (
    PICTURE,
    PICTURE_SIZE,
    checked_repository,
    checked_site_url,
    figures_of_pages,
    page_sources,
    write_pages,
)
from places import DIST, ROOT

DRAWN = {TOKENS: "<style>:root { --ink: #111 }</style>", "blame": "<p>drawn \\1</p>"}

NOTHING_DRAWN = dict.fromkeys([TOKENS, *figures_of_pages()], "")


@pytest.fixture
def write(tmp_path, monkeypatch):
    """A function that writes two pages and gives their texts by name."""
    web, stage = tmp_path / "web", tmp_path / "stage"
    for folder in (web, stage):
        folder.mkdir()
    described = '<meta name="description" content="What is on it">'
    head = f"<head><title>A page</title>{described}</head>"
    figure = '<backprop-figure figure="blame"></backprop-figure>'
    (web / "index.html").write_text(f"<html>{head}<body>{figure}</body></html>")
    (web / "guide.html").write_text(f"<html>{head}<body><iframe></iframe></body></html>")
    monkeypatch.setattr(writing, "WEB", web)
    monkeypatch.setattr(articles, "WEB", web)

    def texts(site_url=None):
        write_pages(stage, DRAWN, "0123456789abcdef", site_url)
        return {path.stem: path.read_text() for path in stage.iterdir()}

    return texts


def test_a_figure_stands_in_the_page_as_it_was_drawn(write):
    assert "<p>drawn \\1</p></body>" in write()["index"]
    assert writing.figures_of_pages() == ["blame"]


def test_a_text_names_a_figure_by_its_number_and_only_one_that_stands_somewhere(write, tmp_path):
    index = tmp_path / "web" / "index.html"
    index.write_text(f"{index.read_text()}<p>See <!-- figure blame -->.</p>")
    assert 'See <a href="#figure-blame">Figure 1</a>.' in write()["index"]
    index.write_text(f"{index.read_text()}<p>See <!-- figure xor -->.</p>")
    with pytest.raises(SetupFailure, match=r"index\.html names the figure xor, which stands in no"):
        write()


def test_a_page_tells_which_figures_there_are():
    assert writing.in_words(["blame", "xor", "depth"]) == (
        "<code>blame</code>, <code>xor</code> and <code>depth</code>"
    )


def test_a_browser_finds_the_encoding_among_the_first_bytes_of_a_page(write):
    for text in write().values():
        assert '<meta charset="utf-8">' in text[:1024]
        assert text.count("charset") == 1
        assert text.index("charset") < text.index("Content-Security-Policy")


def test_the_policy_comes_before_all_that_loads_and_admits_the_sheet_that_stands_in_the_page(write):
    text = write()["index"]
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">', text)
    assert not re.search("<(link|script|style|title)", text.partition(policy)[0])
    sheet = hashlib.sha256(b":root { --ink: #111 }").digest()
    assert f"style-src 'self' 'sha256-{base64.b64encode(sheet).decode()}';" in policy
    assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';")


def test_only_a_page_with_frames_may_have_frames(write):
    texts = write()
    assert "frame-src 'self'" in texts["guide"]
    assert "frame-src" not in texts["index"]


def test_pages_that_may_stand_anywhere_name_no_address(write):
    assert all("canonical" not in text for text in write().values())


@pytest.mark.parametrize("given", ["https://your.host/nets", "https://your.host/nets/"])
def test_pages_of_a_site_name_their_own_addresses(write, given):
    texts = write(checked_site_url(given))
    assert texts["index"].count('<link rel="canonical" href="https://your.host/nets/">') == 1
    assert '<link rel="canonical" href="https://your.host/nets/guide.html">' in texts["guide"]


def test_a_link_that_is_passed_on_tells_of_its_page(write):
    anywhere = write()["guide"]
    assert '<meta property="og:title" content="A page">' in anywhere
    assert '<meta property="og:description" content="What is on it">' in anywhere
    assert "og:image" not in anywhere, "its address has to be whole"
    at_home = write(checked_site_url("https://your.host/nets"))["guide"]
    assert '<meta property="og:url" content="https://your.host/nets/guide.html">' in at_home
    assert '<meta property="og:image" content="https://your.host/nets/picture.png">' in at_home
    assert '<meta name="twitter:card" content="summary_large_image">' in at_home


def test_the_picture_of_a_link_has_the_size_that_the_pages_tell():
    content = (ROOT / "web" / PICTURE).read_bytes()
    signature, header = content[:8], content[12:24]
    assert signature == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">4sII", header) == (b"IHDR", 1200, 630)
    assert PICTURE_SIZE == (1200, 630)
    assert len(content) < 300_000, "some services leave out larger ones"


def test_pages_name_the_repository_where_its_address_is_known(tmp_path):
    def written(repository):
        write_pages(tmp_path, NOTHING_DRAWN, "0", None, repository)
        return {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.html")}

    unknown = written(None)["reference.html"]
    assert "repository</a>" not in unknown
    assert "git clone" not in unknown
    pages = written(checked_repository("https://your.host/you/nets/"))
    articles = ("index.html", "deeper.html", "laboratory.html", "playground.html", "reference.html")
    for name in articles:
        assert '<a href="https://your.host/you/nets">The repository</a>' in pages[name], name
    assert "pip install git+https://your.host/you/nets\n" in pages["reference.html"]


def test_every_page_has_a_title_and_a_description_of_its_own_and_an_icon():
    texts = [path.read_text("utf-8") for path in page_sources()]
    for pattern in (writing.TITLE, writing.DESCRIPTION):
        told = [pattern.findall(text) for text in texts]
        assert [len(one) for one in told] == [1] * len(texts)
        assert len({one for (one,) in told}) == len(texts)
    for text in texts:
        assert writing.LINKS_PLACE in text
    assert 'href="icon.svg"' in writing.LINKS


def test_what_is_cited_is_what_the_licence_and_the_package_say(tmp_path):
    licence = (ROOT / "LICENSE").read_text("utf-8")
    ((year, holder),) = re.findall(r"Copyright \(c\) (\d+) (.*)", licence)
    version = json.loads((ROOT / "package.json").read_text("utf-8"))["version"]
    write_pages(tmp_path, NOTHING_DRAWN, "0")
    for path in (tmp_path / "reference.html", ROOT / "README.md"):
        text = path.read_text("utf-8")
        assert f"author  = {{{{{holder}}}}}," in text
        assert f"version = {{{version}}}," in text
        assert f"year    = {{{year}}}," in text


@pytest.mark.parametrize("page", [path.name for path in page_sources()])
def test_no_page_is_heavier_than_60_kilobytes_as_it_is_sent(page):
    content = (DIST / page).read_bytes()
    assert len(brotli.compress(content, quality=11)) <= 60_000


@pytest.mark.parametrize("given", ["", "your.host/you", "git@your.host:you/nets", "https://a/b c"])
def test_what_is_no_address_of_a_repository_is_refused(given):
    with pytest.raises(SetupFailure, match=r"^--repository .* is no address of a repository"):
        checked_repository(given)


def test_an_address_cannot_end_the_attribute_that_it_stands_in(write):
    address = checked_site_url('https://your.host/"><script>')
    assert "<script>" not in write(address)["index"]


@pytest.mark.parametrize(
    "given", ["", "your.host", "/nets", "ftp://your.host", "https://", "https://a?b", "https://a#b"]
)
def test_what_is_no_address_of_pages_is_refused(given):
    with pytest.raises(SetupFailure, match=r"^--site-url .* is no address that pages can have"):
        checked_site_url(given)
