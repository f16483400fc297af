"""Pages as the build writes them: with figures drawn in, a policy, and their own addresses."""

import base64
import hashlib
import re

import pytest

from building.drawings import TOKENS
from launch.setup_failure import SetupFailure
from pages import articles, writing
from pages.writing import checked_site_url, write_pages

DRAWN = {TOKENS: "<style>:root { --ink: #111 }</style>", "blame": "<p>drawn \\1</p>"}


@pytest.fixture
def write(tmp_path, monkeypatch):
    """A function that writes two pages and gives their texts by name."""
    web, stage = tmp_path / "web", tmp_path / "stage"
    for folder in (web, stage):
        folder.mkdir()
    described = '<meta name="description" content="What is on it">'
    head = f'<head><meta charset="utf-8"><title>A page</title>{described}</head>'
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


def test_a_page_tells_which_figures_there_are():
    assert writing.in_words(["blame", "xor", "depth"]) == (
        "<code>blame</code>, <code>xor</code> and <code>depth</code>"
    )


def test_the_policy_comes_first_and_admits_the_sheet_that_stands_in_the_page(write):
    text = write()["index"]
    beginning = r'<head>\s*<meta http-equiv="Content-Security-Policy" content="(.*?)">'
    (policy,) = re.findall(beginning, text)
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


def test_an_address_cannot_end_the_attribute_that_it_stands_in(write):
    address = checked_site_url('https://your.host/"><script>')
    assert "<script>" not in write(address)["index"]


@pytest.mark.parametrize(
    "given", ["", "your.host", "/nets", "ftp://your.host", "https://", "https://a?b", "https://a#b"]
)
def test_what_is_no_address_of_pages_is_refused(given):
    with pytest.raises(SetupFailure, match=r"^--site-url .* is no address that pages can have"):
        checked_site_url(given)
