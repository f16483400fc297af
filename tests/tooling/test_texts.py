"""The text of the articles: short sentences, words told before they are used, people's numbers."""

import html
import re

import pytest

from pages.articles import Articles

TEXTS = Articles().texts
MOST_WORDS = 30

OUTSIDE = re.compile(r"<!--.*?-->|<(pre|script|style|head)\b.*?</\1>", re.DOTALL)
BLOCK = re.compile(r"</?(?:p|li|h\d|dt|dd|td|th|summary|div|section|[uod]l|details|header)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")
ABBREVIATION = re.compile(r"\b([A-Z]|vs|etc|e\.g|i\.e)\.")
END = re.compile(r"(?<=[.!?:])[”’)]*\s+")
COMPUTER_NUMBER = re.compile(r"(?<![\w-])-\d|\d[eE][-+]?\d")


def blocks(text: str) -> list[str]:
    """The text of each paragraph, heading or entry, without markup."""
    pieces = BLOCK.split(OUTSIDE.sub(" ", text))
    return [" ".join(html.unescape(TAG.sub("", piece)).split()) for piece in pieces]


def sentences(block: str) -> list[str]:
    """The sentences of a block; initials of people end none."""
    return END.split(ABBREVIATION.sub(r"\1", block))


def test_a_sentence_is_told_from_the_next():
    assert sentences("It is “so”. And P. J. Werbos? Yes: he.") == [
        "It is “so”.",
        "And P J Werbos?",
        "Yes:",
        "he.",
    ]


@pytest.mark.parametrize("article", TEXTS)
def test_no_sentence_has_more_than_thirty_words(article):
    told = TEXTS[article].partition('<ol class="references">')[0]
    long = [
        sentence
        for block in blocks(told)
        for sentence in sentences(block)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert long == []


@pytest.mark.parametrize("article", TEXTS)
def test_numbers_are_written_as_people_write_them(article):
    assert [block for block in blocks(TEXTS[article]) if COMPUTER_NUMBER.search(block)] == []


# A word, and how its first use in the story tells what it is.
TOLD = {
    "unit": "<em>units</em>",
    "weight": "<em>weights</em>",
    "layer": "<em>layers</em>",
    "hidden": "<em>hidden</em>",
    "backpropagation": "<em>backpropagation</em>",
    "derivative": "<em>derivative</em>",
    "loss": "<em>loss</em>",
    "gradient": "<em>gradient</em>",
    "bias": "<em>bias</em>",
    "forward pass": "forward pass</b>",
    "backward pass": "backward pass</b>",
    "pre-activation": "<em>pre-activation</em>",
    "activation function": "<em>activation function</em>",
    "sigmoid": "<em>sigmoid</em>",
    "error signal": "<em>error signal</em>",
    "batch": "<em>batch</em>",
    "mini-batch": "<em>mini-batch</em>",
    "epoch": "<em>epoch</em>",
}


@pytest.mark.parametrize("word", TOLD)
def test_a_word_is_told_where_the_story_first_uses_it(word):
    story = TEXTS["index.html"].partition("</header>")[2]
    # What is folded away is for those who know the symbols; names of figures are no words.
    story = re.sub(
        r"<details>.*?</details>|<backprop-figure[^>]*>|<!--.*?-->", "", story, flags=re.DOTALL
    )
    story = re.sub(r'(?:class|data-lights|aria-labelledby|id|href)="[^"]*"', "", story)
    marked = " ".join(story.split())
    first = re.search(rf"(?<![\w-]){word}", marked, flags=re.IGNORECASE)
    told = marked.find(TOLD[word])
    assert first is not None
    assert told >= 0
    assert first.start() >= told, marked[first.start() - 60 : first.end() + 40]
