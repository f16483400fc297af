"""What the figure `learning` says of its run."""

from __future__ import annotations

from typing import Any

from backprop.core.number_text import count_text, number_text, texts_apart


def example_name(inputs: list[float]) -> str:
    """An example by its inputs, `(0, 1)`."""
    return f"({', '.join(number_text(value) for value in inputs)})"


def forward_sentence(name: str, output: float, target: float) -> str:
    """What the network answers to an example, and what it should have."""
    return (
        f"Forward: {name} goes in and {number_text(output, 2)} comes out. "
        f"It should be {number_text(target)}."
    )


def backward_sentence(count: int) -> str:
    """What the way back is for, in a network of `count` parameters."""
    return f"Backward: each of the {count} numbers learns which way it should move."


def update_sentence(before: float, after: float) -> str:
    """What one correction by the whole set does to its loss."""
    texts = texts_apart(before, after)
    return f"Update: all four examples have their say. The loss goes from {' to '.join(texts)}."


def moment_sentence(epoch: int, last: int, right: int, examples: int) -> str:
    """Where the run is."""
    return (
        f"Correction {count_text(epoch)} of {count_text(last)}: "
        f"{right} of {examples} answers are right."
    )


def question(count: int, last: int, right: int, examples: int) -> str:
    """What a reader may ask who has seen the run, and how many answers are right at its end."""
    answers = f"all {examples}" if right == examples else f"{right} of {examples}"
    return (
        f"These {count} numbers started at random. {count_text(last)} corrections later {answers} "
        "answers are right. Who told each number which way to move?"
    )


def run_summary(first: dict[str, Any], last: dict[str, Any], examples: int) -> str:
    """The whole run in two sentences, for those who do not see it.

    Args:
        first: its first moment.
        last: its last.
        examples: how many there are.
    """
    return (
        f"A network of 2 inputs, 2 hidden units and 1 output learns XOR in "
        f"{last['texts']['epoch']} corrections. Its loss falls from {first['texts']['loss']} to "
        f"{last['texts']['loss']}; at first {first['right']} of {examples} answers were right, and "
        f"now {last['right']} are."
    )
