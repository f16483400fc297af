"""Many starts of two settings: a script that trains them all at once, and a table of outcomes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backprop.figures.luck.luck import DIVERGED, STUCK, LuckRequest, answer, read
from backprop.figures.luck.luck_setting import EPOCHS
from backprop.take_home import numpy_script
from backprop.take_home.file import CSV, PYTHON, File
from backprop.take_home.program import example_lines, indented

from .table import table_text

if TYPE_CHECKING:
    from backprop.experiments.luck import Setting

FORMATS = ("numpy", "csv")
OUTCOMES = {STUCK: "stuck", DIVERGED: "diverged"}

__all__ = ["FORMATS", "file_of", "read"]


def file_of(wanted: str, request: LuckRequest) -> File:
    """All starts of a `luck` message, in one of `FORMATS`."""
    name = f"luck-{request.dataset}-{request.starts}-starts"
    if wanted == "csv":
        return File(f"{name}.csv", CSV, _table(request))
    return File(f"{name}.py", PYTHON, _script(request))


def _table(request: LuckRequest) -> str:
    first, second = answer(request)["sides"]
    epochs = zip(first["solved_epochs"], second["solved_epochs"], strict=True)
    return table_text(
        ["seed", *(f"epoch with {side['name']}" for side in (first, second))],
        [
            [seed, *(OUTCOMES.get(epoch, epoch) for epoch in both)]
            for seed, both in enumerate(epochs)
        ],
    )


def _script(request: LuckRequest) -> str:
    first = request.setting()
    settings = (first, replace(first, **request.differences))
    examples = first.make_dataset()
    hidden = {"sigmoid"} | {setting.activation for setting in settings}
    functions = [lines for name, lines in numpy_script.FUNCTIONS.items() if name in hidden]
    lines = [
        '"""Is it luck? Two settings, each trained from the same starts, in plain NumPy.',
        "",
        "All starts train at once: w1[s, i, j] is the weight of start s from input i to unit j.",
        "A start has learnt when every output is on its target's side of 0.5.",
        '"""',
        "",
        "import numpy as np",
        "",
        *example_lines(examples.inputs, examples.targets, "np.array"),
        f"starts, last_epoch = {request.starts}, {EPOCHS}",
        *(line for function in functions for line in ("", "", *function)),
        "",
        "",
        "def first_weights(hidden_units, initial_range):",
        '    """Of every start, by its seed: weights and biases of both layers."""',
        "    h = hidden_units",
        "    p = np.array([",
        "        np.random.default_rng(seed).uniform(-initial_range, initial_range, 4 * h + 1)",
        "        for seed in range(starts)",
        "    ])",
        "    w1, b1 = p[:, : 2 * h].reshape(-1, 2, h), p[:, 2 * h : 3 * h].reshape(-1, 1, h)",
        "    w2, b2 = p[:, 3 * h : 4 * h].reshape(-1, h, 1), p[:, 4 * h :].reshape(-1, 1, 1)",
        "    return [w1.copy(), b1.copy(), w2.copy(), b2.copy()]",
    ]
    for number, setting in enumerate(settings, start=1):
        lines += ["", "", *_training(number, setting)]
    lines += ["", "", "with np.errstate(all='ignore'):"]
    for number, name in enumerate(("first", "second"), start=1):
        lines += [
            f"    solved, diverged = train_{name}()",
            f'    print("setting {number} solved =", solved.tolist())',
            f'    print("setting {number} diverged =", diverged.tolist())',
            f'    print("setting {number} share =", float((solved >= 0).mean()))',
        ]
    return "\n".join(lines) + "\n"


def _training(number: int, setting: Setting) -> list[str]:
    """A function that trains all starts of a setting."""
    name = ("first", "second")[number - 1]
    call = {"linear": "z1", "tanh": "np.tanh(z1)"}.get(
        setting.activation, f"{setting.activation}(z1)"
    )
    slope = numpy_script.SLOPES.get(setting.activation)
    hidden = "δ1 = δ2 @ w2.transpose(0, 2, 1)" + (f" * {slope.format(a='a1')}" if slope else "")
    return [
        f"def train_{name}():",
        f'    """Epochs of {setting.hidden_units} {setting.activation} units, for every start."""',
        f"    learning_rate, momentum = {setting.learning_rate!r}, {setting.momentum!r}",
        f"    parameters = first_weights({setting.hidden_units}, {setting.initial_range!r})",
        "    velocities = [np.zeros_like(each) for each in parameters]",
        "    solved, diverged = np.full(starts, -1), np.zeros(starts, dtype=bool)",
        "    for epoch in range(last_epoch + 1):",
        *indented(
            [
                "w1, b1, w2, b2 = parameters",
                "# Forward pass",
                "z1 = x @ w1 + b1",
                f"a1 = {call}",
                "ŷ = sigmoid(a1 @ w2 + b2)",
                "has_learnt = (np.abs(ŷ - t) < 0.5).all(axis=(1, 2))",
                "solved[has_learnt & (solved < 0) & ~diverged] = epoch",
                "if epoch == last_epoch:",
                "    break",
                "# Backward pass of ½ (ŷ - t)², averaged over the examples",
                "δ2 = (ŷ - t) / len(x) * ŷ * (1 - ŷ)",
                hidden,
                "gradients = [",
                "    x.T @ δ1,",
                "    δ1.sum(axis=1, keepdims=True),",
                "    a1.transpose(0, 2, 1) @ δ2,",
                "    δ2.sum(axis=1, keepdims=True),",
                "]",
                "for parameter, velocity, gradient in zip(parameters, velocities, gradients):",
                "    velocity[:] = momentum * velocity - learning_rate * gradient",
                "    parameter += velocity",
                "    has_left = ~np.isfinite(parameter).all(axis=(1, 2))",
                "    diverged |= has_left & (solved < 0)",
            ],
            2,
        ),
        "    return solved, diverged",
    ]
