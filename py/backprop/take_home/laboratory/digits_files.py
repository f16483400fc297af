"""A run on digits: a script that has the images within it, and a table of what was measured."""

from __future__ import annotations

import zlib
from base64 import b64encode
from typing import TYPE_CHECKING

import numpy as np

from backprop.experiments import digits
from backprop.experiments.digits.digits import TINY
from backprop.experiments.digits.images import ASIDE, COUNT, DARKEST
from backprop.figures.digits.digits import TOLD, DigitsRequest, answer, read
from backprop.take_home import numpy_script
from backprop.take_home.file import CSV, PYTHON, File

from .table import table_text

if TYPE_CHECKING:
    from backprop.core.datasets import Dataset

FORMATS = ("numpy", "csv")
LETTERS = 92
"""In a line of the images."""

__all__ = ["FORMATS", "file_of", "read"]


def file_of(wanted: str, request: DigitsRequest) -> File:
    """The run of a `digits` message, in one of `FORMATS`."""
    name = f"digits-64-{request.hidden_units}-10-seed-{request.seed}"
    if wanted == "csv":
        return File(f"{name}.csv", CSV, _table(request))
    return File(f"{name}.py", PYTHON, _script(request))


def _table(request: DigitsRequest) -> str:
    told = answer(request)
    records = told["records"]
    rows = zip(*(records[name] for name in TOLD), strict=True)
    names = ["epoch", *(name.replace("_", " ") for name in TOLD)]
    return table_text(names, [[epoch, *row] for epoch, row in enumerate(rows, start=1)])


def _packed(images: Dataset) -> list[str]:
    """Greys and digits as bytes, packed, in letters."""
    greys = np.rint(images.inputs * DARKEST).astype(np.uint8)
    labels = images.targets.argmax(axis=1).astype(np.uint8)
    packed = zlib.compress(greys.tobytes() + labels.tobytes(), 9)
    letters = b64encode(packed).decode()
    return [letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS)]


def _script(request: DigitsRequest) -> str:
    h, activation = request.hidden_units, request.activation
    setting = digits.Setting(
        hidden_units=h,
        activation=activation,
        start=request.start,
        learning_rate=request.learning_rate,
    )
    call = {"tanh": "np.tanh(z1)"}.get(activation, f"{activation}(z1)")
    slope = numpy_script.SLOPES[activation].format(a="a1")
    functions = [
        lines for name, lines in numpy_script.FUNCTIONS.items() if name in (activation, "softmax")
    ]
    lines = [
        f'"""A 64-{h}-10 network learns handwritten digits, in plain NumPy.',
        "",
        f"The images are {COUNT} digits of 8×8 dots, written by 43 people: the test set of Optical",
        "recognition of handwritten digits (Alpaydin and Kaynak, 1998, UCI Machine Learning",
        "Repository), as scikit-learn carries it under its BSD licence.",
        '"""',
        "",
        "import base64",
        "import zlib",
        "",
        "import numpy as np",
        "",
        'IMAGES = """',
        *_packed(digits.images()),
        '"""',
        *(line for function in functions for line in ("", "", *function)),
        "",
        "",
        "bytes_of = np.frombuffer(zlib.decompress(base64.b64decode(IMAGES)), dtype=np.uint8)",
        f"x = bytes_of[: {COUNT} * 64].reshape(-1, 64) / {DARKEST}",
        f"t = np.eye(10)[bytes_of[{COUNT} * 64 :]]",
        "",
        f"# {ASIDE} images are kept aside, to measure by.",
        f"order = np.random.default_rng(0).permutation({COUNT})",
        f"kept, other = np.sort(order[{ASIDE}:]), np.sort(order[:{ASIDE}])",
        "x_aside, t_aside, x, t = x[other], t[other], x[kept], t[kept]",
        "",
        f"rng = np.random.default_rng({request.seed})",
        *_first_weights(request, h),
        f"b1, b2 = np.zeros({h}), np.zeros(10)",
        f"learning_rate, batch_size = {request.learning_rate!r}, {setting.batch_size}",
        "",
        "",
        "def forward(x):",
        '    """Pre-activations of the output, the hidden units, and the output."""',
        "    z1 = x @ w1 + b1",
        f"    a1 = {call}",
        "    z2 = a1 @ w2 + b2",
        "    return z2, a1, softmax(z2)",
        "",
        "",
        "def loss_of(x, t):",
        '    """Cross-entropy, averaged over the images."""',
        "    z2, _, _ = forward(x)",
        "    logarithms = z2 - np.logaddexp.reduce(z2, axis=1, keepdims=True)",
        "    return float(-(t * logarithms).sum(axis=1).mean())",
        "",
        "",
        "def right_of(x, t):",
        '    """The share of images of which the largest output is that of the digit."""',
        "    return float((forward(x)[2].argmax(axis=1) == t.argmax(axis=1)).mean())",
        "",
        "",
        f"for epoch in range({request.epochs}):",
        "    block, row = divmod(epoch, 64)  # the orders of 64 epochs are drawn together",
        f"    drawn = np.random.default_rng([{request.seed}, block])",
        "    order = drawn.permuted(np.tile(np.arange(len(x)), (64, 1)), axis=1)[row]",
        "    for start in range(0, len(x), batch_size):",
        "        batch = order[start : start + batch_size]",
        "        _, a1, ŷ = forward(x[batch])",
        "        # Backward pass",
        "        δ2 = (ŷ - t[batch]) / len(batch)",
        f"        δ1 = δ2 @ w2.T * {slope}",
        "        w2 -= learning_rate * a1.T @ δ2",
        "        b2 -= learning_rate * δ2.sum(axis=0)",
        "        w1 -= learning_rate * x[batch].T @ δ1",
        "        b1 -= learning_rate * δ1.sum(axis=0)",
        '    print("epoch", epoch + 1, "loss =", loss_of(x, t))',
        '    print("epoch", epoch + 1, "aside loss =", loss_of(x_aside, t_aside))',
        '    print("epoch", epoch + 1, "accuracy =", right_of(x, t))',
        '    print("epoch", epoch + 1, "aside accuracy =", right_of(x_aside, t_aside))',
        "",
        *_image_lines(request),
    ]
    return "\n".join(lines) + "\n"


def _first_weights(request: DigitsRequest, h: int) -> list[str]:
    shapes = (("w1", 64, h), ("w2", h, 10))
    if request.start == "tiny":
        return [f"{name} = {TINY} * rng.standard_normal(({i}, {j}))" for name, i, j in shapes]
    widest = {"he": "np.sqrt(6 / {i})", "xavier": "np.sqrt(6 / ({i} + {j}))"}[request.start]
    return [
        f"{name} = rng.uniform(-1, 1, ({i}, {j})) * {widest.format(i=i, j=j)}"
        for name, i, j in shapes
    ]


def _image_lines(request: DigitsRequest) -> list[str]:
    """What the network makes of the image that the reader looks at."""
    shown = answer(request)["image"]
    return [
        "# The image that was looked at, and the gradient of its dots if it were this digit.",
        f"image = np.array([{shown['dots']!r}])",
        f"target = np.eye(10)[[{request.digit}]]",
        "_, a1, ŷ = forward(image)",
        f"δ1 = (ŷ - target) @ w2.T * {numpy_script.SLOPES[request.activation].format(a='a1')}",
        'print("outputs =", ŷ[0].tolist())',
        'print("loss =", loss_of(image, target))',
        'print("gradient =", (δ1 @ w1.T)[0].tolist())',
    ]
