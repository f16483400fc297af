"""The weights alone, as PyTorch, NumPy and safetensors have them; the network figure opens each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backprop.core.stored.dense_layers import state_dict_of
from backprop.core.stored.safetensors import write_safetensors
from backprop.message.field import Refusal

from .file import PYTHON, File
from .program import Lines, assigned, literal, parameter_arrays, shape_of

if TYPE_CHECKING:
    from backprop.core.network import Network

FORMATS = ("state_dict", "arrays", "safetensors")

MODULES = {
    "sigmoid": "Sigmoid()",
    "tanh": "Tanh()",
    "relu": "ReLU()",
    "leaky_relu": "LeakyReLU(0.01)",
    "linear": "Identity()",
    "softmax": "Softmax(dim=1)",
}
"""What stands between the layers in `torch.nn`; one for each, so that names count as PyTorch's."""


def weights_file(wanted: str, net: Network) -> File:
    """The weights of a network in one of `FORMATS`, to the last digit.

    Raises:
        Refusal: there are direct links, for which these formats have no place.
    """
    if net.skip_to_output:
        raise Refusal(
            "bad_value",
            "Direct links from inputs to outputs have no place in these files.",
            "subject.network.skip_to_output",
        )
    name = f"weights-{shape_of(net)}"
    if wanted == "safetensors":
        file = write_safetensors(state_dict_of(net))
        return File(f"{name}.safetensors", "application/octet-stream", file)
    if wanted == "arrays":
        return File(f"{name}.py", PYTHON, _text(_arrays(net)))
    return File(f"{name}-state-dict.py", PYTHON, _text(_state_dict(net)))


def _state_dict(net: Network) -> Lines:
    layers = [
        f"#     torch.nn.Linear({n_in}, {n_out}{'' if net.use_biases else ', bias=False'}), "
        f"torch.nn.{MODULES[activation]},"
        for (n_in, n_out), activation in zip(net.layout.ends, net.activations, strict=True)
    ]
    entries = [
        f'    "{name}": torch.tensor({literal(array)}, dtype=torch.float64),'
        for name, array in state_dict_of(net).items()
    ]
    return [
        f"# The weights of a {shape_of(net)} network as a state_dict of PyTorch.",
        "# A row of a matrix holds the weights into one unit.",
        "#",
        "# model = torch.nn.Sequential(",
        *layers,
        "# ).double()",
        "# model.load_state_dict(state_dict)",
        "",
        "import torch",
        "",
        "state_dict = {",
        *entries,
        "}",
    ]


def _arrays(net: Network) -> Lines:
    return [
        f"# The weights of a {shape_of(net)} network as NumPy arrays.",
        "# w1[i, j] leads from unit i to unit j of the next layer.",
        "",
        "import numpy as np",
        "",
        'rows = "inputs"  # a row holds the weights out of one unit',
        *(
            assigned(name, array, "np.array")
            for name, array in parameter_arrays(net, net.parameters)
        ),
    ]


def _text(lines: Lines) -> str:
    return "\n".join(lines) + "\n"
