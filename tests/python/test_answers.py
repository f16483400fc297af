"""What holds for the answers to all figures, looked at in whole messages and many others."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from whole_messages import WHOLE, answers_at_random

ROOT = Path(__file__).parents[2]

MARKUP = {"latex", "number", "symbol"}
"""Fields that hold LaTeX, which has a minus sign of its own."""

PROGRAMS = {"start", "solution"}
"""Fields that hold Python."""

FILES = {"export"}
"""Kinds whose answer is a file: a program writes numbers as its language does."""

COMPUTER_NUMBER = re.compile(r"(?<![\w-])-\d|\d[eE][-+]?\d|× 10")


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an answer that a reader sees as it is, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for field, inner in value.items():
            if field not in MARKUP | PROGRAMS:
                yield from texts(inner, field)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)


@pytest.mark.parametrize("text", ["a change of -1.72", "5e-05", "2E+7", "1.72 × 10⁻¹¹"])
def test_a_number_as_computers_write_it_is_recognised(text):
    assert COMPUTER_NUMBER.search(text)
    assert not COMPUTER_NUMBER.search("a 2-2-1 network, e.g. −1.72×10⁻¹¹")


def test_no_text_of_any_answer_has_a_number_as_computers_write_it():
    found = {
        (result["kind"], name, text)
        for result in answers_at_random(seed=1, count=12)
        if result["kind"] not in FILES
        for name, text in texts(result)
        if COMPUTER_NUMBER.search(text)
    }
    assert found == set()


MOST_WORDS = 30
END_OF_SENTENCE = re.compile(r"(?<=[.!?:])[”’)]*\s+")


def test_no_sentence_of_any_answer_has_more_than_thirty_words():
    long = {
        (result["kind"], name, sentence)
        for result in answers_at_random(seed=3, count=12)
        if result["kind"] not in FILES
        for name, text in texts(result)
        for sentence in END_OF_SENTENCE.split(text)
        if len(sentence.split()) > MOST_WORDS
    }
    assert long == set()


NOT_ASKED = {"check"}
"""Kinds that no figure asks, so that the page has no types for them."""

COMMENT = re.compile(r"/\*\*[\s\S]*?\*/")
RESULT_NAME = re.compile(r"@typedef \{[\s\S]*\} (\w+Result)\b")
KIND = re.compile(r"@property \{\"(\w+)\"\} kind|kind: \"(\w+)\"")


def result_types() -> dict[str, tuple[str, Path]]:
    """The type of the answer to each kind of message, and the script that it is written in."""
    found = {}
    for path in (ROOT / "web").rglob("*messages.js"):
        for comment in COMMENT.findall(path.read_text(encoding="utf-8")):
            name, kind = RESULT_NAME.search(comment), KIND.search(comment)
            if name and kind:
                found[kind[1] or kind[2]] = (name[1], path)
    return found


def shortened(value: Any) -> Any:
    """The same with at most four entries of every list: the others have their type."""
    if isinstance(value, dict):
        return {name: shortened(inner) for name, inner in value.items()}
    return [shortened(inner) for inner in value[:4]] if isinstance(value, list) else value


@pytest.mark.host
def test_every_answer_has_the_fields_that_the_page_has_types_for(tmp_path):
    types = result_types()
    assert types.keys() == {*(message["kind"] for message in WHOLE), "error"} - NOT_ASKED
    lines = [
        f"import type {{ {name} }} from {json.dumps(path.as_posix())};"
        for name, path in types.values()
    ]
    for number, result in enumerate(answers_at_random(seed=2, count=6)):
        if result["kind"] in NOT_ASKED:
            continue
        name, _ = types[result["kind"]]
        lines.append(f"export const answer{number}: {name} = {json.dumps(shortened(result))};")
    (tmp_path / "answers.ts").write_text("\n".join(lines), encoding="utf-8")
    settings = {"extends": f"{ROOT.as_posix()}/tsconfig.json", "include": ["answers.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    from testing.checks import typescript  # noqa: PLC0415 - not in the browser's Python

    done = subprocess.run(
        typescript("-p", str(tmp_path)), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
